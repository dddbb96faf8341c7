"""A register filled by verbs, proved whole after every test that does not tamper with it."""

from copy import copy

import pytest
from django.db import transaction
from django.utils.translation import override

from tests.changes.cast import Cast, assert_sound, make_cast


@pytest.fixture(autouse=True)
def _in_english():
    """Sentences are told in the reader's language; tests read English."""
    with override("en"):
        yield


@pytest.fixture(scope="module")
def _filled(django_db_setup, django_db_blocker) -> Cast:
    """Filled once a module; a module that asks for the cast anywhere asks for it everywhere."""
    block = transaction.atomic()
    block._from_testcase = True
    with django_db_blocker.unblock():
        block.__enter__()
        try:
            made = make_cast()
        except BaseException as error:
            block.__exit__(type(error), error, error.__traceback__)
            raise
    yield made
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        block.__exit__(None, None, None)


@pytest.fixture
def cast(_filled, db) -> Cast:
    yield (mine := copy(_filled))
    if not mine.is_tampered_with:
        assert_sound()

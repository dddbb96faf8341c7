"""Accounts for trying the register on one's own machine."""

import pytest

from parks.changes.accounts import create_local_accounts
from parks.models import Membership, Park, User
from parks.rules.choices import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def park():
    return Park.objects.create(code="east-park", number=1, name="东园")


def test_it_makes_a_manager_a_reviewer_and_a_reporter_of_one_park(park):
    made = create_local_accounts(reporter_park=park)
    assert [account.username for account in made] == ["manager", "reviewer", "reporter"]
    assert set(Membership.objects.values_list("user__username", "role", "park__code")) == {
        ("manager", Role.MANAGER, None),
        ("reviewer", Role.REVIEWER, None),
        ("reporter", Role.REPORTER, "east-park"),
    }


def test_everybody_may_enter_the_admin_with_the_password_returned_and_nobody_is_a_superuser(park):
    made = create_local_accounts(reporter_park=park)
    for account in made:
        user = User.objects.get(username=account.username)
        assert user.check_password(account.password)
        assert user.is_staff
        assert not user.is_superuser
    assert len({account.password for account in made}) == 3


def test_it_makes_none_where_anybody_has_an_account(park):
    User.objects.create(username="someone")
    assert create_local_accounts(reporter_park=park) == []
    assert User.objects.count() == 1


def test_without_a_park_there_is_no_reporter():
    made = create_local_accounts(reporter_park=None)
    assert [account.username for account in made] == ["manager", "reviewer"]

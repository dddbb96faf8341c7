"""Managers keep accounts and memberships; nobody raises themselves above the rest."""

import pytest

from parks.models import Membership, User
from tests.admin.conftest import form_of


def test_a_manager_adds_a_person_with_a_role(world, enter_as):
    client, address = enter_as(world.manager), world.address("add", User)
    data = form_of(client.get(address)) | {
        "username": "newcomer",
        "usable_password": "true",
        "password1": "staple battery horse",
        "password2": "staple battery horse",
        "is_staff": "on",
        "memberships-TOTAL_FORMS": "1",
        "memberships-0-role": "reporter",
        "memberships-0-park": world.park.pk,
    }
    assert client.post(address, data).status_code == 302
    made = User.objects.get(username="newcomer")
    assert made.is_staff
    assert (made.memberships.get().role, made.memberships.get().park) == ("reporter", world.park)


def test_a_manager_makes_nobody_a_superuser(world, enter_as):
    client, address = enter_as(world.manager), world.address("change", User, world.manager.pk)
    assert client.post(address, form_of(client.get(address)) | {"is_superuser": "on"}).status_code == 302
    assert not User.objects.get(pk=world.manager.pk).is_superuser


def test_a_manager_does_not_change_a_superusers_account_or_password(world, enter_as):
    client = enter_as(world.manager)
    assert client.post(world.address("change", User, world.boss.pk), {"username": "x"}).status_code == 403
    password = f"{world.address('changelist', User)}{world.boss.pk}/password/"
    assert client.get(password).status_code == 403
    assert client.post(password, {"password1": "x" * 14, "password2": "x" * 14}).status_code == 403


@pytest.mark.parametrize("person", ["boss", "manager"])
def test_an_account_is_never_deleted(world, enter_as, person):
    client = enter_as(getattr(world, person))
    assert client.post(world.address("delete", User, world.reporter.pk), {"post": "yes"}).status_code == 403


def test_a_membership_can_be_taken_away(world, enter_as):
    membership = world.reporter.memberships.get()
    enter_as(world.manager).post(world.address("delete", Membership, membership.pk), {"post": "yes"})
    assert not Membership.objects.filter(pk=membership.pk).exists()

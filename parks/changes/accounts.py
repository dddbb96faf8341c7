"""Accounts for trying the register on one's own machine."""

import secrets
from dataclasses import dataclass

from django.db import transaction

from parks.models import Membership, Park, User
from parks.rules.choices import Role


@dataclass(frozen=True)
class LocalAccount:
    """An account just made; the password is kept nowhere else in clear."""

    username: str
    password: str
    park: Park | None


@transaction.atomic
def create_local_accounts(*, reporter_park: Park | None) -> list[LocalAccount]:
    """Make a manager and a reviewer for all parks and a reporter of one, with random passwords.

    Without a park there is no reporter. Where anybody has an account already nothing is made, and the list is empty.
    """
    if User.objects.exists():
        return []
    wanted = [("manager", Role.MANAGER, None), ("reviewer", Role.REVIEWER, None)]
    if reporter_park:
        wanted.append(("reporter", Role.REPORTER, reporter_park))
    made = []
    for username, role, park in wanted:
        password = secrets.token_urlsafe(12)
        user = User(username=username, is_staff=True)
        user.set_password(password)
        user.full_clean()
        user.save()
        membership = Membership(user=user, park=park, role=role)
        membership.full_clean()
        membership.save()
        made.append(LocalAccount(username, password, park))
    return made

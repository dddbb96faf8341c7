"""The admin for each role: what a role may see opens, what it may not is refused, and nothing breaks."""

import pytest
from django.contrib import admin
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils.translation import override

from parks.models import Park, Register
from parks.rules.choices import Role
from tests import world
from tests.house.addresses import LANGUAGES, tell
from tests.house.markup import Sheet
from tests.house.worlds import build

pytestmark = pytest.mark.django_db

ROLES = [*Role.values, "for one park", "nobody", "superuser"]


def person(role: str):
    if role == "superuser":
        return world.make_user(role=None, is_superuser=True)
    if role == "nobody":
        return world.make_user(role=None)
    if role == "for one park":
        return world.make_user(Role.REPORTER, Park.objects.first())
    return world.make_user(role)


def pages_of(model, user) -> dict[str, bool]:
    """Each page of a noun in the admin, with whether this person may open it by the noun's own word."""
    request = RequestFactory().get("/")
    request.user = user
    its = admin.site._registry[model]
    base = f"admin:parks_{model._meta.model_name}"
    row = its.get_queryset(request).order_by("pk").first()
    found = {reverse(f"{base}_changelist"): its.has_view_or_change_permission(request)}
    if model is not Register:
        found[reverse(f"{base}_add")] = its.has_add_permission(request)
    if row is not None:
        allowed = its.has_view_or_change_permission(request, row)
        found[reverse(f"{base}_change", args=[row.pk])] = allowed
        found[reverse(f"{base}_history", args=[row.pk])] = allowed
        found[reverse(f"{base}_delete", args=[row.pk])] = its.has_delete_permission(request, row)
    return found


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_what_it_may_see_and_is_refused_the_rest(role):
    build(1)
    user = person(role)
    client = Client(raise_request_exception=False)
    client.force_login(user)
    faults = {}
    # The words differ, the doors do not: once in English is enough.
    for language in LANGUAGES if role == "superuser" else ["zh-hans"]:
        with override(language):
            expected = {reverse("admin:index"): True}
            for model in admin.site._registry:
                if model._meta.app_label == "parks":
                    expected |= pages_of(model, user)
        for path, allowed in expected.items():
            answer = client.get(path)
            # The register's one row has no list: its list leads to the row.
            if answer.status_code not in ((200, 302) if allowed else (403,)):
                faults[path] = [f"status {answer.status_code}, {'may' if allowed else 'may not'}"]
            elif answer.status_code == 200:
                sheet = Sheet(answer.content.decode())
                found = [*sheet.inline(), *(fault for fault in sheet.foreign() if "asks another host" in fault)]
                if answer.headers["Content-Language"] != language:
                    found.append("wrong language")
                if found:
                    faults[path] = found
    assert not faults, tell(faults)


@pytest.mark.parametrize("role", ROLES)
def test_every_link_of_the_index_opens(role):
    build(1)
    client = Client(raise_request_exception=False)
    client.force_login(person(role))
    links = {link for link in Sheet(client.get("/admin/").content.decode()).links() if "/admin/" in link}
    answers = {link: client.get(link).status_code for link in links if "logout" not in link}
    assert answers
    assert {link: status for link, status in answers.items() if status not in (200, 302)} == {}


def test_a_visitor_is_sent_to_the_login_and_a_public_account_is_not_let_in():
    client = Client()
    answer = client.get("/admin/parks/goal/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/login/?next=/admin/parks/goal/")
    client.force_login(world.make_user(role=None, is_staff=False))
    assert client.get("/admin/").status_code == 302
    for path in ("/admin/login/", "/en/admin/login/"):
        assert Client().get(path).status_code == 200

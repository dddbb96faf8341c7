"""Text that means harm, and text without end, in every field of every noun: it stays text on every page."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from parks.models import Goal, Park
from tests import world
from tests.house.addresses import LANGUAGES, ask, days, every_detail, every_list, tell
from tests.house.markup import Sheet
from tests.house.worlds import build, every_text

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>\"'&{{ 7 }}{% now %}</title></textarea>-->%(name)s{0}\N{RIGHT-TO-LEFT OVERRIDE}"
ENDLESS = "长" * 10_000
UNBROKEN = "W" * 10_000


def faults_with(text: str) -> dict[str, list[str]]:
    build(1, every_text(text))
    faults = {}
    for plain in (*every_list(), *every_detail()):
        for address in (plain, plain.asking(**days()[0])):
            for language in LANGUAGES:
                path = address.path(language)
                answer = ask(path)
                if answer.status != 200:
                    faults[path] = [answer.told]
                    continue
                found = Sheet(answer.html).faults()
                if "<script" in answer.html.lower() or "{{" in answer.html.replace("{{ 7 }}", ""):
                    found.append("text became markup")
                if found:
                    faults[path] = found
    return faults


@pytest.mark.parametrize("text", [HOSTILE, ENDLESS, UNBROKEN], ids=["hostile", "endless", "unbroken"])
def test_every_page_answers_and_the_text_stays_text(text):
    faults = faults_with(text)
    assert not faults, tell(faults)


def test_the_text_is_shown_as_it_was_entered():
    build(1, every_text(HOSTILE))
    for name, model in {"park": Park, "goal": Goal}.items():
        row = model.objects.order_by("pk").first()
        shown = Sheet(ask(reverse(name, args=[row.code])).html)
        full = row.name if name == "park" else row.title
        assert " ".join(full.split()) in shown.text


def test_a_javascript_address_of_a_source_is_never_a_link():
    """The form refuses such an address; a row that came another way must not run it either."""
    source = world.make_source(url="javascript:alert(1)")
    world.make_park(source=source, website="javascript:alert(1)")
    world.make_rule()
    for address in (*every_list(), *every_detail()):
        html = ask(address.path("zh-hans")).html
        assert 'href="javascript' not in html.replace("&#x27;", "'").lower(), address


@pytest.mark.parametrize("text", [HOSTILE, ENDLESS], ids=["hostile", "endless"])
def test_every_list_and_form_of_the_admin_answers_and_the_text_stays_text(text):
    build(1, every_text(text))
    boss = world.make_user(role=None, is_superuser=True)
    client = Client(raise_request_exception=False)
    client.force_login(boss)
    faults = {}
    for model in admin.site._registry:
        if model._meta.app_label != "parks":
            continue
        base = f"admin:parks_{model._meta.model_name}"
        row = model._default_manager.order_by("pk").first()
        paths = [reverse(f"{base}_changelist")]
        if row:
            paths += [reverse(f"{base}_{page}", args=[row.pk]) for page in ("change", "history")]
        for path in paths:
            answer = client.get(path)
            html = answer.content.decode()
            if answer.status_code not in (200, 302):
                faults[path] = [f"status {answer.status_code}"]
            elif "<script>alert" in html or "</textarea>--" in html or "{% now" in html.replace("{% now %}", ""):
                faults[path] = ["text became markup"]
    assert not faults, tell(faults)

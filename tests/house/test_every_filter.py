"""Every choice that a list offers in its forms answers, alone and with the others, and any other value is refused."""

from urllib.parse import urlencode

import pytest

from tests.house.addresses import LANGUAGES, LISTS, Address, ask, header_faults, tell
from tests.house.markup import Sheet, plain

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]

OWN = ("as_of", "known")  # the day, which every page has


def fields_of(sheet: Sheet) -> dict[str, list[str]]:
    """Each field of the page's filters with what can be chosen in it; [] for a free text."""
    found: dict[str, list[str]] = {}
    for element in sheet.all("select", "input"):
        name = element.get("name")
        form = next((e for e in sheet.above(element) if e.tag == "form"), None)
        if not name or name in OWN or form is None or element.get("type") == "hidden":
            continue
        inside = [field for field in form.iter() if field.get("name") in OWN and field.get("type") != "hidden"]
        if inside:  # the form for the day
            continue
        choices = found.setdefault(name, [])
        if element.tag == "select":
            choices += [option.get("value", "") for option in element.iter() if plain(option.tag) == "option"]
        elif element.get("type") in ("checkbox", "radio"):
            choices.append(element.get("value", "on"))
    return found


def lists_with_filters() -> dict[str, dict[str, list[str]]]:
    found = {name: fields_of(Sheet(ask(Address(name).path("en")).html)) for name in LISTS}
    return {name: fields for name, fields in found.items() if fields}


def check(queries: list[tuple[str, str]], language: str) -> None:
    """The markup is read in Chinese only: it is the same in English."""
    faults = {}
    for name, query in queries:
        path = Address(name, query=query).path(language)
        answer = ask(path)
        found = header_faults(answer, language)
        if answer.status != 200:
            found.append(answer.told)
        elif language == "zh-hans":
            found += Sheet(answer.html).faults()
        if found:
            faults[path] = found
    assert not faults, tell(faults)


def test_the_lists_of_goals_projects_and_sources_have_filters():
    assert {"goals", "projects", "sources"} <= set(lists_with_filters())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_answers(language):
    check(
        [
            (name, urlencode({field: choice}))
            for name, fields in lists_with_filters().items()
            for field, choices in fields.items()
            for choice in choices
        ],
        language,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_answers_for_a_past_day(language):
    check(
        [
            (name, urlencode({field: choices[-1], "as_of": "2022-08-31"}))
            for name, fields in lists_with_filters().items()
            for field, choices in fields.items()
            if choices
        ],
        language,
    )


def test_the_untouched_form_can_be_sent():
    check(
        [
            (name, urlencode({field: "" for field, choices in fields.items() if not choices or "" in choices}))
            for name, fields in lists_with_filters().items()
        ],
        "zh-hans",
    )


def test_all_last_choices_together_answer():
    check(
        [
            (name, urlencode({field: choices[-1] if choices else "长沙" for field, choices in fields.items()}))
            for name, fields in lists_with_filters().items()
        ],
        "zh-hans",
    )


@pytest.mark.parametrize("text", ["没有这样的字", "<script>", "%", "_", "'", '"', "\\", "a" * 60, "100%", "é"])
def test_any_text_can_be_searched(text):
    check(
        [
            (name, urlencode({field: text}))
            for name, fields in lists_with_filters().items()
            for field, choices in fields.items()
            if not choices
        ],
        "zh-hans",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_offered_is_refused_and_named(language):
    for name, fields in lists_with_filters().items():
        for field, choices in fields.items():
            if not choices:
                continue
            answer = ask(Address(name, query=urlencode({field: "not-a-choice"})).path(language))
            assert answer.status == 400, (name, field)
            text = Sheet(answer.html).text
            assert "not-a-choice" in text, (name, field)
            assert field in text, (name, field)


def test_a_choice_given_twice_is_never_dropped_in_silence():
    for name, fields in lists_with_filters().items():
        for field, choices in fields.items():
            real = [choice for choice in choices if choice][:2]
            if len(real) == 2:
                answer = ask(Address(name, query=urlencode([(field, one) for one in real])).path("zh-hans"))
                if answer.status == 200:
                    shown = Sheet(answer.html)
                    kept = [e for e in shown.all("input", "option") if e.get("value") in real]
                    chosen = [e for e in kept if "checked" in e.attrib or "selected" in e.attrib]
                    assert {e.get("value") for e in chosen} >= set(real), (name, field)
                else:
                    assert answer.status == 400, (name, field)


def test_a_text_that_is_too_long_is_refused():
    for name, fields in lists_with_filters().items():
        for field, choices in fields.items():
            if not choices:
                assert ask(Address(name, query=urlencode({field: "长" * 5000})).path("zh-hans")).status == 400

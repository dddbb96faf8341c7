"""Chinese pages speak Chinese, English ones mark what is Chinese, no text of the programs lacks its translation."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from tests.house.addresses import PAST, Address, ask, every_detail, every_list, tell
from tests.house.markup import Sheet, plain

ROOT = Path(__file__).resolve().parent.parent.parent
CATALOGUE = ROOT / "parks" / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    **dict.fromkeys(["_", "gettext", "gettext_lazy", "gettext_noop", "_lazy"], None),
    **dict.fromkeys(["ngettext", "ngettext_lazy"], (1, 2)),
    **dict.fromkeys(["pgettext", "pgettext_lazy"], ((1, "c"), 2)),
    **dict.fromkeys(["npgettext", "npgettext_lazy"], ((1, "c"), 2, 3)),
}
PLACE = re.compile(r"%\((\w+)\)|%([sd])|\{(\w*)\}")
SENTENCE = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:[ ,;:]+[A-Za-z][A-Za-z'’-]*){3,}")
# Words that names of documents, firms and programmes seldom hold two of, and sentences nearly always.
SMALL_WORDS = re.compile(
    r"\b(?:the|a|an|is|are|was|were|be|has|have|not|no|this|that|it|to|by|with|on|as|or|from|only|what|which|who)\b",
    re.IGNORECASE,
)
CHINESE = re.compile(r"[\u3400-\u9fff]")
SPOKEN = ("title", "alt", "aria-label", "placeholder", "aria-description", "label")


def texts_of_the_programs() -> dict[tuple[str | None, str], str]:
    """Every text that goes through gettext, by context and (singular) text, with the file it stands in."""
    found = {}
    modules = [path for folder in ("config", "parks") for path in (ROOT / folder).rglob("*.py")]
    for path in [*modules, *(ROOT / "templates").rglob("*.html")]:
        if "migrations" in path.parts:
            continue
        source = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            # Calls of gettext amid letters X: read as Python once its lines do not look indented.
            source = "\n".join(line.strip() for line in templatize(source).splitlines())
        for _, message, _, context in extract("python", BytesIO(source.encode()), KEYWORDS):
            single = message[0] if isinstance(message, tuple) else message
            found[context, single] = str(path.relative_to(ROOT))
    return found


def catalogue() -> dict[tuple[str | None, str], tuple[tuple[str, ...], bool]]:
    """The translations of each text, and whether they are still a guess."""
    with CATALOGUE.open("rb") as file:
        return {
            (message.context, message.id[0] if isinstance(message.id, tuple) else message.id): (
                message.string if isinstance(message.string, tuple) else (message.string,),
                message.fuzzy,
            )
            for message in read_po(file)
            if message.id
        }


def test_the_gathering_of_texts_finds_those_of_python_and_of_templates():
    found = texts_of_the_programs()
    assert found[None, "Skip to content"] == "templates/base.html"
    assert found[None, "“%(page)s” is not a page number."] == "parks/filters/moment.py"
    assert len(found) > 300


def test_every_text_has_a_finished_translation():
    known = catalogue()
    wanting = [
        f"{path}: {text!r}"
        for (context, text), path in texts_of_the_programs().items()
        if (context, text) not in known or not all(known[context, text][0]) or known[context, text][1]
    ]
    assert wanting == []


def test_no_translation_is_left_of_a_text_that_is_gone():
    assert sorted(text for _, text in catalogue().keys() - texts_of_the_programs().keys()) == []


def test_a_translation_names_the_same_places_as_its_text():
    def places(*texts: str) -> set[str]:
        return {next(filter(None, match), "") for text in texts for match in PLACE.findall(text)}

    with CATALOGUE.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    wrong = []
    for message in messages:
        # Chinese has one form, which may name what only the plural names.
        texts, strings = ((it,) if isinstance(it, str) else it for it in (message.id, message.string))
        if any(places(string) != places(*texts) for string in strings):
            wrong.append(texts[0])
    assert wrong == []


def test_the_texts_of_the_programs_are_english():
    """A unit or a name may be cited."""
    assert [text for _, text in texts_of_the_programs() if len(CHINESE.findall(text)) > len(text) / 5] == []


# ---- pages ----


def spoken(sheet: Sheet, language: str) -> Iterator[tuple[Element, str]]:
    """Each run of text that a reader of `language` meets: texts and spoken attributes outside of other languages."""
    for element in sheet.elements:
        if plain(element.tag) in ("script", "style") or sheet.language_of(element) != language:
            continue
        if element.text:
            yield element, element.text
        for attribute in SPOKEN:
            if element.get(attribute):
                yield element, element.get(attribute)
        if plain(element.tag) == "meta" and element.get("name") == "description":
            yield element, element.get("content")
    for element in sheet.elements:
        parent = sheet.parents.get(element)
        if element.tail and parent is not None and sheet.language_of(parent) == language:
            yield parent, element.tail


def is_english_sentence(text: str) -> bool:
    return any(len(SMALL_WORDS.findall(run)) >= 2 for run in SENTENCE.findall(" ".join(text.split())))


def pages(language: str) -> Iterator[tuple[str, Sheet]]:
    """Every page today, lists of a past day, and the pages that refuse."""
    past = [Address(address.name).asking(as_of=PAST) for address in every_list()]
    refused = [
        Address("goals").asking(page="999"),
        Address("goals").asking(nonsense="1"),
        Address("park", "none-such"),
    ]
    for address in (*every_list(), *every_detail(), *past, *refused):
        path = address.path(language)
        yield path, Sheet(ask(path).html)


@pytest.mark.django_db
@pytest.mark.usefixtures("register")
def test_chinese_pages_hold_no_english_sentence():
    faults = {}
    for path, sheet in pages("zh-hans"):
        found = [" ".join(text.split())[:90] for _, text in spoken(sheet, "zh-Hans") if is_english_sentence(text)]
        if found:
            faults[path] = found
    assert not faults, tell(faults)


@pytest.mark.django_db
@pytest.mark.usefixtures("register")
def test_english_pages_mark_what_is_chinese():
    """Where a row has no English text the Chinese one shows, marked; texts of the programs are never Chinese there."""
    faults = {}
    for path, sheet in pages("en"):
        found = []
        for element, text in spoken(sheet, "en"):
            # A title and a description cannot mark a part of themselves.
            if CHINESE.search(text) and plain(element.tag) not in ("title", "meta", "option"):
                found.append(f"<{plain(element.tag)} class={element.get('class')!r}>: {' '.join(text.split())[:40]}")
        if found:
            faults[path] = found
    assert not faults, tell(faults)


@pytest.mark.parametrize(
    ("text", "is_sentence"),
    [
        ("This record holds only figures from public material.", True),
        ("A blank means that this record has received no figure.", True),
        ("China Daily", False),
        ("Apple Music Radio Hunan", False),
        ("长沙 Changsha High-tech Zone", False),
        ("State Key Laboratory of Rice Biology", False),
    ],
)
def test_names_are_no_sentences(text, is_sentence):
    assert is_english_sentence(text) is is_sentence

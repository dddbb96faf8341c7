"""Reads a page as a browser does and says what is wrong with its HTML: one sentence a fault, none where all is well."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
INTERACTIVE = {"a", "button", "select", "textarea", "label", "summary", "iframe"}
PHRASING_ONLY = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "b", "i", "em", "strong", "small", "label", "button"}
PHRASING_ONLY |= {"dt", "summary", "legend", "cite", "code", "time", "abbr", "mark", "del", "ins", "q", "sub", "sup"}
BLOCKS = {"address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure"}
BLOCKS |= {"footer", "form", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul", "li", "dd"}
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "tr": {"th", "td"},
    "select": {"option", "optgroup"},
}
REFERENCES = ("for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
REFERENCES += ("aria-details", "aria-errormessage", "aria-activedescendant")
ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "cite", "ping", "srcset", "xlink:href")
HANDLER = re.compile(r"^on[a-z]+$")


def plain(name: object) -> str:
    """`svg` for `{http://www.w3.org/2000/svg}svg`."""
    return name.rsplit("}", 1)[-1] if isinstance(name, str) else ""


class Sheet:
    """One page. `faults()` are those of any page; what a page says of itself stands in the other members."""

    def __init__(self, html: str, host: str = "testserver"):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.tree: Element = parser.parse(html)
        self.errors = [f"line {at[0]}: {code} {said or ''}".strip() for at, code, said in parser.errors]
        self.html, self.host = html, host
        self.parents = {child: parent for parent in self.tree.iter() for child in parent}
        self.elements = [element for element in self.tree.iter() if isinstance(element.tag, str)]

    def all(self, *names: str) -> list[Element]:
        return [element for element in self.elements if plain(element.tag) in names]

    def one(self, tag: str, /, **attributes: str) -> Element | None:
        """The first <tag> with these attributes."""
        return next((e for e in self.all(tag) if all(e.get(key) == value for key, value in attributes.items())), None)

    def above(self, element: Element) -> Iterator[Element]:
        while (element := self.parents.get(element)) is not None:
            yield element

    def language_of(self, element: Element) -> str:
        for one in (element, *self.above(element)):
            if one.get("lang"):
                return one.get("lang")
        return ""

    @cached_property
    def language(self) -> str:
        return self.tree.get("lang", "")

    @cached_property
    def title(self) -> str:
        found = self.one("title")
        return text_of(found) if found is not None else ""

    @cached_property
    def description(self) -> str:
        found = self.one("meta", name="description")
        return found.get("content", "") if found is not None else ""

    @cached_property
    def text(self) -> str:
        """All text of the body, as one line."""
        return text_of(self.one("body"))

    def alternates(self) -> dict[str, str]:
        """hreflang to address, and `canonical`."""
        found = {e.get("hreflang"): e.get("href") for e in self.all("link") if e.get("rel") == "alternate"}
        canonical = self.one("link", rel="canonical")
        return found | ({"canonical": canonical.get("href")} if canonical is not None else {})

    def links(self) -> set[str]:
        """The addresses of our own pages that this one links to, with their queries, without fragments."""
        found = set()
        for element in self.all("a"):
            parts = urlsplit(element.get("href", ""))
            if not parts.scheme and parts.netloc in ("", self.host) and (parts.path or parts.query):
                found.add(parts._replace(scheme="", netloc="", fragment="").geturl())
        return found

    # ---- faults ----

    def faults(self) -> list[str]:
        return [
            *self.errors,
            *self.double_ids(),
            *self.loose_ends(),
            *self.wrong_headings(),
            *self.inline(),
            *self.foreign(),
            *self.misplaced(),
            *self.unnamed(),
        ]

    def double_ids(self) -> Iterator[str]:
        counts = Counter(e.get("id") for e in self.elements if e.get("id") is not None)
        for name, count in counts.items():
            if count > 1 or not name or re.search(r"\s", name):
                yield f"id {name!r} stands {count} times"

    def loose_ends(self) -> Iterator[str]:
        """References to an id that the page does not have."""
        ids = {e.get("id") for e in self.elements if e.get("id")}
        for element in self.elements:
            for attribute in REFERENCES:
                for name in (element.get(attribute) or "").split():
                    if name not in ids:
                        yield f"{attribute}={name!r} leads nowhere"
            for attribute, value in element.attrib.items():
                if plain(attribute) == "href" and value.startswith("#") and unquote(value[1:]) not in ids | {"top"}:
                    yield f"href={value!r} leads nowhere"
                for name in re.findall(r"url\(#([^)]*)\)", value):
                    if name not in ids:
                        yield f"{attribute}={value!r} leads nowhere"

    def wrong_headings(self) -> Iterator[str]:
        levels = [(HEADINGS.index(plain(e.tag)) + 1, text_of(e)) for e in self.all(*HEADINGS)]
        ones = sum(level == 1 for level, _ in levels)
        if ones != 1:
            yield f"{ones} headings of level 1"
        before = 0
        for level, text in levels:
            if level > before + 1:
                yield f"heading {text[:40]!r} skips from level {before} to {level}"
            if not text:
                yield f"an empty heading of level {level}"
            before = level

    def inline(self) -> Iterator[str]:
        """What a strict policy forbids."""
        for element in self.elements:
            name = plain(element.tag)
            if name == "style" or (name == "script" and not element.get("src")):
                yield f"an inline <{name}>"
            for attribute, value in element.attrib.items():
                if attribute == "style" or HANDLER.match(attribute):
                    yield f"<{name} {attribute}=…>"
                if plain(attribute) in ADDRESSES and re.match(r"\s*(javascript|vbscript|data):", value, re.IGNORECASE):
                    yield f"<{name} {attribute}={value[:40]!r}>"

    def foreign(self) -> Iterator[str]:
        """Addresses of other hosts: only links that say so may have them."""
        for element in self.elements:
            name = plain(element.tag)
            for attribute, value in element.attrib.items():
                if plain(attribute) not in ADDRESSES:
                    continue
                parts = urlsplit(value)
                if parts.netloc in ("", self.host) and parts.scheme in ("", "http", "https"):
                    continue
                if name != "a":
                    yield f"<{name} {attribute}={value[:60]!r}> asks another host"
                elif parts.scheme in ("http", "https") and "noopener" not in element.get("rel", "").split():
                    yield f"a link to another host without rel=noopener: {value[:60]!r}"

    def misplaced(self) -> Iterator[str]:
        """Elements where HTML does not allow them."""
        for element in self.elements:
            name, parent = plain(element.tag), self.parents.get(element)
            if parent is None or element.tag != name:
                continue
            within = plain(parent.tag)
            if within in CHILDREN and name not in CHILDREN[within] | {"script", "template"}:
                yield f"<{name}> directly in <{within}>"
            if name in ("li", "dt", "dd", "option", "legend", "figcaption", "summary", "caption"):
                owners = {"li": "ul ol menu", "dt": "dl div", "dd": "dl div", "option": "select optgroup datalist"}
                owners |= {"legend": "fieldset", "figcaption": "figure", "summary": "details", "caption": "table"}
                if within not in owners[name].split():
                    yield f"<{name}> in <{within}>"
            if name in BLOCKS and within in PHRASING_ONLY:
                yield f"<{name}> in <{within}>: {text_of(element)[:30]!r}"
            if name in INTERACTIVE or (name == "input" and element.get("type") != "hidden"):
                for outer in self.above(element):
                    outside = plain(outer.tag)
                    if outside in ("a", "button") or (outside == "label" and name in ("a", "button", "label")):
                        yield f"<{name}> inside <{outside}>"
                        break

    def unnamed(self) -> Iterator[str]:
        """Links, fields and pictures without a name, cells without scope, days that are no days."""
        labelled = {e.get("for") for e in self.all("label")}
        for element in self.elements:
            name = plain(element.tag)
            if name == "a" and "href" in element.attrib and not (text_of(element) or element.get("aria-label")):
                if not any(plain(e.tag) == "img" and e.get("alt") for e in element.iter()):
                    yield f"a link without words to {element.get('href')!r}"
            if name == "a" and element.get("href") in ("", "#", "None"):
                yield f"a link to {element.get('href')!r}: {text_of(element)[:30]!r}"
            if name == "img" and element.get("alt") is None:
                yield "a picture without alt"
            if name in ("input", "select", "textarea") and element.get("type") not in ("hidden", "submit", "button"):
                named = element.get("id") in labelled or element.get("aria-label") or element.get("aria-labelledby")
                if not named and not any(plain(e.tag) == "label" for e in self.above(element)):
                    yield f"a field without a label: {element.get('name')!r}"
            if name == "th" and not element.get("scope") and not element.get("id"):
                yield f"a heading cell without scope: {text_of(element)[:30]!r}"
            if name == "time" and not re.fullmatch(
                r"\d{4}(-\d\d(-\d\d)?)?", element.get("datetime") or text_of(element)
            ):
                yield f"<time> without a day: {element.get('datetime')!r} {text_of(element)[:30]!r}"
            if (element.get("tabindex") or "0").lstrip("-") not in ("0", "1") or element.get("tabindex") == "1":
                yield f"<{name} tabindex={element.get('tabindex')!r}>"
            if "lang" in element.attrib and element.get("lang") not in ("zh-Hans", "en"):
                yield f"<{name} lang={element.get('lang')!r}>"


def text_of(element: Element) -> str:
    """The text in an element, blanks folded."""
    return " ".join("".join(piece for piece in element.itertext() if piece).split())

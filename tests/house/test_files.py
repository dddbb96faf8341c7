"""What stands in our files: no machine's paths, nothing inline in templates, no module that outgrew its room."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = (".ci", "config", "docs", "fixtures", "parks", "templates", "tests")
TEXTS = {".py", ".html", ".css", ".md", ".toml", ".txt", ".json", ".po", ".svg", ".csv", ".yml", ".sh", ".example", ""}
PLACES = r"(?<![\w.~/-])/(?:work|tmp|root|home/\w+|Users/\w+|var/folders)/\w"
MACHINE = re.compile(rf"{PLACES}|C:\\\\Users|pypi\.org|localhost:\d\d")
MOST_LINES = 400


def ours() -> list[Path]:
    found = [*ROOT.iterdir(), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))]
    kept = (path for path in found if path.suffix in TEXTS and "__pycache__" not in path.parts)
    return sorted(path for path in kept if path.is_file() and path.name != ".env")


def lines_with(pattern: re.Pattern, paths: list[Path]) -> list[str]:
    found = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if match := pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {match[0][:60]}")
    return found


def below(folder: str, suffix: str) -> list[Path]:
    return [path for path in ours() if path.suffix == suffix and path.is_relative_to(ROOT / folder)]


def test_no_file_names_a_place_on_somebodys_machine():
    paths = [path for path in ours() if path != Path(__file__)]
    assert lines_with(MACHINE, paths) == []


@pytest.mark.parametrize("folder", ["config", "parks", "tests"])
def test_no_module_outgrows_its_room(folder):
    modules = [path for path in below(folder, ".py") if "migrations" not in path.parts]
    long = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert {name: count for name, count in long.items() if count > MOST_LINES} == {}


def test_every_module_says_what_it_is_for():
    silent = [
        str(path.relative_to(ROOT))
        for folder in ("config", "parks")
        for path in below(folder, ".py")
        if "migrations" not in path.parts
        and (text := path.read_text(encoding="utf-8").strip())
        and not text.startswith('"""')
    ]
    assert silent == []


def test_templates_hold_no_style_and_no_script_of_their_own():
    inline = re.compile(r"<style\b|\sstyle=|\son[a-z]+=['\"]|<script(?![^>]*\bsrc=)|javascript:", re.I)
    assert lines_with(inline, below("templates", ".html")) == []


def test_escaping_is_never_turned_off():
    unsafe = re.compile(r'\|safe\b|autoescape off|mark_safe|SafeString\((?!"")')
    assert lines_with(unsafe, below("templates", ".html") + below("parks", ".py")) == []


def test_templates_know_neither_the_request_nor_the_database():
    forbidden = re.compile(r"\brequest\.|\.objects\b|_set\.all\b")
    assert lines_with(forbidden, below("templates/parks", ".html") + below("templates/parts", ".html")) == []


def test_parts_say_what_they_want_and_are_included_with_that_alone():
    for path in below("templates/parts", ".html"):
        assert "{#" in path.read_text(encoding="utf-8").split("\n\n")[0], path
    open_include = re.compile(r"\{% include (?!.*\bonly\b)[^%]*%\}")
    public = [path for path in below("templates", ".html") if "admin" not in path.relative_to(ROOT).parts]
    assert lines_with(open_include, public) == []


def test_style_sheets_ask_nobody_else_and_overrule_nothing_by_force():
    sheets = below("parks/static", ".css")
    assert sheets
    assert lines_with(re.compile(r"@import|url\(\s*['\"]?(?:https?:)?//|!important"), sheets) == []


def test_colours_and_dark_mode_stand_in_the_tokens_alone():
    with_colours = ("tokens.css", "admin.css", "print.css")
    others = [path for path in below("parks/static", ".css") if path.name not in with_colours]
    assert lines_with(re.compile(r"light-dark\(|#[0-9a-f]{3,8}\b(?![^{]*\{)|prefers-color-scheme", re.I), others) == []


def test_nothing_is_imported_inside_a_function_and_no_signal_is_sent():
    modules = [path for folder in ("config", "parks") for path in below(folder, ".py")]
    forbidden = re.compile(r"^\s+(?:from [\w.]+ )?import \w|django\.dispatch|\b(?:post|pre)_save\b")
    assert lines_with(forbidden, modules) == []

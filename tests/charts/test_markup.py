"""The markup of the charts: hostile words stay words, no styles, ids once, and every state written."""

import re
from datetime import date
from decimal import Decimal
from types import SimpleNamespace as Item

import pytest
from django.utils import translation

from parks.charts.goal_path import PathTexts, Reading, goal_path
from tests.charts.drawn import draw

HOSTILE = "</svg><script>alert(\"1\")</script><b onclick='x'>& {{ 7 }}"
HALF = Decimal("0.5")


def chart(prefix="revenue"):
    texts = PathTexts(HOSTILE, HOSTILE, unit=HOSTILE, target="580", target_notes=("目标",), target_short=HOSTILE)
    return goal_path(
        points=[Reading(date(2022, 6, 30), Decimal("290.61"), "actual", HOSTILE, "290.61", "<i>")],
        target=Decimal(580),
        texts=texts,
        path=[(date(2022, 1, 1), Decimal(0)), (date(2022, 12, 31), Decimal(580))],
        starts_on=date(2022, 1, 1),
        due_on=date(2022, 12, 31),
        prefix=prefix,
    )


def book_item(**changes):
    given = {"label": "马栏山 税收", "url": "/goals/x/", "percent_text": "50%", "share": HALF, "expected": None}
    given |= {"target_text": "36", "unit": "亿元", "code": "outcome_unknown", "detail": "part", "stale": False}
    return Item(**given | changes)


def stage(**changes):
    given = {"word": "开工", "at": "done", "date_text": "2021-12-02", "note": "同日开工", "days_text": "475天"}
    return Item(**given | changes)


EVERYTHING = {
    "slip": ("{% slip 'slow' '' half half True %}", {"half": HALF}),
    "slips": (
        "{% slips items words %}",
        {
            "words": HOSTILE,
            "items": [Item(code="missed", title=HOSTILE), {"code": "slow", "title": HOSTILE, "url": "/x?a=1&b=2"}],
        },
    ),
    "book": (
        "{% book groups %}",
        {"groups": [Item(count=1, title=HOSTILE, items=[book_item(label=HOSTILE, unit=HOSTILE, words=HOSTILE)])]},
    ),
    "bar": ("{% bar half half 'pace' words %}", {"half": HALF, "words": HOSTILE}),
    "swatch": ("{% swatch 'none' %}{% swatch 'expected' %}{% swatch 'pace' %}", {}),
    "goal_path": ("{% goal_path chart words words %}", {"chart": chart(), "words": HOSTILE}),
    "years": (
        "{% years rows words words %}",
        {
            "words": HOSTILE,
            "rows": [
                Item(
                    label=HOSTILE,
                    value=Decimal(3),
                    value_text=HOSTILE,
                    unit=HOSTILE,
                    note=HOSTILE,
                    first=Decimal(2),
                    first_text=HOSTILE,
                )
            ],
        },
    ),
    "track": (
        "{% track items end %}",
        {
            "items": [stage(word=HOSTILE, note=HOSTILE), stage(days_text=HOSTILE)],
            "end": Item(code="cancelled", word=HOSTILE),
        },
    ),
    "mini": ("{% mini 'gap done now' words %}", {"words": HOSTILE}),
    "sparkline": (
        "{% sparkline points words %}",
        {"words": HOSTILE, "points": [(date(2020 + year, 1, 1), Decimal(year)) for year in range(3)]},
    ),
    "stage_bars": (
        "{% stage_bars items %}",
        {"items": [Item(code="signed", word=HOSTILE, count=3, url="/x?a=1&b=2")]},
    ),
}


@pytest.mark.parametrize("name", EVERYTHING)
def test_hostile_words_stay_words(name):
    source, context = EVERYTHING[name]
    page = draw(source, **context)
    assert not page.all("script")
    assert not any("onclick" in attrs for _, attrs in page.tags)
    assert "{{ 7 }}" not in page.html or "&lt;/svg&gt;" in page.html


@pytest.mark.parametrize("name", EVERYTHING)
def test_there_are_no_styles_and_no_scripts(name):
    source, context = EVERYTHING[name]
    for _, attrs in draw(source, **context).tags:
        assert "style" not in attrs
        assert not any(attribute.startswith("on") for attribute in attrs)


@pytest.mark.parametrize("name", EVERYTHING)
def test_every_drawing_is_named_or_hidden(name):
    source, context = EVERYTHING[name]
    for drawing in draw(source, **context).all("svg"):
        assert drawing.get("aria-hidden") == "true" or drawing.get("role") == "img"
        if drawing.get("role") == "img":
            assert drawing.get("aria-label") or drawing.get("aria-labelledby")


@pytest.mark.parametrize("language", ["zh-hans", "en", "de"])
@pytest.mark.parametrize("name", EVERYTHING)
def test_coordinates_are_the_same_in_every_language(name, language):
    source, context = EVERYTHING[name]
    with translation.override(language):
        page = draw(source, **context)
    numbers = [
        value for _, attrs in page.tags for key, value in attrs.items() if key in {"x", "y", "width", "height", "y1"}
    ]
    assert all(re.fullmatch(r"-?\d+(\.\d+)?%?", number) for number in numbers)


def test_a_slip_carries_its_standing_detail_and_staleness():
    (slip,) = draw("{% slip 'outcome_unknown' 'part' share stale=True %}", share=HALF).all("svg")
    assert (slip["data-standing"], slip["data-detail"]) == ("outcome_unknown", "part")
    assert "data-stale" in slip
    assert slip["aria-hidden"] == "true"


def test_a_missing_share_is_no_figure_and_no_error():
    assert not draw("{% slip 'outcome_unknown' 'part' nothing.at_all %}").all("rect", class_="v")


def test_a_row_of_slips_carries_its_tally_and_nothing_makes_no_row():
    page = draw("{% slips items '待结果2' %}", items=[Item(code="missed"), Item(code="slow")])
    assert len(page.all("svg", class_="slip")) == 2
    assert page.texts == ["待结果2"]
    assert not draw("{% slips items '待结果0' %}", items=[]).tags


def test_a_linked_slip_is_named():
    page = draw("{% slips items %}", items=[Item(code="missed", url="/goals/a/", title="税收")])
    assert page.all("a", href="/goals/a/")
    assert page.texts == ["税收"]


def test_a_slip_of_the_book_says_its_words_in_reading_order():
    page = draw("{% book groups %}", groups=[{"count": "6", "title": "到期", "items": [book_item()]}])
    assert page.texts == ["6", "到期", "50%", "马栏山 税收", "36", "亿元"]
    assert "data-none" not in page.all("li")[0]


def test_a_slip_of_the_book_without_a_figure_says_so_to_the_style_sheet():
    item = book_item(share=None, detail="none", percent_text="—")
    page = draw("{% book groups %}", groups=[{"count": "1", "title": "无数", "items": [item]}])
    assert "data-none" in page.all("li")[0]
    assert page.all("rect", fill="url(#hx)")


def test_a_group_without_slips_is_not_drawn():
    assert not draw("{% book groups %}", groups=[{"count": "0", "title": "无", "items": []}]).tags


def test_a_chart_that_finds_nothing_is_not_drawn():
    assert not draw("{% goal_path chart 'finding' 'reading' %}", chart=None).tags
    assert not draw("{% years rows 'finding' %}", rows=[]).tags
    assert not draw("{% sparkline points 'title' %}", points=[]).tags
    assert not draw("{% stage_bars items %}", items=[]).tags
    assert not draw("{% track items %}", items=[]).tags


def test_only_the_first_drawing_carries_title_and_description_and_both_refer_to_them():
    page = draw("{% goal_path a %}{% goal_path b %}", a=chart("revenue"), b=chart("tax"))
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert ids == ["revenue-title", "revenue-desc", "tax-title", "tax-desc"]
    assert [svg["aria-labelledby"] for svg in page.all("svg")] == ["revenue-title"] * 2 + ["tax-title"] * 2


def test_a_restated_year_shows_the_first_value_struck():
    rows = [
        Item(
            label="2021",
            value=Decimal("519.81"),
            value_text="519.81",
            unit="亿元",
            first=Decimal(500),
            first_text="500",
        )
    ]
    page = draw("{% years rows %}", rows=rows)
    assert page.all("del")
    assert page.texts[-1] == "500"


def test_days_stand_only_on_a_line_with_both_ends_on_record():
    items = [stage(), stage(at="gap", days_text="9天"), stage(at="now", days_text="")]
    assert "475天" not in draw("{% track items %}", items=items).texts
    assert "475天" in draw("{% track items %}", items=[stage(), stage(at="now", days_text="")]).texts


def test_a_stage_on_no_record_is_hatched_and_an_empty_one_is_not_linked():
    items = [Item(code="", word="未记录", count=2, url="/a"), Item(code="signed", word="签约", count=0, url="/b")]
    page = draw("{% stage_bars items %}", items=items)
    assert page.all("rect", fill="url(#hx)")
    assert [a["href"] for a in page.all("a")] == ["/a"]
    assert page.texts == ["未记录", "2", "签约", "0"]


def test_the_hatching_is_defined_once():
    page = draw('{% include "parts/charts/defs.html" %}')
    assert [attrs["id"] for attrs in page.all("pattern")] == ["hx"]

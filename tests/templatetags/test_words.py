"""The wording of numbers, dates, periods, standings and sources, in both languages."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from parks.rules.choices import Comparator, Detail, Precision, Reliability, Standing
from parks.templatetags import words


@dataclass(frozen=True)
class Unit:
    symbol: str
    symbol_en: str
    quantity: str
    factor: Decimal = Decimal(1)


YI = Unit("亿元", "100 m yuan", "money", Decimal(10**8))
WAN = Unit("万元", "10,000 yuan", "money", Decimal(10**4))
WAN_PER_MU = Unit("万元/亩", "10,000 yuan per mu", "land_yield", Decimal(10**4))
FIRMS = Unit("家", "firms", "count")
WAN_SETS = Unit("万台", "sets", "count", Decimal(10**4))
PLACE = Unit("名", "place", "rank")
SHARE = Unit("%", "%", "share")
NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        ("290.61", YI, "290.61亿元", f"29.061{NB}bn yuan"),
        ("580.0000", YI, "580亿元", f"58{NB}bn yuan"),
        ("0.5", YI, "0.5亿元", f"50{NB}m yuan"),
        ("5000", WAN, "5000万元", f"50{NB}m yuan"),
        ("30", WAN, "30万元", f"300,000{NB}yuan"),
        ("30", WAN_PER_MU, "30万元/亩", f"300,000{NB}yuan per mu"),
        ("1000", FIRMS, "1000家", f"1,000{NB}firms"),
        ("1", FIRMS, "1家", f"1{NB}firm"),
        ("45", WAN_SETS, "45万台", f"450,000{NB}sets"),
        ("92", PLACE, "第92名", f"92nd{NB}place"),
        ("11", PLACE, "第11名", f"11th{NB}place"),
        ("25.90", SHARE, "25.9%", "25.9%"),
        ("-1.5", SHARE, "−1.5%", "−1.5%"),
        ("0.00", SHARE, "0%", "0%"),
        ("12", None, "12", "12"),
    ],
)
def test_it_words_a_figure_with_its_unit(value, unit, zh, en):
    with override("zh-hans"):
        assert words.figure(Decimal(value), unit) == zh
    with override("en"):
        assert words.figure(Decimal(value), unit) == en


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        ("580", YI, (10**8, "亿元"), (10**9, "bn yuan")),
        ("0.5", YI, (10**8, "亿元"), (10**6, "m yuan")),
        ("3", WAN, (10**4, "万元"), (1, "yuan")),
        ("30", WAN_PER_MU, (10**4, "万元/亩"), (1, "yuan per mu")),
        ("45", WAN_SETS, (10**4, "万台"), (1, "sets")),
        ("1000", FIRMS, (1, "家"), (1, "firms")),
        ("50", PLACE, (1, "名"), (1, "place")),
        ("20", SHARE, (1, "%"), (1, "%")),
    ],
)
def test_figures_of_one_drawing_share_the_unit_of_one_of_them(value, unit, zh, en):
    with override("zh-hans"):
        assert words.scale(Decimal(value), unit) == zh
    with override("en"):
        assert words.scale(Decimal(value), unit) == en


def test_it_shows_a_missing_figure_as_a_dash():
    assert words.figure(None, YI) == "—"
    assert words.target("at_least", None, YI) == "—"
    assert words.percent(None) == "—"
    assert words.points(None) == "—"
    assert words.period(None, None) == "—"


def test_it_gives_number_and_unit_apart_for_a_page_that_sets_the_unit_small():
    with override("en"):
        assert words.figure_value(Decimal("290.61"), YI) == "29.061"
        assert words.figure_unit(Decimal("290.61"), YI) == "bn yuan"
        assert words.figure_unit(Decimal("0.5"), YI) == "m yuan"
        assert words.original(Decimal("290.610"), YI) == "290.61亿元"


@given(st.decimals(min_value=Decimal("-1e11"), max_value=Decimal("1e11"), places=4))
def test_no_digit_is_lost_between_the_languages(value):
    with override("zh-hans"):
        chinese = words.figure_value(value, YI).replace(words.MINUS, "-")
    with override("en"):
        number, unit = words.figure_parts(value, YI)
    factor = {"bn yuan": 10**9, "m yuan": 10**6, "yuan": 1}[unit]
    english = Decimal(number.replace(",", "").replace(words.MINUS, "-")) * factor
    assert Decimal(chinese) == value
    assert english == value * 10**8


@pytest.mark.parametrize(
    ("comparator", "value", "unit", "zh", "en"),
    [
        (Comparator.AT_LEAST, "580", YI, "≥580亿元", f"≥58{NB}bn yuan"),
        (Comparator.OVER, "1000", YI, ">1000亿元", f">100{NB}bn yuan"),
        (Comparator.ABOUT, "500", YI, "≈500亿元", f"≈50{NB}bn yuan"),
        (Comparator.AT_MOST, "50", PLACE, "前50名", "top 50"),
        (Comparator.AT_MOST, "3.5", SHARE, "≤3.5%", "≤3.5%"),
    ],
)
def test_it_words_a_target_with_its_comparator(comparator, value, unit, zh, en):
    with override("zh-hans"):
        assert words.target(comparator, Decimal(value), unit) == zh
    with override("en"):
        assert words.target(comparator, Decimal(value), unit) == en


@pytest.mark.parametrize(
    ("share", "wanted"),
    [
        ("0.50105", "50.1%"),
        ("0.5", "50.0%"),
        ("0", "0.0%"),
        ("1", "100.0%"),
        ("0.9996", "99.96%"),
        ("0.0004", "0.04%"),
        ("1.052", "105.2%"),
        ("-0.031", "−3.1%"),
    ],
)
def test_a_share_keeps_one_place_and_never_rounds_a_difference_away(share, wanted):
    assert words.percent(Decimal(share)) == wanted


@pytest.mark.parametrize(
    ("gap", "zh", "en"),
    [
        ("0.105", "+0.1个百分点", f"+0.1{NB}points"),
        ("-3.7", "−3.7个百分点", f"−3.7{NB}points"),
        ("0", "0.0个百分点", f"0.0{NB}points"),
        ("-0.03", "−0.03个百分点", f"−0.03{NB}points"),
        ("1", "+1.0个百分点", f"+1.0{NB}point"),
    ],
)
def test_it_words_a_gap_with_its_sign(gap, zh, en):
    with override("zh-hans"):
        assert words.points(Decimal(gap)) == zh
    with override("en"):
        assert words.points(Decimal(gap)) == en


def test_it_words_a_distance_in_places():
    with override("zh-hans"):
        assert words.places(Decimal(42)) == "42名"
    with override("en"):
        assert words.places(Decimal(1)) == f"1{NB}place"
        assert words.places(Decimal(-42)) == f"42{NB}places"


@pytest.mark.parametrize(
    ("start", "end", "zh", "en"),
    [
        ("2022-01-01", "2022-12-31", "2022年全年", "full year 2022"),
        ("2022-01-01", "2022-03-31", "2022年一季度", "Q1 2022"),
        ("2022-10-01", "2022-12-31", "2022年四季度", "Q4 2022"),
        ("2022-01-01", "2022-06-30", "2022年1–6月", "Jan–Jun 2022"),
        ("2022-02-01", "2022-04-30", "2022年2–4月", "Feb–Apr 2022"),
        ("2024-02-01", "2024-02-29", "2024年2月", "Feb 2024"),
        ("2021-01-01", "2025-12-31", "2021–2025年", "2021–2025"),
        ("2021-10-01", "2022-03-31", "2021年10月–2022年3月", "Oct 2021 – Mar 2022"),
        ("2022-08-12", "2022-08-12", "截至2022-08-12", "as of 12 Aug 2022"),
        (None, "2022-08-12", "截至2022-08-12", "as of 12 Aug 2022"),
        ("2022-01-01", "2022-10-10", "2022-01-01至2022-10-10", "1 Jan – 10 Oct 2022"),
        ("2021-12-05", "2022-01-10", "2021-12-05至2022-01-10", "5 Dec 2021 – 10 Jan 2022"),
    ],
)
def test_it_words_a_period(start, end, zh, en):
    first, last = start and date.fromisoformat(start), date.fromisoformat(end)
    with override("zh-hans"):
        assert words.period(first, last) == zh
    with override("en"):
        assert words.period(first, last) == en


@pytest.mark.parametrize(
    ("start", "due", "zh", "en"),
    [
        (date(2022, 1, 1), date(2022, 12, 31), "2022年内", "in 2022"),
        (None, date(2025, 12, 31), "到2025年底", "by the end of 2025"),
        (None, date(2023, 6, 30), "到2023年6月底", "by the end of Jun 2023"),
        (None, date(2023, 6, 15), "到2023-06-15", "by 15 Jun 2023"),
    ],
)
def test_it_words_the_window_of_a_promise(start, due, zh, en):
    with override("zh-hans"):
        assert words.window(start, due) == zh
    with override("en"):
        assert words.window(start, due) == en


def test_a_promise_without_a_deadline_says_so():
    with override("en"):
        assert words.window(None, None) == "no deadline stated"


@pytest.mark.parametrize(
    ("precision", "zh", "en"),
    [
        (Precision.DAY, "2023-08-05", "2023-08-05"),
        (Precision.MONTH, "2023-08", "2023-08"),
        (Precision.YEAR, "2023年", "2023"),
        (Precision.NOT_BEFORE, "不早于2023-08-05", "not before 2023-08-05"),
        (Precision.INFERRED, "2023-08-05（推定）", "2023-08-05 (inferred)"),
        (Precision.EVENT_DAY, "2023-08-05（事件当日）", "2023-08-05 (day of the event)"),
    ],
)
def test_a_day_is_worded_as_exactly_as_it_is_known(precision, zh, en):
    with override("zh-hans"):
        assert words.day_words(date(2023, 8, 5), precision) == zh
    with override("en"):
        assert words.day_words(date(2023, 8, 5), precision) == en


def test_a_day_that_nobody_knows_is_said_in_words():
    with override("en"):
        assert words.day_words(None, Precision.UNKNOWN) == "date unknown"


def test_a_sentence_spells_a_day_out():
    with override("zh-hans"):
        assert words.sentence_day(date(2022, 8, 31)) == "2022年8月31日"
    with override("en"):
        assert words.sentence_day(date(2022, 8, 31)) == "31 August 2022"


def test_it_counts_days_in_words():
    with override("zh-hans"):
        assert words.days(1422) == "1422天"
    with override("en"):
        assert words.days(1) == f"1{NB}day"
        assert words.days(1422) == f"1,422{NB}days"
        assert words.days_until(date(2022, 8, 12), date(2022, 8, 31)) == f"19{NB}days"
        assert words.days_until(None, date(2022, 8, 31)) == ""


@pytest.mark.parametrize(
    ("code", "detail", "en"),
    [
        (Standing.REACHED, "", "Met"),
        (Standing.MISSED, "", "Not met"),
        (Standing.OUTCOME_UNKNOWN, Detail.PART, "Due, result unknown · part-period figure only"),
        (Standing.OUTCOME_UNKNOWN, Detail.NONE, "Due, result unknown · no figure"),
        (Standing.ON_TRACK, "", "On pace"),
        (Standing.SLOW, "", "Behind pace"),
        (Standing.BEHIND, "", "Far behind pace"),
        (Standing.UNDATED, Detail.FIGURE, "No deadline · figure reported"),
        (Standing.UNDATED, Detail.NONE, "No deadline · no figure"),
        (Standing.UNDATED, Detail.MILESTONES, "No deadline · by milestones"),
        (Standing.MILESTONES, Detail.MILESTONES, "By milestones"),
        (Standing.UNMEASURED, Detail.NONE, "Not due yet · not reported"),
        (Standing.UNMEASURED, Detail.FIGURE, "Not due yet · figure reported"),
    ],
)
def test_every_standing_has_its_words(code, detail, en):
    with override("en"):
        assert str(words.standing_word(code, detail)) == en


def test_no_standing_is_without_words():
    with override("en"):
        assert all(str(words.standing_word(code)) for code in Standing)


def test_it_refuses_an_unknown_standing():
    with pytest.raises(ValueError, match="nonsense"):
        words.standing_word("nonsense")


@pytest.mark.parametrize(
    ("reliability", "has_url", "code", "zh", "en"),
    [
        (Reliability.HIGH, True, "a", "甲", "A"),
        (Reliability.MEDIUM, True, "b", "乙", "B"),
        (Reliability.LOW, True, "c", "丙", "C"),
    ],
)
def test_a_source_has_a_grade(reliability, has_url, code, zh, en):
    with override("zh-hans"):
        assert str(words.grade(reliability, has_url)) == zh
    with override("en"):
        assert str(words.grade(reliability, has_url)) == en
        assert words.grade(reliability, has_url).code == code


@pytest.mark.parametrize(("reliability", "has_url"), [(Reliability.HIGH, False), ("", True)])
def test_a_figure_without_a_source_says_so(reliability, has_url):
    with override("en"):
        assert words.grade(reliability, has_url).code == "none"
        assert str(words.grade(reliability, has_url)) == "no source"


def test_a_text_without_english_shows_its_chinese_marked_as_chinese():
    with override("en"):
        assert words.text("马栏山", "Malanshan") == "Malanshan"
        assert words.text("马栏山") == '<span lang="zh-Hans">马栏山</span>'
        assert words.text("") == ""
        assert words.plain_text("马栏山") == "马栏山"
    with override("zh-hans"):
        assert words.text("马栏山", "Malanshan") == "马栏山"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_hostile_text_stays_text(language):
    page = Template("{% load words %}{% text zh en %}{% text zh %}{% target 'over' 5 %}")
    with override(language):
        html = page.render(Context({"zh": "<b>甲</b>", "en": "<script>"}))
    assert "<b>" not in html
    assert "<script>" not in html
    assert "&gt;5" in html


def test_chinese_words_quoted_in_an_english_text_are_marked():
    with override("en"):
        told = words.text("原文", "Printed as “重大项目、重大投资” <b> (年)")
    han = '<span lang="zh-Hans">{}</span>'
    assert told == f"Printed as “{han.format('重大项目、重大投资')}” &lt;b&gt; ({han.format('年')})"


@pytest.mark.parametrize(
    ("start", "end", "zh", "en"),
    [
        ("2021-12-02", "2021-12-02", "2021-12-02", "2021-12-02"),
        ("2021-12-01", "2021-12-31", "2021-12", "2021-12"),
        ("2021-01-01", "2021-12-31", "2021年", "2021"),
        ("2022-01-01", "2025-12-31", "2022–2025年", "2022–2025"),
        ("2022-01-01", "2022-03-15", "2022-01-01至2022-03-15", "2022-01-01 to 2022-03-15"),
        ("2022-01-01", "2022-03-31", "2022-01-01至2022-03-31", "2022-01-01 to 2022-03-31"),
    ],
)
def test_an_event_is_dated_as_exactly_as_its_span_tells(start, end, zh, en):
    days = date.fromisoformat(start), date.fromisoformat(end)
    with override("zh-hans"):
        assert words.happened(*days) == zh
    with override("en"):
        assert words.happened(*days) == en

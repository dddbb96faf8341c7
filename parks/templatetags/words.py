"""The wording of numbers, dates, periods and standings, in the language of the page.

Python code may call the functions, templates use them as tags. Values are Decimals, never floats, and every digit
that was entered stays: 290.61 亿元 is 29.061 bn yuan in English. What a language puts in another order (dates,
periods, targets) is written here for Chinese and for English; words alone go through gettext.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Protocol

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from parks.rules.choices import Comparator, Detail, Quantity, Reliability, Standing

from .days import day_words, days, days_until, happened, in_chinese, period, sentence_day, window

register = template.Library()
for _filter in (days, days_until, sentence_day):
    register.filter(_filter)
for _tag in (happened, period, window):
    register.simple_tag(_tag)
register.simple_tag(day_words, name="day")

MINUS = "\N{MINUS SIGN}"
# The Chinese myriads that may stand before a counting word, and what they multiply by.
MYRIADS = {"万": 4, "亿": 8}
COMPARATORS = {Comparator.OVER: ">", Comparator.AT_LEAST: "≥", Comparator.ABOUT: "≈", Comparator.AT_MOST: "≤"}
# Chinese characters in a row, with the Chinese punctuation between them.
CHINESE_WORDS = re.compile("([\u3400-\u9fff\uf900-\ufaff][\u3400-\u9fff\uf900-\ufaff\u3001-\u3011\uff01-\uff5e]*)")
GRADES_ZH = {"a": "甲", "b": "乙", "c": "丙"}


class UnitLike(Protocol):
    """A unit as the register keeps it; `factor` base units (yuan for money) make one of it."""

    symbol: str
    symbol_en: str
    quantity: str
    factor: Decimal


def digits(value: Decimal, *, grouped: bool = False) -> str:
    """A Decimal with all its digits, without exponent or trailing zeros; grouped: 12,345.6. Minus is a real minus."""
    text = format(value, ",f" if grouped else "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "0") else text.replace("-", MINUS)


def _scaled(value: Decimal, powers: int) -> Decimal:
    with localcontext() as context:
        context.prec = 40
        return value.scaleb(powers)


def _money(value: Decimal, factor: Decimal, more: str = "") -> tuple[str, str]:
    """An amount in yuan as (number, "bn yuan"); exact, the unit chosen by size."""
    with localcontext() as context:
        context.prec = 40
        yuan = value * factor
    if abs(yuan) >= 10**9:
        return digits(_scaled(yuan, -9), grouped=True), f"bn yuan{more}"
    if abs(yuan) >= 10**6:
        return digits(_scaled(yuan, -6), grouped=True), f"m yuan{more}"
    return digits(yuan, grouped=True), f"yuan{more}"


def _ordinal(number: str) -> str:
    if number[-2:] in ("11", "12", "13"):
        return f"{number}th"
    return number + {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")


def figure_parts(value: Decimal, unit: UnitLike | None) -> tuple[str, str]:
    """(number, unit) as shown apart, the unit small: ("290.61", "亿元"), ("29.061", "bn yuan"), ("第92", "名").

    English needs `symbol_en` of a unit such as 万台 to name one of them ("units"): the myriad goes into the number.
    """
    if unit is None:
        return digits(value), ""
    if in_chinese():
        return (f"第{digits(value)}" if unit.quantity == Quantity.RANK else digits(value)), unit.symbol
    if unit.quantity == Quantity.RANK:
        return _ordinal(digits(value)), "place"
    if unit.quantity == Quantity.MONEY:
        return _money(value, unit.factor)
    if unit.quantity == Quantity.LAND_YIELD and unit.symbol.endswith("/亩"):
        return _money(value, unit.factor, " per mu")
    value = _scaled(value, MYRIADS.get(unit.symbol[:1], 0))
    words = unit.symbol_en
    if value == 1 and unit.quantity == Quantity.COUNT and words.endswith("s"):
        words = f"{words[:-3]}y" if words.endswith("ies") else words[:-1]
    return digits(value, grouped=True), words


def scale(value: Decimal, unit: UnitLike) -> tuple[Decimal, str]:
    """(base units in one unit as shown, that unit): what to divide by, so that figures share the unit of `value`.

    (10**8, "亿元") on a Chinese page; on an English one (10**9, "bn yuan") where `value` is 10 亿元 or more.
    """
    words = figure_parts(value, unit)[1]
    if in_chinese():
        return unit.factor, unit.symbol
    if unit.quantity in (Quantity.MONEY, Quantity.LAND_YIELD) and "yuan" in words:
        return {"bn": Decimal(10**9), "m": Decimal(10**6)}.get(words.split()[0], Decimal(1)), words
    return _scaled(unit.factor, -MYRIADS.get(unit.symbol[:1], 0)), words


def _joined(number: str, unit: str) -> str:
    """Chinese sets no space between number and unit, English one that does not break; % stands close in both."""
    if not unit:
        return number
    if unit.startswith(("%", "‰")) or in_chinese():
        return number + unit
    return f"{number}\N{NO-BREAK SPACE}{unit}"


@register.simple_tag
def figure(value: Decimal | None, unit: UnitLike | None = None) -> str:
    """A value with its unit: 290.61亿元, 29.061 bn yuan, 第92名, 92nd place. None gives a dash."""
    if value is None:
        return "—"
    return _joined(*figure_parts(value, unit))


@register.simple_tag
def figure_value(value: Decimal | None, unit: UnitLike | None = None) -> str:
    """Only the number of figure(), for a page that sets the unit small."""
    return "—" if value is None else figure_parts(value, unit)[0]


@register.simple_tag
def figure_unit(value: Decimal | None, unit: UnitLike | None = None) -> str:
    """Only the unit of figure(); it depends on the value, because English chooses between m and bn."""
    return "" if value is None else figure_parts(value, unit)[1]


@register.simple_tag
def original(value: Decimal | None, unit: UnitLike | None = None) -> str:
    """The value as it was published, in its Chinese unit, on every page: 290.61亿元."""
    return "" if value is None else digits(value) + (unit.symbol if unit else "")


@register.simple_tag
def target(comparator: str, value: Decimal | None, unit: UnitLike | None = None) -> str:
    """A promise: ≥580亿元, >100 bn yuan, ≈500亿元; a rank is 前50名, top 50. None gives a dash."""
    if value is None:
        return "—"
    number, words = figure_parts(value, unit)
    if unit is not None and unit.quantity == Quantity.RANK and comparator == Comparator.AT_MOST:
        return f"前{digits(value)}{unit.symbol}" if in_chinese() else f"top {digits(value)}"
    return COMPARATORS.get(Comparator(comparator), "") + _joined(number, words)


# ---- shares and gaps ----


def _rounded(value: Decimal, least_places: int = 1, most_places: int = 4) -> str:
    """`value` to one decimal place, or to more where one would turn a difference into none (99.96 is not 100.0)."""
    for places in range(least_places, most_places + 1):
        rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        hides = rounded != value and rounded in (0, 100)
        if not hides:
            break
    return format(rounded, "f")


@register.filter
def percent(share: Decimal | None) -> str:
    """A part of a whole as percent with one decimal place: Decimal("0.50105") is 50.1%. None gives a dash."""
    if share is None:
        return "—"
    return _rounded(share * 100).replace("-", MINUS) + "%"


@register.filter
def points(gap: Decimal | None) -> str:
    """A gap given in percentage points, with its sign: +0.1个百分点, −3.7 points. None gives a dash."""
    if gap is None:
        return "—"
    number = _rounded(abs(gap))
    sign = "" if Decimal(number) == 0 else MINUS if gap < 0 else "+"
    if in_chinese():
        return f"{sign}{number}个百分点"
    return f"{sign}{number}\N{NO-BREAK SPACE}{'point' if number == '1.0' else 'points'}"


@register.filter
def places(gap: Decimal | None) -> str:
    """How far a rank is from the wanted one: 42名, 42 places. None gives a dash."""
    if gap is None:
        return "—"
    number = digits(abs(gap))
    if in_chinese():
        return f"{number}名"
    return f"{number}\N{NO-BREAK SPACE}{'place' if number == '1' else 'places'}"


# ---- standings and sources ----


@dataclass(frozen=True, slots=True)
class StandingWords:
    """A standing in words: "Due, result unknown" and "no figure"; as text, both with a dot between."""

    label: str
    detail: str

    def __str__(self) -> str:
        return f"{self.label} · {self.detail}" if self.detail else self.label


def _standing_label(code: str) -> str:
    return {
        # Translators: zh 已达成
        Standing.REACHED: gettext("Met"),
        # Translators: zh 未达成
        Standing.MISSED: gettext("Not met"),
        # Translators: zh 到期待结果
        Standing.OUTCOME_UNKNOWN: gettext("Due, result unknown"),
        # Translators: zh 顺进度
        Standing.ON_TRACK: gettext("On pace"),
        # Translators: zh 落后进度
        Standing.SLOW: gettext("Behind pace"),
        # Translators: zh 明显落后
        Standing.BEHIND: gettext("Far behind pace"),
        # Translators: zh 无期限
        Standing.UNDATED: gettext("No deadline"),
        # Translators: zh 看节点
        Standing.MILESTONES: gettext("By milestones"),
        # Translators: zh 未到期
        Standing.UNMEASURED: gettext("Not due yet"),
    }[Standing(code)]


def _standing_detail(code: str, detail: str) -> str:
    if not detail or code == Standing.MILESTONES:
        return ""
    if code == Standing.UNMEASURED and detail == Detail.NONE:
        # Translators: zh 未报告
        return gettext("not reported")
    return {
        # Translators: zh 只有部分期间的数
        Detail.PART: gettext("part-period figure only"),
        # Translators: zh 有数
        Detail.FIGURE: gettext("figure reported"),
        # Translators: zh 无数
        Detail.NONE: pgettext("standing detail", "no figure"),
        # Translators: zh 看节点
        Detail.MILESTONES: pgettext("standing detail", "by milestones"),
    }[Detail(detail)]


@register.simple_tag
def standing_word(code: str, detail: str = "") -> StandingWords:
    """The public words of a standing; `as word` in a template gives word.label and word.detail apart."""
    return StandingWords(_standing_label(code), _standing_detail(code, detail))


def grade_code(reliability: str, has_url: bool = True) -> str:
    """a, b, c by how far the source carries, or none for a figure without one that can be opened."""
    if not has_url or not reliability:
        return "none"
    return {Reliability.HIGH: "a", Reliability.MEDIUM: "b", Reliability.LOW: "c"}[Reliability(reliability)]


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade of a source: its code for CSS, its sign, and what the sign means."""

    code: str
    sign: str
    meaning: str

    def __str__(self) -> str:
        return self.sign


@register.simple_tag
def grade(reliability: str, has_url: bool = True) -> Grade:
    """The grade of a source: 甲 乙 丙 缺来源; A B C, no source."""
    code = grade_code(reliability, has_url)
    meaning = {
        # Translators: zh 甲级：发布机构或主管部门原址
        "a": gettext("grade A: read at the publisher's or an authority's own address"),
        # Translators: zh 乙级：转载或摘要，注明原出处
        "b": gettext("grade B: a reprint or digest that names the publisher"),
        # Translators: zh 丙级：无日期或部分推定，不参与状态计算
        "c": gettext("grade C: undated or partly inferred, takes no part in a status"),
        # Translators: zh 没有可核对的来源，不参与状态计算
        "none": gettext("no source that can be opened, takes no part in a status"),
    }[code]
    if code == "none":
        # Translators: zh 缺来源
        return Grade(code, gettext("no source"), meaning)
    return Grade(code, GRADES_ZH[code] if in_chinese() else code.upper(), meaning)


# ---- texts that exist in two languages ----


@register.simple_tag
def gap() -> str:
    """What stands between two sentences or two words of a line: a space in English, nothing in Chinese."""
    return "" if in_chinese() else " "


@register.simple_tag
def text(zh: str, en: str = "") -> SafeString:
    """A text from the register in the page's language, escaped; Chinese on an English page is marked as Chinese.

    That is the whole text where there is no English one, and the Chinese words quoted in one that is.
    """
    if in_chinese():
        return format_html("{}", zh)
    if en:
        # Split at a group, the Chinese words are every second piece.
        pieces = enumerate(CHINESE_WORDS.split(en))
        return format_html_join("", "{}", ((_chinese(piece) if n % 2 else piece,) for n, piece in pieces))
    return _chinese(zh) if zh else SafeString("")


def _chinese(words: str) -> SafeString:
    return format_html('<span lang="zh-Hans">{}</span>', words)


@register.simple_tag
def plain_text(zh: str, en: str = "") -> str:
    """The same as text() without markup, for titles, descriptions and attributes."""
    return zh if in_chinese() else en or zh

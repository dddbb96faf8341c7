"""The standings in words, with an example of each; the thresholds; the natures. For the page of the method."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import override

from parks.queries.goals import GoalLine
from parks.rules.choices import Detail, Standing
from parks.rules.facts import Rule
from parks.templatetags.words import StandingWords, digits, in_chinese, standing_word

from .rows import GoalRow, Link, goal_row

# Every standing with what it may rest on, in the order in which they are tried; then a shape to show it by.
TRIED: tuple[tuple[int, str, str, dict], ...] = (
    (1, Standing.REACHED, "", {"share": Decimal(1)}),
    (2, Standing.MISSED, "", {"share": Decimal("0.8")}),
    (3, Standing.OUTCOME_UNKNOWN, Detail.PART, {"share": Decimal("0.5")}),
    (3, Standing.OUTCOME_UNKNOWN, Detail.FIGURE, {"share": Decimal("0.9")}),
    (3, Standing.OUTCOME_UNKNOWN, Detail.NONE, {}),
    (3, Standing.OUTCOME_UNKNOWN, Detail.MILESTONES, {"done": 1, "total": 3}),
    (4, Standing.ON_TRACK, "", {"share": Decimal("0.53"), "expected": Decimal("0.5")}),
    (4, Standing.SLOW, "", {"share": Decimal("0.42"), "expected": Decimal("0.5")}),
    (4, Standing.BEHIND, "", {"share": Decimal("0.25"), "expected": Decimal("0.5")}),
    (5, Standing.UNDATED, Detail.FIGURE, {"share": Decimal("0.6")}),
    (5, Standing.UNDATED, Detail.NONE, {}),
    (5, Standing.UNDATED, Detail.MILESTONES, {"done": 1, "total": 3}),
    (6, Standing.MILESTONES, Detail.MILESTONES, {"done": 1, "total": 3}),
    (7, Standing.UNMEASURED, Detail.FIGURE, {"share": Decimal("0.3")}),
    (7, Standing.UNMEASURED, Detail.NONE, {}),
)


@dataclass(frozen=True, slots=True)
class StandingShown:
    """A standing: its place in the order, its shape, its word in both languages, when it holds, an example."""

    place: int
    code: str
    detail: str
    share: Decimal | None
    expected: Decimal | None
    done: int
    total: int
    other_word: StandingWords
    when: str
    example: GoalRow | None
    example_then: GoalRow | None


def _when(code: str, detail: str, rule: Rule) -> str:
    first, second = digits(rule.on_track_points), digits(rule.slow_points)
    return {
        # Translators: zh 目标自己的数列里有数达到目标：全期的数；累计数、时点数和名次一旦达到也算。
        # 没有数字的目标以有依据的判断为准。初步数也算，并注明。
        (Standing.REACHED, ""): _(
            "A value of the goal's own series meets the target: of the full period, or earlier where a running sum, an "
            "amount at a date or a rank already does. A goal without a number: a judgement with its grounds says so. "
            "A preliminary value counts and is called so."
        ),
        # Translators: zh 期限已过，涵盖期限的实际数或初步数没有达到目标，或者判断为未达成。下限和约数不作此判断。
        (Standing.MISSED, ""): _(
            "Past due, and an actual or preliminary value that covers the due date does not meet the target, or a "
            "judgement says so. A lower bound or an estimate never decides this."
        ),
        # Translators: zh 期限已过，只收到部分期间的数，不作判断。
        (Standing.OUTCOME_UNKNOWN, Detail.PART): _(
            "Past due, and the last figure covers only a part of the period. No verdict."
        ),
        # Translators: zh 期限已过，收到的数是下限或约数，定不了结果。
        (Standing.OUTCOME_UNKNOWN, Detail.FIGURE): _(
            "Past due, and the figure received is a bound or an estimate that settles nothing."
        ),
        # Translators: zh 期限已过，没有收到能衡量它的数。
        (Standing.OUTCOME_UNKNOWN, Detail.NONE): _("Past due, and no figure that measures it was received."),
        # Translators: zh 期限已过，没有数字的目标，还没有人判断结果。
        (Standing.OUTCOME_UNKNOWN, Detail.MILESTONES): _(
            "Past due, a goal without a number, and nobody has judged its outcome."
        ),
        # Translators: zh 未到期，比同期序时落后不超过%(first)s个百分点。
        (Standing.ON_TRACK, ""): _("Not due, and at most %(first)s points behind the path at the figure's own date.")
        % {"first": first},
        # Translators: zh 未到期，落后%(first)s到%(second)s个百分点，点数写明。
        (Standing.SLOW, ""): _("Not due, more than %(first)s and up to %(second)s points behind. The points are said.")
        % {"first": first, "second": second},
        # Translators: zh 未到期，落后超过%(second)s个百分点，点数写明。
        (Standing.BEHIND, ""): _("Not due, more than %(second)s points behind. The points are said.")
        % {"second": second},
        # Translators: zh 出处没有写期限，有数可看。
        (Standing.UNDATED, Detail.FIGURE): _("The source names no deadline; a figure was received."),
        # Translators: zh 出处没有写期限，也没有数。
        (Standing.UNDATED, Detail.NONE): _("The source names no deadline, and no figure was received."),
        # Translators: zh 出处既没有写数字，也没有写期限；只看节点和有日期的消息。
        (Standing.UNDATED, Detail.MILESTONES): _(
            "The source names neither a number nor a deadline; milestones and dated news are what can be seen."
        ),
        # Translators: zh 未到期，目标没有数字，看节点走到哪一步。
        (Standing.MILESTONES, Detail.MILESTONES): _("Not due, without a number: its milestones tell how far it is."),
        # Translators: zh 未到期，有数，但没有可比的序时（例如缺起点的数）。
        (Standing.UNMEASURED, Detail.FIGURE): _(
            "Not due; a figure was received, but there is no path to hold it against, for want of a value at the start."
        ),
        # Translators: zh 未到期，还没有收到能衡量它的数。
        (Standing.UNMEASURED, Detail.NONE): _("Not due, and nothing that measures it was received."),
    }[Standing(code), detail]


def _first(lines: Iterable[GoalLine], code: str, detail: str, link: Link) -> GoalRow | None:
    found = (line for line in lines if (line.standing.code, line.standing.detail) == (code, detail))
    line = next((line for line in found if not line.is_retired), None)
    return goal_row(line, link) if line else None


def standings(
    rule: Rule, lines: list[GoalLine], then: list[GoalLine], link: Link, link_then: Link
) -> list[StandingShown]:
    """All standings, each with a goal that has it on the day, or else one that had it on the example's day."""
    shown = []
    for place, code, detail, shape in TRIED:
        with override("en" if in_chinese() else "zh-hans"):
            other = standing_word(code, detail)
        example = _first(lines, code, detail, link)
        shown.append(
            StandingShown(
                place=place,
                code=str(code),
                detail=str(detail),
                share=shape.get("share"),
                expected=shape.get("expected"),
                done=shape.get("done", 0),
                total=shape.get("total", 0),
                other_word=other,
                when=_when(code, detail, rule),
                example=example,
                example_then=None if example else _first(then, code, detail, link_then),
            )
        )
    return shown


def thresholds(rule: Rule) -> list[tuple[str, str]]:
    """(what it bounds, value with its unit), in the order of the page."""
    # Translators: zh %(n)s个百分点 / %(n)s天 / %(n)s个月
    points, days, months = _("%(n)s points"), _("%(n)s days"), _("%(n)s months")
    return [
        # Translators: zh 顺进度：落后不超过
        (_("on pace: behind by up to"), points % {"n": digits(rule.on_track_points)}),
        # Translators: zh 落后进度：落后不超过；再多为明显落后
        (_("behind pace: behind by up to; more is far behind"), points % {"n": digits(rule.slow_points)}),
        # Translators: zh “约”的容许偏差
        (_("tolerance of “about”"), f"{digits(rule.about_tolerance_percent)}%"),
        # Translators: zh 据报道的目标：多久没有消息算陈旧
        (_("goals followed in the press: stale after"), months % {"n": rule.press_stale_months}),
        *(
            (name, f"{days % {'n': rule.late_days[code]}} / {days % {'n': rule.stale_days[code]}}")
            for code, name in (
                # Translators: zh 按月报：迟报 / 陈旧 / 按季报 / 按半年报 / 按年报
                ("monthly", _("monthly goals: late / stale after")),
                ("quarterly", _("quarterly goals: late / stale after")),
                ("half_yearly", _("half-yearly goals: late / stale after")),
                ("yearly", _("yearly goals: late / stale after")),
            )
        ),
    ]


def natures() -> list[tuple[str, str]]:
    """(what is counted, how it is held against its target)."""
    return [
        (
            # Translators: zh 累计数（产值、营收、投资、税收）
            _("A sum over a period: output, revenue, investment, tax"),
            # Translators: zh 从期限内第一天起累计。序时从零开始，按整月走到期限那天的目标值。往年的数是历史，不算进度；
            # 各段相加而有缺口时，合计只是下限。
            _(
                "Added up from the first day of the goal's window. The path starts at zero and reaches the target on "
                "the due date, by whole months. Earlier years are history and no progress; a sum with a hole between "
                "its parts is only a lower bound."
            ),
        ),
        (
            # Translators: zh 时点数（规模、家数）
            _("An amount at a date: the size of an industry, a number of firms"),
            # Translators: zh 从起点的数走到目标。没有起点的数就没有序时，只看达到没有。
            _(
                "The path runs from the value at the start to the target. Without a value at the start there is no "
                "path and no pace, only reached or not yet."
            ),
        ),
        (
            # Translators: zh 比率（增速、亩均税收）
            _("A rate: growth, tax per mu of land"),
            # Translators: zh 目标在任何时候都要成立，不按月折算；差距以百分点计，不是百分比的比率按占目标的百分之几计。
            _(
                "The target is to hold at any time and is not pro-rated. The gap is told in percentage points, or in "
                "percent of the target where the rate itself is not in percent."
            ),
        ),
        (
            # Translators: zh 名次
            _("A rank"),
            # Translators: zh 越小越好。不计序时，差距以名次计。
            _("Lower is better. There is no pace; the gap is told in places."),
        ),
        (
            # Translators: zh 没有数字
            _("No number"),
            # Translators: zh 看节点，结果由有依据的判断决定，判断的人和理由都留存。
            _("Milestones tell how far it is; its outcome is judged by a person, with grounds that are kept."),
        ),
    ]

"""Awkward cases, each shown by a real goal or figure of the register where there is one today."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from parks.models import Observation
from parks.queries.goals import GoalLine
from parks.queries.method import Material
from parks.rules.choices import Detail, Standing
from parks.templatetags.words import figure_parts, period, plain_text, text

from .rows import FigureShown, GoalRow, Link, SourceShown, StepShown, goal_row, source_shown


@dataclass(frozen=True, slots=True)
class Case:
    """A title, what is done in such a case, and the goal or figure that shows it; `goal` None: no example today."""

    title: str
    rule: str
    goal: GoalRow | None = None
    none: str = ""
    figure: FigureShown | None = None
    old: str = ""
    note: str | SafeString = ""
    stale: bool = False
    steps: list[StepShown] = field(default_factory=list)
    other: "GoalRow | None" = None
    about: str = ""
    about_url: str = ""


def _pick(lines: list[GoalLine], holds, link: Link) -> GoalRow | None:
    line = next((line for line in lines if not line.is_retired and holds(line)), None)
    return goal_row(line, link) if line else None


def _correction(row: Observation, link: Link) -> Case:
    old, new = figure_parts(row.supersedes.value, row.supersedes.unit), figure_parts(row.value, row.unit)
    series = row.series
    shown = FigureShown(
        value=new[0],
        unit=new[1],
        period=period(row.period_start, row.period_end),
        qualifier="",
        known_on=row.known_on,
        precision=row.known_precision,
        source=source_shown(row.source, link) if row.source else SourceShown(),
    )
    return Case(
        title=_corrected_title(),
        rule=_corrected_rule(),
        figure=shown,
        old=old[0] if old[1] == new[1] else " ".join(old),
        note=text(row.supersede_reason, row.supersede_reason_en),
        about=f"{plain_text(series.park.name, series.park.name_en)} · {plain_text(series.title, series.title_en)}",
        about_url=link("indicator", series.indicator.code),
    )


def _corrected_title() -> str:
    # Translators: zh 更正过的数
    return _("A figure that was corrected")


def _corrected_rule() -> str:
    # Translators: zh 旧数划去，新数标出，两条记录都留着；过去某日的页面仍显示当日所知的旧数。
    return _(
        "The old one is struck, the new one marked, and both rows stay. The page of a past day still shows what was "
        "known then."
    )


def cases(found: Material, link: Link) -> list[Case]:
    lines = found.lines

    def standing(code: str, detail: str):
        return lambda line: (line.standing.code, line.standing.detail) == (code, detail)

    part = _pick(lines, standing(Standing.OUTCOME_UNKNOWN, Detail.PART), link)
    aged = [line for line in lines if line.standing.is_stale and line.latest is not None]
    # Another goal than the one above, where there is one.
    aged.sort(key=lambda line: part is not None and line.goal.code == part.goal_code)
    stale = _pick(aged, lambda line: True, link)
    beside = next((line for line in lines if line.has_number and line.goal.beside_title and not line.latest), None)
    steps = _pick(lines, lambda line: not line.has_number and any(s.done_on for s in line.steps), link)
    vague = _pick(lines, lambda line: line.due_on is None and line.goal.due_note, link)
    inferred = _pick(lines, lambda line: line.due_on is not None and line.goal.due_note, link)
    return [
        Case(
            # Translators: zh 还没有报告
            title=_("Nothing reported yet"),
            # Translators: zh 画斜线，写明没有数；不作零，也不留空。
            rule=_("Hatched, and said in words; never a zero, never an empty cell."),
            goal=_pick(lines, lambda line: line.has_number and not line.latest and line.is_past_due, link),
            # Translators: zh 尚未收到任何数
            none=_("No figure received yet"),
        ),
        Case(
            # Translators: zh 只有部分期间
            title=_("A part of the period only"),
            # Translators: zh 画到所报之数为止，其余画斜线；过期也不判断。
            rule=_("Drawn as far as it was reported, hatched beyond; not judged after the due date either."),
            goal=part,
            figure=part.figure if part else None,
        ),
        Case(
            # Translators: zh 数已陈旧
            title=_("A figure that has grown old"),
            # Translators: zh 用细体灰字，写明得知日期；状态不变，但不再显示颜色。
            rule=_("Set light and grey, with the day it became known. It keeps its standing and loses its colour."),
            goal=stale,
            figure=stale.figure if stale else None,
            stale=True,
        ),
        _correction(found.correction, link)
        if found.correction
        else Case(title=_corrected_title(), rule=_corrected_rule()),
        Case(
            # Translators: zh 缺来源的数
            title=_("A figure without a source"),
            # Translators: zh 标“缺来源”，照录，不参与状态。
            rule=_("Marked “no source”: shown, and it takes no part in a standing."),
        ),
        Case(
            # Translators: zh 指标不同，不能证明
            title=_("Another measure proves nothing"),
            # Translators: zh 相近的数列并排列出，写明口径为何不同，不填进目标。
            rule=_(
                "A related series is shown beside the goal with the reason why it is not its own; it fills no slip."
            ),
            goal=goal_row(beside, link) if beside else None,
            about=plain_text(beside.goal.beside_title, beside.goal.beside_title_en or "") if beside else "",
            note=text(beside.goal.beside_reason, beside.goal.beside_reason_en or "") if beside else "",
        ),
        Case(
            # Translators: zh 只有节点的目标
            title=_("A goal of milestones only"),
            # Translators: zh 有日期的消息写明的节点画成实心。
            rule=_("A milestone is filled once dated news names it."),
            goal=steps,
            steps=steps.milestones if steps else [],
        ),
        Case(
            # Translators: zh 期限含糊
            title=_("A vague deadline"),
            # Translators: zh 能按出处自己的规定算出日子的，按那一天计，并注明推定；算不出的，照录原话，不计到期。
            rule=_(
                "Where the source's own terms give a day, that day counts and is called inferred; where they do not, "
                "its words are kept and nothing counts as due."
            ),
            goal=vague or inferred,
            other=inferred if vague else None,
        ),
    ]

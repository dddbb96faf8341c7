"""Goals and projects as templates want them: every number already in words, in the language of the page."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from parks.models import Park
from parks.models.facts import Figure, SourceWords
from parks.queries.goals import GoalLine
from parks.queries.projects import ProjectLine
from parks.rules.choices import Qualifier, Stage, Standing
from parks.rules.stages import TRACK
from parks.rules.standing import pace
from parks.templatetags.words import (
    UnitLike,
    figure_parts,
    percent,
    period,
    plain_text,
    points,
    standing_word,
    target,
    window,
)

from .explanations import explanation, freshness_note, gap_words, qualifier_word

WAS = {Standing.ON_TRACK: "pace", Standing.SLOW: "slow", Standing.BEHIND: "slow"}
Link = Callable[..., str]


@dataclass(frozen=True, slots=True)
class SourceShown:
    """A source beside a figure; `reliability` empty means that there is none."""

    publisher: str = ""
    url: str = ""
    reliability: str = ""


@dataclass(frozen=True, slots=True)
class FigureShown:
    """A figure in words, with what it never stands without."""

    value: str
    unit: str
    period: str
    qualifier: str
    known_on: date
    precision: str
    source: SourceShown
    is_preliminary: bool = False


@dataclass(frozen=True, slots=True)
class StepShown:
    title: str
    done_on: date | None
    planned_on: date | None

    @property
    def done(self) -> bool:
        return self.done_on is not None


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal in words, for a row of a list, a slip, or the head of its page."""

    code: str  # of the standing
    detail: str
    stale: bool
    share: Decimal | None
    expected: Decimal | None
    done: int
    total: int
    standing_label: str
    goal_code: str
    url: str
    title: str
    label: str
    park: str
    park_url: str
    dimension: str
    window: str
    window_note: str
    target: str
    target_unit: str
    target_words: str
    figure: FigureShown | None
    percent: str
    pace: str
    was: str
    explanation: str
    freshness: str
    milestones: list[StepShown] = field(default_factory=list)
    retired_on: date | None = None

    @property
    def none(self) -> str:
        """The words for a goal of which nothing was reported; empty where something was."""
        if self.figure or self.milestones:
            return ""
        if self.target:
            return _("No figure received yet")
        return _("The source names no milestones, and no news of it was received")


def park_word(park: Park) -> str:
    """The short name of a park in the language of the page."""
    return plain_text(park.short_name or park.name, park.short_name_en or park.name_en)


def source_shown(source: SourceWords | None, link: Link) -> SourceShown:
    if source is None:
        return SourceShown()
    publisher = plain_text(source.publisher, source.publisher_en) or _("newspaper feature")
    return SourceShown(publisher, link("source", source.code), source.reliability)


def reported_parts(value: Decimal, unit: UnitLike, qualifier: str) -> tuple[str, str]:
    """(number, unit) of a reported value; a lower bound and an estimate carry their sign."""
    number, words = figure_parts(value, unit)
    return {Qualifier.AT_LEAST: ">", Qualifier.ESTIMATE: "≈"}.get(qualifier, "") + number, words


def figure_shown(figure: Figure, link: Link) -> FigureShown:
    value, unit = reported_parts(figure.value, figure.unit, figure.word)
    span = figure.period
    return FigureShown(
        value=value,
        unit=unit,
        period=period(span.start, span.end) if span else "",
        qualifier=qualifier_word(figure.word),
        known_on=figure.known_on,
        precision=figure.precision,
        source=source_shown(figure.source, link),
        is_preliminary=figure.word in (Qualifier.PRELIMINARY, Qualifier.ESTIMATE),
    )


def window_words(line: GoalLine) -> str:
    """When a goal is due: its day, or the source's own words where they name none."""
    note = plain_text(line.goal.due_note, line.goal.due_note_en)
    if line.due_on is None and note:
        return note
    return window(line.goal.starts_on, line.due_on)


def _was(line: GoalLine) -> str:
    """How the last figure stood against the path at its own date, for the colour of a bar."""
    standing = line.standing
    if standing.code == Standing.REACHED:
        return "met"
    if standing.code == Standing.MISSED:
        return "missed"
    if standing.path is None or standing.path.points is None:
        return "none"
    return WAS.get(Standing(pace(standing.path.points, standing.rule)), "none")


def _pace_words(line: GoalLine) -> str:
    way = line.standing.path
    if way is None or way.points is None:
        return ""
    if way.expected_share is None:
        return gap_words(line)
    return _("expected %(share)s, %(points)s") % {
        "share": percent(way.expected_share),
        "points": points(way.points),
    }


def goal_row(line: GoalLine, link: Link) -> GoalRow:
    """The row of a goal; `link` makes addresses that keep the day shown."""
    goal, standing, aim, latest = line.goal, line.standing, line.target, line.spoken
    unit = figure_parts(aim.value, aim.unit)[1] if aim else ""
    words = target(aim.word, aim.value, aim.unit) if aim else ""
    return GoalRow(
        code=standing.code,
        detail=standing.detail,
        stale=standing.is_stale,
        share=standing.share,
        expected=standing.path.expected_share if standing.path else None,
        done=standing.milestones_done,
        total=standing.milestones_total,
        standing_label=str(standing_word(standing.code, standing.detail)),
        goal_code=goal.code,
        url=link("goal", goal.code),
        title=plain_text(goal.title, goal.title_en),
        label=plain_text(goal.label, goal.label_en) or plain_text(goal.title, goal.title_en),
        park=park_word(goal.park),
        park_url=link("park", goal.park.code),
        dimension=plain_text(goal.dimension.name, goal.dimension.name_en),
        window=window_words(line),
        window_note=plain_text(goal.due_note, goal.due_note_en) if line.due_on else "",
        target=words.removesuffix(unit).rstrip("\N{NO-BREAK SPACE} ") if aim else "",
        target_unit=unit if words.endswith(unit) else "",
        target_words=words,
        figure=figure_shown(latest, link) if latest else None,
        percent=percent(standing.share) if standing.share is not None else "",
        pace=_pace_words(line),
        was=_was(line),
        explanation=explanation(line),
        freshness=freshness_note(line),
        milestones=[
            StepShown(plain_text(step.title, step.title_en), step.done_on, step.planned_on) for step in line.steps
        ],
        retired_on=line.facts.retired_on,
    )


def tally(rows: Iterable[GoalRow]) -> list[tuple[str, str, int]]:
    """(standing, words, count) in the order of the standings, those that occur."""
    counted = Counter(row.code for row in rows)
    return [(code, str(standing_word(code).label), counted[code]) for code in Standing.values if counted[code]]


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project in words, for a board or a table."""

    project_code: str
    url: str
    name: str
    label: str
    park: str
    park_url: str
    stage: str  # code, empty without a record
    stage_word: str
    stage_on: date | None
    stage_note: str
    part: str
    investment: str
    investment_unit: str
    track: list[str]
    is_own: bool
    last_news_on: date | None


def stage_word(stage: str) -> str:
    return str(Stage(stage).label) if stage else _("not recorded")


def track_of(line: ProjectLine) -> list[str]:
    """For each stage of the track: done (dated), now, gap (passed without a record) or none (not reached)."""
    here = line.stage_code
    if here not in TRACK:
        return ["done" if line.reached(stage) else "none" for stage in TRACK]
    place = TRACK.index(Stage(here))
    marks = []
    for index, stage in enumerate(TRACK):
        if index == place:
            marks.append("now")
        elif index < place:
            marks.append("done" if line.reached(stage) else "gap")
        else:
            marks.append("none")
    return marks


def project_row(line: ProjectLine, link: Link) -> ProjectRow:
    project, update, size = line.project, line.stage_update, line.total_investment
    value, unit = figure_parts(size.value, size.unit) if size and size.unit else ("", "")
    part = plain_text(update.part, update.part_en) if update else ""
    return ProjectRow(
        project_code=project.code,
        url=link("project", project.code),
        name=plain_text(project.name, project.name_en),
        label=plain_text(project.label or project.name, project.label_en or project.name_en),
        park=park_word(project.park),
        park_url=link("park", project.park.code),
        stage=line.stage_code,
        stage_word=stage_word(line.stage_code),
        stage_on=update.period_end if update else None,
        stage_note=plain_text(update.title, update.title_en) if update else "",
        part=part,
        investment=value,
        investment_unit=unit,
        track=track_of(line),
        is_own=project.is_own,
        last_news_on=line.last_known_on,
    )

"""One goal on a day with all that the record holds of it: values, news, related facts and projects that serve it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q

from parks.models import GoalRelatedSeries, GoalUpdate, Project, ProjectUpdate, Series
from parks.models.facts import CARRIES_STANDING
from parks.rules.choices import NewsKind
from parks.rules.stages import StageNews, StageOn, stage_on

from .goals import GoalLine, goal_lines, goals_known
from .moment import Moment
from .register import RegisterState
from .series import SeriesOn, series_with_values


@dataclass(frozen=True, slots=True)
class NewsOn:
    """A piece of news of a goal on a day; `replaced_by` is the reference of the news that corrects it."""

    update: GoalUpdate
    replaced_by: str
    withdrawn_on: date | None

    @property
    def takes_part(self) -> bool:
        """Whether it can make a standing: it speaks, tells of no plan and its source carries it."""
        source, gone = self.update.source, self.replaced_by or self.withdrawn_on
        trusted = source is not None and source.reliability in CARRIES_STANDING
        return trusted and not gone and self.update.kind != NewsKind.FORECAST


@dataclass(frozen=True, slots=True)
class ServingProject:
    """A project that serves the goal, with its stage on the day."""

    code: str
    name: tuple[str, str]
    stage: StageOn | None


@dataclass(frozen=True, slots=True)
class GoalHistory:
    """`own` is the goal's own series or None; `news` newest first."""

    line: GoalLine
    own: SeriesOn | None
    related: list[SeriesOn]
    news: list[NewsOn]
    projects: list[ServingProject]


def goal_history(code: str, moment: Moment, state: RegisterState) -> GoalHistory | None:
    """The goal with that code, or None when it was not known by then; five queries."""
    goal = goals_known(moment).filter(code=code).first()
    if goal is None:
        return None
    line = goal_lines([goal], moment, state)[0]
    related = GoalRelatedSeries.objects.filter(goal=goal).values("series")
    series = series_with_values(Series.objects.filter(Q(pk=goal.series_id) | Q(pk__in=related)), moment, goal.pk)
    return GoalHistory(
        line=line,
        own=next((s for s in series if s.row == goal.series_id), None),
        related=[s for s in series if s.row != goal.series_id],
        news=_news(goal.pk, moment),
        projects=_projects(goal.pk, moment),
    )


def _news(goal: int, moment: Moment) -> list[NewsOn]:
    rows = GoalUpdate.objects.filter(goal=goal, known_on__lte=moment.known_by)
    if moment.with_hindsight:
        rows = rows.filter(period_end__lte=moment.on)
    told = list(rows.select_related("source", "milestone").order_by("-period_end", "-known_on", "-id"))
    withdrawn = {
        u.pk: u.withdrawn_on for u in told if u.withdrawn_on is not None and u.withdrawn_on <= moment.known_by
    }
    correctors = {u.supersedes_id: u.ref for u in told if u.supersedes_id and u.pk not in withdrawn}
    return [NewsOn(u, correctors.get(u.pk, ""), withdrawn.get(u.pk)) for u in told]


def _projects(goal: int, moment: Moment) -> list[ServingProject]:
    """Projects and the news that tells their stage, in one query."""
    known = Q(updates__known_on__lte=moment.known_by) & (
        Q(updates__withdrawn_on__isnull=True) | Q(updates__withdrawn_on__gt=moment.known_by)
    )
    if moment.with_hindsight:
        known &= Q(updates__period_end__lte=moment.on)
    fields = ("stage", "period_start", "period_end", "known_on", "part", "kind", "pk")
    corrections = ProjectUpdate.objects.as_of(moment.known_by).filter(supersedes=OuterRef("told__pk"))
    rows = (
        Project.objects.as_of(moment.known_by)
        .filter(goals=goal)
        .annotate(
            told=FilteredRelation("updates", condition=known),
            reliability=F("told__source__reliability"),
            is_replaced=Exists(corrections),
            **{f"told_{name}": F(f"told__{name}") for name in fields},
        )
        .order_by("code", "told_period_end", "told_known_on", "told_pk")
    )
    names: dict[str, tuple[str, str]] = {}
    news: dict[str, list[StageNews]] = defaultdict(list)
    for code, name, name_en, replaced, reliability, *told in rows.values_list(
        "code", "name", "name_en", "is_replaced", "reliability", *(f"told_{name}" for name in fields)
    ):
        names[code] = (name, name_en)
        if told[0] and not replaced and reliability in CARRIES_STANDING:
            stage, start, end, known_on, part, kind, key = told
            news[code].append(StageNews(stage, start, end, known_on, part, kind or NewsKind.ACTUAL, key))
    return [ServingProject(code, name, stage_on(news[code])) for code, name in names.items()]

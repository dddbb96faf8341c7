"""Goals with their standing on a day: a list, in three queries."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, ExtractYear

from parks.models import Dimension, Goal, Target
from parks.models.facts import Figure, GoalFacts, Step, facts_of_goals, standings_of
from parks.rules.choices import Standing
from parks.rules.standing import StandingOn

from .moment import Moment
from .register import RegisterState

ORDERS = ("due", "park", "standing", "news")
NO_FACTS = GoalFacts()


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal on a day: what it is, what is known of it, where it stands."""

    goal: Goal
    standing: StandingOn
    facts: GoalFacts

    @property
    def target(self) -> Figure | None:
        return self.facts.target

    @property
    def latest(self) -> Figure | None:
        """The published figure behind the standing: the last part, where it is a sum."""
        value = self.standing.value
        return self.facts.figures.get(value.keys[-1]) if value else None

    @property
    def spoken(self) -> Figure | None:
        """The value that speaks for the goal, in the unit of its last part: that figure itself, or the whole sum."""
        value, last = self.standing.value, self.latest
        if value is None or last is None or len(value.keys) == 1:
            return last
        whole = value.value / last.unit.factor
        return replace(last, value=whole, period=value.period, word=value.qualifier, known_on=value.known_on)

    @property
    def steps(self) -> list[Step]:
        return self.facts.steps

    @property
    def due_on(self) -> date | None:
        return self.standing.due_on

    @property
    def is_retired(self) -> bool:
        return self.facts.retired_on is not None

    @property
    def has_number(self) -> bool:
        return self.facts.target is not None

    @property
    def is_past_due(self) -> bool:
        return self.due_on is not None and self.due_on < self.standing.on


@dataclass(frozen=True, slots=True)
class GoalCounts:
    """How many goals were known by a day; `years` are those in which some of them are due."""

    total: int
    with_number: int
    dated: int
    with_both: int
    years: tuple[int, ...]


def goal_counts(moment: Moment) -> GoalCounts:
    """All goals known by then, counted; one query."""
    targets = Target.objects.as_of(moment.known_by).filter(goal=OuterRef("pk")).order_by("-number")
    groups = list(
        Goal.objects.as_of(moment.known_by)
        .order_by()
        .annotate(
            has_number=Exists(targets),
            year=ExtractYear(Coalesce(Subquery(targets.values("due_on")[:1]), F("due_on"))),
        )
        .values_list("has_number", "year")
        .annotate(n=Count("pk"))
    )
    return GoalCounts(
        total=sum(n for *_, n in groups),
        with_number=sum(n for number, _, n in groups if number),
        dated=sum(n for _, year, n in groups if year),
        with_both=sum(n for number, year, n in groups if number and year),
        years=tuple(sorted({year for _, year, _ in groups if year})),
    )


def dimensions() -> QuerySet[Dimension]:
    """The aspects in their order; one query."""
    return Dimension.objects.order_by("order", "code")


def goals_known(moment: Moment) -> QuerySet[Goal]:
    """Goals that were known by then, with all that a line of a list needs."""
    return Goal.objects.as_of(moment.known_by).select_related("park", "dimension", "source", "series__indicator__unit")


def goal_lines(goals: Iterable[Goal], moment: Moment, state: RegisterState) -> list[GoalLine]:
    """The lines of these goals, in their order; two queries at most, for one goal and for any number."""
    rows = list(goals)
    facts = facts_of_goals([goal.pk for goal in rows], moment.on, moment.known_by)
    standings = standings_of(rows, moment.on, state.in_force, facts)
    return [GoalLine(goal, standings[goal.pk], facts.get(goal.pk, NO_FACTS)) for goal in rows]


def standing_among(lines: Iterable[GoalLine], standings: Collection[str]) -> list[GoalLine]:
    """Only lines with one of these standings; all of them where none is named."""
    return [line for line in lines if not standings or line.standing.code in standings]


def ordered(lines: Sequence[GoalLine], order: str) -> list[GoalLine]:
    """Lines by due date (undated last), park, standing or last news."""
    places = {code: place for place, code in enumerate(Standing.values)}

    def by_park(line: GoalLine):
        return (line.goal.park.number, line.goal.order, line.goal.code)

    keys = {
        "due": lambda line: (line.due_on or date.max, *by_park(line)),
        "park": by_park,
        "standing": lambda line: (places[line.standing.code], *by_park(line)),
        "news": lambda line: (-(line.standing.last_news_on or date.min).toordinal(), *by_park(line)),
    }
    return sorted(lines, key=keys[order])

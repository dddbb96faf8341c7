"""Any goal with any facts, for what holds always. Dates are near each other, so that edges meet often."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from parks.rules.calendar import Period, add_months, last_day
from parks.rules.choices import Comparator, Frequency, Judgement, Qualifier
from parks.rules.facts import GoalTerms, Judged, Reading, Rule, TargetTerms


class DAYS:
    first, last = date(2021, 1, 1), date(2027, 12, 31)


MEASURES = [
    ("flow", "year_to_date"),
    ("flow", "per_period"),
    ("stock", "point"),
    ("rate", "year_to_date"),
    ("rate", "per_period"),
    ("rate", "point"),
    ("rank", "point"),
]
TOLD = [qualifier for qualifier in Qualifier.values if qualifier != Qualifier.FORECAST]
days = st.dates(DAYS.first, date(2024, 12, 31))
values = st.one_of(
    st.sampled_from([Decimal(n) for n in (0, 20, 94, 95, 98, 100, 120, 200)]), st.decimals(-50, 300, places=2)
)
month_starts = st.builds(date, st.integers(2021, 2024), st.integers(1, 12), st.just(1))


def ends_of_months(start: date, months: int) -> date:
    end = add_months(start, months - 1)
    return last_day(end.year, end.month)


@dataclass(frozen=True)
class Case:
    goal: GoalTerms
    aim: TargetTerms | None
    readings: list[Reading]
    judgements: list[Judged]
    rule: Rule
    on: date
    next_rule_on: date | None


@st.composite
def periods(draw, accumulation: str) -> Period:
    """As a series of this accumulation has them, mostly of whole months."""
    if accumulation == "point":
        day = draw(st.one_of(days, month_starts.map(lambda start: ends_of_months(start, 1))))
        return Period(day, day)
    if accumulation == "year_to_date":
        start = date(draw(st.integers(2021, 2024)), 1, 1)
        return Period(start, ends_of_months(start, draw(st.integers(1, 12))))
    start = draw(month_starts)
    return Period(start, ends_of_months(start, draw(st.sampled_from([1, 3, 12]))))


def readings(accumulation: str, qualifiers=None):
    return st.builds(
        Reading,
        period=periods(accumulation),
        value=values,
        qualifier=st.sampled_from(qualifiers or Qualifier.values),
        known_on=days,
    )


def readings_of(accumulation: str, qualifiers=None):
    """Values of one series, each with a key of its own; per-period ones may leave holes, and may overlap."""
    rows = st.lists(readings(accumulation, qualifiers), max_size=5)
    return rows.map(lambda found: [replace(row, key=key) for key, row in enumerate(found)])


@st.composite
def goals(draw, measures=(*MEASURES, (None, None))) -> GoalTerms:
    nature, accumulation = draw(st.sampled_from(measures))
    starts_on = draw(st.one_of(st.none(), st.sampled_from([date(2021, 1, 1), date(2022, 1, 1)]), days))
    due_on = draw(st.one_of(st.none(), st.sampled_from([date(2022, 12, 31), date(2024, 6, 30)]), days))
    if starts_on and due_on and due_on < starts_on:
        starts_on, due_on = due_on, starts_on
    return GoalTerms(
        known_on=draw(days),
        starts_on=starts_on,
        due_on=due_on,
        frequency=draw(st.sampled_from(Frequency.values)),
        nature=nature,
        accumulation=accumulation,
        higher_is_better=nature != "rank" and draw(st.booleans()),
        unit_is_percent=draw(st.booleans()),
        planned=tuple(draw(st.lists(st.tuples(days, values), max_size=2, unique_by=lambda point: point[0]))),
        excused_until=draw(st.one_of(st.none(), days)),
    )


def judgements(words=("", *Judgement.values)):
    return st.lists(st.builds(Judged, st.sampled_from(words), days, days), max_size=3)


targets = st.builds(
    TargetTerms,
    value=st.sampled_from([Decimal(100), Decimal("33.33"), Decimal(0)]),
    comparator=st.sampled_from(Comparator.values),
    due_on=st.one_of(st.none(), st.just(date(2025, 3, 31))),
)


@st.composite
def cases(draw, measures=(*MEASURES, (None, None)), qualifiers=None, verdicts=("", *Judgement.values)) -> Case:
    goal = draw(goals(measures))
    on = draw(days)
    return Case(
        goal=goal,
        aim=draw(st.one_of(st.none(), targets, targets)),
        readings=draw(readings_of(goal.accumulation or "point", qualifiers)),
        judgements=draw(judgements(verdicts)),
        rule=Rule(),
        on=on,
        next_rule_on=draw(st.one_of(st.none(), st.integers(1, 400).map(lambda ahead: on + timedelta(days=ahead)))),
    )

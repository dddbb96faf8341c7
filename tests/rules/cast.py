"""A small cast for the rules: goals of every nature with one window, and short words for their facts.

The window is the year 2024 unless a test says otherwise, the target 1200, so that a month of a flow is worth 100.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from parks.rules.calendar import Period
from parks.rules.facts import GoalTerms, Judged, Reading, Rule, TargetTerms
from parks.rules.standing import StandingOn, standing_on

YEAR = GoalTerms(known_on=date(2024, 1, 10), starts_on=date(2024, 1, 1), due_on=date(2024, 12, 31))
REVENUE = replace(YEAR, nature="flow", accumulation="year_to_date")
LISTED_FIRMS = replace(YEAR, nature="flow", accumulation="per_period")
EMISSIONS = replace(REVENUE, higher_is_better=False)
INDUSTRY_SIZE = replace(YEAR, nature="stock", accumulation="point")
VACANT_LAND = replace(INDUSTRY_SIZE, higher_is_better=False)
GROWTH = replace(YEAR, nature="rate", accumulation="year_to_date", unit_is_percent=True)
TAX_PER_MU = replace(YEAR, nature="rate", accumulation="point")
ENERGY_USE = replace(TAX_PER_MU, higher_is_better=False)
NATIONAL_RANK = replace(YEAR, nature="rank", accumulation="point", higher_is_better=False)
UPGRADE = YEAR

RULE = Rule()
RULE_OF_YINCHUAN = Rule(number=2, on_track_points=Decimal(10), slow_points=Decimal(30))


def day(text: str) -> date:
    return date.fromisoformat(text)


def target(value: str | int = 1200, comparator: str = "at_least", due_on: str | None = None) -> TargetTerms:
    return TargetTerms(Decimal(value), comparator, day(due_on) if due_on else None)


def told(span: str, value: str | int, qualifier: str = "actual", known_on: str | None = None, key: int = 0) -> Reading:
    """A value of `span`: "2024-01-01/2024-06-30" or, at a date, "2024-06-30". Known on its last day by default."""
    start, _, end = span.partition("/")
    period = Period(day(start), day(end or start))
    return Reading(period, Decimal(value), qualifier, day(known_on) if known_on else period.end, key)


def until(end: str, value: str | int, qualifier: str = "actual", known_on: str | None = None) -> Reading:
    """A value from the first day of the year up to `end`."""
    return told(f"{end[:4]}-01-01/{end}", value, qualifier, known_on)


def judged(judgement: str, happened_on: str, known_on: str | None = None) -> Judged:
    return Judged(judgement, day(happened_on), day(known_on or happened_on))


def stand(
    goal: GoalTerms,
    aim: TargetTerms | None = None,
    readings=(),
    on: str = "2024-07-01",
    judgements=(),
    rule: Rule = RULE,
    next_rule_on: str | None = None,
) -> StandingOn:
    following = day(next_rule_on) if next_rule_on else None
    return standing_on(goal, aim, list(readings), list(judgements), rule, day(on), following)


def word(standing: StandingOn) -> str:
    """The standing with its detail after a colon, where it has one."""
    return f"{standing.code}: {standing.detail}" if standing.detail else standing.code

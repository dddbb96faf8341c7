"""What the rules are told: plain, frozen facts in base units, as known on the day in question."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from .calendar import Period


@dataclass(frozen=True, slots=True)
class Reading:
    """A published value of a series, in the base unit of its quantity; `key` names the row it came from."""

    period: Period
    value: Decimal
    qualifier: str
    known_on: date
    key: int = 0


@dataclass(frozen=True, slots=True)
class TargetTerms:
    """A row of the target ledger, `value` in base units. `due_on` None: the goal names no day."""

    value: Decimal
    comparator: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What a goal update said: a milestone done, a reviewer's judgement, or (empty) news that judges nothing."""

    judgement: str
    happened_on: date
    known_on: date


@dataclass(frozen=True, slots=True)
class GoalTerms:
    """What the standing of a goal rests on besides values: its window, its measure and who reports it."""

    known_on: date
    starts_on: date | None = None
    due_on: date | None = None
    frequency: str = "press"
    nature: str | None = None  # None: no series of its own
    accumulation: str | None = None
    higher_is_better: bool = True
    unit_is_percent: bool = False
    planned: tuple[tuple[date, Decimal], ...] = ()
    milestones_total: int = 0
    milestones_done: int = 0
    excused_until: date | None = None

    @property
    def measured_by_series(self) -> bool:
        return self.nature is not None


@dataclass(frozen=True, slots=True)
class Rule:
    """Thresholds in force on a day; points are percentage points, the rest percent, days and months."""

    number: int = 1
    on_track_points: Decimal = Decimal(2)
    slow_points: Decimal = Decimal(10)
    about_tolerance_percent: Decimal = Decimal(5)
    press_stale_months: int = 18
    late_days: dict[str, int] = field(
        default_factory=lambda: {"monthly": 45, "quarterly": 120, "half_yearly": 220, "yearly": 400}
    )
    stale_days: dict[str, int] = field(
        default_factory=lambda: {"monthly": 90, "quarterly": 180, "half_yearly": 300, "yearly": 500}
    )

"""The day that is asked about, and the day whose knowledge answers."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Moment:
    """`on` is the day shown as "today"; `known_by` the last day whose entries count; `today` the door's own day."""

    on: date
    known_by: date
    today: date

    @classmethod
    def now(cls, today: date) -> "Moment":
        return cls(today, today, today)

    @property
    def is_past(self) -> bool:
        return self.on != self.today

    @property
    def with_hindsight(self) -> bool:
        return self.known_by > self.on

"""The stage of a project, from dated updates about the whole of it or about a part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .choices import NewsKind, Stage

TRACK = (
    Stage.PLANNED,
    Stage.SIGNED,
    Stage.STARTED,
    Stage.BUILDING,
    Stage.COMPLETED,
    Stage.OPERATING,
    Stage.AT_CAPACITY,
)
ASIDE = (Stage.SUSPENDED, Stage.CANCELLED)

# OC4IDS project statuses: https://standard.open-contracting.org/infrastructure/latest/en/reference/codelists/#projectstatus
OC4IDS_STATUS = {
    Stage.PLANNED: "identification",
    Stage.SIGNED: "preparation",
    Stage.STARTED: "implementation",
    Stage.BUILDING: "implementation",
    Stage.COMPLETED: "completion",
    Stage.OPERATING: "completed",
    Stage.AT_CAPACITY: "completed",
    Stage.SUSPENDED: "implementation",
    Stage.CANCELLED: "cancelled",
}


@dataclass(frozen=True, slots=True)
class StageNews:
    """One update's word on the stage; `part` is empty when it speaks of the whole project."""

    stage: str
    started_on: date
    happened_on: date
    known_on: date
    part: str = ""
    kind: str = NewsKind.ACTUAL
    key: int = 0


@dataclass(frozen=True, slots=True)
class StageOn:
    """The project's stage and the news that it rests on; `capped` when a part has come further than the whole."""

    stage: str
    news: StageNews
    capped: bool = False


def order(stage: str) -> int:
    """The place of a stage on the track; the stages aside come last."""
    return list(Stage).index(Stage(stage))


def stage_on(news: Sequence[StageNews]) -> StageOn | None:
    """The stage of the whole: its own latest news, carried on by later news of its parts.

    A part carries the whole at most to under construction and never back; only news of the whole suspends it,
    ends it, or takes it up again.
    """
    told = sorted(
        (n for n in news if n.stage and n.kind != NewsKind.FORECAST), key=lambda n: (n.happened_on, n.known_on, n.key)
    )
    whole = next((n for n in reversed(told) if not n.part), None)
    later = [n for n in told if n.part and n.stage in TRACK and not (whole and n.happened_on < whole.happened_on)]
    parts = {n.part: n for n in later}  # the latest of each
    furthest = max(parts.values(), key=lambda n: order(n.stage), default=None)
    if furthest is None:
        return StageOn(str(whole.stage), whole) if whole else None
    carried = min(order(furthest.stage), order(Stage.BUILDING))
    # The stages aside come last in the order, so that no part gets past a whole that is suspended or cancelled.
    rests_on = whole if whole and order(whole.stage) >= carried else furthest
    stage = whole.stage if rests_on is whole else TRACK[carried]
    return StageOn(str(stage), rests_on, capped=order(furthest.stage) > order(stage))


def is_step_back(news: Sequence[StageNews], new: StageNews) -> bool:
    """Whether `new`, about the whole project, is later than all earlier news and names an earlier stage."""
    if new.part or new.kind == NewsKind.FORECAST or new.stage not in TRACK:
        return False
    current = stage_on([n for n in news if not n.part])
    if current is None or current.stage not in TRACK or new.happened_on < current.news.happened_on:
        return False
    return order(new.stage) < order(current.stage)

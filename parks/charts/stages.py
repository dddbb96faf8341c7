"""The stages of a project: which pieces of its track are sure, and the small row of circles."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parks.charts.shapes import Line, px

AT = frozenset({"done", "now", "gap", "none", "suspended", "cancelled"})
REACHED = frozenset({"done", "now"})
ENDS = frozenset({"suspended", "cancelled"})
STEP = 18.4


@dataclass(frozen=True, slots=True)
class Circle:
    x: float
    r: float
    at: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Mini:
    width: float
    line: Line
    circles: tuple[Circle, ...]


def _known(ats: Sequence[str]) -> None:
    for at in ats:
        if at not in AT:
            raise ValueError(f"not a state of a stage: {at!r}")


def track(ats: Sequence[str]) -> tuple[str, ...]:
    """The line after each stage: solid where both its ends are on record, dashed else, none after the last."""
    _known(ats)
    after = ["solid" if here in REACHED and there in REACHED else "dashed" for here, there in pairwise(ats)]
    return (*after, "none") if ats else ()


def mini(ats: Sequence[str]) -> Mini:
    """A circle for each stage, 14 units high; a stop (suspended, cancelled) is marked, not a circle."""
    _known(ats)
    circles = []
    for index, at in enumerate(ats):
        x = px(6 + STEP * index)
        mark = ""
        if at == "cancelled":
            mark = f"M{px(x - 4)} 3L{px(x + 4)} 11M{px(x - 4)} 11L{px(x + 4)} 3"
        elif at == "suspended":
            mark = f"M{px(x - 2.5)} 2.5V11.5M{px(x + 2.5)} 2.5V11.5"
        circles.append(Circle(x, 4.2 if at == "now" else 4.6, at, mark))
    end = px(6 + STEP * max(len(ats) - 1, 0))
    # The line stops short of a stop mark, which has no ground of its own to cover it.
    line_end = px(end - 8) if ats and ats[-1] in ENDS and len(ats) > 1 else end
    return Mini(px(end + 6), Line(6.0, 7.0, line_end, 7.0), tuple(circles))

"""The slip: one upright strip for one goal, at 10 × 24 user units and, in percent, as large as a page likes."""

from dataclasses import dataclass
from decimal import Decimal

from parks.charts.shapes import Line, Rect, part, percent, px

WIDTH, HEIGHT = 10.0, 24.0
INNER_TOP, INNER_HEIGHT = 0.5, 23.0
# A reported nothing is still a report, and a gap of a hair is still a gap: neither may vanish.
LEAST = 1.0

CODES = frozenset(
    {
        "reached",
        "missed",
        "outcome_unknown",
        "on_track",
        "slow",
        "behind",
        "undated",
        "milestones",
        "unmeasured",
    }
)
PACED = frozenset({"on_track", "slow", "behind"})
FIGURES = frozenset({"part", "figure"})

TICK = "M2.2 12l2.2 2.6L8 9"
STRIKE = "M-2.5 25.5L12.5 -1.5"
CLOSED = "M0.5 0.5H9.5V23.5H0.5Z"
OPEN = "M0.5 0V23.5H9.5V0"


@dataclass(frozen=True, slots=True)
class Ring:
    y: float
    filled: bool


@dataclass(frozen=True, slots=True)
class Slip:
    """A small slip in user units. frame and mark are SVG paths, mark may be empty."""

    fill: Rect | None
    hatch: Rect | None
    frame: str
    dashed: bool
    mark: str
    paces: tuple[Line, ...]
    rings: tuple[Ring, ...]

    @property
    def filled(self) -> int:
        """How many of its rings are filled; they fill from the bottom."""
        return sum(ring.filled for ring in self.rings)


@dataclass(frozen=True, slots=True)
class LargeSlip:
    """A large slip in percent of its height, from the top; fill_top is the level that was reported."""

    fill_top: float | None
    fill_height: float
    hatch_top: float | None
    hatch_height: float
    paces: tuple[float, ...]
    mark: str


def _fill(code: str, detail: str, share: Decimal | None) -> float | None:
    """The part of a slip that is filled, None where nothing is: an absent figure is never a zero."""
    if code == "reached":
        return 1.0
    if code == "missed":
        # Judged not reached, without a number: filled and struck through all the same.
        return 1.0 if part(share) is None else part(share)
    if code in PACED:
        return part(share)
    return part(share) if detail in FIGURES else None


def _expected(code: str, expected: Decimal | None) -> float | None:
    return part(expected) if code in PACED else None


def _least(fill: float, least: float) -> float:
    """Keep something to be seen of both the filled and the missing part, unless one of them is all there is."""
    return 1.0 if fill >= 1 else min(max(fill, least), 1 - least)


def _rings(done: int, total: int) -> tuple[Ring, ...]:
    """Three rings from the top; filled from the bottom, the last one only when everything is done."""
    filled = 0
    if total > 0 and done > 0:
        filled = 3 if done >= total else min(max(3 * done // total, 1), 2)
    return tuple(Ring(y, index >= 3 - filled) for index, y in enumerate((3.5, 12.0, 20.5)))


def slip(
    code: str,
    detail: str = "",
    share: Decimal | None = None,
    expected: Decimal | None = None,
    done: int = 0,
    total: int = 0,
) -> Slip:
    """The small slip of a standing.

    share and expected are parts of the target (0..1 and beyond, drawn as at most 1), None where there is none.
    Raises ValueError for a code that is no standing.
    """
    if code not in CODES:
        raise ValueError(f"not a standing: {code!r}")
    if code == "milestones" or (code == "undated" and detail == "milestones"):
        return Slip(None, None, "", False, "", (), _rings(done, total))

    level = _fill(code, detail, share)
    fill = hatch = None
    if level is not None:
        height = INNER_HEIGHT * _least(level, LEAST / INNER_HEIGHT)
        if code == "reached":
            fill = Rect(0.0, 0.0, WIDTH, HEIGHT)
        else:
            fill = Rect(0.5, px(INNER_TOP + INNER_HEIGHT - height), 9.0, px(height))
    if code == "outcome_unknown":
        rest = INNER_HEIGHT if fill is None else fill.y - INNER_TOP
        hatch = Rect(0.5, INNER_TOP, 9.0, px(rest)) if rest > 0 else None

    paces: tuple[Line, ...] = ()
    at = _expected(code, expected)
    if at is not None:
        y = px(INNER_TOP + INNER_HEIGHT * (1 - at))
        paces = (Line(-1.0, y, 11.0, y),)
        if code == "behind":
            second = px(y - 3 if y > 4 else y + 3)
            paces += (Line(-1.0, second, 11.0, second),)
    return Slip(
        fill,
        hatch,
        "" if code == "reached" else OPEN if code == "undated" else CLOSED,
        code == "unmeasured",
        TICK if code == "reached" else STRIKE if code == "missed" else "",
        paces,
        (),
    )


def large_slip(
    code: str, detail: str = "", share: Decimal | None = None, expected: Decimal | None = None
) -> LargeSlip:
    """The same slip for the book, in percent of its height; arguments and errors as for slip()."""
    if code not in CODES:
        raise ValueError(f"not a standing: {code!r}")
    level = _fill(code, detail, share)
    if level is not None:
        level = _least(level, 0.01)
    hatched = code == "outcome_unknown" and level != 1
    at = _expected(code, expected)
    paces: tuple[float, ...] = ()
    if at is not None:
        y = 100 * (1 - at)
        paces = (percent(y),)
        if code == "behind":
            paces += (percent(y - 2.5 if y > 4 else y + 2.5),)
    return LargeSlip(
        fill_top=None if level is None else percent(100 * (1 - level)),
        fill_height=percent(100 * (level or 0)),
        hatch_top=0.0 if hatched else None,
        hatch_height=percent(100 * (1 - (level or 0))) if hatched else 0.0,
        paces=paces,
        mark={"reached": "tick", "missed": "strike"}.get(code, ""),
    )

"""The few shapes that every drawing is made of, and the width of a text before a browser has seen it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Number = Decimal | int | float


def px(value: Number) -> float:
    """A coordinate in user units, one decimal; never minus zero."""
    return round(float(value), 1) + 0.0


def percent(value: Number) -> float:
    """A coordinate in percent of the drawing, two decimals; never minus zero."""
    return round(float(value), 2) + 0.0


def part(share: Number | None) -> float | None:
    """A share of the target as 0..1 for a shape that cannot grow past its frame; None stays None."""
    if share is None or Decimal(share).is_nan():
        return None
    return min(max(float(share), 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Text:
    """A text at its baseline; role names what it is, for the style sheet; tail is a note set after it."""

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    role: str = "said"
    tail: str = ""


def path(points: Iterable[tuple[float, float]]) -> str:
    """An open SVG path through points; an empty string when there are fewer than two."""
    corners = [f"{px(x)} {px(y)}" for x, y in points]
    return "M" + "L".join(corners) if len(corners) > 1 else ""


def diamond(x: float, y: float, reach: float = 9.0) -> str:
    """A closed SVG path: a square on its corner around a point."""
    return f"M{px(x)} {px(y - reach)}l{reach} {reach}l-{reach} {reach}l-{reach} -{reach}z"


def text_width(text: str, size: float = 13.0, *, bold: bool = False) -> float:
    """About how wide a text sets in a system sans face, in user units; rather too wide than too narrow."""
    ems = 0.0
    for letter in text:
        code = ord(letter)
        if code >= 0x2E80:
            ems += 1.0
        elif letter in " .,:;'|!il·":
            ems += 0.3
        elif letter.isupper() or letter in "%+=<>—≥≤≈mw":
            ems += 0.8
        else:
            ems += 0.58
    return ems * size * (1.1 if bold else 1.04)

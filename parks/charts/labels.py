"""Labels that find a free place beside their marks: first place that touches nothing, or none at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from parks.charts.shapes import Anchor, Text, px, text_width

NOTE, STRONG = 13.0, 17.0
GAP = 3.0
# Between a number and the note after it, on one line.
TAIL_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inside(self, other: "Box") -> bool:
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def box_of(text: Text) -> Box:
    """The ground a text covers."""
    size = STRONG if "big" in text.role else NOTE
    width = text_width(text.text, size, bold="strong" in text.role)
    if text.tail:
        width += TAIL_GAP + text_width(text.tail, NOTE)
    left = {"start": text.x, "middle": text.x - width / 2, "end": text.x - width}[text.anchor]
    return Box(left, text.y - size * 0.86, left + width, text.y + size * 0.26)


def around(x: float, y: float, reach: float) -> Box:
    return Box(x - reach, y - reach, x + reach, y + reach)


@dataclass(slots=True)
class Room:
    """The ground of a drawing while labels are laid: what is taken, which lines are better not crossed."""

    bounds: Box
    taken: list[Box] = field(default_factory=list)
    dots: list[tuple[float, float]] = field(default_factory=list)

    def take(self, *boxes: Box) -> None:
        self.taken.extend(boxes)

    def draw(self, points: Sequence[tuple[float, float]]) -> None:
        """Remember a line as a row of dots, close enough for a label to notice."""
        for (x1, y1), (x2, y2) in pairwise(points):
            steps = min(int((abs(x2 - x1) + abs(y2 - y1)) / 4) + 1, 400)
            self.dots.extend((x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps) for i in range(steps + 1))

    def place(self, candidates: Iterable[tuple[Text, ...]]) -> tuple[Text, ...]:
        """The candidate that covers no mark and no other text and crosses the fewest lines; () when none fits."""
        best: tuple[Text, ...] = ()
        cost = float("inf")
        for order, texts in enumerate(candidates):
            boxes = [box_of(text) for text in texts if text.text]
            if not boxes or any(not box.inside(self.bounds) for box in boxes):
                continue
            if any(box.meets(other) for box in boxes for other in self.taken):
                continue
            crossed = sum(1 for x, y in self.dots if any(box.holds(x, y) for box in boxes))
            if crossed + order * 2 < cost:
                best, cost = texts, crossed + order * 2
        best = tuple(text for text in best if text.text)
        self.take(*(Box(b.left - GAP, b.top, b.right + GAP, b.bottom) for b in map(box_of, best)))
        return best


def beside(
    x: float, y: float, value: str, note: str, *, big: bool = False, stacked: bool = False, role: str = ""
) -> list[tuple[Text, ...]]:
    """Places for a number and its note around a mark, best first; stacked: rather on two lines than on one."""
    strong = " ".join(filter(None, ("strong", "big" if big else "", role)))
    leading = 19.0 if big else 17.0

    def stack(anchor: Anchor, dx: float, dy: float) -> tuple[Text, ...]:
        """The number nearest to the mark, its note above or below it."""
        far = dy - leading if dy < 0 else dy + leading
        return (
            Text(px(x + dx), px(y + dy), value, anchor, strong),
            Text(px(x + dx), px(y + far), note, anchor),
        )

    def row(anchor: Anchor, dx: float, dy: float) -> tuple[Text, ...]:
        return (Text(px(x + dx), px(y + dy), value, anchor, strong, note),)

    stacks = [stack("end", -14, -8), stack("start", 14, 20), stack("start", 14, -8), stack("end", -14, 20)]
    stacks += [stack("middle", 0, -14), stack("middle", 0, 26)]
    rows = [row("start", 12, 17), row("end", -12, -8), row("start", 12, -8), row("end", -12, 17)]
    rows += [row("start", 14, 5), row("end", -14, 5)]
    return stacks + rows if stacked else rows + stacks

"""The course of one goal: what was reported, the planned path, the target at its deadline, and where no figure is.

Two drawings of one chart, 760 and 360 units wide, so that its text stays 13 px on a phone. Values come in one
unit, the one the page shows; a flow's values come in cumulative from the start of its window.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from parks.charts.axes import month_ends, rank_ticks, ticks
from parks.charts.course import ALONE, HOLLOW, Course, PathTexts, Reading, course_of
from parks.charts.labels import Box, Room, around, beside, box_of
from parks.charts.shapes import Line, Rect, Text, diamond, path, px, text_width

__all__ = ["Drawing", "GoalPath", "Mark", "PathTexts", "Reading", "goal_path"]

Spot = tuple[float, float]
MOST_LABELS = {"wide": 6, "narrow": 3}


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot; arrow is the SVG path of a lower bound's arrow, or empty."""

    x: float
    y: float
    r: float
    kind: str
    hollow: bool
    arrow: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All in user units; planned, actual and target are SVG paths. level: a target that holds throughout."""

    width: int
    height: int
    axis: Line
    grid: tuple[Line, ...]
    months: tuple[Line, ...]
    hatch: Rect | None
    today: Line | None
    planned: str
    actual: str
    due: Line | None
    level: Line | None
    target: str
    marks: tuple[Mark, ...]
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class GoalPath:
    """A chart to be drawn twice; prefix makes the ids of its title and description unique on a page."""

    title: str
    desc: str
    prefix: str
    wide: Drawing
    narrow: Drawing


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a day and a value lie. A day counts whole: what covers it ends where the next one begins."""

    width: int
    height: int
    plot: Box
    course: Course
    narrow: bool

    def x(self, on: date, *, opening: bool = False) -> float:
        days = (self.course.last - self.course.first).days + 1
        passed = (on - self.course.first).days + (0 if opening else 1)
        return px(self.plot.left + (self.plot.right - self.plot.left) * passed / days)

    def y(self, value: Decimal) -> float:
        course, plot = self.course, self.plot
        share = float((value - course.low) / (course.high - course.low))
        if course.nature == "rank":  # the first place on top, a little below the edge
            return px(plot.top + 10 + (plot.bottom - plot.top - 10) * share)
        return px(plot.bottom - (plot.bottom - plot.top) * share)

    def margin_at(self, spot: Spot) -> bool:
        """Whether a spot stands at the right margin, which only the wide drawing has."""
        return not self.narrow and spot[0] >= self.plot.right - 1


def _frame(course: Course, lines: Sequence[Decimal], texts: PathTexts, *, narrow: bool) -> _Frame:
    width, height = (360, 340) if narrow else (760, 380)
    top, bottom = (40.0, 300.0) if narrow else (34.0, 336.0)
    widest = max(text_width(texts.number(line)) for line in lines)
    left = px(min(max(widest + 12, 44 if narrow else 52), width * 0.4))
    right = 342.0
    if not narrow:
        words = max([text_width(texts.target, 17, bold=True), *map(text_width, texts.target_notes)])
        right = px(width - min(max(words + 20, 96), 220))
    return _Frame(width, height, Box(left, top, right, bottom), course, narrow)


def _foot(frame: _Frame, texts: PathTexts) -> tuple[tuple[Line, ...], list[Text]]:
    """Marks and words along the time axis; a word that would touch an earlier one leaves its mark bare."""
    course, left, y = frame.course, frame.plot.left, frame.plot.bottom
    ends = month_ends(course.first, course.last, 5)
    across = course.first.year != course.last.year
    opening = ""
    if course.first == course.starts_on:
        opening = (texts.start_short if frame.narrow else "") or texts.start
    wanted = [Text(left, px(y + 21), opening or course.first.isoformat(), "start", "scale")]
    for end in [*ends[-1:], *ends[:-1]]:  # the two ends of the axis first
        x, word = frame.x(end), texts.month(end, across)
        if x + text_width(word) / 2 <= frame.width:
            wanted.append(Text(x, px(y + 21), word, "middle", "scale"))
        else:
            wanted.append(Text(float(frame.width), px(y + 21), word, "end", "scale"))
    room = Room(Box(0, 0, frame.width, frame.height))
    laid = [text for word in wanted for text in room.place([(word,)])]
    places = [left, *(frame.x(end) for end in ends)]
    return tuple(Line(x, y, x, px(y + 5)) for x in places), laid


def _marks(frame: _Frame) -> tuple[Mark, ...]:
    last = frame.course.last_report
    marks = []
    for reading in frame.course.readings:
        x, y = frame.x(reading.on), frame.y(reading.value)
        r = 7.0 if reading.on == last else 5.5
        arrow = f"M{x} {px(y - r)}v-9m-4 4l4 -4l4 4" if reading.kind == "at_least" else ""
        marks.append(Mark(x, y, r, reading.kind, reading.kind in HOLLOW, arrow))
    return tuple(marks)


def _margin_words(frame: _Frame, room: Room, texts: PathTexts, spot: Spot) -> list[Text]:
    """The target in the right margin of the wide drawing, kept above the foot."""
    if not texts.target or not frame.margin_at(spot):
        return []
    x, y = spot
    block = 18.0 * len(texts.target_notes)
    top = min(max(y + 4, frame.plot.top), frame.plot.bottom - block)
    words = [Text(px(x + 16), px(top), texts.target, "start", "strong big")]
    for index, note in enumerate(texts.target_notes):
        words.append(Text(px(x + 16), px(top + 18 * (index + 1)), note))
    room.take(*map(box_of, words))
    return words


def _target_words(room: Room, texts: PathTexts, spot: Spot) -> list[Text]:
    """The target beside its diamond, where there is room."""
    if not texts.target:
        return []
    for note in dict.fromkeys([texts.target_short, ""]):
        placed = room.place(beside(*spot, texts.target, note, big=True))
        if placed:
            return list(placed)
    return []


def _reading_words(frame: _Frame, room: Room, texts: PathTexts, readings: Sequence[Reading]) -> list[Text]:
    last = frame.course.last_report
    words: list[Text] = []
    for reading in readings:
        x, y = frame.x(reading.on), frame.y(reading.value)
        value = reading.value_text or texts.number(reading.value)
        notes = [reading.short_label, ""] if frame.narrow else [reading.label, reading.short_label, ""]
        for note in dict.fromkeys(notes):
            newest = reading.on == last
            placed = room.place(beside(x, y, value, note, big=newest, stacked=newest, role="reading"))
            if placed:
                words += placed
                break
    return words


def _worth_words(course: Course, most: int) -> list[Reading]:
    """Where there is room for all, all but the newest; else those only that are no plain values."""
    others = [reading for reading in course.readings if reading.on != course.last_report]
    if len(others) >= most:
        others = [reading for reading in others if reading.kind != "actual"]
    return others[: most - 1]


def _along(line: Sequence[Spot], share: float) -> Spot:
    """The point of a line of growing x at a share of its extent."""
    x = line[0][0] + (line[-1][0] - line[0][0]) * share
    for (x1, y1), (x2, y2) in pairwise(line):
        if x1 <= x <= x2 and x2 > x1:
            return x, y1 + (y2 - y1) * (x - x1) / (x2 - x1)
    return line[-1]


def _plan_words(room: Room, texts: PathTexts, planned: Sequence[Spot]) -> list[Text]:
    if not texts.plan or len(planned) < 2:
        return []
    candidates = []
    for share in (0.72, 0.62, 0.82, 0.5, 0.38, 0.25, 0.9):
        x, y = _along(planned, share)
        for anchor, dx, dy in (("start", 10, 22), ("end", -10, -10), ("start", 10, -10), ("end", -10, 22)):
            candidates.append((Text(px(x + dx), px(y + dy), texts.plan, anchor),))
    return list(room.place(candidates))


def _empty_words(frame: _Frame, room: Room, texts: PathTexts, hatch: Rect | None) -> list[Text]:
    if hatch is None:
        return []
    left, right = hatch.x, hatch.x + hatch.width
    if frame.course.due_on and left < (due := frame.x(frame.course.due_on)) < right:
        left, right = max((left, due), (due, right), key=lambda span: span[1] - span[0])
    centre = px((left + right) / 2)
    height = frame.plot.bottom - frame.plot.top
    words = [texts.no_figure_short] if frame.narrow else [texts.no_figure, texts.no_figure_short]
    for word in words:
        if word and text_width(word) <= right - left - 4:
            places = [px(frame.plot.top + height * share) for share in (0.76, 0.66, 0.86, 0.5, 0.4, 0.3, 0.18)]
            placed = room.place([(Text(centre, y, word, "middle"),) for y in places])
            if placed:
                return list(placed)
    return []


def _draw(course: Course, texts: PathTexts, *, narrow: bool) -> Drawing:
    rank = course.nature == "rank"
    lines = rank_ticks(course.high) if rank else ticks(course.low, course.high)
    frame = _frame(course, lines, texts, narrow=narrow)
    plot = frame.plot

    marks = _marks(frame)
    joined = [(frame.x(r.on), frame.y(r.value)) for r in course.readings if r.kind not in ALONE]
    if course.opening:
        joined.insert(0, (frame.x(course.opening[0], opening=True), frame.y(course.opening[1])))
    planned = [(frame.x(on, opening=on == course.starts_on), frame.y(value)) for on, value in course.planned]
    target = (frame.x(course.due_on) if course.due_on else plot.right, frame.y(course.target))
    hatch = None
    if course.empty_until:
        since = frame.x(course.last_report)
        hatch = Rect(since, plot.top, px(frame.x(course.empty_until) - since), px(plot.bottom - plot.top))
    axis_y = plot.bottom if rank else frame.y(Decimal(0))
    due = Line(target[0], px(plot.top - 6), target[0], plot.bottom) if course.due_on else None
    today = None
    if course.today and texts.today:
        today = Line(frame.x(course.today), plot.top, frame.x(course.today), plot.bottom)

    room = Room(Box(plot.left + 2, 3, frame.width, plot.bottom - 2))
    unit = Text(0.0, 14.0, texts.unit, "start", "scale-unit")
    room.take(
        around(*target, 10),
        *(around(mark.x, mark.y - (8 if mark.arrow else 0), mark.r + 2) for mark in marks),
    )
    room.take(*([box_of(unit)] if texts.unit else []))
    room.draw(planned)
    room.draw(joined)
    room.draw([(due.x1, due.y1), (due.x2, due.y2)] if due else [])
    months, foot = _foot(frame, texts)
    newest = [reading for reading in course.readings if reading.on == course.last_report]
    others = _worth_words(course, MOST_LABELS["narrow" if narrow else "wide"])
    words = _margin_words(frame, room, texts, target)
    words += _reading_words(frame, room, texts, newest)
    words += [] if frame.margin_at(target) else _target_words(room, texts, target)
    words += _reading_words(frame, room, texts, others)
    if today:
        words += room.place([(Text(today.x1, px(plot.top - 8), texts.today, "middle"),)])
    words += _plan_words(room, texts, planned) + _empty_words(frame, room, texts, hatch)
    scale = [Text(px(plot.left - 8), px(frame.y(v) + 4), texts.number(v), "end", "scale") for v in lines]
    return Drawing(
        width=frame.width,
        height=frame.height,
        axis=Line(plot.left, axis_y, plot.right, axis_y),
        grid=tuple(Line(plot.left, frame.y(v), plot.right, frame.y(v)) for v in lines if rank or v != 0),
        months=months,
        hatch=hatch,
        today=today,
        planned=path(planned),
        actual=path(joined),
        due=due,
        level=Line(plot.left, target[1], plot.right, target[1]) if course.holds_throughout else None,
        target=diamond(*target),
        marks=marks,
        texts=tuple(([unit] if texts.unit else []) + scale + foot + words),
    )


def goal_path(
    *,
    points: Sequence[Reading | tuple],
    target: Decimal | None,
    texts: PathTexts,
    path: Sequence[tuple[date, Decimal]] = (),
    due_on: date | None = None,
    starts_on: date | None = None,
    baseline: Decimal | None = None,
    nature: str = "flow",
    today: date | None = None,
    prefix: str = "course",
) -> GoalPath | None:
    """Both drawings of a goal's course, or None when there is nothing to find.

    points: Readings or tuples (day, value, kind, label …), of a flow cumulative and inside its window only; path:
    the planned path from its start to the deadline; nature: flow, stock, rate or rank (a rank's axis runs down);
    today bounds the hatching of what is overdue. Raises ValueError for an unknown kind or nature.
    """
    course = course_of(
        points,
        path,
        target,
        due_on=due_on,
        starts_on=starts_on,
        baseline=baseline,
        nature=nature,
        today=today,
    )
    if course is None:
        return None
    return GoalPath(
        texts.title, texts.desc, prefix, _draw(course, texts, narrow=False), _draw(course, texts, narrow=True)
    )

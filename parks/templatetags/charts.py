"""Tags that draw: geometry comes from parks.charts, markup and escaping from templates/parts/charts/."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from parks.charts import bars, stages
from parks.charts import sparkline as lines
from parks.charts.goal_path import GoalPath
from parks.charts.slip import Slip, large_slip
from parks.charts.slip import slip as small_slip

register = template.Library()

FOLDER = "parts/charts/"


def _of(item: Any, name: str, default: Any = None) -> Any:
    """A field of an object or of a mapping, as a template would read it."""
    return item.get(name, default) if isinstance(item, Mapping) else getattr(item, name, default)


def _number(value: Any) -> Decimal | None:
    """A template hands over an empty string where a variable is missing: no figure."""
    if value is None or value == "":
        return None
    return value if isinstance(value, Decimal) else Decimal(str(value))


# A page of all goals holds some two hundred slips, most of them alike; they hold no words of a language but a title.
@lru_cache(maxsize=4096)
def _slip_markup(shape: Slip, code: str, detail: str, stale: bool, title: str) -> SafeString:
    context = {"shape": shape, "code": code, "detail": detail, "stale": stale, "title": title}
    return render_to_string(FOLDER + "slip.html", context)


def _slip(item: Any, title: str = "") -> SafeString:
    code, detail = _of(item, "code"), _of(item, "detail") or ""
    share, expected = _number(_of(item, "share")), _number(_of(item, "expected"))
    shape = small_slip(code, detail, share, expected, _of(item, "done") or 0, _of(item, "total") or 0)
    return _slip_markup(shape, str(code), str(detail), bool(_of(item, "stale")), title)


@register.simple_tag
def slip(
    code: str,
    detail: str = "",
    share: Decimal | None = None,
    expected: Decimal | None = None,
    stale: bool = False,
    done: int = 0,
    total: int = 0,
) -> SafeString:
    """The small slip of one standing, hidden from screen readers: its word must stand beside it."""
    given = {"code": code, "detail": detail, "share": share, "expected": expected, "stale": stale}
    return _slip(given | {"done": done, "total": total})


@register.inclusion_tag(FOLDER + "slips.html")
def slips(items: Iterable[Any], tally: str = "") -> dict[str, Any]:
    """A row of slips. items: code, detail, share, expected, stale, done, total, title, url; tally: the row in words.

    With a url a slip is a link named by its title; else the title is only a hint, and the tally must say it all.
    """
    drawn = []
    for item in items or ():
        url, title = _of(item, "url") or "", str(_of(item, "title") or "")
        drawn.append({"markup": _slip(item, "" if url else title), "url": url, "title": title})
    return {"slips": drawn, "tally": tally}


@register.inclusion_tag(FOLDER + "book.html")
def book(groups: Iterable[Any]) -> dict[str, Any]:
    """Large slips in groups.

    group: count, title, items; item: label, url, percent_text, share, expected, target_text, unit, code, detail,
    stale, and words (the standing in words, read out only). A group without items is not drawn.
    """
    drawn = []
    for group in groups or ():
        items = [
            {
                "item": item,
                "shape": large_slip(
                    _of(item, "code"),
                    _of(item, "detail") or "",
                    _number(_of(item, "share")),
                    _number(_of(item, "expected")),
                ),
            }
            for item in _of(group, "items") or ()
        ]
        if items:
            drawn.append({"count": _of(group, "count"), "title": _of(group, "title"), "slips": items})
    return {"groups": drawn}


@register.inclusion_tag(FOLDER + "bar.html")
def bar(
    share: Decimal | None,
    expected: Decimal | None = None,
    was: str = "none",
    label: str = "",
    stale: bool = False,
) -> dict[str, Any]:
    """A bar against expected pace. label reads it out; without one it is hidden and the words beside it must do."""
    shape = bars.bar(_number(share), _number(expected), was or "none")
    return {"shape": shape, "was": was or "none", "label": label, "stale": bool(stale)}


@register.inclusion_tag(FOLDER + "swatch.html")
def swatch(kind: str) -> dict[str, Any]:
    """A piece of a bar for a key: pace, slow, met, missed, none (no figure) or expected."""
    return {"kind": kind}


@register.inclusion_tag(FOLDER + "goal_path.html")
def goal_path(chart: GoalPath | None, finding: str = "", reading: str = "") -> dict[str, Any]:
    """A whole figure: the finding as its title, how to read it below, two drawings. Without a chart, nothing."""
    return {"chart": chart, "finding": finding, "reading": reading}


@register.inclusion_tag(FOLDER + "years.html")
def years(rows: Sequence[Any], finding: str = "", reading: str = "") -> dict[str, Any]:
    """One bar a row. row: label, value, value_text, unit, note, first, first_text, target, part."""
    rows = list(rows or ())
    shapes = bars.years(
        [
            bars.YearValue(
                _number(_of(row, "value")),
                _number(_of(row, "first")),
                _number(_of(row, "target")),
                bool(_of(row, "part")),
            )
            for row in rows
        ]
    )
    pairs = [{"row": row, "shape": shape} for row, shape in zip(rows, shapes, strict=True)]
    return {"rows": pairs, "finding": finding, "reading": reading}


@register.inclusion_tag(FOLDER + "track.html")
def track(items: Sequence[Any], end: Any = None) -> dict[str, Any]:
    """The stages of a project. item: word, at (done, now, gap, none), date_text, note, days_text.

    end, for a project that stopped: code (suspended, cancelled), word, date_text, note.
    """
    items = list(items or ())
    ats = [_of(item, "at") for item in items] + ([_of(end, "code")] if end else [])
    pairs = [{"stage": item, "line": line} for item, line in zip(items, stages.track(ats), strict=False)]
    return {"stages": pairs, "end": end}


@register.inclusion_tag(FOLDER + "mini.html")
def mini(ats: Sequence[str] | str, word: str = "") -> dict[str, Any]:
    """A circle for each stage, and the word of the stage. ats: a list, or words with spaces between."""
    ats = ats.split() if isinstance(ats, str) else list(ats or ())
    return {"shape": stages.mini(ats) if ats else None, "word": word}


@register.inclusion_tag(FOLDER + "sparkline.html")
def sparkline(points: Sequence[tuple], title: str = "", rank: bool = False) -> dict[str, Any]:
    """A small line through (day, value) pairs; with fewer than three days nothing is drawn."""
    return {"shape": lines.sparkline(list(points or ()), rank=bool(rank)), "title": title}


@register.inclusion_tag(FOLDER + "stage_bars.html")
def stage_bars(counts: Sequence[Any]) -> dict[str, Any]:
    """Projects by stage. item: code (empty where no stage is on record), word, count, url."""
    items = list(counts or ())
    widths = bars.stage_bars([_of(item, "count") or 0 for item in items])
    return {"rows": [{"item": item, "width": width} for item, width in zip(items, widths, strict=True)]}

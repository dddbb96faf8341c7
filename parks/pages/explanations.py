"""Why a goal stands where it stands, in one or two sentences with its numbers."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from parks.queries.goals import GoalLine
from parks.rules.choices import Detail, Nature, Qualifier, Quantity, Standing
from parks.templatetags.words import figure, in_chinese, percent, period, points, sentence_day, target


def qualifier_word(qualifier: str) -> str:
    """What kind of figure it is, for a figure that is not simply actual."""
    if qualifier == Qualifier.ACTUAL:
        return ""
    return str(Qualifier(qualifier).label)


def _joined(*sentences: str) -> str:
    """Sentences in a row: a space between them in English, none in Chinese."""
    return ("" if in_chinese() else " ").join(sentences)


def _value(line: GoalLine) -> dict[str, str]:
    """The value that speaks for the goal, its period and its target, as words."""
    measured, latest, aim = line.standing.value, line.latest, line.target
    words = {"target": target(aim.word, aim.value, aim.unit) if aim else ""}
    if measured and latest:
        unit = latest.unit
        words["value"] = figure(measured.value / unit.factor, unit)
        words["period"] = period(measured.period.start, measured.period.end)
        kind = qualifier_word(measured.qualifier)
        words["kind"] = _(" (%(kind)s)") % {"kind": kind} if kind else ""
    return words


def _reached(line: GoalLine) -> str:
    if line.standing.judged and not line.standing.value:
        return _("Judged reached on %(day)s, with its grounds below.") % {
            "day": sentence_day(line.standing.judged.happened_on)
        }
    return _("%(value)s%(kind)s for %(period)s meets the target of %(target)s.") % _value(line)


def _missed(line: GoalLine) -> str:
    if line.standing.judged and not line.standing.value:
        return _("Judged not reached on %(day)s, with its grounds below.") % {
            "day": sentence_day(line.standing.judged.happened_on)
        }
    return _("%(value)s%(kind)s for %(period)s covers the due date and does not meet the target of %(target)s.") % (
        _value(line)
    )


def _overdue(line: GoalLine) -> str:
    days = line.standing.days_overdue
    return ngettext(
        "It was due on %(due)s, %(days)s day before the day shown.",
        "It was due on %(due)s, %(days)s days before the day shown.",
        days,
    ) % {"due": sentence_day(line.due_on), "days": days}


def _outcome_unknown(line: GoalLine) -> str:
    overdue = _overdue(line)
    if line.standing.detail == Detail.PART:
        return _joined(
            overdue,
            _(
                "The last figure received, %(value)s%(kind)s, covers only %(period)s; until a figure covers the due "
                "date this register does not judge whether the target was met."
            )
            % _value(line),
        )
    if line.standing.detail == Detail.FIGURE:
        return _joined(
            overdue,
            # Translators: zh 最近收到的数是%(period)s的%(value)s%(kind)s，凭它判断不了到期那天是否达到目标。
            _(
                "The last figure received, %(value)s%(kind)s for %(period)s, cannot decide whether the target was met "
                "on that day."
            )
            % _value(line),
        )
    if line.standing.detail == Detail.MILESTONES:
        return _joined(overdue, _("It has no number; nobody has judged its outcome yet."))
    return _joined(overdue, _("This register has received no figure that measures it."))


def gap_words(line: GoalLine) -> str:
    """How far a goal is from its path or level: in percentage points, or in percent of a target that is none itself."""
    way = line.standing.path
    if way is None or way.points is None:
        return ""
    series = line.goal.series
    if way.expected_share is not None or (series and series.indicator.quantity == Quantity.SHARE):
        return points(way.points)
    sign = "+" if way.points > 0 else ""
    # Translators: zh 目标的%(gap)s
    return _("%(gap)s of the target") % {"gap": sign + percent(way.points / 100)}


def _pace(line: GoalLine) -> str:
    way, words = line.standing.path, _value(line)
    assert way is not None  # a pace rests on a path
    if way.expected_share is None:
        return _("%(value)s%(kind)s for %(period)s is %(points)s from the %(target)s that is to hold at any time.") % {
            **words,
            "points": gap_words(line),
        }
    return _(
        "By %(day)s it had come %(share)s of the way (%(value)s%(kind)s); %(done)s of %(total)s whole months make "
        "%(expected)s. The gap is %(points)s."
    ) % {
        **words,
        "day": sentence_day(line.standing.value.period.end),
        "share": percent(way.share),
        "done": way.months_done,
        "total": way.months_total,
        "expected": percent(way.expected_share),
        "points": points(way.points),
    }


def _undated(line: GoalLine) -> str:
    if line.standing.detail == Detail.FIGURE:
        return _(
            "The source names no day by which it is to be reached. The last figure is %(value)s%(kind)s for %(period)s."
        ) % _value(line)
    if line.standing.detail == Detail.MILESTONES:
        return _("The source gives neither a number nor a day; what can be seen are milestones and dated news.")
    return _("The source names no day by which it is to be reached, and no figure that measures it has been received.")


def _unmeasured(line: GoalLine) -> str:
    due = sentence_day(line.due_on)
    if line.standing.detail == Detail.FIGURE:
        if line.goal.series and line.goal.series.indicator.nature == Nature.RANK:
            why = _("A rank has no path, so no pace is told.")
        else:
            why = _("Without a value at the start there is no path, so no pace is told.")
        last = _("It is due on %(due)s. The last figure is %(value)s%(kind)s for %(period)s.")
        return _joined(last % {**_value(line), "due": due}, why)
    return _("It is due on %(due)s; nothing that measures it has been reported yet.") % {"due": due}


def explanation(line: GoalLine) -> str:
    """The sentence that lets a reader recompute the standing."""
    return {
        Standing.REACHED: _reached,
        Standing.MISSED: _missed,
        Standing.OUTCOME_UNKNOWN: _outcome_unknown,
        Standing.ON_TRACK: _pace,
        Standing.SLOW: _pace,
        Standing.BEHIND: _pace,
        Standing.UNDATED: _undated,
        Standing.MILESTONES: lambda _line: _(
            "It is not due yet and has no series of its own; milestones tell how far it is."
        ),
        Standing.UNMEASURED: _unmeasured,
    }[Standing(line.standing.code)](line)


def freshness_note(line: GoalLine) -> str:
    """A second sentence where the last news is old; empty otherwise."""
    if not line.standing.is_stale:
        return ""
    return _("The last news of it became known on %(day)s; it is shown in grey.") % {
        "day": sentence_day(line.standing.last_news_on)
    }

"""The arithmetic of a standing: every number that it rests on, so that a reader can do the sum again."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from parks.models.facts import Figure, terms_of
from parks.queries.goals import GoalLine
from parks.rules.choices import Accumulation, Detail, Judgement, Nature, Qualifier, Quantity, Standing
from parks.rules.facts import Rule
from parks.rules.measure import ratio, wants_more
from parks.rules.progress import baseline
from parks.rules.standing import pace
from parks.templatetags.words import (
    MINUS,
    digits,
    figure,
    figure_parts,
    percent,
    period,
    places,
    sentence_day,
    standing_word,
    target,
)

from .explanations import gap_words, qualifier_word
from .rows import window_words


@dataclass(frozen=True, slots=True)
class SumLine:
    """A line of the account: what, how it is got, and the number."""

    term: str
    value: str
    note: str = ""


def in_unit(base: Decimal, aim: Figure) -> str:
    """A value in base units, in the unit of the target."""
    return figure(base / aim.unit.factor, aim.unit)


def division(part: Decimal, whole: Decimal, aim: Figure) -> str:
    """ "290.61 ÷ 580": both in one unit, which stands on its own line; with their units where these differ."""
    parts = [figure_parts(value / aim.unit.factor, aim.unit) for value in (part, whole)]
    if parts[0][1] == parts[1][1]:
        return f"{parts[0][0]} ÷ {parts[1][0]}"
    return f"{in_unit(part, aim)} ÷ {in_unit(whole, aim)}"


def _kind(line: GoalLine) -> list[str]:
    """How the target is to be read: its window, how values add up, which way is better."""
    words = [window_words(line)]
    series = line.goal.series
    if series:
        nature, accumulation = series.indicator.nature, series.accumulation
        if nature == Nature.FLOW:
            # Translators: zh 累计型
            words.append(_("a running sum") if accumulation == Accumulation.YEAR_TO_DATE else _("a sum of its parts"))
        elif nature == Nature.STOCK:
            # Translators: zh 时点数
            words.append(_("as it stands at a date"))
        elif nature == Nature.RATE:
            # Translators: zh 比率，不按月折算
            words.append(_("a rate, never pro-rated"))
        else:
            # Translators: zh 名次
            words.append(_("a rank"))
        more = wants_more(line.target.word, series.indicator.direction == "up")
        # Translators: zh 越大越好 / 越小越好
        words.append(_("higher is better") if more else _("lower is better"))
    return words


def _list(words: list[str]) -> str:
    # Translators: what stands between the items of a list; zh ，
    return _(", ").join(word for word in words if word)


def _targets(line: GoalLine) -> list[SumLine]:
    aim, first = line.target, line.facts.original
    words = target(aim.word, aim.value, aim.unit)
    if first is aim:
        # Translators: zh 目标
        return [SumLine(_("Target"), words, _list(_kind(line)))]
    # Translators: zh %(day)s得知
    known = _("known %(day)s")
    return [
        # Translators: zh 原目标
        SumLine(_("Original target"), target(first.word, first.value, first.unit), known % {"day": first.known_on}),
        # Translators: zh 现目标
        SumLine(_("Current target"), words, _list([*_kind(line), known % {"day": aim.known_on}])),
    ]


def _reported(line: GoalLine) -> list[SumLine]:
    value, aim = line.standing.value, line.target
    # Translators: zh 已报
    term = _("Reported")
    if value is None:
        if line.goal.series is None:
            # Translators: zh 来源没有写明以哪个数衡量，所以没有自己的数列
            why = _("the source does not say which figure measures it, so it has no series of its own")
        else:
            # Translators: zh 目标自己的数列在期限内没有数
            why = _("no value of its own series inside its window")
        # Translators: zh 未收到
        return [SumLine(term, _("not received"), why)]
    notes = [period(value.period.start, value.period.end), *(qualifier_word(kind) for kind in value.qualifiers)]
    if len(value.keys) > 1:
        # Translators: zh %(n)s个数之和
        notes.append(ngettext("sum of %(n)s value", "sum of %(n)s values", len(value.keys)) % {"n": len(value.keys)})
    if not value.whole:
        # Translators: zh 中间有缺，只是下限
        notes.append(_("with a hole between them: a lower bound only"))
    return [SumLine(term, in_unit(value.value, aim), _list(notes))]


def thresholds(rule: Rule) -> str:
    """The bounds of the rule, in words."""
    # Translators: zh 落后不超过%(first)s个百分点为顺进度，不超过%(second)s个为落后进度，再多为明显落后
    return _("up to %(first)s points behind is on pace, up to %(second)s behind pace, more far behind") % {
        "first": digits(rule.on_track_points),
        "second": digits(rule.slow_points),
    }


def _gap(line: GoalLine) -> SumLine:
    way, rule = line.standing.path, line.standing.rule
    word = standing_word(pace(way.points, rule)).label
    # Translators: zh 按那天的数：%(standing)s。%(bounds)s
    note = _("by the date of that figure: %(standing)s; %(bounds)s") % {"standing": word, "bounds": thresholds(rule)}
    # Translators: zh 差
    return SumLine(_("Gap"), gap_words(line), note)


def _why_no_path(line: GoalLine) -> str:
    value, nature = line.standing.value, line.goal.series.indicator.nature
    if line.due_on is None:
        # Translators: zh 没有期限，就没有计划线
        return _("without a deadline there is no path")
    if not value.whole:
        # Translators: zh 有缺的合计不能与计划线相比
        return _("a sum with a hole is not held against a path")
    if nature == Nature.STOCK:
        # Translators: zh 没有起点的数，就没有计划线
        return _("without a value at the start there is no path")
    # Translators: zh 没有起算日，就没有计划线
    return _("without a day to count from there is no path")


def _progress(line: GoalLine) -> list[SumLine]:
    """Share, expected share and gap of a flow or stock."""
    aim, value, way = line.target, line.standing.value, line.standing.path
    if way is None:
        lines = []
        if line.standing.share is not None:
            # Translators: zh 完成
            lines.append(SumLine(_("Share"), percent(line.standing.share), division(value.value, aim.base, aim)))
        # Translators: zh 同期序时
        return [*lines, SumLine(_("Expected by then"), "—", _why_no_path(line))]
    lines = []
    if way.start:
        first = baseline(terms_of(line.goal, line.facts), line.facts.readings)
        at = period(first.period.start, first.period.end) if first else ""
        # Translators: zh 起点
        lines.append(SumLine(_("At the start"), in_unit(way.start, aim), at))
    done = division(value.value - way.start, aim.base - way.start, aim)
    # Translators: zh %(done)s个月 ÷ %(total)s个月，按整月
    months = _("%(done)s of %(total)s whole months") % {"done": way.months_done, "total": way.months_total}
    if line.facts.planned:
        # Translators: zh 经过公布的计划点
        months = _list([months, _("through the planned points")])
    return [
        *lines,
        SumLine(_("Share"), percent(way.share), done),
        SumLine(_("Expected by then"), percent(way.expected_share), months),
        _gap(line),
    ]


def _held_level(line: GoalLine) -> list[SumLine]:
    """The gap of a rate to the level that is to hold at any time."""
    way, aim, value = line.standing.path, line.target, line.standing.value
    if way is None or way.points is None:
        return []
    if line.goal.series.indicator.quantity == Quantity.SHARE:
        return [_gap(line)]
    gap = value.value - aim.base
    sign = MINUS if gap < 0 else "+" if gap else ""
    # Translators: zh 与目标相差
    return [SumLine(_("Away from the target"), sign + in_unit(abs(gap), aim), gap_words(line))]


def _rank_gap(line: GoalLine) -> list[SumLine]:
    gap = line.standing.value.value - line.target.base
    if gap <= 0:
        return []
    ranks = [digits(line.standing.value.value / line.target.unit.factor), digits(line.target.value)]
    # Translators: zh 还差
    return [SumLine(_("Still to go"), places(gap), f"{ranks[0]} {MINUS} {ranks[1]}")]


def _against_the_original(line: GoalLine) -> list[SumLine]:
    first, value = line.facts.original, line.standing.value
    if first is line.target or value is None or line.standing.share is None:
        return []
    share = ratio(value.value, first.base)
    # Translators: zh 按原目标算
    return [SumLine(_("Against the original target"), percent(share), division(value.value, first.base, first))]


def _without_number(line: GoalLine) -> list[SumLine]:
    """What stands in for a number: milestones and a dated judgement."""
    standing = line.standing
    # Translators: zh 衡量办法 / 节点与有日期的判断
    lines = [SumLine(_("Measured by"), _("milestones and judgement"), window_words(line))]
    if standing.milestones_total:
        # Translators: zh 已完成的节点
        done = f"{standing.milestones_done} / {standing.milestones_total}"
        lines.append(SumLine(_("Milestones done"), done, _("counted where dated news names them")))
    judged = standing.judged
    # Translators: zh 判断
    term = _("Judgement")
    if judged:
        lines.append(SumLine(term, str(Judgement(judged.judgement).label), sentence_day(judged.happened_on)))
    else:
        # Translators: zh 没有
        lines.append(SumLine(term, _("none on record")))
    return lines


def _result_note(line: GoalLine) -> str:
    standing, due = line.standing, line.due_on
    day = due.isoformat() if due else ""
    value = standing.value
    if standing.code == Standing.REACHED:
        if value is None:
            # Translators: zh 据有日期、有依据的判断
            return _("by a dated judgement with its grounds")
        loose = {Qualifier.PRELIMINARY, Qualifier.ESTIMATE} & set(value.qualifiers)
        # Translators: zh 合乎目标；这个数是%(kind)s
        kind = _list([qualifier_word(word) for word in loose])
        return _("the target is met; the figure is %(kind)s") % {"kind": kind} if loose else _("the target is met")
    if standing.code == Standing.MISSED:
        # Translators: zh 期限%(day)s已过，全期数不到目标
        return _("due %(day)s, and the outcome is known") % {"day": day}
    if standing.code == Standing.OUTCOME_UNKNOWN:
        if standing.detail == Detail.MILESTONES:
            # Translators: zh 期限%(day)s已过，还没有判断
            return _("due %(day)s, not judged yet") % {"day": day}
        if standing.detail == Detail.FIGURE:
            # Translators: zh 期限%(day)s已过，有数而不足以判断
            return _("due %(day)s; the figure does not settle it") % {"day": day}
        # Translators: zh 期限%(day)s已过，无全期数
        return _("due %(day)s, no figure that covers it") % {"day": day}
    if standing.code == Standing.UNDATED:
        # Translators: zh 来源没有写期限
        return _("the source names no deadline")
    # Translators: zh 期限%(day)s，未到
    return _("due %(day)s, not yet") % {"day": day}


def sum_lines(line: GoalLine) -> list[SumLine]:
    """The whole account; the last line is the standing itself."""
    lines = []
    if line.target is None:
        lines += _without_number(line)
    else:
        lines += _targets(line) + _reported(line)
        if line.standing.judged:
            lines += _without_number(line)[-1:]
        if line.standing.value is not None:
            nature = line.goal.series.indicator.nature
            lines += {Nature.RATE: _held_level, Nature.RANK: _rank_gap}.get(nature, _progress)(line)
            lines += _against_the_original(line)
    label = standing_word(line.standing.code, line.standing.detail).label
    # Translators: zh 截至%(day)s
    return [*lines, SumLine(_("As of %(day)s") % {"day": line.standing.on}, label, _result_note(line))]

"""One goal in words: what was promised, the ledger of its target, its news and the projects that serve it."""

from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from parks.models.facts import Figure
from parks.queries.goal import GoalHistory, NewsOn
from parks.queries.goals import GoalLine
from parks.rules.choices import Accumulation, Detail, Frequency, Judgement, NewsKind, Standing
from parks.rules.facts import Rule
from parks.rules.measure import ratio
from parks.templatetags.words import (
    day_words,
    days,
    figure,
    happened,
    original,
    percent,
    period,
    plain_text,
    target,
    text,
)

from .rows import Link, SourceShown, source_shown, stage_word, window_words


@dataclass(frozen=True, slots=True)
class NewsRow:
    """News of a goal in words; `fate` says in words that it was replaced or withdrawn."""

    ref: str
    on: str
    iso: str
    title: str
    judgement: str
    reason: str
    milestone: str
    note: str
    kind: str
    fate: str
    takes_part: bool
    source: SourceShown
    locator: str
    known_on: date
    precision: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A row of the ledger; `share` is the progress against it, empty while nothing was revised."""

    name: str
    value: str
    due: str
    reason: str
    share: str
    source: SourceShown
    known_on: date
    precision: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ProjectShown:
    name: str
    url: str
    stage: str
    on: str


def _fate(news: NewsOn) -> str:
    if news.withdrawn_on:
        # Translators: zh %(day)s撤回：%(reason)s
        return _("withdrawn %(day)s: %(reason)s") % {
            "day": news.withdrawn_on,
            "reason": news.update.withdrawn_reason,
        }
    # Translators: zh 已由后来的一条更正
    return _("replaced by a later entry") if news.replaced_by else ""


def news_row(news: NewsOn, link: Link) -> NewsRow:
    update = news.update
    # Translators: zh 节点：%(title)s
    done = _("Milestone: %(title)s")
    step = update.milestone
    return NewsRow(
        ref=f"n-{update.ref}",
        on=happened(update.period_start, update.period_end),
        iso=update.period_end.isoformat(),
        title=text(update.title, update.title_en),
        judgement=str(Judgement(update.judgement).label) if update.judgement else "",
        reason=text(update.reason, update.reason_en),
        milestone=done % {"title": plain_text(step.title, step.title_en)} if step else "",
        note=text(update.note, update.note_en),
        kind=str(NewsKind(update.kind).label) if update.kind != NewsKind.ACTUAL else "",
        fate=_fate(news),
        takes_part=news.takes_part,
        source=source_shown(update.source, link),
        locator=update.locator,
        known_on=update.known_on,
        precision=update.known_precision,
    )


def deciding(history: GoalHistory, link: Link) -> NewsRow | None:
    """The news that a judged goal rests on, with its source."""
    judged = history.line.standing.judged
    if judged is None or history.line.standing.value is not None:
        return None
    for news in history.news:
        update = news.update
        told = (update.judgement, update.period_end, update.known_on)
        if news.takes_part and told == (judged.judgement, judged.happened_on, judged.known_on):
            return news_row(news, link)
    return None


def _target_row(line: GoalLine, row: Figure, link: Link) -> TargetRow:
    revised, value = len(line.facts.targets) > 1, line.standing.value
    due = row.due_on or line.goal.due_on
    is_first = row is line.facts.original
    # Translators: zh 原定 / 修订%(number)s
    name = _("Original") if is_first else _("Revision %(number)s") % {"number": row.number - 1}
    has_share = revised and value is not None and line.standing.share is not None
    return TargetRow(
        name=name,
        value=target(row.word, row.value, row.unit),
        due=due.isoformat() if due else window_words(line),
        reason=text(row.text, row.text_en),
        share=percent(ratio(value.value, row.base)) if has_share else "",
        source=source_shown(row.source, link),
        known_on=row.known_on,
        precision=row.precision,
        is_current=row is line.target,
    )


def ledger(line: GoalLine, link: Link) -> list[TargetRow]:
    """Every target of the goal, the original first."""
    return [_target_row(line, row, link) for row in line.facts.targets]


def _frequency(line: GoalLine, rule: Rule) -> tuple[str, str]:
    """How often it is to be reported, and when that counts as stale."""
    frequency = line.goal.frequency
    word = str(Frequency(frequency).label)
    if frequency == Frequency.PRESS:
        # Translators: zh 超过%(months)s个月没有消息，用灰色
        return word, _("grey after %(months)s months without news") % {"months": rule.press_stale_months}
    # Translators: zh 超过%(days)s没有消息，用灰色
    return word, _("grey after %(days)s without news") % {"days": days(rule.stale_days[frequency])}


def source_title(line: GoalLine, link: Link) -> str:
    """The document that the promise was taken from, linked; in words where there is none."""
    source = line.goal.source
    if source is None:
        # Translators: zh 没有写明
        return _("not stated")
    return format_html('<a href="{}">{}</a>', link("source", source.code), text(source.title, source.title_en))


def promised(line: GoalLine) -> list[dict]:
    """Facts about the promise itself, in the order a reader asks for them."""
    goal = line.goal
    # Translators: zh 推定
    inferred = pgettext("of a date", "inferred")
    facts = []
    # Translators: zh 起算 / 没有写明
    start = goal.starts_on.isoformat() if goal.starts_on else _("not stated")
    facts.append({"term": _("Counted from"), "value": start, "note": inferred if goal.starts_inferred else ""})
    note = plain_text(goal.due_note, goal.due_note_en)
    # Translators: zh 原话：%(words)s
    words = _("in the source: %(words)s") % {"words": note} if note else ""
    # Translators: zh ；
    due_note = _("; ").join(word for word in (inferred if goal.due_inferred else "", words) if word)
    # Translators: zh 期限
    due = line.due_on.isoformat() if line.due_on else _("no deadline stated")
    facts.append({"term": _("Due"), "value": due, "note": due_note})
    # Translators: zh 五好归类
    aspect = text(goal.dimension.name, goal.dimension.name_en)
    facts.append({"term": _("Sorted under"), "value": aspect, "note": text(goal.grounds, goal.grounds_en)})
    # Translators: zh 责任部门 / 未写明
    office = text(goal.office, goal.office_en) or _("not stated")
    facts.append({"term": _("Responsible office"), "value": office, "note": ""})
    often, stale = _frequency(line, line.standing.rule)
    # Translators: zh 填报频率
    facts.append({"term": _("Reported"), "value": often, "note": stale})
    # Translators: zh 得知
    known = day_words(goal.known_on, goal.known_precision)
    facts.append({"term": pgettext("of a goal", "Known since"), "value": known, "note": ""})
    return facts


def hero_note(line: GoalLine, row_ref: str) -> str:
    """Under the large number: on an English page the figure as published, once, and the way to its row."""
    figure_shown = line.spoken
    if figure_shown is None:
        return ""
    # Translators: zh 见观测表
    seen = format_html('<a href="#{}">{}</a>', row_ref, _("row in the table")) if row_ref else ""
    published = original(figure_shown.value, figure_shown.unit)
    if get_language() != "en" or published == figure(figure_shown.value, figure_shown.unit):
        return seen
    said = format_html(_("published as {}"), format_html('<span lang="zh-Hans">{}</span>', published))
    return format_html("{} · {}", said, seen) if seen else said


def projects_shown(history: GoalHistory, link: Link) -> list[ProjectShown]:
    shown = []
    for project in history.projects:
        stage = project.stage
        shown.append(
            ProjectShown(
                name=text(*project.name),
                url=link("project", project.code),
                stage=stage_word(stage.stage if stage else ""),
                on=happened(stage.news.started_on, stage.news.happened_on) if stage else "",
            )
        )
    return shown


def missing_period(line: GoalLine) -> str:
    """Which figure is due and was not received; empty where none is."""
    standing, goal = line.standing, line.goal
    if goal.series is None or standing.code != Standing.OUTCOME_UNKNOWN or standing.detail == Detail.FIGURE:
        return ""
    at_a_date = goal.series.accumulation == Accumulation.POINT
    return period(None if at_a_date else goal.starts_on, line.due_on)

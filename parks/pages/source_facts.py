"""What was taken from a source, fact by fact, in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parks.queries.sources import TakenFact
from parks.rules.choices import (
    AmountKind,
    EventKind,
    Judgement,
    Level,
    NewsKind,
    ProjectKind,
    Qualifier,
)
from parks.templatetags.words import figure, happened, period, plain_text, target, text, window

from .project_table import clauses
from .rows import Link, stage_word

GROUPS = {
    # Translators: zh 目标 / 目标值 / 计划路径点 / 观测值 / 目标进展 / 项目 / 项目进展 / 节点 / 园区大事 / 园区介绍
    # 缓期与退出 / 规则
    "goal": gettext_lazy("Goals"),
    "target": gettext_lazy("Targets"),
    "planned": gettext_lazy("Planned values"),
    "reading": gettext_lazy("Observed values"),
    "goal_news": gettext_lazy("News of goals"),
    "project": gettext_lazy("Projects"),
    "project_news": gettext_lazy("News of projects"),
    "milestone": gettext_lazy("Milestones"),
    "event": gettext_lazy("Events of parks"),
    "park": gettext_lazy("Descriptions of parks"),
    "decision": gettext_lazy("Excuses and retirements"),
    "rule": gettext_lazy("Rules"),
}


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact in words: what it is about, what it says, for when, and where in the document."""

    url: str
    title: SafeString
    about: str
    value: str
    says: str
    when: str
    locator: str
    known_on: date | None
    precision: str
    fate: str


def _title(fact: TakenFact) -> SafeString:
    """What the row is called: targets and planned values by their goal, everything else by its own title."""
    if fact.kind in ("target", "planned", "decision"):
        return text(*fact.thing)
    return text(*fact.title)


def _about(fact: TakenFact) -> str:
    thing = ""
    if fact.kind in ("goal_news", "project_news", "milestone", "reading"):
        thing = plain_text(*fact.thing)
    place = plain_text(*fact.place)
    return " · ".join(dict.fromkeys(word for word in (place, thing, plain_text(*fact.part)) if word))


def _label(choices, code: str) -> str:
    return str(choices(code).label) if code else ""


def _says(fact: TakenFact) -> str:
    """The word or sentence a fact adds to its title and value."""
    match fact.kind:
        case "reading":
            return "" if fact.word == Qualifier.ACTUAL else _label(Qualifier, fact.word)
        case "goal_news":
            kind = "" if fact.statement == NewsKind.ACTUAL else _label(NewsKind, fact.statement)
            return clauses(_label(Judgement, fact.word), kind)
        case "project":
            return _label(ProjectKind, fact.statement)
        case "project_news":
            return clauses(stage_word(fact.word) if fact.word else "", _label(AmountKind, fact.statement))
        case "event":
            return clauses(_label(EventKind, fact.statement), _label(Level, fact.word))
        case "park":
            # Translators: zh 定位、产业与重点
            return _("positioning, industries and priorities")
        case "decision":
            # Translators: zh 缓期 / 不再跟踪
            kind = _("excuse") if fact.statement == "excuse" else _("no longer followed")
            return clauses(kind, plain_text(*fact.title))
        case "target":
            return plain_text(*fact.title)
    return ""


def _when(fact: TakenFact) -> str:
    match fact.kind:
        case "reading":
            return period(fact.start, fact.end)
        case "goal":
            return window(fact.start, fact.end)
        case "goal_news" | "project_news" | "event":
            return happened(fact.start, fact.end)
        case "target" | "planned" | "milestone" | "decision":
            return fact.end.isoformat() if fact.end else ""
        case "rule":
            return fact.start.isoformat() if fact.start else ""
    return ""


def _value(fact: TakenFact) -> str:
    if fact.value is None:
        return ""
    if fact.kind == "target":
        return target(fact.word, fact.value, fact.unit)
    return figure(fact.value, fact.unit)


def _fate(fact: TakenFact) -> str:
    """Since when a fact speaks no longer; empty for one that does."""
    if fact.withdrawn_on:
        # Translators: zh %(day)s撤回
        return _("withdrawn on %(day)s") % {"day": fact.withdrawn_on.isoformat()}
    if fact.replaced_on:
        # Translators: zh %(day)s更正
        return _("replaced on %(day)s") % {"day": fact.replaced_on.isoformat()}
    return ""


def _url(fact: TakenFact, link: Link) -> str:
    if fact.page == "method":
        return link("method")
    anchor = f"#{fact.ref}" if fact.kind == "project_news" and fact.ref else ""
    return link(fact.page, fact.code) + anchor if fact.code else ""


def fact_row(fact: TakenFact, link: Link) -> FactRow:
    return FactRow(
        url=_url(fact, link),
        title=_title(fact),
        about=_about(fact),
        value=_value(fact),
        says=_says(fact),
        when=_when(fact),
        locator=fact.locator,
        known_on=fact.known_on,
        precision=fact.precision,
        fate=_fate(fact),
    )

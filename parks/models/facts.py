"""Goals' facts as the rules want them: one query for any number of goals, on any day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import CharField, DateField, DecimalField, F, IntegerField, Q, QuerySet, Value

from parks.rules.calendar import Period
from parks.rules.choices import NewsKind, Reliability
from parks.rules.facts import GoalTerms, Judged, Reading, Rule, TargetTerms
from parks.rules.measure import to_base
from parks.rules.standing import StandingOn, standing_on

from .decisions import Excuse, Retirement, StatusRule
from .goal import Goal, PlannedValue, Target
from .project import Milestone
from .reports import GoalUpdate, Observation

CARRIES_STANDING = (Reliability.HIGH, Reliability.MEDIUM)

# Every branch of the union has these columns, in this order; what a branch has not is NULL.
COLUMNS = {
    "about": IntegerField(),
    "branch": CharField(),
    "row": IntegerField(),
    "name": CharField(),
    "start": DateField(),
    "end": DateField(),
    "known": DateField(),
    "precision": CharField(),
    "amount": DecimalField(max_digits=15, decimal_places=4),
    "factor": DecimalField(max_digits=15, decimal_places=4),
    "word": CharField(),
    "link": IntegerField(),
    "text": CharField(),
    "text_en": CharField(),
    "symbol": CharField(),
    "symbol_en": CharField(),
    "quantity": CharField(),
    "source_code": CharField(),
    "publisher": CharField(),
    "publisher_en": CharField(),
    "reliability": CharField(),
    "url": CharField(),
}
UNIT = {
    "amount": "value",
    "factor": "unit__factor",
    "symbol": "unit__symbol",
    "symbol_en": "unit__symbol_en",
    "quantity": "unit__quantity",
}
SOURCE = {
    "source_code": "source__code",
    "publisher": "source__publisher",
    "publisher_en": "source__publisher_en",
    "reliability": "source__reliability",
    "url": "source__url",
}
SPAN = {"start": "period_start", "end": "period_end"}


@dataclass(frozen=True, slots=True)
class UnitWords:
    symbol: str
    symbol_en: str
    quantity: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class SourceWords:
    code: str
    publisher: str
    publisher_en: str
    reliability: str
    url: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as published, with everything a number never stands without."""

    row: int
    ref: str
    value: Decimal
    unit: UnitWords
    word: str  # a target's comparator, or a reading's qualifier
    known_on: date
    precision: str
    source: SourceWords | None
    period: Period | None = None
    due_on: date | None = None
    number: int = 0
    text: str = ""
    text_en: str = ""

    @property
    def base(self) -> Decimal:
        return to_base(self.value, self.unit.factor)


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone, with the day on which an update says that it was done."""

    row: int
    title: str
    title_en: str
    planned_on: date | None
    order: int = 0
    done_on: date | None = None


@dataclass
class GoalFacts:
    """What is known of a goal on a day; ledgers oldest first."""

    targets: list[Figure] = field(default_factory=list)
    figures: dict[int, Figure] = field(default_factory=dict)
    planned: list[tuple[date, Decimal]] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    milestones: list[Step] = field(default_factory=list)
    done: dict[int, date] = field(default_factory=dict)
    excused_until: date | None = None
    excuse: tuple[str, str] = ("", "")
    retired_on: date | None = None
    retired_reason: tuple[str, str] = ("", "")

    @property
    def target(self) -> Figure | None:
        return self.targets[-1] if self.targets else None

    @property
    def original(self) -> Figure | None:
        return self.targets[0] if self.targets else None

    @cached_property
    def readings(self) -> list[Reading]:
        return [Reading(f.period, f.base, f.word, f.known_on, f.row) for f in self.figures.values()]

    @property
    def steps(self) -> list[Step]:
        return [replace(step, done_on=self.done.get(step.row)) for step in self.milestones]


def union_branch(rows: QuerySet, branch: str, about: str, columns: dict = COLUMNS, **given: str | Value) -> QuerySet:
    """Rows of one model in the columns of a union; `given` names the field behind a column, or is its value."""
    found = {"row": F("pk"), "known": F("known_on"), "precision": F("known_precision"), "about": F(about)}
    found |= {name: F(path) if isinstance(path, str) else path for name, path in given.items()}
    found["branch"] = Value(branch, CharField())
    nothing = {name: Value(None, kind) for name, kind in columns.items()}
    aliases = {f"u_{name}": value for name, value in {**nothing, **found}.items()}
    return rows.order_by().annotate(**aliases).values_list(*(f"u_{name}" for name in columns))


def happened_by(on: date, known_by: date) -> Q:
    """With hindsight, only what had happened by `on`; without it, whatever was known then."""
    return Q() if known_by <= on else Q(period_end__lte=on)


def _known(goals: Sequence[int], on: date, known_by: date) -> QuerySet:
    """Every dated row about these goals that was known by `known_by`, as one UNION of indexed branches."""
    happened = happened_by(on, known_by)
    trusted = Q(source__reliability__in=CARRIES_STANDING)
    of = {"goal__in": goals}
    targets = Target.objects.as_of(known_by).filter(**of)
    readings = Observation.objects.standing_as_of(known_by).filter(happened, trusted, series__goals__in=goals)
    updates = GoalUpdate.objects.standing_as_of(known_by).filter(happened, trusted, ~Q(kind=NewsKind.FORECAST), **of)
    # A retirement happens on the day on which it is known.
    retirements = Retirement.objects.as_of(known_by).filter(known_on__lte=on, **of)
    reason = {"text": "reason", "text_en": "reason_en"}
    return union_branch(
        targets,
        "target",
        "goal_id",
        start="due_on",
        end="due_on",
        word="comparator",
        link="number",
        name="goal__code",
        **reason,
        **UNIT,
        **SOURCE,
    ).union(
        union_branch(
            readings,
            "reading",
            "series__goals",
            word="qualifier",
            name="ref",
            text="note",
            text_en="note_en",
            **SPAN,
            **UNIT,
            **SOURCE,
        ),
        union_branch(
            PlannedValue.objects.as_of(known_by).filter(**of), "planned", "goal_id", start="planned_on", **UNIT
        ),
        union_branch(updates, "update", "goal_id", word="judgement", link="milestone_id", name="ref", **SPAN),
        union_branch(
            Milestone.objects.as_of(known_by).filter(**of),
            "milestone",
            "goal_id",
            start="planned_on",
            link="order",
            text="title",
            text_en="title_en",
        ),
        union_branch(Excuse.objects.as_of(known_by).filter(**of), "excuse", "goal_id", end="until", **reason),
        union_branch(retirements, "retirement", "goal_id", **reason),
        all=True,
    )


def _figure(row: dict) -> Figure:
    source = None
    if row["source_code"]:
        source = SourceWords(*(row[name] or "" for name in SOURCE))
    is_target = row["branch"] == "target"
    return Figure(
        row=row["row"],
        ref=row["name"] or "",
        value=row["amount"],
        unit=UnitWords(row["symbol"], row["symbol_en"] or "", row["quantity"], row["factor"]),
        word=row["word"],
        known_on=row["known"],
        precision=row["precision"],
        source=source,
        period=None if is_target else Period(row["start"], row["end"]),
        due_on=row["end"] if is_target else None,
        number=(row["link"] or 0) if is_target else 0,
        text=row["text"] or "",
        text_en=row["text_en"] or "",
    )


def facts_of_goals(goals: Iterable[int], on: date, known_by: date) -> dict[int, GoalFacts]:
    """Facts by goal id, as known at the end of `known_by`; with hindsight only about days up to `on`. One query."""
    known: dict[int, GoalFacts] = defaultdict(GoalFacts)
    ids = list(goals)
    if not ids:
        return known
    rows = [dict(zip(COLUMNS, values, strict=True)) for values in _known(ids, on, known_by)]
    for row in sorted(rows, key=lambda r: (r["known"], r["row"])):
        _file(known[row["about"]], row)
    for facts in known.values():
        facts.targets.sort(key=lambda f: f.number)
        facts.milestones.sort(key=lambda step: (step.order, step.row))
    return known


def _file(facts: GoalFacts, row: dict) -> None:
    texts = (row["text"] or "", row["text_en"] or "")
    match row["branch"]:
        case "target":
            facts.targets.append(_figure(row))
        case "reading":
            facts.figures[row["row"]] = _figure(row)
        case "planned":
            facts.planned.append((row["start"], to_base(row["amount"], row["factor"])))
        case "milestone":
            facts.milestones.append(Step(row["row"], *texts, row["start"], row["link"] or 0))
        case "excuse":
            if facts.excused_until is None or row["end"] > facts.excused_until:
                facts.excused_until, facts.excuse = row["end"], texts
        case "retirement":
            facts.retired_on, facts.retired_reason = row["known"], texts
        case _:
            if row["link"]:
                facts.done.setdefault(row["link"], row["end"])
            facts.judged.append(Judged(row["word"], row["end"], row["known"]))


def terms_of(goal: Goal, facts: GoalFacts) -> GoalTerms:
    """The goal as the rules see it. `goal.series.indicator` should be loaded."""
    terms = GoalTerms(
        known_on=goal.known_on,
        starts_on=goal.starts_on,
        due_on=goal.due_on,
        frequency=goal.frequency,
        planned=tuple(sorted(facts.planned)),
        milestones_total=len(facts.milestones),
        milestones_done=sum(1 for step in facts.milestones if step.row in facts.done),
        excused_until=facts.excused_until,
    )
    if goal.series is None:
        return terms
    indicator = goal.series.indicator
    return replace(
        terms,
        nature=indicator.nature,
        accumulation=goal.series.accumulation,
        higher_is_better=indicator.direction == "up",
        unit_is_percent=indicator.quantity == "share",
    )


def target_terms(figure: Figure | None) -> TargetTerms | None:
    return TargetTerms(figure.base, figure.word, figure.due_on) if figure else None


def rule_in_force(on: date, known_by: date) -> tuple[Rule, date | None]:
    """The adopted rule in force on a day as known then, and the first day of the next one. One query."""
    rows = StatusRule.objects.adopted().as_of(known_by).order_by("effective_on", "known_on", "number")
    return pick_rule(rows, on)


def pick_rule(rows: Iterable[StatusRule], on: date) -> tuple[Rule, date | None]:
    """Of adopted rules in the order of their coming into force: the one in force on `on`, and the day of the next."""
    rows = list(rows)
    current = [row for row in rows if row.effective_on <= on]
    later = [row.effective_on for row in rows if row.effective_on > on]
    return (current[-1].as_rule() if current else Rule()), min(later, default=None)


def standings_of(
    goals: Sequence[Goal],
    on: date,
    rule: tuple[Rule, date | None],
    facts: dict[int, GoalFacts],
) -> dict[int, StandingOn]:
    """The standing of each goal at the end of `on`, by its id."""
    in_force, next_rule_on = rule
    empty = GoalFacts()
    result = {}
    for goal in goals:
        known = facts.get(goal.pk, empty)
        result[goal.pk] = standing_on(
            terms_of(goal, known),
            target_terms(known.target),
            known.readings,
            known.judged,
            in_force,
            on,
            next_rule_on,
        )
    return result

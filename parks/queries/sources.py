"""Sources with what was taken from them, as known on a day. Only documents that gave a public fact are public."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import (
    CharField,
    Count,
    DateField,
    DecimalField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)

from parks.models import (
    Excuse,
    Goal,
    GoalUpdate,
    Milestone,
    Observation,
    Park,
    ParkEvent,
    PlannedValue,
    Project,
    ProjectUpdate,
    Retirement,
    Source,
    StatusRule,
    Target,
)
from parks.models.facts import SPAN, UNIT, UnitWords, union_branch

from .moment import Moment

DATED = (
    Observation,
    Goal,
    Target,
    PlannedValue,
    GoalUpdate,
    Project,
    ProjectUpdate,
    Milestone,
    ParkEvent,
    Excuse,
    Retirement,
    StatusRule,
)
# The kinds of facts in the order in which a source's page lists them.
KINDS = (
    "goal",
    "target",
    "planned",
    "reading",
    "goal_news",
    "project",
    "project_news",
    "milestone",
    "event",
    "park",
    "decision",
    "rule",
)

# Every branch of the union has these columns; the first branch fills every one that is not text, so that PostgreSQL
# knows their types.
COLUMNS = {
    "about": IntegerField(),
    "branch": CharField(),
    "row": IntegerField(),
    "known": DateField(),
    "precision": CharField(),
    "start": DateField(),
    "end": DateField(),
    "amount": DecimalField(max_digits=15, decimal_places=4),
    "factor": DecimalField(max_digits=15, decimal_places=4),
    "withdrawn": DateField(),
    "replaced": DateField(),
    "page": CharField(),
    "code": CharField(),
    "ref": CharField(),
    "title": CharField(),
    "title_en": CharField(),
    "thing": CharField(),
    "thing_en": CharField(),
    "place": CharField(),
    "place_en": CharField(),
    "word": CharField(),
    "kind": CharField(),
    "part": CharField(),
    "part_en": CharField(),
    "locator": CharField(),
    "symbol": CharField(),
    "symbol_en": CharField(),
    "quantity": CharField(),
}
GOAL = {"code": "goal__code", "thing": "goal__title", "thing_en": "goal__title_en"}
PROJECT = {"code": "project__code", "thing": "project__name", "thing_en": "project__name_en"}
TITLE = {"title": "title", "title_en": "title_en"}


@dataclass(frozen=True, slots=True)
class TakenFact:
    """One fact that a source gave. `kind` is one of KINDS; `page` and `code` name the page where it stands.

    `word` is a comparator, a qualifier, a stage, a level or a judgement; `statement` the kind of statement or amount.
    """

    kind: str
    row: int
    page: str
    code: str
    ref: str
    title: tuple[str, str]
    thing: tuple[str, str]
    place: tuple[str, str]
    part: tuple[str, str]
    word: str
    statement: str
    start: date | None
    end: date | None
    value: Decimal | None
    unit: UnitWords | None
    known_on: date | None
    precision: str
    locator: str
    withdrawn_on: date | None
    replaced_on: date | None


def _descriptions(moment: Moment) -> QuerySet[Park]:
    """Parks described from a document that was out by then."""
    dated = Q(source__published_on__isnull=True) | Q(source__published_on__lte=moment.known_by)
    return Park.objects.filter(dated, source__isnull=False)


def _given(model, moment: Moment) -> QuerySet:
    """Published rows known by then, the replaced and the withdrawn ones among them."""
    return model.objects.filter(known_on__lte=moment.known_by)


def sources_known(moment: Moment) -> QuerySet[Source]:
    """Documents from which something was known by then, the newest first."""
    gave = Q(Exists(_descriptions(moment).filter(source=OuterRef("pk"))))
    for model in DATED:
        gave |= Q(Exists(_given(model, moment).filter(source=OuterRef("pk"))))
    return Source.objects.filter(gave).order_by(F("published_on").desc(nulls_last=True), "code")


def count_by_grade(sources: QuerySet[Source]) -> dict[str, int]:
    """How many of these sources have each reliability. One query."""
    return dict(sources.order_by().values_list("reliability").annotate(n=Count("pk")))


def count_facts(sources: Collection[int], moment: Moment) -> dict[int, int]:
    """The number of facts taken from each of these sources, by source id. One query."""
    branches = [_descriptions(moment), *(_given(model, moment) for model in DATED)]
    counted = [
        rows.order_by().filter(source__in=sources).values_list("source").annotate(n=Count("pk")) for rows in branches
    ]
    totals: dict[int, int] = {}
    for source, n in counted[0].union(*counted[1:], all=True):
        totals[source] = totals.get(source, 0) + n
    return totals


def facts_taken(source: Source, moment: Moment) -> list[TakenFact]:
    """Every fact taken from a source, by kind and place in the document. One query."""
    first, *others = _branches(source, moment)
    rows = [dict(zip(COLUMNS, values, strict=True)) for values in first.union(*others, all=True)]
    facts = [_taken(row, moment) for row in rows if not _lies_ahead(row, moment)]
    return sorted(facts, key=lambda f: (KINDS.index(f.kind), f.locator, f.end or date.min, f.row))


def _branches(source: Source, moment: Moment) -> list[QuerySet]:
    def rows(model) -> QuerySet:
        return _given(model, moment).filter(source=source)

    def branch(found: QuerySet, name: str, park: str, page: str, **given) -> QuerySet:
        place = {"place": f"{park}name", "place_en": f"{park}name_en"} if park else {}
        shared = {"locator": "locator", "withdrawn": "withdrawn_on", **place, "page": Value(page, CharField())}
        return union_branch(found, name, "source_id", COLUMNS, **{**shared, **given})

    def report(model, name: str, park: str, page: str, **given) -> QuerySet:
        newer = model.objects.as_of(moment.known_by).filter(supersedes=OuterRef("pk")).order_by("known_on")
        replaced = Subquery(newer.values("known_on")[:1])
        return branch(rows(model), name, park, page, ref="ref", replaced=replaced, **{**SPAN, **given})

    def owned(model, name: str, **given) -> list[QuerySet]:
        return [
            branch(rows(model).filter(goal__isnull=False), name, "goal__park__", "goal", **GOAL, **given),
            branch(rows(model).filter(project__isnull=False), name, "project__park__", "project", **PROJECT, **given),
        ]

    reason = {"title": "reason", "title_en": "reason_en"}
    series = {
        "code": "series__indicator__code",
        "title": "series__title",
        "title_en": "series__title_en",
        "thing": "series__entity",
        "thing_en": "series__entity_en",
    }
    return [
        report(Observation, "reading", "series__park__", "indicator", word="qualifier", **series, **UNIT),
        branch(rows(Goal), "goal", "park__", "goal", code="code", start="starts_on", end="due_on", **TITLE),
        branch(
            rows(Target), "target", "goal__park__", "goal", word="comparator", end="due_on", **reason, **GOAL, **UNIT
        ),
        branch(rows(PlannedValue), "planned", "goal__park__", "goal", end="planned_on", **GOAL, **UNIT),
        report(GoalUpdate, "goal_news", "goal__park__", "goal", word="judgement", kind="kind", **TITLE, **GOAL),
        branch(
            rows(Project), "project", "park__", "project", code="code", title="name", title_en="name_en", kind="kind"
        ),
        report(
            ProjectUpdate,
            "project_news",
            "project__park__",
            "project",
            word="stage",
            kind="amount_kind",
            part="part",
            part_en="part_en",
            **TITLE,
            **PROJECT,
            **UNIT,
        ),
        *owned(Milestone, "milestone", end="planned_on", **TITLE),
        branch(
            rows(ParkEvent),
            "event",
            "park__",
            "park",
            code="park__code",
            word="level",
            kind="kind",
            ref="ref",
            **TITLE,
            **SPAN,
            **UNIT,
        ),
        *owned(Excuse, "decision", end="until", kind=Value("excuse", CharField()), **reason),
        *owned(Retirement, "decision", kind=Value("retirement", CharField()), **reason),
        branch(rows(StatusRule), "rule", "", "method", title="name", title_en="name_en", start="effective_on"),
        union_branch(
            _descriptions(moment).filter(source=source),
            "park",
            "source_id",
            COLUMNS,
            known=Value(source.published_on, DateField()),
            precision=Value(source.precision, CharField()),
            page=Value("park", CharField()),
            code="code",
            title="name",
            title_en="name_en",
            locator="locator",
        ),
    ]


def _lies_ahead(row: dict, moment: Moment) -> bool:
    """With hindsight, whether the row tells of something after the day shown."""
    happens = row["branch"] in ("reading", "goal_news", "project_news", "event")
    return moment.with_hindsight and happens and row["end"] > moment.on


def _taken(row: dict, moment: Moment) -> TakenFact:
    unit = None
    if row["amount"] is not None and row["factor"] is not None:
        unit = UnitWords(row["symbol"], row["symbol_en"] or "", row["quantity"], row["factor"])

    def both(name: str) -> tuple[str, str]:
        return row[name] or "", row[f"{name}_en"] or ""

    return TakenFact(
        kind=row["branch"],
        row=row["row"],
        page=row["page"] or "",
        code=row["code"] or "",
        ref=row["ref"] or "",
        title=both("title"),
        thing=both("thing"),
        place=both("place"),
        part=both("part"),
        word=row["word"] or "",
        statement=row["kind"] or "",
        start=row["start"],
        end=row["end"],
        value=row["amount"],
        unit=unit,
        known_on=row["known"],
        precision=row["precision"] or "day",
        locator=row["locator"] or "",
        withdrawn_on=row["withdrawn"] if row["withdrawn"] and row["withdrawn"] <= moment.known_by else None,
        replaced_on=row["replaced"],
    )

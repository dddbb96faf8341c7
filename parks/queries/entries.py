"""Entries of the record: published rows of every kind under the same columns, any number of kinds in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, DateField, DecimalField, IntegerField, QuerySet, Value

from parks.models import Dimension
from parks.models.facts import SOURCE, SPAN, UNIT, Figure, SourceWords, UnitWords, union_branch
from parks.rules.calendar import Period
from parks.rules.choices import Reliability

# The first branch of a union has to be `figures()`: it fills every column that is not text, so that PostgreSQL
# knows their types.
COLUMNS = {
    "about": IntegerField(),
    "branch": CharField(),
    "row": IntegerField(),
    "park": IntegerField(),
    "known": DateField(),
    "precision": CharField(),
    "withdrawn": DateField(),
    "withdrawn_reason": CharField(),
    "start": DateField(),
    "end": DateField(),
    "amount": DecimalField(max_digits=15, decimal_places=4),
    "factor": DecimalField(max_digits=15, decimal_places=4),
    "supersedes": IntegerField(),
    "number": IntegerField(),
    "name": CharField(),
    "word": CharField(),
    "code": CharField(),
    "title": CharField(),
    "title_en": CharField(),
    "part": CharField(),
    "part_en": CharField(),
    "of": CharField(),
    "of_en": CharField(),
    "scope": CharField(),
    "basis": CharField(),
    "basis_en": CharField(),
    "indicator": CharField(),
    "text": CharField(),
    "text_en": CharField(),
    "reason": CharField(),
    "reason_en": CharField(),
    "symbol": CharField(),
    "symbol_en": CharField(),
    "quantity": CharField(),
    "source_code": CharField(),
    "publisher": CharField(),
    "publisher_en": CharField(),
    "reliability": CharField(),
    "url": CharField(),
}
WITHDRAWAL = {"withdrawn": "withdrawn_on", "withdrawn_reason": "withdrawn_reason"}
REPORT = {
    **SPAN,
    **SOURCE,
    **WITHDRAWAL,
    "name": "ref",
    "supersedes": "supersedes_id",
    "reason": "supersede_reason",
    "reason_en": "supersede_reason_en",
    "text": "note",
    "text_en": "note_en",
}
UNDATED = {"known": Value(None, DateField()), "precision": Value("", CharField())}


@dataclass(frozen=True, slots=True)
class Entry:
    """A published row as a line of the record.

    `kind` is figure, replaced (a figure that a correction replaced), news (of a project), goal (news of a goal),
    event, target (a revision), or one of the undated: industry, dimension, related. `about` is the id of its series,
    project, goal or park; `title` what it says, `of` what it speaks of, `part` the part of a project or the entity of
    a series.
    """

    kind: str
    row: int
    ref: str
    about: int
    park: int | None
    title: str
    title_en: str
    of: str
    of_en: str
    code: str
    part: str
    part_en: str
    word: str
    number: int
    scope: str
    basis: str
    basis_en: str
    indicator: str
    text: str
    text_en: str
    start: date | None
    end: date | None
    known_on: date | None
    precision: str
    figure: Figure | None
    source: SourceWords | None
    supersedes: int | None
    reason: str
    reason_en: str
    withdrawn_on: date | None
    withdrawn_reason: str

    @property
    def is_trusted(self) -> bool:
        return self.source is not None and self.source.reliability != Reliability.LOW


def figures(rows: QuerySet, kind: str = "figure") -> QuerySet:
    """Observations: about their series, with its basis and the entity that it measures."""
    return union_branch(
        rows,
        kind,
        "series_id",
        COLUMNS,
        park="series__park_id",
        word="qualifier",
        number="version",
        code="series__code",
        title="series__title",
        title_en="series__title_en",
        part="series__entity",
        part_en="series__entity_en",
        scope="series__scope",
        basis="series__basis",
        basis_en="series__basis_en",
        indicator="series__indicator__code",
        **REPORT,
        **UNIT,
    )


def project_news(rows: QuerySet) -> QuerySet:
    return union_branch(
        rows,
        "news",
        "project_id",
        COLUMNS,
        park="project__park_id",
        word="stage",
        code="project__code",
        title="title",
        title_en="title_en",
        part="part",
        part_en="part_en",
        of="project__name",
        of_en="project__name_en",
        **REPORT,
    )


def goal_news(rows: QuerySet) -> QuerySet:
    return union_branch(
        rows,
        "goal",
        "goal_id",
        COLUMNS,
        park="goal__park_id",
        word="judgement",
        code="goal__code",
        title="title",
        title_en="title_en",
        of="goal__title",
        of_en="goal__title_en",
        **REPORT,
    )


def events(rows: QuerySet) -> QuerySet:
    """Events of parks; `scope` is the level that an event of that kind names."""
    return union_branch(
        rows,
        "event",
        "park_id",
        COLUMNS,
        park="park_id",
        word="kind",
        scope="level",
        name="ref",
        title="title",
        title_en="title_en",
        text="note",
        text_en="note_en",
        **SPAN,
        **UNIT,
        **SOURCE,
        **WITHDRAWAL,
    )


def revised_targets(rows: QuerySet) -> QuerySet:
    """Revisions in the ledgers of goals; the first target comes with its goal."""
    return union_branch(
        rows.filter(number__gt=1),
        "target",
        "goal_id",
        COLUMNS,
        park="goal__park_id",
        word="comparator",
        number="number",
        code="goal__code",
        of="goal__title",
        of_en="goal__title_en",
        start="due_on",
        end="due_on",
        reason="reason",
        reason_en="reason_en",
        **UNIT,
        **SOURCE,
        **WITHDRAWAL,
    )


def industries(rows: QuerySet) -> QuerySet:
    return union_branch(
        rows,
        "industry",
        "park_id",
        COLUMNS,
        word="role",
        number="order",
        title="name",
        title_en="name_en",
        **UNDATED,
    )


def dimensions() -> QuerySet:
    return union_branch(
        Dimension.objects.all(),
        "dimension",
        "pk",
        COLUMNS,
        code="code",
        number="order",
        title="name",
        title_en="name_en",
        **UNDATED,
    )


def related(rows: QuerySet) -> QuerySet:
    """Series beside goals: about the goal, `number` the series, with the reason why it is not the goal's own."""
    return union_branch(
        rows,
        "related",
        "goal_id",
        COLUMNS,
        number="series_id",
        code="goal__code",
        of="goal__title",
        of_en="goal__title_en",
        title="series__title",
        title_en="series__title_en",
        text="reason",
        text_en="reason_en",
        **UNDATED,
    )


def _figure(row: dict, source: SourceWords | None) -> Figure | None:
    if row["factor"] is None:
        return None
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
        number=row["number"] or 0,
    )


TEXTS = (
    "title",
    "title_en",
    "of",
    "of_en",
    "code",
    "part",
    "part_en",
    "word",
    "scope",
    "basis",
    "basis_en",
    "indicator",
    "text",
    "text_en",
    "reason",
    "reason_en",
    "withdrawn_reason",
)


def read(rows: Iterable[tuple]) -> list[Entry]:
    """The entries of a union of the branches above."""
    entries = []
    for values in rows:
        row = dict(zip(COLUMNS, values, strict=True))
        source = SourceWords(*(row[name] or "" for name in SOURCE)) if row["source_code"] else None
        entries.append(
            Entry(
                kind=row["branch"],
                row=row["row"],
                ref=row["name"] or "",
                about=row["about"],
                park=row["park"],
                number=row["number"] or 0,
                start=row["start"],
                end=row["end"],
                known_on=row["known"],
                precision=row["precision"],
                figure=_figure(row, source),
                source=source,
                supersedes=row["supersedes"],
                withdrawn_on=row["withdrawn"],
                **{name: row[name] or "" for name in TEXTS},
            )
        )
    return entries

"""Projects with all their news in one query, for pages that have no query to spare; rows that stand in for models."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import BooleanField, CharField, DateField, DecimalField, IntegerField

from parks.models import Park, Project, ProjectUpdate, Retirement
from parks.models.facts import UNIT, UnitWords, happened_by, union_branch

from .moment import Moment
from .projects import ProjectLine, project_line

# Every branch of the union has these columns; the first branch fills every column that is not text, so that
# PostgreSQL knows their types.
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
    "is_own": BooleanField(),
    "source": IntegerField(),
    "name": CharField(),
    "name_en": CharField(),
    "label": CharField(),
    "label_en": CharField(),
    "code": CharField(),
    "kind": CharField(),
    "amount_kind": CharField(),
    "reliability": CharField(),
    "symbol": CharField(),
    "symbol_en": CharField(),
    "quantity": CharField(),
}


@dataclass(frozen=True, slots=True)
class ProjectTold:
    """What a row or a board says of a project, under the names of its model."""

    pk: int
    code: str
    park: Park
    name: str
    name_en: str
    label: str
    label_en: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class GradeTold:
    """Of a source only how far it carries."""

    reliability: str


@dataclass(frozen=True, slots=True)
class NewsTold:
    """What a row says of an update, under the names of its model."""

    pk: int
    stage: str
    kind: str
    part: str
    part_en: str
    title: str
    title_en: str
    period_start: date
    period_end: date
    known_on: date
    amount_kind: str
    value: Decimal | None
    unit: UnitWords | None
    source_id: int | None
    source: GradeTold | None


@dataclass(frozen=True, slots=True)
class ProjectsTold:
    """`lines` in the order of the parks; `retired` says since when a project is no longer followed."""

    lines: list[ProjectLine] = field(default_factory=list)
    retired: dict[int, date] = field(default_factory=dict)

    @property
    def followed(self) -> list[ProjectLine]:
        return [line for line in self.lines if line.project.pk not in self.retired]


def _union(parks: Mapping[int, Park], moment: Moment):
    of = {"project__park__in": list(parks)}
    news = ProjectUpdate.objects.standing_as_of(moment.known_by).filter(happened_by(moment.on, moment.known_by), **of)
    projects = Project.objects.as_of(moment.known_by).filter(park__in=list(parks))
    retired = Retirement.objects.as_of(moment.known_by).filter(**of)
    return union_branch(
        news,
        "news",
        "project_id",
        COLUMNS,
        start="period_start",
        end="period_end",
        code="stage",
        kind="kind",
        name="title",
        name_en="title_en",
        label="part",
        label_en="part_en",
        amount_kind="amount_kind",
        source="source_id",
        is_own="project__is_own",
        reliability="source__reliability",
        **UNIT,
    ).union(
        union_branch(
            projects,
            "project",
            "park_id",
            COLUMNS,
            name="name",
            name_en="name_en",
            label="label",
            label_en="label_en",
            code="code",
            is_own="is_own",
        ),
        union_branch(retired, "retired", "project_id", COLUMNS),
        all=True,
    )


def _news(row: dict) -> NewsTold:
    unit = None
    if row["factor"] is not None:
        unit = UnitWords(row["symbol"], row["symbol_en"] or "", row["quantity"], row["factor"])
    return NewsTold(
        pk=row["row"],
        stage=row["code"],
        kind=row["kind"],
        part=row["label"],
        part_en=row["label_en"],
        title=row["name"],
        title_en=row["name_en"],
        period_start=row["start"],
        period_end=row["end"],
        known_on=row["known"],
        amount_kind=row["amount_kind"],
        value=row["amount"],
        unit=unit,
        source_id=row["source"],
        source=GradeTold(row["reliability"]) if row["source"] else None,
    )


def projects_told(parks: Mapping[int, Park], moment: Moment) -> ProjectsTold:
    """The projects of these parks (by id) with their stage on the day and their news. One query, none without parks."""
    if not parks:
        return ProjectsTold()
    news: dict[int, list[NewsTold]] = defaultdict(list)
    projects: list[ProjectTold] = []
    retired: dict[int, date] = {}
    for values in _union(parks, moment):
        row = dict(zip(COLUMNS, values, strict=True))
        match row["branch"]:
            case "news":
                news[row["about"]].append(_news(row))
            case "project":
                named = (row[key] for key in ("name", "name_en", "label", "label_en"))
                projects.append(ProjectTold(row["row"], row["code"], parks[row["about"]], *named, row["is_own"]))
            case _:
                retired[row["about"]] = row["known"]
    projects.sort(key=lambda p: (p.park.number, p.park.code, p.code))
    lines = []
    for project in projects:
        told = sorted(news[project.pk], key=lambda n: (n.period_end, n.known_on, n.pk), reverse=True)
        lines.append(project_line(project, told))
    return ProjectsTold(lines, retired)

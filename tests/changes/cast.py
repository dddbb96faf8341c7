"""A small register that was filled by verbs alone: its people, its nouns, and the acts in short."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import connection, models

from parks.changes.decisions import decide, propose
from parks.changes.entries import enter
from parks.changes.ledger import problems
from parks.changes.projections import differences
from parks.changes.reports import correct_report, publish_report, submit_report, withdraw_report
from parks.models import (
    Goal,
    GoalUpdate,
    LedgerEntry,
    Milestone,
    Observation,
    Park,
    Project,
    ProjectUpdate,
    Register,
    Review,
    Series,
    Source,
    StatusRule,
    Target,
    Unit,
    User,
)
from parks.models.base import Report
from parks.models.guards import drop_guards, install_guards
from tests.world import (
    make_count_unit,
    make_dimension,
    make_indicator,
    make_park,
    make_series,
    make_source,
    make_unit,
    make_user,
)

START = date(2022, 8, 12)


def day(text: str) -> date:
    return date.fromisoformat(text)


@dataclass
class Cast:
    """Everything is entered on 2022-08-12; acts happen there unless a later day is given."""

    reporter: User
    reviewer: User
    manager: User
    park: Park
    source: Source
    weak_source: Source
    yi: Unit
    wan: Unit
    firms: Unit
    series: Series
    quarters: Series
    goal: Goal
    target: Target
    promise: Goal
    step: Milestone
    project: Project
    is_tampered_with: bool = False

    # Drafts, not saved

    def value(self, amount: str, start: str = "2022-01-01", end: str = "2022-06-30", **fields) -> Observation:
        about = {"series": self.series, "unit": self.yi} | fields
        return Observation(value=Decimal(amount), period_start=day(start), period_end=day(end), **about)

    def quarter(self, amount: str, start: str, end: str, **fields) -> Observation:
        return self.value(amount, start, end, **{"series": self.quarters} | fields)

    def news(self, stage: str = "building", on: str = "2022-05-10", **fields) -> ProjectUpdate:
        about = {"project": self.project, "title": "样例进展"} | fields
        return ProjectUpdate(stage=stage, period_start=day(on), period_end=day(on), **about)

    def told(self, judgement: str = "", on: str = "2022-05-20", **fields) -> GoalUpdate:
        about = {"goal": self.promise, "title": "样例目标进展", "reason": "样例依据"} | fields
        return GoalUpdate(judgement=judgement, period_start=day(on), period_end=day(on), **about)

    # Acts

    def submit(self, report: Report, on: date = START, by: User | None = None) -> Report:
        return submit_report(report=report, by=by or self.reporter, on=on)

    def publish(self, report: Report, on: date = START, by: User | None = None) -> Report:
        """Submitted by the reporter where it is not yet, published by the reviewer."""
        if report.pk is None:
            report = self.submit(report, on)
        return publish_report(report=report, by=by or self.reviewer, on=on)

    def correct(self, report: Report, on: date, **changes) -> Report:
        new = correct_report(report=report, by=self.reporter, on=on, reason="样例更正", changes=changes)
        return self.publish(new, on)

    def withdraw(self, report: Report, on: date) -> Report:
        return withdraw_report(report=report, by=self.reviewer, on=on, reason="样例撤回")

    def enter(self, row: models.Model, on: date = START) -> models.Model:
        return enter(row=row, by=self.manager, on=on)

    def decided(self, row: models.Model, on: date = START) -> models.Model:
        """Proposed by the manager, decided by the reviewer."""
        return decide(row=propose(row=row, by=self.manager, on=on), by=self.reviewer, on=on)

    def adopt(self, number: int, on: date = START, effective_on: date | None = None, **fields) -> StatusRule:
        rule = StatusRule(number=number, name=f"样例规则{number}", effective_on=effective_on or on, **fields)
        rule.is_adopted = True
        return self.decided(rule, on)


def make_cast() -> Cast:
    source, park = make_source(), make_park()
    yi = make_unit()
    revenue, output = make_indicator(unit=yi), make_indicator(unit=yi)
    series = make_series(park=park, indicator=revenue)
    manager = make_user("manager", username="manager")
    facts = {"park": park, "dimension": make_dimension(), "source": source}

    def entered(row: models.Model) -> models.Model:
        return enter(row=row, by=manager, on=START)

    window = {"starts_on": day("2022-01-01"), "due_on": day("2022-12-31")}
    goal = entered(Goal(code="goal", title="样例目标", series=series, **window, **facts))
    promise = entered(Goal(code="promise", title="样例承诺", due_on=day("2022-12-31"), **facts))
    return Cast(
        reporter=make_user("reporter", username="reporter"),
        reviewer=make_user("reviewer", username="reviewer"),
        manager=manager,
        park=park,
        source=source,
        weak_source=make_source(reliability="low"),
        yi=yi,
        wan=make_unit(code="wan-yuan", symbol="万元", factor=10000),
        firms=make_count_unit(),
        series=series,
        quarters=make_series(park=park, indicator=output, accumulation="per_period"),
        goal=goal,
        target=entered(Target(goal=goal, value=Decimal(580), unit=yi, comparator="over", source=source)),
        promise=promise,
        step=entered(Milestone(code="step", goal=promise, title="样例节点", source=source)),
        project=entered(Project(code="project", park=park, name="样例项目", source=source)),
    )


def last_day() -> date:
    return LedgerEntry.objects.latest("number").on


def assert_sound() -> None:
    """Chain, rows, guards and maintained columns agree."""
    assert list(problems()) == []
    assert list(differences(last_day())) == []


def acts_on(row: models.Model) -> list[str]:
    """What was done to a row, oldest first."""
    acts = Review.objects.filter(kind=row._meta.model_name, subject_id=row.pk)
    return list(acts.order_by("id").values_list("act", flat=True))


def links_of(row: models.Model) -> list[str]:
    """What of it stands in the chain, oldest first."""
    links = LedgerEntry.objects.filter(kind=row._meta.model_name, subject_id=row.pk)
    return list(links.order_by("number").values_list("act", flat=True))


def version() -> int:
    return Register.objects.get().content_version


def fresh(row: models.Model) -> models.Model:
    return type(row)._base_manager.get(pk=row.pk)


@contextmanager
def lifted_guards(cast: Cast) -> Iterator[None]:
    """As somebody would who owns the database; the register counts as tampered with from here."""
    cast.is_tampered_with = True
    connection.check_constraints()  # PostgreSQL changes no table with checks still to come
    drop_guards(connection)
    yield
    connection.check_constraints()
    install_guards(connection)

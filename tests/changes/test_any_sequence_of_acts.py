"""Whatever is tried in whatever order: a verb acts or refuses with a sentence, and the record stays whole."""

from contextlib import suppress
from datetime import timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parks.changes.decisions import decide, decline, retire, revise_target
from parks.changes.entries import withdraw_row
from parks.changes.projections import refresh_due
from parks.changes.reports import ask_report, correct_report, publish_report, return_report, withdraw_report
from parks.models import GoalUpdate, Observation, ParkEvent, PlannedValue, ProjectUpdate, Retirement, Target
from tests.changes.cast import START, Cast, assert_sound, day

REPORTS = (Observation, ProjectUpdate, GoalUpdate)
QUARTERS = [("2022-01-01", "2022-03-31"), ("2022-03-01", "2022-05-31"), ("2022-04-01", "2022-06-30")]
ENDS = ["2022-03-31", "2022-06-30", "2022-12-31"]
STAGES = ["started", "building", "completed", "suspended"]
JUDGEMENTS = ["milestone_done", "reached", "still_open", "not_reached"]


class Undone(Exception):
    """Takes an example's rows back."""


class NothingThere(Exception):
    """No such row has been made yet."""


class Play:
    """One sequence: the day goes on, and each act takes any row that is there."""

    def __init__(self, cast: Cast):
        self.cast, self.on = cast, START

    def any_of(self, pick: int, *models):
        rows = [row for model in models for row in model.objects.order_by("pk")]
        if not rows:
            raise NothingThere
        return rows[pick % len(rows)]

    def someone(self, pick: int):
        return [self.cast.reporter, self.cast.reviewer, self.cast.manager][pick % 3]

    def submit(self, pick: int, other: int):
        cast = self.cast
        drafts = [
            lambda: cast.value(str(pick), end=ENDS[pick % 3]),
            lambda: cast.quarter(str(pick), *QUARTERS[pick % 3]),
            lambda: cast.news(STAGES[pick % 4], ENDS[pick % 3]),
            lambda: cast.told(JUDGEMENTS[pick % 4], ENDS[pick % 3]),
        ]
        cast.submit(drafts[other % 4](), self.on, by=self.someone(other))

    def publish(self, pick: int, other: int):
        publish_report(report=self.any_of(pick, *REPORTS), by=self.someone(other), on=self.on)

    def send_back(self, pick: int, other: int):
        verb = ask_report if pick % 2 else return_report
        verb(report=self.any_of(other, *REPORTS), by=self.someone(other), on=self.on, reason="样例")

    def correct(self, pick: int, other: int):
        row = self.any_of(pick, *REPORTS)
        changes = {"value": Decimal(other)} if isinstance(row, Observation) else {}
        correct_report(report=row, by=self.someone(other), on=self.on, reason="样例", changes=changes)

    def withdraw(self, pick: int, other: int):
        withdraw_report(report=self.any_of(pick, *REPORTS), by=self.someone(other), on=self.on, reason="样例")

    def enter(self, pick: int, other: int):
        cast, spot = self.cast, day(ENDS[pick % 3])
        event = ParkEvent(park=cast.park, kind="other", title="t", period_start=spot, period_end=spot)
        plan = PlannedValue(goal=cast.goal, planned_on=spot, value=Decimal(other + 1), unit=cast.yi)
        cast.enter(plan if other % 2 else event, self.on)

    def take_back(self, pick: int, other: int):
        row = self.any_of(pick, ParkEvent, PlannedValue, Retirement, Target)
        withdraw_row(row=row, by=self.someone(other), on=self.on, reason="样例")

    def propose(self, pick: int, other: int):
        by = self.someone(other)
        if pick % 2:
            retire(subject=[self.cast.goal, self.cast.project][other % 2], by=by, on=self.on, reason="样例")
        else:
            figure = {"value": Decimal(pick + 1), "unit": self.cast.yi, "comparator": "at_least"}
            revise_target(goal=self.cast.goal, by=by, on=self.on, reason="样例", **figure)

    def decide(self, pick: int, other: int):
        decide(row=self.any_of(pick, Target, Retirement), by=self.someone(other), on=self.on)

    def decline(self, pick: int, other: int):
        decline(row=self.any_of(pick, Target, Retirement), by=self.someone(other), on=self.on, reason="样例")

    def wait(self, pick: int, other: int):
        self.on += timedelta(days=pick * other % 200)
        refresh_due(self.on)

    def go_back(self, pick: int, other: int):
        """Somebody's clock is wrong."""
        self.cast.enter(
            ParkEvent(park=self.cast.park, kind="other", title="t", period_start=START, period_end=START),
            self.on - timedelta(days=pick % 3),
        )

    def try_act(self, name: str, pick: int, other: int):
        with suppress(ValidationError, NothingThere), transaction.atomic():
            getattr(self, name)(pick, other)


ACTS = ["submit", "publish", "correct", "withdraw", "decide"]
ACTS += ["submit", "publish", "send_back", "enter", "take_back", "propose", "decline", "wait", "go_back"]
STEPS = st.tuples(st.sampled_from(ACTS), st.integers(0, 50), st.integers(0, 50))


@settings(
    max_examples=8,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(STEPS, min_size=15, max_size=30))
def test_the_record_stays_whole(cast, steps):
    play = Play(cast)
    try:
        with transaction.atomic():
            for step in steps:
                play.try_act(*step)
            assert_sound()
            raise Undone
    except Undone:
        pass

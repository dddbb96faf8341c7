"""The first load: fixtures into an empty register, or a sentence and nothing."""

import json
from copy import deepcopy

import pytest
import time_machine
from django.core.management import CommandError, call_command

from parks.changes.ledger import problems
from parks.changes.projections import differences
from parks.models import Goal, LedgerEntry, Observation, Park, Register, Review, Target, Unit
from tests.changes.cast import day, fresh
from tests.world import make_rule, make_unit

pytestmark = pytest.mark.django_db
TODAY = "2026-01-05T12:00:00+08:00"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY):
        yield


def row(model: str, **fields) -> dict:
    return {"model": f"parks.{model}", "fields": fields}


def reading(ref: str, value: str, start: str, end: str, **fields) -> dict:
    report = {"state": "published", "known_on": "2022-08-12", "source": ["press"], "unit": ["yi-yuan"]}
    spans = {"series": ["east-output"], "value": value, "period_start": start, "period_end": end}
    return row("observation", ref=ref, **(report | spans | fields))


SMALL = {
    "1-reference.json": [
        row("dimension", code="industry", name="产业"),
        row("unit", code="yi-yuan", symbol="亿元", quantity="money", factor="100000000"),
        row("unit", code="jia", symbol="家", quantity="count", factor="1"),
        row("indicator", code="output", name="产值", quantity="money", nature="flow", unit=["yi-yuan"]),
        row("source", code="press", title="报道", published_on="2022-08-12", reliability="high"),
    ],
    "2-park.json": [
        row("park", code="east", name="东园", source=["press"]),
        row(
            "series",
            code="east-output",
            indicator=["output"],
            park=["east"],
            entity="东园",
            title="产值",
            accumulation="per_period",
        ),
        row(
            "goal",
            code="east-goal",
            park=["east"],
            dimension=["industry"],
            title="产值100亿元",
            series=["east-output"],
            starts_on="2022-01-01",
            due_on="2022-12-31",
            source=["press"],
            known_on="2022-08-12",
        ),
        row(
            "target",
            goal=["east-goal"],
            value="100",
            unit=["yi-yuan"],
            source=["press"],
            known_on="2022-08-12",
        ),
        row("goal", code="east-lab", park=["east"], dimension=["industry"], title="建成", known_on="2022-08-12"),
    ],
    "3-facts/1.json": [
        reading("q1", "20", "2022-01-01", "2022-03-31"),
        reading("q2", "30", "2022-04-01", "2022-06-30"),
    ],
}
REVISION = row("target", goal=["east-goal"], number=2, value="90", unit=["yi-yuan"], known_on="2023-01-01")
VERDICT = row(
    "goalupdate",
    ref="v",
    goal=["east-lab"],
    title="未建成",
    judgement="not_reached",
    reason="现场",
    period_start="2022-09-01",
    period_end="2022-09-01",
    state="published",
    known_on="2022-09-01",
)


@pytest.fixture
def load(tmp_path):
    """Loads the small register, with rows added to the facts, or with other fields in the first of them."""

    def write_and_load(*add: dict, place: str = "3-facts/1.json", **edit):
        files = deepcopy(SMALL)
        files[place][0]["fields"] |= edit
        files[place] += add
        for name, rows in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        call_command("load_register", str(tmp_path), verbosity=0)

    return write_and_load


def assert_nothing_loaded() -> None:
    for model in (Unit, Park, Goal, Target, Observation, Review, LedgerEntry):
        assert not model.objects.exists()
    assert not Register.objects.filter(sealed_at__isnull=False).exists()


def test_it_is_sealed_by_nobody_with_columns_that_the_facts_make(load):
    load()
    assert set(Review.objects.values_list("act", "by", "on")) == {("loaded", None, day("2026-01-05"))}
    assert LedgerEntry.objects.count() == Review.objects.count() == 5
    row = Observation.objects.get(ref="q2")
    assert (row.author, row.reviewer, row.known_on) == (None, None, day("2022-08-12"))
    goal, register = Goal.objects.get(code="east-goal"), Register.objects.get()
    assert (goal.latest_observation, goal.standing) == (row, "outcome_unknown")
    assert (Park.objects.get().goal_count, register.last_known_on) == (2, day("2022-08-12"))
    assert register.sealed_at is not None
    assert list(problems()) == []
    assert list(differences(day("2026-01-05"))) == []


def test_a_register_in_use_is_not_loaded_again(load):
    load()
    with pytest.raises(CommandError, match="The register is in use"):
        load()
    assert LedgerEntry.objects.count() == 5
    assert list(problems()) == []


@pytest.mark.parametrize("make", [make_unit, make_rule])
def test_a_single_row_makes_a_register_in_use(load, make):
    make()
    with pytest.raises(CommandError, match="The register is in use"):
        load()


def test_a_folder_without_fixtures_is_refused(tmp_path):
    with pytest.raises(CommandError, match="There are no fixtures"):
        call_command("load_register", str(tmp_path))


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        ({"unit": ["jia"]}, "The unit measures another quantity"),
        ({"unit": ["mu"]}, r"\['mu'\]: Unit matching query does not exist"),
        ({"series": ["west-output"]}, r"\['west-output'\]: Series matching query does not exist"),
        ({"known_on": None, "state": "draft"}, "says since when it was known"),
        ({"known_on": None}, "known from the day it is published"),
        ({"known_on": "2026-01-06"}, "known since the day of loading at the latest"),
        ({"state": "draft"}, "known from the day it is published"),
        ({"state": "withdrawn", "withdrawn_on": "2022-09-01", "withdrawn_reason": "x"}, "withdrawn by an act"),
        ({"author": 1}, "author"),
        ({"value": "20.00001"}, "value: Ensure that there are no more than 4 decimal places"),
        ({"value": "123456789012.5"}, "value: Ensure that there are no more than 11 digits before"),
        ({"value": "12345678901.12345"}, "value: Ensure that there are no more than 15 digits"),
        ({"value": "zwanzig"}, "zwanzig"),
        ({"value": None}, "value: This field cannot be null"),
        ({"period_end": "2022-02-30"}, "2022-02-30"),
        ({"period_end": "2021-12-31"}, "ends before it starts"),
        ({"qualifier": "perhaps"}, "perhaps"),
        ({"colour": "red"}, "no field named 'colour'"),
        ({"supersedes": ["q0"], "supersede_reason": "x"}, r"\['q0'\]: Observation matching query"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_loaded(load, edit, sentence):
    with pytest.raises(CommandError, match=rf"Nothing was loaded\.\n3-facts/1\.json, row 1 \(q1\): .*{sentence}"):
        load(**edit)
    assert_nothing_loaded()


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        (reading("half", "50", "2022-01-01", "2022-06-30"), "observation half: its period overlaps with that of q1"),
        (reading("q1", "20", "2022-01-01", "2022-03-31"), r"row 3 \(q1\): This row stands in an earlier place"),
        (REVISION, "A revision of a target needs a reason"),
        (VERDICT, "goal update v: A goal cannot be judged not reached before it is due"),
        (row("user", username="x"), "parks.user is no noun of the register"),
        (row("ledgerentry", number=1), "parks.ledgerentry is no noun of the register"),
        ({"model": "parks.unit", "pk": 1, "fields": {}}, "named by its code, not by a number"),
        ({"model": "parks.unit"}, "no list of rows, each with a model and fields"),
    ],
)
def test_a_wrong_row_more_is_refused_and_nothing_is_loaded(load, extra, sentence):
    with pytest.raises(CommandError, match=sentence):
        load(extra)
    assert_nothing_loaded()


def test_a_year_to_date_value_that_starts_in_the_middle_is_refused(load):
    year = row(
        "series", code="ytd", indicator=["output"], park=["east"], entity="e", title="t", accumulation="year_to_date"
    )
    with pytest.raises(CommandError, match="runs from 1 January"):
        load(year, reading("late", "1", "2022-04-01", "2022-06-30", series=["ytd"]))
    assert_nothing_loaded()


def test_a_file_that_is_no_json_is_named_with_the_place(load, tmp_path):
    (tmp_path / "4-broken.json").write_text('[{"model": "parks.unit",}]', encoding="utf-8")
    with pytest.raises(CommandError, match=r"4-broken\.json cannot be read: .*line 1"):
        load()
    assert_nothing_loaded()


def test_a_file_in_another_encoding_is_named(load, tmp_path):
    (tmp_path / "4-gbk.json").write_bytes('[{"model": "园区"}]'.encode("gbk"))
    with pytest.raises(CommandError, match=r"4-gbk\.json cannot be read"):
        load()


def test_a_restated_value_takes_the_place_of_the_one_it_names(load):
    load(
        reading(
            "q2b", "33", "2022-04-01", "2022-06-30", supersedes=["q2"], supersede_reason="重述", known_on="2023-08-01"
        )
    )
    first, second = Observation.objects.get(ref="q2"), Observation.objects.get(ref="q2b")
    assert list(Observation.objects.standing_as_of(day("2023-07-31")).order_by("id"))[1] == first
    assert fresh(Goal.objects.get(code="east-goal")).latest_observation == second
    assert list(problems()) == []


def test_many_wrong_rows_are_told_in_part(load):
    wrong = [reading(f"r{n}", "1", "2022-07-01", "2022-07-31", unit=["jia"]) for n in range(30)]
    with pytest.raises(CommandError, match="… and 10 more"):
        load(*wrong)

"""Standings of what no series measures, and of what has no deadline."""

from dataclasses import replace

import pytest

from .cast import INDUSTRY_SIZE, REVENUE, UPGRADE, day, judged, stand, target, told, until, word

NOT_DUE, ON_DUE, PAST_DUE = "2024-07-01", "2024-12-31", "2025-01-01"
DONE = judged("milestone_done", "2024-03-01")
NEWS = judged("", "2024-03-01")


@pytest.mark.parametrize(
    ("judgements", "on_due", "past_due"),
    [
        pytest.param([], "milestones: milestones", "outcome_unknown: milestones", id="nothing"),
        pytest.param([NEWS], "milestones: milestones", "outcome_unknown: milestones", id="news that judges nothing"),
        pytest.param([DONE], "milestones: milestones", "outcome_unknown: milestones", id="a milestone done"),
        pytest.param([judged("reached", "2024-05-01")], "reached", "reached", id="judged reached"),
        pytest.param([judged("reached", "2024-05-01"), DONE], "reached", "reached", id="reached, and a milestone"),
        pytest.param(
            [judged("not_reached", "2024-05-01")], "milestones: milestones", "missed", id="judged not reached"
        ),
        pytest.param(
            [judged("still_open", "2024-05-01")],
            "milestones: milestones",
            "outcome_unknown: milestones",
            id="still open",
        ),
        pytest.param(
            [judged("reached", "2024-05-01"), judged("still_open", "2024-06-01")],
            "milestones: milestones",
            "outcome_unknown: milestones",
            id="open again",
        ),
        pytest.param(
            [judged("reached", "2024-06-01"), judged("not_reached", "2024-05-01", known_on="2024-07-01")],
            "reached",
            "reached",
            id="the latest by its own day, not by when it was known",
        ),
        pytest.param(
            [judged("reached", "2024-05-01"), judged("not_reached", "2024-05-01", known_on="2024-05-02")],
            "milestones: milestones",
            "missed",
            id="of one day the last one known",
        ),
        pytest.param(
            [judged("still_open", "2024-05-01"), judged("reached", "2024-05-01")],
            "milestones: milestones",
            "outcome_unknown: milestones",
            id="of one day, known together, the more cautious",
        ),
    ],
)
def test_a_goal_of_milestones(judgements, on_due, past_due):
    for told_in in (judgements, judgements[::-1]):
        assert word(stand(UPGRADE, None, on=ON_DUE, judgements=told_in)) == on_due
        assert word(stand(UPGRADE, None, on=PAST_DUE, judgements=told_in)) == past_due


def test_a_judgement_after_the_due_date_tells_the_outcome():
    """Named a year late is still named; the page says when."""
    assert word(stand(UPGRADE, None, on="2025-06-01", judgements=[judged("reached", "2025-05-01")])) == "reached"
    assert word(stand(UPGRADE, None, on="2025-06-01", judgements=[judged("not_reached", "2025-05-01")])) == "missed"


def test_it_counts_its_milestones():
    standing = stand(replace(UPGRADE, milestones_total=5, milestones_done=2), judgements=[DONE])
    assert (standing.milestones_done, standing.milestones_total) == (2, 5)


def test_all_milestones_done_is_not_yet_reached():
    goal = replace(UPGRADE, milestones_total=2, milestones_done=2)
    assert word(stand(goal, None, on=NOT_DUE)) == "milestones: milestones"
    assert word(stand(goal, None, on=PAST_DUE)) == "outcome_unknown: milestones"


def test_it_names_the_judgement_that_decides():
    verdict = judged("reached", "2024-05-01")
    assert stand(UPGRADE, None, judgements=[NEWS, verdict, DONE]).judged == verdict
    assert stand(UPGRADE, None, judgements=[NEWS, DONE]).judged is None


def test_a_number_without_an_indicator_is_never_measured():
    """Where the source names a number and not what it counts, no value can speak for it."""
    readings = [until("2024-12-31", 2000)]
    assert word(stand(UPGRADE, target(), readings, on=ON_DUE)) == "milestones: milestones"
    standing = stand(UPGRADE, target(), readings, on=PAST_DUE)
    assert word(standing) == "outcome_unknown: none"
    assert (standing.value, standing.path, standing.share) == (None, None, None)


@pytest.mark.parametrize(
    ("goal", "aim", "readings", "judgements", "expected"),
    [
        pytest.param(UPGRADE, None, [], [], "undated: milestones", id="neither number nor series"),
        pytest.param(UPGRADE, target(), [], [], "undated: none", id="a number without a series"),
        pytest.param(REVENUE, target(), [], [], "undated: none", id="a series without a value"),
        pytest.param(REVENUE, target(), [until("2024-06-30", 10)], [], "undated: figure", id="a value far below"),
        pytest.param(REVENUE, target(), [until("2024-06-30", 1200)], [], "reached", id="a value at the target"),
        pytest.param(REVENUE, target(), [until("2024-06-30", 1200, "at_least")], [], "reached", id="at least"),
        pytest.param(REVENUE, target(), [until("2024-06-30", 1200, "estimate")], [], "undated: figure", id="nearly"),
        pytest.param(REVENUE, target(), [until("2024-06-30", 1200, "forecast")], [], "undated: none", id="forecast"),
        pytest.param(
            REVENUE,
            target(1200, "at_most"),
            [until("2024-12-31", 900)],
            [],
            "undated: figure",
            id="no end to decide at",
        ),
        pytest.param(INDUSTRY_SIZE, target(500), [told("2024-06-30", 500)], [], "reached", id="a stock at the target"),
        pytest.param(INDUSTRY_SIZE, target(500), [told("2024-06-30", 499)], [], "undated: figure", id="a stock below"),
        pytest.param(INDUSTRY_SIZE, None, [told("2024-06-30", 499)], [], "undated: figure", id="a series, no number"),
        pytest.param(UPGRADE, None, [], [judged("reached", "2024-05-01")], "reached", id="judged reached"),
        pytest.param(
            UPGRADE, None, [], [judged("not_reached", "2024-05-01")], "undated: milestones", id="judged not reached"
        ),
    ],
)
def test_a_goal_without_a_deadline(goal, aim, readings, judgements, expected):
    goal = replace(goal, starts_on=None, due_on=None)
    for on in (NOT_DUE, "2029-01-01"):
        standing = stand(goal, aim, readings, on=on, judgements=judgements)
        assert word(standing) == expected
        assert standing.days_overdue == 0


def test_a_deadline_of_the_target_makes_the_goal_dated():
    goal = replace(INDUSTRY_SIZE, starts_on=None, due_on=None)
    aim = target(500, due_on="2024-12-31")
    assert word(stand(goal, aim, [told("2024-12-31", 499)], on=PAST_DUE)) == "missed"
    assert stand(goal, aim, on=ON_DUE).until == day("2024-12-31")

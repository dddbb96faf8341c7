"""Revised targets, retirements, rules and excuses: one proposes, another decides."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from parks.changes.decisions import decide, decline, propose, retire, revise_target
from parks.models import Excuse, Goal, Retirement, Review, StatusRule, Target
from parks.models.facts import facts_of_goals
from tests.changes.cast import START, acts_on, day, fresh, links_of
from tests.world import make_user

LATER = day("2022-09-01")


def revised(cast, value="500", on=START, by=None, reason="疫情", **fields) -> Target:
    figure = {"value": Decimal(value), "unit": cast.yi, "comparator": "at_least"} | fields
    return revise_target(goal=cast.goal, by=by or cast.manager, on=on, reason=reason, **figure)


def proposals(cast):
    return [
        revised(cast),
        retire(subject=cast.goal, by=cast.manager, on=START, reason="并入"),
        propose(row=StatusRule(number=9, name="n"), by=cast.manager, on=START),
        propose(row=Excuse(goal=cast.goal, until=LATER, reason="洪水"), by=cast.manager, on=START),
    ]


def test_a_proposal_is_not_public(cast):
    for row in proposals(cast):
        assert (row.known_on, links_of(row), acts_on(row)) == (None, [], ["proposed"])
    assert fresh(cast.goal).current_target == cast.target
    assert fresh(cast.goal).retired_on is None


def test_whoever_proposes_does_not_decide_whoever_they_are(cast):
    boss = make_user(None, username="boss", is_superuser=True)
    row = revised(cast, by=boss)
    with pytest.raises(ValidationError, match="Whoever proposes cannot decide"):
        decide(row=row, by=boss, on=START)
    for row in proposals(cast)[1:]:
        with pytest.raises(ValidationError, match="Whoever proposes cannot decide"):
            decide(row=row, by=cast.manager, on=START)


def test_what_nobody_proposed_is_not_decided(cast):
    row = Excuse(goal=cast.goal, until=LATER, reason="洪水")
    row.save()
    with pytest.raises(ValidationError, match="Whoever proposes cannot decide"):
        decide(row=row, by=cast.reviewer, on=START)


def test_it_is_known_from_the_day_it_is_decided_and_only_once(cast):
    for row in proposals(cast)[:2]:
        made = decide(row=row, by=cast.reviewer, on=LATER)
        assert (made.known_on, made.proposed_by, made.decided_by) == (LATER, cast.manager, cast.reviewer)
        assert links_of(made) == ["published"]
        for act in (decide, propose):
            with pytest.raises(ValidationError, match="public already"):
                act(row=row, by=cast.reviewer, on=LATER)


def test_a_revision_is_a_new_row_and_the_old_one_stays(cast):
    cast.publish(cast.value("290"))
    row = decide(row=revised(cast, due_on=day("2023-12-31")), by=cast.reviewer, on=LATER)
    goal = fresh(cast.goal)
    assert (row.number, goal.current_target, goal.current_due_on) == (2, row, day("2023-12-31"))
    assert (goal.share, goal.expected_share) == (Decimal("0.58"), Decimal("0.25"))
    facts = facts_of_goals([goal.pk], LATER, LATER)[goal.pk]
    assert (facts.original.row, facts.target.row) == (cast.target.pk, row.pk)
    assert facts_of_goals([goal.pk], START, START)[goal.pk].target.row == cast.target.pk


def test_a_revision_needs_a_reason_and_a_unit_of_its_quantity(cast):
    with pytest.raises(ValidationError, match="needs a reason"):
        revised(cast, reason=" ")
    with pytest.raises(ValidationError, match="another quantity"):
        revised(cast, unit=cast.firms)


def test_a_proposal_overtaken_by_a_later_revision_is_made_anew(cast):
    first, second = revised(cast), revised(cast, "400")
    decide(row=second, by=cast.reviewer, on=LATER)
    with pytest.raises(ValidationError, match="propose anew"):
        decide(row=first, by=cast.reviewer, on=LATER)
    third = decide(row=revised(cast, "450", on=LATER), by=cast.reviewer, on=LATER)
    assert fresh(cast.goal).current_target == third


def test_a_retired_goal_or_project_leaves_the_counts_and_keeps_its_row(cast):
    for subject in (cast.goal, cast.project):
        decide(row=retire(subject=subject, by=cast.manager, on=LATER, reason="并入"), by=cast.reviewer, on=LATER)
        assert (fresh(subject).retired_on, fresh(subject).withdrawn_on) == (LATER, None)
    assert (fresh(cast.park).goal_count, fresh(cast.park).project_count) == (1, 0)
    assert Goal.objects.as_of(LATER).count() == 2


def test_nothing_is_retired_twice(cast):
    row = retire(subject=cast.goal, by=cast.manager, on=START, reason="并入")
    for again in (
        retire,
        lambda subject, **act: propose(row=Retirement(goal=subject, reason="x"), by=act["by"], on=START),
    ):
        with pytest.raises(ValidationError, match="retired already"):
            again(subject=cast.goal, by=cast.reviewer, on=START, reason="x")
    decline(row=row, by=cast.reviewer, on=START, reason="不成立")
    retire(subject=cast.goal, by=cast.manager, on=START, reason="并入")


def test_a_retirement_needs_a_reason(cast):
    with pytest.raises(ValidationError):
        retire(subject=cast.goal, by=cast.manager, on=START, reason="")


def test_declining_keeps_the_act_with_its_reason(cast):
    row = revised(cast)
    with pytest.raises(ValidationError, match="needs a reason"):
        decline(row=row, by=cast.reviewer, on=START, reason=" ")
    decline(row=row, by=cast.reviewer, on=START, reason="不成立")
    assert not Target.objects.filter(pk=row.pk).exists()
    assert Review.objects.get(act="returned").reason == "不成立"
    with pytest.raises(ValidationError, match="public already"):
        decline(row=cast.target, by=cast.reviewer, on=START, reason="x")


def test_a_rule_comes_into_force_on_its_day_and_never_before(cast):
    cast.publish(cast.value("280"))  # 1.7 points behind the path
    assert fresh(cast.goal).standing == "on_track"
    late = propose(row=StatusRule(number=8, name="n", is_adopted=True, effective_on=START), by=cast.manager, on=START)
    with pytest.raises(ValidationError, match="never before"):
        decide(row=late, by=cast.reviewer, on=LATER)
    cast.adopt(2, LATER, day("2022-10-01"), on_track_points=Decimal(1))
    assert (fresh(cast.goal).standing, fresh(cast.goal).standing_until) == ("on_track", day("2022-09-30"))
    cast.adopt(3, LATER, on_track_points=Decimal("1.5"))
    assert fresh(cast.goal).standing == "slow"


def test_a_rule_kept_for_comparison_moves_nothing(cast):
    cast.publish(cast.value("280"))
    cast.decided(StatusRule(number=2, name="n", on_track_points=Decimal(1)))
    assert fresh(cast.goal).standing == "on_track"


def test_an_excuse_ends_on_its_day(cast):
    cast.decided(Excuse(goal=cast.goal, until=day("2022-09-15"), reason="洪水"))
    assert fresh(cast.goal).standing_until == day("2022-09-15")
    assert facts_of_goals([cast.goal.pk], START, START)[cast.goal.pk].excused_until == day("2022-09-15")


def test_nothing_is_decided_before_the_last_day_of_the_record(cast):
    row = revised(cast)
    cast.publish(cast.news(), LATER)
    for act in (lambda: decide(row=row, by=cast.reviewer, on=START), lambda: revised(cast)):
        with pytest.raises(ValidationError, match="reaches to 2022-09-01"):
            act()


def test_other_rows_are_not_decided_this_way(cast):
    for act in (propose, decide):
        with pytest.raises(TypeError):
            act(row=cast.goal, by=cast.manager, on=START)

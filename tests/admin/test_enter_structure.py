"""Managers enter structure: it is public from the day it is saved, or from the day a second person approves it."""

import pytest

from parks.models import Goal, LedgerEntry, Milestone, Park, ParkEvent, ParkIndustry, Review, StatusRule, Target, User
from parks.rules.choices import Act
from tests.admin.conftest import form_of


def goal_data(world, **changes) -> dict:
    return {
        "code": "east-new",
        "title": "新目标",
        "park": world.park.pk,
        "dimension": world.goal.dimension_id,
        "series": world.series.pk,
        "starts_on": "2026-01-01",
        "due_on": "2026-12-31",
        "frequency": "monthly",
        "order": "0",
        "source": world.source.pk,
    } | changes


def test_a_new_goal_is_public_from_the_day_it_is_saved(world, enter_as):
    assert enter_as(world.manager).post(world.address("add", Goal), goal_data(world)).status_code == 302
    goal = Goal.objects.get(code="east-new")
    assert goal.known_on == world.today
    act = Review.objects.get(kind="goal", subject_id=goal.pk)
    assert (act.act, act.by) == (Act.PUBLISHED, world.manager)
    assert LedgerEntry.objects.filter(kind="goal", subject_id=goal.pk).exists()
    assert Park.objects.get(pk=world.park.pk).goal_count == 3


def test_a_chosen_day_of_publication_is_ignored(world, enter_as):
    data = goal_data(world, known_on="2001-01-01", known_precision="year")
    enter_as(world.manager).post(world.address("add", Goal), data)
    goal = Goal.objects.get(code="east-new")
    assert (goal.known_on, goal.known_precision) == (world.today, "day")


def test_a_refused_goal_comes_back_with_what_was_typed(world, enter_as):
    data = goal_data(world, starts_on="", title="没有起点的目标")
    answer = enter_as(world.manager).post(world.address("add", Goal, language="en"), data)
    html = answer.content.decode()
    assert "the goal needs the day it starts on" in html
    assert "没有起点的目标" in html
    assert not Goal.objects.filter(code="east-new").exists()


def test_a_milestone_of_nothing_is_refused(world, enter_as):
    data = {"title": "悬空", "code": "nowhere", "order": "0"}
    answer = enter_as(world.manager).post(world.address("add", Milestone, language="en"), data)
    assert "It belongs to" in answer.content.decode() or "A milestone belongs to" in answer.content.decode()
    assert not Milestone.objects.filter(code="nowhere").exists()


def test_a_level_event_without_a_level_is_refused(world, enter_as):
    data = {
        "park": world.park.pk,
        "kind": "level",
        "title": "升级",
        "period_start": "2023-01-01",
        "period_end": "2023-01-01",
    }
    answer = enter_as(world.manager).post(world.address("add", ParkEvent, language="en"), data)
    assert "A level event names the level" in answer.content.decode()


def target_data(world, **changes) -> dict:
    return {"goal": world.goal.pk, "comparator": "over", "value": "600", "unit": world.unit.pk} | changes


def test_a_revised_target_needs_a_reason(world, enter_as):
    answer = enter_as(world.manager).post(world.address("add", Target, language="en"), target_data(world))
    assert "A revision of a target needs a reason." in answer.content.decode()
    assert Target.objects.count() == 1


def test_a_revised_target_waits_for_a_second_person(world, enter_as):
    enter_as(world.manager).post(world.address("add", Target), target_data(world, reason="上级调整"))
    revision = Target.objects.get(number=2)
    assert (revision.known_on, revision.proposed_by) == (None, world.manager)
    approve = {"action": "decide_selected", "_selected_action": [revision.pk]}
    address = world.address("changelist", Target, language="en")
    told = str(next(iter(enter_as(world.manager).post(address, approve, follow=True).context["messages"])))
    assert "Whoever proposes cannot decide." in told
    told = str(next(iter(enter_as(world.reviewer).post(address, approve, follow=True).context["messages"])))
    assert told == "1 approved"
    revision.refresh_from_db()
    assert (revision.known_on, revision.decided_by) == (world.today, world.reviewer)
    assert Goal.objects.get(pk=world.goal.pk).current_target == revision


def test_a_goals_first_target_is_public_at_once(world, enter_as):
    client = enter_as(world.manager)
    client.post(world.address("add", Goal), goal_data(world))
    goal = Goal.objects.get(code="east-new")
    client.post(world.address("add", Target), target_data(world, goal=goal.pk))
    target = goal.targets.get()
    assert (target.number, target.known_on, target.proposed_by) == (1, world.today, None)


def test_a_new_rule_is_only_proposed(world, enter_as):
    client = enter_as(world.manager)
    address = world.address("add", StatusRule)
    data = form_of(client.get(address)) | {"number": "2", "name": "较宽规则", "is_adopted": "on"}
    assert client.post(address, data).status_code == 302
    assert StatusRule.objects.get(number=2).known_on is None


def test_a_parks_industries_are_edited_within_it(world, enter_as):
    client, address = enter_as(world.manager), world.address("change", Park, world.park.pk)
    data = form_of(client.get(address)) | {
        "industries-TOTAL_FORMS": "2",
        "industries-1-name": "先进制造",
        "industries-1-role": "named",
        "industries-1-order": "1",
        "industries-1-park": world.park.pk,
    }
    version = world.content_version()
    assert client.post(address, data).status_code == 302
    assert ParkIndustry.objects.filter(park=world.park).count() == 2
    assert world.content_version() == version + 1


@pytest.mark.parametrize("model", [Park, User])
def test_every_input_of_an_inline_table_says_its_column(world, enter_as, model):
    page = enter_as(world.manager).get(world.address("change", model, world.rows[model].pk))
    for inline in page.context["inline_admin_formsets"]:
        for form in inline.formset.forms:
            shown = [str(bound) for bound in form if not bound.is_hidden]
            assert len(shown) > 1
            assert all("aria-label=" in html for html in shown)

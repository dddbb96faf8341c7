"""The actions of the lists of reports: each row by itself, with what was refused and why."""

from parks.models import Observation, Review, Source
from parks.rules.choices import Act, SourceKind, State
from tests.admin.conftest import make_observation


def act(client, world, action: str, *rows) -> str:
    data = {"action": action, "_selected_action": [row.pk for row in rows]}
    answer = client.post(world.address("changelist", Observation, language="en"), data, follow=True)
    assert answer.status_code == 200
    return " ".join(str(message) for message in answer.context["messages"])


def states(*rows) -> list[str]:
    return [Observation.objects.get(pk=row.pk).state for row in rows]


def test_a_reporter_submits_and_a_reviewer_publishes(world, enter_as):
    first, second = make_observation(world, 2020), make_observation(world, 2021)
    assert act(enter_as(world.reporter), world, "submit_selected", first, second) == "2 submitted"
    assert act(enter_as(world.reviewer), world, "publish_selected", first, second) == "2 published"
    row = Observation.objects.get(pk=first.pk)
    assert (row.state, row.author, row.reviewer, row.known_on) == (
        State.PUBLISHED,
        world.reporter,
        world.reviewer,
        world.today,
    )
    assert Review.objects.filter(kind="observation", subject_id=row.pk, act=Act.PUBLISHED).count() == 1


def test_one_refused_row_does_not_hold_up_the_others(world, enter_as):
    draft, waiting = make_observation(world, 2020), make_observation(world, 2021)
    act(enter_as(world.reporter), world, "submit_selected", waiting)
    told = act(enter_as(world.reviewer), world, "publish_selected", draft, waiting)
    assert told.startswith("1 published, 1 refused because ")
    assert "Only a submitted report" in told
    assert states(draft, waiting) == [State.DRAFT, State.PUBLISHED]


def test_nobody_publishes_their_own_report_not_even_a_superuser(world, enter_as):
    own = make_observation(world, 2020, author=world.boss)
    client = enter_as(world.boss)
    act(client, world, "submit_selected", own)
    told = act(client, world, "publish_selected", own)
    assert "The author of a report cannot publish it." in told
    assert states(own) == [State.SUBMITTED]


def test_a_reporter_has_no_action_to_publish(world, enter_as):
    waiting = make_observation(world, 2020)
    client = enter_as(world.reporter)
    act(client, world, "submit_selected", waiting)
    act(client, world, "publish_selected", waiting)
    assert states(waiting) == [State.SUBMITTED]


def test_submitting_without_a_source_makes_one(world, enter_as):
    row = make_observation(world, 2020, source=None)
    act(enter_as(world.reporter), world, "submit_selected", row)
    assert Source.objects.get(kind=SourceKind.OFFICIAL_REPORT).observations.get() == row


def test_a_submitted_report_is_no_longer_edited(world, enter_as):
    row, client = make_observation(world, 2020), enter_as(world.reporter)
    act(client, world, "submit_selected", row)
    assert client.post(world.address("change", Observation, row.pk), {"value": "1"}).status_code == 403

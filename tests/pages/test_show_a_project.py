"""The page of one project: sentence, track, amounts, log, and the goals it serves."""

import pytest

from parks.models import Project
from tests import world

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("start", ["", "/en"])


def read(client, project: Project, query: str = "", start: str = "/en"):
    response = client.get(f"{start}/projects/{project.code}/{query}")
    assert response.status_code == 200
    return response


def marks(response) -> dict[str, str]:
    return {str(item["word"]): item["at"] for item in response.context["track"]}


def stages(project: Project, *told: tuple[str, str], **given) -> None:
    for stage, day in told:
        world.make_update(project=project, stage=stage, period_end=day, known_on=day, **given)


@BOTH
def test_a_project_of_which_nothing_was_told_has_a_calm_page(client, start):
    page = read(client, world.make_project(), start=start).text
    assert page.count('class="empty"') == 2  # no stage, and no goal tied to it


@BOTH
def test_an_unknown_project_is_not_found_in_the_language_of_the_request(client, start):
    response = client.get(f"{start}/projects/nothing/")
    assert response.status_code == 404
    assert f'lang="{"en" if start else "zh-Hans"}"' in response.text
    assert "nothing" in response.text


def test_a_project_is_not_found_before_it_was_known(client):
    project = world.make_project(known_on="2022-01-11")
    assert client.get(f"/projects/{project.code}/?as_of=2022-01-10").status_code == 404
    read(client, project, "?as_of=2022-01-11")


@pytest.mark.parametrize("query", ["?page=1", "?stage=building", "?as_of=soon", "?known=then"])
def test_it_refuses_what_it_does_not_know(client, query):
    assert client.get(f"/projects/{world.make_project().code}/{query}").status_code == 400


def test_days_stand_between_two_dated_stages_only(client):
    project = world.make_project()
    stages(project, ("started", "2021-12-02"), ("building", "2021-12-12"), ("operating", "2022-03-01"))
    items = read(client, project).context["track"]
    assert [item["at"] for item in items] == ["gap", "done", "done", "gap", "now", "none"]
    assert [item["days_text"] for item in items] == ["", "10\N{NO-BREAK SPACE}days", "", "", "", ""]
    assert items[1]["date_text"] == "2021-12-02"
    assert items[5]["date_text"] == "not on record"


def test_a_month_gives_no_days(client):
    project = world.make_project()
    world.make_update(project=project, stage="started", period_start="2021-12-01", period_end="2021-12-31")
    world.make_update(project=project, stage="building", period_end="2022-03-01")
    started, building = read(client, project).context["track"][1:3]
    assert (started["date_text"], started["days_text"]) == ("2021-12", "")
    assert building["at"] == "now"


def test_a_finished_part_leaves_the_whole_under_construction(client):
    project = world.make_project()
    stages(project, ("started", "2021-01-01"))
    stages(project, ("completed", "2022-01-01"), part="一期", part_en="Phase one")
    response = read(client, project)
    assert marks(response) == {
        "signed": "gap",
        "started": "done",
        "under construction": "now",
        "completed": "none",
        "in operation": "none",
        "at capacity": "none",
    }
    assert "Phase one: 2022-01-01" in response.text
    assert "Phase one: completed, 1 January 2022; the whole counts as under construction." in response.text


def test_a_description_only_shows_that_a_stage_came_no_later(client):
    project = world.make_project()
    world.make_update(project=project, stage="operating", kind="narrative", period_end="2022-08-01")
    assert "by 2022-08-01" in read(client, project).text


def test_a_suspended_project_ends_its_track(client):
    project = world.make_project()
    stages(project, ("started", "2021-01-01"), ("suspended", "2022-01-01"))
    response = read(client, project)
    assert response.context["end"]["code"] == "suspended"
    assert 'data-end="suspended"' in response.text


def test_amounts_keep_their_kind_part_source_and_day(client):
    project = world.make_project()
    unit = world.make_unit()
    world.make_update(project=project, amount_kind="total_investment", value=120, unit=unit)
    world.make_update(
        project=project,
        amount_kind="invested",
        value=10,
        unit=unit,
        part="一期",
        part_en="Phase one",
        period_start="2022-01-01",
        period_end="2022-06-30",
    )
    response = read(client, project)
    kinds = [(str(row.kind), str(row.part), row.value, row.unit) for row in response.context["amounts"]]
    assert kinds == [
        ("total investment announced", "", "12", "bn yuan"),
        ("invested within the period", "Phase one", "1", "bn yuan"),
    ]
    assert not response.context["has_invested"]
    assert "not received yet" in response.text
    for row in response.context["amounts"]:
        assert (row.source.reliability, str(row.known_on)) == ("high", "2022-08-12")


def test_what_was_invested_to_date_and_the_progress_are_rows_of_their_own(client):
    project = world.make_project()
    world.make_update(project=project, invested_to_date=30, invested_unit=world.make_unit(), progress=45)
    response = read(client, project)
    assert [row.value for row in response.context["amounts"]] == ["3", "45"]
    assert response.context["has_invested"]


def test_a_replaced_update_is_struck_with_its_reason_and_a_withdrawn_one_marked(client):
    project = world.make_project()
    wrong = world.make_update(project=project, amount_kind="total_investment", value=40, unit=world.make_unit())
    world.make_update(
        project=project,
        amount_kind="total_investment",
        value=45,
        unit=world.make_unit(),
        supersedes=wrong,
        supersede_reason_en="A misprint",
        known_on="2022-09-01",
    )
    world.make_update(project=project, stage="cancelled", withdrawn_on="2022-09-02")
    now, then = read(client, project), read(client, project, "?as_of=2022-08-31")
    assert now.text.count("data-withdrawn") == 3  # two in the log, one among the amounts
    assert "replaced on 2022-09-01: A misprint" in now.text
    assert "withdrawn on 2022-09-02" in now.text
    assert "data-withdrawn" not in then.text
    assert [row.value for row in then.context["amounts"]] == ["4"]


def test_hindsight_leaves_out_what_had_not_happened(client):
    project = world.make_project(known_on="2021-01-01")
    stages(project, ("started", "2021-06-01"), ("operating", "2022-03-01"))
    response = read(client, project, "?as_of=2021-12-31&known=now")
    assert [row.on for row in response.context["log"]] == ["2021-06-01"]


def test_a_plan_stands_in_the_log_on_the_day_it_was_told(client):
    project = world.make_project()
    world.make_update(project=project, stage="", kind="forecast", period_end="2025-12-31", known_on="2022-01-01")
    stages(project, ("started", "2022-03-01"))
    response = read(client, project)
    assert [row.on for row in response.context["log"]] == ["2022-03-01", "2022-01-01"]
    assert "planned, for 2025-12-31" in response.text


def test_a_plan_keeps_the_words_of_its_source(client):
    note = {"plan_note": "预计2023年完工", "plan_note_en": "expected in 2023"}
    project = world.make_project(planned_finish="2023-12-31", **note)
    stages(project, ("started", "2022-03-01"))
    page = read(client, project).text
    assert "expected in 2023" in page
    assert "Its planned finish (31 December 2023) has passed" in page


def test_it_shows_the_goals_it_serves_with_their_standing(client):
    project, goal = world.make_project(), world.make_goal(target=580)
    project.goals.add(goal)
    response = read(client, project)
    assert [(row.goal_code, row.code) for row in response.context["goals"]] == [(goal.code, "outcome_unknown")]


def test_a_retired_project_keeps_its_page_with_day_and_reason(client):
    project = world.make_project(known_on="2022-01-11")
    world.make_retirement(project=project, reason_en="Merged into another")
    page = read(client, project).text
    assert "since 2022-08-12" in page
    assert "Merged into another" in page
    assert "Merged into another" not in read(client, project, "?as_of=2022-08-11").text


def test_chinese_on_an_english_page_is_marked(client):
    project = world.make_project(name="没有译名", name_en="")
    assert '<span lang="zh-Hans">没有译名</span>' in read(client, project).text


def test_hostile_texts_stay_text(client):
    bad = "<script>alert(1)</script>"
    project = world.make_project(name=bad, name_en=bad, summary=bad, naming_note=bad, plan_note=bad)
    world.make_update(project=project, title=bad, title_en=bad, note=bad, part=bad, problems=bad, next_step=bad)
    for start in ("", "/en"):
        assert "<script" not in read(client, project, start=start).text

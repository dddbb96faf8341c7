"""The stage of a project on any day, from what was known by then."""

import pytest

from parks.models.stages import stages_of
from tests.changes.cast import day
from tests.world import make_project, make_source, make_update

pytestmark = pytest.mark.django_db

ON, LATER = day("2022-08-12"), day("2022-09-01")


@pytest.fixture
def project():
    return make_project()


def stage(project, on=ON, known_by=None):
    found = stages_of([project.pk], on, known_by or on)
    return found[project.pk].stage if project.pk in found else None


def test_news_counts_from_the_day_it_is_known(project):
    make_update(project=project, stage="started")
    make_update(project=project, stage="completed", period_end="2022-06-01", known_on=LATER)
    assert (stage(project, day("2022-08-11")), stage(project), stage(project, LATER)) == (None, "started", "completed")


def test_with_hindsight_only_what_had_happened_by_the_day_counts(project):
    make_update(project=project, stage="completed", period_end="2022-06-01", known_on=LATER)
    assert stage(project, day("2022-05-31"), LATER) is None
    assert stage(project, day("2022-06-01"), LATER) == "completed"


def test_weak_sources_withdrawn_and_replaced_news_and_news_without_a_stage_do_not_count(project):
    make_update(project=project, stage="started")
    make_update(project=project, stage="completed", source=make_source(reliability="low"))
    make_update(project=project, stage="completed", source=None)
    make_update(project=project, stage="completed", withdrawn_on=ON)
    wrong = make_update(project=project, stage="completed")
    make_update(project=project, stage="", supersedes=wrong)
    assert stage(project) == "started"


def test_it_is_one_query_for_any_number_of_projects(django_assert_num_queries):
    projects = [make_project() for _ in range(4)]
    for project in projects:
        make_update(project=project)
    for some in (projects[:1], projects):
        with django_assert_num_queries(1):
            assert len(stages_of([p.pk for p in some], ON, ON)) == len(some)

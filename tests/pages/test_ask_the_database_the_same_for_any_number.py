"""The same number of queries for one row and for sixty, and never more than six."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import world

pytestmark = pytest.mark.django_db


def asked(client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def grow(times: int) -> None:
    """Goals with figures, projects with news, all from sources of their own."""
    for _ in range(times):
        source = world.make_source()
        goal = world.make_goal(target=580, source=source)
        world.make_observation(series=goal.series, source=source)
        world.make_goal_update(goal=goal, source=source)
        project = world.make_project(source=source)
        project.goals.add(goal)
        first = world.make_update(project=project, source=source)
        world.make_update(project=project, source=source, supersedes=first, known_on="2022-09-01")


ADDRESSES = [
    "/projects/",
    "/projects/?stage=building&q=样例&sort=news",
    "/projects/project-1/",
    "/sources/",
    "/sources/?reliability=high",
    "/sources/source-1/",
    "/method/",
    "/method/?as_of=2022-08-31",
    "/about/",
    "/api/v1/parks/",
    "/api/v1/goals/",
    "/api/v1/goals/goal-1/",
    "/api/v1/projects/",
    "/api/v1/projects/project-1/",
    "/api/v1/indicators/",
    "/api/v1/indicators/indicator-1/",
    "/api/v1/sources/",
    "/api/v1/sources/source-1/",
]


def test_no_address_asks_more_for_sixty_rows_than_for_one(client):
    world.make_rule()
    world.make_rule(is_adopted=False)
    grow(1)
    codes = {
        "project-1": world.Project.objects.get().code,
        "source-1": world.Source.objects.first().code,
        "goal-1": world.Goal.objects.get().code,
        "indicator-1": world.Indicator.objects.get().code,
    }
    addresses = []
    for address in ADDRESSES:
        for name, code in codes.items():
            address = address.replace(name, code)
        addresses.append(address)
    with_one = {address: asked(client, address) for address in addresses}
    grow(59)
    world.make_park()
    with_sixty = {address: asked(client, address) for address in addresses}
    assert with_sixty == with_one
    assert max(with_sixty.values()) <= 6

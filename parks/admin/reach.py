"""Who reaches what in the admin: the one place where roles and parks decide.

A noun's `Doors` say which roles may do what with it. A role held for a park opens the rows of that park, a role held
for all parks opens everything; a superuser passes wherever anybody may pass. What the laws forbid to everybody
(editing a published fact, publishing one's own report) is not decided here but by the verbs and the forms.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, Q, QuerySet, prefetch_related_objects

from parks.models import (
    Dimension,
    Excuse,
    Goal,
    GoalRelatedSeries,
    GoalUpdate,
    Indicator,
    LedgerEntry,
    Membership,
    Milestone,
    Observation,
    Park,
    ParkEvent,
    ParkIndustry,
    PlannedValue,
    Project,
    ProjectUpdate,
    Register,
    Retirement,
    Review,
    Series,
    Source,
    StatusRule,
    Target,
    Unit,
    User,
)
from parks.rules.choices import Act, Role

EVERYONE = frozenset(Role)
NOBODY: frozenset[str] = frozenset()


def _roles(*roles: str) -> frozenset[str]:
    return frozenset(roles)


@dataclass(frozen=True, slots=True)
class Doors:
    """Roles that may do what with a noun; an empty set means nobody, not even a superuser.

    `for_any_park`: a role held for one park is enough, although the noun belongs to no park.
    """

    view: frozenset[str] = EVERYONE
    add: frozenset[str] = NOBODY
    change: frozenset[str] = NOBODY
    delete: frozenset[str] = NOBODY
    submit: frozenset[str] = NOBODY
    publish: frozenset[str] = NOBODY
    decide: frozenset[str] = NOBODY
    for_any_park: bool = False


MANAGERS = _roles(Role.MANAGER)
REPORTERS = _roles(Role.REPORTER)
REVIEWERS = _roles(Role.REVIEWER)
OVERSEERS = _roles(Role.MANAGER, Role.AUDITOR)

READ_ONLY = Doors()
STRUCTURE = Doors(add=MANAGERS, change=MANAGERS)
# Whatever is used is protected by what points at it; what never was used may go.
SHARED = Doors(add=MANAGERS, change=MANAGERS, delete=MANAGERS)
PROPOSALS = Doors(add=MANAGERS, delete=MANAGERS, decide=MANAGERS | REVIEWERS)
REPORTS = Doors(add=REPORTERS, change=REPORTERS, delete=REPORTERS, submit=REPORTERS, publish=REVIEWERS)
DOCUMENTS = Doors(
    add=REPORTERS | REVIEWERS | MANAGERS, change=REVIEWERS | MANAGERS, delete=MANAGERS, for_any_park=True
)

DOORS: dict[type[Model], Doors] = {
    User: Doors(view=OVERSEERS, add=MANAGERS, change=MANAGERS),
    Membership: Doors(view=OVERSEERS, add=MANAGERS, change=MANAGERS, delete=MANAGERS),
    Dimension: SHARED,
    Unit: SHARED,
    Indicator: SHARED,
    Series: SHARED,
    Source: DOCUMENTS,
    Park: STRUCTURE,
    ParkIndustry: SHARED,
    ParkEvent: STRUCTURE,
    Goal: STRUCTURE,
    Target: PROPOSALS,
    PlannedValue: STRUCTURE,
    GoalRelatedSeries: SHARED,
    Milestone: STRUCTURE,
    Project: STRUCTURE,
    Observation: REPORTS,
    ProjectUpdate: REPORTS,
    GoalUpdate: REPORTS,
    Excuse: Doors(add=REPORTERS | MANAGERS, delete=REPORTERS | MANAGERS, decide=REVIEWERS),
    Retirement: PROPOSALS,
    StatusRule: PROPOSALS,
    Review: READ_ONLY,
    LedgerEntry: READ_ONLY,
    Register: READ_ONLY,
}

# How a row leads to its park; the first path that arrives counts.
PARK_PATHS: dict[type[Model], tuple[str, ...]] = {
    Park: ("id",),
    ParkIndustry: ("park_id",),
    ParkEvent: ("park_id",),
    Series: ("park_id",),
    Goal: ("park_id",),
    Project: ("park_id",),
    Target: ("goal__park_id",),
    PlannedValue: ("goal__park_id",),
    GoalRelatedSeries: ("goal__park_id",),
    Milestone: ("goal__park_id", "project__park_id"),
    Excuse: ("goal__park_id", "project__park_id"),
    Retirement: ("goal__park_id", "project__park_id"),
    Observation: ("series__park_id",),
    ProjectUpdate: ("project__park_id",),
    GoalUpdate: ("goal__park_id",),
}

ALL_PARKS_ONLY = (User, Membership)
PUBLIC_ACTS = (Act.LOADED, Act.PUBLISHED, Act.CORRECTED, Act.WITHDRAWN, Act.REVIVED)


@dataclass(frozen=True, slots=True)
class Reach:
    """The roles a person holds, each with a park or (None) with all parks."""

    is_superuser: bool
    held: tuple[tuple[str, int | None], ...]

    def parks(self, roles: Iterable[str]) -> frozenset[int] | None:
        """The parks for which one of `roles` is held; None: all of them."""
        if self.is_superuser:
            return None
        parks = {park for role, park in self.held if role in roles}
        return None if None in parks else frozenset(parks)


def reach_of(user: User | AnonymousUser) -> Reach:
    """What a person holds; one query for as long as the request's user lives."""
    if not (user.is_active and user.is_staff):
        return Reach(False, ())
    prefetch_related_objects([user], "memberships")
    return Reach(user.is_superuser, tuple((m.role, m.park_id) for m in user.memberships.all()))


def park_of(row: Model) -> int | None:
    """The park a row belongs to, or None where it belongs to none (yet)."""
    for path in PARK_PATHS.get(type(row), ()):
        value = row
        for name in path.split("__"):
            value = getattr(value, name, None)
        if value is not None:
            return value
    return None


def may(user: User | AnonymousUser, verb: str, model: type[Model], row: Model | None = None) -> bool:
    """Whether a person may do `verb` (a name of `Doors`) with this row, or without one with any row of the noun."""
    doors = DOORS[model]
    roles = getattr(doors, verb)
    parks = reach_of(user).parks(roles)
    if not roles or parks == frozenset():
        return False
    if parks is None:
        return True
    if model in ALL_PARKS_ONLY:
        return False
    if verb == "view":
        return row is None or _sees(user, row)
    if model not in PARK_PATHS:
        return doors.for_any_park
    if row is None:
        return not (model is Park and verb == "add")
    return park_of(row) in parks


def _sees(user: User, row: Model) -> bool:
    if isinstance(row, Review):
        return row.act in PUBLIC_ACTS or row.by_id == user.pk or reach_of(user).parks(EVERYONE) is None
    if getattr(row, "known_on", True) is not None:
        return True
    parks = reach_of(user).parks(EVERYONE)
    return parks is None or park_of(row) in parks


def visible_to(rows: QuerySet, user: User | AnonymousUser) -> QuerySet:
    """Those of `rows` that a person may see: what is public or shared, and what is on its way in their own parks."""
    reach, model = reach_of(user), rows.model
    if model in ALL_PARKS_ONLY:
        return rows if reach.parks(OVERSEERS) is None else rows.none()
    parks = reach.parks(EVERYONE)
    if parks is None:
        return rows
    if model is Review:
        return rows.filter(Q(act__in=PUBLIC_ACTS) | Q(by=user.pk))
    if not any(field.name == "known_on" for field in model._meta.concrete_fields):
        return rows
    open_rows = Q(known_on__isnull=False)
    for path in PARK_PATHS.get(model, ()):
        open_rows |= Q(**{f"{path}__in": parks})
    return rows.filter(open_rows)

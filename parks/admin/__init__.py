"""The door of the officials: the stock admin, one module a noun."""

from django.contrib import admin

from . import (
    dimension,
    excuse,
    goal,
    goal_update,
    indicator,
    ledger_entry,
    membership,
    milestone,
    observation,
    park,
    park_event,
    planned_value,
    project,
    project_update,
    register,
    related_series,
    retirement,
    review,
    series,
    source,
    status_rule,
    target,
    unit,
    user,
)

__all__ = [
    "dimension",
    "excuse",
    "goal",
    "goal_update",
    "indicator",
    "ledger_entry",
    "membership",
    "milestone",
    "observation",
    "park",
    "park_event",
    "planned_value",
    "project",
    "project_update",
    "register",
    "related_series",
    "retirement",
    "review",
    "series",
    "source",
    "status_rule",
    "target",
    "unit",
    "user",
]

# base_site.html links to the public pages itself.
admin.site.site_url = None

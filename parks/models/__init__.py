"""What the register remembers: facts, their constraints and the words of their querysets."""

from .decisions import Excuse, Retirement, StatusRule
from .goal import Goal, GoalRelatedSeries, PlannedValue, Target
from .park import Park, ParkEvent, ParkIndustry
from .people import Membership, User
from .project import Milestone, Project
from .record import LedgerEntry, Register, Review
from .reference import Dimension, Indicator, Source, Unit
from .reports import GoalUpdate, Observation, ProjectUpdate
from .series import Series

__all__ = [
    "Dimension",
    "Excuse",
    "Goal",
    "GoalRelatedSeries",
    "GoalUpdate",
    "Indicator",
    "LedgerEntry",
    "Membership",
    "Milestone",
    "Observation",
    "Park",
    "ParkEvent",
    "ParkIndustry",
    "PlannedValue",
    "Project",
    "ProjectUpdate",
    "Register",
    "Retirement",
    "Review",
    "Series",
    "Source",
    "StatusRule",
    "Target",
    "Unit",
    "User",
]

"""The closed lists of the register's words, with the labels that officials and readers see."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Nature(TextChoices):
    """What kind of quantity an indicator is; it decides how a goal is measured."""

    FLOW = "flow", pgettext_lazy("nature", "flow")
    STOCK = "stock", pgettext_lazy("nature", "stock")
    RATE = "rate", pgettext_lazy("nature", "rate")
    RANK = "rank", pgettext_lazy("nature", "rank")


class Direction(TextChoices):
    """Which way is better."""

    UP = "up", _("higher is better")
    DOWN = "down", _("lower is better")


class Accumulation(TextChoices):
    """How the values of a series relate to each other over time."""

    YEAR_TO_DATE = "year_to_date", _("year to date")
    PER_PERIOD = "per_period", _("per period")
    POINT = "point", _("at a date")


class Scope(TextChoices):
    """How a series' entity relates to the park it is shown under."""

    PARK = "park", _("the park itself")
    WIDER = "wider", _("wider than the park")
    NARROWER = "narrower", _("a part of the park, or one body in it")


class Quantity(TextChoices):
    """Units of one quantity convert into each other."""

    MONEY = "money", _("money")
    COUNT = "count", _("count")
    SHARE = "share", _("share")
    RANK = "rank", _("rank")
    AREA = "area", _("area")
    LAND = "land", _("land in mu")
    LAND_YIELD = "land_yield", _("money per area of land")
    TIMES = "times", _("multiple")


class Comparator(TextChoices):
    """How a value is held against a target."""

    OVER = "over", _("over")
    AT_LEAST = "at_least", _("at least")
    ABOUT = "about", _("about")
    AT_MOST = "at_most", _("at most")


class Qualifier(TextChoices):
    """What kind of statement a reported value is."""

    ACTUAL = "actual", _("actual")
    PRELIMINARY = "preliminary", _("preliminary")
    ESTIMATE = "estimate", _("estimate")
    AT_LEAST = "at_least", pgettext_lazy("qualifier", "at least")
    RESTATED = "restated", _("restated")
    FORECAST = "forecast", _("forecast")


class NewsKind(TextChoices):
    """What kind of statement a piece of news is."""

    ACTUAL = "actual", _("happened")
    NARRATIVE = "narrative", _("described on that day")
    FORECAST = "forecast", _("planned")


class Precision(TextChoices):
    """How exactly a date is known."""

    DAY = "day", _("to the day")
    MONTH = "month", _("to the month")
    YEAR = "year", _("to the year")
    NOT_BEFORE = "not_before", _("not before this day")
    INFERRED = "inferred", _("partly inferred")
    EVENT_DAY = "event_day", _("day of the event; the document is undated")
    UNKNOWN = "unknown", _("unknown")


class Reliability(TextChoices):
    """How far a source can carry a standing; low carries none."""

    HIGH = "high", _("high")
    MEDIUM = "medium", _("medium")
    LOW = "low", _("low")


class SourceKind(TextChoices):
    PRESS = "press", _("press")
    GOVERNMENT = "government", _("government")
    OFFICIAL_REPORT = "official_report", _("official report through this register")
    COMPANY = "company", _("company")
    UNIVERSITY = "university", _("university or institute")
    REPRINT = "reprint", _("reprint")


class Frequency(TextChoices):
    """How often a goal is to be reported."""

    PRESS = "press", _("as the press reports")
    MONTHLY = "monthly", _("monthly")
    QUARTERLY = "quarterly", _("quarterly")
    HALF_YEARLY = "half_yearly", _("half-yearly")
    YEARLY = "yearly", _("yearly")


class Stage(TextChoices):
    """Stages of a project, in order; the last two stand aside."""

    PLANNED = "planned", pgettext_lazy("stage", "planned")
    SIGNED = "signed", pgettext_lazy("stage", "signed")
    STARTED = "started", pgettext_lazy("stage", "started")
    BUILDING = "building", pgettext_lazy("stage", "under construction")
    COMPLETED = "completed", pgettext_lazy("stage", "completed")
    OPERATING = "operating", pgettext_lazy("stage", "in operation")
    AT_CAPACITY = "at_capacity", pgettext_lazy("stage", "at capacity")
    SUSPENDED = "suspended", pgettext_lazy("stage", "suspended")
    CANCELLED = "cancelled", pgettext_lazy("stage", "cancelled")


class AmountKind(TextChoices):
    """What an amount stated with a project update is."""

    TOTAL_INVESTMENT = "total_investment", _("total investment announced")
    PLANNED_INVESTMENT = "planned_investment", _("investment planned for a phase or span")
    INVESTED = "invested", _("invested within the period")
    LAND_AREA = "land_area", _("land area")
    FLOOR_AREA = "floor_area", _("floor area")
    CAPACITY = "capacity", _("capacity")
    COUNT = "count", pgettext_lazy("amount", "number")


class ProjectKind(TextChoices):
    PROJECT = "project", pgettext_lazy("project kind", "project")
    PLATFORM = "platform", pgettext_lazy("project kind", "platform")
    LABORATORY = "laboratory", pgettext_lazy("project kind", "laboratory")
    DATA_CENTRE = "data_centre", pgettext_lazy("project kind", "data centre")
    NEW_TOWN = "new_town", pgettext_lazy("project kind", "new town")
    PROGRAMME = "programme", pgettext_lazy("project kind", "programme")
    CLUSTER = "cluster", pgettext_lazy("project kind", "industrial cluster")
    INSTITUTION = "institution", pgettext_lazy("project kind", "institution")
    TRANSPORT = "transport", pgettext_lazy("project kind", "transport")


class IndustryRole(TextChoices):
    LEAD = "lead", pgettext_lazy("industry", "lead")
    LEADING = "leading", pgettext_lazy("industry", "leading")
    ADVANTAGE = "advantage", pgettext_lazy("industry", "advantage")
    CHARACTERISTIC = "characteristic", pgettext_lazy("industry", "characteristic")
    EMERGING = "emerging", pgettext_lazy("industry", "emerging")
    NAMED = "named", pgettext_lazy("industry", "named")


class EventKind(TextChoices):
    LEVEL = "level", _("level")
    FOUNDED = "founded", _("founded")
    REORGANISED = "reorganised", _("reorganised")
    AWARD = "award", _("award")
    AREA = "area", pgettext_lazy("park event", "area")
    OTHER = "other", _("other")


class Level(TextChoices):
    PROVINCIAL = "provincial", _("provincial level")
    NATIONAL = "national", _("national level")


class Judgement(TextChoices):
    """What a goal update says of a goal without a number."""

    MILESTONE_DONE = "milestone_done", _("milestone done")
    REACHED = "reached", _("judged reached")
    STILL_OPEN = "still_open", _("still open")
    NOT_REACHED = "not_reached", _("judged not reached")


class Standing(TextChoices):
    """Where a goal stands on a day; the first that holds, in the order of rules.standing."""

    REACHED = "reached", _("Met")
    MISSED = "missed", _("Not met")
    OUTCOME_UNKNOWN = "outcome_unknown", _("Due, result unknown")
    ON_TRACK = "on_track", _("On pace")
    SLOW = "slow", _("Behind pace")
    BEHIND = "behind", _("Far behind pace")
    UNDATED = "undated", _("No deadline")
    MILESTONES = "milestones", _("By milestones")
    UNMEASURED = "unmeasured", _("Not due yet")


class Detail(TextChoices):
    """What a standing rests on, where its word alone leaves that open."""

    NONE = "none", pgettext_lazy("standing detail", "no figure")
    PART = "part", _("part-period figure only")
    FIGURE = "figure", _("figure reported")
    MILESTONES = "milestones", pgettext_lazy("standing detail", "by milestones")


class Freshness(TextChoices):
    """How long ago the last news is; a second axis beside the standing."""

    CURRENT = "current", _("current")
    LATE = "late", _("late")
    STALE = "stale", _("stale")


class State(TextChoices):
    """Where a report is in its working day. Pages of a day read dates, never this."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    ASKED = "asked", _("question asked")
    RETURNED = "returned", _("returned")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Act(TextChoices):
    """Everything that can be done to a row of the record; kept for ever."""

    LOADED = "loaded", _("loaded")
    SUBMITTED = "submitted", pgettext_lazy("act", "submitted")
    ASKED = "asked", _("asked")
    RETURNED = "returned", pgettext_lazy("act", "returned")
    PUBLISHED = "published", pgettext_lazy("act", "published")
    CORRECTED = "corrected", _("corrected")
    WITHDRAWN = "withdrawn", pgettext_lazy("act", "withdrawn")
    REVIVED = "revived", _("revived")
    PROPOSED = "proposed", _("proposed")


class Role(TextChoices):
    REPORTER = "reporter", _("reporter")
    REVIEWER = "reviewer", _("reviewer")
    MANAGER = "manager", _("manager")
    AUDITOR = "auditor", _("auditor")

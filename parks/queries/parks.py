"""Parks with their level on a day."""

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from parks.models import Park, ParkEvent
from parks.models.facts import CARRIES_STANDING
from parks.rules.choices import EventKind

from .moment import Moment


def parks_on(moment: Moment) -> QuerySet[Park]:
    """All parks in their order; `level_on` is the level of the latest level event known by then, or None. One query."""
    events = ParkEvent.objects.as_of(moment.known_by).filter(
        Q(source__reliability__in=CARRIES_STANDING),
        park=OuterRef("pk"),
        kind=EventKind.LEVEL,
        period_end__lte=moment.on,
    )
    return Park.objects.annotate(
        level_on=Subquery(events.order_by("-period_end", "-known_on", "-id").values("level")[:1])
    ).order_by(F("number"), "code")


def park_names() -> QuerySet[Park]:
    """Codes and names of all parks in their order, for lists to choose from. One query."""
    names = ("code", "name", "name_en", "short_name", "short_name_en")
    return Park.objects.order_by("number", "code").only(*names)

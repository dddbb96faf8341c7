"""Indicators with what the record holds of them on a day."""

from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, OuterRef, QuerySet, Subquery, Value, When

from parks.models import Goal, Indicator, Observation, Series
from parks.models.facts import happened_by
from parks.rules.choices import Nature, Qualifier

from .moment import Moment
from .series import SeriesOn, series_with_values


@dataclass(frozen=True, slots=True)
class IndicatorHistory:
    """`goals` are those that a series of the indicator measures."""

    indicator: Indicator
    series: list[SeriesOn]
    goals: list[Goal]


def indicators_on(moment: Moment) -> QuerySet[Indicator]:
    """Indicators by nature and name, with the number of series and values that speak, and the latest period.

    One query. Forecasts count as values but are no latest period.
    """
    day = moment.known_by
    told = Observation.objects.standing_as_of(day).filter(
        happened_by(moment.on, day), series__indicator=OuterRef("pk")
    )
    counted = told.order_by().values("series__indicator").annotate(n=Count("pk"))
    parks = told.order_by().values("series__indicator").annotate(n=Count("series__park", distinct=True))
    latest = told.exclude(qualifier=Qualifier.FORECAST).order_by("-period_end", "-known_on", "-id")
    places = [When(nature=nature, then=Value(place)) for place, nature in enumerate(Nature.values)]
    return (
        Indicator.objects.select_related("unit")
        .annotate(
            series_count=Count("series", distinct=True),
            value_count=Subquery(counted.values("n")[:1]),
            park_count=Subquery(parks.values("n")[:1]),
            latest_start=Subquery(latest.values("period_start")[:1]),
            latest_end=Subquery(latest.values("period_end")[:1]),
        )
        .order_by(Case(*places, output_field=IntegerField()), "name", "code")
    )


def indicator_history(code: str, moment: Moment) -> IndicatorHistory | None:
    """The indicator with that code and all its series, or None; three queries."""
    indicator = Indicator.objects.select_related("unit").filter(code=code).first()
    if indicator is None:
        return None
    goals = (
        Goal.objects.as_of(moment.known_by)
        .filter(series__indicator=indicator)
        .select_related("park")
        .order_by("park__number", "order", "code")
    )
    return IndicatorHistory(
        indicator, series_with_values(Series.objects.filter(indicator=indicator), moment), list(goals)
    )

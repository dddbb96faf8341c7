"""Addresses of the public pages; the same under `/` and `/en/`."""

from django.conf import settings
from django.urls import path

from . import about, goals, health, indicators, method, overview, parks, projects, sources, style

urlpatterns = [
    path("", overview.Overview.as_view(), name="overview"),
    path("parks/", parks.Parks.as_view(), name="parks"),
    path("parks/<slug:code>/", parks.ParkPage.as_view(), name="park"),
    path("goals/", goals.Goals.as_view(), name="goals"),
    path("goals/<slug:code>/", goals.GoalPage.as_view(), name="goal"),
    path("projects/", projects.Projects.as_view(), name="projects"),
    path("projects/<slug:code>/", projects.ProjectPage.as_view(), name="project"),
    path("indicators/", indicators.Indicators.as_view(), name="indicators"),
    path("indicators/<slug:code>/", indicators.IndicatorPage.as_view(), name="indicator"),
    path("sources/", sources.Sources.as_view(), name="sources"),
    path("sources/<slug:code>/", sources.SourcePage.as_view(), name="source"),
    path("method/", method.Method.as_view(), name="method"),
    path("about/", about.About.as_view(), name="about"),
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
]
if settings.DEBUG:
    urlpatterns.append(path("style/", style.Style.as_view(), name="style"))

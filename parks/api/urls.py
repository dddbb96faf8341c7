"""Addresses of the API, the same in every language; `?lang=` or Accept-Language chooses the words."""

from django.urls import path, re_path

from . import views

urlpatterns = [
    path("", views.Index.as_view(), name="api-index"),
    path("parks/", views.Parks.as_view(), name="api-parks"),
    path("parks/<slug:code>/", views.ParkDetail.as_view(), name="api-park"),
    path("goals/", views.Goals.as_view(), name="api-goals"),
    path("goals/<slug:code>/", views.GoalDetail.as_view(), name="api-goal"),
    path("projects/", views.Projects.as_view(), name="api-projects"),
    path("projects/<slug:code>/", views.ProjectDetail.as_view(), name="api-project"),
    path("indicators/", views.Indicators.as_view(), name="api-indicators"),
    path("indicators/<slug:code>/", views.IndicatorDetail.as_view(), name="api-indicator"),
    path("sources/", views.Sources.as_view(), name="api-sources"),
    path("sources/<slug:code>/", views.SourceDetail.as_view(), name="api-source"),
    # With a final slash only, so that an address without one is still redirected to the one with it.
    re_path(r"^.+/$", views.Unknown.as_view()),
]

"""To be written."""

from .base import PublicPage


class Goals(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}


class GoalPage(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}

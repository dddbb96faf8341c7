"""To be written."""

from .base import PublicPage


class Projects(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}


class ProjectPage(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}

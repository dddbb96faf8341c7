"""To be written."""

from .base import PublicPage


class Parks(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}


class ParkPage(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}

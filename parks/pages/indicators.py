"""To be written."""

from .base import PublicPage


class Indicators(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}


class IndicatorPage(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}

"""To be written."""

from .base import PublicPage


class Sources(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}


class SourcePage(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}

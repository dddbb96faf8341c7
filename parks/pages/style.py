"""To be written."""

from .base import PublicPage


class Style(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}

"""To be written."""

from .base import PublicPage


class About(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}

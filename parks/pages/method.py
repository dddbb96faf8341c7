"""To be written."""

from .base import PublicPage


class Method(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}

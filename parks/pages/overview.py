"""To be written."""

from .base import PublicPage


class Overview(PublicPage):
    template = "base.html"

    def content(self, **kwargs) -> dict:
        return {}

"""Every part of the site in every state, for whoever works on it; served in DEBUG only."""

from .base import PublicPage


class Style(PublicPage):
    template = "parks/style.html"
    as_of_any_day = False

    def content(self, **kwargs) -> dict:
        return {}

"""How the drawing tests look at a drawing: as parsed markup, the way a browser reads it."""

from html.parser import HTMLParser

from django.template import engines

VOID = {"img", "br", "link", "meta", "input"}


class Page(HTMLParser):
    """Every start tag with its attributes, and every text with the tags around it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        if data.strip():
            self.texts.append(data.strip())

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        """Attributes of every such tag; class_ and the like lose their underscore, others become dashes."""
        names = {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items()}
        return [
            attrs
            for found, attrs in self.tags
            if found == tag and all(attrs.get(name) == value for name, value in names.items())
        ]


def draw(source: str, **context) -> Page:
    """A piece of template with the charts library loaded, rendered and parsed."""
    return Page(engines["django"].from_string("{% load charts %}" + source).render(context))

"""Fills a register with names that mean harm; run inside the site's own process, on its own database."""

from django.db import transaction

from parks.models import Goal, Park, Project, Source
from tests.house.worlds import build, every_text

TEXT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&" + "W" * 300
SHOWN = "<script>alert(1)</script>"


def fill() -> None:
    """A park `hostile`, its goals, a project and a source, all with TEXT for every text."""
    before = {model: set(model.objects.values_list("pk", flat=True)) for model in (Park, Goal, Project, Source)}
    with transaction.atomic():
        build(1, every_text(TEXT))
    added = {model: model.objects.exclude(pk__in=ids).order_by("pk").first() for model, ids in before.items()}
    print(" ".join(f"{model._meta.model_name}={row.code}" for model, row in added.items()))

"""Projects and their news as the rules want them: one query for any number of projects, on any day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from parks.rules.choices import NewsKind
from parks.rules.stages import StageNews, StageOn, stage_on

from .facts import CARRIES_STANDING, happened_by
from .reports import ProjectUpdate


def stage_news(projects: Iterable[int], on: date, known_by: date) -> dict[int, list[StageNews]]:
    """News that names a stage, by project id; only from sources that carry a standing."""
    rows = (
        ProjectUpdate.objects.standing_as_of(known_by)
        .filter(happened_by(on, known_by), project__in=list(projects), source__reliability__in=CARRIES_STANDING)
        .exclude(stage="")
        .order_by("period_end", "known_on", "id")
        .values_list("project", "stage", "period_start", "period_end", "known_on", "part", "kind", "id")
    )
    news: dict[int, list[StageNews]] = defaultdict(list)
    for project, *told in rows:
        news[project].append(StageNews(*told))
    return news


def stages_of(projects: Iterable[int], on: date, known_by: date) -> dict[int, StageOn]:
    """The stage of each project that has one, at the end of `on`, from what was known by `known_by`."""
    told = {project: stage_on(news) for project, news in stage_news(projects, on, known_by).items()}
    return {project: stage for project, stage in told.items() if stage is not None}


def news_of(update: ProjectUpdate) -> StageNews:
    """An update as the rules see it."""
    return StageNews(
        stage=update.stage,
        started_on=update.period_start,
        happened_on=update.period_end,
        known_on=update.known_on or date.max,
        part=update.part,
        kind=update.kind or NewsKind.ACTUAL,
        key=update.pk or 0,
    )

"""The list of projects, as a board and as a table, and the page of one project."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from parks.filters.projects import UNRECORDED, ProjectFilter
from parks.queries.parks import park_names
from parks.queries.project import project_history
from parks.queries.projects import (
    ProjectLine,
    by_stage,
    ordered_projects,
    project_lines,
    projects_known,
    retirements,
)
from parks.rules.choices import Stage
from parks.rules.stages import ASIDE, TRACK
from parks.templatetags.words import plain_text, text

from .address import address, time_query
from .base import PublicPage
from .project_record import amounts, log
from .project_shown import facts, sentence, track
from .project_table import board, source_of, table_row, unrecorded
from .rows import goal_row, park_word, stage_word


class Projects(PublicPage):
    template = "parks/projects.html"
    nav = "projects"
    allows = (*ProjectFilter.names(), "page")

    def content(self, **kwargs) -> dict:
        parks = [(park.code, park_word(park)) for park in park_names()]
        asked = ProjectFilter(self.request.GET, projects_known(self.moment), parks=parks)
        every = project_lines(asked.rows(), self.moment)
        stage = asked.asked("stage")
        lines = [line for line in every if not stage or (line.stage_code or UNRECORDED) == stage]
        ended = {row.project_id: row.known_on for row in retirements(self.moment) if row.project_id}
        followed = [line for line in lines if line.project.pk not in ended]
        columns = by_stage(followed)
        counts = self._counts(columns)
        # Translators: zh 项目
        self.page.title = _("Projects")
        self.page.description = self._description(len(lines), counts)
        # Without a stage asked for, those of which nothing dated is known stand in their own list, not in the table.
        dated = lines if stage else [line for line in lines if line.updates or line.project.pk in ended]
        listed = self.paged(ordered_projects(dated, asked.asked("sort", "stage")))
        first_page = listed["number"] == 1
        return {
            "form": asked.form,
            "hidden": time_query(self.moment),
            "is_narrowed": asked.is_narrowed,
            "reset_url": self.url("projects") if any(map(self.request.GET.get, asked.names())) else "",
            "total": len(lines),
            "counts": counts,
            "dated": len(dated),
            "retired": len(lines) - len(followed),
            "board": board(columns, self.url, self._at_stage) if first_page and not stage else None,
            "unrecorded": unrecorded(columns, self.url, self._at_stage) if first_page and not stage else None,
            "pages": listed,
            "rows": [table_row(line, self.url, ended.get(line.project.pk)) for line in listed["rows"]],
        }

    def _at_stage(self, stage: str) -> str:
        return address(self.request, stage=stage or UNRECORDED, page=None)

    def _counts(self, columns: dict[str, list[ProjectLine]]) -> list[dict]:
        """The stages that occur, furthest first; those without a record last."""
        stages = [*reversed(TRACK), *ASIDE, ""]
        return [
            {"code": code, "word": stage_word(code), "count": len(columns[code]), "url": self._at_stage(code)}
            for code in map(str, stages)
            if columns.get(code)
        ]

    def _description(self, total: int, counts: list[dict]) -> str:
        # Translators: zh 册内有%(count)s个有名有姓的项目。
        named = ngettext("The record names %(count)s project.", "The record names %(count)s projects.", total)
        # Translators: zh 、（列举各阶段时的顿号）
        comma = pgettext("between stages", ", ")
        return (named + " " if total and counts else named) % {"count": total} + comma.join(
            f"{item['word']} {item['count']}" for item in counts
        )


class ProjectPage(PublicPage):
    template = "parks/project.html"
    nav = "projects"

    def content(self, code: str, **kwargs) -> dict:
        history = project_history(code, self.moment, self.state)
        if history is None:
            # Translators: zh 册内没有代码为“%(code)s”的项目，或者在所看的那一天还没有。
            raise Http404(_("The record has no project “%(code)s”, or had none on the day shown.") % {"code": code})
        project = history.project
        name = plain_text(project.name, project.name_en)
        park = park_word(project.park)
        self.page.title = f"{name} · {park}"
        told = sentence(history.line, self.moment)
        # Translators: zh %(name)s。%(sentence)s
        self.page.description = _("%(name)s. %(sentence)s") % {"name": self.page.title, "sentence": told}
        self.page.crumbs = [
            # Translators: zh 总览
            self.crumb("overview", _("Overview")),
            self.crumb("park", park, project.park.code),
            # Translators: zh 项目
            self.crumb("projects", _("Projects")),
        ]
        here = self.request.build_absolute_uri(reverse("project", args=[code]))
        return {
            "project": project,
            "name": text(project.name, project.name_en),
            "sentence": told,
            "summary": text(project.summary, project.summary_en),
            "retired_on": history.retired_on,
            "retired_reason": text(*history.retired_reason),
            "track": track(history.line),
            "end": self._end(history.line),
            "amounts": amounts(history.entries, self.url),
            "log": log(history.entries, self.url),
            "has_invested": any(
                entry.speaks and entry.update.invested_to_date is not None for entry in history.entries
            ),
            "facts": facts(project, self.url),
            "origin": source_of(project, self.url),
            "naming_note": text(project.naming_note, project.naming_note_en),
            "milestones": history.milestones,
            "goals": [goal_row(line, self.url) for line in history.goals],
            "cite_url": f"{here}?as_of={self.moment.on}" + ("&known=now" if self.moment.with_hindsight else ""),
        }

    def _end(self, line: ProjectLine) -> dict | None:
        if line.stage_code not in (Stage.SUSPENDED, Stage.CANCELLED) or line.stage_update is None:
            return None
        update = line.stage_update
        return {
            "code": line.stage_code,
            "word": stage_word(line.stage_code),
            "date_text": update.period_end.isoformat(),
            "note": plain_text(update.title, update.title_en),
        }

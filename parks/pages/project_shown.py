"""One project in words: its sentence, its track and its facts."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from parks.models import Project, ProjectUpdate
from parks.queries.moment import Moment
from parks.queries.projects import ProjectLine
from parks.rules.choices import NewsKind, ProjectKind, Stage
from parks.rules.stages import TRACK, order
from parks.templatetags.words import days_until, figure, happened, in_chinese, sentence_day, text

from .project_table import part_of, stage_day
from .rows import Link, stage_word, track_of

# ---- the sentence ----


def _day(update: ProjectUpdate) -> str:
    """The day of an update as a sentence says it; a month or a year where no day is told."""
    if update.period_start == update.period_end:
        return sentence_day(update.period_end)
    return happened(update.period_start, update.period_end)


def _stage_sentences(line: ProjectLine) -> list[str]:
    update = line.stage_update
    if update is None:
        # Translators: zh 它处于什么阶段，册内没有记录。
        return [_("No stage of it is on record.")]
    told = []
    start = line.reached(Stage.STARTED)
    if start and line.stage_code != Stage.STARTED:
        # Translators: zh %(day)s开工。
        told.append(_("Work began on %(day)s.") % {"day": _day(start)})
    words = {"day": _day(update), "stage": stage_word(line.stage_code), "part": part_of(update)}
    if update.part:
        words["part_stage"] = stage_word(update.stage)
        # Translators: zh %(part)s的记录是%(part_stage)s（%(day)s），整体按%(stage)s计。
        told.append(_("%(part)s: %(part_stage)s, %(day)s; the whole counts as %(stage)s.") % words)
    elif update.kind == NewsKind.NARRATIVE:
        # Translators: zh %(day)s的材料说它处于%(stage)s阶段。
        told.append(_("A document of %(day)s describes it as %(stage)s.") % words)
    else:
        # Translators: zh %(day)s：%(stage)s。
        told.append(_("Stage since %(day)s: %(stage)s.") % words)
    return told


def _plan_sentence(line: ProjectLine, moment: Moment) -> str:
    """What the plan said and whether a finish is on record; only where the planned day has passed."""
    finish = line.project.planned_finish
    done = line.stage_code in TRACK and order(line.stage_code) >= order(Stage.COMPLETED)
    if finish is None or finish > moment.on or done:
        return ""
    # Translators: zh 计划完工的期限（%(day)s）已过，册内没有整体完工的记录。
    return _("Its planned finish (%(day)s) has passed; a finish of the whole is not on record.") % {
        "day": sentence_day(finish)
    }


def sentence(line: ProjectLine, moment: Moment) -> str:
    """What is known of the project, in a few short sentences with its numbers."""
    size = line.total_investment
    told = []
    if size:
        # Translators: zh 公布的总投资为%(amount)s。
        told.append(_("Announced total investment: %(amount)s.") % {"amount": figure(size.value, size.unit)})
    told += _stage_sentences(line)
    told.append(_plan_sentence(line, moment))
    return ("" if in_chinese() else " ").join(text for text in told if text)


# ---- the track ----


def _between(earlier: ProjectUpdate | None, later: ProjectUpdate | None) -> str:
    """Days from one stage to the next, where both are dated to the day."""
    ends = [
        u
        for u in (earlier, later)
        if u is not None and u.period_start == u.period_end and u.kind != NewsKind.NARRATIVE
    ]
    return days_until(ends[0].period_end, ends[1].period_end) if len(ends) == 2 else ""


def _stage_notes(line: ProjectLine, stage: str) -> str:
    """The parts that reached this stage, each with its day."""
    notes = []
    for update in line.reached_in_part(stage):
        # Translators: zh %(part)s：%(day)s
        notes.append(_("%(part)s: %(day)s") % {"part": part_of(update), "day": stage_day(update)})
    # Translators: zh ；（分句之间的分号）
    return pgettext("between remarks", "; ").join(notes)


def track(line: ProjectLine) -> list[dict]:
    """The stages for the drawn track. 谋划 is shown only where it is on record."""
    marks = dict(zip(TRACK, track_of(line), strict=True))
    if marks[Stage.PLANNED] in ("gap", "none"):
        del marks[Stage.PLANNED]
    stages = list(marks)
    items = []
    for index, stage in enumerate(stages):
        whole = line.reached(stage)
        following = line.reached(stages[index + 1]) if index + 1 < len(stages) else None
        is_here = marks[stage] == "now"
        if whole:
            date_text = stage_day(whole)
        elif is_here:
            # Translators: zh 由部分推知
            date_text = _("told by a part")
        else:
            # Translators: zh 没有记录
            date_text = _("not on record")
        items.append(
            {
                "word": stage_word(stage),
                "at": marks[stage],
                "date_text": date_text,
                "note": _stage_notes(line, stage),
                "days_text": _between(whole, following),
            }
        )
    return items


# ---- facts ----


def facts(project: Project, link: Link) -> list[dict]:
    """What the project is, in terms and values; a plan keeps the words of its source."""
    park = project.park
    # Translators: zh 园区自己的项目 / 省、市或他方的项目，只是落在园区
    whose = _("the park's own") if project.is_own else _("of the city, the province or others, in the park")
    plan_note = text(project.plan_note, project.plan_note_en)
    rows = [
        # Translators: zh 园区
        {
            "term": _("Park"),
            "value": format_html('<a href="{}">{}</a>', link("park", park.code), text(park.name, park.name_en)),
        },
        # Translators: zh 类别
        {"term": _("Kind"), "value": str(ProjectKind(project.kind).label), "note": whose},
        # Translators: zh 建设单位
        {"term": _("Developer"), "value": text(project.developer, project.developer_en)},
    ]
    if project.planned_start:
        # Translators: zh 计划开工
        rows.append({"term": _("Planned start"), "value": project.planned_start.isoformat()})
    # Translators: zh 计划完工
    finish = {"term": _("Planned finish"), "value": "", "note": plan_note}
    if project.planned_finish:
        finish["value"] = project.planned_finish.isoformat()
    elif plan_note:
        finish |= {"value": plan_note, "note": ""}
    return [*rows, finish]

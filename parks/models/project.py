"""Projects, platforms, programmes and the milestones of projects and goals."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from parks.rules.choices import ProjectKind, Stage

from .base import CodeManager, Dated, DatedQuerySet, Sourced
from .goal import Goal
from .park import Park

MAINTAINED = ["stage", "stage_capped", "stage_on", "stage_update", "last_news_on", "retired_on"]


class ProjectManager(CodeManager.from_queryset(DatedQuerySet)):
    pass


class Project(Dated, Sourced):
    """Something named that is built, run or set up; shown under a park, whether its own or not."""

    code = models.SlugField(
        _("code"),
        max_length=80,
        unique=True,
        help_text=_("Stands in the project's address for ever; it cannot change."),
    )
    park = models.ForeignKey(Park, models.PROTECT, related_name="projects", verbose_name=_("park"))
    kind = models.CharField(_("kind"), max_length=12, choices=ProjectKind.choices, default=ProjectKind.PROJECT)
    is_own = models.BooleanField(
        _("the park's own"),
        default=True,
        help_text=_("No: a project of the city, the province or others in the park."),
    )
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name (English)"), max_length=300, blank=True)
    label = models.CharField(_("short label"), max_length=40, blank=True)
    label_en = models.CharField(_("short label (English)"), max_length=60, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    summary_en = models.TextField(_("summary (English)"), blank=True)
    naming_note = models.TextField(_("doubt about the name"), blank=True)
    naming_note_en = models.TextField(_("doubt about the name (English)"), blank=True)
    developer = models.CharField(_("developer"), max_length=200, blank=True)
    developer_en = models.CharField(_("developer (English)"), max_length=300, blank=True)
    planned_start = models.DateField(_("planned start"), null=True, blank=True)
    planned_finish = models.DateField(_("planned finish"), null=True, blank=True)
    plan_note = models.CharField(_("the plan in the source's terms"), max_length=300, blank=True)
    plan_note_en = models.CharField(_("the plan in the source's terms (English)"), max_length=300, blank=True)
    goals = models.ManyToManyField(Goal, blank=True, related_name="projects", verbose_name=_("goals it serves"))

    # Maintained by the publishing verbs; rebuild_projections --check proves them.
    stage = models.CharField(_("stage"), max_length=12, choices=Stage.choices, blank=True, editable=False)
    stage_capped = models.BooleanField(default=False, editable=False)
    stage_on = models.DateField(_("stage since"), null=True, blank=True, editable=False)
    stage_update = models.ForeignKey(
        "parks.ProjectUpdate", models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    last_news_on = models.DateField(_("last news"), null=True, blank=True, editable=False)
    retired_on = models.DateField(_("retired on"), null=True, blank=True, editable=False)

    history = HistoricalRecords(excluded_fields=MAINTAINED)
    objects = ProjectManager()

    class Meta:
        ordering = ["park", "code"]
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        indexes = [models.Index(fields=["stage", "park"], name="project_stage_park")]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="project_plan_in_order",
                condition=Q(planned_start__isnull=True)
                | Q(planned_finish__isnull=True)
                | Q(planned_finish__gte=F("planned_start")),
                violation_error_message=_("The planned finish lies before the planned start."),
            ),
        ]

    def natural_key(self):
        return (self.code,)

    natural_key.dependencies = ["parks.park", "parks.goal", "parks.source"]

    def __str__(self) -> str:
        return self.name

    def clean(self):
        super().clean()
        if self.planned_start and self.planned_finish and self.planned_finish < self.planned_start:
            raise ValidationError(_("The planned finish lies before the planned start."))


class MilestoneQuerySet(DatedQuerySet):
    def get_by_natural_key(self, code: str):
        return self.get(code=code)


class Milestone(Dated, Sourced):
    """A step of a goal without a number, or of a project; done by an update that names it."""

    code = models.SlugField(_("code"), max_length=100, unique=True)
    goal = models.ForeignKey(
        Goal, models.PROTECT, null=True, blank=True, related_name="milestones", verbose_name=_("goal")
    )
    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="milestones", verbose_name=_("project")
    )
    title = models.CharField(_("title"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=300, blank=True)
    planned_on = models.DateField(_("planned for"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        ordering = ["order", "planned_on", "code"]
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="milestone_of_one",
                condition=Q(goal__isnull=True, project__isnull=False) | Q(goal__isnull=False, project__isnull=True),
                violation_error_message=_("A milestone belongs to a goal or to a project, not to both."),
            ),
        ]

    def natural_key(self):
        return (self.code,)

    natural_key.dependencies = ["parks.goal", "parks.project", "parks.source"]

    def __str__(self) -> str:
        return self.title

    def clean(self):
        super().clean()
        if bool(self.goal_id) == bool(self.project_id):
            raise ValidationError(_("A milestone belongs to a goal or to a project, not to both."))

"""A report's way to the public record and out of it: submit, ask, return, publish, correct, withdraw."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from parks.models import GoalUpdate, Observation, ProjectUpdate, Source, User
from parks.models.base import Report, new_ref
from parks.models.stages import stage_news
from parks.rules.calendar import Period
from parks.rules.choices import Act, Judgement, Precision, Qualifier, Reliability, SourceKind, State
from parks.rules.periods import clash
from parks.rules.stages import StageNews, is_step_back

from .consequences import follow
from .ledger import locked_register, locked_row, needs_reason, record

OPEN = (State.DRAFT, State.RETURNED, State.ASKED)
NOT_CARRIED_OVER = {
    "id",
    "ref",
    "state",
    "author",
    "reviewer",
    "known_on",
    "known_precision",
    "withdrawn_on",
    "withdrawn_reason",
    "recorded_at",
    "supersedes",
    "supersede_reason",
    "supersede_reason_en",
    "version",
    "source",
    "locator",
}


def _locked(report: Report, version: int | None) -> Report:
    """The row as it stands now, locked; refuses a stale form."""
    row = locked_row(report)
    if version is not None and row.version != version:
        raise ValidationError(_("Somebody changed this report since you opened it. Look at it again."))
    return row


def _is_standing(row: Report) -> bool:
    return row.state == State.PUBLISHED and not row.corrections.filter(state=State.PUBLISHED).exists()


def check_against_record(report: Report, on: date) -> None:
    """The rules that look at other rows; raises ValidationError with a sentence."""
    if report.supersedes_id and not _is_standing(report.supersedes):
        raise ValidationError(_("The row to correct has already been corrected or withdrawn."))
    if report.period_end > on and not _is_forecast(report):
        raise ValidationError(_("The period is not over yet; what is still to come is a forecast."))
    if isinstance(report, Observation):
        _check_overlap(report, on)
    elif isinstance(report, ProjectUpdate):
        _check_step(report, on)
    elif isinstance(report, GoalUpdate) and report.judgement == Judgement.NOT_REACHED:
        due_on = report.goal.current_due_on or report.goal.due_on
        if due_on is None or on <= due_on:
            raise ValidationError(_("A goal cannot be judged not reached before it is due."))


def _is_forecast(report: Report) -> bool:
    return Qualifier.FORECAST in (getattr(report, "qualifier", ""), getattr(report, "kind", ""))


def _check_overlap(report: Observation, on: date) -> None:
    others = Observation.objects.standing_as_of(on).filter(series=report.series_id)
    others = others.exclude(pk__in=[report.pk, report.supersedes_id])
    # Only neighbours that share a day matter, however long the series is.
    near = others.filter(period_start__lte=report.period_end, period_end__gte=report.period_start)
    period = Period(report.period_start, report.period_end)
    hit = clash(
        report.series.accumulation, period, [Period(*p) for p in near.values_list("period_start", "period_end")]
    )
    if hit:
        raise ValidationError(
            _("The period overlaps with the published value for %(start)s to %(end)s; values of this series add up.")
            % {"start": hit.start, "end": hit.end}
        )


def _check_step(report: ProjectUpdate, on: date) -> None:
    if not report.stage or report.step_back_reason.strip():
        return
    told = stage_news([report.project_id], on, on)[report.project_id]
    earlier = [n for n in told if n.key != report.supersedes_id]
    new = StageNews(report.stage, report.period_start, report.period_end, on, report.part, report.kind)
    if is_step_back(earlier, new):
        raise ValidationError(_("The stage steps back; say why."))


def _official_source(report: Report) -> Source:
    """Submitting makes a document of its own: the report of the park through this register."""
    park = report.park
    return Source.objects.create(
        code=f"report-{report.ref}",
        kind=SourceKind.OFFICIAL_REPORT,
        title=f"{park.name}填报 {report.ref}",
        title_en=f"Report by {park.name_en or park.name}, {report.ref}",
        publisher=park.name,
        publisher_en=park.name_en,
        precision=Precision.UNKNOWN,
        reliability=Reliability.HIGH,
    )


def submit_report(*, report: Report, by: User, on: date, version: int | None = None) -> Report:
    """Hand a draft, or a returned report, to the reviewers; its author is whoever first submits it."""
    with transaction.atomic():
        register = locked_register()
        if report.pk is None:
            report.author = by
            report.full_clean()
            report.save()
        row = _locked(report, version)
        if row.state not in OPEN:
            raise ValidationError(_("Only a draft or a returned report can be submitted."))
        row.author = row.author or by
        row.source = row.source or _official_source(row)
        row.state = State.SUBMITTED
        row.version += 1
        row.full_clean()
        check_against_record(row, on)
        row.save()
        record(register=register, row=row, act=Act.SUBMITTED, by=by, on=on)
    return row


def _back(report: Report, by: User, on: date, reason: str, version: int | None, state: str, act: str) -> Report:
    reason = needs_reason(reason)
    with transaction.atomic():
        register = locked_register()
        row = _locked(report, version)
        if row.state not in (State.SUBMITTED, State.ASKED):
            raise ValidationError(_("Only a submitted report can be asked about, returned or published."))
        if row.author_id == by.pk:
            raise ValidationError(_("The author of a report cannot review it."))
        row.state = state
        row.version += 1
        row.save(update_fields=["state", "version"])
        record(register=register, row=row, act=act, by=by, on=on, reason=reason)
    return row


def return_report(*, report: Report, by: User, on: date, reason: str, version: int | None = None) -> Report:
    """Give a submitted report back to its author, with the reason."""
    return _back(report, by, on, reason, version, State.RETURNED, Act.RETURNED)


def ask_report(*, report: Report, by: User, on: date, reason: str, version: int | None = None) -> Report:
    """Put a question to the author and keep the report waiting."""
    return _back(report, by, on, reason, version, State.ASKED, Act.ASKED)


def publish_report(*, report: Report, by: User, on: date, version: int | None = None) -> Report:
    """Make a submitted report public from `on`, the day of the act; the author stays the author.

    Raises ValidationError when the publisher is the author, the form is stale, or a rule refuses the row.
    """
    with transaction.atomic():
        register = locked_register()
        row = _locked(report, version)
        if row.state not in (State.SUBMITTED, State.ASKED):
            raise ValidationError(_("Only a submitted report can be asked about, returned or published."))
        if row.author_id is None or row.author_id == by.pk:
            raise ValidationError(_("The author of a report cannot publish it."))
        row.reviewer, row.state, row.known_on, row.known_precision = by, State.PUBLISHED, on, Precision.DAY
        row.version += 1
        check_against_record(row, on)
        row.full_clean()
        row.save()
        if row.source and row.source.kind == SourceKind.OFFICIAL_REPORT and row.source.published_on is None:
            row.source.published_on, row.source.precision = on, Precision.DAY
            row.source.save()
        record(register=register, row=row, act=Act.PUBLISHED, by=by, on=on)
        if row.supersedes_id:
            record(register=register, row=row.supersedes, act=Act.CORRECTED, by=by, on=on, reason=row.supersede_reason)
        follow(register=register, row=row, on=on)
    return row


def correct_report(
    *, report: Report, by: User, on: date, reason: str, changes: Mapping[str, object] | None = None
) -> Report:
    """A new report that names the published row and says why; submitted, so that a second person publishes it.

    Fields not named in `changes` carry over; the source does not, unless it is named: it is the new report's own.
    """
    reason = needs_reason(reason)
    with transaction.atomic():
        locked_register()
        original = _locked(report, None)
        if not _is_standing(original):
            raise ValidationError(_("Only a published row that still stands can be corrected."))
        carried = {
            f.name: getattr(original, f.name) for f in original._meta.concrete_fields if f.name not in NOT_CARRIED_OVER
        }
        new = type(original)(
            **{**carried, **(changes or {})}, ref=new_ref(), supersedes=original, supersede_reason=reason, author=by
        )
        return submit_report(report=new, by=by, on=on)


def withdraw_report(*, report: Report, by: User, on: date, reason: str) -> Report:
    """Take a published row back, with the reason; it stays visible. What it had corrected stands again."""
    reason = needs_reason(reason)
    with transaction.atomic():
        register = locked_register()
        row = _locked(report, None)
        if not _is_standing(row):
            raise ValidationError(_("Only a published row that still stands can be withdrawn."))
        if row.author_id == by.pk:
            raise ValidationError(_("The author of a report cannot withdraw it alone."))
        row.state, row.withdrawn_on, row.withdrawn_reason = State.WITHDRAWN, on, reason
        row.version += 1
        row.save(update_fields=["state", "withdrawn_on", "withdrawn_reason", "version"])
        record(register=register, row=row, act=Act.WITHDRAWN, by=by, on=on, reason=reason)
        if row.supersedes_id:
            if isinstance(row, Observation):
                _check_overlap(row.supersedes, on)
            record(register=register, row=row.supersedes, act=Act.REVIVED, by=by, on=on, reason=reason)
        follow(register=register, row=row, on=on)
    return row

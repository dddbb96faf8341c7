"""What every noun's admin has in common: reach, refusals in words, capped lists, read-only fields, the public page."""

from collections.abc import Iterable
from decimal import Decimal

from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Model, ProtectedError, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parks.changes.ledger import locked_register
from parks.changes.projections import bump, refresh_goals
from parks.models import Goal
from parks.models.guards import GUARDS, frozen_columns

from .display import NOTHING
from .paging import CappedPaginator
from .reach import may, visible_to


def sentences(error: ValidationError, model: type[Model]) -> list[str]:
    """What an error says, in sentences; those about one field name it."""
    if not hasattr(error, "error_dict"):
        return error.messages
    told = []
    for name, messages_of_field in error.message_dict.items():
        try:
            label = "" if name == NON_FIELD_ERRORS else f"{capfirst(model._meta.get_field(name).verbose_name)}: "
        except FieldDoesNotExist:
            label = ""
        told += [f"{label}{message}" for message in messages_of_field]
    return told


class AnsweringForm:
    """Mixed into every form: refuses another park's rows, and repeats what a verb or the database refused."""

    user = None
    refusal: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, value in self.initial.items():
            if isinstance(value, Decimal):  # 40, not 40.0000: nobody wrote those zeros
                self.initial[name] = Decimal(f"{value.normalize():f}")

    def _post_clean(self):
        super()._post_clean()
        for sentence in self.refusal:
            self.add_error(None, sentence)
        verb = "add" if self.instance._state.adding else "change"
        if not self.errors and not may(self.user, verb, type(self.instance), self.instance):
            # Translators: zh 您没有这个园区的填写权限。
            self.add_error(None, _("You do not write for this park."))


class RegisterAdmin(admin.ModelAdmin):
    """The base of every noun's admin."""

    paginator = CappedPaginator
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    # Translators: zh 按编码或名称查找
    search_help_text = gettext_lazy("Searches codes and names")

    # Fields that are chosen when the row is made and never again.
    fixed: tuple[str, ...] = ()
    # Shown last, once the row exists, and never edited.
    record: tuple[str, ...] = ()
    # The public page's url name, taking the row's code.
    page: str = ""
    # Whether an edit changes what the public sees at once, so that the content version goes up.
    is_public_text = True
    help_texts: dict[str, str] = {}
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 4})},
    }

    # Who may

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return visible_to(super().get_queryset(request), request.user)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "view", self.model)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return may(request.user, "view", self.model, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "add", self.model)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return may(request.user, "change", self.model, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return may(request.user, "delete", self.model, obj)

    def get_actions(self, request: HttpRequest) -> dict:
        """No deleting in bulk: what may be deleted at all is deleted one by one."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """A picker offers, and a posted id finds, only what the person can see."""
        related = db_field.remote_field.model._default_manager.all()
        kwargs.setdefault("queryset", visible_to(related, request.user))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Beside a picker one adds or looks; deleting a shared row from another row's form is nobody's intent."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        return field

    # What stays as it is

    def settled_fields(self, obj: Model) -> set[str]:
        """Fields of an existing row that no form may change: the fixed ones and what the database guards."""
        settled = set(self.fixed)
        guard = GUARDS.get(obj._meta.db_table)
        if guard and (guard.always or getattr(obj, "known_on", None)):
            fields = {field.column: field.name for field in obj._meta.concrete_fields}
            settled |= {fields[c] for c in frozen_columns(obj._meta.db_table, list(fields))}
        return settled

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        fields = [*super().get_readonly_fields(request, obj), *self.record]
        if obj is not None:
            fields += sorted(self.settled_fields(obj))
        return list(dict.fromkeys(fields))

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> list:
        fieldsets = list(super().get_fieldsets(request, obj))
        if obj is not None and self.record:
            # Translators: zh 记录
            fieldsets.append((_("Record"), {"fields": self.record}))
        return fieldsets

    # Forms that answer

    def get_form(self, request, obj=None, change=False, **kwargs):
        kwargs.setdefault("help_texts", self.help_texts)
        form = super().get_form(request, obj, change=change, **kwargs)
        answers = {"user": request.user, "refusal": getattr(request, "refusal", [])}
        return type(form.__name__, (AnsweringForm, form), answers)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None) -> HttpResponse:
        """What a verb or the database refuses comes back on the form, with everything typed still in it."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            with transaction.atomic():
                if self.is_public_text:
                    locked_register()  # first, as every verb does; else two writers wait for each other
                return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as refused:
            request.refusal = sentences(refused, self.model)
        except IntegrityError:
            request.refusal = [_database_refused()]
        return super().changeform_view(request, object_id, form_url, extra_context)

    def delete_view(self, request, object_id, extra_context=None) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().delete_view(request, object_id, extra_context)
        except (IntegrityError, ProtectedError):
            self.message_user(request, _database_refused(), messages.ERROR)
            return HttpResponseRedirect(reverse(f"admin:parks_{self.opts.model_name}_change", args=[object_id]))

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if self.is_public_text and (not change or form.has_changed() or any(f.has_changed() for f in formsets)):
            self.after_edit(form.instance, set(form.changed_data))

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        if self.is_public_text:
            bump(locked_register())

    def after_edit(self, row: Model, changed: set[str]) -> None:
        """The public text changed: the content version goes up, and standings that rest on it are told anew."""
        register = locked_register()
        moved = self.goals_moved(row, changed)
        if moved is not None:
            refresh_goals(Goal.objects.filter(moved).distinct(), localdate())
        bump(register)

    def goals_moved(self, row: Model, changed: set[str]) -> Q | None:
        """The goals whose standing an edit of these fields can change; None: none."""
        return None

    # Many at once

    def run_each(self, request: HttpRequest, rows: Iterable[Model], verb: str, act, done: str) -> None:
        """Call `act(row)` for each row that the person may `verb`; say how many were `done` and why others were not.

        `done` holds %(count)d.
        """
        count, refused = 0, []
        for row in rows:
            if not may(request.user, verb, self.model, row):
                refused.append(f"{row}: {_('You do not decide for this park.')}")
                continue
            try:
                act(row)
                count += 1
            except ValidationError as error:
                refused.append(f"{row}: {' '.join(sentences(error, self.model))}")
            except IntegrityError:
                refused.append(f"{row}: {_database_refused()}")
        told = done % {"count": count}
        if not refused:
            self.message_user(request, told, messages.SUCCESS)
            return
        told = _("%(done)s, %(refused)d refused because %(reasons)s") % {
            "done": told,
            "refused": len(refused),
            "reasons": "; ".join(refused),
        }
        self.message_user(request, told, messages.WARNING if count else messages.ERROR)

    # The public page

    def view_on_site(self, obj: Model) -> str | None:
        """The address of the row's page on the public site, where it has one and is public."""
        if not self.page or getattr(obj, "known_on", True) is None:
            return None
        return reverse(self.page, kwargs={"code": obj.code})

    # Translators: zh 公开页
    @admin.display(description=gettext_lazy("public page"))
    def public_page(self, obj: Model) -> str:
        address = self.view_on_site(obj)
        if address is None:
            return NOTHING
        # Translators: zh 打开
        return format_html('<a href="{}" aria-label="{}: {}">{}</a>', address, _("Open"), obj, _("Open"))


def _database_refused() -> str:
    # Translators: zh 数据库拒绝了这次修改：已公开的事实不能改，编码和序号只能用一次。请重新查看这一条。
    return _(
        "The database refused this: published facts are not edited, and codes and numbers are used once. "
        "Look at the row again."
    )

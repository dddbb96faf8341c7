"""The register itself: the rule in force and how far its record reaches."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Subquery, Value
from django.db.models.functions import Coalesce

from parks.models import Park, Register, StatusRule
from parks.models.facts import pick_rule
from parks.rules.facts import Rule

from .moment import Moment


@dataclass(frozen=True, slots=True)
class RegisterState:
    """`rule` is the rule in force on the day; `last_known_on` the day of the last entry, told only of today.

    `compared` are rules that were never put in force and are kept beside the one that is.
    """

    rule: Rule
    rule_row: StatusRule | None
    next_rule_on: date | None
    last_known_on: date | None
    content_version: int
    is_made_up: bool
    park_count: int
    compared: tuple[StatusRule, ...] = ()

    @property
    def in_force(self) -> tuple[Rule, date | None]:
        return self.rule, self.next_rule_on


def register_state(moment: Moment) -> RegisterState:
    """One query: the rules known by then, each carrying the register's own columns; an empty register has neither."""
    own = Register.objects.filter(pk=1)
    parks = Park.objects.order_by().annotate(one=Value(1)).values("one").annotate(n=Count("pk"))
    known = list(
        StatusRule.objects.as_of(moment.known_by)
        .order_by("effective_on", "known_on", "number")
        .annotate(
            register_last=Subquery(own.values("last_known_on")),
            register_version=Coalesce(Subquery(own.values("content_version")), Value(0)),
            register_made_up=Coalesce(Subquery(own.values("is_made_up")), Value(False)),
            register_parks=Coalesce(Subquery(parks.values("n")), Value(0)),
        )
    )
    rows = [row for row in known if row.is_adopted]
    rule, next_rule_on = pick_rule(rows, moment.on)
    in_force = [row for row in rows if row.effective_on <= moment.on]
    return RegisterState(
        rule=rule,
        rule_row=in_force[-1] if in_force else None,
        next_rule_on=next_rule_on,
        last_known_on=known[-1].register_last if known and not moment.is_past else None,
        content_version=known[-1].register_version if known else 0,
        is_made_up=bool(known and known[-1].register_made_up),
        park_count=known[-1].register_parks if known else 0,
        compared=tuple(row for row in known if not row.is_adopted),
    )

"""Quantities: exact conversion, and what holds a value against a target."""

from decimal import MAX_PREC, Decimal, localcontext

from .choices import Comparator, Qualifier

DIGITS = 15  # significant digits SQLite keeps; nothing longer is accepted at any door


def significant_digits(value: Decimal) -> int:
    """Digits that carry information, leading and trailing zeros of a fraction left out."""
    if not value.is_finite():
        raise ValueError("not a finite number")
    with localcontext() as context:
        context.prec = MAX_PREC  # never rounds, however long the number is
        _, digits, exponent = value.normalize().as_tuple()
    return len(digits) + max(exponent, 0)


def to_base(value: Decimal, factor: Decimal) -> Decimal:
    """`value` in the base unit of its quantity, exactly."""
    with localcontext() as context:
        context.prec = 40
        return value * factor


def convert(value: Decimal, factor_from: Decimal, factor_to: Decimal) -> Decimal:
    """`value` in another unit of the same quantity; exact for factors that are powers of ten."""
    with localcontext() as context:
        context.prec = 40
        return (value * factor_from / factor_to).normalize()


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """part ÷ whole, or None for a whole of zero."""
    if not whole:
        return None
    with localcontext() as context:
        context.prec = 28
        return part / whole


def wants_more(comparator: str, higher_is_better: bool) -> bool:
    """Whether a larger value is nearer to the target or further beyond it."""
    return higher_is_better and comparator != Comparator.AT_MOST


def _bound(target: Decimal, comparator: str, tolerance_percent: Decimal, more: bool) -> Decimal:
    """What a value must come up to, or stay down to: the target, or less of it where "about" allows."""
    if comparator != Comparator.ABOUT:
        return target
    slack = abs(target) * tolerance_percent / 100
    return target - slack if more else target + slack


def _beyond(value: Decimal, bound: Decimal, more: bool) -> bool:
    return value > bound if more else value < bound


def meets(
    value: Decimal,
    target: Decimal,
    comparator: str,
    tolerance_percent: Decimal,
    higher_is_better: bool = True,
) -> bool:
    """Whether `value` satisfies the target. "over" is strict; "about" allows the tolerance on the worse side."""
    more = wants_more(comparator, higher_is_better)
    bound = _bound(target, comparator, tolerance_percent, more)
    return _beyond(value, bound, more) or (value == bound and comparator != Comparator.OVER)


def proves(
    qualifier: str,
    value: Decimal,
    target: Decimal,
    comparator: str,
    tolerance_percent: Decimal,
    higher_is_better: bool = True,
) -> bool:
    """Whether a value with this qualifier shows that the target is met.

    A lower bound proves only targets that want more; a value rounded by its source ("nearly") must lie beyond
    the target (with "about": beyond the tolerance), because rounding may hide a shortfall at the edge itself.
    A forecast proves nothing.
    """
    if qualifier == Qualifier.FORECAST:
        return False
    more = wants_more(comparator, higher_is_better)
    if qualifier == Qualifier.AT_LEAST and not more:
        return False
    if qualifier == Qualifier.ESTIMATE:
        return _beyond(value, _bound(target, comparator, tolerance_percent, more), more)
    return meets(value, target, comparator, tolerance_percent, higher_is_better)


def disproves(
    qualifier: str,
    value: Decimal,
    target: Decimal,
    comparator: str,
    tolerance_percent: Decimal,
    higher_is_better: bool = True,
) -> bool:
    """Whether a value covering the due date shows that the target was not met: a full count, never a bound."""
    if qualifier not in (Qualifier.ACTUAL, Qualifier.PRELIMINARY, Qualifier.RESTATED):
        return False
    return not meets(value, target, comparator, tolerance_percent, higher_is_better)

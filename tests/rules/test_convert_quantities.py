"""Values are entered in one unit and shown in another, exactly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.rules.measure import DIGITS, convert, ratio, significant_digits, to_base

YI, WAN, YUAN = Decimal(100_000_000), Decimal(10_000), Decimal(1)
fifteen_digits = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 4)
)


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("0", 1),
        ("0.00", 1),
        ("0E+5", 1),
        ("5", 1),
        ("0.05", 1),
        ("-0.0500", 1),
        ("1200", 4),
        ("1.2E+3", 4),
        ("1200.00", 4),
        ("1200.05", 6),
        ("123456789012345", 15),
        ("12345678901.2345", 15),
        ("1234567890123456", 16),
        ("0.1234567890123456", 16),
        pytest.param("0." + "9" * 30, 30, id="never rounded before counting"),
        pytest.param("9" * 31, 31, id="longer than the arithmetic"),
    ],
)
def test_it_counts_the_digits_that_carry_information(value, digits):
    assert significant_digits(Decimal(value)) == digits


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_number_has_no_digits(value):
    with pytest.raises(ValueError, match="finite"):
        significant_digits(Decimal(value))


@pytest.mark.parametrize(
    ("value", "unit", "other", "converted"),
    [
        ("743", YI, WAN, "7430000"),
        ("7430000", WAN, YI, "743"),
        ("38.5", YI, WAN, "385000"),
        ("1", WAN, YI, "0.0001"),
        ("0", WAN, YI, "0"),
        ("12345678901.2345", YI, WAN, "123456789012345"),
        ("-2.5", YI, YUAN, "-250000000"),
    ],
)
def test_money_converts_exactly(value, unit, other, converted):
    assert convert(Decimal(value), unit, other) == Decimal(converted)


@given(fifteen_digits)
def test_there_and_back_is_the_same_value(value):
    assert convert(convert(value, YI, WAN), WAN, YI) == value
    assert convert(convert(value, WAN, YI), YI, WAN) == value


@given(fifteen_digits, st.sampled_from([YI, WAN, YUAN, Decimal("0.0001")]))
def test_the_base_unit_loses_no_digit(value, factor):
    assert convert(to_base(value, factor), YUAN, factor) == value


@given(fifteen_digits, fifteen_digits)
def test_two_units_of_one_quantity_compare_in_the_base_unit(one, other):
    assert (to_base(one, YI) < to_base(other, WAN)) == (one * 10_000 < other)


@given(fifteen_digits)
def test_fifteen_digits_are_accepted(value):
    assert significant_digits(value) <= DIGITS


def test_a_share_of_nothing_is_unknown():
    assert ratio(Decimal(5), Decimal(0)) is None
    assert ratio(Decimal(1), Decimal(4)) == Decimal("0.25")

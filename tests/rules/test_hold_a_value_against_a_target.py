"""What a single value shows about a target of 100: comparators at and around equality, under every qualifier."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.rules.choices import Comparator, Qualifier
from parks.rules.measure import disproves, meets, proves

TARGET, TOLERANCE = Decimal(100), Decimal(5)
EXACT = ("actual", "preliminary", "restated")
values = st.decimals(-10, 300, places=2)


@pytest.mark.parametrize(
    ("comparator", "higher", "met", "not_met"),
    [
        pytest.param("over", True, ["100.01", "250"], ["100", "99.99", "0", "-1"], id="over"),
        pytest.param("at_least", True, ["100", "100.01"], ["99.99", "0"], id="at least"),
        pytest.param("about", True, ["95", "100", "105", "180"], ["94.99", "0"], id="about"),
        pytest.param("at_most", True, ["100", "99.99", "0"], ["100.01", "250"], id="at most"),
        pytest.param("over", False, ["99.99", "1"], ["100", "100.01"], id="over where lower is better"),
        pytest.param("at_least", False, ["100", "99.99"], ["100.01"], id="at least where lower is better"),
        pytest.param("about", False, ["105", "100", "20"], ["105.01"], id="about where lower is better"),
        pytest.param("at_most", False, ["100", "99.99"], ["100.01"], id="at most where lower is better"),
    ],
)
def test_a_comparator_at_and_around_equality(comparator, higher, met, not_met):
    for value in met:
        assert meets(Decimal(value), TARGET, comparator, TOLERANCE, higher), value
    for value in not_met:
        assert not meets(Decimal(value), TARGET, comparator, TOLERANCE, higher), value


@pytest.mark.parametrize("tolerance", [0, 5, 20])
def test_about_allows_the_tolerance_of_the_rule(tolerance):
    edge = TARGET - tolerance
    assert meets(edge, TARGET, "about", Decimal(tolerance))
    assert not meets(edge - Decimal("0.01"), TARGET, "about", Decimal(tolerance))


@pytest.mark.parametrize(
    ("value", "is_met"), [("-105", True), ("-105.01", False), ("-100", True), ("-95", True), ("0", True)]
)
def test_about_a_negative_target_allows_the_worse_side(value, is_met):
    assert meets(Decimal(value), Decimal(-100), "about", TOLERANCE) is is_met


@pytest.mark.parametrize(
    ("qualifier", "comparator", "higher", "least"),
    [
        # `least`: the first value, in steps of 0.01, that proves the target
        *[pytest.param(q, "at_least", True, "100", id=f"{q}, at least") for q in (*EXACT, "at_least")],
        *[pytest.param(q, "over", True, "100.01", id=f"{q}, over") for q in (*EXACT, "at_least")],
        *[pytest.param(q, "about", True, "95", id=f"{q}, about") for q in (*EXACT, "at_least")],
        pytest.param("estimate", "at_least", True, "100.01", id="nearly, at least"),
        pytest.param("estimate", "over", True, "100.01", id="nearly, over"),
        pytest.param("estimate", "about", True, "95.01", id="nearly, about"),
        *[pytest.param(q, "at_most", True, "100", id=f"{q}, at most") for q in EXACT],
        *[pytest.param(q, "at_least", False, "100", id=f"{q}, where lower is better") for q in EXACT],
        pytest.param("estimate", "at_most", True, "99.99", id="nearly, at most"),
        pytest.param("estimate", "at_least", False, "99.99", id="nearly, where lower is better"),
        pytest.param("estimate", "about", False, "104.99", id="nearly, about, where lower is better"),
    ],
)
def test_what_a_qualifier_can_prove(qualifier, comparator, higher, least):
    edge, step = Decimal(least), Decimal("0.01")
    if not higher or comparator == "at_most":
        step = -step
    assert proves(qualifier, edge, TARGET, comparator, TOLERANCE, higher)
    assert not proves(qualifier, edge - step, TARGET, comparator, TOLERANCE, higher)


@pytest.mark.parametrize(("comparator", "higher"), [("at_most", True), ("at_least", False), ("over", False)])
@given(value=values)
def test_a_lower_bound_proves_nothing_where_less_is_wanted(comparator, higher, value):
    assert not proves("at_least", value, TARGET, comparator, TOLERANCE, higher)


@given(st.sampled_from(Comparator.values), st.booleans(), values)
def test_a_forecast_shows_nothing(comparator, higher, value):
    assert not proves("forecast", value, TARGET, comparator, TOLERANCE, higher)
    assert not disproves("forecast", value, TARGET, comparator, TOLERANCE, higher)


@given(st.sampled_from(EXACT), st.sampled_from(Comparator.values), st.booleans(), values)
def test_a_full_count_shows_one_or_the_other(qualifier, comparator, higher, value):
    shown = proves(qualifier, value, TARGET, comparator, TOLERANCE, higher)
    assert disproves(qualifier, value, TARGET, comparator, TOLERANCE, higher) is not shown


@given(st.sampled_from(["estimate", "at_least"]), st.sampled_from(Comparator.values), st.booleans(), values)
def test_a_rounded_value_or_a_bound_never_disproves(qualifier, comparator, higher, value):
    assert not disproves(qualifier, value, TARGET, comparator, TOLERANCE, higher)


@given(st.sampled_from(Qualifier.values), st.sampled_from(Comparator.values), st.booleans(), values, values)
def test_a_better_value_never_proves_less(qualifier, comparator, higher, one, other):
    worse, better = sorted((one, other), reverse=not higher or comparator == "at_most")
    if proves(qualifier, worse, TARGET, comparator, TOLERANCE, higher):
        assert proves(qualifier, better, TARGET, comparator, TOLERANCE, higher)

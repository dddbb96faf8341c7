"""Values that add up may not share a day; all others may."""

import pytest

from parks.rules.calendar import Period
from parks.rules.periods import clash

from .cast import day

FIRST_QUARTER = Period(day("2024-01-01"), day("2024-03-31"))


@pytest.mark.parametrize(
    ("start", "end", "clashes"),
    [
        pytest.param("2024-04-01", "2024-06-30", False, id="the next quarter"),
        pytest.param("2023-10-01", "2023-12-31", False, id="the quarter before"),
        pytest.param("2024-01-01", "2024-03-31", False, id="the same quarter: the later known counts"),
        pytest.param("2024-03-31", "2024-06-30", True, id="a shared last day"),
        pytest.param("2023-10-01", "2024-01-01", True, id="a shared first day"),
        pytest.param("2024-02-01", "2024-02-29", True, id="a month of it"),
        pytest.param("2024-01-01", "2024-12-31", True, id="the year around it"),
    ],
)
def test_parts_of_a_sum_share_no_day(start, end, clashes):
    new = Period(day(start), day(end))
    assert clash("per_period", new, [FIRST_QUARTER]) == (FIRST_QUARTER if clashes else None)
    assert clash("year_to_date", new, [FIRST_QUARTER]) is None
    assert clash("point", new, [FIRST_QUARTER]) is None

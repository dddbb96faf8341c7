"""The stage of a project on a day, from news of the whole and of its parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.rules.choices import NewsKind, Stage
from parks.rules.stages import ASIDE, OC4IDS_STATUS, TRACK, StageNews, is_step_back, order, stage_on

from .cast import day


def news(stage, when, part="", kind="actual", known_on=None, key=0):
    return StageNews(stage, day(when), day(when), day(known_on or when), part, kind, key)


def shown(*told):
    """The stage, with a plus where a part has come further; None where nothing says a stage."""
    found = stage_on([*told])
    return found and found.stage + ("+" if found.capped else "")


WHOLE_BUILDS = news("building", "2022-01-01")


def test_the_track_has_its_order():
    assert [*TRACK, *ASIDE] == list(Stage)
    assert [order(stage) for stage in Stage] == list(range(len(Stage)))
    assert OC4IDS_STATUS.keys() == set(Stage)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param([], None, id="nothing"),
        *[pytest.param([news(stage, "2022-01-01")], stage, id=f"told once: {stage}") for stage in Stage.values],
        pytest.param([news("signed", "2021-01-01"), news("started", "2021-06-01")], "started", id="the latest"),
        pytest.param(
            [news("operating", "2023-01-01"), news("started", "2021-06-01", known_on="2023-06-01")],
            "operating",
            id="the latest by its own day, not by when it was known",
        ),
        pytest.param(
            [news("started", "2022-01-01", key=1), news("building", "2022-01-01", known_on="2022-02-01")],
            "building",
            id="of one day, the last one known",
        ),
        pytest.param([news("completed", "2022-01-01"), news("building", "2022-06-01")], "building", id="a step back"),
        pytest.param([WHOLE_BUILDS, news("suspended", "2022-06-01")], "suspended", id="suspended"),
        pytest.param(
            [WHOLE_BUILDS, news("suspended", "2022-06-01"), news("building", "2023-01-01")], "building", id="resumed"
        ),
        pytest.param([WHOLE_BUILDS, news("cancelled", "2022-06-01")], "cancelled", id="cancelled"),
        pytest.param([news("started", "2022-01-01", kind="forecast")], None, id="a plan sets none"),
        pytest.param(
            [WHOLE_BUILDS, news("completed", "2023-01-01", kind="forecast")], "building", id="a plan changes none"
        ),
        pytest.param([news("operating", "2022-01-01", kind="narrative")], "operating", id="described on that day"),
        pytest.param([WHOLE_BUILDS, news("", "2023-01-01")], "building", id="news without a stage"),
    ],
)
def test_the_whole(told, expected):
    assert shown(*told) == expected
    assert shown(*reversed(told)) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param([news("started", "2022-01-01", "I")], "started", id="only a part is told of"),
        pytest.param([news("building", "2022-01-01", "I")], "building", id="a part is under construction"),
        *[
            pytest.param([news(stage, "2022-01-01", "I")], "building+", id=f"a part is {stage}")
            for stage in ("completed", "operating", "at_capacity")
        ],
        pytest.param([news("suspended", "2022-01-01", "I")], None, id="a part is suspended, the whole never told of"),
        pytest.param(
            [news("signed", "2021-01-01"), news("started", "2022-01-01", "I")], "started", id="a part carries it on"
        ),
        pytest.param(
            [news("started", "2021-01-01"), news("operating", "2022-01-01", "I")],
            "building+",
            id="a finished part carries it to under construction",
        ),
        pytest.param([WHOLE_BUILDS, news("completed", "2023-01-01", "I")], "building+", id="a part has come further"),
        pytest.param(
            [WHOLE_BUILDS, news("completed", "2023-01-01", "I"), news("completed", "2024-01-01")],
            "completed",
            id="then the whole",
        ),
        pytest.param(
            [news("operating", "2022-01-01"), news("completed", "2023-01-01", "II")],
            "operating",
            id="a later part takes nothing from the whole",
        ),
        pytest.param(
            [news("operating", "2022-01-01"), news("started", "2023-01-01", "II")],
            "operating",
            id="nor does the start of a second phase",
        ),
        pytest.param([WHOLE_BUILDS, news("planned", "2023-01-01", "II")], "building", id="nor the plan of one"),
        pytest.param([WHOLE_BUILDS, news("suspended", "2023-01-01", "II")], "building", id="nor one suspended"),
        pytest.param([WHOLE_BUILDS, news("cancelled", "2023-01-01", "II")], "building", id="nor one cancelled"),
        pytest.param(
            [news("operating", "2020-01-01"), news("building", "2021-01-01"), news("completed", "2022-01-01", "I")],
            "building+",
            id="a step back of the whole holds when a part is finished later",
        ),
        pytest.param(
            [news("completed", "2021-01-01", "I"), news("signed", "2022-01-01")],
            "signed",
            id="later news of the whole settles it",
        ),
        pytest.param(
            [news("started", "2022-01-01"), news("completed", "2022-01-01", "I")], "building+", id="told on one day"
        ),
        pytest.param(
            [WHOLE_BUILDS, news("suspended", "2022-06-01"), news("completed", "2023-01-01", "I")],
            "suspended",
            id="only the whole takes itself up again",
        ),
        pytest.param(
            [WHOLE_BUILDS, news("cancelled", "2022-06-01"), news("operating", "2023-01-01", "I")],
            "cancelled",
            id="what is cancelled stays so",
        ),
        pytest.param(
            [news("signed", "2021-01-01"), news("building", "2022-01-01", "I"), news("started", "2022-06-01", "I")],
            "started",
            id="a part steps back",
        ),
        pytest.param(
            [news("started", "2022-01-01", "I"), news("completed", "2022-03-01", "II")], "building+", id="two parts"
        ),
        pytest.param([news("started", "2022-01-01", "I", kind="forecast")], None, id="the plan of a part sets none"),
    ],
)
def test_the_whole_and_its_parts(told, expected):
    assert shown(*told) == expected
    assert shown(*reversed(told)) == expected


def test_it_names_the_news_that_it_rests_on():
    part = news("completed", "2023-01-01", "I", key=2)
    assert stage_on([WHOLE_BUILDS, part]).news == WHOLE_BUILDS
    assert stage_on([news("signed", "2022-01-01"), part]).news == part


@st.composite
def many_news(draw, parts=("", "I", "II")):
    days = st.dates(day("2022-01-01"), day("2022-01-10"))
    rows = draw(
        st.lists(
            st.tuples(st.sampled_from(Stage.values), days, st.sampled_from(parts), st.sampled_from(NewsKind.values)),
            max_size=6,
        )
    )
    return [StageNews(stage, on, on, on, part, kind, key) for key, (stage, on, part, kind) in enumerate(rows)]


@given(many_news(), st.data())
def test_the_order_of_the_news_does_not_matter(told, data):
    assert stage_on(data.draw(st.permutations(told))) == stage_on(told)


@given(many_news(parts=("I", "II")))
def test_parts_alone_never_finish_the_whole(told):
    found = stage_on(told)
    assert found is None or order(found.stage) <= order(Stage.BUILDING)


@given(many_news())
def test_parts_never_take_the_whole_back_or_aside(told):
    whole, found = stage_on([n for n in told if not n.part]), stage_on(told)
    if whole:
        assert order(found.stage) >= order(whole.stage)
        assert (found.stage in ASIDE) == (whole.stage in ASIDE)


@pytest.mark.parametrize(
    ("told", "new", "is_one"),
    [
        pytest.param([], news("planned", "2022-01-01"), False, id="the first news"),
        pytest.param([WHOLE_BUILDS], news("started", "2022-06-01"), True, id="an earlier stage"),
        pytest.param([WHOLE_BUILDS], news("building", "2022-06-01"), False, id="the same stage"),
        pytest.param([WHOLE_BUILDS], news("completed", "2022-06-01"), False, id="a later stage"),
        pytest.param([WHOLE_BUILDS], news("started", "2021-06-01"), False, id="what was before"),
        pytest.param([WHOLE_BUILDS], news("started", "2022-06-01", "I"), False, id="of a part"),
        pytest.param([WHOLE_BUILDS], news("started", "2022-06-01", kind="forecast"), False, id="a plan"),
        pytest.param([WHOLE_BUILDS], news("suspended", "2022-06-01"), False, id="suspended"),
        pytest.param([WHOLE_BUILDS], news("", "2022-06-01"), False, id="no stage"),
        pytest.param([news("suspended", "2022-01-01")], news("building", "2022-06-01"), False, id="resumed"),
        pytest.param([news("completed", "2022-01-01", "I")], news("started", "2022-06-01"), False, id="after a part"),
    ],
)
def test_what_is_a_step_back(told, new, is_one):
    assert is_step_back(told, new) is is_one

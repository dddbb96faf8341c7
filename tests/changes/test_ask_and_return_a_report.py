"""Questions to the author, and reports given back."""

import pytest
from django.core.exceptions import ValidationError

from parks.changes.reports import ask_report, publish_report, return_report
from parks.models import Review
from tests.changes.cast import START, acts_on, fresh

VERBS = pytest.mark.parametrize("verb", [ask_report, return_report])


@VERBS
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_it_needs_a_reason(cast, verb, reason):
    row = cast.submit(cast.value("290"))
    with pytest.raises(ValidationError, match="needs a reason"):
        verb(report=row, by=cast.reviewer, on=START, reason=reason)
    assert fresh(row).state == "submitted"


@VERBS
def test_the_author_does_not_review(cast, verb):
    row = cast.submit(cast.value("290"))
    with pytest.raises(ValidationError, match="cannot review it"):
        verb(report=row, by=cast.reporter, on=START, reason="x")


@VERBS
def test_a_stale_form_is_refused(cast, verb):
    row = cast.submit(cast.value("290"))
    with pytest.raises(ValidationError, match="Somebody changed this report"):
        verb(report=row, by=cast.reviewer, on=START, reason="x", version=row.version - 1)


@VERBS
def test_drafts_and_published_rows_are_neither_asked_about_nor_returned(cast, verb):
    draft = cast.value("290", author=cast.reporter)
    draft.save()
    for row in (draft, cast.publish(cast.value("291"))):
        with pytest.raises(ValidationError, match="Only a submitted report"):
            verb(report=row, by=cast.reviewer, on=START, reason="x")


def test_every_reason_is_kept(cast):
    row = cast.submit(cast.value("290"))
    asked = ask_report(report=row, by=cast.reviewer, on=START, reason=" 单位？ ")
    assert asked.state == "asked"
    returned = return_report(report=cast.submit(asked), by=cast.reviewer, on=START, reason="缺附件")
    assert returned.state == "returned"
    assert acts_on(row) == ["submitted", "asked", "submitted", "returned"]
    assert list(Review.objects.exclude(reason="").order_by("id").values_list("reason", "by__username")) == [
        ("单位？", "reviewer"),
        ("缺附件", "reviewer"),
    ]


def test_a_question_keeps_the_report_waiting_and_a_return_does_not(cast):
    row = cast.submit(cast.value("290"))
    asked = ask_report(report=row, by=cast.reviewer, on=START, reason="x")
    returned = return_report(report=asked, by=cast.reviewer, on=START, reason="x")
    with pytest.raises(ValidationError, match="Only a submitted report"):
        publish_report(report=returned, by=cast.reviewer, on=START)
    assert fresh(row).known_on is None

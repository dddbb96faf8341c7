"""How the standings come about: the page that lets a reader recompute every one of them."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from parks.models import StatusRule
from parks.queries.goals import GoalLine, dimensions
from parks.queries.method import changes_under, material
from parks.rules.choices import Reliability
from parks.templatetags.words import grade, standing_word, text

from .base import PublicPage
from .goal_sum import sum_lines
from .method_cases import cases
from .method_words import natures, standings, thresholds
from .rows import goal_row


class Method(PublicPage):
    """Six queries."""

    template = "parks/method.html"
    nav = "method"

    def content(self, **kwargs) -> dict:
        found = material(self.moment, self.state)
        self.then_on = found.then_on
        # Translators: zh 状态怎样得出
        self.page.title = _("How the standings come about")
        # Translators: zh 状态只由册内的数、期限与规则算出：每种状态何时用，规则的分界，一个实算的例子，不好办的情形，
        # 来源级别与更正办法。
        self.page.description = _(
            "Standings are computed from figures, deadlines and a rule: when each one holds, every threshold, a worked "
            "example with real numbers, awkward cases, grades of sources and how corrections work."
        )
        rule = self.state.rule
        return {
            "standings": standings(rule, found.lines, found.then, self.url, self.link_then),
            "then_on": found.then_on,
            "natures": natures(),
            "example": self._example(found.example),
            "rule_name": self._name(self.state.rule_row),
            "rule_since": self._since(),
            "rule_note": self._note(self.state.rule_row),
            "compared": [self._name(row) for row in self.state.compared],
            "thresholds": self._thresholds(),
            "comparisons": [
                {
                    "name": self._name(row),
                    "note": self._note(row),
                    "now": self._changes(row, found.lines, self.url),
                    "then": self._changes(row, found.then, self.link_then),
                }
                for row in self.state.compared
            ],
            "cases": cases(found, self.url),
            "grades": [grade(code) for code in Reliability.values] + [grade("")],
            "dimensions": [
                {"name": text(d.name, d.name_en), "definition": text(d.definition, d.definition_en)}
                for d in dimensions()
            ],
        }

    def link_then(self, name: str, *args: str) -> str:
        """An address on the day of the worked example."""
        if self.then_on is None or self.then_on == self.moment.today:
            return reverse(name, args=args)
        return f"{reverse(name, args=args)}?as_of={self.then_on.isoformat()}"

    def _example(self, line: GoalLine | None) -> dict | None:
        if line is None:
            return None
        return {"row": goal_row(line, self.link_then), "sum": sum_lines(line)}

    def _name(self, row: StatusRule | None):
        # Translators: zh 默认规则
        return text(row.name, row.name_en) if row else _("the default rule")

    def _note(self, row: StatusRule | None):
        return text(row.note, row.note_en) if row else ""

    def _since(self) -> str:
        row = self.state.rule_row
        if row is None or row.effective_on.year <= 1900:
            # Translators: zh 从一开始
            return _("from the beginning")
        # Translators: zh 自%(day)s起
        return _("since %(day)s") % {"day": row.effective_on.isoformat()}

    def _thresholds(self) -> list[dict]:
        """A row for each threshold: the rule in force, then the compared ones."""
        columns = [thresholds(self.state.rule), *(thresholds(row.as_rule()) for row in self.state.compared)]
        return [
            {"name": cells[0][0], "value": cells[0][1], "others": [value for _name, value in cells[1:]]}
            for cells in zip(*columns, strict=True)
        ]

    def _changes(self, rule: StatusRule, lines: Sequence[GoalLine], link) -> list[dict]:
        return [
            {
                "row": goal_row(change.line, link),
                "code": change.code,
                "detail": change.detail,
                "word": standing_word(change.code, change.detail),
            }
            for change in changes_under(rule, list(lines))
        ]

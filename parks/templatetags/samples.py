"""Sample data of the /style/ page: invented, marked as such, about no real park."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms, template

register = template.Library()


@dataclass(frozen=True)
class SampleUnit:
    """What words.UnitLike asks for."""

    symbol: str
    symbol_en: str
    quantity: str
    factor: Decimal


YI = SampleUnit("亿元", "100 m yuan", "money", Decimal(10**8))
FIRMS = SampleUnit("家", "firms", "count", Decimal(1))
PLACE = SampleUnit("名", "place", "rank", Decimal(1))
SHARE = SampleUnit("%", "%", "share", Decimal(1))


class SampleFilter(forms.Form):
    """A list's filters with every kind of field; one choice is out of the list and one number is none."""

    park = forms.ChoiceField(label="园区 Park", choices=[("", "样例全部 all"), ("a", "样例园区甲")], required=False)
    good = forms.ChoiceField(label="五好 Aspect", choices=[("", "全部 all"), ("x", "样例")], required=False)
    due = forms.IntegerField(label="期限 Year due", required=False)
    standing = forms.MultipleChoiceField(
        label="状态 Standing",
        choices=[("reached", "已达成 Met"), ("slow", "落后进度 Behind pace"), ("undated", "无期限 No deadline")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    text = forms.CharField(label="名称含 Name contains", required=False, help_text="样例提示 sample help")


def _standing(code: str, detail: str = "", share: str = "", expected: str = "", **more: Any) -> dict[str, Any]:
    numbers = {"share": Decimal(share) if share else None, "expected": Decimal(expected) if expected else None}
    return {"code": code, "detail": detail, **numbers, **more}


@register.simple_tag
def samples() -> dict[str, Any]:
    """Everything the /style/ page shows, by the name of the part."""
    source = {"publisher": "样例日报 Sample Daily", "reliability": "high", "has_url": True}
    return {
        "day": date(2022, 8, 12),
        "values": [
            {"value": Decimal("290.61"), "unit": YI},
            {"value": Decimal("0.5000"), "unit": YI},
            {"value": Decimal(1000), "unit": FIRMS},
            {"value": Decimal(92), "unit": PLACE},
            {"value": Decimal("25.9"), "unit": SHARE},
        ],
        "targets": [
            {"comparator": "at_least", "value": Decimal(580), "unit": YI},
            {"comparator": "over", "value": Decimal(1000), "unit": YI},
            {"comparator": "about", "value": Decimal(500), "unit": YI},
            {"comparator": "at_most", "value": Decimal(50), "unit": PLACE},
        ],
        "periods": [
            {"start": date(2022, 1, 1), "end": date(2022, 12, 31)},
            {"start": date(2022, 1, 1), "end": date(2022, 3, 31)},
            {"start": date(2022, 1, 1), "end": date(2022, 6, 30)},
            {"start": date(2022, 8, 12), "end": date(2022, 8, 12)},
        ],
        "standings": [
            _standing("reached", share="1.04"),
            _standing("missed", share="0.87"),
            _standing("outcome_unknown", "part", "0.501"),
            _standing("outcome_unknown", "none"),
            _standing("outcome_unknown", "milestones", done=1, total=3),
            _standing("on_track", share="0.528", expected="0.5"),
            _standing("slow", share="0.445", expected="0.5"),
            _standing("behind", share="0.213", expected="0.5"),
            _standing("undated", "figure", "0.8"),
            _standing("undated", "none"),
            _standing("undated", "milestones", done=2, total=3),
            _standing("milestones", "milestones", done=2, total=3),
            _standing("unmeasured", "none"),
            _standing("unmeasured", "figure", "0.3"),
            _standing("on_track", share="0.6", expected="0.5", stale=True),
        ],
        "facts": [
            {"term": "级别 Level", "value": "样例级", "note": "样例日报，2022-08-12"},
            {"term": "面积 Area", "value": "15.75 平方公里"},
            {"term": "网站 Website", "value": ""},
        ],
        "lines": [
            {"term": "目标 Target", "note": "样例年内，累计型", "value": "100亿元"},
            {"term": "已报 Reported", "note": "样例年1–6月", "value": "50.1亿元"},
            {"term": "完成 Share", "note": "50.1 ÷ 100", "value": "50.1%"},
            {"term": "状态 Standing", "note": "样例规则", "value": "顺进度 On pace"},
        ],
        "goals": [
            {
                "url": "#",
                "title": "样例目标：营业收入 Sample revenue",
                "target": "≥580",
                "unit": "亿元",
                "window": "样例年内",
                "latest": "290.61亿元",
                "period": "样例年1–6月",
                "percent": "50.1%",
                "pace": "序时50.0%，+0.1个百分点",
                "was": "pace",
                **_standing("outcome_unknown", "part", "0.501", "0.5"),
            },
            {
                "url": "#",
                "title": "样例目标：没有数 Sample without a figure",
                "target": "≥42",
                "unit": "个",
                "window": "样例年内",
                "none": "尚未收到任何数 No figure received",
                **_standing("outcome_unknown", "none"),
            },
            {
                "url": "#",
                "title": "样例目标：看节点 Sample by milestones",
                "window": "期限未写明",
                "milestones": [
                    {"title": "样例节点一", "done_on": date(2020, 12, 8)},
                    {"title": "样例节点二", "planned_on": date(2023, 6, 30)},
                    {"title": "样例节点三"},
                ],
                "standing_label": "节点 1 / 3",
                **_standing("milestones", "milestones", done=1, total=3),
            },
        ],
        "entries": [
            {
                "on": date(2022, 8, 12),
                "title": "样例：更正 Sample correction",
                "old": "500",
                "new": "519.81",
                "unit": "亿元",
                **source,
            },
            {"on": date(2021, 6, 1), "precision": "month", "title": "样例：只知月份 Month only", **source},
            {
                "on": None,
                "precision": "unknown",
                "title": "样例：日期不详 No date",
                "withdrawn": "样例：2023-01-03撤回",
                **source,
            },
        ],
        "columns": [
            {
                "word": "签约",
                "count": 1,
                "items": [{"title": "样例项目一", "url": "#", "place": "样例园区", "note": "签约2022-08-12"}],
            },
            {
                "word": "开工",
                "count": 2,
                "items": [
                    {"title": "样例项目二，名称比别的长一些", "url": "#", "place": "样例园区"},
                    {"title": "样例项目三", "url": "#", "note": "开工2021-12-02"},
                ],
            },
            {"word": "竣工", "count": 0, "items": []},
            {"word": "未记录", "count": 1, "unrecorded": True, "items": [{"title": "样例项目四", "url": "#"}]},
        ],
        "aside": [{"word": "暂停", "count": 1, "items": [{"title": "样例项目五", "url": "#", "place": "样例园区"}]}],
        "book": [
            {
                "count": 2,
                "title": "样例：有数 with a figure",
                "items": [
                    {
                        "label": "样例园区 营业收入",
                        "url": "#",
                        "percent_text": "50.1%",
                        "target_text": "580",
                        "unit": "亿元",
                        **_standing("outcome_unknown", "part", "0.501"),
                    },
                    {
                        "label": "样例园区 税收",
                        "url": "#",
                        "percent_text": "44.5%",
                        "target_text": "36",
                        "unit": "亿元",
                        **_standing("slow", "", "0.445", "0.5"),
                    },
                ],
            },
            {
                "count": 1,
                "title": "样例：无数 without",
                "items": [
                    {
                        "label": "样例园区 重点项目",
                        "url": "#",
                        "percent_text": "—",
                        "target_text": "68",
                        "unit": "个",
                        **_standing("outcome_unknown", "none"),
                    },
                ],
            },
        ],
        "filter": SampleFilter({"park": "b", "due": "x", "standing": ["reached"]}),
        "track": [
            {"word": "签约", "at": "gap", "date_text": "没有记录"},
            {"word": "开工", "at": "done", "date_text": "2021-12-02", "days_text": "475天"},
            {"word": "在建", "at": "done", "date_text": "2023-03-22", "note": "样例"},
            {"word": "投产", "at": "now", "date_text": "2023-10-28"},
            {"word": "达产", "at": "none", "date_text": "没有记录"},
        ],
    }

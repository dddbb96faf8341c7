"""The list of sources, and the page of one document with every fact that was taken from it."""

from itertools import groupby

from django.http import Http404
from django.utils.translation import gettext as _

from parks.filters.sources import SourceFilter
from parks.models import Source
from parks.queries.sources import count_by_grade, count_facts, facts_taken, sources_known
from parks.rules.choices import Reliability, SourceKind
from parks.templatetags.words import day_words, grade, plain_text, text

from .address import link_out, time_query
from .base import PublicPage
from .source_facts import GROUPS, fact_row

FACTS_PER_PAGE = 100


class Sources(PublicPage):
    template = "parks/sources.html"
    nav = "sources"
    allows = (*SourceFilter.names(), "page")

    def content(self, **kwargs) -> dict:
        asked = SourceFilter(self.request.GET, sources_known(self.moment))
        found = asked.rows()
        counts = count_by_grade(found)
        pages = self.paged(found)
        sources = list(pages["rows"])
        facts = count_facts([source.pk for source in sources], self.moment)
        # Translators: zh 来源
        self.page.title = _("Sources")
        # Translators: zh 册内每个数所出自的文件，附级别。
        self.page.description = _(
            "Every document that a figure or a fact of this record was taken from, with its grade."
        )
        return {
            "form": asked.form,
            "hidden": time_query(self.moment),
            "is_narrowed": asked.is_narrowed,
            "reset_url": self.url("sources") if any(map(self.request.GET.get, asked.names())) else "",
            "total": sum(counts.values()),
            "grades": [
                {"grade": grade(reliability), "count": counts[reliability]}
                for reliability in Reliability.values
                if reliability in counts
            ],
            "pages": pages,
            "rows": [
                {
                    "url": self.url("source", source.code),
                    "title": text(source.title, source.title_en),
                    "publisher": text(source.publisher, source.publisher_en),
                    "kind": str(SourceKind(source.kind).label),
                    "published": day_words(source.published_on, source.precision),
                    "reliability": source.reliability,
                    "facts": facts.get(source.pk, 0),
                }
                for source in sources
            ],
        }


class SourcePage(PublicPage):
    template = "parks/source.html"
    nav = "sources"
    allows = ("page",)

    def content(self, code: str, **kwargs) -> dict:
        source = sources_known(self.moment).filter(code=code).first()
        if source is None:
            # Translators: zh 册内没有代码为“%(code)s”的来源，或者在所看的那一天还没有从它取过数。
            raise Http404(
                _("The record has no source “%(code)s”, or had taken nothing from it by the day shown.")
                % {"code": code}
            )
        facts = facts_taken(source, self.moment)
        listed = self.paged(facts, FACTS_PER_PAGE)
        totals = {kind: len(list(rows)) for kind, rows in groupby(facts, key=lambda fact: fact.kind)}
        title = plain_text(source.title, source.title_en)
        self.page.title = title
        # Translators: zh 取自《%(title)s》的%(count)s条记录，逐条附位置与得知日期。
        self.page.description = _("%(count)s facts taken from “%(title)s”, each with its place and the day known.") % {
            "count": len(facts),
            "title": title,
        }
        # Translators: zh 总览 / 来源
        self.page.crumbs = [self.crumb("overview", _("Overview")), self.crumb("sources", _("Sources"))]
        return {
            "title": text(source.title, source.title_en),
            "total": len(facts),
            "grade": grade(source.reliability),
            "facts": self._about(source),
            "pages": listed,
            "groups": [
                {
                    "title": str(GROUPS[kind]),
                    "count": totals[kind],
                    "rows": [fact_row(fact, self.url) for fact in rows],
                }
                for kind, rows in groupby(listed["rows"], key=lambda fact: fact.kind)
            ],
        }

    def _about(self, source: Source) -> list[dict]:
        sign = grade(source.reliability)
        return [
            # Translators: zh 发布者
            {"term": _("Publisher"), "value": text(source.publisher, source.publisher_en)},
            # Translators: zh 类别
            {"term": _("Kind"), "value": str(SourceKind(source.kind).label)},
            # Translators: zh 发布日期
            {"term": _("Published"), "value": day_words(source.published_on, source.precision)},
            # Translators: zh 原址 / 没有可打开的地址
            {"term": _("Address"), "value": link_out(source.url) or _("none that can be opened")},
            # Translators: zh 级别
            {"term": _("Grade"), "value": sign.sign, "note": sign.meaning},
            # Translators: zh 说明
            *([{"term": _("Note"), "value": text(source.note, source.note_en)}] if source.note else []),
        ]

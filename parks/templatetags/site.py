"""Whose register it is, and where the same page stands in the other language."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Site:
    """The site's words in the language of the page; `operator` is empty where nobody has taken it over."""

    name: str
    tagline: str
    city: str
    operator: str


def site() -> Site:
    suffix = "" if (get_language() or "zh").startswith("zh") else "_EN"
    names = ("SITE_NAME", "SITE_TAGLINE", "CITY", "OPERATOR")
    return Site(*(getattr(settings, name + suffix) or getattr(settings, name) for name in names))


def other_language(request: HttpRequest) -> tuple[str, str, str]:
    """(address of this page in the other language, its code for `lang`, its name in itself)."""
    code, lang, name = ("en", "en", "English") if get_language() != "en" else ("zh-hans", "zh-Hans", "中文")
    return translate_url(request.get_full_path(), code), lang, name


def of_request(request: HttpRequest) -> dict[str, Site]:
    """Context processor: `site` in every template, the admin's included."""
    return {"site": site()}

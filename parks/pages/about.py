"""Who speaks here, what a blank means, how to reuse the data and how to point out an error."""

from django.utils.translation import gettext as _

from parks.templatetags.site import site

from .base import PublicPage


class About(PublicPage):
    """One query: the register's own state."""

    template = "parks/about.html"
    nav = "about"
    as_of_any_day = False

    def content(self, **kwargs) -> dict:
        # Translators: zh 编制说明
        self.page.title = _("About this record")
        # Translators: zh %(name)s由谁编制，记什么，空白表示什么，怎样指出错误，怎样取用数据。
        self.page.description = _(
            "Who keeps %(name)s, what it holds, what a blank means, how to point out an error and how to reuse its "
            "data."
        ) % {"name": site().name}
        return {"last_known_on": self.state.last_known_on, "park_count": self.state.park_count}

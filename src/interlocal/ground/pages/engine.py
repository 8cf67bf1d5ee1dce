"""The template engine of the doors: escaping on, unknown variables are errors, words from the catalogue."""

from collections.abc import Callable, Mapping
from keyword import iskeyword
from typing import Any

from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame

from interlocal.ground.pages import frame, links, printing
from interlocal.ground.tongues import held

SHARED: dict[str, Callable[..., Any]] = {
    **printing.GLOBALS,
    "static": links.static,
    "absolute": links.absolute,
    "here": frame.here,
    "here_path": frame.here_path,
    "asked": frame.asked,
    "languages": frame.languages,
    "unchecked": frame.unchecked,
    "outdated": frame.outdated,
}


class Page(Template):
    def render(self, *args: Any, **kwargs: Any) -> str:
        with held():
            return super().render(*args, **kwargs)


class PlainCalls(CodeGenerator):
    """Calls what is in the engine's `plain` names as Python does. The engine asks of every function whether it wants to
    be told of the template; ours never do, and a page calls them hundreds of times.
    """

    def visit_Call(  # noqa: N802  # the engine's name for it
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        if not self._is_plain(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for value in node.args:
            self.visit(value, frame)
            self.write(", ")
        for pair in node.kwargs:
            self.write(f"{pair.key}=")
            self.visit(pair.value, frame)
            self.write(", ")
        self.write(")")

    def _is_plain(self, node: nodes.Call) -> bool:
        assert isinstance(self.environment, Engine)
        named = isinstance(node.node, nodes.Name) and node.node.name in self.environment.plain
        starred = node.dyn_args is not None or node.dyn_kwargs is not None
        return named and not starred and not any(iskeyword(pair.key) for pair in node.kwargs)


class Engine(Environment):
    template_class = Page
    code_generator_class = PlainCalls
    plain: frozenset[str] = frozenset()


def engine(own: Mapping[str, Callable[..., Any]], **options: Any) -> Engine:
    """An engine whose templates can call what all doors share and what is this door's `own`."""
    made = Engine(  # Django hands autoescape=True over in the options
        **{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True},
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    # The extension's own `_` asks the engine three times over for what `say` knows.
    known = {**SHARED, **own, "_": frame.say}
    made.globals |= known
    made.plain = frozenset(known)
    return made

"""A body's own Word template, filled: {{ field }}, {% for %} and {% if %} as docxtpl reads them, and nothing else.

A template is somebody's text, not our program: it may name what it is given, go through lists and choose. It
cannot call, assign, import or reach behind a value, and it ends.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import docx
from django.utils.translation import gettext_lazy as _
from docxtpl.template import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from interlocal.documents.formats.filling_fields import fields_of
from interlocal.documents.formats.packages import safe_package, settled
from interlocal.documents.formats.xml_text import fit
from interlocal.ground.refused import Refused

MOST_STEPS: Final = 50_000
LARGEST_TEXT: Final = 5_000_000
_DEEPEST: Final = 8
_FILTERS: Final = [
    "capitalize",
    "count",
    "d",
    "default",
    "e",
    "escape",
    "first",
    "float",
    "int",
    "join",
    "last",
    "length",
    "lower",
    "reverse",
    "round",
    "sort",
    "string",
    "title",
    "trim",
    "unique",
    "upper",
]
_FORBIDDEN: Final = (
    nodes.Call,
    nodes.CallBlock,
    nodes.Macro,
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Import,
    nodes.FromImport,
    nodes.Include,
    nodes.Extends,
    nodes.Block,
    nodes.Concat,
    nodes.Mul,
    nodes.Pow,
    nodes.Mod,
    nodes.FilterBlock,
)
_SIGNS: Final = {"mul": "*", "pow": "**", "mod": "%", "concat": "~", "assign": "set", "assignblock": "set"}
_TAG: Final = re.compile(r"{[{%].*?[}%]}")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a template asks for: `delegates[].name` is a field of each in a list. `unknown`: those we do not have."""

    fields: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def fill(template: bytes, values: Mapping[str, Any]) -> bytes:
    """The template with the values in their places.

    Raise Refused: those of `safe_package`, template_field (asked for, not given), template_syntax, template_unsafe,
    template_endless, template_too_large.
    """
    paper = _opened(template)
    env = _Fields()
    try:
        paper.render(_plain(values), env, autoescape=True)
        filled = io.BytesIO()
        paper.save(filled)
        # Never a broken file: what a template makes of its own XML is read back before anybody gets it.
        docx.Document(io.BytesIO(filled.getvalue()))
    except (TemplateError, _Unsafe) as fault:
        raise _refused(fault, template) from None
    except Refused:
        raise
    except Exception as fault:
        raise _broken(str(fault), "") from fault
    return settled(filled.getvalue())


def check(template: bytes, known: Iterable[str] = ()) -> Checked:
    """What the template asks for, against what we have; raise Refused as `fill` does, except for missing fields."""
    paper = _opened(template)
    asked: set[str] = set()
    env = _Fields()
    try:
        for source in _sources(paper):
            asked |= fields_of(env.parse(source))
    except (TemplateError, _Unsafe) as fault:
        raise _refused(fault, template) from None
    have = set(known)
    fields = tuple(sorted(asked))
    return Checked(fields, tuple(field for field in fields if have and not _is_known(field, have)))


def _is_known(field: str, have: set[str]) -> bool:
    return field in have or any(one.startswith((f"{field}.", f"{field}[]")) for one in have)


def _opened(template: bytes) -> Any:
    safe_package(template, "docx")
    paper = DocxTemplate(io.BytesIO(template))
    try:
        paper.init_docx()
        size = sum(len(source) for source in _sources(paper))
    except Exception as fault:
        raise _broken(str(fault), "") from fault
    if size > LARGEST_TEXT:
        raise Refused("template_too_large", _("The template is too long."))
    return paper


def _sources(paper: Any) -> Iterator[str]:
    yield paper.patch_xml(paper.get_xml())
    for uri in (paper.HEADER_URI, paper.FOOTER_URI):
        for _key, part in paper.get_headers_footers(uri):
            yield paper.patch_xml(paper.get_part_xml(part))


class _Unsafe(Exception):
    """Raised with the word that stands for what is forbidden."""


class _Fields(SandboxedEnvironment):
    """Jinja without everything that is not a field, a choice or a walk through a list."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, loader=None)
        self.globals.clear()
        self.tests = {name: self.tests[name] for name in ("defined", "undefined", "none", "odd", "even")}
        known = self.filters
        self._steps = 0
        self.filters = {name: known[name] for name in _FILTERS} | {"_counted": self._counted}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for kind in _FORBIDDEN:
            for node in tree.find_all(kind):
                raise _Unsafe(_word(node))
        if any(name.name == "self" for name in tree.find_all(nodes.Name)):
            raise _Unsafe("self")
        for loop in list(tree.find_all(nodes.For)):
            loop.iter = nodes.Filter(
                loop.iter, "_counted", [], [], None, None, lineno=loop.lineno
            ).set_environment(self)
            if loop.recursive:
                raise _Unsafe("recursive")
        return tree

    def _counted(self, said: Iterable[Any]) -> Iterator[Any]:
        for one in said:
            self._steps += 1
            if self._steps > MOST_STEPS:
                raise Refused("template_endless", _("The template repeats itself without end."))
            yield one


def _word(node: nodes.Node) -> str:
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name | nodes.Getattr):
        return f"{node.node.name if isinstance(node.node, nodes.Name) else node.node.attr}()"
    kind = type(node).__name__.lower()
    return _SIGNS.get(kind, kind)


def _plain(value: Any, depth: int = 0) -> Any:
    """Texts, numbers, lists and mappings only: a template sees data, never an object of ours."""
    if depth > _DEEPEST:
        return ""
    if isinstance(value, Mapping):
        return {str(key): _plain(one, depth + 1) for key, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [_plain(one, depth + 1) for one in value]
    if value is None or isinstance(value, bool | int | float):
        return "" if value is None else value
    return fit(str(value))


def _refused(fault: Exception, template: bytes) -> Refused:
    if isinstance(fault, UndefinedError) and not isinstance(fault, SecurityError):
        quoted = re.findall(r"'([^']+)'", str(fault))
        name = quoted[-1] if quoted else str(fault)
        reason = _("The template asks for “%(field)s”, which is not there (near “%(place)s”).")
        return Refused("template_field", reason % {"field": name, "place": _near(template, name)})
    if isinstance(fault, SecurityError | _Unsafe):
        quoted = re.findall(r"'([^']+)'", str(fault))
        word = quoted[0] if quoted else str(fault)
        reason = _("The template may not use “%(word)s” (near “%(place)s”).")
        return Refused("template_unsafe", reason % {"word": word, "place": _near(template, word.strip("()"))})
    return _broken(str(fault), _fault_place(fault, template))


def _broken(fault: str, place: str) -> Refused:
    reason = _("The template cannot be read: %(fault)s (near “%(place)s”).")
    return Refused("template_syntax", reason % {"fault": fault[:200], "place": place})


def _near(template: bytes, name: str) -> str:
    """The first paragraph with a tag that has the name in it."""
    for words in _paragraphs(template):
        if any(name in tag for tag in _TAG.findall(words)):
            return words[:120]
    return name


def _fault_place(fault: Exception, template: bytes) -> str:
    """The paragraph that holds the fault: a tag that cannot be read alone, else the last that opens what stays open."""
    env = _Fields()
    tagged = [words for words in _paragraphs(template) if "{{" in words or "{%" in words]
    for words in tagged:
        for tag in _TAG.findall(words):
            if tag.startswith("{{") and _unreadable(env, tag):
                return words[:120]
    named = re.findall(r"'(\w+)'", str(fault))
    for words in reversed(tagged):
        if any(re.search(rf"{{%\w*\s*{re.escape(name)}\b", words) for name in named):
            return words[:120]
    return (tagged[-1] if tagged else "")[:120]


def _unreadable(env: SandboxedEnvironment, tag: str) -> bool:
    try:
        env.parse(re.sub(r"^{{[rp]?\s", "{{ ", tag))
    except TemplateSyntaxError:
        return True
    except _Unsafe:
        return False
    return False


def _paragraphs(template: bytes) -> Iterator[str]:
    """The text of every paragraph, of tables, headers and footers too."""
    paper = docx.Document(io.BytesIO(template))
    parts = [paper.element.body]
    for section in paper.sections:
        parts.extend(edge._element for edge in (section.header, section.footer))
    for part in parts:
        for paragraph in part.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"):
            yield "".join(paragraph.xpath(".//w:t/text()")).strip()

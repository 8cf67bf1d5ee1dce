"""Which fields a template of Jinja asks for, written as paths: `edition.title`, `delegates[].name`."""

from collections.abc import Mapping

from jinja2 import nodes


def fields_of(tree: nodes.Template) -> set[str]:
    found: set[str] = set()
    _walk(tree, {}, found)
    return found


def _walk(node: nodes.Node, names: Mapping[str, str], found: set[str]) -> None:
    if isinstance(node, nodes.For):
        _loop(node, names, found)
        return
    path = _path(node, names)
    if path is not None:
        if path:
            found.add(path)
        return
    for child in node.iter_child_nodes():
        _walk(child, names, found)


def _loop(node: nodes.For, names: Mapping[str, str], found: set[str]) -> None:
    _walk(node.iter, names, found)
    over = node.iter.node if isinstance(node.iter, nodes.Filter) else node.iter
    path = _path(over, names) if over else None
    inside = {**names, "loop": ""}
    for target in (
        node.target.find_all(nodes.Name) if not isinstance(node.target, nodes.Name) else [node.target]
    ):
        inside[target.name] = f"{path}[]" if path else ""
    for child in (*node.body, *node.else_, *([node.test] if node.test else [])):
        _walk(child, inside, found)


def _path(node: nodes.Node | None, names: Mapping[str, str]) -> str | None:
    """Nothing when the node is no path; "" for what the template made itself."""
    if isinstance(node, nodes.Name):
        return names.get(node.name, node.name)
    if isinstance(node, nodes.Getattr | nodes.Getitem):
        above = _path(node.node, names)
        if above is None or above == "":
            return above
        if isinstance(node, nodes.Getattr):
            return f"{above}.{node.attr}"
        if isinstance(node.arg, nodes.Const):
            return f"{above}.{node.arg.value}" if isinstance(node.arg.value, str) else f"{above}[]"
    return None

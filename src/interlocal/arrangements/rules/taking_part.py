"""Who takes part in an item. Facts in, verdict out."""

from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.delegations.rules.own_page import is_for


def takes_part(item: SheetItem, *, key: str, body: str, part: str) -> bool:
    """Whoever is named, and whoever of the audience belongs to the delegations named (to any, if none is and nobody is)."""
    if key in item.people:
        return True
    if item.people and not item.bodies:
        return False
    if item.bodies and body not in item.bodies:
        return False
    return is_for(audience=item.audience, part=part)


def sends_part(item: SheetItem, *, body: str) -> bool:
    """Whether a delegation that gave a number instead of names takes part with it."""
    if item.audience == "heads" or (item.people and not item.bodies):
        return False
    return not item.bodies or body in item.bodies

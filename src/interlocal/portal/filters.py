"""What a list can be narrowed by: built by the list's view, drawn by `filters` in parts.html."""

from interlocal.ground.pages.filters import Choice, Filters, Option, Words

__all__ = ["Choice", "Filters", "Option", "Words"]

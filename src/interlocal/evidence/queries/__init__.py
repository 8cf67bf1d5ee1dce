"""Reads of sources, citations and claims. All of it is public."""

from interlocal.evidence.queries.export import (
    Cites,
    Claims,
    Rows,
    citations,
    claim_entries,
    one_moment,
    source_entries,
    source_lines,
    sources_of,
)
from interlocal.evidence.queries.figures import (
    Figure,
    ShownClaim,
    claims_on,
    conflicts,
    figures,
    figures_of,
    footnotes_of,
)
from interlocal.evidence.queries.notes import Cited, Mark, Notes, notes
from interlocal.evidence.queries.sources import (
    SourcePage,
    SourceRow,
    SourcesPage,
    any_source,
    exists,
    source_page,
    sources_page,
)

__all__ = [
    "Cited",
    "Cites",
    "Claims",
    "Figure",
    "Mark",
    "Notes",
    "Rows",
    "ShownClaim",
    "SourcePage",
    "SourceRow",
    "SourcesPage",
    "any_source",
    "citations",
    "claim_entries",
    "claims_on",
    "conflicts",
    "exists",
    "figures",
    "figures_of",
    "footnotes_of",
    "notes",
    "one_moment",
    "source_entries",
    "source_lines",
    "source_page",
    "sources_of",
    "sources_page",
]

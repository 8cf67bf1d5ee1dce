"""Pictures for the public portal: SVG drawn on the server, without script, style or measuring.

Every function takes frozen values and gives markup for a template: `{{ series_timeline(...) }}`. It holds two
drawings of the same thing, one for a column and one for a phone; `interlocal/pictures.css` shows the one
that fits and gives all colours through the custom properties of the page (light, dark, forced colours).

The caller
- translates: every word is a `Text(text, lang)`, and lang chooses the Han letter forms;
- names: `Caption(ids, title, desc)`, with ids unique on the page;
- sets the same data as an HTML table beside the picture: names that find no room are only hints there;
- passes `nothing`, the sentence shown when there are no data.

Signs differ by shape, fill or place, never by colour alone. The same values give the same bytes.

    series_timeline(caption=, marks=, lanes=, nothing=, lapses=(), states=None, years=None)
    east_asia_map(caption=, places=, nothing=, links=(), kinds=None, focus="places")
    network(caption=, nodes=, edges=, nothing=, kinds=None)
    bars(caption=, rows=, nothing=)
    columns(caption=, years=, hosted=, attended=, nothing=)
"""

from interlocal.ground.pictures.bars import Bar, Column, bars, columns
from interlocal.ground.pictures.eastasia import Link, Place, east_asia_map
from interlocal.ground.pictures.network import Edge, Node, network
from interlocal.ground.pictures.svg import Caption, Text
from interlocal.ground.pictures.timeline import Lane, Lapse, Mark, series_timeline

__all__ = [
    "Bar",
    "Caption",
    "Column",
    "Edge",
    "Lane",
    "Lapse",
    "Link",
    "Mark",
    "Node",
    "Place",
    "Text",
    "bars",
    "columns",
    "east_asia_map",
    "network",
    "series_timeline",
]

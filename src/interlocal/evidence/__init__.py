"""On what a fact rests: sources, citations, footnotes, and the claims of sources about figures.

Words: *source* (a document that says something), *citation* (a source and the place in it), *footnote* (the citations one
fact rests on; facts that rest on the same citations share one), *claim* (what a source says of a figure, a date or a
place), *chosen claim* (the one displayed), *conflict* (claims that cannot be true together).
"""

"""What was printed, and with whose forms: printings with their results, and the templates of a body.

Words: a *paper* is what an office hands out or files (the list is `documents.papers`); a *printing* is one order to print it, with
its progress and its kept result; a *template* is a body's own form for a paper.
"""

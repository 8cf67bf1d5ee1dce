"""Governments and other bodies, people in public office, their posts, and the ties between bodies.

Words: *body* (a government, association, office, ministry, mission, secretariat), *name* and *code* (both with dates),
*post* (a seat in a body), *tenure* (a person in a post for a time), *membership* (a body in an association),
*tie* (what two bodies agreed to be to each other; each *side* has its own type, words and dates).
"""

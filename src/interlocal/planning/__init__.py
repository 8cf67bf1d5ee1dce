"""Who sits, stands and rides where. Pure: values in, values out; no database, no Django, no sentences.

rooms     the rooms people are seated in, who is seated, and the codes of what decided
seating   plan: ordered people on the chairs of a room, every seat with the rule that put somebody there; with_swaps, turned
arranging which rule puts whom on which chair, for each kind of room
chairs    where the chairs of a table, a round table, a U, a theatre and a photograph stand, in order of honour
filling   fill: ordered people into vehicles, rooms or tables of limited size, delegations together

Words: a *party* is whom somebody comes with (a delegation); *number* is somebody's place in the order, 1 the highest; *right*
and *left* are those of who sits there; reasons and rules are codes, whose sentences the caller has.
"""

"""What is arranged for the days of an edition: its programme with places, rooms, vehicles and interpreters, and its released versions.

The items themselves (what, when, for whom) are the preparation's, one room below; here is everything around them.

Words: a *site* is a place of the programme, with its address and hours; a *resource* is what can be taken only once at a time
(room, vehicle, interpreter, table, hotel room); *taking* is an item holding a resource, a delegation or a person; a
*placing* puts a person into a vehicle, a room or at a table. A *conflict* has a level: it refuses, warns or notes. A
*release* is a version of the programme that nobody can change any more.
"""

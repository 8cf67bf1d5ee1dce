"""Who signs in, who acted, and the journal of everything that was done.

Words: *user* (someone who can sign in), *actor* (who does a thing: a user, or a part of the system), *entry*
(one line of the journal).
"""

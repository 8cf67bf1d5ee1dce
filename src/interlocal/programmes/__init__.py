"""What happens: series of meetings, their editions, and the programme of each.

Words: *series* (meetings that follow each other), *edition* (one of them), *state* (what was said of an edition, when),
*item* (one point of the programme), *participation* (a body, or a person in a post, taking part in a capacity),
*outcome* (what was agreed, proposed or asked for), *topic* (a policy theme), *lapse* (a time without an edition that the
cadence would have had).
"""

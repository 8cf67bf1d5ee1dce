"""The office: where people who are known work. Staff sign in and wear the hat of a body (it is in the address);
others come by a personal link.

Words: *hat* (a body and the roles one acts with for it), *personal link* (an address that lets one person in without
an account), *flash* (a sentence said once on the next page).
"""

"""Who comes: preparations of editions, invitations, delegations, their order, their days and their mail.

People's data lives here and nowhere else. Every read and every verb takes the actor and stands behind the wall
(`identity.walls`); tables with a person in them have row-level security of their own.

Words: a *preparation* is the working file of one edition while it is prepared and run; the body that keeps it is its
*secretariat*. An invited body *nominates* its *delegation* through its *focal point*; each *delegate* is
*pre-approved* and *approved*. *Steps* are what a preparation goes through, *needs* what it asks of people.
"""

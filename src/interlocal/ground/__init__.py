"""No domain: partial dates and periods, text in four languages, refusals, the page frame and its pictures."""

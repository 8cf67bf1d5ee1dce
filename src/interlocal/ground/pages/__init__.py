"""What every door needs to make a page: the template engine, what it knows of the request, addresses, and which
requests and answers are fit to pass. Knows no door and no room.
"""

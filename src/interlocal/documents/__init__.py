"""What leaves the house: calendars, feeds, tables of data, and the whole record.

`formats` are blind writers: values in, bytes out.
"""

"""What leaves the house: calendars, feeds and tables of data. `formats` are blind writers: values in, bytes out."""

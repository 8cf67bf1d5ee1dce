"""What leaves the house: the record as entries of record files, lists with all their names, and calendars."""

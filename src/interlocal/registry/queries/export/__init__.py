"""What leaves the house: the record as entries of record files, and lists with all their names."""

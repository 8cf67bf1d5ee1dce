"""Finding names and titles. A reader: its one table is derived from the rooms and rebuilt from zero at any time."""

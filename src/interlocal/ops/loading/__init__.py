"""Loading record files: read, check whole, then write in one transaction."""

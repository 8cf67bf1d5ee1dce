"""The public web: read-only, cached, in the visitor's language."""

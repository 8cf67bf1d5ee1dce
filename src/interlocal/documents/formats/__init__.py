"""Blind writers: values in, bytes or text out. They know no room, no address and no table."""

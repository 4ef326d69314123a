"""Searches and lists: what the screens show, as frozen rows of plain values."""

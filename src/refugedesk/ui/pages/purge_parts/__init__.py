"""The parts of the page on which a file is held or purged."""

"""The parts of the page on which a case story is put together."""

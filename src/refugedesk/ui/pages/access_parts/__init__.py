"""The parts of the page on which a person's own file is looked through and handed over."""

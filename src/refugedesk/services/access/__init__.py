"""A person's own file, handed to them: every line looked at first, written without what is taken out, and logged.

``lines`` reads the file and proposes what to take out, ``deciding`` keeps what was decided, ``writing`` writes it.
"""

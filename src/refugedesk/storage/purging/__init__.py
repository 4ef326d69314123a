"""Taking a person's file out of the store for good: what belongs to it, what is taken, and what an older copy is told.

``parts`` says what a file consists of, ``taking`` takes it, ``traces`` cleans what is left around it, ``purged`` keeps
the list by which an older copy of the records is purged again.
"""

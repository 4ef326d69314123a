"""What can go wrong that a person can do something about. Everything else that is raised is a bug.

A message says what happened, what is safe and what to do, in whole sentences, and never holds a name
or an answer from a record unless the person is looking at that record.
"""

from __future__ import annotations


class RefugeDeskError(Exception):
    """The parent of every expected error: its text is shown to the person as it stands."""


class CorrectableError(RefugeDeskError):
    """Something the person can put right: a wrong value, a wrong passphrase, a folder that is not empty."""


class OutOfOurHandsError(RefugeDeskError):
    """Something the machine or the file did: a full disk, a damaged store, a stick pulled out."""

"""Whoever may not is told who may: every role that may, and no other."""

from __future__ import annotations

import pytest

from refugedesk.services.roles import Action, NotAllowedError, Role, require


@pytest.mark.parametrize(
    ("action", "role", "said"),
    [
        (Action.PURGE, Role.KEYWORKER, "Only a manager can purge"),
        (Action.RECORD, Role.READ_ONLY, "Only a key worker or a manager can change records."),
        (Action.KEEP_PEOPLE, Role.KEYWORKER, "Only a manager or an administrator can add and remove people."),
        (Action.KEEP_STORE, Role.READ_ONLY, "Only a key worker, a manager or an administrator can back up"),
        (Action.READ, Role.ADMINISTRATOR, "Only a key worker, a manager or somebody who reads only can see records."),
    ],
)
def test_everybody_who_may_is_named(action: Action, role: Role, said: str) -> None:
    with pytest.raises(NotAllowedError) as refused:
        require(role, action)
    assert str(refused.value).startswith(said)

"""Which of a few answers is meant by the letters typed, one after the other. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from refugedesk.domain.words import either, tr


class Letters:
    """Remembers what has been typed so far; ``forget`` once the hand has gone elsewhere."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = [label.casefold() for label in labels]
        self._typed = ""

    def forget(self) -> None:
        """Begins anew with the next letter."""
        self._typed = ""

    def hear(self, letter: str, at: int) -> int | None:
        """The place of the answer meant, where ``at`` is chosen (-1 for none); None where no answer begins so.

        Letters go on from those before ("no", "not a") as long as an answer begins so; a letter that does not is the
        first of another one, and the same letter again goes to the next answer that begins with it.
        """
        before, self._typed = self._typed, self._typed + letter.casefold()
        going_on = self._beginning(self._typed) if before else []
        if going_on:
            return at if at in going_on else going_on[0]
        if not letter.strip():
            self._typed = before
            return None
        self._typed = letter.casefold()
        first = self._beginning(self._typed)
        self._typed = self._typed if first else ""
        return next((place for place in first if place > at), first[0] if first else None)

    def none_begins_with(self, letter: str) -> str:
        """What to say where no answer begins with a letter: which letters there are."""
        first = list(dict.fromkeys(label[0].upper() for label in self._labels if label))
        return tr(
            "No answer begins with “{letter}”. Type {there_are}, or choose with the arrow keys.",
            letter=letter.upper(),
            there_are=either(first),
        )

    def _beginning(self, typed: str) -> list[int]:
        return [place for place, label in enumerate(self._labels) if label.startswith(typed)]

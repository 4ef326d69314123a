"""The forms and lists as this service has them: the product's, with its own rules laid over them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, select

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.fields import Record
from refugedesk.domain.lists import ALL as LISTS
from refugedesk.domain.own_rules import OwnCode, OwnForm, in_words, with_own_codes, with_own_fields
from refugedesk.domain.records import ALL as FORMS
from refugedesk.domain.words import ENGLISH, spoken
from refugedesk.storage.tables import RECORDS, SETTING

NAME = "forms"
"""What the service's forms are kept under among what it has chosen."""


@dataclass(frozen=True, eq=False)
class InForce:
    """The forms by their id, the lists by theirs, and list -> own code -> the code it counts as in returns.

    One object as long as the rules stay as they are, so that what is worked out from it can be kept.
    """

    forms: Mapping[str, Record]
    lists: Mapping[str, CodeList]
    counted_as: Mapping[str, Mapping[str, str]]
    own: Mapping[str, OwnForm]
    codes: tuple[OwnCode, ...]


def in_force(connection: Connection) -> InForce:
    """The rules of the store as it is now."""
    own_code = RECORDS["own_code"].c
    columns = (own_code.codelist, own_code.code, own_code.label, own_code.counts_as, own_code.offered)
    codes = tuple(map(tuple, connection.execute(select(*columns).order_by(own_code.id))))
    content = connection.execute(select(SETTING.c.content).where(SETTING.c.name == NAME)).scalar()
    return _laid_over(content or "", codes, spoken())


@lru_cache(maxsize=16)
def _laid_over(content: str, rows: tuple[tuple[str, str, str, str, str | None], ...], language: str) -> InForce:
    own = {name: OwnForm.of(plain) for name, plain in (json.loads(content) if content else {}).items()}
    codes = tuple(OwnCode(*row[:4], row[4] != "no") for row in rows)
    by_list: dict[str, list[OwnCode]] = {}
    for code in codes:
        by_list.setdefault(code.codelist, []).append(code)
    said = LISTS if language == ENGLISH else {name: in_words(each) for name, each in LISTS.items()}
    lists = {name: with_own_codes(each, by_list[name]) if name in by_list else each for name, each in said.items()}
    forms = FORMS if language == ENGLISH and not own and not codes else {
        name: with_own_fields(record, own.get(name, OwnForm()), lists) for name, record in FORMS.items()
    }  # fmt: skip
    counted = {name: {code.code: code.counts_as for code in each} for name, each in by_list.items()}
    return InForce(forms, lists, counted, own, codes)

"""The open store as the source of suggestions and of the records that links may name."""

from __future__ import annotations

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Field
from refugedesk.services import choices
from refugedesk.services.desk import Desk
from refugedesk.ui.forms.editors import Source
from refugedesk.ui.forms.offers import Offer


def source_of(desk: Desk) -> Source:
    """Asks the services, once a pause for suggestions and once an opening for links."""

    def suggest(field: Field, prefix: str) -> tuple[str, ...]:
        return choices.suggestions(desk, field, prefix)

    def links(field: Field, draft: Draft) -> tuple[Offer, ...]:
        return tuple(Offer(each.id, each.label, each.detail) for each in choices.link_choices(desk, field, draft))

    return Source(suggest, links)

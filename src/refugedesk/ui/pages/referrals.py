"""The list of referrals."""

from __future__ import annotations

from refugedesk.domain.words import noted
from refugedesk.services import views
from refugedesk.services.views import ReferralRow
from refugedesk.ui.pages.list_page import Listed, ListPage
from refugedesk.ui.pages.models.columns import REFERRALS


class ReferralsPage(ListPage):
    """Who asked for a place, and what is to happen next."""

    title = noted("Referrals")
    rail = "referrals"
    help_topic = "referrals"
    new_words = noted("Record a referral")
    columns = REFERRALS
    first_chip = "all"
    filter_words = noted("Filter referrals")
    empty = (
        "phone-call",
        noted("No referrals yet"),
        noted("Record each household that asks for a place, also those that did not go ahead: returns count both."),
    )

    def fetch(self, chip: str, typed: str) -> Listed:
        """The newest first."""
        found = views.referrals(self.window_of.desk, chip, typed)
        return Listed(found.rows, found.meaning, found.chips)

    def open_row(self, row: ReferralRow) -> None:
        """The referral."""
        self.window_of.navigator.open("referral", id=row.id)

    def make_new(self) -> None:
        """An empty referral form."""
        self.window_of.navigator.open("referral")

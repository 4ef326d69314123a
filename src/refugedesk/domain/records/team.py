"""The service, its team, and the agencies it rings."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section
from refugedesk.domain.lists.team import AGENCY_KIND, STAFF_ROLE
from refugedesk.domain.records.parts import note, to_resident
from refugedesk.domain.rules import in_order, not_in_future

SERVICE_DETAIL = Record(
    id="service_detail",
    title="About the service",
    plural="service_details",
    line=("provider",),
    sections=(
        Section(
            "service",
            "The service",
            (
                Field("provider", "Provider", Kind.TEXT, is_wanted=True, longest=120),
                Field("commissioned_by", "Commissioned by", Kind.TEXT, longest=120),
                Field(
                    "contract_start",
                    "Contract began on",
                    Kind.DAY,
                    help="Quarters are counted from this day, whatever day of the month it is.",
                ),
                Field("contract_end", "Contract ends on", Kind.DAY, is_ahead=True),
                Field("information_governance_lead", "Leads on information governance", Kind.TEXT, longest=80),
                Field("safeguarding_lead", "Leads on safeguarding", Kind.TEXT, longest=80),
            ),
        ),
    ),
    rules=(in_order("contract_start", "contract_end", "The contract ends before it begins"),),
)

STAFF = Record(
    id="staff",
    title="Member of staff",
    plural="staff",
    searched=("name", "languages", "specialisms"),
    line=("name", "role"),
    rules=(in_order("active_from", "active_to", "Left before beginning"),),
    sections=(
        Section(
            "staff",
            "Member of staff",
            (
                Field("name", "Name", Kind.TEXT, is_required=True, longest=80),
                Field("role", "Role", Kind.CHOICE, STAFF_ROLE, is_wanted=True),
                Field(
                    "signs_in_as",
                    "Signs in as",
                    Kind.TEXT,
                    longest=80,
                    suggests=("signs_in_as",),
                    help="The name RefugeDesk is unlocked with, where it is not the one above. Home then knows whose"
                    " residents are whose.",
                ),
                Field(
                    "languages",
                    "Languages spoken",
                    Kind.TEXT,
                    longest=200,
                    help="With commas between: Urdu, Punjabi, British Sign Language.",
                ),
                Field("specialisms", "Knows about", Kind.TEXT, longest=200, help="Such as immigration, teenagers."),
                Field("active_from", "Began on", Kind.DAY),
                Field("active_to", "Left on", Kind.DAY, help="Empty while working here."),
                note(),
            ),
        ),
    ),
)

CONFLICT = Record(
    id="conflict",
    title="Known to a worker",
    plural="conflicts",
    line=("staff_id",),
    sections=(
        Section(
            "conflict",
            "Who knows whom",
            (
                to_resident(),
                Field("staff_id", "Which worker", Kind.LINK, links_to="staff", is_required=True),
                Field("how", "How they know each other", Kind.TEXT, is_restricted=True, is_for_case=True, longest=200),
                Field("since_on", "Hidden from that worker since", Kind.DAY),
            ),
            help="A worker who knows the person, or somebody close to the person feared.",
        ),
    ),
    rules=(not_in_future("since_on", "The day"),),
)

AGENCY = Record(
    id="agency",
    title="Agency",
    plural="agencies",
    searched=("name", "what_for", "telephone", "languages"),
    line=("name", "kind", "telephone"),
    rules=(not_in_future("checked_on", "The day it was last checked"),),
    sections=(
        Section(
            "agency",
            "Agency",
            (
                Field("name", "Name", Kind.TEXT, is_required=True, longest=120),
                Field("kind", "Kind", Kind.CHOICE, AGENCY_KIND, is_wanted=True),
                Field("what_for", "What for", Kind.TEXT, longest=200),
                Field("telephone", "Telephone", Kind.TEXT, longest=60),
                Field("email", "Email", Kind.TEXT, longest=120),
                Field("opening_hours", "Open", Kind.TEXT, longest=120),
                Field("languages", "Languages", Kind.TEXT, longest=200),
                Field("checked_on", "Last checked on", Kind.DAY, is_wanted=True),
                note(),
            ),
        ),
    ),
)

AGENCY_CONTACT = Record(
    id="agency_contact",
    title="Contact at an agency",
    plural="agency_contacts",
    searched=("name", "telephone"),
    line=("name", "role", "telephone"),
    sections=(
        Section(
            "contact",
            "Contact",
            (
                Field("agency_id", "Agency", Kind.LINK, links_to="agency", is_required=True),
                Field("name", "Name", Kind.TEXT, is_required=True, longest=80),
                Field("role", "Role", Kind.TEXT, longest=80),
                Field("telephone", "Telephone", Kind.TEXT, longest=60),
                Field("email", "Email", Kind.TEXT, longest=120),
                note(),
            ),
        ),
    ),
)

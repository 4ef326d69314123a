"""A resident: who a person is, whatever stays she, he or they have."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section, when
from refugedesk.domain.lists.circumstances import (
    CONTACT_METHOD,
    ECONOMIC_STATUS,
    FORMAT_NEED,
    IMMIGRATION_STATUS,
    INCOME,
    MARITAL_STATUS,
    SPOKEN_ENGLISH,
    WHO_FROM,
)
from refugedesk.domain.lists.health import DISABILITY_KIND, FIRE_HELP
from refugedesk.domain.lists.people import ETHNICITY, GENDER, RELIGION, SEX, SEXUAL_ORIENTATION, YES_NO
from refugedesk.domain.records.parts import choice, note, several
from refugedesk.domain.rules import adult_resident, in_order, not_in_future

RESIDENT = Record(
    id="resident",
    title="Resident",
    plural="residents",
    searched=("first_name", "last_name", "known_as", "notes"),
    line=("first_name", "last_name"),
    rules=(
        not_in_future("date_of_birth", "The date of birth"),
        not_in_future("concession_applied_on", "The day of the application"),
        not_in_future("concession_granted_on", "The day it was granted"),
        in_order("concession_applied_on", "concession_granted_on", "It was granted before it was applied for"),
        adult_resident,
    ),
    sections=(
        Section(
            "names",
            "Name and birth",
            (
                Field("first_name", "First name", Kind.TEXT, is_wanted=True, longest=80),
                Field("last_name", "Last name", Kind.TEXT, longest=80),
                Field("known_as", "Also known as", Kind.TEXT, is_restricted=True, longest=120),
                Field("date_of_birth", "Date of birth", Kind.DAY, is_wanted=True),
                Field(
                    "national_insurance_number",
                    "NI number",
                    Kind.TEXT,
                    is_restricted=True,
                    is_for_case=True,
                    longest=13,
                ),
                choice("marital_status", "Marital status", MARITAL_STATUS),
            ),
        ),
        Section(
            "safe_contact",
            "Safe contact",
            (
                several("contact_methods", "How to get in touch safely", CONTACT_METHOD),
                Field("contact_detail", "Number or address for it", Kind.TEXT, is_restricted=True, longest=200),
                Field("contact_times", "When", Kind.TEXT, longest=120),
                Field("contact_code_word", "Code word", Kind.TEXT, is_restricted=True, longest=60),
                choice("message_may_be_left", "A message may be left", YES_NO),
                Field("emergency_contact", "In an emergency, tell", Kind.TEXT, is_restricted=True, longest=200),
            ),
            help="Only what is safe for the resident, in the resident's words.",
        ),
        Section(
            "health",
            "Health",
            (
                Field("gp", "GP", Kind.TEXT, longest=200),
                Field("allergies", "Allergies", Kind.TEXT, is_restricted=True, longest=400),
                Field("medication", "Medication kept in the house", Kind.LONG_TEXT, is_restricted=True, longest=4000),
                several("fire_help", "Help to leave in a fire", FIRE_HELP, help="Shown on the roll-call."),
                note("health_notes", "Health notes"),
            ),
        ),
        Section(
            "equality",
            "Equality",
            (
                Field("sex", "Sex", Kind.CHOICE, SEX, is_wanted=True),
                Field("gender", "Gender", Kind.CHOICE, GENDER, is_wanted=True),
                Field("ethnicity", "Ethnic group", Kind.CHOICE, ETHNICITY, is_wanted=True),
                Field("religion", "Religion or belief", Kind.CHOICE, RELIGION, is_wanted=True),
                Field(
                    "sexual_orientation",
                    "Sexual orientation",
                    Kind.CHOICE,
                    SEXUAL_ORIENTATION,
                    is_wanted=True,
                ),
                Field(
                    "disabled",
                    "Disabled",
                    Kind.CHOICE,
                    YES_NO,
                    is_wanted=True,
                    help="A condition lasting a year or more that makes day-to-day life harder.",
                ),
                Field(
                    "disability_kinds",
                    "Kinds of disability",
                    Kind.CHOICES,
                    DISABILITY_KIND,
                    shown=when("disabled", "yes"),
                    is_wanted=True,
                ),
                Field(
                    "pregnant",
                    "Pregnant or gave birth in the last 26 weeks",
                    Kind.CHOICE,
                    YES_NO,
                    is_wanted=True,
                ),
                Field("baby_due_on", "Baby due on", Kind.DAY, is_ahead=True, shown=when("pregnant", "yes")),
            ),
            help="Asked of everybody; nobody has to answer.",
        ),
        Section(
            "language",
            "Language and culture",
            (
                Field("first_language", "First language", Kind.TEXT, longest=60, suggests=("first_language",)),
                choice("spoken_english", "Spoken English", SPOKEN_ENGLISH),
                Field("interpreter_needed", "Interpreter needed", Kind.CHOICE, YES_NO, is_wanted=True),
                choice("interpreter_preference", "Who should interpret", WHO_FROM, when("interpreter_needed", "yes")),
                several("format_needs", "How information is wanted", FORMAT_NEED),
                Field("diet", "Diet", Kind.TEXT, longest=200),
                Field("faith_practice", "Faith in daily life", Kind.TEXT, longest=200),
            ),
        ),
        Section(
            "status",
            "Status and money",
            (
                Field("no_recourse", "No recourse to public funds", Kind.CHOICE, YES_NO, is_wanted=True),
                Field(
                    "immigration_status",
                    "Immigration status",
                    Kind.CHOICE,
                    IMMIGRATION_STATUS,
                    is_restricted=True,
                    is_for_case=True,
                ),
                Field(
                    "concession_applied_on",
                    "Concession applied for on",
                    Kind.DAY,
                    is_restricted=True,
                    is_for_case=True,
                    help="The concession for migrants who have suffered abuse.",
                ),
                Field("concession_granted_on", "Concession granted on", Kind.DAY, is_restricted=True, is_for_case=True),
                Field("solicitor", "Solicitor", Kind.TEXT, is_restricted=True, is_for_case=True, longest=200),
                choice("economic_status", "Work", ECONOMIC_STATUS),
                several("income", "Income and benefits", INCOME),
            ),
        ),
        Section("notes", "More about the person", (note("notes", "Notes"),)),
    ),
)

"""A resident: who a person is, whatever stays she, he or they have."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section
from refugedesk.domain.lists.people import ETHNICITY, GENDER, RELIGION, SEX, SEXUAL_ORIENTATION, YES_NO
from refugedesk.domain.rules import adult_resident, not_in_future

RESIDENT = Record(
    id="resident",
    title="Resident",
    plural="residents",
    searched=("first_name", "last_name", "known_as", "notes"),
    rules=(not_in_future("date_of_birth", "The date of birth"), adult_resident),
    sections=(
        Section(
            "names",
            "Name and birth",
            (
                Field("first_name", "First name", Kind.TEXT, is_wanted=True, longest=80),
                Field("last_name", "Last name", Kind.TEXT, longest=80),
                Field("known_as", "Also known as", Kind.TEXT, is_restricted=True, longest=120),
                Field("date_of_birth", "Date of birth", Kind.DAY, is_wanted=True),
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
                    "pregnant",
                    "Pregnant or gave birth in the last 26 weeks",
                    Kind.CHOICE,
                    YES_NO,
                    is_wanted=True,
                ),
            ),
            help="Asked of everybody; nobody has to answer.",
        ),
        Section(
            "language",
            "Language and status",
            (
                Field("first_language", "First language", Kind.TEXT, longest=60, suggests=("first_language",)),
                Field("interpreter_needed", "Interpreter needed", Kind.CHOICE, YES_NO, is_wanted=True),
                Field("no_recourse", "No recourse to public funds", Kind.CHOICE, YES_NO, is_wanted=True),
            ),
        ),
        Section("notes", "Notes", (Field("notes", "Notes", Kind.LONG_TEXT, longest=32_000),)),
    ),
)

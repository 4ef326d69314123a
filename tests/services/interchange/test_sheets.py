"""The sheets hold what the contract promises, and every field of every record."""

from __future__ import annotations

from refugedesk.domain.records import ALL
from refugedesk.services.interchange.sheets import SHEETS

PROMISED = {
    "units": "unit_id name accommodation_type layout bedspaces max_children accessible pets open_from open_to",
    "referrals": "referral_id received_on source risk_level origin_authority origin_ward children assessed_on outcome "
    "refusal_reason decided_on repeat_of",
    "residents": "resident_id first_name last_name date_of_birth sex gender ethnicity religion sexual_orientation "
    "disabled no_recourse first_language interpreter_needed pregnant",
    "stays": "stay_id resident_id referral_id started_on ended_on origin_authority origin_ward risk_at_start "
    "move_on_destination move_on_authority planned_departure",
    "placements": "stay_id unit_id from_on to_on",
    "children": "child_id stay_id first_name date_of_birth sex in_refuge social_care_status_at_start "
    "social_care_status_at_end known_to_childrens_services",
    "needs": "stay_id need",
    "abuse": "stay_id abuse_type",
}


def test_every_promised_file_has_its_promised_columns() -> None:
    assert set(PROMISED) <= set(SHEETS)
    for name, columns in PROMISED.items():
        assert set(columns.split()) <= set(SHEETS[name].by_name), name


def test_every_field_of_every_record_has_a_column_of_its_own() -> None:
    held = {
        (column.record.id, column.field.name) for sheet in SHEETS.values() for column in sheet.columns if column.field
    }
    implied = {("child_stay", "child_id")}
    own = {(record.id, field.name) for record in ALL.values() for field in record.fields if not field.is_secret}
    assert held | implied == own


def test_no_sheet_names_a_column_twice() -> None:
    for sheet in SHEETS.values():
        assert len(sheet.by_name) == len(sheet.columns)


def test_codes_that_returns_count_have_a_sheet_and_no_column_elsewhere() -> None:
    for sheet in SHEETS.values():
        counted = [column for column in sheet.columns if column.field and column.field.has_rows]
        assert bool(counted) == sheet.is_codes


def test_the_address_has_no_column() -> None:
    assert not any("address" in column.name for sheet in SHEETS.values() for column in sheet.columns)
    assert [field.name for record in ALL.values() for field in record.fields if field.is_secret] == ["address"]

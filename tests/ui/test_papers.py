"""Papers: what is on them, what is never on them, and what is written down about them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from desks import a_stay, a_unit, resident_of
from page_windows import PageWindow, settle
from refugedesk.domain.fields import Answer
from refugedesk.services import forms
from refugedesk.services.desk import Desk
from refugedesk.services.papers import KINDS, Paper, file_name, make_paper
from refugedesk.storage.tables import AUDIT_ENTRY
from refugedesk.ui.pages.papers import PapersPage
from refugedesk.ui.paper.sheets import as_html, write_pdf

ADDRESS = "12 Hidden Lane"
pytestmark = pytest.mark.usefixtures("application")


def saved(desk: Desk, record: str, **answers: Answer) -> str:
    """A record in the store, said to be right where it is unlikely; its key."""
    draft = forms.new_draft(desk, record, **answers)
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    return forms.save(desk, draft).id


def words(paper: Paper) -> str:
    """Everything on a paper."""
    return as_html(paper)


@pytest.fixture
def stay(desk: Desk) -> str:
    """Farah in Room 1 with Sam; a property, a plan, a goal and its action, an assessment."""
    key = a_stay(desk, "Farah <b>", a_unit(desk), ("Sam",))
    saved(desk, "property", name="North House", address=ADDRESS)
    resident = forms.open_draft(desk, "resident", resident_of(desk, key))
    resident.set("fire_help", ("carried",))
    forms.save(desk, resident)
    plan: dict[str, Answer] = {
        "stay_id": key,
        "made_on": desk.today,
        "in_danger": "Ring 999.\nBack door.",
        "code_word": "Marigold",
    }
    saved(desk, "safety_plan", **plan)
    goal = saved(desk, "goal", stay_id=key, need="housing", goal="A garden", agreed_on=desk.today)
    saved(desk, "plan_action", goal_id=goal, what="Ring the council", who="Ana")
    for days, level in ((9, "high"), (0, "medium")):
        on = desk.today - timedelta(days)
        saved(desk, "risk_assessment", stay_id=key, assessed_on=on, tool="checklist_24", level=level, q15="yes")
    return key


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_paper_says_who_and_when_and_never_where(desk: Desk, stay: str, kind: str, tmp_path: Path) -> None:
    paper = make_paper(desk, kind, stay)
    assert paper.made.startswith("Printed by Ana Silva on 12 Apr 2021 at ")
    assert paper.parts
    assert ADDRESS not in words(paper)
    assert "Marigold" not in words(paper)
    path = tmp_path / file_name(paper, desk)
    assert write_pdf(paper, path) >= 1
    raw = path.read_bytes()
    assert raw.startswith(b"%PDF")
    assert not any(mark in raw for mark in (b"Ana Silva", b"Farah", b"City Refuge"))
    assert b"/Author ()" in raw
    assert b"/Title ()" in raw
    assert "Farah" not in path.name
    assert path.stat().st_mode & 0o077 == 0


def test_the_roll_call_has_everybody_and_who_needs_help(desk: Desk, stay: str) -> None:
    [part] = make_paper(desk, "roll_call").parts
    assert part.heading == "2 people in 1 household"
    assert part.table is not None
    assert part.table.rows == (
        ("Room 1", "Farah <b>", "", "Has to be carried or helped down the stairs", ""),
        ("", "Sam", "", "", ""),
    )


def test_names_are_words_and_never_markup(desk: Desk, stay: str) -> None:
    assert "Farah &lt;b&gt;" in words(make_paper(desk, "roll_call"))


def test_the_plans_and_the_summary_say_what_was_agreed(desk: Desk, stay: str) -> None:
    assert all(each in words(make_paper(desk, "support_plan", stay)) for each in ("A garden", "Ring the council"))
    assert all(each in words(make_paper(desk, "safety_plan", stay)) for each in ("Ring 999.", "Back door."))
    summary = words(make_paper(desk, "risk_summary", stay))
    assert "Lower than on 3 Apr 2021: high then, medium now, 1 then and 1 now." in summary
    assert "15. Strangled" in summary


def test_blank_forms_ask_what_the_forms_ask_and_hold_nobody(desk: Desk, stay: str) -> None:
    referral = words(make_paper(desk, "blank_referral"))
    assert all(each in referral for each in ("Came in on", "☐ Did not go ahead", "Who is feared"))
    assert "Farah" not in referral


def test_the_handover_has_the_last_day(desk: Desk, stay: str) -> None:
    saved(desk, "incident", on_day=desk.today, kind="fire_alarm", what_happened="Toast.")
    saved(desk, "incident", on_day=desk.today - timedelta(9), kind="missing", what_happened="Long ago.")
    text = words(make_paper(desk, "handover"))
    assert all(each in text for each in ("Farah &lt;b&gt; came.", "Fire or alarm"))
    assert "Missing" not in text


def test_saving_a_pdf_is_written_down(window: PageWindow, stay: str, tmp_path: Path) -> None:
    page = window.show_page(PapersPage(window, "roll_call"))
    window.dialogs.path = tmp_path / "sheet.pdf"
    page.save_pdf()
    settle()
    assert window.dialogs.offered == "roll-call-2021-04-12.pdf"
    assert (tmp_path / "sheet.pdf").exists()
    with window.desk.reading() as connection:
        actions = list(connection.execute(select(AUDIT_ENTRY.c.action)).scalars())
    assert actions.count("print") == 1


def test_a_folder_that_cannot_be_written_to_is_said(window: PageWindow, stay: str, tmp_path: Path) -> None:
    page = window.show_page(PapersPage(window, "roll_call"))
    window.dialogs.path = tmp_path / "nowhere" / "sheet.pdf"
    page.save_pdf()
    assert window.said == ["The PDF could not be written there. Choose another folder and save again."]


def test_papers_belong_to_residents_where_they_were_opened_from_a_file(window: PageWindow, stay: str) -> None:
    assert PapersPage(window, stay_id=stay).rail == "residents"
    assert PapersPage(window, kind="roll_call").rail == "house"

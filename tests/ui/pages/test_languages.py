"""The language bank in the window, and the ways to it."""

from __future__ import annotations

from desks import a_stay, resident_of
from page_windows import PageWindow, press, settle
from refugedesk.domain.fields import Answer
from refugedesk.services import forms, views
from refugedesk.ui.pages.entries_section import EntryLine
from refugedesk.ui.pages.languages import LanguagesPage
from refugedesk.ui.pages.person import open_person
from refugedesk.ui.pages.referral_form import open_referral
from refugedesk.ui.pages.search import SearchPage
from refugedesk.ui.widgets.buttons import GAP


def saved(window: PageWindow, record: str, **answers: Answer) -> str:
    return forms.save(window.desk, forms.new_draft(window.desk, record, **answers)).id


def lines(page: LanguagesPage) -> list[str]:
    """What the lines say, but for those that have been let go."""
    return [line.of.words for line in page.findChildren(EntryLine) if line.isVisible()]


def test_typing_a_language_shows_who_speaks_it_and_opens_the_record(window: PageWindow) -> None:
    key = saved(window, "staff", name="Ruta", role="key_worker", languages="Tigrinya, English")
    saved(window, "agency", name="Word for Word", kind="interpreting", languages="Tigrinya", telephone="0800 1")
    saved(window, "agency", name="Far", kind="interpreting", languages="Farsi")
    page = LanguagesPage(window)
    page.refresh()
    window.show_page(page)
    press("tigrinia")
    settle()
    assert lines(page) == ["Ruta · Key worker · Tigrinya, English", "Word for Word · Interpreting, 0800 1 · Tigrinya"]
    assert page.meaning.text() == "2 speak tigrinia, by any of its names."
    line = next(each for each in page.findChildren(EntryLine) if each.of.id == key and each.isVisible())
    line.click()
    assert window.navigator.way == [("house", {"panel": "staff", "id": key})]


def test_nobody_speaks_it_is_said_with_what_there_is(window: PageWindow) -> None:
    saved(window, "staff", name="Ruta", languages="Tigrinya")
    page = LanguagesPage(window, "Thai")
    page.refresh()
    assert page.meaning.text() == "Nobody in the language bank speaks Thai. The bank has Tigrinya."


def test_a_file_leads_to_the_bank_in_two_steps(window: PageWindow) -> None:
    resident = resident_of(window.desk, a_stay(window.desk))
    person = forms.open_draft(window.desk, "resident", resident)
    person.set("first_language", "Tigrinya")
    forms.save(window.desk, person)
    page = window.show_page(open_person(window, resident, section="language"))
    assert page.language() == "Tigrinya"
    button = next(each for each in page.findChildren(type(page.header.next)) if "Who speaks" in each.text())
    assert button.text() == f"{GAP}Who speaks Tigrinya…"
    button.click()
    assert window.navigator.way == [("languages", {"language": "Tigrinya"})]


def test_a_referral_says_who_speaks_its_languages_where_it_stands(window: PageWindow) -> None:
    saved(window, "staff", name="Ruta", role="key_worker", languages="Tigrinya")
    page = window.show_page(open_referral(window))
    page.folds["about_household"].open()
    page.form.focus_on("languages")
    press("English, Tigrinya\t")
    settle()
    assert page.notices.speakers == ("Tigrinya: Ruta (Key worker).",)
    assert not page.notices.isHidden()
    assert page.language() == "Tigrinya"


def test_the_search_opens_a_colleague_where_the_house_keeps_them(window: PageWindow) -> None:
    key = saved(window, "staff", name="Ruta", languages="Tigrinya")
    [hit] = views.search(window.desk, "tigri")
    SearchPage(window).open_hit(hit)
    assert window.navigator.way == [("house", {"panel": "staff", "id": key})]

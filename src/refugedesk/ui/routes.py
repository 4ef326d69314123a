"""Which page has which name, what it is opened with, and where it leads. Pages are imported when first opened.

=========  =============================================================
name       opened with
=========  =============================================================
home       part where it is to open there
referrals  chip, text
residents  chip, text
units      nothing
board      unit_id where the hand is to be on one
house      panel (a record's id) and id where one is to open
returns    nothing
own        id (a return of the service's own) or nothing
story      resident_id and stay_id, or nothing: a case story
settings   panel
search     text
help       topic
referral   id (a stored one) or nothing
arrival    referral_id or nothing
person     resident_id; stay_id and section where it is to open there
pick       resident_id of the file that is kept, or nothing
merge      resident_id and other_id: the file that is kept, and the other
child      child_id; stay_id and section where it is to open there
papers     kind, and stay_id for those about one stay
languages  language
unit       id or nothing
sight      record (resident or referral) and id: who sees that file
keeping    chip, text
purge      record (resident or referral) and id: how long that file is kept
access     resident_id, and child_id for a child alone: the file that is handed to its person; chip
handed_over  resident_id, or nothing for every file
trail      resident_id, account_id, day as typed, kind: each or none
=========  =============================================================
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final, cast

from refugedesk.domain.words import noted
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.navigation import Place
from refugedesk.ui.pages.page import Page

PAGES: Final[dict[str, str]] = {
    "home": "home:HomePage",
    "referrals": "referrals:ReferralsPage",
    "residents": "residents:ResidentsPage",
    "units": "units:UnitsPage",
    "house": "house:HousePage",
    "board": "board:BoardPage",
    "papers": "papers:PapersPage",
    "languages": "languages:LanguagesPage",
    "settings": "settings:SettingsPage",
    "search": "search:SearchPage",
    "help": "help:HelpPage",
    "referral": "referral_form:open_referral",
    "arrival": "arrival:open_arrival",
    "person": "person:open_person",
    "merge": "merge:MergePage",
    "pick": "pick_files:PickFilesPage",
    "child": "child:ChildPage",
    "unit": "unit_form:open_unit",
    "sight": "sight:SightPage",
    "trail": "trail:TrailPage",
    "keeping": "keeping:KeepingPage",
    "purge": "purge:PurgePage",
    "access": "access:AccessPage",
    "handed_over": "handed_over:HandedOverPage",
    "returns": "returns:open_returns",
    "own": "own_returns:OwnReturnsPage",
    "story": "case_story:StoryPage",
}
"""Page name -> module of ui/pages and what makes the page there: called with the window and the arguments by name."""

RAIL: Final = ("home", "referrals", "residents", "units", "returns", "house", "board", "help")
TITLES: Final = {
    "home": noted("Home"),
    "referrals": noted("Referrals"),
    "residents": noted("Residents"),
    "units": noted("Units"),
    "house": noted("House"),
    "board": noted("Bed board"),
    "papers": noted("Papers"),
    "languages": noted("Language bank"),
    "returns": noted("Returns"),
    "help": noted("Help"),
    "settings": noted("Settings"),
    "search": noted("Search"),
    "referral": noted("Referral"),
    "arrival": noted("Arrival"),
    "person": noted("Person"),
    "merge": noted("One person, two files?"),
    "pick": noted("Two files of one person"),
    "child": noted("Child"),
    "unit": noted("Unit"),
    "sight": noted("Who sees this file"),
    "trail": noted("What everybody did"),
    "keeping": noted("How long files are kept"),
    "purge": noted("Keep or purge a file"),
    "access": noted("A person's own file"),
    "own": noted("Returns of your own"),
    "handed_over": noted("What was handed over"),
    "story": noted("A case story"),
}
ICONS: Final = {
    "home": "house",
    "referrals": "phone-call",
    "residents": "users",
    "units": "bed-double",
    "house": "key-round",
    "board": "list-filter",
    "returns": "file-text",
    "help": "circle-question-mark",
    "settings": "settings",
}


def offered(desk: Desk) -> tuple[str, ...]:
    """The words of the rail for the person at the desk: an administrator sees no records."""
    without_records = ("home", "help")
    return RAIL if desk.may(Action.READ) else without_records


def maker(name: str) -> Callable[..., Page]:
    """What makes the page of that name; KeyError where there is none."""
    module, attribute = PAGES[name].split(":")
    return cast("Callable[..., Page]", getattr(import_module(f"refugedesk.ui.pages.{module}"), attribute))


def build(window: DeskWindow, place: Place) -> Page:
    """The page that stands at a place."""
    return maker(place.name)(window, **place.where)

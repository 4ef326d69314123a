"""What lists of records are called, what one of them is called, and what stands where there is none."""

from __future__ import annotations

from refugedesk.domain.fields import Record
from refugedesk.domain.records import ALL
from refugedesk.domain.words import noted, tr

PLURALS = {
    "service_detail": noted("About the service"),
    "staff": noted("Staff"),
    "property": noted("Properties"),
    "agency": noted("Agencies"),
    "attendance": noted("Who came"),
    "agency_contact": noted("People to ask for"),
    "benefit_claim": noted("Benefit claims"),
    "safeguarding": noted("Safeguarding and sharing log"),
    "consent": noted("Sharing"),
    "disclosure": noted("What was told, and when"),
    "household_member": noted("Who else came along"),
    "housing": noted("Housing steps"),
    "goal": noted("Needs and goals"),
    "plan_action": noted("Actions"),
    "perpetrator": noted("People feared"),
    "outcome_score": noted("Scores"),
    "conflict": noted("Known to workers"),
    "correction": noted("What should be put right"),
}
"""Headings that are not the title with an s."""


def plural_title(record: Record) -> str:
    """The heading of a list of them."""
    return tr(PLURALS.get(record.id) or f"{ALL[record.id].title}s")


NONE_YET = {
    "property": noted("No house is named yet. Name each one; its address never leaves the store."),
    "agency": noted("No agency is listed yet. List whom you ring, so that the number is at hand at night."),
    "agency_contact": noted("Nobody to ask for is named yet. Add who picks up the telephone there."),
    "staff": noted("Nobody of the team is listed yet. Add each, with the languages they speak."),
    "service_detail": noted("Who runs the service is not written down yet. It stands on returns and papers."),
    "benefit_claim": noted("No claim is recorded yet. Add one when it is made, and what came of it later."),
    "homelessness_application": noted("No application is recorded yet. Add one when a council is asked for a home."),
    "perpetrator": noted("Nobody feared is named yet. Add who it is, so that the house is warned in time."),
    "court_date": noted("No court date is known yet. Add one, and it stands among what is due."),
    "correction": noted("Nobody has said that anything is wrong. Add what, when somebody does."),
    "conflict": noted("Nobody of the team knows them. Add a colleague who does, so that it can be hidden from them."),
    "household_member": noted("Nobody else came along. Add a relative, a carer or a pet who did."),
    "disclosure": noted("Nothing has been told yet. Add what was told and when; it can grow as trust does."),
    "consent": noted("No agreement to share yet. Add with whom, and for what, before anything is passed on."),
    "risk_assessment": noted("Risk has not been assessed yet. Assess it in the first days and at each change."),
    "child_risk_assessment": noted("This child's risk has not been assessed yet. Assess it within the first days."),
    "safety_plan": noted("No safety plan yet. Make the first one together soon after arrival."),
    "goal": noted("No need is written down yet. Begin with one, and what they want to come of it."),
    "plan_action": noted("No action is agreed yet. Add who does what, and by when."),
    "plan_review": noted("The plan has not been reviewed yet. Look at it together after four weeks."),
    "outcome_score": noted("No scores yet. Score how things are now, so that later ones can be compared."),
    "contact": noted("No contact is recorded yet. Add a meeting, a call or a letter, with the minutes it took."),
    "attendance": noted("Nobody is down for it yet. Add who came, also those who sent word that they could not."),
    "note": noted("No note yet. Write what happened; what you think of it has a line of its own."),
    "wait": noted("Nothing is waited for. Add what was asked for and when, and you are told when to chase it."),
    "housing": noted("No step towards a home is recorded yet. Add an application, a bid, a viewing or an offer."),
    "safeguarding": noted("Nothing is in the log yet. Add a concern, whom you told, and why."),
    "incident": noted("No incident is recorded yet. Add what happened and what was done, as soon as it is quiet."),
    "task": noted("No task is written down yet. Add what is to be done and by when; Home shows what is due."),
    "aftercare_contact": noted("Nobody has been rung since they left. Add the first contact when you have made it."),
    "activity_group": noted("No group yet. Add one, then its sessions and who came."),
    "group_session": noted("No session yet. Add the day on which the group met."),
    "hold": noted("No unit is held. Hold one for a household that is on its way."),
    "void": noted("No unit is void. Add one that stands empty, why, and since when."),
}
"""What stands where there is none: what that means, and what to do about it."""
SINGLE = frozenset({"service_detail"})
"""Of these there is one record and no more."""
ONE = {
    "service_detail": noted("who runs it"),
    "attendance": noted("somebody"),
    "staff": noted("a member of staff"),
    "agency_contact": noted("somebody"),
    "safeguarding": noted("an entry"),
    "consent": noted("an agreement"),
    "disclosure": noted("what was told"),
    "household_member": noted("somebody"),
    "goal": noted("a need"),
    "perpetrator": noted("a person"),
    "conflict": noted("a worker"),
    "correction": noted("a request"),
}


def article(record: Record) -> str:
    """One of them, with its article."""
    title = ALL[record.id].title.lower()
    return tr(ONE.get(record.id) or f"{'an' if title[0] in 'aeiou' else 'a'} {title}")


def none_yet(record: Record) -> str:
    """The sentence where a list is empty."""
    if record.id in NONE_YET:
        return tr(NONE_YET[record.id])
    return tr("No {things} yet. Add the first.", things=plural_title(record).lower())

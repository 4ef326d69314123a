"""What a refuge records, theme by theme: each fact in the trade's words, and the fields that hold it.

``!`` before a field: wanted before a return is complete. ``~``: restricted. ``@``: never leaves the store.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

CATALOGUE = """
service: provider: service_detail.provider
service: commissioned by: service_detail.commissioned_by
service: contract start: service_detail.contract_start
service: information governance lead: service_detail.information_governance_lead
service: safeguarding lead: service_detail.safeguarding_lead
service: answers of its own: own_code.codelist own_code.code own_code.label own_code.counts_as own_code.offered
property: name: property.name
property: address: @~property.address
unit: name: unit.name
unit: accommodation type: !unit.accommodation_type
unit: layout: !unit.layout
unit: bedrooms: unit.bedrooms
unit: bed spaces: !unit.bedspaces
unit: largest number of children: unit.max_children
unit: oldest boy: unit.oldest_boy
unit: step-free or adapted: unit.accessible
unit: carer space: unit.carer_space
unit: pets: unit.pets
unit: men: unit.men
unit: stable substance use accepted: unit.substance_use
unit: no recourse accepted: unit.no_recourse_accepted
unit: by-and-for group: unit.by_and_for
unit: funding: unit.funding
unit: open from and to: unit.open_from unit.open_to
void: unit, reason, from, to: void.unit_id void.reason void.from_on void.to_on
hold: unit, for which referral, until when: hold.unit_id hold.referral_id hold.until_on hold.until_at
staff: name, role, languages, specialisms, active: staff.name staff.role staff.languages staff.specialisms
staff: which account is theirs: staff.signs_in_as
staff: active from and to: staff.active_from staff.active_to
staff: who knows whom: conflict.resident_id conflict.staff_id ~conflict.how
agency: name, kind, what for, telephone, last checked: agency.name agency.kind agency.what_for agency.telephone
agency: languages, when open: agency.languages agency.opening_hours
agency: last checked on: agency.checked_on
agency: contacts: agency_contact.agency_id agency_contact.name agency_contact.telephone
referral: received on and at: !referral.received_on !referral.received_at
referral: out of hours, urgent: referral.out_of_hours referral.urgent
referral: source: !referral.source
referral: referrer, route: referral.referrer referral.route
referral: adults: referral.adults
referral: children with ages and sexes: referral.children !referral_child.age !referral_child.sex
referral: pregnant, pets, access needs, languages: referral.pregnant referral.pets referral.access_needs
referral: languages: referral.languages
referral: origin authority: !referral.origin_authority
referral: ward or postcode district: referral.origin_ward referral.postcode_district
referral: risk level: !referral.risk_level
referral: tool, score, MARAC: referral.risk_tool referral.risk_score referral.marac
referral: who is feared and where: ~referral.feared_person ~referral.feared_area
referral: areas unsafe: ~referral.areas_unsafe
referral: no recourse: referral.no_recourse
referral: needs named: referral.needs_named
referral: earlier calls: referral.repeat_of
referral: background check asked and answered: referral.check_asked_on referral.check_answered_on
referral: assessed on and by: !referral.assessed_on !referral.assessed_by
referral: outcome: !referral.outcome
referral: reason: !referral.refusal_reason
referral: signposted to: referral.signposted_to
referral: moved in or not, and why not: referral.moved_in !referral.not_moved_in_reason
resident: names: resident.first_name resident.last_name
resident: names known by: ~resident.known_as
resident: ids of files made one with this one: earlier_id.resident_id earlier_id.child_id earlier_id.earlier_id
resident: date of birth: !resident.date_of_birth
resident: safe contact, method: resident.contact_methods
resident: safe contact, detail: ~resident.contact_detail
resident: safe contact, times: resident.contact_times
resident: safe contact, code word: ~resident.contact_code_word
resident: safe contact, message: resident.message_may_be_left
resident: emergency contact: ~resident.emergency_contact
resident: NI number: ~resident.national_insurance_number
resident: GP: resident.gp
resident: home authority: !stay.origin_authority
resident: ward or district: stay.origin_ward
resident: earlier accommodation: stay.earlier_accommodation
resident: reason for leaving: stay.reason_for_leaving
resident: economic status: resident.economic_status
resident: income and benefits: resident.income
resident: claim dates: benefit_claim.benefit benefit_claim.claimed_on benefit_claim.awarded_on
resident: homelessness application: !homelessness_application.stage homelessness_application.applied_on
resident: homelessness dates: homelessness_application.decided_on homelessness_application.authority
health: allergies: ~resident.allergies
health: medication kept in the house: ~resident.medication
health: help needed to leave in a fire: resident.fire_help
equality: sex: !resident.sex
equality: gender and whether as registered at birth: !resident.gender
equality: ethnicity: !resident.ethnicity
equality: religion: !resident.religion
equality: sexual orientation: !resident.sexual_orientation
equality: disability: !resident.disabled
equality: kinds of disability: !resident.disability_kinds
equality: pregnant or recently given birth: !resident.pregnant
equality: due date: resident.baby_due_on
equality: marital status: resident.marital_status
language: first language: resident.first_language
language: spoken English: resident.spoken_english
language: interpreter needed: !resident.interpreter_needed
language: whether a woman is wanted: resident.interpreter_preference
language: format needs: resident.format_needs
language: diet: resident.diet
language: faith practice: resident.faith_practice
status: immigration status: ~resident.immigration_status
status: recourse to public funds: !resident.no_recourse
status: concession: ~resident.concession_applied_on ~resident.concession_granted_on
status: solicitor: ~resident.solicitor
rights: what should be put right: correction.asked_on correction.about correction.what_stands correction.what_they_say
rights: who asked, what came of it: correction.asked_by correction.outcome correction.outcome_why
rights: answered: !correction.answer_by correction.answered_on
abuse: kinds: stay.abuse disclosure.kinds
abuse: dated: disclosure.told_on
abuse: relationship of each perpetrator: disclosure.relationships perpetrator.relationship
abuse: how long: disclosure.how_long
abuse: injuries: disclosure.injured disclosure.injuries
abuse: weapons: ~disclosure.weapons
abuse: still in contact: disclosure.in_contact perpetrator.in_contact
abuse: perpetrator's name: ~perpetrator.name
abuse: perpetrator's area: ~perpetrator.area
abuse: orders and bail: ~perpetrator.orders ~perpetrator.order_until ~perpetrator.order_terms
abuse: earlier refuge stays: stay.earlier_refuge_stays
abuse: police reported: stay.police_reported
abuse: court dates: court_date.heard_on court_date.kind court_date.outcome
stay: key worker: !stay.key_worker
stay: started on: !stay.started_on
stay: referral: stay.referral_id
stay: placements in units: placement.unit_id placement.from_on placement.to_on
stay: household members: household_member.kind household_member.name
stay: arrival checklist: stay.arrival_steps
stay: who must not know: ~stay.must_not_know
stay: licence agreement signed: stay.licence_signed_on
stay: consents, with whom and what for: consent.with_whom consent.for_what
stay: consents, given, withdrawn, ground: consent.given_on consent.withdrawn_on !consent.ground
stay: ended on: stay.ended_on
stay: planned: !stay.planned_departure
stay: reason: stay.exit_reason
stay: destination: !stay.move_on_destination
stay: its authority: !stay.move_on_authority
stay: returned to the perpetrator: stay.returned_to_perpetrator
stay: safe at exit: stay.safe_at_exit
stay: what held it up: stay.held_up
stay: one offer refused and why: stay.offer_declined_why
stay: risk at exit: stay.risk_at_exit
stay: needs met: stay.needs_met
aftercare: agreed: stay.aftercare_agreed
aftercare: safe contact: ~stay.aftercare_contact
aftercare: next contact on: stay.aftercare_next_on
aftercare: contacts at 1, 3 and 6 months: aftercare_contact.due aftercare_contact.on_day
aftercare: where they live now, safe, support: !aftercare_contact.lives_now !aftercare_contact.is_safe
aftercare: support: aftercare_contact.support
child: date of birth: !child.date_of_birth
child: sex: !child.sex
child: ethnicity: child.ethnicity
child: disability and special needs: child.disabled child.disability_kinds child.special_needs
child: relation: child.relation
child: lives in the refuge or elsewhere: !child_stay.in_refuge
child: adult dependant: child.adult_dependant
child: social care status at start: !child_stay.social_care_status_at_start child_stay.status_since_on
child: social care status at end: child_stay.social_care_status_at_end child_stay.status_ended_on
child: known to children's services: !child_stay.known_to_childrens_services
child: by which authority: child_stay.childrens_services_authority
child: social worker: child_stay.social_worker
child: safeguarding referral made on: child_stay.safeguarding_referral_on
child: safeguarding outcome: !child_stay.safeguarding_outcome
child: school left, applied, started: child_stay.school_left_on child_stay.school_applied_on
child: school started on: child_stay.school_started_on ~child_stay.school
child: safeguarding lead: child_stay.school_safeguarding_lead
child: told to withhold the address: !child_stay.school_told_to_withhold
child: health visitor, GP: child.health_visitor child.gp
child: contact with the perpetrator: ~child.contact_orders ~child.contact_kind ~child.contact_times
child: next hearing: ~child.next_hearing_on
child: witnessed or directly harmed: child.experience
child: effects: child.effects
child: strengths: child.strengths
child: own words: child.own_words
child: needs: child_stay.child_needs
child: support: child_stay.child_support child_stay.support_waiting_since_on
child: risk tool and score: child_risk_assessment.tool_version child_risk_assessment.score
child: review on: child_stay.review_on
child: closed on and why: child_stay.closed_on child_stay.closed_reason
risk: date, stage, tool, version: risk_assessment.assessed_on risk_assessment.stage risk_assessment.tool
risk: version: risk_assessment.tool_version
risk: 24 answers: risk_assessment.q01 risk_assessment.q24
risk: tool for men: risk_assessment.m01
risk: tool for children: child_risk_assessment.c01
risk: score, level: risk_assessment.score risk_assessment.level
risk: judgement that overrides and why: risk_assessment.judgement_level !risk_assessment.judgement_why
risk: next on: risk_assessment.next_on
risk: MARAC: risk_assessment.marac_referred_on risk_assessment.marac_heard_on risk_assessment.marac_outcome
risk: repeat within 12 months: risk_assessment.marac_repeat
plan: safety plan: safety_plan.made_on safety_plan.in_danger safety_plan.review_on
plan: need and level: goal.need !goal.level
plan: goal in the resident's words: !goal.goal
plan: actions with who and by when: plan_action.what plan_action.who plan_action.due_on
plan: review dates: plan_review.reviewed_on plan_review.next_on goal.review_on
plan: outcome, and why not: goal.outcome !goal.outcome_why
plan: outcome scores: outcome_score.area outcome_score.score outcome_score.stage
contact: date, kind, minutes, by whom: contact.on_day contact.kind contact.minutes !contact.worker
contact: for whom, topics: contact.child_id contact.topics
contact: interpreter: contact.interpreter_language contact.interpreter_minutes contact.interpreter_cost
contact: note: contact.note
group: topic, language, evening: activity_group.topic activity_group.language activity_group.time_of_day
group: attendance: group_session.held_on attendance.session_id attendance.attended
wait: what, asked, got, chased: wait.what wait.asked_on wait.got_on wait.chased_on
housing: applications, bids, offers, viewings: housing.step housing.on_day
housing: decision and reason: housing.decision !housing.decision_why
housing: furnishing fund: housing.amount
safeguarding: date, child or adult, concern: safeguarding.on_day safeguarding.concern_for safeguarding.concern
safeguarding: told whom, ground: safeguarding.told_whom safeguarding.ground
safeguarding: decision by, outcome: !safeguarding.decided_by !safeguarding.outcome
incident: date, unit, kind, what was done: incident.on_day incident.unit_id !incident.kind incident.what_was_done
task: what, for whom, due, done: task.what task.stay_id task.due_on task.done_on
note: dated, by whom: note.on_day !note.worker
note: fact apart from opinion: note.fact note.opinion
note: corrected by a new version: note.corrects
"""


@dataclass(frozen=True)
class Entry:
    """One field that holds a fact of the catalogue."""

    theme: str
    fact: str
    record: str
    field: str
    is_wanted: bool
    is_restricted: bool
    is_secret: bool


def entries() -> Iterator[Entry]:
    """Every field the catalogue names."""
    for line in CATALOGUE.strip().splitlines():
        theme, fact, names = (part.strip() for part in line.split(":", 2))
        for name in names.split():
            marks, path = name[: len(name) - len(name.lstrip("!~@"))], name.lstrip("!~@")
            record, field = path.split(".")
            yield Entry(theme, fact, record, field, "!" in marks, "~" in marks, "@" in marks)

"""What invented people need, what was done to them, why a referral does not go ahead, and where a stay leads."""

from __future__ import annotations

from typing import Final

SOURCES: Final = {
    "self": 20,
    "national_helpline": 24,
    "local_helpline": 6,
    "other_refuge": 9,
    "idva": 11,
    "marac": 3,
    "police": 9,
    "council_housing": 8,
    "council_social_care": 7,
    "gp_health": 2,
    "mental_health": 1,
    "probation": 1,
    "voluntary": 2,
    "other": 1,
}
NEEDS: Final = {
    "housing": 80,
    "safety": 60,
    "emotional": 52,
    "finance": 50,
    "mental_health": 40,
    "legal_family": 26,
    "physical_health": 24,
    "family_support": 22,
    "children": 20,
    "legal_civil": 18,
    "isolation": 16,
    "language": 13,
    "legal_criminal": 12,
    "immigration": 10,
    "education_employment": 10,
    "disability": 9,
    "alcohol": 6,
    "drugs": 5,
    "culture_faith": 5,
    "pregnancy": 4,
    "no_recourse": 4,
    "offending": 2,
}
ABUSE: Final = {
    "emotional": 80,
    "coercive_control": 76,
    "physical": 68,
    "verbal": 50,
    "economic": 42,
    "psychological": 36,
    "sexual": 25,
    "stalking": 22,
    "technology": 16,
    "strangulation": 14,
    "post_separation": 10,
    "honour_based": 6,
    "immigration_abuse": 5,
    "forced_marriage": 2,
    "exploitation": 2,
}
DESTINATIONS: Final = {
    "council_tenancy": 24,
    "housing_association": 18,
    "private_tenancy": 12,
    "friends_family": 12,
    "other_refuge": 8,
    "second_stage": 6,
    "temporary_accommodation": 6,
    "own_home_safe": 3,
    "returned_perpetrator": 4,
    "family_home": 2,
    "supported_housing": 2,
    "evicted": 1,
    "not_known": 2,
}
SHORT_DESTINATIONS: Final = {
    "friends_family": 30,
    "other_refuge": 25,
    "returned_perpetrator": 22,
    "family_home": 8,
    "not_known": 10,
    "hospital": 2,
    "rough_sleeping": 3,
}
UNPLANNED: Final = frozenset({"returned_perpetrator", "family_home", "not_known", "evicted", "rough_sleeping"})
BEFORE_PLACE: Final = {
    "no_contact": 30,
    "found_elsewhere": 20,
    "declined_location": 12,
    "declined_shared": 7,
    "returned": 7,
    "declined_other": 6,
    "outside_remit": 4,
    "not_domestic_abuse": 3,
    "unsafe_location": 5,
    "no_recourse": 3,
    "substance_needs": 2,
    "mental_health_needs": 2,
    "pets": 2,
    "older_boys": 2,
}
NO_PLACE: Final = {"full": 60, "no_unit_right_size": 26, "waiting_list": 8, "no_accessible_unit": 3, "other": 3}
SOCIAL_CARE: Final = {
    "none": 38,
    "child_in_need": 18,
    "child_protection": 14,
    "early_help": 12,
    "assessment": 10,
    "not_known": 6,
    "looked_after": 2,
}
NOTES: Final = (
    "Prefers to be called in the morning.",
    "Would like a woman to interpret.",
    "Waiting for a school place since arrival.",
    "Asked about the garden group.",
    "Benefits claim made; first payment not in yet.",
    "Likes to cook for the house on Fridays.",
    "New phone given on arrival; old one switched off.",
)

"""What a person needs and what was done to them."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList

SUPPORT_NEED = CodeList(
    id="support_need",
    title="Support need",
    source="RefugeDesk, first edition 2026, after the categories councils ask refuges for",
    groups={
        "legal": "Legal",
        "health": "Health",
        "substance": "Drugs and alcohol",
        "family": "Family and children",
    },
    codes=(
        Code("housing", "Housing and move-on"),
        Code("legal_criminal", "Criminal justice", "legal"),
        Code("legal_civil", "Injunctions and civil orders", "legal"),
        Code("legal_family", "Family law and child contact", "legal"),
        Code("legal", "Legal, not specified", "legal"),
        Code("immigration", "Immigration", "legal"),
        Code("mental_health", "Mental health", "health"),
        Code("emotional", "Emotional support and confidence"),
        Code("physical_health", "Physical health and GP", "health"),
        Code("disability", "Disability, access or care", "health"),
        Code("pregnancy", "Pregnancy and maternity", "health"),
        Code("drugs", "Drugs", "substance"),
        Code("alcohol", "Alcohol", "substance"),
        Code("family_support", "Family support and parenting", "family"),
        Code("children", "Children's support", "family"),
        Code("finance", "Money, benefits and debt"),
        Code("no_recourse", "No recourse to public funds"),
        Code("safety", "Safety planning and security"),
        Code("language", "Language and interpreting"),
        Code("education_employment", "Education, training and work"),
        Code("culture_faith", "Culture, faith and diet"),
        Code("isolation", "Isolation and social networks"),
        Code("offending", "Offending history"),
        Code("other", "Other"),
    ),
)

ABUSE_TYPE = CodeList(
    id="abuse_type",
    title="Kind of abuse",
    source="RefugeDesk, first edition 2026, after the categories councils ask refuges for",
    codes=(
        Code("physical", "Physical"),
        Code("emotional", "Emotional"),
        Code("psychological", "Psychological or mental"),
        Code("verbal", "Verbal"),
        Code("sexual", "Sexual"),
        Code("economic", "Economic or financial"),
        Code("coercive_control", "Controlling or coercive behaviour"),
        Code("stalking", "Stalking or harassment"),
        Code("technology", "Technology-facilitated"),
        Code("honour_based", "So-called honour-based abuse"),
        Code("forced_marriage", "Forced marriage"),
        Code("fgm", "Female genital mutilation"),
        Code("immigration_abuse", "Abuse of immigration status"),
        Code("neglect", "Neglect"),
        Code("child_to_parent", "Child-to-parent abuse"),
        Code("post_separation", "Post-separation abuse"),
        Code("strangulation", "Non-fatal strangulation"),
        Code("exploitation", "Sexual exploitation or trafficking"),
        Code("other", "Other"),
    ),
)

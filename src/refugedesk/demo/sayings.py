"""What invented workers write down: harmless sentences, one picked at a time."""

from __future__ import annotations

from typing import Final

IN_DANGER: Final = (
    "Leave by the garden door, ring 999 from the corner shop, then ring us.",
    "Lock herself in the bathroom with the phone, ring 999 and leave the line open.",
    "Go next door; the neighbour knows the word and rings the police.",
)
OUT_AND_ABOUT: Final = (
    "Changes the bus she takes; meets people in the library and not at home.",
    "Has a different supermarket now. Somebody from the house goes along for the first month.",
    "Phone charged, taxi number saved, money for a taxi in the lining of the bag.",
)
ONLINE: Final = (
    "New phone and new address for mail. Location switched off on the children's tablet.",
    "Passwords changed with the worker. Left the street's group chat.",
    "No pictures with windows or street signs in them.",
)
GOALS: Final[dict[str, tuple[str, ...]]] = {
    "housing": ("A flat with a door of our own and a school near by.", "To be on the housing register by Christmas."),
    "safety": ("To walk to the shop without looking round.", "To know whom to ring, day and night."),
    "emotional": ("To sleep through the night.", "To have somebody to talk to once a week."),
    "finance": ("My own bank account and the claim paid.", "To pay off the old gas bill little by little."),
    "mental_health": ("To see the same doctor each time.", "To feel like cooking again."),
    "children": ("The children settled in school.", "To play with them every day, even for ten minutes."),
    "language": ("To speak with the school without a helper.",),
    "isolation": ("To have two friends in this town.",),
}
ANY_GOAL: Final = ("To get this sorted out with somebody beside me.", "To understand the letters and answer them.")
ACTIONS: Final = (
    "Fill in the form together",
    "Ring the office and ask where it stands",
    "Find out the opening hours and go along",
    "Collect the papers that are asked for",
    "Ask the health visitor to call",
    "Look at two flats online",
    "Write down questions for the solicitor",
)
CONTACT_NOTES: Final = (
    "Talked over tea about the week. In good spirits.",
    "Went through letters from the council. One to be answered by Friday.",
    "Tired today; kept it short and agreed to meet again on Thursday.",
    "Walked to the library together and joined it.",
    "Looked at the plan; two things done, one put off.",
    "Helped with the claim online. It is sent.",
    "Rang the school from the office; they ring back tomorrow.",
    "Spoke about sleep. Will try the quiet room in the evening.",
    "Went to see the doctor together.",
    "Showed the bus to the market.",
)
FACTS: Final = (
    "Washing machine on the first floor does not spin. Reported to the repairs team at ten.",
    "Children played in the garden from three to five. Youngest fell, no harm done.",
    "Sister rang the office number; no information was given. Told the resident afterwards.",
    "Back at eight in the evening, rang the bell as agreed.",
    "Parcel came for another room and was passed on.",
    "Slept badly; asked for a night light, which she has now.",
    "Letter from the school arrived: place from Monday.",
    "Cooked for six in the shared kitchen. Everybody stayed to wash up.",
)
OPINIONS: Final = (
    "Seems more settled than last week.",
    "I think the new school is on her mind.",
    "",
    "",
    "She looks to the others more than to us now, which is good.",
)
WAIT_DETAILS: Final[dict[str, str]] = {
    "school_place": "Two children, Year 2 and Year 5",
    "gp": "Registered at the surgery in Mill Lane",
    "benefit": "First payment not in yet",
    "housing_offer": "Two bedrooms, ground floor preferred",
    "counselling": "Twelve sessions, evening preferred",
    "solicitor": "Legal aid form sent",
    "mental_health": "First appointment by telephone",
}
TASKS: Final = (
    "Ring the school about uniform",
    "Order a cot for the room",
    "Copy the birth certificate",
    "Book an interpreter for the solicitor",
    "Collect the prescription",
    "Take along to the bank",
    "Send the licence agreement to finance",
    "Ask the health visitor for a date",
)
HOUSE_TASKS: Final = (
    ("Test the fire alarm", -1, ""),
    ("Check the first aid boxes", 2, ""),
    ("Rota for the holidays", 5, "Hazel"),
    ("Ring the plumber about the boiler", 0, "Dee"),
    ("Toys for the playroom: sort and wash", 12, ""),
    ("Order light bulbs and tea", -9, "Jo"),
)
REVIEWS: Final = (
    "Went through every goal. Two are met; the flat stays the main thing.",
    "Good progress with money. Counselling still waited for.",
    "Fewer worries about safety. Would like to start an English course.",
    "Nothing new to plan. We keep what we have.",
)
INCIDENTS: Final = (
    (
        "fire_alarm",
        "The alarm went off in the kitchen at breakfast: toast.",
        "Everybody out and counted in four minutes. Alarm reset.",
    ),
    ("visitor", "A courier asked for a surname at the door.", "Told that nobody of that name is known. He left."),
    ("illness_injury", "A child grazed a knee on the swing.", "Cleaned and plastered; parent told at once."),
    ("damage_theft", "A window of the garden shed was broken overnight.", "Boarded up, glazier ordered."),
    (
        "missing",
        "Back two hours later than agreed; the bus had broken down.",
        "Rang at ten, reached at once. All well.",
    ),
)
CONCERNS: Final = (
    "The school says that she comes without breakfast.",
    "The youngest does not speak at nursery.",
    "Asked how to hide letters from an adult brother.",
)
STRENGTHS: Final = ("Kind to the little ones.", "Never gives up on a puzzle.", "Makes everybody laugh.", "Reads a lot.")
OWN_WORDS: Final = ("I like my new bed.", "I want my bike back.", "Can the cat come too?", "The garden is big.")

"""Where invented people come from: names, languages and answers that go together, with how common each is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Community:
    """People who share first and last names, and how often each of their answers is given."""

    share: int
    women: tuple[str, ...]
    men: tuple[str, ...]
    last_names: tuple[str, ...]
    ethnicity: dict[str, int]
    religion: dict[str, int]
    language: dict[str, int]


COMMUNITIES: Final = {
    "british": Community(
        54,
        (
            "Amy",
            "Beth",
            "Carly",
            "Dawn",
            "Ellie",
            "Faye",
            "Gemma",
            "Hollie",
            "Isla",
            "Jodie",
            "Kelly",
            "Leanne",
            "Megan",
            "Nicola",
            "Paige",
            "Rachel",
        ),
        (
            "Adam",
            "Ben",
            "Callum",
            "Dylan",
            "Ethan",
            "Finley",
            "George",
            "Harvey",
            "Jack",
            "Kian",
            "Leo",
            "Mason",
            "Noah",
            "Oliver",
            "Riley",
            "Toby",
        ),
        (
            "Ashdown",
            "Barlow",
            "Colne",
            "Dunmore",
            "Ellwood",
            "Fairley",
            "Garside",
            "Hartwell",
            "Kirkby",
            "Lumley",
            "Marsden",
            "Oakes",
        ),
        {"white_british": 90, "white_irish": 3, "white_gypsy_traveller": 3, "mixed_white_black_caribbean": 4},
        {"none": 55, "christian": 24, "church_of_england": 10, "roman_catholic": 6, "other": 2, "prefer_not_to_say": 3},
        {"English": 100},
    ),
    "south_asian": Community(
        16,
        (
            "Aisha",
            "Bushra",
            "Farzana",
            "Gurpreet",
            "Hina",
            "Jasmin",
            "Kiran",
            "Lubna",
            "Meera",
            "Nadia",
            "Priya",
            "Rukhsana",
            "Saima",
            "Tahira",
        ),
        ("Adil", "Bilal", "Faisal", "Hamza", "Imran", "Jaspal", "Karan", "Nabil", "Rohan", "Sahil", "Usman", "Zain"),
        (
            "Akhtar",
            "Begum",
            "Chaudhry",
            "Dhillon",
            "Iqbal",
            "Kaur",
            "Mistry",
            "Nawaz",
            "Patel",
            "Qureshi",
            "Rahman",
            "Sandhu",
        ),
        {"asian_pakistani": 45, "asian_indian": 28, "asian_bangladeshi": 18, "asian_other": 9},
        {"muslim": 60, "sikh": 18, "hindu": 14, "none": 3, "prefer_not_to_say": 5},
        {"English": 35, "Urdu": 22, "Punjabi": 22, "Bengali": 14, "Gujarati": 7},
    ),
    "african": Community(
        10,
        (
            "Abeni",
            "Blessing",
            "Chipo",
            "Efua",
            "Fatou",
            "Grace",
            "Hodan",
            "Ifeoma",
            "Makena",
            "Ngozi",
            "Rahel",
            "Selam",
            "Tendai",
            "Zola",
        ),
        ("Ayo", "Chidi", "Daniel", "Emeka", "Filmon", "Jabari", "Kofi", "Liban", "Samuel", "Tunde", "Yonas"),
        (
            "Abara",
            "Bekele",
            "Chikwava",
            "Diallo",
            "Eze",
            "Farah",
            "Gebre",
            "Mensah",
            "Moyo",
            "Okafor",
            "Osei",
            "Warsame",
        ),
        {"black_african": 90, "mixed_white_black_african": 5, "black_other": 5},
        {"christian": 55, "muslim": 35, "none": 4, "not_known": 3, "prefer_not_to_say": 3},
        {"English": 42, "Somali": 18, "Tigrinya": 14, "Amharic": 10, "French": 9, "Shona": 7},
    ),
    "caribbean": Community(
        5,
        ("Alicia", "Bianca", "Camille", "Denise", "Jada", "Keisha", "Monique", "Renee", "Shanice", "Tamara"),
        ("Andre", "Curtis", "Dwayne", "Jerome", "Malik", "Nathan", "Tyrell"),
        ("Bailey", "Campbell", "Duncan", "Francis", "Grant", "Henry", "Lewin", "Reid", "Samuels", "Walcott"),
        {"black_caribbean": 62, "mixed_white_black_caribbean": 30, "black_other": 8},
        {"christian": 66, "none": 26, "other": 4, "prefer_not_to_say": 4},
        {"English": 100},
    ),
    "east_european": Community(
        9,
        (
            "Agnieszka",
            "Bianka",
            "Daria",
            "Elena",
            "Ioana",
            "Katarina",
            "Magda",
            "Natalia",
            "Oksana",
            "Petra",
            "Simona",
            "Veronika",
        ),
        ("Adrian", "Bogdan", "Denis", "Filip", "Jakub", "Luka", "Mateusz", "Pavel", "Stefan", "Viktor"),
        ("Balan", "Cerny", "Dobre", "Horvat", "Ionescu", "Kowal", "Lupu", "Mazur", "Novak", "Petrenko", "Sobol"),
        {"white_other": 84, "white_roma": 14, "mixed_other": 2},
        {"christian": 38, "roman_catholic": 30, "none": 24, "not_asked": 4, "prefer_not_to_say": 4},
        {"Polish": 36, "Romanian": 32, "English": 12, "Ukrainian": 12, "Slovak": 8},
    ),
    "middle_eastern": Community(
        6,
        ("Amal", "Dilnoza", "Hanan", "Layla", "Maryam", "Noor", "Parisa", "Rana", "Shirin", "Yasmin", "Zahra"),
        ("Ali", "Dara", "Hassan", "Karim", "Mahdi", "Omar", "Rami", "Sami", "Yusuf"),
        ("Ahmadi", "Barzani", "Darwish", "Haddad", "Jalali", "Karimi", "Mansour", "Najjar", "Rostami", "Saleh"),
        {"arab": 54, "asian_other": 20, "other": 26},
        {"muslim": 82, "christian": 6, "none": 6, "prefer_not_to_say": 6},
        {"Arabic": 40, "Kurdish": 24, "Farsi": 16, "Dari": 10, "English": 10},
    ),
}

GENDERS: Final = {"same_as_birth": 955, "trans_woman": 6, "non_binary": 6, "prefer_not_to_say": 8, "not_asked": 25}
ORIENTATIONS: Final = {
    "heterosexual": 86,
    "lesbian": 2,
    "bisexual": 4,
    "other": 1,
    "prefer_not_to_say": 4,
    "not_asked": 3,
}
KEY_WORKERS: Final = ("Ruth", "Amina", "Jo", "Dee", "Marta", "Sunita", "Hazel", "Carys")

HOME: Final = "Alderbrook"
WARDS: Final = {
    "Bank Top": 12,
    "Castle Mead": 9,
    "Eastgate": 14,
    "Harbour": 11,
    "Mill Lane": 8,
    "Northfield": 13,
    "Old Town": 10,
    "Priory": 6,
    "St Anne's": 9,
    "Westholme": 8,
}
AUTHORITIES: Final = {
    HOME: 44,
    "Thornmouth": 12,
    "Eastmere": 9,
    "Calderby": 8,
    "Ravensholme": 6,
    "Whitmoor": 5,
    "Sedgeford": 5,
    "Kingsbarrow": 4,
    "Penrith Vale": 3,
    "Netherby": 2,
    "Holt and Marsh": 2,
}

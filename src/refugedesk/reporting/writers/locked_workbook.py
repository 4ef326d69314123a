"""A workbook that opens with a password in Excel and LibreOffice, without this program.

Agile encryption of Office files: AES-256 with a key from the password by 100,000 rounds of SHA-512, and a seal over the
whole. Nothing is written to a disk on the way. Source: MS-OFFCRYPTO 2.3.4.10 to 2.3.4.15.
"""

from __future__ import annotations

import io

from msoffcrypto import OfficeFile
from msoffcrypto.format.ooxml import OOXMLFile


def locked(workbook: bytes, password: str) -> bytes:
    """The workbook under a password; another salt each time, so two are never the same bytes."""
    found = io.BytesIO()
    OOXMLFile(io.BytesIO(workbook)).encrypt(password, found)
    return found.getvalue()


def unlocked(content: bytes, password: str) -> bytes:
    """The workbook inside, once its seal is whole.

    Raises: whatever the library raises where the password or a byte is wrong.
    """
    found, office = io.BytesIO(), OfficeFile(io.BytesIO(content))
    office.load_key(password=password, verify_password=True)
    office.decrypt(found, verify_integrity=True)
    return found.getvalue()

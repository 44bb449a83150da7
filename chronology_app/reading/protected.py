"""Opens Word and Excel files that are protected with a password: in memory only, and the password is not kept.

The formats are [MS-OFFCRYPTO] (an encrypted package inside an OLE2 file) and [MS-XLS] 2.4.117 (FilePass).
"""

import contextlib
import io
from types import SimpleNamespace
from typing import Any

from chronology_app.core.errors import FileProblem, NeedsPassword

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGE, _WORKBOOK = "EncryptedPackage".encode("utf-16-le"), "Workbook".encode("utf-16-le")
_EVERYBODYS = "VelvetSweatshop"
"""The password Excel itself uses for a workbook whose cells are protected but which anybody may open and read."""
NEEDED = (
    "This file is protected with a password. Add it again in the app's window and type the password there; or open it "
    "in Word or Excel, save a copy without the password (File, Info, Protect) and add that one. "
    "Nothing was taken from it."
)
WRONG = "This password does not open the file. Type it as the agency gave it: capital letters count."
_LOCKED = (
    "This file is protected in a way that a password alone does not open here. Open it in Word or Excel, save a copy "
    "without the protection and add that one. Nothing was taken from it."
)


def unlocked(content: bytes, password: str = "") -> bytes:
    """Return the file inside a protected one; a file that is not protected comes back as it is.

    Raises:
        NeedsPassword: no password is given, or it is the wrong one; the sentence says which.
        FileProblem: it is protected in another way.
    """
    if not content.startswith(OLE2):
        return content
    if _PACKAGE in content:
        return _opened(content, password)
    return _opened(content, password) if _WORKBOOK in content and _is_encrypted(content) else content


def _is_encrypted(content: bytes) -> bool:
    """Whether a workbook of the old format is encrypted; what cannot be told is left to its reader."""
    with contextlib.suppress(Exception):
        file = _office_file(content)
        return file.format == "xls97" and bool(file.is_encrypted())
    return False


def _opened(content: bytes, password: str) -> bytes:
    from msoffcrypto.exceptions import InvalidKeyError

    for tried in filter(None, (password, _EVERYBODYS)):
        try:
            file, inside = _office_file(content), io.BytesIO()
            file.load_key(password=tried, **({"verify_password": True} if file.format == "ooxml" else {}))
            file.decrypt(inside)
        except InvalidKeyError:
            continue
        except Exception:
            raise FileProblem(_LOCKED) from None
        return inside.getvalue()
    raise NeedsPassword(WRONG if password else NEEDED)


def _office_file(content: bytes) -> Any:
    """Return msoffcrypto's view of a file.

    It would write what it decrypts of an old workbook to a temporary file: here that file is memory.
    """
    import msoffcrypto
    from msoffcrypto.format import xls97

    xls97.tempfile = SimpleNamespace(TemporaryFile=io.BytesIO)
    return msoffcrypto.OfficeFile(io.BytesIO(content))

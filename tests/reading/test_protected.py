"""Files protected with a password: opened with it in memory, told of without it, and never changed."""

import hashlib
import io
from pathlib import Path

import msoffcrypto
import pytest

from chronology_app.core.errors import FileProblem, NeedsPassword
from chronology_app.reading.child import Child
from chronology_app.reading.protected import NEEDED, WRONG, unlocked
from chronology_app.reading.read import ReadFile, read_file, read_files
from chronology_app.reading.readers import sheets_of
from tests.reading.binary import locked_xls_of, ole2_of, xls_of
from tests.reading.build import saved, word_of, workbook_of

ROWS = (("Date", "Event"), ("12/03/2022", "Seen"))
PASSWORD = "Larkrise £7"
"""With a sign that is not ASCII: passwords are UTF-16 in every one of these formats."""


def _locked(content: bytes, password: str = PASSWORD) -> bytes:
    protected = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(content)).encrypt(password, protected)
    return protected.getvalue()


@pytest.fixture(scope="module", params=["docx", "xlsx", "xls"])
def locked(request: pytest.FixtureRequest) -> bytes:
    """A protected file of each kind that holds ROWS."""
    if request.param == "xls":
        return locked_xls_of(ROWS, PASSWORD)
    return _locked(word_of(ROWS) if request.param == "docx" else saved(workbook_of(ROWS)))


def test_the_password_opens_it_and_nothing_else_does(locked: bytes) -> None:
    with pytest.raises(NeedsPassword) as needed:
        sheets_of(locked)
    with pytest.raises(NeedsPassword) as wrong:
        sheets_of(locked, PASSWORD.lower())
    assert (str(needed.value), str(wrong.value)) == (NEEDED, WRONG)
    assert sheets_of(locked, PASSWORD)[0].rows == ROWS


def test_a_child_that_may_write_nothing_opens_it_too(locked: bytes) -> None:
    with Child() as child:
        assert child.read(locked, lambda: None, PASSWORD)[0].rows == ROWS
        with pytest.raises(NeedsPassword):
            child.read(locked, lambda: None)


def test_what_is_kept_is_the_file_as_it_was_sent(locked: bytes, tmp_path: Path) -> None:
    path = tmp_path / "chronology"
    path.write_bytes(locked)
    found = read_file(path, password=PASSWORD)
    assert (found.content, found.sha256) == (locked, hashlib.sha256(locked).hexdigest())
    assert found.sheets[0].rows == ROWS
    assert path.read_bytes() == locked
    with pytest.raises(NeedsPassword):
        read_file(path)


def test_each_of_many_files_has_its_own_password(tmp_path: Path) -> None:
    first, second, plain = (tmp_path / name for name in ("a.xls", "b.xls", "c.xls"))
    first.write_bytes(locked_xls_of(ROWS, "one"))
    second.write_bytes(locked_xls_of(ROWS, "two"))
    plain.write_bytes(ole2_of("Workbook", xls_of(ROWS)))
    read = dict(read_files([first, second, plain], passwords={first: "one", second: "one", plain: "one"}))
    assert [type(read[path]) for path in (first, second, plain)] == [ReadFile, NeedsPassword, ReadFile]


def test_a_workbook_that_anybody_may_read_is_read_without_a_question() -> None:
    """Excel encrypts a workbook with protected cells under a password it knows by itself."""
    assert sheets_of(_locked(saved(workbook_of(ROWS)), "VelvetSweatshop"))[0].rows == ROWS


def test_a_file_that_is_not_protected_needs_no_password() -> None:
    for content in (b"Date,Event\n", ole2_of("Workbook", xls_of(ROWS))):
        assert unlocked(content, "any") == content


def test_protection_by_other_means_is_told() -> None:
    with pytest.raises(FileProblem, match="protected in a way") as found:
        sheets_of(ole2_of("EncryptedPackage", b"rights management"), PASSWORD)
    assert not isinstance(found.value, NeedsPassword)

"""The sample review that comes with the app: an invented family, and the files six agencies sent."""

from dataclasses import dataclass
from errno import ENOTDIR
from pathlib import Path

from chronology_app.core.agency import Agency
from chronology_app.core.errors import OutputProblem
from chronology_app.core.resources import read_table, resource
from chronology_app.core.review import Review
from chronology_app.writing.output import replacing_all, said_of

PASSPHRASE = "the sample review"
"""The sample holds nothing that needs to be kept from anybody; a real review's passphrase is the person's own."""


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A file of the sample and the agency that sent it."""

    path: Path
    agency: Agency


@dataclass(frozen=True, slots=True)
class Sample:
    """The facts of the sample review, its files in order, and the list of people as csv."""

    review: Review
    files: tuple[SampleFile, ...]
    people: Path


def sample() -> Sample:
    """Return the sample review of resources/sample."""
    table = read_table("sample/sample.toml")
    facts = {key: table[key] for key in ("title", "designation", "born", "due", "scope_from", "scope_to")}
    files = tuple(
        SampleFile(resource(f"sample/{row['name']}"), _agency(row["code"], row["agency"], number))
        for number, row in enumerate(table["file"])
    )
    return Sample(Review(**facts), files, resource(f"sample/{table['people']}"))


def _agency(code: str, name: str, colour: int) -> Agency:
    return Agency(f"agency-{code.lower()}", code, name, colour)


def copy_files(folder: Path) -> tuple[Path, ...]:
    """Copy the sample's agency files into a folder (made where missing), all or none, and return where they are.

    Raises:
        OutputProblem: they cannot be written there; files that were already there are as they were.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputProblem(said_of(NotADirectoryError(ENOTDIR, ""))) from None
    except OSError as error:
        raise OutputProblem(said_of(error)) from None
    copies = {folder / file.path.name: file.path.read_bytes() for file in sample().files}
    with replacing_all(tuple(copies)) as temporaries:
        for temporary, content in zip(temporaries, copies.values(), strict=True):
            temporary.write_bytes(content)
    return tuple(copies)

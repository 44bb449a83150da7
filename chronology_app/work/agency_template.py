"""A blank chronology to send to an agency, from the facts of a review where there is one."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from chronology_app.core.errors import OutputProblem
from chronology_app.core.review import Review
from chronology_app.writing.template import Template, template
from chronology_app.writing.template_docx import write_template_docx


def _xlsx(blank: Template, path: Path, written: date) -> None:
    from chronology_app.writing.template_xlsx import write_template_xlsx  # openpyxl takes a third of a second

    write_template_xlsx(blank, path, written)


TEMPLATE_KINDS: Mapping[str, Callable[[Template, Path, date], None]] = {
    ".docx": write_template_docx,
    ".xlsx": _xlsx,
}
"""What writes a template, by the ending of the file's name."""


def write_template(path: Path, review: Review | None = None, *, written: date | None = None) -> None:
    """Write the blank chronology as the kind of file `path` ends in, whole or not at all.

    Of `review` its designation, scope period and marking stand in it.

    Raises:
        OutputProblem: no such kind, or it cannot be written; a file already there is as it was.
        ResourceProblem: resources/agency_template.toml is wrong.
    """
    write = TEMPLATE_KINDS.get(path.suffix.lower())
    if write is None:
        raise OutputProblem(
            "A template is written as .docx or .xlsx, so nothing was written. Give its name one of these endings."
        )
    write(template(review or Review()), path, written or date.today())

"""The blank chronology an agency fills in, as data: resources/agency_template.toml, checked when it is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from chronology_app.core.fields import Field
from chronology_app.core.resources import wrong
from chronology_app.core.review import Review
from chronology_app.core.saying import say_day
from chronology_app.writing.fixed_words import FixedWords, fixed_words
from chronology_app.writing.wordml import legal

FILE = "agency_template.toml"
KINDS = ("text", "date", "yes_no")


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column: its heading, how wide it is (millimetres), what to write there and an invented example.

    `choices` are offered, `warning` is said where something else is written.
    """

    heading: str
    kind: str
    width: int
    note: str
    example: str
    choices: tuple[str, ...] = ()
    warning: str = ""


@dataclass(frozen=True)
class Template:
    """The columns of the blank chronology, the words around them, and the facts that stand above them."""

    words: FixedWords
    columns: tuple[TemplateColumn, ...]
    facts: tuple[tuple[str, str], ...]
    marking: str

    def say(self, key: str, **values: object) -> str:
        """Return one of the fixed words."""
        return self.words.say("words", key, **values)

    def rows(self, key: str) -> int:
        """Return one of the numbers of rows."""
        return int(self.words.tables["rows"][key])


def template(review: Review) -> Template:
    """Return the blank chronology for a review: with its designation, scope period and marking.

    Raises:
        ResourceProblem: resources/agency_template.toml is wrong; the sentence names the line.
    """
    words = fixed_words(FILE)
    facts = tuple((label, legal(text)) for label, text in _facts(words, review))
    return Template(words, _columns(), facts, legal(review.marking))


@cache
def _columns() -> tuple[TemplateColumn, ...]:
    return columns_of(fixed_words(FILE).tables)


def columns_of(tables: Mapping[str, Any]) -> tuple[TemplateColumn, ...]:
    """Return the columns of a table shaped like the file; see `template` for what it raises."""
    rows = tables.get("column")
    if not isinstance(rows, list) or not rows:
        raise wrong(FILE, "[[column]]", "the template has no column")
    found = tuple(map(_column, rows))
    headings = [column.heading.casefold() for column in found]
    for column in found:
        if headings.count(column.heading.casefold()) > 1:
            raise wrong(FILE, column.heading, "this heading stands here twice")
    return found


def _column(row: Mapping[str, Any]) -> TemplateColumn:
    heading = str(row.get("heading", ""))
    if row.get("field") not in set(Field) or row.get("kind") not in KINDS:
        raise wrong(FILE, f'heading = "{heading}"', "a column needs a field and a kind the app knows")
    if not isinstance(row.get("width"), int) or not all(row.get(part) for part in ("heading", "note", "example")):
        raise wrong(FILE, f'heading = "{heading}"', "a column needs a heading, a width, a note and an example")
    given = {name: str(row.get(name, "")) for name in ("kind", "note", "example", "warning")}
    return TemplateColumn(heading=heading, width=row["width"], choices=tuple(row.get("choices", ())), **given)


def _facts(words: FixedWords, review: Review) -> list[tuple[str, str]]:
    first, last = review.scope_from, review.scope_to
    key = "scope_both" if first and last else "scope_from" if first else "scope_to"
    scope = words.say("words", key, first=say_day(first) if first else "", last=say_day(last) if last else "")
    given = [("review", review.designation), ("scope", scope if first or last else "")]
    asked = [(name, words.say("words", "to_fill")) for name in ("agency", "author")]
    return [(words.say("words", name), text) for name, text in (*given, *asked) if text]

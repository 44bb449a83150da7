"""How well passages are told apart in entries as they are written every day, with floors that hold what was reached."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from chronology_app.core.mark import Kind
from chronology_app.reviewing.wording import suggest

MARKED = re.compile(r"\{([or]):(.*?)\}")
UNMARKED = re.compile(r"[^.;]*\w[^.;]*(?:\.\d[^.;]*)*")
KINDS = {"o": Kind.OPINION, "r": Kind.REPORTED}


class Passage(NamedTuple):
    start: int
    end: int
    kind: Kind


def labelled(line: str) -> tuple[str, list[Passage]]:
    """The text of a line of the file without its marks, and its passages; what is unmarked is fact."""
    text, passages = "", []
    for number, part in enumerate(MARKED.split(line.split(" | ", 1)[1])):
        if number % 3 == 1:
            kind = KINDS[part]
        elif number % 3 == 2:
            passages.append(Passage(len(text), len(text) + len(part), kind))
            text += part
        else:
            facts = UNMARKED.finditer(part)
            passages += [Passage(len(text) + m.start(), len(text) + m.end(), Kind.FACT) for m in facts]
            text += part
    return text, passages


ENTRIES = [
    labelled(line)
    for line in (Path(__file__).parent / "labelled_passages.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def measured(kind: Kind) -> tuple[float, float]:
    """Precision and recall of the passages of a kind: of those suggested, and of those labelled."""
    suggested, labels, right, found = 0, 0, 0, 0
    for text, passages in ENTRIES:
        wanted = [passage for passage in passages if passage.kind is kind]
        given = [Passage(s.start, s.end, s.kind) for s in suggest(text) if s.kind is kind]
        suggested, labels = suggested + len(given), labels + len(wanted)
        right += sum(any(overlap(one, passage) for passage in wanted) for one in given)
        found += sum(any(overlap(one, passage) for one in given) for passage in wanted)
    return right / suggested, found / labels


def test_the_labelled_entries_are_many_and_of_every_kind() -> None:
    labels = [passage.kind for _, passages in ENTRIES for passage in passages]
    assert len(ENTRIES) >= 590
    assert labels.count(Kind.OPINION) >= 190
    assert labels.count(Kind.REPORTED) >= 150
    assert max(len(text.split()) for text, _ in ENTRIES) >= 60


@pytest.mark.parametrize(
    ("kind", "precision", "recall"),
    [(Kind.OPINION, 0.98, 0.96), (Kind.REPORTED, 0.98, 0.97), (Kind.FACT, 0.97, 0.44)],
)
def test_passages_are_told_apart(kind: Kind, precision: float, recall: float) -> None:
    exact, whole = measured(kind)
    assert exact >= precision
    assert whole >= recall


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ('Mother: "he seems fine". Baby weighed 4 kg.', ["reported", "fact"]),
        ('"I never touched him" (father).', ["reported"]),
        ('Poem "Home again" on the wall.', []),
        ("Moved to Poor Clare Road.", ["fact"]),
        ("Poor attachment.", ["opinion"]),
        ("Mother looked CHAOTIC and Dirty.", ["opinion"]),
    ],
)
def test_quoted_words_and_names(text: str, passages: list[str]) -> None:
    assert [suggestion.kind for suggestion in suggest(text)] == passages

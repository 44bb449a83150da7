"""What the suggestions must get right: sentences as agencies write them, and the traps that are no opinion."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core.errors import ResourceProblem
from chronology_app.core.findings import Suggestion
from chronology_app.core.mark import Kind
from chronology_app.core.resources import read_table
from chronology_app.reviewing.cues import TABLE, build
from chronology_app.reviewing.wording import suggest

SENTENCES = [
    tuple(line.split(" | ", 1))
    for line in (Path(__file__).parent / "labelled_sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
KINDS = (Kind.FACT, Kind.OPINION, Kind.REPORTED)
CUES = [words for row in read_table(TABLE)["cue"] for words in row["words"]]


def kinds(text: str) -> set[Kind]:
    return {suggestion.kind for suggestion in suggest(text)}


def passages(text: str) -> list[tuple[str, str, str]]:
    return [(s.kind.value, s.cue, text[s.start : s.end]) for s in suggest(text)]


def test_there_are_enough_labelled_sentences_of_every_sort() -> None:
    labels = Counter(label for label, _ in SENTENCES)
    assert len(SENTENCES) >= 120
    assert min(labels["fact"], labels["reported"], labels["opinion"], labels["trap"]) >= 20


@pytest.mark.parametrize("text", [text for label, text in SENTENCES if label == "trap"])
def test_a_trap_is_never_called_opinion(text: str) -> None:
    assert Kind.OPINION not in kinds(text)


@pytest.mark.parametrize("kind", KINDS)
def test_precision_and_recall_stay_above_their_floor(kind: Kind) -> None:
    counts: Counter[tuple[bool, bool]] = Counter()
    for label, text in SENTENCES:
        if label != "trap":
            counts[kind in kinds(text), kind in label.split("+")] += 1
    found, right = counts[True, True] + counts[True, False], counts[True, True]
    assert right / found >= 0.97
    assert right / (right + counts[False, True]) >= 0.95


def test_a_passage_is_the_clause_and_the_cue_the_words_found() -> None:
    assert passages("Mother looked tired but baby weighed 4.2 kg. Father STATED that he was at work.") == [
        ("opinion", "looked", "Mother looked tired"),
        ("fact", "weighed", "baby weighed 4.2 kg."),
        ("reported", "STATED", "Father STATED that he was at work."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mother said he cried all night and HV observed a bruise to the ear.",
            ["Mother said he cried all night", "HV observed a bruise to the ear."],
        ),
        (
            "Father stated he was at work and appeared agitated.",
            ["Father stated he was at work", "appeared agitated."],
        ),
        (
            "Mother was tearful and said that the house was chaotic, dirty and cold.",
            ["Mother was tearful", "said that the house was chaotic, dirty and cold."],
        ),
        (
            "Call received from MGM stating that mother seemed drunk.",
            ["Call received from MGM", "stating that mother seemed drunk."],
        ),
        ("Dr. Lowe was of the view that Mr. K. had left.", ["Dr. Lowe was of the view that Mr. K. had left."]),
        (
            'Father said "it was an accident. She fell." Officers attended.',
            ['Father said "it was an accident. She fell."', "Officers attended."],
        ),
    ],
)
def test_where_passages_begin_and_end(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in suggest(text)] == expected


@pytest.mark.parametrize(
    ("opinion", "fact"),
    [
        ("Mother appeared frightened.", "Mother appeared in court."),
        ("It was felt that she was hiding something.", "The GP felt the abdomen."),
        ("The HV suspected that he had moved in.", "Suspected fracture on X-ray."),
        ("No concerns.", "No concerns recorded."),
        ("He is likely to return.", "Likely to suffer significant harm."),
        ("She was aggressive.", 'Father shouted "you are aggressive".'),
    ],
)
def test_the_same_words_in_and_out_of_a_trap(opinion: str, fact: str) -> None:
    assert Kind.OPINION in kinds(opinion)
    assert Kind.OPINION not in kinds(fact)


@pytest.mark.parametrize(
    "text",
    [
        "Mother did not say where she was going.",
        "None disclosed.",
        "Baby to be weighed next week.",
        "A referral will be made.",
        "",
        "   \n ",
        "…",
    ],
)
def test_what_was_not_said_or_not_yet_done_suggests_nothing(text: str) -> None:
    assert suggest(text) == []


def check(text: str, found: list[Suggestion]) -> None:
    for suggestion in found:
        assert 0 <= suggestion.start < suggestion.end <= len(text)
        assert suggestion.cue in text[suggestion.start : suggestion.end]
        assert suggestion.kind in KINDS
        assert suggestion.why
    assert all(one.end <= other.start for one, other in pairwise(found))


JOINS = (" but ", "; ", ", and ", '"', "’", "\n", ". ")
TOLD = [text for _, text in SENTENCES]
PIECES = (st.sampled_from(CUES), st.sampled_from(TOLD), st.text(max_size=12), st.sampled_from(JOINS))
TEXTS = st.lists(st.one_of(*PIECES), max_size=9).map(" ".join)


@given(TEXTS)
def test_suggestions_lie_inside_the_text_in_order_without_overlap(text: str) -> None:
    check(text, suggest(text))


@given(TEXTS)
def test_asking_twice_gives_the_same_answer(text: str) -> None:
    assert suggest(text) == suggest(str(text))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"kind": "fact", "why": "x", "words": ["…"]}, "at least one word"),
        ({"kind": "guess", "why": "x", "words": ["seems"]}, "fact, opinion or reported"),
        ({"kind": "fact", "words": ["seems"]}, "`words` and `why`"),
        ({"kind": "fact", "why": "x", "words": ["seems"], "when": []}, "nothing else"),
        ({"kind": "fact", "why": "x", "words": ["seems"], "unless": ["in court"]}, "holds _ once"),
        ({"kind": "fact", "why": "x", "words": ["seems"], "unless": ["_ <nobody>"]}, "no such list"),
    ],
)
def test_a_wrong_row_of_the_table_is_told(row: dict[str, object], why: str) -> None:
    with pytest.raises(ResourceProblem, match=why):
        build({"cue": [row]})


def test_a_wrong_row_is_told_with_its_line() -> None:
    row = {"kind": "guess", "why": "x", "words": ["seems"]}
    lines = (Path(__file__).parents[2] / "resources" / TABLE).read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if '"seems"' in text)
    with pytest.raises(ResourceProblem, match=f"line {line}:"):
        build({"cue": [row]})

"""Suggests which passages of an entry read as fact, opinion or reported speech, and shows the words that say so.

The cue words are data (resources/wording.toml). A suggestion covers the clause that holds the cue; reported speech
runs on to the end of its sentence. Words inside quotation marks are somebody else's and suggest nothing by
themselves. What the machine suggests a person decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from chronology_app.core.findings import Suggestion
from chronology_app.core.mark import Kind
from chronology_app.reviewing.cues import NEAR, WORD, Cue, Cues, cues
from chronology_app.reviewing.passages import Break, Span, breaks, quotations, sentences, trimmed

_WEIGHT = {Kind.FACT: 0, Kind.OPINION: 1, Kind.REPORTED: 2}
"""Where one clause holds several: a fact that is told is reported, and one that is judged is opinion."""


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    cue: Cue

    @property
    def kind(self) -> Kind:
        return self.cue.kind


@dataclass(slots=True)
class _Passage:
    """A passage that is being put together: where it starts and ends, what speaks for it, its last cue's end."""

    start: int
    end: int
    hit: _Hit
    last: int


def suggest(text: str) -> list[Suggestion]:
    """Return the passages of `text` that read as fact, opinion or reported, by start; offsets count characters.

    Suggestions never overlap. Raises ResourceProblem where resources/wording.toml is wrong.
    """
    table = cues()
    quoted = quotations(text)
    hits = [hit for hit in _hits(text, table) if not any(span.start <= hit.start < span.end for span in quoted)]
    hits = sorted((*hits, *_quoted(text, quoted, table)), key=lambda hit: hit.start)
    found: list[Suggestion] = []
    for sentence in sentences(text, quoted, table.abbreviations) if hits else ():
        held = [hit for hit in hits if sentence.start <= hit.start < sentence.end]
        if held:
            passages = _passages(text, sentence, held, breaks(text, sentence, quoted), table)
            found.extend(_suggestion(text, passage) for passage in passages)
    return found


def _hits(text: str, table: Cues) -> list[_Hit]:
    """Return every cue that speaks, in order and without overlap; of those that start together the longest."""
    found: list[_Hit] = []
    past = 0
    heads = table.heads
    for word in WORD.finditer(text):
        first = word[0]
        phrases = heads.get("#" if first[0].isdigit() else first.lower())
        if phrases is None or word.start() < past or not phrases.any.match(text, word.start()):
            continue
        for pattern, cue in phrases.each:
            match = pattern.match(text, word.start())
            if match and cue.speaks(text, *match.span()) and not _in_a_name(text, *match.span()):
                past = match.end()
                found.append(_Hit(match.start(), past, cue))
                break
    return found


def _in_a_name(text: str, start: int, end: int) -> bool:
    """Whether words stand in a name, "at Poor Clare Road": capitals within a sentence, before another capital."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    name = text[start].isupper() and text[start + 1 : start + 2].islower()
    return name and before[:1].islower() and before[1:] == " " and after[1:].isupper()


def _quoted(text: str, quoted: Sequence[Span], table: Cues) -> list[_Hit]:
    """Return the quotations beside which their speaker stands."""
    return [
        _Hit(span.start, span.end, table.quotation)
        for span in quoted
        if table.speaker_before.search(text, max(0, span.start - NEAR), span.start)
        or table.speaker_after.match(text, span.end)
    ]


def _passages(text: str, sentence: Span, hits: Sequence[_Hit], cuts: Sequence[Break], table: Cues) -> list[_Passage]:
    """Return the passages of one sentence: each cue joins the passage before it or begins its own."""
    found: list[_Passage] = []
    for hit in hits:
        if not found:
            found.append(_begin(hit, _clause_start(sentence.start, hit, cuts), sentence, cuts))
            continue
        passage = found[-1]
        between = [cut for cut in cuts if passage.last <= cut.start and cut.end <= hit.start]
        cut = _divide(text, passage.hit, hit, between, table)
        if cut is None:
            _join(passage, hit, sentence, cuts)
        else:
            passage.end = min(passage.end, cut.start)
            found.append(_begin(hit, cut.end, sentence, cuts))
    return found


def _begin(hit: _Hit, start: int, sentence: Span, cuts: Sequence[Break]) -> _Passage:
    return _Passage(start, _clause_end(sentence.end, hit, hit.end, cuts), hit, hit.end)


def _join(passage: _Passage, hit: _Hit, sentence: Span, cuts: Sequence[Break]) -> None:
    """Let a cue join a passage; it speaks for the passage where it weighs more than a fact."""
    if passage.hit.kind is Kind.FACT and _WEIGHT[hit.kind] > 0:
        passage.hit = hit
    if passage.hit.kind is not Kind.REPORTED or hit.kind is Kind.REPORTED:
        passage.last = hit.end
    passage.end = max(passage.end, _clause_end(sentence.end, passage.hit, hit.end, cuts))


def _clause_start(first: int, hit: _Hit, cuts: Sequence[Break]) -> int:
    """Return where the clause of a cue starts; "was tearful and said …" is reported from "said" on."""
    turns = [cut for cut in cuts if cut.end <= hit.start and (cut.strong or cut.stops)]
    if hit.kind is Kind.REPORTED:
        turns.extend(cut for cut in cuts if hit.start - cut.end in (0, 1))
    return max((cut.end for cut in turns), default=first)


def _clause_end(last: int, hit: _Hit, place: int, cuts: Sequence[Break]) -> int:
    """Return where the clause at `place` ends; what is reported runs on to a semicolon or the end."""
    runs_on = hit.kind is Kind.REPORTED
    ends = [cut.start for cut in cuts if cut.start >= place and (cut.stops or (cut.strong and not runs_on))]
    return min(ends, default=last)


def _divide(text: str, before: _Hit, hit: _Hit, between: Sequence[Break], table: Cues) -> Break | None:
    """Return the break after which the passage of `hit` begins, None where it belongs to the one before it."""
    turns = [cut for cut in between if cut.strong or cut.stops]
    if before.kind is Kind.REPORTED:
        turns = [cut for cut in between if _ends_report(text, cut, hit, table)]
    elif before.kind is not hit.kind:
        turns = list(turns or between)
    if turns:
        return turns[-1]
    told = before.kind is Kind.FACT and hit.kind is Kind.REPORTED and text[hit.start : hit.end].lower().endswith("ing")
    return Break(hit.start, hit.start, strong=False, stops=False) if told else None


def _ends_report(text: str, cut: Break, hit: _Hit, table: Cues) -> bool:
    """Whether the agency speaks again after reported speech: "; …", "but …", "and HV saw …", "and appeared …"."""
    if cut.stops:
        return True
    if hit.kind is Kind.REPORTED:
        return False
    return cut.strong or table.agency_again.match(text, cut.end) is not None


def _suggestion(text: str, passage: _Passage) -> Suggestion:
    start, end = trimmed(text, passage.start, passage.end)
    hit = passage.hit
    return Suggestion(min(start, hit.start), max(end, hit.end), hit.kind, text[hit.start : hit.end], hit.cue.why)

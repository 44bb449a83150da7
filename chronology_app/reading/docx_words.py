"""The words of one Word cell, with everything Word shows differently or not at all: nothing is dropped silently.

Element names are those of ECMA-376 part 1, chapter 17 (WordprocessingML). The rule for every change of appearance is
the same: where it holds for all the words of a cell it is the cell's state; where it holds for some, a comment
quotes them. Deleted words are in the text only where the whole row is deleted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from chronology_app.core.sheet import PLAIN, State
from chronology_app.reading import limits
from chronology_app.reading.package import DAMAGED

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
TABLE = f"{W}tbl"
_TEXT, _RUN, _PARAGRAPH, _RUN_LOOKS = f"{W}t", f"{W}r", f"{W}p", f"{W}rPr"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_VML_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
_OFF = ("0", "false", "off")
_LOOKS = {f"{W}strike": State.STRUCK, f"{W}dstrike": State.STRUCK, f"{W}vanish": State.HIDDEN}
_SYMBOLS = {"F0FC": "✓", "F0FB": "✗", "F0FE": "☑", "F0FD": "☒", "F0A8": "☐", "F06F": "☐", "F0A7": "▪", "F0B7": "•"}
"""What agencies type with the fonts Wingdings and Symbol, by its code in them."""
_QUOTED = ((State.HIDDEN, "hidden text"), (State.STRUCK, "struck out"), (State.INSERTED, "tracked insertion"))
_NOTES = {"commentReference": "comment", "footnoteReference": "footnote", "endnoteReference": "endnote"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a cell's words refer to elsewhere in the file.

    `notes` are the texts of comments, footnotes and endnotes by (kind, id); `styles` the states of the paragraph and
    character styles in use that strike or hide their words.
    """

    notes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    styles: Mapping[str, State] = field(default_factory=dict)


@dataclass(slots=True)
class Words:
    """Gathers the words of one cell: `pieces` are (text, state) in reading order, `tables` the nested tables."""

    around: Surroundings
    pieces: list[tuple[str, State]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    tables: list[Element] = field(default_factory=list)
    _depth: int = 0
    _break: bool = False

    def walk(self, element: Element, state: State = PLAIN) -> None:
        """Gather what stands inside an element; what is not known is looked into, never left out.

        Raises:
            FileProblem: more levels inside one another than a document written by people has.
        """
        self._depth += 1
        limits.within(self._depth, limits.NESTING, DAMAGED)
        for child in element:
            tag = child.tag
            if tag == _TEXT:
                self.pieces.append((child.text or "", state))
            elif tag == _RUN:
                self.walk(child, self._of_run(child, state))
            elif tag == _PARAGRAPH:
                self._paragraph(child, state)
            elif tag not in _SILENT:
                _SPECIAL.get(tag, Words.walk)(self, child, state)
        self._depth -= 1

    def settle(self, *, deleted: bool) -> tuple[str, State]:
        """Return the cell's text and state, and quote in `comments` what holds for a part of it.

        `deleted`: the whole row is, so that its words stand in the text and the state of the row says the rest.
        """
        if all(state is PLAIN for _, state in self.pieces):
            return "".join([text for text, _ in self.pieces]), PLAIN
        live = [(text, state) for text, state in self.pieces if deleted or State.DELETED not in state]
        found = _common([state for text, state in live if text.strip()]) & ~State.DELETED
        for state, name in _QUOTED:
            if state not in found:
                self._quote(name, [text for text, states in live if state in states])
        if not deleted:
            gone = [text for text, state in self.pieces if State.DELETED in state]
            self._quote("deleted", gone)
            found |= PLAIN if self.live or not "".join(gone).strip() else State.DELETED
        return "".join([text for text, _ in live]), found

    @property
    def live(self) -> bool:
        """Whether it has words that are not deleted."""
        return any(text.strip() and State.DELETED not in state for text, state in self.pieces)

    def _quote(self, name: str, texts: list[str]) -> None:
        text = "".join(texts).strip()
        if text:
            self.comments.append(f"{name}: {text}")

    def _paragraph(self, element: Element, state: State) -> None:
        if self._break:
            self.pieces.append(("\n", state))
        self._break = False
        if self.around.styles:
            state |= self.around.styles.get(_value(element.find(f"{W}pPr/{W}pStyle")), PLAIN)
        self.walk(element, state)
        self._break = not _is_joined(element)

    def _of_run(self, run: Element, state: State) -> State:
        looks = run.find(_RUN_LOOKS)
        for look in looks if looks is not None else ():
            if look.tag == f"{W}rStyle":
                state |= self.around.styles.get(_value(look), PLAIN)
            elif look.tag in _LOOKS:
                on = _value(look) not in _OFF
                state = state | _LOOKS[look.tag] if on else state & ~_LOOKS[look.tag]
        return state


def states_of_styles(styles: Element) -> dict[str, State]:
    """Return the styles (w:styles) that strike or hide their words, by id, those they are based on included."""
    by_id = {style.get(f"{W}styleId", ""): style for style in styles.iterchildren(f"{W}style")}
    found: dict[str, State] = {}
    for name in by_id:
        state, style, left = PLAIN, by_id.get(name), len(by_id)
        while style is not None and left:
            looks = style.find(_RUN_LOOKS)
            for look in looks if looks is not None else ():
                state |= _LOOKS.get(look.tag, PLAIN) if _value(look) not in _OFF else PLAIN
            style, left = by_id.get(_value(style.find(f"{W}basedOn"))), left - 1
        if state:
            found[name] = state
    return found


def _value(element: Element | None) -> str:
    return (element.get(VAL) or "") if element is not None else ""


def _common(states: list[State]) -> State:
    if not states:
        return PLAIN
    common = states[0]
    for state in states:
        common &= state
    return common


def _is_joined(paragraph: Element) -> bool:
    """Whether the paragraph's end is deleted, so that its words run on into the next paragraph."""
    looks = paragraph.find(f"{W}pPr/{_RUN_LOOKS}")
    return looks is not None and (looks.find(f"{W}del") is not None or looks.find(f"{W}moveFrom") is not None)


Special = Callable[[Words, Element, State], None]


def _put(text: str) -> Special:
    return lambda words, _, state: words.pieces.append((text, state))


def _note(text: str) -> Special:
    return lambda words, _element, _state: words.comments.append(text)


def _inside(added: State) -> Special:
    return lambda words, element, state: words.walk(element, state | added)


def _symbol(words: Words, element: Element, state: State) -> None:
    code = (element.get(f"{W}char") or "FFFD").upper()
    words.pieces.append((_SYMBOLS.get(code) or chr(int(code, 16)), state))


def _form_field(words: Words, element: Element, state: State) -> None:
    """A tick box or drop-down of an old-style form shows a state that is nowhere written as text."""
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        ticked = next((tick for tick in (box.find(f"{W}checked"), box.find(f"{W}default")) if tick is not None), None)
        words.pieces.append(("☐" if ticked is None or _value(ticked) in _OFF else "☒", state))
    chosen = element.find(f"{W}ffData/{W}ddList")
    if chosen is not None:
        entries = [_value(entry) for entry in chosen.iterchildren(f"{W}listEntry")]
        number = int(_value(chosen.find(f"{W}result")) or 0)
        words.pieces.extend((text, state) for text in entries[number : number + 1])


def _reference(words: Words, element: Element, _state: State) -> None:
    kind = _NOTES[element.tag.rpartition("}")[2]]
    text = words.around.notes.get((kind, element.get(f"{W}id") or ""), "")
    words.comments.append(f"{kind}: {text}" if text else f"{kind} that could not be read")


def _nested(words: Words, element: Element, _state: State) -> None:
    words.tables.append(element)


_SILENT = frozenset(
    f"{W}{name}"
    for name in (
        "pPr", "rPr", "tcPr", "tblPr", "sdtPr", "sdtEndPr", "sectPr", "instrText", "delInstrText", "softHyphen",
        "lastRenderedPageBreak",
    )
)  # fmt: skip
"""What never holds words a reader of the page would see."""
PLAIN_TEXTS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-"}
"""What stands for one character."""
_SPECIAL: dict[str, Special] = {
    **{tag: _put(text) for tag, text in PLAIN_TEXTS.items()},
    f"{W}sym": _symbol,
    f"{W}delText": lambda words, element, state: words.pieces.append((element.text or "", state | State.DELETED)),
    f"{W}del": _inside(State.DELETED),
    f"{W}moveFrom": _inside(State.DELETED),
    f"{W}ins": _inside(State.INSERTED),
    f"{W}moveTo": _inside(State.INSERTED),
    f"{W}fldChar": _form_field,
    f"{W}object": _note("an embedded file that was not read"),
    _PICTURE: _note("a picture that was not read"),
    _VML_PICTURE: _note("a picture that was not read"),
    _MATH_TEXT: lambda words, element, state: words.pieces.append((element.text or "", state)),
    TABLE: _nested,
    **{f"{W}{name}": _reference for name in _NOTES},
}
NOT_PLAIN = frozenset({*_SPECIAL, *_LOOKS, f"{W}tabs"} - PLAIN_TEXTS.keys())
"""Elements that make a cell more than plain words, so that it has to be walked."""
STYLED = (f"{W}rStyle", f"{W}pStyle")
"""The same, where a style of the document strikes or hides words."""

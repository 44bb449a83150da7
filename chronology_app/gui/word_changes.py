"""What changed in a text, word by word: by sign and word, by line, and not only by colour."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from chronology_app.gui.theme import Theme

if TYPE_CHECKING:  # comparing words takes a library that the window does not need to open
    from chronology_app.reviewing.versions import Difference

_AROUND = 12
"""Words that are kept on each side of a change where a text is shortened to its changes."""
_WAS, _NOW, _GONE, _NEW = "was", "now", "taken out", "put in"


def differences_html(found: "Sequence[Difference]", colours: Theme) -> str:
    """Return a text as HTML in which what went is struck through and what came is underlined, each with its sign."""
    return "".join(_html(one, colours) for one in found)


def differences_in_words(found: "Sequence[Difference]") -> str:
    """Return the same as plain text, shortened to the changes: "… seemed [was: settled.] [now: unsettled.]"."""
    last = len(found) - 1
    parts = (_plain(one, at == 0, at == last) for at, one in enumerate(found))
    return "".join(parts).strip()


def _signed(one: "Difference") -> tuple[tuple[str, str], ...]:
    """Return (sign, words) of what went and of what came; nothing where the words stayed."""
    return {
        "changed": ((_WAS, one.old), (_NOW, one.new)),
        "gone": ((_GONE, one.old),),
        "new": ((_NEW, one.new),),
    }.get(one.kind, ())


def _html(one: "Difference", colours: Theme) -> str:
    gone = f"color:{colours.attention}; text-decoration:line-through"
    come = f"color:{colours.fact}; text-decoration:underline"
    quiet = f"color:{colours.muted}"
    signed = (
        f'<span style="{quiet}">[{sign}:</span> '
        f'<span style="{gone if sign in (_WAS, _GONE) else come}">{_text(words.strip())}</span>'
        f'<span style="{quiet}">]</span> '
        for sign, words in _signed(one)
    )
    return "".join(signed) or _text(one.new)


def _plain(one: "Difference", first: bool, last: bool) -> str:
    signed = "".join(f"[{sign}: {words.strip() or 'nothing'}] " for sign, words in _signed(one))
    return signed or _shortened(one.new, first, last)


def _shortened(words: str, first: bool, last: bool) -> str:
    """Return what stands beside the changes: words after the one before, words before the one that follows."""
    found = words.split()
    after, before = [] if first else found[:_AROUND], [] if last else found[-_AROUND:]
    if (first and last) or len(found) <= len(after) + len(before) + 1:
        return words
    return " ".join([*after, "…", *before, ""])


def _text(words: str) -> str:
    return escape(words).replace("\n", "<br/>") or "<i>nothing</i>"

"""How the text of a cell is broken into lines, so that it is measured and painted the same way."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout

_LINE_BREAK = "\u2028"


def wrapped(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """Return `text` as at most `most` lines that fit into `width` pixels; the last ends in "…" where text is left."""
    return _wrapped(text, font.toString(), width, most) if text else ()


@lru_cache(maxsize=4096)
def _wrapped(text: str, font_text: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_text)
    whole = text.strip().replace("\r\n", _LINE_BREAK).replace("\n", _LINE_BREAK)
    layout = QTextLayout(whole, font)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(whole)]
    lines = [whole[start:end].rstrip(f" {_LINE_BREAK}") for start, end in zip(starts, ends, strict=True)]
    if len(lines) <= most:
        return tuple(lines)
    rest = whole[starts[most - 1] :].replace(_LINE_BREAK, " ")
    return (*lines[: most - 1], QFontMetrics(font).elidedText(rest + " …", Qt.TextElideMode.ElideRight, width))

"""A short paper as plain lines, for the command line."""

from collections.abc import Iterator

from chronology_app.writing.paper import Block, Facts, Paper, Words

_BETWEEN = " · "


def lines(paper: Paper) -> Iterator[str]:
    """Give a paper line by line: a table's row is one line, its texts behind one another, what is empty left out."""
    yield paper.title
    yield from _block(Facts(paper.facts))
    for section in paper.sections:
        yield ""
        yield "  " * (section.level - 1) + section.heading
        for block in section.blocks:
            yield from (f"{'  ' * section.level}{line}" for line in _block(block))


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Words):
        yield _one_line(block.text)
        return
    between = ": " if isinstance(block, Facts) else _BETWEEN
    for row in block.rows:
        yield between.join(_one_line(text) for text in row if text)


def _one_line(text: str) -> str:
    """Return words on one line, without the signs that steer a terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())

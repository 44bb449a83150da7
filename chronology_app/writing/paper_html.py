"""A short paper as one HTML file that any browser shows and that asks nothing of the network.

Nothing of an agency's words can become an element: every text is escaped. The policy in the head (Content Security
Policy Level 3, https://www.w3.org/TR/CSP3/) forbids scripts and anything from elsewhere all the same.
"""

from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

from chronology_app.core.saying import say_day
from chronology_app.writing.output import replacing
from chronology_app.writing.paper import Facts, Grid, Paper, Section, Words
from chronology_app.writing.wordml import legal

_STYLE = """
:root { color-scheme: light dark; --line: #767676; --head: #e8edf3; --on-head: #1b1b1b; }
@media (prefers-color-scheme: dark) { :root { --line: #9a9a9a; --head: #2f3a46; --on-head: #f2f2f2; } }
body { font: 1rem/1.5 Arial, Helvetica, sans-serif; max-width: 75rem; margin: 0 auto; padding: 1rem; }
.marking { text-align: center; font-weight: bold; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1.5rem; }
th, td { border: 1px solid var(--line); padding: 0.35rem 0.5rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; white-space: pre-line; }
th { background: var(--head); color: var(--on-head); }
dt { font-weight: bold; } dd { margin: 0 0 0.4rem 1rem; }
@media print { thead { display: table-header-group; } tr { break-inside: avoid; } }
"""


def write_paper_html(paper: Paper, path: Path, written: date) -> None:
    """Write a paper as HTML, whole or not at all.

    Raises:
        OutputProblem: it cannot be written; a file already there is as it was.
    """
    with replacing(path) as temporary:
        temporary.write_text(page(paper, written), "utf-8", newline="\n")


def page(paper: Paper, written: date) -> str:
    """Return the whole page, marked at its top and bottom."""
    mark = f'<p class="marking">{_text(paper.marking.upper())}</p>'
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(paper.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header>{mark}</header>\n<main>\n{body(paper)}\n</main>\n"
        f"<footer><p>{say_day(written)}</p>{mark}</footer>\n</body>\n</html>\n"
    )


def body(paper: Paper) -> str:
    """Return what stands between the markings, for a window that has a style of its own."""
    return "\n".join(_blocks(paper))


def _blocks(paper: Paper) -> Iterator[str]:
    yield f"<h1>{_text(paper.title)}</h1>"
    yield f"<p>{_text(paper.kind)}</p>"
    yield _facts(Facts(paper.facts))
    yield from (f"<p>{_text(words)}</p>" for words in paper.intro)
    for section in paper.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    level = section.level + 1
    yield f"<h{level}>{_text(section.heading)}</h{level}>"
    for block in section.blocks:
        if isinstance(block, Words):
            yield f"<p>{_text(block.text)}</p>"
        else:
            yield _facts(block) if isinstance(block, Facts) else _table(block)


def _facts(facts: Facts) -> str:
    inside = "".join(f"<dt>{_text(label)}</dt><dd>{_text(words)}</dd>" for label, words in facts.rows)
    return f"<dl>{inside}</dl>" if inside else ""


def _table(grid: Grid) -> str:
    heads = "".join(f'<th scope="col">{_text(title)}</th>' for title in grid.titles)
    rows = "\n".join(f"<tr>{''.join(f'<td>{_text(text)}</td>' for text in row)}</tr>" for row in grid.rows)
    return (
        f'<table aria-label="{escape(legal(grid.caption))}" aria-description="{escape(legal(grid.description))}">\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _text(text: str) -> str:
    return escape(legal(text)).replace("\r\n", "\n").replace("\n", "<br>")

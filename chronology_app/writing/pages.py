"""What a preview is drawn from; told apart from what makes it, which a window imports only when it is asked for."""

from dataclasses import dataclass

PAGE, PAGES = "\ue000", "\ue001"
"""What stands in a header or footer for the number of the page and of all pages (private use in Unicode)."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The first pages: HTML of text, header and footer, the size of a page and its margins in points.

    `margins` are top, right, bottom, left, and how far header and footer stand from the edge.
    """

    text: str
    header: str
    footer: str
    size: tuple[float, float]
    margins: tuple[float, ...]

"""The namespaces of OpenDocument 1.3 part 3, in which every element and attribute that is read has its name."""

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT, STYLE, NUMBER, DRAW = (
    f"{{{_ODF}{name}:1.0}}" for name in ("office", "table", "text", "style", "datastyle", "drawing")
)

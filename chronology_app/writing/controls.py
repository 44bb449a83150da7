"""Content controls of a template (ECMA-376 part 1, 17.5.2): those whose tag the app knows are filled."""

from collections.abc import Mapping
from typing import Any, cast

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, nsmap, qn
from lxml.etree import XPath, _Element

from chronology_app.writing.wordml import legal, letters

_STALE = "w:sdtPr/w:showingPlcHdr | w:sdtPr/w:dataBinding | w:sdtPr/w:temporary | .//w:rStyle[@w:val='PlaceholderText']"
"""What would have Word show something else than what was filled in, drop the control, or show the words as a hint."""


def found(element: _Element, path: str) -> list[Any]:
    """Return what an XPath in Word's own prefixes finds; python-docx knows not every element by its prefix."""
    return cast(list[Any], XPath(path, namespaces=nsmap)(element))


def with_tag(root: _Element, tag: str) -> list[_Element]:
    """Return the controls with a tag, in any case, in order."""
    return [control for control in found(root, ".//w:sdt") if _tag(control) == tag]


def fill(root: _Element, words: Mapping[str, str]) -> frozenset[str]:
    """Put words into the controls with their tags, in the letters that are there; return the tags that were found."""
    known = [(control, _tag(control)) for control in found(root, ".//w:sdt") if _tag(control) in words]
    for control, tag in known:
        _fill(control, words[tag])
    return frozenset(tag for _, tag in known)


def _tag(control: _Element) -> str:
    return "".join(found(control, "w:sdtPr/w:tag/@w:val")).strip().casefold()


def _fill(control: _Element, words: str) -> None:
    for stale in found(control, _STALE):
        stale.getparent().remove(stale)
    texts = found(control, "w:sdtContent//w:t")
    if not texts:
        for inside in found(control, "(w:sdtContent//w:p | w:sdtContent[not(.//w:p)])[1]"):
            inside.append(parse_xml(f"<w:r {nsdecls('w')}>{letters(words)}</w:r>"))
        return
    for text in texts:
        text.text = ""
    texts[0].text = legal(words)
    texts[0].set(qn("xml:space"), "preserve")

"""Old and binary workbooks made byte by byte for tests, because no library that writes them is among ours.

The formats are [MS-XLS] (BIFF8), [MS-XLSB] and [MS-CFB].
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from hashlib import md5
from struct import pack

from msoffcrypto.method.rc4 import DocumentRC4

from tests.reading.build import KINDS, relationships, zip_of

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
)
Grid = Sequence[Sequence[object]]
STRUCK_FONT, PLAIN_FONT = 1, 0
_KINDS_PLAIN = (0x0809, 0x002F)
"""Records that are not encrypted in an encrypted workbook: BOF and FilePass."""
SALT = bytes(range(16))


def biff(kind: int, data: bytes = b"") -> bytes:
    """A record of an old workbook."""
    return pack("<HH", kind, len(data)) + data


def _text(text: str, length: str = "<H") -> bytes:
    return pack(length, len(text.encode("utf-16-le")) // 2) + b"\x01" + text.encode("utf-16-le")


def xls_cell(row: int, column: int, value: object, style: int = 0) -> bytes:
    """A cell of an old workbook, row and column from 0; an error is given as bytes of one."""
    at = pack("<HHH", row, column, style)
    if isinstance(value, bool):
        return biff(0x0205, at + pack("<BB", value, 0))
    if isinstance(value, bytes):
        return biff(0x0205, at + value + b"\x01")
    if isinstance(value, int | float):
        return biff(0x0203, at + pack("<d", value))
    return biff(0x0204, at + _text(str(value))) if value else b""


def xls(sheets: Mapping[str, bytes], codes: Iterable[str] = (), *, from_1904: bool = False, head: bytes = b"") -> bytes:
    """An old workbook of these sheets (their records), without an OLE2 file around it.

    Style 0 is plain, style 1 struck out, and one more follows for each format code; a name in brackets is hidden.
    """
    fonts = b"".join(
        biff(0x0031, pack("<HHHHHBBBB", 200, flags, 8, 400, 0, 0, 0, 0, 0) + b"\x01\x00A") for flags in (0, 8)
    )
    codes = list(codes)
    formats = b"".join(biff(0x041E, pack("<H", 164 + i) + _text(code)) for i, code in enumerate(codes))
    looks = [(PLAIN_FONT, 0), (STRUCK_FONT, 0), *((PLAIN_FONT, 164 + i) for i in range(len(codes)))]
    styles = b"".join(biff(0x00E0, pack("<HHHBBBBIIH", *look, 0, 0, 0, 0, 0, 0, 0, 0)) for look in looks)
    before = biff(0x0809, pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0)) + head + biff(0x0022, pack("<H", from_1904))
    before += fonts + formats + styles
    names = [(name.strip("[]"), name.startswith("[")) for name in sheets]
    length = len(before) + sum(4 + 4 + 2 + len(_text(name, "<B")) for name, _ in names) + 4
    bodies = [biff(0x0809, pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0)) + body + biff(0x000A) for body in sheets.values()]
    starts = [length + sum(map(len, bodies[:i])) for i in range(len(bodies))]
    bound = b"".join(
        biff(0x0085, pack("<IBB", start, hidden, 0) + _text(name, "<B"))
        for start, (name, hidden) in zip(starts, names, strict=True)
    )
    return before + bound + biff(0x000A) + b"".join(bodies)


def xls_of(rows: Grid, title: str = "Chronology") -> bytes:
    """An old workbook with one sheet of these values."""
    cells = (xls_cell(i, j, value) for i, values in enumerate(rows) for j, value in enumerate(values))
    return xls({title: b"".join(cells)})


def locked_xls_of(rows: Grid, password: str) -> bytes:
    """The same, encrypted with RC4 ([MS-OFFCRYPTO] 2.3.6) and inside an OLE2 file, as Excel 97 writes it."""
    verifier = b"\x07" * 16
    key = _stream(password, 32)
    head = bytes(a ^ b for a, b in zip(verifier + md5(verifier).digest(), key, strict=True))
    plain = xls_of_with_pass(rows, pack("<HHH", 1, 1, 1) + SALT + head)
    plain += biff(0x0A0A, b"\x00" * (-len(plain) % 4))  # msoffcrypto takes what follows for records of four bytes
    return ole2_of("Workbook", _encrypted(plain, password))


def xls_of_with_pass(rows: Grid, file_pass: bytes) -> bytes:
    cells = (xls_cell(i, j, value) for i, values in enumerate(rows) for j, value in enumerate(values))
    return xls({"Chronology": b"".join(cells)}, head=biff(0x002F, file_pass))


def _stream(password: str, length: int) -> bytes:
    return bytes(DocumentRC4.decrypt(password, SALT, io.BytesIO(b"\x00" * length), blocksize=1024).read())


def _encrypted(plain: bytes, password: str) -> bytes:
    key, out, at = _stream(password, len(plain)), bytearray(plain), 0
    while at < len(plain):
        kind, size = int.from_bytes(plain[at : at + 2], "little"), int.from_bytes(plain[at + 2 : at + 4], "little")
        start = at + 4 + (4 if kind == 0x0085 else 0)  # where a sheet begins is never encrypted
        at += 4 + size
        if kind not in _KINDS_PLAIN:
            out[start:at] = bytes(a ^ b for a, b in zip(plain[start:at], key[start:at], strict=True))
    return bytes(out)


def ole2_of(name: str, stream: bytes) -> bytes:
    """An OLE2 file with one stream, at least 4,096 bytes long so that it stands in sectors of its own."""
    stream += b"\x00" * max(0, 4096 - len(stream))
    stream += b"\x00" * (-len(stream) % 512)
    sectors = len(stream) // 512
    tables = -(-(sectors + 2) // 127)
    used = [0xFFFFFFFD] * tables + [0xFFFFFFFE] + [*range(tables + 2, tables + 1 + sectors), 0xFFFFFFFE]
    table = pack(f"<{len(used)}I", *used).ljust(tables * 512, b"\xff")
    places = [*range(tables)] + [0xFFFFFFFF] * (109 - tables)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\x00") + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += b"\x00" * 6 + pack("<IIIIIIIII", 0, tables, tables, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    root = _entry("Root Entry", 5, child=1, start=0xFFFFFFFE, size=0)
    folder = root + _entry(name, 2, child=0xFFFFFFFF, start=tables + 1, size=len(stream)) + b"\x00" * 256
    return head + pack("<109I", *places) + table + folder + stream


def circling_ole2() -> bytes:
    """An OLE2 file whose one stream is a chain of mini sectors, the first of which leads to itself."""
    made = bytearray(ole2_of("Workbook", b""))
    tables, root, stream, last = 512, 1024, 1152, 9
    for at, number in (
        (60, last),  # the sector with the table of mini sectors, all of it noughts
        (64, 1),
        (tables + 4 * (last - 1), 0xFFFFFFFE),
        (root + 116, 2),
        (root + 120, 512 * (last - 2)),
        (stream + 116, 0),
        (stream + 120, 100),
    ):
        made[at : at + 4] = pack("<I", number)
    return bytes(made)


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    words = name.encode("utf-16-le") + b"\x00\x00"
    made = words.ljust(64, b"\x00") + pack("<HBBIII", len(words), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return made + b"\x00" * 36 + pack("<III", start, size, 0)


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of a binary workbook."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, sizes = len(data), bytearray()
    while size > 0x7F:
        sizes.append(size & 0x7F | 0x80)
        size >>= 7
    return head + bytes(sizes) + bytes([size]) + data


def wide(text: str) -> bytes:
    """A string of a binary workbook."""
    words = text.encode("utf-16-le")
    return pack("<I", len(words) // 2) + words


def xlsb_row(number: int, *, hidden: bool = False) -> bytes:
    """The head of a row, from 0."""
    return record(0, pack("<IIHBBBI", number, 0, 300, 0, 0x10 if hidden else 0, 0, 0))


def xlsb_cell(column: int, value: object, style: int = 0) -> bytes:
    """A cell of a binary workbook, column from 0; an error is given as bytes of one."""
    at = pack("<II", column, style)
    if isinstance(value, bool):
        return record(4, at + pack("<B", value))
    if isinstance(value, bytes):
        return record(3, at + value)
    if isinstance(value, int | float):
        return record(5, at + pack("<d", value))
    return record(6, at + wide(str(value))) if value else record(1, at)


def xlsb(sheets: Mapping[str, bytes], codes: Sequence[str] = (), *, from_1904: bool = False, **more: bytes) -> bytes:
    """A binary workbook of these sheets (their records); `more` are the parts "sharedStrings" and "comments" (of all).

    Style 0 is plain, style 1 struck out, and one more follows for each format code; a name in brackets is hidden.
    """
    fonts = b"".join(record(43, pack("<HH", 220, flags) + b"\x00" * 17 + wide("A")) for flags in (0, 8))
    formats = b"".join(record(44, pack("<H", 164 + i) + wide(code)) for i, code in enumerate(codes))
    looks = [(0, PLAIN_FONT), (0, STRUCK_FONT), *((164 + i, PLAIN_FONT) for i in range(len(codes)))]
    styles = b"".join(record(47, pack("<HHHHH", 0, *look, 0, 0) + b"\x00" * 6) for look in looks)
    bound = b"".join(
        record(156, pack("<II", name.startswith("["), i + 1) + wide(f"s{i}") + wide(name.strip("[]")))
        for i, name in enumerate(sheets)
    )
    links = {"styles": "styles.bin", "sharedStrings": "sharedStrings.bin"}
    sheet_links = "".join(
        f'<Relationship Id="s{i}" Type="{KINDS}worksheet" Target="worksheets/sheet{i}.bin"/>'
        for i in range(len(sheets))
    )
    book = record(131) + record(153, pack("<III", from_1904, 0, 0)) + record(143) + bound + record(144) + record(132)
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relationships(officeDocument="xl/workbook.bin"),
        "xl/workbook.bin": book,
        "xl/styles.bin": formats + fonts + record(626) + styles[:18] + record(627) + record(617) + styles + record(618),
        "xl/sharedStrings.bin": more.get("sharedStrings", b""),
        "xl/_rels/workbook.bin.rels": relationships(**links).replace("</Rel", sheet_links + "</Rel"),
    }
    for i, body in enumerate(sheets.values()):
        head = record(129) + record(148, pack("<IIII", 0, 999, 0, 25)) + record(145)
        parts[f"xl/worksheets/sheet{i}.bin"] = head + body + record(146) + record(130)
        parts[f"xl/worksheets/_rels/sheet{i}.bin.rels"] = relationships(comments="../comments.bin")
    return zip_of(parts | ({"xl/comments.bin": more["comments"]} if "comments" in more else {}))


def xlsb_of(rows: Grid, title: str = "Chronology", **more: bytes) -> bytes:
    """A binary workbook with one sheet of these values; `more` is as for `xlsb`."""
    lines = (
        xlsb_row(i) + b"".join(xlsb_cell(j, value) for j, value in enumerate(values)) for i, values in enumerate(rows)
    )
    return xlsb({title: b"".join(lines)}, **more)

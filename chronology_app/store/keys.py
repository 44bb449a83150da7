"""From a passphrase to the key of a review, and from a review's first 16 bytes to what is wrong, if anything is.

SQLCipher keeps a 16-byte salt in the clear at the start of the file; all else is encrypted. We give it the key and
the salt ourselves (`PRAGMA key = "x'KEY SALT'"`), so the 16 bytes can carry more than chance:

    2 bytes  "CB"          this is a review of Chronology Builder
    1 byte   making        how the key is made from the passphrase (see `_MAKINGS`), so that it can be made dearer later
    8 bytes  random        the salt of argon2; RFC 9106 section 4 allows 64 bits where space is short
    3 bytes  key check     HMAC-SHA256 of the key over the bytes before; differs: it is the passphrase that is wrong
    2 bytes  checksum      CRC-16 over the bytes before; differs: it is the file that is damaged

The key check gives nothing away that the file does not: every page carries a 64-byte code that proves a key right.
A wrong passphrase passes it once in 16 million times and is then told as damage.
"""

import hmac
import secrets
import unicodedata
from binascii import crc_hqx
from dataclasses import dataclass, field
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

from chronology_app.store import problems

_MAGIC = b"CB"
_MAKINGS = {1: (3, 65_536, 4)}
"""argon2id by number of making: passes, KiB of memory, lanes (1: RFC 9106 section 4, second recommended option)."""
_NEWEST = max(_MAKINGS)
HEADER = 16


@dataclass(frozen=True, slots=True)
class Key:
    """The 32-byte key of a review and the 16 bytes its file begins with. Never printed."""

    raw: bytes = field(repr=False)
    header: bytes = field(repr=False)

    @property
    def literal(self) -> str:
        """What SQLCipher takes as a raw key with its salt."""
        return f"x'{self.raw.hex()}{self.header.hex()}'"


def new_key(passphrase: str) -> Key:
    """Return a new key for a passphrase; its salt is new, so no two reviews share a key."""
    start = _MAGIC + bytes([_NEWEST]) + secrets.token_bytes(8)
    raw = _derive(start, passphrase)
    start += _check(raw, start)
    return Key(raw, start + _checksum(start))


def key_of(path: Path, passphrase: str) -> Key:
    """Return the key of the review at `path`.

    Raises:
        ReviewProblem: it is not a review, is damaged, was written by a later version, or the passphrase is wrong.
    """
    with path.open("rb") as file:
        header = file.read(HEADER)
    if header[:2] != _MAGIC:
        raise problems.not_a_review(path)
    if header[14:] != _checksum(header[:14]):
        raise problems.damaged(path)
    if header[2] not in _MAKINGS:
        raise problems.too_new(path)
    raw = _derive(header[:11], passphrase)
    if not hmac.compare_digest(header[11:14], _check(raw, header[:11])):
        raise problems.wrong_passphrase(path)
    return Key(raw, header)


def opens(key: Key, passphrase: str) -> bool:
    """Return whether this passphrase gives that key."""
    return hmac.compare_digest(key.raw, _derive(key.header[:11], passphrase))


def _derive(start: bytes, passphrase: str) -> bytes:
    """The same letters give the same key on every keyboard: composed form, as RFC 8265 section 4.2.2 asks."""
    passes, memory, lanes = _MAKINGS[start[2]]
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    return hash_secret_raw(secret, start[3:11], passes, memory, lanes, 32, Type.ID)


def _check(raw: bytes, start: bytes) -> bytes:
    return hmac.digest(raw, b"chronology key check" + start, "sha256")[:3]


def _checksum(start: bytes) -> bytes:
    return crc_hqx(start, 0xFFFF).to_bytes(2, "big")

"""Names for records that two laptops can make apart and merge later: UUID version 7 (RFC 9562, section 5.7)."""

import secrets
import time
from threading import Lock

_lock = Lock()
_newest = 0


def new_id() -> str:
    """Return a new UUIDv7 as 36 characters; ids made later sort later, also within one millisecond (RFC 9562, 6.2)."""
    global _newest
    with _lock:
        _newest = number = max(_number(), _newest + 1)
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _number() -> int:
    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(74)
    return (milliseconds << 80) | (7 << 76) | ((random >> 62) << 64) | (2 << 62) | (random & ((1 << 62) - 1))

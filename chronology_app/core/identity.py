"""Names for records that two laptops can make apart and merge later: UUID version 7 (RFC 9562, section 5.7)."""

import secrets
import time


def new_id() -> str:
    """Return a new UUIDv7 as 36 characters; ids made later sort later (to the millisecond)."""
    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(74)
    number = (milliseconds << 80) | (7 << 76) | ((random >> 62) << 64) | (2 << 62) | (random & ((1 << 62) - 1))
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

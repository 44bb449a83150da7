"""The only place that asks dateparser, and only for a reading that a person may accept.

dateparser completes what is missing from today's date, so it is asked at its strictest (day, month and year must be
written, absolute dates only) and believed only where two different days "today" give the same answer. Importing it
costs 0.2 seconds: that is put off until a text needs it.
"""

from datetime import datetime

from chronology_app.core.when import Precision
from chronology_app.understanding.dates.pieces import Span

_DAYS_TODAY = (datetime(2001, 1, 15), datetime(2033, 8, 29))


def offer(text: str) -> Span | None:
    """Return the one day that dateparser reads from a text, None where it reads none or depends on today."""
    import dateparser

    answers = {
        found.date() if found else None
        for today in _DAYS_TODAY
        for found in [
            dateparser.parse(
                text,
                locales=["en-GB"],
                settings={
                    "RELATIVE_BASE": today,
                    "REQUIRE_PARTS": ["day", "month", "year"],
                    "PARSERS": ["absolute-time"],
                    "STRICT_PARSING": True,
                    "DATE_ORDER": "DMY",
                    "RETURN_AS_TIMEZONE_AWARE": False,
                },
            )
        ]
    }
    day = answers.pop()
    return Span(day, day, Precision.DAY) if day and not answers else None

"""What is known about when something happened, read from an agency's words; nothing is ever filled in.

From the text to a When: `words` gives each word a letter, `forms` is the grammar (one row a form), `grammar` applies
it, `clock`, `numbers`, `spans` and `weeks` are what its rows do, `mending` undoes usual slips for what is only
offered, `notation` reads EDTF, `doubting` asks about what a review rules out.
"""

from chronology_app.understanding.dates.beside import join, read_time, relative
from chronology_app.understanding.dates.columns import month_or_year, reads_either_way, settle_order, when_of_value
from chronology_app.understanding.dates.doubting import doubts, with_likely
from chronology_app.understanding.dates.leading import leading
from chronology_app.understanding.dates.reading import read_when

__all__ = [
    "doubts",
    "join",
    "leading",
    "month_or_year",
    "read_time",
    "read_when",
    "reads_either_way",
    "relative",
    "settle_order",
    "when_of_value",
    "with_likely",
]

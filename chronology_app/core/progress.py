"""How long work tells the person where it is and learns that it should stop."""

from collections.abc import Callable

Report = Callable[[int, int, str], None]
"""Called as `report(done, total, what)`; raises `core.errors.Cancelled` when the person has stopped the job."""


def silent(done: int, total: int, what: str) -> None:
    """Report to nobody: the default for work that nobody is watching."""

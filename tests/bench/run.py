"""Runs every measurement beside it and prints one Markdown table; `--write` puts the table into README.md.

Each `bench_*.py` has `run() -> list[tuple[str, float, str]]`: what was measured, the ratio, and its budget
("<= 2.5 x unzip + expat"); what could not be measured is NaN, and says why in place of the budget. Each runs in a
process of its own, so that none warms up or fills the memory of another.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from math import isnan
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
START, END = "<!-- bench -->", "<!-- /bench -->"
CHILD = "import importlib, json, sys; print(json.dumps(importlib.import_module(sys.argv[1]).run()))"
Row = tuple[str, float, str]


def measured(names: Iterable[str]) -> Iterator[Row]:
    """Yield the rows of these measurements ("bench_dates"), each run in a process of its own.

    Raises:
        subprocess.CalledProcessError: a measurement failed; it has said why.
    """
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        child = [sys.executable, "-c", CHILD, f"tests.bench.{name}"]
        said = subprocess.run(child, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
        yield from (tuple(row) for row in json.loads(said.splitlines()[-1]))


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a Markdown table; a budget that begins with <= or >= is judged, others are only told."""
    lines = ["| what | measured | budget | kept |", "|---|--:|---|---|"]
    for what, ratio, budget in rows:
        shown = re.sub(r" x\b", " ×", budget.replace("<=", "≤").replace(">=", "≥"))
        lines.append(f"| {what} | {_number(ratio)} | {shown} | {_kept(ratio, budget)} |")
    return "\n".join(lines)


def placed(text: str, made: str) -> str:
    """Return `text` with what stood between its two markers replaced by `made`.

    Raises:
        ValueError: the markers are not there.
    """
    before, _, rest = text.partition(START)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"{START} and {END} are not both there")
    return f"{before}{START}\n{made}\n{END}{after}"


def _number(ratio: float) -> str:
    if isnan(ratio):
        return "–"
    return f"{ratio:,.0f}" if abs(ratio) >= 100 or ratio == int(ratio) else f"{ratio:.2f}"


def _kept(ratio: float, budget: str) -> str:
    limit = re.match(r"(<=|>=)\s*([\d.,]*\d)", budget)
    if limit is None:
        return ""
    bound = float(limit[2].replace(",", ""))
    return "yes" if (ratio <= bound if limit[1] == "<=" else ratio >= bound) else "**no**"


def main(arguments: list[str] | None = None) -> None:
    """Run the measurements named, or all, and print (or write) the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="bench_dates …; all of them unless told")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    chosen = parser.parse_args(arguments)
    every = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    made = table(measured(chosen.names or every))
    print(made)
    if chosen.write:
        README.write_text(placed(README.read_text("utf-8"), made), "utf-8")


if __name__ == "__main__":
    main()

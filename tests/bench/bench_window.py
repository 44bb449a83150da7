"""What a person waits for in the window, each against the least it could be; run without a screen (offscreen)."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from chronology_app.core import edits
from chronology_app.core.chronology import Chronology
from chronology_app.core.filter import Filter
from chronology_app.core.mark import Kind
from chronology_app.core.review import Review
from chronology_app.core.showing import shown
from chronology_app.core.when import order_key
from chronology_app.gui.chronology.table import ChronologyTable
from chronology_app.gui.task import Task
from chronology_app.gui.theme import dress
from tests.make import HEALTH, an_entry, on

Row = tuple[str, float, str]
_WORDS = (
    "Home visit to Baby and Mother at the family address; baby weighed and seen awake in the Moses basket. "
    "Mother said that feeding goes well and that the grandmother helps on most days. House warm, bottles washed."
)
_BARE = (
    "from PySide6.QtWidgets import QApplication, QMainWindow; a = QApplication([]);"
    "w = QMainWindow(); w.show(); a.processEvents()"
)
_OURS = (
    "from PySide6.QtWidgets import QApplication; a = QApplication([]);"
    "from chronology_app.gui.main_window import MainWindow; from chronology_app.gui.theme import dress;"
    "from chronology_app.settings import load; s = load(); dress(a, s.theme, s.text_size);"
    "w = MainWindow(s); w.show(); a.processEvents()"
)


def entries(number: int) -> Chronology:
    """A chronology of so many entries over three years, about 35 words each."""
    first = date(2020, 1, 1)
    made = (an_entry(n, f"{_WORDS[n % 40 :]} {n}", on(f"{n}", first + timedelta(days=n % 1000))) for n in range(number))
    return Chronology.of([Review(born=date(2020, 6, 1)), HEALTH, *made])


def timed(act: Callable[[], object], times: int = 5) -> float:
    """Median seconds of an act."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        found.append(time.perf_counter() - start)
    return median(found)


def app() -> QApplication:
    """The one app, dressed."""
    made = QApplication.instance() or QApplication([])
    dress(made, "light")  # type: ignore[arg-type]
    return made  # type: ignore[return-value]


def window_shown() -> list[Row]:
    """From starting Python to a window that is shown, against a bare Qt window."""

    def start(code: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "CHRONOLOGY_SETTINGS": folder})

    start(_OURS)
    pairs = [(timed(lambda: start(_OURS), 1), timed(lambda: start(_BARE), 1)) for _ in range(7)]
    return [
        ("from starting Python to the window shown, ms", median(ours for ours, _ in pairs) * 1e3, "<= 300 ms"),
        ("the same, against a bare Qt window", median(ours / bare for ours, bare in pairs), "<= 1.63 x"),
    ]


def filter_and_sort(chronology: Chronology) -> list[Row]:
    """Filter and order of 50,000 entries, against a substring scan and a list sort of ready keys."""
    texts = [chronology.words_of(entry) for entry in chronology.in_order()]
    wanted = Filter(text="bottles washed. 4")
    scan = timed(lambda: [text for text in texts if "bottles washed. 4" in text])
    found = timed(lambda: shown(chronology, wanted))
    changes = iter([edits.flag(chronology, [entry.id], on=True) for entry in chronology.in_order()[:10]])
    following = [chronology.after(change) for change in changes]
    order = timed(lambda: following.pop().in_order())
    plain = timed(
        lambda: sorted(chronology.entries.values(), key=lambda e: (order_key(e.when), e.sequence, e.row, e.id))
    )
    return [
        ("filter 50,000 entries, against a substring scan", found / scan, "<= 3 x"),
        ("order of 50,000 entries after a change, against sorted() by the same key", order / plain, "<= 1.2 x"),
    ]


def scrolled(view: QTableView) -> float:
    """Median seconds to paint a page further down."""
    QApplication.processEvents()  # a window that is not exposed yet paints nothing
    bar = view.verticalScrollBar()
    step = bar.maximum() // 60
    found = []
    for page in range(1, 41):
        start = time.perf_counter()
        bar.setValue(page * step)
        view.viewport().repaint()
        found.append(time.perf_counter() - start)
    return median(found)


def scroll(chronology: Chronology) -> list[Row]:
    """One page further in 50,000 entries, against Qt's own C++ model and delegate with the same texts, wrapped."""
    table = ChronologyTable()
    table.resize(1000, 800)
    table.show()
    table.show_entries(chronology, chronology.in_order())
    plain = QTableView()
    model = QStandardItemModel(0, 5)
    for entry in chronology.in_order():
        model.appendRow([QStandardItem(text) for text in (entry.when.text, "HV", entry.event, entry.action, "")])
    plain.setModel(model)
    plain.setColumnWidth(2, table.columnWidth(2))
    plain.verticalHeader().setDefaultSectionSize(table.rowHeight(5))
    plain.resize(1000, 800)
    plain.show()
    ratio = median(scrolled(table) / scrolled(plain) for _ in range(3))
    return [("a page further in 50,000 entries, against a C++ model", ratio, "<= 1.5 x")]


def one_mark(chronology: Chronology) -> list[Row]:
    """One mark made and painted among 20,000 entries, and the heights of 20,000 wrapped rows; milliseconds."""
    table = ChronologyTable()
    table.resize(1000, 800)
    table.show()
    table.show_entries(chronology, chronology.in_order())
    table.choose(chronology.in_order()[9000].id)
    QApplication.processEvents()
    kinds = [Kind.FACT, Kind.OPINION]

    def mark() -> None:
        nonlocal chronology
        kinds.reverse()
        chronology = chronology.after(edits.mark(chronology, table.selected_ids(), kinds[0]))
        table.show_entries(chronology, shown(chronology, Filter()))
        table.viewport().repaint()

    return [
        (
            "one mark made and shown among 20,000 entries, ms (the store's commit is measured apart)",
            timed(mark, 15) * 1e3,
            "<= 50 ms",
        ),
        ("heights of 20,000 wrapped rows, ms", timed(table.measure) * 1e3, "<= 300 ms"),
    ]


def repaint_while_reading() -> list[Row]:
    """Repaint of the open window while a 30,000-row workbook is read, against repaint when idle."""
    from chronology_app.reading.read import read_file
    from tests.bench.bench_reading import a_workbook

    chronology = entries(2000)
    table = ChronologyTable()
    table.resize(1000, 800)
    table.show()
    table.show_entries(chronology, chronology.in_order())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.xlsx"
        path.write_bytes(a_workbook(30_000))
        QApplication.processEvents()
        idle = timed(lambda: table.viewport().repaint(), 60)
        ended: list[object] = []
        task = Task(lambda _: read_file(path))
        task.done.connect(ended.append)
        task.failed.connect(ended.append)
        task.start()
        busy = []
        while not ended:
            start = time.perf_counter()
            table.viewport().repaint()
            busy.append(time.perf_counter() - start)
            QApplication.processEvents()
            time.sleep(0.004)
    return [("repaint while a 30,000-row workbook is read, against idle", median(busy) / idle, "<= 1.5 x")]


def run() -> list[Row]:
    """Measure everything."""
    kept = app()
    large, middling = entries(50_000), entries(20_000)
    found = [*window_shown(), *filter_and_sort(large), *scroll(large), *one_mark(middling), *repaint_while_reading()]
    kept.processEvents()
    return found


if __name__ == "__main__":
    for name, figure, budget in run():
        print(f"{name}: {figure:.2f} ({budget})")

"""Widgets side by side as long as each has room for its words; one under the other where one has not."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from chronology_app.gui.dialogs.choose import Choose

_DOWN = 8
"""Pixels between what stands one under the other."""


class FieldRow(QWidget):
    """As wide as their shares (alike without, as needed for 0), `apart` pixels from one another."""

    def __init__(self, parts: Sequence[QWidget], shares: Sequence[int] = (), apart: int = 18) -> None:
        super().__init__()
        self._apart = apart
        self._shares = dict(zip(parts, shares or [1] * len(parts), strict=True))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(apart)
        for part, share in self._shares.items():
            self._row.addWidget(part, share)
        for box in self.findChildren(Choose):
            box.currentTextChanged.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: another width may give room, or take it."""
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: as wide as the widest part, since the others can stand under it."""
        widest = max(part.minimumSizeHint().width() for part in self._shares)
        return QSize(widest, super().minimumSizeHint().height())

    def fit(self, *_: object) -> None:
        """Stand the parts beside one another where that cuts off no words."""
        beside = self._fit_beside()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(self._apart if beside else _DOWN)

    def _fit_beside(self) -> bool:
        shares = {part: share for part, share in self._shares.items() if not part.isHidden()}
        needs = {part: _need(part) for part in shares}
        fixed = sum(need for part, need in needs.items() if not shares[part])
        room = self.width() - self._apart * (len(shares) - 1) - fixed
        whole = sum(shares.values())
        return room >= 0 and all(needs[part] <= room * share // whole for part, share in shares.items() if share)


def _need(part: QWidget) -> int:
    """Return how wide a part must be, in pixels, so that the words chosen in it can be read."""
    boxes = [part] if isinstance(part, Choose) else part.findChildren(Choose)
    return max([part.minimumSizeHint().width(), *(box.width_of_words() for box in boxes)])

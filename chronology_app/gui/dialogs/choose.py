"""A box to choose from whose list shows every word, however little room the box itself has."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

_LETTERS = 12
"""How many letters it keeps room for; the rest is cut short until the list is opened."""
_AROUND = 8
"""Pixels a box keeps free around its words."""


class Choose(QComboBox):
    """Takes the width it is given instead of that of its longest words."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.currentTextChanged.connect(self.setToolTip)

    def width_of_words(self) -> int:
        """Return how wide the box must be, in pixels, so that the words chosen can be read whole."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        words = QSize(self.fontMetrics().horizontalAdvance(self.currentText()) + _AROUND, 0)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, words, self).width()

    def showPopup(self) -> None:
        """Called by Qt: the list is as wide as its words, which may be wider than the box."""
        view = self.view()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        view.setMinimumWidth(view.sizeHintForColumn(0) + bar)
        super().showPopup()

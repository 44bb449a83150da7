"""A box to choose from whose list shows every word, however little room the box itself has."""

from PySide6.QtWidgets import QComboBox, QStyle

_LETTERS = 12
"""How many letters it keeps room for; the rest is cut short until the list is opened."""


class Choose(QComboBox):
    """Takes the width it is given instead of that of its longest words."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.currentTextChanged.connect(self.setToolTip)

    def showPopup(self) -> None:
        """Called by Qt: the list is as wide as its words, which may be wider than the box."""
        view = self.view()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        view.setMinimumWidth(view.sizeHintForColumn(0) + bar)
        super().showPopup()

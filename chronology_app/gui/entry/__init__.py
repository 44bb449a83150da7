"""The right of the window: the chosen entry in full, its words to mark, and everything that stands beside them."""

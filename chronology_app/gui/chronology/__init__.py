"""The centre of the window: the chronology, one entry a row, reading like a document."""

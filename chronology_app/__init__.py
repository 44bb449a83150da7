"""Chronology Builder: the chronologies agencies send become one timeline of a baby's lived experience."""

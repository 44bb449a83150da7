"""A Chronology becomes a document."""

"""A Chronology becomes findings, each with the words that led to it; a person decides."""

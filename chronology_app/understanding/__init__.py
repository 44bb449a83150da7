"""Sheets become Drafts: which row is what, which column means what, and what its dates say."""

"""Dialogs: each asks one thing, says what is wrong under the field it is wrong in, and has verbs on its buttons."""

"""The window in which a combined chronology that comes back from Word is read, and taken or left."""

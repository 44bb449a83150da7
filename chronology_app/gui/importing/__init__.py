"""The import dialog: what the app understood of the files, looked over and corrected before anything comes in."""

"""Whole jobs, for the window and the command line alike: plan an import, accept it, write the document."""

"""The scripts that bring a review file from one format to the next; run by `store.formats`."""

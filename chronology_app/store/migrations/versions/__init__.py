"""One script a format, each frozen once a review has been saved with it."""

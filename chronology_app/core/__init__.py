"""The ground floor: what a review and its chronology are. The standard library only."""

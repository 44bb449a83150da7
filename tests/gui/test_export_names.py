"""A file's name is seen by everybody who sees the folder: no listed name stands in it unless a person types it."""

from chronology_app.core.chronology import Chronology
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.gui.dialogs.export import suggested_name

MOTHER = Person("mother", "Mother", "", ("Isla Wren", "Isla"))


def test_a_name_in_the_designation_is_not_suggested() -> None:
    review = Review(title="The Wren family", designation="Isla Wren's baby", version="2")
    assert suggested_name(Chronology.of([review, MOTHER])) == "Mother's baby combined chronology v2"


def test_a_review_without_a_designation_is_not_called_by_its_title() -> None:
    assert suggested_name(Chronology.of([Review(title="The Wren family")])) == "combined chronology v0.1"

"""A person in the family's story, under the designation that is published."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A person: published as `designation` ("MGM"), `role` in words, `names` every form of the name in the files."""

    id: str
    designation: str
    role: str = ""
    names: tuple[str, ...] = ()

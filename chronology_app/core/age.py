"""The baby's age on a day, in the units midwives and health visitors use."""

from datetime import date, timedelta

from chronology_app.core.when import When

_TERM_DAYS = 280
"""A due date is 40 weeks + 0 days of gestation."""


def age_at(day: date, born: date | None, due: date | None = None) -> str:
    """Return the age on `day`: "5 days", "7 weeks 3 days", "2 years 1 month", or gestation before birth.

    "" where neither birth nor due date is known, and for days before the pregnancy.
    """
    if born is not None and day >= born:
        return _after_birth(day, born)
    if due is not None and day <= due + timedelta(days=21):
        gestation = _TERM_DAYS - (due - day).days
        return f"{gestation // 7}+{gestation % 7} weeks' gestation" if gestation > 0 else ""
    return _units("before birth", (born - day).days) if born is not None else ""


def corrected_age_at(day: date, born: date | None, due: date | None) -> str:
    """Return the age counted from the due date, "" unless the baby was born before 37 weeks and `day` is after both."""
    if born is None or due is None or (due - born).days <= 21 or day < due:
        return ""
    return _after_birth(day, due)


def age_of(when: When, born: date | None, due: date | None = None) -> str:
    """Return the age for an uncertain date: "FIRST to LAST" where the ends differ; "" unless both are known."""
    if when.earliest is None or when.latest is None:
        return ""
    first, last = age_at(when.earliest, born, due), age_at(when.latest, born, due)
    return first if first == last or not last else f"{first} to {last}" if first else last


def ages_of(when: When, born: date | None, due: date | None) -> str:
    """Return the age for an uncertain date, and beside it the corrected age of a baby born early."""
    age = age_of(when, born, due)
    ends = [corrected_age_at(day, born, due) for day in (when.earliest, when.latest) if age and day]
    corrected = " to ".join(dict.fromkeys(filter(None, ends)))
    return f"{age} (corrected {corrected})" if corrected else age


def _after_birth(day: date, born: date) -> str:
    days = (day - born).days
    if days == 0:
        return "day of birth"
    if days < 14:
        return _count(days, "day")
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
    if months < 24:
        return _count(days // 7, "week") + (f" {_count(days % 7, 'day')}" if days % 7 else "")
    return _count(months // 12, "year") + (f" {_count(months % 12, 'month')}" if months % 12 else "")


def _units(what: str, days: int) -> str:
    return f"{_count(days, 'day') if days < 14 else _count(days // 7, 'week')} {what}"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"

"""Dates written in numbers or with a month's name: where the order of the column and the year's digits are decided."""

from datetime import date, timedelta

from chronology_app.core.when import Precision, span_of
from chronology_app.understanding.dates.pieces import (
    BACKWARDS,
    AsksPerson,
    Given,
    Piece,
    Span,
    completed,
    day_in,
    feast_in,
    month_in,
    part_of,
    season_in,
    whole_year,
    year_of,
)
from chronology_app.understanding.dates.words import Feast

_SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_QUARTER = "Quarters are numbered 1 to 4."


def ordinal(given: Given, day: str, suffix: str) -> str:
    """Return the day of "12th"; asks where the ending does not belong to the number."""
    if _SUFFIXES.get(int(day), "th") != suffix:
        raise AsksPerson(f"The ending “{suffix}” does not belong to {int(day)}.")
    return day


def numeric(given: Given, first: str, second: str, year: str) -> Span:
    """Return "12/03/22" in the order of the column."""
    day, month = (first, second) if given.day_first else (second, first)
    return _of_numbers(given, year, int(month), int(day))


def iso(given: Given, year: str, month: str, day: str) -> Span:
    """Return "2022-03-12", whatever the order of the column (ISO 8601-1)."""
    return _of_numbers(given, year, int(month), int(day))


def eight_digits(given: Given, digits: str) -> Span:
    """Return "20220312" or "12032022"; for years 1900 to 2100 they cannot be mistaken for each other."""
    if int(digits[4:6]) <= 12 and digits[:2] in ("19", "20"):
        return iso(given, digits[:4], digits[4:6], digits[6:])
    return numeric(given, digits[:2], digits[2:4], digits[4:])


def _of_numbers(given: Given, year: str, month: int, day: int) -> Span:
    in_full = year_of(year)
    if month > 12 and 1 <= day <= 12:
        order = "day first" if given.day_first or len(year) == 4 else "month first"
        raise AsksPerson(f"There is no month {month}, read {order}.")
    if day == 0 and 1 <= month <= 12:
        raise AsksPerson("There is no day 0.", month_in(in_full, month))
    return day_in(in_full, month, day)


def textual(given: Given, day: str, month: int, year: str) -> Span:
    """Return "12 March 2022"."""
    return day_in(year_of(year), month, int(day))


def month_first(given: Given, month: int, day: str, year: str) -> Span:
    """Return "March 12, 2022"."""
    return textual(given, day, month, year)


def year_first(given: Given, year: str, month: int, day: str) -> Span:
    """Return "2022 March 12"."""
    return textual(given, day, month, year)


def days_of_month(given: Given, month: int, first: str, last: str, year: str) -> Span:
    """Return "March 12-14, 2022"."""
    start, end = textual(given, first, month, year), textual(given, last, month, year)
    if end.first is None or start.first is None or end.first < start.first:
        raise AsksPerson(BACKWARDS)
    return start._replace(last=end.last)


def of_month(given: Given, third: int | None, month: int, year: str) -> Span:
    """Return "March 2022" or "early March 2022"."""
    return month_in(year_of(year), month, third)


def thirds_of_month(given: Given, first: int, last: int, month: int, year: str) -> Span:
    """Return "early to mid March 2022"."""
    start, end = of_month(given, first, month, year), of_month(given, last, month, year)
    if first > last:
        raise AsksPerson(BACKWARDS)
    return start._replace(last=end.last)


def thirds_of_year(given: Given, first: int, last: int, year: str) -> Span:
    """Return "early to mid 2022"."""
    if first > last:
        raise AsksPerson(BACKWARDS)
    return year_alone(given, first, year)._replace(last=year_alone(given, last, year).last)


def month_number(given: Given, month: str, year: str) -> Span:
    """Return "03/2022"."""
    return month_in(year_of(year), int(month))


def month_of_year(given: Given, year: str, month: str) -> Span:
    """Return "2022-03-XX", which says that the day is not known."""
    return month_in(year_of(year), int(month))


def year_and_number(given: Given, year: str, number: str) -> Span:
    """Return "2022-03" as a month and "2019/20" as two years; where it may be both, that is asked."""
    start, value = year_of(year), int(number)
    years = years_from(given, year, number) if len(number) == 2 and (start + 1) % 100 == value else None
    month = month_in(start, value) if 1 <= value <= 12 else None
    if years and month:
        raise AsksPerson("It may be a month of one year, or two years.", years, month)
    found = years or month
    if found is None:
        later = [years_from(given, year, number)] if len(number) == 2 and value > start % 100 else []
        raise AsksPerson(f"There is no month {value}.", *later)
    return found


def years_from(given: Given, first: str, last: str) -> Span:
    """Return "2019/20" or "2019-2021": from the first day of one year to the last day of another."""
    start = year_of(first)
    end = year_of(last) if len(last) == 4 else start // 100 * 100 + int(last)
    if end <= start:
        raise AsksPerson(BACKWARDS)
    return Span(date(start, 1, 1), date(end, 12, 31), Precision.YEAR)


def month_or_day(given: Given, month: int, number: str) -> Span:
    """Return "March 12" or "March 22": a day, or a month of a year; without a section's year that is asked."""
    value = int(number)
    as_month = [month_in(year_of(number), month)] if len(number) == 2 else []
    if value > 31 and as_month:
        return as_month[0]
    as_day = [day_in(given.year, month, value)] if given.year and value else []
    if as_day and (not as_month or as_month[0].first is None or as_month[0].first.year != given.year):
        return as_day[0]
    raise AsksPerson("The number may be the day or the year.", *as_month, *as_day)


def month_dash_year(given: Given, month: int, number: str) -> Span:
    """Return "Mar-22", which is how spreadsheets show a month; under a section's year it may be a day."""
    if given.year or len(number) == 1:
        return month_or_day(given, month, number)
    return month_in(year_of(number), month)


def day_month(given: Given, day: str, month: int) -> Piece:
    """Return "12 March"."""
    return Piece(Precision.DAY, month, int(day))


def month_day(given: Given, month: int, day: str) -> Piece:
    """Return "March 12th"."""
    return day_month(given, day, month)


def day_alone(given: Given, day: str) -> Piece:
    """Return "12th" under a title that gives its month and year."""
    return Piece(Precision.DAY, day=int(day))


def two_numbers(given: Given, first: str, second: str) -> Piece:
    """Return "28/2" as day and month in the order of the column; a number too large for a month asks."""
    day, month = (int(first), int(second)) if given.day_first else (int(second), int(first))
    if month > 12 or not day or not month:
        offers = [month_in(year_of(second), int(first))] if len(second) == 2 and 1 <= int(first) <= 12 else []
        raise AsksPerson("Two numbers are not enough to be sure of a day and a month.", *offers)
    if given.year and given.month and given.month != month:
        raise AsksPerson("The month is not that of the title above.", day_in(given.year, month, day))
    return Piece(Precision.DAY, month, day)


def two_numbers_dashed(given: Given, first: str, second: str) -> Span:
    """Return "12-03" as day and month; under a section's month it may be a range of days."""
    if given.month is None or given.year is None:
        return completed(two_numbers(given, first, second), given.year, given.month)
    start, end = day_in(given.year, given.month, int(first)), day_in(given.year, given.month, int(second))
    days = start._replace(last=end.last)
    if int(second) > 12 and int(first) < int(second):
        return days
    raise AsksPerson("It may be a day and a month, or a range of days.", *([days] if int(first) < int(second) else []))


def month_alone(given: Given, third: int | None, month: int) -> Piece:
    """Return "March" or "early March"."""
    return Piece(Precision.MONTH, month, third=third)


def season(given: Given, third: int | None, month: int, year: str) -> Span:
    """Return "spring 2022" (meteorological)."""
    return season_in(year_of(year), month, third)


def winter(given: Given, third: int | None, month: int, year: str, following: str) -> Span:
    """Return "winter 2021/22", the only season with two years."""
    start = year_of(year)
    if month != 12 or int(following) % 100 != (start + 1) % 100:
        raise AsksPerson("Only a winter has two years.")
    span = Span(*span_of(date(start, 12, 1), Precision.SEASON), Precision.SEASON)
    return part_of(span, third)


def season_alone(given: Given, third: int | None, month: int) -> Piece:
    """Return "spring"."""
    return Piece(Precision.SEASON, month, third=third)


def feast(given: Given, named: Feast, year: str) -> Span:
    """Return "Christmas Day 2021"."""
    return feast_in(year_of(year), named)


def new_year(given: Given, named: Feast, year: str, following: str) -> Span:
    """Return "New Year 2021/22", the only feast with two years."""
    later = year_of(year) + 1
    if named.anchor != (1, 1) or named.first >= 0 or int(following) % 100 != later % 100:
        raise AsksPerson("Only a New Year has two years.")
    return feast_in(later, named)


def feast_alone(given: Given, named: Feast) -> Piece:
    """Return "Christmas Day"; its day is known once its year is."""
    return Piece(Precision.DAY, day=1, feast=named) if not named.approximate else Piece(Precision.DAY, feast=named)


def feast_after_year(given: Given, year: str, named: Feast) -> Span:
    """Return "2022 Easter"."""
    return feast(given, named, year)


def quarter(given: Given, number: str, year: str) -> Span:
    """Return "Q1 2022": a quarter of the calendar year."""
    if not 1 <= int(number) <= 4:
        raise AsksPerson(_QUARTER)
    return Span(*span_of(date(year_of(year), int(number) * 3 - 2, 1), Precision.QUARTER), Precision.QUARTER)


def quarter_after_year(given: Given, year: str, number: str) -> Span:
    """Return "2022 Q1"."""
    return quarter(given, number, year)


def financial_quarter(given: Given, number: str, year: str, following: str) -> Span:
    """Ask about "Q1 2021/22": the quarter of a financial year is offered (from April)."""
    in_calendar = quarter(given, number, year)
    assert in_calendar.first is not None
    start = date(in_calendar.first.year + (number == "4"), (int(number) * 3) % 12 + 1, 1)
    span = Span(*span_of(start, Precision.QUARTER), Precision.QUARTER)
    raise AsksPerson("A quarter of a financial year is meant.", span)


def decade(given: Given, third: int | None, year: str) -> Span:
    """Return "2010s" or "90s"."""
    start = year_of(year)
    if start % 10:
        raise AsksPerson("A decade begins with a year that ends in 0.")
    return part_of(Span(date(start, 1, 1), date(start + 9, 12, 31), Precision.DECADE), third)


def year_alone(given: Given, third: int | None, year: str) -> Span:
    """Return "2022" or "mid-2022"."""
    return whole_year(year_of(year), third)


def year_of_four(given: Given, year: str) -> Span:
    """Return "2022"."""
    return whole_year(year_of(year))


def day_unknown(given: Given, span: Span) -> Span:
    """Return "March 2022, day not known" or "2022, date unknown", which say twice that only that much is known."""
    if span.unit not in (Precision.MONTH, Precision.YEAR):
        raise AsksPerson("It says that the day is not known, but a day is written.", span)
    return span


def month_unknown(given: Given, span: Span) -> Span:
    """Return "2022, month not known"."""
    if span.unit is not Precision.YEAR:
        raise AsksPerson("It says that the month is not known, but a month is written.", span)
    return span


def serial_day(number: float) -> Span | None:
    """Return the day of a spreadsheet's serial number (1900 system), None outside 1980 to 2079."""
    if not 29221 <= number < 65746:
        return None
    on = date(1899, 12, 30) + timedelta(days=int(number))
    return Span(on, on, Precision.DAY)

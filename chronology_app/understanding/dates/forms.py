"""The grammar: every form a date may take, one row each. To teach the app a new form, add a row and its examples.

A row is a pattern over the letters of `dates.words` (numbers: i n k y e z; a joined part: D a date with its year,
P a date without it, T a time), the letter of what it makes, and the function that reads it; what stands in brackets
is handed to the function. Rows are tried from the top, the first that fits anywhere is applied, and so on from the
top again until nothing fits: what is written first binds first. Examples belong into resources/help/dates.md and
tests/data/dates.toml.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from chronology_app.understanding.dates import clock, numbers, spans, weeks

Read = Callable[..., Any]
Row = tuple[str, str, Read]


class Form(NamedTuple):
    """A row of the grammar; `pattern` is over letters, `makes` the letter put in its place."""

    pattern: re.Pattern[str]
    makes: str
    read: Read


_SHORT = {"{N}": "[in]", "{Y}": "[ny]", "{X}": "[DPino]", "{G}": "[/.-]", "{D}": "(?:(?<=[DP])|(?<=[DP],))"}
"""Short in a pattern: N a number of one or two digits, Y a year, X any date or day, G a separator, D "after a date"."""

_TIMES: list[Row] = [
    (r"^/(~)", "~", spans.same),
    (r"({N}):({N})(?::({N})(?:\.[inkz])?)?([Ah])?", "T", clock.clock),
    (r"(?<![/.])({N})\.({N})([Ah])", "T", clock.dotted),
    (r"(?<!{G})({N})h(n)", "T", clock.dotted),
    (r"(?<!{G})(?<!m)(n)(A)", "T", clock.hour_alone),
    (r"(?<!{G})(i)(A)", "T", clock.hour_alone),
    (r"(?<=[in]-)(?<!{G}[in]-)({N})(A)", "T", clock.hour_alone),
    (r"(?<=T-)({N})(A)", "T", clock.hour_alone),
    (r"(?<![/.])([ky])(h)", "T", clock.figures),
    (r"(?<!{G})(?<!m)([ky])(A)", "T", clock.figures),
    (r"(?<!{G})(?<!m)(n)(C)", "T", clock.named_with_figure),
    (r"(C)", "T", clock.named),
    (r"p-(A)", "A", spans.same),
    (r"(A)[/&]A", "A", spans.same),
    (r"(T)\(~\)", "T", spans.about),
    (r"~(T)", "T", spans.about),
    (r"\?(T)", "T", spans.unsure),
    (r"b(T)[&r-](T)", "T", clock.between_times),
    (r"f?(T)[-ru](T)", "T", clock.between_times),
]

_ALIKE: list[Row] = [
    row
    for g in ("/", r"\.", "-")
    for row in (
        (rf"(y){g}({{N}}){g}({{N}})(?!{{G}}[iny])", "D", numbers.iso),
        (rf"(?<![iny]{g})({{N}}){g}({{N}}){g}(y)", "D", numbers.numeric),
        (rf"(?<![iny]{g})({{N}}){g}({{N}}){g}(n)(?!{g}[iny])", "D", numbers.numeric),
    )
]
"""Three numbers with the same separator."""

_SLIPS = (("[/.]{1,2}", "(n)"), ("[/-]{1,2}", "(n)"), ("[/.-]{1,2}", "(y)"))
"""Mixed or doubled separators; points and dashes together may be times ("2-3.30") unless a whole year follows."""

_DAYS: list[Row] = [
    (r"({N})(t)", "o", numbers.ordinal),
    (r"(y)[,-]?Q({N})", "D", numbers.quarter_after_year),
    (r"Q({N}),?(y)[-/]({Y})", "D", numbers.financial_quarter),
    (r"Q({N}),?({Y})", "D", numbers.quarter),
    (r"(o)Q,?({Y})", "D", numbers.quarter),
    *_ALIKE,
    (r"^({N})-({N})-(n)(?=-{N}-{N}-{Y}$)", "D", numbers.numeric),
    (r"(y)-(m)-({N})", "D", numbers.year_first),
    (r"([ino])[-/.,]?(m)[-/.,]{0,2}(y)", "D", numbers.textual),
    (r"([ino])[-/.,]?(m)[-/.,]{0,2}(n)(?![.:][in]|[-r&/u]T|A|h|t|C)", "D", numbers.textual),
    (r"(m)([ino])[-r]([ino]),?(y)", "D", numbers.days_of_month),
    (r"(m)[.,]?([ino])[.,]?(y)", "D", numbers.month_first),
    (r"(m)-({N})-({Y})(?!{G}[iny])", "D", numbers.month_first),
    (r"(m)/({N})/({Y})(?!{G}[iny])", "D", numbers.month_first),
    (r"(m)(o),(n)(?![,&mtAh.:|r-])", "D", numbers.month_first),
    (r"(?<!{G})(?<!m)(y),?(m)([ino])(?![,&m-])", "D", numbers.year_first),
    (r"(p)[-/r](p)-?(m),?(y)", "D", numbers.thirds_of_month),
    (r"(p)[-/r](p)-?(y)", "D", numbers.thirds_of_year),
    (r"(?:(p)-?)?(S),?(y)[-/]({Y})", "D", numbers.winter),
    (r"(?:(p)-?)?(S)(?:,?(?=y)|(?=n))({Y})", "D", numbers.season),
    (r"(F),?(y)[-/]({Y})", "D", numbers.new_year),
    (r"(F)(?:,?(?=y)|(?=n))({Y})", "D", numbers.feast),
    (r"^(y),?(F)$", "D", numbers.feast_after_year),
    (r"(?:(p)-?)?({Y})x", "D", numbers.decade),
    (r"(?:(p)-?)?(m)[-/.,]?(y)", "D", numbers.of_month),
    *[(rf"(?<!{{G}})({{N}}){g}({{N}}){g}{y}(?!m|[-/.:]|h|t)", "D", numbers.numeric) for g, y in _SLIPS],
    (r"^({N}),({N}),({Y})$", "D", numbers.numeric),
    (r"^({N})({N})({Y})(?=$|,?T|y)", "D", numbers.numeric),
    (r"^({N})[-/.]({N})(y)(?=$|,?T)", "D", numbers.numeric),
    (r"(?:\?{1,2}{G}|X{G}?){2}(y)", "y", spans.same),
    (r"(?:\?{1,2}{G}|X{G}?)({N}){G}({Y})", "D", numbers.month_number),
    (r"^[/-]{2}{G}({N}){G}({Y})$", "D", numbers.month_number),
    (r"(?<![iny]{G})(y)-({N})-X", "D", numbers.month_of_year),
    (r"(?<![iny]{G})(y)-X(?:-X)?", "y", spans.same),
    (r"(?<!{G})({N}){G}(y)(?![/.]|-{N}$)", "D", numbers.month_number),
    (r"(?<=D-)({N}){G}(y)", "D", numbers.month_number),
    (r"{D}(y)[-r](y)", "T", clock.figures_both),
    (r"(y)[-/](y)", "D", numbers.years_from),
    (r"(?<!{G})(y)[-/]({N})(?![-/.:mt])", "D", numbers.year_and_number),
    (r"(e)", "D", numbers.eight_digits),
]

_PIECES: list[Row] = [
    (r"([ino]){G}?(m)", "P", numbers.day_month),
    (r"(?<![iny]{G})({N})/({N})(?!/)", "P", numbers.two_numbers),
    (r"{D}({N})\.({N})", "T", clock.dotted),
    (r"(?<=T[-r])({N})\.({N})", "T", clock.dotted),
    (r"({N})\.({N})(?=,?D)", "T", clock.dotted),
    (r"(?:(?<=^o)|(?<=^o,)|(?<=^wo)|(?<=^wo,))({N})\.({N})$", "T", clock.dotted),
    (r"^({N})\.({N})(?=[-r]T)", "T", clock.dotted),
    (r"(?<!{G})({N})\.({N})(?![/.]|-{N})", "P", numbers.two_numbers),
    (r"(m)(o)", "P", numbers.month_day),
    (r"(o)(?=\(?[?~]*\)?,?\(?(?:[TAHgV]|{N}\.{N}|{N}[-r]T)\)?$)", "P", numbers.day_alone),
    (r"^({N})(?=[?~]?,\(?[TAHgV]\)?$)", "P", numbers.day_alone),
    (r"(?<=^v)({N})-({N})$", "D", numbers.two_numbers_dashed),
    (r"(m)-({N})(?![/&TA.:])", "D", numbers.month_dash_year),
    (r"(m)({N})(?![-r/&TA.:])", "D", numbers.month_or_day),
    (r"(?:(p)-?)?(m)", "P", numbers.month_alone),
    (r"(?:(p)-?)?(S)", "P", numbers.season_alone),
    (r"(F),?\(?(D)\)?", "D", spans.agreeing),
    (r"(D),?\(?(F)\)?", "D", spans.agreeing_after),
    (r"(F)", "P", numbers.feast_alone),
    (r"(p)-?(y)", "D", numbers.year_alone),
    (r"^({N})-({N})$", "D", numbers.two_numbers_dashed),
]

_MARKED = [(part, mark, read) for part in "DP" for mark, read in (("~", spans.about), (r"\?", spans.unsure))]

_TIMED: list[Row] = [
    *[(rf"({part})\({mark}+\)", part, read) for part, mark, read in _MARKED],
    *[(rf"\(({part})\)", part, spans.same) for part in "wTDPUMVAHgv"],
    (r"(?<!w[-/r])(w),?(D)", "D", spans.weekday_of),
    (r"(?<!w[-/r])(w),?([Pino])", "P", spans.weekday_of),
    (r"(w)[-/r](w),?(D)$", "D", spans.weekdays_of),
    (r"(D),?(w)", "D", spans.weekday_after),
    (r"(D)-(w)$", "D", spans.weekday_after),
    (r"([Pino]),?(w)", "P", spans.weekday_after),
    (r"{D}({N})(?:\.({N}))?[-r](T)", "T", clock.bare_range),
    (r"^({N})(?:\.({N}))?[-r](T)(?=,?D)", "T", clock.bare_range),
    (r"b({N})(?:\.({N}))?[&r-](T)", "T", clock.bare_range),
    (r"{D}(y)[-r](T)", "T", clock.figures_range),
    (r"^(y)[-r](T)(?=,?D)", "T", clock.figures_range),
    (r"(D),?([ky])$", "D", spans.at_figures),
    (r"^([ky])(?=D$)", "T", clock.bare_figures),
    (r"(D)[,.:I]?(T)", "D", spans.at_time),
    (r"(T),?(D)", "D", spans.time_first),
    (r"(P)[,.]?(T)", "P", spans.at_time),
    (r"(T),?(P)", "P", spans.time_first),
    *[(rf"({part}),?V", part, spans.same) for part in "DP"],
    *[(rf"(?<![<>])({part}),?[AH]", part, spans.part_of_day) for part in "DP"],
    *[(rf"(?<![<>])[AH],?({part})", part, spans.part_of_day) for part in "DP"],
    (r"(D)(?:,?\(p\)|-p)$", "D", spans.part_of_day),
    (r"^:(D)", "D", spans.same),
    *[(rf"{mark}+({part})", part, read) for part, mark, read in _MARKED],
    *[(rf"({part}),?{mark}+", part, read) for part, mark, read in _MARKED],
    (r"^~+([ino])$", "P", spans.about),
    (r"^([ino])\(?~+\)?$", "P", spans.about),
    (r"^\?+([ino])$", "P", spans.unsure),
    (r"^([ino])\(?\?+\)?$", "P", spans.unsure),
    (r"(D)[,-]?U", "D", numbers.day_unknown),
    (r"U[,-]?(D)$", "D", numbers.day_unknown),
    (r"(D),?M", "D", numbers.month_unknown),
]

_TOGETHER: list[Row] = [
    (r"W(D)", "D", weeks.week_from),
    (r"E(D)", "D", weeks.week_to),
    (r"K(D)", "D", weeks.week_of),
    (r"b({X}),?[&r-]({X})", "D", spans.between),
    (r"[fs]({X})[-ru]({X})", "D", spans.between),
    (r"[fs]?([DP])(?:[-ru]N|-$)(?<!-)", "D", spans.since),
    (r"({X})[-ru]([DP])", "D", spans.between),
    (r"([Pino])/([DP])", "D", spans.between),
    (r"(D)/(D)", "D", spans.between),
    (r"(o)[-ru/](o)", "D", spans.between),
    (r"(?<![m/.:-])([ino])\|([ino])$", "D", spans.either),
    (r"(?<![m/.:-])([ino]),?&([ino])$", "D", spans.both),
    (r"({X})\|([DP])", "D", spans.either),
    (r"({X}),?&([DP])", "D", spans.both),
    (r"([ino]),(D)", "D", spans.listed_after_comma),
    (r"([DP]),([DP])", "D", spans.both),
    (r"(D)(D)", "D", spans.both),
    (r"v({X})", "D", weeks.overnight),
    (r"(D),?v", "D", weeks.overnight),
    (r"g({X})", "D", weeks.night),
    (r"({X}),?g", "D", weeks.night),
    (r"(D)-(T)$", "D", spans.at_time),
    (r"^(T)-(D)", "D", spans.time_first),
    (r"<({X})$", "D", spans.before),
    (r"[uB]({X})$", "D", spans.until),
    (r">({X})$", "D", spans.after),
    (r"[sf]({X})$", "D", spans.since),
    (r"[fs]?([DP])O", "D", spans.since),
    (r"W([Pino])", "D", weeks.week_from),
    (r"E([Pino])", "D", weeks.week_to),
    (r"K([Pino])", "D", weeks.week_of),
    (r"(?<!{G})(y)(?!{G}[iny])", "D", numbers.year_of_four),
]


def _form(row: Row) -> Form:
    pattern, makes, read = row
    for short, meant in _SHORT.items():
        pattern = pattern.replace(short, meant)
    return Form(re.compile(pattern), makes, read)


FORMS: tuple[Form, ...] = tuple(map(_form, [*_TIMES, *_DAYS, *_PIECES, *_TIMED, *_TOGETHER]))
"""Every row, in the order they are tried."""

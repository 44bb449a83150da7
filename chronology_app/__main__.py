"""Where the program starts: the window, or a command where one is given. The window's parts are only loaded for it."""

import io
import sys
from multiprocessing import freeze_support

SAMPLE = "--sample"
_REVIEW = ".chronology"


def main() -> int:
    """Run what the command line asks for; return the exit status."""
    freeze_support()
    arguments = sys.argv[1:]
    if wants_window(arguments):
        from chronology_app.app import run

        return run(arguments)
    from chronology_app import cli

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that cannot show a letter must not stop the work
    return cli.main(arguments)


def wants_window(arguments: list[str]) -> bool:
    """Whether these arguments open the window: none, the sample, or one review's file."""
    return not arguments or arguments == [SAMPLE] or (len(arguments) == 1 and arguments[0].lower().endswith(_REVIEW))


if __name__ == "__main__":
    sys.exit(main())

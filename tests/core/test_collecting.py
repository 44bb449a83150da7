"""The collector is left as it was found, whatever happens in between."""

import gc
from contextlib import suppress

from chronology_app.core.collecting import uncollected


def test_the_collector_is_still_inside_and_as_before_afterwards() -> None:
    with suppress(ValueError), uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()

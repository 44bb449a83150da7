"""Laws meet the same examples at every run, so that what was green stays green; a person can search for others.

`HYPOTHESIS_PROFILE=search pytest tests/…` tries ten times as many, chosen at random.
"""

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", derandomize=False, max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

"""Hypothesis profiles: few fixed examples in the suite, many in `make fuzz`."""

import os

from hypothesis import HealthCheck, settings

_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

settings.register_profile("suite", derandomize=True, deadline=None, suppress_health_check=_QUIET)
settings.register_profile("fuzz", deadline=None, suppress_health_check=_QUIET)
settings.load_profile("fuzz" if os.environ.get("REGCHECK_FUZZ") else "suite")

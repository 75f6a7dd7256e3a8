"""One source of chance for all, from the seed that is printed."""

import os
from random import Random

RANDOM = Random(int(os.environ["REKEY_SEED"]))


def mostly():
    """Whether something real is put into a call; where it is not, the call is as Schemathesis made it."""
    return RANDOM.random() < 0.8

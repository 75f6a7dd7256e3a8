"""Counts the answers and the failures, and writes the counts where fuzz.py reads them."""

import atexit
import json
import os
from collections import Counter
from urllib.parse import urlsplit


class Seen:
    def __init__(self, path):
        self._answers = Counter()
        self._failed = set()
        atexit.register(self._write, path)

    def answer(self, response, envelope):
        """Counts an answer by its route, codes and the booleans in its data."""
        data = envelope.get("data")
        flags = data.items() if isinstance(data, dict) else ()
        told = " ".join(f"{name} {json.dumps(value)}" for name, value in flags if isinstance(value, bool))
        codes = (response.status_code, envelope.get("statusCode"), envelope.get("apiCode"))
        self._answers[urlsplit(response.request.url).path, *codes, told] += 1

    def failure(self, case):
        self._failed.add(case.id)

    def _write(self, path):
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"answers": [[*key, number] for key, number in self._answers.items()], "failed": len(self._failed)}, file)


SEEN = Seen(os.environ["REKEY_SEEN"])

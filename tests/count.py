# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the single tests in meson's logs: TAP lines where there are some, else one a program."""
import json
import re
import sys

passed = failed = skipped = 0
for log in sys.argv[1:]:
    with open(log, encoding="utf-8") as lines:
        for line in lines:
            run = json.loads(line)
            points = re.findall(r"^(not )?ok\b([^\n]*)", run.get("stdout") or "", re.M)
            bad = sum(1 for fault, rest in points if fault and "# TODO" not in rest)
            skip = sum(1 for fault, rest in points if not fault and "# SKIP" in rest)
            result = run["result"]
            if points:
                passed += len(points) - bad - skip
                skipped += skip
                # A program that died after its last point, or before its first, has failed too.
                failed += bad if bad or result in ("OK", "SKIP") else 1
            elif result == "SKIP":
                skipped += 1
            elif result in ("OK", "EXPECTEDFAIL"):
                passed += 1
            else:
                failed += 1
if skipped:
    print(f"{skipped} skipped")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)

#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every message id in the code has its German words, and no catalogue entry is left over.
# usage: catalogue.sh SOURCE_ROOT
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo 1..3
find src -name '*.c' | sort >"$work/files"
xgettext --from-code=UTF-8 -kN_ -ktr_text:2 -ktr_plural:2,3 -kerr_set:3 -kpage_tr:2 -kstore_begin:3 --no-wrap -o "$work/all.pot" -f "$work/files" 2>/dev/null
msgcat --use-first --no-wrap -o "$work/de.po" po/de/*.po
# ids FILE: one a line, sorted
ids() { msgattrib --no-obsolete --no-wrap --no-location "$@" | grep '^msgid ' | sort -u; }
ids "$work/all.pot" >"$work/wanted"
ids --translated --no-fuzzy "$work/de.po" >"$work/had"
missing=$(comm -23 "$work/wanted" "$work/had" | grep -vx 'msgid ""' || true)
extra=$(comm -13 "$work/wanted" "$work/had" | grep -vx 'msgid ""' || true)
if [ -z "$missing" ]; then echo "ok 1 - every message is translated"; else
  echo "not ok 1 - every message is translated"; printf '%s\n' "$missing" | sed 's/^/# /'; fi
if [ -z "$extra" ]; then echo "ok 2 - no translation is left over"; else
  echo "not ok 2 - no translation is left over"; printf '%s\n' "$extra" | sed 's/^/# /'; fi

# The other languages have a poster's words only, and none that it does not say.
odd=
for po in po/*/poster.po; do
  ids --no-fuzzy "$po" >"$work/other"
  odd="$odd$(comm -23 "$work/other" "$work/wanted" | grep -vx 'msgid ""' || true)"
done
if [ -z "$odd" ]; then echo "ok 3 - posters' words in other languages are up to date"; else
  echo "not ok 3 - posters' words in other languages are up to date"; printf '%s\n' "$odd" | sed 's/^/# /'; fi

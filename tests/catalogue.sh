#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every message id in the code has its German words, no catalogue entry is left over, and what
# participants meet at their seats is in all ten languages of the screen.
# usage: catalogue.sh SOURCE_ROOT
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo 1..4
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

# The other languages have the poster's words and the participants' only, none that is not said.
odd=
for po in po/*/poster.po po/*/app.po po/*/base.po po/*/store.po; do
  ids --no-fuzzy "$po" >"$work/other"
  odd="$odd$(comm -23 "$work/other" "$work/wanted" | grep -vx 'msgid ""' || true)"
done
if [ -z "$odd" ]; then echo "ok 3 - words in other languages are up to date"; else
  echo "not ok 3 - words in other languages are up to date"; printf '%s\n' "$odd" | sed 's/^/# /'; fi

# Every language of the screens has all words that participants meet: po/participants.txt.
sed -n 's/^not //p' po/participants.txt >"$work/not"
for file in $(grep '^src/' po/participants.txt); do echo "$file"; done >"$work/all"
for file in $(cat "$work/not"); do echo "$file"; done | sort -u >"$work/theirs"
sort -u "$work/all" | comm -23 - "$work/theirs" >"$work/seats"
xgettext --from-code=UTF-8 -kN_ -ktr_text:2 -ktr_plural:2,3 -kerr_set:3 -kstore_begin:3 --no-wrap -o "$work/seats.pot" -f "$work/seats" 2>/dev/null
ids "$work/seats.pot" | grep -vx 'msgid ""' >"$work/seats.ids"
lacks=
for lang in ar fa fr ku ru ti tr uk; do
  msgcat --use-first --no-wrap -o "$work/lang.po" po/$lang/*.po
  ids --translated --no-fuzzy "$work/lang.po" >"$work/had"
  lacks="$lacks$(comm -23 "$work/seats.ids" "$work/had" | sed "s/^/$lang /")
"
done
lacks=$(printf '%s' "$lacks" | sed '/^$/d')
if [ -n "$(cat "$work/seats.ids")" ] && [ -z "$lacks" ]; then
  echo "ok 4 - participants' words are in ten languages"; else
  echo "not ok 4 - participants' words are in ten languages"; printf '%s\n' "$lacks" | sed 's/^/# /'; fi

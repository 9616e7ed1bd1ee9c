#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The walls of the house: who may include what, and that each header stands alone.
# usage: house.sh SOURCE_ROOT CC CFLAGS...
set -eu
cd "$1"
shift
echo 1..12
n=0
verdict() { # verdict "what" "what was found"
  n=$((n + 1))
  if [ -z "$2" ]; then echo "ok $n - $1"; else echo "not ok $n - $1"; printf '%s\n' "$2" | sed 's/^/# /'; fi
}
# includes PATTERN ALLOWED: files below src that include what only ALLOWED may
includes() { grep -rlE "#include *[<\"]($1)" src | grep -vE "^src/($2)" || true; }

verdict 'sqlite3.h only in store/db.c' "$(includes 'sqlite3' 'store/db\.c')"
verdict 'SDL.h only in app/sdl.c' "$(includes 'SDL' 'app/sdl\.c')"
verdict 'cairo and pango only in draw/ and the surface openers of publish/' \
  "$(includes 'cairo|pango|hb|fontconfig|freetype|ft2build' '(draw|publish)/')"
verdict 'libstemmer in one file of words/' "$(includes 'libstemmer' 'words/stem\.c')"
verdict 'libical in one file of exchange/' "$(includes 'libical' 'exchange/recurrence\.c')"
verdict 'qpdf in one file of publish/' "$(includes 'qpdf/' 'publish/tagged\.c')"
verdict 'libxkbcommon in one file of app/' "$(includes 'xkbcommon' 'app/keymap\.c')"
verdict 'libhyphen in one file of draw/' "$(includes 'hyphen\.h' 'draw/hyphens\.c')"

# A floor calls only the floors below it.
upward=
below() { # below FLOOR ALLOWED...
  floor=$1
  shift
  allowed=$(echo "$floor $*" | tr ' ' '|')
  upward="$upward$(grep -rnE '#include "(base|store|words|draw|poster|exchange|publish|cli|app)/' "src/$floor" |
    grep -vE "#include \"($allowed)/" || true)"
}
below base
below store base
below words base
below draw base
below poster base store words draw
below exchange base store draw
below publish base store words draw poster exchange
below cli base store words draw poster exchange publish
below app base store words draw poster exchange publish
verdict 'no floor includes one above or beside it' "$upward"

alone=
for header in $(find src -name '*.h'); do
  "$@" -x c -std=c17 -D_GNU_SOURCE -fsyntax-only -Isrc "$header" 2>/dev/null || alone="$alone$header "
done
verdict 'each header compiles alone' "$alone"

first=
for source in $(find src -name '*.c'); do
  header=${source%.c}.h
  [ -f "$header" ] || continue
  [ "$(grep -m1 '#include' "$source")" = "#include \"${header#src/}\"" ] || first="$first$source "
done
verdict 'a .c file includes its own header first' "$first"
verdict 'every file says its licence' \
  "$(git ls-files 2>/dev/null | grep -vE '^LICENSES/|package(-lock)?\.json$|\.npmrc$|\.reuse/dep5$|\.gitignore$|\.clang-format$|\.png$' |
     xargs -r grep -L 'SPDX-License-Identifier' || true)"

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// icons.bin as it lies on the disk and in memory: written by assets/pack_icons.c, mapped by icon.c.
// Numbers are in the machine's byte order, tables have rows of fixed size: nothing is parsed.
//
//   header | icons, by name | strokes | points | names
//
// An icon's strokes run up to those of the next icon, a stroke's points up to those of the next
// stroke; a last, empty row closes both tables.
#ifndef ERNTEBILD_DRAW_ICON_FILE_H
#define ERNTEBILD_DRAW_ICON_FILE_H

#include <stdint.h>

#define ICON_FILE_MAGIC "ERNTEICO"
enum { ICON_FILE_VERSION = 1, ICON_FILE_ORDER = 0x01020304 };
#define ICON_FILE_UNIT 512.0 // steps a grid unit

struct icon_file_header {
    char magic[8];
    uint32_t version, order;
    uint64_t size, checksum; // of the file; hash_bytes of all that follows the header
    uint32_t icons_n, strokes_n, points_n, names_size; // without the closing rows
};

struct icon_file_icon {
    uint32_t name, stroke; // offset in the names, first stroke
};

struct icon_file_stroke {
    uint32_t point; // first one
    uint32_t closed;
};

struct icon_file_point {
    int16_t x, y; // ICON_FILE_UNIT steps a grid unit
};

#endif

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The live poster of a workshop: composed again when the file or its format has changed, shown as a
// sheet of paper. Composing takes a moment, so it waits until taps have paused.
#ifndef ERNTEBILD_APP_PREVIEW_H
#define ERNTEBILD_APP_PREVIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "draw/geometry.h"

struct reflow;
struct kit;
struct print;
struct stage;

#define PREVIEW_SIZES 5
extern const char *const preview_sizes[PREVIEW_SIZES]; // "a4" .. "a0"

struct preview {
    struct stage *stage; // borrowed
    int64_t workshop;
    int size; // of preview_sizes
    bool portrait;
    char *party;  // whom it is for, NULL: for all
    size_t page;         // shown, 0: the picture
    struct print *print; // NULL: cannot be composed, `err` says why
    struct reflow *flow;   // from the one before, NULL: none
    int64_t flows;       // monotonic ms at which that began
    struct err err;
    const char *told; // the composition that was last said to have no room, NULL: none
    uint64_t revision; // of the file it was made from
    bool stale;        // the format has changed
    int64_t due;       // monotonic ms at which it is composed again, 0: nothing to do
};

void preview_init(struct preview *preview, struct stage *stage, int64_t workshop);
void preview_clear(struct preview *preview);
// Something has changed since it was composed.
bool preview_is_old(const struct preview *preview);
// Composes now if anything has changed. True when there is another poster than before.
bool preview_renew(struct preview *preview);
// Something has changed: preview_renew is due when the fingers have paused.
void preview_expect(struct preview *preview);
// Time has passed. Composing takes a while: what flows begins at the tick after it.
void preview_tick(struct preview *preview);
int preview_next_tick(const struct preview *preview, int64_t now); // ms, -1: none
void preview_set_format(struct preview *preview, int size, bool portrait);
void preview_set_party(struct preview *preview, const char *party); // NULL: for all
size_t preview_pages(const struct preview *preview); // 0: there is none
// The paper within `room`, as large as it fits; its box. Empty when there is no poster.
struct box preview_paper(const struct preview *preview, struct box room);
// From the shown page's mm onto the glass; there is a poster.
struct affine preview_onto_glass(const struct preview *preview, struct box room);
// Draws the shown page, or the sentence that says why there is none.
void preview_draw(const struct preview *preview, struct kit *kit, struct box room);

#endif

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Glides: cards on their way from where people saw them last to where they lie now. Only what is
// seen moves: fingers find a card where it lies. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_GLIDE_H
#define ERNTEBILD_APP_GLIDE_H

#include <glib.h>
#include <stdint.h>

#include "app/lie.h"
#include "app/motion.h"

struct stage;

struct glides {
    GArray *all; // struct glide
};

void glides_init(struct glides *glides);
void glides_clear(struct glides *glides);
// The card is seen at `from` and goes where it lies; one that began at this moment goes on.
void glides_begin(struct glides *glides, const struct stage *stage, int64_t card, struct lie from,
                  enum motion motion);
// Where a card that lies at `to` is seen.
struct lie glides_seen(const struct glides *glides, const struct stage *stage, int64_t card,
                       struct lie to);
int glides_next_tick(const struct glides *glides, const struct stage *stage, int64_t now);

#endif

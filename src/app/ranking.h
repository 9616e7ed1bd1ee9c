// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The ranking of a table's cards once the dots are shown: podium and list (screen 17). Covers its
// seat; the wall stays as it was. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_RANKING_H
#define ERNTEBILD_APP_RANKING_H

#include <stdbool.h>
#include <stdint.h>

struct event;
struct kit;
struct ranking;
struct stage;
struct touch;

struct ranking *ranking_new(struct stage *stage, int seat, int64_t workshop, int64_t table);
void ranking_free(struct ranking *ranking);
void ranking_touch(struct ranking *ranking, const struct touch *touch);
void ranking_key(struct ranking *ranking, const struct event *event);
bool ranking_is_done(const struct ranking *ranking);
void ranking_draw(struct ranking *ranking, struct kit *kit);

#endif

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The same picture for one party: what concerns it stands on a yellow field, all else steps back.
// What concerns a party are the cards it wrote, and cards, core points and agreements that name it or
// its district. Every thing keeps its place, so that two people can speak about two pictures.
#ifndef ERNTEBILD_POSTER_LIFT_H
#define ERNTEBILD_POSTER_LIFT_H

#include <stdbool.h>
#include <stdint.h>

struct err;
struct harvest;
struct page;
struct store;

// Marks in `harvest` what concerns `party`: its name, or a part that only one name holds. False: there
// is no such party; err names those there are.
bool harvest_lift(struct harvest *harvest, struct store *store, int64_t workshop, const char *party,
                  struct err *err);

// Pales the finished picture but for what is lifted, the title and the footer. Internal to poster/.
void lift_draw(struct page *page);
// The field behind what is lifted.
uint32_t lift_colour(void);

#endif

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a year brought. Declared in journey.h.
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "exchange/journey.h"

static bool in_year(const char *date, const char *year)
{
    return strncmp(date, year, 4) == 0;
}

static int by_done(const void *a, const void *b)
{
    const struct promise *x = a, *y = b;
    int order = strcmp(x->agreement.done_on, y->agreement.done_on);
    return order != 0 ? order : x->number - y->number;
}

static void count_promises(struct store *store, struct arena *arena, const char *year,
                           const char *today, struct review *out, struct err *err)
{
    size_t n;
    struct promise *promises = exchange_promises(store, arena, today, &n, err);
    out->achieved = ARENA_ARRAY(arena, struct promise, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct agreement *a = &promises[i].agreement;
        if (strncmp(a->made_on, year, 4) > 0)
            continue;
        // At the end of the year: what was closed later was still under way.
        bool closed = *a->done_on != '\0' && strncmp(a->done_on, year, 4) <= 0;
        bool done = closed && strcmp(a->status, "done") == 0;
        bool dropped = closed && strcmp(a->status, "dropped") == 0;
        out->made += in_year(a->made_on, year);
        out->matches += in_year(a->made_on, year) && a->offer != 0;
        out->dropped += dropped && in_year(a->done_on, year);
        if (done && in_year(a->done_on, year)) {
            out->achieved[out->achieved_n++] = promises[i];
            out->done++;
        }
        if (!closed)
            *(strcmp(a->status, "open") == 0 ? &out->open : &out->running) += 1;
    }
    qsort(out->achieved, out->achieved_n, sizeof(struct promise), by_done);
}

bool exchange_review(struct store *store, struct arena *arena, int year, const char *today,
                     struct review *out, struct err *err)
{
    struct err own = {0};
    err = err != NULL ? err : &own;
    const char *prefix = arena_printf(arena, "%04d", year);
    size_t n, cards_n;
    *out = (struct review){.year = year};
    struct workshop *workshops = store_workshops(store, arena, &n, err);
    for (size_t i = 0; i < n; i++)
        if (in_year(workshops[i].date, prefix)) {
            out->workshops++;
            store_cards(store, arena, workshops[i].id, 0, CARDS_SHOWN, &cards_n, err);
            out->cards += (int)cards_n;
        }
    store_parties(store, arena, 0, &n, err);
    out->parties = (int)n;
    struct gathering *all = exchange_gatherings(store, arena, today, 0, 0, &n, err);
    out->held = ARENA_ARRAY(arena, struct gathering, n + 1);
    for (size_t i = 0; i < n; i++)
        if (in_year(all[i].meeting.date, prefix) && all[i].meeting.id != 0 &&
            strcmp(all[i].meeting.state, "cancelled") != 0 &&
            (strcmp(all[i].meeting.state, "held") == 0 || strcmp(all[i].meeting.date, today) <= 0))
            out->held[out->held_n++] = all[i];
    out->meetings = (int)out->held_n;
    count_promises(store, arena, prefix, today, out, err);
    return err->code == ERR_NONE;
}

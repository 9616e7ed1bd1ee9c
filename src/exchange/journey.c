// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/journey.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "base/day.h"

// All that a journey may touch, read once for many of them.
struct archive {
    struct store *store;
    struct arena *arena;
    const struct tr *tr;
    struct promise *promises;
    size_t promises_n;
    struct meeting *meetings;
    size_t meetings_n;
    GHashTable *tables;    // id -> struct table
    GHashTable *workshops; // id -> struct workshop
    struct err *err;
};

static void archive_open(struct archive *a, struct store *store, struct arena *arena,
                         const struct tr *tr, struct err *err)
{
    size_t workshops_n;
    *a = (struct archive){.store = store, .arena = arena, .tr = tr, .err = err};
    a->promises = exchange_promises(store, arena, "", &a->promises_n, err);
    a->meetings = store_meetings(store, arena, 0, &a->meetings_n, err);
    a->tables = g_hash_table_new(g_int64_hash, g_int64_equal);
    a->workshops = g_hash_table_new(g_int64_hash, g_int64_equal);
    struct workshop *workshops = store_workshops(store, arena, &workshops_n, err);
    for (size_t i = 0; i < workshops_n; i++) {
        size_t n;
        struct table *tables = store_tables(store, arena, workshops[i].id, &n, err);
        g_hash_table_insert(a->workshops, &workshops[i].id, &workshops[i]);
        for (size_t k = 0; k < n; k++)
            g_hash_table_insert(a->tables, &tables[k].id, &tables[k]);
    }
}

static void archive_close(struct archive *a)
{
    g_hash_table_destroy(a->tables);
    g_hash_table_destroy(a->workshops);
}

static int by_day(const void *a, const void *b)
{
    const struct step *x = a, *y = b;
    int order = strcmp(x->date, y->date);
    return order != 0 ? order : (int)x->kind - (int)y->kind;
}

static const struct meeting *meeting_of(const struct archive *a, int64_t id)
{
    for (size_t i = 0; i < a->meetings_n; i++)
        if (a->meetings[i].id == id)
            return &a->meetings[i];
    return NULL;
}

// ---- steps --------------------------------------------------------------------------------------

static void add(GArray *steps, struct step step)
{
    g_array_append_val(steps, step);
}

static void add_card(struct archive *a, GArray *steps, int64_t id, struct journey *out)
{
    struct card card;
    if (!store_card(a->store, a->arena, id, &card, a->err) || card.id == 0)
        return;
    const struct table *table = g_hash_table_lookup(a->tables, &card.table);
    const struct workshop *workshop =
        table != NULL ? g_hash_table_lookup(a->workshops, &table->workshop) : NULL;
    out->card = id;
    out->title = *card.gloss != '\0' ? card.gloss : card.text;
    out->table = table != NULL ? table->title : "";
    out->colour = table != NULL ? table->number - 1 : -1;
    const char *votes =
        card.votes > 0
            ? arena_printf(a->arena,
                           tr_plural(a->tr, "%d dot", "%d dots", (unsigned long)card.votes),
                           (int)card.votes)
            : "";
    add(steps, (struct step){STEP_CARD, workshop != NULL ? workshop->date : "", out->title, votes,
                             card.icon, id});
}

static void add_core_point(GArray *steps, const struct source *source)
{
    for (guint i = 0; i < steps->len; i++)
        if (g_array_index(steps, struct step, i).row == source->core_point)
            return;
    add(steps, (struct step){STEP_CORE_POINT, source->date, source->text, "", "",
                             source->core_point});
}

static void add_promise(struct archive *a, GArray *steps, const struct promise *promise)
{
    const struct agreement *agreed = &promise->agreement;
    const char *until = day_of(agreed->until) != 0
                            ? arena_printf(a->arena, tr_text(a->tr, N_("until %s")),
                                           day_words(a->arena, a->tr, agreed->until, DAY_MONTH))
                            : "";
    const char *who = *agreed->who != '\0' ? agreed->who : tr_text(a->tr, N_("Nobody yet"));
    add(steps, (struct step){STEP_AGREEMENT, agreed->made_on, agreed->what,
                             *until != '\0' ? arena_printf(a->arena, "%s, %s", who, until) : who,
                             agreed->icon, agreed->id});
    const char *last = "";
    for (size_t i = 0; i < promise->notes_n; i++) {
        const struct note *note = &promise->notes[i];
        if (*note->text == '\0')
            continue;
        const struct meeting *meeting = meeting_of(a, note->meeting);
        bool closing = strcmp(note->status, "done") == 0 || strcmp(note->status, "dropped") == 0;
        last = closing ? note->text : last;
        if (!closing)
            add(steps, (struct step){STEP_MEETING, note->date,
                                     meeting != NULL && *meeting->title != '\0'
                                         ? meeting->title
                                         : tr_text(a->tr, N_("Note")),
                                     note->text, note->icon, note->meeting});
    }
    bool done = strcmp(agreed->status, "done") == 0;
    if (done || strcmp(agreed->status, "dropped") == 0)
        add(steps, (struct step){done ? STEP_DONE : STEP_DROPPED, agreed->done_on, agreed->what,
                                 last, agreed->icon, agreed->id});
}

static void follow(struct archive *a, int64_t card, int64_t agreement, struct journey *out)
{
    GArray *steps = g_array_new(FALSE, FALSE, sizeof(struct step));
    *out = (struct journey){.title = "", .table = "", .colour = -1};
    const struct promise *first = exchange_promise(a->promises, a->promises_n, agreement);
    for (size_t i = 0; card == 0 && first != NULL && i < first->sources_n; i++)
        card = first->sources[i].card;
    if (card != 0)
        add_card(a, steps, card, out);
    for (size_t i = 0; i < a->promises_n; i++) {
        const struct promise *promise = &a->promises[i];
        bool mine = promise->agreement.id == agreement;
        for (size_t s = 0; s < promise->sources_n; s++)
            mine = mine || (card != 0 && promise->sources[s].card == card);
        if (!mine)
            continue;
        for (size_t s = 0; s < promise->sources_n; s++)
            if (promise->sources[s].core_point != 0)
                add_core_point(steps, &promise->sources[s]);
        add_promise(a, steps, promise);
        if (*out->title == '\0')
            out->title = promise->agreement.what;
    }
    g_array_sort(steps, by_day);
    out->n = steps->len;
    out->steps =
        out->n > 0 ? arena_copy(a->arena, steps->data, out->n * sizeof(struct step)) : NULL;
    g_array_free(steps, TRUE);
}

bool exchange_journey(struct store *store, struct arena *arena, const struct tr *tr, int64_t card,
                      int64_t agreement, struct journey *out, struct err *err)
{
    struct err own = {0};
    struct archive a;
    archive_open(&a, store, arena, tr, err != NULL ? err : &own);
    follow(&a, card, agreement, out);
    archive_close(&a);
    return a.err->code == ERR_NONE;
}

static int by_movement(const void *a, const void *b)
{
    const struct journey *x = a, *y = b;
    int order = strcmp(y->steps[y->n - 1].date, x->steps[x->n - 1].date);
    if (order == 0)
        order = (x->n < y->n) - (x->n > y->n);
    return order != 0 ? order : strcmp(x->title, y->title);
}

struct journey *exchange_journeys(struct store *store, struct arena *arena, const struct tr *tr,
                                  size_t most, size_t *n, struct err *err)
{
    struct err own = {0};
    struct archive a;
    archive_open(&a, store, arena, tr, err != NULL ? err : &own);
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct journey));
    GHashTable *seen = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (size_t i = 0; i < a.promises_n; i++) {
        const int64_t *key = &a.promises[i].agreement.id;
        for (size_t s = 0; s < a.promises[i].sources_n; s++)
            if (a.promises[i].sources[s].card != 0)
                key = &a.promises[i].sources[s].card;
        if (!g_hash_table_add(seen, (gpointer)(guintptr)key))
            continue;
        struct journey journey;
        follow(&a, 0, a.promises[i].agreement.id, &journey);
        if (journey.n > 0)
            g_array_append_val(all, journey);
    }
    g_hash_table_destroy(seen);
    archive_close(&a);
    g_array_sort(all, by_movement);
    *n = MIN(all->len, most);
    struct journey *result = *n > 0 ? arena_copy(arena, all->data, *n * sizeof *result) : NULL;
    g_array_free(all, TRUE);
    return result;
}

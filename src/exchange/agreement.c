// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/agreement.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "base/day.h"
#include "exchange/meeting.h"
#include "store/import.h"

enum { SOON_DAYS = 14 };

static enum due due_of(const struct agreement *agreement, int today)
{
    int until = day_of(agreement->until);
    if (strcmp(agreement->status, "done") == 0 || strcmp(agreement->status, "dropped") == 0)
        return DUE_CLOSED;
    if (until == 0 || today == 0)
        return DUE_OPEN_END;
    return until < today               ? DUE_OVERDUE
           : until == today            ? DUE_TODAY
           : until - today <= SOON_DAYS ? DUE_SOON
                                       : DUE_LATER;
}

const char *due_name(enum due due)
{
    static const char *const names[] = {"closed", "overdue", "today", "soon", "later", "open-end"};
    return names[due];
}

static const struct workshop *workshop_of(const struct workshop *all, size_t n, int64_t id)
{
    for (size_t i = 0; i < n; i++)
        if (all[i].id == id)
            return &all[i];
    return NULL;
}

// What belongs to each agreement, found by its id: rows sorted by agreement.
struct slice {
    const void *first;
    size_t n;
};

// Cuts `rows` (n of `size`, the agreement's id at their offset `at`) into one slice an agreement.
static GHashTable *slices_of(struct arena *arena, const void *rows, size_t n, size_t size,
                             size_t at)
{
    GHashTable *slices = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (size_t i = 0; i < n; i++) {
        const char *row = (const char *)rows + i * size;
        int64_t *key = arena_copy(arena, row + at, sizeof *key);
        struct slice *slice = g_hash_table_lookup(slices, key);
        if (slice == NULL) {
            slice = ARENA_NEW(arena, struct slice);
            slice->first = row;
            g_hash_table_insert(slices, key, slice);
        }
        slice->n++;
    }
    return slices;
}

static struct slice slice_of(GHashTable *slices, int64_t agreement)
{
    const struct slice *slice = g_hash_table_lookup(slices, &agreement);
    return slice != NULL ? *slice : (struct slice){0};
}

struct promise *exchange_promises(struct store *store, struct arena *arena, const char *today,
                                  size_t *n, struct err *err)
{
    size_t workshops_n, notes_n, involved_n, sources_n;
    int now = day_of(today);
    struct agreement *agreements = store_agreements(store, arena, 0, n, err);
    struct workshop *workshops = store_workshops(store, arena, &workshops_n, err);
    struct note *notes = store_notes(store, arena, 0, &notes_n, err);
    struct involved *involved = store_involved(store, arena, 0, &involved_n, err);
    struct source *sources = store_sources(store, arena, 0, &sources_n, err);
    int64_t *with = ARENA_ARRAY(arena, int64_t, involved_n + 1);
    for (size_t i = 0; i < involved_n; i++)
        with[i] = involved[i].party;
    GHashTable *noted = slices_of(arena, notes, notes_n, sizeof *notes,
                                  offsetof(struct note, agreement)),
               *helped = slices_of(arena, involved, involved_n, sizeof *involved,
                                   offsetof(struct involved, agreement)),
               *sourced = slices_of(arena, sources, sources_n, sizeof *sources,
                                    offsetof(struct source, agreement));
    struct promise *promises = *n > 0 ? ARENA_ARRAY(arena, struct promise, *n) : NULL;
    for (size_t i = 0; i < *n; i++) {
        struct promise *promise = &promises[i];
        const struct workshop *workshop =
            workshop_of(workshops, workshops_n, agreements[i].workshop);
        struct slice note = slice_of(noted, agreements[i].id),
                     help = slice_of(helped, agreements[i].id),
                     from = slice_of(sourced, agreements[i].id);
        *promise = (struct promise){
            .agreement = agreements[i],
            .number = (int)i + 1,
            .due = due_of(&agreements[i], now),
            .workshop = workshop != NULL ? workshop->title : "",
            .workshop_date = workshop != NULL ? workshop->date : "",
            .notes = note.first,
            .notes_n = note.n,
            .with = help.n > 0 ? with + ((const struct involved *)help.first - involved) : NULL,
            .with_n = help.n,
            .sources = from.first,
            .sources_n = from.n,
        };
    }
    g_hash_table_destroy(noted);
    g_hash_table_destroy(helped);
    g_hash_table_destroy(sourced);
    return promises;
}

const struct promise *exchange_promise(const struct promise *promises, size_t n, int64_t id)
{
    for (size_t i = 0; i < n; i++)
        if (promises[i].agreement.id == id)
            return &promises[i];
    return NULL;
}

// One reader for what a scribe writes, on paper or here: the line stands in a section of notes on the
// workshop.
static bool add_line(struct store *store, int64_t workshop, const char *section, const char *line,
                     struct err *err)
{
    struct arena *arena = arena_new();
    size_t n;
    struct workshop *all = store_workshops(store, arena, &n, err);
    const struct workshop *here = workshop_of(all, n, workshop);
    uint64_t before = store_revision(store);
    bool ok =
        here != NULL || err_set(err, ERR_NOT_FOUND, N_("%s: this workshop is not in it any more."),
                                store_path(store));
    if (ok) {
        char *date = *here->date != '\0' ? g_strdup_printf("Datum: %s\n", here->date) : g_strdup("");
        char *notes =
            g_strdup_printf("# %s\n%s## %s\n- %s\n", here->title, date, section, line);
        struct import_result result;
        ok = store_import_text(store, "line.md", notes, strlen(notes), &result, err);
        if (ok && store_revision(store) == before)
            ok = err_set(err, ERR_INPUT, N_("%s: this is there already."), store_path(store));
        g_free(notes);
        g_free(date);
    }
    arena_free(arena);
    return ok;
}

bool exchange_add(struct store *store, int64_t workshop, const char *line, struct err *err)
{
    if (*line == '\0' || strchr(line, '\n') != NULL)
        return err_set(err, ERR_USAGE,
                       N_("Write one agreement: who: what, bis 2026-04-30, mit whom."));
    return add_line(store, workshop, "Vereinbarungen", line, err);
}

bool exchange_plan(struct store *store, int64_t workshop, const char *line, struct err *err)
{
    if (*line == '\0' || strchr(line, '\n') != NULL)
        return err_set(err, ERR_USAGE,
                       N_("Write one meeting: 2026-04-14 17:00 Title, place. Or a series: every 6 "
                          "weeks on Thursday from 2026-04-14 17:00, title, place."));
    return add_line(store, workshop, "Treffen", line, err);
}

bool exchange_set_status(struct store *store, int number, const char *status, const char *note,
                         const char *today, struct err *err)
{
    struct arena *arena = arena_new();
    size_t n;
    struct agreement *agreements = store_agreements(store, arena, 0, &n, err);
    bool ok = number >= 1 && (size_t)number <= n;
    if (!ok) {
        err_set(err, ERR_NOT_FOUND, N_("%s: there is no agreement number %d; there are %zu."),
                store_path(store), number, n);
    } else {
        ok = exchange_report(store,
                             &(struct report){.agreement = agreements[number - 1].id,
                                              .status = status,
                                              .note = note,
                                              .day = today},
                             err);
    }
    arena_free(arena);
    return ok;
}

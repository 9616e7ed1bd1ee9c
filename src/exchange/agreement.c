// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/agreement.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "store/import.h"

enum { SOON_DAYS = 14 };

static bool date_of(const char *text, GDate *date)
{
    int y, m, d;
    if (sscanf(text, "%4d-%2d-%2d", &y, &m, &d) != 3 || y < 1 || m < 1 || m > 12 || d < 1 ||
        !g_date_valid_dmy((GDateDay)d, (GDateMonth)m, (GDateYear)y))
        return false;
    g_date_clear(date, 1);
    g_date_set_dmy(date, (GDateDay)d, (GDateMonth)m, (GDateYear)y);
    return true;
}

static enum due due_of(const struct agreement *agreement, const char *today)
{
    GDate until, now;
    if (strcmp(agreement->status, "done") == 0 || strcmp(agreement->status, "dropped") == 0)
        return DUE_CLOSED;
    if (!date_of(agreement->until, &until) || !date_of(today, &now))
        return DUE_OPEN_END;
    int days = g_date_days_between(&now, &until);
    return days < 0            ? DUE_OVERDUE
           : days == 0         ? DUE_TODAY
           : days <= SOON_DAYS ? DUE_SOON
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

struct promise *exchange_promises(struct store *store, struct arena *arena, const char *today,
                                  size_t *n, struct err *err)
{
    size_t workshops_n, parties_n;
    struct agreement *agreements = store_agreements(store, arena, 0, n, err);
    struct workshop *workshops = store_workshops(store, arena, &workshops_n, err);
    struct party *parties = store_parties(store, arena, 0, &parties_n, err);
    struct promise *promises = *n > 0 ? ARENA_ARRAY(arena, struct promise, *n) : NULL;
    for (size_t i = 0; i < *n; i++) {
        struct promise *promise = &promises[i];
        const struct workshop *workshop =
            workshop_of(workshops, workshops_n, agreements[i].workshop);
        promise->agreement = agreements[i];
        for (size_t k = 0; k < parties_n && *promise->agreement.who == '\0'; k++)
            if (parties[k].id == agreements[i].party)
                promise->agreement.who = parties[k].name;
        promise->number = (int)i + 1;
        promise->due = due_of(&agreements[i], today);
        promise->workshop = workshop != NULL ? workshop->title : "";
        promise->workshop_date = workshop != NULL ? workshop->date : "";
        promise->notes = store_notes(store, arena, agreements[i].id, &promise->notes_n, err);
    }
    return promises;
}

bool exchange_add(struct store *store, int64_t workshop, const char *line, struct err *err)
{
    struct arena *arena = arena_new();
    size_t n, before, after;
    struct workshop *all = store_workshops(store, arena, &n, err);
    const struct workshop *here = workshop_of(all, n, workshop);
    bool ok =
        here != NULL || err_set(err, ERR_NOT_FOUND, N_("%s: this workshop is not in it any more."),
                                store_path(store));
    if (ok && (*line == '\0' || strchr(line, '\n') != NULL))
        ok = err_set(err, ERR_USAGE,
                     N_("Write one agreement: who: what, bis 2026-04-30, mit whom."));
    if (ok) {
        // One reader for what a scribe writes, on paper or here.
        store_agreements(store, arena, workshop, &before, err);
        char *notes = *here->date != '\0'
                          ? g_strdup_printf("# %s\nDatum: %s\n## Vereinbarungen\n- %s\n",
                                            here->title, here->date, line)
                          : g_strdup_printf("# %s\n## Vereinbarungen\n- %s\n", here->title, line);
        struct import_result result;
        ok = store_import_text(store, "agreement.md", notes, strlen(notes), &result, err);
        g_free(notes);
        store_agreements(store, arena, workshop, &after, err);
        if (ok && after == before)
            ok = err_set(err, ERR_INPUT, N_("%s: this agreement is there already."),
                         store_path(store));
    }
    arena_free(arena);
    return ok;
}

bool exchange_set_status(struct store *store, int number, const char *status, const char *note,
                         const char *today, struct err *err)
{
    struct arena *arena = arena_new();
    size_t n;
    struct promise *promises = exchange_promises(store, arena, today, &n, err);
    bool ok = number >= 1 && (size_t)number <= n;
    if (!ok) {
        err_set(err, ERR_NOT_FOUND, N_("%s: there is no agreement number %d; there are %zu."),
                store_path(store), number, n);
    } else {
        int64_t id = promises[number - 1].agreement.id;
        struct change *change = store_begin(store, 0, N_("Agreement changed"));
        change_text(change, ENTITY_AGREEMENT, id, "status", status);
        if (note != NULL && *note != '\0') {
            int64_t row = change_new_row(change);
            change_int(change, ENTITY_NOTE, row, "agreement", id);
            change_text(change, ENTITY_NOTE, row, "date", today);
            change_text(change, ENTITY_NOTE, row, "text", note);
        }
        ok = store_commit(change, err);
    }
    arena_free(arena);
    return ok;
}

// ---- who does what
// --------------------------------------------------------------------------------

static void count_promise(struct involvement *who, const struct promise *promise)
{
    if (strcmp(promise->agreement.status, "dropped") == 0)
        return;
    if (promise->due == DUE_CLOSED)
        who->done++;
    else
        who->open++;
    who->overdue += promise->due == DUE_OVERDUE;
}

static void add_topic(struct involvement *who, const char *topic)
{
    for (size_t i = 0; i < who->topics_n; i++)
        if (strcmp(who->topics[i], topic) == 0)
            return;
    who->topics[who->topics_n++] = topic;
}

struct involvement *exchange_who(struct store *store, struct arena *arena, const char *today,
                                 size_t *n, struct err *err)
{
    size_t promises_n, workshops_n;
    struct party *parties = store_parties(store, arena, 0, n, err);
    struct promise *promises = exchange_promises(store, arena, today, &promises_n, err);
    struct workshop *workshops = store_workshops(store, arena, &workshops_n, err);
    struct involvement *all = *n > 0 ? ARENA_ARRAY(arena, struct involvement, *n) : NULL;
    for (size_t i = 0; i < *n; i++) {
        all[i] = (struct involvement){.name = parties[i].name,
                                      .district = parties[i].district,
                                      .contact = parties[i].contact};
        for (size_t k = 0; k < promises_n; k++)
            if (promises[k].agreement.party == parties[i].id ||
                strcmp(promises[k].agreement.who, parties[i].name) == 0 ||
                strcmp(promises[k].agreement.with, parties[i].name) == 0)
                count_promise(&all[i], &promises[k]);
    }
    for (size_t w = 0; w < workshops_n; w++) {
        size_t tables_n, cards_n;
        struct table *tables = store_tables(store, arena, workshops[w].id, &tables_n, err);
        struct card *cards =
            store_cards(store, arena, workshops[w].id, 0, CARDS_ALL_LIVE, &cards_n, err);
        for (size_t i = 0; i < *n; i++) {
            const char **topics = ARENA_ARRAY(arena, const char *, all[i].topics_n + tables_n + 1);
            if (all[i].topics_n > 0)
                memcpy(topics, all[i].topics, all[i].topics_n * sizeof *topics);
            all[i].topics = topics;
            for (size_t c = 0; c < cards_n; c++) {
                if (cards[c].party != parties[i].id)
                    continue;
                all[i].cards++;
                for (size_t t = 0; t < tables_n; t++)
                    if (tables[t].id == cards[c].table)
                        add_topic(&all[i], tables[t].title);
            }
        }
    }
    return all;
}

// ---- searching
// ------------------------------------------------------------------------------------

static char *fold(const char *text)
{
    char *folded = g_utf8_casefold(text, -1),
         *normal = g_utf8_normalize(folded, -1, G_NORMALIZE_ALL);
    g_free(folded);
    return normal;
}

struct search {
    struct arena *arena;
    const char *wanted; // folded
    GArray *found;      // struct finding
};

static void look(struct search *search, const char *kind, const char *text, const char *where,
                 const char *date)
{
    char *folded = fold(text);
    if (strstr(folded, search->wanted) != NULL) {
        struct finding finding = {kind, text, where, date};
        g_array_append_val(search->found, finding);
    }
    g_free(folded);
}

struct finding *exchange_search(struct store *store, struct arena *arena, const char *words,
                                size_t *n, struct err *err)
{
    size_t workshops_n, promises_n;
    char *wanted = fold(words);
    struct search search = {arena, wanted, g_array_new(FALSE, FALSE, sizeof(struct finding))};
    struct workshop *workshops = store_workshops(store, arena, &workshops_n, err);
    for (size_t w = 0; w < workshops_n; w++) {
        const struct workshop *workshop = &workshops[w];
        size_t tables_n, cards_n, core_n;
        struct table *tables = store_tables(store, arena, workshop->id, &tables_n, err);
        struct card *cards =
            store_cards(store, arena, workshop->id, 0, CARDS_ALL_LIVE, &cards_n, err);
        struct core_point *core = store_core_points(store, arena, workshop->id, &core_n, err);
        for (size_t i = 0; i < core_n; i++)
            look(&search, "core_point", core[i].text, workshop->title, workshop->date);
        for (size_t i = 0; i < cards_n; i++) {
            const char *table = workshop->title;
            for (size_t t = 0; t < tables_n; t++)
                if (tables[t].id == cards[i].table)
                    table = tables[t].title;
            size_t before = search.found->len;
            look(&search, "card", cards[i].text, table, workshop->date);
            if (search.found->len == before && *cards[i].gloss != '\0')
                look(&search, "card", cards[i].gloss, table, workshop->date);
        }
    }
    struct promise *promises = exchange_promises(store, arena, "", &promises_n, err);
    for (size_t i = 0; i < promises_n; i++) {
        const struct agreement *a = &promises[i].agreement;
        look(&search, "agreement", arena_printf(arena, "%s: %s", a->who, a->what),
             promises[i].workshop, a->until);
        for (size_t k = 0; k < promises[i].notes_n; k++)
            look(&search, "note", promises[i].notes[k].text, a->what, promises[i].notes[k].date);
    }
    *n = search.found->len;
    struct finding *found =
        *n > 0 ? arena_copy(arena, search.found->data, *n * sizeof *found) : NULL;
    g_array_free(search.found, TRUE);
    g_free(wanted);
    return found;
}

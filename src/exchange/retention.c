// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/retention.h"

#include <glib.h>
#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "base/tr.h"
#include "exchange/meeting.h"

bool exchange_set_retention(struct store *store, int months, struct err *err)
{
    struct arena *arena = arena_new();
    struct network network;
    store_network(store, arena, &network, err);
    struct change *change = store_begin(store, 0, N_("Time to keep names changed"));
    change_int(change, ENTITY_NETWORK, network.id != 0 ? network.id : NETWORK_ROW,
               "retention_months", CLAMP(months, RETENTION_NEVER, 1200));
    arena_free(arena);
    return store_commit(change, err);
}

// The last meeting that is over, as day_of; 0: none is.
static int last_meeting(struct store *store, struct arena *arena, const char *today,
                        struct err *err)
{
    size_t n;
    int last = 0;
    const struct gathering *all =
        exchange_gatherings(store, arena, today, 1, day_of(today), &n, err);
    for (size_t i = 0; i < n; i++) {
        const struct meeting *meeting = &all[i].meeting;
        int day = day_of(meeting->date);
        bool over = strcmp(meeting->state, "held") == 0 || day < day_of(today);
        if (over && strcmp(meeting->state, "cancelled") != 0)
            last = MAX(last, day);
    }
    return last;
}

// Names kept before this day (as day_of) are kept too long; 0: none is.
static int limit_of(struct store *store, struct arena *arena, int months, const char *today,
                    struct err *err)
{
    if (months == RETENTION_NO_LIMIT)
        return 0;
    if (months == RETENTION_NEVER)
        return INT_MAX;
    if (months == RETENTION_NEXT_MEETING)
        return last_meeting(store, arena, today, err);
    GDate limit;
    g_date_clear(&limit, 1);
    g_date_set_julian(&limit, (guint32)day_of(today));
    g_date_subtract_months(&limit, (guint)months);
    return (int)g_date_get_julian(&limit);
}

struct contact_person *exchange_overdue_persons(struct store *store, struct arena *arena,
                                                const char *today, size_t *n, struct err *err)
{
    struct network network;
    size_t all_n;
    *n = 0;
    store_network(store, arena, &network, err);
    struct contact_person *all = store_persons(store, arena, &all_n, err);
    if (day_of(today) == 0 || all_n == 0)
        return NULL;
    int limit = limit_of(store, arena, network.retention_months, today, err);
    for (size_t i = 0; i < all_n && limit > 0; i++) {
        int since = day_of(all[i].made_on); // 0: of unknown age, is too old
        if (since < limit)
            all[(*n)++] = all[i];
    }
    return *n > 0 ? all : NULL;
}

static bool is_kept_never(struct store *store)
{
    struct arena *arena = arena_new();
    struct network network = {.retention_months = RETENTION_NO_LIMIT};
    store_network(store, arena, &network, NULL);
    arena_free(arena);
    return network.retention_months == RETENTION_NEVER;
}

bool exchange_keep_person(struct store *store, const struct contact_person *person,
                          const char *today, struct err *err)
{
    if (person->name == NULL || *person->name == '\0')
        return err_set(err, ERR_INPUT, N_("%s: a person needs a name."), store_path(store));
    if (is_kept_never(store))
        return err_set(err, ERR_INPUT, N_("%s: names of people are not kept here, says the file."),
                       store_path(store));
    struct change *change = store_begin(store, 0, N_("Name of a person kept"));
    int64_t row = person->id != 0 ? person->id : change_new_row(change);
    change_text(change, ENTITY_PERSON, row, "name", person->name);
    change_text(change, ENTITY_PERSON, row, "role", person->role != NULL ? person->role : "");
    change_text(change, ENTITY_PERSON, row, "contact",
                person->contact != NULL ? person->contact : "");
    change_text(change, ENTITY_PERSON, row, "made_on", today);
    change_int(change, ENTITY_PERSON, row, "party", person->party);
    return store_commit(change, err);
}

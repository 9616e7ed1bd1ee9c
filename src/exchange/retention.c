// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/retention.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "base/tr.h"

bool exchange_set_retention(struct store *store, int months, struct err *err)
{
    struct arena *arena = arena_new();
    struct network network;
    store_network(store, arena, &network, err);
    struct change *change = store_begin(store, 0, N_("Time to keep names changed"));
    change_int(change, ENTITY_NETWORK, network.id != 0 ? network.id : NETWORK_ROW,
               "retention_months", CLAMP(months, 0, 1200));
    arena_free(arena);
    return store_commit(change, err);
}

struct contact_person *exchange_overdue_persons(struct store *store, struct arena *arena,
                                                const char *today, size_t *n, struct err *err)
{
    struct network network;
    size_t all_n;
    *n = 0;
    store_network(store, arena, &network, err);
    struct contact_person *all = store_persons(store, arena, &all_n, err);
    GDate limit;
    if (network.retention_months <= 0 || day_of(today) == 0 || all_n == 0)
        return NULL;
    g_date_clear(&limit, 1);
    g_date_set_julian(&limit, (guint32)day_of(today));
    g_date_subtract_months(&limit, (guint)network.retention_months);
    for (size_t i = 0; i < all_n; i++) {
        int since = day_of(all[i].made_on);
        if (since == 0 || since < (int)g_date_get_julian(&limit)) // of unknown age is too old
            all[(*n)++] = all[i];
    }
    return *n > 0 ? all : NULL;
}

bool exchange_keep_person(struct store *store, const struct contact_person *person,
                          const char *today, struct err *err)
{
    if (person->name == NULL || *person->name == '\0')
        return err_set(err, ERR_INPUT, N_("%s: a person needs a name."), store_path(store));
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

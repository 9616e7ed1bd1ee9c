// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of the exchange log about persons: names that are kept with consent.
#include "base/tr.h"
#include "cli/log.h"
#include "store/exchange.h"

void part_persons(struct log_call *call)
{
    static const char *const heads[] = {N_("Name"), N_("Role"), N_("Party"), N_("Since")};
    static const char *const names[] = {"name", "role", "party", "since"};
    size_t n;
    struct contact_person *persons = store_persons(call->store, call->arena, &n, &call->cli->err);
    struct listing listing =
        listing_new(heads, names, G_N_ELEMENTS(heads), N_("No names of persons are kept."));
    for (size_t i = 0; i < n; i++) {
        const char *const cells[] = {persons[i].name, persons[i].role,
                                     log_name_of_party(call, persons[i].party), persons[i].made_on};
        listing_add(&listing, cells);
    }
    listing_print(&listing, call);
}

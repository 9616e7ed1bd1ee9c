// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of the exchange log about persons: names that are kept with consent.
#include "base/tr.h"
#include "cli/log.h"
#include "exchange/retention.h"

void part_persons(struct log_call *call)
{
    static const char *const heads[] = {N_("Name"), N_("Role"), N_("Party"), N_("Contact"),
                                        N_("Since")};
    static const char *const names[] = {"name", "role", "party", "contact", "since"};
    size_t n;
    struct contact_person *persons = store_persons(call->store, call->arena, &n, &call->cli->err);
    struct listing listing =
        listing_new(heads, names, G_N_ELEMENTS(heads), N_("No names of persons are kept."));
    for (size_t i = 0; i < n; i++) {
        const char *const cells[] = {persons[i].name, persons[i].role,
                                     log_name_of_party(call, persons[i].party), persons[i].contact,
                                     persons[i].made_on};
        listing_add(&listing, cells);
    }
    listing_print(&listing, call);
}

void person_add(struct log_call *call)
{
    char *name = g_strjoinv(" ", call->words + 2);
    struct contact_person person = {
        .name = g_strstrip(name), .role = call->role, .contact = call->contact};
    if (!call->consent)
        err_set(
            &call->cli->err, ERR_USAGE,
            N_("erntebild log: a name is kept only if the person agrees. Say so with --consent."));
    else if (log_party(call, &person.party) &&
             exchange_keep_person(call->store, &person, call->today, &call->cli->err))
        part_persons(call);
    g_free(name);
}

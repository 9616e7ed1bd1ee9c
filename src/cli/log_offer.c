// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of the exchange log about offers and requests, and what fits together.
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "cli/log.h"
#include "exchange/agreement.h"
#include "exchange/offer.h"

void part_offers(struct log_call *call)
{
    static const char *const heads[] = {N_("Side"),     N_("Kind"),  N_("Text"),  N_("Languages"),
                                        N_("District"), N_("Times"), N_("Party"), N_("Status")};
    static const char *const names[] = {"side",     "kind",  "text",  "languages",
                                        "district", "times", "party", "status"};
    size_t n;
    struct offer *offers = store_offers(call->store, call->arena, &n, &call->cli->err);
    struct listing listing =
        listing_new(heads, names, G_N_ELEMENTS(heads), N_("No offers and requests yet."));
    for (size_t i = 0; i < n; i++) {
        const struct offer *o = &offers[i];
        const char *state = *o->state != '\0'                 ? o->state
                            : offer_is_open(o, call->today) ? "open"
                                                              : "expired";
        const char *words = strcmp(state, "met") == 0         ? N_("met")
                            : strcmp(state, "withdrawn") == 0 ? N_("withdrawn")
                            : strcmp(state, "open") == 0      ? N_("open")
                                                              : N_("expired");
        const char *const cells[] = {
            call->json ? (o->request ? "request" : "offer")
                       : log_tr(call, o->request ? N_("Sought") : N_("Offered")),
            call->json ? o->category : log_tr(call, category_words(o->category)),
            o->text,
            languages_words(call->arena, call->cli->tr, o->languages),
            o->district,
            times_words(call->arena, call->cli->tr, o->times),
            log_name_of_party(call, o->party),
            call->json ? state : log_tr(call, words)};
        listing_add(&listing, cells);
    }
    listing_print(&listing, call);
}

void part_matches(struct log_call *call)
{
    static const char *const heads[] = {N_("Score"), N_("Sought"), N_("By"),
                                        N_("Offered"), N_("By"),   N_("Why")};
    static const char *const names[] = {"score", "request", "seeking", "offer", "offering", "because"};
    size_t n;
    struct match *matches = exchange_matches(call->store, call->arena, call->cli->tr, call->today, &n,
                                             &call->cli->err);
    struct listing listing = listing_new(heads, names, G_N_ELEMENTS(heads), N_("Nothing fits yet."));
    for (size_t i = 0; i < n; i++) {
        const char *why = "";
        for (int k = 0; k < REASONS; k++)
            if (*matches[i].shared[k] != '\0')
                why = *why == '\0' ? matches[i].shared[k]
                                   : arena_printf(call->arena, "%s; %s", why, matches[i].shared[k]);
        const char *const cells[] = {arena_printf(call->arena, "%d/%d", matches[i].reasons, REASONS),
                                     matches[i].request->text,
                                     log_name_of_party(call, matches[i].request->party),
                                     matches[i].offer->text,
                                     log_name_of_party(call, matches[i].offer->party),
                                     why};
        listing_add(&listing, cells);
    }
    listing_print(&listing, call);
}

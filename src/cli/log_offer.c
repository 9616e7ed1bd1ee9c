// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of the exchange log about offers and requests, and what fits together. An entry is
// named by its number among all, which stays the same.
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "cli/log.h"
#include "exchange/agreement.h"
#include "exchange/offer.h"

void part_offers(struct log_call *call)
{
    static const char *const heads[] = {N_("No."),       N_("Side"),     N_("Kind"),  N_("Text"),
                                        N_("Languages"), N_("District"), N_("Times"), N_("Party"),
                                        N_("Until"),     N_("Status")};
    static const char *const names[] = {"number",   "side",  "kind",  "text",  "languages",
                                        "district", "times", "party", "until", "status"};
    size_t n;
    struct offer *offers = store_offers(call->store, call->arena, &n, &call->cli->err);
    struct listing listing =
        listing_new(heads, names, G_N_ELEMENTS(heads), N_("No offers and requests yet."));
    listing.numbered = true;
    for (size_t i = 0; i < n; i++) {
        const struct offer *o = &offers[i];
        const char *state = *o->state != '\0'               ? o->state
                            : offer_is_open(o, call->today) ? "open"
                                                            : "expired";
        const char *words = strcmp(state, "met") == 0         ? N_("met")
                            : strcmp(state, "withdrawn") == 0 ? N_("withdrawn")
                            : strcmp(state, "open") == 0      ? N_("open")
                                                              : N_("expired");
        const char *const cells[] = {
            arena_printf(call->arena, "%zu", i + 1),
            call->json ? (o->request ? "request" : "offer")
                       : log_tr(call, o->request ? N_("Sought") : N_("Offered")),
            call->json ? o->category : log_tr(call, category_words(o->category)),
            o->text,
            languages_words(call->arena, call->cli->tr, o->languages),
            o->district,
            times_words(call->arena, call->cli->tr, o->times),
            log_name_of_party(call, o->party),
            o->valid_until,
            call->json ? state : log_tr(call, words)};
        listing_add(&listing, cells);
    }
    listing_print(&listing, call);
}

static size_t number_of(const struct offer *offers, size_t n, const struct offer *offer)
{
    for (size_t i = 0; i < n; i++)
        if (offers[i].id == offer->id)
            return i + 1;
    return 0;
}

void part_matches(struct log_call *call)
{
    static const char *const heads[] = {N_("Reasons"), N_("Sought"), N_("By"), N_("Offered"),
                                        N_("By"),      N_("Why"),    N_("No.")};
    static const char *const names[] = {"score",    "request", "seeking", "offer",
                                        "offering", "because", "numbers"};
    size_t n, offers_n;
    struct offer *offers = store_offers(call->store, call->arena, &offers_n, &call->cli->err);
    struct match *matches =
        exchange_matches(call->store, call->arena, call->cli->tr, call->today, &n, &call->cli->err);
    struct listing listing =
        listing_new(heads, names, G_N_ELEMENTS(heads), N_("Nothing fits yet."));
    for (size_t i = 0; i < n; i++) {
        const char *why = "";
        for (int k = 0; k < REASONS; k++)
            if (*matches[i].shared[k] != '\0')
                why = *why == '\0' ? matches[i].shared[k]
                                   : arena_printf(call->arena, "%s; %s", why, matches[i].shared[k]);
        const char *const cells[] = {
            arena_printf(call->arena, "%d/%d", matches[i].reasons, REASONS),
            matches[i].request->text,
            log_name_of_party(call, matches[i].request->party),
            matches[i].offer->text,
            log_name_of_party(call, matches[i].offer->party),
            why,
            arena_printf(call->arena, "%zu %zu", number_of(offers, offers_n, matches[i].request),
                         number_of(offers, offers_n, matches[i].offer))};
        listing_add(&listing, cells);
    }
    listing_print(&listing, call);
}

// ---- writing ------------------------------------------------------------------------------------

// The entry that `word` names by its number; false with err set when there is none.
static bool entry_named(struct log_call *call, const char *word, struct offer *out)
{
    size_t n;
    struct offer *all = store_offers(call->store, call->arena, &n, &call->cli->err);
    size_t number = log_number(word, n);
    if (number == 0)
        return err_set(&call->cli->err, word == NULL ? ERR_USAGE : ERR_NOT_FOUND,
                       N_("%s: there is no offer or request number %s; there are %zu."),
                       store_path(call->store), word != NULL ? word : "?", n);
    *out = all[number - 1];
    return true;
}

// A kind by its name or by the word on the screen; NULL: there is no such kind.
static const char *kind_of(const struct log_call *call, const char *word)
{
    char *folded = g_utf8_casefold(word, -1);
    const char *found = NULL;
    for (size_t i = 0; i < CATEGORIES && found == NULL; i++) {
        char *shown = g_utf8_casefold(log_tr(call, category_words(category_names[i])), -1);
        if (strcmp(folded, shown) == 0 || strcmp(folded, category_names[i]) == 0)
            found = category_names[i];
        g_free(shown);
    }
    g_free(folded);
    return found;
}

// What the options say, onto the entry; false with err set when one is not understood.
static bool say(struct log_call *call, struct offer *offer)
{
    struct err *err = &call->cli->err;
    if (call->kind != NULL && (offer->category = kind_of(call, call->kind)) == NULL)
        return err_set(err, ERR_USAGE,
                       N_("erntebild log: \"%s\" is no kind. There are: sponsorship, language, "
                          "company, work, communication, room, other."),
                       call->kind);
    if (call->times != NULL && *call->times != '\0' && !times_read(call->times, &offer->times))
        return err_set(err, ERR_USAGE,
                       N_("erntebild log: times are written like \"Mon and Wed evening\", not "
                          "\"%s\"."),
                       call->times);
    if (call->times != NULL && *call->times == '\0')
        offer->times = 0;
    if (call->languages != NULL)
        offer->languages = languages_read(call->arena, call->languages);
    if (call->district != NULL)
        offer->district = call->district;
    if (call->until != NULL)
        offer->valid_until = call->until;
    return call->party == NULL || log_party(call, &offer->party);
}

static void save(struct log_call *call, struct offer *offer)
{
    if (say(call, offer) &&
        exchange_save_offer(call->store, offer, call->today, NULL, &call->cli->err))
        part_offers(call);
}

void offer_add(struct log_call *call, bool request)
{
    char *text = g_strstrip(g_strjoinv(" ", call->words + 2));
    struct offer offer = {.request = request, .text = text, .category = "other"};
    if (*text != '\0')
        save(call, &offer);
    else
        err_set(&call->cli->err, ERR_USAGE,
                N_("erntebild log: say what it is, such as: %s %s Deutsch im Park."),
                call->words[0], call->words[1]);
    g_free(text);
}

void part_offer(struct log_call *call)
{
    struct offer offer;
    if (!entry_named(call, call->words[1], &offer))
        return;
    char *text = g_strjoinv(" ", call->words + 2);
    if (*g_strstrip(text) != '\0')
        offer.text = text;
    save(call, &offer);
    g_free(text);
}

void part_withdraw(struct log_call *call)
{
    struct offer offer;
    if (entry_named(call, call->words[1], &offer) &&
        exchange_withdraw_offer(call->store, offer.id, &call->cli->err))
        part_offers(call);
}

void part_extend(struct log_call *call)
{
    struct offer offer;
    if (!entry_named(call, call->words[1], &offer))
        return;
    const char *until = log_date(call, call->words[2]);
    if (until != NULL && exchange_extend_offer(call->store, offer.id, until, &call->cli->err))
        part_offers(call);
}

// The request and the offer that two words name, in whatever order.
static bool pair_named(struct log_call *call, struct offer *request, struct offer *offer)
{
    if (!entry_named(call, call->words[1], request) ||
        !entry_named(call, call->words[1] != NULL ? call->words[2] : NULL, offer))
        return false;
    if (request->request == offer->request)
        return err_set(
            &call->cli->err, ERR_INPUT,
            N_("%s: a request and an offer fit together; number %s and number %s are both "
               "the same."),
            store_path(call->store), call->words[1], call->words[2]);
    if (!request->request) {
        struct offer other = *request;
        *request = *offer;
        *offer = other;
    }
    return true;
}

void part_match(struct log_call *call)
{
    struct offer request, offer;
    if (!pair_named(call, &request, &offer))
        return;
    const struct match match = exchange_compare(call->arena, call->cli->tr, &request, &offer);
    int64_t workshop = command_workshop(call->cli, call->store, call->workshop);
    const struct offer *const pair[] = {&request, &offer};
    for (size_t i = 0; i < G_N_ELEMENTS(pair); i++)
        if (!offer_is_open(pair[i], call->today)) {
            err_set(&call->cli->err, ERR_INPUT, N_("%s: \"%s\" is not open any more."),
                    store_path(call->store), pair[i]->text);
            return;
        }
    if (workshop != 0 && exchange_agree_match(call->store, call->cli->tr, &match, workshop, 0,
                                              call->until, call->today, NULL, &call->cli->err))
        part_agreements(call);
}

void part_decline(struct log_call *call)
{
    struct offer request, offer;
    if (!pair_named(call, &request, &offer))
        return;
    const struct match match = exchange_compare(call->arena, call->cli->tr, &request, &offer);
    if (exchange_decide_match(call->store, &match, "declined", &call->cli->err))
        part_matches(call);
}

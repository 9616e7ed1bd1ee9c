// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/offer.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "exchange/agreement.h"
#include "base/day.h"

enum { PROPOSALS_OF_A_REQUEST = 3, REASONS_NEEDED = 2 };

static void put(struct change *change, int64_t row, const char *field, const char *value)
{
    change_text(change, ENTITY_OFFER, row, field, value != NULL ? value : "");
}

static bool said(const char *text)
{
    return text != NULL && *text != '\0';
}

bool exchange_save_offer(struct store *store, const struct offer *offer, const char *today,
                         int64_t *id, struct err *err)
{
    if (!said(offer->text) && !said(offer->category))
        return err_set(err, ERR_INPUT, N_("%s: say what is offered or sought."),
                       store_path(store));
    struct change *change =
        store_begin(store, 0,
                    offer->id != 0   ? N_("Entry changed")
                    : offer->request ? N_("Request entered")
                                     : N_("Offer entered"));
    int64_t row = offer->id != 0 ? offer->id : change_new_row(change);
    put(change, row, "side", offer->request ? "request" : "offer");
    put(change, row, "category", offer->category);
    put(change, row, "text", offer->text);
    put(change, row, "languages", offer->languages);
    put(change, row, "district", offer->district);
    put(change, row, "valid_until", offer->valid_until);
    put(change, row, "icon", offer->icon);
    change_int(change, ENTITY_OFFER, row, "times", offer->times);
    change_int(change, ENTITY_OFFER, row, "party", offer->party);
    if (offer->id == 0)
        put(change, row, "made_on", said(offer->made_on) ? offer->made_on : today);
    bool ok = store_commit(change, err);
    if (ok && id != NULL)
        *id = row;
    return ok;
}

bool exchange_withdraw_offer(struct store *store, int64_t offer, struct err *err)
{
    struct change *change = store_begin(store, 0, N_("Entry withdrawn"));
    change_text(change, ENTITY_OFFER, offer, "state", "withdrawn");
    return store_commit(change, err);
}

bool exchange_extend_offer(struct store *store, int64_t offer, const char *until, struct err *err)
{
    struct change *change = store_begin(store, 0, N_("Entry extended"));
    put(change, offer, "valid_until", until);
    put(change, offer, "state", "");
    return store_commit(change, err);
}

bool offer_is_open(const struct offer *offer, const char *today)
{
    return !said(offer->state) &&
           (!said(offer->valid_until) || strcmp(offer->valid_until, today) >= 0);
}

// ---- matching -----------------------------------------------------------------------------------

// What two comma-separated lists share, in the words of the first; "" when nothing.
static const char *shared_items(struct arena *arena, const char *a, const char *b)
{
    GString *out = g_string_new(NULL);
    char **x = g_strsplit(a, ",", -1), **y = g_strsplit(b, ",", -1);
    for (char **i = x; *i != NULL; i++) {
        char *one = g_utf8_casefold(g_strstrip(*i), -1);
        bool both = false;
        for (char **k = y; *k != NULL; k++) {
            char *other = g_utf8_casefold(g_strstrip(*k), -1);
            both = both || (*one != '\0' && strcmp(one, other) == 0);
            g_free(other);
        }
        if (both)
            g_string_append_printf(out, "%s%s", out->len > 0 ? "," : "", *i);
        g_free(one);
    }
    const char *kept = arena_strdup(arena, out->str);
    g_strfreev(x);
    g_strfreev(y);
    g_string_free(out, TRUE);
    return kept;
}

static const char *text_of(const char *text)
{
    return text != NULL ? text : "";
}

// "a,b" -> "a, b"
static const char *spaced(struct arena *arena, const char *list)
{
    char **items = g_strsplit(list, ",", -1);
    for (char **item = items; *item != NULL; item++)
        g_strstrip(*item);
    char *joined = g_strjoinv(", ", items);
    const char *kept = arena_strdup(arena, joined);
    g_free(joined);
    g_strfreev(items);
    return kept;
}

struct matcher {
    struct arena *arena;
    const struct tr *tr;
};

// What both say and share counts 1; what a side leaves open 0.4, so that nothing said proves little.
static void weigh(struct match *match, enum reason reason, bool open, const char *shared,
                  const char *other)
{
    match->shared[reason] = shared;
    match->other[reason] = "";
    match->holds[reason] = open || *shared != '\0';
    if (!match->holds[reason])
        match->other[reason] = other;
    match->reasons += match->holds[reason];
    match->score += *shared != '\0' ? 1 : open ? 0.4 : 0;
}

static struct match compare(const struct matcher *m, const struct offer *request,
                            const struct offer *offer)
{
    struct match match = {.request = request, .offer = offer};
    const char *rk = text_of(request->category), *ok = text_of(offer->category);
    const char *rl = text_of(request->languages), *ol = text_of(offer->languages);
    const char *rd = text_of(request->district), *od = text_of(offer->district);
    weigh(&match, REASON_KIND, false,
          said(rk) && strcmp(rk, ok) == 0 ? tr_text(m->tr, category_words(rk)) : "",
          tr_text(m->tr, category_words(ok)));
    weigh(&match, REASON_LANGUAGE, !said(rl) || !said(ol),
          languages_words(m->arena, m->tr, shared_items(m->arena, rl, ol)),
          languages_words(m->arena, m->tr, ol));
    weigh(&match, REASON_DISTRICT, !said(rd) || !said(od),
          spaced(m->arena, shared_items(m->arena, rd, od)), spaced(m->arena, od));
    weigh(&match, REASON_TIME, request->times == 0 || offer->times == 0,
          times_words(m->arena, m->tr, request->times & offer->times),
          times_words(m->arena, m->tr, offer->times));
    return match;
}

struct match exchange_compare(struct arena *arena, const struct tr *tr, const struct offer *request,
                              const struct offer *offer)
{
    return compare(&(struct matcher){arena, tr}, request, offer);
}

// The kind decides: company for an office does not fit a room, whatever else they share.
static bool fits(const struct match *match)
{
    return match->holds[REASON_KIND] && match->reasons >= REASONS_NEEDED &&
           (match->request->party == 0 || match->request->party != match->offer->party);
}

static int better(const void *a, const void *b)
{
    const struct match *x = a, *y = b;
    int order = (x->score < y->score) - (x->score > y->score);
    order = order != 0 ? order
                       : (x->request->id > y->request->id) - (x->request->id < y->request->id);
    return order != 0 ? order : (x->offer->id > y->offer->id) - (x->offer->id < y->offer->id);
}

static const char *decided(const struct pairing *pairings, size_t n, const struct match *match)
{
    for (size_t i = 0; i < n; i++)
        if (pairings[i].request == match->request->id && pairings[i].offer == match->offer->id)
            return pairings[i].state;
    return "";
}

static struct match *sorted(struct arena *arena, GArray *found, size_t *n)
{
    g_array_sort(found, better);
    *n = found->len;
    struct match *result = *n > 0 ? arena_copy(arena, found->data, *n * sizeof *result) : NULL;
    g_array_free(found, TRUE);
    return result;
}

struct match *exchange_matches(struct store *store, struct arena *arena, const struct tr *tr,
                               const char *today, size_t *n, struct err *err)
{
    const struct matcher m = {arena, tr};
    size_t offers_n, pairings_n;
    struct offer *offers = store_offers(store, arena, &offers_n, err);
    struct pairing *pairings = store_pairings(store, arena, &pairings_n, err);
    GArray *found = g_array_new(FALSE, FALSE, sizeof(struct match));
    for (size_t r = 0; r < offers_n; r++) {
        if (!offers[r].request || !offer_is_open(&offers[r], today))
            continue;
        GArray *mine = g_array_new(FALSE, FALSE, sizeof(struct match));
        for (size_t o = 0; o < offers_n; o++) {
            if (offers[o].request || !offer_is_open(&offers[o], today) ||
                strcmp(offers[o].category, offers[r].category) != 0)
                continue;
            struct match match = compare(&m, &offers[r], &offers[o]);
            const char *state = decided(pairings, pairings_n, &match);
            match.asked = strcmp(state, "asked") == 0;
            if (fits(&match) && strcmp(state, "declined") != 0)
                g_array_append_val(mine, match);
        }
        g_array_sort(mine, better);
        g_array_append_vals(found, mine->data, MIN(mine->len, PROPOSALS_OF_A_REQUEST));
        g_array_free(mine, TRUE);
    }
    return sorted(arena, found, n);
}

struct match *exchange_matches_of(struct store *store, struct arena *arena, const struct tr *tr,
                                  const struct offer *draft, const char *today, size_t *n,
                                  struct err *err)
{
    const struct matcher m = {arena, tr};
    size_t offers_n;
    struct offer *offers = store_offers(store, arena, &offers_n, err);
    GArray *found = g_array_new(FALSE, FALSE, sizeof(struct match));
    for (size_t i = 0; i < offers_n; i++) {
        if (offers[i].request == draft->request || !offer_is_open(&offers[i], today))
            continue;
        struct match match = compare(&m, draft->request ? draft : &offers[i],
                                     draft->request ? &offers[i] : draft);
        if (fits(&match))
            g_array_append_val(found, match);
    }
    return sorted(arena, found, n);
}

bool exchange_decide_match(struct store *store, const struct match *match, const char *state,
                           struct err *err)
{
    int64_t row = store_row_of(ENTITY_PAIRING, match->request->id, match->offer->id);
    struct change *change = store_begin(store, 0, N_("Proposal decided"));
    change_int(change, ENTITY_PAIRING, row, "request", match->request->id);
    change_int(change, ENTITY_PAIRING, row, "offer", match->offer->id);
    change_text(change, ENTITY_PAIRING, row, "state", state != NULL ? state : "");
    change_int(change, ENTITY_PAIRING, row, "removed", state == NULL);
    return store_commit(change, err);
}

const char *match_words(struct arena *arena, const struct tr *tr, const struct match *match)
{
    const char *what = said(match->request->text)
                           ? match->request->text
                           : tr_text(tr, category_words(match->request->category));
    return *match->shared[REASON_TIME] != '\0'
               ? arena_printf(arena, "%s, %s", what, match->shared[REASON_TIME])
               : what;
}

bool exchange_agree_match(struct store *store, const struct tr *tr, const struct match *match,
                          int64_t workshop, int64_t meeting, const char *until, const char *today,
                          int64_t *id, struct err *err)
{
    struct arena *arena = arena_new();
    const struct agreement_draft draft = {
        .workshop = workshop,
        .meeting = meeting,
        .party = match->offer->party,
        .what = match_words(arena, tr, match),
        .with = &match->request->party,
        .with_n = match->request->party != 0,
        .until = until,
        .category = match->request->category,
        .icon = match->request->icon,
        .offer = match->offer->id,
        .request = match->request->id,
    };
    bool ok = exchange_agree(store, &draft, today, 0, id, err);
    arena_free(arena);
    return ok;
}

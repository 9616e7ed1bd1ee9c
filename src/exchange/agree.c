// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writing agreements down and saying what became of them. Declared in agreement.h.
#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "exchange/agreement.h"

static const struct {
    const char *words, *icon;
} categories[CATEGORIES] = {
    {N_("Sponsorship"), "heart-handshake"}, {N_("Language"), "message-language"},
    {N_("Everyday company"), "route"},      {N_("Work and training"), "briefcase"},
    {N_("Communication"), "speakerphone"},  {N_("Room"), "door"},
    {N_("Other"), "dots"},
};
const char *const category_names[CATEGORIES] = {
    "sponsorship", "language", "company", "work", "communication", "room", "other",
};

static size_t category_of(const char *name)
{
    for (size_t i = 0; i < CATEGORIES; i++)
        if (strcmp(category_names[i], name) == 0)
            return i;
    return CATEGORIES - 1;
}

const char *category_words(const char *category)
{
    return categories[category_of(category)].words;
}

const char *category_icon(const char *category)
{
    return categories[category_of(category)].icon;
}

static const struct {
    const char *name, *words, *icon;
} statuses[] = {
    {"open", N_("open"), "circle"},
    {"running", N_("running"), "player-play"},
    {"done", N_("done"), "check"},
    {"dropped", N_("dropped"), "x"},
};

static size_t status_of(const char *status)
{
    for (size_t i = 0; i < G_N_ELEMENTS(statuses); i++)
        if (strcmp(statuses[i].name, status) == 0)
            return i;
    return 0;
}

const char *status_words(const char *status)
{
    return statuses[status_of(status)].words;
}

const char *status_icon(const char *status)
{
    return statuses[status_of(status)].icon;
}

// ---- writing ------------------------------------------------------------------------------------

static void put(struct change *change, int64_t row, const char *field, const char *value)
{
    change_text(change, ENTITY_AGREEMENT, row, field, value != NULL ? value : "");
}

// Links of a changed agreement that are not said any more are taken apart.
static void unlink_old(struct store *store, struct arena *arena, struct change *change,
                       const struct agreement_draft *draft, struct err *err)
{
    size_t n;
    struct involved *involved = store_involved(store, arena, draft->id, &n, err);
    for (size_t i = 0; i < n; i++) {
        bool kept = false;
        for (size_t k = 0; k < draft->with_n; k++)
            kept = kept || draft->with[k] == involved[i].party;
        if (!kept)
            change_int(change, ENTITY_INVOLVED,
                       store_row_of(ENTITY_INVOLVED, draft->id, involved[i].party), "removed", 1);
    }
    struct source *sources = store_sources(store, arena, draft->id, &n, err);
    for (size_t i = 0; i < n; i++) {
        bool kept = false;
        int64_t from = sources[i].card != 0 ? sources[i].card : sources[i].core_point;
        for (size_t k = 0; k < draft->cards_n; k++)
            kept = kept || draft->cards[k] == from;
        for (size_t k = 0; k < draft->core_points_n; k++)
            kept = kept || draft->core_points[k] == from;
        if (!kept)
            change_int(change, ENTITY_SOURCE, store_row_of(ENTITY_SOURCE, draft->id, from),
                       "removed", 1);
    }
}

static void link_source(struct change *change, int64_t agreement, const char *field, int64_t from)
{
    int64_t row = store_row_of(ENTITY_SOURCE, agreement, from);
    change_int(change, ENTITY_SOURCE, row, "agreement", agreement);
    change_int(change, ENTITY_SOURCE, row, field, from);
    change_int(change, ENTITY_SOURCE, row, "removed", 0);
}

static void meet(struct change *change, int64_t offer)
{
    if (offer != 0)
        change_text(change, ENTITY_OFFER, offer, "state", "met");
}

static void write_draft(struct change *change, int64_t row, const struct agreement_draft *draft,
                        const char *today, int position)
{
    const bool fresh = draft->id == 0;
    put(change, row, "what", draft->what);
    put(change, row, "who", draft->party != 0 ? "" : draft->who);
    put(change, row, "with", draft->with_text);
    put(change, row, "until", draft->until);
    put(change, row, "category", draft->category);
    put(change, row, "icon", draft->icon);
    change_int(change, ENTITY_AGREEMENT, row, "party", draft->party);
    if (fresh) {
        change_int(change, ENTITY_AGREEMENT, row, "workshop", draft->workshop);
        change_int(change, ENTITY_AGREEMENT, row, "position", position);
        put(change, row, "made_on", today);
    }
    if (draft->meeting != 0)
        change_int(change, ENTITY_AGREEMENT, row, "meeting", draft->meeting);
    if (draft->offer != 0 || draft->request != 0) {
        change_int(change, ENTITY_AGREEMENT, row, "offer", draft->offer);
        change_int(change, ENTITY_AGREEMENT, row, "request", draft->request);
        meet(change, draft->offer);
        meet(change, draft->request);
    }
    for (size_t i = 0; i < draft->with_n; i++) {
        int64_t link = store_row_of(ENTITY_INVOLVED, row, draft->with[i]);
        change_int(change, ENTITY_INVOLVED, link, "agreement", row);
        change_int(change, ENTITY_INVOLVED, link, "party", draft->with[i]);
        change_int(change, ENTITY_INVOLVED, link, "position", (int64_t)i + 1);
        change_int(change, ENTITY_INVOLVED, link, "removed", 0);
    }
    for (size_t i = 0; i < draft->cards_n; i++)
        link_source(change, row, "card", draft->cards[i]);
    for (size_t i = 0; i < draft->core_points_n; i++)
        link_source(change, row, "core_point", draft->core_points[i]);
}

bool exchange_agree(struct store *store, const struct agreement_draft *draft, const char *today,
                    int64_t zone, int64_t *id, struct err *err)
{
    if (draft->what == NULL || *draft->what == '\0')
        return err_set(err, ERR_INPUT,
                       N_("%s: this agreement is empty. Write what was agreed."),
                       store_path(store));
    struct arena *arena = arena_new();
    size_t n = 0;
    if (draft->id == 0)
        store_agreements(store, arena, draft->workshop, &n, err);
    struct change *change = store_begin(
        store, zone, draft->id == 0 ? N_("Agreement made") : N_("Agreement changed"));
    int64_t row = draft->id != 0 ? draft->id : change_new_row(change);
    if (draft->id != 0)
        unlink_old(store, arena, change, draft, err);
    write_draft(change, row, draft, today, (int)n + 1);
    bool ok = store_commit(change, err);
    if (ok && id != NULL)
        *id = row;
    arena_free(arena);
    return ok;
}

bool exchange_report(struct store *store, const struct report *report, struct err *err)
{
    struct change *change = store_begin(store, report->zone, N_("Agreement changed"));
    int64_t id = report->agreement;
    bool noted = report->note != NULL && *report->note != '\0';
    if (report->status != NULL) {
        bool closed = strcmp(report->status, "done") == 0 || strcmp(report->status, "dropped") == 0;
        put(change, id, "status", report->status);
        put(change, id, "done_on", closed ? report->day : "");
    }
    if (report->until != NULL)
        put(change, id, "until", report->until);
    // At a meeting even a bare status is part of what was said there.
    if (noted || report->meeting != 0 || report->until != NULL) {
        int64_t row = change_new_row(change);
        change_int(change, ENTITY_NOTE, row, "agreement", id);
        change_text(change, ENTITY_NOTE, row, "date", report->day);
        if (noted)
            change_text(change, ENTITY_NOTE, row, "text", report->note);
        if (report->meeting != 0)
            change_int(change, ENTITY_NOTE, row, "meeting", report->meeting);
        if (report->status != NULL)
            change_text(change, ENTITY_NOTE, row, "status", report->status);
        if (report->until != NULL)
            change_text(change, ENTITY_NOTE, row, "until", report->until);
    }
    return store_commit(change, err);
}

bool exchange_hand_over(struct store *store, int64_t agreement, int64_t party, struct err *err)
{
    struct change *change = store_begin(store, 0, N_("Agreement handed over"));
    change_int(change, ENTITY_AGREEMENT, agreement, "party", party);
    change_text(change, ENTITY_AGREEMENT, agreement, "who", "");
    return store_commit(change, err);
}

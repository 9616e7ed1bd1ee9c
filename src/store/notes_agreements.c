// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Putting the agreements of notes into the store, with what became of them, who helps and where they
// came from. Read again, only what is new is added.
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "base/tr.h"
#include "store/exchange.h"
#include "store/note_detail.h"

struct helpers {
    int64_t agreement, position;
    GString *rest; // who is no party
};

static void apply_helper(struct applying *a, const char *name, int64_t party, void *context)
{
    struct helpers *helpers = context;
    if (party == 0) {
        g_string_append_printf(helpers->rest, "%s%s", helpers->rest->len > 0 ? ", " : "", name);
        return;
    }
    int64_t row = store_row_of(ENTITY_INVOLVED, helpers->agreement, party);
    change_int(a->change, ENTITY_INVOLVED, row, "agreement", helpers->agreement);
    change_int(a->change, ENTITY_INVOLVED, row, "party", party);
    change_int(a->change, ENTITY_INVOLVED, row, "position", ++helpers->position);
}

static void apply_with(struct applying *a, int64_t agreement, const char *with)
{
    struct helpers helpers = {agreement, 0, g_string_new(NULL)};
    detail_each_party(a, with, apply_helper, &helpers);
    applying_text(a, ENTITY_AGREEMENT, agreement, "with", helpers.rest->str);
    g_string_free(helpers.rest, TRUE);
}

static bool apply_source(struct applying *a, int64_t agreement, const struct note_detail *detail)
{
    const struct known_source *source =
        g_hash_table_lookup(a->sources, applying_fold(a, detail->value));
    if (source == NULL)
        return err_set(a->err, ERR_INPUT,
                       N_("%s:%d: no card and no core point of this workshop says \"%s\"."),
                       a->notes->name, detail->line, detail->value);
    int64_t row = store_row_of(ENTITY_SOURCE, agreement, source->row);
    change_int(a->change, ENTITY_SOURCE, row, "agreement", agreement);
    change_int(a->change, ENTITY_SOURCE, row,
               source->entity == ENTITY_CARD ? "card" : "core_point", source->row);
    change_int(a->change, ENTITY_SOURCE, row, "removed", 0);
    return true;
}

// A note that is there already says nothing new: not its status either.
static bool has_note(struct applying *a, int64_t agreement, const struct status_line *said)
{
    size_t n;
    struct note *notes = store_notes(a->store, a->arena, agreement, &n, a->err);
    for (size_t i = 0; i < n; i++)
        if (notes[i].agreement == agreement && strcmp(notes[i].date, said->date) == 0 &&
            strcmp(notes[i].text, said->text) == 0 && strcmp(notes[i].status, said->status) == 0)
            return true;
    return false;
}

static bool apply_status(struct applying *a, int64_t agreement, bool fresh,
                         const struct note_detail *detail)
{
    struct status_line said;
    if (!detail_status(a, detail, &said))
        return false;
    if (!fresh && has_note(a, agreement, &said))
        return true;
    if (*said.status != '\0') {
        bool closed = strcmp(said.status, "done") == 0 || strcmp(said.status, "dropped") == 0;
        change_text(a->change, ENTITY_AGREEMENT, agreement, "status", said.status);
        change_text(a->change, ENTITY_AGREEMENT, agreement, "done_on", closed ? said.date : "");
    }
    if (*said.date == '\0' && *said.text == '\0')
        return true;
    int64_t row = change_new_row(a->change);
    change_int(a->change, ENTITY_NOTE, row, "agreement", agreement);
    applying_text(a, ENTITY_NOTE, row, "date", said.date);
    applying_text(a, ENTITY_NOTE, row, "text", said.text);
    applying_text(a, ENTITY_NOTE, row, "status", said.status);
    applying_text(a, ENTITY_NOTE, row, "until", said.until);
    int64_t meeting = applying_known(a->meetings, said.date);
    if (meeting != 0)
        change_int(a->change, ENTITY_NOTE, row, "meeting", meeting);
    return true;
}

static bool apply_offer_link(struct applying *a, int64_t agreement, const char *key,
                             const struct note_detail *detail)
{
    const char *name = arena_printf(a->arena, "%s %s", key, applying_fold(a, detail->value));
    int64_t offer = applying_known(a->offers, name);
    if (offer == 0)
        return detail_refuse(a, detail);
    change_int(a->change, ENTITY_AGREEMENT, agreement, key, offer);
    return true;
}

static bool apply_agreement_detail(struct applying *a, int64_t row, bool fresh,
                                   const struct note_detail *d)
{
    const char *key = detail_key(d);
    if (strcmp(key, "status") == 0)
        return apply_status(a, row, fresh, d);
    if (strcmp(key, "from") == 0)
        return apply_source(a, row, d);
    if (strcmp(key, "offer") == 0 || strcmp(key, "request") == 0)
        return apply_offer_link(a, row, key, d);
    if (strcmp(key, "kind") == 0)
        return !fresh || detail_set_kind(a, ENTITY_AGREEMENT, row, d);
    if (strcmp(key, "made") == 0) {
        const char *date = day_read(a->arena, d->value, NULL);
        int64_t meeting = date != NULL ? applying_known(a->meetings, date) : 0;
        if (fresh && meeting != 0)
            change_int(a->change, ENTITY_AGREEMENT, row, "meeting", meeting);
        return !fresh || detail_set_date(a, ENTITY_AGREEMENT, row, "made_on", d);
    }
    return detail_refuse_key(a, d);
}

bool notes_apply_agreements(struct applying *a, int64_t workshop, const struct note_workshop *w)
{
    size_t n;
    bool ok = true;
    struct agreement *there = store_agreements(a->store, a->arena, workshop, &n, a->err);
    for (guint i = 0; ok && i < w->agreements->len; i++) {
        const struct note_agreement *from = &g_array_index(w->agreements, struct note_agreement, i);
        int64_t row = 0, party = applying_known(a->parties, applying_fold(a, from->who));
        for (size_t k = 0; k < n && row == 0; k++)
            if (strcmp(there[k].what, from->what) == 0 &&
                strcmp(applying_fold(a, there[k].who), applying_fold(a, from->who)) == 0)
                row = there[k].id;
        const bool fresh = row == 0;
        if (fresh) {
            row = change_new_row(a->change);
            change_int(a->change, ENTITY_AGREEMENT, row, "workshop", workshop);
            applying_text(a, ENTITY_AGREEMENT, row, "who", from->who);
            if (party != 0)
                change_int(a->change, ENTITY_AGREEMENT, row, "party", party);
            applying_text(a, ENTITY_AGREEMENT, row, "what", from->what);
            apply_with(a, row, from->with);
            applying_text(a, ENTITY_AGREEMENT, row, "until", from->until);
            applying_text(a, ENTITY_AGREEMENT, row, "icon", from->icon);
            change_int(a->change, ENTITY_AGREEMENT, row, "position", (int64_t)(n + i + 1));
            a->result->agreements++;
        }
        for (const struct note_detail *d = from->details; ok && d != NULL; d = d->next)
            ok = apply_agreement_detail(a, row, fresh, d);
    }
    return ok;
}

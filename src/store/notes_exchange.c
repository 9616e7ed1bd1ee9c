// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Putting the meetings and series, who was there, offers and requests of notes into the store. Read
// again, only what is new is added.
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "store/exchange.h"
#include "store/note_detail.h"
#include "store/times.h"

// ---- groups -------------------------------------------------------------------------------------

bool notes_apply_party(struct applying *a, int64_t party, const struct note_party *from)
{
    applying_text(a, ENTITY_PARTY, party, "contact", from->contact);
    for (const struct note_detail *d = from->details; d != NULL; d = d->next) {
        if (strcmp(detail_key(d), "kind") != 0)
            return detail_refuse_key(a, d);
        change_text(a->change, ENTITY_PARTY, party, "kind", d->value);
    }
    return true;
}
// ---- meetings -----------------------------------------------------------------------------------

struct present {
    int64_t meeting;
    const char *state;
};

static void apply_present(struct applying *a, const char *name, int64_t party, void *context)
{
    const struct present *present = context;
    if (party == 0)
        party = applying_party(a, name, "");
    int64_t row = store_row_of(ENTITY_PRESENCE, present->meeting, party);
    change_int(a->change, ENTITY_PRESENCE, row, "meeting", present->meeting);
    change_int(a->change, ENTITY_PRESENCE, row, "party", party);
    change_text(a->change, ENTITY_PRESENCE, row, "state", present->state);
}

// "Prüfung bezahlen? {coins}: Die Hochschule fragt beim Land nach."; a card's own words mean the card.
static void apply_topic(struct applying *a, int64_t meeting, const char *date,
                        const struct note_detail *detail)
{
    size_t n;
    const char *colon = strstr(detail->value, ": "), *icon = "";
    const char *heading =
        colon != NULL
            ? arena_strndup(a->arena, detail->value, (size_t)(colon - detail->value))
            : detail->value;
    const char *open = strrchr(heading, '{');
    if (open != NULL && open > heading && heading[strlen(heading) - 1] == '}') {
        icon = arena_strndup(a->arena, open + 1, strlen(open) - 2);
        size_t end = (size_t)(open - heading);
        while (end > 0 && heading[end - 1] == ' ')
            end--;
        heading = arena_strndup(a->arena, heading, end);
    }
    const struct known_source *source = g_hash_table_lookup(a->sources, applying_fold(a, heading));
    bool card = source != NULL && source->entity == ENTITY_CARD;
    struct note *notes = store_meeting_notes(a->store, a->arena, meeting, &n, a->err);
    for (size_t i = 0; i < n; i++)
        if (card ? notes[i].card == source->row : strcmp(notes[i].heading, heading) == 0)
            return;
    int64_t row = change_new_row(a->change);
    change_int(a->change, ENTITY_NOTE, row, "meeting", meeting);
    change_text(a->change, ENTITY_NOTE, row, "date", date);
    if (card)
        change_int(a->change, ENTITY_NOTE, row, "card", source->row);
    else
        change_text(a->change, ENTITY_NOTE, row, "heading", heading);
    applying_text(a, ENTITY_NOTE, row, "icon", icon);
    applying_text(a, ENTITY_NOTE, row, "text", colon != NULL ? colon + 2 : "");
}

static bool apply_meeting_detail(struct applying *a, enum entity entity, int64_t row,
                                 const char *date, const struct note_detail *d)
{
    const char *key = detail_key(d);
    struct present present = {row, key};
    struct status_line said;
    if (strcmp(key, "host") == 0) {
        change_int(a->change, entity, row, "host", applying_party(a, d->value, ""));
        return true;
    }
    if (entity == ENTITY_SERIES) {
        if (strcmp(key, "minutes") != 0)
            return detail_refuse_key(a, d);
        change_int(a->change, entity, row, "minutes", CLAMP(atoi(d->value), 0, 24 * 60));
        return true;
    }
    if (strcmp(key, "here") == 0 || strcmp(key, "absent") == 0 || strcmp(key, "coming") == 0 ||
        strcmp(key, "invited") == 0) {
        detail_each_party(a, d->value, apply_present, &present);
    } else if (strcmp(key, "topic") == 0) {
        apply_topic(a, row, date, d);
    } else if (strcmp(key, "end") == 0) {
        change_text(a->change, entity, row, "end", d->value);
    } else if (strcmp(key, "status") == 0) {
        if (!detail_status(a, d, &said))
            return false;
        change_text(a->change, entity, row, "state", said.status);
    } else if (strcmp(key, "series") != 0 && strcmp(key, "occurrence") != 0) {
        return detail_refuse_key(a, d);
    }
    return true;
}

static const char *detail_value(const struct note_detail *details, const char *key)
{
    for (; details != NULL; details = details->next)
        if (strcmp(detail_key(details), key) == 0)
            return details->value;
    return NULL;
}

static int64_t series_row(struct applying *a, int64_t workshop, const struct note_meeting *from,
                          bool *fresh)
{
    int64_t row = applying_known(a->series, applying_fold(a, from->title));
    *fresh = row == 0;
    if (!*fresh)
        return row;
    row = change_new_row(a->change);
    change_int(a->change, ENTITY_SERIES, row, "workshop", workshop);
    change_text(a->change, ENTITY_SERIES, row, "rule", from->rule);
    change_text(a->change, ENTITY_SERIES, row, "start", from->date);
    applying_text(a, ENTITY_SERIES, row, "title", from->title);
    applying_text(a, ENTITY_SERIES, row, "time", from->time);
    applying_text(a, ENTITY_SERIES, row, "place", from->place);
    applying_remember(a->series, a->arena, applying_fold(a, from->title), row);
    return row;
}

static int64_t meeting_row(struct applying *a, int64_t workshop, const struct note_meeting *from,
                           bool *fresh)
{
    const char *of = detail_value(from->details, "series"),
               *instead = detail_value(from->details, "occurrence");
    int64_t series = of != NULL ? applying_known(a->series, applying_fold(a, of)) : 0;
    int64_t row = applying_known(a->known, arena_printf(a->arena, "%s %s", from->date, from->title));
    *fresh = row == 0;
    if (!*fresh)
        return row;
    instead = instead != NULL ? day_read(a->arena, instead, NULL) : NULL;
    const char *occurrence = instead != NULL ? instead : from->date;
    row = series != 0 ? store_row_of(ENTITY_MEETING, series, day_of(occurrence))
                      : change_new_row(a->change);
    change_int(a->change, ENTITY_MEETING, row, "workshop", workshop);
    applying_text(a, ENTITY_MEETING, row, "title", from->title);
    applying_text(a, ENTITY_MEETING, row, "date", from->date);
    applying_text(a, ENTITY_MEETING, row, "time", from->time);
    applying_text(a, ENTITY_MEETING, row, "place", from->place);
    if (series != 0) {
        change_int(a->change, ENTITY_MEETING, row, "series", series);
        change_text(a->change, ENTITY_MEETING, row, "occurrence", occurrence);
    }
    return row;
}

static bool apply_meetings(struct applying *a, int64_t workshop, const struct note_workshop *w)
{
    bool ok = true;
    size_t n;
    struct meeting *there = store_meetings(a->store, a->arena, 0, &n, a->err);
    for (size_t i = 0; i < n; i++) {
        applying_remember(a->meetings, a->arena, there[i].date, there[i].id);
        applying_remember(a->known, a->arena,
                          arena_printf(a->arena, "%s %s", there[i].date, there[i].title),
                          there[i].id);
    }
    struct series *series = store_series(a->store, a->arena, &n, a->err);
    for (size_t i = 0; i < n; i++)
        applying_remember(a->series, a->arena, applying_fold(a, series[i].title), series[i].id);
    for (guint i = 0; ok && i < w->meetings->len; i++) {
        const struct note_meeting *from = &g_array_index(w->meetings, struct note_meeting, i);
        bool recurring = *from->rule != '\0', fresh;
        int64_t row = recurring ? series_row(a, workshop, from, &fresh)
                                : meeting_row(a, workshop, from, &fresh);
        if (!recurring)
            applying_remember(a->meetings, a->arena, from->date, row);
        for (const struct note_detail *d = from->details; ok && d != NULL; d = d->next)
            if (fresh || strcmp(detail_key(d), "topic") == 0)
                ok = apply_meeting_detail(a, recurring ? ENTITY_SERIES : ENTITY_MEETING, row,
                                          from->date, d);
    }
    return ok;
}

// ---- offers -------------------------------------------------------------------------------------

static bool apply_offer_detail(struct applying *a, int64_t row, const struct note_detail *d)
{
    const char *key = detail_key(d);
    struct status_line said;
    unsigned times;
    if (strcmp(key, "kind") == 0)
        return detail_set_kind(a, ENTITY_OFFER, row, d);
    if (strcmp(key, "made") == 0)
        return detail_set_date(a, ENTITY_OFFER, row, "made_on", d);
    if (strcmp(key, "valid") == 0)
        return detail_set_date(a, ENTITY_OFFER, row, "valid_until", d);
    if (strcmp(key, "languages") == 0) {
        change_text(a->change, ENTITY_OFFER, row, "languages", languages_read(a->arena, d->value));
    } else if (strcmp(key, "district") == 0) {
        change_text(a->change, ENTITY_OFFER, row, "district", d->value);
    } else if (strcmp(key, "times") == 0) {
        if (!times_read(d->value, &times))
            return detail_refuse(a, d);
        change_int(a->change, ENTITY_OFFER, row, "times", times);
    } else if (strcmp(key, "party") == 0) {
        change_int(a->change, ENTITY_OFFER, row, "party", applying_party(a, d->value, ""));
    } else if (strcmp(key, "status") == 0) {
        if (!detail_status(a, d, &said))
            return false;
        change_text(a->change, ENTITY_OFFER, row, "state", said.status);
    } else {
        return detail_refuse_key(a, d);
    }
    return true;
}

static bool apply_offers(struct applying *a, const struct note_workshop *w)
{
    bool ok = true;
    size_t n;
    struct offer *there = store_offers(a->store, a->arena, &n, a->err);
    for (size_t i = 0; i < n; i++)
        applying_remember(a->offers, a->arena,
                          arena_printf(a->arena, "%s %s", there[i].request ? "request" : "offer",
                                       applying_fold(a, there[i].text)),
                          there[i].id);
    for (guint i = 0; ok && i < w->offers->len; i++) {
        const struct note_offer *from = &g_array_index(w->offers, struct note_offer, i);
        const char *side = from->request ? "request" : "offer";
        const char *key = arena_printf(a->arena, "%s %s", side, applying_fold(a, from->text));
        if (applying_known(a->offers, key) != 0)
            continue;
        int64_t row = change_new_row(a->change);
        change_text(a->change, ENTITY_OFFER, row, "side", side);
        applying_text(a, ENTITY_OFFER, row, "text", from->text);
        applying_text(a, ENTITY_OFFER, row, "icon", from->icon);
        applying_remember(a->offers, a->arena, key, row);
        for (const struct note_detail *d = from->details; ok && d != NULL; d = d->next)
            ok = apply_offer_detail(a, row, d);
    }
    return ok;
}

bool notes_apply_exchange(struct applying *a, int64_t workshop, const struct note_workshop *w)
{
    GHashTable **const tables[] = {&a->meetings, &a->known, &a->series, &a->offers};
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        *tables[i] = g_hash_table_new(g_str_hash, g_str_equal);
    bool ok = apply_meetings(a, workshop, w) && apply_offers(a, w) &&
              notes_apply_agreements(a, workshop, w);
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        g_hash_table_destroy(*tables[i]);
    return ok;
}

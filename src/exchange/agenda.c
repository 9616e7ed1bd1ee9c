// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a meeting opens with. Declared in meeting.h.
#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "base/day.h"
#include "exchange/meeting.h"

// The meeting before the one of this day that took place, or the newest workshop before: its date.
static const char *last_time(struct store *store, struct arena *arena,
                             const struct meeting *meeting, const char *day, struct err *err)
{
    size_t n;
    const char *since = "";
    struct meeting *meetings = store_meetings(store, arena, 0, &n, err);
    for (size_t i = 0; i < n; i++)
        if (meetings[i].id != meeting->id && strcmp(meetings[i].state, "cancelled") != 0 &&
            strcmp(meetings[i].date, day) < 0 && strcmp(meetings[i].date, since) > 0)
            since = meetings[i].date;
    struct workshop *workshops = store_workshops(store, arena, &n, err);
    for (size_t i = 0; i < n; i++)
        if (strcmp(workshops[i].date, day) < 0 && strcmp(workshops[i].date, since) > 0)
            since = workshops[i].date;
    return since;
}

struct writer {
    GArray *points; // struct agenda_point
    const struct note *notes;
    size_t notes_n;
};

static void add(struct writer *w, struct agenda_point point)
{
    for (size_t i = 0; i < w->notes_n; i++) {
        const struct note *note = &w->notes[i];
        point.discussed =
            point.discussed ||
            (point.promise != NULL && note->agreement == point.promise->agreement.id) ||
            (point.offer != NULL && note->offer == point.offer->id) ||
            (point.card != NULL && note->card == point.card->id);
    }
    g_array_append_val(w->points, point);
}

static bool changed_since(const struct promise *promise, const char *since)
{
    if (strcmp(promise->agreement.done_on, since) > 0)
        return true;
    for (size_t i = 0; i < promise->notes_n; i++)
        if (strcmp(promise->notes[i].date, since) > 0)
            return true;
    return false;
}

static bool told_here(const struct promise *promise, int64_t meeting)
{
    for (size_t i = 0; i < promise->notes_n; i++)
        if (promise->notes[i].meeting == meeting)
            return true;
    return false;
}

// What was due when the meeting began stays where it was on the agenda while its status changes.
static bool belongs(const struct promise *promise, enum agenda_part part, const char *day,
                    const char *since, int64_t meeting)
{
    const struct agreement *a = &promise->agreement;
    bool here = told_here(promise, meeting);
    bool open = promise->due != DUE_CLOSED || here;
    const char *until = a->until;
    for (size_t i = 0; here && i < promise->notes_n; i++)
        if (promise->notes[i].meeting == meeting && *promise->notes[i].until != '\0')
            until = day; // it was moved here: it had been due
    bool overdue = open && *until != '\0' && strcmp(until, day) < 0;
    bool due = open && strcmp(until, day) == 0;
    switch (part) {
    case AGENDA_OVERDUE:
        return overdue;
    case AGENDA_TODAY:
        return due;
    case AGENDA_CHANGED:
        return !overdue && !due && a->meeting != meeting && changed_since(promise, since);
    case AGENDA_NEW:
    case AGENDA_TOPIC:
        break;
    }
    return false;
}

static const char *party_name(const struct party *parties, size_t n, int64_t id)
{
    for (size_t i = 0; i < n; i++)
        if (parties[i].id == id)
            return parties[i].name;
    return "";
}

static void add_topics(struct store *store, struct arena *arena, struct writer *w, struct err *err)
{
    size_t n;
    struct workshop *workshops = store_workshops(store, arena, &n, err);
    for (size_t i = 0; i < n; i++) {
        size_t cards_n;
        struct card *cards =
            store_cards(store, arena, workshops[i].id, 0, CARDS_PARKED, &cards_n, err);
        for (size_t k = 0; k < cards_n; k++)
            add(w, (struct agenda_point){.part = AGENDA_TOPIC,
                                         .card = &cards[k],
                                         .title = *cards[k].gloss != '\0' ? cards[k].gloss
                                                                          : cards[k].text,
                                         .party = ""});
    }
    for (size_t i = 0; i < w->notes_n; i++) {
        const struct note *note = &w->notes[i];
        if (note->agreement == 0 && note->offer == 0 && note->card == 0 && *note->heading != '\0')
            add(w, (struct agenda_point){.part = AGENDA_TOPIC,
                                         .topic = note,
                                         .title = note->heading,
                                         .party = "",
                                         .discussed = *note->text != '\0'});
    }
}

bool exchange_agenda(struct store *store, struct arena *arena, int64_t meeting, const char *today,
                     struct agenda *out, struct err *err)
{
    struct err own = {0};
    err = err != NULL ? err : &own;
    struct meeting about;
    size_t promises_n, offers_n, parties_n;
    struct writer w = {g_array_new(FALSE, TRUE, sizeof(struct agenda_point)), NULL, 0};
    store_meeting(store, arena, meeting, &about, err);
    w.notes = store_meeting_notes(store, arena, meeting, &w.notes_n, err);
    struct promise *promises = exchange_promises(store, arena, today, &promises_n, err);
    struct offer *offers = store_offers(store, arena, &offers_n, err);
    struct party *parties = store_parties(store, arena, 0, &parties_n, err);
    const char *since = last_time(store, arena, &about, today, err);
    for (enum agenda_part part = AGENDA_OVERDUE; part <= AGENDA_CHANGED; part++)
        for (size_t i = 0; i < promises_n; i++)
            if (belongs(&promises[i], part, today, since, meeting))
                add(&w, (struct agenda_point){.part = part,
                                              .promise = &promises[i],
                                              .title = promises[i].agreement.what,
                                              .party = promises[i].agreement.who});
    for (size_t i = 0; i < offers_n; i++)
        if (offer_is_open(&offers[i], today) && strcmp(offers[i].made_on, since) > 0)
            add(&w, (struct agenda_point){.part = AGENDA_NEW,
                                          .offer = &offers[i],
                                          .title = offers[i].text,
                                          .party =
                                              party_name(parties, parties_n, offers[i].party)});
    add_topics(store, arena, &w, err);
    *out = (struct agenda){.n = w.points->len, .since = since};
    out->points = out->n > 0
                      ? arena_copy(arena, w.points->data, out->n * sizeof(struct agenda_point))
                      : NULL;
    for (size_t i = 0; i < out->n; i++)
        out->discussed += out->points[i].discussed;
    g_array_free(w.points, TRUE);
    return err->code == ERR_NONE;
}

bool exchange_meeting_note(struct store *store, int64_t meeting, const struct agenda_point *point,
                           const char *heading, const char *text, const char *icon, const char *day,
                           struct err *err)
{
    struct change *change = store_begin(store, 0, N_("Note written"));
    bool known = point != NULL && point->topic != NULL; // a topic keeps one note
    int64_t row = known ? point->topic->id : change_new_row(change);
    if (!known) {
        change_int(change, ENTITY_NOTE, row, "meeting", meeting);
        change_text(change, ENTITY_NOTE, row, "date", day);
    }
    if (point != NULL && point->promise != NULL)
        change_int(change, ENTITY_NOTE, row, "agreement", point->promise->agreement.id);
    if (point != NULL && point->offer != NULL)
        change_int(change, ENTITY_NOTE, row, "offer", point->offer->id);
    if (point != NULL && point->card != NULL)
        change_int(change, ENTITY_NOTE, row, "card", point->card->id);
    if (heading != NULL && *heading != '\0')
        change_text(change, ENTITY_NOTE, row, "heading", heading);
    if (text != NULL)
        change_text(change, ENTITY_NOTE, row, "text", text);
    if (icon != NULL && *icon != '\0')
        change_text(change, ENTITY_NOTE, row, "icon", icon);
    return store_commit(change, err);
}

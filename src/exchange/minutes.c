// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/minutes.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "base/day.h"
#include "exchange/recurrence.h"

struct secretary {
    struct store *store;
    struct arena *arena;
    const struct tr *tr;
    struct note *notes;
    size_t notes_n;
    struct promise *promises;
    size_t promises_n;
    struct minutes *out;
    struct err *err;
};

static const char *offer_text(struct secretary *s, int64_t id)
{
    size_t n;
    struct offer *offers = store_offers(s->store, s->arena, &n, s->err);
    for (size_t i = 0; i < n; i++)
        if (offers[i].id == id)
            return offers[i].text;
    return "";
}

// What a note is about, in its own words.
static struct talk talk_of(struct secretary *s, const struct note *note)
{
    struct talk talk = {note->heading, note->text, note->icon, note->status};
    const struct promise *promise =
        exchange_promise(s->promises, s->promises_n, note->agreement);
    struct card card = {0};
    if (note->card != 0)
        store_card(s->store, s->arena, note->card, &card, s->err);
    if (promise != NULL) {
        talk.title = *talk.title != '\0' ? talk.title : promise->agreement.what;
        talk.icon = *talk.icon != '\0' ? talk.icon : promise->agreement.icon;
    } else if (card.id != 0) {
        const char *text = *card.gloss != '\0' ? card.gloss : card.text;
        talk.title = arena_printf(s->arena, tr_text(s->tr, N_("From the topic store: %s")),
                                  *talk.title != '\0' ? talk.title : text);
        talk.icon = *talk.icon != '\0' ? talk.icon : card.icon;
    } else if (note->offer != 0 && *talk.title == '\0') {
        talk.title = offer_text(s, note->offer);
    }
    return talk;
}

static void collect_talks(struct secretary *s)
{
    struct minutes *out = s->out;
    out->talks = ARENA_ARRAY(s->arena, struct talk, s->notes_n + 1);
    for (size_t i = 0; i < s->notes_n; i++) {
        if (*s->notes[i].text == '\0' && *s->notes[i].heading == '\0')
            continue;
        struct talk talk = talk_of(s, &s->notes[i]);
        size_t at = 0; // several notes on one thing are one paragraph
        while (at < out->talks_n && (*talk.title == '\0' ||
                                     strcmp(out->talks[at].title, talk.title) != 0))
            at++;
        if (at < out->talks_n) {
            struct talk *known = &out->talks[at];
            known->text = arena_printf(s->arena, "%s %s", known->text, talk.text);
            known->status = *talk.status != '\0' ? talk.status : known->status;
        } else {
            out->talks[out->talks_n++] = talk;
        }
    }
}

static void collect_decisions(struct secretary *s, int64_t meeting)
{
    struct minutes *out = s->out;
    out->decisions = ARENA_ARRAY(s->arena, struct decision, s->promises_n + 1);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < s->promises_n; i++) {
            const struct promise *promise = &s->promises[i];
            struct decision decision = {.promise = *promise, .moved = "", .status = ""};
            bool told = false;
            decision.fresh = promise->agreement.meeting == meeting;
            for (size_t k = 0; k < promise->notes_n; k++) {
                const struct note *note = &promise->notes[k];
                if (note->meeting != meeting)
                    continue;
                told = true;
                decision.status = *note->status != '\0' ? note->status : decision.status;
                decision.moved = *note->until != '\0' ? note->until : decision.moved;
            }
            // New ones first; status: what it got here, else what it had.
            if (decision.fresh != (pass == 0) || (!decision.fresh && !told))
                continue;
            exchange_agreement_then(s->store, s->arena, promise, s->out->gathering.meeting.date,
                                    &decision.promise.agreement, s->err);
            if (*decision.status == '\0')
                decision.status = decision.promise.agreement.status;
            out->decisions[out->decisions_n++] = decision;
        }
}

static void find_next(struct secretary *s)
{
    size_t n;
    const char *date = s->out->gathering.meeting.date;
    struct gathering *all = exchange_gatherings(s->store, s->arena, date, 0, 0, &n, s->err);
    s->out->rhythm = "";
    s->out->next.meeting = (struct meeting){.date = "", .time = "", .place = "", .title = ""};
    for (size_t i = 0; i < n; i++)
        if (all[i].meeting.id == s->out->gathering.meeting.id)
            s->out->gathering = all[i];
    for (size_t i = 0; i < n; i++)
        if (strcmp(all[i].meeting.date, date) > 0 &&
            strcmp(all[i].meeting.state, "cancelled") != 0) {
            s->out->next = all[i];
            if (all[i].series != NULL)
                s->out->rhythm = rhythm_words(s->arena, s->tr, all[i].series->rule,
                                                  all[i].series->start);
            return;
        }
}

bool exchange_minutes(struct store *store, struct arena *arena, const struct tr *tr,
                      int64_t meeting, struct minutes *out, struct err *err)
{
    struct err own = {0};
    struct secretary s = {store, arena, tr, NULL, 0, NULL, 0, out, err != NULL ? err : &own};
    size_t n;
    *out = (struct minutes){.workshop = "", .workshop_place = "", .note = ""};
    store_meeting(store, arena, meeting, &out->gathering.meeting, s.err);
    if (out->gathering.meeting.id == 0)
        return err_set(err, ERR_NOT_FOUND, N_("%s: this meeting is not in it."),
                       store_path(store));
    find_next(&s);
    struct workshop *workshops = store_workshops(store, arena, &n, s.err);
    for (size_t i = 0; i < n; i++)
        if (workshops[i].id == out->gathering.meeting.workshop) {
            out->workshop = workshops[i].title;
            out->workshop_place = workshops[i].place;
            out->note = workshops[i].note;
        }
    s.notes = store_meeting_notes(store, arena, meeting, &s.notes_n, s.err);
    s.promises = exchange_promises(store, arena, out->gathering.meeting.date, &s.promises_n, s.err);
    out->attendees = exchange_attendees(store, arena, meeting, &out->attendees_n, s.err);
    collect_talks(&s);
    collect_decisions(&s, meeting);
    return s.err->code == ERR_NONE;
}

// ---- as text ------------------------------------------------------------------------------------

// Markdown takes these as marks.
static void add_plain(GString *out, const char *text)
{
    for (const char *p = text; *p != '\0'; p++) {
        if (strchr("\\*_[]<>|#`", *p) != NULL)
            g_string_append_c(out, '\\');
        g_string_append_c(out, *p == '\n' ? ' ' : *p);
    }
}

static void add_heading(GString *out, const struct tr *tr, const char *id)
{
    g_string_append_printf(out, "\n## %s\n\n", tr_text(tr, id));
}

static void add_attendees(GString *out, const struct minutes *m, const struct tr *tr)
{
    add_heading(out, tr, N_("Who was there"));
    for (size_t i = 0; i < m->attendees_n; i++) {
        g_string_append(out, "- ");
        add_plain(out, m->attendees[i].name);
        if (strcmp(m->attendees[i].state, "here") != 0)
            g_string_append_printf(out, " (%s)", tr_text(tr, N_("absent")));
        g_string_append_c(out, '\n');
    }
}

static void add_decisions(GString *out, const struct minutes *m, const struct tr *tr,
                          struct arena *arena)
{
    add_heading(out, tr, N_("What we agreed"));
    g_string_append_printf(out, "| %s | %s | %s | %s |\n|---|---|---|---|\n",
                           tr_text(tr, N_("What")), tr_text(tr, N_("Who, with whom")),
                           tr_text(tr, N_("Until when")), tr_text(tr, N_("Status")));
    for (size_t i = 0; i < m->decisions_n; i++) {
        const struct decision *d = &m->decisions[i];
        const struct agreement *a = &d->promise.agreement;
        g_string_append(out, "| ");
        add_plain(out, a->what);
        g_string_append(out, " | ");
        add_plain(out, *a->who != '\0' ? a->who : tr_text(tr, N_("Nobody yet")));
        if (*a->with != '\0') {
            g_string_append(out, ", ");
            add_plain(out, arena_printf(arena, tr_text(tr, N_("with %s")), a->with));
        }
        const char *until = *d->moved != '\0' ? d->moved : a->until;
        g_string_append_printf(out, " | %s | %s |\n",
                               day_of(until) != 0 ? day_words(arena, tr, until, DAY_FULL)
                                                  : tr_text(tr, N_("no date")),
                               d->fresh && strcmp(d->status, "open") == 0
                                   ? tr_text(tr, N_("new"))
                                   : tr_text(tr, status_words(d->status)));
    }
}

static void add_place(GString *out, const struct meeting *meeting)
{
    if (*meeting->time != '\0')
        g_string_append_printf(out, ", %s", meeting->time);
    if (*meeting->end != '\0')
        g_string_append_printf(out, "–%s", meeting->end);
    if (*meeting->place != '\0') {
        g_string_append(out, ", ");
        add_plain(out, meeting->place);
    }
}

char *minutes_markdown(const struct minutes *m, const struct tr *tr)
{
    struct arena *arena = arena_new();
    GString *out = g_string_new(NULL);
    const struct meeting *meeting = &m->gathering.meeting;
    g_string_append_printf(out, "# %s: ", tr_text(tr, N_("Minutes")));
    add_plain(out, *meeting->title != '\0' ? meeting->title : m->workshop);
    g_string_append_printf(out, "\n\n%s", day_words(arena, tr, meeting->date, DAY_LONG));
    add_place(out, meeting);
    g_string_append_c(out, '\n');
    add_attendees(out, m, tr);
    if (m->talks_n > 0)
        add_heading(out, tr, N_("What we talked about"));
    for (size_t i = 0; i < m->talks_n; i++) {
        g_string_append(out, "- **");
        add_plain(out, m->talks[i].title);
        g_string_append(out, "** ");
        add_plain(out, m->talks[i].text);
        if (*m->talks[i].status != '\0')
            g_string_append_printf(out, " (%s)", tr_text(tr, status_words(m->talks[i].status)));
        g_string_append_c(out, '\n');
    }
    if (m->decisions_n > 0)
        add_decisions(out, m, tr, arena);
    if (*m->next.meeting.date != '\0') {
        add_heading(out, tr, N_("Next meeting"));
        g_string_append(out, day_words(arena, tr, m->next.meeting.date, DAY_LONG));
        add_place(out, &m->next.meeting);
        if (*m->rhythm != '\0')
            g_string_append_printf(out, " (%s)", m->rhythm);
        g_string_append_c(out, '\n');
    }
    if (*m->note != '\0') {
        g_string_append_c(out, '\n');
        add_plain(out, m->note);
        g_string_append_c(out, '\n');
    }
    arena_free(arena);
    return g_string_free(out, FALSE);
}

// ---- a reminder ---------------------------------------------------------------------------------

static void add_promises(GString *out, const struct tr *tr, struct arena *arena,
                         const struct promise *promises, size_t n, int64_t party, bool own,
                         const char *today)
{
    bool first = true;
    for (size_t i = 0; i < n; i++) {
        const struct promise *promise = &promises[i];
        bool mine = promise->agreement.party == party, helps = false;
        for (size_t k = 0; k < promise->with_n; k++)
            helps = helps || promise->with[k] == party;
        if (promise->due == DUE_CLOSED || !(own ? mine : helps && !mine))
            continue;
        if (first)
            g_string_append_printf(out, "\n%s\n",
                                   own ? tr_text(tr, N_("You took this on:"))
                                       : tr_text(tr, N_("Others count on your help here:")));
        first = false;
        g_string_append_printf(out, "- %s", promise->agreement.what);
        if (!own && *promise->agreement.who != '\0')
            g_string_append_printf(out, ", %s", promise->agreement.who);
        else if (*promise->agreement.with != '\0')
            g_string_append_printf(out, ", %s",
                                   arena_printf(arena, tr_text(tr, N_("with %s")),
                                                promise->agreement.with));
        g_string_append_printf(out, " (%s)\n",
                               day_due_words(arena, tr, promise->agreement.until, today));
    }
}

char *exchange_reminder(struct store *store, const struct tr *tr, int64_t party, const char *today,
                        struct err *err)
{
    struct err own = {0};
    err = err != NULL ? err : &own;
    struct arena *arena = arena_new();
    GString *out = g_string_new(NULL);
    size_t n, promises_n;
    const char *name = NULL;
    struct party *parties = store_parties(store, arena, 0, &n, err);
    for (size_t i = 0; i < n; i++)
        if (parties[i].id == party)
            name = parties[i].name;
    struct promise *promises = exchange_promises(store, arena, today, &promises_n, err);
    if (name == NULL)
        err_set(err, ERR_NOT_FOUND, N_("%s: this group is not in it."), store_path(store));
    else
        g_string_append_printf(out, tr_text(tr, N_("Hello %s,\n")), name);
    for (int i = 0; i < 2; i++)
        add_promises(out, tr, arena, promises, promises_n, party, i == 0, today);
    struct gathering next;
    if (exchange_next_gathering(store, arena, today, &next, err)) {
        g_string_append_printf(out, "\n%s %s", tr_text(tr, N_("We meet again:")),
                               day_words(arena, tr, next.meeting.date, DAY_LONG));
        if (*next.meeting.time != '\0')
            g_string_append_printf(out, ", %s", next.meeting.time);
        if (*next.meeting.place != '\0')
            g_string_append_printf(out, ", %s", next.meeting.place);
        g_string_append(out, ".\n");
    }
    g_string_append_printf(out, "\n%s\n",
                           tr_text(tr, N_("If something is done already or takes longer, a short "
                                          "answer is enough.")));
    arena_free(arena);
    return g_string_free(out, err->code != ERR_NONE);
}

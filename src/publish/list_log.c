// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The exchange log in the Markdown list, as the import reads it: groups, agreements with what became of
// them, series and meetings with who was there, offers and requests.
#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "publish/list.h"
#include "store/exchange.h"
#include "store/rhythm.h"
#include "store/times.h"

// The words of the notes are German, whatever the screen speaks; the import knows both.
static const char *word_of(const char *value)
{
    static const struct {
        const char *value, *word;
    } words[] = {
        {"open", "offen"},           {"running", "läuft"},
        {"done", "erledigt"},        {"dropped", "aufgegeben"},
        {"planned", "geplant"},      {"held", "gehalten"},
        {"cancelled", "abgesagt"},   {"met", "vermittelt"},
        {"withdrawn", "zurückgezogen"}, {"", "Notiz"},
        {"sponsorship", "Patenschaft"}, {"language", "Sprache"},
        {"company", "Begleitung"},   {"work", "Arbeit"},
        {"communication", "Kommunikation"}, {"room", "Raum"},
        {"other", "Anderes"},        {"here", "Da"},
        {"absent", "Fehlt"},         {"coming", "Kommt"},
        {"invited", "Eingeladen"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(words[i].value, value) == 0)
            return words[i].word;
    return value;
}

static void add_detail(struct listing *l, const char *key, const char *value)
{
    if (*value != '\0')
        g_string_append_printf(l->out, "  %s: %s\n", key, listing_line(l, value));
}

static const char *party_name(const struct listing *l, int64_t id)
{
    for (size_t i = 0; i < l->parties_n; i++)
        if (l->parties[i].id == id)
            return l->parties[i].name;
    return "";
}

void listing_groups(struct listing *l, int64_t workshop)
{
    size_t n;
    bool any = false;
    struct party *parties = store_parties(l->store, l->arena, workshop, &n, l->err);
    for (size_t i = 0; i < n; i++) {
        if (*parties[i].contact == '\0' && *parties[i].kind == '\0')
            continue;
        g_string_append_printf(l->out, "%s- %s", any ? "" : "\n## Gruppen\n",
                               listing_line(l, parties[i].name));
        if (*parties[i].district != '\0')
            g_string_append_printf(l->out, " (%s)", listing_line(l, parties[i].district));
        if (*parties[i].contact != '\0')
            g_string_append_printf(l->out, ": %s", listing_line(l, parties[i].contact));
        g_string_append_c(l->out, '\n');
        add_detail(l, "Art", parties[i].kind);
        any = true;
    }
}

// ---- agreements ---------------------------------------------------------------------------------

static const char *offer_text(struct listing *l, int64_t id)
{
    size_t n;
    struct offer *offers = store_offers(l->store, l->arena, &n, l->err);
    for (size_t i = 0; i < n; i++)
        if (offers[i].id == id)
            return offers[i].text;
    return "";
}

static void add_note(struct listing *l, const struct note *note)
{
    g_string_append_printf(l->out, "  Stand: %s %s", word_of(note->status), note->date);
    if (*note->until != '\0')
        g_string_append_printf(l->out, " bis %s", note->until);
    if (*note->text != '\0')
        g_string_append_printf(l->out, ": %s", listing_line(l, note->text));
    g_string_append_c(l->out, '\n');
}

static void add_life(struct listing *l, const struct agreement *a)
{
    size_t n;
    const char *said = "open";
    struct note *notes = store_notes(l->store, l->arena, a->id, &n, l->err);
    for (size_t i = 0; i < n; i++) {
        said = *notes[i].status != '\0' ? notes[i].status : said;
        add_note(l, &notes[i]);
    }
    if (strcmp(said, a->status) != 0) // set without a word
        g_string_append_printf(l->out, "  Stand: %s%s%s\n", word_of(a->status),
                               *a->done_on != '\0' ? " " : "", a->done_on);
}

void listing_agreements(struct listing *l, const struct workshop *workshop)
{
    size_t n;
    struct agreement *agreements = store_agreements(l->store, l->arena, workshop->id, &n, l->err);
    g_string_append(l->out, n > 0 ? "\n## Vereinbarungen\n" : "");
    for (size_t i = 0; i < n; i++) {
        const struct agreement *a = &agreements[i];
        size_t sources_n;
        struct source *sources = store_sources(l->store, l->arena, a->id, &sources_n, l->err);
        g_string_append_printf(l->out, "- %s%s%s", listing_line(l, a->who),
                               *a->who != '\0' ? ": " : "", listing_line(l, a->what));
        if (*a->until != '\0')
            g_string_append_printf(l->out, ", bis %s", a->until);
        if (*a->with != '\0')
            g_string_append_printf(l->out, ", mit %s", listing_line(l, a->with));
        listing_icon(l, a->icon);
        g_string_append_c(l->out, '\n');
        if (*a->category != '\0')
            add_detail(l, "Art", word_of(a->category));
        for (size_t k = 0; k < sources_n; k++)
            add_detail(l, "Aus", sources[k].text);
        if (strcmp(a->made_on, workshop->date) != 0)
            add_detail(l, "Seit", a->made_on);
        add_detail(l, "Angebot", a->offer != 0 ? offer_text(l, a->offer) : "");
        add_detail(l, "Gesuch", a->request != 0 ? offer_text(l, a->request) : "");
        add_life(l, a);
    }
}

// ---- meetings -----------------------------------------------------------------------------------

static void add_series(struct listing *l, const struct series *s)
{
    struct tr *tr = tr_open("de");
    const char *words = rhythm_words(l->arena, tr, s->rule, s->start);
    const char *again = rhythm_read(l->arena, words, s->start, NULL);
    if (again == NULL || strcmp(again, s->rule) != 0) // words that would mean another rule
        words = s->rule;
    g_string_append_printf(l->out, "- %s ab %s%s%s, %s%s%s\n", words, s->start,
                           *s->time != '\0' ? " " : "", s->time, listing_line(l, s->title),
                           *s->place != '\0' ? ", " : "", listing_line(l, s->place));
    if (s->minutes > 0)
        add_detail(l, "Dauer", arena_printf(l->arena, "%d", s->minutes));
    add_detail(l, "Gastgeber", party_name(l, s->host));
    tr_free(tr);
}

static void add_presence(struct listing *l, int64_t meeting)
{
    static const char *const states[] = {"here", "absent", "coming", "invited"};
    size_t n;
    struct presence *all = store_presence(l->store, l->arena, meeting, &n, l->err);
    for (size_t s = 0; s < G_N_ELEMENTS(states); s++) {
        const char *names = "";
        for (size_t i = 0; i < n; i++)
            if (strcmp(all[i].state, states[s]) == 0)
                names = *names == '\0' ? party_name(l, all[i].party)
                                       : arena_printf(l->arena, "%s, %s", names,
                                                      party_name(l, all[i].party));
        add_detail(l, word_of(states[s]), names);
    }
}

static void add_topics(struct listing *l, int64_t meeting)
{
    size_t n;
    struct note *notes = store_meeting_notes(l->store, l->arena, meeting, &n, l->err);
    for (size_t i = 0; i < n; i++) {
        struct card card = {0};
        if (notes[i].agreement != 0 || notes[i].offer != 0)
            continue; // stands with the agreement
        if (notes[i].card != 0)
            store_card(l->store, l->arena, notes[i].card, &card, l->err);
        const char *heading = card.id != 0 ? card.text : notes[i].heading;
        const char *colon = card.id != 0 ? strstr(heading, ": ") : NULL;
        if (colon != NULL) // what stands before its colon is a card's name
            heading = arena_strndup(l->arena, heading, (size_t)(colon - heading));
        if (*heading == '\0')
            continue;
        g_string_append_printf(l->out, "  Thema: %s", listing_line(l, heading));
        listing_icon(l, notes[i].icon);
        if (*notes[i].text != '\0')
            g_string_append_printf(l->out, ": %s", listing_line(l, notes[i].text));
        g_string_append_c(l->out, '\n');
    }
}

static void add_meeting(struct listing *l, const struct meeting *m, const struct series *series)
{
    const char *date = *m->date != '\0' ? m->date : m->occurrence;
    const char *title = *m->title != '\0' || series == NULL ? m->title : series->title;
    g_string_append_printf(l->out, "- %s%s%s %s%s%s\n", date, *m->time != '\0' ? " " : "", m->time,
                           listing_line(l, title), *m->place != '\0' ? ", " : "",
                           listing_line(l, m->place));
    if (series != NULL) {
        add_detail(l, "Reihe", series->title);
        add_detail(l, "Statt", strcmp(m->occurrence, date) != 0 ? m->occurrence : "");
    }
    add_detail(l, "Ende", m->end);
    add_detail(l, "Stand", strcmp(m->state, "planned") != 0 ? word_of(m->state) : "");
    add_detail(l, "Gastgeber", party_name(l, m->host));
    add_presence(l, m->id);
    add_topics(l, m->id);
}

void listing_meetings(struct listing *l, int64_t workshop)
{
    size_t meetings_n, series_n;
    struct meeting *meetings = store_meetings(l->store, l->arena, workshop, &meetings_n, l->err);
    struct series *series = store_series(l->store, l->arena, &series_n, l->err);
    bool any = meetings_n > 0;
    for (size_t i = 0; i < series_n; i++)
        any = any || series[i].workshop == workshop;
    g_string_append(l->out, any ? "\n## Treffen\n" : "");
    for (size_t i = 0; i < series_n; i++)
        if (series[i].workshop == workshop)
            add_series(l, &series[i]);
    for (size_t i = 0; i < meetings_n; i++) {
        const struct series *of = NULL;
        for (size_t k = 0; k < series_n; k++)
            if (series[k].id == meetings[i].series)
                of = &series[k];
        add_meeting(l, &meetings[i], of);
    }
}

// ---- offers -------------------------------------------------------------------------------------

void listing_offers(struct listing *l)
{
    size_t n;
    struct tr *tr = tr_open("de");
    struct offer *offers = store_offers(l->store, l->arena, &n, l->err);
    g_string_append(l->out, n > 0 ? "\n## Angebote und Gesuche\n" : "");
    for (size_t i = 0; i < n; i++) {
        const struct offer *o = &offers[i];
        g_string_append_printf(l->out, "- %s: %s", o->request ? "Suche" : "Biete",
                               listing_line(l, o->text));
        listing_icon(l, o->icon);
        g_string_append_c(l->out, '\n');
        if (*o->category != '\0')
            add_detail(l, "Art", word_of(o->category));
        add_detail(l, "Sprachen", languages_words(l->arena, tr, o->languages));
        add_detail(l, "Stadtteil", o->district);
        add_detail(l, "Zeiten", times_words(l->arena, tr, o->times));
        add_detail(l, "Gruppe", party_name(l, o->party));
        add_detail(l, "Seit", o->made_on);
        add_detail(l, "Gilt bis", o->valid_until);
        add_detail(l, "Stand", *o->state != '\0' ? word_of(o->state) : "");
    }
    tr_free(tr);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Putting the exchange log of notes into the store: agreements with what became of them, meetings and
// series, who was there, offers and requests. Read again, only what is new is added.
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "base/tr.h"
#include "store/applying.h"
#include "store/exchange.h"
#include "store/times.h"

struct word {
    const char *text, *value;
};

static const char *value_of(const struct word *words, size_t n, const char *text)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(words[i].text, text) == 0)
            return words[i].value;
    return NULL;
}

static const struct word key_words[] = {
    {"art", "kind"},          {"kind", "kind"},         {"aus", "from"},
    {"from", "from"},         {"seit", "made"},         {"since", "made"},
    {"stand", "status"},      {"status", "status"},     {"gesuch", "request"},
    {"request", "request"},   {"angebot", "offer"},     {"offer", "offer"},
    {"ende", "end"},          {"end", "end"},           {"dauer", "minutes"},
    {"minutes", "minutes"},   {"gastgeber", "host"},    {"host", "host"},
    {"reihe", "series"},      {"series", "series"},     {"statt", "occurrence"},
    {"instead of", "occurrence"}, {"da", "here"},       {"here", "here"},
    {"fehlt", "absent"},      {"absent", "absent"},     {"kommt", "coming"},
    {"coming", "coming"},     {"eingeladen", "invited"}, {"invited", "invited"},
    {"thema", "topic"},       {"topic", "topic"},       {"sprachen", "languages"},
    {"languages", "languages"}, {"stadtteil", "district"}, {"district", "district"},
    {"zeiten", "times"},      {"times", "times"},       {"gruppe", "party"},
    {"party", "party"},       {"gilt bis", "valid"},    {"valid until", "valid"},
};
static const struct word status_words[] = {
    {"offen", "open"},       {"open", "open"},       {"läuft", "running"}, {"running", "running"},
    {"erledigt", "done"},    {"done", "done"},       {"aufgegeben", "dropped"},
    {"dropped", "dropped"},  {"notiz", ""},          {"note", ""},
    {"geplant", "planned"},  {"planned", "planned"}, {"gehalten", "held"}, {"held", "held"},
    {"abgesagt", "cancelled"}, {"cancelled", "cancelled"}, {"vermittelt", "met"}, {"met", "met"},
    {"zurückgezogen", "withdrawn"}, {"withdrawn", "withdrawn"},
};
static const struct word kind_words[] = {
    {"patenschaft", "sponsorship"}, {"sponsorship", "sponsorship"},
    {"sprache", "language"},        {"language", "language"},
    {"begleitung", "company"},      {"company", "company"},
    {"arbeit", "work"},             {"work", "work"},
    {"kommunikation", "communication"}, {"communication", "communication"},
    {"raum", "room"},               {"room", "room"},
    {"anderes", "other"},           {"other", "other"},
};

// A sentence about the line of a detail.
static bool refuse(struct applying *a, const struct note_detail *detail)
{
    return err_set(a->err, ERR_INPUT,
                   N_("%s:%d: \"%s\" is not understood here. See the manual, section FORMAT."),
                   a->notes->name, detail->line, detail->value);
}

static bool refuse_key(struct applying *a, const struct note_detail *detail)
{
    return err_set(a->err, ERR_INPUT,
                   N_("%s:%d: \"%s\" is not known below this line. See the manual, section FORMAT."),
                   a->notes->name, detail->line, detail->key);
}

static const char *key_of(const struct note_detail *detail)
{
    const char *key = value_of(key_words, G_N_ELEMENTS(key_words), detail->key);
    return key != NULL ? key : "";
}

static bool set_kind(struct applying *a, enum entity entity, int64_t row,
                     const struct note_detail *detail)
{
    const char *kind = value_of(kind_words, G_N_ELEMENTS(kind_words),
                                applying_fold(a, detail->value));
    if (kind == NULL)
        return refuse(a, detail);
    change_text(a->change, entity, row, "category", kind);
    return true;
}

static bool set_date(struct applying *a, enum entity entity, int64_t row, const char *field,
                     const struct note_detail *detail)
{
    if (!note_date_is_valid(detail->value))
        return refuse(a, detail);
    change_text(a->change, entity, row, field, detail->value);
    return true;
}

// "läuft 2016-09-22 bis 2016-11-03: 30 Antworten sind da"
struct status_line {
    const char *status, *date, *until, *text; // "" where nothing is said
};

static bool read_status(struct applying *a, const struct note_detail *detail,
                        struct status_line *out)
{
    const char *p = detail->value;
    size_t word = strcspn(p, " :,");
    *out = (struct status_line){"", "", "", ""};
    out->status = value_of(status_words, G_N_ELEMENTS(status_words),
                           applying_fold(a, arena_strndup(a->arena, p, word)));
    if (out->status == NULL)
        return refuse(a, detail);
    p += word;
    p += strspn(p, " ,");
    if (g_ascii_isdigit(*p)) {
        out->date = arena_strndup(a->arena, p, strnlen(p, 10));
        if (!note_date_is_valid(out->date))
            return refuse(a, detail);
        p += 10;
        p += strspn(p, " ,");
    }
    if (g_str_has_prefix(p, "bis ") || g_str_has_prefix(p, "until ")) {
        p = strchr(p, ' ') + 1;
        out->until = arena_strndup(a->arena, p, strnlen(p, 10));
        if (!note_date_is_valid(out->until))
            return refuse(a, detail);
        p += 10;
    }
    if (*p != ':' && *p != '\0')
        return refuse(a, detail);
    out->text = *p == ':' ? p + 1 + strspn(p + 1, " ") : "";
    return true;
}

// ---- groups -------------------------------------------------------------------------------------

bool notes_apply_party(struct applying *a, int64_t party, const struct note_party *from)
{
    applying_text(a, ENTITY_PARTY, party, "contact", from->contact);
    for (const struct note_detail *d = from->details; d != NULL; d = d->next) {
        if (strcmp(key_of(d), "kind") != 0)
            return refuse_key(a, d);
        change_text(a->change, ENTITY_PARTY, party, "kind", d->value);
    }
    return true;
}

// The end of the first name in a list "Amt, Sozial- und Jugendamt und Freiwillige": the longest one
// that is a known party (names may hold an "und"), else the shortest. *next is where the list goes on.
static size_t first_name(struct applying *a, const char *list, const char **next)
{
    static const char *const borders[] = {", ", " und ", " and ", " & "};
    size_t best = 0, shortest = strlen(list), skip = 0, shortest_skip = 0;
    for (size_t end = 1; list[end - 1] != '\0'; end++) {
        size_t border = 0;
        for (size_t i = 0; i < G_N_ELEMENTS(borders); i++)
            if (g_str_has_prefix(list + end, borders[i]))
                border = strlen(borders[i]);
        if (border == 0 && list[end] != '\0')
            continue;
        if (applying_known(a->parties, applying_fold(a, arena_strndup(a->arena, list, end))) != 0) {
            best = end;
            skip = border;
        }
        if (end < shortest) {
            shortest = end;
            shortest_skip = border;
        }
    }
    *next = best > 0 ? list + best + skip : list + shortest + shortest_skip;
    return best > 0 ? best : shortest;
}

// Calls `each` with every name of a list.
static void each_party(struct applying *a, const char *list,
                       void (*each)(struct applying *a, const char *name, int64_t party,
                                    void *context),
                       void *context)
{
    for (const char *next; *list != '\0'; list = next) {
        const char *name = arena_strndup(a->arena, list, first_name(a, list, &next));
        if (*name != '\0')
            each(a, name, applying_known(a->parties, applying_fold(a, name)), context);
    }
}

// ---- agreements ---------------------------------------------------------------------------------

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
    each_party(a, with, apply_helper, &helpers);
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
    if (!read_status(a, detail, &said))
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
        return refuse(a, detail);
    change_int(a->change, ENTITY_AGREEMENT, agreement, key, offer);
    return true;
}

static bool apply_agreement_detail(struct applying *a, int64_t row, bool fresh,
                                   const struct note_detail *d)
{
    const char *key = key_of(d);
    if (strcmp(key, "status") == 0)
        return apply_status(a, row, fresh, d);
    if (strcmp(key, "from") == 0)
        return apply_source(a, row, d);
    if (strcmp(key, "offer") == 0 || strcmp(key, "request") == 0)
        return apply_offer_link(a, row, key, d);
    if (strcmp(key, "kind") == 0)
        return !fresh || set_kind(a, ENTITY_AGREEMENT, row, d);
    if (strcmp(key, "made") == 0) {
        int64_t meeting = applying_known(a->meetings, d->value);
        if (fresh && meeting != 0)
            change_int(a->change, ENTITY_AGREEMENT, row, "meeting", meeting);
        return !fresh || set_date(a, ENTITY_AGREEMENT, row, "made_on", d);
    }
    return refuse_key(a, d);
}

static bool apply_agreements(struct applying *a, int64_t workshop, const struct note_workshop *w)
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
    const char *key = key_of(d);
    struct present present = {row, key};
    struct status_line said;
    if (strcmp(key, "host") == 0) {
        change_int(a->change, entity, row, "host", applying_party(a, d->value, ""));
        return true;
    }
    if (entity == ENTITY_SERIES) {
        if (strcmp(key, "minutes") != 0)
            return refuse_key(a, d);
        change_int(a->change, entity, row, "minutes", CLAMP(atoi(d->value), 0, 24 * 60));
        return true;
    }
    if (strcmp(key, "here") == 0 || strcmp(key, "absent") == 0 || strcmp(key, "coming") == 0 ||
        strcmp(key, "invited") == 0) {
        each_party(a, d->value, apply_present, &present);
    } else if (strcmp(key, "topic") == 0) {
        apply_topic(a, row, date, d);
    } else if (strcmp(key, "end") == 0) {
        change_text(a->change, entity, row, "end", d->value);
    } else if (strcmp(key, "status") == 0) {
        if (!read_status(a, d, &said))
            return false;
        change_text(a->change, entity, row, "state", said.status);
    } else if (strcmp(key, "series") != 0 && strcmp(key, "occurrence") != 0) {
        return refuse_key(a, d);
    }
    return true;
}

static const char *detail_value(const struct note_detail *details, const char *key)
{
    for (; details != NULL; details = details->next)
        if (strcmp(key_of(details), key) == 0)
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
            if (fresh || strcmp(key_of(d), "topic") == 0)
                ok = apply_meeting_detail(a, recurring ? ENTITY_SERIES : ENTITY_MEETING, row,
                                          from->date, d);
    }
    return ok;
}

// ---- offers -------------------------------------------------------------------------------------

static bool apply_offer_detail(struct applying *a, int64_t row, const struct note_detail *d)
{
    const char *key = key_of(d);
    struct status_line said;
    unsigned times;
    if (strcmp(key, "kind") == 0)
        return set_kind(a, ENTITY_OFFER, row, d);
    if (strcmp(key, "made") == 0)
        return set_date(a, ENTITY_OFFER, row, "made_on", d);
    if (strcmp(key, "valid") == 0)
        return set_date(a, ENTITY_OFFER, row, "valid_until", d);
    if (strcmp(key, "languages") == 0) {
        change_text(a->change, ENTITY_OFFER, row, "languages", languages_read(a->arena, d->value));
    } else if (strcmp(key, "district") == 0) {
        change_text(a->change, ENTITY_OFFER, row, "district", d->value);
    } else if (strcmp(key, "times") == 0) {
        if (!times_read(d->value, &times))
            return refuse(a, d);
        change_int(a->change, ENTITY_OFFER, row, "times", times);
    } else if (strcmp(key, "party") == 0) {
        change_int(a->change, ENTITY_OFFER, row, "party", applying_party(a, d->value, ""));
    } else if (strcmp(key, "status") == 0) {
        if (!read_status(a, d, &said))
            return false;
        change_text(a->change, ENTITY_OFFER, row, "state", said.status);
    } else {
        return refuse_key(a, d);
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
              apply_agreements(a, workshop, w);
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        g_hash_table_destroy(*tables[i]);
    return ok;
}

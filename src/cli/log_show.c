// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of the exchange log that tell: lists and lives.
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "cli/log.h"
#include "exchange/journey.h"
#include "exchange/minutes.h"
#include "exchange/network.h"
#include "publish/press.h"
#include "publish/protocol.h"
#include "store/search.h"

enum { FINDINGS_MOST = 100 };

static const char *state_of(const struct log_call *call, const struct promise *promise)
{
    switch (promise->due) {
    case DUE_OVERDUE:
        return log_tr(call, N_("overdue"));
    case DUE_TODAY:
        return log_tr(call, N_("today"));
    case DUE_SOON:
        return log_tr(call, N_("soon"));
    case DUE_CLOSED:
    case DUE_LATER:
    case DUE_OPEN_END:
        break;
    }
    return log_tr(call, status_words(promise->agreement.status));
}

static struct json_object *strings(const char *const *values, size_t n)
{
    struct json_object *list = json_object_new_array();
    for (size_t i = 0; i < n; i++)
        json_object_array_add(list, json_object_new_string(values[i]));
    return list;
}

static void print_agreement(const struct promise *promise)
{
    const struct agreement *a = &promise->agreement;
    struct json_object *object = json_object_new_object(), *notes = json_object_new_array(),
                       *from = json_object_new_array();
    const struct {
        const char *name, *value;
    } texts[] = {{"who", a->who},
                 {"what", a->what},
                 {"with", a->with},
                 {"until", a->until},
                 {"status", a->status},
                 {"due", due_name(promise->due)},
                 {"category", a->category},
                 {"made_on", a->made_on},
                 {"done_on", a->done_on},
                 {"workshop", promise->workshop},
                 {"workshop_date", promise->workshop_date}};
    json_object_object_add(object, "number", json_object_new_int(promise->number));
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        json_object_object_add(object, texts[i].name, json_object_new_string(texts[i].value));
    for (size_t i = 0; i < promise->sources_n; i++)
        json_object_array_add(from, json_object_new_string(promise->sources[i].text));
    for (size_t i = 0; i < promise->notes_n; i++) {
        struct json_object *note = json_object_new_object();
        json_object_object_add(note, "date", json_object_new_string(promise->notes[i].date));
        json_object_object_add(note, "text", json_object_new_string(promise->notes[i].text));
        json_object_object_add(note, "status", json_object_new_string(promise->notes[i].status));
        json_object_array_add(notes, note);
    }
    json_object_object_add(object, "from", from);
    json_object_object_add(object, "notes", notes);
    puts(json_object_to_json_string_ext(object,
                                        JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
    json_object_put(object);
}

// The party that --party names; false with err set when there is none. 0 without the option.
static bool party_of(struct log_call *call, int64_t *party)
{
    *party = call->party != NULL ? store_find_party(call->store, call->party) : 0;
    return call->party == NULL || *party != 0 ||
           err_set(&call->cli->err, ERR_NOT_FOUND, N_("%s: there is no group called \"%s\"."),
                   store_path(call->store), call->party);
}

static bool concerns(const struct promise *promise, int64_t party)
{
    bool yes = party == 0 || promise->agreement.party == party;
    for (size_t i = 0; i < promise->with_n; i++)
        yes = yes || promise->with[i] == party;
    return yes;
}

// Writes with the tools of the press; `write` gets them.
static void write_out(struct log_call *call,
                      bool (*write)(struct log_call *call, struct desk *desk, int64_t row),
                      int64_t row)
{
    struct press *press = press_open(&call->cli->err);
    struct desk *desk =
        press != NULL ? desk_open(press, call->store, call->today, &call->cli->err) : NULL;
    if (desk != NULL)
        write(call, desk, row);
    desk_close(desk);
    press_close(press);
}

static bool write_agreements(struct log_call *call, struct desk *desk, int64_t party)
{
    return publish_agreements(desk, party, call->output, &call->cli->err);
}

void part_agreements(struct log_call *call)
{
    static const char *const heads[] = {N_("No."), N_("Until"), N_("Status"),
                                        N_("Who"), N_("What"),  N_("With")};
    int64_t party;
    size_t n;
    if (!party_of(call, &party))
        return;
    if (call->output != NULL) {
        write_out(call, write_agreements, party);
        return;
    }
    struct promise *promises =
        exchange_promises(call->store, call->arena, call->today, &n, &call->cli->err);
    struct listing listing =
        listing_new(heads, heads, G_N_ELEMENTS(heads), N_("No agreements yet."));
    for (size_t i = 0; i < n; i++) {
        const struct agreement *a = &promises[i].agreement;
        if (!concerns(&promises[i], party))
            continue;
        const char *const cells[] = {arena_printf(call->arena, "%d", promises[i].number),
                                     *a->until != '\0' ? a->until : "–",
                                     state_of(call, &promises[i]),
                                     *a->who != '\0' ? a->who : "?",
                                     a->what,
                                     a->with};
        if (call->json)
            print_agreement(&promises[i]);
        else
            listing_add(&listing, cells);
    }
    if (call->json)
        g_ptr_array_free(listing.cells, TRUE);
    else
        listing_print(&listing, call);
}

static const char *meeting_state(const struct log_call *call, const struct gathering *gathering)
{
    const char *state = gathering->meeting.state;
    return strcmp(state, "held") == 0        ? log_tr(call, N_("held"))
           : strcmp(state, "cancelled") == 0 ? log_tr(call, N_("cancelled"))
           : strcmp(state, "running") == 0   ? log_tr(call, N_("running"))
           : gathering->moved                ? log_tr(call, N_("moved"))
                                             : log_tr(call, N_("planned"));
}

void part_meetings(struct log_call *call)
{
    static const char *const heads[] = {N_("Date"), N_("Time"), N_("Status"), N_("Meeting"),
                                        N_("Place")};
    static const char *const names[] = {"date", "time", "status", "title", "place"};
    size_t n;
    struct gathering *all =
        exchange_gatherings(call->store, call->arena, call->today, 0, 0, &n, &call->cli->err);
    struct listing listing = listing_new(heads, names, G_N_ELEMENTS(heads), N_("No meetings yet."));
    for (size_t i = 0; i < n; i++) {
        const struct meeting *m = &all[i].meeting;
        const char *const cells[] = {m->date, m->time,
                                     call->json ? m->state : meeting_state(call, &all[i]), m->title,
                                     m->place};
        listing_add(&listing, cells);
    }
    listing_print(&listing, call);
}

static const char *party_name(struct log_call *call, int64_t id)
{
    size_t n;
    struct party *parties = store_parties(call->store, call->arena, 0, &n, &call->cli->err);
    for (size_t i = 0; i < n; i++)
        if (parties[i].id == id)
            return parties[i].name;
    return "";
}

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
            party_name(call, o->party),
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
                                     party_name(call, matches[i].request->party),
                                     matches[i].offer->text,
                                     party_name(call, matches[i].offer->party),
                                     why};
        listing_add(&listing, cells);
    }
    listing_print(&listing, call);
}

static void print_involvement(const struct involvement *who)
{
    struct json_object *object = json_object_new_object();
    const struct {
        const char *name;
        int value;
    } counts[] = {{"open", who->open},   {"done", who->done},     {"overdue", who->overdue},
                  {"cards", who->cards}, {"offers", who->offers}, {"requests", who->requests}};
    json_object_object_add(object, "party", json_object_new_string(who->name));
    json_object_object_add(object, "district", json_object_new_string(who->district));
    json_object_object_add(object, "contact", json_object_new_string(who->contact));
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
        json_object_object_add(object, counts[i].name, json_object_new_int(counts[i].value));
    json_object_object_add(object, "topics", strings(who->topics, who->topics_n));
    puts(json_object_to_json_string_ext(object,
                                        JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
    json_object_put(object);
}

// What nobody holds.
static void print_gaps(struct log_call *call, const struct web *web)
{
    for (size_t i = 0; i < web->topics_n; i++)
        if (web->topics[i].parties == 0)
            printf("%s: %s\n", web->topics[i].title, log_tr(call, N_("nobody yet")));
    for (size_t i = 0; i < web->districts_without_n; i++)
        printf("%s: %s\n", web->districts_without[i], log_tr(call, N_("no contact in this district")));
}

void part_who(struct log_call *call)
{
    static const char *const heads[] = {N_("Party"),   N_("District"), N_("Open"),  N_("Completed"),
                                        N_("Overdue"), N_("Cards"),    N_("Topics")};
    struct web web;
    if (!exchange_web(call->store, call->arena, call->today, &web, &call->cli->err))
        return;
    struct listing listing = listing_new(heads, heads, G_N_ELEMENTS(heads), N_("No groups yet."));
    for (size_t i = 0; i < web.parties_n; i++) {
        const struct involvement *who = &web.parties[i];
        const char *topics = "";
        for (size_t k = 0; k < who->topics_n; k++)
            topics = k == 0 ? who->topics[0]
                            : arena_printf(call->arena, "%s, %s", topics, who->topics[k]);
        const char *const cells[] = {who->name,
                                     *who->district != '\0' ? who->district : "–",
                                     arena_printf(call->arena, "%d", who->open),
                                     arena_printf(call->arena, "%d", who->done),
                                     arena_printf(call->arena, "%d", who->overdue),
                                     arena_printf(call->arena, "%d", who->cards),
                                     topics};
        if (call->json)
            print_involvement(who);
        else
            listing_add(&listing, cells);
    }
    if (call->json) {
        g_ptr_array_free(listing.cells, TRUE);
    } else {
        listing_print(&listing, call);
        print_gaps(call, &web);
    }
}

void part_agenda(struct log_call *call)
{
    static const char *const heads[] = {N_("Part"), N_("Party"), N_("What")};
    static const char *const names[] = {"part", "party", "what"};
    static const char *const parts[] = {
        [AGENDA_OVERDUE] = N_("overdue"), [AGENDA_TODAY] = N_("promised for today"),
        [AGENDA_CHANGED] = N_("changed"), [AGENDA_NEW] = N_("new"),
        [AGENDA_TOPIC] = N_("topic store")};
    struct gathering gathering;
    struct agenda agenda;
    if (!log_meeting_of(call, call->day, &gathering) ||
        !exchange_agenda(call->store, call->arena, gathering.meeting.id, gathering.meeting.date,
                         &agenda, &call->cli->err))
        return;
    struct listing listing =
        listing_new(heads, names, G_N_ELEMENTS(heads), N_("Nothing is on the agenda."));
    for (size_t i = 0; i < agenda.n; i++) {
        const char *const cells[] = {log_tr(call, parts[agenda.points[i].part]),
                                     agenda.points[i].party, agenda.points[i].title};
        listing_add(&listing, cells);
    }
    listing_print(&listing, call);
}

void part_search(struct log_call *call)
{
    static const char *const heads[] = {N_("Kind"), N_("Date"), N_("Where"), N_("Text")};
    static const char *const names[] = {"kind", "date", "where", "text"};
    char *words = log_text(call);
    size_t n;
    struct finding *found =
        store_search(call->store, call->arena, words, FINDINGS_MOST, &n, &call->cli->err);
    struct listing listing = listing_new(heads, names, G_N_ELEMENTS(heads), N_("Nothing found."));
    for (size_t i = 0; i < n; i++) {
        const char *const cells[] = {found[i].kind, found[i].date, found[i].where, found[i].text};
        listing_add(&listing, cells);
    }
    listing_print(&listing, call);
    g_free(words);
}

// Fields that mean something to people; rows that others point to do not.
static bool is_told(const struct history_step *step)
{
    static const char *const told[] = {"what", "who", "with",  "until",
                                       "status", "category", "icon", "removed"};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        if (strcmp(step->field, told[i]) == 0)
            return *step->value != '\0';
    return false;
}

void part_history(struct log_call *call)
{
    static const char *const heads[] = {N_("Date"), N_("What"), N_("Text")};
    static const char *const names[] = {"date", "field", "value"};
    int64_t id = log_agreement_named(call);
    size_t n;
    if (id == 0)
        return;
    struct listing listing = listing_new(heads, names, G_N_ELEMENTS(heads), N_("Nothing found."));
    struct history_step *steps =
        store_history(call->store, call->arena, ENTITY_AGREEMENT, id, &n, &call->cli->err);
    for (size_t i = 0; i < n; i++) {
        if (!is_told(&steps[i]))
            continue;
        GDateTime *time = g_date_time_new_from_unix_local(steps[i].time / 1000);
        char *day = g_date_time_format(time, "%Y-%m-%d %H:%M");
        const char *const cells[] = {arena_strdup(call->arena, day), steps[i].field, steps[i].value};
        listing_add(&listing, cells);
        g_free(day);
        g_date_time_unref(time);
    }
    struct note *notes = store_notes(call->store, call->arena, id, &n, &call->cli->err);
    for (size_t i = 0; i < n; i++) {
        const char *const cells[] = {notes[i].date, "note", notes[i].text};
        if (*notes[i].text != '\0')
            listing_add(&listing, cells);
    }
    listing_print(&listing, call);
}

// ---- what became of it --------------------------------------------------------------------------

static bool write_timeline(struct log_call *call, struct desk *desk, int64_t card)
{
    return publish_timeline(desk, card, call->output, call->dpi, &call->cli->err);
}

// The first card that the words find; 0 with err set.
static int64_t card_named(struct log_call *call, const char *words)
{
    size_t n;
    struct finding *found =
        store_search(call->store, call->arena, words, FINDINGS_MOST, &n, &call->cli->err);
    for (size_t i = 0; i < n; i++)
        if (found[i].entity == ENTITY_CARD)
            return found[i].row;
    err_set(&call->cli->err, ERR_NOT_FOUND, N_("%s: no card says \"%s\"."), store_path(call->store),
            words);
    return 0;
}

void part_timeline(struct log_call *call)
{
    static const char *const heads[] = {N_("Date"), N_("Kind"), N_("What"), N_("Text")};
    static const char *const names[] = {"date", "kind", "what", "text"};
    static const char *const kinds[] = {
        [STEP_CARD] = N_("Card"),       [STEP_CORE_POINT] = N_("Core point"),
        [STEP_AGREEMENT] = N_("Agreement"), [STEP_MEETING] = N_("Meeting"),
        [STEP_DONE] = N_("Done"),       [STEP_DROPPED] = N_("Dropped")};
    char *words = log_text(call);
    int64_t card = *words != '\0' ? card_named(call, words) : 0;
    struct journey one;
    size_t n = 1;
    struct journey *journeys = &one;
    if (*words != '\0' && card == 0) {
        g_free(words);
        return;
    }
    if (call->output != NULL) {
        write_out(call, write_timeline, card);
        g_free(words);
        return;
    }
    if (card != 0)
        exchange_journey(call->store, call->arena, call->cli->tr, card, 0, &one, &call->cli->err);
    else
        journeys = exchange_journeys(call->store, call->arena, call->cli->tr, FINDINGS_MOST, &n,
                                     &call->cli->err);
    struct listing listing = listing_new(heads, names, G_N_ELEMENTS(heads), N_("Nothing found."));
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < journeys[i].n; k++) {
            const struct step *step = &journeys[i].steps[k];
            const char *const cells[] = {step->date, log_tr(call, kinds[step->kind]), step->title,
                                         step->detail};
            listing_add(&listing, cells);
        }
    listing_print(&listing, call);
    g_free(words);
}

// ---- papers -------------------------------------------------------------------------------------

static bool write_minutes(struct log_call *call, struct desk *desk, int64_t meeting)
{
    return publish_minutes(desk, meeting, call->output, call->dpi, &call->cli->err);
}

void part_minutes(struct log_call *call)
{
    struct gathering gathering;
    struct minutes minutes;
    if (!log_meeting_of(call, call->words[1] != NULL ? call->words[1] : call->day, &gathering))
        return;
    if (gathering.meeting.id == 0) {
        err_set(&call->cli->err, ERR_NOT_FOUND, N_("%s: nothing is known of the meeting on %s yet."),
                store_path(call->store), gathering.meeting.date);
    } else if (call->output != NULL) {
        write_out(call, write_minutes, gathering.meeting.id);
    } else if (exchange_minutes(call->store, call->arena, call->cli->tr, gathering.meeting.id,
                                &minutes, &call->cli->err)) {
        char *text = minutes_markdown(&minutes, call->cli->tr);
        fputs(text, stdout);
        g_free(text);
    }
}

void part_remind(struct log_call *call)
{
    char *name = call->words[1] != NULL ? log_text(call) : g_strdup(call->party);
    int64_t party = name != NULL ? store_find_party(call->store, name) : 0;
    if (party == 0)
        err_set(&call->cli->err, ERR_NOT_FOUND, N_("%s: there is no group called \"%s\"."),
                store_path(call->store), name != NULL ? name : "");
    char *text = party != 0 ? exchange_reminder(call->store, call->cli->tr, party, call->today,
                                                &call->cli->err)
                            : NULL;
    if (text != NULL)
        fputs(text, stdout);
    g_free(text);
    g_free(name);
}

static bool write_review(struct log_call *call, struct desk *desk, int64_t year)
{
    return publish_review(desk, (int)year, call->output, call->dpi, &call->cli->err);
}

void part_review(struct log_call *call)
{
    static const char *const heads[] = {N_("Date"), N_("Party"), N_("What")};
    static const char *const names[] = {"date", "party", "what"};
    int year = atoi(call->words[1] != NULL ? call->words[1] : call->today);
    struct review review;
    if (year < 1 || year > 9999) {
        err_set(&call->cli->err, ERR_USAGE, N_("erntebild log: a year is written like 2016."));
        return;
    }
    if (call->output != NULL) {
        write_out(call, write_review, year);
        return;
    }
    if (!exchange_review(call->store, call->arena, year, call->today, &review, &call->cli->err))
        return;
    if (!call->json)
        printf(log_tr(call, N_("%d: %d meetings, %d agreements made, %d done, %d under way, %d "
                               "dropped.\n")),
               year, review.meetings, review.made, review.done, review.running + review.open,
               review.dropped);
    struct listing listing =
        listing_new(heads, names, G_N_ELEMENTS(heads), N_("Nothing was finished."));
    for (size_t i = 0; i < review.achieved_n; i++) {
        const struct agreement *a = &review.achieved[i].agreement;
        const char *const cells[] = {a->done_on, a->who, a->what};
        listing_add(&listing, cells);
    }
    listing_print(&listing, call);
}

static bool write_web(struct log_call *call, struct desk *desk, int64_t nothing)
{
    (void)nothing;
    return publish_web(desk, call->output, call->dpi, &call->cli->err);
}

void part_web(struct log_call *call)
{
    if (call->output != NULL)
        write_out(call, write_web, 0);
    else
        err_set(&call->cli->err, ERR_USAGE,
                N_("erntebild log: name the picture with -o OUT.pdf, .png or .svg."));
}

void part_persons(struct log_call *call)
{
    static const char *const heads[] = {N_("Name"), N_("Role"), N_("Party"), N_("Since")};
    static const char *const names[] = {"name", "role", "party", "since"};
    size_t n;
    struct contact_person *persons = store_persons(call->store, call->arena, &n, &call->cli->err);
    struct listing listing =
        listing_new(heads, names, G_N_ELEMENTS(heads), N_("No names of persons are kept."));
    for (size_t i = 0; i < n; i++) {
        const char *const cells[] = {persons[i].name, persons[i].role,
                                     party_name(call, persons[i].party), persons[i].made_on};
        listing_add(&listing, cells);
    }
    listing_print(&listing, call);
}

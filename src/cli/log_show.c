// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of the exchange log that list: agreements, meetings, who does what, the agenda.
#include <json-c/json.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "cli/log.h"
#include "exchange/meeting.h"
#include "exchange/network.h"
#include "publish/protocol.h"

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

static bool concerns(const struct promise *promise, int64_t party)
{
    bool yes = party == 0 || promise->agreement.party == party;
    for (size_t i = 0; i < promise->with_n; i++)
        yes = yes || promise->with[i] == party;
    return yes;
}

static bool write_agreements(struct log_call *call, struct office *office, int64_t party)
{
    return publish_agreements(office, party, call->output, &call->cli->err);
}

void part_agreements(struct log_call *call)
{
    static const char *const heads[] = {N_("No."), N_("Until"), N_("Status"),
                                        N_("Who"), N_("What"),  N_("With")};
    int64_t party;
    size_t n;
    if (!log_party(call, &party))
        return;
    if (call->output != NULL) {
        log_write_out(call, write_agreements, party);
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

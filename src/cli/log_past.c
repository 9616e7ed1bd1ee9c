// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of the exchange log that remember: search, an agreement's history, what became of ideas.
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "cli/log.h"
#include "exchange/journey.h"
#include "publish/protocol.h"
#include "store/search.h"

enum { FINDINGS_MOST = 100 };

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

static bool write_timeline(struct log_call *call, struct office *office, int64_t card)
{
    return protocol_publish(office, PROTOCOL_TIMELINE, card, call->output, call->dpi, &call->cli->err);
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
        log_write_out(call, write_timeline, card);
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

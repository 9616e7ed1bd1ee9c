// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of the exchange log that write.
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "cli/log.h"
#include "exchange/meeting.h"
#include "store/rhythm.h"

int64_t log_agreement_named(struct log_call *call)
{
    const char *word = call->words[0] != NULL ? call->words[1] : NULL;
    if (log_number(word, INT32_MAX) == 0) {
        err_set(&call->cli->err, ERR_USAGE,
                N_("erntebild log: name the agreement by its number, such as: %s 3."),
                call->words[0]);
        return 0;
    }
    size_t n, number = log_number(word, INT32_MAX);
    struct agreement *all = store_agreements(call->store, call->arena, 0, &n, &call->cli->err);
    if (number <= n)
        return all[number - 1].id;
    err_set(&call->cli->err, ERR_NOT_FOUND,
            N_("%s: there is no agreement number %d; there are %zu."), store_path(call->store),
            (int)number, n);
    return 0;
}

bool log_meeting_of(struct log_call *call, const char *day, struct gathering *out)
{
    size_t n;
    int first = day != NULL ? day_of(day) : 0;
    struct gathering *all = exchange_gatherings(call->store, call->arena, call->today, first, first,
                                                &n, &call->cli->err);
    const struct gathering *last = NULL;
    for (size_t i = 0; i < n; i++) // the last until today; before the first, the first
        if (strcmp(all[i].meeting.state, "cancelled") != 0 &&
            (day != NULL || last == NULL || strcmp(all[i].meeting.date, call->today) <= 0))
            last = &all[i];
    if (last == NULL || (day != NULL && first == 0))
        return err_set(&call->cli->err, ERR_NOT_FOUND, N_("%s: there is no meeting on %s."),
                       store_path(call->store), day != NULL ? day : call->today);
    *out = *last;
    return true;
}

void part_add(struct log_call *call)
{
    const char *what = call->words[1] != NULL && call->words[2] != NULL ? call->words[1] : "";
    if (strcmp(what, "offer") == 0 || strcmp(what, "request") == 0) {
        offer_add(call, strcmp(what, "request") == 0);
        return;
    }
    if (strcmp(what, "person") == 0) {
        person_add(call);
        return;
    }
    char *line = log_text(call);
    int64_t workshop = command_workshop(call->cli, call->store, call->workshop);
    if (workshop != 0 && exchange_add(call->store, workshop, line, &call->cli->err))
        part_agreements(call);
    g_free(line);
}

void part_status(struct log_call *call)
{
    const struct report report = {
        .agreement = log_agreement_named(call),
        .status = call->words[0],
        .until = call->until,
        .note = call->note,
        .day = call->today,
    };
    if (report.agreement != 0 && exchange_report(call->store, &report, &call->cli->err))
        part_agreements(call);
}

void part_move(struct log_call *call)
{
    int64_t agreement = log_agreement_named(call);
    const char *date = agreement != 0 ? log_date(call, call->words[2]) : NULL;
    if (date != NULL && exchange_report(call->store,
                                        &(struct report){.agreement = agreement,
                                                         .until = date,
                                                         .note = call->note,
                                                         .day = call->today},
                                        &call->cli->err))
        part_agreements(call);
}

void part_hand(struct log_call *call)
{
    int64_t agreement = log_agreement_named(call), party = 0;
    if (agreement == 0)
        return;
    char *name = g_strjoinv(" ", call->words + 2);
    party = store_find_party(call->store, name);
    if (party == 0)
        err_set(&call->cli->err, ERR_NOT_FOUND, N_("%s: there is no group called \"%s\"."),
                store_path(call->store), name);
    else if (exchange_hand_over(call->store, agreement, party, &call->cli->err))
        part_agreements(call);
    g_free(name);
}

// "every 6 weeks on Thursday from 2016-05-19 17:00, title, place"
void part_plan(struct log_call *call)
{
    char *line = log_text(call);
    int64_t workshop = command_workshop(call->cli, call->store, call->workshop);
    if (workshop != 0 && exchange_plan(call->store, workshop, line, &call->cli->err))
        part_meetings(call);
    g_free(line);
}

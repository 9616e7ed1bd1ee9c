// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of the exchange log that are papers: minutes, reminders, the year, the network.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "cli/log.h"
#include "exchange/meeting.h"
#include "exchange/minutes.h"
#include "exchange/journey.h"
#include "publish/press.h"
#include "publish/protocol.h"

void log_write_out(struct log_call *call, log_writer *write, int64_t row)
{
    struct press *press = press_open(&call->cli->err);
    struct office *office =
        press != NULL ? office_open(press, call->store, call->today, &call->cli->err) : NULL;
    if (office != NULL)
        write(call, office, row);
    office_close(office);
    press_close(press);
}

static bool write_minutes(struct log_call *call, struct office *office, int64_t meeting)
{
    return protocol_publish(office, PROTOCOL_MINUTES, meeting, call->output, call->dpi, &call->cli->err);
}

void part_minutes(struct log_call *call)
{
    struct gathering gathering;
    struct minutes minutes;
    const char *day = call->words[1] != NULL ? log_date(call, call->words[1]) : call->day;
    if ((call->words[1] != NULL && day == NULL) || !log_meeting_of(call, day, &gathering))
        return;
    if (gathering.meeting.id == 0) {
        err_set(&call->cli->err, ERR_NOT_FOUND, N_("%s: nothing is known of the meeting on %s yet."),
                store_path(call->store), gathering.meeting.date);
    } else if (call->output != NULL) {
        log_write_out(call, write_minutes, gathering.meeting.id);
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

static bool write_review(struct log_call *call, struct office *office, int64_t year)
{
    return protocol_publish(office, PROTOCOL_REVIEW, year, call->output, call->dpi, &call->cli->err);
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
        log_write_out(call, write_review, year);
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

static bool write_web(struct log_call *call, struct office *office, int64_t nothing)
{
    return protocol_publish(office, PROTOCOL_WEB, nothing, call->output, call->dpi, &call->cli->err);
}

void part_web(struct log_call *call)
{
    if (call->output != NULL)
        log_write_out(call, write_web, 0);
    else
        err_set(&call->cli->err, ERR_USAGE,
                N_("erntebild log: name the picture with -o OUT.pdf, .png or .svg."));
}

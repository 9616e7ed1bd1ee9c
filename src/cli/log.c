// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// erntebild log FILE [WHAT ...]: which part of the exchange log is meant.
#include "cli/log.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "cli/column.h"
#include "store/exchange.h"

const char *log_tr(const struct log_call *call, const char *id)
{
    return tr_text(call->cli->tr, id);
}

char *log_text(const struct log_call *call)
{
    return g_strstrip(g_strjoinv(" ", call->words + 1));
}

const char *log_name_of_party(struct log_call *call, int64_t id)
{
    size_t n;
    struct party *parties = store_parties(call->store, call->arena, 0, &n, &call->cli->err);
    for (size_t i = 0; i < n; i++)
        if (parties[i].id == id)
            return parties[i].name;
    return "";
}

bool log_party(struct log_call *call, int64_t *party)
{
    bool named = call->party != NULL && *call->party != '\0';
    *party = named ? store_find_party(call->store, call->party) : 0;
    return !named || *party != 0 ||
           err_set(&call->cli->err, ERR_NOT_FOUND, N_("%s: there is no group called \"%s\"."),
                   store_path(call->store), call->party);
}

size_t log_number(const char *word, size_t n)
{
    char *end = NULL;
    guint64 number = word != NULL ? g_ascii_strtoull(word, &end, 10) : 0;
    return word != NULL && g_ascii_isdigit(*word) && *end == '\0' && number <= n ? (size_t)number : 0;
}

const char *log_date(struct log_call *call, const char *words)
{
    const char *date = words != NULL ? day_read(call->arena, words, NULL) : NULL;
    if (date == NULL)
        err_set(&call->cli->err, ERR_USAGE,
                N_("erntebild log: a date is written like 2016-03-14 or 14.3.2016."));
    return date;
}

// ---- tables and objects -------------------------------------------------------------------------

struct listing listing_new(const char *const *heads, const char *const *names, size_t n,
                           const char *nothing)
{
    return (struct listing){heads, names, n, g_ptr_array_new(), nothing, false};
}

void listing_add(struct listing *listing, const char *const *cells)
{
    for (size_t i = 0; i < listing->n; i++)
        g_ptr_array_add(listing->cells, (gpointer)(guintptr)cells[i]);
}

static void print_objects(const struct listing *listing)
{
    const size_t rows = listing->cells->len / listing->n;
    for (size_t row = 0; row < rows; row++) {
        struct json_object *object = json_object_new_object();
        for (size_t i = 0; i < listing->n; i++) {
            const char *cell = listing->cells->pdata[row * listing->n + i];
            json_object_object_add(object, listing->names[i],
                                   i == 0 && listing->numbered ? json_object_new_int(atoi(cell))
                                                               : json_object_new_string(cell));
        }
        puts(json_object_to_json_string_ext(object, JSON_C_TO_STRING_PLAIN |
                                                        JSON_C_TO_STRING_NOSLASHESCAPE));
        json_object_put(object);
    }
}

void listing_print(struct listing *listing, struct log_call *call)
{
    struct columns columns = {.n = listing->n,
                              .cells = (const char **)listing->cells->pdata,
                              .rows = listing->cells->len / listing->n};
    for (size_t i = 0; i < listing->n; i++)
        columns.heads[i] = log_tr(call, listing->heads[i]);
    if (call->json)
        print_objects(listing);
    else if (columns.rows == 0)
        puts(log_tr(call, listing->nothing));
    else
        columns_print(&columns);
    g_ptr_array_free(listing->cells, TRUE);
}

// ---- parts --------------------------------------------------------------------------------------

static const struct {
    const char *name;
    enum { TABLE, PAPER, CHANGE } kind; // a PAPER can be written with -o
    log_part *run;
} parts[] = {
    {"agreements", PAPER, part_agreements}, {"meetings", TABLE, part_meetings}, {"agenda", TABLE, part_agenda},
    {"offers", TABLE, part_offers}, {"matches", TABLE, part_matches}, {"who", TABLE, part_who},
    {"history", TABLE, part_history}, {"timeline", PAPER, part_timeline}, {"search", TABLE, part_search},
    {"minutes", PAPER, part_minutes}, {"remind", TABLE, part_remind}, {"review", PAPER, part_review},
    {"web", PAPER, part_web}, {"persons", TABLE, part_persons}, {"offer", CHANGE, part_offer},
    {"withdraw", CHANGE, part_withdraw}, {"extend", CHANGE, part_extend}, {"match", CHANGE, part_match},
    {"decline", CHANGE, part_decline}, {"add", CHANGE, part_add}, {"done", CHANGE, part_status},
    {"running", CHANGE, part_status}, {"open", CHANGE, part_status}, {"dropped", CHANGE, part_status},
    {"move", CHANGE, part_move}, {"hand", CHANGE, part_hand}, {"plan", CHANGE, part_plan},
};

static void run(struct log_call *call, const char *path)
{
    static char *nothing[] = {NULL, NULL};
    const char *name = call->words[0] != NULL ? call->words[0] : "agreements";
    if (call->words[0] == NULL)
        call->words = nothing;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (strcmp(parts[i].name, name) != 0)
            continue;
        if (call->output != NULL && parts[i].kind != PAPER) {
            err_set(&call->cli->err, ERR_USAGE,
                    N_("erntebild log: \"%s\" cannot be written with -o. That can be: agreements, "
                       "minutes, timeline WORDS, review, web."),
                    name);
            return;
        }
        call->store = store_open(path, parts[i].kind == CHANGE ? STORE_WRITE : STORE_READ, call->cli->world,
                                 &call->cli->err);
        if (call->store != NULL)
            parts[i].run(call);
        store_close(call->store);
        return;
    }
    err_set(&call->cli->err, ERR_USAGE,
            N_("erntebild log: \"%s\" is not known. There are: agreements, meetings, agenda, offers, "
               "matches, who, history N, timeline WORDS, search WORDS, minutes, remind PARTY, "
               "review, web, persons, add TEXT, done N, running N, open N, dropped N, move N DATE, "
               "hand N PARTY, plan RULE, add offer TEXT, add request TEXT, offer N TEXT, extend N "
               "DATE, withdraw N, match N N, decline N N, add person NAME."),
            name);
}

int command_log(struct cli *cli, const struct command *command, int argc, char **argv)
{
    struct log_call call = {.cli = cli};
    char *today = NULL, *until = NULL, *day = NULL;
    const GOptionEntry entries[] = {
        {"workshop", 'w', 0, G_OPTION_ARG_STRING, &call.workshop, "For add (default: the newest)",
         "W"},
        {"note", 'n', 0, G_OPTION_ARG_STRING, &call.note, "What is said with a new status", "TEXT"},
        {"party", 'p', 0, G_OPTION_ARG_STRING, &call.party,
         "Only what this group has to do with; whose an entry is", "P"},
        {"until", 'u', 0, G_OPTION_ARG_STRING, &until, "The new date, with a status; how long an entry is valid", "DATE"},
        {"kind", 'k', 0, G_OPTION_ARG_STRING, &call.kind,
         "Of an entry: sponsorship, language, company, work, communication, room, other", "KIND"},
        {"languages", 'l', 0, G_OPTION_ARG_STRING, &call.languages, "Of an entry: de,ar or names",
         "L"},
        {"district", 0, 0, G_OPTION_ARG_STRING, &call.district, "Of an entry", "D"},
        {"times", 't', 0, G_OPTION_ARG_STRING, &call.times, "Of an entry: \"Mon and Wed evening\"",
         "TIMES"},
        {"role", 0, 0, G_OPTION_ARG_STRING, &call.role, "Of a person", "ROLE"},
        {"contact", 0, 0, G_OPTION_ARG_STRING, &call.contact, "Of a person", "CONTACT"},
        {"consent", 0, 0, G_OPTION_ARG_NONE, &call.consent, "The person agreed that the name is kept",
         NULL},
        {"day", 'd', 0, G_OPTION_ARG_STRING, &day, "The meeting's day (minutes, agenda)", "DATE"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &call.output,
         "Write it: .pdf .png .svg, minutes also .md, agreements .csv .json", "OUT"},
        {"dpi", 0, 0, G_OPTION_ARG_DOUBLE, &call.dpi, "Resolution of a PNG (default 150)", "N"},
        {"today", 0, 0, G_OPTION_ARG_STRING, &today, "As of this day (default: today)", "DATE"},
        {"json", 0, 0, G_OPTION_ARG_NONE, &call.json, "One object a line", NULL},
        G_OPTION_ENTRY_NULL,
    };
    char **rest;
    int status = command_parse(cli, command, entries, argc, argv, 1, -1, &rest);
    if (status == EXIT_DONE) {
        call.arena = arena_new();
        call.words = rest + 1;
        call.today = today != NULL ? log_date(&call, today) : day_today(call.arena, &cli->world);
        call.day = day != NULL ? log_date(&call, day) : NULL;
        // An entry may lose its end: --until "".
        call.until = until == NULL || *until == '\0' ? until : log_date(&call, until);
        if (cli->err.code == ERR_NONE)
            run(&call, rest[0]);
        arena_free(call.arena);
        if (cli->err.code != ERR_NONE)
            status = EXIT_FAILED;
    }
    char *const owned[] = {call.workshop, call.note,     call.output, call.party,   call.kind,
                           call.languages, call.district, call.times,  call.role,    call.contact,
                           today,          until,         day};
    for (size_t i = 0; i < G_N_ELEMENTS(owned); i++)
        g_free(owned[i]);
    g_strfreev(rest);
    return status;
}

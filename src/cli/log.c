// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// erntebild log FILE [agreements|meetings|who|history N|search WORDS|add TEXT|done N|running N|...]
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/tr.h"
#include "cli/column.h"
#include "cli/command.h"
#include "exchange/network.h"
#include "store/search.h"

struct log_call {
    struct cli *cli;
    struct store *store;
    struct arena *arena;
    char today[16];
    char *workshop, *note;
    gboolean json;
    char **words; // after FILE
};

static const char *tr(const struct log_call *call, const char *id)
{
    return tr_text(call->cli->tr, id);
}

// ---- one object a line for scripts, a table for people ------------------------------------------

static void put_text(struct json_object *object, const char *name, const char *value)
{
    json_object_object_add(object, name, json_object_new_string(value));
}

static void print_object(struct json_object *object)
{
    puts(json_object_to_json_string_ext(object,
                                        JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
    json_object_put(object);
}

static void print_table(struct log_call *call, const char *const *heads, size_t n,
                        const char **cells, size_t rows)
{
    struct columns columns = {.n = n, .cells = cells, .rows = rows};
    for (size_t i = 0; i < n; i++)
        columns.heads[i] = tr(call, heads[i]);
    columns_print(&columns);
}

static const char *state_of(const struct log_call *call, const struct promise *promise)
{
    switch (promise->due) {
    case DUE_OVERDUE:
        return tr(call, N_("overdue"));
    case DUE_TODAY:
        return tr(call, N_("today"));
    case DUE_SOON:
        return tr(call, N_("soon"));
    case DUE_CLOSED:
        return strcmp(promise->agreement.status, "done") == 0 ? tr(call, N_("done"))
                                                              : tr(call, N_("dropped"));
    case DUE_LATER:
    case DUE_OPEN_END:
        break;
    }
    return strcmp(promise->agreement.status, "running") == 0 ? tr(call, N_("running"))
                                                             : tr(call, N_("open"));
}

static void print_agreement(const struct promise *promise)
{
    const struct agreement *a = &promise->agreement;
    struct json_object *object = json_object_new_object(), *notes = json_object_new_array();
    json_object_object_add(object, "number", json_object_new_int(promise->number));
    put_text(object, "who", a->who);
    put_text(object, "what", a->what);
    put_text(object, "with", a->with);
    put_text(object, "until", a->until);
    put_text(object, "status", a->status);
    put_text(object, "due", due_name(promise->due));
    put_text(object, "workshop", promise->workshop);
    put_text(object, "workshop_date", promise->workshop_date);
    for (size_t i = 0; i < promise->notes_n; i++) {
        struct json_object *note = json_object_new_object();
        put_text(note, "date", promise->notes[i].date);
        put_text(note, "text", promise->notes[i].text);
        json_object_array_add(notes, note);
    }
    json_object_object_add(object, "notes", notes);
    print_object(object);
}

static void log_agreements(struct log_call *call)
{
    static const char *const heads[] = {N_("No."), N_("Until"), N_("Status"),
                                        N_("Who"), N_("What"),  N_("With")};
    size_t n;
    struct promise *promises =
        exchange_promises(call->store, call->arena, call->today, &n, &call->cli->err);
    const char **cells = ARENA_ARRAY(call->arena, const char *, n *G_N_ELEMENTS(heads) + 1),
               **cell = cells;
    for (size_t i = 0; i < n; i++) {
        const struct agreement *a = &promises[i].agreement;
        if (call->json)
            print_agreement(&promises[i]);
        *cell++ = arena_printf(call->arena, "%d", promises[i].number);
        *cell++ = *a->until != '\0' ? a->until : "–";
        *cell++ = state_of(call, &promises[i]);
        *cell++ = *a->who != '\0' ? a->who : "?";
        *cell++ = a->what;
        *cell++ = a->with;
    }
    if (!call->json && n > 0)
        print_table(call, heads, G_N_ELEMENTS(heads), cells, n);
    else if (!call->json)
        puts(tr(call, N_("No agreements yet.")));
}

static void log_meetings(struct log_call *call)
{
    static const char *const heads[] = {N_("Date"), N_("Time"), N_("Meeting"), N_("Place")};
    size_t n;
    struct meeting *meetings = store_meetings(call->store, call->arena, 0, &n, &call->cli->err);
    const char **cells = ARENA_ARRAY(call->arena, const char *, n *G_N_ELEMENTS(heads) + 1),
               **cell = cells;
    for (size_t i = 0; i < n; i++) {
        const char *const values[] = {meetings[i].date, meetings[i].time, meetings[i].title,
                                      meetings[i].place};
        static const char *const names[] = {"date", "time", "title", "place"};
        struct json_object *object = json_object_new_object();
        for (size_t k = 0; k < G_N_ELEMENTS(values); k++) {
            put_text(object, names[k], values[k]);
            *cell++ = values[k];
        }
        if (call->json)
            print_object(object);
        else
            json_object_put(object);
    }
    if (!call->json)
        print_table(call, heads, G_N_ELEMENTS(heads), cells, n);
}

static void log_who(struct log_call *call)
{
    static const char *const heads[] = {N_("Party"),   N_("District"), N_("Open"),  N_("Completed"),
                                        N_("Overdue"), N_("Cards"),    N_("Topics")};
    size_t n;
    struct involvement *all =
        exchange_who(call->store, call->arena, call->today, &n, &call->cli->err);
    const char **cells = ARENA_ARRAY(call->arena, const char *, n *G_N_ELEMENTS(heads) + 1),
               **cell = cells;
    for (size_t i = 0; i < n; i++) {
        GString *topics = g_string_new(NULL);
        struct json_object *list = json_object_new_array();
        for (size_t k = 0; k < all[i].topics_n; k++) {
            g_string_append_printf(topics, "%s%s", k > 0 ? ", " : "", all[i].topics[k]);
            json_object_array_add(list, json_object_new_string(all[i].topics[k]));
        }
        struct json_object *object = json_object_new_object();
        put_text(object, "party", all[i].name);
        put_text(object, "district", all[i].district);
        put_text(object, "contact", all[i].contact);
        json_object_object_add(object, "open", json_object_new_int(all[i].open));
        json_object_object_add(object, "done", json_object_new_int(all[i].done));
        json_object_object_add(object, "overdue", json_object_new_int(all[i].overdue));
        json_object_object_add(object, "cards", json_object_new_int(all[i].cards));
        json_object_object_add(object, "topics", list);
        if (call->json)
            print_object(object);
        else
            json_object_put(object);
        *cell++ = all[i].name;
        *cell++ = *all[i].district != '\0' ? all[i].district : "–";
        const int counts[] = {all[i].open, all[i].done, all[i].overdue, all[i].cards};
        for (size_t k = 0; k < G_N_ELEMENTS(counts); k++)
            *cell++ = arena_printf(call->arena, "%d", counts[k]);
        *cell++ = arena_strdup(call->arena, topics->str);
        g_string_free(topics, TRUE);
    }
    if (!call->json)
        print_table(call, heads, G_N_ELEMENTS(heads), cells, n);
}

static void log_search(struct log_call *call)
{
    static const char *const heads[] = {N_("Kind"), N_("Date"), N_("Where"), N_("Text")};
    char *words = g_strjoinv(" ", call->words + 1);
    size_t n;
    struct finding *found = store_search(call->store, call->arena, words, 100, &n, &call->cli->err);
    const char **cells = ARENA_ARRAY(call->arena, const char *, n *G_N_ELEMENTS(heads) + 1),
               **cell = cells;
    for (size_t i = 0; i < n; i++) {
        const char *const values[] = {found[i].kind, found[i].date, found[i].where, found[i].text};
        static const char *const names[] = {"kind", "date", "where", "text"};
        struct json_object *object = json_object_new_object();
        for (size_t k = 0; k < G_N_ELEMENTS(values); k++) {
            put_text(object, names[k], values[k]);
            *cell++ = values[k];
        }
        if (call->json)
            print_object(object);
        else
            json_object_put(object);
    }
    if (!call->json && n > 0)
        print_table(call, heads, G_N_ELEMENTS(heads), cells, n);
    else if (!call->json)
        puts(tr(call, N_("Nothing found.")));
    g_free(words);
}

// The number that follows a word such as "done"; 0 with err set when there is none.
static int number_after(struct log_call *call)
{
    char *end = NULL;
    long number = call->words[1] != NULL ? strtol(call->words[1], &end, 10) : 0;
    if (call->words[1] == NULL || *end != '\0' || number < 1 || number > INT32_MAX) {
        err_set(&call->cli->err, ERR_USAGE,
                N_("erntebild log: name the agreement by its number, such as: %s 3."),
                call->words[0]);
        return 0;
    }
    return (int)number;
}

static void log_history(struct log_call *call)
{
    static const char *const heads[] = {N_("Date"), N_("What"), N_("Text")};
    int number = number_after(call);
    size_t n, steps_n = 0, rows = 0;
    struct promise *promises =
        exchange_promises(call->store, call->arena, call->today, &n, &call->cli->err);
    if (number == 0)
        return;
    if ((size_t)number > n) {
        err_set(&call->cli->err, ERR_NOT_FOUND,
                N_("%s: there is no agreement number %d; there are %zu."), store_path(call->store),
                number, n);
        return;
    }
    const struct promise *promise = &promises[number - 1];
    struct history_step *steps = store_history(call->store, call->arena, ENTITY_AGREEMENT,
                                               promise->agreement.id, &steps_n, &call->cli->err);
    const char **cells = ARENA_ARRAY(call->arena, const char *,
                                     (steps_n + promise->notes_n) * G_N_ELEMENTS(heads) + 1),
               **cell = cells;
    for (size_t i = 0; i < steps_n; i++) {
        if (*steps[i].value == '\0' || strcmp(steps[i].field, "workshop") == 0 ||
            strcmp(steps[i].field, "party") == 0 || strcmp(steps[i].field, "position") == 0)
            continue;
        GDateTime *time = g_date_time_new_from_unix_local(steps[i].time / 1000);
        char *day = g_date_time_format(time, "%Y-%m-%d %H:%M");
        const char *const values[] = {arena_strdup(call->arena, day), steps[i].field,
                                      steps[i].value};
        memcpy(cell, values, sizeof values);
        cell += G_N_ELEMENTS(values);
        rows++;
        g_free(day);
        g_date_time_unref(time);
    }
    for (size_t i = 0; i < promise->notes_n; i++) {
        const char *const values[] = {promise->notes[i].date, "note", promise->notes[i].text};
        memcpy(cell, values, sizeof values);
        cell += G_N_ELEMENTS(values);
        rows++;
    }
    if (!call->json) {
        print_table(call, heads, G_N_ELEMENTS(heads), cells, rows);
        return;
    }
    for (size_t i = 0; i < rows; i++) {
        struct json_object *object = json_object_new_object();
        put_text(object, "date", cells[i * 3]);
        put_text(object, "field", cells[i * 3 + 1]);
        put_text(object, "value", cells[i * 3 + 2]);
        print_object(object);
    }
}

static void log_add(struct log_call *call)
{
    char *line = g_strjoinv(" ", call->words + 1);
    int64_t workshop = command_workshop(call->cli, call->store, call->workshop);
    if (workshop != 0 && exchange_add(call->store, workshop, g_strstrip(line), &call->cli->err))
        log_agreements(call);
    g_free(line);
}

static void log_status(struct log_call *call)
{
    int number = number_after(call);
    if (number > 0 && exchange_set_status(call->store, number, call->words[0], call->note,
                                          call->today, &call->cli->err))
        log_agreements(call);
}

static const struct {
    const char *name;
    bool writes;
    void (*run)(struct log_call *call);
} parts[] = {
    {"agreements", false, log_agreements},
    {"meetings", false, log_meetings},
    {"who", false, log_who},
    {"history", false, log_history},
    {"search", false, log_search},
    {"add", true, log_add},
    {"done", true, log_status},
    {"running", true, log_status},
    {"open", true, log_status},
    {"dropped", true, log_status},
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
        call->store = store_open(path, parts[i].writes ? STORE_WRITE : STORE_READ, call->cli->world,
                                 &call->cli->err);
        if (call->store != NULL)
            parts[i].run(call);
        store_close(call->store);
        return;
    }
    err_set(&call->cli->err, ERR_USAGE,
            N_("erntebild log: \"%s\" is not known. There are: agreements, meetings, who, history "
               "N, search WORDS, add "
               "TEXT, done N, running N, open N, dropped N."),
            name);
}

int command_log(struct cli *cli, const struct command *command, int argc, char **argv)
{
    struct log_call call = {.cli = cli};
    const GOptionEntry entries[] = {
        {"workshop", 'w', 0, G_OPTION_ARG_STRING, &call.workshop, "For add (default: the newest)",
         "W"},
        {"note", 'n', 0, G_OPTION_ARG_STRING, &call.note, "What is said with a new status", "TEXT"},
        {"json", 0, 0, G_OPTION_ARG_NONE, &call.json, "One object a line", NULL},
        G_OPTION_ENTRY_NULL,
    };
    char **rest;
    int status = command_parse(cli, command, entries, argc, argv, 1, -1, &rest);
    if (status == EXIT_DONE) {
        time_t now = (time_t)(cli->world.now_ms(cli->world.context) / 1000);
        struct tm local;
        strftime(call.today, sizeof call.today, "%Y-%m-%d", localtime_r(&now, &local));
        call.arena = arena_new();
        call.words = rest + 1;
        run(&call, rest[0]);
        arena_free(call.arena);
        if (cli->err.code != ERR_NONE)
            status = EXIT_FAILED;
    }
    g_free(call.workshop);
    g_free(call.note);
    g_strfreev(rest);
    return status;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of agreements, for spreadsheets and scripts. Declared in protocol.h.
#include <glib.h>
#include <json-c/json.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/tr.h"
#include "publish/csv.h"
#include "publish/office.h"

static bool concerns(const struct promise *promise, int64_t party)
{
    bool yes = party == 0 || promise->agreement.party == party;
    for (size_t i = 0; i < promise->with_n; i++)
        yes = yes || promise->with[i] == party;
    return yes;
}

static const char *origins(struct arena *arena, const struct promise *promise)
{
    const char *all = "";
    for (size_t i = 0; i < promise->sources_n; i++)
        all = *all == '\0' ? promise->sources[i].text
                           : arena_printf(arena, "%s; %s", all, promise->sources[i].text);
    return all;
}

static const char *said(struct arena *arena, const struct promise *promise)
{
    const char *all = "";
    for (size_t i = 0; i < promise->notes_n; i++)
        if (*promise->notes[i].text != '\0')
            all = arena_printf(arena, "%s%s%s: %s", all, *all != '\0' ? "; " : "",
                               promise->notes[i].date, promise->notes[i].text);
    return all;
}

enum { COLUMNS = 13 };
static const char *const names[COLUMNS] = {
    "number", "what", "who", "with", "until", "status", "due", "done_on", "made_on", "category",
    "workshop", "from", "notes",
};

static void cells_of(struct office *office, const struct promise *promise, const char **cells)
{
    const struct agreement *a = &promise->agreement;
    const char *const values[COLUMNS] = {
        arena_printf(office->arena, "%d", promise->number),
        a->what, a->who, a->with, a->until, a->status, due_name(promise->due), a->done_on,
        a->made_on, a->category, promise->workshop, origins(office->arena, promise),
        said(office->arena, promise),
    };
    memcpy(cells, values, sizeof values);
}

bool publish_agreements(struct office *office, int64_t party, const char *path, struct err *err)
{
    const char *dot = strrchr(path, '.');
    bool json = dot != NULL && g_ascii_strcasecmp(dot, ".json") == 0;
    bool csv = dot != NULL && g_ascii_strcasecmp(dot, ".csv") == 0;
    if (!json && !csv)
        return err_set(err, ERR_USAGE, N_("%s: name a file that ends with .csv or .json."), path);
    struct err own = {0};
    err = err != NULL ? err : &own;
    size_t n;
    struct promise *promises =
        exchange_promises(office->store, office->arena, office->today, &n, err);
    if (err->code != ERR_NONE)
        return false;
    GString *out = g_string_new(NULL);
    struct json_object *list = json_object_new_array();
    for (size_t i = 0; csv && i < COLUMNS; i++)
        csv_add_cell(out, names[i], i + 1 == COLUMNS);
    for (size_t i = 0; i < n; i++) {
        const char *cells[COLUMNS];
        if (!concerns(&promises[i], party))
            continue;
        cells_of(office, &promises[i], cells);
        struct json_object *object = json_object_new_object();
        for (size_t k = 0; k < COLUMNS; k++) {
            if (csv)
                csv_add_cell(out, cells[k], k + 1 == COLUMNS);
            json_object_object_add(object, names[k], json_object_new_string(cells[k]));
        }
        json_object_array_add(list, object);
    }
    if (json)
        g_string_assign(out, json_object_to_json_string_ext(list, JSON_C_TO_STRING_PRETTY |
                                                                      JSON_C_TO_STRING_NOSLASHESCAPE));
    json_object_put(list);
    bool ok = file_write(path, out->str, out->len, err);
    g_string_free(out, TRUE);
    return ok;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// erntebild folder, forget and anonymise: what parties take home, what is not kept, what is passed on.
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "cli/command.h"
#include "exchange/retention.h"
#include "publish/press.h"
#include "publish/protocol.h"
#include "store/forget.h"

// A name as a folder is called: without what file systems do not like, inside its folder, visible,
// and another than those `taken` (a set of names, which owns them).
static const char *folder_name(const char *party, GHashTable *taken)
{
    char *name = g_strstrip(g_strdelimit(g_strdup(party), "/\\:*?\"<>|\n\t", '-'));
    for (char *dot = name; *dot == '.'; dot++)
        *dot = '-';
    char *own = g_strdup(*name != '\0' ? name : "-");
    for (int n = 2; g_hash_table_contains(taken, own); n++) {
        g_free(own);
        own = g_strdup_printf("%s %d", name, n);
    }
    g_free(name);
    g_hash_table_add(taken, own);
    return own;
}

static bool make_folders(struct cli *cli, struct store *store, const char *workshop_title,
                         const char *party, const char *dir, const char *today)
{
    struct arena *arena = arena_new();
    size_t n;
    bool ok = true;
    int64_t workshop = command_workshop(cli, store, workshop_title), wanted = 0;
    if (workshop != 0 && party != NULL && (wanted = store_find_party(store, party)) == 0)
        ok = err_set(&cli->err, ERR_NOT_FOUND, N_("%s: there is no group called \"%s\"."),
                     store_path(store), party);
    struct press *press = workshop != 0 && ok ? press_open(&cli->err) : NULL;
    struct office *office = press != NULL ? office_open(press, store, today, &cli->err) : NULL;
    struct party *parties = store_parties(store, arena, 0, &n, &cli->err);
    if (office != NULL && n == 0)
        ok = err_set(&cli->err, ERR_NOT_FOUND,
                     N_("%s: no group is named in it. Name some, such as: Gruppen: Bündnis Nord."),
                     store_path(store));
    GHashTable *taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; office != NULL && i < n && ok; i++) {
        if (wanted != 0 && parties[i].id != wanted)
            continue;
        const char *name = folder_name(parties[i].name, taken);
        char *path = wanted != 0 ? g_strdup(dir) : g_build_filename(dir, name, NULL);
        ok = publish_folder(office, workshop, parties[i].id, path, &cli->err);
        if (ok)
            printf("%s\n", path);
        g_free(path);
    }
    g_hash_table_destroy(taken);
    office_close(office);
    press_close(press);
    arena_free(arena);
    return ok && cli->err.code == ERR_NONE;
}

int command_folder(struct cli *cli, const struct command *command, int argc, char **argv)
{
    char *party = NULL, *output = NULL, *workshop = NULL, *today = NULL;
    gboolean all = FALSE;
    const GOptionEntry entries[] = {
        {"for", 0, 0, G_OPTION_ARG_STRING, &party, "The group it is for", "PARTY"},
        {"all", 0, 0, G_OPTION_ARG_NONE, &all, "One for every group", NULL},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Folder to make", "DIR"},
        {"workshop", 'w', 0, G_OPTION_ARG_STRING, &workshop, "Default: the newest", "W"},
        {"today", 0, 0, G_OPTION_ARG_STRING, &today, "As of this day (default: today)", "DATE"},
        G_OPTION_ENTRY_NULL,
    };
    char **rest;
    int status = command_parse(cli, command, entries, argc, argv, 1, 1, &rest);
    if (status == EXIT_DONE) {
        struct arena *arena = arena_new();
        const char *day = today != NULL ? today : day_today(arena, &cli->world);
        struct store *store = NULL;
        if (output == NULL || (party == NULL) == !all)
            err_set(&cli->err, ERR_USAGE,
                    N_("erntebild folder: say whom it is for and where: --for PARTY or --all, and "
                       "-o DIR."));
        else if (day_of(day) == 0)
            err_set(&cli->err, ERR_USAGE, N_("erntebild folder: a date is written like 2016-03-14."));
        else
            store = store_open(rest[0], STORE_READ, cli->world, &cli->err);
        if (store == NULL || !make_folders(cli, store, workshop, party, output, day))
            status = EXIT_FAILED;
        store_close(store);
        arena_free(arena);
    }
    g_free(party);
    g_free(output);
    g_free(workshop);
    g_free(today);
    g_strfreev(rest);
    return status;
}

int command_forget(struct cli *cli, const struct command *command, int argc, char **argv)
{
    int months = -1;
    const GOptionEntry entries[] = {
        {"keep", 0, 0, G_OPTION_ARG_INT, &months,
         "Remind when names were kept for so many months (0: never)", "MONTHS"},
        G_OPTION_ENTRY_NULL,
    };
    char **rest;
    int status = command_parse(cli, command, entries, argc, argv, 1, -1, &rest);
    if (status == EXIT_DONE) {
        char *name = g_strstrip(g_strjoinv(" ", rest + 1));
        struct store *store = NULL;
        size_t places = 0;
        if (*name == '\0' && months < 0)
            err_set(&cli->err, ERR_USAGE, N_("erntebild forget: name the person to forget."));
        else
            store = store_open(rest[0], STORE_WRITE, cli->world, &cli->err);
        bool ok = store != NULL;
        if (ok && months >= 0)
            ok = exchange_set_retention(store, months, &cli->err);
        if (ok && *name != '\0' && (ok = store_forget(store, name, &places, &cli->err))) {
            char *said = g_strdup_printf(tr_plural(cli->tr, "Forgotten in %zu place.",
                                                   "Forgotten in %zu places.", (unsigned long)places),
                                         places);
            puts(said);
            g_free(said);
        }
        if (!ok)
            status = EXIT_FAILED;
        store_close(store);
        g_free(name);
    }
    g_strfreev(rest);
    return status;
}

int command_anonymise(struct cli *cli, const struct command *command, int argc, char **argv)
{
    char *output = NULL;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "The copy to make", "COPY.erntebild"},
        G_OPTION_ENTRY_NULL,
    };
    char **rest;
    int status = command_parse(cli, command, entries, argc, argv, 1, 1, &rest);
    if (status == EXIT_DONE) {
        struct store *store = NULL;
        if (output == NULL)
            err_set(&cli->err, ERR_USAGE, N_("erntebild anonymise: name the copy with -o COPY."));
        else
            store = store_open(rest[0], STORE_READ, cli->world, &cli->err);
        if (store == NULL || !store_copy_without_names(store, output, &cli->err))
            status = EXIT_FAILED;
        store_close(store);
    }
    g_free(output);
    g_strfreev(rest);
    return status;
}

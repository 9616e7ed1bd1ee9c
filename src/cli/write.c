// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib/gstdio.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/tr.h"
#include "cli/command.h"
#include "store/import.h"

// "1 Arbeitsmarkt, 2 Spracherwerb, ...": what a wrong --table could have been.
static char *table_names(struct store *store, int64_t workshop)
{
    struct arena *arena = arena_new();
    size_t n;
    struct table *tables = store_tables(store, arena, workshop, &n, NULL);
    GString *names = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(names, "%s%d %s", i > 0 ? ", " : "", tables[i].number,
                               tables[i].title);
    arena_free(arena);
    return g_string_free(names, FALSE);
}

struct add_options {
    char *table, *workshop, *language, *party, *gloss, *icon;
    gint64 votes;
};

static bool add_card(struct cli *cli, struct store *store, const struct add_options *options,
                     const char *text)
{
    int64_t workshop = command_workshop(cli, store, options->workshop);
    if (workshop == 0)
        return false;
    int64_t table = store_find_table(store, workshop, options->table);
    if (table == 0) {
        char *names = table_names(store, workshop);
        err_set(&cli->err, ERR_NOT_FOUND, N_("%s: there is no table \"%s\". There are: %s."),
                store_path(store), options->table, names);
        g_free(names);
        return false;
    }
    int64_t party = 0;
    if (options->party != NULL && (party = store_find_party(store, options->party)) == 0)
        return err_set(&cli->err, ERR_NOT_FOUND, N_("%s: there is no party called \"%s\"."),
                       store_path(store), options->party);
    return store_add_card(store, table, NULL, text, options->language, options->gloss, options->icon, NULL,
                          party, options->votes, NULL, &cli->err);
}

int command_add(struct cli *cli, const struct command *command, int argc, char **argv)
{
    struct add_options options = {0};
    const GOptionEntry entries[] = {
        {"table", 't', 0, G_OPTION_ARG_STRING, &options.table, "Title or number of the table", "T"},
        {"workshop", 'w', 0, G_OPTION_ARG_STRING, &options.workshop, "Default: the newest", "W"},
        {"language", 'l', 0, G_OPTION_ARG_STRING, &options.language, "Language of the text: de, ar, uk ...", "XX"},
        {"party", 'p', 0, G_OPTION_ARG_STRING, &options.party, "Party it comes from", "P"},
        {"votes", 'v', 0, G_OPTION_ARG_INT64, &options.votes, "Votes it has", "N"},
        {"gloss", 'g', 0, G_OPTION_ARG_STRING, &options.gloss, "Rendering in the workshop's language", "TEXT"},
        {"icon", 'i', 0, G_OPTION_ARG_STRING, &options.icon, "Icon instead of the suggested one", "NAME"},
        G_OPTION_ENTRY_NULL,
    };
    char **rest;
    int status = command_parse(cli, command, entries, argc, argv, 2, 2, &rest);
    if (status == EXIT_DONE) {
        struct store *store = NULL;
        if (options.table == NULL)
            err_set(&cli->err, ERR_USAGE, N_("erntebild add: name the table with --table."));
        else if (options.votes < 0)
            err_set(&cli->err, ERR_USAGE, N_("erntebild add: --votes is 0 or more."));
        else
            store = store_open(rest[0], STORE_WRITE, cli->world, &cli->err);
        if (store == NULL || !add_card(cli, store, &options, rest[1]))
            status = EXIT_FAILED;
        store_close(store);
    }
    g_free(options.table);
    g_free(options.workshop);
    g_free(options.language);
    g_free(options.party);
    g_free(options.gloss);
    g_free(options.icon);
    g_strfreev(rest);
    return status;
}

static void say_imported(const struct cli *cli, const char *source,
                         const struct import_result *result)
{
    const struct tr *tr = cli->tr;
    printf("%s: ", source);
    printf(tr_plural(tr, "%zu card", "%zu cards", result->cards), result->cards);
    printf(" ");
    printf(tr_plural(tr, "at %zu table", "at %zu tables", result->tables), result->tables);
    printf(", ");
    printf(tr_plural(tr, "%zu agreement", "%zu agreements", result->agreements), result->agreements);
    printf("; ");
    printf(tr_plural(tr, "%zu was there already", "%zu were there already", result->repeated),
           result->repeated);
    printf(".\n");
}

int command_import(struct cli *cli, const struct command *command, int argc, char **argv)
{
    char **rest;
    int status = command_parse(cli, command, NULL, argc, argv, 2, -1, &rest);
    if (status != EXIT_DONE)
        return status;
    bool made = !g_file_test(rest[0], G_FILE_TEST_EXISTS);
    struct store *store = store_open(rest[0], STORE_MAKE, cli->world, &cli->err);
    bool ok = store != NULL;
    for (char **source = rest + 1; ok && *source != NULL; source++) {
        struct import_result result = {0};
        ok = store_import(store, *source, &result, &cli->err);
        if (ok)
            say_imported(cli, *source, &result);
    }
    store_close(store);
    if (made && store != NULL && !ok)
        g_unlink(rest[0]); // nothing half-made stays
    g_strfreev(rest);
    return ok ? EXIT_DONE : EXIT_FAILED;
}

int command_merge(struct cli *cli, const struct command *command, int argc, char **argv)
{
    char **rest;
    int status = command_parse(cli, command, NULL, argc, argv, 2, -1, &rest);
    if (status != EXIT_DONE)
        return status;
    struct store *store = store_open(rest[0], STORE_WRITE, cli->world, &cli->err);
    bool ok = store != NULL;
    for (char **other = rest + 1; ok && *other != NULL; other++) {
        struct store *from = store_open(*other, STORE_READ, cli->world, &cli->err);
        size_t added = 0;
        ok = from != NULL && store_merge(store, from, &added, &cli->err);
        if (ok)
            printf(tr_text(cli->tr, N_("%s: %zu changes taken over.\n")), *other, added);
        store_close(from);
    }
    store_close(store);
    g_strfreev(rest);
    return ok ? EXIT_DONE : EXIT_FAILED;
}

// Built without PostgreSQL: says so, and what carries changes between machines meanwhile.
int command_sync(struct cli *cli, const struct command *command, int argc, char **argv)
{
    char **rest;
    int status = command_parse(cli, command, NULL, argc, argv, 2, 2, &rest);
    if (status != EXIT_DONE)
        return status;
    err_set(&cli->err, ERR_MISSING,
            N_("%s: this Erntebild is built without PostgreSQL. Carry a copy over and take it in: "
               "erntebild merge %s OTHER."),
            rest[1], rest[0]);
    g_strfreev(rest);
    return EXIT_FAILED;
}

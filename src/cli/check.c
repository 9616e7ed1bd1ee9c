// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "cli/command.h"
#include "draw/lettering.h"
#include "exchange/retention.h"

static void say(void *context, const char *sentence)
{
    (void)context;
    printf("%s\n", sentence);
}

// Characters of cards that no font of ours can write: each card gets one sentence.
static bool check_glyphs(struct cli *cli, struct store *store, size_t *problems)
{
    struct lettering *lettering = lettering_new(&cli->err);
    if (lettering == NULL)
        return false;
    struct arena *arena = arena_new();
    size_t workshops_n = 0;
    struct workshop *workshops = store_workshops(store, arena, &workshops_n, &cli->err);
    for (size_t w = 0; w < workshops_n; w++) {
        size_t n = 0;
        struct card *cards =
            store_cards(store, arena, workshops[w].id, 0, CARDS_ALL_LIVE, &n, &cli->err);
        for (size_t i = 0; i < n; i++) {
            const char *lang = *cards[i].lang != '\0' ? cards[i].lang : NULL;
            char **lines = g_strsplit(cards[i].text, "\n", -1);
            int missing = 0;
            for (char **line = lines; *line != NULL; line++)
                missing += lettering_run(lettering, *line, 500, lang)->missing;
            g_strfreev(lines);
            if (missing > 0) {
                printf(tr_text(cli->tr, N_("Card \"%s\": %d characters cannot be drawn with the fonts at hand.\n")),
                       cards[i].text, missing);
                ++*problems;
            }
        }
    }
    arena_free(arena);
    lettering_free(lettering);
    return cli->err.code == ERR_NONE;
}

// A reminder, not a problem: names that were kept longer than the network wants.
static void remind_of_names(struct cli *cli, struct store *store)
{
    struct arena *arena = arena_new();
    size_t n;
    struct contact_person *persons = exchange_overdue_persons(
        store, arena, day_today(arena, &cli->world), &n, &cli->err);
    for (size_t i = 0; i < n; i++)
        printf(tr_text(cli->tr, N_("The name of %s was kept long enough. To forget it: erntebild "
                                   "forget %s %s\n")),
               persons[i].name, store_path(store), persons[i].name);
    arena_free(arena);
}

int command_check(struct cli *cli, const struct command *command, int argc, char **argv)
{
    char **rest;
    int status = command_parse(cli, command, NULL, argc, argv, 1, 1, &rest);
    if (status != EXIT_DONE)
        return status;
    struct store *store = store_open(rest[0], STORE_READ, cli->world, &cli->err);
    size_t problems = 0;
    if (store != NULL && store_check(store, say, NULL, &problems, &cli->err) &&
        check_glyphs(cli, store, &problems)) {
        remind_of_names(cli, store);
        if (store_is_newer(store))
            printf(tr_text(cli->tr, N_("%s: a newer Erntebild wrote this file; here it can only be "
                                       "read.\n")),
                   rest[0]);
        if (problems == 0)
            printf(tr_text(cli->tr, N_("%s: all is well.\n")), rest[0]);
        else
            err_set(&cli->err, ERR_DAMAGED, N_("%s: problems found: %zu."), rest[0], problems);
    }
    store_close(store);
    g_strfreev(rest);
    return cli->err.code == ERR_NONE ? EXIT_DONE : EXIT_FAILED;
}

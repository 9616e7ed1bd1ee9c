// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// erntebild place FILE [ITEM X Y | ITEM SLOT]: where cards and tables stand on the poster.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/tr.h"
#include "cli/command.h"
#include "poster/harvest.h"
#include "poster/poster.h"
#include "store/placement.h"
#include "words/words.h"

struct place_call {
    char *workshop, *asked; // composition, NULL: the workshop's
    const char *style;
    gboolean free;
    gboolean outside; // X and Y count on the page
};

// What is placed: a card by its id ("card:12"), its number in the appendix or the beginning of its
// words, a table by its number ("table:3").
struct target {
    int64_t row; // 0: none
    bool table;
    const char *theme; // among the table's cards, NULL: itself
};

static bool starts_so(const char *text, const char *folded)
{
    char *own = g_utf8_casefold(text, -1);
    bool starts = g_str_has_prefix(own, folded);
    g_free(own);
    return starts;
}

static struct target find_card(struct cli *cli, const struct harvest *harvest, const char *item)
{
    char *folded = g_utf8_casefold(item, -1), *end;
    gint64 number = g_ascii_strtoll(item, &end, 10);
    bool is_number = end != item && *end == '\0';
    struct target target = {.row = 0};
    size_t found = 0;
    for (size_t t = 0; t < harvest->tables_n; t++)
        for (size_t i = 0; i < harvest->tables[t].n; i++) {
            const struct harvest_idea *idea = &harvest->tables[t].ideas[i];
            bool meant = is_number ? idea->number == number
                                   : strcmp(idea->id, item) == 0 || starts_so(idea->full, folded) ||
                                         starts_so(idea->keyword, folded);
            found += meant;
            target.row = meant ? idea->card : target.row;
        }
    if (found == 0)
        err_set(&cli->err, ERR_NOT_FOUND, N_("No card of the poster is, or begins with, \"%s\"."),
                item);
    else if (found > 1)
        err_set(&cli->err, ERR_USAGE,
                N_("%zu cards begin with \"%s\". Write more of it, or its number in the appendix."),
                found, item);
    target.row = found == 1 ? target.row : 0;
    g_free(folded);
    return target;
}

static struct target find_table(struct cli *cli, struct store *store, const struct harvest *harvest,
                                int64_t workshop, const char *number)
{
    struct target target = {.table = true};
    char *whole = g_strdup_printf("%d", harvest->whole);
    for (size_t i = 0; harvest->themed && i < harvest->tables_n; i++)
        if (harvest->tables[i].number == g_ascii_strtoll(number, NULL, 10))
            target.theme = harvest_theme(harvest, &harvest->tables[i]);
    if (!harvest->themed || target.theme != NULL)
        target.row = store_find_table(store, workshop, target.theme != NULL ? whole : number);
    g_free(whole);
    if (target.row == 0)
        err_set(&cli->err, ERR_NOT_FOUND, N_("%s: there is no table \"%s\"."), store_path(store),
                number);
    return target;
}

static bool is_share(const char *word, double *out)
{
    char *end;
    *out = g_ascii_strtod(word, &end);
    return end != word && *end == '\0' && *out >= 0 && *out <= 1;
}

static bool place(struct cli *cli, struct store *store, const struct harvest *harvest,
                  int64_t workshop, const struct place_call *call, char **words)
{
    bool is_table = g_str_has_prefix(words[0], "table:");
    guint n = g_strv_length(words);
    if (call->free ? n != 1 : n != (is_table ? 2 : 3))
        return err_set(
            &cli->err, ERR_USAGE,
            N_("erntebild place: a card takes X and Y, a table its turn, --free neither."));
    double x = 0, y = 0;
    char *end = NULL;
    gint64 slot = is_table && n > 1 ? g_ascii_strtoll(words[1], &end, 10) : 1;
    if (!call->free && is_table && (*end != '\0' || slot < 1 || slot > (gint64)harvest->tables_n))
        return err_set(&cli->err, ERR_USAGE, N_("erntebild place: a table's turn is 1 to %zu."),
                       harvest->tables_n);
    if (!call->free && !is_table && !(is_share(words[1], &x) && is_share(words[2], &y)))
        return err_set(&cli->err, ERR_USAGE,
                       N_("erntebild place: X and Y are between 0 and 1, such as 0.25 0.8."));
    struct target target = is_table ? find_table(cli, store, harvest, workshop, words[0] + 6)
                                    : find_card(cli, harvest, words[0]);
    if (target.row == 0)
        return false;
    const char *style = call->style != NULL ? call->style : poster_style_of(harvest);
    struct change *change =
        store_begin(store, 0, call->free ? N_("Place free again") : N_("Placed"));
    if (call->free)
        change_free_place(change, target.row, target.theme, style);
    else if (target.table)
        change_place_table(change, target.row, target.theme, style, (int)slot);
    else
        change_place_card(change, target.row, style, x, y, call->outside);
    return store_commit(change, &cli->err);
}

static const char *keyword_of(const struct harvest *harvest, int64_t card)
{
    for (size_t t = 0; t < harvest->tables_n; t++)
        for (size_t i = 0; i < harvest->tables[t].n; i++)
            if (harvest->tables[t].ideas[i].card == card)
                return harvest->tables[t].ideas[i].keyword;
    return "";
}

static void show(const struct harvest *harvest)
{
    for (size_t i = 0; i < harvest->placements_n; i++) {
        const struct harvest_placement *at = &harvest->placements[i];
        if (at->card == 0) {
            printf("%-7s table:%d %d%s%s\n", at->style, at->table, at->slot,
                   at->theme != NULL ? "  " : "", at->theme != NULL ? at->theme : "");
            continue;
        }
        char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
        printf("%-7s card:%" G_GINT64_FORMAT " %s %s  %s%s\n", at->style, at->card,
               g_ascii_formatd(x, sizeof x, "%.3f", at->x),
               g_ascii_formatd(y, sizeof y, "%.3f", at->y), at->outside ? "(outside) " : "",
               keyword_of(harvest, at->card));
    }
}

static bool run(struct cli *cli, const struct place_call *call, const char *file, char **words)
{
    bool changes = *words != NULL;
    struct store *store =
        store_open(file, changes ? STORE_WRITE : STORE_READ, cli->world, &cli->err);
    int64_t workshop = store != NULL ? command_workshop(cli, store, call->workshop) : 0;
    struct words *vocabulary = workshop != 0 ? words_open(&cli->err) : NULL;
    struct harvest *harvest =
        vocabulary != NULL ? harvest_load(store, vocabulary, workshop, &cli->err) : NULL;
    bool ok = harvest != NULL && (!changes || place(cli, store, harvest, workshop, call, words));
    if (ok && !changes)
        show(harvest);
    harvest_free(harvest);
    words_close(vocabulary);
    store_close(store);
    return ok;
}

// The composition as the file calls it. False with err set: there is none.
static bool admit_style(struct cli *cli, struct place_call *call)
{
    call->style = call->asked != NULL ? poster_style_find(call->asked) : NULL;
    if (call->asked == NULL || call->style != NULL)
        return true;
    char *names = poster_styles(", ");
    err_set(&cli->err, ERR_USAGE, N_("There is no composition \"%s\". Choose one of these: %s."),
            call->asked, names);
    g_free(names);
    return false;
}

int command_place(struct cli *cli, const struct command *command, int argc, char **argv)
{
    struct place_call call = {0};
    char *styles = poster_styles("|");
    const GOptionEntry entries[] = {
        {"free", 0, 0, G_OPTION_ARG_NONE, &call.free, "It stands again where there is room", NULL},
        {"outside", 0, 0, G_OPTION_ARG_NONE, &call.outside,
         "The card stands outside its table: X and Y count on the page", NULL},
        {"style", 0, 0, G_OPTION_ARG_STRING, &call.asked, "Composition (default: the workshop's)",
         styles},
        {"workshop", 'w', 0, G_OPTION_ARG_STRING, &call.workshop, "Default: the newest", "W"},
        G_OPTION_ENTRY_NULL,
    };
    char **rest;
    int status = command_parse(cli, command, entries, argc, argv, 1, 4, &rest);
    if (status == EXIT_DONE && !(admit_style(cli, &call) && run(cli, &call, rest[0], rest + 1)))
        status = EXIT_FAILED;
    g_free(call.workshop);
    g_free(call.asked);
    g_free(styles);
    g_strfreev(rest);
    return status;
}

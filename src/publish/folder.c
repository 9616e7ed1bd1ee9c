// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A party's folder. Declared in protocol.h.
#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/tr.h"
#include "exchange/calendar.h"
#include "publish/desk.h"
#include "publish/press.h"

static int more_votes(const void *a, const void *b)
{
    const struct card *x = a, *y = b;
    int order = (x->votes < y->votes) - (x->votes > y->votes);
    return order != 0 ? order : (x->made > y->made) - (x->made < y->made);
}

// The cards that the party brought to the workshop, those with most dots first.
static void gather_cards(struct desk *desk, int64_t workshop, int64_t party, struct portfolio *out,
                         struct err *err)
{
    size_t n, tables_n;
    struct card *cards = store_cards(desk->store, desk->arena, workshop, 0, CARDS_SHOWN, &n, err);
    struct table *tables = store_tables(desk->store, desk->arena, workshop, &tables_n, err);
    struct card *own = ARENA_ARRAY(desk->arena, struct card, n + 1);
    int *colours = ARENA_ARRAY(desk->arena, int, n + 1);
    for (size_t i = 0; i < n; i++)
        if (cards[i].party == party)
            own[out->cards_n++] = cards[i];
    qsort(own, out->cards_n, sizeof *own, more_votes);
    for (size_t i = 0; i < out->cards_n; i++)
        for (size_t t = 0; t < tables_n; t++)
            if (tables[t].id == own[i].table)
                colours[i] = tables[t].number - 1;
    out->cards = own;
    out->card_colours = colours;
}

static void gather_matches(struct desk *desk, int64_t party, struct portfolio *out, struct err *err)
{
    size_t n;
    struct match *all =
        exchange_matches(desk->store, desk->arena, desk->tr, desk->today, &n, err);
    struct match *own = ARENA_ARRAY(desk->arena, struct match, n + 1);
    for (size_t i = 0; i < n; i++)
        if (all[i].request->party == party || all[i].offer->party == party)
            own[out->matches_n++] = all[i];
    out->matches = own;
}

static void gather_dates(struct desk *desk, struct portfolio *out, struct err *err)
{
    size_t n;
    struct gathering *all =
        exchange_gatherings(desk->store, desk->arena, desk->today, 0, 0, &n, err);
    struct gathering *next = ARENA_ARRAY(desk->arena, struct gathering, n + 1);
    for (size_t i = 0; i < n; i++)
        if (strcmp(all[i].meeting.date, desk->today) >= 0 &&
            strcmp(all[i].meeting.state, "cancelled") != 0)
            next[out->dates_n++] = all[i];
    out->dates = next;
}

static bool gather(struct desk *desk, int64_t workshop, int64_t party, struct portfolio *out,
                   struct err *err)
{
    *out = (struct portfolio){.workshop = "", .workshop_date = "", .today = desk->today,
                              .note = desk->note};
    for (size_t i = 0; i < desk->workshops_n; i++)
        if (desk->workshops[i].id == workshop) {
            out->workshop = desk->workshops[i].title;
            out->workshop_date = desk->workshops[i].date;
            out->note = desk->workshops[i].note;
        }
    out->parties = exchange_who(desk->store, desk->arena, desk->today, &out->parties_n, err);
    for (size_t i = 0; i < out->parties_n; i++)
        if (out->parties[i].party == party) {
            out->party = &out->parties[i];
            out->colour = (int)i;
        }
    if (out->party == NULL)
        return err_set(err, ERR_NOT_FOUND, N_("%s: this group is not in it."),
                       store_path(desk->store));
    out->promises =
        exchange_promises(desk->store, desk->arena, desk->today, &out->promises_n, err);
    gather_cards(desk, workshop, party, out, err);
    gather_matches(desk, party, out, err);
    gather_dates(desk, out, err);
    return err->code == ERR_NONE;
}

static bool write_text(const char *dir, const char *name, char *text, struct err *err)
{
    char *path = g_build_filename(dir, name, NULL);
    bool ok = text != NULL && file_write(path, text, strlen(text), err);
    g_free(path);
    g_free(text);
    return ok;
}

bool publish_folder(struct desk *desk, int64_t workshop, int64_t party, const char *dir,
                    struct err *err)
{
    struct err own = {0};
    err = err != NULL ? err : &own;
    struct portfolio portfolio;
    struct poster_options options = {.party = NULL};
    if (!gather(desk, workshop, party, &portfolio, err))
        return false;
    if (g_mkdir_with_parents(dir, 0755) != 0)
        return err_set_errno(err, errno, dir);
    options.party = portfolio.party->name;
    struct print *print = NULL;
    char *poster = g_build_filename(dir, "poster.pdf", NULL),
         *list = g_build_filename(dir, "liste.md", NULL),
         *table = g_build_filename(dir, "vereinbarungen.csv", NULL),
         *folder = g_build_filename(dir, "mappe.pdf", NULL);
    bool ok = poster_page_size("a1", false, &options.w_mm, &options.h_mm, err);
    if (ok && (print = press_print(desk->press, desk->store, workshop, &options, err)) != NULL)
        portfolio.poster = poster_page(print->poster, 0);
    ok = ok && print != NULL && print_save(print, poster, 0, err);
    if (ok) {
        struct pages pages = picture_folder(&desk->tools, desk->arena, &portfolio);
        ok = desk_write(desk, &pages,
                        arena_printf(desk->arena, tr_text(desk->tr, N_("Folder of %s")),
                                     portfolio.party->name),
                        desk->today, folder, 0, err);
    }
    print_free(print);
    ok = ok && publish_list(list, desk->store, workshop, err) &&
         publish_agreements(desk, party, table, err) &&
         write_text(dir, "termine.ics",
                    exchange_calendar(desk->store, desk->tr, 0, party, err), err) &&
         write_text(dir, "erinnerung.txt",
                    exchange_reminder(desk->store, desk->tr, party, desk->today, err), err);
    g_free(poster);
    g_free(list);
    g_free(table);
    g_free(folder);
    return ok;
}

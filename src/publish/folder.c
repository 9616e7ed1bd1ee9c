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
#include "publish/office.h"
#include "publish/press.h"

static int more_votes(const void *a, const void *b)
{
    const struct card *x = a, *y = b;
    int order = (x->votes < y->votes) - (x->votes > y->votes);
    return order != 0 ? order : (x->made > y->made) - (x->made < y->made);
}

// The cards that the party brought to the workshop, those with most dots first.
static void gather_cards(struct office *office, int64_t workshop, int64_t party,
                         struct portfolio *out, struct err *err)
{
    size_t n, tables_n;
    struct card *cards = store_cards(office->store, office->arena, workshop, 0, CARDS_SHOWN, &n, err);
    struct table *tables = store_tables(office->store, office->arena, workshop, &tables_n, err);
    struct card *own = ARENA_ARRAY(office->arena, struct card, n + 1);
    int *colours = ARENA_ARRAY(office->arena, int, n + 1);
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

static void gather_matches(struct office *office, int64_t party, struct portfolio *out,
                           struct err *err)
{
    size_t n;
    struct match *all =
        exchange_matches(office->store, office->arena, office->tr, office->today, &n, err);
    struct match *own = ARENA_ARRAY(office->arena, struct match, n + 1);
    for (size_t i = 0; i < n; i++)
        if (all[i].request->party == party || all[i].offer->party == party)
            own[out->matches_n++] = all[i];
    out->matches = own;
}

static void gather_dates(struct office *office, struct portfolio *out, struct err *err)
{
    size_t n;
    struct gathering *all =
        exchange_gatherings(office->store, office->arena, office->today, 0, 0, &n, err);
    struct gathering *next = ARENA_ARRAY(office->arena, struct gathering, n + 1);
    for (size_t i = 0; i < n; i++)
        if (strcmp(all[i].meeting.date, office->today) >= 0 &&
            strcmp(all[i].meeting.state, "cancelled") != 0)
            next[out->dates_n++] = all[i];
    out->dates = next;
}

static bool gather(struct office *office, int64_t workshop, int64_t party, struct portfolio *out,
                   struct err *err)
{
    *out = (struct portfolio){.workshop = "", .workshop_date = "", .today = office->today,
                              .note = office->note};
    for (size_t i = 0; i < office->workshops_n; i++)
        if (office->workshops[i].id == workshop) {
            out->workshop = office->workshops[i].title;
            out->workshop_date = office->workshops[i].date;
            out->note = office->workshops[i].note;
        }
    out->parties = exchange_who(office->store, office->arena, office->today, &out->parties_n, err);
    for (size_t i = 0; i < out->parties_n; i++)
        if (out->parties[i].party == party) {
            out->party = &out->parties[i];
            out->colour = (int)i;
        }
    if (out->party == NULL)
        return err_set(err, ERR_NOT_FOUND, N_("%s: this group is not in it."),
                       store_path(office->store));
    out->promises =
        exchange_promises(office->store, office->arena, office->today, &out->promises_n, err);
    gather_cards(office, workshop, party, out, err);
    gather_matches(office, party, out, err);
    gather_dates(office, out, err);
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

bool publish_folder(struct office *office, int64_t workshop, int64_t party, const char *dir,
                    struct err *err)
{
    struct err own = {0};
    err = err != NULL ? err : &own;
    struct portfolio portfolio;
    struct poster_options options = {.party = NULL};
    if (!gather(office, workshop, party, &portfolio, err))
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
    if (ok && (print = press_print(office->press, office->store, workshop, &options, err)) != NULL)
        portfolio.poster = poster_page(print->poster, 0);
    ok = ok && print != NULL && print_save(print, poster, 0, err);
    if (ok) {
        struct pages pages = picture_folder(&office->tools, office->arena, &portfolio);
        ok = office_write(office, &pages,
                          arena_printf(office->arena, tr_text(office->tr, N_("Folder of %s")),
                                       portfolio.party->name),
                          office->today, folder, 0, err);
    }
    print_free(print);
    ok = ok && publish_list(list, office->store, workshop, err) &&
         publish_agreements(office, party, table, err) &&
         write_text(dir, "termine.ics",
                    exchange_calendar(office->store, office->tr, 0, party, err), err) &&
         write_text(dir, "erinnerung.txt",
                    exchange_reminder(office->store, office->tr, party, office->today, err), err);
    g_free(poster);
    g_free(list);
    g_free(table);
    g_free(folder);
    return ok;
}

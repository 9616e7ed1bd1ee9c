// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lists of what was written, in the forms that can be imported again.
#include "publish/list.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/tr.h"
#include "exchange/calendar.h"
#include "publish/csv.h"
#include "publish/publish.h"
#include "store/store.h"

// ---- CSV -----------------------------------------------------------------------------------------

static const char *party_name(const struct party *parties, size_t n, int64_t id)
{
    for (size_t i = 0; i < n; i++)
        if (parties[i].id == id)
            return parties[i].name;
    return "";
}

static const char *phase_title(const struct phase *phases, size_t n, int64_t id)
{
    for (size_t i = 0; i < n; i++)
        if (phases[i].id == id)
            return phases[i].title;
    return "";
}

static void list_csv(struct listing *l, const struct workshop *workshop)
{
    size_t tables_n, cards_n, parties_n, phases_n;
    struct table *tables = store_tables(l->store, l->arena, workshop->id, &tables_n, l->err);
    struct card *cards =
        store_cards(l->store, l->arena, workshop->id, 0, CARDS_ALL_LIVE, &cards_n, l->err);
    struct party *parties = store_parties(l->store, l->arena, 0, &parties_n, l->err);
    struct phase *phases = store_phases(l->store, l->arena, workshop->id, &phases_n, l->err);
    for (size_t i = 0; i < cards_n; i++) {
        const char *table = "";
        for (size_t t = 0; t < tables_n; t++)
            if (tables[t].id == cards[i].table)
                table = tables[t].title;
        const char *const cells[] = {
            table,
            cards[i].text,
            arena_printf(l->arena, "%" G_GINT64_FORMAT, cards[i].votes),
            cards[i].lang,
            party_name(parties, parties_n, cards[i].party),
            phase_title(phases, phases_n, cards[i].phase),
            cards[i].gloss,
            cards[i].icon,
        };
        for (size_t k = 0; k < G_N_ELEMENTS(cells); k++)
            csv_add_cell(l->out, cells[k], k + 1 == G_N_ELEMENTS(cells));
    }
}

// ---- Markdown -----------------------------------------------------------------------------------

// One paragraph: a line break would begin another line of the notes.
const char *listing_line(struct listing *l, const char *text)
{
    char *copy = arena_strdup(l->arena, text);
    for (char *p = copy; *p != '\0'; p++)
        if (*p == '\n')
            *p = ' ';
    return copy;
}

static void add_head(struct listing *l, const char *key, const char *value)
{
    if (*value != '\0')
        g_string_append_printf(l->out, "%s: %s\n", key, listing_line(l, value));
}

void listing_icon(struct listing *l, const char *icon)
{
    if (*icon != '\0')
        g_string_append_printf(l->out, " {%s}", icon);
}

static void list_cards(struct listing *l, const struct workshop *workshop,
                       const struct table *table)
{
    size_t n;
    struct card *cards =
        store_cards(l->store, l->arena, workshop->id, table->id, CARDS_ALL_LIVE, &n, l->err);
    g_string_append_printf(l->out, "\n## %s\n", listing_line(l, table->title));
    add_head(l, "Frage", table->question);
    add_head(l, "Symbol", table->icon);
    for (size_t i = 0; i < n; i++) {
        if (*cards[i].text == '\0' && *cards[i].icon == '\0')
            continue; // drawn only: the .json holds it
        g_string_append(l->out, "-");
        if (*cards[i].lang != '\0')
            g_string_append_printf(l->out, " [%s]", cards[i].lang);
        if (*cards[i].text != '\0')
            g_string_append_printf(l->out, " %s", listing_line(l, cards[i].text));
        listing_icon(l, cards[i].icon);
        // Always said, so that a number in parentheses at the end of the text is not read as votes.
        g_string_append_printf(l->out, " (%" G_GINT64_FORMAT ")\n", cards[i].votes);
        if (*cards[i].gloss != '\0')
            g_string_append_printf(l->out, "  = %s\n", listing_line(l, cards[i].gloss));
        const char *party = party_name(l->parties, l->parties_n, cards[i].party);
        if (*party != '\0')
            g_string_append_printf(l->out, "  Von: %s\n", listing_line(l, party));
        if (cards[i].parked)
            g_string_append(l->out, "  (Themenspeicher)\n");
    }
}

static void list_outcome(struct listing *l, const struct workshop *workshop)
{
    size_t n;
    struct core_point *core = store_core_points(l->store, l->arena, workshop->id, &n, l->err);
    g_string_append(l->out, n > 0 ? "\n## Kernpunkte\n" : "");
    for (size_t i = 0; i < n; i++) {
        g_string_append_printf(l->out, "- %s", listing_line(l, core[i].text));
        listing_icon(l, core[i].icon);
        if (*core[i].tables != '\0')
            g_string_append_printf(l->out, " (aus %s)", core[i].tables);
        g_string_append_c(l->out, '\n');
    }
    listing_groups(l, workshop->id);
    listing_meetings(l, workshop->id);
    size_t workshops_n; // offers are the network's: they stand with its newest workshop
    struct workshop *workshops = store_workshops(l->store, l->arena, &workshops_n, l->err);
    if (workshops_n > 0 && workshops[0].id == workshop->id)
        listing_offers(l);
    listing_agreements(l, workshop);
}

static void list_relations(struct listing *l, const struct workshop *workshop,
                           const struct table *tables, size_t tables_n)
{
    size_t n;
    struct relation *relations = store_relations(l->store, l->arena, workshop->id, &n, l->err);
    g_string_append(l->out, n > 0 ? "\n## Zusammenhänge\n" : "");
    for (size_t i = 0; i < n; i++) {
        int a = 0, b = 0;
        for (size_t t = 0; t < tables_n; t++) {
            a = tables[t].id == relations[i].table_a ? tables[t].number : a;
            b = tables[t].id == relations[i].table_b ? tables[t].number : b;
        }
        if (a != 0 && b != 0)
            g_string_append_printf(l->out, "- %d – %d: %s\n", a, b,
                                   listing_line(l, relations[i].label));
    }
}

static void list_markdown(struct listing *l, const struct workshop *workshop)
{
    size_t parties_n, tables_n;
    g_string_append_printf(l->out, "%s# %s\n", l->out->len > 0 ? "\n" : "",
                           listing_line(l, workshop->title));
    struct network network;
    store_network(l->store, l->arena, &network, l->err);
    const struct {
        const char *key, *value;
    } heads[] = {{"Untertitel", workshop->subtitle}, {"Datum", workshop->date},
                 {"Ort", workshop->place},           {"Veranstalter", workshop->host},
                 {"Frage", workshop->question},      {"Sprache", workshop->lang},
                 {"Motiv", workshop->motif},         {"Hinweis", workshop->note},
                 {"Netzwerk", network.title},        {"Stadtteile", network.districts}};
    for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
        add_head(l, heads[i].key, heads[i].value);
    struct party *parties = store_parties(l->store, l->arena, workshop->id, &parties_n, l->err);
    for (size_t i = 0; i < parties_n; i++) {
        g_string_append_printf(l->out, "%s%s", i == 0 ? "Gruppen: " : ", ",
                               listing_line(l, parties[i].name));
        if (*parties[i].district != '\0')
            g_string_append_printf(l->out, " (%s)", listing_line(l, parties[i].district));
    }
    g_string_append(l->out, parties_n > 0 ? "\n" : "");
    struct table *tables = store_tables(l->store, l->arena, workshop->id, &tables_n, l->err);
    for (size_t i = 0; i < tables_n; i++)
        list_cards(l, workshop, &tables[i]);
    list_outcome(l, workshop);
    list_relations(l, workshop, tables, tables_n);
}

// ---- all of it ----------------------------------------------------------------------------------

static bool list_workshops(struct listing *l, int64_t only,
                           void (*list)(struct listing *, const struct workshop *))
{
    size_t n;
    struct workshop *workshops = store_workshops(l->store, l->arena, &n, l->err);
    for (size_t i = 0; i < n; i++)
        if (only == 0 || workshops[i].id == only)
            list(l, &workshops[i]);
    return l->err->code == ERR_NONE;
}

bool publish_list(const char *path, struct store *store, int64_t workshop, struct err *err)
{
    const char *dot = strrchr(path, '.');
    bool json = dot != NULL && g_ascii_strcasecmp(dot, ".json") == 0;
    bool csv = dot != NULL && g_ascii_strcasecmp(dot, ".csv") == 0;
    bool markdown = dot != NULL && g_ascii_strcasecmp(dot, ".md") == 0;
    bool calendar = dot != NULL && g_ascii_strcasecmp(dot, ".ics") == 0;
    if (!json && !csv && !markdown && !calendar)
        return err_set(err, ERR_USAGE,
                       N_("%s: name a file that ends with .csv, .json, .md or .ics."), path);
    if (json || calendar) {
        char *text = json ? store_log_json(store, err) : exchange_calendar(store, NULL, workshop, 0, err);
        bool ok = text != NULL && file_write(path, text, strlen(text), err);
        g_free(text);
        return ok;
    }
    struct err own = {.tr = err != NULL ? err->tr : NULL};
    struct listing l = {store, arena_new(), g_string_new(NULL), err != NULL ? err : &own, NULL, 0};
    l.parties = store_parties(store, l.arena, 0, &l.parties_n, l.err);
    if (csv)
        g_string_append(l.out, "table,text,votes,language,party,phase,gloss,icon\r\n");
    bool ok = list_workshops(&l, workshop, csv ? list_csv : list_markdown) &&
              file_write(path, l.out->str, l.out->len, l.err);
    g_string_free(l.out, TRUE);
    arena_free(l.arena);
    return ok;
}

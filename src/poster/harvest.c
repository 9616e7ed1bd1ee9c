// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/harvest.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "poster/placement.h"
#include "poster/themes.h"
#include "store/store.h"
#include "words/words.h"

// ART-2, F2: a short sentence stands whole, of a long one the clause with the keyword.
enum { CLAUSE_MOST = 90 };

struct gathering {
    struct harvest *harvest;
    struct store *store;
    struct words *words;
    struct word_counts *counts;
    int64_t workshop;
    struct harvest_item *items; // curation
    size_t items_n;
    struct err *err;
};

static const char *or_null(const char *text)
{
    return *text != '\0' ? text : NULL;
}

static const struct harvest_item *item_of(const struct gathering *g, int64_t card)
{
    for (size_t i = 0; i < g->items_n; i++)
        if (g->items[i].card == card)
            return &g->items[i];
    return NULL;
}

static bool load_workshop(struct gathering *g)
{
    struct harvest *harvest = g->harvest;
    size_t n;
    struct workshop *all = store_workshops(g->store, harvest->arena, &n, g->err);
    for (size_t i = 0; i < n; i++) {
        const struct workshop *w = &all[i];
        if (w->id != g->workshop)
            continue;
        harvest->title = w->title;
        harvest->host = or_null(w->host);
        harvest->date = or_null(w->date);
        harvest->place = or_null(w->place);
        harvest->question = or_null(w->question);
        harvest->lang = or_null(w->lang); // else settle_language
        harvest->motif = or_null(w->motif);
        harvest->note = or_null(w->note);
        harvest->palette = or_null(w->palette);
        harvest->style = or_null(w->style);
        harvest->footer = or_null(w->footer);
        const char *logo, *picture;
        if (!store_pictures(g->store, harvest->arena, g->workshop, &logo, &picture, g->err))
            return false;
        harvest->logo = or_null(logo);
        harvest->picture = or_null(picture);
        return true;
    }
    return g->err != NULL && g->err->code != ERR_NONE
               ? false
               : err_set(g->err, ERR_NOT_FOUND, N_("%s: this workshop is not in it any more."),
                         store_path(g->store));
}

// ---- cards --------------------------------------------------------------------------------------

// What of the card's own words stands beside the keyword, and whether that is all of them.
static void set_words(struct gathering *g, struct harvest_idea *idea)
{
    struct arena *arena = g->harvest->arena;
    const char *shown = word_counts_skip_prefix(g->counts, idea->full, idea->lang);
    idea->text = words_clause(g->words, shown, idea->lang, idea->keyword, CLAUSE_MOST, arena);
    // Nothing to lift out: the words themselves, if they are few.
    if (*idea->keyword == '\0' && g_utf8_strlen(shown, -1) <= CLAUSE_MOST / 2) {
        idea->keyword = shown;
        idea->text = "";
    }
    idea->cut = strstr(idea->text, "…") != NULL && strstr(idea->full, "…") == NULL;
}

static bool is_taken(const struct harvest_table *table, const char *icon)
{
    for (size_t i = 0; i < table->n; i++)
        if (table->ideas[i].icon != NULL && g_str_equal(table->ideas[i].icon, icon))
            return true;
    return false;
}

// The person's own choice, or the best picture of what is surely meant that this island does not show yet.
static const char *icon_for(const struct harvest_table *table, const struct card *card,
                            const struct harvest_item *item, const struct word_result *result)
{
    if (item != NULL && *item->icon != '\0')
        return item->icon;
    if (*card->icon != '\0')
        return card->icon;
    for (size_t i = 0; result != NULL && i < result->icons_n; i++)
        if (result->icons[i].sure && !is_taken(table, result->icons[i].name))
            return result->icons[i].name;
    return NULL;
}

// The card that stands for this one on the poster: itself, or what it was joined with.
static int64_t standing_for(const struct gathering *g, int64_t card)
{
    enum { STEPS = 8 }; // two machines may have joined cards in a circle
    int64_t at = card;
    for (int i = 0; i < STEPS; i++) {
        const struct harvest_item *item = item_of(g, at);
        if (item == NULL || item->into == 0)
            return at;
        at = item->into;
    }
    return card;
}

// Adds what the cards say that were joined with this one.
static void take_joined(struct gathering *g, struct harvest_idea *idea, const struct card *cards,
                        size_t n)
{
    struct arena *arena = g->harvest->arena;
    size_t joined_n = 0;
    for (size_t i = 0; i < g->items_n; i++)
        joined_n += g->items[i].into != 0 && standing_for(g, g->items[i].card) == idea->card;
    if (joined_n == 0)
        return;
    idea->joined = ARENA_ARRAY(arena, const char *, joined_n + 1);
    joined_n = 0;
    for (size_t i = 0; i < n; i++) {
        if (cards[i].id == idea->card || standing_for(g, cards[i].id) != idea->card)
            continue;
        idea->joined[joined_n++] = arena_printf(arena, "card:%" G_GINT64_FORMAT, cards[i].id);
        idea->votes += cards[i].votes;
        idea->full = arena_printf(arena, "%s / %s", idea->full, cards[i].text);
        idea->cut = true;
    }
}

static void add_idea(struct gathering *g, struct harvest_table *table, int table_index,
                     const struct card *card, const struct word_result *result)
{
    struct harvest *harvest = g->harvest;
    const struct harvest_item *item = item_of(g, card->id);
    struct harvest_idea *idea = &table->ideas[table->n];
    *idea = (struct harvest_idea){
        .card = card->id,
        .id = arena_printf(harvest->arena, "card:%" G_GINT64_FORMAT, card->id),
        .table = table_index,
        .full = card->text,
        .lang = card->lang,
        .gloss = or_null(card->gloss),
        .ink = or_null(card->ink),
        .votes = card->votes,
        .made = card->made,
        .weight = item != NULL ? item->weight : 0,
    };
    if (result != NULL)
        idea->lang = result->lang;
    else if (*idea->lang == '\0')
        idea->lang = harvest->lang;
    idea->keyword = item != NULL && *item->keyword != '\0' ? item->keyword
                    : result != NULL                       ? result->keyword
                                                           : "";
    idea->icon = icon_for(table, card, item, result);
    set_words(g, idea);
    // A card of pictures alone is named by its picture.
    if (*idea->keyword == '\0' && *idea->text == '\0' && idea->icon != NULL) {
        const char *label = words_icon_label(g->words, idea->icon, harvest->lang);
        idea->keyword = label != NULL ? label : "";
    }
    harvest->ideas_n++;
    table->n++;
}

// What each card says, NULL for one without words. Cards that say the same get the same keyword.
static struct word_result **understand(struct gathering *g, const struct card *cards, size_t n)
{
    struct arena *arena = g->harvest->arena;
    struct word_text *texts = ARENA_ARRAY(arena, struct word_text, n + 1);
    struct word_result **results = ARENA_ARRAY(arena, struct word_result *, n + 1);
    struct word_result **told = ARENA_ARRAY(arena, struct word_result *, n + 1);
    size_t told_n = 0;
    for (size_t i = 0; i < n; i++)
        word_counts_add(g->counts, cards[i].text, cards[i].lang);
    for (size_t i = 0; i < n; i++) {
        if (*cards[i].text == '\0')
            continue;
        const char *text = word_counts_skip_prefix(g->counts, cards[i].text, cards[i].lang);
        results[i] = words_understand(g->words, text, cards[i].lang, g->counts, arena);
        texts[told_n] = (struct word_text){text, results[i]->lang};
        told[told_n++] = results[i];
    }
    words_agree(g->words, texts, told, told_n, arena);
    return results;
}

static int by_votes(const void *a, const void *b)
{
    const struct harvest_idea *x = a, *y = b;
    if (x->votes != y->votes)
        return x->votes > y->votes ? -1 : 1;
    return x->number - y->number; // still the order they came in
}

// A workshop of which nobody said the language speaks that of most of its cards.
static void settle_language(struct harvest *harvest, struct word_result *const *results, size_t n)
{
    if (harvest->lang != NULL)
        return;
    harvest->lang = "de";
    GHashTable *times = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < n; i++) {
        char *lang = results[i] != NULL ? arena_strdup(harvest->arena, results[i]->lang) : NULL;
        if (lang == NULL)
            continue;
        size_t counted = GPOINTER_TO_SIZE(g_hash_table_lookup(times, lang)) + 1;
        g_hash_table_insert(times, lang, GSIZE_TO_POINTER(counted));
        if (2 * counted > n)
            harvest->lang = lang;
    }
    g_hash_table_destroy(times);
}

// Whether another card stands for this one, and is itself in the picture.
static bool is_shown(const struct gathering *g, const struct card *cards, size_t n, int64_t other,
                     int64_t card)
{
    const struct harvest_item *item = other != card ? item_of(g, other) : NULL;
    if (other == card || (item != NULL && item->out))
        return false;
    for (size_t i = 0; i < n; i++)
        if (cards[i].id == other)
            return true;
    return false;
}

static bool load_cards(struct gathering *g)
{
    struct harvest *harvest = g->harvest;
    size_t tables_n, cards_n;
    struct table *tables = store_tables(g->store, harvest->arena, g->workshop, &tables_n, g->err);
    struct card *cards =
        store_cards(g->store, harvest->arena, g->workshop, 0, CARDS_SHOWN, &cards_n, g->err);
    g->items = store_harvest_items(g->store, harvest->arena, g->workshop, &g->items_n, g->err);
    if (g->err != NULL && g->err->code != ERR_NONE)
        return false;
    struct word_result **results = understand(g, cards, cards_n);
    settle_language(harvest, results, cards_n);
    harvest->tables = ARENA_ARRAY(harvest->arena, struct harvest_table, tables_n + 1);
    harvest->tables_n = tables_n;
    for (size_t t = 0; t < tables_n; t++) {
        struct harvest_table *table = &harvest->tables[t];
        table->number = tables[t].number;
        table->colour = tables[t].colour;
        table->title = tables[t].title;
        table->question = or_null(tables[t].question);
        table->icon = or_null(tables[t].icon);
        if (table->icon == NULL && *table->title != '\0') {
            struct word_result *result =
                words_understand(g->words, table->title, harvest->lang, NULL, harvest->arena);
            table->icon = words_sure_icon(result);
        }
        table->ideas = ARENA_ARRAY(harvest->arena, struct harvest_idea, cards_n + 1);
        for (size_t i = 0; i < cards_n; i++) {
            const struct harvest_item *item = item_of(g, cards[i].id);
            if (cards[i].table != tables[t].id || (item != NULL && item->out))
                continue;
            if (is_shown(g, cards, cards_n, standing_for(g, cards[i].id), cards[i].id))
                continue;
            add_idea(g, table, (int)t, &cards[i], results[i]);
            struct harvest_idea *idea = &table->ideas[table->n - 1];
            take_joined(g, idea, cards, cards_n);
            harvest->max_votes = MAX(harvest->max_votes, idea->votes);
            idea->number = (int)i;
        }
        qsort(table->ideas, table->n, sizeof *table->ideas, by_votes);
    }
    themes_find(harvest, g->words, g->counts);
    int number = 0;
    for (size_t t = 0; t < harvest->tables_n; t++)
        for (size_t i = 0; i < harvest->tables[t].n; i++)
            harvest->tables[t].ideas[i].number = ++number;
    return true;
}

// ---- what the plenary made of it ----------------------------------------------------------------

int harvest_colour(const struct harvest *harvest, int number)
{
    for (size_t i = 0; i < harvest->tables_n; i++) {
        if (harvest->tables[i].number == number)
            return harvest->tables[i].colour;
    }
    return number;
}

static int parse_numbers(const char *list, int *out, int room)
{
    int n = 0;
    for (const char *p = list; *p != '\0' && n < room;) {
        char *end;
        long value = strtol(p, &end, 10);
        if (end == p) {
            p++;
            continue;
        }
        if (value > 0 && value < 1000)
            out[n++] = (int)value;
        p = end;
    }
    return n;
}

static bool load_core(struct gathering *g)
{
    struct harvest *harvest = g->harvest;
    size_t n, lifted = 0;
    struct core_point *points =
        store_core_points(g->store, harvest->arena, g->workshop, &n, g->err);
    for (size_t i = 0; i < g->items_n; i++)
        lifted += g->items[i].core ? 1 : 0;
    harvest->core = ARENA_ARRAY(harvest->arena, struct harvest_core, n + lifted + 1);
    for (size_t i = 0; i < n; i++) {
        struct harvest_core *core = &harvest->core[harvest->core_n++];
        *core = (struct harvest_core){
            .id = arena_printf(harvest->arena, "core:%" G_GINT64_FORMAT, points[i].id),
            .text = points[i].text,
            .lang = harvest->lang,
            .icon = or_null(points[i].icon),
        };
        core->from_n = parse_numbers(points[i].tables, core->from, (int)G_N_ELEMENTS(core->from));
        if (core->icon == NULL) {
            struct word_result *result =
                words_understand(g->words, core->text, harvest->lang, NULL, harvest->arena);
            core->icon = words_sure_icon(result);
        }
    }
    for (size_t t = 0; t < harvest->tables_n; t++)
        for (size_t i = 0; i < harvest->tables[t].n; i++) {
            const struct harvest_idea *idea = &harvest->tables[t].ideas[i];
            const struct harvest_item *item = item_of(g, idea->card);
            bool says = *idea->keyword != '\0' || *idea->text != '\0';
            if (item == NULL || !item->core || !says) // a drawing alone is no sentence
                continue;
            harvest->core[harvest->core_n++] = (struct harvest_core){
                .id = arena_printf(harvest->arena, "core:%s", idea->id),
                .text = *idea->keyword != '\0' ? idea->keyword : idea->text,
                .lang = idea->lang,
                .icon = idea->icon,
                .from = {harvest->tables[t].number},
                .from_n = 1,
            };
        }
    return g->err == NULL || g->err->code == ERR_NONE;
}

static bool load_parties(struct gathering *g)
{
    struct harvest *harvest = g->harvest;
    size_t n;
    struct party *parties = store_parties(g->store, harvest->arena, g->workshop, &n, g->err);
    harvest->parties = ARENA_ARRAY(harvest->arena, const char *, n + 1);
    for (size_t i = 0; i < n; i++)
        if (*parties[i].name != '\0')
            harvest->parties[harvest->parties_n++] = parties[i].name;
    size_t agreed;
    struct agreement *agreements =
        store_agreements(g->store, harvest->arena, g->workshop, &agreed, g->err);
    harvest->agreements = ARENA_ARRAY(harvest->arena, struct harvest_agreement, agreed + 1);
    for (size_t i = 0; i < agreed; i++) {
        const struct agreement *from = &agreements[i];
        if (g_str_equal(from->status, "dropped"))
            continue;
        const char *who = from->who;
        for (size_t p = 0; p < n && *who == '\0'; p++)
            if (parties[p].id == from->party)
                who = parties[p].name;
        const char *icon = or_null(from->icon);
        if (icon == NULL) {
            struct word_result *result =
                words_understand(g->words, from->what, harvest->lang, NULL, harvest->arena);
            icon = words_sure_icon(result);
        }
        harvest->agreements[harvest->agreements_n++] = (struct harvest_agreement){
            .id = arena_printf(harvest->arena, "agreement:%" G_GINT64_FORMAT, from->id),
            .who = who,
            .what = from->what,
            .with = or_null(from->with),
            .until = or_null(from->until),
            .icon = icon,
        };
    }
    return g->err == NULL || g->err->code == ERR_NONE;
}

static int table_number(const struct table *tables, size_t n, int64_t id)
{
    for (size_t i = 0; i < n; i++)
        if (tables[i].id == id)
            return tables[i].number;
    return 0;
}

static bool load_links(struct gathering *g)
{
    struct harvest *harvest = g->harvest;
    size_t n, tables_n, meetings_n;
    struct relation *relations = store_relations(g->store, harvest->arena, g->workshop, &n, g->err);
    struct table *tables = store_tables(g->store, harvest->arena, g->workshop, &tables_n, g->err);
    harvest->relations = ARENA_ARRAY(harvest->arena, struct harvest_relation, n + 1);
    for (size_t i = 0; i < n; i++) {
        int a = table_number(tables, tables_n, relations[i].table_a);
        int b = table_number(tables, tables_n, relations[i].table_b);
        if (a != 0 && b != 0 && a != b)
            harvest->relations[harvest->relations_n++] =
                (struct harvest_relation){a, b, relations[i].label};
    }
    struct meeting *meetings =
        store_meetings(g->store, harvest->arena, g->workshop, &meetings_n, g->err);
    const struct meeting *next = NULL; // the first after the workshop
    for (size_t i = 0; i < meetings_n; i++) {
        bool after = harvest->date == NULL || strcmp(meetings[i].date, harvest->date) > 0;
        if (after && (next == NULL || strcmp(meetings[i].date, next->date) < 0))
            next = &meetings[i];
    }
    if (next != NULL) {
        harvest->meeting_title = or_null(next->title);
        harvest->meeting_date = or_null(next->date);
        harvest->meeting_time = or_null(next->time);
        harvest->meeting_place = or_null(next->place);
    }
    return g->err == NULL || g->err->code == ERR_NONE;
}

bool harvest_use_choices(struct store *store, struct words *words, struct err *err)
{
    struct arena *arena = arena_new();
    size_t n;
    struct err own = {0};
    struct choice *choices = store_choices(store, arena, &n, err != NULL ? err : &own);
    struct word_choice *told = ARENA_ARRAY(arena, struct word_choice, n + 1);
    for (size_t i = 0; i < n; i++)
        told[i] = (struct word_choice){choices[i].term, choices[i].icon};
    words_set_choices(words, told, n);
    arena_free(arena);
    return (err != NULL ? err : &own)->code == ERR_NONE;
}

struct harvest *harvest_load(struct store *store, struct words *words, int64_t workshop,
                             struct err *err)
{
    struct err own = {0}; // a caller that does not want to know still must not get half a harvest
    struct gathering g = {
        .harvest = g_new0(struct harvest, 1),
        .store = store,
        .words = words,
        .counts = word_counts_new(words),
        .workshop = workshop,
        .err = err != NULL ? err : &own,
    };
    g.harvest->arena = arena_new();
    bool ok = harvest_use_choices(store, words, g.err) && load_workshop(&g) && load_cards(&g) &&
              load_core(&g) && load_parties(&g) && load_links(&g) &&
              placement_load(g.harvest, store, workshop, g.err);
    word_counts_free(g.counts);
    if (!ok) {
        harvest_free(g.harvest);
        return NULL;
    }
    return g.harvest;
}

void harvest_free(struct harvest *harvest)
{
    if (harvest == NULL)
        return;
    arena_free(harvest->arena);
    g_free(harvest);
}

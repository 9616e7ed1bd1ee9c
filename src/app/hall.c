// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall.h"

#include <string.h>

#include "app/phases.h"
#include "base/arena.h"
#include "words/words.h"

void hall_init(struct hall *hall)
{
    *hall = (struct hall){.arena = arena_new(), .about = {.title = "", .lang = ""}};
}

void hall_clear(struct hall *hall)
{
    arena_free(hall->arena);
}

static void count_language(struct island *island, size_t counts[ISLAND_LANGUAGES], const char *lang)
{
    if (*lang == '\0')
        return;
    size_t i = 0;
    while (i < island->languages_n && strcmp(island->languages[i], lang) != 0)
        i++;
    if (i == ISLAND_LANGUAGES)
        return;
    if (i == island->languages_n) {
        island->languages[island->languages_n++] = lang;
        counts[i] = 0;
    }
    counts[i]++;
    for (; i > 0 && counts[i] > counts[i - 1]; i--) { // keeps the most frequent first
        size_t count = counts[i];
        const char *name = island->languages[i];
        counts[i] = counts[i - 1];
        counts[i - 1] = count;
        island->languages[i] = island->languages[i - 1];
        island->languages[i - 1] = name;
    }
}

static void fill_island(struct hall *hall, struct words *words, struct island *island,
                        const struct card *cards, size_t n)
{
    size_t counts[ISLAND_LANGUAGES];
    for (size_t i = 0; i < n; i++) {
        const struct card *card = &cards[i];
        if (card->table != island->table.id)
            continue;
        if (card->parked) {
            island->parked_n++;
            continue;
        }
        island->cards_n++;
        island->votes += card->votes;
        count_language(island, counts, *card->lang != '\0' ? card->lang : hall->about.lang);
        if (island->newest == NULL || card->made >= island->newest->made)
            island->newest = card;
    }
    island->keyword = "";
    if (island->newest != NULL && *island->newest->text != '\0')
        island->keyword =
            words_understand(words, island->newest->text, island->newest->lang, NULL, hall->arena)
                ->keyword;
    island->phase_kind =
        island->newest != NULL
            ? phases_kind(hall->phases, hall->phases_n, island->newest->phase, hall->about.phase)
            : "";
    hall->cards_n += island->cards_n;
}

bool hall_load(struct hall *hall, struct store *store, struct words *words, int64_t workshop,
               struct err *err)
{
    size_t n, cards_n;
    arena_reset(hall->arena);
    hall->revision = store_revision(store);
    hall->about = (struct workshop){.title = "", .lang = ""};
    const struct workshop *workshops = store_workshops(store, hall->arena, &n, err);
    for (size_t i = 0; i < n; i++) {
        if (workshops[i].id == workshop)
            hall->about = workshops[i];
    }
    hall->phases = store_phases(store, hall->arena, workshop, &hall->phases_n, err);
    hall->tables = store_tables(store, hall->arena, workshop, &hall->n, err);
    const struct card *cards =
        store_cards(store, hall->arena, workshop, 0, CARDS_ALL_LIVE, &cards_n, err);
    hall->islands = ARENA_ARRAY(hall->arena, struct island, hall->n + 1);
    hall->cards_n = 0;
    for (size_t i = 0; i < hall->n; i++) {
        hall->islands[i] = (struct island){.table = hall->tables[i]};
        fill_island(hall, words, &hall->islands[i], cards, cards_n);
    }
    return err->code == ERR_NONE;
}

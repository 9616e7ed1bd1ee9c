// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/themes.h"

#include <glib.h>

#include "base/arena.h"
#include "base/text.h"
#include "poster/harvest.h"
#include "words/words.h"

enum {
    CARDS_LEAST = 48, // fewer stand well in one place
    CARDS_A_THEME = 14,
    THEMES_LEAST = 3, // fewer do not order a table
    THEMES_MOST = 8,
};

static const char *topic_of(struct harvest *harvest, const struct harvest_table *table)
{
    if (table->question == NULL)
        return table->title;
    return arena_printf(harvest->arena, "%s: %s", table->title, table->question);
}

static bool says_title(const struct harvest *harvest, const char *text)
{
    char *title = g_utf8_casefold(harvest->title, -1), *other = g_utf8_casefold(text, -1);
    bool same = g_str_equal(title, other);
    g_free(title);
    g_free(other);
    return same;
}

// The picture of the name that no theme before it has.
static const char *icon_of(const struct harvest *harvest, struct words *words, const char *name,
                           size_t before)
{
    const struct word_result *result =
        words_understand(words, name, harvest->lang, NULL, harvest->arena);
    for (size_t i = 0; i < result->icons_n; i++) {
        bool taken = !result->icons[i].sure;
        for (size_t t = 0; t < before && !taken; t++)
            taken = g_strcmp0(harvest->tables[t].icon, result->icons[i].name) == 0;
        if (!taken)
            return result->icons[i].name;
    }
    return NULL;
}

void themes_find(struct harvest *harvest, struct words *words, const struct word_counts *counts)
{
    if (harvest->tables_n != 1 || harvest->tables[0].n < CARDS_LEAST)
        return;
    const struct harvest_table whole = harvest->tables[0];
    struct arena *arena = harvest->arena;
    struct word_text *texts = ARENA_ARRAY(arena, struct word_text, whole.n);
    for (size_t i = 0; i < whole.n; i++)
        texts[i] = (struct word_text){
            word_counts_skip_prefix(counts, whole.ideas[i].full, whole.ideas[i].lang),
            whole.ideas[i].lang};
    const struct word_text topic = {
        arena_printf(arena, "%s. %s", harvest->title, topic_of(harvest, &whole)), harvest->lang};
    struct word_group groups[THEMES_MOST];
    size_t room = CLAMP(whole.n / CARDS_A_THEME, THEMES_LEAST, THEMES_MOST);
    size_t n = words_group(words, texts, whole.n, &topic, counts, groups, room, arena);
    if (n < THEMES_LEAST)
        return;
    harvest->tables = ARENA_ARRAY(arena, struct harvest_table, n);
    harvest->tables_n = n;
    harvest->themed = true;
    harvest->whole = whole.number;
    if (harvest->question == NULL && !says_title(harvest, whole.title))
        harvest->question = topic_of(harvest, &whole);
    for (size_t t = 0; t < n; t++) {
        struct harvest_table *theme = &harvest->tables[t];
        *theme = (struct harvest_table){
            .number = (int)t + 1,
            .colour = (int)t + 1,
            .title = text_capital(arena, groups[t].name),
            .icon =
                *groups[t].name != '\0' ? icon_of(harvest, words, groups[t].name, t) : whole.icon,
            .ideas = ARENA_ARRAY(arena, struct harvest_idea, groups[t].n),
            .n = groups[t].n,
        };
        for (size_t i = 0; i < groups[t].n; i++) {
            theme->ideas[i] = whole.ideas[groups[t].cards[i]];
            theme->ideas[i].table = (int)t;
        }
    }
}

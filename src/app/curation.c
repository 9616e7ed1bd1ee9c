// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/curation.h"

#include <glib.h>
#include <string.h>

#include "app/harvest_rows.h"
#include "app/stage.h"
#include "base/arena.h"
#include "store/exchange.h"
#include "words/words.h"

bool curation_set(struct stage *stage, int64_t card, const char *label, const char *field,
                  int64_t value)
{
    struct err err = stage_err(stage);
    struct change *change = store_begin(stage->store, 0, label);
    change_int(change, ENTITY_HARVEST_ITEM, card, field, value);
    if (store_commit(change, &err))
        return true;
    stage_warn(stage, 1, &err);
    return false;
}

bool curation_next_picture(struct stage *stage, const struct harvest_row *row)
{
    struct err err = stage_err(stage);
    struct arena *arena = arena_new();
    struct card card = {.text = ""};
    const struct word_result *result = NULL;
    if (store_card(stage->store, arena, row->card, &card, &err) && *card.text != '\0')
        result = words_understand(stage->words, card.text, card.lang, NULL, arena);
    size_t i = 0, n = result != NULL ? result->icons_n : 0;
    while (i < n && g_strcmp0(row->icon, result->icons[i].name) != 0)
        i++;
    bool done = false;
    if (n > 1 || (n == 1 && i == n)) {
        const char *next = result->icons[i < n ? (i + 1) % n : 0].name;
        struct change *change = store_begin(stage->store, 0, N_("Picture changed"));
        change_text(change, ENTITY_HARVEST_ITEM, row->card, "icon", next);
        done = store_commit(change, &err);
        char *always = g_strdup_printf("harvest:always:%" G_GINT64_FORMAT, row->card);
        if (done)
            stage_say(stage, 1, next, stage_text(stage, N_("Picture changed")), always,
                      stage_text(stage, N_("Always so")));
        g_free(always);
    }
    if (err.code != ERR_NONE)
        stage_warn(stage, 1, &err);
    arena_free(arena);
    return done;
}

bool curation_always(struct stage *stage, const struct harvest_row *row)
{
    struct err err = stage_err(stage);
    if (row->icon == NULL || *row->keyword == '\0')
        return false;
    if (!store_choose(stage->store, row->keyword, row->icon, &err)) {
        stage_warn(stage, 1, &err);
        return false;
    }
    char *text =
        g_strdup_printf(stage_text(stage, N_("\"%s\" always has this picture now")), row->keyword);
    stage_say(stage, 1, row->icon, text, NULL, NULL);
    g_free(text);
    return true;
}

bool curation_join(struct stage *stage, int64_t joining, int64_t card)
{
    struct err err = stage_err(stage);
    struct change *change = store_begin(stage->store, 0, N_("Joined"));
    change_int(change, ENTITY_HARVEST_ITEM, joining, "joined", card);
    // The one that stands for both stands for itself.
    change_int(change, ENTITY_HARVEST_ITEM, card, "joined", 0);
    if (!store_commit(change, &err)) {
        stage_warn(stage, 1, &err);
        return false;
    }
    stage_say(stage, 1, "link", stage_text(stage, N_("Joined")), "undo:seat1",
              stage_text(stage, N_("Undo")));
    return true;
}

bool curation_hide(struct stage *stage, int64_t card)
{
    struct err err = stage_err(stage);
    struct change *change = store_begin(stage->store, 0, N_("Card covered"));
    change_int(change, ENTITY_CARD, card, "hidden", 1);
    if (!store_commit(change, &err)) {
        stage_warn(stage, 1, &err);
        return false;
    }
    stage_say(stage, 1, "eye-off", stage_text(stage, N_("Card covered")), "undo:seat1",
              stage_text(stage, N_("Undo")));
    return true;
}

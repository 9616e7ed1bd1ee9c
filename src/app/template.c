// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/template.h"

#include <glib.h>
#include <string.h>

#include "app/phases.h"
#include "app/stage.h"
#include "base/arena.h"
#include "store/store.h"

static const char *const kinds[] = {"preparation", "critique", "fantasy", "realisation",
                                    "follow-up"};

// Critique, fantasy, realisation in two hours with ten minutes to arrive and ten to close.
static const int short_minutes[] = {25, 40, 35};

static const struct {
    struct template template;
    unsigned phases;   // bits of `kinds`
    int rounds;        // of a World Café
    const int *minutes; // of each phase, NULL: as usual
    const char *first; // kind of the phase it begins with
    int tables;
} models[TEMPLATES] = {
    {{"future", N_("Future workshop"), N_("5 phases · 1 day"), "bulb"}, 0x1F, 0, NULL, "preparation",
     6},
    {{"short", N_("Short workshop"), N_("3 phases · 2 hours"), "hourglass"}, 0x0E, 0, short_minutes,
     "critique", 4},
    {{"cafe", N_("World Café"), N_("3 rounds · 90 minutes"), "coffee"}, 0, 3, NULL, "fantasy", 3},
    {{"open", N_("Open collection"), N_("without phases"), "cards"}, 0, 0, NULL, "", 3},
};

const struct template *template_at(size_t i)
{
    return &models[i].template;
}

static int64_t add_phase(struct stage *stage, struct change *change, int64_t workshop, int position,
                         const char *kind, int round, int minutes)
{
    const struct phase_model *model = phase_model(kind, round);
    int64_t phase = change_new_row(change);
    char title[64];
    if (round > 0)
        g_snprintf(title, sizeof title, stage_text(stage, N_("Round %d")), round);
    else
        g_strlcpy(title, stage_text(stage, model->title), sizeof title);
    char *rules = phase_model_rules(model, stage->tr);
    change_int(change, ENTITY_PHASE, phase, "workshop", workshop);
    change_int(change, ENTITY_PHASE, phase, "position", position);
    change_int(change, ENTITY_PHASE, phase, "minutes", minutes > 0 ? minutes : model->minutes);
    change_text(change, ENTITY_PHASE, phase, "kind", kind);
    change_text(change, ENTITY_PHASE, phase, "title", title);
    change_text(change, ENTITY_PHASE, phase, "rules", rules);
    change_int(change, ENTITY_PHASE, phase, "standard", 1);
    change_int(change, ENTITY_PHASE, phase, "round", round);
    g_free(rules);
    return phase;
}

// Returns the first of this kind, or 0.
static int64_t add_phases(struct stage *stage, struct change *change, int64_t workshop, size_t i,
                          const char *kind)
{
    int64_t current = 0;
    int position = 1;
    for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++) {
        if ((models[i].phases >> k & 1) == 0)
            continue;
        int minutes = models[i].minutes != NULL ? models[i].minutes[position - 1] : 0;
        int64_t phase = add_phase(stage, change, workshop, position++, kinds[k], 0, minutes);
        if (strcmp(kinds[k], kind) == 0)
            current = phase;
    }
    for (int round = 1; round <= models[i].rounds; round++) {
        int64_t phase = add_phase(stage, change, workshop, position++, "fantasy", round, 0);
        if (current == 0)
            current = phase;
    }
    return current;
}

bool template_add_phases(struct stage *stage, size_t i, int64_t workshop, const char *kind,
                         struct err *err)
{
    struct arena *arena = arena_new();
    struct change *change = store_begin(stage->store, 0, N_("Workshop added"));
    size_t n;
    store_phases(stage->store, arena, workshop, &n, err);
    int64_t phase = n == 0 ? add_phases(stage, change, workshop, i, kind) : 0;
    if (phase != 0)
        change_int(change, ENTITY_WORKSHOP, workshop, "phase", phase);
    arena_free(arena);
    return store_commit(change, err);
}

static char *today(const struct stage *stage)
{
    GDateTime *now =
        g_date_time_new_from_unix_local(stage->world.now_ms(stage->world.context) / 1000);
    char *date = g_date_time_format(now, "%Y-%m-%d");
    g_date_time_unref(now);
    return date;
}

bool template_make(struct stage *stage, size_t i, int64_t *workshop, struct err *err)
{
    struct change *change = store_begin(stage->store, 0, N_("Workshop added"));
    int64_t row = *workshop = change_new_row(change);
    char *date = today(stage);
    change_text(change, ENTITY_WORKSHOP, row, "title", stage_text(stage, models[i].template.title));
    change_text(change, ENTITY_WORKSHOP, row, "date", date);
    change_text(change, ENTITY_WORKSHOP, row, "lang", tr_lang(stage->tr));
    g_free(date);
    int64_t phase = add_phases(stage, change, row, i, models[i].first);
    if (phase != 0)
        change_int(change, ENTITY_WORKSHOP, row, "phase", phase);
    for (int k = 1; k <= models[i].tables; k++) {
        char title[64];
        int64_t table = change_new_row(change);
        g_snprintf(title, sizeof title, stage_text(stage, N_("Table %d")), k);
        change_int(change, ENTITY_TABLE, table, "workshop", row);
        change_int(change, ENTITY_TABLE, table, "number", k);
        change_text(change, ENTITY_TABLE, table, "title", title);
    }
    return store_commit(change, err);
}

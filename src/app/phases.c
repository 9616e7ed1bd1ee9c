// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phases.h"

#include <string.h>

#include "app/clock.h"
#include "app/kit.h"
#include "app/stage.h"
#include "store/store.h"

#define MINUTE INT64_C(60000)
#define LEAST_LEFT MINUTE // taking minutes away leaves one

// The phases of a future workshop (Jungk and Müllert 1981, "Zukunftswerkstätten"); the last is a
// round of a World Café (Brown and Isaacs 2005).
static const struct phase_model models[] = {
    {"preparation",
     N_("Preparation"),
     "flag",
     {{N_("Everyone is heard"), "ear"},
      {N_("Short and clear"), "message"},
      {N_("Questions are welcome"), "question-mark"}},
     30},
    {"critique",
     N_("Critique"),
     "bolt",
     {{N_("Say what disturbs you"), "bolt"},
      {N_("Do not discuss"), "message-off"},
      {N_("One thought, one card"), "square-number-1"}},
     45},
    {"fantasy",
     N_("Fantasy"),
     "cloud",
     {{N_("Everything is allowed"), "sparkles"},
      {N_("Do not judge"), "scale-off"},
      {N_("Think on"), "plus"},
      {N_("One idea, one card"), "square-number-1"}},
     60},
    {"realisation",
     N_("Realisation"),
     "hammer",
     {{N_("What exactly?"), "hammer"},
      {N_("Who does it?"), "user"},
      {N_("With whom?"), "users"},
      {N_("By when?"), "calendar"}},
     60},
    {"follow-up",
     N_("Follow-up"),
     "refresh",
     {{N_("Keep at it"), "repeat"},
      {N_("Meet again"), "calendar-repeat"},
      {N_("Tell others"), "speakerphone"}},
     30},
};
static const struct phase_model round_model = {
    "fantasy",
    N_("Round %d"),
    "coffee",
    {{N_("Groups move on"), "walk"},
     {N_("Cards stay"), "cards"},
     {N_("The host stays"), "armchair"}},
    25};

const struct phase_model *phase_model(const char *kind, int round)
{
    if (round > 0)
        return &round_model;
    for (size_t i = 0; i < G_N_ELEMENTS(models); i++) {
        if (strcmp(models[i].kind, kind) == 0)
            return &models[i];
    }
    return NULL;
}

char *phase_model_rules(const struct phase_model *model, const struct tr *tr)
{
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < PHASE_RULES && model->rules[i].text != NULL; i++)
        g_string_append_printf(all, "%s%s", i > 0 ? "; " : "", tr_text(tr, model->rules[i].text));
    return g_string_free(all, FALSE);
}

// ---- words --------------------------------------------------------------------------------------

static const struct phase_model *standard(const struct phase *phase)
{
    return phase->standard ? phase_model(phase->kind, phase->round) : NULL;
}

const char *phases_kind(const struct phase *phases, size_t n, int64_t id, int64_t otherwise)
{
    const char *kind = "";
    for (size_t i = 0; i < n; i++) {
        if (phases[i].id == id)
            return phases[i].kind;
        if (phases[i].id == otherwise)
            kind = phases[i].kind;
    }
    return kind;
}

const char *phase_title(struct kit *kit, const struct phase *phase)
{
    const struct phase_model *model = standard(phase);
    if (model == NULL)
        return phase->title;
    if (phase->round > 0)
        return kit_say(kit, kit_tr(kit, N_("Round %d")), phase->round);
    return kit_tr(kit, model->title);
}

const char *phase_icon(const struct phase *phase)
{
    const struct phase_model *model = phase_model(phase->kind, phase->round);
    return model != NULL ? model->icon : "flag";
}

// What people wrote themselves: one rule a line or half-sentence.
static size_t own_rules(struct kit *kit, const struct phase *phase, struct phase_rule *rules)
{
    static const char *const icons[PHASE_RULES] = {"square-number-1", "square-number-2",
                                                   "square-number-3", "square-number-4"};
    char **parts = g_strsplit_set(phase->rules, "\n;", -1);
    size_t n = 0;
    for (size_t i = 0; parts[i] != NULL && n < PHASE_RULES; i++) {
        const char *rule = g_strstrip(parts[i]);
        if (*rule == '\0')
            continue;
        rules[n] = (struct phase_rule){kit_name(kit, "%s", rule), icons[n]};
        n++;
    }
    g_strfreev(parts);
    return n;
}

bool phase_has_rules(const struct phase *phase)
{
    return phase->id != 0 && (standard(phase) != NULL || *phase->rules != '\0');
}

size_t phase_rules(struct kit *kit, const struct phase *phase, struct phase_rule *rules)
{
    const struct phase_model *model = standard(phase);
    if (model == NULL)
        return own_rules(kit, phase, rules);
    size_t n = 0;
    for (; n < PHASE_RULES && model->rules[n].text != NULL; n++)
        rules[n] = (struct phase_rule){kit_tr(kit, model->rules[n].text), model->rules[n].icon};
    return n;
}

// ---- acts ---------------------------------------------------------------------------------------

static int64_t wall(const struct stage *stage)
{
    return stage->world.now_ms(stage->world.context);
}

bool phase_start(struct stage *stage, int64_t workshop, const struct phase *phase,
                 struct err *err)
{
    int64_t now = wall(stage);
    struct change *change = store_begin(stage->store, 0, N_("Phase started"));
    change_int(change, ENTITY_WORKSHOP, workshop, "phase", phase->id);
    change_int(change, ENTITY_PHASE, phase->id, "started", now);
    change_int(change, ENTITY_PHASE, phase->id, "ends", now + phase->minutes * MINUTE);
    change_int(change, ENTITY_PHASE, phase->id, "left", 0);
    return store_commit(change, err);
}

bool phase_extend(struct stage *stage, const struct phase *phase, int minutes, struct err *err)
{
    int64_t now = wall(stage);
    struct clock clock = clock_of(phase, now);
    int64_t left = MAX(LEAST_LEFT, clock.left + minutes * MINUTE);
    struct change *change =
        store_begin(stage->store, 0, minutes > 0 ? N_("Time added") : N_("Time taken away"));
    if (phase->started == 0)
        change_int(change, ENTITY_PHASE, phase->id, "minutes", left / MINUTE);
    else if (clock.state == CLOCK_STOPPED)
        change_int(change, ENTITY_PHASE, phase->id, "left", left);
    else
        change_int(change, ENTITY_PHASE, phase->id, "ends", now + left);
    return store_commit(change, err);
}

bool phase_stop(struct stage *stage, const struct phase *phase, struct err *err)
{
    struct clock clock = clock_of(phase, wall(stage));
    if (clock.state != CLOCK_RUNS)
        return true;
    struct change *change = store_begin(stage->store, 0, N_("Clock stopped"));
    change_int(change, ENTITY_PHASE, phase->id, "left", clock.left);
    return store_commit(change, err);
}

bool phase_go_on(struct stage *stage, const struct phase *phase, struct err *err)
{
    int64_t now = wall(stage);
    struct clock clock = clock_of(phase, now);
    struct change *change = store_begin(stage->store, 0, N_("Clock goes on"));
    if (clock.state == CLOCK_READY)
        change_int(change, ENTITY_PHASE, phase->id, "started", now);
    if (clock.state == CLOCK_READY || clock.state == CLOCK_STOPPED) {
        change_int(change, ENTITY_PHASE, phase->id, "ends", now + clock.left);
        change_int(change, ENTITY_PHASE, phase->id, "left", 0);
    }
    return store_commit(change, err);
}

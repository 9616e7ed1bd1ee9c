// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facilitator.h"

#include <glib.h>
#include <string.h>

#include "app/facilitator_draw.h"
#include "app/kit.h"
#include "app/phases.h"
#include "app/stage.h"
#include "base/arena.h"

static int seat_of(const struct stage *stage)
{
    return stage->seats[0].number;
}

static void touched(struct stage *stage)
{
    stage->facilitator.touched = stage->now;
}

// ---- opening and closing ------------------------------------------------------------------------

static double top_of(const struct stage *stage)
{
    return stage->facilitator.state == FACILITATOR_OPEN ? facilitator_top(stage)
                                                        : code_sheet_top(stage);
}

static void draw_content(void *context, struct kit *kit)
{
    const struct stage *stage = context;
    if (stage->facilitator.state == FACILITATOR_OPEN)
        facilitator_draw_drawer(stage, kit);
    else
        code_sheet_draw(&stage->facilitator.sheet, stage, kit);
}

// What is open goes, what opens comes.
static void turn(struct stage *stage, enum facilitator_state state)
{
    struct facilitator *lead = &stage->facilitator;
    struct drawer *drawer = &stage->drawers[0];
    if (lead->state == state)
        return;
    if (lead->state != FACILITATOR_AWAY)
        drawer_close(drawer, top_of(stage), draw_content, stage);
    lead->state = state;
    lead->alone = lead->alone && state == FACILITATOR_SETS_CODE;
    if (state != FACILITATOR_AWAY)
        drawer_open(drawer);
}

void facilitator_open(struct stage *stage)
{
    struct facilitator *lead = &stage->facilitator;
    if (stage->plenary.workshop == 0)
        return;
    touched(stage);
    lead->hidden_first = 0;
    bool asks = passcode_is_set(&stage->settings) && !lead->trusted;
    if (asks)
        code_sheet_begin(&lead->sheet, false);
    turn(stage, asks ? FACILITATOR_ASKED : FACILITATOR_OPEN);
}

void facilitator_set_code(struct stage *stage)
{
    touched(stage);
    code_sheet_begin(&stage->facilitator.sheet, true);
    stage->facilitator.alone = true;
    turn(stage, FACILITATOR_SETS_CODE);
}

bool facilitator_leads(const struct stage *stage)
{
    return !passcode_is_set(&stage->settings) || stage->facilitator.trusted;
}

bool facilitator_allows(struct stage *stage)
{
    if (facilitator_leads(stage)) {
        touched(stage);
        return true;
    }
    facilitator_open(stage);
    return false;
}

// ---- acts ---------------------------------------------------------------------------------------

static void warn(struct stage *stage, bool done, const struct err *err)
{
    if (!done)
        stage_warn(stage, seat_of(stage), err);
}

// One change of the workshop's own fields.
static void set_int(struct stage *stage, const char *field, int64_t value, const char *label)
{
    struct err err = stage_err(stage);
    struct change *change = store_begin(stage->store, 0, label);
    change_int(change, ENTITY_WORKSHOP, stage->plenary.workshop, field, value);
    warn(stage, store_commit(change, &err), &err);
}

static void freeze(struct stage *stage)
{
    bool frozen = stage->plenary.about.frozen;
    set_int(stage, "frozen", !frozen, frozen ? N_("All go on") : N_("All stopped"));
}

static void gather(struct stage *stage, int64_t table)
{
    bool back = stage->plenary.about.gathered == table;
    set_int(stage, "gathered", back ? 0 : table, back ? N_("Each to its table") : N_("All at one table"));
}

static void turn_clock(struct stage *stage, const char *act)
{
    const struct plenary *plenary = &stage->plenary;
    const struct phase *phase = plenary_phase(plenary);
    struct err err = stage_err(stage);
    bool done = true;
    if (strcmp(act, "gong") == 0)
        stage_sound(stage, SOUND_GONG);
    else if (strcmp(act, "rest") == 0)
        done = plenary_clock(stage).state == CLOCK_RUNS ? phase_stop(stage, phase, &err)
                                                         : phase_go_on(stage, phase, &err);
    else if (strcmp(act, "next") == 0 && plenary->at + 1 < plenary->phases_n)
        done = phase_start(stage, plenary->workshop, &plenary->phases[plenary->at + 1], &err);
    else if (strcmp(act, "back") == 0 && plenary->at > 0 && plenary->at < plenary->phases_n)
        done = phase_start(stage, plenary->workshop, &plenary->phases[plenary->at - 1], &err);
    else if (strcmp(act, "start") == 0)
        done = phase_start(stage, plenary->workshop, phase, &err);
    else if (g_ascii_strtoll(act, NULL, 10) != 0)
        done = phase_extend(stage, phase, (int)g_ascii_strtoll(act, NULL, 10), &err);
    warn(stage, done, &err);
}

static void uncover(struct stage *stage, int64_t card)
{
    struct err err = stage_err(stage);
    struct change *change = store_begin(stage->store, 0, N_("Card shown again"));
    change_int(change, ENTITY_CARD, card, "hidden", 0);
    warn(stage, store_commit(change, &err), &err);
}

static void show_on_projector(struct stage *stage, const char *what)
{
    struct err err = stage_err(stage);
    struct change *change = store_begin(stage->store, 0, N_("Projector shows"));
    change_text(change, ENTITY_WORKSHOP, stage->plenary.workshop, "projector", what);
    bool done = store_commit(change, &err);
    warn(stage, done, &err);
    if (!done || strcmp(what, "dark") == 0 || stage->open_projector == NULL)
        return;
    if (!stage->open_projector(stage->open_context, store_path(stage->store)))
        stage_say(stage, seat_of(stage), "device-projector",
                  stage_text(stage, N_("No second display is connected.")), NULL, NULL);
}

// ---- where it leads -----------------------------------------------------------------------------

static bool lead_on(struct stage *stage, const char *where)
{
    int64_t workshop = stage->plenary.workshop;
    if (strcmp(where, "harvest") == 0)
        stage_show(stage, screen_harvest_new(stage, workshop));
    else if (strcmp(where, "log") == 0)
        stage_show(stage, screen_log_new(stage, workshop));
    else if (strcmp(where, "dots") == 0)
        stage_show(stage, screen_dots_new(stage, workshop));
    else if (strcmp(where, "settings") == 0)
        stage_show(stage, screen_settings_new(stage));
    else if (strcmp(where, "setup") == 0)
        stage_show(stage, screen_setup_new(stage, workshop));
    else if (strcmp(where, "hall") == 0)
        stage_show_alone(stage, screen_hall_new(stage, workshop));
    else
        return false;
    turn(stage, FACILITATOR_AWAY);
    return true;
}

static void take_seats(struct stage *stage, int people, bool around)
{
    if (!seats_fit(people, around, stage->w, stage->h))
        return;
    stage_seat_people(stage, people, around);
    const struct screen *shown = stage_shown(stage);
    if (!shown->class->by_seat)
        return;
    // Who sits where is arranged anew; drafts stay.
    struct arena *arena = arena_new();
    size_t n;
    const struct table *tables =
        store_tables(stage->store, arena, stage->plenary.workshop, &n, NULL);
    if (n > 0)
        stage_show_alone(stage, screen_table_new(stage, stage->plenary.workshop, tables[0].id));
    arena_free(arena);
}

static bool tap_rest(struct stage *stage, const char *name)
{
    const struct settings *settings = &stage->settings;
    if (g_str_has_prefix(name, "seats:"))
        take_seats(stage, (int)g_ascii_strtoll(name + 6, NULL, 10), settings->around);
    else if (strcmp(name, "wall") == 0 || strcmp(name, "around") == 0)
        take_seats(stage, stage->people, strcmp(name, "around") == 0);
    else if (g_str_has_prefix(name, "projector:"))
        show_on_projector(stage, name + 10);
    else if (strcmp(name, "undo") == 0 || strcmp(name, "redo") == 0)
        stage_go_back(stage, seat_of(stage), strcmp(name, "redo") == 0);
    else
        return lead_on(stage, name);
    return true;
}

static void tap(struct stage *stage, const char *name)
{
    struct facilitator *lead = &stage->facilitator;
    if (!g_str_has_prefix(name, "look:"))
        lead->looks_at = 0;
    if (strcmp(name, "close") == 0) {
        turn(stage, FACILITATOR_AWAY);
    } else if (strcmp(name, "freeze") == 0) {
        freeze(stage);
    } else if (strcmp(name, "code") == 0) {
        code_sheet_begin(&lead->sheet, true);
        turn(stage, FACILITATOR_SETS_CODE);
    } else if (g_str_has_prefix(name, "table:")) {
        gather(stage, g_ascii_strtoll(name + 6, NULL, 10));
    } else if (g_str_has_prefix(name, "clock:")) {
        turn_clock(stage, name + 6);
    } else if (g_str_has_prefix(name, "show:")) {
        uncover(stage, g_ascii_strtoll(name + 5, NULL, 10));
    } else if (g_str_has_prefix(name, "look:")) {
        lead->looks_at = g_ascii_strtoll(name + 5, NULL, 10);
    } else if (strcmp(name, "more") == 0) {
        lead->hidden_first += FACILITATOR_HIDDEN;
    } else {
        (void)tap_rest(stage, name);
    }
}

// ---- events -------------------------------------------------------------------------------------

static void answer(struct stage *stage, enum code_answer answer)
{
    struct facilitator *lead = &stage->facilitator;
    switch (answer) {
    case CODE_MORE:
        break;
    case CODE_RIGHT:
    case CODE_SET:
        lead->trusted = true;
        turn(stage, lead->alone ? FACILITATOR_AWAY : FACILITATOR_OPEN);
        break;
    case CODE_CLOSE:
        turn(stage, lead->state == FACILITATOR_SETS_CODE && !lead->alone ? FACILITATOR_OPEN
                                                                         : FACILITATOR_AWAY);
        break;
    }
}

bool facilitator_touch(struct stage *stage, const struct touch *touch)
{
    struct facilitator *lead = &stage->facilitator;
    const char *target = touch->target;
    bool opens = strcmp(target, "lead") == 0 || g_str_has_prefix(target, "lead:seat");
    if (!g_str_has_prefix(target, "lead") && !g_str_has_prefix(target, "code:"))
        return false;
    if (!touch_is_tap(touch))
        return true;
    touched(stage);
    stage->spoken = stage->tr;
    if (g_str_has_prefix(target, "code:"))
        answer(stage, code_sheet_tap(&lead->sheet, stage, target));
    else if (opens && !g_str_has_prefix(target, "lead:seats"))
        facilitator_open(stage);
    else if (g_str_has_prefix(target, "lead:") && lead->state == FACILITATOR_OPEN)
        tap(stage, target + 5);
    return true;
}

bool facilitator_key(struct stage *stage, const struct event *event)
{
    struct facilitator *lead = &stage->facilitator;
    if (lead->state == FACILITATOR_AWAY)
        return false;
    bool sheet = lead->state != FACILITATOR_OPEN;
    if (event->type == EVENT_KEY && event->key == KEY_ESCAPE) {
        answer(stage, CODE_CLOSE); // the drawer, too
        return true;
    }
    if (!sheet)
        return false;
    touched(stage);
    if (event->type == EVENT_KEY && event->key == KEY_BACKSPACE)
        answer(stage, code_sheet_type(&lead->sheet, stage, 'x'));
    for (const char *c = event->type == EVENT_TEXT ? event->text : ""; *c != '\0'; c++) {
        if (g_ascii_isdigit(*c) && lead->state != FACILITATOR_OPEN)
            answer(stage, code_sheet_type(&lead->sheet, stage, *c));
    }
    return true;
}

void facilitator_tick(struct stage *stage)
{
    struct facilitator *lead = &stage->facilitator;
    if (stage->now - lead->touched < FACILITATOR_SHUTS_MS)
        return;
    turn(stage, FACILITATOR_AWAY);
    lead->trusted = false;
}

int facilitator_next_tick(const struct stage *stage, int64_t now)
{
    const struct facilitator *lead = &stage->facilitator;
    if (lead->state == FACILITATOR_AWAY)
        return -1;
    int64_t shuts = MAX(0, lead->touched + FACILITATOR_SHUTS_MS - now);
    if (lead->state == FACILITATOR_OPEN)
        return shuts > 0 ? (int)((shuts - 1) % 1000) + 1 : 0; // the time left is shown
    int rest = code_sheet_next_tick(&lead->sheet, now);
    return rest >= 0 ? rest : (int)shuts;
}

void facilitator_draw(struct stage *stage, struct kit *kit)
{
    const struct facilitator *lead = &stage->facilitator;
    kit_sit(kit, NULL);
    if (lead->state == FACILITATOR_AWAY)
        return;
    if (lead->state == FACILITATOR_OPEN)
        facilitator_draw_veil(stage, kit);
    drawer_begin(&stage->drawers[0], kit, top_of(stage));
    draw_content(stage, kit);
    drawer_end(kit);
}

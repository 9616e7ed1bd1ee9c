// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table_choice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/kit.h"
#include "app/seat_head.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "store/store.h"

#define PITCH 40.0 // mm of rows
#define GAP 5.0
#define HEAD 30.0
#define COLUMN_LEAST 118.0
#define COLUMN_WANTED 185.0

struct table_choice {
    struct stage *stage;
    int seat;
    int64_t now; // the seat's table
    struct arena *arena;
    const struct table *tables;
    size_t n;
};

struct table_choice *table_choice_new(struct stage *stage, int seat, int64_t workshop,
                                      int64_t table)
{
    struct table_choice *choice = g_new0(struct table_choice, 1);
    struct err err = stage_err(stage);
    choice->stage = stage;
    choice->seat = seat;
    choice->now = table;
    choice->arena = arena_new();
    choice->tables = store_tables(stage->store, choice->arena, workshop, &choice->n, &err);
    if (err.code != ERR_NONE)
        stage_warn(stage, seat, &err);
    return choice;
}

void table_choice_free(struct table_choice *choice)
{
    if (choice == NULL)
        return;
    arena_free(choice->arena);
    g_free(choice);
}

enum table_wish table_choice_touch(const struct table_choice *choice, const struct touch *touch,
                                   int64_t *table)
{
    char own[FINGER_TARGET];
    if (!touch_is_tap(touch))
        return TABLE_NONE;
    g_snprintf(own, sizeof own, "hall:seat%d", choice->seat);
    if (strcmp(touch->target, own) == 0)
        return TABLE_HALL;
    g_snprintf(own, sizeof own, "table:seat%d:", choice->seat);
    if (!g_str_has_prefix(touch->target, own))
        return TABLE_CLOSE;
    int number = atoi(touch->target + strlen(own));
    for (size_t i = 0; i < choice->n; i++) {
        if (choice->tables[i].number == number) {
            *table = choice->tables[i].id;
            return TABLE_CHOSEN;
        }
    }
    return TABLE_CLOSE;
}

static void draw_row(struct kit *kit, const struct table_choice *choice, const struct table *table,
                     struct box box)
{
    const char *hit = kit_name(kit, "table:seat%d:%d", choice->seat, table->number);
    bool on = table->id == choice->now, pressed = kit_pressed(kit, hit);
    uint32_t ink = pressed ? COLOUR_PAPER : COLOUR_INK;
    kit_begin_target(kit, hit, box, table->title);
    kit_fill(kit, box, 6,
             pressed ? COLOUR_INK
             : on    ? colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.55)
                     : COLOUR_PAPER);
    kit_frame(kit, box, 6, on ? 1.3 : 0.7, on ? COLOUR_INK : COLOUR_EDGE);
    widget_number(kit, box.x + 17, box.y + box.h / 2, 10, table->number,
                  table->colour);
    kit_text_within(kit, table->title, box.x + 33, box.y + box.h / 2, box.w - 40 - (on ? 18 : 0),
                    KIT_TEXT_LEAST,
                    (struct kit_type){12, 700, ink, KIT_LEFT, kit_guess_lang(kit, table->title)});
    if (on)
        widget_tick(kit, box.x + box.w - 14, box.y + box.h / 2, 7);
    kit_end(kit);
}

void table_choice_draw(const struct table_choice *choice, struct kit *kit)
{
    const struct seat *seat = stage_seat(choice->stage, choice->seat);
    double w = seat_width(seat), h = seat_height(seat);
    double inner = w - 2 * 14 - 2 * 12, least = fmin(COLUMN_LEAST, inner);
    int most = (int)floor((h - SEAT_HEAD - 16 - HEAD - 16) / PITCH); // rows
    int across = (int)fmax(1, floor((inner + GAP) / (COLUMN_WANTED + GAP)));
    while ((int)choice->n > across * most && (inner + GAP) / (across + 1) - GAP >= least)
        across++;
    int rows = ((int)choice->n + across - 1) / across;
    double column = fmin((inner + GAP) / across - GAP, 260);
    struct box sheet = {0, SEAT_HEAD + 8, across * (column + GAP) - GAP + 24,
                        HEAD + 16 + rows * PITCH};
    sheet.x = (w - sheet.w) / 2;
    sheet.h = fmin(sheet.h, h - sheet.y - 8);
    // Whatever is below waits.
    kit_target(kit, kit_name(kit, "choice:seat%d", choice->seat), (struct box){0, 0, w, h});
    kit_hand_box(kit, sheet, 10, COLOUR_PAPER, PEN_FINE * 1.4, "choice");
    struct box hall = {sheet.x + sheet.w - 12 - 84, sheet.y + 8, 84, 26};
    widget_button(kit, kit_name(kit, "hall:seat%d", choice->seat), hall, kit_tr(kit, N_("Hall")),
                  "layout-grid", 10, WIDGET_REST);
    kit_text_within(kit, kit_tr(kit, N_("Which table?")), sheet.x + 14, sheet.y + 21,
                    hall.x - sheet.x - 20, 9,
                    (struct kit_type){14, 800, COLOUR_INK, KIT_LEFT, NULL});
    for (size_t i = 0; i < choice->n && (int)i < across * most; i++) {
        struct box box = {sheet.x + 12 + (double)((int)i % across) * (column + GAP),
                          sheet.y + HEAD + 10 + (double)((int)i / across) * PITCH, column,
                          PITCH - GAP};
        draw_row(kit, choice, &choice->tables[i], box);
    }
}

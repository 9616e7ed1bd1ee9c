// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/harvest_list.h"

#include <math.h>
#include <string.h>

#include "app/curation.h"
#include "app/stage.h"
#include "app/widget.h"

#define ROW 78.0
#define WORDS_END 152.0 // from the end of a row: its buttons begin
#define ROW_MORE 44.0 // of the selected row
#define NO_FINGER INT64_MIN

double harvest_list_width(double glass)
{
    return glass >= 1000 ? 452 : 392;
}

void harvest_list_init(struct harvest_list *list, struct stage *stage, int64_t workshop)
{
    *list = (struct harvest_list){.stage = stage, .panning = NO_FINGER};
    harvest_rows_init(&list->rows, stage, workshop);
}

void harvest_list_clear(struct harvest_list *list)
{
    harvest_rows_clear(&list->rows);
}

// ---- geometry -----------------------------------------------------------------------------------

static double row_height(const struct harvest_list *list, size_t i)
{
    return ROW + (list->rows.of[i].card == list->selected ? ROW_MORE : 0);
}

static double content_height(const struct harvest_list *list)
{
    double h = 8;
    for (size_t i = 0; i < list->rows.n; i++)
        h += row_height(list, i);
    return h;
}

static void stay_in_reach(struct harvest_list *list)
{
    double most = fmax(0, content_height(list) - list->room.h);
    list->pan = CLAMP(list->pan, 0, most);
}

// Moves as little as it takes to see all of the selected row.
static void show_selected(struct harvest_list *list)
{
    double y = 0;
    for (size_t i = 0; i < list->rows.n; i++) {
        double h = row_height(list, i);
        if (list->rows.of[i].card == list->selected)
            list->pan = CLAMP(list->pan, y + h - list->room.h, y);
        y += h;
    }
    stay_in_reach(list);
}

void harvest_list_select(struct harvest_list *list, int64_t card)
{
    list->selected = card;
    list->joining = 0;
    show_selected(list);
}

void harvest_list_wheel(struct harvest_list *list, double dy)
{
    list->pan -= dy;
    stay_in_reach(list);
}

void harvest_list_set_filter(struct harvest_list *list, int number)
{
    list->filter = number;
    list->pan = 0;
    list->selected = 0;
}

// ---- touches ------------------------------------------------------------------------------------

// The card that was looked for is `card`, unless it is the one that looks.
static bool join(struct harvest_list *list, int64_t card)
{
    int64_t joining = list->joining;
    list->joining = 0;
    if (joining == card)
        return false;
    list->selected = card;
    return curation_join(list->stage, joining, card);
}

// `target` is "harvest:NAME:CARD".
static bool tap(struct harvest_list *list, const char *target)
{
    char **parts = g_strsplit(target, ":", 3);
    const char *act = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";
    int64_t card = *act != '\0' && parts[2] != NULL ? g_ascii_strtoll(parts[2], NULL, 10) : 0;
    struct harvest_row *row = harvest_rows_find(&list->rows, card);
    bool changed = false;
    if (row == NULL) {
        // the list has changed under the finger
    } else if (strcmp(act, "row") == 0 && list->joining != 0) {
        changed = join(list, card);
    } else if (strcmp(act, "row") == 0) {
        list->selected = list->selected == card ? 0 : card;
        show_selected(list);
    } else if (strcmp(act, "core") == 0) {
        changed = curation_set(list->stage, card,
                               row->core ? N_("Core point taken back") : N_("Core point"), "core",
                               !row->core);
        row->core = changed ? !row->core : row->core;
    } else if (strcmp(act, "take") == 0) {
        changed =
            curation_set(list->stage, card,
                         row->out ? N_("Taken into the picture") : N_("Left out of the picture"),
                         "out", !row->out);
        row->out = changed ? !row->out : row->out;
    } else if (strcmp(act, "picture") == 0) {
        changed = curation_next_picture(list->stage, row);
    } else if (strcmp(act, "always") == 0) {
        changed = curation_always(list->stage, row);
    } else if (strcmp(act, "reword") == 0) {
        list->rewording = card;
    } else if (strcmp(act, "agree") == 0) {
        list->agreeing = card;
    } else if (strcmp(act, "join") == 0) {
        list->joining = list->joining == card ? 0 : card;
    } else if (strcmp(act, "part") == 0) {
        changed = curation_set(list->stage, card, N_("Parted again"), "joined", 0);
    } else if (strcmp(act, "hide") == 0) {
        changed = curation_hide(list->stage, card);
        list->selected = changed ? 0 : list->selected;
    } else if (strcmp(act, "smaller") == 0 || strcmp(act, "larger") == 0) {
        bool larger = *act == 'l';
        int weight = CLAMP(row->weight + (larger ? 1 : -1), -2, 2);
        changed = weight != row->weight &&
                  curation_set(list->stage, card, larger ? N_("Larger") : N_("Smaller"), "weight",
                               weight);
        row->weight = changed ? weight : row->weight;
    }
    g_strfreev(parts);
    return changed;
}

bool harvest_list_touch(struct harvest_list *list, const struct touch *touch)
{
    if (!g_str_has_prefix(touch->target, "harvest:"))
        return false;
    if (touch->type == TOUCH_DOWN && list->panning == NO_FINGER) {
        list->panning = touch->finger;
        list->pan_from = list->pan;
        list->pans = false;
    }
    bool own = list->panning == touch->finger;
    if (own && touch->travel > FINGER_PAN_START)
        list->pans = true;
    if (own && list->pans && touch->type != TOUCH_CANCEL) {
        list->pan = list->pan_from - (touch->at.y - touch->from.y);
        stay_in_reach(list);
    }
    if (own && (touch->type == TOUCH_UP || touch->type == TOUCH_CANCEL))
        list->panning = NO_FINGER;
    return touch_is_tap(touch) && !(own && list->pans) && tap(list, touch->target);
}

// ---- drawing ------------------------------------------------------------------------------------

// The part of a target that is seen; false when it is too little to touch.
static bool seen_part(const struct harvest_list *list, struct box box, struct box *seen)
{
    *seen = box_intersection(box, list->room);
    return !box_is_empty(*seen) && seen->h >= fmin(box.h, KIT_TARGET_LEAST);
}

static void draw_item(struct kit *kit, const struct harvest_list *list, const char *act,
                      const struct harvest_row *row, struct box box, const char *label,
                      const char *icon, bool on)
{
    struct box seen;
    if (!seen_part(list, box, &seen))
        return;
    bool whole = seen.h > box.h - 0.01; // one that is cut is seen but not touched
    widget_bar_item(kit,
                    whole ? kit_name(kit, "harvest:%s:%" G_GINT64_FORMAT, act, row->card) : NULL,
                    box, label, icon, on ? WIDGET_ON : WIDGET_REST);
}

static void draw_words(struct kit *kit, const struct harvest_list *list,
                       const struct harvest_row *row, struct box box)
{
    struct box face = {box.x + 6, box.y + 4, box.w - WORDS_END, 70}, seen;
    const char *hit = kit_name(kit, "harvest:row:%" G_GINT64_FORMAT, row->card);
    bool touched = seen_part(list, face, &seen);
    uint32_t accent = colour_accent(row->colour);
    if (touched)
        kit_begin_target(kit, hit, seen, row->keyword);
    struct box tile = {box.x + 6, box.y + 9, 54, 58};
    kit_fill(kit, tile, 6, COLOUR_PAPER);
    kit_frame(kit, tile, 6, KIT_HAIRLINE, COLOUR_LINE);
    if (row->icon != NULL)
        kit_hand_icon(kit, row->icon, tile.x + 8, tile.y + 9, 38, accent, PEN_FINE * 1.3, hit);
    widget_number(kit, tile.x + tile.w, tile.y + 4, 8.5, row->number,
                  row->colour);
    double x = box.x + 74;
    bool two = *row->text != '\0';
    struct kit_type type = {16.5, 800, row->out ? COLOUR_OFF : COLOUR_INK, KIT_LEFT, row->lang};
    kit_text_within(kit, row->keyword, x, box.y + (two ? 19 : 38), box.w - 222, 12, type);
    if (two)
        kit_paragraph(kit, row->text, x, box.y + 32, box.w - 268, 2, 8.5,
                      (struct kit_type){9.5, 500, COLOUR_GREY, KIT_LEFT, row->lang});
    widget_dot(kit, box.x + box.w - 182, box.y + 46, 4.6, accent, row->votes > 0, hit);
    kit_text(kit, kit_name(kit, "%d", (int)row->votes), box.x + box.w - 174, box.y + 46,
             (struct kit_type){12, 800, COLOUR_INK, KIT_LEFT, "en"});
    if (touched)
        kit_end(kit);
}

static void draw_row(struct kit *kit, const struct harvest_list *list,
                     const struct harvest_row *row, struct box box)
{
    bool selected = row->card == list->selected;
    if (selected)
        kit_hand_box(kit, (struct box){box.x, box.y + 1, box.w, box.h - 3}, 7,
                     colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.62), PEN_MEDIUM, "row");
    draw_words(kit, list, row, box);
    draw_item(kit, list, "core", row, (struct box){box.x + box.w - 146, box.y + 9, 66, 58},
              kit_tr(kit, N_("Core point")), "star", row->core);
    if (row->into != 0)
        draw_item(kit, list, "part", row, (struct box){box.x + box.w - 76, box.y + 9, 72, 58},
                  kit_tr(kit, N_("Part")), "unlink", false);
    else
        draw_item(kit, list, "take", row, (struct box){box.x + box.w - 76, box.y + 9, 72, 58},
                  row->out ? kit_tr(kit, N_("Add")) : kit_tr(kit, N_("In the picture")),
                  row->out ? "plus" : "check", false);
    if (!selected)
        return;
    if (list->joining == row->card) {
        kit_text_within(kit, kit_tr(kit, N_("Tap the idea that says the same.")), box.x + 74,
                        box.y + 95, box.w - 144, 9, (struct kit_type){12, 600, COLOUR_INK, KIT_LEFT, NULL});
        draw_item(kit, list, "join", row, (struct box){box.x + box.w - 68, box.y + 74, 66, 42},
                  kit_tr(kit, N_("Leave it")), "x", false);
        return;
    }
    const struct {
        const char *act, *label, *icon;
        bool on;
    } acts[] = {
        {"smaller", kit_tr(kit, N_("Smaller")), "minus", row->weight < 0},
        {"larger", kit_tr(kit, N_("Larger")), "plus", row->weight > 0},
        {"reword", kit_tr(kit, N_("Change")), "pencil", false},
        {"picture", kit_tr(kit, N_("Picture")), "photo", false},
        {"join", kit_tr(kit, N_("Join")), "link", false},
        {"agree", kit_tr(kit, N_("Agreement")), "heart-handshake", false},
        {"hide", kit_tr(kit, N_("Hide")), "eye-off", false},
    };
    double w = (box.w - 12) / (double)G_N_ELEMENTS(acts);
    for (size_t i = 0; i < G_N_ELEMENTS(acts); i++)
        draw_item(kit, list, acts[i].act, row,
                  (struct box){box.x + 6 + w * (double)i, box.y + 74, w - 2, 42}, acts[i].label,
                  acts[i].icon, acts[i].on);
}

void harvest_list_draw(struct harvest_list *list, struct kit *kit, struct box room)
{
    list->room = room;
    stay_in_reach(list);
    kit_target(kit, "harvest:list", room);
    if (list->rows.n == 0) {
        kit_paragraph(kit, kit_tr(kit, N_("Nothing is collected here yet.")), room.x + room.w / 2,
                      room.y + 60, room.w - 40, 3, 12,
                      (struct kit_type){17, 700, COLOUR_GREY, KIT_CENTRE, NULL});
        return;
    }
    kit_clip(kit, room);
    double y = room.y - list->pan;
    for (size_t i = 0; i < list->rows.n && y < room.y + room.h; i++) {
        const struct harvest_row *row = &list->rows.of[i];
        struct box box = {room.x, y, room.w, row_height(list, i)};
        y += box.h;
        if (y <= room.y)
            continue;
        bool selected = row->card == list->selected;
        bool below = i > 0 && list->rows.of[i - 1].card != list->selected;
        if (!selected && below)
            kit_rule(kit, room.x + 8, box.y - 1, room.x + room.w - 6, box.y - 1, COLOUR_LINE);
        draw_row(kit, list, row, box);
    }
    kit_unclip(kit);
}

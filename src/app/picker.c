// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picker.h"

#include <math.h>
#include <string.h>

#include "app/event.h"
#include "app/picture_name.h"
#include "app/stage.h"
#include "app/widget.h"
#include "draw/icon.h"
#include "words/words.h"

#define GAP 4.0
#define FIELD_MOST 60 // bytes of the query

static const double field_sizes[] = {17, 14, 12, 10};

// What workshops talk about, for people who have no word for it yet.
static const char *const everyday[] = {
    "users-group",    "home-heart",    "world",           "heart-handshake", "school",
    "book",           "language",      "messages",        "coffee",          "tools-kitchen-2",
    "confetti",       "bus",           "bike",            "walk",            "calendar",
    "phone",          "music",         "ball-football",   "trees",           "flower",
    "sun",            "trophy",        "key",             "building-hospital", "stethoscope",
    "briefcase",      "hammer",        "coins",           "shopping-cart",   "scale",
    "bulb",           "baby-carriage", "wheelchair",      "palette",         "device-mobile",
    "building-store", "route",         "user-heart",      "home-2",          "leaf",
    "heart",          "alert-triangle"};

static bool is_found(const struct picker *picker, const char *icon)
{
    for (guint i = 0; i < picker->found->len; i++) {
        if (strcmp(g_ptr_array_index(picker->found, i), icon) == 0)
            return true;
    }
    return false;
}

static void add(struct picker *picker, const char *icon)
{
    if (icons_find(picker->stage->icons, icon) >= 0 && !is_found(picker, icon))
        g_ptr_array_add(picker->found, g_strdup(icon));
}

void picker_offer(struct picker *picker, const char *const *icons, size_t n)
{
    if (picker->query.text->len > 0)
        return;
    g_ptr_array_set_size(picker->found, 0);
    for (size_t i = 0; i < n; i++)
        add(picker, icons[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(everyday); i++)
        add(picker, everyday[i]);
}

static void look(struct picker *picker)
{
    const char *found[PICKER_MOST];
    picker->scrolled = 0;
    if (picker->query.text->len == 0) {
        picker_offer(picker, NULL, 0);
        return;
    }
    size_t n = words_search_icons(picker->stage->words, picker->query.text->str,
                                  keyboard_lang(&picker->keyboard), found, PICKER_MOST);
    g_ptr_array_set_size(picker->found, 0);
    for (size_t i = 0; i < n; i++)
        add(picker, found[i]);
}

static void insert(struct picker *picker, const char *text)
{
    char *line = g_strdelimit(g_strdup(text), "\n", ' ');
    if (picker->query.text->len + strlen(line) <= FIELD_MOST)
        entry_insert(&picker->query, line);
    g_free(line);
}

// Of a seat that reads from the right: what kit_mirror takes to exchange the sides of the room; else 0.
static double mirror_of(const struct picker *picker)
{
    bool rtl = lang_is_rtl(tr_lang(stage_tr(picker->stage, picker->seat)));
    return rtl ? 2 * picker->grid.x + picker->grid.w : 0;
}

static void lay_out_field(struct picker *picker)
{
    struct box text = {picker->field.x + 30, picker->field.y + 3, picker->field.w - 66,
                       picker->field.h - 6};
    if (mirror_of(picker) > 0)
        text.x = mirror_of(picker) - text.x - text.w;
    entry_compose(&picker->query, picker->stage->lettering, picker->stage->hyphens,
                  keyboard_lang(&picker->keyboard), text, field_sizes, G_N_ELEMENTS(field_sizes));
}

static void type(void *context, const struct stroke *stroke)
{
    struct picker *picker = context;
    if (stroke->type == STROKE_TEXT)
        insert(picker, stroke->text);
    else if (stroke->type == STROKE_BACKSPACE)
        entry_backspace(&picker->query);
    else if (stroke->type == STROKE_BACKSPACE_WORD)
        entry_backspace_word(&picker->query);
    else if (stroke->type == STROKE_REPLACE)
        entry_replace(&picker->query, stroke->old, stroke->text);
    else if (stroke->type == STROKE_LANGUAGE || stroke->type == STROKE_CHOOSE_LANGUAGE) {
        sitting_take_lang(picker->stage, picker->seat, stroke->text);
        keyboard_set_lang(&picker->keyboard, sitting_lang(picker->stage, picker->seat));
    } else if (stroke->type == STROKE_MOVE)
        entry_move(&picker->query, picker->query.rtl ? -stroke->steps : stroke->steps);
    look(picker);
    lay_out_field(picker);
}

void picker_init(struct picker *picker, struct stage *stage, int seat, const char *lang)
{
    *picker = (struct picker){.stage = stage, .seat = seat, .columns = 1};
    entry_init(&picker->query);
    keyboard_init(&picker->keyboard, stage->layouts, seat, type, picker);
    keyboard_set_lang(&picker->keyboard, lang);
    picker->found = g_ptr_array_new_with_free_func(g_free);
}

void picker_clear(struct picker *picker)
{
    entry_clear(&picker->query);
    keyboard_clear(&picker->keyboard);
    g_ptr_array_free(picker->found, TRUE);
}

static double scroll_most(const struct picker *picker)
{
    int rows = ((int)picker->found->len + picker->columns - 1) / picker->columns;
    return fmax(0, rows * (picker->tile_h + GAP) - GAP - picker->grid.h);
}

void picker_place(struct picker *picker, struct box room, struct point keys, double pitch,
                  double seat_w)
{
    bool large = room.w > 450;
    double field = large ? 38 : 26;
    picker->field = (struct box){room.x, room.y, room.w * (large ? 0.66 : 0.72), field};
    picker->grid = (struct box){room.x, room.y + field + 6, room.w, room.h - field - 6};
    picker->columns = MAX(3, (int)floor((room.w + GAP) / (large ? 92 : 62)));
    picker->tile_w = (room.w + GAP) / picker->columns - GAP;
    int rows = MAX(1, (int)floor((picker->grid.h + GAP) / ((large ? 64 : 46) + GAP)));
    picker->tile_h = (picker->grid.h + GAP) / rows - GAP;
    picker->scrolled = CLAMP(picker->scrolled, 0, scroll_most(picker));
    keyboard_place(&picker->keyboard, keys.x, keys.y, pitch, seat_w);
    lay_out_field(picker);
}

bool picker_touch(struct picker *picker, const struct touch *touch)
{
    const char *rest = touch_after(touch->target, picker->seat, "tile");
    picker->chosen[0] = '\0';
    if (rest != NULL || touch_after(touch->target, picker->seat, "tiles") != NULL) {
        if (touch->type == TOUCH_MOVE && touch->travel > FINGER_TAP_REACH)
            picker->scrolled =
                CLAMP(picker->scrolled - (touch->at.y - touch->last.y), 0, scroll_most(picker));
        else if (rest != NULL && *rest != '\0' && touch_is_tap(touch))
            g_strlcpy(picker->chosen, rest, sizeof picker->chosen);
    } else if (touch_after(touch->target, picker->seat, "query") != NULL) {
        entry_put_caret(&picker->query, picker->stage->lettering, touch->at);
    } else if (touch_after(touch->target, picker->seat, "query-clear") != NULL) {
        if (touch_is_tap(touch)) {
            entry_set(&picker->query, "");
            look(picker);
            lay_out_field(picker);
        }
    } else if (touch_after(touch->target, picker->seat, "key") != NULL) {
        keyboard_touch(&picker->keyboard, touch);
    } else {
        return false;
    }
    return true;
}

void picker_key(struct picker *picker, const struct event *event)
{
    struct entry *query = &picker->query;
    if (event->type == EVENT_TEXT)
        insert(picker, event->text);
    else if (event->type == EVENT_WHEEL)
        picker->scrolled = CLAMP(picker->scrolled - event->dy, 0, scroll_most(picker));
    else if (event->type == EVENT_KEY && event->key == KEY_BACKSPACE)
        entry_backspace(query);
    else if (event->type == EVENT_KEY && event->key == KEY_DELETE)
        entry_delete(query);
    else if (event->type == EVENT_KEY && (event->key == KEY_LEFT || event->key == KEY_RIGHT))
        entry_move(query, (event->key == KEY_RIGHT) != query->rtl ? 1 : -1);
    else if (event->type == EVENT_KEY && event->key == KEY_ENTER && picker->found->len > 0)
        g_strlcpy(picker->chosen, g_ptr_array_index(picker->found, 0), sizeof picker->chosen);
    if (event->type == EVENT_TEXT || event->key == KEY_BACKSPACE || event->key == KEY_DELETE)
        look(picker);
    lay_out_field(picker);
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_field(struct kit *kit, struct picker *picker)
{
    struct box box = picker->field;
    double middle = box.y + box.h / 2, icon = box.h * 0.45;
    kit_begin_target(kit, kit_name(kit, "query:seat%d", picker->seat), box,
                     picker->query.text->str);
    kit_fill(kit, box, box.h / 2, COLOUR_PAPER);
    kit_frame(kit, box, box.h / 2, 1.3, COLOUR_INK);
    kit_icon(kit, "search", box.x + 9, middle - icon / 2, icon, COLOUR_INK);
    if (picker->query.text->len == 0)
        kit_text_within(kit, kit_tr(kit, N_("Look for a picture")), box.x + 35, middle,
                        box.w - 70, KIT_TEXT_LEAST,
                        (struct kit_type){12, 500, COLOUR_MUTE, KIT_LEFT, NULL});
    kit_end(kit);
    double mirror = kit->mirror; // what is typed has a place of its own
    kit_mirror(kit, 0);
    entry_draw(&picker->query, kit, true);
    kit_mirror(kit, mirror);
    if (picker->query.text->len > 0) {
        struct box clear = {box.x + box.w - box.h, box.y, box.h, box.h};
        kit_begin_target(kit, kit_name(kit, "query-clear:seat%d", picker->seat), clear,
                         kit_tr(kit, N_("Clear")));
        kit_icon(kit, "x", clear.x + (box.h - icon) / 2, middle - icon / 2, icon, COLOUR_INK);
        kit_end(kit);
    }
    int n = (int)picker->found->len;
    const char *count = kit_say(kit, tr_plural(kit->tr, "%d picture", "%d pictures", (size_t)n), n);
    double x = box.x + box.w + 8;
    kit_text_within(kit, count, x, middle, picker->grid.x + picker->grid.w - x, KIT_TEXT_LEAST,
                    (struct kit_type){10, 600, COLOUR_GREY, KIT_LEFT, NULL});
}

static void draw_tile(struct kit *kit, struct picker *picker, const char *icon, struct box box,
                      bool taken, uint32_t accent)
{
    const char *lang = keyboard_lang(&picker->keyboard);
    char *name = picture_name(picker->stage, picker->seat, icon, lang);
    const char *label = kit_name(kit, "%s", name);
    g_free(name);
    const char *hit = kit_name(kit, "tile:seat%d:%s", picker->seat, icon);
    struct box seen = box_intersection(box, picker->grid);
    kit_begin_target(kit, hit, seen, label);
    bool two = widget_tile_lines(kit, label, box.w, lang) > 1;
    double size = fmin(34, box.h - (two ? 28 : 22)), x = box.x + (box.w - size) / 2;
    double y = box.y + (two ? 3 : 5);
    if (taken || kit_pressed(kit, hit)) {
        kit_hand_box(kit, box, 6, COLOUR_PAPER, PEN_MEDIUM, hit);
        kit_hand_icon(kit, icon, x, y, size, accent, PEN_FINE * 1.1, icon);
    } else {
        kit_fill(kit, box, 6, COLOUR_PAPER);
        kit_frame(kit, box, 6, KIT_HAIRLINE, COLOUR_LINE);
        kit_hand_icon(kit, icon, x, y, size, COLOUR_NONE, PEN_FINE * 0.9, icon);
    }
    widget_tile_word(kit, label, box, lang);
    if (taken)
        widget_tick(kit, box.x + box.w - 8, box.y + 8, 6.5);
    kit_end(kit);
}

void picker_draw(struct picker *picker, struct kit *kit, const char *taken, uint32_t accent)
{
    struct box grid = picker->grid;
    kit_mirror(kit, mirror_of(picker));
    draw_field(kit, picker);
    kit_target(kit, kit_name(kit, "tiles:seat%d", picker->seat), grid);
    if (picker->found->len == 0)
        kit_text_within(kit, kit_tr(kit, N_("Nothing found. Another word may help.")),
                        grid.x + grid.w / 2, grid.y + grid.h / 2, grid.w - 20, KIT_TEXT_LEAST,
                        (struct kit_type){12, 500, COLOUR_GREY, KIT_CENTRE, NULL});
    kit_clip(kit, box_grow(grid, 2));
    for (guint i = 0; i < picker->found->len; i++) {
        int column = (int)i % picker->columns, row = (int)i / picker->columns;
        struct box box = {grid.x + column * (picker->tile_w + GAP),
                          grid.y + row * (picker->tile_h + GAP) - picker->scrolled, picker->tile_w,
                          picker->tile_h};
        struct box seen = box_intersection(box, grid);
        const char *icon = g_ptr_array_index(picker->found, i);
        if (!box_is_empty(seen) && seen.h >= KIT_TARGET_LEAST)
            draw_tile(kit, picker, icon, box, strcmp(icon, taken) == 0, accent);
    }
    kit_unclip(kit);
    kit_mirror(kit, 0);
    keyboard_draw(&picker->keyboard, kit);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/naming.h"

#include <math.h>
#include <string.h>

#include "app/entry.h"
#include "app/event.h"
#include "app/keyboard.h"
#include "app/sitting.h"
#include "app/stage.h"
#include "app/widget.h"

#define LINE 46.0
#define TITLE_MOST 200 // bytes

static const double sizes[] = {22, 19, 17, 15, 13, 12};

#define BUTTONS_LEAST 40.0 // beside the keys; in narrower zones they stand below them
#define BUTTONS_BELOW 44.0

struct naming {
    struct stage *stage;
    int seat;
    int64_t zone, row;
    enum entity entity;
    const char *field, *label; // what is written, and what undo says
    char *title;               // as it is, or the prompt
    bool proposed;             // what stands there goes when someone types
    naming_said *said;         // NULL: the field of `row` is set
    void *context;
    struct entry entry;
    struct keyboard keyboard;
    bool done;
};

struct rooms {
    struct box all, line, text, buttons;
    struct point keys;
    double pitch;
    bool below; // the buttons stand below the keys
};

static struct rooms rooms_of(const struct naming *naming)
{
    const struct seat *seat = stage_seat(naming->stage, naming->seat);
    double w = seat_width(seat), h = seat_height(seat);
    bool large = w >= 664 && h >= 400;
    double side = large ? 14 : 8;
    struct rooms rooms = {.pitch = large ? KEYBOARD_PITCH : KEYBOARD_PITCH_SMALL};
    rooms.all.w = large ? 664 : fmin(w, 403);
    rooms.all.h = 16 + LINE + 14 + KEYBOARD_ROWS * rooms.pitch + side;
    rooms.all.x = (w - rooms.all.w) / 2;
    rooms.all.y = h - rooms.all.h;
    rooms.line = (struct box){rooms.all.x + side, rooms.all.y + 16, rooms.all.w - 2 * side, LINE};
    rooms.text = (struct box){rooms.line.x + 12, rooms.line.y + 4, rooms.line.w - 24, LINE - 8};
    rooms.keys = (struct point){rooms.line.x, rooms.line.y + LINE + 14};
    double column = rooms.keys.x + KEYBOARD_COLUMNS * rooms.pitch + 8;
    rooms.buttons = (struct box){column, rooms.keys.y, rooms.line.x + rooms.line.w - column,
                                 KEYBOARD_ROWS * rooms.pitch};
    rooms.below = rooms.buttons.w < BUTTONS_LEAST;
    if (rooms.below) {
        rooms.all.y -= BUTTONS_BELOW;
        rooms.all.h += BUTTONS_BELOW;
        rooms.line.y -= BUTTONS_BELOW;
        rooms.text.y -= BUTTONS_BELOW;
        rooms.keys.y -= BUTTONS_BELOW;
        rooms.buttons = (struct box){rooms.line.x, rooms.keys.y + KEYBOARD_ROWS * rooms.pitch,
                                     rooms.line.w, BUTTONS_BELOW - 4};
    }
    return rooms;
}

double naming_toast_bottom(const struct naming *naming, double otherwise)
{
    return naming != NULL ? rooms_of(naming).all.y - 8 : otherwise;
}

static void lay_out(struct naming *naming)
{
    const struct stage *stage = naming->stage;
    struct rooms rooms = rooms_of(naming);
    entry_compose(&naming->entry, stage->lettering, stage->hyphens, "", rooms.text, sizes,
                  G_N_ELEMENTS(sizes));
    keyboard_place(&naming->keyboard, rooms.keys.x, rooms.keys.y, rooms.pitch,
                   seat_width(stage_seat(stage, naming->seat)));
}

static void commit(struct naming *naming)
{
    struct stage *stage = naming->stage;
    struct err err = stage_err(stage);
    char *text = g_strstrip(g_strdup(naming->entry.text->str));
    naming->done = true;
    bool nameless = strcmp(naming->field, "title") != 0; // may be left empty again
    if (naming->said != NULL) {
        naming->done = *text == '\0' || naming->said(naming->context, text);
    } else if ((*text != '\0' || nameless) && strcmp(text, naming->title) != 0) {
        struct change *change = store_begin(stage->store, naming->zone, naming->label);
        change_text(change, naming->entity, naming->row, naming->field, text);
        if (!store_commit(change, &err)) {
            stage_warn(stage, naming->seat, &err);
            naming->done = false;
        }
    }
    g_free(text);
}

// A proposal that is not wanted goes as a whole.
static bool drop_proposal(struct naming *naming)
{
    bool dropped = naming->proposed;
    if (dropped)
        entry_set(&naming->entry, "");
    naming->proposed = false;
    return dropped;
}

static void insert(struct naming *naming, const char *text)
{
    char *line = g_strdelimit(g_strdup(text), "\n", ' ');
    drop_proposal(naming);
    if (naming->entry.text->len + strlen(line) <= TITLE_MOST)
        entry_insert(&naming->entry, line);
    g_free(line);
}

static void type(void *context, const struct stroke *stroke)
{
    struct naming *naming = context;
    switch (stroke->type) {
    case STROKE_TEXT:
        if (strcmp(stroke->text, "\n") == 0)
            commit(naming);
        else
            insert(naming, stroke->text);
        break;
    case STROKE_BACKSPACE:
        if (!drop_proposal(naming))
            entry_backspace(&naming->entry);
        break;
    case STROKE_BACKSPACE_WORD:
        if (!drop_proposal(naming))
            entry_backspace_word(&naming->entry);
        break;
    case STROKE_MOVE:
        entry_move(&naming->entry, naming->entry.rtl ? -stroke->steps : stroke->steps);
        break;
    case STROKE_HIDE:
        naming->done = true;
        break;
    case STROKE_REPLACE:
        entry_replace(&naming->entry, stroke->old, stroke->text);
        break;
    case STROKE_LANGUAGE:
    case STROKE_CHOOSE_LANGUAGE:
        sitting_take_lang(naming->stage, naming->seat, stroke->text);
        keyboard_set_lang(&naming->keyboard, sitting_lang(naming->stage, naming->seat));
        break;
    }
    lay_out(naming);
}

static struct naming *open_line(struct stage *stage, int seat, const char *title, const char *text)
{
    struct naming *naming = g_new0(struct naming, 1);
    naming->stage = stage;
    naming->seat = seat;
    naming->title = g_strdup(title);
    naming->field = "title";
    naming->label = N_("Name changed");
    entry_init(&naming->entry);
    entry_set(&naming->entry, text);
    keyboard_init(&naming->keyboard, stage->layouts, seat, type, naming);
    keyboard_set_lang(&naming->keyboard, sitting_lang(stage, seat));
    lay_out(naming);
    drawer_open(&stage->drawers[seat]);
    return naming;
}

struct naming *naming_new(struct stage *stage, int seat, int64_t zone, enum entity entity,
                          int64_t row, const char *title, bool fresh)
{
    struct naming *naming = open_line(stage, seat, title, fresh ? "" : title);
    naming->zone = zone;
    naming->entity = entity;
    naming->row = row;
    return naming;
}

struct naming *naming_new_field(struct stage *stage, int seat, int64_t zone, enum entity entity,
                                int64_t row, const char *field, const char *label,
                                const char *value, const char *proposal)
{
    struct naming *naming = naming_new(stage, seat, zone, entity, row, value, false);
    naming->field = field;
    naming->label = label;
    if (*value == '\0' && *proposal != '\0') {
        entry_set(&naming->entry, proposal);
        naming->proposed = true;
        lay_out(naming);
    }
    return naming;
}

struct naming *naming_new_line(struct stage *stage, int seat, const char *prompt, const char *text,
                               naming_said *said, void *context)
{
    struct naming *naming = open_line(stage, seat, prompt, text);
    naming->said = said;
    naming->context = context;
    return naming;
}

void naming_free(struct naming *naming)
{
    if (naming == NULL)
        return;
    entry_clear(&naming->entry);
    keyboard_clear(&naming->keyboard);
    g_free(naming->title);
    g_free(naming);
}

bool naming_touch(struct naming *naming, const struct touch *touch)
{
    const char *target = touch->target;
    if (touch_after(target, naming->seat, "key") != NULL ||
        touch_after(target, naming->seat, "naming") != NULL) {
        keyboard_touch(&naming->keyboard, touch);
    } else if (touch_after(target, naming->seat, "text") != NULL) {
        entry_put_caret(&naming->entry, naming->stage->lettering, touch->at);
    } else if (touch_after(target, naming->seat, "commit") != NULL) {
        if (touch_is_tap(touch))
            commit(naming);
    } else if (touch_after(target, naming->seat, "cancel") != NULL) {
        naming->done = naming->done || touch_is_tap(touch);
    } else {
        return false;
    }
    return true;
}

void naming_key(struct naming *naming, const struct event *event)
{
    struct entry *entry = &naming->entry;
    if (event->type == EVENT_TEXT)
        insert(naming, event->text);
    if (event->type == EVENT_KEY) {
        switch (event->key) {
        case KEY_BACKSPACE:
            if (!drop_proposal(naming))
                entry_backspace(entry);
            break;
        case KEY_DELETE:
            entry_delete(entry);
            break;
        case KEY_LEFT:
        case KEY_RIGHT:
            entry_move(entry, (event->key == KEY_RIGHT) != entry->rtl ? 1 : -1);
            break;
        case KEY_HOME:
        case KEY_END:
            entry_move_end(entry, event->key == KEY_END);
            break;
        case KEY_UNDO:
            entry_undo(entry);
            break;
        case KEY_ENTER:
            commit(naming);
            break;
        case KEY_ESCAPE:
            naming->done = true;
            break;
        default:
            break;
        }
    }
    lay_out(naming);
}

void naming_tick(struct naming *naming)
{
    if (naming != NULL)
        keyboard_tick(&naming->keyboard, naming->stage->now);
}

int naming_next_tick(const struct naming *naming, int64_t now)
{
    return naming != NULL ? keyboard_next_tick(&naming->keyboard, now) : -1;
}

static void draw(struct naming *naming, struct kit *kit)
{
    struct rooms rooms = rooms_of(naming);
    int seat = naming->seat;
    widget_drawer(kit, kit_name(kit, "naming:seat%d", seat), rooms.all);
    kit_begin_target(kit, kit_name(kit, "text:seat%d", seat), rooms.line, naming->entry.text->str);
    kit_hand_box(kit, rooms.line, 7, COLOUR_PAPER, PEN_MEDIUM, "naming");
    if (naming->entry.text->len == 0)
        kit_text_within(kit, naming->title, rooms.text.x + 4, rooms.text.y + rooms.text.h / 2,
                        rooms.text.w - 4, 12,
                        (struct kit_type){22, 500, COLOUR_MUTE, KIT_LEFT, NULL});
    entry_draw(&naming->entry, kit, true);
    kit_end(kit);
    keyboard_draw(&naming->keyboard, kit);
    double pitch = rooms.buttons.h / 4, gap = naming->keyboard.gap;
    bool small = rooms.buttons.w < 110;
    struct box later = {rooms.buttons.x, rooms.buttons.y + pitch + gap / 2, rooms.buttons.w,
                        pitch - gap};
    struct box commit_box = {rooms.buttons.x, rooms.buttons.y + 2 * pitch + gap / 2,
                             rooms.buttons.w, 2 * pitch - gap};
    if (rooms.below) {
        later = (struct box){rooms.buttons.x, rooms.buttons.y, rooms.buttons.w * 0.3,
                             rooms.buttons.h};
        commit_box = (struct box){later.x + later.w + gap, later.y,
                                  rooms.buttons.w - later.w - gap, later.h};
    }
    widget_button(kit, kit_name(kit, "cancel:seat%d", seat), later, kit_tr(kit, N_("Leave it")),
                  small ? NULL : "x", small ? 9.5 : 12, WIDGET_REST);
    widget_primary(kit, kit_name(kit, "commit:seat%d", seat), commit_box, kit_tr(kit, N_("Done")),
                   small ? NULL : "check", small ? 16 : 24, WIDGET_REST);
    keyboard_draw_above(&naming->keyboard, kit);
}

void naming_draw(struct naming *naming, struct kit *kit)
{
    lay_out(naming);
    drawer_begin(&naming->stage->drawers[naming->seat], kit, rooms_of(naming).all.y);
    draw(naming, kit);
    drawer_end(kit);
}

static void draw_last(void *naming, struct kit *kit)
{
    draw(naming, kit);
}

bool naming_end(struct naming **naming)
{
    if (*naming == NULL || !(*naming)->done)
        return false;
    struct naming *ended = *naming;
    drawer_close(&ended->stage->drawers[ended->seat], rooms_of(ended).all.y, draw_last, ended);
    g_clear_pointer(naming, naming_free);
    return true;
}

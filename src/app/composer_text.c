// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The text of the card under fingers and real keys: the caret with its loupe, selecting, copying
// inside the seat.
#include <math.h>
#include <string.h>

#include "app/composer_parts.h"
#include "app/stage.h"
#include "app/widget.h"

#define LOUPE_MS 400 // a finger rests in the text
#define TWICE_MS 350 // two taps select a word
#define HANDLE 20.0  // target of an end of the selection
#define HANDLE_DISC 5.0
#define MENU_HEIGHT 28.0
#define LOUPE_W 116.0
#define LOUPE_H 40.0

static const struct {
    const char *name, *word;
    bool selection; // needs one
} acts[] = {
    {"all", N_("All"), false},
    {"cut", N_("Cut"), true},
    {"copy", N_("Copy"), true},
    {"paste", N_("Paste"), false},
};

static bool can(const struct composer *composer, size_t act)
{
    if (strcmp(acts[act].name, "paste") == 0)
        return *sitting_copied(composer->stage, composer->seat) != '\0';
    if (strcmp(acts[act].name, "all") == 0)
        return composer->entry.text->len > 0;
    return entry_has_selection(&composer->entry);
}

static void copy(struct composer *composer)
{
    char *text = entry_selected(&composer->entry);
    if (*text != '\0')
        sitting_copy(composer->stage, composer->seat, text);
    g_free(text);
}

static void do_act(struct composer *composer, const char *name)
{
    struct entry *entry = &composer->entry;
    composer->menu = false;
    if (strcmp(name, "all") == 0) {
        entry_select_all(entry);
        composer->menu = true;
    } else if (strcmp(name, "copy") == 0) {
        copy(composer);
    } else if (strcmp(name, "cut") == 0) {
        copy(composer);
        entry_delete(entry);
        composer_changed(composer);
    } else if (strcmp(name, "paste") == 0) {
        composer_insert(composer, sitting_copied(composer->stage, composer->seat));
    }
    composer_lay_out(composer);
}

void composer_touch_menu(struct composer *composer, const struct touch *touch)
{
    const char *rest = composer_target(composer, touch->target, "edit");
    if (touch_is_tap(touch) && rest != NULL && *rest == ':')
        do_act(composer, rest + 1);
}

// ---- fingers ------------------------------------------------------------------------------------

static void tap_text(struct composer *composer, const struct touch *touch)
{
    struct entry *entry = &composer->entry;
    size_t before = entry->caret;
    bool selected = entry_has_selection(entry);
    entry_put_caret(entry, composer->stage->lettering, touch->at);
    bool twice = touch->time - composer->tapped <= TWICE_MS;
    composer->tapped = touch->time;
    if (twice)
        entry_select_word(entry);
    // The same place once more asks what can be done there.
    composer->menu = entry_has_selection(entry) ||
                     (!selected && !composer->menu && entry->caret == before &&
                      entry->text->len > 0 && can(composer, G_N_ELEMENTS(acts) - 1));
}

static void move(struct composer *composer, const struct composer_hold *hold)
{
    struct lettering *lettering = composer->stage->lettering;
    // The handle hangs below the line it belongs to.
    struct point above = {hold->at.x, hold->at.y - composer->entry.leading * 0.7};
    if (hold->what == HOLD_CARET)
        entry_put_caret(&composer->entry, lettering, hold->at);
    else
        entry_put_end(&composer->entry, lettering, above, hold->what == HOLD_BEGIN);
}

void composer_touch_text(struct composer *composer, const struct touch *touch)
{
    struct composer_hold *hold = &composer->hold;
    if (touch->type == TOUCH_DOWN) {
        if (hold->what != HOLD_NOTHING) // one finger at a time; another one waits
            return;
        const char *end = composer_target(composer, touch->target, "text");
        *hold = (struct composer_hold){
            .finger = touch->finger, .what = HOLD_CARET, .at = touch->at, .since = touch->time};
        if (end != NULL && strcmp(end, ":begin") == 0)
            hold->what = HOLD_BEGIN;
        else if (end != NULL && strcmp(end, ":end") == 0)
            hold->what = HOLD_END;
        return;
    }
    if (hold->what == HOLD_NOTHING || hold->finger != touch->finger)
        return;
    hold->at = touch->at;
    bool moves = hold->loupe || hold->what != HOLD_CARET || touch->travel > FINGER_DRAG_START;
    if (touch->type != TOUCH_CANCEL && moves) {
        hold->loupe = true;
        move(composer, hold);
    }
    if (touch->type == TOUCH_UP && !moves)
        tap_text(composer, touch);
    if (touch->type == TOUCH_UP && moves)
        composer->menu = entry_has_selection(&composer->entry) || can(composer, 3);
    if (touch->type != TOUCH_MOVE)
        hold->what = HOLD_NOTHING;
    composer_lay_out(composer);
}

void composer_tick_text(struct composer *composer)
{
    struct composer_hold *hold = &composer->hold;
    if (hold->what == HOLD_CARET && !hold->loupe &&
        composer->stage->now - hold->since >= LOUPE_MS) {
        hold->loupe = true;
        move(composer, hold);
        composer_lay_out(composer);
    }
}

int composer_next_text_tick(const struct composer *composer, int64_t now)
{
    const struct composer_hold *hold = &composer->hold;
    if (hold->what != HOLD_CARET || hold->loupe)
        return -1;
    return (int)MAX(0, hold->since + LOUPE_MS - now);
}

// ---- real keys ----------------------------------------------------------------------------------

static bool press_edit(struct composer *composer, const struct event *event)
{
    struct entry *entry = &composer->entry;
    switch (event->key) {
    case KEY_BACKSPACE:
        if ((event->mods & MOD_CTRL) != 0)
            entry_backspace_word(entry);
        else
            entry_backspace(entry);
        break;
    case KEY_DELETE:
        entry_delete(entry);
        break;
    case KEY_UNDO:
        entry_undo(entry);
        break;
    case KEY_CUT:
        do_act(composer, "cut");
        return true;
    case KEY_COPY:
        do_act(composer, "copy");
        return true;
    case KEY_PASTE:
        do_act(composer, "paste");
        return true;
    case KEY_ENTER:
        composer_insert(composer, "\n");
        return true;
    default:
        return false;
    }
    composer_changed(composer);
    return true;
}

void composer_press_key(struct composer *composer, const struct event *event)
{
    struct entry *entry = &composer->entry;
    size_t anchor = entry->anchor;
    composer->menu = false;
    if (press_edit(composer, event))
        return;
    switch (event->key) {
    case KEY_LEFT:
    case KEY_RIGHT: // as the arrow points
        entry_move(entry, (event->key == KEY_RIGHT) != entry->rtl ? 1 : -1);
        break;
    case KEY_UP:
    case KEY_DOWN:
        entry_move_line(entry, composer->stage->lettering, event->key == KEY_UP ? -1 : 1);
        break;
    case KEY_HOME:
    case KEY_END:
        entry_move_end(entry, event->key == KEY_END);
        break;
    case KEY_SELECT_ALL:
        entry_select_all(entry);
        anchor = entry->anchor;
        break;
    default:
        break;
    }
    if ((event->mods & MOD_SHIFT) != 0 || event->key == KEY_SELECT_ALL)
        entry->anchor = anchor;
    composer_lay_out(composer);
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_handle(const struct composer *composer, struct kit *kit, bool begin)
{
    struct box at = entry_end_box(&composer->entry, composer->stage->lettering, begin);
    double x = at.x + at.w / 2, y = at.y + at.h;
    kit_begin_target(kit, kit_name(kit, "text:seat%d:%s", composer->seat, begin ? "begin" : "end"),
                     (struct box){x - HANDLE / 2, y - 4, HANDLE, HANDLE}, NULL);
    kit_fill(kit, (struct box){x - 0.8, at.y, 1.6, at.h}, 0, COLOUR_INK);
    kit_disc(kit, x, y + HANDLE_DISC, HANDLE_DISC, COLOUR_INK);
    kit_end(kit);
}

static void draw_menu(const struct composer *composer, struct kit *kit,
                      const struct composer_rooms *rooms)
{
    struct kit_type type = {11, 700, COLOUR_PAPER, KIT_CENTRE, NULL};
    double widths[G_N_ELEMENTS(acts)] = {0}, all = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(acts); i++) {
        if (can(composer, i))
            widths[i] = fmax(40, kit_text_width(kit, kit_tr(kit, acts[i].word), type) + 18);
        all += widths[i];
    }
    struct box card = rooms->card;
    double x = CLAMP(card.x + (card.w - all) / 2, rooms->all.x + 4,
                     fmax(rooms->all.x + 4, rooms->all.x + rooms->all.w - all - 4));
    struct box box = {x, rooms->all.y - MENU_HEIGHT + 8, all, MENU_HEIGHT};
    kit_fill(kit, box, MENU_HEIGHT / 2, COLOUR_INK);
    for (size_t i = 0; i < G_N_ELEMENTS(acts); i++) {
        if (widths[i] <= 0)
            continue;
        const char *hit = kit_name(kit, "edit:seat%d:%s", composer->seat, acts[i].name);
        struct box own = {x, box.y, widths[i], MENU_HEIGHT};
        kit_begin_target(kit, hit, own, kit_tr(kit, acts[i].word));
        type.colour = kit_pressed(kit, hit) ? COLOUR_WARM : COLOUR_PAPER;
        kit_text(kit, kit_tr(kit, acts[i].word), x + widths[i] / 2, own.y + own.h / 2, type);
        kit_end(kit);
        x += widths[i];
    }
}

void composer_draw_text_tools(const struct composer *composer, struct kit *kit,
                              const struct composer_rooms *rooms)
{
    if (entry_has_selection(&composer->entry)) {
        draw_handle(composer, kit, true);
        draw_handle(composer, kit, false);
    }
    if (composer->menu && composer->hold.what == HOLD_NOTHING)
        draw_menu(composer, kit, rooms);
    if (composer->hold.what != HOLD_NOTHING && composer->hold.loupe) {
        struct point at = composer->hold.at;
        double x =
            CLAMP(at.x - LOUPE_W / 2, rooms->all.x + 4, rooms->all.x + rooms->all.w - LOUPE_W - 4);
        struct box box = {x, fmax(4, at.y - 20 - LOUPE_H), LOUPE_W, LOUPE_H};
        entry_draw_loupe(&composer->entry, kit, box);
    }
}

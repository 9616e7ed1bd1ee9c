// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the composer does: typing, drawing, choosing a picture, keeping the draft, committing.
#include "app/composer.h"

#include <math.h>
#include <string.h>

#include "app/composer_parts.h"
#include "app/sitting.h"
#include "app/stage.h"
#include "base/arena.h"
#include "words/words.h"

static const double text_sizes[] = {22, 19, 17, 15, 13, 12};

// ---- geometry -----------------------------------------------------------------------------------

#define TAB_COLUMN 84.0
#define TAB_ROW 26.0
#define NARROW 390.0 // seats below have their buttons below the keys
#define NARROW_BUTTONS 42.0

// Where picture or drawing and the words stand on the card.
static void place_on_card(const struct composer *composer, struct composer_rooms *rooms)
{
    bool sketch = !sketch_is_empty(&composer->easel.sketch), large = rooms->card.h > 100;
    double icon = sketch ? rooms->card.w * 0.3 : large ? 50 : 30, pad = large ? 22 : 12;
    bool picture = sketch || *composer_icon(composer) != '\0';
    double taken = picture ? icon + (large ? 14 : 8) : 0;
    bool rtl = composer->entry.rtl;
    rooms->icon_size = picture ? icon : 0;
    rooms->icon =
        (struct point){rtl ? rooms->card.x + rooms->card.w - pad - icon : rooms->card.x + pad,
                       rooms->card.y + (rooms->card.h - icon) / 2};
    rooms->text = (struct box){rooms->card.x + pad + (rtl ? 0 : taken), rooms->card.y + 9,
                               rooms->card.w - 2 * pad - taken, rooms->card.h - 18};
}

// Picture 14: card, pictures, tabs, keys and buttons below each other.
static void place_narrow(const struct composer *composer, struct composer_rooms *rooms, double h)
{
    bool tall = h >= 470;
    double card = tall ? 88 : 66, tiles = tall ? 62 : 54, tabs = tall ? 34 : 28;
    double buttons = tall ? 54 : 42, gap = tall ? 8 : 5, end = tall ? 16 : 8;
    rooms->row = tall ? 28 : rooms->pitch;
    double keys = composer->hidden ? 0 : KEYBOARD_ROWS * rooms->row + gap;
    rooms->all.h = 11 + card + gap + tiles + gap + tabs + gap + keys + buttons + end;
    rooms->all.y = h - rooms->all.h;
    double left = rooms->all.x + 10, w = rooms->all.w - 20, top = rooms->all.y + 11;
    rooms->card = (struct box){left, top, w, card};
    rooms->pictures = (struct box){left, top + card + gap, w, tiles};
    rooms->tabs = (struct box){left, rooms->pictures.y + tiles + gap, w, tabs};
    rooms->keys =
        (struct point){rooms->all.x + (rooms->all.w - KEYBOARD_COLUMNS * rooms->pitch) / 2,
                       rooms->tabs.y + tabs + gap};
    rooms->buttons = (struct box){left, h - end - buttons, w, buttons};
    rooms->work = BOX_EMPTY;
    place_on_card(composer, rooms);
}

static void place_writing(const struct composer *composer, struct composer_rooms *rooms, double h)
{
    bool large = rooms->large;
    double side = large ? 14 : 8, gap = large ? 18 : 6, card = large ? 128 : 80;
    double keys = composer->hidden ? (large ? 46 : 30) : KEYBOARD_ROWS * rooms->pitch;
    double tabs = large ? 0 : TAB_ROW + 4;
    rooms->all.h = 16 + card + tabs + gap + keys + (large ? 14 : 8);
    rooms->all.y = h - rooms->all.h;
    double left = rooms->all.x + side, right = rooms->all.x + rooms->all.w - side;
    double top = rooms->all.y + 16, start = large ? left + TAB_COLUMN + 8 : left;
    double pictures = large ? 168 : 116;
    rooms->pictures = (struct box){right - pictures, top, pictures, card + tabs};
    rooms->card = (struct box){start, top, rooms->pictures.x - side - start, card};
    rooms->tabs = large ? (struct box){left, top, TAB_COLUMN, card}
                        : (struct box){left, top + card + 4, rooms->card.w, TAB_ROW};
    rooms->keys = (struct point){left, top + card + tabs + gap};
    double column = left + (composer->hidden ? 0 : KEYBOARD_COLUMNS * rooms->pitch + 8);
    rooms->buttons = (struct box){column, rooms->keys.y, right - column, keys};
    rooms->work = BOX_EMPTY;
    place_on_card(composer, rooms);
}

// The easel above a row of tabs and buttons.
static void place_drawing(struct composer_rooms *rooms, double h)
{
    bool large = rooms->large;
    double side = large ? 14 : 8, row = large ? 50 : 34;
    double sheet = (rooms->all.w - 2 * side) * SKETCH_HEIGHT / SKETCH_WIDTH;
    double wanted = 16 + sheet + easel_tools_height(large) + (large ? 12 : 5) + 8 + row + side;
    rooms->all.h = fmin(wanted, h - (large ? BOARD_TOP + 4 : 4));
    rooms->all.y = h - rooms->all.h;
    double left = rooms->all.x + side, w = rooms->all.w - 2 * side;
    rooms->tabs = (struct box){left, h - side - row, w * 0.54, row};
    rooms->buttons = (struct box){left + w * 0.54 + 6, h - side - row, w * 0.46 - 6, row};
    rooms->work = (struct box){left, rooms->all.y + 16, w, rooms->tabs.y - 8 - rooms->all.y - 16};
    rooms->card = rooms->pictures = BOX_EMPTY;
}

// Card and tabs, below them the picker with its keys.
static void place_picking(const struct composer *composer, struct composer_rooms *rooms, double h)
{
    bool large = rooms->large;
    double side = large ? 14 : 8, keys = KEYBOARD_ROWS * rooms->pitch, card = large ? 80 : TAB_ROW;
    double grid = large ? 3 * 74 : 2 * 56, field = large ? 38 : 26;
    double wanted = 16 + card + 8 + field + 6 + grid + (large ? 14 : 6) + keys + side;
    wanted += rooms->narrow ? NARROW_BUTTONS + 6 : 0;
    rooms->all.h = fmin(wanted, h - (large ? BOARD_TOP + 4 : 4));
    rooms->all.y = h - rooms->all.h;
    double left = rooms->all.x + side, w = rooms->all.w - 2 * side, top = rooms->all.y + 16;
    rooms->card = large ? (struct box){left, top, w - 268, card} : BOX_EMPTY;
    rooms->tabs =
        large ? (struct box){left + w - 260, top, 260, card} : (struct box){left, top, w, TAB_ROW};
    rooms->keys = (struct point){left, h - side - keys};
    double column = left + KEYBOARD_COLUMNS * rooms->pitch + 8;
    rooms->buttons = (struct box){column, rooms->keys.y, left + w - column, keys};
    if (rooms->narrow) { // a row below the keys
        rooms->keys.x = rooms->all.x + (rooms->all.w - KEYBOARD_COLUMNS * rooms->pitch) / 2;
        rooms->keys.y -= NARROW_BUTTONS + 6;
        rooms->buttons = (struct box){left, h - side - NARROW_BUTTONS, w, NARROW_BUTTONS};
    }
    double above = rooms->keys.y - (large ? 14 : 6);
    rooms->work = (struct box){left, top + card + 8, w, above - top - card - 8};
    rooms->pictures = BOX_EMPTY;
    if (large)
        place_on_card(composer, rooms);
}

struct seat composer_view(const struct composer *composer)
{
    struct seat view = *stage_seat(composer->stage, composer->seat);
    view.degrees = (view.degrees + 90 * composer->turns) % 360;
    return view;
}

bool composer_is_rtl(const struct composer *composer)
{
    return sitting_is_rtl(composer->stage, composer->seat);
}

static void mirror(struct box *box, const struct box *all)
{
    box->x = 2 * all->x + all->w - box->x - box->w;
}

// For people who read from the right; the keys keep their order, but change sides.
static void mirror_rooms(const struct composer *composer, struct composer_rooms *rooms)
{
    struct box keys = {rooms->keys.x, rooms->keys.y, KEYBOARD_COLUMNS * rooms->pitch, 0};
    struct box *const boxes[] = {&rooms->card, &rooms->pictures, &rooms->buttons, &rooms->tabs,
                                 &keys};
    for (size_t i = 0; i < G_N_ELEMENTS(boxes); i++)
        mirror(boxes[i], &rooms->all);
    rooms->keys.x = keys.x;
    if (!box_is_empty(rooms->card))
        place_on_card(composer, rooms);
}

struct composer_rooms composer_rooms(const struct composer *composer)
{
    struct seat view = composer_view(composer);
    double w = seat_width(&view), h = seat_height(&view);
    bool large = w >= 560 && h >= 400;
    struct composer_rooms rooms = {.large = large,
                                   .narrow = w < NARROW,
                                   .pitch = large                ? KEYBOARD_PITCH
                                            : w < 12 * 24.0 + 12 ? KEYBOARD_PITCH_LEAST
                                                                 : KEYBOARD_PITCH_SMALL};
    rooms.row = rooms.pitch;
    rooms.all.w = fmin(w, large ? 664 : 403.4);
    double free = fmax(0, (w - rooms.all.w) / 2);
    rooms.all.x = free + CLAMP(composer->pushed, -free, free);
    if (composer->mode == COMPOSER_DRAW)
        place_drawing(&rooms, h);
    else if (composer->mode == COMPOSER_PICK)
        place_picking(composer, &rooms, h);
    else if (rooms.narrow)
        place_narrow(composer, &rooms, h);
    else
        place_writing(composer, &rooms, h);
    if (composer_is_rtl(composer))
        mirror_rooms(composer, &rooms);
    return rooms;
}

double composer_top(const struct composer *composer)
{
    // Turned away it covers another part of the seat.
    return composer->turns == 0 ? composer_rooms(composer).all.y
                                : seat_height(stage_seat(composer->stage, composer->seat));
}

// ---- what follows from the text -----------------------------------------------------------------

const char *composer_icon(const struct composer *composer)
{
    if (!sketch_is_empty(&composer->easel.sketch) && *composer->icon == '\0')
        return ""; // what is drawn needs no suggestion
    if (*composer->icon != '\0')
        return composer->icon;
    return composer->pictures_n > 0 ? composer->pictures[0].icon : "";
}

static void guess_language(struct composer *composer)
{
    const char *guess = words_guess_language(composer->stage->words, composer->entry.text->str);
    const char *lang = *guess != '\0' ? guess : keyboard_lang(&composer->keyboard);
    g_strlcpy(composer->lang, lang, sizeof composer->lang);
}

static void add_picture(struct composer *composer, const char *icon)
{
    for (size_t i = 0; i < composer->pictures_n; i++) {
        if (strcmp(composer->pictures[i].icon, icon) == 0)
            return;
    }
    if (composer->pictures_n == COMPOSER_PICTURES)
        return;
    struct composer_picture *picture = &composer->pictures[composer->pictures_n++];
    struct stage *stage = composer->stage;
    const char *label = words_icon_label(stage->words, icon, sitting_lang(stage, composer->seat));
    if (label == NULL) // another language's word is more than none
        label = words_icon_label(stage->words, icon, tr_lang(stage->tr));
    g_strlcpy(picture->icon, icon, sizeof picture->icon);
    g_strlcpy(picture->label, label != NULL ? label : "", sizeof picture->label);
}

// The chosen picture stays in sight when the words suggest others.
static void suggest(struct composer *composer)
{
    struct arena *arena = arena_new();
    const char *text = composer->entry.text->str;
    composer->pictures_n = 0;
    if (*composer->icon != '\0')
        add_picture(composer, composer->icon);
    if (*text != '\0') {
        const struct word_result *result =
            words_understand(composer->stage->words, text, composer->lang, NULL, arena);
        for (size_t i = 0; i < result->icons_n; i++)
            add_picture(composer, result->icons[i].name);
    }
    arena_free(arena);
}

void composer_lay_out(struct composer *composer)
{
    struct stage *stage = composer->stage;
    // The side of the picture follows from the text's direction, and its room from the picture.
    for (int pass = 0; pass < 2; pass++) {
        struct composer_rooms rooms = composer_rooms(composer);
        bool rtl = composer->entry.rtl;
        struct seat view = composer_view(composer);
        double w = seat_width(&view);
        if (composer->mode == COMPOSER_DRAW) {
            easel_place(&composer->easel, rooms.work, rooms.large);
            break;
        }
        if (composer->mode == COMPOSER_PICK)
            picker_place(&composer->picker, rooms.work, rooms.keys, rooms.pitch, w);
        else
            keyboard_place(&composer->keyboard, rooms.keys.x, rooms.keys.y, rooms.pitch, w);
        keyboard_stretch(&composer->keyboard, rooms.row);
        if (!box_is_empty(rooms.card))
            entry_compose(&composer->entry, stage->lettering, stage->hyphens, composer->lang,
                          rooms.text, text_sizes, G_N_ELEMENTS(text_sizes));
        if (rtl == composer->entry.rtl)
            break;
    }
}

static void keep_draft(struct composer *composer)
{
    struct stage *stage = composer->stage;
    struct err err = stage_err(stage);
    const char *text = composer->entry.text->str;
    char *ink = easel_text(&composer->easel);
    bool blank = *text == '\0' && *ink == '\0' && *composer->icon == '\0';
    const struct draft draft = {.table = composer->table,
                                .card = composer->card,
                                .seat = composer->seat,
                                .text = text,
                                .lang = composer->lang,
                                .icon = composer->icon,
                                .ink = ink};
    bool kept = blank && composer->card == 0
                    ? store_drop_draft_of(stage->store, composer->seat, composer->table, 0, &err)
                    : store_save_draft(stage->store, &draft, &err);
    if (!kept && !composer->draft_failed) // once, not at every letter
        stage_warn(stage, composer->seat, &err);
    composer->draft_failed = !kept;
    g_free(ink);
}

// Text or picture are others now.
static void changed(struct composer *composer)
{
    guess_language(composer);
    suggest(composer);
    composer_lay_out(composer);
    keep_draft(composer);
}

// ---- acts ---------------------------------------------------------------------------------------

static void insert(struct composer *composer, const char *text)
{
    struct stage *stage = composer->stage;
    if (entry_insert(&composer->entry, text))
        changed(composer);
    else
        stage_say(stage, composer->seat, "info-circle",
                  stage_text(stage, N_("The card is full. Begin another one.")), NULL, NULL);
}

static void type(void *context, const struct stroke *stroke)
{
    struct composer *composer = context;
    switch (stroke->type) {
    case STROKE_TEXT:
        insert(composer, stroke->text);
        break;
    case STROKE_BACKSPACE:
        entry_backspace(&composer->entry);
        changed(composer);
        break;
    case STROKE_BACKSPACE_WORD:
        entry_backspace_word(&composer->entry);
        changed(composer);
        break;
    case STROKE_MOVE:
        entry_move(&composer->entry, composer->entry.rtl ? -stroke->steps : stroke->steps);
        composer_lay_out(composer);
        break;
    case STROKE_REPLACE:
        entry_replace(&composer->entry, stroke->old, stroke->text);
        changed(composer);
        break;
    case STROKE_LANGUAGE:
    case STROKE_CHOOSE_LANGUAGE:
        sitting_take_lang(composer->stage, composer->seat, stroke->text);
        keyboard_set_lang(&composer->keyboard, sitting_lang(composer->stage, composer->seat));
        changed(composer);
        break;
    case STROKE_HIDE:
        composer->hidden = true;
        composer_lay_out(composer);
        break;
    }
}

bool composer_can_commit(const struct composer *composer)
{
    if (!sketch_is_empty(&composer->easel.sketch) || *composer->icon != '\0')
        return true;
    for (const char *c = composer->entry.text->str; *c != '\0'; c = g_utf8_next_char(c)) {
        if (!g_unichar_isspace(g_utf8_get_char(c)))
            return true;
    }
    return false;
}

static bool add_card(struct composer *composer, const char *text, const char *ink, struct err *err)
{
    return store_add_card(composer->stage->store, composer->table, text, composer->lang, "",
                          composer->icon, ink, 0, 0, &composer->written, err);
}

static bool change_card(struct composer *composer, const char *text, const char *ink,
                        struct err *err)
{
    struct change *change =
        store_begin(composer->stage->store, composer->table, N_("Card changed"));
    change_text(change, ENTITY_CARD, composer->card, "text", text);
    change_text(change, ENTITY_CARD, composer->card, "lang", composer->lang);
    change_text(change, ENTITY_CARD, composer->card, "icon", composer->icon);
    change_text(change, ENTITY_CARD, composer->card, "ink", ink);
    composer->written = composer->card;
    return store_commit(change, err);
}

static void commit(struct composer *composer)
{
    struct stage *stage = composer->stage;
    struct err err = stage_err(stage);
    if (!composer_can_commit(composer))
        return;
    char *text = g_strstrip(g_strdup(composer->entry.text->str));
    char *ink = easel_text(&composer->easel);
    bool done = composer->card == 0 ? add_card(composer, text, ink, &err)
                                    : change_card(composer, text, ink, &err);
    g_free(text);
    g_free(ink);
    if (done) {
        // A draft that stays behind would come again; the card is safe all the same.
        (void)store_drop_draft_of(stage->store, composer->seat, composer->table, composer->card,
                                  NULL);
        composer->done = true;
    } else {
        composer->written = 0;
        stage_warn(stage, composer->seat, &err);
    }
}

static void put_away(struct composer *composer)
{
    composer->done = true;
}

static void undo_typing(struct composer *composer)
{
    entry_undo(&composer->entry);
    changed(composer);
}

// The taken picture tapped again: as the words suggest.
static void choose_picture(struct composer *composer, const char *icon)
{
    bool taken = strcmp(composer->icon, icon) == 0;
    g_strlcpy(composer->icon, taken ? "" : icon, sizeof composer->icon);
    changed(composer);
}

static void set_mode(struct composer *composer, enum composer_mode mode)
{
    composer->mode = mode;
    if (mode == COMPOSER_WRITE) // another one may have been chosen meanwhile
        keyboard_set_lang(&composer->keyboard, sitting_lang(composer->stage, composer->seat));
    if (mode == COMPOSER_PICK) {
        const char *icons[COMPOSER_PICTURES];
        for (size_t i = 0; i < composer->pictures_n; i++)
            icons[i] = composer->pictures[i].icon;
        keyboard_set_lang(&composer->picker.keyboard, keyboard_lang(&composer->keyboard));
        picker_offer(&composer->picker, icons, composer->pictures_n);
    }
    composer_lay_out(composer);
}

// ---- events -------------------------------------------------------------------------------------

// What follows "NAME:seatN" of this seat in a hit name ("" or ":more"), or NULL.
static const char *after(const struct composer *composer, const char *target, const char *name)
{
    char own[FINGER_TARGET];
    g_snprintf(own, sizeof own, "%s:seat%d", name, composer->seat);
    if (!g_str_has_prefix(target, own))
        return NULL;
    const char *rest = target + strlen(own);
    return *rest == '\0' || *rest == ':' ? rest : NULL;
}

static void tap(struct composer *composer, const char *target)
{
    const char *rest;
    if (composer->mode == COMPOSER_WRITE)
        keyboard_settle(&composer->keyboard, composer->stage->now);
    if (after(composer, target, "commit") != NULL)
        commit(composer);
    else if (after(composer, target, "cancel") != NULL)
        put_away(composer);
    else if (after(composer, target, "undo-typing") != NULL)
        undo_typing(composer);
    else if ((rest = after(composer, target, "icon")) != NULL && *rest == ':')
        choose_picture(composer, rest + 1);
    else if ((rest = after(composer, target, "mode")) != NULL && *rest == ':')
        set_mode(composer, (enum composer_mode)CLAMP(rest[1] - '0', 0, COMPOSER_MODES - 1));
    else if (after(composer, target, "turn-composer") != NULL) {
        composer->turns = (composer->turns + 1) % 4;
        composer_lay_out(composer);
    } else if (after(composer, target, "keyboard") != NULL) {
        composer->hidden = false;
        composer_lay_out(composer);
    }
}

// What the easel or the picker does with a touch of its own.
static bool touch_work(struct composer *composer, const struct touch *touch)
{
    bool changed_sheet = false;
    if (composer->mode == COMPOSER_DRAW) {
        if (!easel_touch(&composer->easel, touch, &changed_sheet))
            return false;
        if (changed_sheet)
            keep_draft(composer);
        return true;
    }
    if (composer->mode != COMPOSER_PICK || !picker_touch(&composer->picker, touch))
        return false;
    if (*composer->picker.chosen != '\0')
        choose_picture(composer, composer->picker.chosen);
    return true;
}

// A touch of the seat as the turned composer feels it.
static struct touch turned(const struct composer *composer, const struct touch *touch)
{
    struct seat view = composer_view(composer);
    struct affine m = affine_multiply(seat_from_glass(&view),
                                      seat_to_glass(stage_seat(composer->stage, composer->seat)));
    struct touch own = *touch;
    own.from = affine_apply(m, touch->from);
    own.last = affine_apply(m, touch->last);
    own.at = affine_apply(m, touch->at);
    return own;
}

bool composer_touch(struct composer *composer, const struct touch *seat_touch)
{
    const struct touch own_touch = turned(composer, seat_touch), *touch = &own_touch;
    static const char *const own[] = {"key",      "composer", "text",         "handle",
                                      "commit",   "icon",     "cancel",       "undo-typing",
                                      "keyboard", "mode",     "turn-composer"};
    bool is_own = false;
    if (touch_work(composer, touch))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
        is_own = is_own || after(composer, touch->target, own[i]) != NULL;
    if (!is_own)
        return false;
    bool keys = after(composer, touch->target, "key") != NULL ||
                after(composer, touch->target, "composer") != NULL;
    if (keys && !composer->hidden && keyboard_touch(&composer->keyboard, touch))
        return true;
    if (after(composer, touch->target, "handle") != NULL && touch->type == TOUCH_MOVE) {
        composer->pushed += touch->at.x - touch->last.x;
        composer_lay_out(composer);
    } else if (after(composer, touch->target, "text") != NULL) {
        entry_put_caret(&composer->entry, composer->stage->lettering, touch->at);
    } else if (touch_is_tap(touch)) {
        tap(composer, touch->target);
    }
    return true;
}

static void press_key(struct composer *composer, const struct event *event)
{
    struct entry *entry = &composer->entry;
    bool word = (event->mods & MOD_CTRL) != 0;
    bool edits = true;
    switch (event->key) {
    case KEY_BACKSPACE:
        if (word)
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
    default:
        edits = false;
        break;
    }
    if (edits) {
        changed(composer);
        return;
    }
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
    case KEY_ENTER:
        if ((event->mods & MOD_SHIFT) != 0)
            insert(composer, "\n");
        else
            commit(composer);
        break;
    case KEY_ESCAPE:
        put_away(composer);
        break;
    default:
        break;
    }
    composer_lay_out(composer);
}

// Keys while drawing or choosing a picture; false: they are the text's.
static bool press_work(struct composer *composer, const struct event *event)
{
    bool key = event->type == EVENT_KEY;
    if (composer->mode == COMPOSER_WRITE || (key && event->key == KEY_ESCAPE))
        return false;
    if (composer->mode == COMPOSER_DRAW) {
        if (!key || (event->key != KEY_UNDO && event->key != KEY_REDO)) {
            set_mode(composer, COMPOSER_WRITE); // who types wants to write
            return false;
        }
        if (event->key == KEY_UNDO ? easel_undo(&composer->easel) : easel_redo(&composer->easel))
            keep_draft(composer);
        return true;
    }
    composer->picker.chosen[0] = '\0';
    picker_key(&composer->picker, event);
    if (*composer->picker.chosen != '\0') {
        choose_picture(composer, composer->picker.chosen);
        set_mode(composer, COMPOSER_WRITE);
    }
    return true;
}

void composer_key(struct composer *composer, const struct event *event)
{
    if (press_work(composer, event))
        return;
    if (event->type == EVENT_TEXT)
        insert(composer, event->text);
    else if (event->type == EVENT_KEY)
        press_key(composer, event);
}

void composer_tick(struct composer *composer)
{
    keyboard_tick(composer->mode == COMPOSER_PICK ? &composer->picker.keyboard
                                                  : &composer->keyboard,
                  composer->stage->now);
}

int composer_next_tick(const struct composer *composer, int64_t now)
{
    return keyboard_next_tick(
        composer->mode == COMPOSER_PICK ? &composer->picker.keyboard : &composer->keyboard, now);
}

bool composer_is_done(const struct composer *composer)
{
    return composer->done;
}

int64_t composer_card(const struct composer *composer)
{
    return composer->written;
}

// ---- begin and end ------------------------------------------------------------------------------

struct composer *composer_new(struct stage *stage, int seat, const struct board *board,
                              int64_t card)
{
    struct composer *composer = g_new0(struct composer, 1);
    composer->stage = stage;
    composer->seat = seat;
    composer->table = board->table;
    composer->card = card;
    composer->number = board->about.number;
    const char *kind = board->phase.kind;
    entry_init(&composer->entry);
    keyboard_init(&composer->keyboard, stage->layouts, seat, type, composer);
    keyboard_set_lang(&composer->keyboard, sitting_lang(stage, seat));
    easel_init(&composer->easel, stage, seat, SHAPE_CLOUD);
    picker_init(&composer->picker, stage, seat, sitting_lang(stage, seat));
    struct arena *arena = arena_new();
    const struct draft *draft = store_draft_of(stage->store, arena, seat, board->table, card);
    const struct card *old = board_find(board, card, NULL, NULL);
    if (draft != NULL) {
        entry_set(&composer->entry, draft->text);
        g_strlcpy(composer->icon, draft->icon, sizeof composer->icon);
        easel_set(&composer->easel, draft->ink);
    } else if (old != NULL) {
        entry_set(&composer->entry, old->text);
        g_strlcpy(composer->icon, old->icon, sizeof composer->icon);
        easel_set(&composer->easel, old->ink);
    }
    arena_free(arena);
    for (size_t i = 0; old != NULL && i < board->phases_n; i++) {
        if (board->phases[i].id == old->phase)
            kind = board->phases[i].kind;
    }
    composer->shape = composer->easel.shape = card_shape_of(kind);
    guess_language(composer);
    suggest(composer);
    composer_lay_out(composer);
    return composer;
}

void composer_free(struct composer *composer)
{
    if (composer == NULL)
        return;
    easel_clear(&composer->easel);
    picker_clear(&composer->picker);
    entry_clear(&composer->entry);
    keyboard_clear(&composer->keyboard);
    g_free(composer);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the composer does: typing, drawing, choosing a picture.
#include "app/composer.h"

#include <math.h>
#include <string.h>

#include "app/composer_parts.h"
#include "app/picture_name.h"
#include "app/sitting.h"
#include "app/stage.h"
#include "app/wish.h"
#include "base/arena.h"
#include "words/words.h"

static const double text_sizes[] = {22, 19, 17, 15, 13, 12};

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
    char *name = picture_name(stage, composer->seat, icon, sitting_lang(stage, composer->seat));
    g_strlcpy(picture->icon, icon, sizeof picture->icon);
    g_strlcpy(picture->label, name, sizeof picture->label);
    g_free(name);
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

// Text or picture are others now.
void composer_changed(struct composer *composer)
{
    guess_language(composer);
    suggest(composer);
    composer_lay_out(composer);
    composer_keep_draft(composer);
}

// ---- acts ---------------------------------------------------------------------------------------

void composer_insert(struct composer *composer, const char *text)
{
    struct stage *stage = composer->stage;
    if (entry_insert(&composer->entry, text))
        composer_changed(composer);
    else
        stage_say(stage, composer->seat, "info-circle",
                  stage_text(stage, N_("The card is full. Begin another one.")), NULL, NULL);
}

static void type(void *context, const struct stroke *stroke)
{
    struct composer *composer = context;
    switch (stroke->type) {
    case STROKE_TEXT:
        composer_insert(composer, stroke->text);
        break;
    case STROKE_BACKSPACE:
        entry_backspace(&composer->entry);
        composer_changed(composer);
        break;
    case STROKE_BACKSPACE_WORD:
        entry_backspace_word(&composer->entry);
        composer_changed(composer);
        break;
    case STROKE_MOVE:
        entry_move(&composer->entry, composer->entry.rtl ? -stroke->steps : stroke->steps);
        composer_lay_out(composer);
        break;
    case STROKE_REPLACE:
        entry_replace(&composer->entry, stroke->old, stroke->text);
        composer_changed(composer);
        break;
    case STROKE_LANGUAGE:
    case STROKE_CHOOSE_LANGUAGE:
        sitting_take_lang(composer->stage, composer->seat, stroke->text);
        keyboard_set_lang(&composer->keyboard, sitting_lang(composer->stage, composer->seat));
        composer_changed(composer);
        break;
    case STROKE_HIDE:
        composer->hidden = true;
        composer_lay_out(composer);
        break;
    }
}

static void put_away(struct composer *composer)
{
    composer->done = true;
}

static void undo_typing(struct composer *composer)
{
    entry_undo(&composer->entry);
    composer_changed(composer);
}

// The taken picture tapped again: as the words suggest.
static void choose_picture(struct composer *composer, const char *icon)
{
    bool taken = strcmp(composer->icon, icon) == 0;
    g_strlcpy(composer->icon, taken ? "" : icon, sizeof composer->icon);
    composer_changed(composer);
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
const char *composer_target(const struct composer *composer, const char *target, const char *name)
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
    if ((rest = composer_target(composer, target, "wish")) != NULL && *rest == ':')
        wish_tap(composer, rest + 1);
    if (composer->mode == COMPOSER_WRITE)
        keyboard_settle(&composer->keyboard, composer->stage->now);
    if (composer_target(composer, target, "commit") != NULL)
        composer_commit(composer);
    else if (composer_target(composer, target, "cancel") != NULL)
        put_away(composer);
    else if (composer_target(composer, target, "undo-typing") != NULL)
        undo_typing(composer);
    else if ((rest = composer_target(composer, target, "icon")) != NULL && *rest == ':')
        choose_picture(composer, rest + 1);
    else if ((rest = composer_target(composer, target, "mode")) != NULL && *rest == ':')
        set_mode(composer, (enum composer_mode)CLAMP(rest[1] - '0', 0, COMPOSER_MODES - 1));
    else if (composer_target(composer, target, "turn-composer") != NULL) {
        composer->turns = (composer->turns + 1) % 4;
        composer_lay_out(composer);
    } else if (composer_target(composer, target, "keyboard") != NULL) {
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
            composer_keep_draft(composer);
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
    static const char *const own[] = {"key",    "composer", "text",   "handle",
                                      "commit", "icon",     "cancel", "undo-typing",
                                      "edit",   "keyboard", "wish", "mode",   "turn-composer"};
    bool is_own = false;
    if (touch_work(composer, touch))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
        is_own = is_own || composer_target(composer, touch->target, own[i]) != NULL;
    if (!is_own)
        return false;
    bool keys = composer_target(composer, touch->target, "key") != NULL ||
                composer_target(composer, touch->target, "composer") != NULL;
    if (keys && !composer->hidden && keyboard_touch(&composer->keyboard, touch))
        return true;
    if (composer_target(composer, touch->target, "handle") != NULL && touch->type == TOUCH_MOVE) {
        composer->pushed += touch->at.x - touch->last.x;
        composer_lay_out(composer);
    } else if (composer_target(composer, touch->target, "text") != NULL) {
        composer_touch_text(composer, touch);
    } else if (composer_target(composer, touch->target, "edit") != NULL) {
        composer_touch_menu(composer, touch);
    } else if (touch_is_tap(touch)) {
        tap(composer, touch->target);
    }
    return true;
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
            composer_keep_draft(composer);
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
    if (event->type == EVENT_TEXT) {
        composer_insert(composer, event->text);
    } else if (event->type == EVENT_COMPOSE) {
        entry_compose_at_caret(&composer->entry, event->text);
        composer_lay_out(composer);
    } else if (event->type == EVENT_KEY && event->key == KEY_ENTER &&
               (event->mods & MOD_SHIFT) == 0) {
        composer_commit(composer);
    } else if (event->type == EVENT_KEY && event->key == KEY_ESCAPE) {
        put_away(composer);
    } else if (event->type == EVENT_KEY) {
        composer_press_key(composer, event);
    }
}

void composer_tick(struct composer *composer)
{
    composer_tick_text(composer);
    keyboard_tick(composer->mode == COMPOSER_PICK ? &composer->picker.keyboard
                                                  : &composer->keyboard,
                  composer->stage->now);
}

int composer_next_tick(const struct composer *composer, int64_t now)
{
    int keys = keyboard_next_tick(
        composer->mode == COMPOSER_PICK ? &composer->picker.keyboard : &composer->keyboard, now);
    int text = composer_next_text_tick(composer, now);
    int turn = motion_next_tick(composer->stage, MOTION_TURN, composer->turned, now);
    text = text < 0 ? turn : turn < 0 ? text : MIN(text, turn);
    return keys < 0 ? text : text < 0 ? keys : MIN(keys, text);
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
    composer->turned = card < 0 ? stage->now : MOTION_NEVER;
    composer->colour = board->about.colour;
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
    if (card < 0) {
        const struct card *critique = board_find(board, -card, NULL, NULL);
        composer->critique = g_strdup(critique != NULL ? critique->text : "");
        composer->critique_lang = g_strdup(critique != NULL ? critique->lang : "");
        kind = "fantasy";
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
    g_free(composer->critique);
    g_free(composer->critique_lang);
    g_free(composer);
}

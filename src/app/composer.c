// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the composer does: typing, choosing a picture, keeping the draft, committing.
#include "app/composer.h"

#include <math.h>
#include <string.h>

#include "app/composer_parts.h"
#include "app/stage.h"
#include "base/arena.h"
#include "words/words.h"

static const double text_sizes[] = {22, 19, 17, 15, 13, 12};

// ---- geometry -----------------------------------------------------------------------------------

struct composer_rooms composer_rooms(const struct composer *composer)
{
    const struct seat *seat = stage_seat(composer->stage, composer->seat);
    double w = seat_width(seat), h = seat_height(seat);
    bool large = w >= 664 && h >= 400;
    struct composer_rooms rooms = {.pitch = large ? KEYBOARD_PITCH : KEYBOARD_PITCH_SMALL};
    double side = large ? 14 : 8, gap = large ? 18 : 6, card = large ? 128 : 80;
    double keys = composer->hidden ? (large ? 46 : 30) : KEYBOARD_ROWS * rooms.pitch;
    rooms.all.w = large ? 664 : fmin(w, 403);
    rooms.all.h = 16 + card + gap + keys + (large ? 14 : 8);
    double free = fmax(0, (w - rooms.all.w) / 2);
    rooms.all.x = free + CLAMP(composer->pushed, -free, free);
    rooms.all.y = h - rooms.all.h;
    double left = rooms.all.x + side, right = rooms.all.x + rooms.all.w - side;
    rooms.pictures.w = large ? 168 : 116;
    rooms.pictures.h = card;
    rooms.pictures.x = right - rooms.pictures.w;
    rooms.pictures.y = rooms.card.y = rooms.all.y + 16;
    rooms.card.x = left;
    rooms.card.w = rooms.pictures.x - side - left;
    rooms.card.h = card;
    rooms.keys = (struct point){left, rooms.card.y + card + gap};
    double column = left + (composer->hidden ? 0 : KEYBOARD_COLUMNS * rooms.pitch + 8);
    rooms.buttons = (struct box){column, rooms.keys.y, right - column, keys};
    double icon = large ? 50 : 30, pad = large ? 22 : 12;
    bool picture = *composer_icon(composer) != '\0';
    double taken = picture ? icon + (large ? 14 : 8) : 0;
    bool rtl = composer->entry.rtl;
    rooms.icon_size = picture ? icon : 0;
    rooms.icon = (struct point){rtl ? rooms.card.x + rooms.card.w - pad - icon : rooms.card.x + pad,
                                rooms.card.y + (card - icon) / 2};
    rooms.text = (struct box){rooms.card.x + pad + (rtl ? 0 : taken), rooms.card.y + 9,
                              rooms.card.w - 2 * pad - taken, card - 18};
    return rooms;
}

double composer_top(const struct composer *composer)
{
    return composer_rooms(composer).all.y;
}

// ---- what follows from the text -----------------------------------------------------------------

const char *composer_icon(const struct composer *composer)
{
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
    const char *label = words_icon_label(stage->words, icon, tr_lang(stage->tr));
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
        entry_compose(&composer->entry, stage->lettering, stage->hyphens, composer->lang,
                      rooms.text, text_sizes, G_N_ELEMENTS(text_sizes));
        keyboard_place(&composer->keyboard, rooms.keys.x, rooms.keys.y, rooms.pitch,
                       seat_width(stage_seat(stage, composer->seat)));
        if (rtl == composer->entry.rtl)
            break;
    }
}

static void keep_draft(struct composer *composer)
{
    struct stage *stage = composer->stage;
    struct err err = stage_err(stage);
    const char *text = composer->entry.text->str;
    const struct draft draft = {.table = composer->table,
                                .card = composer->card,
                                .seat = composer->seat,
                                .text = text,
                                .lang = composer->lang,
                                .icon = composer->icon,
                                .ink = ""};
    bool kept = *text == '\0' && composer->card == 0
                    ? store_drop_draft_of(stage->store, composer->seat, composer->table, 0, &err)
                    : store_save_draft(stage->store, &draft, &err);
    if (!kept && !composer->draft_failed) // once, not at every letter
        stage_warn(stage, composer->seat, &err);
    composer->draft_failed = !kept;
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
    case STROKE_LANGUAGE:
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
    for (const char *c = composer->entry.text->str; *c != '\0'; c = g_utf8_next_char(c)) {
        if (!g_unichar_isspace(g_utf8_get_char(c)))
            return true;
    }
    return false;
}

static bool add_card(struct composer *composer, const char *text, struct err *err)
{
    return store_add_card(composer->stage->store, composer->table, text, composer->lang, "",
                          composer->icon, "", 0, 0, &composer->written, err);
}

static bool change_card(struct composer *composer, const char *text, struct err *err)
{
    struct change *change =
        store_begin(composer->stage->store, composer->table, N_("Card changed"));
    change_text(change, ENTITY_CARD, composer->card, "text", text);
    change_text(change, ENTITY_CARD, composer->card, "lang", composer->lang);
    change_text(change, ENTITY_CARD, composer->card, "icon", composer->icon);
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
    bool done =
        composer->card == 0 ? add_card(composer, text, &err) : change_card(composer, text, &err);
    g_free(text);
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
    if (after(composer, target, "commit") != NULL)
        commit(composer);
    else if (after(composer, target, "cancel") != NULL)
        put_away(composer);
    else if (after(composer, target, "undo-typing") != NULL)
        undo_typing(composer);
    else if ((rest = after(composer, target, "icon")) != NULL && *rest == ':')
        choose_picture(composer, rest + 1);
    else if (after(composer, target, "keyboard") != NULL) {
        composer->hidden = false;
        composer_lay_out(composer);
    }
}

bool composer_touch(struct composer *composer, const struct touch *touch)
{
    static const char *const own[] = {"key",  "composer", "text",        "handle",  "commit",
                                      "icon", "cancel",   "undo-typing", "keyboard"};
    bool is_own = false;
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

void composer_key(struct composer *composer, const struct event *event)
{
    if (event->type == EVENT_TEXT)
        insert(composer, event->text);
    else if (event->type == EVENT_KEY)
        press_key(composer, event);
}

void composer_tick(struct composer *composer)
{
    keyboard_tick(&composer->keyboard, composer->stage->now);
}

int composer_next_tick(const struct composer *composer, int64_t now)
{
    return keyboard_next_tick(&composer->keyboard, now);
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
    keyboard_init(&composer->keyboard, seat, type, composer);
    keyboard_set_lang(&composer->keyboard, tr_lang(stage->tr));
    struct arena *arena = arena_new();
    const struct draft *draft = store_draft_of(stage->store, arena, seat, board->table, card);
    const struct card *old = board_find(board, card, NULL, NULL);
    if (draft != NULL) {
        entry_set(&composer->entry, draft->text);
        g_strlcpy(composer->icon, draft->icon, sizeof composer->icon);
    } else if (old != NULL) {
        entry_set(&composer->entry, old->text);
        g_strlcpy(composer->icon, old->icon, sizeof composer->icon);
    }
    arena_free(arena);
    for (size_t i = 0; old != NULL && i < board->phases_n; i++) {
        if (board->phases[i].id == old->phase)
            kind = board->phases[i].kind;
    }
    composer->shape = card_shape_of(kind);
    guess_language(composer);
    suggest(composer);
    composer_lay_out(composer);
    return composer;
}

void composer_free(struct composer *composer)
{
    if (composer == NULL)
        return;
    entry_clear(&composer->entry);
    keyboard_clear(&composer->keyboard);
    g_free(composer);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wish.h"

#include <math.h>
#include <string.h>

#include "app/composer_parts.h"
#include "app/seat_head.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"

#define STARTERS 4
#define LARGE 128.0 // panels from here on show the leaf
#define NARROW 420.0 // panels below it have two starters a row
#define SLIP 17.0

// Beginnings of sentences that say what is there, not what is missing.
static const char *const starters[STARTERS] = {N_("There is"), N_("Everyone can"), N_("We have"),
                                               N_("With us")};

bool wish_is_critique(const struct board *board, const struct card *card)
{
    return board_face(board, card, card->parked).shape == SHAPE_SHEET;
}

const struct card *wish_of(const struct board *board, const struct card *critique)
{
    for (size_t i = 0; i < board->cards_n; i++) {
        if (board->cards[i].origin == critique->id)
            return &board->cards[i];
    }
    return NULL;
}

// The phase in which wishes are written: that of fantasy, else the present one.
static int64_t phase_of_wishes(const struct composer *composer)
{
    const struct plenary *plenary = &composer->stage->plenary;
    for (size_t i = 0; i < plenary->phases_n; i++) {
        if (strcmp(plenary->phases[i].kind, "fantasy") == 0)
            return plenary->phases[i].id;
    }
    return plenary_phase(plenary)->id;
}

bool wish_add(struct composer *composer, const char *text, const char *ink, struct err *err)
{
    struct change *change =
        store_begin(composer->stage->store, composer_zone(composer), N_("Critique turned into a wish"));
    int64_t row = change_new_row(change);
    char *nfc = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
    change_int(change, ENTITY_CARD, row, "table", composer->table);
    change_int(change, ENTITY_CARD, row, "phase", phase_of_wishes(composer));
    change_int(change, ENTITY_CARD, row, "origin", -composer->card);
    change_text(change, ENTITY_CARD, row, "text", nfc != NULL ? nfc : text);
    change_text(change, ENTITY_CARD, row, "lang", composer->lang);
    change_text(change, ENTITY_CARD, row, "icon", composer->icon);
    change_text(change, ENTITY_CARD, row, "ink", ink);
    g_free(nfc);
    composer->written = row;
    return store_commit(change, err);
}

// ---- the composer's panel -----------------------------------------------------------------------

static void start_with(struct composer *composer, const char *starter)
{
    const char *rest = composer->entry.text->str;
    for (size_t i = 0; i < STARTERS; i++) { // an earlier one goes, what people wrote stays
        const char *other = stage_text(composer->stage, starters[i]);
        if (!g_str_has_prefix(rest, other))
            continue;
        rest += strlen(other);
        while (*rest == ' ')
            rest++;
        break;
    }
    char *text = g_strdup_printf("%s %s", starter, rest);
    entry_set(&composer->entry, text);
    g_free(text);
    composer_changed(composer);
}

static void settle(struct composer *composer)
{
    struct stage *stage = composer->stage;
    struct err err = stage_err(stage);
    struct change *change = store_begin(stage->store, composer_zone(composer), N_("Critique stays"));
    change_int(change, ENTITY_CARD, -composer->card, "settled", 1);
    if (store_commit(change, &err)) {
        (void)store_drop_draft_of(stage->store, composer->seat, composer->table, composer->card,
                                  NULL);
        composer->done = true;
    } else {
        stage_warn(stage, composer->seat, &err);
    }
}

void wish_tap(struct composer *composer, const char *name)
{
    if (strcmp(name, "keep") == 0)
        settle(composer);
    else if (g_str_has_prefix(name, "start:"))
        start_with(composer, stage_text(composer->stage, starters[CLAMP(name[6] - '0', 0, STARTERS - 1)]));
}

static void draw_starters(const struct composer *composer, struct kit *kit, struct box room,
                          int columns)
{
    int rows = STARTERS / columns;
    double gap = 5, w = (room.w - (columns - 1) * gap) / columns;
    double h = (room.h - (rows - 1) * gap) / rows;
    for (int i = 0; i < STARTERS; i++)
        widget_button(kit, kit_name(kit, "wish:seat%d:start:%d", composer->seat, i),
                      (struct box){room.x + i % columns * (w + gap),
                                   room.y + i / columns * (h + gap), w, h},
                      kit_name(kit, "%s …", kit_tr(kit, starters[i])), NULL, h > 32 ? 12.5 : 10,
                      WIDGET_REST);
}

static void draw_critique(const struct composer *composer, struct kit *kit, struct box box)
{
    struct line outline;
    line_init(&outline);
    card_outline(SHAPE_SHEET, box, &outline);
    line_transform(&outline, affine_multiply(affine_translation(box.x + box.w / 2, box.y + box.h / 2),
                                             affine_multiply(affine_rotation(-0.035),
                                                             affine_translation(-box.x - box.w / 2,
                                                                                -box.y - box.h / 2))));
    kit_begin(kit, KIND_IDEA, NULL, composer->critique);
    kit_hand_shape(kit, &outline, card_fill_of(SHAPE_SHEET), PEN_MEDIUM, "critique");
    line_clear(&outline);
    kit_paragraph(kit, composer->critique, box.x + 14, box.y + box.h / 2 - 15, box.w - 28, 2, 9,
                  (struct kit_type){16, 700, COLOUR_INK, KIT_LEFT, composer->critique_lang});
    kit_end(kit);
}

// Half turned: one side is the critique's, the other the wish's. On the way there (`share` 0 .. 1) the
// critique's leaf narrows to nothing, then opens.
static void draw_leaf(struct kit *kit, double x, double y, double w, double h, double share)
{
    double open = fabs(2 * share - 1), middle = x + w / 2;
    for (int side = 0; side < 2; side++) {
        double outer = middle + (side == 0 ? -w : w) / 2 * open, fold = middle;
        double lift = h * 0.12 * share;
        struct line leaf;
        line_init(&leaf);
        line_add(&leaf, fold, y - lift);
        line_add(&leaf, outer, y + lift * 0.5);
        line_add(&leaf, outer, y + h - lift * 0.5);
        line_add(&leaf, fold, y + h + lift);
        bool from = side == 0 || share < 0.5;
        kit_hand_shape(kit, &leaf, card_fill_of(from ? SHAPE_SHEET : SHAPE_CLOUD),
                       PEN_FINE * 1.3, side == 0 ? "leaf:from" : "leaf:to");
        line_clear(&leaf);
    }
}

void wish_draw(const struct composer *composer, struct kit *kit,
               const struct composer_rooms *rooms)
{
    double top = composer->stage->seats_n > 1 ? SEAT_HEAD + 2 : BOARD_TOP + 4;
    bool narrow = rooms->all.w < NARROW;
    double h = fmin(narrow ? LARGE - 1 : 150, rooms->all.y - top - 4);
    if (h < 44 || composer->turns != 0)
        return;
    struct box box = {rooms->all.x + 4, rooms->all.y - 4 - h, rooms->all.w - 8, h};
    const char *keep = kit_name(kit, "wish:seat%d:keep", composer->seat);
    const char *keep_word = kit_tr(kit, N_("Leave as it is"));
    kit_target(kit, kit_name(kit, "wish:seat%d", composer->seat), box);
    kit_hand_box(kit, box, 8, COLOUR_PAPER, PEN_MEDIUM, "wish");
    struct kit_type head = {h >= LARGE ? 13.5 : 9.5, 700, COLOUR_GREY, KIT_LEFT, NULL};
    double pad = h >= LARGE ? 14 : 6;
    if (h < LARGE) { // one row for the critique, the starters below
        int columns = narrow && h >= 96 ? 2 : STARTERS, rows = 1 + STARTERS / columns;
        double row = (h - 2 * pad - 4 * (rows - 1)) / rows, button = box.w * 0.28;
        kit_icon(kit, "bolt", box.x + pad + 2, box.y + pad + row / 2 - 6, 12, COLOUR_GREY);
        kit_text_within(kit, composer->critique, box.x + pad + 18, box.y + pad + row / 2,
                        box.w - button - 2 * pad - 24, 8.5,
                        (struct kit_type){12, 700, COLOUR_INK, KIT_LEFT, composer->critique_lang});
        widget_button(kit, keep, (struct box){box.x + box.w - pad - button, box.y + pad, button, row},
                      keep_word, NULL, 9.5, WIDGET_REST);
        draw_starters(composer, kit,
                      (struct box){box.x + pad, box.y + pad + row + 4, box.w - 2 * pad,
                                   box.h - 2 * pad - row - 4},
                      columns);
        return;
    }
    double left = box.w * 0.36, leaf = 40, x = box.x + pad + left + 16;
    kit_text(kit, kit_tr(kit, N_("This disturbs us")), box.x + pad + 4, box.y + 16, head);
    draw_critique(composer, kit, (struct box){box.x + pad, box.y + 30, left, h - 46});
    draw_leaf(kit, x, box.y + 40, leaf, h - 70,
              motion_share(composer->stage, MOTION_TURN, composer->turned));
    x += leaf + 16;
    double w = box.x + box.w - pad - x;
    kit_text_within(kit, kit_tr(kit, N_("This is what we wish for")), x, box.y + 16, w, 9, head);
    double row = (h - 30 - pad - 10) / 3;
    draw_starters(composer, kit, (struct box){x, box.y + 30, w, 2 * row + 5}, 2);
    widget_button(kit, keep, (struct box){x, box.y + 30 + 2 * row + 10, w, row}, keep_word, "file",
                  11.5, WIDGET_REST);
}

// ---- slips on the board -------------------------------------------------------------------------

void wish_draw_slip(struct kit *kit, const struct board *board, const struct card *card,
                    struct box box)
{
    const char *text = NULL, *icon = "rotate-2";
    int64_t other = 0;
    if (card->origin != 0) {
        const struct card *origin = board_find(board, card->origin, NULL, NULL);
        if (origin == NULL)
            return;
        other = origin->id;
        text = kit_say(kit, kit_tr(kit, N_("from: %s")), origin->text);
    } else if (card->settled) {
        text = kit_tr(kit, N_("stays as it is"));
        icon = "file";
    } else if (wish_is_critique(board, card)) {
        const struct card *wish = wish_of(board, card);
        if (wish == NULL)
            return;
        other = wish->id;
        text = kit_tr(kit, N_("wish is there"));
        icon = "check";
    }
    if (text == NULL || box.h < 40)
        return;
    struct kit_type type = {9.5, 600, COLOUR_INK, KIT_LEFT, NULL};
    double width = fmin(kit_text_width(kit, text, type) + 24, box.w * 0.84);
    struct box slip = {box.x + box.w * 0.1, box.y + box.h - SLIP * 0.3, width, SLIP};
    if (other != 0)
        kit_begin_target(kit, kit_name(kit, "origin:%" G_GINT64_FORMAT, other), slip, text);
    else
        kit_begin(kit, KIND_DECORATION, NULL, text);
    kit_hand_box(kit, slip, 1, card_fill_of(SHAPE_SHEET), PEN_FINE, text);
    kit_icon(kit, icon, slip.x + 5, slip.y + SLIP / 2 - 5, 10, COLOUR_GREY);
    kit_text_within(kit, text, slip.x + 18, slip.y + SLIP / 2, width - 21, KIT_TEXT_LEAST, type);
    kit_end(kit);
}

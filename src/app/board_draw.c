// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a board looks between its bars (screens 03, 12a, 16 and 31).
#include "app/board.h"

#include <math.h>
#include <string.h>

#include "app/phases.h"
#include "app/stage.h"
#include "app/widget.h"
#include "app/wish.h"
#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure.h"

#define ACTION_WIDTH 45.0
#define ACTION_HEIGHT 40.0
#define FRAME 6.0 // of the selected card, outside it
#define DRAGGED_DEGREES (-4.0)
#define HAND_DOT 17.0
#define DOT_REACH 16.0 // least size of a row of dots that is touched

// ---- cards --------------------------------------------------------------------------------------

// Every card hangs a little crooked, always the same.
static double tilt_of(int64_t card)
{
    return ((double)((uint64_t)card % 17) - 8) / 10;
}

static struct affine affine_of(struct lie pose, double w, double h)
{
    return affine_multiply(
        affine_multiply(affine_translation(pose.middle.x, pose.middle.y),
                        affine_multiply(affine_rotation(pose.degrees * G_PI / 180),
                                        affine_scaling(pose.scale, pose.scale))),
        affine_translation(-w / 2, -h / 2));
}

// The dots of a seat are taken back by a tap on them.
static void mark_own_dots(struct kit *kit, const struct board *board, const struct card *card,
                          const struct card_drawing *drawing, struct affine m)
{
    if (box_is_empty(drawing->dots) || board->dots_shown || board_own_dots(board, card->id) == 0)
        return;
    struct box box = affine_apply_box(m, drawing->dots);
    double dx = fmax(4, (DOT_REACH - box.w) / 2), dy = fmax(0, (DOT_REACH - box.h) / 2);
    kit_target(kit, kit_name(kit, "own-dot:%" G_GINT64_FORMAT, card->id),
               (struct box){box.x - dx, box.y - dy, box.w + 2 * dx, box.h + 2 * dy});
}

static void put_card(struct kit *kit, struct board *board, const struct card *card,
                     struct lie pose, bool parked)
{
    struct card_face face = board_face(board, card, parked);
    const struct card_drawing *drawing = cards_draw(board->stage->cards, board->stage, &face);
    struct affine m = affine_of(pose, drawing->w, drawing->h);
    struct box box = affine_apply_box(m, (struct box){0, 0, drawing->w, drawing->h});
    struct lie seen = glides_seen(&board->glides, board->stage, card->id, pose);
    kit_begin_target(kit, kit_name(kit, "card:%" G_GINT64_FORMAT, card->id), box, card->text);
    scene_use(kit->scene, drawing->scene,
              affine_multiply(kit->m, affine_of(seen, drawing->w, drawing->h)), 1);
    kit_end(kit);
    mark_own_dots(kit, board, card, drawing, m);
}

static void draw_selection(struct kit *kit, struct box card)
{
    struct box frame = box_grow(card, FRAME);
    kit_fill(kit, frame, 14, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.45));
    kit_dashes(kit, frame, 14, 1.5, 6, 4.2, COLOUR_INK);
}

// Flat shadow of what is lifted.
static void draw_shadow(struct kit *kit, enum card_shape shape, struct lie pose, double w, double h)
{
    struct line outline;
    line_init(&outline);
    card_outline(shape, (struct box){0, 0, w, h}, &outline);
    line_transform(&outline, affine_multiply(affine_translation(5, 6), affine_of(pose, w, h)));
    scene_fill(kit->scene, &outline, 1, kit->m, COLOUR_SHADOW, false);
    line_clear(&outline);
}

static bool is_below_dot(const struct board *board, struct box card)
{
    for (guint i = 0; i < board->holds->len; i++) {
        const struct board_hold *hold = &g_array_index(board->holds, struct board_hold, i);
        if (hold->what == HOLD_DOT && hold->moving && box_contains(card, hold->now.middle))
            return true;
    }
    return false;
}

static bool is_marked(const struct board *board, const struct card *card, struct box box)
{
    return board->selected == card->id || board->framed == card->id ||
           board_is_picked(board, card->id) || is_below_dot(board, box);
}

static void draw_card(struct kit *kit, struct board *board, const struct card *card,
                      struct lie pose, struct box box, bool parked)
{
    bool marked = is_marked(board, card, box);
    if (marked)
        draw_selection(kit, box);
    else
        pose.degrees += tilt_of(card->id);
    put_card(kit, board, card, pose, parked);
    if (!parked && board->selected != card->id)
        wish_draw_slip(kit, board, card, box);
    if (board_is_picked(board, card->id))
        widget_tick(kit, box.x + box.w - 4, box.y + 4, 8);
}

// ---- very many cards: shapes only ---------------------------------------------------------------

struct seen { // a card that is in sight
    size_t i;
    struct box box; // seat mm
};

static void draw_crowd(struct kit *kit, const struct board *board, const struct seen *seen, size_t n)
{
    static const enum card_shape shapes[] = {SHAPE_STRIP, SHAPE_SHEET, SHAPE_CLOUD, SHAPE_SIGN,
                                             SHAPE_OVAL};
    enum { CORNERS = 4 };
    struct line *lines = ARENA_ARRAY(kit->arena, struct line, n + 1);
    struct point *corners = ARENA_ARRAY(kit->arena, struct point, CORNERS * (n + 1));
    enum card_shape *own = ARENA_ARRAY(kit->arena, enum card_shape, n + 1);
    struct box view = board_view(board);
    for (size_t k = 0; k < n; k++)
        own[k] = card_shape_of(phases_kind(board->phases, board->phases_n,
                                           board->cards[seen[k].i].phase, board->phase.id));
    for (size_t s = 0; s < G_N_ELEMENTS(shapes); s++) {
        size_t used = 0;
        for (size_t k = 0; k < n; k++) {
            if (own[k] != shapes[s] ||
                board_hold_of(board, board->cards[seen[k].i].id) != NULL)
                continue;
            const struct box *box = &seen[k].box;
            // Thousands of them have their points from the arena.
            lines[used] = (struct line){.p = corners + CORNERS * used, .room = CORNERS};
            line_add_rect(&lines[used], box->x, box->y, fmax(box->w, 0.4), fmax(box->h, 0.4));
            used++;
        }
        if (used == 0)
            continue;
        scene_fill(kit->scene, lines, used, kit->m,
                   colour_mix(card_fill_of(shapes[s]), colour_accent(board->about.colour), 0.3),
                   false);
        if (view.w / fabs(board->grid.pitch) / board->zoom < 60)
            scene_stroke(kit->scene, lines, used, kit->m, 0.5, true, NULL, COLOUR_INK);
    }
}

static void draw_cards(struct kit *kit, struct board *board, struct box view)
{
    size_t n = 0;
    struct seen *seen = ARENA_ARRAY(kit->arena, struct seen, board->cards_n + 1);
    // As board_card, for all of them at once.
    const struct point origin = board_to_seat(board, (struct point){0, 0});
    const double zoom = board->zoom;
    for (size_t k = 0; k < board->cards_n; k++) {
        size_t i = board->order[k];
        struct box own = place_box(&board->places[i]);
        struct box box = {origin.x + own.x * zoom, origin.y + own.y * zoom, own.w * zoom,
                          own.h * zoom};
        if (!box_is_empty(box_intersection(box_grow(box, FRAME), view)))
            seen[n++] = (struct seen){i, box};
    }
    if (n > BOARD_PLAIN) {
        draw_crowd(kit, board, seen, n);
        return;
    }
    for (size_t k = 0; k < n; k++) {
        size_t i = seen[k].i;
        const struct card *card = &board->cards[i];
        if (board_hold_of(board, card->id) == NULL &&
            (board->bundle_of[i] < 0 ||
             board_hold_of(board, board->loops[board->bundle_of[i]].id) == NULL))
            draw_card(kit, board, card, board_pose(board, i), seen[k].box, false);
    }
}

// ---- bundles ------------------------------------------------------------------------------------

// What is dragged would go into the bundle at `box`.
static bool takes_dragged(const struct board *board, const struct loop *loop, struct box box)
{
    for (guint i = 0; i < board->holds->len; i++) {
        const struct board_hold *hold = &g_array_index(board->holds, struct board_hold, i);
        if (!hold->moving || hold->id == loop->id)
            continue;
        if (hold->what == HOLD_CARD && box_contains(box, hold->now.middle))
            return true;
        if (hold->what == HOLD_BUNDLE && box_contains(box, hold->fingers[0].at))
            return true;
    }
    return false;
}

static void draw_loop(struct kit *kit, struct board *board, const struct loop *loop, struct box box)
{
    uint32_t accent = colour_accent(board->about.colour);
    bool takes = takes_dragged(board, loop, box), selected = board->bundle == loop->id;
    kit_begin_target(kit, kit_name(kit, "bundle:%" G_GINT64_FORMAT, loop->id), box, loop->name);
    bundle_draw(kit, loop, box, board->zoom, accent,
                takes ? BUNDLE_TAKES : selected ? BUNDLE_SELECTED : BUNDLE_RESTS);
    kit_end(kit);
    struct box head = bundle_head(kit, loop, box, board->zoom);
    kit_begin_target(kit, kit_name(kit, "bundle:%" G_GINT64_FORMAT, loop->id),
                     (struct box){head.x, head.y, head.w, fmax(head.h, KIT_TARGET_LEAST)},
                     loop->name);
    bundle_draw_head(kit, loop, box, board->zoom, accent, selected);
    kit_end(kit);
}

static void draw_loops(struct kit *kit, struct board *board, struct box view)
{
    for (size_t b = 0; b < board->loops_n; b++) {
        struct box box = board_loop(board, b);
        struct box seen = box_intersection(box_grow(box, BUNDLE_HEAD), view);
        if (!box_is_empty(seen) && board_hold_of(board, board->loops[b].id) == NULL)
            draw_loop(kit, board, &board->loops[b], box);
    }
}

// ---- the Themenspeicher -------------------------------------------------------------------------

static void draw_bay(struct kit *kit, struct board *board)
{
    struct box bay = board_bay(board);
    if (box_is_empty(bay))
        return;
    bool folded = board_is_folded(board);
    kit_begin_target(kit, kit_name(kit, "bay:seat%d", board->seat), bay,
                     kit_tr(kit, N_("Parking bay")));
    kit_fill(kit, box_grow(bay, folded ? 6 : 2), folded ? 6 : 0, COLOUR_WALL);
    struct line edge;
    line_init(&edge);
    line_add(&edge, bay.x, bay.y + 14);
    line_add(&edge, bay.x, bay.y + bay.h);
    line_add(&edge, bay.x + bay.w, bay.y + bay.h);
    line_add(&edge, bay.x + bay.w, bay.y + 14);
    kit_line(kit, &edge, 1.0, 7, 5, COLOUR_EDGE);
    line_clear(&edge);
    double mirror = sitting_is_rtl(board->stage, board->seat) ? board_view(board).w : 0;
    double x = mirror > 0 ? mirror - bay.x - bay.w : bay.x;
    kit_mirror(kit, mirror);
    kit_hand_box(kit, (struct box){x + 8, bay.y - 2, 26, 26}, 4, COLOUR_PAPER, PEN_FINE * 1.2,
                 "parking");
    kit_text(kit, "P", x + 21, bay.y + 11,
             (struct kit_type){17, 800, COLOUR_INK, KIT_CENTRE, "en"});
    kit_text_within(kit, kit_tr(kit, N_("Parking bay")), x + 41, bay.y + 11, bay.w - 49, 9,
                    (struct kit_type){12.5, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_text_within(kit, kit_tr(kit, N_("Parked: talk about it later")), x + 10, bay.y + 34,
                    bay.w - 20, KIT_TEXT_LEAST,
                    (struct kit_type){9, 500, COLOUR_GREY, KIT_LEFT, NULL});
    kit_mirror(kit, 0);
    kit_end(kit);
    struct box room = {bay.x - FRAME, bay.y + 44, bay.w + 2 * FRAME, bay.h - 46};
    kit_clip(kit, room);
    for (size_t i = 0; i < board->parked_n; i++) {
        struct box box = board_bay_card(board, i);
        struct box seen = box_intersection(box, room);
        struct lie pose = {{box.x + box.w / 2, box.y + box.h / 2}, 1, 0};
        if (board_hold_of(board, board->parked[i].id) == NULL && !box_is_empty(seen) &&
            seen.h >= KIT_TARGET_LEAST)
            draw_card(kit, board, &board->parked[i], pose, box, true);
    }
    kit_unclip(kit);
}

// ---- actions ------------------------------------------------------------------------------------

struct action {
    const char *name, *label, *icon;
    bool shown;
};

static void draw_row(struct kit *kit, const struct board *board, struct box box,
                     const struct action *actions, size_t n)
{
    struct box view = board_view(board);
    const struct kit_type least = {KIT_TEXT_LEAST, 600, COLOUR_INK, KIT_CENTRE, NULL};
    size_t shown = 0;
    double w = ACTION_WIDTH; // and what the longest word wants
    for (size_t i = 0; i < n; i++) {
        shown += actions[i].shown;
        if (actions[i].shown)
            w = fmax(w, kit_text_width(kit, kit_tr(kit, actions[i].label), least) + 4);
    }
    size_t rows = (double)shown * w > view.w - 20 ? 2 : 1, columns = (MAX(shown, 1) + rows - 1) / rows;
    w = fmin(w, (view.w - 20) / (double)columns);
    struct box row = {0, box.y + box.h + 12, (double)columns * w + 4, (double)rows * ACTION_HEIGHT};
    row.x = CLAMP(box.x + (box.w - row.w) / 2, 8, view.w - row.w - 8);
    if (row.y + row.h > view.y + view.h - 4)
        row.y = fmax(view.y + 4, box.y - 12 - row.h);
    kit_target(kit, kit_name(kit, "actions:seat%d", board->seat), row);
    kit_hand_box(kit, row, 7, COLOUR_PAPER, PEN_FINE * 1.2, "actions");
    for (size_t i = 0, k = 0; i < n; i++) {
        if (!actions[i].shown)
            continue;
        struct box item = {row.x + 2 + (double)(k % columns) * w,
                           row.y + 1 + (double)(k / columns) * ACTION_HEIGHT, w - 0.2,
                           ACTION_HEIGHT - 2};
        widget_bar_item(kit, kit_name(kit, "act:%s:seat%d", actions[i].name, board->seat), item,
                        kit_tr(kit, actions[i].label), actions[i].icon, WIDGET_REST);
        k++;
    }
}

static void draw_card_actions(struct kit *kit, const struct board *board)
{
    size_t i;
    bool parked;
    const struct card *card = board_find(board, board->selected, &i, &parked);
    if (card == NULL || board_hold_of(board, card->id) != NULL ||
        (parked && box_is_empty(board_bay(board))))
        return;
    bool critique = wish_is_critique(board, card);
    bool loose = !parked && board->bundle_of[i] < 0;
    bool own = board_own_dots(board, card->id) > 0 && !board->dots_shown;
    bool foreign = *card->lang != '\0' && strncmp(card->lang, board->lang, 2) != 0;
    const struct action first[] = {
        {"edit", N_("Change"), "pencil", true},
        {"wish", N_("Turn over"), "cloud",
         critique && card->origin == 0 && wish_of(board, card) == NULL},
        {"agree", N_("Agree"), "heart-handshake", !critique},
        {"gloss", N_("In German"), "language", foreign || *card->gloss != '\0'},
        {"take-dot", N_("Dot back"), "circle-minus", own},
        {"park", parked ? N_("Bring back") : N_("Park"), parked ? "arrow-back-up" : "archive",
         true},
        {"turn", N_("Turn"), "rotate-clockwise", loose},
        {"away", N_("Away"), "trash", true},
        {"more", N_("More"), "dots", true},
    };
    const struct action second[] = {
        {"larger", N_("Larger"), "zoom-in", loose},
        {"smaller", N_("Smaller"), "zoom-out", loose},
        {"past", N_("What it was"), "history", true},
        {"hide", N_("Hide"), "eye-off", true},
        {"back", N_("Back"), "arrow-left", true},
    };
    struct box box = parked ? board_bay_card(board, i) : board_card(board, i);
    if (board->more)
        draw_row(kit, board, box, second, G_N_ELEMENTS(second));
    else
        draw_row(kit, board, box, first, G_N_ELEMENTS(first));
}

static void draw_bundle_actions(struct kit *kit, struct board *board)
{
    const struct loop *loop = board_find_loop(board, board->bundle);
    if (loop == NULL || board_hold_of(board, loop->id) != NULL)
        return;
    const struct action actions[] = {
        {"name", N_("Name"), "pencil", true},
        {"dissolve", N_("Take apart"), "arrows-split", true},
    };
    struct box head = bundle_head(kit, loop,
                                  board_loop(board, (size_t)(loop - board->loops)), board->zoom);
    draw_row(kit, board, head, actions, G_N_ELEMENTS(actions));
}

// ---- what is in the hand ------------------------------------------------------------------------

static void draw_held_card(struct kit *kit, struct board *board, const struct board_hold *hold)
{
    bool parked;
    const struct card *card = board_find(board, hold->id, NULL, &parked);
    if (card == NULL)
        return;
    struct card_face face = board_face(board, card, parked);
    struct lie pose = hold->now;
    pose.degrees = hold->n == 2 ? lie_snap(pose.degrees, 4) : pose.degrees + DRAGGED_DEGREES;
    draw_shadow(kit, face.shape, pose, hold->w, hold->h);
    put_card(kit, board, card, pose, parked);
}

static void draw_held_bundle(struct kit *kit, struct board *board, const struct board_hold *hold)
{
    const struct loop *loop = board_find_loop(board, hold->id);
    if (loop == NULL)
        return;
    struct box was = board_loop(board, (size_t)(loop - board->loops));
    struct box box = {hold->now.middle.x, hold->now.middle.y, was.w, was.h};
    kit_fill(kit, (struct box){box.x + 5, box.y + 6, box.w, box.h}, 14, COLOUR_SHADOW);
    draw_loop(kit, board, loop, box);
    for (size_t k = 0; k < loop->n; k++) {
        struct lie pose = board_pose(board, loop->cards[k]);
        pose.middle.x += box.x - was.x;
        pose.middle.y += box.y - was.y;
        put_card(kit, board, &board->cards[loop->cards[k]], pose, false);
    }
}

static void draw_dot(struct kit *kit, const struct board *board, struct point at)
{
    kit_disc(kit, at.x + 5, at.y + 6, HAND_DOT, COLOUR_SHADOW);
    widget_dot(kit, at.x, at.y, HAND_DOT, colour_accent(board->about.colour), true, "hand");
}

void board_draw_held(struct board *board, struct kit *kit)
{
    for (guint i = 0; i < board->holds->len; i++) {
        const struct board_hold *hold = &g_array_index(board->holds, struct board_hold, i);
        if (!hold->moving)
            continue;
        if (hold->what == HOLD_CARD) {
            draw_held_card(kit, board, hold);
        } else if (hold->what == HOLD_BUNDLE) {
            draw_held_bundle(kit, board, hold);
        } else if (hold->what == HOLD_DOT) {
            draw_dot(kit, board, hold->now.middle);
        }
    }
    double share = motion_share(board->stage, MOTION_HOME, board->dot_flies);
    const struct point *home = &board->dot_home, *left = &board->dot_left;
    if (share < 1)
        draw_dot(kit, board, (struct point){left->x + (home->x - left->x) * share,
                                            left->y + (home->y - left->y) * share});
}

// ---- the empty board ----------------------------------------------------------------------------

static void draw_empty(struct kit *kit, const struct board *board)
{
    struct box view = board_view(board);
    double x = view.w / 2, k = fmin(1, view.h / 590), y = view.y + 258 * k;
    struct pen *pen = &kit->pen;
    const struct person people[] = {
        {HAIR_HEADSCARF, colour_accent(5), POSE_POINT, STANCE_STAND, 0.5, true, false, false},
        {HAIR_GLASSES, colour_accent(1), POSE_CHEER, STANCE_STAND, 0, false, false, false},
        {HAIR_AFRO, colour_accent(3), POSE_WAVE, STANCE_STAND, -0.5, false, false, false},
    };
    kit_begin(kit, KIND_FIGURE, NULL, NULL);
    figure_person(pen, x - 84 * k, y, 150 * k, &people[0], "empty:1");
    figure_person(pen, x + 4 * k, y, 150 * k, &people[1], "empty:2");
    figure_person(pen, x + 88 * k, y, 142 * k, &people[2], "empty:3");
    figure_sparkle(pen, x + 4 * k, y - 178 * k, 26 * k, 5, -150, -30);
    kit_end(kit);
    kit_begin(kit, KIND_TITLE, NULL, kit_tr(kit, N_("Everything is still free.")));
    kit_text_within(kit, kit_tr(kit, N_("Everything is still free.")), x, y + 56 * k, view.w - 60,
                    17, (struct kit_type){34 * k, 800, COLOUR_INK, KIT_CENTRE, NULL});
    kit_end(kit);
    const char *hint = kit_tr(kit, N_("Tap “New idea” and write what is on your mind."));
    kit_paragraph(kit, hint, x, y + 96 * k - fmax(6, 8.5 * k), view.w - 60, 2, 11,
                  (struct kit_type){fmax(12, 17 * k), 500, COLOUR_GREY, KIT_CENTRE, NULL});
    double end = view.y + view.h - 8;
    struct line way;
    line_init(&way);
    double from = x - fmin(150 * k, view.w / 2 - 24); // inside narrow seats too
    line_add_bezier(&way, (struct point){from, y + 130 * k}, (struct point){from, end - 90 * k},
                    (struct point){x - 60, end - 80 * k}, (struct point){x - 34, end}, 18);
    figure_arrow(pen, &way, PEN_HEAVY * 1.1, COLOUR_INK, 13, false, 0, 0, "arrow");
    line_clear(&way);
}

void board_draw(struct board *board, struct kit *kit, bool writing)
{
    board_fit(board);
    struct box view = board_view(board);
    if (writing)
        view.h += BOARD_BOTTOM;
    kit_target(kit, kit_name(kit, "board:seat%d", board->seat), view);
    bool empty = board->cards_n + board->parked_n == 0;
    if (empty && !writing)
        draw_empty(kit, board);
    kit_clip(kit, (struct box){0, view.y - 4, view.w, view.h + 8});
    draw_loops(kit, board, view);
    draw_cards(kit, board, view);
    kit_unclip(kit);
    if (!empty)
        draw_bay(kit, board);
    if (!writing) {
        draw_card_actions(kit, board);
        draw_bundle_actions(kit, board);
    }
    board_draw_bars(board, kit, writing);
    if (!writing)
        board_draw_sheet(board, kit);
}

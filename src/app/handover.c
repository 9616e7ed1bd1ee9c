// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover.h"

#include <math.h>

#include "app/desk.h"
#include "app/kit.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/digits.h"
#include "base/tr.h"

#define STRIP 300.0 // mm wide, where the seat has room
#define STRIP_HEIGHT 96.0
#define FACE 92.0 // width of the card in the strip
#define FACE_SCALE 1.3 // that it is made larger by before it is drawn so
#define BUTTON 36.0

void handovers_init(struct handovers *handovers, struct stage *stage, struct desk *desks, size_t n)
{
    *handovers = (struct handovers){.stage = stage,
                                    .desks = desks,
                                    .n = n,
                                    .asking = g_array_new(FALSE, FALSE, sizeof(struct handover))};
}

void handovers_clear(struct handovers *handovers)
{
    g_array_free(handovers->asking, TRUE);
}

static struct handover *handover_at(const struct handovers *handovers, guint i)
{
    return &g_array_index(handovers->asking, struct handover, i);
}

static struct desk *desk_at(const struct handovers *handovers, int seat)
{
    for (size_t i = 0; i < handovers->n; i++) {
        if (handovers->desks[i].seat == seat)
            return &handovers->desks[i];
    }
    return NULL;
}

// The oldest that asks a seat; -1: none.
static int asking_at(const struct handovers *handovers, int seat)
{
    for (guint i = 0; i < handovers->asking->len; i++) {
        if (handover_at(handovers, i)->taker == seat)
            return (int)i;
    }
    return -1;
}

// Says at a seat, in its language, what has become of a card.
static void say(const struct handovers *handovers, int seat, const char *icon, const char *text)
{
    struct stage *stage = handovers->stage;
    const struct tr *speaker = stage->spoken;
    stage->spoken = stage_tr(stage, seat); // another seat may have caused it
    stage_say(stage, seat, icon, text, NULL, NULL);
    stage->spoken = speaker;
}

void handovers_collect(struct handovers *handovers, struct desk *desk)
{
    struct board *board = &desk->board;
    int64_t card = board->passed;
    board->passed = 0;
    const struct desk *taker = desk_at(handovers, board->passed_to);
    if (card == 0 || taker == NULL || taker->board.table == board->table)
        return;
    for (guint i = 0; i < handovers->asking->len; i++) {
        if (handover_at(handovers, i)->card == card)
            return; // it asks already
    }
    const struct handover handover = {.giver = desk->seat,
                                      .taker = taker->seat,
                                      .card = card,
                                      .from = board->table,
                                      .to = taker->board.table,
                                      .number = board->about.number,
                                      .until = handovers->stage->now + HANDOVER_MS};
    g_array_append_val(handovers->asking, handover);
}

static void give_back(struct handovers *handovers, guint i)
{
    const struct handover *handover = handover_at(handovers, i);
    const struct tr *tr = stage_tr(handovers->stage, handover->giver);
    if (board_find(&desk_at(handovers, handover->giver)->board, handover->card, NULL, NULL) != NULL)
        say(handovers, handover->giver, "arrow-back-up",
            tr_text(tr, N_("The card is back with you.")));
    g_array_remove_index(handovers->asking, i);
}

static void take(struct handovers *handovers, guint i)
{
    const struct handover handover = *handover_at(handovers, i);
    struct stage *stage = handovers->stage;
    struct desk *giver = desk_at(handovers, handover.giver);
    struct desk *taker = desk_at(handovers, handover.taker);
    g_array_remove_index(handovers->asking, i);
    // Somebody may have parked it, written it anew or laid it away meanwhile, or left the table.
    if (giver->board.table != handover.from || taker->board.table != handover.to ||
        board_find(&giver->board, handover.card, NULL, NULL) == NULL)
        return;
    if (!board_pass(&giver->board, handover.card, handover.to, handover.taker))
        return;
    const struct tr *tr = stage_tr(stage, handover.giver);
    char *text = digits_format(tr_lang(tr), tr_text(tr, N_("Table %d has taken the card.")),
                               taker->board.about.number);
    say(handovers, handover.giver, "check", text);
    g_free(text);
    board_load(&taker->board);
    board_reveal(&taker->board, handover.card, true);
}

bool handovers_touch(struct handovers *handovers, const struct touch *touch)
{
    bool takes = touch_is_on(touch->target, touch->seat, "handover-take");
    bool leaves = touch_is_on(touch->target, touch->seat, "handover-leave");
    int asking = asking_at(handovers, touch->seat);
    if (asking < 0 || !touch_is_tap(touch))
        return takes || leaves || touch_is_on(touch->target, touch->seat, "handover");
    if (takes)
        take(handovers, (guint)asking);
    else if (leaves)
        give_back(handovers, (guint)asking);
    return takes || leaves || touch_is_on(touch->target, touch->seat, "handover");
}

void handovers_tick(struct handovers *handovers)
{
    for (guint i = handovers->asking->len; i-- > 0;) {
        if (handovers->stage->now >= handover_at(handovers, i)->until)
            give_back(handovers, i);
    }
}

int handovers_next_tick(const struct handovers *handovers, int64_t now)
{
    int64_t least = -1;
    for (guint i = 0; i < handovers->asking->len; i++) {
        int64_t wait = MAX(0, handover_at(handovers, i)->until - now);
        least = least < 0 ? wait : MIN(least, wait);
    }
    return (int)least;
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_question(const struct handovers *handovers, const struct handover *handover,
                          struct kit *kit)
{
    const struct stage *stage = handovers->stage;
    const struct board *from = &desk_at(handovers, handover->giver)->board;
    const struct card *card = board_find(from, handover->card, NULL, NULL);
    double seat_w = seat_width(stage_seat(stage, handover->taker));
    double w = fmin(STRIP, seat_w - 16);
    struct box box = {(seat_w - w) / 2, BOARD_TOP + 4, w, STRIP_HEIGHT};
    if (card == NULL)
        return;
    kit_begin_target(kit, kit_name(kit, "handover:seat%d", handover->taker), box, card->text);
    kit_fill(kit, (struct box){box.x + 4, box.y + 5, box.w, box.h}, 8, COLOUR_SHADOW);
    kit_hand_box(kit, box, 8, COLOUR_PAPER, PEN_HEAVY, "handover");
    kit_end(kit);
    kit_mirror(kit, sitting_is_rtl(stage, handover->taker) ? seat_w : 0);
    struct card_face face = board_face(from, card, false);
    double face_h = STRIP_HEIGHT - BUTTON - 20;
    face.width = FACE * FACE_SCALE;
    face.least_height = face_h * FACE_SCALE;
    face.least_size = 10;
    face.fixed_height = true;
    face.votes = 0;
    cards_put(stage->cards, stage, &face, kit, box.x + 9, box.y + 8, FACE);
    double x = box.x + FACE + 20, width = box.x + box.w - 10 - x;
    kit_paragraph(kit, kit_say(kit, kit_tr(kit, N_("From table %d. Take it?")), handover->number),
                  x, box.y + 9, width, 2, 10,
                  (struct kit_type){14, 800, COLOUR_INK, KIT_LEFT, NULL});
    double y = box.y + box.h - BUTTON - 6, half = (box.w - 20 - 6) / 2;
    widget_button(kit, kit_name(kit, "handover-leave:seat%d", handover->taker),
                  (struct box){box.x + 10, y, half, BUTTON}, kit_tr(kit, N_("No, thanks")), "x", 12,
                  WIDGET_REST);
    widget_button(kit, kit_name(kit, "handover-take:seat%d", handover->taker),
                  (struct box){box.x + 10 + half + 6, y, half, BUTTON},
                  kit_tr(kit, N_("Take it")), "check", 12, WIDGET_ON);
    kit_mirror(kit, 0);
}

// At the giver's the card says that it asks.
static void draw_asking(const struct handovers *handovers, const struct handover *handover,
                        struct kit *kit)
{
    const struct desk *giver = desk_at(handovers, handover->giver);
    const struct desk *taker = desk_at(handovers, handover->taker);
    size_t i;
    bool parked;
    if (desk_is_covered(giver) ||
        board_find(&giver->board, handover->card, &i, &parked) == NULL || parked)
        return;
    struct box box = board_card(&giver->board, i), view = board_view(&giver->board);
    if (!box_contains(view, (struct point){box.x + box.w / 2, box.y + box.h / 2}))
        return;
    kit_dashes(kit, box_grow(box, 3), 12, 1.5, 6, 4.2, COLOUR_INK);
    const char *text =
        kit_say(kit, kit_tr(kit, N_("Asks table %d")), taker->board.about.number);
    struct kit_type type = {9.5, 600, COLOUR_INK, KIT_CENTRE, NULL};
    double w = fmin(kit_text_width(kit, text, type) + 14, view.w - 8);
    double middle = CLAMP(box.x + box.w / 2, w / 2 + 4, view.w - w / 2 - 4);
    struct box chip = {middle - w / 2, box.y + box.h - 6, w, 16};
    kit_fill(kit, chip, 8, COLOUR_PAPER);
    kit_frame(kit, chip, 8, KIT_HAIRLINE, COLOUR_INK);
    kit_text_within(kit, text, middle, chip.y + 8, w - 6, KIT_TEXT_LEAST, type);
}

// The zone that a card in the hand is over.
static void draw_aim(const struct handovers *handovers, const struct desk *desk, struct kit *kit)
{
    const struct stage *stage = handovers->stage;
    for (guint i = 0; i < desk->board.holds->len; i++) {
        const struct board_hold *hold = &g_array_index(desk->board.holds, struct board_hold, i);
        int seat = hold->what == HOLD_CARD && hold->moving && hold->n > 0
                       ? board_beyond(&desk->board, hold->fingers[0].at)
                       : 0;
        const struct desk *taker = seat != 0 ? desk_at(handovers, seat) : NULL;
        if (taker == NULL || taker->board.table == desk->board.table)
            continue;
        const struct seat *zone = stage_seat(stage, seat);
        kit_sit(kit, zone);
        struct box box = {0, 0, seat_width(zone), seat_height(zone)};
        kit_frame(kit, box_grow(box, -4), SEAT_RADIUS, 3.4,
                  colour_accent(taker->board.about.colour));
    }
}

void handovers_draw(const struct handovers *handovers, struct kit *kit)
{
    for (size_t i = 0; i < handovers->n; i++) {
        int seat = handovers->desks[i].seat, asking = asking_at(handovers, seat);
        kit_sit(kit, stage_seat(handovers->stage, seat));
        for (guint k = 0; k < handovers->asking->len; k++) {
            if (handover_at(handovers, k)->giver == seat)
                draw_asking(handovers, handover_at(handovers, k), kit);
        }
        if (asking >= 0)
            draw_question(handovers, handover_at(handovers, (guint)asking), kit);
        draw_aim(handovers, &handovers->desks[i], kit);
    }
}

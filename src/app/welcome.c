// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/welcome.h"

#include <math.h>

#include "app/kit.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "draw/figure.h"
#include "store/store.h"
#include "words/words.h"

#define POINTS 3
#define ROW_MOST 150.0 // of a point's height
#define TALL 70.0      // points from here on have two lines
#define WIDE 900.0 // seats from here on show who goes where

struct said { // what a table passes on
    struct table table;
    const struct table *tables;
    size_t tables_n, cards_n;
    const struct card *points[POINTS]; // most dots first, then the newest
    size_t n;
};

static int64_t table_of(const struct stage *stage, const struct seat *seat)
{
    int64_t gathered = stage->plenary.about.gathered;
    return gathered != 0 ? gathered : stage->settings.seats[seat->number - 1].table;
}

bool welcome_is_due(const struct stage *stage, const struct seat *seat)
{
    return plenary_phase(&stage->plenary)->round > 1 && stage_shown(stage)->class->by_seat &&
           table_of(stage, seat) != 0;
}

static void take(struct said *said, const struct card *card)
{
    size_t i = said->n < POINTS ? said->n++ : POINTS;
    for (; i > 0 && (said->points[i - 1]->votes < card->votes ||
                     (said->points[i - 1]->votes == card->votes &&
                      said->points[i - 1]->made < card->made));
         i--) {
        if (i < POINTS)
            said->points[i] = said->points[i - 1];
    }
    if (i < POINTS)
        said->points[i] = card;
}

static struct said gather(const struct stage *stage, const struct seat *seat, struct arena *arena)
{
    struct said said = {.table = {.title = "", .open = ""}};
    size_t n;
    int64_t workshop = stage->plenary.workshop, table = table_of(stage, seat);
    const struct table *tables = said.tables =
        store_tables(stage->store, arena, workshop, &said.tables_n, NULL);
    for (size_t i = 0; i < said.tables_n; i++) {
        if (tables[i].id == table)
            said.table = tables[i];
    }
    const struct card *cards =
        store_cards(stage->store, arena, workshop, table, CARDS_SHOWN, &n, NULL);
    said.cards_n = n;
    for (size_t i = 0; i < n; i++)
        take(&said, &cards[i]);
    return said;
}

// What dots do not tell yet stays covered.
static void draw_point(const struct stage *stage, struct kit *kit, const struct card *card,
                       int colour, struct box box)
{
    double icon = fmin(64, box.h * 0.72), x = box.x + icon + 14;
    const char *name = cards_icon(stage->cards, stage, card->icon, card->text, card->lang);
    uint32_t accent = colour_accent(colour);
    bool counted = stage->plenary.about.dots_shown && card->votes > 0;
    kit_begin(kit, KIND_IDEA, NULL, card->text);
    if (*name != '\0')
        kit_hand_icon(kit, name, box.x, box.y + (box.h - icon) / 2, icon, accent, PEN_FINE * 1.2,
                      card->text);
    double right = box.x + box.w - (counted ? 44 : 0);
    struct kit_type type = {fmin(26, box.h * 0.38), 700, COLOUR_INK, KIT_LEFT,
                            *card->lang != '\0' ? card->lang : NULL};
    if (box.h < TALL) {
        kit_text_within(kit, card->text, x, box.y + box.h / 2, right - x, 9, type);
    } else {
        int lines = 2; // what is long stands on two
        if (kit_text_width(kit, card->text, type) <= right - x)
            lines = 1;
        kit_paragraph(kit, card->text, x, box.y + box.h / 2 - lines * type.size * 0.6, right - x,
                      lines, 12, type);
    }
    if (counted) {
        widget_dot(kit, right + 10, box.y + box.h / 2, fmin(6, box.h * 0.14), accent, true, "dots");
        kit_text(kit, kit_say(kit, "%" G_GINT64_FORMAT, card->votes), right + 22,
                 box.y + box.h / 2,
                 (struct kit_type){fmin(18, box.h * 0.36), 800, COLOUR_INK, KIT_LEFT, NULL});
    }
    kit_end(kit);
}

static void draw_bubble(const struct stage *stage, struct kit *kit, const struct said *said,
                        struct box box)
{
    double k = fmin(1, fmin(box.w / 520, box.h / 420)), pad = fmax(10, 24 * k);
    int round = plenary_phase(&stage->plenary)->round;
    double x = box.x + pad, w = box.w - 2 * pad, y = box.y + pad;
    kit_hand_box(kit, box, 14 * k + 4, COLOUR_PAPER, PEN_MEDIUM, "welcome");
    kit_begin(kit, KIND_TITLE, NULL, kit_tr(kit, N_("Good to have you here")));
    kit_text_within(kit, kit_tr(kit, N_("Good to have you here")), x, y + 16 * k, w, 14,
                    (struct kit_type){fmax(16, 30 * k), 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
    const char *left = kit_say(
        kit,
        tr_plural(kit->tr, "Round %d left %d card here. This was important:",
                  "Round %d left %d cards here. This was important:", said->cards_n),
        round - 1, (int)said->cards_n);
    y += fmax(24, 46 * k);
    kit_text_within(kit, left, x, y, w, KIT_TEXT_LEAST,
                    (struct kit_type){fmax(9, 13 * k), 500, COLOUR_GREY, KIT_LEFT, NULL});
    y += fmax(9, 18 * k);
    double open = *said->table.open != '\0' ? fmax(24, 42 * k) + 8 : 0;
    // Few of them stand wider apart, so that the bubble is full.
    double row = fmin(ROW_MOST, (box.y + box.h - pad - open - y) / (double)MAX(said->n, 2));
    for (size_t i = 0; i < said->n; i++, y += row) {
        draw_point(stage, kit, said->points[i], said->table.colour, (struct box){x, y, w, row});
        if (i + 1 < said->n)
            kit_rule(kit, x, y + row, x + w, y + row, COLOUR_LINE);
    }
    if (open > 0) {
        struct box strip = {x, box.y + box.h - pad - open + 8, w, open - 8};
        kit_fill(kit, strip, 2, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.3));
        kit_frame(kit, strip, 2, 0.8, COLOUR_INK);
        const char *asks = kit_say(kit, kit_tr(kit, N_("Open: %s")), said->table.open);
        kit_text_within(kit, asks, x + 12, strip.y + strip.h / 2, w - 24, KIT_TEXT_LEAST,
                        (struct kit_type){fmax(9.5, 16 * k), 700, COLOUR_INK, KIT_LEFT, NULL});
    }
}

// Tables in a ring; groups go on to the next number.
static void draw_map(struct kit *kit, const struct said *said, struct box box)
{
    int n = (int)said->tables_n, here = said->table.number;
    kit_fill(kit, box, 8, COLOUR_BAR);
    kit_text_within(kit, kit_tr(kit, N_("Who goes where?")), box.x + 18, box.y + 28, box.w - 36, 12,
                    (struct kit_type){20, 800, COLOUR_INK, KIT_LEFT, NULL});
    double cx = box.x + box.w / 2, cy = box.y + box.h / 2 + 4;
    double rx = box.w / 2 - 60, ry = box.h / 2 - 92;
    for (int i = 0; i < n && n <= 12; i++) {
        double angle = (i - 0.5 * (n % 2 == 0)) * 2 * G_PI / n - G_PI / 2;
        double next = angle + 2 * G_PI / n, gap = 0.62 * G_PI / n;
        struct line way;
        line_init(&way);
        for (int s = 0; s <= 8; s++) {
            double a = angle + gap + (next - angle - 2 * gap) * s / 8;
            double at = cx + rx * cos(a); // the pen does not mirror
            line_add(&way, kit->mirror > 0 ? kit->mirror - at : at, cy + ry * sin(a));
        }
        figure_arrow(&kit->pen, &way, PEN_MEDIUM, COLOUR_INK, 8, false, 0, 0,
                     kit_name(kit, "way:%d", i));
        line_clear(&way);
        double x = cx + rx * cos(angle), y = cy + ry * sin(angle);
        struct line oval;
        line_init(&oval);
        line_add_ellipse(&oval, x, y, 36, 27, 0);
        bool is_here = i + 1 == here;
        kit_hand_shape(kit, &oval,
                       is_here ? COLOUR_WARM
                               : colour_mix(colour_accent(said->tables[i].colour), COLOUR_PAPER, 0.45),
                       is_here ? PEN_HEAVY * 1.2 : PEN_MEDIUM, kit_name(kit, "oval:%d", i));
        line_clear(&oval);
        widget_number(kit, x, y, 14, i + 1, said->tables[i].colour);
        if (is_here)
            kit_text(kit, kit_tr(kit, N_("here")), x, y + 38,
                     (struct kit_type){11, 800, COLOUR_INK, KIT_CENTRE, NULL});
    }
    const char *from =
        kit_say(kit, kit_tr(kit, N_("You come from table %d. Next round: table %d.")),
                 (here + n - 2) % MAX(n, 1) + 1, here % MAX(n, 1) + 1);
    kit_text_within(kit, from, box.x + 18, box.y + box.h - 42, box.w - 36, 9,
                    (struct kit_type){13, 700, COLOUR_INK, KIT_LEFT, NULL});
    kit_text_within(kit, kit_tr(kit, N_("Your cards stay where they are.")), box.x + 18,
                    box.y + box.h - 22, box.w - 36, KIT_TEXT_LEAST,
                    (struct kit_type){11, 500, COLOUR_GREY, KIT_LEFT, NULL});
}

void welcome_draw(const struct stage *stage, struct kit *kit, const struct seat *seat,
                  struct box room)
{
    struct said said = gather(stage, seat, kit->arena);
    bool wide = room.w >= WIDE && said.tables_n > 1;
    double host = fmin(room.h * 0.55, room.w * 0.24), left = host * 0.62;
    const struct person person = {HAIR_HEADSCARF, colour_accent(said.table.colour), POSE_GIVE,
                                  STANCE_STAND, kit->mirror > 0 ? -0.6 : 0.6, true,
                                  kit->mirror > 0, false};
    double bubble = wide ? room.w * 0.5 : room.w - left - 12;
    // The pen does not mirror: the host changes sides here.
    double x = kit->mirror > 0 ? kit->mirror - room.x - left / 2 : room.x + left / 2;
    kit_begin(kit, KIND_FIGURE, NULL, NULL);
    figure_person(&kit->pen, x, room.y + room.h - 6, host, &person, "host");
    kit_end(kit);
    draw_bubble(stage, kit, &said,
                (struct box){room.x + left + 8, room.y, bubble, room.h});
    if (wide)
        draw_map(kit, &said, (struct box){room.x + left + 8 + bubble + 18, room.y,
                                          room.w - left - 8 - bubble - 18, room.h});
}

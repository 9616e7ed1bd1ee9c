// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facilitator_draw.h"

#include <math.h>
#include <string.h>

#include "app/facilitator.h"
#include "app/phases.h"
#include "app/seat_choice.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "draw/paragraph.h"

#define HEAD 46.0
#define BAR 52.6
#define GAP 11.0
#define WIDE 1100.0 // glass from here on has two rows of boxes
#define VEIL 0xFAF8F48Cu

static const uint32_t chosen_fill = COLOUR_WARM;

// A white box of the drawer with its heading; returns what is free below.
static struct box begin_box(struct kit *kit, struct box box, const char *title, const char *icon,
                            const char *note)
{
    kit_fill(kit, box, 7, COLOUR_PAPER);
    kit_frame(kit, box, 7, KIT_HAIRLINE, COLOUR_LINE);
    kit_icon(kit, icon, box.x + 12, box.y + 8, 15, COLOUR_INK);
    struct kit_type type = {15, 800, COLOUR_INK, KIT_LEFT, NULL};
    double width = kit_text_within(kit, title, box.x + 33, box.y + 16, box.w * 0.62, 11, type);
    double room = box.w - 33 - width - 26;
    if (note != NULL && room > 40)
        kit_text_within(kit, note, box.x + box.w - 12, box.y + 16, room, KIT_TEXT_LEAST,
                        (struct kit_type){9.5, 500, COLOUR_GREY, KIT_RIGHT, NULL});
    return (struct box){box.x + 12, box.y + 30, box.w - 24, box.h - 40};
}

// A tile to choose: pale yellow with a tick when it is.
static void begin_tile(struct kit *kit, const char *hit, struct box box, const char *label, bool on)
{
    kit_begin_target(kit, hit, box, label);
    bool pressed = kit_pressed(kit, hit);
    if (on) {
        kit_hand_box(kit, box, 6, colour_mix(chosen_fill, COLOUR_PAPER, 0.55), PEN_FINE * 1.3, hit);
    } else {
        kit_fill(kit, box, 6, pressed ? COLOUR_BAR : COLOUR_PAPER);
        kit_frame(kit, box, 6, KIT_HAIRLINE, COLOUR_EDGE);
    }
}

static void end_tile(struct kit *kit, struct box box, bool on)
{
    kit_end(kit);
    if (on)
        widget_tick(kit, box.x + box.w - 5, box.y + 5, 5.5);
}

static void word_below(struct kit *kit, const char *word, struct box box, double size)
{
    kit_text_within(kit, word, box.x + box.w / 2, box.y + box.h - size * 1.05, box.w - 4,
                    KIT_TEXT_LEAST, (struct kit_type){size, 600, COLOUR_INK, KIT_CENTRE, NULL});
}

// ---- the boxes ----------------------------------------------------------------------------------

static void draw_rest(const struct stage *stage, struct kit *kit, struct box box)
{
    bool frozen = stage->plenary.about.frozen;
    struct box room = begin_box(kit, box, kit_tr(kit, N_("Stop")), "player-pause", NULL);
    widget_button(kit, "lead:freeze", (struct box){room.x, room.y + 4, room.w, 46},
                  kit_tr(kit, frozen ? N_("Go on") : N_("Stop all")),
                  frozen ? "player-play" : "player-pause", 14, frozen ? WIDGET_ON : WIDGET_REST);
    kit_paragraph(kit, kit_tr(kit, N_("All sentences stay. “Go on” lets everyone write again.")),
                  room.x, room.y + 58, room.w, 3, KIT_TEXT_LEAST,
                  (struct kit_type){9.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
}

static void draw_gather(const struct stage *stage, struct kit *kit, struct box box)
{
    size_t n;
    const struct plenary *plenary = &stage->plenary;
    const struct table *tables =
        store_tables(stage->store, kit->arena, plenary->workshop, &n, NULL);
    struct box room = begin_box(kit, box, kit_tr(kit, N_("All to one table")), "focus-2",
                                kit_tr(kit, N_("all seats show it")));
    size_t most = (size_t)fmax(1, floor((room.w + 4) / 46));
    double pitch = fmin(72, (room.w + 4) / (double)MIN(MAX(n, 1), most));
    for (size_t i = 0; i < MIN(n, most); i++) {
        struct box tile = {room.x + (double)i * pitch, room.y, pitch - 4, room.h};
        bool on = plenary->about.gathered == tables[i].id;
        begin_tile(kit, kit_name(kit, "lead:table:%" G_GINT64_FORMAT, tables[i].id), tile,
                   tables[i].title, on);
        widget_number(kit, tile.x + tile.w / 2, tile.y + tile.h * 0.33, fmin(16, tile.w * 0.32),
                      tables[i].number, tables[i].colour);
        const char *soft = hyphens_soften(stage->hyphens, tables[i].title, plenary->about.lang,
                                          kit->arena);
        widget_tile_word(kit, soft, tile, kit_guess_lang(kit, tables[i].title));
        end_tile(kit, tile, on);
    }
}

static void draw_minutes(struct kit *kit, const char *hit, struct box box, const char *digits,
                         const char *word)
{
    begin_tile(kit, hit, box, digits, false);
    kit_text_within(kit, digits, box.x + box.w / 2, box.y + box.h * 0.38, box.w - 4, 12,
                    (struct kit_type){22, 800, COLOUR_INK, KIT_CENTRE, NULL});
    word_below(kit, word, box, 9.5);
    end_tile(kit, box, false);
}

static const char *time_note(const struct stage *stage, struct kit *kit, const struct clock *clock)
{
    const struct phase *phase = plenary_phase(&stage->plenary);
    if (phase->id == 0)
        return kit_tr(kit, N_("without phases"));
    const char *title = phase_title(kit, phase);
    return clock->state == CLOCK_NONE
               ? title
               : kit_say(kit, kit_tr(kit, N_("%s, %s left")), title, clock_text(kit, clock));
}

static void draw_time(const struct stage *stage, struct kit *kit, struct box box)
{
    const struct plenary *plenary = &stage->plenary;
    struct clock clock = plenary_clock(stage);
    struct box room = begin_box(kit, box, kit_tr(kit, N_("Time")), "clock",
                                time_note(stage, kit, &clock));
    static const char *const minutes[] = {"-5", "+5", "+10"};
    static const char *const digits[] = {"− 5", "+ 5", "+ 10"};
    double tile = fmin(72, room.w * 0.145);
    bool timed = clock.state != CLOCK_NONE;
    for (int i = 0; i < 3 && timed; i++)
        draw_minutes(kit, kit_name(kit, "lead:clock:%s", minutes[i]),
                     (struct box){room.x + i * (tile + 4), room.y, tile, room.h}, digits[i],
                     kit_tr(kit, N_("minutes")));
    double x = room.x + (timed ? 3 * (tile + 4) + 8 : 0), w = (room.x + room.w - x - 6) / 2;
    double h = (room.h - 8) / 2;
    struct box at[4] = {{x, room.y, w, h},
                        {x + w + 6, room.y, w, h},
                        {x, room.y + h + 8, w, h},
                        {x + w + 6, room.y + h + 8, w, h}};
    if (timed && clock.state != CLOCK_OVER) {
        bool runs = clock.state == CLOCK_RUNS;
        widget_button(kit, "lead:clock:rest", at[0],
                      kit_tr(kit, runs ? N_("Stop clock") : N_("Start clock")),
                      runs ? "player-pause" : "player-play", 11, WIDGET_REST);
    } else if (timed) {
        widget_button(kit, "lead:clock:start", at[0], kit_tr(kit, N_("From the start")), "refresh",
                      11, WIDGET_REST);
    }
    bool first = plenary->at == 0 || plenary->at >= plenary->phases_n;
    bool last = plenary->at + 1 >= plenary->phases_n;
    const char *back = first ? kit_tr(kit, N_("Back"))
                             : kit_say(kit, kit_tr(kit, N_("Back: %s")),
                                        phase_title(kit, &plenary->phases[plenary->at - 1]));
    const char *next = last ? kit_tr(kit, N_("Next"))
                            : kit_say(kit, kit_tr(kit, N_("Next: %s")),
                                       phase_title(kit, &plenary->phases[plenary->at + 1]));
    widget_button(kit, "lead:clock:back", at[1], back, "arrow-left", 11,
                  first ? WIDGET_OFF : WIDGET_REST);
    widget_button(kit, "lead:clock:gong", at[2], kit_tr(kit, N_("Gong")), "bell-ringing", 11,
                  WIDGET_REST);
    widget_button(kit, "lead:clock:next", at[3], next, "arrow-right", 11,
                  last ? WIDGET_OFF : WIDGET_REST);
}

static void draw_hidden_card(struct kit *kit, const struct table *tables, size_t n,
                             const struct card *card, struct box box)
{
    int number = 1, colour = 1;
    for (size_t i = 0; i < n; i++) {
        if (tables[i].id == card->table) {
            number = tables[i].number;
            colour = tables[i].colour;
        }
    }
    kit_dashes(kit, box, 6, 0.7, 4, 3, COLOUR_EDGE);
    widget_number(kit, box.x + 15, box.y + 16, 9.5, number, colour);
    kit_text_within(kit, *card->text != '\0' ? card->text : kit_tr(kit, N_("A drawing")),
                    box.x + 30, box.y + 15, box.w - 36, 9,
                    (struct kit_type){12, 700, COLOUR_INK, KIT_LEFT, NULL});
    // Reasons are message ids where people chose one.
    const char *reason = *card->hidden_reason != '\0' ? kit_tr(kit, card->hidden_reason)
                                                      : kit_tr(kit, N_("without a reason"));
    kit_text_within(kit, reason, box.x + 10, box.y + 35, box.w - 16, KIT_TEXT_LEAST,
                    (struct kit_type){9.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
    double half = (box.w - 16 - 4) / 2, y = box.y + box.h - 34;
    bool wide = half > 70;
    widget_button(kit, kit_name(kit, "lead:show:%" G_GINT64_FORMAT, card->id),
                  (struct box){box.x + 8, y, half, 28}, kit_tr(kit, N_("Show")),
                  wide ? "eye" : NULL, 11, WIDGET_REST);
    widget_button(kit, kit_name(kit, "lead:look:%" G_GINT64_FORMAT, card->id),
                  (struct box){box.x + 8 + half + 4, y, half, 28}, kit_tr(kit, N_("Look at")),
                  wide ? "search" : NULL, 11, WIDGET_REST);
}

// A covered card as it is, for the facilitator's eyes, above the drawer.
static void draw_looked_at(const struct stage *stage, struct kit *kit, double top)
{
    const struct plenary *plenary = &stage->plenary;
    size_t n, tables_n;
    if (stage->facilitator.looks_at == 0)
        return;
    const struct card *cards = store_cards(stage->store, kit->arena, plenary->workshop, 0,
                                           CARDS_ALL_LIVE, &n, NULL);
    const struct table *tables =
        store_tables(stage->store, kit->arena, plenary->workshop, &tables_n, NULL);
    for (size_t i = 0; i < n; i++) {
        if (cards[i].id != stage->facilitator.looks_at)
            continue;
        const char *kind = phases_kind(plenary->phases, plenary->phases_n, cards[i].phase, 0);
        int colour = 1;
        for (size_t k = 0; k < tables_n; k++)
            colour = tables[k].id == cards[i].table ? tables[k].colour : colour;
        struct card_face face = cards_face(stage->cards, stage, &cards[i], kind, colour);
        face.tr = kit->tr;
        face.least_height = CARD_HEIGHT * 1.5;
        double w = fmin(380, top * 1.1), h = w * face.least_height / face.width;
        struct box box = {(stage->w - w) / 2 - 20, fmax(10, (top - h) / 2 - 16), w + 40, h + 32};
        kit_target(kit, "lead:look:0", (struct box){0, 0, stage->w, top});
        kit_begin_target(kit, "lead:look:0", box, cards[i].text);
        kit_fill(kit, (struct box){box.x + 5, box.y + 6, box.w, box.h}, 10, COLOUR_SHADOW);
        kit_hand_box(kit, box, 10, COLOUR_PAPER, PEN_HEAVY, "looked-at");
        cards_put(stage->cards, stage, &face, kit, box.x + 20, box.y + 16, w);
        kit_icon(kit, "x", box.x + box.w - 18, box.y + 6, 12, COLOUR_INK);
        kit_end(kit);
    }
}

static void draw_hidden(const struct stage *stage, struct kit *kit, struct box box)
{
    size_t all, n, hidden_n = 0;
    int64_t workshop = stage->plenary.workshop;
    const struct table *tables = store_tables(stage->store, kit->arena, workshop, &n, NULL);
    const struct card *cards =
        store_cards(stage->store, kit->arena, workshop, 0, CARDS_ALL_LIVE, &all, NULL);
    const struct card **hidden = ARENA_ARRAY(kit->arena, const struct card *, all + 1);
    for (size_t i = 0; i < all; i++) {
        if (cards[i].hidden)
            hidden[hidden_n++] = &cards[i];
    }
    const char *note =
        hidden_n == 0 ? kit_tr(kit, N_("nothing"))
                      : kit_say(kit, tr_plural(kit->tr, "%d card, nothing is lost",
                                                "%d cards, nothing is lost", hidden_n),
                                 (int)hidden_n);
    struct box room = begin_box(kit, box, kit_tr(kit, N_("Covered")), "eye-off", note);
    bool more = hidden_n > FACILITATOR_HIDDEN;
    double w = (room.w - 6 - (more ? 50 : 0)) / FACILITATOR_HIDDEN;
    size_t first = hidden_n > 0 ? (size_t)stage->facilitator.hidden_first % hidden_n : 0;
    first -= first % FACILITATOR_HIDDEN;
    for (size_t i = 0; i < FACILITATOR_HIDDEN && first + i < hidden_n; i++)
        draw_hidden_card(kit, tables, n, hidden[first + i],
                         (struct box){room.x + (double)i * (w + 6), room.y, w, room.h});
    if (more)
        widget_bar_item(kit, "lead:more", (struct box){room.x + room.w - 44, room.y, 44, room.h},
                        kit_tr(kit, N_("More")), "chevron-right", WIDGET_REST);
    if (hidden_n == 0)
        kit_paragraph(kit, kit_tr(kit, N_("Cards that are covered at a table stand here with the "
                                          "reason.")),
                      room.x, room.y + 6, room.w, 3, KIT_TEXT_LEAST,
                      (struct kit_type){10.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
}

static void draw_seats(const struct stage *stage, struct kit *kit, struct box box)
{
    static const int counts[] = {1, 2, 3, 4, 6};
    bool around = stage->settings.around;
    const char *note =
        kit_say(kit, tr_plural(kit->tr, "%d seat", "%d seats", (unsigned long)stage->people),
                 stage->people);
    struct box room = begin_box(kit, box, kit_tr(kit, N_("Seats")), "armchair", note);
    double pitch = (room.w + 4) / 5, h = room.h - 38;
    for (int i = 0; i < 5; i++) {
        struct box tile = {room.x + i * pitch, room.y, pitch - 4, h};
        bool on = stage->people == counts[i];
        if (!seats_fit(counts[i], around, stage->w, stage->h)) {
            kit_dashes(kit, tile, 6, 0.6, 3, 3, COLOUR_LINE);
            continue;
        }
        begin_tile(kit, kit_name(kit, "lead:seats:%d", counts[i]), tile,
                   kit_name(kit, "%d", counts[i]), on);
        double glass = fmin(tile.w - 14, (h - 22) * stage->w / stage->h);
        seat_choice_picture(kit, stage,
                            (struct box){tile.x + (tile.w - glass) / 2, tile.y + 5, glass,
                                         glass * stage->h / stage->w},
                            counts[i], around);
        word_below(kit, kit_name(kit, "%d", counts[i]), tile, 9.5);
        end_tile(kit, tile, on);
    }
    double y = room.y + h + 6, w = (room.w - 6) / 2;
    widget_button(kit, "lead:wall", (struct box){room.x, y, w, 32}, kit_tr(kit, N_("At the wall")),
                  "device-tv", 10.5, around ? WIDGET_REST : WIDGET_ON);
    widget_button(kit, "lead:around", (struct box){room.x + w + 6, y, w, 32},
                  kit_tr(kit, N_("As a table")), "table", 10.5, around ? WIDGET_ON : WIDGET_REST);
}

static void draw_projector(const struct stage *stage, struct kit *kit, struct box box)
{
    static const struct {
        const char *name, *label, *icon;
    } ways[] = {{"picture", N_("Picture"), "photo"},
                {"hall", N_("Hall"), "layout-grid"},
                {"table", N_("One table"), "square"},
                {"clock", N_("Clock"), "clock"},
                {"dark", N_("Off"), "device-tv-off"}};
    const char *shows = stage->plenary.about.projector;
    struct box room = begin_box(kit, box, kit_tr(kit, N_("Projector")), "device-projector", NULL);
    double pitch = (room.w + 4) / (double)G_N_ELEMENTS(ways);
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        struct box tile = {room.x + (double)i * pitch, room.y, pitch - 4, room.h};
        bool on = strcmp(ways[i].name, shows) == 0;
        const char *label = kit_tr(kit, ways[i].label);
        begin_tile(kit, kit_name(kit, "lead:projector:%s", ways[i].name), tile, label, on);
        kit_icon(kit, ways[i].icon, tile.x + tile.w / 2 - 11, tile.y + tile.h * 0.36 - 11, 22,
                 COLOUR_INK);
        word_below(kit, label, tile, 9.5);
        end_tile(kit, tile, on);
    }
}

// ---- the drawer ---------------------------------------------------------------------------------

static void draw_bar(const struct stage *stage, struct kit *kit)
{
    double y = stage->h - BAR, w = stage->w;
    const struct {
        const char *hit, *label, *icon;
        bool off;
    } items[] = {
        {"lead:hall", kit_tr(kit, N_("All tables")), "layout-grid", false},
        {"lead:dots", kit_tr(kit, N_("Dots")), "circle-dot", false},
        {"lead:setup", kit_tr(kit, N_("Set up")), "tool", false},
        {"lead:log", kit_tr(kit, N_("Log")), "notebook", false},
        {"lead:settings", kit_tr(kit, N_("Settings")), "settings", false},
        {"lead:code", kit_tr(kit, N_("Code")), "lock", false},
        {"lead:undo", kit_tr(kit, N_("Undo")), "arrow-back-up",
         store_undo_label(stage->store, 0) == NULL},
        {"lead:redo", kit_tr(kit, N_("Redo")), "arrow-forward-up",
         store_redo_label(stage->store, 0) == NULL},
    };
    kit_target(kit, "lead:bar", (struct box){0, y, w, BAR});
    widget_bar(kit, (struct box){0, y, w, BAR}, false);
    double pitch = fmin(86, (w - 12 - KIT_MARGIN - 150 - 8) / (double)G_N_ELEMENTS(items)), x = 12;
    for (size_t i = 0; i < G_N_ELEMENTS(items); i++, x += pitch)
        widget_bar_item(kit, items[i].hit, (struct box){x, y + 5, pitch - 2, 42}, items[i].label,
                        items[i].icon, items[i].off ? WIDGET_OFF : WIDGET_REST);
    double button = fmin(189, w - KIT_MARGIN - x - 8);
    widget_primary(kit, "lead:harvest", (struct box){w - KIT_MARGIN - button, y + 6, button, 41},
                   kit_tr(kit, N_("To the harvest")), button > 160 ? "basket" : NULL, 18,
                   WIDGET_REST);
}

static void draw_head(const struct stage *stage, struct kit *kit, double y)
{
    int64_t left = stage->facilitator.touched + FACILITATOR_SHUTS_MS - stage->now;
    int seconds = (int)((MAX(0, left) + 999) / 1000);
    struct kit_type type = {22, 800, COLOUR_INK, KIT_LEFT, NULL};
    kit_begin(kit, KIND_TITLE, NULL, kit_tr(kit, N_("Facilitator")));
    double x = 24 + kit_text(kit, kit_tr(kit, N_("Facilitator")), 24, y + 27, type) + 12;
    kit_end(kit);
    kit_icon(kit, passcode_is_set(&stage->settings) ? "lock-open" : "lock-off", x, y + 17, 13,
             COLOUR_GREY);
    const char *shuts = kit_say(kit, kit_tr(kit, N_("open, closes in %d:%02d")), seconds / 60, seconds % 60);
    kit_text_within(kit, shuts, x + 17, y + 24, 300, 9,
                    (struct kit_type){11, 500, COLOUR_GREY, KIT_LEFT, NULL});
    kit_fill(kit, (struct box){stage->w / 2 - 22, y + 5, 44, 3}, 1.5, COLOUR_EDGE);
    widget_button(kit, "lead:close", (struct box){stage->w - 15 - 98, y + 8, 98, 32},
                  kit_tr(kit, N_("Close")), "chevron-down", 11, WIDGET_REST);
}

static int rows_of(const struct stage *stage)
{
    return stage->w >= WIDE ? 2 : 3;
}

static double row_height(const struct stage *stage)
{
    double room = stage->h - HEAD - BAR - 20 - rows_of(stage) * GAP;
    return stage->w >= WIDE ? 138 : fmin(138, room / rows_of(stage));
}

double facilitator_top(const struct stage *stage)
{
    return stage->h - BAR - HEAD - rows_of(stage) * (row_height(stage) + GAP);
}

void facilitator_draw_veil(const struct stage *stage, struct kit *kit)
{
    if (stage_shown(stage)->class->by_seat) // others may be writing on
        return;
    struct box above = {0, 0, stage->w, facilitator_top(stage)};
    kit_target(kit, "lead:close", above);
    kit_fill(kit, above, 0, VEIL);
}

void facilitator_draw_drawer(const struct stage *stage, struct kit *kit)
{
    typedef void draw_box(const struct stage *, struct kit *, struct box);
    static const struct {
        draw_box *draw;
        double share; // of its row's width
        int row, narrow_row;
        double narrow_share;
    } boxes[] = {
        {draw_rest, 0.215, 0, 0, 0.27},      {draw_gather, 0.345, 0, 1, 0.52},
        {draw_time, 0.44, 0, 0, 0.73},       {draw_hidden, 0.40, 1, 2, 0.52},
        {draw_seats, 0.29, 1, 1, 0.48},      {draw_projector, 0.31, 1, 2, 0.48},
    };
    bool wide = stage->w >= WIDE;
    double h = row_height(stage), top = facilitator_top(stage);
    struct box all = {0, top, stage->w, stage->h - top};
    kit_target(kit, "lead:drawer", all);
    kit_fill(kit, (struct box){0, top, all.w, all.h + 20}, 12, COLOUR_BAR);
    kit_frame(kit, (struct box){0.5, top, all.w - 1, all.h + 20}, 12, 0.9, COLOUR_EDGE);
    draw_head(stage, kit, top);
    draw_looked_at(stage, kit, top);
    double x[3] = {KIT_MARGIN, KIT_MARGIN, KIT_MARGIN};
    for (size_t i = 0; i < G_N_ELEMENTS(boxes); i++) {
        int row = wide ? boxes[i].row : boxes[i].narrow_row, in_row = 0;
        for (size_t k = 0; k < G_N_ELEMENTS(boxes); k++)
            in_row += (wide ? boxes[k].row : boxes[k].narrow_row) == row;
        double room = stage->w - 2 * KIT_MARGIN - (in_row - 1) * GAP;
        double w = room * (wide ? boxes[i].share : boxes[i].narrow_share);
        boxes[i].draw(stage, kit, (struct box){x[row], top + HEAD + row * (h + GAP), w, h});
        x[row] += w + GAP;
    }
    draw_bar(stage, kit);
}

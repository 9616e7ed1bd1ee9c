// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The projector (picture 23): follows the plenary while the seats work on. Shows what the
// facilitator chose: the poster as it grows, all tables, one table, the clock, or nothing. Not
// touched; read from 8 m.
#include <math.h>
#include <string.h>

#include "app/card.h"
#include "app/kit.h"
#include "app/phase_path.h"
#include "app/phases.h"
#include "app/preview.h"
#include "app/question.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "draw/paragraph.h"
#include "store/store.h"

#define LEAST 15.0 // mm of lettering: read from far away
#define MARGIN 18.0
#define COLUMN 288.0
#define TITLE_SINGLE 20.0 // a table's title smaller than this stands on two lines
#define CARDS_SEEN 12
#define COLUMNS_MOST 4 // of a table's cards
#define WAIT_MS 500 // between looks whether a workshop has begun

struct table_state { // of one table
    struct table table;
    size_t cards_n, votes;
    const struct card *newest; // NULL: none
};

struct screen_projector {
    struct screen screen;
    int64_t workshop;
    struct arena *arena; // of what follows, read from the file
    struct table_state *tables;
    size_t n, cards_n;
    const struct card *cards;
    size_t all_n;
    size_t at; // the table all look at, else where the last card was written
    struct preview preview;
};

static struct screen_projector *self_of(struct screen *screen)
{
    return (struct screen_projector *)(void *)screen;
}

static void count_card(struct screen_projector *self, const struct card *card, int64_t *newest)
{
    for (size_t i = 0; i < self->n; i++) {
        struct table_state *state = &self->tables[i];
        if (state->table.id != card->table)
            continue;
        state->cards_n++;
        state->votes += (size_t)card->votes;
        if (state->newest == NULL || card->made >= state->newest->made)
            state->newest = card;
        if (card->made > *newest) {
            *newest = card->made;
            self->at = i;
        }
    }
}

static void load(struct screen_projector *self)
{
    struct stage *stage = self->screen.stage;
    struct err err = stage_err(stage);
    arena_reset(self->arena);
    const struct table *tables =
        store_tables(stage->store, self->arena, self->workshop, &self->n, &err);
    self->cards = store_cards(stage->store, self->arena, self->workshop, 0, CARDS_SHOWN,
                              &self->all_n, &err);
    self->tables = ARENA_ARRAY(self->arena, struct table_state, self->n + 1);
    for (size_t i = 0; i < self->n; i++)
        self->tables[i] = (struct table_state){.table = tables[i]};
    int64_t newest = 0;
    self->at = 0;
    for (size_t i = 0; i < self->all_n; i++)
        count_card(self, &self->cards[i], &newest);
    for (size_t i = 0; i < self->n; i++) {
        if (self->tables[i].table.id == stage->plenary.about.gathered)
            self->at = i;
    }
    preview_expect(&self->preview);
}

static void enter(struct screen *screen)
{
    struct screen_projector *self = self_of(screen);
    if (self->workshop == 0)
        self->workshop = store_find_workshop(screen->stage->store, NULL);
    if (self->workshop == 0)
        return;
    self->preview.workshop = self->workshop;
    plenary_attend(screen->stage, self->workshop);
    load(self);
    preview_renew(&self->preview);
}

static void follow(struct screen *screen)
{
    load(self_of(screen));
}

static bool shows_picture(const struct stage *stage)
{
    const char *what = stage->plenary.about.projector;
    return *what == '\0' || strcmp(what, "picture") == 0;
}

static void tick(struct screen *screen)
{
    struct screen_projector *self = self_of(screen);
    if (self->workshop == 0)
        enter(screen);
    if (preview_next_tick(&self->preview, screen->stage->now) == 0 && shows_picture(screen->stage))
        preview_renew(&self->preview);
}

static int next_tick(const struct screen *screen, int64_t now)
{
    const struct screen_projector *self = (const struct screen_projector *)(const void *)screen;
    if (self->workshop == 0)
        return WAIT_MS;
    return shows_picture(screen->stage) ? preview_next_tick(&self->preview, now) : -1;
}

static void key(struct screen *screen, const struct event *event)
{
    if (event->type == EVENT_KEY && event->key == KEY_ESCAPE)
        screen->stage->quit = true;
}

// ---- parts --------------------------------------------------------------------------------------

static const char *cards_text(struct kit *kit, size_t n)
{
    return kit_say(kit, tr_plural(kit->tr, "%d card", "%d cards", n), (int)n);
}

static void draw_card(const struct stage *stage, struct kit *kit, const struct card *card,
                      int number, double x, double y, double width)
{
    const struct plenary *plenary = &stage->plenary;
    struct card_face face = cards_face(
        stage->cards, stage, card,
        phases_kind(plenary->phases, plenary->phases_n, card->phase, plenary_phase(plenary)->id),
        number);
    if (*face.lang == '\0')
        face.lang = plenary->about.lang;
    face.votes = plenary->about.dots_shown ? card->votes : 0;
    kit_begin(kit, KIND_IDEA, NULL, card->text);
    cards_put(stage->cards, stage, &face, kit, x, y, width);
    kit_end(kit);
}

static void draw_title(const struct stage *stage, struct kit *kit, double x, double y, double w)
{
    kit_begin(kit, KIND_TITLE, NULL, stage->plenary.about.title);
    kit_text_within(kit, stage->plenary.about.title, x, y, w, LEAST,
                    (struct kit_type){17, 600, COLOUR_GREY, KIT_LEFT,
                                      kit_guess_lang(kit, stage->plenary.about.title)});
    kit_end(kit);
}

// Large on one line, else on two; its middle is at `y`.
static void draw_table_title(const struct stage *stage, struct kit *kit, const struct table *table,
                             double x, double y, double w)
{
    struct kit_type type = {26, 800, COLOUR_INK, KIT_LEFT, kit_guess_lang(kit, table->title)};
    const char *soft =
        hyphens_soften(stage->hyphens, table->title, stage->plenary.about.lang, kit->arena);
    if (kit_text_width(kit, table->title, type) <= w * type.size / TITLE_SINGLE ||
        paragraph_new(kit->arena, &kit->measure, soft, type.weight, type.lang, LEAST, w, 0)
            ->overfull) {
        kit_text_within(kit, table->title, x, y, w, LEAST, type);
        return;
    }
    type.size = TITLE_SINGLE;
    kit_paragraph(kit, soft, x, y - type.size * 1.15, w, 2, LEAST, type);
}

// Clock, phase and path; returns the lower edge.
static double draw_time(const struct stage *stage, struct kit *kit, double x, double w)
{
    const struct plenary *plenary = &stage->plenary;
    struct clock clock = plenary_clock(stage);
    double y = MARGIN;
    if (clock.state != CLOCK_NONE) {
        struct kit_type type = {58, 800, COLOUR_INK, KIT_RIGHT, NULL};
        // Digits of some scripts are wider.
        double digits = kit_text_width(kit, kit_digits(kit, "88:88"), type);
        double k = fmin(1, (w - 4) / (digits + 2 * 50 + 44));
        clock_draw_row(kit, &clock, x + w, y + 50, 50 * k, 58 * k, NULL);
        y += 118;
    }
    const struct phase *phase = plenary_phase(plenary);
    if (phase->id == 0)
        return y;
    kit_begin(kit, KIND_TITLE, NULL, phase_title(kit, phase));
    kit_text_within(kit, phase_title(kit, phase), x, y + 18, w, 20,
                    (struct kit_type){36, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
    y += 50;
    if (plenary->phases_n > 1)
        phase_path_draw_plain(kit, plenary->phases, plenary->phases_n, phase->id, x + 14, y + 16,
                              w - 28);
    return y + 44;
}

static double draw_current(const struct screen_projector *self, struct kit *kit, double x, double y,
                           double w)
{
    const struct stage *stage = self->screen.stage;
    const struct table_state *state = &self->tables[self->at];
    uint32_t accent = colour_accent(state->table.colour);
    struct box box = {x, y, w, 214};
    kit_begin(kit, KIND_TABLE, NULL, state->table.title);
    kit_hand_box(kit, box, 8, colour_mix(accent, COLOUR_PAPER, 0.72), PEN_MEDIUM, "current");
    widget_number(kit, x + 34, y + 36, 22, state->table.number, state->table.colour);
    draw_table_title(stage, kit, &state->table, x + 64, y + 36, w - 76);
    kit_end(kit);
    if (state->newest != NULL)
        draw_card(stage, kit, state->newest, state->table.number, x + 22, y + 66, (w - 44) * 0.86);
    kit_text(kit, kit_say(kit, "%zu", state->cards_n), x + 22, y + 188,
             (struct kit_type){38, 800, COLOUR_INK, KIT_LEFT, NULL});
    double digits = kit_text_width(kit, kit_say(kit, "%zu", state->cards_n),
                                   (struct kit_type){38, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_text(kit, kit_tr(kit, N_("cards")), x + 32 + digits, y + 192,
             (struct kit_type){17, 600, COLOUR_GREY, KIT_LEFT, NULL});
    if (state->votes > 0 && stage->plenary.about.dots_shown) {
        widget_dot(kit, x + w - 74, y + 188, 9, accent, true, "votes");
        kit_text(kit, kit_say(kit, "%zu", state->votes), x + w - 58, y + 188,
                 (struct kit_type){26, 800, COLOUR_INK, KIT_LEFT, NULL});
    }
    return y + box.h + 26;
}

static void draw_counts(const struct screen_projector *self, struct kit *kit, double x, double y,
                        double w, double bottom)
{
    const char *all = kit_say(kit, kit_tr(kit, N_("All tables: %s")),
                               cards_text(kit, self->all_n));
    kit_text_within(kit, all, x, y, w, LEAST,
                    (struct kit_type){20, 800, COLOUR_INK, KIT_LEFT, NULL});
    double column = w / 3;
    for (size_t i = 0; i < self->n; i++) {
        double cx = x + (double)(i % 3) * column, cy = y + 42 + (double)(i / 3) * 54;
        if (cy + 24 > bottom)
            break;
        widget_number(kit, cx + 21, cy, 19, self->tables[i].table.number,
                  self->tables[i].table.colour);
        kit_text(kit, kit_say(kit, "%zu", self->tables[i].cards_n), cx + 46, cy,
                 (struct kit_type){28, 800, COLOUR_INK, KIT_LEFT, NULL});
    }
}

static void draw_column(const struct screen_projector *self, struct kit *kit, double x, double w)
{
    double h = self->screen.stage->h, y = draw_time(self->screen.stage, kit, x, w);
    if (self->n > 0 && y + 220 < h)
        y = draw_current(self, kit, x, y + 6, w);
    if (self->n > 1 && y + 60 < h)
        draw_counts(self, kit, x, y, w, h - 46);
    draw_title(self->screen.stage, kit, x, h - 26, w);
}

// ---- what can be shown --------------------------------------------------------------------------

static void draw_hall(const struct screen_projector *self, struct kit *kit, struct box room)
{
    size_t n = MAX(self->n, 1);
    int columns = n <= 2 ? (int)n : n <= 4 ? 2 : 3;
    int rows = ((int)n + columns - 1) / columns;
    double gap = 16, w = (room.w - (columns - 1) * gap) / columns;
    double h = fmin(280, (room.h - (rows - 1) * gap) / rows);
    for (size_t i = 0; i < self->n; i++) {
        const struct table_state *state = &self->tables[i];
        uint32_t accent = colour_accent(state->table.colour);
        struct box box = {room.x + (double)(i % (size_t)columns) * (w + gap),
                          room.y + (double)(i / (size_t)columns) * (h + gap), w, h};
        kit_begin(kit, KIND_TABLE, NULL, state->table.title);
        kit_hand_box(kit, box, 10, colour_mix(accent, COLOUR_PAPER, 0.72), PEN_MEDIUM,
                     kit_name(kit, "hall:%zu", i));
        widget_number(kit, box.x + 32, box.y + 34, 21, state->table.number,
                      state->table.colour);
        draw_table_title(self->screen.stage, kit, &state->table, box.x + 62, box.y + 34, w - 74);
        kit_text_within(kit, cards_text(kit, state->cards_n), box.x + 18, box.y + 78, w - 30,
                        LEAST, (struct kit_type){24, 800, COLOUR_INK, KIT_LEFT, NULL});
        kit_end(kit);
        double width = fmin(w - 36, (h - 110) / CARD_HEIGHT * CARD_WIDTH);
        if (state->newest != NULL && width > 100)
            draw_card(self->screen.stage, kit, state->newest, state->table.number, box.x + 18,
                      box.y + 98, width);
    }
}

// The newest cards of the table all look at, as large as they fit.
static void draw_table(const struct screen_projector *self, struct kit *kit, struct box room)
{
    if (self->n == 0)
        return;
    const struct table *table = &self->tables[self->at].table;
    kit_begin(kit, KIND_TABLE, NULL, table->title);
    widget_number(kit, room.x + 26, room.y + 26, 25, table->number, table->colour);
    kit_text_within(kit, table->title, room.x + 64, room.y + 26, room.w - 70, 20,
                    (struct kit_type){38, 800, COLOUR_INK, KIT_LEFT,
                                      kit_guess_lang(kit, table->title)});
    kit_end(kit);
    const char *question = question_in(table, kit->lang, kit->arena);
    kit_text_within(kit, question, room.x + 64, room.y + 62, room.w - 70, LEAST,
                    (struct kit_type){19, 500, COLOUR_GREY, KIT_LEFT,
                                      kit_guess_lang(kit, question)});
    const struct card *seen[CARDS_SEEN];
    size_t n = 0;
    for (size_t i = self->all_n; i-- > 0 && n < CARDS_SEEN;) {
        if (self->cards[i].table == table->id)
            seen[n++] = &self->cards[i];
    }
    // As large as all of them fit.
    int columns = 1;
    double gap = 14, w, h;
    size_t rows;
    do {
        columns++;
        w = (room.w - (columns - 1) * gap) / columns;
        h = w * CARD_HEIGHT / CARD_WIDTH;
        rows = (n + (size_t)columns - 1) / (size_t)columns;
    } while (columns < COLUMNS_MOST && 90 + (double)rows * (h + gap) - gap > room.h);
    for (size_t i = 0; i < n; i++) {
        double y = room.y + 90 + (double)(i / (size_t)columns) * (h + gap);
        if (y + h > room.y + room.h)
            break;
        draw_card(self->screen.stage, kit, seen[i], table->number,
                  room.x + (double)(i % (size_t)columns) * (w + gap), y, w);
    }
}

// The time of day, where no phase has a clock.
static void draw_time_of_day(const struct stage *stage, struct kit *kit)
{
    kit_text_within(kit, clock_time_of_day(kit, stage), stage->w / 2, stage->h * 0.48,
                    stage->w - 2 * MARGIN, 60,
                    (struct kit_type){260, 800, COLOUR_INK, KIT_CENTRE, NULL});
    draw_title(stage, kit, MARGIN, stage->h - 26, stage->w - 2 * MARGIN);
}

static void draw_clock(const struct stage *stage, struct kit *kit)
{
    const struct phase *phase = plenary_phase(&stage->plenary);
    struct clock clock = plenary_clock(stage);
    double w = stage->w, h = stage->h, radius = h * 0.3;
    struct phase_rule rules[PHASE_RULES];
    size_t n = phase_rules(kit, phase, rules);
    double x = w * 0.52;
    if (clock.state == CLOCK_NONE && phase->id == 0) {
        draw_time_of_day(stage, kit);
        return;
    }
    clock_draw(kit, &clock, w * 0.27, h * 0.5, radius);
    kit_begin(kit, KIND_TITLE, NULL, phase_title(kit, phase));
    kit_text_within(kit, phase_title(kit, phase), x, h * 0.2, w - x - MARGIN, 30,
                    (struct kit_type){60, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
    if (clock.state != CLOCK_NONE)
        kit_text_within(kit, clock_text(kit, &clock), x, h * 0.42, w - x - MARGIN, 60,
                        (struct kit_type){170, 800, COLOUR_INK, KIT_LEFT, NULL});
    for (size_t i = 0; i < n; i++) {
        double y = h * 0.62 + (double)i * 44;
        kit_icon(kit, rules[i].icon, x, y - 14, 28, COLOUR_INK);
        kit_text_within(kit, rules[i].text, x + 44, y, w - x - 44 - MARGIN, LEAST,
                        (struct kit_type){28, 600, COLOUR_INK, KIT_LEFT, NULL});
    }
    draw_title(stage, kit, MARGIN, h - 26, w - 2 * MARGIN);
}

// The poster changes sides, but is itself not mirrored.
static void draw_poster(const struct screen_projector *self, struct kit *kit, struct box room)
{
    double mirror = kit->mirror;
    if (mirror > 0)
        room.x = mirror - room.x - room.w;
    kit_mirror(kit, 0);
    preview_draw(&self->preview, kit, room);
    kit_mirror(kit, mirror);
}

static void draw(struct screen *screen, struct kit *kit)
{
    const struct screen_projector *self = self_of(screen);
    const struct stage *stage = screen->stage;
    const char *what = stage->plenary.about.projector;
    if (self->workshop == 0)
        return;
    if (strcmp(what, "dark") == 0) {
        kit_fill(kit, (struct box){0, 0, stage->w, stage->h}, 0, COLOUR_INK);
        return;
    }
    bool rtl = lang_is_rtl(kit->lang);
    kit_mirror(kit, rtl ? stage->w : 0);
    if (strcmp(what, "clock") == 0) {
        draw_clock(stage, kit);
        kit_mirror(kit, 0);
        return;
    }
    double column = fmin(COLUMN, stage->w * 0.3), x = stage->w - MARGIN - column;
    struct box room = {MARGIN, MARGIN, x - 24 - MARGIN, stage->h - 2 * MARGIN};
    if (strcmp(what, "hall") == 0)
        draw_hall(self, kit, room);
    else if (strcmp(what, "table") == 0)
        draw_table(self, kit, room);
    else
        draw_poster(self, kit, room);
    draw_column(self, kit, x, column);
    kit_mirror(kit, 0);
}

static void destroy(struct screen *screen)
{
    struct screen_projector *self = self_of(screen);
    preview_clear(&self->preview);
    arena_free(self->arena);
    g_free(self);
}

struct screen *screen_projector_new(struct stage *stage, int64_t workshop)
{
    static const struct screen_class class = {
        .name = "projector",
        .audience = AUDIENCE_PARTICIPANTS,
        .enter = enter,
        .follow = follow,
        .key = key,
        .tick = tick,
        .next_tick = next_tick,
        .draw = draw,
        .free = destroy,
    };
    struct screen_projector *self = g_new0(struct screen_projector, 1);
    self->screen = (struct screen){.class = &class, .stage = stage};
    self->workshop = workshop;
    self->arena = arena_new();
    preview_init(&self->preview, stage, workshop);
    return &self->screen;
}

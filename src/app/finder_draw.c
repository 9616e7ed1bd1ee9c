// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the finder looks (screen 21).
#include <math.h>
#include <string.h>

#include "app/card.h"
#include "app/finder_parts.h"
#include "app/log_search.h"
#include "app/phases.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/tr.h"
#include "base/day.h"
#include "draw/figure.h"
#include "store/search.h"

#define MATCH_COLOUR 0xFFDF94FFu
#define BEFORE_MATCH 18 // characters shown before a match far inside a line

// ---- the field ----------------------------------------------------------------------------------

static int cards_found(const struct finder *finder)
{
    int n = 0;
    for (guint i = 0; i < finder->hits->len; i++)
        n += g_array_index(finder->hits, struct hit, i).finding == NULL;
    return n;
}

static const char *count_of(struct kit *kit, const struct finder *finder)
{
    int n = cards_found(finder);
    return kit_say(kit, tr_plural(kit->tr, "%d card", "%d cards", (size_t)n), n);
}

static void draw_top(struct kit *kit, struct finder *finder, const struct finder_rooms *rooms)
{
    struct box box = rooms->field;
    widget_bar(kit, (struct box){0, 0, rooms->all.w, rooms->small ? 38 : 64}, true);
    widget_bar_item(kit, kit_name(kit, "find-back:seat%d", finder->seat), rooms->back,
                    kit_tr(kit, N_("Back")),
                    "arrow-left", WIDGET_REST);
    double middle = box.y + box.h / 2, icon = box.h * 0.45;
    kit_begin_target(kit, kit_name(kit, "find-field:seat%d", finder->seat), box,
                     finder->query.text->str);
    kit_fill(kit, box, box.h / 2, COLOUR_PAPER);
    kit_frame(kit, box, box.h / 2, 1.3, COLOUR_INK);
    kit_icon(kit, "search", box.x + box.h * 0.3, middle - icon / 2, icon, COLOUR_INK);
    if (finder->query.text->len == 0)
        kit_text_within(kit, kit_tr(kit, N_("What are you looking for?")), box.x + box.h * 0.95,
                        middle, box.w - box.h * 1.9, KIT_TEXT_LEAST,
                        (struct kit_type){rooms->small ? 11 : 17, 500, COLOUR_MUTE, KIT_LEFT,
                                          NULL});
    kit_end(kit);
    double mirror = kit->mirror; // what is typed has a place of its own
    kit_mirror(kit, 0);
    entry_draw(&finder->query, kit, true);
    kit_mirror(kit, mirror);
    if (finder->query.text->len > 0) {
        struct box clear = {box.x + box.w - box.h, box.y, box.h, box.h};
        kit_begin_target(kit, kit_name(kit, "find-clear:seat%d", finder->seat), clear,
                         kit_tr(kit, N_("Clear")));
        kit_icon(kit, "x", clear.x + (box.h - icon) / 2, middle - icon / 2, icon, COLOUR_INK);
        kit_end(kit);
    }
    if (rooms->wide)
        kit_text_within(kit, count_of(kit, finder), box.x + box.w + 18, middle,
                        rooms->all.w - box.x - box.w - 40, 10,
                        (struct kit_type){16, 800, COLOUR_INK, KIT_LEFT, NULL});
}

// ---- hits ---------------------------------------------------------------------------------------

// The line from a little before a match that is far inside; `start` and `end` are moved along.
static const char *snippet(struct kit *kit, const struct hit *hit, size_t *start, size_t *end)
{
    *start = hit->start;
    *end = hit->end;
    if (g_utf8_strlen(hit->line, (gssize)hit->start) <= 2 * BEFORE_MATCH)
        return hit->line;
    const char *from = g_utf8_offset_to_pointer(hit->line + hit->start, -BEFORE_MATCH);
    const char *space = strchr(from, ' '); // not in the middle of a word
    if (space != NULL && space < hit->line + hit->start)
        from = space + 1;
    const char *line = kit_name(kit, "… %s", from);
    size_t moved = (size_t)(from - hit->line) - strlen("… ");
    *start -= moved;
    *end -= moved;
    return line;
}

static void draw_line(struct kit *kit, const struct hit *hit, double x, double y, double width)
{
    const double size = 11;
    size_t start, end;
    const char *line = snippet(kit, hit, &start, &end);
    const struct run *run = lettering_run(kit->lettering, line, 500, NULL);
    struct box room = {x, y - 9, width, 18};
    kit_clip(kit, room);
    struct kit_type type = {size, 500, COLOUR_GREY, KIT_LEFT, run->lang};
    if (end > start) {
        double a = lettering_caret(kit->lettering, run, start) * size;
        double b = lettering_caret(kit->lettering, run, end) * size;
        double low = fmin(a, b), high = fmax(a, b);
        if (kit->mirror > 0) { // carets are counted from the line's left end
            double w = run->width * size;
            low = w - fmax(a, b);
            high = w - fmin(a, b);
        }
        kit_fill(kit, (struct box){x + low - 0.5, y - 7, high - low + 1, 14}, 1.5,
                 MATCH_COLOUR);
    }
    kit_text_within(kit, line, x, y, width, size, type);
    kit_unclip(kit);
}

static void draw_hit(struct kit *kit, struct finder *finder, const struct finder_rooms *rooms,
                     const struct hit *hit, struct box box)
{
    struct stage *stage = finder->stage;
    const struct card *card = &finder->cards[hit->card];
    const struct table *table = finder_table_of(finder, card);
    int number = table != NULL ? table->number : 1, colour = table != NULL ? table->colour : 1;
    bool small = rooms->small;
    double go = small ? 54 : 84, face_w = small ? 104 : 176, face_h = small ? 46 : 72;
    kit_fill(kit, box, 6, COLOUR_PAPER);
    kit_frame(kit, box, 6, KIT_HAIRLINE, COLOUR_LINE);
    struct card_face face =
        cards_face(stage->cards, stage, card, finder_kind_of(finder, card), colour);
    face.tr = kit->tr;
    face.gloss = "";
    face.least_height = CARD_WIDTH * face_h / face_w;
    double x = box.x + 6, y = box.y + (box.h - face_h) / 2;
    cards_put(stage->cards, stage, &face, kit, x, y, face_w);
    x += face_w + 12;
    double w = box.x + box.w - go - x - 10, disc = small ? 8 : 12;
    double line = box.h / 3.4, middle = box.y + line * 0.7;
    widget_number(kit, x + disc, middle, disc, number, colour);
    kit_text_within(kit, table != NULL ? table->title : "", x + 2 * disc + 6, middle,
                    w - 2 * disc - 6, 9,
                    (struct kit_type){small ? 10 : 13, 800, COLOUR_INK, KIT_LEFT, NULL});
    int64_t votes = finder->dots_shown ? card->votes : card->imported;
    const char *where = card->parked       ? kit_tr(kit, N_("Parked"))
                        : card->bundle != 0 ? kit_tr(kit, N_("In a bundle"))
                                            : kit_tr(kit, N_("Loose"));
    const char *about = votes > 0 ? kit_say(kit, "%s · %d", where, (int)votes) : where;
    if (!small)
        kit_text_within(kit, about, x, middle + line, w, KIT_TEXT_LEAST,
                        (struct kit_type){10.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
    draw_line(kit, hit, x, middle + (small ? line * 1.3 : 2 * line), w);
    double rule = box.x + box.w - go - 4;
    kit_rule(kit, rule, box.y + 10, rule, box.y + box.h - 10, COLOUR_LINE);
    widget_bar_item(kit,
                    kit_name(kit, "find-go:seat%d:%" G_GINT64_FORMAT, finder->seat, card->id),
                    (struct box){box.x + box.w - go, box.y + 4, go - 4, box.h - 8},
                    kit_tr(kit, N_("Go there")),
                    "arrow-right", WIDGET_REST);
}

// What the log says: read here, opened in the log.
// Where one person has the glass a touch leads there.
static void draw_log_hit(struct kit *kit, const struct finder *finder, const struct hit *hit,
                         bool small, struct box box)
{
    const struct finding *found = hit->finding;
    bool leads = finder->stage->seats_n == 1 && log_search_leads(found->entity);
    const char *go = kit_name(kit, "find-log-go:seat%d:%d:%" G_GINT64_FORMAT, finder->seat,
                              (int)found->entity, found->row);
    double icon = small ? 20 : 34, x = box.x + icon + 26, middle = box.y + box.h / 2;
    if (leads)
        kit_begin_target(kit, go, box, found->text);
    else
        kit_begin(kit, KIND_AGREEMENT, NULL, found->text);
    kit_fill(kit, box, 6, leads && kit_pressed(kit, go) ? COLOUR_BAR : COLOUR_PAPER);
    kit_frame(kit, box, 6, KIT_HAIRLINE, COLOUR_LINE);
    kit_icon(kit, log_search_icon(found->entity), box.x + 14, middle - icon / 2, icon, COLOUR_INK);
    draw_line(kit, hit, x, middle - box.h * 0.16, box.x + box.w - 12 - x);
    const char *date = kit_digits(kit, day_words(kit->arena, kit->tr, found->date, DAY_FULL));
    kit_text_within(kit,
                    kit_name(kit, "%s%s%s", found->where,
                             *found->where != '\0' && *date != '\0' ? " · " : "", date),
                    x, middle + box.h * 0.2, box.x + box.w - 12 - x, KIT_TEXT_LEAST,
                    (struct kit_type){10.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
    kit_end(kit);
}

// Somebody who has looked everywhere, and what may help.
static void draw_nothing(struct kit *kit, const struct finder *finder, struct box room, bool small)
{
    const struct person person = {HAIR_BOB, colour_accent(2), POSE_POINT, STANCE_STAND,
                                  0.5, true, false, false};
    bool filtered = finder->only_drawn || finder->only_table != 0 || *finder->only_kind != '\0' ||
                    !finder->in_log;
    double x = room.x + room.w / 2, y = room.y + room.h / 2, figure = fmin(130, room.h * 0.5);
    bool drawn = !small && figure > 70;
    if (drawn) {
        kit_begin(kit, KIND_FIGURE, NULL, NULL);
        figure_person(&kit->pen, x, y + 4, figure, &person, "nothing");
        kit_end(kit);
        y += 26;
    }
    kit_text_within(kit, kit_tr(kit, N_("Nothing found. Another word may help.")), x, y,
                    room.w - 20, 10,
                    (struct kit_type){small ? 12 : 17, 600, COLOUR_INK, KIT_CENTRE, NULL});
    if (filtered && y + 50 < room.y + room.h)
        widget_button(kit, kit_name(kit, "find-all:seat%d", finder->seat),
                      (struct box){x - 85, y + 16, 170, small ? 26 : 34},
                      kit_tr(kit, N_("Everywhere")), "search", small ? 11 : 13, WIDGET_REST);
}

static void draw_hits(struct kit *kit, struct finder *finder, const struct finder_rooms *rooms)
{
    struct box room = rooms->hits;
    kit_target(kit, kit_name(kit, "find-hits:seat%d", finder->seat), room);
    bool asks = finder->query.text->len > 0 || finder->only_drawn || finder->only_table != 0 ||
                *finder->only_kind != '\0';
    if (finder->hits->len == 0 && asks) {
        draw_nothing(kit, finder, room, rooms->small);
        return;
    }
    if (finder->hits->len == 0) {
        const char *text = kit_tr(kit, N_("Searches all tables while you write."));
        kit_text_within(kit, text, room.x + room.w / 2, room.y + room.h / 2, room.w - 20, 10,
                        (struct kit_type){rooms->small ? 12 : 17, 500, COLOUR_GREY, KIT_CENTRE,
                                          NULL});
        return;
    }
    kit_clip(kit, room);
    for (guint i = 0; i < finder->hits->len; i++) {
        int column = (int)i % rooms->columns, row = (int)i / rooms->columns;
        struct box box = {room.x + column * (rooms->hit_w + 16),
                          room.y + row * (rooms->hit_h + FINDER_GAP) - finder->scrolled,
                          rooms->hit_w, rooms->hit_h};
        struct box seen = box_intersection(box, room);
        const struct hit *hit = &g_array_index(finder->hits, struct hit, i);
        if (box_is_empty(seen) || seen.h <= KIT_TARGET_LEAST)
            continue;
        if (hit->finding != NULL)
            draw_log_hit(kit, finder, hit, rooms->small, box);
        else
            draw_hit(kit, finder, rooms, hit, box);
    }
    kit_unclip(kit);
}

// ---- beside the keys ----------------------------------------------------------------------------

static void draw_where(struct kit *kit, const struct finder *finder, double x, double y,
                       double right)
{
    kit_text(kit, kit_tr(kit, N_("Where?")), x, y,
             (struct kit_type){10.5, 700, COLOUR_GREY, KIT_LEFT, NULL});
    x += widget_chip(kit, kit_name(kit, "find-table:seat%d:0", finder->seat), x, y + 8, 28,
                     kit_tr(kit, N_("Everywhere")), NULL, 11, COLOUR_PAPER, COLOUR_EDGE,
                     finder->only_table == 0) +
         10;
    for (size_t i = 0; i < finder->tables_n && i < 9; i++) {
        const struct table *table = &finder->tables[i];
        struct box box = {x, y + 8, 30, 28};
        kit_begin_target(kit,
                         kit_name(kit, "find-table:seat%d:%" G_GINT64_FORMAT, finder->seat,
                                  table->id),
                         box, table->title);
        widget_number(kit, x + 15, y + 22, 12.5, table->number, table->colour);
        if (finder->only_table == table->id)
            widget_tick(kit, x + 26, y + 10, 5.5);
        kit_end(kit);
        x += 35;
    }
    const char *log = kit_tr(kit, N_("Also in the log"));
    double w = kit_text_width(kit, log, (struct kit_type){11, 600, COLOUR_INK, KIT_LEFT, NULL}) + 40;
    if (x + w <= right)
        widget_chip(kit, kit_name(kit, "find-log:seat%d", finder->seat), x + 4, y + 8, 28, log,
                    "notebook", 11, COLOUR_PAPER, COLOUR_EDGE, finder->in_log);
}

static void draw_what(struct kit *kit, const struct finder *finder, double x, double y,
                      double right)
{
    kit_text(kit, kit_tr(kit, N_("What?")), x, y,
             (struct kit_type){10.5, 700, COLOUR_GREY, KIT_LEFT, NULL});
    x += widget_chip(kit, kit_name(kit, "find-drawn:seat%d", finder->seat), x, y + 8, 28,
                     kit_tr(kit, N_("Drawn")), "brush", 11, COLOUR_PAPER, COLOUR_EDGE,
                     finder->only_drawn) +
         6;
    for (size_t i = 0; i < finder->phases_n; i++) {
        const struct phase *phase = &finder->phases[i];
        const char *title = phase_title(kit, phase);
        double w = kit_text_width(kit, title,
                                  (struct kit_type){11, 600, COLOUR_INK, KIT_LEFT, NULL}) +
                   20;
        if (x + w > right)
            break;
        x += widget_chip(kit, kit_name(kit, "find-kind:seat%d:%s", finder->seat, phase->kind), x,
                         y + 8, 28, title, NULL, 11,
                         card_fill_of(card_shape_of(phase->kind)), COLOUR_EDGE,
                         strcmp(finder->only_kind, phase->kind) == 0) +
             6;
    }
}

static void draw_akin(struct kit *kit, const struct finder *finder, double x, double y,
                      double right)
{
    if (finder->akin_n == 0)
        return;
    kit_text(kit, kit_tr(kit, N_("Perhaps also")), x, y,
             (struct kit_type){10.5, 700, COLOUR_GREY, KIT_LEFT, NULL});
    for (size_t i = 0; i < finder->akin_n && x < right - 60; i++)
        x += widget_chip(kit, kit_name(kit, "find-akin:seat%d:%s", finder->seat, finder->akin[i]),
                         x, y + 8, 28, finder->akin[i], NULL, 11, COLOUR_PAPER, COLOUR_EDGE,
                         false) +
             6;
}

void finder_draw(struct finder *finder, struct kit *kit)
{
    finder_lay_out(finder); // the glass may have another size now
    struct finder_rooms rooms = finder_rooms(finder);
    bool rtl = lang_is_rtl(kit->lang);
    kit_target(kit, kit_name(kit, "finder:seat%d", finder->seat), rooms.all);
    kit_fill(kit, rooms.all, 0, COLOUR_WALL);
    kit_mirror(kit, rtl ? rooms.all.w : 0);
    draw_hits(kit, finder, &rooms);
    draw_top(kit, finder, &rooms);
    kit_begin_target(kit, kit_name(kit, "find-keys:seat%d", finder->seat), rooms.drawer, NULL);
    kit_fill(kit, rooms.drawer, 0, COLOUR_BAR);
    kit_rule(kit, 0, rooms.drawer.y, rooms.all.w, rooms.drawer.y, COLOUR_LINE);
    kit_end(kit);
    if (rooms.wide) {
        double step = rooms.chips.h / 3, x = rooms.chips.x, y = rooms.chips.y + 5;
        double right = rooms.chips.x + rooms.chips.w;
        draw_where(kit, finder, x, y, right);
        draw_what(kit, finder, x, y + step, right);
        draw_akin(kit, finder, x, y + 2 * step, right);
    }
    kit_mirror(kit, 0);
    keyboard_draw(&finder->keyboard, kit);
    keyboard_draw_above(&finder->keyboard, kit);
}

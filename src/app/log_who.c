// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who does what (screen 10): parties above and below, the topics between them; thick lines are many
// agreements, dashed is what nobody does yet.
#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/log.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/tr.h"
#include "draw/colour.h"

#define PARTY_H 36.0
#define TOPIC_H 72.0
#define ROW_MOST 6 // parties or topics side by side

struct places {
    struct box *parties, *topics;
};

// `n` boxes side by side in `room`, no wider than `most`.
static void spread(struct box *boxes, size_t n, struct box room, double most)
{
    double pitch = room.w / (double)MAX(n, 1), w = fmin(most, pitch - 12);
    for (size_t i = 0; i < n; i++)
        boxes[i] = (struct box){room.x + pitch * ((double)i + 0.5) - w / 2, room.y, w, room.h};
}

static size_t rows_of(size_t n)
{
    return (n + ROW_MOST - 1) / ROW_MOST;
}

// Parties half above, half below; topics between.
static struct places place(const struct web *web, struct arena *arena, struct box room)
{
    struct places places = {ARENA_ARRAY(arena, struct box, web->parties_n + 1),
                            ARENA_ARRAY(arena, struct box, web->topics_n + 1)};
    size_t upper = (web->parties_n + 1) / 2, lower = web->parties_n - upper;
    const struct {
        size_t from, n;
        bool below;
    } bands[] = {{0, upper, false}, {upper, lower, true}};
    for (size_t b = 0; b < 2; b++) {
        size_t rows = rows_of(bands[b].n);
        for (size_t r = 0; r < rows; r++) {
            size_t first = r * bands[b].n / rows, end = (r + 1) * bands[b].n / rows;
            double y = bands[b].below ? room.y + room.h - (double)(rows - r) * (PARTY_H + 8)
                                      : room.y + (double)r * (PARTY_H + 8);
            spread(places.parties + bands[b].from + first, end - first,
                   (struct box){room.x, y, room.w, PARTY_H}, 210);
        }
    }
    size_t rows = rows_of(web->topics_n);
    for (size_t r = 0; r < rows; r++) {
        size_t first = r * web->topics_n / rows, end = (r + 1) * web->topics_n / rows;
        double y = room.y + room.h / 2 - TOPIC_H / 2 +
                   ((double)r - (double)(rows - 1) / 2) * (TOPIC_H + 26);
        spread(places.topics + first, end - first, (struct box){room.x, y, room.w, TOPIC_H}, 150);
    }
    return places;
}

static void draw_links(struct kit *kit, const struct web *web, const struct places *places)
{
    for (size_t i = 0; i < web->links_n; i++) {
        const struct link *link = &web->links[i];
        struct box a = places->parties[link->party], b = places->topics[link->topic];
        bool down = a.y < b.y;
        double x0 = a.x + a.w / 2, y0 = down ? a.y + a.h : a.y;
        double x1 = b.x + b.w / 2, y1 = down ? b.y : b.y + b.h, bend = (y1 - y0) * 0.5;
        struct line line;
        line_init(&line);
        for (int step = 0; step <= 24; step++) {
            double t = step / 24.0, u = 1 - t;
            line_add(&line,
                     u * u * u * x0 + 3 * u * u * t * x0 + 3 * u * t * t * x1 + t * t * t * x1,
                     u * u * u * y0 + 3 * u * u * t * (y0 + bend) + 3 * u * t * t * (y1 - bend) +
                         t * t * t * y1);
        }
        uint32_t colour =
            colour_mix(colour_accent(web->topics[link->topic].colour + 1), COLOUR_INK, 0.12);
        kit_line(kit, &line, 1.2 * link->weight, 0, 0, colour);
        line_clear(&line);
    }
}

static void draw_topic(struct kit *kit, const struct topic *topic, struct box box, size_t i)
{
    bool gap = topic->parties == 0;
    uint32_t accent = colour_accent(topic->colour + 1);
    kit_begin(kit, KIND_TABLE, kit_name(kit, "topic:%zu", i), topic->title);
    if (gap) {
        kit_fill(kit, box, TOPIC_H / 2.4, COLOUR_PAPER);
        kit_dashes(kit, box, TOPIC_H / 2.4, 1.3, 6, 4, COLOUR_INK);
    } else {
        kit_hand_box(kit, box, TOPIC_H / 2.4, colour_mix(accent, COLOUR_PAPER, 0.55), PEN_MEDIUM,
                     topic->title);
    }
    if (topic->icon != NULL && *topic->icon != '\0')
        kit_hand_icon(kit, topic->icon, box.x + box.w / 2 - 13, box.y + 7, 26,
                      gap ? COLOUR_NONE : accent, PEN_FINE, kit_name(kit, "topic icon:%zu", i));
    kit_paragraph(kit, topic->title, box.x + box.w / 2, box.y + 36, box.w - 16, 2, 9,
                  (struct kit_type){12.5, 800, COLOUR_INK, KIT_CENTRE, NULL});
    kit_end(kit);
    if (gap)
        widget_chip(kit, NULL, box.x + box.w / 2 - 48, box.y + box.h + 4, 20,
                    kit_tr(kit, N_("Nobody yet")), "user-question", 10, COLOUR_WARM, COLOUR_INK,
                    false);
}

static void draw_party_box(struct log *log, struct kit *kit, const struct web *web, size_t i,
                           struct box box)
{
    const struct involvement *party = &web->parties[i];
    bool linked = false;
    for (size_t k = 0; k < web->links_n; k++)
        linked = linked || web->links[k].party == i;
    const char *hit = kit_name(kit, "who:%" G_GINT64_FORMAT, party->party);
    kit_begin_target(kit, hit, box, party->name);
    widget_plate(kit, hit, box, linked, 1.2, COLOUR_INK);
    log_draw_party(log, kit, party->party, party->name, box.x + 8, box.y + box.h / 2, box.w - 14,
                   12);
    kit_end(kit);
}

static void load(struct log *log, struct err *err)
{
    log->web = (struct web){0};
    exchange_web(log->screen.stage->store, log->arena, log->today, &log->web, err);
}

static void draw(struct log *log, struct kit *kit, struct box room)
{
    const struct web *web = &log->web;
    const bool ok = log->failed.code == ERR_NONE;
    double w = room.w - 2 * LOG_MARGIN;
    log_draw_heading(kit, kit_tr(kit, N_("Who does what?")), NULL, LOG_MARGIN, room.y + 26, 300);
    kit_text_within(kit,
                    kit_tr(kit, N_("Thick line: many agreements. Dashed: nobody does it yet.")),
                    LOG_MARGIN + 210, room.y + 28, w - 210 - 160, KIT_TEXT_LEAST,
                    (struct kit_type){11.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
    widget_button(kit, "picture:web", (struct box){LOG_MARGIN + w - 150, room.y + 9, 150, 36},
                  kit_tr(kit, N_("As a picture")), "photo", 13, WIDGET_REST);
    if (!ok || web->parties_n + web->topics_n == 0) {
        kit_text_within(kit, ok ? kit_tr(kit, N_("No group is known yet.")) : log->failed.text, LOG_MARGIN,
                        room.y + 70, w, 9, (struct kit_type){13, 500, COLOUR_GREY, KIT_LEFT, NULL});
        return;
    }
    double foot = web->districts_without_n > 0 ? 30 : 8;
    struct box inner = {LOG_MARGIN, room.y + 52, w, room.h - 52 - LOG_MARGIN - foot};
    struct places places = place(web, kit->arena, inner);
    draw_links(kit, web, &places);
    for (size_t i = 0; i < web->topics_n; i++)
        draw_topic(kit, &web->topics[i], places.topics[i], i);
    for (size_t i = 0; i < web->parties_n; i++)
        draw_party_box(log, kit, web, i, places.parties[i]);
    if (web->districts_without_n > 0) {
        GString *names = g_string_new(NULL);
        for (size_t i = 0; i < web->districts_without_n; i++)
            g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", web->districts_without[i]);
        kit_text_within(kit, kit_say(kit, kit_tr(kit, N_("No group from: %s")), names->str),
                        LOG_MARGIN, room.y + room.h - 20, w, 9,
                        (struct kit_type){12, 600, COLOUR_WARN, KIT_LEFT, NULL});
        g_string_free(names, TRUE);
    }
}

// A party's agreements.
static bool tap(struct log *log, const char *target)
{
    struct stage *stage = log->screen.stage;
    int64_t party = log_row(target, "who:");
    if (strcmp(target, "picture:web") == 0)
        stage_show(stage, screen_paper_new(stage, PROTOCOL_WEB, 0, log->today));
    if (party == 0)
        return false;
    log_turn(log, LOG_AGREEMENTS);
    log->party = party;
    return true;
}

const struct log_view log_who = {
    .name = "who", .icon = "affiliate", .label = N_("Who does what"), .load = load, .draw = draw, .tap = tap};

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Offers and requests, and what fits together (screen 25b): reasons are said, people decide.
#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/log.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/tr.h"
#include "draw/colour.h"

#define SIGN_H 72.0
#define MATCH_H 178.0
#define ROW_H 58.0

// A sign that points to the other one.
static void draw_sign(const struct log *log, struct kit *kit, const struct offer *offer,
                      struct box box, bool points_right, const char *head)
{
    const double tip = 10;
    double left = box.x, right = box.x + box.w;
    bool turned = points_right != (kit->mirror > 0);
    if (kit->mirror > 0) {
        left = kit->mirror - box.x - box.w;
        right = left + box.w;
    }
    struct line line;
    line_init(&line);
    line_add(&line, left + (turned ? 0 : tip), box.y);
    line_add(&line, right - (turned ? tip : 0), box.y);
    if (turned)
        line_add(&line, right, box.y + box.h / 2);
    line_add(&line, right - (turned ? tip : 0), box.y + box.h);
    line_add(&line, left + (turned ? 0 : tip), box.y + box.h);
    if (!turned)
        line_add(&line, left, box.y + box.h / 2);
    kit_hand_shape(kit, &line, offer->request ? COLOUR_PAPER : COLOUR_DONE_PALE, PEN_FINE * 1.2,
                   kit_name(kit, "sign:%" G_GINT64_FORMAT, offer->id));
    line_clear(&line);
    double x = box.x + (points_right ? 9 : 18), w = box.w - 30;
    kit_text(kit, head, x, box.y + 12, (struct kit_type){9.5, 600, COLOUR_GREY, KIT_LEFT, NULL});
    kit_paragraph(kit, offer->text, x, box.y + 19, w, 2, 10,
                  (struct kit_type){13, 700, COLOUR_INK, KIT_LEFT, NULL});
    log_draw_party(log, kit, offer->party, log_party_name(log, offer->party), x, box.y + box.h - 10,
                   w, 9.5);
}

static void draw_reasons(struct kit *kit, const struct match *match, double x, double y,
                         double width)
{
    double at = x +
                kit_text(kit, kit_tr(kit, N_("because:")), x, y + 9,
                         (struct kit_type){10.5, 600, COLOUR_GREY, KIT_LEFT, NULL}) +
                5;
    bool any = false;
    for (int r = 0; r < REASONS; r++) {
        if (!match->holds[r] || match->shared[r] == NULL || *match->shared[r] == '\0')
            continue;
        struct kit_type type = {9.5, 600, COLOUR_INK, KIT_LEFT, NULL};
        if (at + kit_text_width(kit, match->shared[r], type) + 26 > x + width)
            break;
        at += widget_chip(kit, NULL, at, y, 18, match->shared[r], "check", 9.5, COLOUR_BAR,
                          COLOUR_NONE, false) +
              5;
        any = true;
    }
    if (!any)
        kit_text(kit, kit_say(kit, kit_tr(kit, N_("%d of %d reasons")), match->reasons, REASONS),
                 at, y + 9, (struct kit_type){9.5, 600, COLOUR_INK, KIT_LEFT, NULL});
}

void log_match_draw(const struct log *log, struct kit *kit, const struct match *match, size_t i,
                    struct box box)
{
    double half = (box.w - 32) / 2, middle = box.x + box.w / 2;
    kit_begin(kit, KIND_IDEA, kit_name(kit, "match:%zu", i), match->request->text);
    draw_sign(log, kit, match->request, (struct box){box.x, box.y, half, SIGN_H}, true,
              kit_tr(kit, N_("Wanted")));
    draw_sign(log, kit, match->offer, (struct box){box.x + box.w - half, box.y, half, SIGN_H},
              false, kit_tr(kit, N_("Offered")));
    kit_disc(kit, middle, box.y + SIGN_H / 2, 10.5, COLOUR_WARM);
    kit_ring(kit, middle, box.y + SIGN_H / 2, 10.5, 0.9, COLOUR_INK);
    kit_icon(kit, "arrows-exchange", middle - 6, box.y + SIGN_H / 2 - 6, 12, COLOUR_INK);
    draw_reasons(kit, match, box.x, box.y + SIGN_H + 8, box.w);
    kit_end(kit);
    double y = box.y + SIGN_H + 34, w = box.w * 0.62;
    widget_button(kit, kit_name(kit, "match:%zu", i), (struct box){box.x, y, w, 42},
                  kit_tr(kit, N_("Arrange it")), "link", 14, WIDGET_REST);
    widget_button(kit, kit_name(kit, "mismatch:%zu", i),
                  (struct box){box.x + w + 8, y, box.w - w - 8, 42},
                  kit_tr(kit, N_("Does not fit")), "x", 12, WIDGET_REST);
}

// ---- lists --------------------------------------------------------------------------------------

static void draw_row(const struct log *log, struct kit *kit, const struct offer *offer,
                     struct box box)
{
    const char *hit = kit_name(kit, "offer:%" G_GINT64_FORMAT, offer->id);
    kit_begin_target(kit, hit, box, offer->text);
    kit_fill(kit, box, 6, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
    kit_frame(kit, box, 6, 0.7, COLOUR_EDGE);
    const char *icon = *offer->icon != '\0' ? offer->icon : category_icon(offer->category);
    kit_hand_icon(kit, icon, box.x + 10, box.y + 15, 26, log_party_colour(log, offer->party),
                  PEN_FINE, hit);
    kit_text_within(kit, offer->text, box.x + 46, box.y + 17, box.w - 56, 10,
                    (struct kit_type){14, 700, COLOUR_INK, KIT_LEFT, NULL});
    const char *times = times_words(kit->arena, kit->tr, offer->times);
    struct kit_type type = {10, 500, COLOUR_GREY, KIT_RIGHT, NULL};
    double end = box.x + box.w - 8, most = (box.w - 56) * 0.6;
    double used = *times != '\0' ? fmin(kit_text_width(kit, times, type), most) + 8 : 0;
    if (used <= most)
        kit_text(kit, times, end, box.y + 41, type);
    else
        kit_paragraph(kit, times, end, box.y + 32, most, 2, KIT_TEXT_LEAST, type);
    log_draw_party(log, kit, offer->party, log_party_name(log, offer->party), box.x + 46,
                   box.y + 41, box.w - 56 - used, 10);
    kit_end(kit);
}

static void draw_list(struct log *log, struct kit *kit, struct box room, bool requests)
{
    size_t n = 0;
    for (size_t i = 0; i < log->offers_n; i++)
        n += log->offers[i].request == requests && offer_is_open(&log->offers[i], log->today);
    log_draw_heading(kit, kit_tr(kit, requests ? N_("Wanted") : N_("Offered")),
                     kit_name(kit, "%d", (int)n), room.x, room.y + 12, room.w);
    double y = room.y + 30 - log->pan[LOG_OFFERS];
    struct box view = {room.x, room.y + 28, room.w, room.h - 28};
    kit_clip(kit, view);
    for (size_t i = 0; i < log->offers_n; i++) {
        const struct offer *offer = &log->offers[i];
        if (offer->request != requests || !offer_is_open(offer, log->today))
            continue;
        if (y + ROW_H > view.y && y < view.y + view.h)
            draw_row(log, kit, offer, (struct box){room.x, y, room.w, ROW_H});
        y += ROW_H + 6;
    }
    kit_unclip(kit);
}

// What fits together, in columns of about the width of two signs.
static void draw_matches(const struct log *log, struct kit *kit, struct box room)
{
    int columns = MAX(1, (int)floor(room.w / 340));
    double w = (room.w - 25 * (columns - 1)) / columns;
    log_draw_heading(kit, kit_tr(kit, N_("Fits together")), NULL, room.x, room.y + 12, room.w);
    for (size_t i = 0; i < log->matches_n; i++) {
        struct box box = {room.x + (double)(i % (size_t)columns) * (w + 25),
                          room.y + 30 + MATCH_H * (double)(i / (size_t)columns), w, MATCH_H};
        if (box.y + box.h > room.y + room.h + 2)
            break;
        log_match_draw(log, kit, &log->matches[i], i, box);
    }
}

static void draw(struct log *log, struct kit *kit, struct box room)
{
    const struct stage *stage = log->screen.stage;
    struct box inner = {LOG_MARGIN, room.y + 14, room.w - 2 * LOG_MARGIN,
                        room.h - 14 - LOG_BOTTOM - 8};
    bool wide = room.w >= 1000;
    double w = wide ? (inner.w - 2 * 25) / 3 : (inner.w - 25) / 2;
    kit_target(kit, "offers", room);
    log->pan[LOG_OFFERS] =
        fmin(log->pan[LOG_OFFERS], fmax(0, (double)log->offers_n * (ROW_H + 6) - inner.h + 60));
    if (wide || !log->fitting) {
        draw_list(log, kit, (struct box){inner.x, inner.y, w, inner.h}, true);
        draw_list(log, kit, (struct box){inner.x + w + 25, inner.y, w, inner.h}, false);
    }
    if (wide)
        draw_matches(log, kit, (struct box){inner.x + 2 * (w + 25), inner.y, w, inner.h});
    else if (log->fitting)
        draw_matches(log, kit, inner);
    double y = stage->h - LOG_BOTTOM;
    widget_bar(kit, (struct box){0, y, stage->w, LOG_BOTTOM}, false);
    widget_bar_item(kit, "undo:seat1", (struct box){12, y + 8, 78, 44}, kit_tr(kit, N_("Undo")),
                    "arrow-back-up",
                    store_undo_label(stage->store, 0) == NULL ? WIDGET_OFF : WIDGET_REST);
    if (!wide)
        widget_bar_item(kit, "fitting", (struct box){92, y + 8, 78, 44},
                        kit_tr(kit, N_("Fits together")), "arrows-exchange",
                        log->fitting          ? WIDGET_ON
                        : log->matches_n == 0 ? WIDGET_OFF
                                              : WIDGET_REST);
    widget_button(kit, "new-offer", (struct box){stage->w - 15 - 215 - 8 - 215, y + 8, 215, 42},
                  kit_tr(kit, N_("We offer")), "gift", 15, WIDGET_REST);
    widget_primary(kit, "new-request", (struct box){stage->w - 15 - 215, y + 8, 215, 42},
                   kit_tr(kit, N_("We are looking for")), "search", 15, WIDGET_REST);
}

// ---- acts ---------------------------------------------------------------------------------------

static bool said_offer(void *context, const char *text)
{
    struct log *log = context;
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    const struct offer offer = {
        .request = !log->offering, .text = text, .party = log->party, .category = "other"};
    int64_t id = 0;
    bool ok = exchange_save_offer(stage->store, &offer, log->today, &id, &err);
    log_tell(log, ok, &err, "arrows-exchange", log->offering ? N_("Offered") : N_("Wanted"));
    if (ok)
        log->offer = id; // for whom, in which language and when is asked next
    return ok;
}

static void decide(struct log *log, size_t i, bool fits)
{
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    if (i >= log->matches_n)
        return;
    bool ok = fits ? exchange_agree_match(stage->store, stage->tr, &log->matches[i], log->workshop,
                                          log->page == LOG_MEETINGS ? log->meeting : 0, NULL,
                                          log->today, NULL, &err)
                   : exchange_decide_match(stage->store, &log->matches[i], "declined", &err);
    log_tell(log, ok, &err, fits ? "link" : "x", fits ? N_("Agreed") : N_("Does not fit"));
}

static bool tap(struct log *log, const char *target)
{
    if (strncmp(target, "match:", 6) == 0) {
        decide(log, (size_t)log_row(target, "match:"), true);
    } else if (strncmp(target, "mismatch:", 9) == 0) {
        decide(log, (size_t)log_row(target, "mismatch:"), false);
    } else if (strcmp(target, "new-offer") == 0 || strcmp(target, "new-request") == 0) {
        log->offering = strcmp(target, "new-offer") == 0;
        log_ask(log, log->offering ? N_("What do you offer?") : N_("What are you looking for?"),
                said_offer);
    } else if (strcmp(target, "fitting") == 0) {
        log->fitting = !log->fitting;
    } else if (strncmp(target, "offer:", 6) == 0) {
        log->offer = log_row(target, "offer:");
    } else {
        return false;
    }
    return true;
}

const struct log_view log_offers = {.name = "offers",
                                    .icon = "arrows-exchange",
                                    .label = N_("Offers and requests"),
                                    .draw = draw,
                                    .tap = tap};

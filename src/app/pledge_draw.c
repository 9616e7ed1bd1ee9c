// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pledge_parts.h"

#include <math.h>

#include "app/month.h"
#include "app/party_chip.h"
#include "app/seat_head.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/day.h"

#define WIDE 1000.0 // seats from here on have all questions at once
#define HIGH 480.0
#define BOTTOM 96.0 // what it will say, and the buttons

static const char *hit(struct kit *kit, const struct pledge *pledge, const char *name)
{
    return kit_name(kit, "pledge:seat%d:%s", pledge->seat, name);
}

static void draw_heading(struct kit *kit, enum pledge_step step, double x, double y, double w)
{
    kit_icon(kit, pledge_steps[step].icon, x, y - 8, 16, COLOUR_INK);
    struct kit_type type = {17, 800, COLOUR_INK, KIT_LEFT, NULL};
    double width =
        kit_text_within(kit, kit_tr(kit, pledge_steps[step].full), x + 24, y, w * 0.5, 12, type);
    if (*pledge_steps[step].hint != '\0')
        kit_text_within(kit, kit_tr(kit, pledge_steps[step].hint), x + 34 + width, y + 1,
                        w - 40 - width, KIT_TEXT_LEAST,
                        (struct kit_type){10.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
}

static void draw_what(const struct pledge *pledge, struct kit *kit, struct box box)
{
    struct line outline;
    line_init(&outline);
    card_outline(SHAPE_SIGN, box, &outline);
    kit_begin(kit, KIND_IDEA, NULL, pledge->origin.text);
    kit_hand_shape(kit, &outline, card_fill_of(SHAPE_SIGN), PEN_HEAVY * 0.8, "pledge");
    line_clear(&outline);
    double icon = fmin(50, box.h * 0.5);
    if (*pledge->origin.icon != '\0')
        kit_hand_icon(kit, pledge->origin.icon, box.x + 18, box.y + (box.h - icon) / 2, icon,
                      colour_accent(pledge->origin.colour), PEN_MEDIUM, "pledge:icon");
    double x = box.x + 32 + icon, size = fmin(22, box.h * 0.24);
    bool rtl = lang_is_rtl(pledge->origin.lang);
    double room = box.w - icon - 32 - box.h * 0.3;
    struct kit_type type = {size, 700, COLOUR_INK, rtl ? KIT_RIGHT : KIT_LEFT, pledge->origin.lang};
    kit_paragraph(kit, pledge->origin.text, rtl ? x + room : x, box.y + box.h / 2 - size * 1.15,
                  room, 2, 10, type);
    kit_end(kit);
}

// The parties of one question in `columns`; what does not fit comes with the next page.
static void draw_parties(struct pledge *pledge, struct kit *kit, enum pledge_step step,
                         struct box room, int columns, double height)
{
    bool who = step == STEP_WHO;
    double gap = 6, w = (room.w - (columns - 1) * gap) / columns;
    size_t rows = (size_t)fmax(1, floor((room.h + gap) / (height + gap)));
    size_t places = rows * (size_t)columns, extra = who ? 1 : 0;
    bool paged = pledge->n + extra > places;
    size_t shown = places - extra - (paged ? 1 : 0);
    size_t pages = shown > 0 ? (pledge->n + shown - 1) / shown : 1;
    size_t first = pages > 0 ? pledge->pages[step] % pages * shown : 0;
    size_t place = 0;
    for (size_t i = first; i < pledge->n && i < first + shown; i++, place++) {
        const struct party *party = &pledge->parties[i];
        struct box box = {room.x + (double)(place % (size_t)columns) * (w + gap),
                          room.y + (double)(place / (size_t)columns) * (height + gap), w, height};
        bool on = who ? pledge->who == party->id : pledge_is_with(pledge, party->id);
        bool off = !who && party->id == pledge->who; // is already in it
        party_chip_draw(kit,
                        hit(kit, pledge,
                            kit_name(kit, "%s:%" G_GINT64_FORMAT, who ? "who" : "with", party->id)),
                        box, party->name, (int)i, on, off);
    }
    for (int e = 0; e < 2; e++) { // "nobody yet", then "others"
        if (e == 0 ? !who : !paged)
            continue;
        struct box box = {room.x + (double)(place % (size_t)columns) * (w + gap),
                          room.y + (double)(place / (size_t)columns) * (height + gap), w, height};
        if (e == 0)
            party_chip_draw_open(kit, hit(kit, pledge, "nobody"), box,
                                 kit_tr(kit, N_("Nobody yet")), "user-question", pledge->nobody);
        else
            widget_button(kit, hit(kit, pledge, kit_name(kit, "page:%d", (int)step)), box,
                          kit_tr(kit, N_("More …")), "dots", 11, WIDGET_REST);
        place++;
    }
}

static void draw_quick(struct pledge *pledge, struct kit *kit, struct box room)
{
    static const struct {
        const char *word;
        int days;
    } quick[] = {{N_("in 2 weeks"), 14}, {N_("in 1 month"), 30}, {N_("in 3 months"), 91}};
    const char *now = pledge_today(pledge, kit->arena);
    double gap = 6, w = (room.w - 3 * gap) / 4;
    for (size_t i = 0; i < 4; i++) {
        struct box box = {room.x + (double)i * (w + gap), room.y, w, room.h};
        bool dated = i < G_N_ELEMENTS(quick);
        const char *iso =
            dated ? day_iso(kit->arena, month_working_day(day_of(now) + quick[i].days)) : "";
        const char *name =
            dated ? hit(kit, pledge, kit_name(kit, "date:%s", iso)) : hit(kit, pledge, "undated");
        const char *word = kit_digits(kit, kit_tr(kit, dated ? quick[i].word : N_("without a date")));
        const char *below = kit_tr(kit, N_("later"));
        if (dated)
            below = kit_digits(kit, day_words(kit->arena, kit->tr, iso, DAY_WEEKDAY));
        bool on = dated ? strcmp(pledge->until, iso) == 0 : pledge->undated;
        party_chip_draw_date(kit, name, box, word, room.h > 40 ? below : NULL, on, !dated);
    }
}

static void draw_until(struct pledge *pledge, struct kit *kit, struct box room, bool large)
{
    double quick = large ? 52 : 28;
    draw_quick(pledge, kit, (struct box){room.x, room.y, room.w, quick});
    room.y += quick + (large ? 14 : 6);
    room.h -= quick + (large ? 14 : 6);
    month_draw(kit, hit(kit, pledge, ""), room, pledge_today(pledge, kit->arena), pledge->month,
               pledge->until, pledge->origin.colour);
}

// Put together from parts, never conjugated.
static void draw_saying(const struct pledge *pledge, struct kit *kit, struct box box)
{
    GString *with = g_string_new(NULL);
    const char *who = kit_tr(kit, N_("Nobody yet"));
    size_t answered = 0;
    for (int step = 0; step < STEPS; step++)
        answered += pledge_is_answered(pledge, (enum pledge_step)step);
    for (size_t i = 0; i < pledge->n; i++) {
        if (pledge->parties[i].id == pledge->who)
            who = pledge->parties[i].name;
        if (pledge_is_with(pledge, pledge->parties[i].id))
            g_string_append_printf(with, "%s%s", with->len > 0 ? ", " : "",
                                   pledge->parties[i].name);
    }
    kit_hand_box(kit, box, 8, COLOUR_PAPER, PEN_FINE * 1.3, "saying");
    double x = box.x + 16;
    if (*pledge->origin.icon != '\0' && box.h > 60) {
        kit_hand_icon(kit, pledge->origin.icon, x, box.y + box.h / 2 - 21, 42,
                      colour_accent(pledge->origin.colour), PEN_FINE * 1.2, "saying:icon");
        x += 56;
    }
    double w = box.x + box.w - 14 - x;
    kit_text_within(kit, kit_name(kit, "%s: %s", who, pledge->origin.text), x, box.y + 18, w, 10,
                    (struct kit_type){14.5, 800, COLOUR_INK, KIT_LEFT, NULL});
    const char *helpers = with->len > 0 ? kit_say(kit, kit_tr(kit, N_("with %s")), with->str)
                                        : kit_tr(kit, N_("still without helpers"));
    kit_text_within(kit, helpers, x, box.y + 38, w, KIT_TEXT_LEAST,
                    (struct kit_type){11, 500, COLOUR_GREY, KIT_LEFT, NULL});
    const char *until = *pledge->until != '\0'
                            ? kit_say(kit, kit_tr(kit, N_("until %s")),
                                       kit_digits(kit, day_words(kit->arena, kit->tr, pledge->until, DAY_WEEKDAY)))
                            : kit_tr(kit, N_("without a date"));
    double chip = widget_chip(kit, NULL, x, box.y + 50, 20, until, NULL, 10.5,
                              *pledge->until != '\0' ? COLOUR_WARM : COLOUR_PAPER,
                              *pledge->until != '\0' ? COLOUR_NONE : COLOUR_EDGE, false);
    if (answered == STEPS) {
        kit_icon(kit, "checks", x + chip + 14, box.y + 53, 14, COLOUR_DONE);
        kit_text(kit, kit_tr(kit, N_("All answered")), x + chip + 32, box.y + 60,
                 (struct kit_type){11, 700, COLOUR_DONE, KIT_LEFT, NULL});
    }
    g_string_free(with, TRUE);
}

static enum widget_state agree_state(const struct pledge *pledge)
{
    for (int step = STEP_WHO; step < STEPS; step++) {
        if (pledge_is_answered(pledge, (enum pledge_step)step))
            return WIDGET_REST;
    }
    return WIDGET_OFF;
}

static void draw_wide(struct pledge *pledge, struct kit *kit, double above, double w, double h)
{
    double top = above + 13.4, left = 18, lw = (w - 54) * 0.485, rx = left + lw + 28,
           rw = w - rx - 18;
    double bottom = h - BOTTOM, k = fmin(1, (bottom - top) / 530);
    draw_heading(kit, STEP_WHAT, left, top + 8, lw);
    double y = top + 24, what = 108 * k;
    draw_what(pledge, kit, (struct box){left, y, lw, what});
    y += what + 24;
    double rest = (bottom - 14 - y - 2 * 24 - 14) / 2;
    draw_heading(kit, STEP_WHO, left, y, lw);
    draw_parties(pledge, kit, STEP_WHO, (struct box){left, y + 16, lw, rest}, 3, 42);
    y += rest + 24 + 14;
    draw_heading(kit, STEP_WITH, left, y, lw);
    draw_parties(pledge, kit, STEP_WITH, (struct box){left, y + 16, lw, rest}, 3, 42);
    draw_heading(kit, STEP_UNTIL, rx, top + 8, rw);
    draw_until(pledge, kit, (struct box){rx, top + 24, rw, bottom - 14 - top - 24}, true);
    widget_bar(kit, (struct box){0, bottom, w, BOTTOM}, false);
    double agree_w = fmin(350, w * 0.29), later = 150;
    draw_saying(pledge, kit,
                (struct box){left, bottom + 8, w - 2 * left - agree_w - later - 32, 80});
    widget_button(kit, hit(kit, pledge, "later"),
                  (struct box){w - left - agree_w - 16 - later, bottom + 18, later, 60},
                  kit_tr(kit, N_("Later")), "clock-pause", 15, WIDGET_REST);
    widget_primary(kit, hit(kit, pledge, "agree"),
                   (struct box){w - left - agree_w, bottom + 12, agree_w, 72},
                   kit_tr(kit, N_("Agree")), "check", 28, agree_state(pledge));
}

static void draw_tabs(const struct pledge *pledge, struct kit *kit, double y, double w)
{
    double gap = 4, tab = (w - 20 - 3 * gap) / STEPS;
    for (int i = 0; i < STEPS; i++) {
        bool answered = pledge_is_answered(pledge, (enum pledge_step)i);
        widget_button(kit, hit(kit, pledge, kit_name(kit, "step:%d", i)),
                      (struct box){10 + i * (tab + gap), y, tab, 28},
                      kit_tr(kit, pledge_steps[i].word), answered ? "check" : pledge_steps[i].icon,
                      10, pledge->step == (enum pledge_step)i ? WIDGET_ON : WIDGET_REST);
    }
}

static void draw_narrow(struct pledge *pledge, struct kit *kit, double w, double h)
{
    double top = pledge->stage->seats_n > 1 ? SEAT_HEAD + 6 : 48, buttons = 44, y = top + 34;
    struct box room = {10, y + 26, w - 20, h - y - 26 - buttons - 20};
    draw_tabs(pledge, kit, top, w);
    kit_begin(kit, KIND_IDEA, NULL, pledge->origin.text);
    if (*pledge->origin.icon != '\0')
        kit_hand_icon(kit, pledge->origin.icon, 14, y + 1, 20, colour_accent(pledge->origin.colour),
                      PEN_FINE, "pledge:icon");
    kit_text_within(kit, pledge->origin.text, 42, y + 12, w - 54, 9,
                    (struct kit_type){13, 700, COLOUR_INK, KIT_LEFT, pledge->origin.lang});
    kit_end(kit);
    if (pledge->step == STEP_WHAT)
        draw_what(pledge, kit, (struct box){room.x, room.y, room.w, fmin(110, room.h)});
    else if (pledge->step == STEP_UNTIL)
        draw_until(pledge, kit, room, false);
    else
        draw_parties(pledge, kit, pledge->step, room, 2, 32);
    double later = w * 0.3, by = h - buttons - 12;
    widget_button(kit, hit(kit, pledge, "later"), (struct box){10, by, later - 14, buttons},
                  kit_tr(kit, N_("Later")), w > 360 ? "clock-pause" : NULL, 11, WIDGET_REST);
    struct box next = {later, by, w - 10 - later, buttons};
    if (pledge->step == STEP_UNTIL)
        widget_primary(kit, hit(kit, pledge, "agree"), next, kit_tr(kit, N_("Agree")), "check", 19,
                       agree_state(pledge));
    else
        widget_primary(kit, hit(kit, pledge, "next"), next, kit_tr(kit, N_("Next")), "arrow-right",
                       19, WIDGET_REST);
}

void pledge_draw(struct pledge *pledge, struct kit *kit, double top)
{
    const struct seat *seat = stage_seat(pledge->stage, pledge->seat);
    double w = seat_width(seat), h = seat_height(seat);
    kit_mirror(kit, lang_is_rtl(kit->lang) ? w : 0);
    struct box all = {0, top, w, h - top};
    kit_target(kit, hit(kit, pledge, "room"), all);
    kit_fill(kit, all, 0, COLOUR_WALL);
    if (w >= WIDE && h >= HIGH)
        draw_wide(pledge, kit, top, w, h);
    else
        draw_narrow(pledge, kit, w, h);
    kit_mirror(kit, 0);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/month.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/widget.h"
#include "base/day.h"
#include "base/tr.h"

// Easter Sunday by Gauss's rule as Lichtenberg completed it (1997).
static void easter(int year, int *month, int *day)
{
    int k = year / 100, m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25, s = 2 - (3 * k + 3) / 4;
    int a = year % 19, d = (19 * a + m) % 30, r = (d + a / 11) / 29, og = 21 + d - r;
    int sz = 7 - (year + year / 4 + s) % 7, oe = 7 - (og - sz) % 7;
    int march = og + oe; // may lie in April
    *month = march > 31 ? 4 : 3;
    *day = march > 31 ? march - 31 : march;
}

static void parts(int day, GDate *date)
{
    g_date_clear(date, 1);
    g_date_set_julian(date, (guint32)day);
}

bool month_is_free(int day)
{
    static const struct {
        int month, day;
    } fixed[] = {{1, 1}, {1, 6}, {5, 1}, {10, 3}, {10, 31}, {12, 25}, {12, 26}};
    static const int moved[] = {-2, 0, 1, 39, 49, 50}; // days after Easter Sunday
    GDate date, sunday;
    int month, of_month;
    if (day_weekday(day) >= 5)
        return true;
    parts(day, &date);
    for (size_t i = 0; i < G_N_ELEMENTS(fixed); i++) {
        if (fixed[i].month == (int)g_date_get_month(&date) &&
            fixed[i].day == g_date_get_day(&date))
            return true;
    }
    easter(g_date_get_year(&date), &month, &of_month);
    g_date_clear(&sunday, 1);
    g_date_set_dmy(&sunday, (GDateDay)of_month, (GDateMonth)month, g_date_get_year(&date));
    int after = (int)g_date_get_julian(&date) - (int)g_date_get_julian(&sunday);
    for (size_t i = 0; i < G_N_ELEMENTS(moved); i++) {
        if (moved[i] == after)
            return true;
    }
    return false;
}

int month_working_day(int day)
{
    while (month_is_free(day))
        day++;
    return day;
}

static void draw_day(struct kit *kit, const char *prefix, struct box box, int day, int today,
                     const char *chosen)
{
    const char *iso = day_iso(kit->arena, day), *hit = kit_name(kit, "%sdate:%s", prefix, iso);
    bool on = strcmp(iso, chosen) == 0, past = day < today, free = month_is_free(day);
    GDate date;
    parts(day, &date);
    const char *digits = kit_say(kit, "%d", g_date_get_day(&date));
    if (past)
        kit_begin(kit, KIND_DECORATION, NULL, digits);
    else
        kit_begin_target(kit, hit, box, digits);
    bool ink = on || (!past && kit_pressed(kit, hit));
    kit_fill(kit, box, 4, ink ? COLOUR_INK : free ? COLOUR_BAR : COLOUR_PAPER);
    if (!ink && !free)
        kit_frame(kit, box, 4, KIT_HAIRLINE, COLOUR_LINE);
    uint32_t colour = ink ? COLOUR_PAPER : past ? COLOUR_OFF : free ? COLOUR_GREY : COLOUR_INK;
    double size = fmin(18, box.h * 0.48);
    kit_text(kit, digits, box.x + box.w / 2, box.y + box.h / 2,
             (struct kit_type){size, past ? 400 : 700, colour, KIT_CENTRE, NULL});
    if (day == today)
        kit_rule(kit, box.x + box.w / 2 - size * 0.6, box.y + box.h * 0.82,
                 box.x + box.w / 2 + size * 0.6, box.y + box.h * 0.82, colour);
    if (on)
        kit_icon(kit, "check", box.x + box.w - 11, box.y + 2, 9, COLOUR_PAPER);
    kit_end(kit);
}

void month_draw(struct kit *kit, const char *prefix, struct box room, const char *today, int months,
                const char *chosen, int colour)
{
    int now = day_of(today);
    GDate first;
    parts(now, &first);
    g_date_set_day(&first, 1);
    g_date_add_months(&first, (guint)months);
    int begin = (int)g_date_get_julian(&first), offset = day_weekday(begin);
    int days = g_date_get_days_in_month(g_date_get_month(&first), g_date_get_year(&first));
    bool large = room.h > 260;
    double head = large ? 50 : 30, names = large ? 24 : 15, weeks = large ? 38 : 0;
    if (large)
        kit_hand_box(kit, room, 6, COLOUR_PAPER, PEN_MEDIUM, "month");
    struct box bar = {room.x, room.y, room.w, head};
    if (large) {
        kit_fill(kit, (struct box){bar.x + 1, bar.y + 1, bar.w - 2, head - 1}, 6,
                 colour_mix(colour_accent(colour), COLOUR_PAPER, 0.55));
        kit_rule(kit, bar.x, bar.y + head, bar.x + bar.w, bar.y + head, COLOUR_INK);
    }
    double arrow = large ? 74 : 40, ah = large ? 34 : 26;
    widget_button(kit, kit_name(kit, "%smonth:-1", prefix),
                  (struct box){bar.x + 8, bar.y + (head - ah) / 2, arrow, ah}, "", "chevron-left",
                  11, months > 0 ? WIDGET_REST : WIDGET_OFF);
    widget_button(kit, kit_name(kit, "%smonth:1", prefix),
                  (struct box){bar.x + bar.w - 8 - arrow, bar.y + (head - ah) / 2, arrow, ah}, "",
                  "chevron-right", 11, WIDGET_REST);
    kit_text_within(kit, kit_digits(kit, day_month_year(kit->arena, kit->tr, day_iso(kit->arena, begin))),
                    bar.x + bar.w / 2, bar.y + head / 2, bar.w - 2 * arrow - 30, 10,
                    (struct kit_type){large ? 22 : 14, 800, COLOUR_INK, KIT_CENTRE, NULL});
    double pad = large ? 12 : 0, gap = large ? 5 : 2.4;
    double x0 = room.x + pad + weeks, y0 = room.y + head + names + (large ? 6 : 0);
    double cw = (room.x + room.w - pad - x0 + gap) / 7, ch = (room.y + room.h - pad - y0 + gap) / 6;
    for (int i = 0; i < 7; i++)
        kit_text(kit, day_weekday_name(kit->tr, i, 0), x0 + i * cw + (cw - gap) / 2,
                 y0 - names / 2, (struct kit_type){large ? 12 : 8.5, 600, COLOUR_GREY, KIT_CENTRE,
                                                   NULL});
    for (int d = 0; d < days; d++) {
        int column = (offset + d) % 7, row = (offset + d) / 7;
        draw_day(kit, prefix, (struct box){x0 + column * cw, y0 + row * ch, cw - gap, ch - gap},
                 begin + d, now, chosen);
        if (large && (column == 0 || d == 0)) {
            GDate day;
            parts(begin + d, &day);
            kit_text(kit, kit_say(kit, "%s %u", kit_tr(kit, N_("wk")),
                                   g_date_get_iso8601_week_of_year(&day)),
                     room.x + pad + weeks / 2 - 3, y0 + row * ch + (ch - gap) / 2,
                     (struct kit_type){8.5, 500, COLOUR_GREY, KIT_CENTRE, NULL});
        }
    }
}

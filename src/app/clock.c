// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock.h"

#include <glib.h>
#include <math.h>

#include "app/kit.h"
#include "app/stage.h"
#include "base/tr.h"
#include "store/store.h"

#define MINUTE INT64_C(60000)
#define ENDING 10 // the last tenth

struct clock clock_of(const struct phase *phase, int64_t wall_ms)
{
    struct clock clock = {.total = phase->minutes * MINUTE};
    if (phase->id == 0 || (phase->minutes <= 0 && phase->started == 0))
        return clock;
    if (phase->started == 0) {
        clock.state = CLOCK_READY;
        clock.left = clock.total;
    } else if (phase->left > 0) {
        clock.state = CLOCK_STOPPED;
        clock.left = phase->left;
    } else {
        clock.left = MAX(0, phase->ends - wall_ms);
        clock.state = clock.left > 0 ? CLOCK_RUNS : CLOCK_OVER;
    }
    clock.total = MAX(clock.total, clock.left);
    return clock;
}

bool clock_is_ending(const struct clock *clock)
{
    return clock->state == CLOCK_RUNS && clock->left * ENDING <= clock->total;
}

int clock_next_tick(const struct clock *clock)
{
    return clock->state == CLOCK_RUNS ? (int)((clock->left - 1) % 1000) + 1 : -1;
}

const char *clock_text(struct kit *kit, const struct clock *clock)
{
    int seconds = (int)((clock->left + 999) / 1000);
    return kit_say(kit, "%d:%02d", seconds / 60, seconds % 60);
}

const char *clock_time_of_day(struct kit *kit, const struct stage *stage)
{
    int64_t wall = stage->world.now_ms(stage->world.context);
    GDateTime *now = g_date_time_new_from_unix_local(wall / 1000);
    const char *time =
        kit_say(kit, "%02d:%02d", g_date_time_get_hour(now), g_date_time_get_minute(now));
    g_date_time_unref(now);
    return time;
}

static void draw_disc(struct kit *kit, const struct clock *clock, double x, double y, double radius)
{
    double inner = radius * 0.82, part = clock->total > 0 ? (double)clock->left / (double)clock->total : 0;
    kit_disc(kit, x, y, radius, COLOUR_PAPER);
    kit_ring(kit, x, y, radius - 0.4, fmin(1.8, fmax(0.8, radius * 0.06)), COLOUR_INK);
    if (part > 0.999) {
        kit_disc(kit, x, y, inner, COLOUR_WARM);
    } else if (part > 0) {
        struct line pie;
        line_init(&pie);
        line_add(&pie, x, y);
        const int steps = 60;
        for (int i = 0; i <= steps; i++) { // what is left ends at twelve
            double angle = (1 - part + part * i / steps) * 2 * G_PI - G_PI / 2;
            line_add(&pie, x + inner * cos(angle), y + inner * sin(angle));
        }
        scene_fill(kit->scene, &pie, 1, kit->m, COLOUR_WARM, false);
        line_clear(&pie);
    }
    if (clock->state == CLOCK_STOPPED) {
        double bar = radius * 0.2, high = radius * 0.8;
        for (int side = -1; side <= 1; side += 2)
            kit_fill(kit, (struct box){x + side * bar * 1.2 - bar / 2, y - high / 2, bar, high}, 0,
                     COLOUR_INK);
        return;
    }
    struct line hand;
    double angle = (1 - part) * 2 * G_PI - G_PI / 2;
    line_init(&hand);
    line_add(&hand, x, y);
    line_add(&hand, x + inner * 0.85 * cos(angle), y + inner * 0.85 * sin(angle));
    kit_line(kit, &hand, fmin(1.6, fmax(0.7, radius * 0.06)), 0, 0, COLOUR_INK);
    line_clear(&hand);
}

// A clock changes sides for people who read from the right, but runs clockwise for them, too.
void clock_draw(struct kit *kit, const struct clock *clock, double x, double y, double radius)
{
    double mirror = kit->mirror;
    kit_mirror(kit, 0);
    draw_disc(kit, clock, mirror > 0 ? mirror - x : x, y, radius);
    kit_mirror(kit, mirror);
}

// The widest that `zeros` can become; in some scripts the zero is only a dot.
static double width_of_all(struct kit *kit, const char *zeros, struct kit_type type)
{
    double widest = 0;
    for (char digit = '0'; digit <= '9'; digit++) {
        char text[8];
        g_strlcpy(text, zeros, sizeof text);
        g_strdelimit(text, "0", digit);
        widest = fmax(widest, kit_text_width(kit, kit_digits(kit, text), type));
    }
    return widest;
}

double clock_draw_row(struct kit *kit, const struct clock *clock, double right, double y,
                      double radius, double size, const char *hit)
{
    const char *text = clock_text(kit, clock);
    // As wide as the widest, so that nothing moves while it runs.
    struct kit_type type = {size, 800, COLOUR_INK, KIT_RIGHT, NULL};
    double digits = width_of_all(kit, clock->left >= 100 * MINUTE ? "000:00" : "00:00", type);
    double width = digits + radius * 2 + size * 0.25;
    struct box box = {right - width - 4, y - fmax(radius, KIT_TARGET_LEAST / 2) - 1, width + 8,
                      2 * fmax(radius, KIT_TARGET_LEAST / 2) + 2};
    if (hit != NULL)
        kit_begin_target(kit, hit, box, text);
    else
        kit_begin(kit, KIND_DECORATION, NULL, text);
    clock_draw(kit, clock, right - width + radius, y, radius);
    const char *words = clock->state == CLOCK_OVER    ? kit_tr(kit, N_("Time is up"))
                        : clock_is_ending(clock)      ? kit_tr(kit, N_("Nearly over"))
                        : clock->state == CLOCK_STOPPED ? kit_tr(kit, N_("Clock rests"))
                                                        : NULL;
    if (words != NULL && size >= 20) {
        kit_text(kit, text, right, y - size * 0.2, type);
        kit_text_within(kit, words, right, y + size * 0.48, digits, KIT_TEXT_LEAST,
                        (struct kit_type){fmax(KIT_TEXT_LEAST, size * 0.34), 700, COLOUR_INK, KIT_RIGHT, NULL});
    } else if (words != NULL) {
        kit_text_within(kit, words, right, y, digits, KIT_TEXT_LEAST,
                        (struct kit_type){fmax(KIT_TEXT_LEAST, size * 0.6), 700, COLOUR_INK, KIT_RIGHT, NULL});
    } else {
        kit_text(kit, text, right, y, type);
    }
    kit_end(kit);
    return width;
}

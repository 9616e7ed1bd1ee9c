// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phase_path.h"

#include <glib.h>
#include <math.h>

#include "app/kit.h"
#include "app/phases.h"
#include "app/widget.h"
#include "store/store.h"

static void draw_way(struct kit *kit, size_t n, size_t now, double x, double y, double step)
{
    for (size_t i = 0; i + 1 < n; i++) {
        struct line part;
        line_init(&part);
        line_add(&part, x + (double)i * step, y);
        line_add(&part, x + (double)(i + 1) * step, y);
        bool past = now < n && i < now;
        kit_line(kit, &part, past ? 2.2 : 1.2, past ? 0 : 4, 4, past ? COLOUR_INK : COLOUR_EDGE);
        line_clear(&part);
    }
}

// `radius`: of the present one.
static void draw_station(struct kit *kit, const struct phase *phase, size_t i, size_t now, size_t n,
                         double x, double y, double radius)
{
    const char *icon = phase_icon(phase);
    double small = radius * 0.62;
    if (i == now) {
        struct line circle;
        line_init(&circle);
        line_add_ellipse(&circle, x, y, radius, radius, 0);
        kit_hand_shape(kit, &circle, COLOUR_WARM, PEN_MEDIUM, "phase");
        line_clear(&circle);
        kit_icon(kit, icon, x - small, y - small, 2 * small, COLOUR_INK);
    } else if (now < n && i < now) {
        widget_tick(kit, x, y, small);
    } else {
        kit_disc(kit, x, y, small, COLOUR_PAPER);
        kit_ring(kit, x, y, small, 0.9, COLOUR_EDGE);
        kit_icon(kit, icon, x - small * 0.62, y - small * 0.62, small * 1.24, COLOUR_GREY);
    }
}

void phase_path_draw_plain(struct kit *kit, const struct phase *phases, size_t n, int64_t current,
                           double x, double y, double w)
{
    size_t now = n;
    double step = n > 1 ? w / (double)(n - 1) : 0, radius = fmin(13, step * 0.32);
    for (size_t i = 0; i < n; i++)
        now = phases[i].id == current ? i : now;
    draw_way(kit, n, now, x, y, step);
    for (size_t i = 0; i < n; i++)
        draw_station(kit, &phases[i], i, now, n, x + (double)i * step, y, radius);
}

void phase_path_draw(struct kit *kit, const struct phase *phases, size_t n, int64_t current,
                     double x, double w)
{
    const double y = 24;
    size_t now = n; // none
    for (size_t i = 0; i < n; i++) {
        if (phases[i].id == current)
            now = i;
    }
    double step = n > 1 ? w / (double)(n - 1) : 0;
    draw_way(kit, n, now, x, y, step);
    for (size_t i = 0; i < n; i++) {
        const struct phase *phase = &phases[i];
        double cx = x + (double)i * step;
        const char *title = phase_title(kit, phase);
        double room = fmax(60, step - 6);
        kit_begin_target(kit, kit_name(kit, "phase:%" G_GINT64_FORMAT, phase->id),
                         (struct box){cx - room / 2, 6, room, 52}, title);
        draw_station(kit, phase, i, now, n, cx, y, 13);
        struct kit_type type = {i == now ? 11.5 : 9.5, i == now ? 800 : 500,
                                i <= now ? COLOUR_INK : COLOUR_GREY, KIT_CENTRE, NULL};
        kit_text_within(kit, title, cx, y + 23, room - 4, KIT_TEXT_LEAST, type);
        kit_end(kit);
    }
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phase_path.h"

#include <glib.h>
#include <math.h>

#include "app/kit.h"
#include "app/phases.h"
#include "app/widget.h"
#include "store/store.h"

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
    for (size_t i = 0; i + 1 < n; i++) {
        struct line part;
        line_init(&part);
        line_add(&part, x + (double)i * step, y);
        line_add(&part, x + (double)(i + 1) * step, y);
        bool past = now < n && i < now;
        kit_line(kit, &part, past ? 2.2 : 1.2, past ? 0 : 4, 4, past ? COLOUR_INK : COLOUR_EDGE);
        line_clear(&part);
    }
    for (size_t i = 0; i < n; i++) {
        const struct phase *phase = &phases[i];
        double cx = x + (double)i * step;
        const char *icon = phase_icon(phase), *title = phase_title(kit, phase);
        double room = fmax(60, step - 6);
        kit_begin_target(kit, kit_name(kit, "phase:%" G_GINT64_FORMAT, phase->id),
                         (struct box){cx - room / 2, 6, room, 52}, title);
        if (i == now) {
            struct line circle;
            line_init(&circle);
            line_add_ellipse(&circle, cx, y, 13, 13, 0);
            kit_hand_shape(kit, &circle, COLOUR_WARM, PEN_MEDIUM, "phase");
            line_clear(&circle);
            kit_icon(kit, icon, cx - 8, y - 8, 16, COLOUR_INK);
        } else if (now < n && i < now) {
            widget_tick(kit, cx, y, 8);
        } else {
            kit_disc(kit, cx, y, 8, COLOUR_PAPER);
            kit_ring(kit, cx, y, 8, 0.9, COLOUR_EDGE);
            kit_icon(kit, icon, cx - 5, y - 5, 10, COLOUR_GREY);
        }
        struct kit_type type = {i == now ? 11.5 : 9.5, i == now ? 800 : 500,
                                i <= now ? COLOUR_INK : COLOUR_GREY, KIT_CENTRE, NULL};
        kit_text_within(kit, title, cx, y + 23, room - 4, KIT_TEXT_LEAST, type);
        kit_end(kit);
    }
}

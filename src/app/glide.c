// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/glide.h"

#include <math.h>

#include "app/stage.h"

struct glide {
    int64_t card;
    struct lie from;
    enum motion motion;
    int64_t since; // monotonic ms
};

void glides_init(struct glides *glides)
{
    glides->all = g_array_new(FALSE, FALSE, sizeof(struct glide));
}

void glides_clear(struct glides *glides)
{
    g_array_free(glides->all, TRUE);
}

static struct glide *glide_at(const struct glides *glides, guint i)
{
    return &g_array_index(glides->all, struct glide, i);
}

void glides_begin(struct glides *glides, const struct stage *stage, int64_t card, struct lie from,
                  enum motion motion)
{
    for (guint i = glides->all->len; i-- > 0;) {
        const struct glide *glide = glide_at(glides, i);
        if (glide->card == card && glide->since == stage->now)
            return;
        if (glide->card == card || motion_share(stage, glide->motion, glide->since) >= 1)
            g_array_remove_index(glides->all, i);
    }
    const struct glide glide = {card, from, motion, stage->now};
    g_array_append_val(glides->all, glide);
}

struct lie glides_seen(const struct glides *glides, const struct stage *stage, int64_t card,
                       struct lie to)
{
    for (guint i = 0; i < glides->all->len; i++) {
        const struct glide *glide = glide_at(glides, i);
        double t = motion_share(stage, glide->motion, glide->since);
        if (glide->card != card || t >= 1)
            continue;
        const struct lie *from = &glide->from;
        double turn = remainder(to.degrees - from->degrees, 360); // the shorter way round
        return (struct lie){{from->middle.x + (to.middle.x - from->middle.x) * t,
                             from->middle.y + (to.middle.y - from->middle.y) * t},
                            from->scale + (to.scale - from->scale) * t,
                            from->degrees + turn * t};
    }
    return to;
}

int glides_next_tick(const struct glides *glides, const struct stage *stage, int64_t now)
{
    int least = -1;
    for (guint i = 0; i < glides->all->len; i++) {
        const struct glide *glide = glide_at(glides, i);
        int wait = motion_next_tick(stage, glide->motion, glide->since, now);
        if (wait >= 0)
            least = least < 0 ? wait : MIN(least, wait);
    }
    return least;
}

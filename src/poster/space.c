// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/space.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "poster/page.h"

#define PAD_TEXT 7
#define PAD_OTHER 9

static void put_polygon(struct space *space, const struct line *polygon, uint8_t value)
{
    struct box box = line_box(polygon);
    int last = MIN(space->ny - 1, (int)((box.y + box.h) / SPACE_CELL));
    GArray *crossings = g_array_new(FALSE, FALSE, sizeof(double));
    for (int j = MAX(0, (int)(box.y / SPACE_CELL)); j <= last; j++) {
        double y = (j + 0.5) * SPACE_CELL;
        g_array_set_size(crossings, 0);
        for (size_t i = 0; i < polygon->n; i++) {
            struct point a = polygon->p[i], b = polygon->p[(i + 1) % polygon->n];
            if ((a.y > y) == (b.y > y))
                continue;
            double x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
            guint at = 0;
            while (at < crossings->len && g_array_index(crossings, double, at) < x)
                at++;
            g_array_insert_val(crossings, at, x);
        }
        for (guint i = 0; i + 1 < crossings->len; i += 2) {
            int from = MAX(0, (int)(g_array_index(crossings, double, i) / SPACE_CELL));
            int to =
                MIN(space->nx - 1, (int)(g_array_index(crossings, double, i + 1) / SPACE_CELL));
            if (from <= to)
                memset(space->cells + (size_t)j * (size_t)space->nx + from, value,
                       (size_t)(to - from + 1));
        }
    }
    g_array_free(crossings, TRUE);
}

struct space space_of(const struct page *page)
{
    struct space space = {.nx = (int)(page->w / SPACE_CELL) + 1,
                          .ny = (int)(page->h / SPACE_CELL) + 1};
    size_t size = (size_t)space.nx * (size_t)space.ny;
    space.cells = g_malloc(size);
    memset(space.cells, SPACE_BLOCKED, size);
    double margin = page->margin;
    space_put(&space, (struct box){margin, margin, page->w - 2 * margin, page->h - 2 * margin}, 0,
              SPACE_FREE);
    for (size_t i = 0; i < page->islands_n; i++) {
        put_polygon(&space, &page->islands[i].outline, (uint8_t)MIN(i + 1, (size_t)254));
        space_put_line(&space, &page->islands[i].outline, true, PAD_OTHER);
    }
    for (size_t i = 0; i < page->obstacles_n; i++)
        if (page->obstacles[i].kind != OBSTACLE_CROSSED)
            space_put(&space, page->obstacles[i].box,
                      page->obstacles[i].kind == OBSTACLE_TEXT ? PAD_TEXT : PAD_OTHER,
                      SPACE_BLOCKED);
    return space;
}

void space_clear(struct space *space)
{
    g_free(space->cells);
    *space = (struct space){0};
}

// The cells that a box touches; false when it lies outside.
static bool cells_of(const struct space *space, struct box box, int *x0, int *y0, int *x1, int *y1)
{
    *x0 = MAX(0, (int)floor(box.x / SPACE_CELL));
    *y0 = MAX(0, (int)floor(box.y / SPACE_CELL));
    *x1 = MIN(space->nx - 1, (int)floor((box.x + box.w) / SPACE_CELL));
    *y1 = MIN(space->ny - 1, (int)floor((box.y + box.h) / SPACE_CELL));
    return *x0 <= *x1 && *y0 <= *y1;
}

void space_put(struct space *space, struct box box, double pad, uint8_t value)
{
    int x0, y0, x1, y1;
    if (!cells_of(space, box_grow(box, pad), &x0, &y0, &x1, &y1))
        return;
    for (int j = y0; j <= y1; j++)
        memset(space->cells + (size_t)j * (size_t)space->nx + x0, value, (size_t)(x1 - x0 + 1));
}

void space_put_line(struct space *space, const struct line *line, bool closed, double pad)
{
    struct line dots;
    line_init(&dots);
    line_append(&dots, line);
    if (closed && line->n > 0)
        line_add(&dots, line->p[0].x, line->p[0].y);
    line_resample(&dots, SPACE_CELL * 0.6);
    for (size_t i = 0; i < dots.n; i++)
        space_put(space, (struct box){dots.p[i].x, dots.p[i].y, 0, 0}, pad, SPACE_BLOCKED);
    line_clear(&dots);
}

bool space_is(const struct space *space, struct box box, uint8_t value)
{
    int x0, y0, x1, y1;
    if (!cells_of(space, box, &x0, &y0, &x1, &y1))
        return false;
    for (int j = y0; j <= y1; j++)
        for (int i = x0; i <= x1; i++)
            if (space->cells[j * space->nx + i] != value)
                return false;
    return true;
}

// Two passes of a chamfer mask (Borgefors 1986, "Distance transformations in digital images").
float *space_clearance(const struct space *space)
{
    int nx = space->nx, ny = space->ny;
    float *d = g_new(float, (size_t)nx *(size_t)ny);
    const float far = 1e6f, straight = 1, diagonal = 1.41f;
    for (int k = 0; k < nx * ny; k++)
        d[k] = space->cells[k] == SPACE_FREE ? far : 0;
    for (int pass = 0; pass < 2; pass++) {
        int step = pass == 0 ? 1 : -1;
        for (int j = pass == 0 ? 0 : ny - 1; j >= 0 && j < ny; j += step)
            for (int i = pass == 0 ? 0 : nx - 1; i >= 0 && i < nx; i += step) {
                float *here = &d[j * nx + i];
                if (*here <= 0)
                    continue;
                bool edge = i == 0 || j == 0 || i == nx - 1 || j == ny - 1;
                float least = edge ? MIN(*here, straight) : *here;
                if (i - step >= 0 && i - step < nx)
                    least = MIN(least, d[j * nx + i - step] + straight);
                if (j - step >= 0 && j - step < ny) {
                    const float *row = &d[(j - step) * nx];
                    least = MIN(least, row[i] + straight);
                    if (i > 0)
                        least = MIN(least, row[i - 1] + diagonal);
                    if (i + 1 < nx)
                        least = MIN(least, row[i + 1] + diagonal);
                }
                *here = least;
            }
    }
    return d;
}

bool space_find(const struct space *space, double w, double h, uint8_t value, space_score *score,
                void *context, struct box *place)
{
    int cw = (int)ceil(w / SPACE_CELL), ch = (int)ceil(h / SPACE_CELL), row = space->nx + 1;
    if (cw < 1 || ch < 1 || cw > space->nx || ch > space->ny)
        return false;
    // Summed-area table of the cells that are not `value` (Crow 1984).
    int *sums = g_new0(int, (size_t)row *((size_t)space->ny + 1));
    for (int j = 0; j < space->ny; j++)
        for (int i = 0, run = 0; i < space->nx; i++) {
            run += space->cells[j * space->nx + i] != value;
            sums[(j + 1) * row + i + 1] = sums[j * row + i + 1] + run;
        }
    double best = SPACE_NOWHERE;
    for (int j = 0; j + ch <= space->ny; j += 2)
        for (int i = 0; i + cw <= space->nx; i += 2) {
            if (sums[(j + ch) * row + i + cw] - sums[j * row + i + cw] - sums[(j + ch) * row + i] +
                    sums[j * row + i] !=
                0)
                continue;
            struct box here = {i * SPACE_CELL, j * SPACE_CELL, w, h};
            double value_here = score(context, here);
            if (value_here > best) {
                best = value_here;
                *place = here;
            }
        }
    g_free(sums);
    return best > SPACE_NOWHERE;
}

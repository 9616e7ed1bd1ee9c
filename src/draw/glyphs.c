// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/glyphs.h"

#include <glib.h>

cairo_font_options_t *glyphs_font_options(void)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    return options;
}

void glyphs_show(cairo_t *cr, const struct run *run)
{
    const struct glyphs *glyphs = run->glyphs;
    bool with_text = cairo_surface_has_show_text_glyphs(cairo_get_target(cr));
    for (int i = 0; i < glyphs->n; i++) {
        const struct glyph_span *span = &glyphs->spans[i];
        cairo_set_font_face(cr, span->face);
        cairo_set_font_size(cr, glyphs->size);
        if (with_text)
            cairo_show_text_glyphs(cr, span->text, span->text_n, span->glyphs, span->glyphs_n,
                                   span->clusters, span->clusters_n, span->flags);
        else
            cairo_show_glyphs(cr, span->glyphs, span->glyphs_n);
    }
}

// Cairo keeps paths in 24.8 fixed point: a large em keeps the outlines exact.
static const double OUTLINE_EM = 1000;

// Adds the closed polygons of `path` to `contours`, scaled to 1 em and moved to x, y.
static void add_contours(GArray *contours, const cairo_path_t *path, double x, double y)
{
    struct line line;
    line_init(&line);
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        if (data->header.type == CAIRO_PATH_LINE_TO) {
            line_add(&line, x + data[1].point.x / OUTLINE_EM, y + data[1].point.y / OUTLINE_EM);
            continue;
        }
        if (line.n > 2)
            g_array_append_val(contours, line);
        else
            line_clear(&line);
        line_init(&line);
        if (data->header.type == CAIRO_PATH_MOVE_TO)
            line_add(&line, x + data[1].point.x / OUTLINE_EM, y + data[1].point.y / OUTLINE_EM);
    }
    line_clear(&line);
}

struct line *lettering_contours(struct lettering *lettering, const struct run *run, size_t *n)
{
    (void)lettering; // the faces live as long as it does
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cairo_t *cr = cairo_create(surface);
    cairo_font_options_t *options = glyphs_font_options();
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
    cairo_set_tolerance(cr, 0.3);
    const struct glyphs *glyphs = run->glyphs;
    GArray *contours = g_array_new(FALSE, FALSE, sizeof(struct line));
    for (int i = 0; i < glyphs->n; i++) {
        const struct glyph_span *span = &glyphs->spans[i];
        cairo_set_font_face(cr, span->face);
        cairo_set_font_size(cr, glyphs->size * OUTLINE_EM);
        for (int k = 0; k < span->glyphs_n; k++) {
            // Each at the origin: cairo leaves out glyphs that are far off.
            cairo_glyph_t glyph = {span->glyphs[k].index, 0, 0};
            cairo_new_path(cr);
            cairo_glyph_path(cr, &glyph, 1);
            cairo_path_t *path = cairo_copy_path_flat(cr);
            add_contours(contours, path, span->glyphs[k].x, span->glyphs[k].y);
            cairo_path_destroy(path);
        }
    }
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    *n = contours->len;
    return (struct line *)(void *)g_array_free(contours, FALSE);
}

void lettering_free_contours(struct line *contours, size_t n)
{
    for (size_t i = 0; i < n; i++)
        line_clear(&contours[i]);
    g_free(contours);
}

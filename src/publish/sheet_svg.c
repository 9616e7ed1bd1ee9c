// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/sheet.h"

#include <cairo-svg.h>

#include "draw/paint.h"
#include "draw/scene.h"
#include "publish/stream.h"

bool sheet_write_svg(const char *file, const char *shown, const struct scene *page, struct err *err)
{
    struct stream stream;
    if (!stream_open(&stream, file, shown, err))
        return false;
    const double points_per_mm = 72 / 25.4;
    cairo_surface_t *surface = cairo_svg_surface_create_for_stream(
        stream_write, &stream, page->w * points_per_mm, page->h * points_per_mm);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, points_per_mm, points_per_mm);
    paint_scene(cr, page, NULL, NULL);
    cairo_show_page(cr);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return stream_close(&stream, status, shown, err);
}

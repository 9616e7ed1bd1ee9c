// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/sheet.h"

#include <cairo.h>
#include <errno.h>
#include <glib.h>
#include <math.h>
#include <png.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>

#include "base/err.h"
#include "base/tr.h"
#include "draw/paint.h"
#include "draw/scene.h"

enum { BAND_BYTES = 16 << 20, MAX_SIDE = 60000 };

struct png_job {
    const struct scene *page; // NULL: the band holds all of it already
    double scale; // pixels a mm
    double dpi;
    int width, height, band; // pixels; rows painted at a time
    uint8_t *pixels;         // one band, cairo's RGB24
    uint8_t *row;            // one row, RGB
};

// Paints the rows from `top` of the page into the band's pixels.
static void paint_band(const struct png_job *job, int top, int rows)
{
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        job->pixels, CAIRO_FORMAT_RGB24, job->width, rows, job->width * 4);
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_translate(cr, 0, -top);
    cairo_scale(cr, job->scale, job->scale);
    const struct box rows_mm = {0, top / job->scale, job->page->w, rows / job->scale};
    paint_scene(cr, job->page, &rows_mm, NULL);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
}

// Narrows a row of native-endian 0x00RRGGBB to R, G, B bytes.
static void pack_row(const struct png_job *job, int y)
{
    const uint32_t *from = (const void *)(job->pixels + (size_t)y * (size_t)job->width * 4);
    uint8_t *to = job->row;
    for (int x = 0; x < job->width; x++) {
        *to++ = (uint8_t)(from[x] >> 16);
        *to++ = (uint8_t)(from[x] >> 8);
        *to++ = (uint8_t)from[x];
    }
}

// False when libpng gave up (a write failed). Nothing here is allocated, so the jump leaks nothing.
static bool write_rows(png_structp png, png_infop info, const struct png_job *job, FILE *file)
{
    if (setjmp(png_jmpbuf(png)) != 0)
        return false;
    png_init_io(png, file);
    png_set_IHDR(png, info, (png_uint_32)job->width, (png_uint_32)job->height, 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_uint_32 per_metre = (png_uint_32)lround(job->dpi / 0.0254);
    png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    // Flat colours: filters cost time and gain little.
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(png, 4);
    png_write_info(png, info);
    for (int top = 0; top < job->height; top += job->band) {
        int rows = MIN(job->band, job->height - top);
        if (job->page != NULL)
            paint_band(job, top, rows);
        for (int y = 0; y < rows; y++) {
            pack_row(job, y);
            png_write_row(png, job->row);
        }
    }
    png_write_end(png, info);
    return true;
}

static bool write_file(const struct png_job *job, const char *file, const char *shown,
                       struct err *err)
{
    FILE *out = fopen(file, "wbe");
    if (out == NULL)
        return err_set_errno(err, errno, shown);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    errno = 0;
    bool ok = write_rows(png, info, job, out);
    int errnum = errno;
    png_destroy_write_struct(&png, &info);
    if (fclose(out) != 0 && ok) {
        ok = false;
        errnum = errno;
    }
    return ok || err_set_errno(err, errnum, shown);
}

bool sheet_write_png(const char *file, const char *shown, const struct scene *page, double dpi,
                     struct err *err)
{
    struct png_job job = {.page = page, .dpi = dpi, .scale = dpi / 25.4};
    job.width = (int)lround(page->w * job.scale);
    job.height = (int)lround(page->h * job.scale);
    if (job.width < 1 || job.height < 1 || job.width > MAX_SIDE || job.height > MAX_SIDE)
        return err_set(err, ERR_INPUT,
                       N_("%s: %d x %d pixels is no picture that programs open. Choose another "
                          "resolution."),
                       shown, job.width, job.height);
    job.band = CLAMP(BAND_BYTES / (job.width * 4), 1, job.height);
    job.pixels = g_malloc((size_t)job.band * (size_t)job.width * 4);
    job.row = g_malloc((size_t)job.width * 3);
    bool ok = write_file(&job, file, shown, err);
    g_free(job.pixels);
    g_free(job.row);
    return ok;
}

bool sheet_write_pixels(const char *file, const char *shown, uint8_t *pixels, int w, int h,
                        double dpi, struct err *err)
{
    const struct png_job job = {
        .dpi = dpi, .width = w, .height = h, .band = h, .pixels = pixels, .row = g_malloc((size_t)w * 3)};
    bool ok = write_file(&job, file, shown, err);
    g_free(job.row);
    return ok;
}

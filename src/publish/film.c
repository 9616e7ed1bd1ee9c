// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/film.h"

#include <glib.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/tr.h"
#include "draw/bitmap.h"
#include "draw/growth.h"
#include "draw/lettering.h"
#include "draw/paint.h"
#include "draw/scene.h"
#include "poster/making.h"
#include "publish/press.h"
#include "publish/sheet.h"

#define UNIT 50.0      // of the player, to a mm
#define DRAWING 0.94   // share of the time that the pen moves; the player's `drawing`
#define FRAME_WIDTH 1920.0
#define FRAMES_A_SECOND 12.0

// ---- one page for browsers ----------------------------------------------------------------------

static int units(double mm)
{
    return (int)lround(mm * UNIT);
}

static void put_polygon(GString *out, const struct point *p, size_t n, struct affine m, bool closed)
{
    int x = 0, y = 0;
    bool moved = false; // a step was written; points that fall together leave none
    for (size_t i = 0; i < n; i++) {
        struct point at = affine_apply(m, p[i]);
        int ux = units(at.x), uy = units(at.y);
        if (i == 0) {
            g_string_append_printf(out, "M%d %d", ux, uy);
        } else if (ux != x || uy != y) {
            g_string_append_printf(out, "%s%d%s%d", moved ? " " : "l", ux - x, uy - y < 0 ? "" : " ",
                                   uy - y);
            moved = true;
        }
        x = ux;
        y = uy;
    }
    if (closed)
        g_string_append_c(out, 'z');
}

static void put_path(GString *out, const struct scene_item *item)
{
    for (unsigned i = 0, at = 0; i < item->path.polygons; at = item->path.ends[i++])
        put_polygon(out, item->path.p + at, item->path.ends[i] - at, AFFINE_IDENTITY,
                    item->path.closed || item->type == SCENE_CLIP);
}

static void put_letters(GString *out, struct lettering *lettering, const struct scene_item *item)
{
    size_t n;
    struct line *contours = lettering_contours(lettering, item->text.run, &n);
    for (size_t i = 0; i < n; i++)
        put_polygon(out, contours[i].p, contours[i].n, item->text.m, true);
    lettering_free_contours(contours, n);
}

static void put_colour(GString *out, uint32_t colour)
{
    g_string_append_printf(out, "\"#%06x", colour >> 8);
    if ((colour & 0xff) != 0xff)
        g_string_append_printf(out, "%02x", colour & 0xff);
    g_string_append_c(out, '"');
}

// A number with a point, whatever the locale, and no more digits than it needs.
static void put_share(GString *out, double share)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append(out, g_ascii_formatd(text, sizeof text, "%.5f", share));
}

struct player {
    GString *items, *clips;
    int open[8]; // clips around what follows
    int open_n, clips_n;
};

static void put_item(struct player *player, struct lettering *lettering, const struct making *making,
                     const struct scene *page, size_t i)
{
    const struct scene_item *item = &page->items[i];
    enum growth growth = growth_of(item);
    GString *out = player->items;
    bool text = growth == GROWTH_TEXT, line = item->type == SCENE_STROKE, rtl = false;
    bool image = item->type == SCENE_IMAGE;
    struct box window = image ? item->box : box_grow(item->box, item->box.h * 0.1);
    bool uncovered = making_window(making, i, &window, &rtl) || text;
    if (text)
        rtl = item->text.run->rtl;
    double from, to;
    making_span(making, i, &from, &to);
    int kind = image ? 5 : uncovered ? (rtl ? 3 : 2) : line ? 4 : growth == GROWTH_AREA ? 1 : 0;
    g_string_append(out, out->len > 1 ? ",\n[" : "[");
    put_colour(out, item->colour);
    g_string_append_printf(out, ",%d,", kind);
    put_share(out, from);
    g_string_append_c(out, ',');
    put_share(out, to);
    g_string_append(out, ",[");
    for (int k = 0; k < player->open_n; k++)
        g_string_append_printf(out, "%s%d", k > 0 ? "," : "", player->open[k]);
    g_string_append_printf(out, "],%d,\"", !text && !image && item->path.even_odd ? 1 : 0);
    if (image)
        g_string_append_printf(out, "data:image/png;base64,%s", item->image.bitmap->png);
    else if (text)
        put_letters(out, lettering, item);
    else
        put_path(out, item);
    g_string_append(out, "\",");
    if (uncovered || image)
        g_string_append_printf(out, "[%d,%d,%d,%d]]", units(window.x), units(window.y),
                               units(window.w), units(window.h));
    else
        g_string_append_printf(out, "%d]", line ? MAX(1, units(item->path.width)) : 0);
}

static void put_clip(struct player *player, const struct scene_item *item)
{
    if (item->type == SCENE_UNCLIP) {
        player->open_n--;
        return;
    }
    g_string_append(player->clips, player->clips_n > 0 ? ",\n\"" : "\"");
    put_path(player->clips, item);
    g_string_append_c(player->clips, '"');
    g_assert(player->open_n < (int)G_N_ELEMENTS(player->open));
    player->open[player->open_n++] = player->clips_n++;
}

// Replaces each NAME between @ of the template by its value.
static char *fill_in(const char *form, const char *const (*values)[2], size_t n)
{
    GString *out = g_string_new(NULL);
    while (*form != '\0') {
        size_t i = 0, size = 0;
        for (; i < n; i++) {
            size = strlen(values[i][0]);
            if (strncmp(form, values[i][0], size) == 0)
                break;
        }
        if (i < n) {
            g_string_append(out, values[i][1]);
            form += size;
        } else {
            g_string_append_c(out, *form++);
        }
    }
    return g_string_free(out, FALSE);
}

static char *film_json(const struct press *press, const struct scene *page,
                       const struct making *making, double seconds)
{
    struct player player = {.items = g_string_new("["), .clips = g_string_new(NULL)};
    for (size_t i = 0; i < page->items_n; i++) {
        const struct scene_item *item = &page->items[i];
        if (growth_of(item) == GROWTH_BORDER)
            put_clip(&player, item);
        else if (!box_is_empty(item->box) && item->type != SCENE_USE)
            put_item(&player, press->lettering, making, page, i);
    }
    char *json = g_strdup_printf("{\"w\":%d,\"h\":%d,\"seconds\":%d,\"clips\":[%s],\"items\":%s]}",
                                 units(page->w), units(page->h), (int)lround(seconds),
                                 player.clips->str, player.items->str);
    g_string_free(player.items, TRUE);
    g_string_free(player.clips, TRUE);
    return json;
}

static bool save_page(const struct press *press, const struct print *print,
                      const struct making *making, const char *path,
                      const struct film_options *options, struct err *err)
{
    char *form_path = file_data("film.html");
    char *form = file_read(form_path, NULL, err);
    g_free(form_path);
    if (form == NULL)
        return false;
    char *json = film_json(press, poster_page(print->poster, 0), making, options->seconds);
    char *title = g_markup_escape_text(print->publication.title, -1);
    const char *const values[][2] = {
        {"@LANG@", print->publication.lang},
        {"@TITLE@", title},
        {"@PLAY@", tr_text(print->tr, N_("Play or stop"))},
        {"@TIME@", tr_text(print->tr, N_("Time"))},
        {"@FILM@", json},
    };
    char *page = fill_in(form, values, G_N_ELEMENTS(values));
    bool ok = file_write(path, page, strlen(page), err);
    g_free(page);
    g_free(title);
    g_free(json);
    g_free(form);
    return ok;
}

// ---- numbered frames ----------------------------------------------------------------------------

// The name of frame `number` by a form with one "%d" or "%0Nd"; NULL: it has none, or more. g_free it.
static char *frame_path(const char *form, int number)
{
    const char *at = strchr(form, '%');
    if (at == NULL || strchr(at + 1, '%') != NULL)
        return NULL;
    char *end;
    long width = strtol(at + 1, &end, 10);
    if (*end != 'd' || width < 0 || width > 9)
        return NULL;
    return g_strdup_printf("%.*s%0*d%s", (int)(at - form), form, (int)width, number, end + 1);
}

struct frame {
    uint8_t *pixels;
    int w, h;
    double scale, dpi; // pixels a mm
};

static bool save_frame(const struct frame *frame, const char *form, int number, struct err *err)
{
    char *path = frame_path(form, number), *temp = file_temp(path);
    bool ok = sheet_write_pixels(temp, path, frame->pixels, frame->w, frame->h, frame->dpi, err);
    if (ok)
        ok = file_commit(temp, path, err);
    else
        file_abandon(temp);
    g_free(temp);
    g_free(path);
    return ok;
}

// Paints only what changed since the frame before.
static void paint_frame(struct frame *frame, const struct scene *before, const struct scene *now)
{
    enum { BOXES = 24 };
    struct box boxes[BOXES];
    size_t n = before != NULL ? scene_damage(before, now, boxes, BOXES) : 0;
    if (before == NULL || n > 0)
        paint_pixels(frame->pixels, frame->w, frame->h, frame->w * 4, frame->scale, now,
                     before != NULL ? boxes : NULL, n, COLOUR_PAPER);
}

static bool save_frames(const struct scene *page, const struct making *making, const char *form,
                        const struct film_options *options, struct err *err)
{
    double rate = options->frames_a_second > 0 ? options->frames_a_second : FRAMES_A_SECOND;
    double dpi = options->dpi > 0 ? options->dpi : FRAME_WIDTH / (page->w / 25.4);
    struct frame frame = {.scale = dpi / 25.4, .dpi = dpi};
    // Films want even sides.
    frame.w = 2 * (int)lround(page->w * frame.scale / 2);
    frame.h = 2 * (int)lround(page->h * frame.scale / 2);
    frame.pixels = g_malloc0((size_t)frame.w * (size_t)frame.h * 4);
    struct scene *scenes[2] = {scene_new(page->w, page->h), scene_new(page->w, page->h)};
    int n = MAX(2, (int)lround(options->seconds * rate));
    bool ok = true;
    for (int i = 0; i < n && ok; i++) {
        struct scene *now = scenes[i % 2];
        making_draw(making, fmin(1, (double)i / (n - 1) / DRAWING), now);
        paint_frame(&frame, i > 0 ? scenes[1 - i % 2] : NULL, now);
        ok = save_frame(&frame, form, i + 1, err);
    }
    scene_free(scenes[0]);
    scene_free(scenes[1]);
    g_free(frame.pixels);
    return ok;
}

bool film_save(const struct press *press, const struct print *print, const char *path,
               const struct film_options *options, struct err *err)
{
    const struct scene *page = poster_page(print->poster, 0);
    const char *dot = strrchr(path, '.');
    bool html = dot != NULL && g_ascii_strcasecmp(dot, ".html") == 0;
    char *first = frame_path(path, 1);
    bool frames = dot != NULL && g_ascii_strcasecmp(dot, ".png") == 0 && first != NULL;
    g_free(first);
    if (!html && !frames)
        return err_set(err, ERR_USAGE,
                       N_("%s: name the making of with .html, or its frames like this: NAME-%%03d.png."),
                       path);
    struct making *making = making_new(page, print->harvest);
    bool ok = html ? save_page(press, print, making, path, options, err)
                   : save_frames(page, making, path, options, err);
    making_free(making);
    return ok;
}

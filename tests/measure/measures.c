// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "measures.h"

#include <glib.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "draw/paint.h"
#include "draw/scene.h"
#include "poster/harvest.h"
#include "poster/poster.h"

#define SLACK_MM 0.05       // what rounding may overlap
#define LEVEL_STEP 1.1      // sizes that differ by less look the same
#define PIXELS_A_PAGE 2.4e6 // about what an A1 page has at 2 pixels a mm
#define DARK 90             // brightest channel of a dark pixel
#define DARK_FEW 10         // pixels: an edge that touches
#define PAPER 246           // darkest channel of bare paper

static bool is_solid(const struct scene_mark *mark)
{
    return mark->kind != KIND_DECORATION && mark->kind != KIND_CONNECTOR;
}

// ---- what the marks tell ------------------------------------------------------------------------

static void count_overlaps(struct measures *m, const struct scene *scene)
{
    for (size_t a = 0; a < scene->marks_n; a++) {
        struct box box = scene_mark_box(scene, (int)a);
        if (!is_solid(&scene->marks[a]) || box_is_empty(box))
            continue;
        m->items++;
        for (size_t b = 0; b < a; b++) {
            const char *id = scene->marks[a].id, *other = scene->marks[b].id;
            if (is_solid(&scene->marks[b]) && (id == NULL || g_strcmp0(id, other) != 0) &&
                scene->marks[a].parent != (int)b &&
                box_overlaps(box, scene_mark_box(scene, (int)b), SLACK_MM))
                m->overlaps++;
        }
    }
}

// Letters and digits only: line breaks and hyphens are the typesetter's.
static GString *letters_of(const char *text)
{
    GString *letters = g_string_new(NULL);
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalnum(c))
            g_string_append_unichar(letters, c);
    }
    return letters;
}

static size_t letters_n(const char *text)
{
    GString *letters = letters_of(text);
    size_t n = letters->len;
    g_string_free(letters, TRUE);
    return n;
}

// Whether fewer letters of a mark are drawn than it says it shows.
static bool lacks_letters(const struct scene *scene, size_t mark)
{
    const struct scene_mark *of = &scene->marks[mark];
    if (of->text == NULL || of->kind == KIND_ICON || of->kind == KIND_FIGURE)
        return false;
    GString *shown = g_string_new(NULL);
    bool drawn = false; // letters drawn as outlines have no text items
    for (size_t i = of->first; i < of->end; i++)
        if (scene->items[i].type == SCENE_TEXT) {
            g_string_append(shown, scene->items[i].text.run->text);
            drawn = true;
        }
    bool lacks = drawn && letters_n(shown->str) < letters_n(of->text);
    g_string_free(shown, TRUE);
    return lacks;
}

static const struct harvest_idea *idea_of(const struct harvest *harvest, const char *id)
{
    for (size_t t = 0; t < harvest->tables_n; t++)
        for (size_t i = 0; i < harvest->tables[t].n; i++)
            if (id != NULL && g_str_equal(harvest->tables[t].ideas[i].id, id))
                return &harvest->tables[t].ideas[i];
    return NULL;
}

// Whether an appendix page holds the whole `text` of what the picture shows as `id`.
static bool in_appendix(const struct poster *poster, const char *id, const char *text)
{
    bool found = false;
    GString *full = letters_of(text);
    for (size_t p = 1; p < poster_pages(poster) && !found; p++) {
        const struct scene *scene = poster_page(poster, p);
        for (size_t i = 0; i < scene->marks_n && !found; i++) {
            const struct scene_mark *mark = &scene->marks[i];
            if (id == NULL || g_strcmp0(mark->id, id) != 0 || mark->text == NULL)
                continue;
            GString *letters = letters_of(mark->text);
            found = letters->len >= full->len && !lacks_letters(scene, i);
            g_string_free(letters, TRUE);
        }
    }
    g_string_free(full, TRUE);
    return found;
}

static void count_texts(struct measures *m, const struct harvest *harvest,
                        const struct poster *poster)
{
    const struct scene *scene = poster_page(poster, 0);
    const struct box page = {0, 0, scene->w, scene->h};
    for (size_t i = 0; i < scene->marks_n; i++) {
        const struct scene_mark *mark = &scene->marks[i];
        struct box box = scene_mark_box(scene, (int)i);
        if (mark->text == NULL || box_is_empty(box))
            continue;
        struct box inside = box_intersection(page, box);
        bool leaves = inside.w < box.w - SLACK_MM || inside.h < box.h - SLACK_MM;
        const struct harvest_idea *idea = idea_of(harvest, mark->id);
        bool lacks = lacks_letters(scene, i);
        bool whole = lacks && in_appendix(poster, mark->id, idea != NULL ? idea->full : mark->text);
        m->cut += leaves || (lacks && !whole) ? 1 : 0;
        m->shortened += lacks && whole && idea == NULL ? 1 : 0;
        if (mark->size_pt > 0 && is_solid(mark))
            m->smallest_pt =
                m->smallest_pt == 0 ? mark->size_pt : fmin(m->smallest_pt, mark->size_pt);
    }
    for (size_t t = 0; t < harvest->tables_n; t++)
        for (size_t i = 0; i < harvest->tables[t].n; i++) {
            const struct harvest_idea *idea = &harvest->tables[t].ideas[i];
            if (!idea->cut)
                continue;
            if (in_appendix(poster, idea->id, idea->full))
                m->shortened++;
            else
                m->cut++;
        }
}

static void count_lost(struct measures *m, const struct harvest *harvest,
                       const struct poster *poster)
{
    for (size_t t = 0; t < harvest->tables_n; t++)
        for (size_t i = 0; i < harvest->tables[t].n; i++) {
            bool told = false;
            for (size_t p = 0; p < poster_pages(poster) && !told; p++) {
                const struct scene *scene = poster_page(poster, p);
                for (size_t k = 0; k < scene->marks_n && !told; k++)
                    told = g_strcmp0(scene->marks[k].id, harvest->tables[t].ideas[i].id) == 0 &&
                           !box_is_empty(scene_mark_box(scene, (int)k));
            }
            m->lost += told ? 0 : 1;
        }
}

// Whether `shown` ends inside a word of `text`: with a hyphen that nobody wrote.
static bool ends_divided(const char *shown, const char *text)
{
    size_t n = strlen(shown);
    if (n < 2 || shown[n - 1] != '-' || shown[n - 2] == ' ')
        return false;
    size_t start = n - 1;
    while (start > 0 && shown[start - 1] != ' ')
        start--;
    char *part = g_strndup(shown + start, n - 1 - start), *written = g_strdup_printf("%s-", part);
    GString *whole = g_string_new(text); // soft hyphens are the typesetter's
    g_string_replace(whole, "\xC2\xAD", "", 0);
    bool divided = strstr(whole->str, part) != NULL && strstr(whole->str, written) == NULL;
    g_string_free(whole, TRUE);
    g_free(part);
    g_free(written);
    return divided;
}

static void count_divided(struct measures *m, const struct scene *scene)
{
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *item = &scene->items[i];
        const char *text = item->mark >= 0 ? scene->marks[item->mark].text : NULL;
        m->divided +=
            item->type == SCENE_TEXT && text != NULL && ends_divided(item->text.run->text, text) ? 1 : 0;
    }
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void count_levels(struct measures *m, const struct scene *scene)
{
    double *sizes = g_new0(double, scene->marks_n + 1);
    size_t n = 0;
    for (size_t i = 0; i < scene->marks_n; i++)
        if (scene->marks[i].kind == KIND_KEYWORD && scene->marks[i].size_pt > 0)
            sizes[n++] = scene->marks[i].size_pt;
    qsort(sizes, n, sizeof *sizes, by_value);
    double level = 0;
    for (size_t i = 0; i < n; i++)
        if (sizes[i] > level * LEVEL_STEP) {
            m->levels++;
            level = sizes[i];
        }
    g_free(sizes);
}

// ---- connectors ---------------------------------------------------------------------------------

static bool runs_through(const struct scene_item *item, struct box box)
{
    for (unsigned p = 0, k = 0; p < item->path.polygons; p++)
        for (; k < item->path.ends[p]; k++)
            if (box_contains(box, item->path.p[k]))
                return true;
    return false;
}

static void count_crossings(struct measures *m, const struct scene *scene)
{
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *text = &scene->items[i];
        if (text->type != SCENE_TEXT || text->mark < 0 ||
            scene->marks[text->mark].kind == KIND_CONNECTOR)
            continue;
        bool crossed = false;
        for (size_t k = 0; k < scene->items_n && !crossed; k++) {
            const struct scene_item *line = &scene->items[k];
            bool connects = line->mark >= 0 && scene->marks[line->mark].kind == KIND_CONNECTOR &&
                            (line->type == SCENE_FILL || line->type == SCENE_STROKE);
            crossed = connects && box_overlaps(line->box, text->box, 0) &&
                      runs_through(line, text->box);
        }
        m->crossings += crossed ? 1 : 0;
    }
}

// ---- pixels -------------------------------------------------------------------------------------

struct raster {
    uint32_t *pixels;
    int w, h;
    double scale; // pixels a mm
};

static struct raster raster_of(const struct scene *scene)
{
    double scale = sqrt(PIXELS_A_PAGE / (scene->w * scene->h));
    struct raster raster = {.w = (int)(scene->w * scale), .h = (int)(scene->h * scale), .scale = scale};
    raster.pixels = g_new0(uint32_t, (size_t)raster.w * (size_t)raster.h);
    paint_pixels((uint8_t *)raster.pixels, raster.w, raster.h, raster.w * 4, scale, scene, NULL, 0,
                 COLOUR_PAPER);
    return raster;
}

static int channel(uint32_t pixel, int i)
{
    return (int)(pixel >> (16 - 8 * i) & 0xff);
}

static int darkest(uint32_t pixel)
{
    return MIN(MIN(channel(pixel, 0), channel(pixel, 1)), channel(pixel, 2));
}

static int brightest(uint32_t pixel)
{
    return MAX(MAX(channel(pixel, 0), channel(pixel, 1)), channel(pixel, 2));
}

static void measure_shares(struct measures *m, const struct raster *raster)
{
    size_t n = (size_t)raster->w * (size_t)raster->h, ink = 0, white = 0;
    for (size_t i = 0; i < n; i++) {
        ink += brightest(raster->pixels[i]) <= DARK ? 1 : 0;
        white += darkest(raster->pixels[i]) >= PAPER ? 1 : 0;
    }
    m->ink = (double)ink / (double)n;
    m->white = (double)white / (double)n;
    m->colour = 1 - m->ink - m->white;
}

// The largest rectangle of bare cells, row by row over the heights of bare columns, with a stack (the
// largest rectangle in a histogram).
static void measure_empty(struct measures *m, const struct raster *raster)
{
    enum { CELL = 4 }; // pixels
    int w = raster->w / CELL, h = raster->h / CELL;
    int *height = g_new0(int, w + 1), *stack = g_new(int, w + 1);
    double best = 0;
    for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
            bool bare = true;
            for (int k = 0; k < CELL * CELL && bare; k++) {
                int at = (y * CELL + k / CELL) * raster->w + x * CELL + k % CELL;
                bare = darkest(raster->pixels[at]) >= PAPER;
            }
            height[x] = bare ? height[x] + 1 : 0;
        }
        int n = 0;
        for (int x = 0; x <= w; x++) {
            while (n > 0 && height[stack[n - 1]] >= (x < w ? height[x] : 0)) {
                int tall = height[stack[--n]];
                int left = n > 0 ? stack[n - 1] + 1 : 0;
                if ((double)tall * (x - left) > best) {
                    best = (double)tall * (x - left);
                    double mm = CELL / raster->scale;
                    m->empty_mm = (struct box){left * mm, (y - tall + 1) * mm, (x - left) * mm, tall * mm};
                }
            }
            stack[n++] = x;
        }
    }
    m->empty = best / ((double)w * h);
    g_free(height);
    g_free(stack);
}

// Under the letters of each text, what is painted there without any text: its least contrast with all
// but a twentieth of them, and whether something dark runs through dark letters.
static void measure_ground(struct measures *m, const struct scene *scene,
                           const struct raster *full)
{
    enum { LEVELS = 210, FAINT = 24 };
    struct scene without = *scene;
    without.items = g_memdup2(scene->items, scene->items_n * sizeof *scene->items);
    for (size_t i = 0; i < without.items_n; i++)
        if (without.items[i].type == SCENE_TEXT)
            without.items[i].colour = COLOUR_NONE;
    struct raster bare = raster_of(&without);
    m->contrast = 21;
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *text = &scene->items[i];
        if (text->type != SCENE_TEXT)
            continue;
        unsigned counts[LEVELS + 1] = {0}, n = 0, dark = 0;
        int x0 = MAX(0, (int)(text->box.x * bare.scale)),
            x1 = MIN(bare.w, (int)((text->box.x + text->box.w) * bare.scale));
        int y0 = MAX(0, (int)(text->box.y * bare.scale)),
            y1 = MIN(bare.h, (int)((text->box.y + text->box.h) * bare.scale));
        for (int y = y0; y < y1; y++)
            for (int x = x0; x < x1; x++) {
                size_t at = (size_t)y * (size_t)bare.w + (size_t)x;
                uint32_t ground = bare.pixels[at];
                bool is_dark = brightest(ground) <= DARK;
                bool is_letter = abs(brightest(full->pixels[at]) - brightest(ground)) > FAINT;
                dark += is_dark ? 1 : 0;
                if (!is_letter && !is_dark)
                    continue;
                double contrast = colour_contrast(text->colour, (ground << 8) | 0xff);
                counts[(int)(contrast * 10)]++;
                n++;
            }
        unsigned below = 0;
        int level = 10;
        while (level < LEVELS && (below += counts[level]) * 20 <= n)
            level++;
        bool light = brightest(text->colour >> 8) > 200; // letters in a dark field
        if (n > 0 && (light || dark == 0))
            m->contrast = fmin(m->contrast, level / 10.0);
        // A title's letters stand on outlines of themselves.
        bool title = text->mark >= 0 && scene->marks[text->mark].kind == KIND_TITLE;
        m->struck += dark > DARK_FEW && !light && !title ? 1 : 0;
    }
    g_free(bare.pixels);
    g_free(without.items);
}

void measures_take(struct measures *out, const struct harvest *harvest,
                   const struct poster *poster)
{
    const struct scene *scene = poster_page(poster, 0);
    *out = (struct measures){.items = 0};
    count_overlaps(out, scene);
    count_texts(out, harvest, poster);
    count_lost(out, harvest, poster);
    count_levels(out, scene);
    count_divided(out, scene);
    count_crossings(out, scene);
    struct raster raster = raster_of(scene);
    measure_shares(out, &raster);
    measure_empty(out, &raster);
    measure_ground(out, scene, &raster);
    g_free(raster.pixels);
}

// ---- one card more ------------------------------------------------------------------------------

// Where marks of the same kind and words, of the same table, were; the n-th of equal ones.
static bool find_same(const struct scene *scene, const struct scene_mark *mark, size_t nth,
                      struct box *box)
{
    for (size_t i = 0; i < scene->marks_n; i++) {
        const struct scene_mark *other = &scene->marks[i];
        if (other->kind == mark->kind && g_strcmp0(other->text, mark->text) == 0 &&
            g_strcmp0(other->table, mark->table) == 0 && nth-- == 0) {
            *box = scene_mark_box(scene, (int)i);
            return true;
        }
    }
    return false;
}

void measures_shift(const struct poster *before, const struct poster *after, double *median,
                    double *most)
{
    const struct scene *was = poster_page(before, 0), *now = poster_page(after, 0);
    double *shifts = g_new0(double, was->marks_n + 1), diagonal = hypot(was->w, was->h);
    size_t n = 0;
    for (size_t i = 0; i < was->marks_n; i++) {
        const struct scene_mark *mark = &was->marks[i];
        struct box a = scene_mark_box(was, (int)i), b;
        if (!is_solid(mark) || mark->text == NULL || box_is_empty(a))
            continue;
        size_t nth = 0;
        for (size_t k = 0; k < i; k++)
            nth += was->marks[k].kind == mark->kind &&
                           g_strcmp0(was->marks[k].text, mark->text) == 0 &&
                           g_strcmp0(was->marks[k].table, mark->table) == 0
                       ? 1
                       : 0;
        if (find_same(now, mark, nth, &b) && !box_is_empty(b))
            shifts[n++] = hypot(a.x + a.w / 2 - b.x - b.w / 2, a.y + a.h / 2 - b.y - b.h / 2) / diagonal;
    }
    qsort(shifts, n, sizeof *shifts, by_value);
    *median = n > 0 ? shifts[n / 2] : 0;
    *most = n > 0 ? shifts[n * 9 / 10] : 0;
    g_free(shifts);
}

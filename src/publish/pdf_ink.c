// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/pdf_ink.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "draw/geometry.h"
#include "draw/scene.h"

// A sixteenth of a point is a fiftieth of a millimetre.
#define STEPS 16
// The rectangle of run k is k mod SIDE + 1 wide and k / SIDE + 1 high, in cairo's steps of a 256th of a
// point, of which it writes three decimals.
enum { CAIRO_STEPS = 256, SIDE = 1000 };

void pdf_ink_init(struct pdf_ink *ink)
{
    *ink = (struct pdf_ink){.operators = g_byte_array_new(),
                            .ends = g_array_new(FALSE, FALSE, sizeof(size_t))};
}

void pdf_ink_clear(struct pdf_ink *ink)
{
    g_byte_array_free(ink->operators, TRUE);
    g_array_free(ink->ends, TRUE);
}

// ---- operators ----------------------------------------------------------------------------------

static void add_text(struct pdf_ink *ink, const char *text)
{
    g_byte_array_append(ink->operators, (const guint8 *)text, (guint)strlen(text));
}

static void add_number(struct pdf_ink *ink, double value, const char *operator)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    add_text(ink, g_ascii_formatd(number, sizeof number, "%.3f", value));
    add_text(ink, operator);
}

// Digits of `value` and a space, from `to` on; where it ends.
static char *write_integer(char *to, long value)
{
    char digits[24];
    int n = 0;
    if (value < 0)
        *to++ = '-';
    unsigned long rest = value < 0 ? -(unsigned long)value : (unsigned long)value;
    do
        digits[n++] = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    while (n > 0)
        *to++ = digits[--n];
    *to++ = ' ';
    return to;
}

static void add_polygon(struct pdf_ink *ink, cairo_matrix_t m, const struct point *p, unsigned n)
{
    enum { POINT_MOST = 52 }; // bytes
    GByteArray *out = ink->operators;
    guint before = out->len;
    g_byte_array_set_size(out, before + n * POINT_MOST);
    char *start = (char *)out->data + before, *to = start;
    long last_x = 0, last_y = 0;
    for (unsigned i = 0; i < n; i++) {
        long x = lrint((m.xx * p[i].x + m.xy * p[i].y + m.x0) * STEPS);
        long y = lrint((m.yx * p[i].x + m.yy * p[i].y + m.y0) * STEPS);
        if (i > 1 && x == last_x && y == last_y)
            continue;
        to = write_integer(to, last_x = x);
        to = write_integer(to, last_y = y);
        *to++ = i == 0 ? 'm' : 'l';
        *to++ = '\n';
    }
    g_byte_array_set_size(out, before + (guint)(to - start));
}

static void add_path(struct pdf_ink *ink, cairo_matrix_t m, const struct scene_item *item,
                     bool closed)
{
    unsigned at = 0;
    for (unsigned i = 0; i < item->path.polygons; i++) {
        unsigned end = item->path.ends[i];
        if (end > at) {
            add_polygon(ink, m, item->path.p + at, end - at);
            if (closed)
                add_text(ink, "h\n");
        }
        at = end;
    }
}

static void set_colour(struct pdf_ink *ink, uint32_t colour, bool line)
{
    int alpha = (int)(colour & 255);
    if (line || ink->alpha < 0 || ink->colour != colour >> 8) {
        for (int shift = 24; shift > 0; shift -= 8)
            add_number(ink, (colour >> shift & 255) / 255.0, " ");
        add_text(ink, line ? "RG\n" : "rg\n");
    }
    if (ink->alpha != alpha) {
        char name[8];
        pdf_ink_state(alpha, name);
        add_text(ink, "/");
        add_text(ink, name);
        add_text(ink, " gs\n");
    }
    if (!line)
        ink->colour = colour >> 8;
    ink->alpha = alpha;
    ink->alphas[alpha] = true;
}

static void add_fill(struct pdf_ink *ink, cairo_matrix_t m, const struct scene_item *item)
{
    set_colour(ink, item->colour, false);
    add_path(ink, m, item, false); // filling closes
    add_text(ink, item->path.even_odd ? "f*\n" : "f\n");
}

static void add_stroke(struct pdf_ink *ink, cairo_matrix_t m, const struct scene_item *item)
{
    const double scale = sqrt(fabs(m.xx * m.yy - m.xy * m.yx)) * STEPS;
    set_colour(ink, item->colour, true);
    add_number(ink, item->path.width * scale, " w\n");
    add_text(ink, "[");
    for (int i = 0; i < 2 && item->path.dash[0] > 0; i++)
        add_number(ink, item->path.dash[i] * scale, " ");
    add_text(ink, "] 0 d\n");
    add_path(ink, m, item, item->path.closed);
    add_text(ink, "S\n");
}

void pdf_ink_state(int alpha, char name[static 8])
{
    g_snprintf(name, 8, "ink%d", alpha);
}

// ---- runs ---------------------------------------------------------------------------------------

// Whether all between the clip and its end is ink, and no mark's border.
static bool clips_ink(const struct scene *scene, size_t clip)
{
    size_t end = clip;
    for (int depth = 0; end < scene->items_n; end++) {
        enum scene_type type = scene->items[end].type;
        depth += type == SCENE_CLIP ? 1 : type == SCENE_UNCLIP ? -1 : 0;
        if (depth == 0)
            break;
        if (type == SCENE_TEXT || type == SCENE_IMAGE || type == SCENE_USE)
            return false;
    }
    for (size_t i = 0; i < scene->marks_n; i++) {
        const struct scene_mark *mark = &scene->marks[i];
        if ((mark->first > clip && mark->first <= end) || (mark->end > clip && mark->end <= end))
            return false;
    }
    return true;
}

static void open_run(struct pdf_ink *ink, cairo_t *cr)
{
    size_t k = ink->ends->len;
    cairo_save(cr);
    cairo_identity_matrix(cr);
    cairo_set_source_rgb(cr, 0, 0, 0);
    cairo_rectangle(cr, 0, 0, (double)(k % SIDE + 1) / CAIRO_STEPS,
                    (double)(k / SIDE + 1) / CAIRO_STEPS);
    cairo_fill(cr);
    cairo_restore(cr);
    g_array_append_val(ink->ends, k); // the end is set by what follows
    char opening[64], step[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_dtostr(step, sizeof step, 1.0 / STEPS);
    g_snprintf(opening, sizeof opening, "q %s 0 0 %s 0 0 cm 1 J 1 j\n", step, step);
    add_text(ink, opening);
    ink->open = true;
    ink->alpha = -1;
}

void pdf_ink_close(struct pdf_ink *ink)
{
    g_assert(ink->clips == 0);
    if (!ink->open)
        return;
    add_text(ink, "Q\n");
    g_array_index(ink->ends, size_t, ink->ends->len - 1) = ink->operators->len;
    ink->open = false;
}

// Borders of clips: of ink alone they belong to the run.
static bool take_border(struct pdf_ink *ink, cairo_t *cr, const struct scene *scene, size_t i)
{
    const struct scene_item *item = &scene->items[i];
    if (item->type == SCENE_UNCLIP) {
        if (ink->clips == 0) {
            ink->plain--;
            return false;
        }
        ink->clips--;
        add_text(ink, "Q\n");
        ink->alpha = -1;
        return true;
    }
    if (ink->clips == 0 && (ink->plain > 0 || !clips_ink(scene, i))) {
        pdf_ink_close(ink);
        ink->plain++;
        return false;
    }
    cairo_matrix_t m;
    cairo_get_matrix(cr, &m);
    if (!ink->open)
        open_run(ink, cr);
    ink->clips++;
    add_text(ink, "q ");
    add_path(ink, m, item, true);
    add_text(ink, "W n\n");
    return true;
}

bool pdf_ink_take(struct pdf_ink *ink, cairo_t *cr, const struct scene *scene, size_t i)
{
    const struct scene_item *item = &scene->items[i];
    // A group is not of the page's content.
    bool grouped = cairo_get_group_target(cr) != cairo_get_target(cr);
    if (!grouped && (item->type == SCENE_CLIP || item->type == SCENE_UNCLIP))
        return take_border(ink, cr, scene, i);
    bool ours = item->type == SCENE_FILL || item->type == SCENE_STROKE;
    if (!ours || grouped || ink->plain > 0) {
        pdf_ink_close(ink);
        return false;
    }
    cairo_matrix_t m;
    cairo_get_matrix(cr, &m);
    if (!ink->open)
        open_run(ink, cr);
    if (item->type == SCENE_FILL)
        add_fill(ink, m, item);
    else
        add_stroke(ink, m, item);
    return true;
}

// ---- the page's content -------------------------------------------------------------------------

// The number before `end`, from `start` on; where it begins, NULL: there is none.
static const char *number_before(const char *start, const char *end, double *value)
{
    const char *at = end;
    while (at > start && (g_ascii_isdigit(at[-1]) || at[-1] == '.' || at[-1] == '-'))
        at--;
    char text[32];
    size_t n = (size_t)(end - at);
    if (n == 0 || n >= sizeof text)
        return NULL;
    memcpy(text, at, n);
    text[n] = '\0';
    *value = g_ascii_strtod(text, NULL);
    return at;
}

// "0 0 0.012 0.004 re f" is run 2. Where the rectangle begins; NULL: it is another one.
static const char *find_run(const struct pdf_ink *ink, const char *start, const char *end, size_t *k)
{
    double value[4];
    for (int i = 3; i >= 0; i--) {
        end = number_before(start, end, &value[i]);
        if (end == NULL || (i > 0 && (end == start || *--end != ' ')))
            return NULL;
    }
    long w = lrint(value[2] * CAIRO_STEPS), h = lrint(value[3] * CAIRO_STEPS);
    if (value[0] != 0 || value[1] != 0 || w < 1 || w > SIDE || h < 1)
        return NULL;
    *k = (size_t)(h - 1) * SIDE + (size_t)(w - 1);
    return *k < ink->ends->len ? end : NULL;
}

GByteArray *pdf_ink_put(const struct pdf_ink *ink, const char *content, size_t size, size_t *runs)
{
    static const char closing[] = " re f\n";
    const size_t *ends = (const size_t *)(const void *)ink->ends->data;
    GByteArray *out = g_byte_array_sized_new((guint)size);
    const char *at = content, *seen = content, *end = content + size, *found;
    while ((found = memmem(seen, (size_t)(end - seen), closing, sizeof closing - 1)) != NULL) {
        size_t k;
        const char *begins = find_run(ink, at, found, &k);
        seen = found + sizeof closing - 1;
        if (begins == NULL)
            continue;
        size_t first = k > 0 ? ends[k - 1] : 0;
        g_byte_array_append(out, (const guint8 *)at, (guint)(begins - at));
        g_byte_array_append(out, ink->operators->data + first, (guint)(ends[k] - first));
        at = seen;
        ++*runs;
    }
    g_byte_array_append(out, (const guint8 *)at, (guint)(end - at));
    return out;
}

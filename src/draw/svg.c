// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/svg.h"

#include <cairo.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/tr.h"
#include "draw/svg_path.h"

#define SIDE 1600.0 // pixels of the longer side: more than 600 dpi at the size of a logo
enum { STEPS = 24, DEPTH_MOST = 32 };

struct colour {
    bool none;
    double r, g, b;
};

struct style {
    struct colour fill, stroke;
    double width, fill_alpha, stroke_alpha;
    bool even_odd;
};

struct reading {
    cairo_surface_t *surface; // NULL until the svg element says how large it is
    cairo_t *cr;
    struct style stack[DEPTH_MOST];
    int depth, skipping; // skipping: depth inside what is not drawn
    char *refused;       // what cannot be drawn; NULL: nothing
};

static bool refuse(struct reading *r, const char *what)
{
    if (r->refused == NULL)
        r->refused = g_strdup(what);
    return false;
}

// ---- values -------------------------------------------------------------------------------------

static double number_of(const char *text)
{
    return text != NULL ? g_ascii_strtod(text, NULL) : 0;
}

// As many numbers as there are, at most `room`.
static int numbers_of(const char *text, double *out, int room)
{
    int n = 0;
    while (text != NULL && *text != '\0' && *text != ')' && n < room) {
        char *end;
        double value = g_ascii_strtod(text, &end);
        if (end == text) {
            text++;
            continue;
        }
        out[n++] = value;
        text = end;
    }
    return n;
}

static bool set_colour(struct reading *r, const char *text, struct colour *out)
{
    static const struct {
        const char *name;
        unsigned rgb;
    } names[] = {{"black", 0}, {"white", 0xffffff}, {"red", 0xff0000}, {"green", 0x008000},
                 {"blue", 0x0000ff}, {"yellow", 0xffff00}, {"orange", 0xffa500}, {"gray", 0x808080},
                 {"grey", 0x808080}, {"silver", 0xc0c0c0}, {"navy", 0x000080}, {"currentColor", 0}};
    if (strcmp(text, "none") == 0 || strcmp(text, "transparent") == 0) {
        out->none = true;
        return true;
    }
    unsigned rgb = 0;
    double part[3];
    bool known = false;
    if (*text == '#' && strlen(text) == 7) {
        rgb = (unsigned)g_ascii_strtoull(text + 1, NULL, 16);
        known = true;
    } else if (*text == '#' && strlen(text) == 4) {
        unsigned v = (unsigned)g_ascii_strtoull(text + 1, NULL, 16);
        rgb = (v >> 8 & 15) * 0x110000 + (v >> 4 & 15) * 0x1100 + (v & 15) * 0x11;
        known = true;
    } else if (g_str_has_prefix(text, "rgb(") && strchr(text, '%') == NULL &&
               numbers_of(text + 4, part, 3) == 3) {
        rgb = ((unsigned)part[0] & 255) << 16 | ((unsigned)part[1] & 255) << 8 |
              ((unsigned)part[2] & 255);
        known = true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(names) && !known; i++)
        if (strcmp(text, names[i].name) == 0) {
            rgb = names[i].rgb;
            known = true;
        }
    *out = (struct colour){false, (rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0};
    return known || refuse(r, text);
}

static void set_transform(struct reading *r, const char *text)
{
    for (const char *at = text; (at = strchr(at, '(')) != NULL; at++) {
        const char *name = at;
        while (name > text && g_ascii_isalpha(name[-1]))
            name--;
        double v[6];
        int n = numbers_of(at + 1, v, 6);
        cairo_matrix_t m;
        if (g_str_has_prefix(name, "translate") && n >= 1)
            cairo_translate(r->cr, v[0], n > 1 ? v[1] : 0);
        else if (g_str_has_prefix(name, "scale") && n >= 1 && v[0] != 0 && (n < 2 || v[1] != 0))
            cairo_scale(r->cr, v[0], n > 1 ? v[1] : v[0]);
        else if (g_str_has_prefix(name, "rotate") && n >= 1) {
            cairo_translate(r->cr, n >= 3 ? v[1] : 0, n >= 3 ? v[2] : 0);
            cairo_rotate(r->cr, v[0] * G_PI / 180);
            cairo_translate(r->cr, n >= 3 ? -v[1] : 0, n >= 3 ? -v[2] : 0);
        } else if (g_str_has_prefix(name, "matrix") && n == 6 && v[0] * v[3] != v[1] * v[2]) {
            cairo_matrix_init(&m, v[0], v[1], v[2], v[3], v[4], v[5]);
            cairo_transform(r->cr, &m);
        } else {
            refuse(r, "transform");
        }
    }
}

static void set_property(struct reading *r, struct style *style, const char *name, const char *value)
{
    if (strcmp(name, "fill") == 0)
        set_colour(r, value, &style->fill);
    else if (strcmp(name, "stroke") == 0)
        set_colour(r, value, &style->stroke);
    else if (strcmp(name, "stroke-width") == 0)
        style->width = number_of(value);
    else if (strcmp(name, "fill-rule") == 0)
        style->even_odd = strcmp(value, "evenodd") == 0;
    else if (strcmp(name, "fill-opacity") == 0)
        style->fill_alpha *= number_of(value);
    else if (strcmp(name, "stroke-opacity") == 0)
        style->stroke_alpha *= number_of(value);
    else if (strcmp(name, "opacity") == 0) {
        style->fill_alpha *= number_of(value);
        style->stroke_alpha *= number_of(value);
    } else if ((strcmp(name, "clip-path") == 0 || strcmp(name, "mask") == 0 ||
                strcmp(name, "filter") == 0 || strcmp(name, "class") == 0) &&
               strcmp(value, "none") != 0)
        refuse(r, name);
}

static void set_properties(struct reading *r, struct style *style, const char **names,
                           const char **values)
{
    for (int i = 0; names[i] != NULL; i++) {
        set_property(r, style, names[i], values[i]);
        if (strcmp(names[i], "transform") == 0)
            set_transform(r, values[i]);
        if (strcmp(names[i], "style") != 0)
            continue;
        char **parts = g_strsplit(values[i], ";", -1);
        for (char **part = parts; *part != NULL; part++) {
            char *colon = strchr(*part, ':');
            if (colon == NULL)
                continue;
            *colon = '\0';
            set_property(r, style, g_strstrip(*part), g_strstrip(colon + 1));
        }
        g_strfreev(parts);
    }
}

// ---- shapes -------------------------------------------------------------------------------------

static const char *attribute(const char **names, const char **values, const char *name)
{
    for (int i = 0; names[i] != NULL; i++)
        if (strcmp(names[i], name) == 0)
            return values[i];
    return NULL;
}

static void take_part(void *context, const struct point *p, size_t n, bool closed)
{
    cairo_t *cr = context;
    for (size_t i = 0; i < n; i++)
        (i == 0 ? cairo_move_to : cairo_line_to)(cr, p[i].x, p[i].y);
    if (closed)
        cairo_close_path(cr);
}

static void add_ellipse(cairo_t *cr, double cx, double cy, double rx, double ry)
{
    if (rx <= 0 || ry <= 0)
        return;
    cairo_save(cr);
    cairo_translate(cr, cx, cy);
    cairo_scale(cr, rx, ry);
    cairo_arc(cr, 0, 0, 1, 0, 2 * G_PI);
    cairo_close_path(cr);
    cairo_restore(cr);
}

// False: this is no shape.
static bool add_shape(struct reading *r, const char *element, const char **names,
                      const char **values)
{
    cairo_t *cr = r->cr;
#define VALUE(name) number_of(attribute(names, values, name))
    cairo_new_path(cr);
    if (strcmp(element, "path") == 0) {
        const char *data = attribute(names, values, "d");
        if (data != NULL && !svg_path_flatten(data, STEPS, 1e-6, take_part, cr))
            refuse(r, "path");
    } else if (strcmp(element, "rect") == 0) {
        if (VALUE("rx") > 0)
            refuse(r, "rx");
        cairo_rectangle(cr, VALUE("x"), VALUE("y"), VALUE("width"), VALUE("height"));
    } else if (strcmp(element, "circle") == 0) {
        add_ellipse(cr, VALUE("cx"), VALUE("cy"), VALUE("r"), VALUE("r"));
    } else if (strcmp(element, "ellipse") == 0) {
        add_ellipse(cr, VALUE("cx"), VALUE("cy"), VALUE("rx"), VALUE("ry"));
    } else if (strcmp(element, "line") == 0) {
        cairo_move_to(cr, VALUE("x1"), VALUE("y1"));
        cairo_line_to(cr, VALUE("x2"), VALUE("y2"));
    } else if (strcmp(element, "polygon") == 0 || strcmp(element, "polyline") == 0) {
        double xy[1024];
        int n = numbers_of(attribute(names, values, "points"), xy, G_N_ELEMENTS(xy));
        for (int i = 0; i + 1 < n; i += 2)
            (i == 0 ? cairo_move_to : cairo_line_to)(cr, xy[i], xy[i + 1]);
        if (strcmp(element, "polygon") == 0)
            cairo_close_path(cr);
    } else {
        return false;
    }
#undef VALUE
    return true;
}

static void paint_shape(cairo_t *cr, const struct style *style)
{
    const struct colour *fill = &style->fill, *stroke = &style->stroke;
    if (!fill->none) {
        cairo_set_source_rgba(cr, fill->r, fill->g, fill->b, style->fill_alpha);
        cairo_set_fill_rule(cr, style->even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
        cairo_fill_preserve(cr);
    }
    if (!stroke->none && style->width > 0) {
        cairo_set_source_rgba(cr, stroke->r, stroke->g, stroke->b, style->stroke_alpha);
        cairo_set_line_width(cr, style->width);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

// ---- elements -----------------------------------------------------------------------------------

static void begin_page(struct reading *r, const char **names, const char **values)
{
    double box[4] = {0, 0, number_of(attribute(names, values, "width")),
                     number_of(attribute(names, values, "height"))};
    const char *view = attribute(names, values, "viewBox");
    if ((view != NULL && numbers_of(view, box, 4) != 4) || !(box[2] > 0 && box[3] > 0) ||
        box[2] > 100 * box[3] || box[3] > 100 * box[2]) {
        refuse(r, "viewBox");
        return;
    }
    double k = SIDE / fmax(box[2], box[3]);
    r->surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)ceil(box[2] * k),
                                            (int)ceil(box[3] * k));
    r->cr = cairo_create(r->surface);
    cairo_scale(r->cr, k, k);
    cairo_translate(r->cr, -box[0], -box[1]);
}

static void begin(GMarkupParseContext *context, const char *element, const char **names,
                  const char **values, void *data, GError **error)
{
    (void)context;
    (void)error;
    static const char *const ignored[] = {"defs", "title", "desc", "metadata"};
    struct reading *r = data;
    if (r->refused != NULL)
        return;
    bool skip = r->skipping > 0 || strchr(element, ':') != NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(ignored); i++)
        skip = skip || strcmp(element, ignored[i]) == 0;
    if (skip) {
        r->skipping++;
        return;
    }
    if (r->depth + 1 == DEPTH_MOST) {
        refuse(r, element);
        return;
    }
    if (r->cr == NULL && strcmp(element, "svg") == 0)
        begin_page(r, names, values);
    if (r->cr == NULL) {
        refuse(r, element);
        return;
    }
    cairo_save(r->cr);
    struct style *style = &r->stack[r->depth + 1];
    *style = r->stack[r->depth++];
    set_properties(r, style, names, values);
    if (strcmp(element, "g") == 0 || strcmp(element, "a") == 0 || strcmp(element, "svg") == 0)
        return;
    if (add_shape(r, element, names, values))
        paint_shape(r->cr, style);
    else
        refuse(r, element);
}

static void end(GMarkupParseContext *context, const char *element, void *data, GError **error)
{
    (void)context;
    (void)element;
    (void)error;
    struct reading *r = data;
    if (r->refused != NULL)
        return;
    if (r->skipping > 0) {
        r->skipping--;
        return;
    }
    r->depth--;
    cairo_restore(r->cr);
}

static cairo_status_t collect(void *context, const unsigned char *data, unsigned size)
{
    g_byte_array_append(context, data, size);
    return CAIRO_STATUS_SUCCESS;
}

void *svg_to_png(const char *svg, size_t size, const char *shown, size_t *png_size, struct err *err)
{
    static const GMarkupParser parser = {.start_element = begin, .end_element = end};
    struct reading r = {.stack = {{.stroke = {.none = true}, .width = 1, .fill_alpha = 1, .stroke_alpha = 1}}};
    GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, &r, NULL);
    bool ok = g_markup_parse_context_parse(context, svg, (gssize)size, NULL) &&
              g_markup_parse_context_end_parse(context, NULL) && (r.surface != NULL || r.refused != NULL);
    g_markup_parse_context_free(context);
    void *png = NULL;
    if (!ok) {
        err_set(err, ERR_INPUT, N_("%s: this is no SVG. Save the logo as PNG."), shown);
    } else if (r.refused != NULL) {
        err_set(err, ERR_INPUT, N_("%s: \"%.40s\" in this SVG cannot be drawn here. Save the logo as PNG."),
                shown, r.refused);
    } else {
        GByteArray *bytes = g_byte_array_new();
        cairo_surface_flush(r.surface);
        cairo_surface_write_to_png_stream(r.surface, collect, bytes);
        *png_size = bytes->len;
        png = g_byte_array_free(bytes, FALSE);
    }
    if (r.cr != NULL)
        cairo_destroy(r.cr);
    if (r.surface != NULL)
        cairo_surface_destroy(r.surface);
    g_free(r.refused);
    return png;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Carets: where they may stand (grapheme clusters, by pango's log attributes) and where that is.
#include "draw/lettering.h"

#include <glib.h>
#include <math.h>
#include <pango/pango.h>
#include <string.h>

#include "draw/glyphs.h"

// Break attributes of every character border of `text`, one more than it has characters. g_free it.
static PangoLogAttr *attributes_of(const char *text, int *n)
{
    *n = (int)g_utf8_strlen(text, -1) + 1;
    PangoLogAttr *attributes = g_new0(PangoLogAttr, *n);
    pango_get_log_attrs(text, -1, -1, pango_language_from_string("und"), attributes, *n);
    return attributes;
}

size_t lettering_previous(const char *text, size_t index)
{
    int n;
    PangoLogAttr *attributes = attributes_of(text, &n);
    size_t found = 0;
    const char *c = text;
    for (int i = 0; i < n && (size_t)(c - text) < index; i++) {
        if (attributes[i].is_cursor_position)
            found = (size_t)(c - text);
        if (*c == '\0')
            break;
        c = g_utf8_next_char(c);
    }
    g_free(attributes);
    return found;
}

size_t lettering_next(const char *text, size_t index)
{
    int n;
    PangoLogAttr *attributes = attributes_of(text, &n);
    const char *c = text;
    for (int i = 0; *c != '\0'; i++, c = g_utf8_next_char(c))
        if ((size_t)(c - text) > index && attributes[i].is_cursor_position)
            break;
    g_free(attributes);
    return (size_t)(c - text);
}

// The caret before byte `index` of `span`'s part of the text. A cluster of several graphemes, such
// as a ligature, is divided evenly between them.
static double caret_in_span(const struct glyph_span *span, const PangoLogAttr *attributes,
                            size_t index)
{
    size_t at = 0;
    const char *c = span->text;
    for (int i = 0; i < span->clusters_n; i++) {
        size_t end = at + (size_t)span->clusters[i].num_bytes;
        int before = 0, all = 0;
        for (; c < span->text + end; c = g_utf8_next_char(c), attributes++) {
            if (all > 0 && !attributes->is_cursor_position)
                continue;
            before += (size_t)(c - span->text) < index;
            all++;
        }
        if (index < end) {
            // `before` counts graphemes that start left of index, its own cluster's start included.
            double share = all > 0 ? MIN(before, all) / (double)all : 0;
            return span->edges[i] + share * (span->edges[i + 1] - span->edges[i]);
        }
        at = end;
    }
    return span->edges[span->clusters_n];
}

static double caret_at(const struct run *run, const PangoLogAttr *attributes, size_t index)
{
    const struct glyphs *glyphs = run->glyphs;
    for (int i = 0; i < glyphs->n; i++) {
        const struct glyph_span *span = &glyphs->spans[i];
        size_t start = (size_t)(span->text - run->text);
        if (index < start + (size_t)span->text_n)
            return caret_in_span(span, attributes + g_utf8_pointer_to_offset(run->text, span->text),
                                 index - start);
    }
    return run->rtl ? 0 : run->width;
}

double lettering_caret(struct lettering *lettering, const struct run *run, size_t index)
{
    (void)lettering; // the run holds all
    int n;
    PangoLogAttr *attributes = attributes_of(run->text, &n);
    double x = caret_at(run, attributes, index);
    g_free(attributes);
    return x;
}

size_t lettering_index(struct lettering *lettering, const struct run *run, double x)
{
    (void)lettering;
    int n;
    PangoLogAttr *attributes = attributes_of(run->text, &n);
    size_t best = 0;
    double distance = HUGE_VAL;
    const char *c = run->text;
    for (int i = 0; i < n; i++) {
        size_t index = (size_t)(c - run->text);
        double d = fabs(caret_at(run, attributes, index) - x);
        if (attributes[i].is_cursor_position && d < distance) {
            best = index;
            distance = d;
        }
        if (*c != '\0')
            c = g_utf8_next_char(c);
    }
    g_free(attributes);
    return best;
}

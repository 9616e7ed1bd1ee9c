// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The shaped glyphs of a run, as cairo shows them. Internal to draw/.
#ifndef ERNTEBILD_DRAW_GLYPHS_H
#define ERNTEBILD_DRAW_GLYPHS_H

#include <cairo.h>

#include "draw/lettering.h"

// A part of a line in one face and direction. Glyph positions are in em from the start of the line.
struct glyph_span {
    cairo_font_face_t *face; // a reference of its own
    const char *text;        // its part of the run's text
    int text_n;              // bytes
    cairo_glyph_t *glyphs;   // in visual order
    int glyphs_n;
    cairo_text_cluster_t *clusters; // which glyphs show which bytes, for text copied from a PDF
    int clusters_n;
    cairo_text_cluster_flags_t flags;
    double *edges; // caret in em before each cluster and behind the last, in the order of the text
};

struct glyphs {
    double size; // em of the font in em of the run
    struct glyph_span *spans; // in the order of the text
    int n;
};

// Hinting off: shapes do not depend on the size or the surface. Destroy it.
cairo_font_options_t *glyphs_font_options(void);

// Shows `run` with its baseline at the origin, 1 em = 1 unit of `cr`, in the current source. The
// context's font options must be those above.
void glyphs_show(cairo_t *cr, const struct run *run);

#endif

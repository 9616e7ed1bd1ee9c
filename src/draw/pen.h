// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pen: hand-drawn marker lines and fills, put into a scene as polygons. Seeded by key strings,
// one a drawn element, so that the same data gives the same strokes and a new element changes no
// other. Widths and wobble are in ink units and are not scaled by the local frame; one ink unit is
// `unit_mm` on the page (an A1 poster: 1 pt = 0.3528 mm; the screen: 0.40 mm).
#ifndef ERNTEBILD_DRAW_PEN_H
#define ERNTEBILD_DRAW_PEN_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/colour.h"
#include "draw/geometry.h"
#include "draw/lettering.h"

struct scene;
struct bitmap;
struct icons;
struct paragraph;

// The three line weights, ink units.
#define PEN_HEAVY 5.2
#define PEN_MEDIUM 3.3
#define PEN_FINE 2.0

struct pen_frame {
    struct affine m; // local -> ink units
    uint64_t key;
    unsigned count;  // elements drawn in this frame
    double weight;   // factor on line widths
};

struct pen {
    struct scene *scene;       // borrowed
    const struct icons *icons; // borrowed
    double unit_mm;            // one ink unit on the page
    double x_mm, y_mm;         // where the ink origin lies in the scene
    double mirror_w;           // > 0: a right-to-left page of that width, ink units: x -> mirror_w - x;
                               // text and icons stay readable
    double wobble;             // factor on wobble, 1
    bool crisp_fill;           // no marker seams (screen)
    struct pen_frame frame, stack[24];
    int depth;
};

struct pen pen_make(struct scene *scene, const struct icons *icons, double unit_mm,
                    const char *key);

// A local frame: translated, then turned, then scaled. `key` (may be NULL) starts a new key scope;
// `weight` multiplies line widths (1: same). Balanced by pen_pop.
void pen_push(struct pen *pen, double x, double y, double scale, const char *key);
void pen_push_full(struct pen *pen, double x, double y, double kx, double ky, double radians,
                   const char *key, double weight);
void pen_pop(struct pen *pen);

// A stroke's options; start from PEN_STROKE.
struct pen_stroke {
    double width;      // ink units
    bool closed;
    uint32_t colour;
    double wobble;     // amplitude, ink units
    double overshoot;  // share of the width that pulls run past corners
    double dash, gap;  // ink units; 0: solid
};
#define PEN_STROKE(w) \
    ((struct pen_stroke){.width = (w), .colour = COLOUR_INK, .wobble = 1.3, .overshoot = 0.35})

// `line` is in local units and is not changed.
void pen_line(struct pen *pen, const struct line *line, struct pen_stroke stroke);
// Flat fill with a slightly wobbly edge, shifted by dx, dy ink units. seams > 0: marker seams that
// far apart on large areas.
void pen_fill(struct pen *pen, const struct line *line, uint32_t colour, double dx, double dy,
              double wobble, double seams);
// Paper base that hides what is behind, shifted fill (COLOUR_NONE: none), outline.
void pen_shape(struct pen *pen, const struct line *line, uint32_t fill, double width, double dx,
               double dy, double seams);
// The same of points; a straight pull.
void pen_shape_of(struct pen *pen, const struct point *points, size_t n, uint32_t fill, double width,
                  double dx, double dy);
void pen_segment(struct pen *pen, double x0, double y0, double x1, double y1, double width);
void pen_limb(struct pen *pen, const struct line *line, double local_width, uint32_t fill,
              double width); // an outlined soft tube
void pen_dot(struct pen *pen, double x, double y, double radius_ink, uint32_t colour);
void pen_hatch(struct pen *pen, const struct line *polygon, double gap, double degrees,
               double width, uint32_t colour);
// Exact polygon, no wobble: masks, shadows.
void pen_polygon(struct pen *pen, const struct line *line, uint32_t colour);

// Pixels upright in the local box, also on a mirrored page.
void pen_image(struct pen *pen, const struct bitmap *bitmap, struct box local);
// An icon in the box x, y, size (local units); `fill` COLOUR_NONE: strokes only. `width` ink units.
// Unknown names draw nothing and return false.
bool pen_icon(struct pen *pen, const char *name, double x, double y, double size, uint32_t fill,
              double width, const char *key);

// Text: start of the baseline in local units; size in local units (the frame must be upright).
// On a mirrored page it is placed so that its box is mirrored and its letters are not.
enum pen_anchor { PEN_START, PEN_CENTRE, PEN_END };
double pen_text(struct pen *pen, const struct run *run, double x, double baseline, double size,
                enum pen_anchor anchor, uint32_t colour); // returns its width
// Lines of a paragraph from the top `y`, aligned within `width` (0: its own), with the hand's
// jitter when `key` is not NULL.
void pen_paragraph(struct pen *pen, const struct paragraph *paragraph, double x, double y,
                   double width, enum pen_anchor align, uint32_t colour, const char *key);

// Local box to scene millimetres (for marks), mirrored if the page is.
struct box pen_box(const struct pen *pen, struct box local);
// Local units to scene millimetres, mirrored if the page is; for what the pen itself does not draw.
struct affine pen_affine(const struct pen *pen);
uint64_t pen_next_key(struct pen *pen); // the key the next element would get; counts on

// Smooth noise of three sines seeded by `key`, about -1..1.
struct noise {
    double phase[3];
};
struct noise noise_of(uint64_t key);
double noise_at(const struct noise *noise, double x);

// The geometry of one marker pull (exposed for tests): ribbon polygon of width `w` round `line`,
// wedge nib, pressure noise, round caps; result appended to `out`.
void ink_ribbon(const struct line *line, double w, uint64_t key, double nib, bool taper,
                struct line *out);
void ink_wobble(struct line *line, uint64_t key, double amplitude, double w);

#endif

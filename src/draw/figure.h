// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// People, things and scenery drawn with the pen: posture, gesture and gaze first, no face colour,
// heads from one neutral pool that is never derived from a language or a name.
#ifndef ERNTEBILD_DRAW_FIGURE_H
#define ERNTEBILD_DRAW_FIGURE_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/pen.h"

enum hair {
    HAIR_SHORT, HAIR_BOB, HAIR_HEADSCARF, HAIR_BEARD, HAIR_BUN, HAIR_AFRO, HAIR_LONG, HAIR_CAP,
    HAIR_GREY, HAIR_GLASSES, HAIR_PONYTAIL, HAIR_SIDE, HAIR_CURLY, HAIR_TURBAN, HAIR_COUNT
};
enum pose { POSE_DOWN, POSE_WAVE, POSE_POINT, POSE_GIVE, POSE_CHEER, POSE_READ, POSE_TALK, POSE_HIP };
enum stance { STANCE_STAND, STANCE_WALK };

struct person {
    enum hair hair;
    uint32_t colour; // clothes
    enum pose pose;
    enum stance stance;
    double look;     // gaze: -1 left .. 1 right
    bool dress, flip, talking;
};

// x: middle, y: ground (feet), h: height; local units.
void figure_person(struct pen *pen, double x, double y, double h, const struct person *person,
                   const char *key);
void figure_wheelchair(struct pen *pen, double x, double y, double h, const struct person *person,
                       const char *key);
void figure_bust(struct pen *pen, double x, double y, double h, const struct person *person,
                 const char *key); // y: lower edge
void figure_back(struct pen *pen, double x, double y, double h, const struct person *person,
                 const char *key); // seated, from behind, on a chair
// Seated, from the side; y: where the feet are, h: as tall as standing. The seat is at y - 0.3 h, its
// middle 0.02 h behind x.
void figure_sitter(struct pen *pen, double x, double y, double h, const struct person *person,
                   const char *key);
// People round a table seen from the front: `n` behind it, then seats in front. heads (n points, may
// be NULL) gets the top of each head. The box of the whole is about 2.1 rx wide, from y - 2.2 ry to
// y + 1.9 ry.
void figure_round_table(struct pen *pen, double x, double y, double rx, double ry,
                        const struct person *behind, int behind_n, const struct person *front,
                        int front_n, struct point *heads, const char *key);

// Scenery. x: left or middle as said, y: ground.
void figure_tree(struct pen *pen, double x, double y, double h, uint32_t colour, int kind);
void figure_bush(struct pen *pen, double x, double y, double h, uint32_t colour);
void figure_bird(struct pen *pen, double x, double y, double size);
void figure_star(struct pen *pen, double x, double y, double r, uint32_t fill);
void figure_heart(struct pen *pen, double x, double y, double size, uint32_t fill);
void figure_sparkle(struct pen *pen, double x, double y, double size, int rays, double degrees0,
                    double degrees1);
void figure_sun(struct pen *pen, double x, double y, double r, int rays, double degrees0,
                double degrees1, bool full);
void figure_waves(struct pen *pen, double x0, double x1, double y, double amplitude,
                  double wavelength, const char *key);
void figure_house(struct pen *pen, double x, double y, double w, double h, uint32_t roof);
void figure_boat(struct pen *pen, double x, double y, double size, uint32_t colour);
void figure_plant(struct pen *pen, double x, double y, double h, uint32_t pot); // on tables

// What belongs to a tree.
// A leaf from its stalk at x, y, pointing `radians`.
void figure_leaf(struct pen *pen, double x, double y, double radians, double length,
                 uint32_t colour);
void figure_seedling(struct pen *pen, double x, double y, double h);
void figure_grass(struct pen *pen, double x, double y, double h); // a tuft
void figure_perched(struct pen *pen, double x, double y, double h, uint32_t colour,
                    bool flip); // a bird that sits
void figure_bench(struct pen *pen, double x, double y, double w, double h); // from the front
// Two ropes from `top` down to a board at y with someone on it.
void figure_swing(struct pen *pen, double x, double top, double y, double h,
                  const struct person *person, const char *key);

// A panorama in the box x, y (ground), w, h: a motif of the place. "skyline" (towers and roofs with a
// river), "village", "school", "port", "park", "door", "hills"; unknown names give "skyline".
const char *figure_motif_name(size_t i); // NULL beyond the last
void figure_panorama(struct pen *pen, const char *motif, double x, double y, double w, double h);

// Lettering's furniture.
// A ribbon with folded tails that ends `tail` outside x .. x+w.
void figure_ribbon(struct pen *pen, double x, double y, double w, double h, uint32_t fill,
                   double tail, double seams, const char *key);
// Rounded bubble with a tail to `tip` (NULL: none), appended to `out`.
void figure_bubble_path(struct line *out, double x, double y, double w, double h, double r,
                        const struct point *tip, double tail_width);
void figure_swash(struct pen *pen, double x, double y, double w, double h, uint32_t colour,
                  const char *key); // marker highlight
void figure_underline(struct pen *pen, double x, double y, double w, uint32_t colour,
                      double width, const char *key);
void figure_arrow(struct pen *pen, const struct line *line, double width, uint32_t colour,
                  double head, bool both, double dash, double gap, const char *key);

#endif

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One neutral pool of heads: round, two eyes, one mouth, hair as one shape. A head of radius 1.
#include "draw/figure_head.h"

#include <glib.h>
#include <math.h>

#include "draw/stroke.h"

#define SHAPE(...)                                                                                 \
    {                                                                                              \
        (const struct point[]){__VA_ARGS__},                                                       \
            sizeof((const struct point[]){__VA_ARGS__}) / sizeof(struct point)                     \
    }

struct shape {
    const struct point *p;
    size_t n;
};

// Hair that lies over the face, drawn in ink after it.
static const struct shape over[HAIR_COUNT] = {
    [HAIR_SHORT] =
        SHAPE({-1.03, -.05}, {-.98, -.62}, {-.45, -1.12}, {.2, -1.2}, {.82, -.85}, {1.04, -.1},
              {.80, -.28}, {.62, -.55}, {.1, -.50}, {-.35, -.62}, {-.68, -.42}, {-.82, -.2}),
    [HAIR_SIDE] = SHAPE({-1.04, .05}, {-1.0, -.7}, {-.3, -1.22}, {.55, -1.1}, {1.05, -.45},
                        {1.02, -.05}, {.7, -.5}, {-.1, -.35}, {-.62, -.55}, {-.8, -.15}),
    [HAIR_BOB] = SHAPE({-1.16, .85}, {-1.25, 0}, {-.95, -.85}, {0, -1.22}, {.95, -.85}, {1.25, 0},
                       {1.16, .85}, {.82, .82}, {.80, .0}, {.50, -.5}, {-.1, -.38}, {-.70, -.25},
                       {-.82, .1}, {-.82, .82}),
    [HAIR_BUN] = SHAPE({-1.03, .0}, {-.95, -.68}, {-.35, -1.16}, {.35, -1.16}, {.95, -.68},
                       {1.03, .0}, {.78, -.42}, {.25, -.66}, {-.25, -.66}, {-.78, -.42}),
    [HAIR_PONYTAIL] = SHAPE({-1.03, .0}, {-.95, -.68}, {-.35, -1.16}, {.35, -1.16}, {.95, -.68},
                            {1.03, .0}, {.78, -.42}, {.30, -.60}, {-.30, -.70}, {-.78, -.38}),
    [HAIR_LONG] = SHAPE({-1.05, .1}, {-.9, -.8}, {0, -1.22}, {.9, -.8}, {1.05, .1}, {.8, -.3},
                        {.1, -.72}, {-.1, -.72}, {-.8, -.3}),
    [HAIR_BEARD] = SHAPE({-1.02, -.05}, {-.95, -.62}, {-.4, -1.14}, {.3, -1.16}, {.9, -.72},
                         {1.03, -.05}, {.75, -.45}, {.1, -.62}, {-.6, -.52}),
    [HAIR_GLASSES] = SHAPE({-1.03, .02}, {-.95, -.68}, {-.35, -1.16}, {.35, -1.16}, {.95, -.68},
                           {1.03, .02}, {.8, -.45}, {.1, -.6}, {-.7, -.45}),
};
// The same with curls at its edge.
static const struct shape curls[HAIR_COUNT] = {
    [HAIR_AFRO] = SHAPE({-1.05, -.05}, {-.9, -.8}, {0, -1.15}, {.9, -.8}, {1.05, -.05}, {.6, -.5},
                        {0, -.6}, {-.6, -.5}),
    [HAIR_CURLY] = SHAPE({-1.1, .15}, {-1.0, -.75}, {-.3, -1.2}, {.4, -1.2}, {1.0, -.75},
                         {1.1, .15}, {.78, -.2}, {.45, -.6}, {-.2, -.5}, {-.72, -.3}),
};
static const struct shape beard =
    SHAPE({-.95, .12}, {-.72, .2}, {-.4, .28}, {0, .22}, {.4, .28}, {.72, .2}, {.95, .12},
          {.78, .82}, {.3, 1.22}, {-.3, 1.22}, {-.78, .82});
static const struct shape long_back =
    SHAPE({-1.02, -.15}, {-.75, -.95}, {0, -1.2}, {.78, -.95}, {1.05, -.1}, {1.12, .75},
          {1.02, 1.28}, {.55, 1.2}, {.5, .6}, {-.5, .6}, {-.55, 1.2}, {-1.05, 1.25}, {-1.12, .75});
static const struct shape headscarf =
    SHAPE({0, -1.27}, {.85, -1.0}, {1.2, -.15}, {1.1, .7}, {1.35, 1.45}, {0, 1.75}, {-1.35, 1.45},
          {-1.1, .7}, {-1.2, -.15}, {-.85, -1.0});
static const struct shape cap =
    SHAPE({-1.04, -.28}, {-.85, -.95}, {0, -1.25}, {.85, -.95}, {1.04, -.28}, {0, -.42});
static const struct shape turban = SHAPE({-1.06, -.22}, {-1.12, -.75}, {-.55, -1.35}, {.25, -1.45},
                                         {1.02, -1.0}, {1.08, -.25}, {.5, -.50}, {-.45, -.50});
static const struct shape grey =
    SHAPE({-1.08, .1}, {-1.0, -.7}, {-.4, -1.15}, {.4, -1.15}, {1.0, -.7}, {1.08, .1}, {.75, -.35},
          {.2, -.6}, {-.2, -.6}, {-.75, -.35});

static void patch(struct pen *pen, const struct shape *shape)
{
    stroke_patch(pen, shape->p, shape->n, STROKE_SMOOTH, COLOUR_INK, 0, 0);
}

// Clothes and cloth on the head never look like one piece.
static uint32_t cloth(const struct person *person)
{
    return person->hair == HAIR_HEADSCARF ? colour_mix(person->colour, COLOUR_PAPER, 0.35)
                                          : COLOUR_WARM;
}

static void draw_behind(struct pen *pen, const struct person *person, double look, double width)
{
    double away = look >= 0 ? -1 : 1;
    switch (person->hair) {
    case HAIR_LONG:
        patch(pen, &long_back);
        break;
    case HAIR_HEADSCARF:
        stroke_shape(pen, headscarf.p, headscarf.n, STROKE_SMOOTH, cloth(person), width, 1.6, 1.3);
        break;
    case HAIR_BUN: {
        struct line bun;
        line_init(&bun);
        line_add_ellipse(&bun, away * 0.15, -1.28, 0.42, 0.38, 20);
        pen_fill(pen, &bun, COLOUR_INK, 0, 0, 0.4, 0);
        line_clear(&bun);
        break;
    }
    case HAIR_PONYTAIL:
        stroke_patch(pen,
                     POINTS({away * .75, -.75}, {away * 1.35, -.75}, {away * 1.6, .05},
                            {away * 1.35, .75}, {away * 1.2, .1}, {away * .85, -.25}),
                     STROKE_SMOOTH, COLOUR_INK, 0, 0);
        break;
    case HAIR_AFRO: {
        struct line crown;
        line_init(&crown);
        line_add_arc(&crown, 0, -0.12, 1.32, 1.32, 160, 380, 22);
        line_add(&crown, 0.8, 0.1);
        line_add(&crown, -0.8, 0.1);
        line_scallop(&crown, 0.42, 0.16);
        pen_fill(pen, &crown, COLOUR_INK, 0, 0, 0.3, 0);
        line_clear(&crown);
        break;
    }
    default:
        break;
    }
}

static void draw_face(struct pen *pen, const struct person *person, double look, double width)
{
    struct line face;
    line_init(&face);
    if (person->hair == HAIR_HEADSCARF)
        line_add_ellipse(&face, look * 0.06, 0.08, 0.80, 0.88, 34);
    else
        line_add_ellipse(&face, 0, 0, 0.98, 1.0, 34);
    pen_shape(pen, &face, COLOUR_NONE, width, 0, 0, 0);
    line_clear(&face);
}

static void draw_mouth(struct pen *pen, const struct person *person, double fx, double width)
{
    bool bearded = person->hair == HAIR_BEARD || person->hair == HAIR_TURBAN;
    if (bearded) {
        patch(pen, &beard);
        stroke_patch(
            pen,
            POINTS({fx - .26, .44}, {fx, .40}, {fx + .26, .44}, {fx + .12, .66}, {fx - .12, .66}),
            STROKE_SMOOTH, COLOUR_PAPER, 0, 0);
    } else if (person->talking) {
        struct line mouth;
        line_init(&mouth);
        line_add_ellipse(&mouth, fx, 0.46, 0.20, 0.24, 16);
        pen_polygon(pen, &mouth, COLOUR_INK);
        line_clear(&mouth);
    } else {
        stroke_pull(pen, POINTS({fx - .36, .32}, {fx - .16, .52}, {fx + .16, .53}, {fx + .38, .30}),
                    STROKE_SMOOTH, width * 0.72, 0.2);
    }
}

static void draw_over(struct pen *pen, const struct person *person, double look, double width)
{
    double ahead = look >= 0 ? 1 : -1;
    if (over[person->hair].n > 0)
        patch(pen, &over[person->hair]);
    if (curls[person->hair].n > 0)
        stroke_scallop(pen, curls[person->hair].p, curls[person->hair].n, 0.38, 0.10, COLOUR_INK,
                       0);
    switch (person->hair) {
    case HAIR_CAP:
        stroke_shape(pen, cap.p, cap.n, STROKE_SMOOTH, cloth(person), width * 0.9, 1, 1);
        stroke_pull(pen, POINTS({ahead * .2, -.40}, {ahead * 1.0, -.36}, {ahead * 1.55, -.18}),
                    STROKE_SMOOTH, width * 1.25, 0.3);
        break;
    case HAIR_TURBAN:
        stroke_shape(pen, turban.p, turban.n, STROKE_SMOOTH, cloth(person), width * 0.9, 1, 1);
        stroke_pull(pen, POINTS({-1.0, -.6}, {-.2, -.85}, {.7, -1.25}), STROKE_SMOOTH, width * 0.6,
                    0.3);
        stroke_pull(pen, POINTS({-.55, -1.25}, {.25, -.95}, {1.0, -.55}), STROKE_SMOOTH,
                    width * 0.6, 0.3);
        break;
    case HAIR_GREY:
        stroke_scallop(pen, grey.p, grey.n, 0.4, 0.1, COLOUR_SHADOW, width * 0.7);
        break;
    default:
        break;
    }
}

void figure_head(struct pen *pen, double x, double y, double r, const struct person *person,
                 double width)
{
    double look = person->look, fx = look * 0.30;
    pen_push(pen, x, y, r, "head");
    draw_behind(pen, person, look, width);
    draw_face(pen, person, look, width);
    draw_over(pen, person, look, width);
    draw_mouth(pen, person, fx, width);
    double scale = affine_scale_of(pen->frame.m);
    for (int side = -1; side <= 1; side += 2) {
        struct line eye;
        line_init(&eye);
        line_add_ellipse(&eye, fx + side * 0.34, -0.10, fmax(1.1 / scale, 0.105),
                         fmax(1.3 / scale, 0.135), 14);
        pen_polygon(pen, &eye, COLOUR_INK);
        line_clear(&eye);
        if (person->hair == HAIR_GLASSES)
            stroke_ring(pen, fx + side * 0.36, -0.08, 0.29, 0.27, width * 0.55);
    }
    if (person->hair == HAIR_GLASSES)
        stroke_pull(pen, POINTS({fx - .08, -.1}, {fx + .08, -.1}), STROKE_STRAIGHT, width * 0.5, 0);
    pen_pop(pen);
}

// Hair down to the nape: a bright crescent below it would look like a grin.
static void patch_nape(struct pen *pen, uint32_t colour)
{
    stroke_patch(pen,
                 POINTS({-1.0, .14}, {-.83, -.83}, {0, -1.1}, {.83, -.83}, {1.0, .14}, {.8, .62},
                        {.45, .93}, {0, .8}, {-.45, .93}, {-.8, .62}),
                 STROKE_SMOOTH, colour, 0, 0);
}

void figure_head_back(struct pen *pen, double x, double y, double r, const struct person *person,
                      double width)
{
    pen_push(pen, x, y, r, "back of the head");
    if (person->hair == HAIR_HEADSCARF) {
        stroke_shape(pen,
                     POINTS({0, -1.31}, {.97, -.97}, {1.24, 0}, {1.38, 1.24}, {0, 1.66},
                            {-1.38, 1.24}, {-1.24, 0}, {-.97, -.97}),
                     STROKE_SMOOTH, cloth(person), width, 1.6, 1.3);
        stroke_pull(pen, POINTS({-.55, -.55}, {-.14, .41}, {-.28, 1.24}), STROKE_SMOOTH,
                    width * 0.6, 0.4);
        pen_pop(pen);
        return;
    }
    struct line skull;
    line_init(&skull);
    line_add_ellipse(&skull, 0, 0, 1, 1.02, 34);
    pen_shape(pen, &skull, COLOUR_NONE, width, 0, 0, 0);
    line_clear(&skull);
    if (person->hair == HAIR_CURLY || person->hair == HAIR_AFRO) {
        line_add_ellipse(&skull, 0, -0.14, 1.07, 1.0, 40);
        stroke_scallop(pen, skull.p, skull.n, 0.41, 0.15, COLOUR_INK, 0);
        line_clear(&skull);
    } else if (person->hair == HAIR_BUN || person->hair == HAIR_LONG || person->hair == HAIR_BOB ||
               person->hair == HAIR_PONYTAIL) {
        stroke_patch(pen,
                     POINTS({-1.0, 0}, {-.76, -.83}, {0, -1.1}, {.76, -.83}, {1.0, 0}, {.72, .76},
                            {0, 1.0}, {-.72, .76}),
                     STROKE_SMOOTH, COLOUR_INK, 0, 0);
        if (person->hair == HAIR_BUN) {
            line_add_ellipse(&skull, 0, -1.17, 0.43, 0.39, 20);
            pen_fill(pen, &skull, COLOUR_INK, 0, 0, 0.3, 0);
            line_clear(&skull);
        }
    } else if (person->hair == HAIR_GREY || person->hair == HAIR_CAP ||
               person->hair == HAIR_TURBAN) {
        patch_nape(pen, person->hair == HAIR_GREY ? COLOUR_SHADOW : COLOUR_INK);
        stroke_shape(
            pen, POINTS({-1.02, .1}, {-.83, -.83}, {0, -1.1}, {.83, -.83}, {1.02, .1}, {0, .25}),
            STROKE_SMOOTH, person->hair == HAIR_GREY ? COLOUR_SHADOW : cloth(person), width * 0.9,
            1, 1);
    } else {
        patch_nape(pen, COLOUR_INK);
    }
    pen_pop(pen);
}

void figure_hand(struct pen *pen, double x, double y, double r, double width)
{
    double scale = affine_scale_of(pen->frame.m), w = width * pen->frame.weight / scale;
    struct line disc;
    line_init(&disc);
    line_add_ellipse(&disc, x, y, r + w * 0.5, r + w * 0.5, 16);
    pen_polygon(pen, &disc, COLOUR_INK);
    line_clear(&disc);
    line_add_ellipse(&disc, x, y, fmax(0.5 / scale, r - w * 0.5), fmax(0.5 / scale, r - w * 0.5),
                     16);
    pen_polygon(pen, &disc, COLOUR_PAPER);
    line_clear(&disc);
}

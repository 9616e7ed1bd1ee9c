// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// People from head to foot, a hundred units high, feet at the origin.
#include <glib.h>
#include <math.h>

#include "draw/figure.h"
#include "draw/figure_head.h"
#include "draw/stroke.h"

struct arm {
    struct point elbow, hand;
};

// Left and right arm; the shoulders are at (+-10, -64.5).
static const struct {
    struct arm left, right;
} arms[] = {
    [POSE_DOWN] = {{{-18, -50}, {-17, -36}}, {{18, -50}, {17, -36}}},
    [POSE_WAVE] = {{{-18, -50}, {-16, -36}}, {{24, -68}, {26, -90}}},
    [POSE_POINT] = {{{-19, -50}, {-10, -42}}, {{25, -60}, {39, -67}}},
    [POSE_GIVE] = {{{-17, -49}, {-12, -38}}, {{22, -52}, {35, -56}}},
    [POSE_CHEER] = {{{-24, -70}, {-24, -92}}, {{24, -70}, {25, -92}}},
    [POSE_READ] = {{{-19, -48}, {-6, -44}}, {{19, -48}, {6, -44}}},
    [POSE_TALK] = {{{-24, -54}, {-33, -66}}, {{24, -54}, {33, -66}}},
    [POSE_HIP] = {{{-26, -52}, {-14, -42}}, {{26, -52}, {14, -42}}},
};

// Lines of small people are thinner, of large ones heavier, but less than in proportion.
static double weight_of(double h)
{
    return CLAMP(h / 120, 0.72, 1.15);
}

static void push(struct pen *pen, double x, double y, double h, double units, bool flip,
                 const char *key)
{
    double k = h / units;
    pen_push_full(pen, x, y, flip ? -k : k, k, 0, key, weight_of(h));
}

static void draw_legs(struct pen *pen, const struct person *person)
{
    const double w = PEN_MEDIUM;
    if (person->dress) {
        for (int side = -1; side <= 1; side += 2) {
            stroke_pull(pen, POINTS({side * 5, -12}, {side * 5.5, -1}), STROKE_STRAIGHT, w * 1.3,
                        0.3);
            stroke_pull(pen, POINTS({side * 5, 0}, {side * 10, .3}), STROKE_STRAIGHT, w * 1.5, 0.3);
        }
    } else if (person->stance == STANCE_WALK) {
        stroke_limb(pen, POINTS({-4, -36}, {-8, -20}, {-15, -1}), 8.5, COLOUR_PAPER, w);
        stroke_limb(pen, POINTS({4, -36}, {9, -20}, {13, -2}), 8.5, COLOUR_PAPER, w);
        stroke_pull(pen, POINTS({-16, -.2}, {-9, .2}), STROKE_STRAIGHT, w * 1.5, 0.3);
        stroke_pull(pen, POINTS({12, -1}, {19, -3}), STROKE_STRAIGHT, w * 1.5, 0.3);
    } else {
        stroke_limb(pen, POINTS({-5, -36}, {-6, -18}, {-6, -1}), 8.5, COLOUR_PAPER, w);
        stroke_limb(pen, POINTS({5, -36}, {6, -18}, {6, -1}), 8.5, COLOUR_PAPER, w);
        stroke_pull(pen, POINTS({-10.5, 0}, {-4, .4}), STROKE_STRAIGHT, w * 1.5, 0.3);
        stroke_pull(pen, POINTS({4, .4}, {10.5, 0}), STROKE_STRAIGHT, w * 1.5, 0.3);
    }
}

// How broad someone is, times the usual: slight, middling, sturdy people by turns, whatever their head.
static double girth_of(const struct person *person)
{
    static const double GIRTHS[] = {1, 0.9, 1.2, 1.06, 0.95, 1.28};
    unsigned turn = (unsigned)person->hair * 5 + (unsigned)person->pose * 3 + person->dress;
    return GIRTHS[turn % G_N_ELEMENTS(GIRTHS)];
}

// The arms of a broad person begin and hang further out.
static void draw_arm(struct pen *pen, int side, const struct arm *arm, double girth, uint32_t colour)
{
    double out = side * (girth - 1) * 12;
    struct point elbow = {arm->elbow.x + out, arm->elbow.y}, hand = arm->hand;
    if (fabs(hand.x) >= 10)
        hand.x += out;
    stroke_limb(pen, POINTS({side * 10 + out, -64.5}, elbow, hand), 7.4, colour, PEN_MEDIUM);
    figure_hand(pen, hand.x, hand.y, 3.5, PEN_MEDIUM);
}

static void draw_book(struct pen *pen)
{
    const double w = PEN_MEDIUM;
    stroke_shape(pen, POINTS({-9, -52}, {0, -49}, {9, -52}, {9, -40}, {0, -37}, {-9, -40}),
                 STROKE_STRAIGHT, COLOUR_WARM, w * 0.8, 1, 1);
    stroke_pull(pen, POINTS({0, -49}, {0, -37}), STROKE_STRAIGHT, w * 0.7, 0.2);
    figure_hand(pen, -8.4, -44, 3.2, w * 0.8);
    figure_hand(pen, 8.4, -44, 3.2, w * 0.8);
}

void figure_person(struct pen *pen, double x, double y, double h, const struct person *person,
                   const char *key)
{
    double g = girth_of(person), hip = 1 + (g - 1) * 0.7;
    push(pen, x, y, h, 100, person->flip, key);
    draw_legs(pen, person);
    const struct arm *both[] = {&arms[person->pose].left, &arms[person->pose].right};
    // An arm before the body is drawn after it.
    for (int i = 0; i < 2; i++)
        if (fabs(both[i]->hand.x) >= 10)
            draw_arm(pen, i == 0 ? -1 : 1, both[i], g, person->colour);
    if (person->dress)
        stroke_shape(pen,
                     POINTS({-6, -70}, {-12.5 * g, -66}, {-14 * g, -52}, {-17 * g, -30},
                            {-20 * hip, -12}, {0, -10}, {20 * hip, -12}, {17 * g, -30},
                            {14 * g, -52}, {12.5 * g, -66}, {6, -70}),
                     STROKE_SMOOTH, person->colour, PEN_MEDIUM, 1.6, 1.3);
    else
        stroke_shape(pen,
                     POINTS({-6, -70}, {-13 * hip, -66.5}, {-14.5 * g, -52}, {-13 * g, -34},
                            {0, -32.5}, {13 * g, -34}, {14.5 * g, -52}, {13 * hip, -66.5}, {6, -70}),
                     STROKE_SMOOTH, person->colour, PEN_MEDIUM, 1.6, 1.3);
    for (int i = 0; i < 2; i++)
        if (fabs(both[i]->hand.x) < 10)
            draw_arm(pen, i == 0 ? -1 : 1, both[i], g, person->colour);
    if (person->pose == POSE_READ)
        draw_book(pen);
    figure_head(pen, person->look * 1.5, -83.5, 14.2, person, PEN_MEDIUM);
    pen_pop(pen);
}

static void draw_wheels(struct pen *pen)
{
    const double w = PEN_MEDIUM, x = -5, y = -17;
    stroke_ring(pen, x, y, 17, 17, w);
    stroke_ring(pen, x, y, 13.4, 13.4, w * 0.55);
    pen_dot(pen, x, y, w * 0.9, COLOUR_INK);
    for (int i = 0; i < 6; i++) {
        double a = i * G_PI / 3 + 0.3;
        stroke_pull(pen,
                    POINTS({x + 3 * cos(a), y + 3 * sin(a)}, {x + 13 * cos(a), y + 13 * sin(a)}),
                    STROKE_STRAIGHT, w * 0.4, 0.1);
    }
    stroke_ring(pen, 20, -4.5, 4.4, 4.4, w * 0.8);
}

// Seated on something 30 high, looking to the right.
static void draw_seated(struct pen *pen, const struct person *person)
{
    const double w = PEN_MEDIUM;
    stroke_limb(pen, POINTS({-4, -30}, {14, -31}, {18, -10}), 9, COLOUR_PAPER, w);
    stroke_pull(pen, POINTS({16, -5}, {28, -4}), STROKE_STRAIGHT, w * 1.3, 0.3);
    stroke_shape(pen,
                 POINTS({-9, -68}, {-14, -62}, {-14, -40}, {-12, -28}, {4, -27}, {10, -34},
                        {9, -52}, {7, -64}, {1, -68}),
                 STROKE_SMOOTH, person->colour, w, 1.6, 1.3);
    struct point shoulder = {2, -61}, elbow = {14, -56}, hand = {24, -72};
    if (person->pose != POSE_WAVE) {
        elbow = (struct point){12, -48};
        hand = (struct point){20, -44};
    }
    stroke_limb(pen, POINTS(shoulder, elbow, hand), 7.4, person->colour, w);
    figure_hand(pen, hand.x, hand.y, 3.5, w);
}

static void draw_seated_head(struct pen *pen, const struct person *person)
{
    struct person turned = *person;
    turned.look = 0.7;
    figure_head(pen, 0, -82, 14, &turned, PEN_MEDIUM);
}

void figure_wheelchair(struct pen *pen, double x, double y, double h, const struct person *person,
                       const char *key)
{
    push(pen, x, y, h, 100, person->flip, key);
    stroke_pull(pen, POINTS({-20, -62}, {-13, -58}, {-11, -30}), STROKE_STRAIGHT, PEN_MEDIUM,
                0.8); // back and handle
    draw_seated(pen, person);
    draw_wheels(pen);
    draw_seated_head(pen, person);
    pen_pop(pen);
}

void figure_sitter(struct pen *pen, double x, double y, double h, const struct person *person,
                   const char *key)
{
    push(pen, x, y, h, 100, person->flip, key);
    draw_seated(pen, person);
    draw_seated_head(pen, person);
    pen_pop(pen);
}

void figure_bust(struct pen *pen, double x, double y, double h, const struct person *person,
                 const char *key)
{
    pen_push(pen, x, y, h / 60, key);
    stroke_shape(
        pen,
        POINTS({-7, -25}, {-16, -21}, {-20, -8}, {-21, 0}, {21, 0}, {20, -8}, {16, -21}, {7, -25}),
        STROKE_SMOOTH, person->colour, PEN_FINE * 1.15, 1.6, 1.3);
    figure_head(pen, person->look * 2, -40, 15, person, PEN_FINE * 1.15);
    pen_pop(pen);
}

void figure_back(struct pen *pen, double x, double y, double h, const struct person *person,
                 const char *key)
{
    const double w = PEN_MEDIUM;
    pen_push(pen, x, y, h / 70, key);
    stroke_shape(pen,
                 POINTS({-8, -44}, {-18, -40}, {-22, -24}, {-22, -4}, {22, -4}, {22, -24},
                        {18, -40}, {8, -44}),
                 STROKE_SMOOTH, person->colour, w, 1.6, 1.3);
    figure_head_back(pen, 0, -58, 14.5, person, w);
    struct line chair;
    line_init(&chair);
    line_add_rounded_rect(&chair, -19, -24, 38, 15, 6);
    pen_shape(pen, &chair, COLOUR_WARM, w, 1.4, 1.2, 0);
    line_clear(&chair);
    stroke_pull(pen, POINTS({-13, -9}, {-15, 12}), STROKE_STRAIGHT, w, 0.4);
    stroke_pull(pen, POINTS({13, -9}, {15, 12}), STROKE_STRAIGHT, w, 0.4);
    pen_pop(pen);
}

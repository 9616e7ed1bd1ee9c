// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The outlines of cards, by phase.
#include "app/card.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "draw/colour.h"

enum card_shape card_shape_of(const char *phase_kind)
{
    static const struct {
        const char *kind;
        enum card_shape shape;
    } shapes[] = {
        {"preparation", SHAPE_STRIP}, {"critique", SHAPE_SHEET}, {"fantasy", SHAPE_CLOUD},
        {"realisation", SHAPE_SIGN},  {"follow-up", SHAPE_OVAL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
        if (strcmp(shapes[i].kind, phase_kind) == 0)
            return shapes[i].shape;
    }
    return SHAPE_CLOUD;
}

uint32_t card_fill_of(enum card_shape shape)
{
    static const uint32_t fills[] = {
        [SHAPE_STRIP] = COLOUR_PAPER, [SHAPE_SHEET] = COLOUR_CRITIQUE,
        [SHAPE_CLOUD] = COLOUR_FANTASY,
        [SHAPE_SIGN] = COLOUR_REALISATION,
        [SHAPE_OVAL] = COLOUR_FOLLOW_UP,
    };
    return fills[shape];
}

void card_outline(enum card_shape shape, struct box b, struct line *line)
{
    switch (shape) {
    case SHAPE_STRIP:
        line_add_rounded_rect(line, b.x, b.y, b.w, b.h, 2.5);
        break;
    case SHAPE_SHEET:
        line_add_rect(line, b.x, b.y, b.w, b.h);
        break;
    case SHAPE_CLOUD: {
        double k = fmin(1, b.h / CARD_HEIGHT); // small ones have small scallops
        line_add_rounded_rect(line, b.x + 3 * k, b.y + 3 * k, b.w - 6 * k, b.h - 6 * k,
                              fmin(b.h * 0.26, 26));
        line_scallop(line, 17 * fmax(k, 0.5), 3.6 * fmax(k, 0.5));
        break;
    }
    case SHAPE_SIGN: {
        double point = fmin(b.h * 0.26, 30);
        line_add(line, b.x, b.y);
        line_add(line, b.x + b.w - point, b.y);
        line_add(line, b.x + b.w, b.y + b.h / 2);
        line_add(line, b.x + b.w - point, b.y + b.h);
        line_add(line, b.x, b.y + b.h);
        break;
    }
    case SHAPE_OVAL:
        line_add_ellipse(line, b.x + b.w / 2, b.y + b.h / 2, b.w / 2, b.h / 2, 60);
        break;
    }
}

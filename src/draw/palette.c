// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/palette.h"

#include <glib.h>
#include <math.h>

#include "base/tr.h"

// Black and tints of one blue: two inks, or a grey printer.
#define SPOT 0x2F9FD8u
#define TINT(share)                                                                                \
    ((uint32_t)(0xFF - (0xFF - (SPOT >> 16)) * (share) / 100) << 24 |                              \
     (uint32_t)(0xFF - (0xFF - (SPOT >> 8 & 0xFF)) * (share) / 100) << 16 |                        \
     (uint32_t)(0xFF - (0xFF - (SPOT & 0xFF)) * (share) / 100) << 8 | 0xFFu)

static const struct palette palettes[] = {
    {
        .name = "standard",
        .label = N_("Standard"),
        .ink = COLOUR_INK,
        .paper = COLOUR_PAPER,
        .grey = COLOUR_GREY,
        .shadow = COLOUR_SHADOW,
        .warm = COLOUR_WARM,
        .accents = COLOUR_ACCENT_LIST,
    },
    {
        // Found by searching for the greatest least distance between accents, warm and paper in
        // CIELAB under full protanopia, deuteranopia and tritanopia (G. M. Machado, M. M. Oliveira
        // and L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
        // Deficiency", 2009); tests/draw/test_palette.c measures it.
        .name = "safe",
        .label = N_("Colour-blind safe"),
        .ink = COLOUR_INK,
        .paper = COLOUR_PAPER,
        .grey = COLOUR_GREY,
        .shadow = COLOUR_SHADOW,
        .warm = COLOUR_WARM,
        .accents = {0x2782FFFF, 0x96BC5AFF, 0xC47317FF, 0x9B75D0FF, 0x1E9A7FFF, 0xAC7B52FF,
                    0x77D6C5FF, 0xC590C8FF},
    },
    {
        .name = "print",
        .label = N_("Black and one colour"),
        .ink = COLOUR_INK,
        .paper = COLOUR_PAPER,
        .grey = 0x3C3C40FF,
        .shadow = 0xDADADCFF,
        .warm = TINT(30),
        // Neighbours differ in strength.
        .accents = {TINT(90), TINT(38), TINT(66), TINT(24), TINT(52), TINT(80), TINT(32), TINT(45)},
        .one_colour = true,
    },
    {
        .name = "contrast",
        .label = N_("High contrast"),
        .ink = 0x000000FF,
        .paper = COLOUR_PAPER,
        .grey = 0x262626FF,
        .shadow = 0xBDBDBDFF,
        .warm = 0xFFD21EFF,
        .accents = PALETTE_STRONG_ACCENTS,
    },
};

const struct palette *palette_at(size_t i)
{
    return i < G_N_ELEMENTS(palettes) ? &palettes[i] : NULL;
}

const struct palette *palette_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(palettes); i++)
        if (g_ascii_strcasecmp(palettes[i].name, name) == 0)
            return &palettes[i];
    return NULL;
}

// ---- translating --------------------------------------------------------------------------------

enum { GREY, SHADOW, WARM, ACCENT, ROLES = ACCENT + COLOUR_ACCENTS };

#define TINT_LEAST 0.25 // share of paper from which on a mix is a tint
#define FOREIGN 30.0 // channels away from every mix: a colour that is nobody's role

static uint32_t role(const struct palette *palette, int i)
{
    return i == GREY     ? palette->grey
           : i == SHADOW ? palette->shadow
           : i == WARM   ? palette->warm
                         : palette->accents[i - ACCENT];
}

static double channel(uint32_t colour, int i)
{
    return (double)(colour >> (24 - 8 * i) & 0xff);
}

// How far `colour` is from the line a-b (channels), and where on it the nearest point is, 0 .. 1.
static double distance(uint32_t colour, uint32_t a, uint32_t b, double *t)
{
    double dot = 0, length = 0, off = 0;
    for (int i = 0; i < 3; i++) {
        double along = channel(b, i) - channel(a, i);
        dot += along * (channel(colour, i) - channel(a, i));
        length += along * along;
    }
    *t = length > 0 ? fmin(fmax(dot / length, 0), 1) : 0;
    for (int i = 0; i < 3; i++) {
        double at = channel(a, i) + (channel(b, i) - channel(a, i)) * *t;
        off += (channel(colour, i) - at) * (channel(colour, i) - at);
    }
    return sqrt(off);
}

uint32_t palette_colour(const struct palette *palette, uint32_t colour)
{
    const struct palette *standard = &palettes[0];
    if (palette == NULL || palette == standard || (colour & 0xff) == 0)
        return colour;
    for (size_t i = 0; i < palette->pairs_n; i++) {
        if (((palette->pairs[i].from ^ colour) & 0xffffff00u) == 0)
            return (palette->pairs[i].to & 0xffffff00u) | (colour & 0xff);
    }
    double t;
    double best = distance(colour, standard->ink, standard->paper, &t);
    uint32_t found = colour_mix(palette->ink, palette->paper, t);
    for (int i = 0; i < ROLES; i++) {
        uint32_t from = role(standard, i), to = role(palette, i);
        double off = distance(colour, from, standard->paper, &t);
        if (off < best - 1e-9) {
            best = off;
            found = palette->no_tints && i >= ACCENT && t > TINT_LEAST
                        ? palette->paper
                        : colour_mix(to, palette->paper, t);
        }
        off = distance(colour, from, standard->ink, &t);
        if (off < best - 1e-9) {
            best = off;
            found = colour_mix(to, palette->ink, t);
        }
    }
    if (best > FOREIGN && !palette->one_colour)
        return colour;
    if (best > FOREIGN) { // a pen of another colour: as dark as it was, in ink
        double light = 0.299 * channel(colour, 0) + 0.587 * channel(colour, 1) + 0.114 * channel(colour, 2);
        found = colour_mix(palette->ink, palette->paper, light / 255);
    }
    return (found & 0xffffff00u) | (colour & 0xff);
}

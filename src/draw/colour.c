// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/colour.h"

#include <math.h>

#include "draw/palette.h"

uint32_t colour_accent(int table_number)
{
    const uint32_t *accents = palette_at(0)->accents;
    int i = (table_number - 1) % COLOUR_ACCENTS;
    return accents[i < 0 ? i + COLOUR_ACCENTS : i];
}

static double channel(uint32_t colour, int shift)
{
    return (double)(colour >> shift & 0xff);
}

static uint32_t put(double value, int shift)
{
    return (uint32_t)lround(fmin(fmax(value, 0), 255)) << shift;
}

uint32_t colour_mix(uint32_t a, uint32_t b, double t)
{
    uint32_t mixed = 0;
    for (int shift = 0; shift < 32; shift += 8)
        mixed |= put(channel(a, shift) + (channel(b, shift) - channel(a, shift)) * t, shift);
    return mixed;
}

uint32_t colour_fade(uint32_t colour, double alpha)
{
    return (colour & 0xffffff00u) | put(channel(colour, 0) * alpha, 0);
}

// Relative luminance of sRGB (WCAG 2.1).
static double luminance(uint32_t colour)
{
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double c = channel(colour, 24 - 8 * i) / 255;
        sum += weights[i] * (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double colour_contrast(uint32_t a, uint32_t b)
{
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

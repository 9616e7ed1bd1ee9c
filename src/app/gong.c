// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gong.h"

#include <math.h>

#define PI 3.14159265358979323846
#define ATTACK 0.004 // s
#define RELEASE 0.25 // s, at the end
#define PEAK 0.55    // of full scale

// A bronze bowl: additive synthesis with inharmonic partials that die the sooner the higher they are
// (Risset, "An Introductory Catalogue of Computer Synthesized Sounds", 1969, bell).
static const struct {
    double ratio, level, decay; // of the fundamental, of the whole, s
} partials[] = {
    {1.00, 1.00, 1.10}, {1.007, 0.55, 1.00}, {2.00, 0.50, 0.75}, {2.76, 0.34, 0.55},
    {4.07, 0.20, 0.38}, {5.40, 0.12, 0.26},  {6.80, 0.06, 0.16},
};
#define FUNDAMENTAL 196.0 // Hz

void gong_fill(int16_t *samples, double volume)
{
    const size_t n = (size_t)GONG_RATE * GONG_SECONDS;
    double sum = 0;
    for (size_t p = 0; p < sizeof partials / sizeof *partials; p++)
        sum += partials[p].level;
    for (size_t i = 0; i < n; i++) {
        double t = (double)i / GONG_RATE, value = 0, rest = GONG_SECONDS - t;
        for (size_t p = 0; p < sizeof partials / sizeof *partials; p++)
            value += partials[p].level * exp(-t / partials[p].decay) *
                     sin(2 * PI * FUNDAMENTAL * partials[p].ratio * t);
        double edge = fmin(1, t / ATTACK) * fmin(1, rest / RELEASE);
        samples[i] = (int16_t)lrint(value / sum * edge * PEAK * volume * INT16_MAX);
    }
}

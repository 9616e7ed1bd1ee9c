// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/motion.h"

#include <glib.h>

#include "app/stage.h"

#define FRAME_MS 16

enum easing { EASE_OUT, EASE_IN, EASE_IN_OUT }; // cubic

static const struct {
    int ms;
    enum easing easing;
} motions[] = {
    [MOTION_SETTLE] = {120, EASE_OUT}, [MOTION_ROOM] = {160, EASE_OUT},
    [MOTION_OPEN] = {180, EASE_OUT},   [MOTION_CLOSE] = {140, EASE_IN},
    [MOTION_FLY] = {260, EASE_IN_OUT}, [MOTION_ANNOUNCE] = {300, EASE_OUT},
    [MOTION_HOME] = {160, EASE_OUT},   [MOTION_TURN] = {200, EASE_IN_OUT},
    [MOTION_FLOW] = {250, EASE_IN_OUT},
};

static double eased(enum easing easing, double t)
{
    double rest = 1 - t;
    switch (easing) {
    case EASE_OUT:
        return 1 - rest * rest * rest;
    case EASE_IN:
        return t * t * t;
    case EASE_IN_OUT:
        return t < 0.5 ? 4 * t * t * t : 1 - 4 * rest * rest * rest;
    }
    return 1;
}

static bool is_over(const struct stage *stage, enum motion motion, int64_t since, int64_t now)
{
    return stage->settings.still || stage->reads || now - since >= motions[motion].ms;
}

double motion_share(const struct stage *stage, enum motion motion, int64_t since)
{
    if (is_over(stage, motion, since, stage->now))
        return 1;
    return eased(motions[motion].easing, (double)MAX(0, stage->now - since) / motions[motion].ms);
}

int motion_next_tick(const struct stage *stage, enum motion motion, int64_t since, int64_t now)
{
    // The last frame is drawn when it is over.
    if (since == MOTION_NEVER || is_over(stage, motion, since, stage->now))
        return -1;
    return (int)CLAMP(since + motions[motion].ms - now, 0, FRAME_MS);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every text of a drawn screen stands on: read from the scene's list of items, in the order they
// are painted, those of used scenes too. Documents that a screen shows (a scene with a title) are not
// looked at: they have their own colours.
#ifndef ERNTEBILD_TESTS_APP_GROUNDS_H
#define ERNTEBILD_TESTS_APP_GROUNDS_H

#include <glib.h>

#include "draw/geometry.h"
#include "draw/scene.h"

struct ground {
    double contrast; // the least at any of the points looked at (WCAG 2.1)
    const struct run *text;
    uint32_t colour, below; // there
    struct point at;        // mm on the glass
};

// The text with the least contrast; `texts` gets the number of texts looked at.
struct ground grounds_worst(const struct scene *scene, size_t *texts);

#endif

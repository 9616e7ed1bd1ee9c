// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parts of house fronts: roofs, doors, shops, windows with those who live behind them. A front
// stands on y; what is drawn at a scale `k` is drawn for a ground floor of FRONT_FLOOR units times
// that.
#ifndef ERNTEBILD_DRAW_FIGURE_FRONT_H
#define ERNTEBILD_DRAW_FIGURE_FRONT_H

#include "draw/figure.h"

enum roof { ROOF_GABLE, ROOF_STEPS, ROOF_FLAT, ROOF_MANSARD, ROOF_HIP, ROOF_TOWER, ROOF_COUNT };

#define ROOF_OVERHANG 9.0 // of the eaves, on each side
#define ROOF_PARAPET 0.44 // height of a flat roof, share of what stands on it too
#define ROOF_CHIMNEY 0.62 // where it stands, share of the width

// The roof over walls from x to x + w, eaves at y, h high with all that stands on it; appended from
// the left eave to the right one. Wide houses get several gables.
void figure_roof_path(struct line *out, enum roof roof, double x, double y, double w, double h);
// The roof, tiles, chimney, flag, roof garden. `quiet`: of its lower part something else hides as
// much.
void figure_roof(struct pen *pen, enum roof roof, double x, double y, double w, double h,
                 double quiet, uint32_t colour, const char *key);

#define FRONT_FLOOR 132.0
#define DOOR_WIDE 66.0 // without the leaf that stands open on its left
#define DOOR_HIGH 102.0
#define DOOR_LEAF 24.0
#define SHOP_HIGH 100.0 // awning, window and the wall below it

// An open door with light behind it; x: its left post.
void figure_door(struct pen *pen, double x, double y, double k, uint32_t colour, const char *key);
// A shop window under an awning, people behind it, or when it is narrow the icon in it (NULL: a
// plant).
void figure_shop(struct pen *pen, double x, double y, double w, double k, uint32_t colour,
                 const char *icon, const char *key);

enum window_life {
    LIFE_PERSON,
    LIFE_CURTAINS,
    LIFE_PLANT,
    LIFE_CAT,
    LIFE_LIGHT,
    LIFE_BALCONY,
    LIFE_COUNT
};
// A window of a flat, lower left corner of the sill at x, y.
void figure_flat_window(struct pen *pen, double x, double y, double w, double h,
                        enum window_life life, enum hair hair, uint32_t colour, const char *key);

// A cloud that fills x .. x + w, y .. y + h; closed, appended to `out`.
void figure_cloud_path(struct line *out, double x, double y, double w, double h);

#endif

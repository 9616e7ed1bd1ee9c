// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme.h"

#include <glib.h>

#include "draw/palette.h"

static const struct palette_pair contrast_pairs[] = {
    {COLOUR_WALL, COLOUR_PAPER},        {COLOUR_BAR, COLOUR_PAPER},
    {COLOUR_KEY, COLOUR_PAPER},         {COLOUR_GAP, COLOUR_INK},
    {COLOUR_CRITIQUE, COLOUR_PAPER},    {COLOUR_FANTASY, COLOUR_PAPER},
    {COLOUR_REALISATION, COLOUR_PAPER}, {COLOUR_FOLLOW_UP, COLOUR_PAPER},
    {COLOUR_LINE, COLOUR_INK},          {COLOUR_EDGE, COLOUR_INK},
    {COLOUR_GREY, COLOUR_INK},          {COLOUR_MUTE, COLOUR_INK},
    {COLOUR_OFF, COLOUR_INK},           {COLOUR_WARN, 0x8F1D16FFu},
    {COLOUR_WARN_PALE, COLOUR_PAPER},   {COLOUR_DONE, 0x12552CFFu},
    {COLOUR_DONE_PALE, COLOUR_PAPER},   {COLOUR_SHADOW, COLOUR_SHADOW},
    {COLOUR_WARM, COLOUR_WARM},
};

static const struct palette contrast_palette = {
    .name = "screen",
    .ink = COLOUR_INK,
    .paper = COLOUR_PAPER,
    .grey = COLOUR_INK,
    .shadow = COLOUR_SHADOW,
    .warm = COLOUR_WARM,
    .accents = PALETTE_STRONG_ACCENTS,
    .pairs = contrast_pairs,
    .pairs_n = G_N_ELEMENTS(contrast_pairs),
    .no_tints = true,
};

const struct theme *theme_of(bool high_contrast)
{
    static const struct theme standard = {.line = 1, .icon = 1, .contrast = 4.5};
    static const struct theme contrast = {.palette = &contrast_palette,
                                          .line = 1.5,
                                          .icon = 1.3,
                                          .loops_in_ink = true,
                                          .off_underlined = true,
                                          .outlined = true,
                                          .contrast = 7};
    return high_contrast ? &contrast : &standard;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Colours as 0xRRGGBBAA, and the palette that poster and screen share.
#ifndef ERNTEBILD_DRAW_COLOUR_H
#define ERNTEBILD_DRAW_COLOUR_H

#include <stdint.h>

#define COLOUR_NONE 0x00000000u
#define COLOUR_INK 0x1A1A1EFFu
#define COLOUR_PAPER 0xFFFFFFFFu
#define COLOUR_GREY 0x4A4745FFu   // second text
#define COLOUR_SHADOW 0xD5D0C9FFu // the one grey of drawings
#define COLOUR_WARM 0xFFCC55FFu   // the one warm colour, and the next step on the screen
// the screen's own
#define COLOUR_WALL 0xFAF8F4FFu
#define COLOUR_BAR 0xF1EDE6FFu
#define COLOUR_KEY 0xE4DED4FFu
#define COLOUR_LINE 0xC9C2B7FFu
#define COLOUR_EDGE 0x8A8379FFu
#define COLOUR_MUTE 0x66625DFFu
#define COLOUR_OFF 0x6C6761FFu
#define COLOUR_WARN 0xB3261EFFu
#define COLOUR_WARN_PALE 0xFBE4DFFFu
#define COLOUR_DONE 0x1E6B3CFFu
#define COLOUR_DONE_PALE 0xDFF1E4FFu
#define COLOUR_GAP 0xD9D3C9FFu // between the zones of seats
// cards by their phase; those of the preparation are paper
#define COLOUR_CRITIQUE 0xECE7E0FFu
#define COLOUR_FANTASY 0xFFF0C4FFu
#define COLOUR_REALISATION 0xDCEAFBFFu
#define COLOUR_FOLLOW_UP 0xE6F3D3FFu

#define COLOUR_ACCENTS 8
#define COLOUR_ACCENT_LIST                                                                         \
    {0x559FF5FF, 0xBEE57FFF, 0xFF8A38FF, 0xBC9FCEFF, 0x3CD3ACFF, 0xCF8468FF, 0x8FD3F4FF, 0xE3B5DAFF}
uint32_t colour_accent(int table_number); // 1-based, wraps around after COLOUR_ACCENTS

// a + (b - a) * t, alpha included
uint32_t colour_mix(uint32_t a, uint32_t b, double t);
uint32_t colour_fade(uint32_t colour, double alpha); // multiplies alpha
double colour_contrast(uint32_t a, uint32_t b);      // WCAG 2.1 contrast ratio, 1..21

#endif

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What title, scenery, road and footer have in common. Internal to poster/.
#ifndef ERNTEBILD_POSTER_FURNITURE_H
#define ERNTEBILD_POSTER_FURNITURE_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/pen.h"
#include "draw/scene.h"
#include "poster/wording.h"

struct harvest_core;
struct page;

// CSS weights of the poster's lettering, ART.md 4.
enum {
    WEIGHT_PLAIN = 400,
    WEIGHT_TEXT = 500,
    WEIGHT_SEMI = 600,
    WEIGHT_BOLD = 700,
    WEIGHT_BLACK = 800,
};

// A mark for what says nothing to a reader; scene_end it.
void furniture_begin_decoration(struct page *page);
// A mark for people: one item however many they are. `alt` in the poster's language.
void furniture_begin_figure(struct page *page, const char *id, const char *alt);

// The language that someone's words are set in: the page's, or the one guessed from their script when
// that runs the other way.
const char *furniture_lang(struct page *page, const char *text);
// `text` so that it keeps its order inside a line of the other direction (Unicode isolates).
const char *furniture_isolate(struct page *page, const char *text);

// A wording that is set without a scale, shaped.
struct setting furniture_set(struct page *page, const struct wording *wording, double size,
                             double width, double leading);
// The same measured only.
struct setting furniture_measure(struct page *page, const struct wording *wording, double size,
                                 double width, double leading);

// Shapes as much of `wording` as fits width and height: all of it, or its first words and an ellipsis
// (then `wording` becomes that and *cut true). At least the beginning of the first word.
struct setting furniture_shorten(struct page *page, struct wording *wording, double size,
                                 double width, double leading, double height, bool *cut);

// One line of the poster's own lettering, measured.
double furniture_width(struct page *page, const char *text, int weight, double size);
// The size at which `text` is `width` wide, between the page's least and `most`.
double furniture_size(struct page *page, const char *text, int weight, double width, double most);

// `text`, or its beginning and an ellipsis that are no wider than `width`.
const char *furniture_line_within(struct page *page, const char *text, int weight, double size,
                                  double width);

// Baseline at which the lettering of `size` sits in the middle of y: lower for tall scripts.
double furniture_baseline(struct page *page, const char *text, int weight, double y, double size);

// The numbers of the tables that a core point came from: discs of radius `r` on y, the first begins at
// x, as many as `width` holds. Their lettering: furniture_number_size.
void furniture_origins(struct page *page, const struct harvest_core *core, double x, double y,
                       double r, double width);
double furniture_number_size(const struct page *page);
// From one disc to the next, of the radius.
#define ORIGIN_PITCH 2.17

// The usual rooms of footer and agreements at the bottom of the page: page->footer and page->strip.
void furniture_set_rooms(struct page *page);

// Whether boards stand above people and goal on the strip of agreements instead of between them.
bool furniture_strip_is_tall(const struct page *page);
// The height that the heading of the agreements takes above the boards; 0: it stands beside them.
double furniture_strip_heading(const struct page *page);

// A flat box with hand-drawn edges, its corners off by a few units: boards, plaques.
void furniture_board_path(struct line *out, double x, double y, double w, double h);

// Whether the ribbon under the title has no room for who invited.
bool furniture_long_host(const struct page *page);
// Who invited, when the ribbon under the title has no room for their name and it stands in the footer
// instead; NULL: in the ribbon, or nobody.
const char *furniture_host_below(const struct page *page);

#endif

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the drawn pages of the exchange log share: a page in millimetres, text that fits, boxes and
// small drawings in the poster's hand. The pen's local unit is the millimetre; lines are 0.5, 0.3 and
// 0.19 mm thick. Internal to exchange/.
#ifndef ERNTEBILD_EXCHANGE_PAPER_H
#define ERNTEBILD_EXCHANGE_PAPER_H

#include <stdbool.h>

#include "draw/paragraph.h"
#include "draw/pen.h"
#include "draw/scene.h"
#include "exchange/picture.h"

struct arena;

enum { WEIGHT_TEXT = 500, WEIGHT_SEMI = 600, WEIGHT_BOLD = 700, WEIGHT_BLACK = 800 };

#define PAPER_MARGIN 15.0

struct paper {
    const struct picture_tools *tools; // borrowed
    struct arena *arena;               // borrowed: runs and lines live as long as it
    struct scene *scene;               // the caller's, when done
    struct pen pen;
    double w, h; // mm
};

struct paper paper_new(const struct picture_tools *tools, struct arena *arena, double w, double h,
                       const char *key);
const char *paper_tr(const struct paper *paper, const char *id) __attribute__((format_arg(2)));

// Everything drawn until paper_end is decoration (an artifact of the PDF), or a drawing that `alt`
// describes.
void paper_begin_decoration(struct paper *paper);
// Everything until paper_end is one item of a list (ROLE_LI), a table, a row or a cell.
void paper_begin(struct paper *paper, enum scene_role role);
void paper_begin_figure(struct paper *paper, const char *id, const char *alt);
void paper_end(struct paper *paper);

struct type { // how a text is set
    double size; // mm (em)
    int weight;
    uint32_t colour;
    enum pen_anchor anchor;
    enum scene_role role; // ROLE_NONE: a paragraph
};
double paper_width(struct paper *paper, const char *text, struct type type);
// One line; y is the middle of its small letters. Returns its width.
double paper_text(struct paper *paper, const char *text, double x, double y, struct type type);
// The same in at most `width`: smaller down to 0.8, then cut with an ellipsis.
double paper_text_within(struct paper *paper, const char *text, double x, double y, double width,
                         struct type type);
// Lines from the top `y`, at most `lines` (0: any number; the last one ends in an ellipsis). Returns
// the height used. With draw false it only measures.
double paper_block(struct paper *paper, const char *text, double x, double y, double width,
                   int lines, struct type type, bool draw);

void paper_rule(struct paper *paper, double x0, double x1, double y, double width, uint32_t colour);
void paper_dots(struct paper *paper, double x0, double x1, double y); // a leader
void paper_box(struct paper *paper, struct box box, double radius, uint32_t fill, double width,
               const char *key); // by hand
void paper_dashed_box(struct paper *paper, struct box box, double radius, uint32_t colour);
void paper_fill(struct paper *paper, struct box box, double radius, uint32_t colour); // exact
// An icon in the square; COLOUR_NONE: strokes only.
void paper_icon(struct paper *paper, const char *name, double x, double y, double size,
                uint32_t fill);
void paper_sign(struct paper *paper, const char *name, double x, double y, double size,
                uint32_t colour); // in one colour: a state
// A sign that is read as `words`: the label of an item.
void paper_label(struct paper *paper, const char *name, const char *words, double x, double y,
                 double size, uint32_t colour);
void paper_house(struct paper *paper, double x, double y, double size, uint32_t colour,
                 const char *key); // a party
// "bis 5. Oktober" on a slanted flag that ends at `right`; warn and done have their own colours.
enum flag { FLAG_WARM, FLAG_LATE, FLAG_DONE, FLAG_DASHED };
void paper_flag(struct paper *paper, const char *text, double right, double y, enum flag flag,
                const char *key);
void paper_road(struct paper *paper, double x0, double x1, double y, double h);
void paper_footer(struct paper *paper, const char *left, const char *right);

// The icon of a text: what was chosen, else what its words suggest, else `otherwise`.
const char *paper_icon_of(struct paper *paper, const char *chosen, const char *text,
                          const char *otherwise);

#endif

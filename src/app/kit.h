// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The kit: what screens are made of. All lengths are the seat's mm; sizes of text are em in mm.
// Hand-drawn = made by people, or what to do next; crisp = tool. Whatever can be touched leaves a
// mark with its hit name in the scene: finding what a finger touched is reading the scene.
#ifndef ERNTEBILD_APP_KIT_H
#define ERNTEBILD_APP_KIT_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/colour.h"
#include "draw/geometry.h"
#include "draw/lettering.h"
#include "draw/pen.h"
#include "draw/scene.h"

struct arena;
struct fingers;
struct seat;
struct stage;
struct theme;

#define KIT_INK_UNIT 0.40     // mm: heavy 2.1, medium 1.3, fine 0.8
#define KIT_TEXT_LEAST 7.5    // mm: nothing is smaller, ever
#define KIT_TARGET_LEAST 15.0 // mm
#define KIT_MARGIN 15.0       // mm round a screen's content
#define KIT_HAIRLINE 0.6

struct kit {
    struct scene *scene; // borrowed, as all that follows
    struct lettering *lettering;
    const struct icons *icons;
    const struct tr *tr;
    const struct fingers *fingers; // what is pressed right now
    struct arena *arena;           // dies when the scene is drawn anew
    struct measure measure;
    struct pen pen;   // its local unit is the seat's mm
    struct affine home; // seat's mm -> scene
    struct affine m;    // the same, moved by what slides
    struct point slide; // mm in the scene
    const char *lang; // of the seat's words
    const struct stage *stage;
    const struct theme *theme;
    struct shapes *shapes; // what earlier frames drew by hand, or NULL: what is drawn outlives them
    double mirror; // width of what is mirrored, 0: nothing is
    struct line scratch;
};

// For one drawing of `scene`. Ends with kit_clear.
void kit_init(struct kit *kit, const struct stage *stage, struct scene *scene, struct arena *arena);
void kit_clear(struct kit *kit);
// From now on everything is drawn for this seat; NULL: upright on the whole glass.
void kit_sit(struct kit *kit, const struct seat *seat);
// The same for facilitators, over whatever screen: upright, in their words.
void kit_lead(struct kit *kit);
// From now on, until someone sits, the words are these.
void kit_speak(struct kit *kit, const struct tr *tr);
// From now on left and right are exchanged within `width` (seat mm), for people who read from the
// right: boxes, icons and texts change sides, what is in them does not turn. 0: no longer.
void kit_mirror(struct kit *kit, double width);
// From now on what is drawn is moved by dx, dy (seat mm) on its way to its place; fingers find it there
// already. 0, 0: no longer.
void kit_slide(struct kit *kit, double dx, double dy);
const char *kit_tr(const struct kit *kit, const char *id) __attribute__((format_arg(2)));

// ---- what can be touched ------------------------------------------------------------------------
// What is drawn up to kit_end belongs to the target `hit`, whose area is `box`. `text` (may be
// NULL) is what it says.
void kit_begin_target(struct kit *kit, const char *hit, struct box box, const char *text);
// The same for what is not touched but has a meaning in the dump; `id` and `text` may be NULL.
void kit_begin(struct kit *kit, enum scene_kind kind, const char *id, const char *text);
void kit_end(struct kit *kit);
// An area that catches fingers but draws nothing ("board:seat1"; a sheet that covers what is
// below).
void kit_target(struct kit *kit, const char *hit, struct box box);
bool kit_pressed(const struct kit *kit, const char *hit); // NULL: never
// A formatted name that lives as long as the scene's drawing: kit_name(kit, "card:%lld", ...).
const char *kit_name(struct kit *kit, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// What people read: as kit_name, numbers in the digits of who reads (base/digits.h).
const char *kit_say(struct kit *kit, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *kit_digits(struct kit *kit, const char *text); // a date, say, with these digits

// ---- crisp --------------------------------------------------------------------------------------
void kit_fill(struct kit *kit, struct box box, double radius, uint32_t colour);
void kit_frame(struct kit *kit, struct box box, double radius, double width, uint32_t colour);
void kit_dashes(struct kit *kit, struct box box, double radius, double width, double dash,
                double gap, uint32_t colour);
void kit_disc(struct kit *kit, double x, double y, double radius, uint32_t colour);
void kit_ring(struct kit *kit, double x, double y, double radius, double width, uint32_t colour);
void kit_rule(struct kit *kit, double x0, double y0, double x1, double y1, uint32_t colour);
void kit_line(struct kit *kit, const struct line *line, double width, double dash, double gap,
              uint32_t colour);
// In the square x, y, size; the line's width follows the size.
void kit_icon(struct kit *kit, const char *name, double x, double y, double size, uint32_t colour);
void kit_clip(struct kit *kit, struct box box); // until kit_unclip
void kit_unclip(struct kit *kit);

// ---- drawn by hand ------------------------------------------------------------------------------
// `key` seeds the stroke: the same key draws the same line. Widths in mm are PEN_* * KIT_INK_UNIT.
void kit_hand_box(struct kit *kit, struct box box, double radius, uint32_t fill, double width,
                  const char *key);
void kit_hand_shape(struct kit *kit, const struct line *outline, uint32_t fill, double width,
                    const char *key);
bool kit_hand_icon(struct kit *kit, const char *name, double x, double y, double size,
                   uint32_t fill, double width, const char *key);

// ---- text ---------------------------------------------------------------------------------------
enum kit_align { KIT_LEFT, KIT_CENTRE, KIT_RIGHT };

struct kit_type { // how a text is set
    double size;  // mm
    int weight;
    uint32_t colour;
    enum kit_align align;
    const char *lang; // NULL: the seat's
};

// The language a text that people wrote is set in, by its script: its direction is its own, not the
// seat's. Borrowed.
const char *kit_guess_lang(struct kit *kit, const char *text);
double kit_text_width(struct kit *kit, const char *text, struct kit_type type);
// One line; x is its left edge, middle or right edge, y the middle of its height. Returns its
// width.
double kit_text(struct kit *kit, const char *text, double x, double y, struct kit_type type);
// The same on the baseline `y`.
double kit_text_on(struct kit *kit, const char *text, double x, double y, struct kit_type type);
// One line in `width`: smaller in steps of 0.5 down to `least`, then cut with an ellipsis. x as in
// kit_text. Returns its width.
double kit_text_within(struct kit *kit, const char *text, double x, double y, double width,
                       double least, struct kit_type type);
// Lines broken to `width`, from the top `y`; at most `lines` of them (0: any number), for which it
// gets smaller down to `least`, then ends with an ellipsis. Returns the height.
double kit_paragraph(struct kit *kit, const char *text, double x, double y, double width, int lines,
                     double least, struct kit_type type);

#endif

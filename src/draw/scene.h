// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scene: a list of items in millimetres that is complete before anything is painted. Posters,
// minutes and the app all build one; paint, dump, hit and the PDF's tag writer read it.
//
// Items are polygons, strokes, lines of text, pictures of pixels, uses of other scenes, and clips. A mark groups the
// items between scene_begin and scene_end and says what they are: kind, id, table, text, language,
// hit name, alternative text. Marks may nest. A mark's box is the union of the ink boxes of its
// items (not of nested marks' items) unless the mark brings its own.
#ifndef ERNTEBILD_DRAW_SCENE_H
#define ERNTEBILD_DRAW_SCENE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/colour.h"
#include "draw/geometry.h"
#include "draw/lettering.h"

struct arena;
struct bitmap;
struct palette;

// What an element is. The names of the dump are in scene_kind_name.
enum scene_kind {
    KIND_DECORATION, // outlines, ribbons, bubbles, shadows, road and waves: may be overlapped
    KIND_TITLE,
    KIND_TABLE, // a table's heading
    KIND_IDEA,  // the text of a card
    KIND_KEYWORD,
    KIND_ICON,
    KIND_FIGURE,
    KIND_CONNECTOR,
    KIND_CORE_POINT,
    KIND_AGREEMENT,
    KIND_FOOTER,
};

// What an element is to a reader of the PDF (ISO 32000-1, 14.8.4). Decoration is an artifact. Marks of
// TABLE and TR, and those of LI and TD without a text, hold other elements; all others are told as one.
// Items that follow each other are one list.
enum scene_role {
    ROLE_NONE,
    ROLE_H1,
    ROLE_H2,
    ROLE_H3,
    ROLE_P,
    ROLE_LI,
    ROLE_LABEL, // the number or sign that an item begins with
    ROLE_TABLE,
    ROLE_TR,
    ROLE_TH,     // of a column
    ROLE_TH_ROW, // of its row
    ROLE_TD,
    ROLE_FIGURE,
    ROLE_ARTIFACT
};

struct scene_mark {
    enum scene_kind kind;
    enum scene_role role;
    const char *id;    // data id ("card:123"), the same for all parts of one card
    const char *table; // title of the table it belongs to, or NULL
    const char *text;  // the whole text it shows, or NULL
    const char *lang;  // BCP 47, or NULL
    const char *alt;   // alternative text of a drawing, or NULL
    const char *hit;   // stable name of what a finger can touch here, or NULL
    double size_pt;    // filled from the largest text item when 0
    const char *font;  // filled from the first text item when NULL
    struct box box;    // own box in the scene's mm, or BOX_EMPTY: union of its items

    // Filled by the scene.
    int parent;        // the mark it is nested in, or -1
    size_t first, end; // its items, those of nested marks too: first <= i < end
    struct box ink;    // union of its items
    bool fixed_size;   // size_pt was given
};

enum scene_type {
    SCENE_FILL,
    SCENE_STROKE,
    SCENE_TEXT,
    SCENE_IMAGE,
    SCENE_USE,
    SCENE_CLIP,
    SCENE_UNCLIP
};

struct scene_item {
    enum scene_type type;
    uint32_t colour;
    struct box box;  // ink box, mm, scene coordinates
    int mark;        // index of the innermost mark, -1: none
    uint64_t hash;   // of everything that changes a pixel
    union {
        struct { // SCENE_FILL, SCENE_STROKE, SCENE_CLIP: polygons, in the scene's arena
            const struct point *p;
            const unsigned *ends; // index after the last point of each polygon
            unsigned polygons;
            double width;         // stroke, mm
            double dash[2];       // stroke, mm; 0: solid
            bool closed, even_odd;
        } path;
        struct { // SCENE_TEXT
            const struct run *run;
            struct affine m; // em units at the start of the baseline -> mm
        } text;
        struct { // SCENE_IMAGE: pixels, which must outlive the scene; colour's alpha counts
            const struct bitmap *bitmap;
            struct affine m; // its pixels -> mm
        } image;
        struct { // SCENE_USE: another scene, which must outlive this one
            const struct scene *scene;
            struct affine m; // its mm -> ours
            double alpha;    // 1: opaque
        } use;
    };
};

struct scene {
    double w, h; // mm
    const char *title, *lang; // of the document, in the arena
    const struct palette *palette; // translates every colour that is put in; NULL: as they are
    struct arena *arena;
    struct scene_item *items;
    size_t items_n, items_room;
    struct scene_mark *marks;
    size_t marks_n, marks_room;
    int open[16]; // stack of open marks
    int open_n;
    struct {
        struct box box; // what the clips leave, mm
        uint64_t hash;  // of all clips down to here
    } clips[8];         // stack of open clips
    int clips_n;
    struct box ink;     // union of all items
    const char **appendix; // ids of cards that this scene leaves to the appendix pages
    size_t appendix_n, appendix_room;
    struct scene_placed *placed; // cards that people put where they are
    size_t placed_n, placed_room;
};

struct scene_placed {
    const char *id;
    double x, y; // shares of the room they may stand in
};

struct scene *scene_new(double w_mm, double h_mm);
void scene_free(struct scene *scene);
void scene_reset(struct scene *scene); // empties it for the next frame, keeps memory
const char *scene_kind_name(enum scene_kind kind); // "core_point"

// Strings of `mark` are copied. Returns its index.
int scene_begin(struct scene *scene, struct scene_mark mark);
void scene_end(struct scene *scene);
void scene_to_appendix(struct scene *scene, const char *card_id);
void scene_to_placed(struct scene *scene, const char *id, double x, double y);

// Points are copied. `m` takes them to mm (AFFINE_IDENTITY when they are).
void scene_fill(struct scene *scene, const struct line *polygons, size_t n, struct affine m,
                uint32_t colour, bool even_odd);
void scene_stroke(struct scene *scene, const struct line *lines, size_t n, struct affine m,
                  double width_mm, bool closed, const double dash_mm[2], uint32_t colour);
void scene_clip(struct scene *scene, const struct line *polygon, struct affine m);
// Clips to the union of `n` polygons of one direction (holes run the other way), as letters have.
void scene_clip_union(struct scene *scene, const struct line *polygons, size_t n, struct affine m);
void scene_unclip(struct scene *scene);
// One shaped line; size in mm (em), start of the baseline at x, y mm, turned by `radians` about it.
void scene_text(struct scene *scene, const struct run *run, double size_mm, double x, double y,
                double radians, uint32_t colour);
// Pixels upright in `box` (mm), as large as it.
void scene_image(struct scene *scene, const struct bitmap *bitmap, struct box box);
// Places all of `other` (its marks too) under `m`; borrowed, must outlive this scene.
void scene_use(struct scene *scene, const struct scene *other, struct affine m, double alpha);

// Puts an item of another scene at the end, with its points and its colour as they are there; what it
// points to must outlive this scene. Clips must come in pairs.
void scene_repeat(struct scene *scene, const struct scene_item *item);

// Gives every item the colour that `choose` says.
typedef uint32_t scene_choose_colour(void *context, const struct scene_item *item);
void scene_recolour(struct scene *scene, scene_choose_colour *choose, void *context);

// Of everything painted and of the marks: equal hashes need neither painting nor a dump.
uint64_t scene_hash(const struct scene *scene);

// Box of mark `i` in scene coordinates; empty when it shows nothing.
struct box scene_mark_box(const struct scene *scene, int i);
// The name of the topmost hit mark that contains `p` (mm), used scenes included; NULL: none.
// Borrowed until the scene changes. `box` (may be NULL) gets its box.
const char *scene_hit(const struct scene *scene, struct point p, struct box *box);
// The box, in scene coordinates, of the topmost mark with hit name `name`; if there is none, of all
// marks with data id `name` together. False: neither is there.
bool scene_find(const struct scene *scene, const char *name, struct box *box);
// Boxes that have to be painted again when `now` follows `before`, at most `room` of them (merged
// when more). Compares items, not flags: what is equal in order and hash is not painted.
size_t scene_damage(const struct scene *before, const struct scene *now, struct box *boxes,
                    size_t room);

// Visits every mark, those of used scenes too, with its box in this scene's coordinates, in
// painting order.
typedef void scene_visit(void *context, const struct scene_mark *mark, struct box box);
void scene_each_mark(const struct scene *scene, scene_visit *visit, void *context);
// Number of characters without a glyph in all text, used scenes included; `first` (may be NULL)
// gets the first text that lacks one.
int scene_missing_glyphs(const struct scene *scene, const char **first);

#endif

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the rooms of the poster share while one page is composed. The unit is the art unit: 1 pt on an
// A1 page (ART.md); pages of other sizes have more or fewer of them, never smaller lettering than
// `min_size`. y grows downwards, the origin is the page's top left corner. Right-to-left pages are
// composed left-to-right and mirrored by the pen.
#ifndef ERNTEBILD_POSTER_PAGE_H
#define ERNTEBILD_POSTER_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/geometry.h"
#include "draw/paragraph.h"
#include "draw/pen.h"
#include "draw/scene.h"
#include "poster/harvest.h"
#include "poster/poster.h"

struct arena;
struct bitmap;
struct composition;
struct err;

// What an obstacle is decides what may stand on it and how near others may come.
enum obstacle_kind {
    OBSTACLE_TEXT,      // padded by 7
    OBSTACLE_DRAWING,   // padded by 9
    OBSTACLE_HEADING,   // a ribbon: trees may stand on its upper edge
    OBSTACLE_BOARD,     // an agreement, a lane: trees may stand on its upper edge
    OBSTACLE_SCENERY,   // lines and decoration avoid it
    OBSTACLE_CROSSED,   // lines may cross it, words and decoration may not: a trunk
};

struct obstacle {
    enum obstacle_kind kind;
    struct box box; // art units
};

struct island_form;
struct pack;

// What the parts of a picture mean, for its footer: "roots = who is here".
#define METAPHOR_PARTS 6
struct metaphor {
    const char *name; // "The tree:"
    struct {
        const char *icon, *text;
    } part[METAPHOR_PARTS];
    size_t n;
};

// A theme table's place on the page. Layout (block.c, pack.c, ring.c) fills it; island.c draws it;
// space.c and route.c read `outline` and `box`.
struct island {
    const struct harvest_table *table;
    const struct island_form *form; // form.h
    uint32_t colour;
    struct box box;       // heading, outline and content
    struct line outline;  // closed, art units; owned
    void *layout;         // pack.c's placed blocks and heading, in the page's arena
};

struct page {
    const struct harvest *harvest;
    const struct poster_options *options;
    const struct poster_tools *tools;
    const struct composition *composition; // the structure of this page
    const struct metaphor *metaphor; // told in the footer instead of the parties; NULL: none
    const void *arrangement; // what the composition found beside rooms and islands; in the arena
    struct arena *arena;
    struct scene *scene;
    const struct bitmap *logo, *picture; // of the hosts; NULL: none
    struct pen pen;       // art units; unit_mm on the page
    double unit_mm;       // millimetres of one art unit
    double w, h;          // page, art units
    double margin;        // 36
    double large;         // largest lettering and scale, times the usual: few cards take the page
    double min_size;      // smallest lettering: 14, more on small paper so that it is 8 pt there
    bool portrait, rtl;
    bool long_text;       // mean card longer than 50 characters (ART-2 F)
    bool vote_numbers;    // biggest vote > 15: numbers instead of dots
    double scale;         // s of ART.md, found by the arrangement
    bool list_mode;
    int full_top;         // ideas in full per table in list mode
    struct box title, scenery, strip, footer; // rooms, art units
    struct island *islands;                   // in the arena, by table number
    const int *order;     // which table stands in which slot; NULL: in the order of numbers
    size_t islands_n;
    struct obstacle *obstacles; // g_realloc'd; grows by page_note
    size_t obstacles_n, obstacles_room;
    struct outside_card *outside; // cards that stand outside their islands; in the arena
    size_t outside_n;
    const int64_t *inside; // cards that were put there and found no room
    size_t inside_n;
    double smallest;      // smallest lettering drawn, art units
    const struct harvest_table *further; // core points, agreements, relations for the appendix:
    size_t further_n, further_ideas;     // tables without a number
};

// An obstacle for connectors and decoration; also the place to learn what a drawing occupied.
void page_note(struct page *page, enum obstacle_kind kind, struct box box);

// Lettering of that size was drawn, for the smallest on the page. page_line and page_block say it.
void page_note_size(struct page *page, double size);

// Text metrics in art units.
const struct run *page_run(struct page *page, const char *text, int weight, const char *lang);
double page_text_width(struct page *page, const char *text, int weight, const char *lang,
                       double size);
struct paragraph *page_paragraph(struct page *page, const char *text, int weight, const char *lang,
                                 double size, double width, double leading);
// A poster string in the poster's language, from its English message id.
const char *page_tr(struct page *page, const char *id) __attribute__((format_arg(2)));
// How much there is to read at a table, in characters: grows a little with each card.
double page_reading(const struct harvest_table *table);
// So much is there to read at a page's tables before sides differ by it: a few cards say nothing.
#define PAGE_SETTLED 1200.0
const char *page_lang(const struct page *page);
// What the table is called, also when it gathers what belongs to no theme.
const char *page_table_title(struct page *page, const struct harvest_table *table);

// Text with a mark: begins a mark of `kind` around one line / a paragraph (art units; anchors as the
// pen's), notes its size, ends the mark. `id` and `table` may be NULL.
void page_line(struct page *page, enum scene_kind kind, const char *id, const char *table,
               const char *text, int weight, const char *lang, double x, double baseline,
               double size, enum pen_anchor anchor, uint32_t colour);
// A line that is a heading to who has the document read out: ROLE_H1 or ROLE_H2.
void page_heading(struct page *page, enum scene_role role, enum scene_kind kind, const char *id,
                  const char *text, int weight, const char *lang, double x, double baseline,
                  double size, enum pen_anchor anchor);
void page_block(struct page *page, enum scene_kind kind, const char *id, const char *table,
                const char *text, const struct paragraph *paragraph, double x, double y,
                double width, enum pen_anchor align, uint32_t colour, const char *key);

// A card's drawing, as large as fits into `room` (art units) but never finer than `finest`; not
// mirrored on a right-to-left page. `alone`: there are no words beside it, so it bears its
// alternative text. Returns the width it took.
double page_sketch(struct page *page, const char *ink, const char *id, const char *table,
                   struct box room, double finest, bool alone);

// ---- furniture: each draws into the room it is given and notes what it occupies ---------------
// title.c: title lines, host, date and place ribbon at the top of `room`. Returns the height used.
// With draw false it only measures.
double title_draw(struct page *page, struct box room, bool draw);
// scenery.c: panorama, round table with people, "Unsere Kernpunkte" and the core points.
void scenery_draw(struct page *page, struct box room);
// strip.c: the road of agreements from today to the next meeting.
void strip_draw(struct page *page, struct box room);
// The same along a straight road that is there already and comes from elsewhere: y of its upper edge.
void strip_draw_at_road(struct page *page, struct box room);
double strip_road(struct box room);
// TODAY on an arrow that lies on a road, from x on. Its width.
double strip_draw_today(struct page *page, double x, double middle);
// footer.c: parties, hosts, legend, note.
void footer_draw(struct page *page, struct box room);
// The height that it asks for.
double footer_height(struct page *page, double width);

// ---- free space -------------------------------------------------------------------------------
// connector.c: labelled arrows between related tables, or twin badges where none has room.
void connectors_draw(struct page *page);
// decoration.c: people and small drawings in what is left, inside islands too.
void decoration_draw(struct page *page);

// ---- layout -----------------------------------------------------------------------------------
// composition.h: where things are. island.c: the island of a pack's table, its content and outline set
// into `box`; shadow, ground and outline; then heading and ideas; and the boxes of both.
void island_set(struct page *page, const struct pack *pack, struct box box);
void island_note(struct page *page, const struct island *island);
void island_draw_ground(struct page *page, const struct island *island);
void island_draw_content(struct page *page, const struct island *island);
// appendix.c: one page of every card in full; starts at idea *next (running over tables, then over
// `further`), advances it; false when nothing was left.
bool appendix_draw(struct page *page, size_t *next);

#endif

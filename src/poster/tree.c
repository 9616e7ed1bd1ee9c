// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/tree.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "poster/composition.h"
#include "poster/form.h"
#include "poster/tree_crowns.h"

#define ABOVE_GROUND 12.0 // from the crowns to the ground's room
#define FOOT 20.0         // of the ground below what stands on it
#define WIDE 720.0        // a corridor in which the tree has its full size
#define FROM_TITLE 26.0   // to the trunk
#define SLIM 56.0         // em: narrower pages have no room for a trunk between crowns
#define SLOPE 100.0       // width of the hill's flank

// ---- what the rooms share
// ------------------------------------------------------------------------

double tree_hill_drop(const struct page *page)
{
    // A narrow corridor has no room for people: they stand below the crowns.
    return page->portrait ? 132 : 8;
}

double tree_hill_half(const struct page *page, double corridor)
{
    double least = page->w * (page->portrait ? 0.19 : 0.152), most = page->w * 0.2;
    least = fmax(least, 17 * page->min_size); // a name of one long word
    if (page->islands_n == 1)
        return fmax(page->w * 0.15, 15 * page->min_size);
    bool beside = page->harvest->agreements_n > 0 || page->harvest->meeting_date != NULL;
    if (!beside)
        most = page->w * 0.3;
    return fmax(least, fmin(corridor / 2 + 8, most));
}

double tree_ground_height(const struct page *page)
{
    const struct harvest *harvest = page->harvest;
    double least = page->min_size, signs = 0, tags = 0;
    double rows = ((double)harvest->parties_n + 1) / 2;
    double text = fmax(16, least);
    // A name of three words takes two lines on a narrow hill.
    tags = 30 + floor(rows) * (text * (page->portrait ? 1.7 : 1.25) + 21) + 12;
    tags = fmin(tags, page->h * 0.2);
    if (harvest->agreements_n > 0) {
        double boards = 138 + 6.5 * (least - 14), n = (double)harvest->agreements_n;
        // Beside the hill of an upright page two or three agreements share a board.
        if (page->portrait)
            boards = fmax(boards + 3 * least, fmin(ceil(n / 2), 3) * 8 * least);
        else if (n > 91 / least)
            boards += 5 * least;
        signs = tree_signs_top(page) + boards + 30;
    } else if (harvest->meeting_date != NULL) {
        signs = fmax(42, least * 1.9) + 90;
    }
    return fmax(fmax(signs, tags + tree_hill_drop(page)), 150 + tree_hill_drop(page) * 0.6) + FOOT;
}

struct tree tree_of(struct page *page)
{
    struct tree tree = {.page = page, .corridor = page->scenery};
    double w = tree.corridor.w;
    tree.axis = tree.corridor.x + w / 2;
    if (page->islands_n == 1) // nearer to the only crown, so that the ground beyond has room too
        tree.axis = tree.corridor.x + w * 0.36;
    tree.k = fmin(1, fmax(0.6, w / WIDE));
    tree.crotch = page->title.y + page->title.h + FROM_TITLE;
    tree.plateau = page->strip.y + tree_hill_drop(page);
    tree.foot = page->strip.y + page->strip.h - FOOT;
    if (page->harvest->core_n == 0) // the top spreads into twigs
        tree.crotch += fmin(150, (tree.plateau - tree.crotch) * 0.14);
    tree.hill_half = tree_hill_half(page, w);
    return tree;
}

double tree_ground(const struct tree *tree, double x)
{
    double off = fabs(x - tree->axis), flat = tree->hill_half - SLOPE;
    double roll = 2.5 * sin(x / 90), edge = tree->foot - 2;
    if (off <= flat)
        return tree->plateau + 6 * (off / flat) * (off / flat) + roll * 0.4;
    if (off >= tree->hill_half)
        return edge + roll * 0.5;
    double t = (off - flat) / SLOPE, s = t * t * (3 - 2 * t);
    return tree->plateau + 6 + (edge - tree->plateau - 6) * s;
}

int tree_side(const struct tree *tree, const struct island *island)
{
    return island->box.x + island->box.w / 2 < tree->axis ? -1 : 1;
}

double tree_inner_edge(const struct tree *tree, const struct island *island, double y)
{
    int side = tree_side(tree, island);
    double edge = NAN, off = INFINITY;
    for (size_t i = 0; i < island->outline.n; i++) {
        struct point a = island->outline.p[i], b = island->outline.p[(i + 1) % island->outline.n];
        if ((a.y <= y) != (b.y <= y)) {
            double x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
            edge = isnan(edge) || off > 0 ? x : side < 0 ? fmax(edge, x) : fmin(edge, x);
            off = 0;
        } else if (fabs(a.y - y) < off) {
            edge = a.x;
            off = fabs(a.y - y);
        }
    }
    return edge;
}

double tree_lower_edge(const struct island *island, double x)
{
    double lowest = -INFINITY;
    for (size_t i = 0; i < island->outline.n; i++) {
        struct point a = island->outline.p[i], b = island->outline.p[(i + 1) % island->outline.n];
        if ((a.x <= x) != (b.x <= x))
            lowest = fmax(lowest, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x));
    }
    return lowest;
}

bool tree_is_free(const struct tree *tree, struct box box)
{
    const struct page *page = tree->page;
    if (box_overlaps(page->title, box, 0))
        return false;
    for (size_t i = 0; i < page->islands_n; i++)
        if (box_overlaps(page->islands[i].box, box, 0))
            return false;
    for (size_t i = 0; i < page->obstacles_n; i++)
        if (box_overlaps(page->obstacles[i].box, box, 0))
            return false;
    return true;
}

// ---- the composition
// -----------------------------------------------------------------------------

static void add_part(struct metaphor *metaphor, const char *icon, const char *text)
{
    metaphor->part[metaphor->n].icon = icon;
    metaphor->part[metaphor->n++].text = text;
}

// What there is of the tree.
static const struct metaphor *explain(struct page *page)
{
    const struct harvest *harvest = page->harvest;
    struct metaphor *metaphor = ARENA_NEW(page->arena, struct metaphor);
    metaphor->name = page_tr(page, N_("The tree:"));
    if (harvest->parties_n > 0)
        add_part(metaphor, "plant-2", page_tr(page, N_("roots = who is here")));
    if (harvest->core_n > 0)
        add_part(metaphor, "tree", page_tr(page, N_("trunk = core points")));
    if (harvest->tables_n > 0)
        add_part(metaphor, "trees", page_tr(page, N_("crowns = theme tables")));
    if (harvest->max_votes > 0)
        add_part(metaphor, "apple", page_tr(page, N_("fruits = votes")));
    if (harvest->agreements_n > 0)
        add_part(metaphor, "seedling", page_tr(page, N_("seedlings = agreements")));
    return metaphor;
}

static bool arrange(struct page *page, struct err *err)
{
    if (page->w < SLIM * page->min_size)
        return err_set(err, ERR_INPUT, N_("%zu tables do not fit on this page. Choose a larger one."),
                       page->harvest->tables_n);
    double h = tree_ground_height(page), w = page->w - 2 * page->margin;
    double footer = footer_height(page, w);
    page->metaphor = explain(page); // instead of the parties, if they are all at the roots
    footer = fmax(footer, footer_height(page, w));
    page->metaphor = NULL;
    page->islands_n = page->harvest->tables_n;
    page->islands = ARENA_ARRAY(page->arena, struct island, MAX(page->islands_n, 1));
    page->footer = (struct box){page->margin, page->h - page->margin - footer, w, footer};
    page->strip = (struct box){page->margin, page->footer.y - 6 - h, w, h};
    return crowns_arrange(page, page->strip.y - ABOVE_GROUND)
               ? true
               : err_set(err, ERR_INPUT,
                         N_("%zu tables do not fit on this page. Choose a larger one."),
                         page->harvest->tables_n);
}

static void draw_setting(struct page *page)
{
    struct tree tree = tree_of(page);
    struct plaques plaques = tree_plan_plaques(&tree);
    struct tags tags = tree_plan_tags(&tree);
    // Parties that do not stand whole at a root are named in the footer.
    if (!tags.cut)
        page->metaphor = explain(page);
    title_draw(page, page->title, true);
    footer_draw(page, page->footer);
    struct branches branches = tree_grow(&tree);
    tree_draw_hill(&tree);
    tree_draw_wood(&tree, &branches, &tags);
    tree_draw_tags(&tags);
    tree_draw_plaques(&plaques);
    tree_draw_seedlings(&tree);
    tree_draw_people(&tree, &branches);
    tree_fell(&branches);
}

static void note_island(struct page *page, const struct island *island)
{
    island_note(page, island);
    tree_note_leaves(page, island);
}

static void draw_ground(struct page *page, const struct island *island)
{
    island_draw_ground(page, island);
    tree_draw_leaves(page, island);
}

// What grows from common roots: associations, schools, values, what is there already.
static const char *const GROWTH_WORDS[] = {
    "verein.", "vereine",  "schule",   "kita.",   "kitas.",   "werte.",     "wurzel", "baum.",
    "wachsen", "leitbild", "schätze.", "schatz.", "stärken.", "gemeinsinn", "club",   "school",
    "values",  "roots.",   "tree.",    "grow",    "associat", "strengths",  "école",  "valeurs",
    "racine",  "arbre",    "escuel",   "valores", "raíces",   "школ",       "корн",   "ценност",
    "корін",   "цінност",  "okul",     "değer",   "kök.",     "ağaç",       "مدرسة",  "قيم",
    "جذور",    "مدرسه",    "ارزش",     "ریشه",
};

static bool grows(const char *text)
{
    return composition_hears(text, GROWTH_WORDS, G_N_ELEMENTS(GROWTH_WORDS));
}

// ART-2.md, B: three to eight tables, better an even number, and a topic that grows.
static double suits(const struct harvest *harvest)
{
    enum { FEW = 3, MANY = 8 };
    size_t n = harvest->tables_n;
    if (n < FEW || n > MANY)
        return 0.2;
    double suits = n % 2 == 0 ? 0.36 : 0.32;
    if (grows(harvest->title) || grows(harvest->question))
        suits += 0.3;
    return suits;
}

static const struct island_form *const FORMS[] = {&form_cloud, &form_blob};

const struct composition composition_tree = {
    .name = "tree",
    .aliases = {"baum"},
    .tables_most = 12,
    .forms = FORMS,
    .forms_n = G_N_ELEMENTS(FORMS),
    .suits = suits,
    .arrange = arrange,
    .draw_setting = draw_setting,
    .note_island = note_island,
    .draw_ground = draw_ground,
    .inhabited = true,
};

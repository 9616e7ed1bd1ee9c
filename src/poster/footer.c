// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who sat at the table, how to read the picture, and what has to be said about it. Two flows of
// pieces, side by side or one below the other, whichever leaves less out.
#include "poster/footer.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/bitmap.h"

#define SIZE_MOST 16.0
#define LOGO_WIDEST 0.18 // of the room
#define LOGO_GAP 22.0
#define GAP 1.5      // between pieces, of their size
#define RULE_ROOM 30 // round the line between the two flows
#define TOP 7.0      // from the rule to the first row
#define NAME_LEAST 5 // characters of a first word that is not repeated

// What of the legend is shown, by what most need to know.
enum legend_depth { LEGEND_NONE, LEGEND_LEAST, LEGEND_SHORT, LEGEND_WHOLE };

// How parties are written: with icons, as a sentence, as one that does not repeat "Bündnis".
enum roll { ROLL_ICONS, ROLL_SENTENCE, ROLL_SHORT };

static const double legend_worth[] = {0, 0.25, 0.33, 0.4};

struct footer_plan {
    struct flow parties, legend;
    bool stacked;
    double value;
};

// ---- parties ------------------------------------------------------------------------------------

// The name without its first word when that is the first word of the one before it too.
static const char *short_name(const struct harvest *harvest, size_t i)
{
    const char *name = harvest->parties[i], *space = strchr(name, ' ');
    if (i == 0 || space == NULL || g_utf8_strlen(name, space - name) < NAME_LEAST)
        return name;
    const char *before = harvest->parties[i - 1];
    bool same = strncmp(name, before, (size_t)(space - name) + 1) == 0;
    return same && space[1] != '\0' ? space + 1 : name;
}

// The first `named` of what the parts of the picture mean.
static void fill_metaphor(struct flow *flow, size_t named, enum roll roll)
{
    const struct metaphor *metaphor = flow->page->metaphor;
    if (named > 0)
        flow_add(flow, SIGN_NONE, NULL, metaphor->name, WEIGHT_BOLD, COLOUR_INK);
    for (size_t i = 0; i < named; i++) {
        const char *text = metaphor->part[i].text;
        if (roll != ROLL_ICONS && i + 1 < metaphor->n)
            text = arena_printf(flow->page->arena, "%s ·", text);
        flow_add(flow, roll == ROLL_ICONS ? SIGN_ICON : SIGN_NONE,
                 roll == ROLL_ICONS ? metaphor->part[i].icon : NULL, text, WEIGHT_TEXT, COLOUR_INK);
    }
}

// `named` of the parties, how many more.
static void fill_names(struct flow *flow, size_t named, enum roll roll)
{
    struct page *page = flow->page;
    const struct harvest *harvest = page->harvest;
    size_t n = harvest->parties_n;
    if (harvest->party != NULL && harvest->contact != NULL) {
        flow_add(flow, SIGN_NONE, NULL,
                 arena_printf(page->arena, "%s: %s", harvest->party, harvest->contact), WEIGHT_BOLD,
                 COLOUR_INK);
        flow_part(flow);
    }
    if (n > 0)
        flow_add(flow, SIGN_NONE, NULL, page_tr(page, N_("At the table:")), WEIGHT_BOLD,
                 COLOUR_INK);
    for (size_t i = 0; i < named; i++) {
        const char *name = roll == ROLL_SHORT ? short_name(harvest, i) : harvest->parties[i];
        if (roll != ROLL_ICONS && i + 1 < n)
            name = arena_printf(page->arena, "%s ·", name);
        flow_add(flow, roll == ROLL_ICONS ? SIGN_PARTY : SIGN_NONE, NULL, name, WEIGHT_TEXT,
                 COLOUR_INK);
    }
    if (named < n)
        flow_add(flow, SIGN_NONE, NULL,
                 arena_printf(page->arena, page_tr(page, N_("+%d more")), (int)(n - named)),
                 WEIGHT_TEXT, COLOUR_INK);
}

// The parties or the metaphor, who invited, what else has to be said.
static void fill_parties(struct flow *flow, size_t named, enum roll roll, bool noted)
{
    struct page *page = flow->page;
    const struct harvest *harvest = page->harvest;
    if (page->metaphor != NULL)
        fill_metaphor(flow, named, roll);
    else
        fill_names(flow, named, roll);
    flow_part(flow);
    const char *host = furniture_host_below(page);
    if (host != NULL)
        flow_add(flow, SIGN_NONE, NULL,
                 arena_printf(page->arena, page_tr(page, N_("Invited by %s")), host), WEIGHT_TEXT,
                 COLOUR_INK);
    flow_part(flow);
    if (harvest->footer != NULL)
        flow_add(flow, SIGN_NONE, NULL, harvest->footer, WEIGHT_TEXT, COLOUR_INK);
    if (harvest->themed)
        flow_add(flow, SIGN_NONE, NULL, page_tr(page, N_("Themes: from the words of the cards.")),
                 WEIGHT_PLAIN, COLOUR_GREY);
    if (noted)
        flow_add(flow, SIGN_NONE, NULL, harvest->note, WEIGHT_PLAIN, COLOUR_GREY);
}

static bool try_parties(struct flow *flow, size_t named, enum roll roll, bool noted, double size,
                        double width, int rows)
{
    flow_start(flow, size, size * (roll == ROLL_ICONS ? GAP : 0.35), width);
    fill_parties(flow, named, roll, noted);
    return flow_arrange(flow, rows);
}

// The fullest wording that fits; returns how much of it that is, 0..1.
static double fit_parties(struct flow *flow, double width, int rows)
{
    double least = flow->page->min_size;
    size_t n = flow->page->metaphor != NULL ? flow->page->metaphor->n
                                            : flow->page->harvest->parties_n;
    for (int roll = ROLL_ICONS; roll <= ROLL_SHORT; roll++)
        for (double size = fmax(SIZE_MOST, least); size >= least - 0.01; size -= 0.5)
            if (try_parties(flow, n, (enum roll)roll, true, size, width, rows) && !flow->cut)
                return 1 - 0.06 * roll;
    for (int noted = 1; noted >= 0; noted--)
        for (size_t named = n + 1; named-- > 0;)
            if (try_parties(flow, named, ROLL_SHORT, noted != 0, least, width, rows))
                return (0.2 + 0.6 * (double)named / (double)MAX(n, 1)) * (noted != 0 ? 1 : 0.6);
    try_parties(flow, 0, ROLL_SHORT, false, least, width, rows);
    return flow->rows <= rows ? 0.1 : -1;
}

// ---- legend -------------------------------------------------------------------------------------

static bool has_origins(const struct harvest *harvest)
{
    for (size_t i = 0; i < harvest->core_n; i++)
        if (harvest->core[i].from_n > 0)
            return true;
    return false;
}

static bool has_cuts(const struct page *page)
{
    const struct harvest *harvest = page->harvest;
    for (size_t t = 0; t < harvest->tables_n; t++)
        for (size_t i = 0; i < harvest->tables[t].n; i++)
            if (harvest->tables[t].ideas[i].cut)
                return true;
    return false;
}

static void say(struct flow *flow, enum sign sign, const char *mark, const char *text)
{
    flow_add(flow, sign, mark, text, WEIGHT_TEXT, COLOUR_INK);
}

static void fill_legend(struct flow *flow, enum legend_depth depth)
{
    struct page *page = flow->page;
    struct arena *arena = page->arena;
    const struct harvest *harvest = page->harvest;
    bool votes = harvest->max_votes > 0, origins = has_origins(harvest);
    bool list = page->list_mode, cuts = !list && has_cuts(page);
    if (!votes && !origins && harvest->relations_n == 0 && !list && !cuts)
        return;
    flow_add(flow, SIGN_NONE, NULL, page_tr(page, N_("How to read it:")), WEIGHT_BOLD, COLOUR_INK);
    if (votes && page->vote_numbers)
        say(flow, SIGN_PILL, arena_printf(arena, "%d", (int)harvest->max_votes),
            page_tr(page, N_("= votes")));
    else if (votes)
        say(flow, SIGN_DOTS, NULL, page_tr(page, N_("dots = votes")));
    if (origins)
        say(flow, SIGN_DISC, "2", page_tr(page, N_("= from table 2")));
    if (cuts)
        say(flow, SIGN_NONE, NULL, page_tr(page, N_("No. = in full in the appendix")));
    if (votes && depth == LEGEND_WHOLE)
        say(flow, SIGN_LARGE, page_tr(page, N_("Large")), page_tr(page, N_("= many votes")));
    if (harvest->relations_n > 0 && depth >= LEGEND_SHORT)
        say(flow, SIGN_ARROW, NULL, page_tr(page, N_("belongs together")));
    if (votes && depth >= LEGEND_SHORT)
        say(flow, SIGN_SWASH, NULL, page_tr(page, N_("first at its table")));
    if (list && depth >= LEGEND_SHORT)
        say(flow, SIGN_NONE, NULL, page_tr(page, N_("All ideas in full: appendix")));
}

static bool try_legend(struct flow *flow, enum legend_depth depth, double size, double width,
                       int rows)
{
    flow_start(flow, size, size * GAP, width);
    if (depth > LEGEND_NONE)
        fill_legend(flow, depth);
    return flow_arrange(flow, rows) && !flow->cut;
}

// At the largest size that fits.
static bool fit_legend(struct flow *flow, enum legend_depth depth, double width, int rows)
{
    double least = flow->page->min_size;
    for (double size = fmax(SIZE_MOST - 0.5, least); size >= least - 0.01; size -= 0.5)
        if (try_legend(flow, depth, size, width, rows))
            return true;
    return false;
}

// ---- both ---------------------------------------------------------------------------------------

static void keep_better(struct footer_plan *best, const struct footer_plan *plan)
{
    if (plan->value > best->value)
        *best = *plan;
}

// The narrowest legend in the rows there are, the rest for the parties.
static void try_beside(struct footer_plan *best, double width, int rows, enum legend_depth depth)
{
    struct footer_plan plan = *best;
    plan.stacked = false;
    plan.value = legend_worth[depth];
    for (double w = width * 0.1; w < width * 0.5; w += 12) {
        if (!fit_legend(&plan.legend, depth, w, rows))
            continue;
        double share = fit_parties(&plan.parties, width - w - RULE_ROOM, rows);
        // A narrower legend in small letters is worth less than a wider one.
        plan.value = legend_worth[depth] + share + 0.02 * plan.legend.size / SIZE_MOST;
        keep_better(best, &plan);
        if (plan.legend.size >= SIZE_MOST - 0.6 || plan.legend.rows < rows)
            break;
    }
}

static void try_stacked(struct footer_plan *best, double width, int rows, enum legend_depth depth)
{
    struct footer_plan plan = *best;
    plan.stacked = true;
    for (int below = 1; below < rows; below++) {
        if (!fit_legend(&plan.legend, depth, width, below))
            continue;
        plan.value = legend_worth[depth] + fit_parties(&plan.parties, width, rows - below);
        keep_better(best, &plan);
    }
}

static void draw_line(struct page *page, double x0, double y0, double x1, double y1, double width)
{
    struct line line;
    line_init(&line);
    line_add(&line, x0, y0);
    line_add(&line, x1, y1);
    struct pen_stroke stroke = PEN_STROKE(width);
    stroke.wobble = 1.4;
    stroke.overshoot = 0;
    pen_line(&page->pen, &line, stroke);
    line_clear(&line);
}

static struct footer_plan plan_footer(struct page *page, double width, int rows)
{
    struct footer_plan best = {.value = -100};
    best.parties = (struct flow){.page = page, .id = "footer:parties"};
    best.legend = (struct flow){.page = page, .id = "footer:legend"};
    for (int depth = LEGEND_WHOLE; depth >= LEGEND_NONE; depth--) {
        if (!page->portrait)
            try_beside(&best, width, rows, (enum legend_depth)depth);
        try_stacked(&best, width, rows, (enum legend_depth)depth);
    }
    return best;
}

static double row_size(const struct page *page)
{
    return fmax(SIZE_MOST, page->min_size);
}

static int rows_within(const struct page *page, double height)
{
    return MAX(1, (int)((height - TOP) / (row_size(page) * 1.5)));
}

static int rows_of(const struct footer_plan *plan)
{
    return plan->stacked ? plan->parties.rows + plan->legend.rows
                         : MAX(plan->parties.rows, plan->legend.rows);
}

double footer_height(struct page *page, double width)
{
    const double ROW = 1.66;
    double small = page->min_size - 14;
    if (!page->portrait)
        return 66 + 1.6 * small;
    double most = 110 + 3 * small;
    if (page->logo != NULL)
        return most;
    // Whether there will be a list is not known yet: its legend is the longer one.
    bool list = page->list_mode;
    page->list_mode = true;
    struct footer_plan *plan = ARENA_NEW(page->arena, struct footer_plan);
    *plan = plan_footer(page, width - 8, rows_within(page, most));
    page->list_mode = list;
    return fmin(most, TOP + MAX(rows_of(plan), 1) * row_size(page) * ROW);
}

// The hosts' logo at the end of the room, as high as that; returns the room that is left.
static struct box draw_logo(struct page *page, struct box room)
{
    const struct bitmap *logo = page->logo;
    if (logo == NULL)
        return room;
    double h = room.h - 14, w = h * logo->w / logo->h;
    if (w > room.w * LOGO_WIDEST) {
        w = room.w * LOGO_WIDEST;
        h = w * logo->h / logo->w;
    }
    furniture_begin_figure(page, "footer:logo",
                           page->harvest->host != NULL ? page->harvest->host : page->harvest->title);
    pen_image(&page->pen, logo,
              (struct box){room.x + room.w - w, room.y + 9 + (room.h - 14 - h) / 2, w, h});
    scene_end(page->scene);
    room.w -= w + LOGO_GAP;
    return room;
}

void footer_draw(struct page *page, struct box room)
{
    const struct box whole = room;
    room = draw_logo(page, room);
    struct footer_plan *plan = ARENA_NEW(page->arena, struct footer_plan);
    *plan = plan_footer(page, room.w - 8, rows_within(page, room.h));
    double most = row_size(page) * 1.95;
    double row_h = fmin((room.h - TOP) / MAX(rows_of(plan), 1), most);
    double y = room.y + TOP + row_h / 2;
    double legend_x = plan->stacked ? room.x + 4 : room.x + room.w - 4 - plan->legend.width;
    furniture_begin_decoration(page);
    pen_push(&page->pen, 0, 0, 1, "footer");
    draw_line(page, whole.x, room.y + 1, whole.x + whole.w, room.y + 3, PEN_FINE * 1.2);
    if (!plan->stacked && plan->legend.n > 0 && plan->parties.n > 0)
        draw_line(page, legend_x - 16, room.y + 13, legend_x - 18, room.y + room.h - 4, PEN_FINE);
    pen_pop(&page->pen);
    scene_end(page->scene);
    flow_draw(&plan->parties, room.x + 4, y, row_h);
    flow_draw(&plan->legend, legend_x, plan->stacked ? y + plan->parties.rows * row_h : y, row_h);
    page_note(page, OBSTACLE_TEXT, whole);
}

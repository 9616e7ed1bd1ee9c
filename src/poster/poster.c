// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/poster.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "draw/bitmap.h"
#include "draw/palette.h"
#include "poster/composition.h"
#include "poster/further.h"
#include "poster/lift.h"
#include "poster/outside.h"
#include "poster/page.h"
#include "poster/placement.h"

#define POINT_MM (25.4 / 72)
#define A1_W_MM 841.0
#define A1_H_MM 594.0
#define LEAST_AT_A1 14.0 // pt
#define LEAST_ANYWHERE 8.0
#define MARGIN 36.0  // art units
#define LARGE_MOST 0.75 // of a workshop of few cards
#define LARGE_BELOW 14.0
#define HUGE_MOST 0.9 // beyond that of a single one: the idea is what the poster is about
#define HUGE_BELOW 5.0
#define LONG_TEXT 50 // characters of a mean card
#define DOTS_MOST 15 // more votes than that are written as numbers

struct poster {
    const struct palette *palette; // NULL: the standard one
    struct bitmap *logo, *picture; // NULL: none
    const struct composition *composition;
    const struct composition *wanted; // that had no room; NULL: it had
    struct arena *arena;
    GPtrArray *scenes;
    const char *report;
    double smallest_pt;
    const struct poster_item *items;
    size_t items_n;
};

bool poster_page_size(const char *name, bool portrait, double *w_mm, double *h_mm, struct err *err)
{
    static const struct {
        const char *name;
        double w, h;
    } papers[] = {
        {"a4", 297, 210}, {"a3", 420, 297}, {"a2", 594, 420}, {"a1", 841, 594}, {"a0", 1189, 841}};
    *w_mm = *h_mm = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
        if (g_ascii_strcasecmp(name, papers[i].name) == 0) {
            *w_mm = papers[i].w;
            *h_mm = papers[i].h;
        }
    if (*w_mm == 0) {
        char *end;
        double w = g_ascii_strtod(name, &end), h = 0;
        bool is_pair = end != name && (*end == 'x' || *end == 'X');
        if (is_pair) {
            const char *second = end + 1;
            h = g_ascii_strtod(second, &end);
            is_pair = end != second && *end == '\0';
        }
        if (!is_pair)
            return err_set(err, ERR_USAGE,
                           N_("There is no paper \"%s\". Choose a4, a3, a2, a1, a0 or WIDTHxHEIGHT "
                              "in millimetres."),
                           name);
        // Beyond that no composition reads: lettering of 8 pt on a strip.
        if (!(w >= 148 && h >= 148 && w <= 5000 && h <= 5000 && fmax(w, h) <= 4 * fmin(w, h)))
            return err_set(err, ERR_USAGE,
                           N_("Paper of \"%s\" makes no poster: each side is 148 to 5000 mm, one "
                              "at most 4 times the other."),
                           name);
        *w_mm = w;
        *h_mm = h;
    }
    if (portrait && *w_mm > *h_mm) {
        double w = *w_mm;
        *w_mm = *h_mm;
        *h_mm = w;
    }
    return true;
}

static double mean_length(const struct harvest *harvest)
{
    double sum = 0;
    for (size_t t = 0; t < harvest->tables_n; t++)
        for (size_t i = 0; i < harvest->tables[t].n; i++)
            sum += (double)g_utf8_strlen(harvest->tables[t].ideas[i].full, -1);
    return harvest->ideas_n > 0 ? sum / (double)harvest->ideas_n : 0;
}

// How many times the usual the largest lettering is.
static double large_of(double cards)
{
    return 1 + LARGE_MOST * CLAMP((LARGE_BELOW - cards) / LARGE_BELOW, 0, 1) +
           HUGE_MOST * CLAMP((HUGE_BELOW - cards) / (HUGE_BELOW - 1), 0, 1);
}

static struct page page_make(struct poster *poster, const struct harvest *harvest,
                             const struct poster_options *options, const struct poster_tools *tools)
{
    struct page page = {.harvest = harvest,
                        .options = options,
                        .tools = tools,
                        .logo = poster->logo,
                        .picture = poster->picture};
    // The art unit is a point of an A1 page of the same area: a page of another size is the same
    // picture scaled, but for the lettering that must stay legible.
    page.unit_mm = POINT_MM * sqrt(options->w_mm * options->h_mm / (A1_W_MM * A1_H_MM));
    page.w = options->w_mm / page.unit_mm;
    page.h = options->h_mm / page.unit_mm;
    page.margin = MARGIN;
    page.min_size = fmax(LEAST_AT_A1, LEAST_ANYWHERE * POINT_MM / page.unit_mm);
    page.portrait = page.h > page.w;
    page.large = large_of((double)harvest->ideas_n);
    page.rtl = lang_is_rtl(harvest->lang);
    page.long_text = mean_length(harvest) > LONG_TEXT;
    page.vote_numbers = harvest->max_votes > DOTS_MOST;
    page.arena = poster->arena;
    return page;
}

// A new sheet of the same size; becomes the one drawn on.
static void page_turn(struct poster *poster, struct page *page, const char *key)
{
    page->scene = scene_new(page->w * page->unit_mm, page->h * page->unit_mm);
    page->scene->palette = poster->palette;
    page->scene->title = arena_strdup(page->scene->arena, page->harvest->title);
    page->scene->lang = arena_strdup(page->scene->arena, page->harvest->lang);
    g_ptr_array_add(poster->scenes, page->scene);
    page->pen = pen_make(page->scene, page->tools->icons, page->unit_mm, key);
    page->pen.mirror_w = page->rtl ? page->w : 0;
    // On small paper lettering is large beside the picture: the lines follow it a little.
    page->pen.frame.weight = page->min_size > 20 ? 1.3 : 1;
}

static void page_clear(struct page *page)
{
    for (size_t i = 0; i < page->islands_n; i++)
        line_clear(&page->islands[i].outline);
    outside_clear(page);
    g_free(page->obstacles);
}

// Marked as its table's.
static void draw_ground(struct page *page, const struct island *island)
{
    scene_begin(page->scene,
                (struct scene_mark){
                    .kind = KIND_DECORATION,
                    .role = ROLE_ARTIFACT,
                    .id = arena_printf(page->arena, "table:%d", island->table->number),
                    .table = page_table_title(page, island->table),
                    .box = BOX_EMPTY,
                });
    page->composition->draw_ground(page, island);
    scene_end(page->scene);
}

// All that no table owns; false: a card that was to stand outside has no room for it.
static bool draw_setting(struct page *page)
{
    const struct composition *composition = page->composition;
    composition->draw_setting(page);
    for (size_t i = 0; i < page->islands_n; i++)
        composition->note_island(page, &page->islands[i]);
    return outside_place(page);
}

static void draw_rest(struct page *page)
{
    for (size_t i = 0; i < page->islands_n; i++)
        draw_ground(page, &page->islands[i]);
    connectors_draw(page);
    for (size_t i = 0; i < page->islands_n; i++)
        island_draw_content(page, &page->islands[i]);
    outside_draw(page);
    decoration_draw(page);
}

// Cards that others stand for are told in the appendix, with those.
static void list_joined(struct page *page)
{
    for (size_t t = 0; t < page->harvest->tables_n; t++)
        for (size_t i = 0; i < page->harvest->tables[t].n; i++)
            for (const char **id = page->harvest->tables[t].ideas[i].joined; id != NULL && *id != NULL;
                 id++)
                scene_to_appendix(page->scene, *id);
}

// Whether something that was said is not on the picture.
static bool leaves_words(const struct page *page)
{
    if (page->further_n > 0)
        return true;
    if (page->scene->appendix_n > 0 || page->list_mode)
        return page->harvest->ideas_n > 0;
    for (size_t i = 0; i < page->outside_n; i++)
        if (!block_tells_all(&page->outside[i].block))
            return true;
    for (size_t t = 0; t < page->harvest->tables_n; t++)
        for (size_t i = 0; i < page->harvest->tables[t].n; i++)
            if (page->harvest->tables[t].ideas[i].cut)
                return true;
    return false;
}

static const char *report(struct arena *arena, const struct page *page)
{
    char *scale = g_strdup_printf("%.2f", page->scale);
    const char *text = arena_printf(
        arena,
        "%s, %s, scale %s, %zu tables, %zu cards, %zu of them only in the appendix, least %.1f "
        "units",
        page->composition->name,
        page->list_mode ? arena_printf(arena, "list with %d in full", page->full_top)
                        : "all in full",
        scale, page->islands_n, page->harvest->ideas_n,
        page->scene->appendix_n - page->further_ideas, page->smallest);
    g_free(scale);
    return text;
}

char *poster_styles(const char *separator)
{
    GString *names = g_string_new(composition_name(0));
    for (size_t i = 1; i < composition_count(); i++)
        g_string_append_printf(names, "%s%s", separator, composition_name(i));
    return g_string_free(names, FALSE);
}

// True with *out NULL for the standard one.
static bool choose_palette(const struct harvest *harvest, const struct poster_options *options,
                           const struct palette **out, struct err *err)
{
    const char *name = options->palette != NULL ? options->palette : harvest->palette;
    *out = name != NULL ? palette_find(name) : NULL;
    if (*out != NULL || options->palette == NULL) // a newer version's palette: the standard one
        return true;
    GString *names = g_string_new(NULL);
    for (size_t i = 0; palette_at(i) != NULL; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", palette_at(i)->name);
    err_set(err, ERR_USAGE, N_("There is no palette \"%s\". Choose one of these: %s."), name,
            names->str);
    g_string_free(names, TRUE);
    return false;
}

static const struct composition *choose(const struct harvest *harvest, const char *style,
                                        struct err *err)
{
    const struct composition *composition = NULL;
    if (style == NULL && harvest->style != NULL) // what was chosen for the workshop, if it is known
        composition = composition_find(harvest->style);
    if (style == NULL)
        return composition != NULL ? composition : composition_propose(harvest);
    composition = composition_find(style);
    if (composition == NULL) {
        char *names = poster_styles(", ");
        err_set(err, ERR_USAGE,
                N_("There is no composition \"%s\". Choose one of these: %s."), style, names);
        g_free(names);
    }
    return composition;
}

static void drop_sheet(struct poster *poster, struct page *page)
{
    page_clear(page);
    scene_free(g_ptr_array_steal_index(poster->scenes, poster->scenes->len - 1));
}

// A page of its first sheet, arranged by `composition`, all behind the tables drawn; false with err
// otherwise, the sheet is gone.
static bool arrange(struct poster *poster, struct page *page, const struct composition *composition,
                    const struct harvest *harvest, const struct poster_options *options,
                    const struct poster_tools *tools, struct err *err)
{
    const int64_t *inside = NULL;
    size_t inside_n = 0;
    poster->composition = composition;
    for (;;) { // anew for each card that finds no room outside
        *page = page_make(poster, harvest, options, tools);
        page->composition = composition;
        page->inside = inside;
        page->inside_n = inside_n;
        page_turn(poster, page, harvest->title);
        bool ok = composition->arrange(page, err);
        if (ok && draw_setting(page))
            return true;
        drop_sheet(poster, page);
        if (!ok)
            return false;
        inside = page->inside;
        inside_n = page->inside_n;
    }
}

struct poster *poster_new(const struct harvest *harvest, const struct poster_options *options,
                          const struct poster_tools *tools, struct err *err)
{
    const struct composition *composition = choose(harvest, options->style, err);
    const struct palette *palette;
    if (composition == NULL || !choose_palette(harvest, options, &palette, err))
        return NULL;
    struct poster *poster = g_new0(struct poster, 1);
    poster->arena = arena_new();
    poster->scenes = g_ptr_array_new();
    poster->palette = palette;
    poster->logo = bitmap_from_text(harvest->logo);
    poster->picture = bitmap_from_text(harvest->picture);
    struct page page;
    bool ok = composition != COMPOSITION_ANY && harvest->tables_n <= composition->tables_most &&
              arrange(poster, &page, composition, harvest, options, tools, NULL);
    ok = ok || arrange(poster, &page, COMPOSITION_ANY, harvest, options, tools, err);
    poster->wanted = composition != poster->composition ? composition : NULL;
    if (ok) {
        draw_rest(&page);
        list_joined(&page);
        if (harvest->party != NULL)
            lift_draw(&page);
        further_gather(&page);
        poster->items = placement_items(&page, &poster->items_n);
        poster->smallest_pt = page.smallest * page.unit_mm / POINT_MM;
        poster->report = report(poster->arena, &page);
        if (options->appendix || leaves_words(&page)) {
            page_turn(poster, &page, "appendix");
            for (size_t next = 0; appendix_draw(&page, &next);)
                page_turn(poster, &page, "appendix");
            // The last sheet turned is the one that nothing was left for.
            scene_free(g_ptr_array_steal_index(poster->scenes, poster->scenes->len - 1));
        }
        page_clear(&page);
        return poster;
    }
    poster_free(poster);
    return NULL;
}

void poster_free(struct poster *poster)
{
    if (poster == NULL)
        return;
    for (guint i = 0; i < poster->scenes->len; i++)
        scene_free(poster->scenes->pdata[i]);
    g_ptr_array_free(poster->scenes, TRUE);
    bitmap_free(poster->logo);
    bitmap_free(poster->picture);
    arena_free(poster->arena);
    g_free(poster);
}

size_t poster_pages(const struct poster *poster)
{
    return poster->scenes->len;
}

const struct scene *poster_page(const struct poster *poster, size_t page)
{
    g_assert(page < poster->scenes->len);
    return poster->scenes->pdata[page];
}

const char *poster_style_name(size_t i)
{
    return i < composition_count() ? composition_name(i) : NULL;
}

const char *poster_style_find(const char *name)
{
    const struct composition *composition = composition_find(name);
    return composition != NULL ? composition->name : NULL;
}

const char *poster_style_of(const struct harvest *harvest)
{
    return choose(harvest, NULL, NULL)->name;
}

const struct poster_item *poster_items(const struct poster *poster, size_t *n)
{
    *n = poster->items_n;
    return poster->items;
}

static void share_of(struct box area, bool mirrored, struct point p, double *x, double *y)
{
    *x = area.w > 0 ? CLAMP((p.x - area.x) / area.w, 0, 1) : 0.5;
    *y = area.h > 0 ? CLAMP((p.y - area.y) / area.h, 0, 1) : 0.5;
    if (mirrored)
        *x = 1 - *x;
}

void poster_item_share(const struct poster_item *item, struct point middle, double *x, double *y)
{
    share_of(item->area, item->mirrored, middle, x, y);
}

struct poster_spot poster_spot(const struct poster *poster, const struct poster_item *card,
                               struct point middle)
{
    const struct scene *page = poster_page(poster, 0);
    struct poster_spot spot = {.outside = true};
    for (size_t i = 0; i < poster->items_n; i++)
        if (poster->items[i].slot > 0 && poster->items[i].table == card->table)
            spot.outside = !box_contains(poster->items[i].area, middle);
    struct box area = spot.outside ? (struct box){0, 0, page->w, page->h} : card->area;
    share_of(area, card->mirrored, middle, &spot.x, &spot.y);
    return spot;
}

const char *poster_style(const struct poster *poster)
{
    return poster->composition->name;
}

const char *poster_wanted(const struct poster *poster)
{
    return poster->wanted != NULL ? poster->wanted->name : NULL;
}

double poster_smallest_pt(const struct poster *poster)
{
    return poster->smallest_pt;
}

const char *poster_report(const struct poster *poster)
{
    return poster->report;
}

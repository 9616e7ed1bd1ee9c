// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/street.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "draw/stroke.h"
#include "poster/composition.h"
#include "poster/form.h"

#define STREET_ABOVE_ROAD 20.0 // from the houses' ground to the agreements
#define ICON_WINDOW 7.0

// Most of the page's height for the sky, lower where houses had no room below it.
static const double SKIES[] = {1, 0.42, 0.37, 0.32};

// Whether some card stands on a house, if there are cards.
static bool shows_cards(const struct page *page)
{
    bool shows = page->harvest->ideas_n == 0;
    for (size_t i = 0; i < page->islands_n && !shows; i++)
        shows = ((const struct placed *)page->islands[i].layout)->blocks_n > 0;
    return shows;
}

// Houses below a sky that is no higher than `most` if that can be.
static bool arrange_below(struct page *page, struct street *street, double most)
{
    size_t n = page->harvest->tables_n;
    street->sky = street_sky(page, most);
    struct street_search search = {
        .page = page,
        .street = street,
        .sky = street->sky,
        .steps = ARENA_ARRAY(page->arena, int, n),
        .widths = ARENA_ARRAY(page->arena, double, n),
    };
    for (size_t i = 0; i < n; i++)
        search.mean_reading += page_reading(&page->harvest->tables[i]) / (double)n;
    search.mean_reading = fmax(search.mean_reading, 1);
    struct ladder ladder;
    ladder_init(&ladder, page, pack_tables(page));
    ladder.context = &search;
    ladder.fits = street_fits;
    ladder.widen = street_widen;
    ladder.place = street_place;
    ladder.near = ladder.few = street_candidates(page, false);
    ladder.any = street_candidates(page, true);
    ladder.full_low = 0.75;
    ladder.full_high = (page->harvest->ideas_n <= 24 ? 1.75 : 1.5) * page->large;
    ladder.scratch = arena_new();
    bool ok = ladder_climb_down(&ladder);
    arena_free(ladder.scratch);
    return ok && shows_cards(page);
}

static bool arrange(struct page *page, struct err *err)
{
    size_t n = page->harvest->tables_n;
    struct street *street = ARENA_NEW(page->arena, struct street);
    page->arrangement = street;
    page->islands_n = n;
    page->islands = ARENA_ARRAY(page->arena, struct island, MAX(n, 1));
    street->houses = ARENA_ARRAY(page->arena, struct house, MAX(n, 1));
    furniture_set_rooms(page);
    street->bottom = page->strip.y - STREET_ABOVE_ROAD;
    page->scale = 1;
    if (n == 0) {
        street->sky = street_sky(page, page->h);
        page->title = street->sky.title;
        page->scenery =
            (struct box){page->margin, page->margin, page->w - 2 * page->margin, street->sky.h};
        street->rows = 1;
        street->ground[0] = street->bottom;
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(SKIES); i++)
        if (arrange_below(page, street, page->h * SKIES[i]))
            return true;
    return err_set(err, ERR_INPUT, N_("%zu tables do not fit on this page. Choose a larger one."),
                   n);
}

// ---- the setting --------------------------------------------------------------------------------

static void draw_pavement(struct page *page, double y)
{
    struct pen *pen = &page->pen;
    double l = page->margin - 6, r = page->w - page->margin + 6;
    stroke_patch(pen, POINTS({l, y + 8}, {r, y + 8}, {r, y + 13}, {l, y + 13}), STROKE_STRAIGHT,
                 COLOUR_SHADOW, 0, 0);
    stroke_pull(pen, POINTS({l - 2, y + 1}, {r + 2, y + 2}), STROKE_STRAIGHT, PEN_MEDIUM * 1.1,
                1.4);
    stroke_pull(pen, POINTS({l - 2, y + 14}, {r + 2, y + 14}), STROKE_STRAIGHT, PEN_MEDIUM * 0.8,
                1.2);
    for (double x = l + 36; x < r; x += 62)
        stroke_pull(pen, POINTS({x, y + 3}, {x - 5, y + 13}), STROKE_STRAIGHT, PEN_FINE * 0.8, 0.2);
}

// Trees and bushes where no house stands.
static void draw_garden(struct page *page, const struct garden *garden, int number)
{
    struct pen *pen = &page->pen;
    double w = garden->to - garden->from;
    int n = CLAMP((int)(w / 120), 1, 5);
    for (int i = 0; i < n; i++) {
        double x = garden->from + w * (i + 0.5) / n;
        int turn = number * 2 + i;
        pen_push(pen, 0, 0, 1, arena_printf(page->arena, "garden %d %d", number, i));
        if (turn % 3 == 1 && n > 1)
            figure_bush(pen, x, garden->ground, 52, colour_accent(turn % 2 == 0 ? 2 : 5));
        else
            figure_tree(pen, x, garden->ground, 190 + 34 * (turn % 3),
                        colour_accent(turn % 2 == 0 ? 2 : 5), turn % 3);
        pen_pop(pen);
    }
    page_note(page, OBSTACLE_DRAWING,
              (struct box){garden->from + 8, garden->ground - 230, w - 16, 230});
}

static void draw_setting(struct page *page)
{
    struct street *street = ARENA_NEW(page->arena, struct street);
    *street = *(const struct street *)page->arrangement;
    street_draw_sky(page, &street->sky);
    strip_draw(page, page->strip);
    footer_draw(page, page->footer);
    street_draw_sun(page, street);
    furniture_begin_decoration(page);
    pen_push(&page->pen, 0, 0, 1, "street");
    for (int i = 0; i < street->gardens_n; i++)
        draw_garden(page, &street->gardens[i], i);
    for (int k = 0; k < street->rows; k++) {
        draw_pavement(page, street->ground[k]);
        page_note(
            page, OBSTACLE_SCENERY,
            (struct box){page->margin, street->ground[k] + 2, page->w - 2 * page->margin, 22});
    }
    pen_pop(&page->pen);
    scene_end(page->scene);
}

// ---- what it suits ------------------------------------------------------------------------------

// Beginnings of words for where people live together.
static const char *const PLACES[] = {
    "stadtteil", "nachbar", "quartier", "wohn",    "straße", "kiez",     "viertel", "dorf",
    "neighb",    "housing", "street",   "distric", "voisin", "logement", "vecin",   "barrio",
    "mahalle",   "komşu",   "район",    "сосед",   "сусід",  "جيران",    "الجيران", "السكن",
};

static bool names_a_place(const char *text)
{
    if (text == NULL)
        return false;
    char *folded = g_utf8_strdown(text, -1);
    bool found = false, inside = false; // of a word
    for (const char *c = folded; *c != '\0' && !found; c = g_utf8_next_char(c)) {
        for (size_t i = 0; i < G_N_ELEMENTS(PLACES) && !inside && !found; i++)
            found = g_str_has_prefix(c, PLACES[i]);
        inside = g_unichar_isalpha(g_utf8_get_char(c));
    }
    g_free(folded);
    return found;
}

// Districts, neighbourhoods, housing; as many tables as one street has houses.
static double suits(const struct harvest *harvest)
{
    size_t n = harvest->tables_n, of_places = 0;
    if (n < 3 || n > STREET_TABLES)
        return 0.1;
    for (size_t i = 0; i < n; i++)
        of_places += names_a_place(harvest->tables[i].title);
    double worth = n <= 8 ? 0.3 : 0.15;
    if (names_a_place(harvest->title) || names_a_place(harvest->question))
        worth += 0.35;
    return worth + 0.3 * (double)of_places / (double)n;
}

static const struct island_form *const FORMS[] = {&form_house};

const struct composition composition_street = {
    .name = "street",
    .aliases = {"strasse", "straße", "haus"},
    .tables_most = STREET_TABLES,
    .forms = FORMS,
    .forms_n = G_N_ELEMENTS(FORMS),
    .icon_window = ICON_WINDOW,
    .inhabited = true,
    .suits = suits,
    .arrange = arrange,
    .draw_setting = draw_setting,
    .note_island = street_note_house,
    .draw_ground = street_draw_house,
};

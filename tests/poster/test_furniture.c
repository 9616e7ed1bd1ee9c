// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The poster's furniture in rooms of many sizes and with all kinds of data: everything stands in
// its room, nothing on top of anything else, nothing too small, nothing silently left out. Metrics
// are fake, so that it is quick.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "poster/calendar.h"
#include "poster/further.h"
#include "poster/page.h"

#include "fake.h"

#define UNIT_MM (25.4 / 72)

// ---- data ---------------------------------------------------------------------------------------

#define MONSTER "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenkassen"
#define SPEECH                                                                                      \
    "Wir laden alle Bündnisse, Vereine und Ämter einmal im Monat an einen Tisch ein, damit jede " \
    "Gruppe weiß, was die anderen vorhaben, und niemand doppelt plant, und wir schreiben auf, "    \
    "was "                                                                                          \
    "wir dort verabreden, damit es alle nachlesen können, die an dem Abend keine Zeit hatten."

enum diction { SHORT, LONG, ENDLESS, DICTIONS };

static const char *const whos[] = {"Sozial- und Jugendamt", SPEECH, MONSTER};
static const char *const whats[] = {"Wer-macht-was-Karte, erster Entwurf liegt vor", SPEECH,
                                    MONSTER};
static const char *const cores[] = {"Patenschaften stärken", SPEECH, MONSTER};
#define CONSORTIUM                                                \
    "Arbeitsgemeinschaft der freien Träger der Jugendhilfe und " \
    "der Gemeinwesenarbeit im Stadtteil und drumherum"
static const char *const parties[] = {"Willkommensbündnis Olvenstedt", CONSORTIUM, MONSTER};

struct kind {
    size_t n;
    enum diction diction;
    bool rich; // with dates, companions, origins, votes
    const char *lang, *title;
};

static struct harvest *make_harvest(struct arena *arena, struct kind kind)
{
    struct harvest *harvest = ARENA_NEW(arena, struct harvest);
    harvest->arena = arena;
    harvest->title = kind.title;
    harvest->lang = kind.lang;
    harvest->core = ARENA_ARRAY(arena, struct harvest_core, kind.n + 1);
    harvest->agreements = ARENA_ARRAY(arena, struct harvest_agreement, kind.n + 1);
    harvest->parties = ARENA_ARRAY(arena, const char *, kind.n * 3 + 1);
    harvest->core_n = harvest->agreements_n = kind.n;
    harvest->parties_n = kind.n * 3;
    for (size_t i = 0; i < kind.n; i++) {
        struct harvest_core *core = &harvest->core[i];
        *core = (struct harvest_core){.id = arena_printf(arena, "core:%zu", i),
                                      .text = cores[kind.diction],
                                      .lang = kind.lang,
                                      .icon = kind.rich ? "coffee" : NULL};
        for (; kind.rich && core->from_n < (int)(i * 3 % 9); core->from_n++)
            core->from[core->from_n] = 3 * core->from_n + 1;
        harvest->agreements[i] =
            (struct harvest_agreement){.id = arena_printf(arena, "agreement:%zu", i),
                                       .who = kind.rich ? whos[kind.diction] : "",
                                       .what = whats[kind.diction],
                                       .with = kind.rich ? whos[kind.diction] : NULL,
                                       .until = kind.rich ? "2017-09-30" : NULL,
                                       .icon = kind.rich && i % 2 == 0 ? "coffee" : NULL};
    }
    for (size_t i = 0; i < harvest->parties_n; i++)
        harvest->parties[i] = parties[kind.diction];
    if (!kind.rich)
        return harvest;
    harvest->host = parties[kind.diction];
    harvest->place = "Hochschule Magdeburg-Stendal";
    harvest->date = "2016-03-14";
    harvest->question = kind.diction == SHORT ? "Was fehlt?" : SPEECH;
    harvest->note = "Karten und Stimmen sind erfundene Beispiele.";
    harvest->meeting_title = "Nächstes Treffen aller Bündnisse";
    harvest->meeting_date = "2016-09-22";
    harvest->meeting_time = "17:00";
    harvest->meeting_place = parties[kind.diction];
    harvest->max_votes = 12;
    harvest->relations = ARENA_NEW(arena, struct harvest_relation);
    harvest->relations[0] = (struct harvest_relation){1, 2, ""};
    harvest->relations_n = 1;
    return harvest;
}

struct paper {
    const char *name;
    double w, h, min_size; // art units
};

static const struct paper papers[] = {
    {"a1", 2384, 1684, 14},
    {"a1 portrait", 1684, 2384, 14},

    {"a4", 2384, 1684, 22.65},
    {"a4 portrait", 1684, 2384, 22.65},
    {"small square", 2003, 2003, 38.2},
    {"banner", 3166, 1267, 16},
    {"tall", 1267, 3166, 14},
};

static struct page make_page(struct harvest *harvest, const struct poster_tools *tools,
                             const struct paper *paper)
{
    struct page page = {
        .harvest = harvest,
        .tools = tools,
        .arena = harvest->arena,
        .unit_mm = UNIT_MM,
        .w = paper->w,
        .h = paper->h,
        .margin = 36,
        .large = 1,
        .min_size = paper->min_size,
        .portrait = paper->h > paper->w,
        .rtl = lang_is_rtl(harvest->lang),
    };
    page.scene = scene_new(page.w * UNIT_MM, page.h * UNIT_MM);
    page.pen = pen_make(page.scene, NULL, UNIT_MM, "test");
    page.pen.mirror_w = page.rtl ? page.w : 0;
    return page;
}

// ---- checks -------------------------------------------------------------------------------------

struct seen {
    struct page *page;
    const char *what;
    struct box room; // mm
    GArray *boxes;
    GPtrArray *names;
    bool ok;
};

static bool is_inside(struct box inner, struct box outer, double slack)
{
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           inner.x + inner.w <= outer.x + outer.w + slack &&
           inner.y + inner.h <= outer.y + outer.h + slack;
}

static void see(void *context, const struct scene_mark *mark, struct box box)
{
    struct seen *seen = context;
    const char *name = mark->text != NULL ? mark->text : mark->alt != NULL ? mark->alt : mark->id;
    if (box_is_empty(box) || box.w <= 0)
        return;
    // Shadows and tails may come nearer to the edge than words.
    double slack = mark->kind == KIND_DECORATION ? 12 * UNIT_MM : 1 * UNIT_MM;
    if (!is_inside(box, seen->room, slack)) {
        print_error("%s: %s \"%.40s\" is outside by %.1f %.1f %.1f %.1f\n", seen->what,
                    scene_kind_name(mark->kind), name != NULL ? name : "",
                    (seen->room.x - box.x) / UNIT_MM, (seen->room.y - box.y) / UNIT_MM,
                    (box.x + box.w - seen->room.x - seen->room.w) / UNIT_MM,
                    (box.y + box.h - seen->room.y - seen->room.h) / UNIT_MM);
        seen->ok = false;
    }
    if (mark->kind == KIND_DECORATION)
        return;
    for (guint i = 0; i < seen->boxes->len; i++)
        if (box_overlaps(box, g_array_index(seen->boxes, struct box, i), 0.5 * UNIT_MM)) {
            print_error("%s: \"%.40s\" overlaps \"%.40s\"\n", seen->what, name != NULL ? name : "",
                        (const char *)seen->names->pdata[i]);
            seen->ok = false;
        }
    g_array_append_val(seen->boxes, box);
    g_ptr_array_add(seen->names, (gpointer)(uintptr_t)(name != NULL ? name : ""));
}

static bool check(struct page *page, const char *what, struct box room)
{
    struct seen seen = {page,
                        what,
                        pen_box(&page->pen, room),
                        g_array_new(FALSE, FALSE, sizeof(struct box)),
                        g_ptr_array_new(),
                        true};
    scene_each_mark(page->scene, see, &seen);
    if (page->smallest > 0 && page->smallest < page->min_size - 1e-6) {
        print_error("%s: lettering of %g\n", what, page->smallest);
        seen.ok = false;
    }
    if (page->pen.depth != 0 || page->scene->open_n != 0 || page->scene->clips_n != 0) {
        print_error("%s: something was left open\n", what);
        seen.ok = false;
    }
    g_array_free(seen.boxes, TRUE);
    g_ptr_array_free(seen.names, TRUE);
    return seen.ok;
}

static bool has_mark(const struct page *page, const char *id)
{
    for (size_t i = 0; i < page->scene->marks_n; i++)
        if (page->scene->marks[i].id != NULL && g_str_equal(page->scene->marks[i].id, id) &&
            page->scene->marks[i].text != NULL)
            return true;
    for (size_t i = 0; i < page->scene->appendix_n; i++)
        if (g_str_equal(page->scene->appendix[i], id))
            return true;
    return false;
}

// Everything of the harvest that this room shows is there, or left to the appendix.
static bool check_all(const struct page *page, const char *what, bool core, bool agreements)
{
    bool ok = true;
    const struct harvest *harvest = page->harvest;
    for (size_t i = 0; core && i < harvest->core_n; i++)
        if (!has_mark(page, harvest->core[i].id)) {
            print_error("%s: %s is lost\n", what, harvest->core[i].id);
            ok = false;
        }
    for (size_t i = 0; agreements && i < harvest->agreements_n; i++)
        if (!has_mark(page, harvest->agreements[i].id)) {
            print_error("%s: %s is lost\n", what, harvest->agreements[i].id);
            ok = false;
        }
    return ok;
}

enum piece { TITLE, SCENERY, STRIP, FOOTER };

static const char *const piece_names[] = {"title", "scenery", "strip", "footer"};

static bool draw_piece(enum piece piece, struct page *page, const char *what, struct box room)
{
    bool ok = true;
    double h;
    switch (piece) {
    case TITLE:
        h = title_draw(page, room, false);
        if (h > room.h)
            print_error("%s: higher than its room: %g\n", what, h);
        ok = h <= room.h && page->scene->items_n == 0;
        ok = title_draw(page, room, true) == h && ok;
        room.h = h;
        break;
    case SCENERY:
        scenery_draw(page, room);
        break;
    case STRIP:
        strip_draw(page, room);
        break;
    case FOOTER:
        footer_draw(page, room);
        break;
    }
    ok = check(page, what, room) && ok;
    // All that was left out is in the appendix.
    further_gather(page);
    if (page->further_ideas != page->scene->appendix_n) {
        print_error("%s: %zu of %zu in the appendix\n", what, page->further_ideas,
                    page->scene->appendix_n);
        ok = false;
    }
    return check_all(page, what, piece == SCENERY, piece == STRIP) && ok;
}

static bool run(enum piece piece, struct kind kind, const struct paper *paper, struct box room)
{
    struct arena *arena = arena_new();
    struct fake fake = fake_new(arena);
    struct poster_tools tools = {.measure = fake_measure(&fake)};
    struct page page = make_page(make_harvest(arena, kind), &tools, paper);
    const char *what =
        arena_printf(arena, "%s, %s, %.0f x %.0f, %zu %s %s items, %s", piece_names[piece],
                     paper->name, room.w, room.h, kind.n, kind.rich ? "rich" : "poor",
                     kind.diction == SHORT  ? "short"
                     : kind.diction == LONG ? "long"
                                            : "endless",
                     kind.lang);
    bool ok = draw_piece(piece, &page, what, room);
    g_free(page.obstacles);
    scene_free(page.scene);
    fake_free(&fake);
    arena_free(arena);
    return ok;
}

static bool run_kinds(enum piece piece, const struct paper *paper, struct box room)
{
    static const size_t counts[] = {0, 1, 4, 9, 12};
    static const struct {
        const char *lang, *title;
    } tongues[] = {{"de", "Zukunftswerkstatt Integration"}, {"ar", "ورشة المستقبل"}};
    bool ok = true;
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
        for (int diction = 0; diction < DICTIONS; diction++)
            for (int rich = 0; rich < 2; rich++)
                for (size_t t = 0; t < (rich ? G_N_ELEMENTS(tongues) : 1); t++)
                    ok = run(piece,
                             (struct kind){counts[i], (enum diction)diction, rich != 0,
                                           tongues[t].lang, tongues[t].title},
                             paper, room) &&
                         ok;
    return ok;
}

// ---- the rooms ----------------------------------------------------------------------------------

static void test_footer(void **state)
{
    (void)state;
    bool ok = true;
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        const struct paper *paper = &papers[i];
        double small = paper->min_size - 14;
        double h = paper->h > paper->w ? 110 + 3 * small : 66 + 1.6 * small;
        ok = run_kinds(FOOTER, paper, (struct box){36, paper->h - 36 - h, paper->w - 72, h}) && ok;
    }
    assert_true(ok);
}

static void test_strip(void **state)
{
    (void)state;
    bool ok = true;
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        const struct paper *paper = &papers[i];
        double h = (paper->h > paper->w ? 300 : 216) + 8.3 * (paper->min_size - 14);

        ok = run_kinds(STRIP, paper, (struct box){36, paper->h - h - 150, paper->w - 72, h}) && ok;
    }
    assert_true(ok);
}

static void test_road_alone(void **state)
{
    (void)state;
    bool ok = true;
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        const struct paper *paper = &papers[i];
        double h = 180 + 4 * (paper->min_size - 14);
        struct box room = {36, paper->h - h - 150, paper->w - 72, h};
        ok = run(STRIP, (struct kind){.lang = "de", .title = "Probe"}, paper, room) && ok;
    }
    assert_true(ok);
}

static void test_scenery(void **state)
{
    (void)state;
    static const double shares[] = {1, 0.5, 0.34}, heights[] = {250, 340, 900};
    bool ok = true;
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
        for (size_t k = 0; k < G_N_ELEMENTS(shares); k++)
            for (size_t j = 0; j < G_N_ELEMENTS(heights); j++) {
                const struct paper *paper = &papers[i];
                if (paper->h > paper->w && k > 0) // over the whole width there
                    continue;
                double w = (paper->w - 72) * shares[k];
                struct box room = {(paper->w - w) / 2, 300, w, heights[j]};
                ok = run_kinds(SCENERY, paper, room) && ok;
            }
    assert_true(ok);
}

static void test_title(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "",
        "Klima",
        "Zukunftswerkstatt",
        "Zukunftswerkstatt Integration",
        "Werkstatt: Wie wollen wir in zwanzig Jahren in unserem Viertel zusammen leben?",
        "Майстерня майбутнього району",
        "ورشة المستقبل",
        MONSTER,
        MONSTER " " MONSTER,
        SPEECH,
        "a b c d e f g h i j k l m n",
    };
    static const double shares[] = {0.34, 0.5, 1};
    bool ok = true;
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
        for (size_t k = 0; k < G_N_ELEMENTS(shares); k++)
            for (size_t t = 0; t < G_N_ELEMENTS(titles); t++)
                for (int diction = 0; diction < DICTIONS; diction++)
                    for (int rich = 0; rich < 2; rich++) {
                        const struct paper *paper = &papers[i];
                        double w =
                            paper->h > paper->w ? paper->w - 72 : (paper->w - 72) * shares[k];
                        struct kind kind = {0, (enum diction)diction, rich != 0,
                                            t == 6 ? "ar" : "de", titles[t]};
                        struct box room = {(paper->w - w) / 2, 36, w, paper->h * 0.5};
                        ok = run(TITLE, kind, paper, room) && ok;
                    }
    assert_true(ok);
}

static void test_dates(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        enum calendar_form form;
        const char *lang, *written;
    } cases[] = {
        {"2016-03-14", CALENDAR_FULL, "en", "14 March 2016"},
        {"2016-03-14", CALENDAR_WEEKDAY, "en", "Mon, 14 March 2016"},
        {"2016-09-22T17:00", CALENDAR_NEAR, "en", "22 September"},
        {"2017-01-02", CALENDAR_NEAR, "en", "2 January 2017"},
        {"2016-09-22", CALENDAR_DIGITS, "en", "22.09."},
        {"2017-09-22", CALENDAR_DIGITS, "en", "22.09.2017"},
        {"2016-03-14", CALENDAR_FULL, "uk", "14.03.2016"},
        {"2016-02-30", CALENDAR_FULL, "en", "2016-02-30"},
        {"next week", CALENDAR_NEAR, "en", "next week"},
    };
    struct poster_tools tools = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct arena *arena = arena_new();
        struct harvest harvest = {.date = "2016-03-14", .lang = cases[i].lang};
        struct page page = {.harvest = &harvest, .tools = &tools, .arena = arena};
        assert_string_equal(calendar_date(&page, cases[i].date, cases[i].form), cases[i].written);
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates),      cmocka_unit_test(test_title),
        cmocka_unit_test(test_footer),     cmocka_unit_test(test_strip),
        cmocka_unit_test(test_road_alone), cmocka_unit_test(test_scenery),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

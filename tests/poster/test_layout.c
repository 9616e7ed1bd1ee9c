// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The poster's layout over many sizes, numbers of tables and cards: it never fails, nothing
// overlaps, nothing leaves its place, no card is lost. Metrics are fake, so that it is quick.
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
#include "base/err.h"
#include "base/random.h"
#include "poster/composition.h"
#include "poster/pack.h"

#include "fake.h"

// ---- a made-up harvest -----------------------------------------------------------------------------

static const char *const WORDS[] = {
    "Treff", "Lotsen", "Sprache", "Nachbarschaft", "offen", "Kinder", "am", "Markt", "und", "lernen",
    "Werkstatt", "Begegnung", "Paten", "im", "Stadtteil", "Hilfe", "Garten", "Sport", "für", "alle",
};

static const char *sentence(struct arena *arena, struct random *random, int words)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < words; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "",
                               WORDS[random_below(random, G_N_ELEMENTS(WORDS))]);
    const char *copy = arena_strdup(arena, text->str);
    g_string_free(text, TRUE);
    return copy;
}

struct kind { // of harvest
    size_t tables, cards;
    int most_words, votes;
    bool monster; // words of 60 letters without a place to divide
    const char *lang;
};

static void fill_idea(struct harvest *harvest, struct harvest_table *table, struct kind kind,
                      struct random *random)
{
    struct arena *arena = harvest->arena;
    struct harvest_idea *idea = &table->ideas[table->n++];
    idea->number = (int)++harvest->ideas_n;
    idea->id = arena_printf(arena, "card:%d", idea->number);
    idea->keyword = sentence(arena, random, 1 + (int)random_below(random, 3));
    idea->text = sentence(arena, random, 2 + (int)random_below(random, (size_t)kind.most_words));
    if (kind.monster)
        idea->keyword = idea->text = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenkassen";
    idea->full = arena_printf(arena, "%s und mehr", idea->text);
    idea->cut = random_below(random, 3) == 0;
    idea->lang = random_below(random, 8) == 0 ? "en" : kind.lang;
    idea->gloss = random_below(random, 2) == 0 ? "Noch einmal auf Deutsch gesagt" : NULL;
    idea->icon = random_below(random, 10) == 0 ? NULL : "coffee";
    idea->votes = (int64_t)((double)kind.votes * pow(random_unit(random), 2) + 0.5);
    harvest->max_votes = MAX(harvest->max_votes, idea->votes);
}

static struct harvest *make_harvest(struct arena *arena, struct kind kind)
{
    struct random random = random_seeded(kind.tables * 1000 + kind.cards);
    struct harvest *harvest = ARENA_NEW(arena, struct harvest);
    harvest->arena = arena;
    harvest->title = "Zukunftswerkstatt Probe";
    harvest->lang = kind.lang;
    harvest->tables = ARENA_ARRAY(arena, struct harvest_table, kind.tables + 1);
    harvest->tables_n = kind.tables;
    harvest->relations = ARENA_ARRAY(arena, struct harvest_relation, 2);
    if (kind.tables > 2)
        harvest->relations[harvest->relations_n++] = (struct harvest_relation){1, 3, "gehört zu"};
    for (size_t t = 0; t < kind.tables; t++) {
        struct harvest_table *table = &harvest->tables[t];
        table->number = (int)t + 1;
        table->title = sentence(arena, &random, 1 + (int)(t % 4));
        table->question = "Was fehlt?";
        table->ideas = ARENA_ARRAY(arena, struct harvest_idea, kind.cards + 1);
        // Tables differ: the first has twice the cards of others, the last may have none.
        size_t n = kind.cards / (kind.tables + 1) * (t == 0 ? 2 : 1);
        if (t == 0)
            n += kind.cards % (kind.tables + 1);
        for (size_t i = 0; i < n; i++)
            fill_idea(harvest, table, kind, &random);
        for (size_t i = 1; i < table->n; i++) // by votes
            for (size_t k = i; k > 0 && table->ideas[k].votes > table->ideas[k - 1].votes; k--) {
                struct harvest_idea idea = table->ideas[k];
                table->ideas[k] = table->ideas[k - 1];
                table->ideas[k - 1] = idea;
            }
    }
    return harvest;
}

// ---- checks ----------------------------------------------------------------------------------------

static const double UNIT_MM = 25.4 / 72;

static struct page make_page(struct harvest *harvest, const struct composition *composition,
                             const struct poster_tools *tools, const struct poster_options *options,
                             double min_size)
{
    struct page page = {
        .harvest = harvest,
        .options = options,
        .tools = tools,
        .composition = composition,
        .arena = harvest->arena,
        .unit_mm = UNIT_MM,
        .w = options->w_mm / UNIT_MM,
        .h = options->h_mm / UNIT_MM,
        .margin = 36,
        .large = harvest->ideas_n < 7 ? 1.5 : 1,
        .min_size = min_size,
        .portrait = options->h_mm > options->w_mm,
        .rtl = lang_is_rtl(harvest->lang),
        .vote_numbers = harvest->max_votes > 15,
    };
    page.scene = scene_new(options->w_mm, options->h_mm);
    page.pen = pen_make(page.scene, NULL, UNIT_MM, "test");
    page.pen.mirror_w = page.rtl ? page.w : 0;
    return page;
}

static bool is_inside(struct box inner, struct box outer, double slack)
{
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           inner.x + inner.w <= outer.x + outer.w + slack &&
           inner.y + inner.h <= outer.y + outer.h + slack;
}

#define CHECK(condition)                                                                            \
    do {                                                                                            \
        if (!(condition)) {                                                                         \
            print_error("%s: %s\n", what, #condition);                                              \
            ok = false;                                                                             \
        }                                                                                           \
    } while (0)

static bool check_island(const char *what, const struct page *page, const struct island *island)
{
    bool ok = true;
    const struct placed *placed = island->layout;
    struct box sheet = {page->margin, page->margin, page->w - 2 * page->margin,
                        page->strip.y - page->margin};
    CHECK(is_inside(island->box, sheet, 0.5));
    CHECK(is_inside(placed->box, sheet, 0.5));
    CHECK(island->outline.n > 3);
    size_t shown = placed->blocks_n;
    CHECK(shown + placed->pack->left_out == island->table->n);
    const struct heading *heading = &placed->pack->heading;
    struct box head = {placed->heading_x, placed->heading_y, heading->w, heading->h};
    CHECK(is_inside(head, placed->box, 0.5));
    CHECK(heading->title.paragraph != NULL);
    for (size_t i = 0; i < shown; i++) {
        const struct block *block = placed->blocks[i].block;
        struct box box = {placed->blocks[i].x, placed->blocks[i].y, block->w, block->h};
        CHECK(is_inside(box, placed->box, 4));
        CHECK(!box_overlaps(box, head, 0.5));
        CHECK(block->keyword.paragraph != NULL && !block->keyword.overfull);
        CHECK(block->keyword.size >= page->min_size - 1e-9);
        CHECK(block->text.lines == 0 || block->text.size >= page->min_size - 1e-9);
        CHECK(line_contains(&island->outline, box.x + box.w / 2, box.y + box.h / 2));
        for (size_t k = 0; k < i; k++) {
            const struct placed_block *other = &placed->blocks[k];
            CHECK(!box_overlaps(box, (struct box){other->x, other->y, other->block->w,
                                                  other->block->h}, 0.5));
        }
    }
    return ok;
}

// Ink boxes of what belongs to different cards, or to none, do not overlap.
struct seen {
    GArray *boxes;
    GPtrArray *ids;
    const struct page *page;
    bool ok;
    const char *what;
};

static void see(void *context, const struct scene_mark *mark, struct box box)
{
    struct seen *seen = context;
    if (mark->kind == KIND_DECORATION || mark->kind == KIND_CONNECTOR || box_is_empty(box))
        return;
    struct box sheet = {0, 0, seen->page->w * UNIT_MM, seen->page->h * UNIT_MM};
    if (!is_inside(box, box_grow(sheet, -seen->page->margin * UNIT_MM), 0.5)) {
        print_error("%s: %s outside the margin\n", seen->what, mark->text != NULL ? mark->text : "-");
        seen->ok = false;
    }
    for (guint i = 0; i < seen->boxes->len; i++) {
        const char *other = seen->ids->pdata[i];
        bool same = mark->id != NULL && other != NULL && g_str_equal(mark->id, other);
        if (!same && box_overlaps(box, g_array_index(seen->boxes, struct box, i), 0.05)) {
            print_error("%s: %s (%s) overlaps %s\n", seen->what,
                        mark->text != NULL ? mark->text : "-", mark->id, other);
            seen->ok = false;
        }
    }
    g_array_append_val(seen->boxes, box);
    g_ptr_array_add(seen->ids, (gpointer)(uintptr_t)mark->id);
}

static bool check_scene(const char *what, const struct page *page)
{
    struct seen seen = {g_array_new(FALSE, FALSE, sizeof(struct box)), g_ptr_array_new(), page, true,
                        what};
    scene_each_mark(page->scene, see, &seen);
    g_array_free(seen.boxes, TRUE);
    g_ptr_array_free(seen.ids, TRUE);
    return seen.ok;
}

static bool check_page(const char *what, struct page *page)
{
    bool ok = true;
    struct err err = {0};
    CHECK(page->composition->arrange(page, &err));
    if (!ok) {
        print_error("%s\n", err.text);
        return false;
    }
    for (size_t i = 0; i < page->islands_n; i++) {
        ok = check_island(what, page, &page->islands[i]) && ok;
        CHECK(!box_overlaps(page->islands[i].box, page->title, 0.5));
        CHECK(!box_overlaps(page->islands[i].box, page->scenery, 0.5));
        for (size_t k = 0; k < i; k++)
            CHECK(!box_overlaps(page->islands[i].box, page->islands[k].box, 0.5));
    }
    CHECK(page->scenery.w > 300 && page->scenery.h > 100);
    for (size_t i = 0; i < page->islands_n; i++) {
        page->composition->draw_ground(page, &page->islands[i]);
        island_draw_content(page, &page->islands[i]);
    }
    size_t shown = 0;
    for (size_t i = 0; i < page->islands_n; i++)
        shown += ((const struct placed *)page->islands[i].layout)->blocks_n;
    CHECK(shown + page->scene->appendix_n == page->harvest->ideas_n);
    return check_scene(what, page) && ok;
}

// Every card stands once on the appendix pages.
static bool check_appendix(const char *what, struct page *page)
{
    bool ok = true;
    size_t next = 0, before = 0;
    for (int sheet = 0; sheet < 100; sheet++) {
        scene_free(page->scene);
        page->scene = scene_new(page->w * UNIT_MM, page->h * UNIT_MM);
        page->pen.scene = page->scene;
        if (!appendix_draw(page, &next))
            break;
        CHECK(next > before);
        before = next;
        ok = check_scene(what, page) && ok;
    }
    CHECK(next == page->harvest->ideas_n);
    return ok;
}

struct paper {
    const char *name;
    double w, h; // at the scale of A1, mm
    double min_size;
};

static bool run_as(const struct composition *composition, struct kind kind, struct paper paper,
                   bool appendix)
{
    struct arena *arena = arena_new();
    struct fake fake = fake_new(arena);
    struct poster_tools tools = {.measure = fake_measure(&fake)};
    struct poster_options options = {.w_mm = paper.w, .h_mm = paper.h};
    struct page page = make_page(make_harvest(arena, kind), composition, &tools, &options, paper.min_size);
    page.long_text = kind.most_words > 8;
    const char *what =
        arena_printf(arena, "%s, %s, %zu tables, %zu cards%s", composition->name, paper.name,
                     kind.tables, kind.cards, kind.monster ? ", monsters" : "");
    bool ok = check_page(what, &page);
    if (ok && appendix)
        ok = check_appendix(what, &page);
    for (size_t i = 0; i < page.islands_n; i++)
        line_clear(&page.islands[i].outline);
    g_free(page.obstacles);
    scene_free(page.scene);
    fake_free(&fake);
    arena_free(arena);
    return ok;
}

static bool run(struct kind kind, struct paper paper, bool appendix)
{
    return run_as(&composition_ring, kind, paper, appendix);
}

static const struct paper PAPERS[] = {
    {"a1", 841, 594, 14},         {"a1 portrait", 594, 841, 14}, {"a3", 841, 594, 16},
    {"a4", 841, 594, 22.65},      {"a4 portrait", 594, 841, 22.65},
    {"square", 707, 707, 14},     {"banner", 1117, 447, 14},
};

static void test_sizes(void **state)
{
    static const size_t CARDS[] = {6, 12, 45, 120, 400};
    bool ok = true;
    (void)state;
    for (size_t p = 0; p < G_N_ELEMENTS(PAPERS); p++)
        for (size_t c = 0; c < G_N_ELEMENTS(CARDS); c++)
            for (size_t tables = 1; tables <= 10; tables++) {
                if (p >= 2 && (tables + c + p) % 3 != 0) // a share of the rarer papers
                    continue;
                struct kind kind = {tables, CARDS[c], 6, 12, false, "de"};
                ok = run(kind, PAPERS[p], tables == 4) && ok;
            }
    assert_true(ok);
}

static void test_extremes(void **state)
{
    static const struct kind KINDS[] = {
        {0, 0, 6, 0, false, "de"},     {3, 0, 6, 0, false, "de"},    {12, 60, 6, 9, false, "de"},
        {13, 100, 6, 9, false, "de"},  {17, 300, 6, 9, false, "de"}, {30, 200, 6, 9, false, "de"},
        {60, 200, 6, 9, false, "de"},  {6, 45, 12, 800, false, "de"}, {3, 315, 12, 800, false, "de"},
        {5, 40, 6, 12, true, "de"},    {4, 40, 6, 30, false, "ar"},  {6, 45, 6, 0, false, "de"},
        {1, 400, 30, 30, false, "de"}, {2, 3, 40, 30, false, "de"},
    };
    bool ok = true;
    (void)state;
    for (size_t p = 0; p < G_N_ELEMENTS(PAPERS); p++)
        for (size_t k = 0; k < G_N_ELEMENTS(KINDS); k++)
            ok = run(KINDS[k], PAPERS[p], true) && ok;
    assert_true(ok);
}

// Compositions beside the ring hold what it holds, up to their number of tables.
static const struct composition *const OTHERS[] = {&composition_path, &composition_tree,
                                                   &composition_street};

static void test_others(void **state)
{
    static const struct kind KINDS[] = {
        {1, 12, 6, 9, false, "de"},    {2, 6, 6, 9, false, "de"},   {3, 400, 6, 12, false, "de"},
        {4, 40, 6, 30, false, "ar"},   {5, 40, 6, 12, true, "de"},  {6, 45, 12, 800, false, "de"},
        {7, 12, 6, 0, false, "de"},    {9, 120, 6, 12, false, "de"}, {12, 84, 6, 9, false, "de"},
        {8, 0, 6, 0, false, "de"},
    };
    bool ok = true;
    (void)state;
    for (size_t c = 0; c < G_N_ELEMENTS(OTHERS); c++)
        for (size_t k = 0; k < G_N_ELEMENTS(KINDS); k++)
            for (size_t p = k % 2; p < G_N_ELEMENTS(PAPERS) - 1; p += 2) // not the banner
                if (KINDS[k].tables <= OTHERS[c]->tables_most)
                    ok = run_as(OTHERS[c], KINDS[k], PAPERS[p], false) && ok;
    assert_true(ok);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_extremes),
        cmocka_unit_test(test_others),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}

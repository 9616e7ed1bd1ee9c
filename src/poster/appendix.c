// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/page.h"

#include <glib.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "poster/calendar.h"
#include "poster/tally.h"
#include "poster/wording.h"

// The appendix: every card as it was written, by table and votes, with the number that the picture
// prints. Sizes are for letters of 14 units and grow with them.
#define UNIT_SIZE 14.0
#define TITLE_SIZE 44.0
#define TITLE_ROOM 84.0
#define COLUMN_GAP 26.0
#define COLUMN_WIDTH 26.0 // em
#define OWN_WIDTH_MOST 42.0
#define NUMBER_SIZE 15.5
#define NUMBER_GAP 7.0
#define PILL_HEIGHT 22.0
#define PILL_GAP 10.0
#define ENTRY_GAP 9.0
#define HEADING_SIZE 21.0
#define SKETCH_HEIGHT_ROOM 64.0
#define COLUMNS_MOST 8
#define GROWTH_MOST 1.75

enum { WEIGHT_TITLE = 800, WEIGHT_KEYWORD = 700, WEIGHT_TEXT = 500, WEIGHT_GLOSS = 400 };

struct words {
    struct wording keyword, text, gloss;
};

struct entry {
    const struct harvest_table *table;
    const struct harvest_idea *idea; // NULL: the table's heading
    struct words *words;             // a heading has only a keyword
    struct setting keyword, text, gloss;
    double sketch; // height of its drawing, 0: none
    double h;
    int column;
    double y;
};

struct sheet {
    struct page *page;
    struct entry *entries;
    int n;
    double u;      // size of the letters, in units of UNIT_SIZE
    double number; // width that the numbers need, at u = 1
    double pill;   // width that the votes need, at u = 1
    int columns;
    double column_w, top, height;
    bool own; // each table has its own column
};

// ---- what there is to set
// ------------------------------------------------------------------------

static bool says_the_same(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static struct words *words_of(struct page *page, const struct harvest_idea *idea)
{
    struct words *words = ARENA_NEW(page->arena, struct words);
    const char *keyword = idea->keyword, *full = idea->full != NULL ? idea->full : "";
    if (keyword == NULL || *keyword == '\0')
        keyword = *full != '\0' || idea->ink != NULL ? "" : "–";
    wording_init(&words->keyword, page, keyword, WEIGHT_KEYWORD, idea->lang, true);
    if (!says_the_same(words->keyword.text, full))
        wording_init(&words->text, page, full, WEIGHT_TEXT, idea->lang, true);
    wording_init(&words->gloss, page, idea->gloss, WEIGHT_GLOSS, page_lang(page), true);
    return words;
}

static const struct harvest_table *table_at(const struct page *page, size_t t)
{
    const struct harvest *harvest = page->harvest;
    return t < harvest->tables_n ? &harvest->tables[t] : &page->further[t - harvest->tables_n];
}

static size_t ideas_of(const struct page *page)
{
    return page->harvest->ideas_n + page->further_ideas;
}

// The entries from idea `next` on, each table led by its heading.
static void gather(struct sheet *sheet, size_t next)
{
    struct page *page = sheet->page;
    const struct harvest *harvest = page->harvest;
    size_t at = 0, tables = harvest->tables_n + page->further_n;
    sheet->entries = ARENA_ARRAY(page->arena, struct entry, ideas_of(page) + tables + 1);
    for (size_t t = 0; t < tables; t++) {
        const struct harvest_table *table = table_at(page, t);
        bool led = false;
        for (size_t i = 0; i < table->n; i++, at++) {
            if (at < next)
                continue;
            if (!led) {
                struct entry *heading = &sheet->entries[sheet->n++];
                heading->table = table;
                heading->words = ARENA_NEW(page->arena, struct words);
                wording_init(&heading->words->keyword, page, page_table_title(page, table),
                             WEIGHT_TITLE, page_lang(page), true);
                led = true;
            }
            sheet->entries[sheet->n++] = (struct entry){
                .table = table,
                .idea = &table->ideas[i],
                .words = words_of(page, &table->ideas[i]),
            };
        }
    }
}

static double number_width(struct page *page)
{
    char text[24];
    g_snprintf(text, sizeof text, "%zu", page->harvest->ideas_n);
    return fmax(32,
                page_text_width(page, text, WEIGHT_KEYWORD, NULL, NUMBER_SIZE) + NUMBER_GAP + 1);
}

static double pill_width(struct page *page, int64_t votes)
{
    char text[24];
    g_snprintf(text, sizeof text, "%" PRId64, votes);
    return fmax(PILL_HEIGHT, page_text_width(page, text, WEIGHT_KEYWORD, NULL, UNIT_SIZE) + 12);
}

// The width of keyword and text, between number and votes.
static double text_width(const struct sheet *sheet)
{
    return sheet->column_w - (sheet->number + sheet->pill) * sheet->u;
}

static void set_entry(const struct sheet *sheet, struct entry *entry, bool lettered)
{
    struct plan plan = {.page = sheet->page, .s = sheet->u, .lettered = lettered};
    double u = sheet->u, w = sheet->column_w;
    if (entry->idea == NULL) {
        entry->keyword = wording_set(&entry->words->keyword, &plan, HEADING_SIZE * u, w - 62 * u,
                                     LEADING_HEADING);
        entry->h = entry->keyword.h + 34 * u;
        return;
    }
    double room = text_width(sheet);
    entry->keyword = wording_set(&entry->words->keyword, &plan, 15.5 * u, room, LEADING_KEYWORD);
    entry->text = wording_set(&entry->words->text, &plan, UNIT_SIZE * u, room, LEADING_TEXT);
    entry->gloss = wording_set(&entry->words->gloss, &plan, UNIT_SIZE * u, room, LEADING_TEXT);
    entry->sketch = entry->idea->ink != NULL ? SKETCH_HEIGHT_ROOM * u : 0;
    entry->h =
        fmax(entry->keyword.h + entry->text.h + entry->gloss.h + entry->sketch, PILL_HEIGHT * u) +
        ENTRY_GAP * u;
}

static void set_all(struct sheet *sheet, double u, int columns, bool lettered)
{
    const struct page *page = sheet->page;
    sheet->u = u;
    sheet->columns = columns;
    sheet->column_w = (page->w - 2 * page->margin - (columns - 1) * COLUMN_GAP * u) / columns;
    for (int i = 0; i < sheet->n; i++)
        set_entry(sheet, &sheet->entries[i], lettered);
}

// ---- where it stands
// -----------------------------------------------------------------------------

// Columns filled one after another up to `limit`; returns how many entries found a place. A heading
// stays with the entry below it.
static int flow(struct sheet *sheet, double limit)
{
    int column = 0;
    double y = 0;
    for (int i = 0; i < sheet->n; i++) {
        struct entry *entry = &sheet->entries[i];
        bool leads = entry->idea == NULL && i + 1 < sheet->n;
        double needed = entry->h + (leads ? entry[1].h : 0);
        bool own_start = sheet->own && entry->idea == NULL && i > 0;
        if (own_start || (y > 0 && y + needed > limit)) {
            column++;
            y = 0;
        }
        if (column >= sheet->columns || y + needed > limit)
            return i;
        entry->column = column;
        entry->y = y;
        y += entry->h;
    }
    return sheet->n;
}

static bool all_fit(struct sheet *sheet, double u, int columns, bool own)
{
    sheet->own = own;
    set_all(sheet, u, columns, false);
    return flow(sheet, sheet->height) == sheet->n;
}

static int tables_of(const struct sheet *sheet)
{
    int n = 0;
    for (int i = 0; i < sheet->n; i++)
        n += sheet->entries[i].idea == NULL;
    return n;
}

// The largest letters that leave everything on the only sheet; else the smallest.
static void choose_size(struct sheet *sheet, bool only)
{
    const struct page *page = sheet->page;
    double w = page->w - 2 * page->margin, least = page->min_size / UNIT_SIZE;
    int tables = tables_of(sheet);
    for (double growth = GROWTH_MOST; only && growth > 1.001; growth /= 1.06) {
        double u = least * growth, em = UNIT_SIZE * u;
        int columns = MAX(1, (int)(w / (COLUMN_WIDTH * em) + 0.5));
        double own_em = w / tables / em;
        if (own_em >= COLUMN_WIDTH * 0.8 && own_em <= OWN_WIDTH_MOST && tables <= COLUMNS_MOST &&
            all_fit(sheet, u, tables, true))
            return;
        if (all_fit(sheet, u, columns, false))
            return;
    }
    sheet->own = false;
    set_all(sheet, least, MAX(1, (int)(w / (COLUMN_WIDTH * least * UNIT_SIZE) + 0.5)), false);
}

// Lettered, and columns as even as can be. Returns how many entries stand on the sheet.
static int settle(struct sheet *sheet)
{
    set_all(sheet, sheet->u, sheet->columns, true);
    int n = flow(sheet, sheet->height);
    double low = 0, high = sheet->height;
    while (n == sheet->n && high - low > 4) {
        double middle = (low + high) / 2;
        if (flow(sheet, middle) == sheet->n)
            high = middle;
        else
            low = middle;
    }
    // A word or a text higher than the page would stop everything: it is set all the same.
    return MAX(flow(sheet, high), MIN(2, sheet->n));
}

// ---- drawing
// -------------------------------------------------------------------------------------

static void draw_head(struct page *page)
{
    const struct harvest *harvest = page->harvest;
    const char *title = page_tr(page, N_("Appendix: all ideas in full")), *lang = page_lang(page);
    double x = page->margin, y = page->margin, w = page->w - 2 * page->margin;
    double size = fmin(TITLE_SIZE, w * 0.6 / page_text_width(page, title, WEIGHT_TITLE, lang, 1));
    page_heading(page, ROLE_H1, KIND_TITLE, NULL, title, WEIGHT_TITLE, lang, x + 6, y + 44, size,
                 PEN_START);
    double rest = w - 60 - page_text_width(page, title, WEIGHT_TITLE, lang, size);
    const char *date =
        harvest->date != NULL ? calendar_date(page, harvest->date, CALENDAR_FULL) : NULL;
    const char *parts[] = {harvest->title, harvest->place, date};
    GString *about = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i] != NULL && *parts[i] != '\0')
            g_string_append_printf(about, "%s%s", about->len > 0 ? " · " : "", parts[i]);
    double least = page->min_size, about_size = fmax(18, least);
    double width = page_text_width(page, about->str, 600, lang, 1);
    if (width > 0 && width * least > rest) { // no room for all of it
        g_string_assign(about, harvest->title);
        width = page_text_width(page, about->str, 600, lang, 1);
    }
    if (width > 0 && width * least <= rest)
        page_line(page, KIND_FOOTER, NULL, NULL, about->str, 600, lang, x + w, y + 42,
                  fmin(about_size, rest / width), PEN_END, COLOUR_INK);
    g_string_free(about, TRUE);
    struct line rule;
    line_init(&rule);
    line_add(&rule, x, y + 64);
    line_add(&rule, x + w, y + 66);
    scene_begin(page->scene, (struct scene_mark){
                                 .kind = KIND_DECORATION, .role = ROLE_ARTIFACT, .box = BOX_EMPTY});
    pen_line(&page->pen, &rule, PEN_STROKE(PEN_MEDIUM));
    scene_end(page->scene);
    line_clear(&rule);
}

static void draw_disc(const struct sheet *sheet, int number, double x, double y)
{
    struct page *page = sheet->page;
    double u = sheet->u;
    char text[16];
    g_snprintf(text, sizeof text, "%d", number);
    struct line disc;
    line_init(&disc);
    line_add_ellipse(&disc, x, y, 16 * u, 16 * u, 0);
    pen_shape(&page->pen, &disc, COLOUR_PAPER, PEN_MEDIUM, 0, 0, 0);
    line_clear(&disc);
    pen_text(&page->pen, page_run(page, text, WEIGHT_TITLE, NULL), x, y + 8 * u,
             (number > 9 ? 18 : 22) * u, PEN_CENTRE, COLOUR_INK);
}

static void draw_heading(const struct sheet *sheet, const struct entry *entry, double x, double y)
{
    struct page *page = sheet->page;
    double u = sheet->u, w = sheet->column_w, title_h = entry->keyword.h;
    struct line shape;
    line_init(&shape);
    line_add(&shape, x, y + 8 * u);
    line_add(&shape, x + w, y + 6 * u);
    line_add(&shape, x + w - 2, y + title_h + 24 * u);
    line_add(&shape, x + 3, y + title_h + 25 * u);
    scene_begin(page->scene, (struct scene_mark){
                                 .kind = KIND_DECORATION, .role = ROLE_ARTIFACT, .box = BOX_EMPTY});
    bool numbered = entry->table->number > 0;
    uint32_t colour = numbered ? colour_accent(entry->table->colour) : COLOUR_WARM;
    pen_shape(&page->pen, &shape, colour, PEN_MEDIUM, 2.4, 2, 13);
    line_clear(&shape);
    if (numbered)
        draw_disc(sheet, entry->table->number, x + 24 * u, y + 16 * u + title_h / 2);
    scene_end(page->scene);
    if (entry->keyword.paragraph != NULL && entry->keyword.lines > 0)
        page_block(page, KIND_TABLE, arena_printf(page->arena, "table:%d", entry->table->number),
                   page_table_title(page, entry->table), page_table_title(page, entry->table),
                   entry->keyword.paragraph, x + (numbered ? 50 : 16) * u, y + 15 * u, 0, PEN_START,
                   COLOUR_INK, "heading");
}

static void draw_setting(const struct sheet *sheet, const struct entry *entry, enum scene_kind kind,
                         const struct setting *setting, double x, double y, uint32_t colour)
{
    if (setting->paragraph == NULL || setting->lines == 0)
        return;
    bool turned = setting->wording->rtl != sheet->page->rtl;
    page_block(sheet->page, kind, entry->idea->id, page_table_title(sheet->page, entry->table),
               setting->wording->text, setting->paragraph, x, y, text_width(sheet),
               turned ? PEN_END : PEN_START, colour, entry->idea->id);
}

// Of an entry, which is told as an item of a list.
static void begin_part(struct page *page, enum scene_role role, const char *id, const char *text)
{
    scene_begin(page->scene, (struct scene_mark){.kind = KIND_DECORATION,
                                                 .role = role,
                                                 .id = id,
                                                 .text = text,
                                                 .box = BOX_EMPTY});
}

static void draw_entry(const struct sheet *sheet, const struct entry *entry, double x, double y)
{
    struct page *page = sheet->page;
    const struct harvest_idea *idea = entry->idea;
    const double u = sheet->u, text_x = x + sheet->number * u, top = y;
    char number[24], votes[24];
    g_snprintf(number, sizeof number, "%d", idea->number);
    g_snprintf(votes, sizeof votes, "%" PRId64, idea->votes);
    begin_part(page, ROLE_LI, idea->id, NULL);
    const struct run *run = page_run(page, number, WEIGHT_KEYWORD, NULL);
    if (idea->number > 0) {
        begin_part(page, ROLE_LABEL, idea->id, number);
        pen_text(&page->pen, run, text_x - NUMBER_GAP * u, y + 13 * u, NUMBER_SIZE * u, PEN_END,
                 COLOUR_INK);
        scene_end(page->scene);
    }
    bool card = entry->table->number > 0;
    enum scene_kind other = g_str_has_prefix(idea->id, "core:")       ? KIND_CORE_POINT
                            : g_str_has_prefix(idea->id, "relation:") ? KIND_CONNECTOR
                            : g_str_has_prefix(idea->id, "title:")    ? KIND_TITLE
                                                                      : KIND_AGREEMENT;
    draw_setting(sheet, entry, card ? KIND_KEYWORD : other, &entry->keyword, text_x, y, COLOUR_INK);
    draw_setting(sheet, entry, card ? KIND_IDEA : other, &entry->text, text_x, y + entry->keyword.h,
                 COLOUR_INK);
    y += entry->keyword.h + entry->text.h;
    draw_setting(sheet, entry, KIND_IDEA, &entry->gloss, text_x, y, COLOUR_GREY);
    if (entry->sketch > 0)
        page_sketch(page, idea->ink, idea->id, entry->table->title,
                    (struct box){text_x, y + entry->gloss.h + 4 * u, text_width(sheet),
                                 entry->sketch - 8 * u},
                    PEN_FINE * 0.7, entry->keyword.lines == 0 && entry->text.lines == 0);
    if (idea->votes > 0) {
        double w = pill_width(page, idea->votes) * u;
        begin_part(page, ROLE_P, idea->id, votes);
        tally_draw_pill(page, votes, x + sheet->column_w - w, top - 2, w, PILL_HEIGHT * u,
                        UNIT_SIZE * u, colour_accent(entry->table->colour), false,
                        arena_printf(page->arena, "pill %s", idea->id));
        scene_end(page->scene);
    }
    scene_end(page->scene);
}

bool appendix_draw(struct page *page, size_t *next)
{
    if (*next >= ideas_of(page))
        return false;
    struct sheet sheet = {.page = page, .top = page->margin + TITLE_ROOM};
    sheet.height = page->h - page->margin - sheet.top;
    sheet.number = number_width(page);
    sheet.pill =
        page->harvest->max_votes > 0 ? pill_width(page, page->harvest->max_votes) + PILL_GAP : 0;
    gather(&sheet, *next);
    choose_size(&sheet, *next == 0);
    int n = settle(&sheet);
    draw_head(page);
    for (int i = 0; i < n; i++) {
        const struct entry *entry = &sheet.entries[i];
        double x = page->margin + entry->column * (sheet.column_w + COLUMN_GAP * sheet.u);
        double y = sheet.top + entry->y;
        if (entry->idea == NULL) {
            draw_heading(&sheet, entry, x, y);
        } else {
            draw_entry(&sheet, entry, x, y);
            ++*next;
        }
    }
    return true;
}

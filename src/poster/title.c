// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "poster/calendar.h"
#include "poster/further.h"
#include "poster/furniture.h"
#include "poster/page.h"
#include "poster/photo.h"
#include "poster/title_letters.h"

// ART.md 1 and 4: sizes of the first and the last line, shares of the room's width and of the page.
#define FIRST_MOST 116.0
#define LAST_TIMES 1.17
#define FIRST_WIDTH 0.90
#define LAST_WIDTH 0.78
#define HEIGHT_MOST 0.165
#define LEADING_TITLE 1.08
#define LETTERS_APART 10.0 // between lines: outlines and shadows stand out that far
#define OUTLINED_APART 9.0 // more before the coloured line, whose outline stands out too
#define QUESTION_HEIGHT 3.9 // of its size: three lines
#define PHOTO_WIDTH 0.27  // of the room: the hosts' picture beside the lines
#define PHOTO_HEIGHT 0.16 // of the page
#define PHOTO_GAP 34.0
enum { LINES_MOST = 12 };

struct title_lines {
    const struct run *run[LINES_MOST];
    double size[LINES_MOST], baseline[LINES_MOST]; // from the top of the room
    int n;
    double bottom;
    double quality;
    bool cut; // its end is left to the appendix
};

struct ribbon {
    struct setting text;
    double y, h, w; // w: between the folds
};

struct question {
    struct setting text;
    double y;
    bool cut; // its end is left to the appendix
};

struct heading_block {
    struct title_lines lines;
    struct ribbon ribbon;
    struct question question;
    double h;
};

static double ink_top(const struct run *run)
{
    return box_is_empty(run->ink) ? run->ascent : fmax(0, -run->ink.y);
}

static double ink_bottom(const struct run *run)
{
    return box_is_empty(run->ink) ? run->descent : fmax(0, run->ink.y + run->ink.h);
}

// ---- the lines ----------------------------------------------------------------------------------

// Sets baselines one below the other so that no ink meets.
static void stack(struct title_lines *lines)
{
    double y = 0;
    for (int i = 0; i < lines->n; i++) {
        const struct run *run = lines->run[i];
        double size = lines->size[i];
        if (i > 0) {
            bool hangs = ink_bottom(lines->run[i - 1]) > 0.1;
            y += fmax(lines->size[i - 1] * (hangs ? 0.09 : 0.17),
                      LETTERS_APART + (i + 1 == lines->n && i > 1 ? OUTLINED_APART : 0));
        }
        y += fmin(ink_top(run), 1) * size;
        lines->baseline[i] = y;
        y += fmax(0.02, ink_bottom(run)) * size;
    }
    lines->bottom = y;
}

// Where there is little else, the title is larger too.
static double grown(const struct page *page)
{
    return 1 + (page->large - 1) * 0.4;
}

// All sizes by `k`.
static void scale(struct title_lines *lines, double k)
{
    for (int i = 0; i < lines->n; i++)
        lines->size[i] *= k;
    stack(lines);
}

// The last line is the topic: larger and in colour. The others share one size.
static void size_lines(struct page *page, struct title_lines *lines, double width)
{
    double widest = 0.01, most = FIRST_MOST * grown(page), last = lines->run[lines->n - 1]->width;
    for (int i = 0; i + 1 < lines->n; i++)
        widest = fmax(widest, lines->run[i]->width);
    // Short titles may be larger, so that they still carry the page.
    if (fmax(widest, last) * most < width * 0.45)
        most *= 1.2;
    double first = fmin(width * FIRST_WIDTH / widest, most);
    double wide = lines->n > 1 ? LAST_WIDTH : FIRST_WIDTH;
    double topic = fmin(width * wide / fmax(last, 0.01), first * LAST_TIMES);
    if (lines->n > 1)
        first = fmin(first, topic * 1.3);
    for (int i = 0; i < lines->n; i++)
        lines->size[i] = i + 1 < lines->n ? first : topic;
    stack(lines);
    double room = page->h * HEIGHT_MOST * grown(page);
    if (lines->bottom > room)
        scale(lines, room / lines->bottom);
    static const double TASTE[] = {0.8, 1, 0.84, 0.76, 0.7};
    lines->quality = fmin(lines->size[0], lines->size[lines->n - 1]) *
                     TASTE[MIN(lines->n, (int)G_N_ELEMENTS(TASTE)) - 1];
}

static const struct run *line_run(struct page *page, const char *text)
{
    return page_run(page, text, WEIGHT_BLACK, furniture_lang(page, text));
}

// Short words (articles, prepositions) belong to what follows them; a colon or a dash ends a line.
static double parting(const char *text, const char *space)
{
    const char *word = space;
    int n = 0;
    while (word > text && *g_utf8_prev_char(word) != ' ') {
        word = g_utf8_prev_char(word);
        n++;
    }
    gunichar last = space > text ? g_utf8_get_char(g_utf8_prev_char(space)) : 0;
    if (last == ':' || last == 0x2013 || last == 0x2014 || last == '.' || last == '!' ||
        last == '?')
        return 1.25;
    return n <= 3 ? 0.88 : 1;
}

static void part_in_two(struct page *page, const char *text, double width, struct title_lines *best)
{
    for (const char *space = strchr(text, ' '); space != NULL; space = strchr(space + 1, ' ')) {
        const char *first = arena_strndup(page->arena, text, (size_t)(space - text));
        struct title_lines lines = {.n = 2,
                                    .run = {line_run(page, first), line_run(page, space + 1)}};
        size_lines(page, &lines, width);
        lines.quality *= parting(text, space);
        if (lines.quality > best->quality)
            *best = lines;
    }
}

// Balanced lines, as many as make the letters largest. `soft`: words may be divided.
static void part_in_many(struct page *page, const char *text, bool soft, double width, double least,
                         struct title_lines *best)
{
    for (double size = FIRST_MOST * grown(page); size > least * 0.99; size *= 0.94) {
        struct paragraph *paragraph = page_paragraph(page, text, WEIGHT_BLACK, page_lang(page),
                                                     size, width * LAST_WIDTH, LEADING_TITLE);
        if (paragraph->overfull || paragraph->n < (soft ? 1 : 3) || paragraph->n > LINES_MOST)
            continue;
        struct title_lines lines = {.n = paragraph->n};
        for (int i = 0; i < lines.n; i++)
            lines.run[i] = paragraph->lines[i];
        size_lines(page, &lines, width);
        if (lines.quality > best->quality)
            *best = lines;
        if (paragraph->height < page->h * HEIGHT_MOST * grown(page))
            break;
    }
}

// Spaces in a row count as one, line ends as spaces.
static const char *title_text(struct page *page)
{
    const char *title = page->harvest->title != NULL ? page->harvest->title : "";
    GString *out = g_string_new(NULL);
    for (const char *c = title; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar u = g_utf8_get_char(c);
        if (!g_unichar_isspace(u) || u == 0xA0)
            g_string_append_unichar(out, u);
        else if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
    }
    if (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    const char *text =
        out->len > 0 ? arena_strdup(page->arena, out->str) : page_tr(page, N_("Future workshop"));
    g_string_free(out, TRUE);
    return text;
}

// The line with an ellipsis in place of its last word.
static const struct run *broken_off(struct page *page, const struct run *line)
{
    const char *space = strrchr(line->text, ' ');
    size_t n = space != NULL ? (size_t)(space - line->text) : strlen(line->text);
    return line_run(page, arena_printf(page->arena, "%.*s …", (int)n, line->text));
}

// A title longer than any page, in the least letters: as many lines as there may be.
static struct title_lines smallest_lines(struct page *page, const char *text, double width)
{
    struct paragraph *paragraph = page_paragraph(page, text, WEIGHT_BLACK, page_lang(page),
                                                 page->min_size, width, LEADING_TITLE);
    struct title_lines lines = {
        .n = MIN(paragraph->n, LINES_MOST),
        .cut = paragraph->n > LINES_MOST,
    };
    for (int i = 0; i < lines.n; i++) {
        lines.run[i] = paragraph->lines[i];
        lines.size[i] = page->min_size;
    }
    if (lines.cut)
        lines.run[lines.n - 1] = broken_off(page, lines.run[lines.n - 1]);
    stack(&lines);
    return lines;
}

static struct title_lines lines_of(struct page *page, double width)
{
    const char *text = title_text(page);
    struct title_lines best = {.n = 1, .run = {line_run(page, text)}};
    size_lines(page, &best, width);
    part_in_two(page, text, width, &best);
    double least = fmax(page->min_size * 1.3, 32);
    part_in_many(page, text, false, width, least, &best);
    if (fmin(best.size[0], best.size[best.n - 1]) >= least)
        return best;
    struct wording wording;
    wording_init(&wording, page, text, WEIGHT_BLACK, page_lang(page), true);
    part_in_many(page, wording.soft, true, width, page->min_size, &best);
    if (fmin(best.size[0], best.size[best.n - 1]) < page->min_size)
        best = smallest_lines(page, wording.soft, width);
    return best;
}

// ---- ribbon and question ------------------------------------------------------------------------

// `head`, date and place, as many of them as `parts`.
static const char *ribbon_text(struct page *page, const char *head, size_t parts_n)
{
    const struct harvest *harvest = page->harvest;
    const char *parts[] = {
        head,
        harvest->date != NULL ? calendar_date(page, harvest->date, CALENDAR_FULL) : NULL,
        harvest->place,
    };
    const char *text = NULL;
    for (size_t i = 0; i < MIN(parts_n, G_N_ELEMENTS(parts)); i++)
        if (parts[i] != NULL && *parts[i] != '\0')
            text = text == NULL ? furniture_isolate(page, parts[i])
                                : arena_printf(page->arena, "%s · %s", text,
                                               furniture_isolate(page, parts[i]));
    return text;
}

static struct ribbon ribbon_saying(struct page *page, const char *text, double width, double y,
                                   double most)
{
    struct ribbon ribbon = {.y = y};
    if (text == NULL)
        return ribbon;
    double size = furniture_size(page, text, WEIGHT_BOLD, width * 0.88, most);
    struct wording *wording = ARENA_NEW(page->arena, struct wording);
    wording_init(wording, page, text, WEIGHT_BOLD, page_lang(page), true);
    ribbon.text = furniture_set(page, wording, size, width * 0.885, 1.15);
    ribbon.w = ribbon.text.w + 44;
    ribbon.h = ribbon.text.lines * ribbon.text.leading + size * 0.75;
    return ribbon;
}

static struct ribbon ribbon_of(struct page *page, double width, double y)
{
    const struct harvest *harvest = page->harvest;
    double most = fmax(26, page->min_size);
    const char *host = furniture_long_host(page) ? NULL : harvest->host;
    struct ribbon usual = ribbon_saying(page, ribbon_text(page, host, 3), width, y, most);
    if (harvest->party == NULL)
        return usual;
    // The picture for a party has the same rooms: its name stands where the host's does.
    const char *head = arena_printf(page->arena, page_tr(page, N_("For %s")), harvest->party);
    if (usual.h <= 0)
        return ribbon_saying(page, ribbon_text(page, head, 3), width, y, most);
    struct ribbon ribbon = usual;
    for (size_t parts = 3; parts > 0; parts--) {
        ribbon = ribbon_saying(page, ribbon_text(page, head, parts), width, y,
                               fmax(page->min_size, usual.text.size));
        if (ribbon.h <= usual.h + 0.01)
            break;
    }
    ribbon.h = fmax(ribbon.h, usual.h);
    return ribbon;
}

static struct question question_of(struct page *page, double width, double y)
{
    struct question question = {.y = y};
    if (page->harvest->question == NULL || *page->harvest->question == '\0')
        return question;
    struct wording *wording = ARENA_NEW(page->arena, struct wording);
    wording_init(wording, page, page->harvest->question, WEIGHT_TEXT,
                 furniture_lang(page, page->harvest->question), false);
    double size = fmax(22, page->min_size);
    // One line if the size allows, two otherwise; of a longer one its beginning.
    for (; size > page->min_size; size = fmax(page->min_size, size * 0.96)) {
        question.text = furniture_measure(page, wording, size, width * 0.86, LEADING_TEXT);
        if (question.text.lines <= (size > 18 ? 1 : 2))
            break;
    }
    question.text = furniture_shorten(page, wording, size, width * 0.86, LEADING_TEXT,
                                      size * QUESTION_HEIGHT, &question.cut);
    return question;
}

static struct heading_block block_of(struct page *page, double width)
{
    struct heading_block block = {.lines = lines_of(page, width)};
    const struct title_lines *lines = &block.lines;
    double last = lines->size[lines->n - 1];
    block.ribbon = ribbon_of(page, width, lines->bottom + fmax(LETTERS_SHADOW + 7, last * 0.08));
    block.h = block.ribbon.y;
    if (block.ribbon.h > 0)
        block.h += block.ribbon.h * 1.26 + 3;
    // The question stands between the ribbon's tails.
    double y = block.ribbon.h > 0 ? block.ribbon.y + block.ribbon.h + 11 : block.h;
    block.question = question_of(page, width, y);
    // Or below them, when it is wider.
    if (block.ribbon.h > 0 && block.question.text.w > block.ribbon.w - 16)
        block.question.y = y = block.h + 4;
    if (block.question.text.lines > 0)
        block.h = fmax(block.h, y + block.question.text.h + 4);
    return block;
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_ribbon(struct page *page, const struct ribbon *ribbon, double x, double y)
{
    if (ribbon->h <= 0)
        return;
    scene_begin(page->scene, (struct scene_mark){.kind = KIND_DECORATION,
                                                 .role = ROLE_ARTIFACT,
                                                 .id = "title:ribbon",
                                                 .box = BOX_EMPTY});
    figure_ribbon(&page->pen, x - ribbon->w / 2, y, ribbon->w, ribbon->h, COLOUR_PAPER, 24, 0,
                  "title ribbon");
    scene_end(page->scene);
    double text_y = y + (ribbon->h - ribbon->text.h) / 2;
    page_block(page, KIND_TITLE, "title:where", NULL, ribbon->text.wording->text,
               ribbon->text.paragraph, x - ribbon->text.w / 2, text_y, ribbon->text.w, PEN_CENTRE,
               COLOUR_INK, NULL);
    page_note(page, OBSTACLE_HEADING,
              (struct box){x - ribbon->w / 2 - 24, y, ribbon->w + 48, ribbon->h * 1.26});
}

// Two people beside the last line who point at it, where the ribbon gives them ground; else rays.
static void draw_company(struct page *page, const struct heading_block *block, struct box room)
{
    const struct title_lines *lines = &block->lines;
    int last = lines->n - 1;
    double half = lines->run[last]->width * lines->size[last] / 2 + LETTERS_SHADOW;
    double x = room.x + room.w / 2;
    double top = last > 0 ? lines->baseline[last - 1] +
                                ink_bottom(lines->run[last - 1]) * lines->size[last - 1] + 16
                          : 14;
    double ground = block->ribbon.y - 1, tall = fmin(ground - top, 150);
    double side = block->ribbon.w / 2 - half;
    if (block->ribbon.h > 0 && tall >= 84 && side >= tall * 0.78) {
        double off = half + tall * 0.45 + fmin((side - tall * 0.78) * 0.5, 46);
        struct person people[] = {
            {.hair = HAIR_BUN, .colour = colour_accent(5), .pose = POSE_POINT, .look = 0.7},
            {.hair = HAIR_BEARD,
             .colour = colour_accent(1),
             .pose = POSE_POINT,
             .look = 0.7,
             .flip = true},
        };
        for (int i = 0; i < 2; i++) {
            furniture_begin_figure(page, i == 0 ? "figure:title:1" : "figure:title:2",
                                   page_tr(page, N_("Someone points at the title")));
            figure_person(&page->pen, i == 0 ? x - off : x + off, room.y + ground, tall, &people[i],
                          i == 0 ? "title left" : "title right");
            scene_end(page->scene);
        }
    } else if (room.w / 2 - half > 60) {
        double y = room.y + lines->baseline[last] - lines->size[last] * 0.4;
        furniture_begin_decoration(page);
        figure_sparkle(&page->pen, x - half - 14, y, 30, 3, 150, 210);
        figure_sparkle(&page->pen, x + half + 14, y, 30, 3, -30, 30);
        scene_end(page->scene);
    }
}

// The widest of lines, ribbon and question.
static double block_width(const struct heading_block *block)
{
    double w = fmax(block->ribbon.h > 0 ? block->ribbon.w + 48 : 0, block->question.text.w);
    for (int i = 0; i < block->lines.n; i++)
        w = fmax(w, block->lines.run[i]->width * block->lines.size[i] + 2 * LETTERS_SHADOW);
    return w;
}

double title_draw(struct page *page, struct box room, bool draw)
{
    struct box photo = photo_size(page, room.w * PHOTO_WIDTH, page->h * PHOTO_HEIGHT);
    double aside = box_is_empty(photo) ? 0 : photo.w + PHOTO_GAP;
    struct heading_block block = block_of(page, room.w - aside);
    double height = fmax(block.h, photo.h + 6);
    if (!draw)
        return height;
    if (aside > 0) { // both together in the middle
        double spare = fmax(0, room.w - aside - block_width(&block)) / 2;
        photo.x = room.x + spare;
        photo.y = room.y + (height - photo.h) / 2;
        photo_draw(page, photo);
        room.x += aside;
        room.w -= aside;
        room.y += (height - block.h) / 2;
    }
    double x = room.x + room.w / 2;
    const struct title_lines *lines = &block.lines;
    pen_push(&page->pen, 0, 0, 1, "title");
    double widest = 0;
    for (int i = 0; i < lines->n; i++) {
        const char *id = arena_printf(page->arena, "title:%d", i + 1);
        widest = fmax(widest, lines->run[i]->width * lines->size[i]);
        letters_draw(page, id, lines->run[i], x, room.y + lines->baseline[i], lines->size[i],
                     i + 1 < lines->n ? COLOUR_NONE : COLOUR_WARM);
    }
    draw_ribbon(page, &block.ribbon, x, room.y + block.ribbon.y);
    const struct setting *question = &block.question.text;
    if (question->lines > 0)
        page_block(page, KIND_TITLE, FURTHER_QUESTION, NULL, page->harvest->question,
                   question->paragraph, x - question->w / 2, room.y + block.question.y, question->w,
                   PEN_CENTRE, COLOUR_GREY, "question");
    if (lines->cut)
        scene_to_appendix(page->scene, FURTHER_TITLE);
    if (block.question.cut)
        scene_to_appendix(page->scene, FURTHER_QUESTION);
    draw_company(page, &block, room);
    // The zone round the title stays calm.
    double calm = fmin(room.w, fmax(widest + 2 * LETTERS_SHADOW, room.w * 0.96));
    page_note(page, OBSTACLE_TEXT, (struct box){x - calm / 2, room.y, calm, block.h});
    pen_pop(&page->pen);
    return height;
}

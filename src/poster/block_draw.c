// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/block.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/random.h"
#include "draw/figure.h"
#include "poster/lift.h"
#include "poster/page.h"

struct drawing {
    struct page *page;
    const struct block *block;
    const struct harvest_idea *idea;
    const char *table, *key;
    double s;
    uint32_t colour;
};

static void begin_decoration(const struct drawing *d)
{
    scene_begin(d->page->scene, (struct scene_mark){.kind = KIND_DECORATION,
                                                    .role = ROLE_ARTIFACT,
                                                    .id = d->idea->id,
                                                    .table = d->table,
                                                    .box = BOX_EMPTY});
}

// What the person drew, or the icon.
static void draw_icon(const struct drawing *d, double x, double y, double size, double width)
{
    if (size > 0 && d->idea->ink != NULL)
        page_sketch(d->page, d->idea->ink, d->idea->id, d->table, (struct box){x, y, size, size},
                    PEN_FINE * 0.7, d->block->keyword.lines == 0);
    if (size <= 0 || d->idea->icon == NULL || d->idea->ink != NULL)
        return;
    scene_begin(d->page->scene, (struct scene_mark){.kind = KIND_ICON,
                                                    .role = ROLE_ARTIFACT,
                                                    .id = d->idea->id,
                                                    .table = d->table,
                                                    .box = BOX_EMPTY});
    pen_icon(&d->page->pen, d->idea->icon, x, y, size, d->colour, width, "icon");
    scene_end(d->page->scene);
}

static void draw_setting(const struct drawing *d, enum scene_kind kind,
                         const struct setting *setting, double x, double y, double width,
                         enum pen_anchor align, uint32_t colour)
{
    if (setting->paragraph == NULL || setting->lines == 0)
        return;
    page_block(d->page, kind, d->idea->id, d->table, setting->wording->text, setting->paragraph, x,
               y, width, align, colour, d->key);
}

// The left end of line `i` of the keyword, whose box is `width` wide from `x`.
static double line_start(const struct setting *setting, int i, double x, double width, bool end)
{
    double w = setting->paragraph->lines[i]->width * setting->size;
    return end ? x + width - w : x;
}

// A marker swash behind the winner's keyword, a line below that of the next two.
static void draw_emphasis(const struct drawing *d, double x, double y, double width, bool end)
{
    const struct setting *keyword = &d->block->keyword;
    const struct card *card = d->block->card;
    if (keyword->paragraph == NULL || keyword->lines == 0 || card->idea->votes <= 0 ||
        card->rank > 2)
        return;
    begin_decoration(d);
    double size = keyword->size;
    if (card->winner) {
        uint32_t pale = colour_mix(d->colour, COLOUR_PAPER, 0.35);
        for (int i = 0; i < keyword->lines; i++) {
            char key[24];
            g_snprintf(key, sizeof key, "swash %d", i);
            double w = keyword->paragraph->lines[i]->width * size;
            double baseline = y + keyword->ascent + i * keyword->leading;
            figure_swash(&d->page->pen, line_start(keyword, i, x, width, end) - 3,
                         baseline - 0.54 * size, w + 6, 0.62 * size, pale, key);
        }
    } else {
        int last = keyword->lines - 1;
        double w = keyword->paragraph->lines[last]->width * size;
        double below = keyword->wording->rtl ? 0.36 : 0.2;
        figure_underline(&d->page->pen, line_start(keyword, last, x, width, end),
                         y + keyword->ascent + last * keyword->leading + below * size, w, d->colour,
                         PEN_MEDIUM * 1.5 * fmin(1.2, d->s), "underline");
    }
    scene_end(d->page->scene);
}

static void draw_row(const struct drawing *d, double x, double y)
{
    const struct block *block = d->block;
    struct page *page = d->page;
    double icon_x = block->rtl ? x + block->w - block->icon : x;
    double icon_y = y + (block->h - block->icon) / 2;
    if (d->idea->icon != NULL || d->idea->ink != NULL) {
        draw_icon(d, icon_x, icon_y, block->icon, PEN_FINE * 0.78);
    } else {
        begin_decoration(d);
        pen_dot(&page->pen, icon_x + block->icon / 2, y + block->h / 2, block->icon * 0.2,
                d->colour);
        scene_end(page->scene);
    }
    double text_w = block->keyword.w + block->number_w;
    double text_x = block->rtl ? x + block->w - block->icon - block->gap - text_w
                               : x + block->icon + block->gap;
    double keyword_y = y + (block->h - block->keyword.h) / 2;
    if (block->card->winner)
        draw_emphasis(d, block->rtl ? text_x + block->number_w : text_x, keyword_y,
                      block->keyword.w, block->rtl);
    draw_setting(d, KIND_KEYWORD, &block->keyword, block->rtl ? text_x + block->number_w : text_x,
                 keyword_y, block->keyword.w, block->rtl ? PEN_END : PEN_START, COLOUR_INK);
    if (block->number_size <= 0)
        return;
    char number[16];
    g_snprintf(number, sizeof number, "%d", d->idea->number);
    begin_decoration(d);
    int last = block->keyword.lines - 1;
    double baseline = keyword_y + block->keyword.ascent + last * block->keyword.leading;
    double shown = block->keyword.paragraph != NULL && last >= 0
                       ? block->keyword.paragraph->lines[last]->width * block->keyword.size
                       : 0;
    double right = block->rtl ? x + block->w - block->icon - block->gap - shown - 5 * d->s
                              : text_x + shown + 5 * d->s;
    pen_text(&page->pen, page_run(page, number, 400, page_lang(page)), right, baseline,
             block->number_size, block->rtl ? PEN_END : PEN_START, COLOUR_GREY);
    page_note_size(page, block->number_size);
    scene_end(page->scene);
}

struct box block_icon(const struct block *block, double x, double y)
{
    if (block->icon <= 0 || block->shape == BLOCK_QUOTE || block->shape == BLOCK_ROW)
        return BOX_EMPTY;
    double left = block->rtl ? x + block->w - block->column : x;
    return (struct box){left + (block->column - block->icon) / 2, y, block->icon, block->icon};
}

static void draw_text(const struct drawing *d, double x, double y)
{
    const struct block *block = d->block;
    double text_w = fmax(block->keyword.w, block->text.w);
    double icon_x = block->rtl ? x + block->w - block->column : x;
    double text_x = block->rtl ? icon_x - block->gap - text_w : x + block->column + block->gap;
    double text_y = y + fmax(0, (block->h - block->text_h) * 0.35);
    enum pen_anchor align = block->rtl ? PEN_END : PEN_START;
    draw_icon(d, block_icon(block, x, y).x, y, block->icon, PEN_FINE * (block->icon < 60 ? 1 : 1.25));
    double below = text_y + block->keyword.h + block->under;
    draw_emphasis(d, text_x, text_y, text_w, block->rtl);
    draw_setting(d, KIND_KEYWORD, &block->keyword, text_x, text_y, text_w, align, COLOUR_INK);
    draw_setting(d, KIND_IDEA, &block->text, text_x, below, text_w, align, COLOUR_INK);
    if (block->tally.row)
        tally_draw(d->page, d->idea, &block->tally, d->table,
                   block->rtl ? text_x + text_w - block->tally.w : text_x,
                   below + block->text.h + 6 * d->s, d->s, d->colour);
    else
        tally_draw(d->page, d->idea, &block->tally, d->table, icon_x + block->column / 2,
                   y + block->icon + (block->icon > 0 ? 5 * d->s : 0) + block->window, d->s,
                   d->colour);
}

static void draw_bubble(const struct drawing *d, double x, double y, struct point tip)
{
    const struct block *block = d->block;
    struct line bubble;
    line_init(&bubble);
    // A low bubble has room for smaller corners and a narrower tail only.
    double corner = fmin(15 * d->s, 0.27 * block->bubble_h);
    double tail = fmin(17 * d->s, 0.62 * (block->bubble_h - 2 * corner));
    figure_bubble_path(&bubble, x, y, block->bubble_w, block->bubble_h, corner, &tip, tail);
    begin_decoration(d);
    pen_shape(&d->page->pen, &bubble, COLOUR_PAPER, PEN_FINE * 1.15, 0, 0, 0);
    scene_end(d->page->scene);
    line_clear(&bubble);
}

static void draw_speaker(const struct drawing *d, double x, double y)
{
    struct page *page = d->page;
    struct random random = random_of(d->key);
    struct person person = {
        .hair = (enum hair)random_below(&random, HAIR_COUNT),
        .colour = d->colour,
        .look = d->block->rtl ? -0.8 : 0.8,
        .talking = true,
    };
    scene_begin(page->scene, (struct scene_mark){.kind = KIND_FIGURE,
                                                 .role = ROLE_ARTIFACT,
                                                 .id = d->idea->id,
                                                 .table = d->table,
                                                 .box = BOX_EMPTY});
    figure_bust(&page->pen, x, y + 48 * d->s, 42 * d->s, &person, "speaker");
    struct line ground;
    line_init(&ground);
    line_add(&ground, x - 17 * d->s, y + 50.5 * d->s);
    line_add(&ground, x + 17 * d->s, y + 50.5 * d->s);
    pen_line(&page->pen, &ground, PEN_STROKE(PEN_FINE * 1.15));
    line_clear(&ground);
    scene_end(page->scene);
}

static void draw_quote(const struct drawing *d, double x, double y)
{
    const struct block *block = d->block;
    double s = d->s, pad = 10 * s;
    double bubble_x = block->rtl ? x : x + block->column + block->gap;
    double reach = y + fmin(block->bubble_h * 0.55, 34 * s);
    struct point tip = {block->rtl ? x + block->bubble_w + block->gap * 0.72
                                   : x + block->column + block->gap * 0.28,
                        reach};
    draw_bubble(d, bubble_x, y, tip);
    double in_x = bubble_x + pad, in_y = y + 0.85 * pad, w = block->inner_w;
    enum pen_anchor align = block->rtl ? PEN_END : PEN_START;
    draw_icon(d, block->rtl ? in_x + w - block->icon : in_x, in_y, block->icon, PEN_FINE * 0.9);
    double beside = block->icon > 0 ? block->icon + 8 * s : 0;
    double keyword_x = block->rtl ? in_x : in_x + beside;
    double keyword_y = in_y + (block->head_h - block->keyword.h) / 2;
    draw_emphasis(d, keyword_x, keyword_y, w - beside, block->rtl);
    draw_setting(d, KIND_KEYWORD, &block->keyword, keyword_x, keyword_y, w - beside, align,
                 COLOUR_INK);
    double below = in_y + block->head_h;
    if (block->text.lines > 0) {
        draw_setting(d, KIND_IDEA, &block->text, in_x, below + 3 * s, w, align, COLOUR_INK);
        below += 3 * s + block->text.h;
    }
    // The gloss is in the poster's language: it reads in the page's direction.
    draw_setting(d, KIND_IDEA, &block->gloss, in_x, below + 5 * s, w, PEN_START, COLOUR_GREY);
    double speaker_x =
        block->rtl ? x + block->bubble_w + block->gap + block->column / 2 : x + block->column / 2;
    draw_speaker(d, speaker_x, y);
    tally_draw(d->page, d->idea, &block->tally, d->table, speaker_x, y + 60 * s, s, d->colour);
}

// A marker's field behind all of it: it concerns whom the poster is for.
static void draw_field(const struct drawing *d, double x, double y)
{
    const double PAD = 4;
    struct line field;
    line_init(&field);
    line_add_rounded_rect(&field, x - PAD, y - PAD, d->block->w + 2 * PAD, d->block->h + 2 * PAD, 9);
    begin_decoration(d);
    pen_fill(&d->page->pen, &field, lift_colour(), 0, 0, 1.6, 0);
    scene_end(d->page->scene);
    line_clear(&field);
}

void block_draw(struct page *page, const struct block *block, const struct harvest_table *table,
                double x, double y, double s, uint32_t colour)
{
    struct drawing d = {
        .page = page,
        .block = block,
        .idea = block->card->idea,
        .table = page_table_title(page, table),
        .key = block->card->idea->id,
        .s = s,
        .colour = colour,
    };
    pen_push(&page->pen, 0, 0, 1, d.key);
    if (d.idea->lifted)
        draw_field(&d, x, y);
    if (block->shape == BLOCK_ROW)
        draw_row(&d, x, y);
    else if (block->shape == BLOCK_QUOTE)
        draw_quote(&d, x, y);
    else
        draw_text(&d, x, y);
    pen_pop(&page->pen);
}

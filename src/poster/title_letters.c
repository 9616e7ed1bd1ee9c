// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/title_letters.h"

#include <glib.h>

#include "draw/hand.h"
#include "draw/lettering.h"
#include "draw/sleeve.h"
#include "poster/furniture.h"
#include "poster/page.h"

#define OUTLINED_FROM 30.0 // size; the outline of smaller letters fills them
#define OUTLINE (PEN_HEAVY * 0.82)
#define SHADOW_STEPS 5
#define WOBBLE_WIDTH 6 // of the pen whose steps the letters' edges follow

struct letters {
    struct page *page;
    const struct run *run;
    double left, baseline, size; // start of the baseline, art units
    struct line *contours;       // at their place on the page
    size_t n;
};

// The contours of a run at their place. A mirrored page turns everything round: turned round
// beforehand, the letters come out readable.
static struct letters letters_of(struct page *page, const struct run *run, double left,
                                 double baseline, double size)
{
    struct letters letters = {
        .page = page, .run = run, .left = left, .baseline = baseline, .size = size};
    bool mirrored = page->pen.mirror_w > 0;
    struct affine m = {
        mirrored ? -size : size, 0, 0, size, mirrored ? left + run->width * size : left, baseline};
    letters.contours = lettering_contours(page->tools->lettering, run, &letters.n);
    for (size_t i = 0; i < letters.n; i++)
        line_transform(&letters.contours[i], m);
    return letters;
}

// All contours as one area, moved by dx, dy, its edge moved by the hand.
static void fill(struct letters *letters, uint32_t colour, double dx, double dy, double wobble)
{
    struct pen *pen = &letters->page->pen;
    uint64_t key = pen_next_key(pen);
    struct line *moved = g_new(struct line, letters->n);
    for (size_t i = 0; i < letters->n; i++) {
        line_init(&moved[i]);
        line_append(&moved[i], &letters->contours[i]);
        if (wobble > 0 && moved[i].n > 0) {
            line_add(&moved[i], moved[i].p[0].x, moved[i].p[0].y);
            ink_wobble(&moved[i], hand_key(key, i), wobble, WOBBLE_WIDTH);
            struct line rounded;
            line_init(&rounded);
            sleeve_round(&moved[i], &rounded);
            line_clear(&moved[i]);
            moved[i] = rounded;
        }
        line_transform(&moved[i], affine_translation(dx, dy));
    }
    scene_fill(letters->page->scene, moved, letters->n, pen_affine(pen), colour, false);
    for (size_t i = 0; i < letters->n; i++)
        line_clear(&moved[i]);
    g_free(moved);
}

static void draw_shadow(struct letters *letters, bool deep)
{
    furniture_begin_decoration(letters->page);
    if (!deep)
        fill(letters, COLOUR_SHADOW, 4, 4, 0.8);
    for (int step = 1; deep && step <= SHADOW_STEPS; step++) {
        double t = (double)step / SHADOW_STEPS;
        fill(letters, COLOUR_SHADOW, (LETTERS_SHADOW - 2) * t + 2, (LETTERS_SHADOW - 3) * t + 2,
             0.6);
    }
    scene_end(letters->page->scene);
}

// The outline comes first and twice as wide as it shows: the union of the contours lies on top of
// its inner half, so that no seam shows where contours of one letter or of joined letters overlap.
static void draw_coloured(struct letters *letters, uint32_t colour)
{
    struct pen *pen = &letters->page->pen;
    for (size_t i = 0; i < letters->n; i++) {
        struct pen_stroke stroke = PEN_STROKE(OUTLINE * 2);
        stroke.closed = true;
        stroke.wobble = 0.9;
        stroke.overshoot = 0.12;
        if (letters->contours[i].n > 2)
            pen_line(pen, &letters->contours[i], stroke);
    }
    fill(letters, COLOUR_PAPER, 0, 0, 0);
    scene_clip_union(letters->page->scene, letters->contours, letters->n, pen_affine(pen));
    fill(letters, colour, 2.8, 2.4, 0.8);
    scene_unclip(letters->page->scene);
}

void letters_draw(struct page *page, const char *id, const struct run *run, double x,
                  double baseline, double size, uint32_t colour)
{
    struct pen *pen = &page->pen;
    double left = x - run->width * size / 2;
    struct letters letters = {0};
    bool outlined = page->tools->lettering != NULL && size >= OUTLINED_FROM;
    pen_push(pen, 0, 0, 1, id);
    if (outlined) {
        letters = letters_of(page, run, left, baseline, size);
        draw_shadow(&letters, colour != COLOUR_NONE);
    }
    page_note_size(page, size);
    scene_begin(page->scene, (struct scene_mark){.kind = KIND_TITLE,
                                                 .role = ROLE_H1,
                                                 .id = id,
                                                 .text = run->text,
                                                 .lang = run->lang,
                                                 .box = BOX_EMPTY});
    // The letters' own text lies below their drawing, so that it can be searched for and copied.
    pen_text(pen, run, left, baseline, size, PEN_START,
             outlined && colour != COLOUR_NONE ? colour : COLOUR_INK);
    if (outlined && colour == COLOUR_NONE)
        fill(&letters, COLOUR_INK, 0, 0, 0.9);
    else if (outlined)
        draw_coloured(&letters, colour);
    scene_end(page->scene);
    if (outlined)
        lettering_free_contours(letters.contours, letters.n);
    pen_pop(pen);
}

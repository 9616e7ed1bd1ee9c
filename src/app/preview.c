// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview.h"

#include <math.h>

#include "app/kit.h"
#include "app/stage.h"
#include "publish/press.h"
#include "store/store.h"

#define PAUSE_MS 150 // composing waits for so long after the last change

const char *const preview_sizes[PREVIEW_SIZES] = {"a4", "a3", "a2", "a1", "a0"};

void preview_init(struct preview *preview, struct stage *stage, int64_t workshop)
{
    *preview = (struct preview){.stage = stage, .workshop = workshop, .size = 3, .stale = true};
}

static void free_print(gpointer print)
{
    print_free(print);
}

static void drop(struct preview *preview)
{
    stage_retire(preview->stage, preview->print, free_print);
    preview->print = NULL;
}

void preview_clear(struct preview *preview)
{
    drop(preview);
    g_free(preview->party);
}

static void compose(struct preview *preview)
{
    struct stage *stage = preview->stage;
    struct press press = {stage->lettering, stage->icons, stage->words, stage->hyphens}; // borrowed
    struct poster_options options = {.party = preview->party};
    preview->err = stage_err(stage);
    drop(preview);
    if (poster_page_size(preview_sizes[preview->size], preview->portrait, &options.w_mm,
                         &options.h_mm, &preview->err))
        preview->print =
            press_print(&press, stage->store, preview->workshop, &options, &preview->err);
    if (preview->page >= preview_pages(preview))
        preview->page = 0;
}

bool preview_is_old(const struct preview *preview)
{
    return preview->stale || preview->revision != store_revision(preview->stage->store);
}

bool preview_renew(struct preview *preview)
{
    preview->due = 0;
    if (!preview_is_old(preview))
        return false;
    preview->stale = false;
    preview->revision = store_revision(preview->stage->store);
    compose(preview);
    return true;
}

void preview_expect(struct preview *preview)
{
    preview->due = preview->stage->now + PAUSE_MS;
}

int preview_next_tick(const struct preview *preview, int64_t now)
{
    return preview->due > 0 ? (int)MAX(0, preview->due - now) : -1;
}

void preview_set_format(struct preview *preview, int size, bool portrait)
{
    if (preview->size == size && preview->portrait == portrait)
        return;
    preview->size = size;
    preview->portrait = portrait;
    preview->stale = true;
    preview_expect(preview);
}

void preview_set_party(struct preview *preview, const char *party)
{
    char *copy = g_strdup(party); // may be the present one
    g_free(preview->party);
    preview->party = copy;
    preview->stale = true;
    preview_expect(preview);
}

size_t preview_pages(const struct preview *preview)
{
    return preview->print != NULL ? poster_pages(preview->print->poster) : 0;
}

static const struct scene *page_of(const struct preview *preview)
{
    return preview->print != NULL ? poster_page(preview->print->poster, preview->page) : NULL;
}

static double scale_in(const struct scene *page, struct box room)
{
    return fmin(room.w / page->w, room.h / page->h);
}

struct box preview_paper(const struct preview *preview, struct box room)
{
    const struct scene *page = page_of(preview);
    if (page == NULL)
        return BOX_EMPTY;
    double scale = scale_in(page, room), w = page->w * scale, h = page->h * scale;
    return (struct box){room.x + (room.w - w) / 2, room.y + (room.h - h) / 2, w, h};
}

struct affine preview_onto_glass(const struct preview *preview, struct box room)
{
    struct box paper = preview_paper(preview, room);
    double scale = scale_in(page_of(preview), room);
    return affine_multiply(affine_translation(paper.x, paper.y), affine_scaling(scale, scale));
}

void preview_draw(const struct preview *preview, struct kit *kit, struct box room)
{
    struct box paper = preview_paper(preview, room);
    if (box_is_empty(paper)) {
        struct kit_type type = {17, 700, COLOUR_GREY, KIT_CENTRE, NULL};
        kit_begin(kit, KIND_DECORATION, NULL, preview->err.text);
        kit_paragraph(kit, preview->err.text, room.x + room.w / 2, room.y + room.h * 0.4,
                      fmin(room.w - 60, 480), 0, 17, type);
        kit_end(kit);
        return;
    }
    kit_fill(kit, (struct box){paper.x + 1.6, paper.y + 1.8, paper.w, paper.h}, 0.5, COLOUR_SHADOW);
    kit_fill(kit, paper, 0.5, COLOUR_PAPER);
    scene_use(kit->scene, page_of(preview),
              affine_multiply(kit->m, preview_onto_glass(preview, room)), 1);
    kit_frame(kit, paper, 0.5, 0.7, COLOUR_INK);
}

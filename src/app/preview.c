// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview.h"

#include <math.h>

#include "app/reflow.h"
#include "app/kit.h"
#include "app/motion.h"
#include "app/stage.h"
#include "publish/press.h"
#include "store/store.h"

#define NOT_YET INT64_MAX // a flow that has not begun
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

static void free_flow(gpointer flow)
{
    reflow_free(flow);
}

static void drop(struct preview *preview)
{
    stage_retire(preview->stage, preview->flow, free_flow);
    stage_retire(preview->stage, preview->print, free_print);
    preview->flow = NULL;
    preview->print = NULL;
}

static const struct scene *page_of(const struct preview *preview)
{
    return preview->print != NULL ? poster_page(preview->print->poster, preview->page) : NULL;
}

// From the page that is shown still, `before`, to the one that comes.
static void begin_flow(struct preview *preview, const struct scene *before)
{
    const struct stage *stage = preview->stage;
    const struct scene *after = page_of(preview);
    if (before == NULL || after == NULL || motion_share(stage, MOTION_FLOW, stage->now) >= 1)
        return;
    preview->flow = reflow_new(before, after);
    preview->flows = NOT_YET;
}

void preview_tick(struct preview *preview)
{
    if (preview->flow != NULL && preview->flows == NOT_YET)
        preview->flows = preview->stage->now;
}

// Of the way to the page that is shown.
static double flow_share(const struct preview *preview)
{
    if (preview->flow == NULL)
        return 1;
    return preview->flows == NOT_YET ? 0
                                     : motion_share(preview->stage, MOTION_FLOW, preview->flows);
}

void preview_clear(struct preview *preview)
{
    drop(preview);
    g_free(preview->party);
}

static void compose(struct preview *preview)
{
    struct stage *stage = preview->stage;
    struct press press = {stage->hand, stage->icons, stage->words, stage->hyphens}; // borrowed
    struct poster_options options = {.party = preview->party};
    const struct scene *before = page_of(preview); // lives until the next drawing
    preview->err = stage_err(stage);
    drop(preview);
    if (poster_page_size(preview_sizes[preview->size], preview->portrait, &options.w_mm,
                         &options.h_mm, &preview->err))
        preview->print =
            press_print(&press, stage->store, preview->workshop, &options, &preview->err);
    if (preview->page >= preview_pages(preview))
        preview->page = 0;
    begin_flow(preview, before);
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
    int flow = preview->flow == NULL      ? -1
               : preview->flows == NOT_YET ? 0
                                           : motion_next_tick(preview->stage, MOTION_FLOW,
                                                              preview->flows, now);
    int due = preview->due > 0 ? (int)MAX(0, preview->due - now) : -1;
    return flow < 0 ? due : due < 0 ? flow : MIN(flow, due);
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
    struct affine m = affine_multiply(kit->m, preview_onto_glass(preview, room));
    double share = flow_share(preview);
    bool flows = share < 1;
    if (flows)
        reflow_draw(preview->flow, kit->scene, m, share);
    scene_use(kit->scene, page_of(preview), m, flows ? 0 : 1); // its marks are there in any case
    kit_frame(kit, paper, 0.5, 0.7, COLOUR_INK);
}

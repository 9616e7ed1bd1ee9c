// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading a scene: its marks and text, those of used scenes too.
#include "draw/scene.h"

#include <glib.h>
#include <string.h>

static const struct box EVERYWHERE = {-1e9, -1e9, 2e9, 2e9};

// Visits the marks of `scene`, which lies under `m` in the outermost scene and shows only inside
// `window` (outermost coordinates). Marks come at their first item, so what is painted later is
// visited later.
static void visit_marks(const struct scene *scene, struct affine m, struct box window,
                        scene_visit *visit, void *context)
{
    struct box windows[G_N_ELEMENTS(scene->clips) + 1] = {window};
    int depth = 0;
    size_t mark = 0;
    for (size_t i = 0; i <= scene->items_n; i++) {
        for (; mark < scene->marks_n && scene->marks[mark].first <= i; mark++) {
            struct box box = scene_mark_box(scene, (int)mark);
            if (!box_is_empty(box))
                box = box_intersection(affine_apply_box(m, box), windows[depth]);
            visit(context, &scene->marks[mark], box);
        }
        if (i == scene->items_n)
            break;
        const struct scene_item *item = &scene->items[i];
        if (item->type == SCENE_CLIP) {
            struct box clip = box_of_points(item->path.p, item->path.ends[0]);
            windows[depth + 1] = box_intersection(affine_apply_box(m, clip), windows[depth]);
            depth++;
        } else if (item->type == SCENE_UNCLIP) {
            depth--;
        } else if (item->type == SCENE_USE) {
            visit_marks(item->use.scene, affine_multiply(m, item->use.m), windows[depth], visit,
                        context);
        }
    }
}

void scene_each_mark(const struct scene *scene, scene_visit *visit, void *context)
{
    visit_marks(scene, AFFINE_IDENTITY, EVERYWHERE, visit, context);
}

struct search {
    const char *name;
    struct point p;
    const struct scene_mark *found;
    struct box box; // of `found`
    struct box ids; // of all marks whose id is `name`
};

static void visit_hit(void *context, const struct scene_mark *mark, struct box box)
{
    struct search *search = context;
    if (mark->hit == NULL || box_is_empty(box) || !box_contains(box, search->p))
        return;
    search->found = mark;
    search->box = box;
}

const char *scene_hit(const struct scene *scene, struct point p, struct box *box)
{
    struct search search = {.p = p};
    scene_each_mark(scene, visit_hit, &search);
    if (search.found == NULL)
        return NULL;
    if (box != NULL)
        *box = search.box;
    return search.found->hit;
}

static void visit_name(void *context, const struct scene_mark *mark, struct box box)
{
    struct search *search = context;
    if (box_is_empty(box))
        return;
    if (mark->hit != NULL && strcmp(mark->hit, search->name) == 0) {
        search->found = mark;
        search->box = box;
    }
    if (mark->id != NULL && strcmp(mark->id, search->name) == 0)
        search->ids = box_union(search->ids, box);
}

bool scene_find(const struct scene *scene, const char *name, struct box *box)
{
    struct search search = {.name = name, .ids = BOX_EMPTY};
    scene_each_mark(scene, visit_name, &search);
    if (search.found == NULL)
        search.box = search.ids;
    if (search.found == NULL && box_is_empty(search.ids))
        return false;
    if (box != NULL)
        *box = search.box;
    return true;
}

int scene_missing_glyphs(const struct scene *scene, const char **first)
{
    int missing = 0;
    const char *text = NULL;
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *item = &scene->items[i];
        const char *here = NULL;
        int lacking = 0;
        if (item->type == SCENE_TEXT) {
            lacking = item->text.run->missing;
            here = item->text.run->text;
        } else if (item->type == SCENE_USE) {
            lacking = scene_missing_glyphs(item->use.scene, &here);
        }
        if (lacking > 0 && text == NULL)
            text = here;
        missing += lacking;
    }
    if (first != NULL)
        *first = text;
    return missing;
}

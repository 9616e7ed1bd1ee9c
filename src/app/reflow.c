// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reflow.h"

#include <glib.h>
#include <math.h>

#include "draw/scene.h"

#define STAYS 0.3 // mm: what moves less stays

struct part { // a card on its way
    struct scene *scene; // owned: what it shows
    struct box from, to;
};

struct reflow {
    struct scene *rest; // owned: all that does not move
    GArray *parts;      // struct part
};

// The card that an item belongs to, NULL: none.
static const char *card_of(const struct scene *page, const struct scene_item *item)
{
    for (int mark = item->mark; mark >= 0; mark = page->marks[mark].parent)
        if (page->marks[mark].id != NULL && g_str_has_prefix(page->marks[mark].id, "card:"))
            return page->marks[mark].id;
    return NULL;
}

static bool moves(const struct box *from, const struct box *to)
{
    return fabs(from->x - to->x) > STAYS || fabs(from->y - to->y) > STAYS ||
           fabs(from->w - to->w) > STAYS;
}

// The part that `id` belongs to, begun when it is new; -1: it stays.
static int part_of(struct reflow *flow, GHashTable *known, const struct scene *before,
                   const struct scene *after, const char *id)
{
    gpointer found;
    if (g_hash_table_lookup_extended(known, id, NULL, &found))
        return GPOINTER_TO_INT(found);
    int at = -1;
    struct part part = {NULL, BOX_EMPTY, BOX_EMPTY};
    if (scene_find(before, id, &part.from) && scene_find(after, id, &part.to) && part.to.w > 0 &&
        moves(&part.from, &part.to)) {
        part.scene = scene_new(after->w, after->h);
        at = (int)flow->parts->len;
        g_array_append_val(flow->parts, part);
    }
    g_hash_table_insert(known, (gpointer)(uintptr_t)id, GINT_TO_POINTER(at));
    return at;
}

struct reflow *reflow_new(const struct scene *before, const struct scene *after)
{
    if (before->w != after->w || before->h != after->h)
        return NULL;
    struct reflow *flow = g_new0(struct reflow, 1);
    flow->rest = scene_new(after->w, after->h);
    flow->parts = g_array_new(FALSE, FALSE, sizeof(struct part));
    GHashTable *known = g_hash_table_new(g_str_hash, g_str_equal); // id -> part
    bool paired = true; // what is clipped inside one part is no other's
    int clipped = 0, clipping = -1;
    for (size_t i = 0; i < after->items_n && paired; i++) {
        const struct scene_item *item = &after->items[i];
        const char *id = card_of(after, item);
        int at = id != NULL ? part_of(flow, known, before, after, id) : -1;
        if (item->type == SCENE_CLIP && clipped++ == 0)
            clipping = at;
        paired = clipped == 0 || at == clipping;
        if (item->type == SCENE_UNCLIP)
            clipped--;
        scene_repeat(at >= 0 ? g_array_index(flow->parts, struct part, at).scene : flow->rest,
                     item);
    }
    g_hash_table_destroy(known);
    if (!paired || flow->parts->len == 0)
        g_clear_pointer(&flow, reflow_free);
    return flow;
}

void reflow_free(struct reflow *flow)
{
    if (flow == NULL)
        return;
    for (guint i = 0; i < flow->parts->len; i++)
        scene_free(g_array_index(flow->parts, struct part, i).scene);
    g_array_free(flow->parts, TRUE);
    scene_free(flow->rest);
    g_free(flow);
}

void reflow_draw(const struct reflow *flow, struct scene *onto, struct affine m, double share)
{
    scene_use(onto, flow->rest, m, 1);
    for (guint i = 0; i < flow->parts->len; i++) {
        const struct part *part = &g_array_index(flow->parts, struct part, i);
        const struct box *from = &part->from, *to = &part->to;
        double k = 1 + (from->w / to->w - 1) * (1 - share); // seen as wide as on the way
        double x = from->x + (to->x - from->x) * share, y = from->y + (to->y - from->y) * share;
        struct affine way = affine_multiply(affine_translation(x - k * to->x, y - k * to->y),
                                            affine_scaling(k, k));
        scene_use(onto, part->scene, affine_multiply(m, way), 1);
    }
}

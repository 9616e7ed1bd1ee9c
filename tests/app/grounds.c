// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grounds.h"

#include <string.h>

#include "draw/colour.h"

#define POINTS 7              // along each text
#define WORD_MARK "Erntebild" // outlined; such need no contrast (WCAG 2.1, 1.4.3)

struct flat { // one item as it is painted
    const struct scene_item *item;
    struct affine back; // glass mm -> its scene's mm
    struct box box;     // on the glass
    size_t clips;       // how many of `open` hold
    guint clips_at;     // where they begin in `clips`
};

struct list {
    GArray *items; // struct flat
    GArray *clips; // struct flat: those that hold, again for each change
};

static void flatten(struct list *list, const struct scene *scene, struct affine m, GArray *open)
{
    struct affine back = affine_invert(m);
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *item = &scene->items[i];
        struct flat flat = {.item = item, .back = back, .box = affine_apply_box(m, item->box)};
        switch (item->type) {
        case SCENE_CLIP:
            g_array_append_val(open, flat);
            break;
        case SCENE_UNCLIP:
            g_array_set_size(open, open->len - 1);
            break;
        case SCENE_USE:
            if (item->use.scene->title == NULL)
                flatten(list, item->use.scene, affine_multiply(m, item->use.m), open);
            break;
        default:
            flat.clips = open->len;
            flat.clips_at = list->clips->len;
            if (open->len > 0)
                g_array_append_vals(list->clips, open->data, open->len);
            g_array_append_val(list->items, flat);
        }
    }
}

// By the even-odd rule, which is the other one for shapes that do not overlap themselves.
static bool contains(const struct flat *flat, struct point glass)
{
    if (!box_contains(flat->box, glass))
        return false;
    struct point at = affine_apply(flat->back, glass);
    const struct scene_item *item = flat->item;
    bool inside = false;
    unsigned first = 0;
    for (unsigned k = 0; k < item->path.polygons; k++) {
        unsigned end = item->path.ends[k];
        for (unsigned i = first, j = end - 1; i < end; j = i++) {
            struct point a = item->path.p[i], b = item->path.p[j];
            if ((a.y > at.y) != (b.y > at.y) &&
                at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x)
                inside = !inside;
        }
        first = end;
    }
    return inside;
}

static bool is_shown(const struct list *list, const struct flat *flat, struct point at)
{
    for (size_t i = 0; i < flat->clips; i++) {
        if (!contains(&g_array_index(list->clips, struct flat, flat->clips_at + i), at))
            return false;
    }
    return true;
}

static uint32_t over(uint32_t below, uint32_t colour)
{
    return colour_mix(below, colour | 0xff, (colour & 0xff) / 255.0) | 0xff;
}

static uint32_t ground_of(const struct list *list, guint text, struct point at)
{
    uint32_t ground = COLOUR_PAPER;
    for (guint i = 0; i < text; i++) {
        const struct flat *flat = &g_array_index(list->items, struct flat, i);
        if (flat->item->type == SCENE_FILL && contains(flat, at) && is_shown(list, flat, at))
            ground = over(ground, flat->item->colour);
    }
    return ground;
}

struct ground grounds_worst(const struct scene *scene, size_t *texts)
{
    struct list list = {g_array_new(FALSE, FALSE, sizeof(struct flat)),
                        g_array_new(FALSE, FALSE, sizeof(struct flat))};
    GArray *open = g_array_new(FALSE, FALSE, sizeof(struct flat));
    struct ground worst = {.contrast = 21};
    flatten(&list, scene, AFFINE_IDENTITY, open);
    *texts = 0;
    for (guint i = 0; i < list.items->len; i++) {
        const struct flat *flat = &g_array_index(list.items, struct flat, i);
        if (flat->item->type != SCENE_TEXT || box_is_empty(flat->box) ||
            strcmp(flat->item->text.run->text, WORD_MARK) == 0)
            continue;
        *texts += 1;
        for (int k = 0; k < POINTS; k++) {
            double along = (k + 0.5) / POINTS;
            struct box box = flat->box;
            struct point at = {box.x + box.w * (box.w > box.h ? along : 0.5),
                               box.y + box.h * (box.w > box.h ? 0.5 : along)};
            if (!is_shown(&list, flat, at) || at.x < 0 || at.y < 0 || at.x > scene->w ||
                at.y > scene->h)
                continue;
            uint32_t below = ground_of(&list, i, at), colour = over(below, flat->item->colour);
            double contrast = colour_contrast(colour, below);
            if (contrast < worst.contrast)
                worst = (struct ground){contrast, flat->item->text.run, colour, below, at};
        }
    }
    g_array_free(open, TRUE);
    g_array_free(list.items, TRUE);
    g_array_free(list.clips, TRUE);
    return worst;
}

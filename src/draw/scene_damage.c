// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What has to be painted again: the items that are not part of the longest sequence that both scenes
// have in the same order. Outside their boxes the same items cover each other in the same order, so
// the pixels there are the same.
#include "draw/scene.h"

#include <glib.h>

// Which item of `before` each item of `now` could be: the first with its hash is paired with the
// first, the second with the second, and so on; -1 for what is new. g_free it.
static int *pair_items(const struct scene *before, const struct scene *now)
{
    int *pair = g_new(int, now->items_n + 1);
    int *later = g_new(int, before->items_n + 1); // next item of `before` with the same hash
    GHashTable *first = g_hash_table_new(g_int64_hash, g_int64_equal); // hash -> index + 1
    for (size_t i = before->items_n; i-- > 0;) {
        uint64_t *hash = &before->items[i].hash;
        later[i] = GPOINTER_TO_INT(g_hash_table_lookup(first, hash)) - 1;
        g_hash_table_insert(first, hash, GINT_TO_POINTER((int)i + 1));
    }
    for (size_t i = 0; i < now->items_n; i++) {
        uint64_t *hash = &now->items[i].hash;
        pair[i] = GPOINTER_TO_INT(g_hash_table_lookup(first, hash)) - 1;
        if (pair[i] >= 0)
            g_hash_table_insert(first, &before->items[pair[i]].hash,
                                GINT_TO_POINTER(later[pair[i]] + 1));
    }
    g_hash_table_destroy(first);
    g_free(later);
    return pair;
}

// Sets to -1 what is not in a longest increasing subsequence of the other pairs (Fredman 1975, "On
// computing the length of longest increasing subsequences").
static void keep_increasing(int *pair, size_t n)
{
    size_t *tail = g_new(size_t, n + 1);     // tail[k]: where the best sequence of k + 1 pairs ends
    size_t *previous = g_new(size_t, n + 1); // the one before it, or n
    size_t length = 0;
    for (size_t i = 0; i < n; i++) {
        if (pair[i] < 0)
            continue;
        size_t low = 0, high = length;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (pair[tail[middle]] < pair[i])
                low = middle + 1;
            else
                high = middle;
        }
        previous[i] = low > 0 ? tail[low - 1] : n;
        tail[low] = i;
        length = MAX(length, low + 1);
    }
    size_t kept = length > 0 ? tail[length - 1] : n;
    for (size_t i = n; i-- > 0;) {
        if (i == kept)
            kept = previous[i];
        else
            pair[i] = -1;
    }
    g_free(tail);
    g_free(previous);
}

static double area(struct box box)
{
    return box_is_empty(box) ? 0 : box.w * box.h;
}

// How much is painted in vain when `a` and `b` become one.
static double waste(struct box a, struct box b)
{
    return area(box_union(a, b)) - area(a) - area(b);
}

// At most `room` boxes are kept; the two that waste least become one. Boxes that overlap are joined
// when nothing is wasted.
static size_t add_box(struct box *boxes, size_t n, size_t room, struct box box)
{
    if (box_is_empty(box))
        return n;
    for (size_t i = 0; i < n;) {
        if (waste(boxes[i], box) > 0) {
            i++;
            continue;
        }
        box = box_union(boxes[i], box);
        boxes[i] = boxes[--n];
        i = 0; // the larger box may now swallow others
    }
    if (n < room) {
        boxes[n] = box;
        return n + 1;
    }
    // The new box counts as number n.
    size_t best_a = 0, best_b = n;
    double best = -1;
    for (size_t a = 0; a < n; a++)
        for (size_t b = a + 1; b <= n; b++) {
            double w = waste(boxes[a], b == n ? box : boxes[b]);
            if (best < 0 || w < best) {
                best = w;
                best_a = a;
                best_b = b;
            }
        }
    boxes[best_a] = box_union(boxes[best_a], best_b == n ? box : boxes[best_b]);
    if (best_b < n)
        boxes[best_b] = box;
    return n;
}

size_t scene_damage(const struct scene *before, const struct scene *now, struct box *boxes,
                    size_t room)
{
    g_assert(room > 0);
    if (before->w != now->w || before->h != now->h) {
        boxes[0] = (struct box){0, 0, MAX(before->w, now->w), MAX(before->h, now->h)};
        return 1;
    }
    int *pair = pair_items(before, now);
    keep_increasing(pair, now->items_n);
    bool *stays = g_new0(bool, before->items_n + 1);
    size_t n = 0;
    for (size_t i = 0; i < now->items_n; i++) {
        if (pair[i] >= 0)
            stays[pair[i]] = true;
        else
            n = add_box(boxes, n, room, now->items[i].box);
    }
    for (size_t i = 0; i < before->items_n; i++)
        if (!stays[i])
            n = add_box(boxes, n, room, before->items[i].box);
    g_free(stays);
    g_free(pair);
    return n;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/harvest_picture.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "app/preview.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/tr.h"
#include "poster/poster.h"
#include "publish/press.h"

#define PREFIX "place:"
#define NO_FINGER INT64_MIN
#define LEAN (-4 * G_PI / 180) // of what is lifted
#define PAD 3.0                // round an item, mm
#define FINGERTIP 15.0         // what a target should have
#define BUTTON_W 108.0
#define BUTTON_H 22.0

void harvest_picture_init(struct harvest_picture *picture, struct stage *stage,
                          const struct preview *preview)
{
    *picture = (struct harvest_picture){.placing = {.stage = stage, .preview = preview},
                                        .finger = NO_FINGER};
}

static void free_scene(gpointer scene)
{
    scene_free(scene);
}

void harvest_picture_let_go(struct harvest_picture *picture)
{
    if (picture->ghost != NULL) // the drawn scene still holds it
        stage_retire(picture->placing.stage, picture->ghost, free_scene);
    picture->ghost = NULL;
    picture->finger = NO_FINGER;
    picture->drags = false;
}

// ---- what is on it ------------------------------------------------------------------------------

// Core points that the plenary wrote; those made of cards are the cards'.
static bool is_core(const char *id)
{
    return g_str_has_prefix(id, "core:") && g_ascii_isdigit(id[5]);
}

static int64_t card_of(const char *id)
{
    return g_str_has_prefix(id, "card:") ? g_ascii_strtoll(id + 5, NULL, 10) : 0;
}

int64_t harvest_picture_card(const struct harvest_picture *picture)
{
    return card_of(picture->held);
}

int64_t harvest_picture_core_point(const struct harvest_picture *picture)
{
    return is_core(picture->held) ? g_ascii_strtoll(picture->held + 5, NULL, 10) : 0;
}

void harvest_picture_select(struct harvest_picture *picture, int64_t card)
{
    *picture->held = '\0';
    if (card != 0)
        g_snprintf(picture->held, sizeof picture->held, "card:%" G_GINT64_FORMAT, card);
}

bool harvest_picture_owns(const char *target)
{
    return g_str_has_prefix(target, PREFIX);
}

static struct point middle_of(struct box box)
{
    return (struct point){box.x + box.w / 2, box.y + box.h / 2};
}

// ---- fingers ------------------------------------------------------------------------------------

// From the glass to the poster's page.
static struct affine to_page(const struct harvest_picture *picture)
{
    return affine_invert(preview_onto_glass(picture->placing.preview, picture->room));
}

static enum harvest_picture_act told(bool changed)
{
    return changed ? PICTURE_CHANGED : PICTURE_NONE;
}

// The table that the finger is on, or nearest to.
static const struct poster_item *table_below(const struct harvest_picture *picture)
{
    return placing_table_at(&picture->placing, affine_apply(to_page(picture), picture->at));
}

static bool shows(const struct scene_mark *mark, const struct poster_item *item, const char *table)
{
    if (item->slot > 0)
        return mark->table != NULL && table != NULL && strcmp(mark->table, table) == 0;
    return mark->id != NULL && strcmp(mark->id, item->id) == 0;
}

// All that the poster shows of an item.
static struct scene *ghost_of(const struct harvest_picture *picture, const struct poster_item *item)
{
    const struct scene *page = poster_page(picture->placing.preview->print->poster, 0);
    struct scene *ghost = scene_new(page->w, page->h);
    const char *table = NULL;
    for (size_t i = 0; i < page->marks_n && table == NULL; i++)
        if (page->marks[i].id != NULL && strcmp(page->marks[i].id, item->id) == 0)
            table = page->marks[i].table;
    for (size_t i = 0; i < page->marks_n; i++) {
        const struct scene_mark *mark = &page->marks[i];
        bool outermost = mark->parent < 0 || !shows(&page->marks[mark->parent], item, table);
        if (shows(mark, item, table) && outermost)
            for (size_t k = mark->first; k < mark->end; k++)
                scene_repeat(ghost, &page->items[k]);
    }
    return ghost;
}

static struct point dropped_at(const struct harvest_picture *picture,
                               const struct poster_item *item)
{
    struct affine m = to_page(picture);
    struct point from = affine_apply(m, picture->from), at = affine_apply(m, picture->at);
    struct point middle = middle_of(item->slot > 0 ? item->area : item->box);
    return (struct point){middle.x + at.x - from.x, middle.y + at.y - from.y};
}

static enum harvest_picture_act drop(struct harvest_picture *picture,
                                     const struct poster_item *item)
{
    struct point at = dropped_at(picture, item);
    if (item->slot == 0)
        return told(placing_put(&picture->placing, item, at));
    const struct poster_item *other = table_below(picture);
    return told(other != NULL && other != item && placing_swap(&picture->placing, item, other));
}

static void select_or_not(struct harvest_picture *picture, const char *id)
{
    bool again = strcmp(picture->held, id) == 0;
    g_strlcpy(picture->held, again ? "" : id, sizeof picture->held);
}

enum harvest_picture_act harvest_picture_touch(struct harvest_picture *picture,
                                               const struct touch *touch)
{
    const char *id = touch->target + strlen(PREFIX);
    if (g_str_has_prefix(id, "free:")) {
        const struct poster_item *placed = placing_find(&picture->placing, id + 5);
        return told(touch_is_tap(touch) && placed != NULL &&
                    placing_free(&picture->placing, placed));
    }
    if (touch_is_tap(touch) && g_str_has_prefix(id, "agree:")) {
        g_strlcpy(picture->held, id + 6, sizeof picture->held);
        return PICTURE_AGREES;
    }
    if (touch_is_tap(touch) && is_core(id)) {
        select_or_not(picture, id);
        return PICTURE_SELECTED;
    }
    const struct poster_item *item = placing_find(&picture->placing, id);
    if (touch->type == TOUCH_DOWN && picture->finger == NO_FINGER && item != NULL) {
        picture->finger = touch->finger;
        picture->from = picture->at = touch->at;
    }
    if (picture->finger != touch->finger)
        return PICTURE_NONE;
    picture->at = touch->at;
    if (item == NULL || touch->type == TOUCH_CANCEL) { // the poster is another one by now
        harvest_picture_let_go(picture);
        return PICTURE_NONE;
    }
    if (!picture->drags && touch->travel > FINGER_DRAG_START &&
        placing_may_move(&picture->placing, item)) {
        picture->drags = true;
        picture->ghost = ghost_of(picture, item);
        g_strlcpy(picture->held, item->id, sizeof picture->held);
    }
    if (touch->type != TOUCH_UP)
        return PICTURE_NONE;
    bool drags = picture->drags;
    harvest_picture_let_go(picture);
    if (drags) {
        *picture->held = '\0'; // nothing covers what has come of it
        return drop(picture, item);
    }
    if (!touch_is_tap(touch))
        return PICTURE_NONE;
    select_or_not(picture, item->id);
    return PICTURE_SELECTED;
}

// ---- keys ---------------------------------------------------------------------------------------

// By one arrow on the open page, a share of its shorter side.
static double stride(const struct harvest_picture *picture)
{
    const double SHARE = 0.06;
    const struct scene *page = poster_page(picture->placing.preview->print->poster, 0);
    return SHARE * fmin(page->w, page->h);
}

// Whether a card stands where an arrow cannot take it further on its island.
static bool is_at_end(const struct poster_item *item, double dx, double dy)
{
    const double END = 0.001;
    double x = item->mirrored ? 1 - item->x : item->x;
    double ahead = dx != 0 ? (dx < 0 ? x : 1 - x) : dy < 0 ? item->y : 1 - item->y;
    return item->placed && ahead < END;
}

// Past the edge of the card's island.
static struct point step_out(const struct harvest_picture *picture, const struct poster_item *item,
                             double dx, double dy)
{
    struct point to = middle_of(item->box);
    const struct poster_item *island = placing_home(&picture->placing, item);
    if (island == NULL)
        return to;
    struct box area = island->area;
    if (dx != 0)
        to.x = dx < 0 ? area.x - item->box.w * 0.6 : area.x + area.w + item->box.w * 0.6;
    else
        to.y = dy < 0 ? area.y - item->box.h * 0.8 : area.y + area.h + item->box.h * 0.8;
    return to;
}

// Where a card goes by one arrow: to the next card of its table in that direction, else to the end,
// and from there outside; on the open page a little further.
static struct point step_from(const struct harvest_picture *picture, const struct poster_item *item,
                              double dx, double dy)
{
    size_t n;
    const struct poster_item *items = placing_items(&picture->placing, &n), *next = NULL;
    struct point here = middle_of(item->box), to = here;
    if (item->outside) {
        double far = stride(picture);
        return (struct point){here.x + dx * far, here.y + dy * far};
    }
    if (is_at_end(item, dx, dy))
        return step_out(picture, item, dx, dy);
    double least = INFINITY;
    for (size_t i = 0; i < n; i++) {
        struct point there = middle_of(items[i].box);
        double ahead = (there.x - here.x) * dx + (there.y - here.y) * dy;
        double aside = fabs((there.x - here.x) * dy) + fabs((there.y - here.y) * dx);
        // Beside: in another column; above and below: in the same.
        bool is_ahead = dx != 0 ? ahead > item->box.w / 2 : aside < item->box.w / 2 && ahead > 1;
        if (&items[i] == item || items[i].slot > 0 || items[i].outside ||
            items[i].table != item->table || !is_ahead ||
            ahead + aside >= least)
            continue;
        least = ahead + aside;
        next = &items[i];
    }
    const struct box area = item->area;
    if (dx != 0)
        to.x = next != NULL ? middle_of(next->box).x : dx < 0 ? area.x : area.x + area.w;
    else
        to.y = next != NULL ? middle_of(next->box).y : dy < 0 ? area.y : area.y + area.h;
    return to;
}

enum harvest_picture_act harvest_picture_key(struct harvest_picture *picture,
                                             const struct event *event)
{
    const struct poster_item *item = placing_find(&picture->placing, picture->held);
    if (is_core(picture->held) && event->type == EVENT_KEY && event->key == KEY_ESCAPE) {
        *picture->held = '\0';
        return PICTURE_SELECTED;
    }
    if (item == NULL || event->type != EVENT_KEY || picture->drags)
        return PICTURE_NONE;
    double dx = event->key == KEY_LEFT ? -1 : event->key == KEY_RIGHT ? 1 : 0;
    double dy = event->key == KEY_UP ? -1 : event->key == KEY_DOWN ? 1 : 0;
    if (event->key == KEY_DELETE)
        return told(item->placed && placing_free(&picture->placing, item));
    if (event->key == KEY_ESCAPE) {
        *picture->held = '\0';
        return PICTURE_SELECTED;
    }
    if ((dx == 0 && dy == 0) || !placing_may_move(&picture->placing, item))
        return PICTURE_NONE;
    if (item->slot == 0)
        return told(placing_put(&picture->placing, item, step_from(picture, item, dx, dy)));
    const struct poster_item *other =
        placing_table_in(&picture->placing, item->slot + (dx + dy > 0 ? 1 : -1));
    return told(other != NULL && placing_swap(&picture->placing, item, other));
}

// ---- drawing ------------------------------------------------------------------------------------

// On the screen only: the poster that people take home has none. Beside the item's upper end
// corner, small where it is.
static void draw_mark(struct kit *kit, const struct poster_item *item, struct box box)
{
    double r = CLAMP(box.h * 0.3, 4, 6.4), out = r * 0.5;
    double x = item->mirrored ? box.x - out : box.x + box.w + out, y = box.y - out * 0.4;
    kit_begin(kit, KIND_ICON, item->id, kit_tr(kit, N_("Has its own place")));
    kit_disc(kit, x, y, r, COLOUR_PAPER);
    kit_ring(kit, x, y, r, KIT_HAIRLINE, COLOUR_EDGE);
    kit_icon(kit, "pinned", x - r * 0.7, y - r * 0.7, r * 1.4, COLOUR_INK);
    kit_end(kit);
}

// Below what is selected, or above where there is no room.
static void draw_button(const struct harvest_picture *picture, struct kit *kit, const char *hit,
                        struct box box, const char *label, const char *icon)
{
    struct box room = picture->room;
    double x = CLAMP(box.x + box.w / 2 - BUTTON_W / 2, room.x, room.x + room.w - BUTTON_W);
    double y = box.y + box.h + 2 * PAD + 2;
    if (y + BUTTON_H > room.y + room.h)
        y = box.y - 2 * PAD - 2 - BUTTON_H;
    struct box button = {x, y, BUTTON_W, BUTTON_H};
    kit_fill(kit, box_grow(button, 1.5), 7, COLOUR_PAPER);
    widget_button(kit, hit, button, label, icon, 9.5, WIDGET_REST);
}

static void draw_ghost(const struct harvest_picture *picture, struct kit *kit,
                       const struct poster_item *item, struct affine onto)
{
    struct box box = affine_apply_box(onto, item->slot > 0 ? item->area : item->box);
    struct point middle = middle_of(box), at = picture->at;
    struct affine was = kit->m;
    struct affine lift = affine_multiply(
        affine_translation(middle.x + at.x - picture->from.x, middle.y + at.y - picture->from.y),
        affine_multiply(affine_rotation(item->slot > 0 ? 0 : LEAN),
                        affine_translation(-middle.x, -middle.y)));
    kit->m = affine_multiply(kit->m, lift);
    if (item->slot == 0) {
        struct box paper = box_grow(box, PAD + 1);
        kit_fill(kit, (struct box){paper.x + 5, paper.y + 6, paper.w, paper.h}, 4, COLOUR_SHADOW);
        kit_fill(kit, paper, 4, COLOUR_PAPER);
        kit_frame(kit, paper, 4, 1.3, COLOUR_INK);
    }
    scene_use(kit->scene, picture->ghost, affine_multiply(kit->m, onto), 1);
    kit->m = was;
}

// The island that would change places; of a card its own while it is above that.
static void draw_target(const struct harvest_picture *picture, struct kit *kit,
                        const struct poster_item *item, struct affine onto)
{
    const struct poster_item *other = item->slot > 0 ? table_below(picture) : item;
    struct box box = affine_apply_box(onto, item->slot > 0 ? other->area : other->box);
    const struct poster *poster = picture->placing.preview->print->poster;
    const struct poster_item *home = placing_home(&picture->placing, item);
    if (item->slot == 0 && home != NULL &&
        !poster_spot(poster, item, dropped_at(picture, item)).outside)
        box = affine_apply_box(onto, home->area);
    kit_dashes(kit, box_grow(box, PAD), 6, 1.8, 5, 3.6, COLOUR_INK);
}

// Grows as far as a fingertip needs, but no farther than half of the way to any other: in a dense list
// the nearest row is meant.
static struct box target_of(const struct box *boxes, size_t n, size_t i)
{
    struct box box = boxes[i];
    double left = fmax(1, (FINGERTIP - box.w) / 2), right = left;
    double up = fmax(1, (FINGERTIP - box.h) / 2), down = up;
    for (size_t k = 0; k < n; k++) {
        struct box other = boxes[k];
        double before = box.x - other.x - other.w, after = other.x - box.x - box.w;
        double above = box.y - other.y - other.h, below = other.y - box.y - box.h;
        double aside = fmax(before, after), over = fmax(above, below);
        if (k == i || fmax(aside, over) < 0)
            continue;
        double *side = aside >= over ? (after >= before ? &right : &left)
                                     : (below >= above ? &down : &up);
        *side = fmin(*side, fmax(aside, over) / 2);
    }
    return (struct box){box.x - left, box.y - up, box.w + left + right, box.h + up + down};
}

static void draw_targets(struct kit *kit, const struct poster_item *items, size_t n,
                         struct affine onto)
{
    struct box *boxes = g_new(struct box, n);
    for (size_t i = 0; i < n; i++)
        boxes[i] = affine_apply_box(onto, items[i].box);
    for (size_t i = 0; i < n; i++)
        kit_target(kit, kit_name(kit, PREFIX "%s", items[i].id), target_of(boxes, n, i));
    g_free(boxes);
}

// Core points may become agreements.
static void draw_core_points(const struct harvest_picture *picture, struct kit *kit,
                             struct affine onto)
{
    const struct print *print = picture->placing.preview->print;
    for (size_t i = 0; i < print->harvest->core_n; i++) {
        const char *id = print->harvest->core[i].id;
        struct box box;
        if (!is_core(id) || !scene_find(poster_page(print->poster, 0), id, &box))
            continue;
        box = affine_apply_box(onto, box);
        kit_target(kit, kit_name(kit, PREFIX "%s", id), box_grow(box, PAD));
        if (strcmp(picture->held, id) != 0)
            continue;
        kit_dashes(kit, box_grow(box, PAD), 6, 1.4, 5, 3.6, COLOUR_INK);
        draw_button(picture, kit, kit_name(kit, PREFIX "agree:%s", id), box,
                    kit_tr(kit, N_("Agreement")), "heart-handshake");
    }
}

void harvest_picture_draw(struct harvest_picture *picture, struct kit *kit, struct box room,
                          int64_t card)
{
    size_t n;
    picture->room = room;
    const struct poster_item *items = placing_items(&picture->placing, &n);
    if (n == 0)
        return;
    struct affine onto = preview_onto_glass(picture->placing.preview, room);
    const struct poster_item *selected = placing_find(&picture->placing, picture->held);
    draw_targets(kit, items, n, onto);
    for (size_t i = 0; i < n; i++) {
        if (selected == NULL && card != 0 && card_of(items[i].id) == card)
            selected = &items[i];
    }
    for (size_t i = 0; i < n; i++) {
        if (items[i].placed && items[i].slot == 0)
            scene_to_placed(kit->scene, items[i].id, items[i].x, items[i].y);
        if (items[i].placed && placing_may_move(&picture->placing, &items[i]))
            draw_mark(kit, &items[i], affine_apply_box(onto, items[i].box));
    }
    draw_core_points(picture, kit, onto);
    if (selected == NULL)
        return;
    struct box box = affine_apply_box(onto, selected->box);
    if (picture->drags && picture->ghost != NULL) {
        draw_target(picture, kit, selected, onto);
        draw_ghost(picture, kit, selected, onto);
        return;
    }
    kit_dashes(kit, box_grow(box, PAD), 6, 1.4, 5, 3.6, COLOUR_INK);
    if (selected->placed && placing_may_move(&picture->placing, selected))
        draw_button(picture, kit, kit_name(kit, PREFIX "free:%s", selected->id), box,
                    kit_tr(kit, N_("Free this place")), "pinned-off");
}

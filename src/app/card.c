// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/card.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "draw/paragraph.h"
#include "draw/sketch.h"

#define LEADING 1.28
#define GLOSS_SHARE 0.62
#define GLOSS_GAP 2.0
#define ICON_MOST 34.0
#define ICON_GAP 6.0
#define ICON_ALONE 0.66  // share of the height that an icon without words has
#define SKETCH_SHARE 0.34 // of the width that a drawing beside words has
#define SKETCH_FINEST 0.9
#define DOT_RADIUS 3.3
#define DOT_PITCH (DOT_RADIUS * 2.35)
#define DOTS_DRAWN 10 // more votes are a dot and a number
#define DOT_ROW 11.0

// Tried in this order down to the least one; then the card grows.
static const double sizes[] = {17, 16, 15, 14, 13, 12, 11, 10, 9};
#define LEAST_SIZE 12.0

struct composition { // of one face, before it is drawn
    double w, h;
    double text_x, text_w; // left edge and width of the text column
    double icon_x, icon_size;
    struct box sketch;              // where the drawing stands, empty: none
    double foot;                    // kept free below for dots
    struct paragraph *text, *gloss; // NULL: none
    bool rtl, cut;
};

// Words alone keep farther from a cloud's round corners than a picture does.
static double padding(enum card_shape shape, double w, bool icon)
{
    return shape == SHAPE_CLOUD ? (icon ? 10 : 15) : shape == SHAPE_OVAL ? w * 0.11 : 7;
}

// A word too wide for its line although it may be broken at soft hyphens: between any two characters
// as people see them.
static void break_word(const char *word, size_t n, GString *out)
{
    char *own = g_strndup(word, n);
    for (size_t at = 0, next; own[at] != '\0'; at = next) {
        next = lettering_next(own, at);
        if (g_utf8_get_char(own + at) == 0xAD)
            continue;
        g_string_append_len(out, own + at, (gssize)(next - at));
        g_string_append(out, "\u200b");
    }
    g_free(own);
}

// Whether some piece between soft hyphens is wider than `width`.
static bool is_too_wide(struct kit *kit, const char *word, size_t n, double width, double size,
                        const char *lang)
{
    const struct kit_type type = {size, 700, COLOUR_INK, KIT_LEFT, lang};
    char *own = g_strndup(word, n), **pieces = g_strsplit(own, "\u00ad", -1);
    bool wide = false;
    for (int i = 0; pieces[i] != NULL; i++) {
        const char *piece = pieces[i + 1] != NULL ? arena_printf(kit->arena, "%s-", pieces[i])
                                                  : pieces[i];
        wide = wide || kit_text_width(kit, piece, type) > width;
    }
    g_strfreev(pieces);
    g_free(own);
    return wide;
}

// The text with its words that are too wide broken; the others stay whole.
static const char *breakable(struct kit *kit, const char *text, double width, double size,
                             const char *lang)
{
    GString *out = g_string_new(NULL);
    for (const char *at = text; *at != '\0';) {
        size_t n = strcspn(at, " \n");
        if (n > 0 && is_too_wide(kit, at, n, width, size, lang))
            break_word(at, n, out);
        else
            g_string_append_len(out, at, (gssize)n);
        at += n;
        if (*at != '\0')
            g_string_append_c(out, *at++);
    }
    const char *copy = arena_strdup(kit->arena, out->str);
    g_string_free(out, TRUE);
    return copy;
}

static double composed_height(const struct composition *c)
{
    return (c->text != NULL ? c->text->height : 0) + (c->gloss != NULL ? c->gloss->height + GLOSS_GAP : 0);
}

// Whether the text alone could fit at `size`: lines are shaped only where it may.
static bool may_fit(const struct paragraph_widths *widths, double size, double width, double room)
{
    int n = 1;
    while (n < widths->n && widths->divided[n - 1] * size > width)
        n++;
    double leading = LEADING * (widths->leading > 0 ? widths->leading : 1);
    return ((n - 1) * leading + widths->ascent + widths->descent) * size <= room + 1;
}

// Sets text and rendering at `size`; true when they fit the height.
static bool fits(struct kit *kit, const struct card_face *face, const char *text, double size,
                 struct composition *c)
{
    c->text =
        paragraph_new(kit->arena, &kit->measure, text, 700, face->lang, size, c->text_w, LEADING);
    c->gloss = NULL;
    if (*face->gloss != '\0')
        c->gloss = paragraph_new(kit->arena, &kit->measure, face->gloss, 500, "de",
                                 fmax(KIT_TEXT_LEAST, size * GLOSS_SHARE), c->text_w, LEADING);
    double room = c->h - (face->shape == SHAPE_CLOUD ? 12 : 10) - c->foot;
    return !c->text->overfull && composed_height(c) <= room;
}

static bool is_given(const char *text)
{
    return text != NULL && *text != '\0';
}

// A card without words: its picture fills it.
static void compose_picture(const struct card_face *face, struct composition *c, double pad)
{
    double free = c->h - c->foot;
    c->text_x = pad;
    c->text_w = c->w - 2 * pad;
    if (is_given(face->ink))
        c->sketch = (struct box){pad, 7, c->text_w, free - 14};
    if (c->icon_size > 0) {
        c->icon_size = free * ICON_ALONE;
        c->icon_x = (c->w - c->icon_size) / 2;
    }
}

static void compose(struct kit *kit, const struct stage *stage, const struct card_face *face,
                    struct composition *c)
{
    bool ink = is_given(face->ink), icon = is_given(face->icon) && !ink;
    double pad = padding(face->shape, face->width, icon || ink);
    *c = (struct composition){.w = face->width,
                              .h = face->least_height,
                              .foot = face->votes > 0 || face->votes_hidden ? DOT_ROW : 0,
                              .sketch = BOX_EMPTY};
    c->icon_size = icon ? fmin(face->least_height * 0.42, ICON_MOST) : 0;
    if (!is_given(face->text) && !is_given(face->gloss)) {
        compose_picture(face, c, pad);
        return;
    }
    double taken = icon ? c->icon_size + ICON_GAP : ink ? face->width * SKETCH_SHARE : 0;
    c->text_w = face->width - 2 * pad - taken - (face->shape == SHAPE_SIGN ? c->h * 0.14 : 0);
    const char *text = hyphens_soften(stage->hyphens, face->text, face->lang, kit->arena);
    const struct paragraph_widths widths =
        paragraph_widths(kit->arena, &kit->measure, text, 700, face->lang);
    c->rtl = widths.rtl;
    c->text_x = c->rtl ? pad : pad + taken;
    c->icon_x = c->rtl ? face->width - pad - c->icon_size : pad;
    if (ink)
        c->sketch = (struct box){c->rtl ? face->width - pad - taken + ICON_GAP : pad, 8,
                                 taken - ICON_GAP, c->h - 16 - c->foot};
    double least = face->least_size > 0 ? face->least_size : LEAST_SIZE;
    double free = c->h - 10 - c->foot;
    for (size_t i = 0; i < G_N_ELEMENTS(sizes) && sizes[i] >= least; i++) {
        if (may_fit(&widths, sizes[i], c->text_w, free) && fits(kit, face, text, sizes[i], c))
            return;
    }
    fits(kit, face, text, least, c);
    if (c->text->overfull)
        text = breakable(kit, text, c->text_w, least, face->lang);
    double most = face->fixed_height ? c->h : CARD_HEIGHT_MOST;
    while (!fits(kit, face, text, least, c) && c->h + CARD_STEP <= most)
        c->h += CARD_STEP;
    double room = c->h - 12 - c->foot;
    c->cut = composed_height(c) > room;
    if (c->cut) { // the words themselves go before their rendering, and "more" takes a line
        c->gloss = NULL;
        while (c->text->n > 1 && c->text->height > room - 12) {
            c->text->n--;
            c->text->height -= c->text->leading;
        }
    }
}

static int dots_drawn(const struct card_face *face)
{
    return face->votes <= DOTS_DRAWN ? (int)face->votes : 1;
}

// Of the row of dots: what it covers, and its number.
static struct box dots_box(const struct card_face *face, const struct composition *c)
{
    if (face->votes <= 0 || face->votes_hidden)
        return BOX_EMPTY;
    int shown = dots_drawn(face);
    double y = c->h - (face->shape == SHAPE_CLOUD ? 10.6 : 9);
    double w = 2 * DOT_RADIUS + (shown - 1) * DOT_PITCH, number = shown < face->votes ? 14 : 0;
    double x = c->rtl ? c->text_x + c->text_w - w - number : c->text_x;
    return (struct box){x, y - DOT_RADIUS, w + number, 2 * DOT_RADIUS};
}

static void draw_hidden_votes(struct kit *kit, const struct card_face *face,
                              const struct composition *c)
{
    double y = c->h - (face->shape == SHAPE_CLOUD ? 10.6 : 9);
    const char *words = kit_tr(kit, N_("Dots covered"));
    struct kit_type type = {KIT_TEXT_LEAST, 500, COLOUR_GREY, KIT_LEFT, NULL};
    double w = fmin(c->text_w - 9, kit_text_width(kit, words, type));
    double x = c->rtl ? c->text_x + c->text_w - w - 9 : c->text_x;
    kit_icon(kit, "eye-off", x, y - 3.5, 7, COLOUR_GREY);
    kit_text_within(kit, words, x + 9, y, w + 0.1, KIT_TEXT_LEAST, type);
}

static void draw_votes(struct kit *kit, const struct card_face *face, const struct composition *c)
{
    struct box row = dots_box(face, c);
    int shown = dots_drawn(face);
    double y = row.y + DOT_RADIUS, number = shown < face->votes ? 14 : 0;
    double x = row.x + DOT_RADIUS + (c->rtl ? number : 0);
    for (int i = 0; i < shown; i++)
        widget_dot(kit, x + i * DOT_PITCH, y, DOT_RADIUS, face->accent, true,
                   kit_name(kit, "dot:%d", i));
    if (shown < face->votes) {
        struct kit_type type = {9, 700, COLOUR_INK, c->rtl ? KIT_RIGHT : KIT_LEFT, NULL};
        kit_text(kit, kit_say(kit, "%d", (int)face->votes), c->rtl ? x - 6 : x + 6, y, type);
    }
}

static void draw_sketch(struct kit *kit, const struct card_face *face, const struct composition *c,
                        const char *id)
{
    struct sketch sketch;
    sketch_init(&sketch);
    (void)sketch_read(&sketch, face->ink); // of a damaged one what can be read
    struct box room = c->sketch;
    room.h += c->h - face->least_height; // a long text has made the card higher
    kit_begin(kit, KIND_ICON, id, NULL);
    sketch_draw(&sketch, kit->scene, affine_multiply(kit->m, sketch_fit(&sketch, room, 1.2)),
                SKETCH_FINEST);
    kit_end(kit);
    sketch_clear(&sketch);
}

static void draw(struct kit *kit, const struct card_face *face, const struct composition *c)
{
    const char *id = kit_name(kit, "card:%" G_GINT64_FORMAT, face->id);
    struct line outline;
    line_init(&outline);
    card_outline(face->shape, (struct box){0, 0, c->w, c->h}, &outline);
    kit_begin(kit, KIND_DECORATION, id, NULL);
    kit_hand_shape(kit, &outline, card_fill_of(face->shape), PEN_MEDIUM, id);
    kit_end(kit);
    line_clear(&outline);
    double middle = (c->h - c->foot) / 2;
    if (c->icon_size > 0) {
        kit_begin(kit, KIND_ICON, id, NULL);
        kit_hand_icon(kit, face->icon, c->icon_x, middle - c->icon_size / 2, c->icon_size,
                      face->accent, PEN_FINE * 1.05, face->icon);
        kit_end(kit);
    }
    if (!box_is_empty(c->sketch))
        draw_sketch(kit, face, c, id);
    double y = middle - composed_height(c) / 2 - (c->cut ? 5 : 0);
    enum pen_anchor side = c->rtl ? PEN_END : PEN_START;
    scene_begin(
        kit->scene,
        (struct scene_mark){
            .kind = KIND_IDEA, .id = id, .text = face->text, .lang = face->lang, .box = BOX_EMPTY});
    double below = c->text != NULL ? c->text->height : 0;
    if (c->text != NULL)
        pen_paragraph(&kit->pen, c->text, c->text_x, y, c->text_w, side, COLOUR_INK, NULL);
    if (c->gloss != NULL)
        pen_paragraph(&kit->pen, c->gloss, c->text_x, y + below + GLOSS_GAP, c->text_w, side,
                      COLOUR_GREY, NULL);
    kit_end(kit);
    if (c->cut)
        kit_text(kit, kit_tr(kit, N_("more …")), c->rtl ? c->text_x + c->text_w : c->text_x,
                 y + below + 6,
                 (struct kit_type){9, 600, COLOUR_GREY, c->rtl ? KIT_RIGHT : KIT_LEFT, NULL});
    if (face->votes_hidden)
        draw_hidden_votes(kit, face, c);
    else if (face->votes > 0)
        draw_votes(kit, face, c);
}

struct card_drawing card_make(const struct stage *stage, const struct card_face *face,
                              struct scene *scene, struct arena *arena)
{
    struct kit kit;
    struct composition composition;
    struct scene *unused = scene == NULL ? scene_new(1, 1) : NULL;
    arena_reset(arena);
    kit_init(&kit, stage, scene != NULL ? scene : unused, arena);
    kit_speak(&kit, face->tr);
    compose(&kit, stage, face, &composition);
    if (scene != NULL)
        draw(&kit, face, &composition);
    kit_clear(&kit);
    if (unused != NULL)
        scene_free(unused);
    return (struct card_drawing){scene, composition.w, composition.h, dots_box(face, &composition),
                                 composition.cut};
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit.h"

#include <glib.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "app/finger.h"
#include "app/seat.h"
#include "app/shapes.h"
#include "app/stage.h"
#include "app/theme.h"
#include "base/arena.h"
#include "base/digits.h"
#include "base/random.h"
#include "base/tr.h"
#include "draw/icon.h"

// Local unit: mm. The pen's ink is as broad as the theme says; its hand does not shake more for it.
static struct pen pen_of(const struct kit *kit, struct scene *scene, struct affine m)
{
    double unit = KIT_INK_UNIT * kit->theme->line;
    struct pen pen = pen_make(scene, kit->icons, unit, "screen");
    pen.crisp_fill = true;
    pen.wobble = 1 / kit->theme->line;
    pen_push_full(&pen, m.x0 / unit, m.y0 / unit, 1 / unit, 1 / unit, atan2(m.yx, m.xx), NULL, 1);
    return pen;
}

void kit_init(struct kit *kit, const struct stage *stage, struct scene *scene, struct arena *arena)
{
    *kit = (struct kit){
        .scene = scene,
        .stage = stage,
        .lettering = stage->lettering,
        .icons = stage->icons,
        .fingers = stage->fingers,
        .arena = arena,
        .measure = lettering_measure(stage->lettering),
        .theme = stage->theme,
    };
    scene->palette = stage->theme->palette;
    line_init(&kit->scratch);
    kit_sit(kit, NULL);
}

void kit_clear(struct kit *kit)
{
    line_clear(&kit->scratch);
}

void kit_sit(struct kit *kit, const struct seat *seat)
{
    kit->home = seat != NULL ? seat_to_glass(seat) : AFFINE_IDENTITY;
    kit->m = affine_multiply(affine_translation(kit->slide.x, kit->slide.y), kit->home);
    kit_speak(kit, stage_tr(kit->stage, seat != NULL ? seat->number : 0));
    kit->mirror = 0;
    kit->pen = pen_of(kit, kit->scene, kit->m);
}

void kit_lead(struct kit *kit)
{
    kit_sit(kit, NULL);
    kit_speak(kit, kit->stage->tr);
}

void kit_speak(struct kit *kit, const struct tr *tr)
{
    kit->tr = tr;
    kit->lang = tr_lang(tr);
}

void kit_slide(struct kit *kit, double dx, double dy)
{
    struct point way = affine_apply(kit->home, (struct point){dx, dy});
    kit->slide = (struct point){way.x - kit->home.x0, way.y - kit->home.y0};
    kit->m = affine_multiply(affine_translation(kit->slide.x, kit->slide.y), kit->home);
    kit->pen = pen_of(kit, kit->scene, kit->m);
}

void kit_mirror(struct kit *kit, double width)
{
    kit->mirror = width;
}

static struct box placed(const struct kit *kit, struct box box)
{
    if (kit->mirror > 0)
        box.x = kit->mirror - box.x - box.w;
    return box;
}

static double placed_x(const struct kit *kit, double x)
{
    return kit->mirror > 0 ? kit->mirror - x : x;
}

const char *kit_tr(const struct kit *kit, const char *id)
{
    return tr_text(kit->tr, id);
}

void kit_begin_target(struct kit *kit, const char *hit, struct box box, const char *text)
{
    scene_begin(kit->scene, (struct scene_mark){.kind = KIND_DECORATION,
                                                .hit = hit,
                                                .text = text,
                                                .lang = kit->lang,
                                                .box = affine_apply_box(kit->home, placed(kit, box))});
}

void kit_begin(struct kit *kit, enum scene_kind kind, const char *id, const char *text)
{
    scene_begin(kit->scene,
                (struct scene_mark){
                    .kind = kind, .id = id, .text = text, .lang = kit->lang, .box = BOX_EMPTY});
}

void kit_end(struct kit *kit)
{
    scene_end(kit->scene);
}

void kit_target(struct kit *kit, const char *hit, struct box box)
{
    kit_begin_target(kit, hit, box, NULL);
    kit_end(kit);
}

bool kit_pressed(const struct kit *kit, const char *hit)
{
    return hit != NULL && fingers_press(kit->fingers, hit);
}

const char *kit_name(struct kit *kit, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *name = g_strdup_vprintf(format, args);
    va_end(args);
    const char *kept = arena_strdup(kit->arena, name);
    g_free(name);
    return kept;
}

const char *kit_say(struct kit *kit, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = digits_vformat(kit->lang, format, args);
    va_end(args);
    const char *kept = arena_strdup(kit->arena, text);
    g_free(text);
    return kept;
}

const char *kit_digits(struct kit *kit, const char *text)
{
    char *own = digits_in(kit->lang, text);
    const char *kept = arena_strdup(kit->arena, own);
    g_free(own);
    return kept;
}

static struct line *rounded(struct kit *kit, struct box box, double radius)
{
    kit->scratch.n = 0;
    box = placed(kit, box);
    radius = fmin(radius, fmin(box.w, box.h) / 2);
    if (radius > 0)
        line_add_rounded_rect(&kit->scratch, box.x, box.y, box.w, box.h, radius);
    else
        line_add_rect(&kit->scratch, box.x, box.y, box.w, box.h);
    return &kit->scratch;
}

void kit_fill(struct kit *kit, struct box box, double radius, uint32_t colour)
{
    scene_fill(kit->scene, rounded(kit, box, radius), 1, kit->m, colour, false);
}

void kit_frame(struct kit *kit, struct box box, double radius, double width, uint32_t colour)
{
    scene_stroke(kit->scene, rounded(kit, box, radius), 1, kit->m, width * kit->theme->line, true,
                 NULL, colour);
}

void kit_dashes(struct kit *kit, struct box box, double radius, double width, double dash,
                double gap, uint32_t colour)
{
    const double dashes[2] = {dash, gap};
    scene_stroke(kit->scene, rounded(kit, box, radius), 1, kit->m, width * kit->theme->line, true,
                 dashes, colour);
}

static struct line *circle(struct kit *kit, double x, double y, double radius)
{
    kit->scratch.n = 0;
    line_add_ellipse(&kit->scratch, placed_x(kit, x), y, radius, radius, 0);
    return &kit->scratch;
}

void kit_disc(struct kit *kit, double x, double y, double radius, uint32_t colour)
{
    scene_fill(kit->scene, circle(kit, x, y, radius), 1, kit->m, colour, false);
}

void kit_ring(struct kit *kit, double x, double y, double radius, double width, uint32_t colour)
{
    scene_stroke(kit->scene, circle(kit, x, y, radius), 1, kit->m, width * kit->theme->line, true,
                 NULL, colour);
}

void kit_rule(struct kit *kit, double x0, double y0, double x1, double y1, uint32_t colour)
{
    kit->scratch.n = 0;
    line_add(&kit->scratch, placed_x(kit, x0), y0);
    line_add(&kit->scratch, placed_x(kit, x1), y1);
    scene_stroke(kit->scene, &kit->scratch, 1, kit->m, KIT_HAIRLINE * kit->theme->line, false,
                 NULL, colour);
}

static const struct line *mirrored(struct kit *kit, const struct line *line)
{
    if (kit->mirror <= 0)
        return line;
    kit->scratch.n = 0;
    for (size_t i = 0; i < line->n; i++)
        line_add(&kit->scratch, kit->mirror - line->p[i].x, line->p[i].y);
    return &kit->scratch;
}

void kit_line(struct kit *kit, const struct line *line, double width, double dash, double gap,
              uint32_t colour)
{
    const double dashes[2] = {dash, gap};
    scene_stroke(kit->scene, mirrored(kit, line), 1, kit->m, width * kit->theme->line, false,
                 dash > 0 ? dashes : NULL, colour);
}

// Back and forth change sides with all else.
static const char *mirrored_icon(const char *name)
{
    static const char *const pairs[][2] = {{"arrow-back-up", "arrow-forward-up"},
                                           {"arrow-left", "arrow-right"},
                                           {"chevron-left", "chevron-right"}};
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        if (strcmp(name, pairs[i][0]) == 0)
            return pairs[i][1];
        if (strcmp(name, pairs[i][1]) == 0)
            return pairs[i][0];
    }
    return name;
}

void kit_icon(struct kit *kit, const char *name, double x, double y, double size, uint32_t colour)
{
    int icon = icons_find(kit->icons, kit->mirror > 0 ? mirrored_icon(name) : name);
    if (icon < 0)
        return;
    struct affine m = affine_multiply(
        kit->m,
        affine_multiply(affine_translation(placed(kit, (struct box){x, y, size, size}).x, y),
                        affine_scaling(size / 24, size / 24)));
    double width = fmax(1.0, size * 0.082) * kit->theme->icon;
    struct icon_stroke stroke;
    for (int i = 0; i < icon_strokes(kit->icons, icon); i++) {
        icon_stroke_load(kit->icons, icon, i, &stroke);
        kit->scratch.n = 0;
        for (size_t k = 0; k < stroke.n; k++)
            line_add(&kit->scratch, stroke.p[k].x, stroke.p[k].y);
        scene_stroke(kit->scene, &kit->scratch, 1, m, width, stroke.closed, NULL, colour);
    }
}

void kit_clip(struct kit *kit, struct box box)
{
    scene_clip(kit->scene, rounded(kit, box, 0), kit->m);
}

void kit_unclip(struct kit *kit)
{
    scene_unclip(kit->scene);
}

static void pull_shape(struct pen *pen, const struct line *outline, uint32_t fill, double width,
                       const char *key)
{
    pen_push(pen, 0, 0, 1, key);
    pen_fill(pen, outline, fill, 0, 0, 0, 0);
    struct pen_stroke stroke = PEN_STROKE(width);
    stroke.closed = true;
    stroke.wobble = 1;
    pen_line(pen, outline, stroke);
    pen_pop(pen);
}

static uint64_t hash_drawing(uint64_t hash, uint32_t fill, double width, const char *key)
{
    hash = hash_bytes(hash, &fill, sizeof fill);
    hash = hash_bytes(hash, &width, sizeof width);
    return key != NULL ? hash_bytes(hash, key, strlen(key)) : hash;
}

// Of the outline whatever place it has, to a 1000th of a mm.
static uint64_t hash_outline(const struct line *outline)
{
    uint64_t hash = hash_bytes(hash_text("shape"), &outline->n, sizeof outline->n);
    for (size_t i = 0; i < outline->n; i++) {
        const int32_t at[2] = {(int32_t)lround((outline->p[i].x - outline->p[0].x) * 1000),
                               (int32_t)lround((outline->p[i].y - outline->p[0].y) * 1000)};
        hash = hash_bytes(hash, at, sizeof at);
    }
    return hash;
}

static void draw_shape(struct kit *kit, const struct line *outline, uint32_t fill, double width,
                       const char *key)
{
    if (kit->shapes == NULL || outline->n == 0) {
        pull_shape(&kit->pen, outline, fill, width, key);
        return;
    }
    struct point corner = outline->p[0];
    uint64_t hash = hash_drawing(hash_outline(outline), fill, width, key);
    const struct scene *drawn = shapes_find(kit->shapes, hash);
    if (drawn == NULL) {
        struct scene *scene = shapes_add(kit->shapes, hash);
        struct pen pen = pen_of(kit, scene, AFFINE_IDENTITY);
        struct line moved;
        line_init(&moved);
        for (size_t i = 0; i < outline->n; i++)
            line_add(&moved, outline->p[i].x - corner.x, outline->p[i].y - corner.y);
        pull_shape(&pen, &moved, fill, width, key);
        line_clear(&moved);
        drawn = scene;
    }
    scene_use(kit->scene, drawn, affine_multiply(kit->m, affine_translation(corner.x, corner.y)),
              1);
}

void kit_hand_shape(struct kit *kit, const struct line *outline, uint32_t fill, double width,
                    const char *key)
{
    draw_shape(kit, mirrored(kit, outline), fill, width, key);
}

void kit_hand_box(struct kit *kit, struct box box, double radius, uint32_t fill, double width,
                  const char *key)
{
    draw_shape(kit, rounded(kit, box, radius), fill, width, key);
}

bool kit_hand_icon(struct kit *kit, const char *name, double x, double y, double size,
                   uint32_t fill, double width, const char *key)
{
    x = placed(kit, (struct box){x, y, size, size}).x;
    if (kit->shapes == NULL)
        return pen_icon(&kit->pen, name, x, y, size, fill, width, key);
    if (icons_find(kit->icons, name) < 0)
        return false;
    uint64_t hash = hash_bytes(hash_drawing(hash_text(name), fill, width, key), &size, sizeof size);
    const struct scene *drawn = shapes_find(kit->shapes, hash);
    if (drawn == NULL) {
        struct scene *scene = shapes_add(kit->shapes, hash);
        struct pen pen = pen_of(kit, scene, AFFINE_IDENTITY);
        pen_icon(&pen, name, 0, 0, size, fill, width, key);
        drawn = scene;
    }
    scene_use(kit->scene, drawn, affine_multiply(kit->m, affine_translation(x, y)), 1);
    return true;
}

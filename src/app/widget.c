// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widget.h"

#include <math.h>

#include "app/theme.h"

#define BUTTON_RADIUS 6.0
#define PRIMARY_RADIUS 7.0
#define DRAWER_RADIUS 12.0
#define PLATE_RADIUS 6.0
#define LABEL_LEAST 7.5

// Icon and word side by side in the middle of `box`.
static void label_in(struct kit *kit, struct box box, const char *label, const char *icon,
                     double icon_size, struct kit_type type)
{
    double gap = icon != NULL ? 4 : 0;
    double used = icon != NULL ? icon_size + gap : 0;
    while (type.size > LABEL_LEAST && kit_text_width(kit, label, type) > box.w - used - 8)
        type.size = fmax(LABEL_LEAST, type.size - 0.5);
    double width = fmin(kit_text_width(kit, label, type), box.w - used - 4);
    double x = box.x + (box.w - width - used) / 2;
    if (icon != NULL)
        kit_icon(kit, icon, x, box.y + (box.h - icon_size) / 2, icon_size, type.colour);
    type.align = KIT_LEFT;
    kit_text_within(kit, label, x + used, box.y + box.h / 2, width + 0.1, LABEL_LEAST, type);
}

// What is not possible now is told by more than a shade.
static void underline_off(struct kit *kit, struct box box, enum widget_state state)
{
    if (state != WIDGET_OFF || !kit->theme->off_underlined)
        return;
    double y = box.y + box.h - 1.5;
    struct line line;
    line_init(&line);
    line_add(&line, box.x + 8, y);
    line_add(&line, box.x + box.w - 8, y);
    kit_line(kit, &line, 0.4, 2, 2.4, COLOUR_INK);
    line_clear(&line);
}

// Begins the mark of a widget; one that is off is read but not touched.
static void begin(struct kit *kit, const char *hit, struct box box, const char *label,
                  enum widget_state state)
{
    if (state == WIDGET_OFF || hit == NULL)
        kit_begin(kit, KIND_DECORATION, NULL, label);
    else
        kit_begin_target(kit, hit, box, label);
}

void widget_primary(struct kit *kit, const char *hit, struct box box, const char *label,
                    const char *icon, double size, enum widget_state state)
{
    begin(kit, hit, box, label, state);
    struct kit_type type = {size, 800, COLOUR_INK, KIT_LEFT, NULL};
    if (state == WIDGET_OFF) {
        kit_fill(kit, box, PRIMARY_RADIUS, COLOUR_BAR);
        kit_dashes(kit, box, PRIMARY_RADIUS, 0.9, 4, 3, COLOUR_EDGE);
        type.colour = COLOUR_OFF;
        type.weight = 600;
    } else {
        uint32_t fill = COLOUR_WARM;
        if (kit_pressed(kit, hit)) {
            fill = colour_mix(COLOUR_WARM, COLOUR_INK, 0.12);
            box.x += 0.8;
            box.y += 0.8;
        }
        kit_hand_box(kit, box, PRIMARY_RADIUS, fill, PEN_MEDIUM, hit);
    }
    label_in(kit, box, label, icon, fmin(box.h * 0.5, size * 1.25), type);
    kit_end(kit);
}

void widget_button(struct kit *kit, const char *hit, struct box box, const char *label,
                   const char *icon, double size, enum widget_state state)
{
    begin(kit, hit, box, label, state);
    struct kit_type type = {size, 600, COLOUR_INK, KIT_LEFT, NULL};
    if (state == WIDGET_ON || (state == WIDGET_REST && kit_pressed(kit, hit))) {
        kit_fill(kit, box, BUTTON_RADIUS, COLOUR_INK);
        type.colour = COLOUR_PAPER;
        type.weight = 700;
    } else if (state == WIDGET_OFF) {
        kit_frame(kit, box, BUTTON_RADIUS, 0.7, COLOUR_LINE);
        type.colour = COLOUR_OFF;
        type.weight = 400;
    } else {
        kit_fill(kit, box, BUTTON_RADIUS, COLOUR_PAPER);
        kit_frame(kit, box, BUTTON_RADIUS, 0.7, COLOUR_EDGE);
    }
    label_in(kit, box, label, icon, fmin(box.h * 0.5, size * 1.5), type);
    underline_off(kit, box, state);
    kit_end(kit);
}

void widget_bar_item(struct kit *kit, const char *hit, struct box box, const char *label,
                     const char *icon, enum widget_state state)
{
    begin(kit, hit, box, label, state);
    struct kit_type type = {8.5, 600, COLOUR_INK, KIT_CENTRE, NULL};
    if (state == WIDGET_ON || (state == WIDGET_REST && kit_pressed(kit, hit))) {
        kit_fill(kit, (struct box){box.x + 1, box.y + 1, box.w - 2, box.h - 2}, BUTTON_RADIUS,
                 COLOUR_INK);
        type.colour = COLOUR_PAPER;
    } else if (state == WIDGET_OFF) {
        type.colour = COLOUR_OFF;
        type.weight = 400;
    }
    double icon_size = fmin(14, box.h * 0.42);
    double line = type.size * 1.35;
    double y = box.y + (box.h - icon_size - line - 1) / 2;
    kit_icon(kit, icon, box.x + (box.w - icon_size) / 2, y, icon_size, type.colour);
    kit_text_within(kit, label, box.x + box.w / 2, y + icon_size + 1 + line / 2, box.w - 2,
                    KIT_TEXT_LEAST, type);
    underline_off(kit, box, state);
    kit_end(kit);
}

void widget_tab(struct kit *kit, const char *hit, struct box box, const char *label,
                const char *icon, bool on)
{
    kit_begin_target(kit, hit, box, label);
    bool ink = on || kit_pressed(kit, hit);
    kit_fill(kit, box, BUTTON_RADIUS, ink ? COLOUR_INK : COLOUR_PAPER);
    if (!ink)
        kit_frame(kit, box, BUTTON_RADIUS, KIT_HAIRLINE, COLOUR_LINE);
    uint32_t colour = ink ? COLOUR_PAPER : COLOUR_INK;
    double x = box.x + 8;
    if (icon != NULL) {
        kit_icon(kit, icon, x, box.y + (box.h - 16) / 2, 16, colour);
        x += 20;
    }
    kit_text_within(kit, label, x, box.y + box.h / 2, box.x + box.w - x - 4, KIT_TEXT_LEAST,
                    (struct kit_type){10.5, 700, colour, KIT_LEFT, NULL});
    kit_end(kit);
}

double widget_chip(struct kit *kit, const char *hit, double x, double y, double height,
                   const char *label, const char *icon, double size, uint32_t fill, uint32_t line,
                   bool on)
{
    double icon_size = height * 0.56;
    double used = icon != NULL ? icon_size + 2.5 : 0;
    struct kit_type type = {size, 600, COLOUR_INK, KIT_LEFT, NULL};
    struct box box = {x, y, kit_text_width(kit, label, type) + used + height * 0.7, height};
    begin(kit, hit, box, label, WIDGET_REST);
    if (on || (hit != NULL && kit_pressed(kit, hit))) {
        fill = COLOUR_INK;
        line = COLOUR_NONE;
        type.colour = COLOUR_PAPER;
    }
    kit_fill(kit, box, height / 2, fill);
    if (line != COLOUR_NONE)
        kit_frame(kit, box, height / 2, KIT_HAIRLINE, line);
    double inner = x + height * 0.35;
    if (icon != NULL)
        kit_icon(kit, icon, inner, y + (height - icon_size) / 2, icon_size, type.colour);
    kit_text(kit, label, inner + used, y + height / 2, type);
    kit_end(kit);
    return box.w;
}

void widget_tick(struct kit *kit, double x, double y, double radius)
{
    kit_disc(kit, x, y, radius, COLOUR_INK);
    double size = radius * 1.38;
    kit_icon(kit, "check", x - size / 2, y - size / 2, size, COLOUR_PAPER);
}

static const struct kit_type tile_type = {9, 600, COLOUR_INK, KIT_CENTRE, NULL};

int widget_tile_lines(struct kit *kit, const char *word, double w, const char *lang)
{
    struct kit_type type = tile_type;
    type.size = KIT_TEXT_LEAST;
    type.lang = lang;
    return kit_text_width(kit, word, type) <= w - 4 ? 1 : 2;
}

void widget_tile_word(struct kit *kit, const char *word, struct box box, const char *lang)
{
    struct kit_type type = tile_type;
    type.lang = lang;
    double x = box.x + box.w / 2;
    if (widget_tile_lines(kit, word, box.w, lang) == 1) {
        kit_text_within(kit, word, x, box.y + box.h - 9.5, box.w - 4, KIT_TEXT_LEAST, type);
    } else {
        type.size = KIT_TEXT_LEAST;
        kit_paragraph(kit, word, x, box.y + box.h - 2.7 * KIT_TEXT_LEAST, box.w - 4, 2,
                      KIT_TEXT_LEAST, type);
    }
}

void widget_icon_tile(struct kit *kit, const char *hit, struct box box, const char *label,
                      const char *icon, uint32_t accent, bool taken)
{
    kit_begin_target(kit, hit, box, label);
    bool pressed = kit_pressed(kit, hit);
    if (taken || pressed) {
        kit_hand_box(kit, box, 6, pressed && !taken ? COLOUR_BAR : COLOUR_PAPER, PEN_MEDIUM, hit);
    } else {
        kit_fill(kit, box, 6, COLOUR_PAPER);
        kit_frame(kit, box, 6, KIT_HAIRLINE, COLOUR_LINE);
    }
    bool two = widget_tile_lines(kit, label, box.w, NULL) > 1;
    double size = fmin(30, box.h - (two ? 29 : 24));
    kit_hand_icon(kit, icon, box.x + (box.w - size) / 2, box.y + (two ? 4 : 7), size,
                  taken ? accent : COLOUR_NONE, PEN_FINE * 1.1, icon);
    widget_tile_word(kit, label, box, NULL);
    if (taken)
        widget_tick(kit, box.x + box.w - 8, box.y + 8, 6.5);
    kit_end(kit);
}

void widget_plate(struct kit *kit, const char *hit, struct box box, bool holds, double width,
                  uint32_t line)
{
    kit_fill(kit, box, PLATE_RADIUS, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
    if (holds)
        kit_frame(kit, box, PLATE_RADIUS, width, line);
    else
        kit_dashes(kit, box, PLATE_RADIUS, 0.7, 4, 3, COLOUR_EDGE);
}

void widget_bar(struct kit *kit, struct box box, bool upper)
{
    kit_fill(kit, box, 0, COLOUR_PAPER);
    double y = upper ? box.y + box.h : box.y;
    kit_rule(kit, box.x, y, box.x + box.w, y, COLOUR_LINE);
}

void widget_drawer(struct kit *kit, const char *hit, struct box box)
{
    struct box seen = box_grow(box, 1);
    seen.h -= 1;
    kit_begin_target(kit, hit, box, NULL);
    kit_clip(kit, seen);
    box.h += DRAWER_RADIUS + 2;
    kit_fill(kit, box, DRAWER_RADIUS, COLOUR_BAR);
    kit_frame(kit, box, DRAWER_RADIUS, 0.9, COLOUR_EDGE);
    kit_unclip(kit);
    kit_end(kit);
}

void widget_number(struct kit *kit, double x, double y, double radius, int number, int colour)
{
    const char *text = kit_say(kit, "%d", number);
    struct line circle;
    line_init(&circle);
    line_add_ellipse(&circle, x, y, radius, radius, 0);
    kit_hand_shape(kit, &circle, colour_accent(colour), PEN_FINE * 1.2,
                   kit_name(kit, "number:%d", number));
    line_clear(&circle);
    kit_text(kit, text, x, y, (struct kit_type){radius * 1.25, 800, COLOUR_INK, KIT_CENTRE, NULL});
}

void widget_dot(struct kit *kit, double x, double y, double radius, uint32_t colour, bool given,
                const char *key)
{
    if (!given) {
        kit_ring(kit, x, y, radius - 0.3, 0.7, COLOUR_EDGE);
        return;
    }
    struct line circle;
    x = kit->mirror > 0 ? kit->mirror - x : x;
    line_init(&circle);
    line_add_ellipse(&circle, x, y, radius, radius, 16);
    pen_push(&kit->pen, 0, 0, 1, key);
    pen_fill(&kit->pen, &circle, COLOUR_INK, 0, 0, 0.5, 0);
    circle.n = 0;
    double inner = radius - fmax(0.75, radius * 0.18);
    line_add_ellipse(&circle, x, y, inner, inner, 16);
    pen_fill(&kit->pen, &circle, colour, 0, 0, 0.5, 0);
    pen_pop(&kit->pen);
    line_clear(&circle);
}

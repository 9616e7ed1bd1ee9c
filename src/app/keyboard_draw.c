// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a keyboard looks: crisp keys, call-outs and strips of signs above the fingers.
#include "app/keyboard_parts.h"

#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "app/shapes.h"
#include "app/theme.h"
#include "base/random.h"

#define KEY_RADIUS 3.5
#define LETTER_MOST 17.0
#define HINT_LEAST 28.0 // narrower keys have no room for the hint of their first sign

static const struct press *press_on(const struct keyboard *keyboard, int row, int i)
{
    for (guint p = 0; p < keyboard->presses->len; p++) {
        const struct press *press = &g_array_index(keyboard->presses, struct press, p);
        if (press->row == row && press->i == i && press->state != PRESS_AWAY &&
            press->state != PRESS_OVER && press->state != PRESS_ORDER)
            return press;
    }
    return NULL;
}

static void draw_icon(struct kit *kit, struct box box, const char *icon, uint32_t colour)
{
    double size = fmin(15, box.h * 0.5);
    kit_icon(kit, icon, box.x + (box.w - size) / 2, box.y + (box.h - size) / 2, size, colour);
}

static void draw_word(struct kit *kit, struct box box, const char *word, double size,
                      uint32_t colour)
{
    kit_text_within(kit, word, box.x + box.w / 2, box.y + box.h / 2, box.w - 4, KIT_TEXT_LEAST,
                    (struct kit_type){size, 600, colour, KIT_CENTRE, NULL});
}

// The globe and the language's own name.
static void draw_language(struct kit *kit, struct box box, const struct keyboard_layout *layout,
                          uint32_t colour)
{
    struct kit_type type = {box.h > 25 ? 9.5 : 8, 600, colour, KIT_LEFT, layout->lang};
    double size = fmin(11, box.h * 0.46), room = box.w - size - 8.5;
    double width = fmin(kit_text_width(kit, layout->name, type), room);
    double x = box.x + (box.w - width - size - 2.5) / 2;
    kit_icon(kit, "world", x, box.y + (box.h - size) / 2, size, colour);
    kit_text_within(kit, layout->name, x + size + 2.5, box.y + box.h / 2, room, KIT_TEXT_LEAST,
                    type);
}

static void draw_face(const struct keyboard *keyboard, struct kit *kit, const struct cap *cap,
                      struct box box, uint32_t colour, bool pressed)
{
    const struct keyboard_layout *layout = keyboard->layout;
    char text[16];
    switch (cap->act) {
    case CAP_TEXT: {
        keyboard_cap_text(keyboard, cap, text);
        double size = fmin(LETTER_MOST, box.h * 0.56);
        kit_text(kit, text, box.x + box.w / 2, box.y + box.h / 2,
                 (struct kit_type){size, 500, colour, KIT_CENTRE, layout->lang});
        if (cap->more != NULL && box.w >= HINT_LEAST && !pressed &&
            g_unichar_isalpha(g_utf8_get_char(cap->plain))) {
            g_utf8_strncpy(text, cap->more, 1);
            kit_text(kit, text, box.x + box.w - 2.2, box.y + 6,
                     (struct kit_type){KIT_TEXT_LEAST, 500, COLOUR_MUTE, KIT_RIGHT, layout->lang});
        }
        break;
    }
    case CAP_SPACE:
        break;
    case CAP_BACKSPACE:
        draw_icon(kit, box, "backspace", colour);
        break;
    case CAP_RETURN:
        draw_icon(kit, box, "corner-down-left", colour);
        break;
    case CAP_SHIFT:
        draw_icon(kit, box, keyboard->shift == SHIFT_LATCHED ? "arrow-big-up-line" : "arrow-big-up",
                  colour);
        break;
    case CAP_SYMBOLS:
        draw_word(kit, box, keyboard->page == PAGE_LETTERS ? layout->symbols : layout->letters,
                  box.h > 25 ? 10 : 8, colour);
        break;
    case CAP_LANGUAGE:
        draw_language(kit, box, layout, colour);
        break;
    case CAP_CHOOSE: {
        const char *lang = strchr(cap->plain, ':') + 1;
        struct kit_type type = {box.h > 25 ? 13 : 11, 600, colour, KIT_CENTRE, lang};
        kit_text_within(kit, cap->shifted, box.x + box.w / 2, box.y + box.h / 2, box.w - 6,
                        KIT_TEXT_LEAST, type);
        break;
    }
    case CAP_MORE:
        draw_icon(kit, box, "dots", colour);
        break;
    case CAP_HIDE:
        draw_icon(kit, box, "keyboard-hide", colour);
        break;
    }
}

static void draw_key(const struct keyboard *keyboard, struct kit *kit, int row, int i, bool pressed)
{
    const struct cap *cap = keyboard_cap(keyboard, row, i);
    struct box box = keyboard_cap_box(keyboard, row, i);
    bool letter = cap->act == CAP_TEXT || cap->act == CAP_SPACE || cap->act == CAP_CHOOSE;
    bool latched = cap->act == CAP_SHIFT && keyboard->shift != SHIFT_OFF;
    const char *hit = kit_name(kit, "key:seat%d:%s", keyboard->seat, cap->plain);
    kit_begin_target(kit, hit, box,
                     cap->act == CAP_TEXT     ? cap->plain
                     : cap->act == CAP_CHOOSE ? cap->shifted
                                              : NULL);
    uint32_t colour = COLOUR_INK;
    if (pressed) {
        kit_fill(kit, box, KEY_RADIUS, COLOUR_INK);
        colour = COLOUR_PAPER;
    } else if (latched) {
        kit_fill(kit, box, KEY_RADIUS, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.25));
        kit_frame(kit, box, KEY_RADIUS, 1, COLOUR_INK);
    } else {
        kit_fill(kit, box, KEY_RADIUS, letter ? COLOUR_PAPER : COLOUR_KEY);
        if (letter || kit->theme->outlined)
            kit_frame(kit, box, KEY_RADIUS, 0.5, COLOUR_LINE);
    }
    draw_face(keyboard, kit, cap, box, colour, pressed);
    kit_end(kit);
}

static void draw_all(const struct keyboard *keyboard, struct kit *kit)
{
    for (int row = 0; row < KEYBOARD_ROWS; row++) {
        for (int i = 0; keyboard_cap(keyboard, row, i) != NULL; i++)
            draw_key(keyboard, kit, row, i, false);
    }
}

// Of everything the keys at rest depend on but their place.
static uint64_t hash_of(const struct keyboard *keyboard)
{
    const double size[] = {keyboard->pitch, keyboard->row, keyboard->gap};
    const int state[] = {keyboard->seat, (int)keyboard->page, (int)keyboard->shift,
                         keyboard->choosing, keyboard_is_shifted(keyboard)};
    uint64_t hash = hash_bytes(hash_text(keyboard->layout->lang), size, sizeof size);
    hash = hash_bytes(hash, &keyboard->first, sizeof keyboard->first);
    return hash_bytes(hash, state, sizeof state);
}

// All keys as they rest are one drawing, made once; those that fingers press lie on it.
static void use_resting(const struct keyboard *keyboard, struct kit *kit)
{
    uint64_t hash = hash_of(keyboard);
    const struct scene *drawn = shapes_find(kit->shapes, hash);
    if (drawn == NULL) {
        struct scene *scene = shapes_add(kit->shapes, hash);
        struct keyboard resting = *keyboard;
        resting.corner = (struct point){0, 0};
        struct kit own;
        kit_init(&own, kit->stage, scene, kit->arena);
        own.tr = kit->tr;
        own.lang = kit->lang;
        draw_all(&resting, &own);
        kit_clear(&own);
        drawn = scene;
    }
    scene_use(kit->scene, drawn,
              affine_multiply(kit->m, affine_translation(keyboard->corner.x, keyboard->corner.y)),
              1);
}

void keyboard_draw(struct keyboard *keyboard, struct kit *kit)
{
    // Keys on their way are touched in their places, which a drawing used elsewhere cannot say.
    bool slides = kit->slide.x != 0 || kit->slide.y != 0;
    if (kit->shapes != NULL && !slides)
        use_resting(keyboard, kit);
    else
        draw_all(keyboard, kit);
    for (int row = 0; row < KEYBOARD_ROWS && keyboard->presses->len > 0; row++) {
        for (int i = 0; keyboard_cap(keyboard, row, i) != NULL; i++) {
            if (press_on(keyboard, row, i) != NULL)
                draw_key(keyboard, kit, row, i, true);
        }
    }
}

// ---- above the fingers --------------------------------------------------------------------------

static void draw_callout(struct keyboard *keyboard, struct kit *kit, const struct press *press)
{
    const struct cap *cap = keyboard_cap(keyboard, press->row, press->i);
    struct box box = keyboard_cap_box(keyboard, press->row, press->i);
    struct box above = {box.x - 4, box.y - box.h * 1.25 - 3, box.w + 8, box.h * 1.25};
    char text[16];
    if (press->state == PRESS_OVER)
        g_strlcpy(text, press->signs[0], sizeof text);
    else
        keyboard_cap_text(keyboard, cap, text);
    above.x = CLAMP(above.x, 2, fmax(2, keyboard->width - above.w - 2));
    kit_hand_box(kit, above, 5, COLOUR_PAPER, PEN_FINE * 1.2, "callout");
    kit_text(kit, text, above.x + above.w / 2, above.y + above.h / 2,
             (struct kit_type){18, 700, COLOUR_INK, KIT_CENTRE, keyboard_lang(keyboard)});
}

static void draw_strip(struct keyboard *keyboard, struct kit *kit, const struct press *press)
{
    struct box first = keyboard_sign_box(keyboard, press, 0);
    struct box all = {first.x - 3, first.y, first.w * press->signs_n + 6, first.h};
    kit_hand_box(kit, all, 5, COLOUR_PAPER, PEN_FINE * 1.2, "strip");
    for (int k = 0; k < press->signs_n; k++) {
        struct box box = keyboard_sign_box(keyboard, press, k);
        bool chosen = k == press->chosen;
        if (chosen)
            kit_fill(kit, box_grow(box, -2.5), KEY_RADIUS, COLOUR_INK);
        kit_text(kit, press->signs[k], box.x + box.w / 2, box.y + box.h / 2,
                 (struct kit_type){LETTER_MOST, 600, chosen ? COLOUR_PAPER : COLOUR_INK, KIT_CENTRE,
                                   keyboard_lang(keyboard)});
    }
}

// The orders of the letter typed last; the one in the text is ink.
static void draw_orders(struct keyboard *keyboard, struct kit *kit)
{
    struct box first = keyboard_order_box(keyboard, 0);
    struct box all = {first.x - 3, first.y - 2, first.w * keyboard->orders_n + 6, first.h + 4};
    kit_hand_box(kit, all, 5, COLOUR_PAPER, PEN_FINE * 1.2, "orders");
    for (int k = 0; k < keyboard->orders_n; k++) {
        struct box box = keyboard_order_box(keyboard, k);
        const char *sign = keyboard->orders[k];
        kit_begin_target(kit, kit_name(kit, "key:seat%d:order:%s", keyboard->seat, sign), box,
                         sign);
        if (k == keyboard->order)
            kit_fill(kit, box_grow(box, -1.2), KEY_RADIUS, COLOUR_INK);
        kit_text(kit, sign, box.x + box.w / 2, box.y + box.h / 2,
                 (struct kit_type){16, 600, k == keyboard->order ? COLOUR_PAPER : COLOUR_INK,
                                   KIT_CENTRE, keyboard_lang(keyboard)});
        kit_end(kit);
    }
}

void keyboard_draw_above(struct keyboard *keyboard, struct kit *kit)
{
    if (keyboard->orders_n > 0)
        draw_orders(keyboard, kit);
    for (guint p = 0; p < keyboard->presses->len; p++) {
        const struct press *press = &g_array_index(keyboard->presses, struct press, p);
        const struct cap *cap = keyboard_cap(keyboard, press->row, press->i);
        if (press->state == PRESS_STRIP)
            draw_strip(keyboard, kit, press);
        else if (cap->act == CAP_TEXT && (press->state == PRESS_DOWN ||
                                          (press->state == PRESS_OVER && keyboard->orders_n == 0)))
            draw_callout(keyboard, kit, press);
    }
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a key types, and what that does to shift and to the strip of orders.
#include "app/keyboard_parts.h"

#include <string.h>

#define LATCH_MS 300 // two taps on shift

bool keyboard_is_shifted(const struct keyboard *keyboard)
{
    if (keyboard->shift != SHIFT_OFF)
        return true;
    for (guint p = 0; p < keyboard->presses->len; p++) { // held with another finger
        const struct press *press = &g_array_index(keyboard->presses, struct press, p);
        if (press->state != PRESS_OVER && press->state != PRESS_AWAY &&
            keyboard_cap(keyboard, press->row, press->i)->act == CAP_SHIFT)
            return true;
    }
    return false;
}

void keyboard_capital(const char *plain, const char *lang, char text[16])
{
    // The one capital that Unicode's rules do not give without a locale.
    if (strcmp(plain, "i") == 0 && strcmp(lang, "tr") == 0)
        plain = "İ";
    char *capital = g_utf8_strup(plain, -1);
    g_strlcpy(text, capital, 16);
    g_free(capital);
}

void keyboard_cap_text(const struct keyboard *keyboard, const struct cap *cap, char text[16])
{
    g_strlcpy(text, cap->plain, 16);
    if (keyboard->page != PAGE_LETTERS || !keyboard_is_shifted(keyboard))
        return;
    if (cap->shifted != NULL)
        g_strlcpy(text, cap->shifted, 16);
    else
        keyboard_capital(cap->plain, keyboard_lang(keyboard), text);
}

static void type_text(struct keyboard *keyboard, const char *text)
{
    struct stroke stroke = {.type = STROKE_TEXT, .text = text};
    keyboard->orders_n = 0;
    keyboard->type(keyboard->context, &stroke);
}

// A letter that stands for several: its orders open above the keys.
void keyboard_type_letter(struct keyboard *keyboard, const char *text, const struct press *press)
{
    type_text(keyboard, text);
    char *orders = layout_orders(text, keyboard_lang(keyboard));
    if (orders == NULL)
        return;
    char **all = g_strsplit(orders, " ", KEYBOARD_ORDERS + 1);
    for (int k = 0; all[k] != NULL && k < KEYBOARD_ORDERS; k++)
        g_strlcpy(keyboard->orders[keyboard->orders_n++], all[k], sizeof keyboard->orders[0]);
    keyboard->order = 0;
    g_strfreev(all);
    g_free(orders);
    struct box box = keyboard_cap_box(keyboard, press->row, press->i);
    keyboard->orders_x = box.x + box.w / 2;
}

// The strip stays open: another one may be meant. A strip that has closed meanwhile has no such
// sign.
void keyboard_choose_order(struct keyboard *keyboard, const char *sign)
{
    struct stroke stroke = {.type = STROKE_REPLACE, .old = keyboard->orders[keyboard->order]};
    for (int k = 0; k < keyboard->orders_n; k++) {
        if (strcmp(keyboard->orders[k], sign) == 0 && k != keyboard->order) {
            stroke.text = keyboard->orders[k];
            keyboard->order = k;
            keyboard->type(keyboard->context, &stroke);
            return;
        }
    }
}

void keyboard_send(struct keyboard *keyboard, enum stroke_type stroke_type)
{
    struct stroke stroke = {.type = stroke_type};
    keyboard->orders_n = 0;
    keyboard->type(keyboard->context, &stroke);
}

static void tap_shift(struct keyboard *keyboard, int64_t now)
{
    if (keyboard->shift == SHIFT_ONCE && now - keyboard->shift_tapped <= LATCH_MS)
        keyboard->shift = SHIFT_LATCHED;
    else
        keyboard->shift = keyboard->shift == SHIFT_OFF ? SHIFT_ONCE : SHIFT_OFF;
    keyboard->shift_tapped = now;
}

// A letter was typed while fingers held shift: their lifting means nothing more.
void keyboard_use_shift(struct keyboard *keyboard)
{
    if (keyboard->shift == SHIFT_ONCE)
        keyboard->shift = SHIFT_OFF;
    for (guint p = 0; p < keyboard->presses->len; p++) {
        struct press *press = &g_array_index(keyboard->presses, struct press, p);
        if (press->state == PRESS_DOWN &&
            keyboard_cap(keyboard, press->row, press->i)->act == CAP_SHIFT)
            press->state = PRESS_TYPED;
    }
}

static void act_language(struct keyboard *keyboard, const struct cap *cap)
{
    struct stroke stroke = {.type = STROKE_CHOOSE_LANGUAGE};
    if (keyboard->choosing && cap->act == CAP_CHOOSE) {
        stroke.text = strchr(cap->plain, ':') + 1;
        keyboard->choosing = false;
        keyboard->type(keyboard->context, &stroke);
    } else if (cap->act == CAP_MORE) {
        keyboard_show_languages(keyboard, keyboard->first + KEYBOARD_LANGUAGES);
    } else {
        keyboard_send(keyboard, STROKE_LANGUAGE);
    }
}

void keyboard_act(struct keyboard *keyboard, const struct press *press, int64_t now)
{
    const struct cap *cap = keyboard_cap(keyboard, press->row, press->i);
    char text[16];
    switch (cap->act) {
    case CAP_TEXT:
        keyboard_cap_text(keyboard, cap, text);
        keyboard_type_letter(keyboard, text, press);
        keyboard_use_shift(keyboard);
        break;
    case CAP_SPACE:
        type_text(keyboard, " ");
        break;
    case CAP_RETURN:
        type_text(keyboard, "\n");
        break;
    case CAP_BACKSPACE:
        keyboard_send(keyboard, STROKE_BACKSPACE);
        break;
    case CAP_SHIFT:
        tap_shift(keyboard, now);
        break;
    case CAP_SYMBOLS:
        keyboard->page = keyboard->page == PAGE_LETTERS ? PAGE_SYMBOLS : PAGE_LETTERS;
        keyboard->orders_n = 0;
        break;
    case CAP_LANGUAGE:
    case CAP_CHOOSE:
    case CAP_MORE:
        act_language(keyboard, cap);
        break;
    case CAP_HIDE:
        keyboard_send(keyboard, STROKE_HIDE);
        break;
    }
}

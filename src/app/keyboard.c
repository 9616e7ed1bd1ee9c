// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which keys stand where: the layout's, or the languages to choose from.
#include "app/keyboard.h"

#include <math.h>
#include <string.h>

#include "app/keyboard_parts.h"

#define SIGN_WIDTH 24.0
#define ORDER_HEIGHT 27.0

void keyboard_init(struct keyboard *keyboard, struct layouts *layouts, int seat,
                   keyboard_type *type, void *context)
{
    *keyboard = (struct keyboard){.seat = seat,
                                  .layouts = layouts,
                                  .layout = layouts_find(layouts, "en"),
                                  .type = type,
                                  .context = context,
                                  .pitch = KEYBOARD_PITCH,
                                  .row = KEYBOARD_PITCH,
                                  .gap = 3.5};
    keyboard->presses = g_array_new(FALSE, TRUE, sizeof(struct press));
    keyboard->names = g_string_chunk_new(1024);
}

void keyboard_clear(struct keyboard *keyboard)
{
    g_array_free(keyboard->presses, TRUE);
    g_string_chunk_free(keyboard->names);
}

bool keyboard_set_lang(struct keyboard *keyboard, const char *lang)
{
    const struct keyboard_layout *layout = layouts_find(keyboard->layouts, lang);
    if (layout == NULL)
        return false;
    if (layout != keyboard->layout) {
        g_array_set_size(keyboard->presses, 0);
        keyboard->orders_n = 0;
        keyboard->shift = SHIFT_OFF;
        keyboard->page = PAGE_LETTERS;
    }
    keyboard->layout = layout;
    return true;
}

const char *keyboard_lang(const struct keyboard *keyboard)
{
    return keyboard->layout->lang;
}

// ---- geometry -----------------------------------------------------------------------------------

void keyboard_place(struct keyboard *keyboard, double x, double y, double pitch, double width)
{
    keyboard->corner = (struct point){x, y};
    keyboard->pitch = pitch;
    keyboard->row = pitch;
    keyboard->gap = pitch >= KEYBOARD_PITCH ? 3.5 : 2.6;
    keyboard->width = width;
}

void keyboard_stretch(struct keyboard *keyboard, double row)
{
    keyboard->row = row;
}

struct box keyboard_box(const struct keyboard *keyboard)
{
    return (struct box){keyboard->corner.x, keyboard->corner.y, KEYBOARD_COLUMNS * keyboard->pitch,
                        KEYBOARD_ROWS * keyboard->row};
}

static const struct cap *row_of(const struct keyboard *keyboard, int row)
{
    return keyboard->choosing ? keyboard->languages[row]
                              : keyboard->layout->pages[keyboard->page][row];
}

const struct cap *keyboard_cap(const struct keyboard *keyboard, int row, int i)
{
    const struct cap *cap = &row_of(keyboard, row)[i];
    return cap->plain != NULL ? cap : NULL;
}

static double columns_of(const struct cap *cap)
{
    return cap->columns > 0 ? cap->columns : 1;
}

// The cell, with half the gap round the key.
static struct box cell_of(const struct keyboard *keyboard, int row, int i)
{
    double all = 0, before = 0;
    const struct cap *caps = row_of(keyboard, row);
    for (int k = 0; caps[k].plain != NULL; k++) {
        if (k < i)
            before += columns_of(&caps[k]);
        all += columns_of(&caps[k]);
    }
    double pitch = keyboard->pitch;
    return (struct box){keyboard->corner.x + ((KEYBOARD_COLUMNS - all) / 2 + before) * pitch,
                        keyboard->corner.y + row * keyboard->row, columns_of(&caps[i]) * pitch,
                        keyboard->row};
}

struct box keyboard_cap_box(const struct keyboard *keyboard, int row, int i)
{
    return box_grow(cell_of(keyboard, row, i), -keyboard->gap / 2);
}

bool keyboard_find_cap(const struct keyboard *keyboard, struct point at, int *row, int *i)
{
    for (int r = 0; r < KEYBOARD_ROWS; r++) {
        for (int k = 0; keyboard_cap(keyboard, r, k) != NULL; k++) {
            if (box_contains(cell_of(keyboard, r, k), at)) {
                *row = r;
                *i = k;
                return true;
            }
        }
    }
    return false;
}

struct box keyboard_sign_box(const struct keyboard *keyboard, const struct press *press, int k)
{
    struct box cap = keyboard_cap_box(keyboard, press->row, press->i);
    double w = fmax(SIGN_WIDTH, fmin(cap.w, 34)), all = w * press->signs_n;
    // Above the key, over it if that can be.
    double x = CLAMP(cap.x + cap.w / 2 - w / 2, 4, fmax(4, keyboard->width - all - 4));
    return (struct box){x + k * w, cap.y - cap.h * 1.25 - 3, w, cap.h * 1.25};
}

// Above all keys, so that it covers none.
struct box keyboard_order_box(const struct keyboard *keyboard, int k)
{
    double w = SIGN_WIDTH + 1, all = w * keyboard->orders_n;
    double x = CLAMP(keyboard->orders_x - all / 2, 6, fmax(6, keyboard->width - all - 6));
    return (struct box){x + k * w, keyboard->corner.y - ORDER_HEIGHT - 4, w, ORDER_HEIGHT};
}

// ---- languages ----------------------------------------------------------------------------------

void keyboard_show_languages(struct keyboard *keyboard, size_t first)
{
    enum {
        ACROSS = (KEYBOARD_LANGUAGES + 1) / KEYBOARD_ROWS, // the last key leads to more
        COLUMNS = KEYBOARD_COLUMNS / ACROSS
    };
    size_t n;
    const struct layout_language *all = layouts_languages(keyboard->layouts, &n);
    keyboard->first = first < n ? first : 0;
    memset(keyboard->languages, 0, sizeof keyboard->languages);
    g_string_chunk_clear(keyboard->names);
    for (int cell = 0; cell < KEYBOARD_LANGUAGES; cell++) {
        size_t i = keyboard->first + (size_t)cell;
        char name[64];
        if (i >= n)
            break;
        g_snprintf(name, sizeof name, "language:%s", all[i].lang);
        keyboard->languages[cell / ACROSS][cell % ACROSS] =
            (struct cap){.plain = g_string_chunk_insert(keyboard->names, name),
                         .shifted = all[i].name,
                         .columns = COLUMNS,
                         .act = CAP_CHOOSE};
    }
    struct cap *last = keyboard->languages[KEYBOARD_ROWS - 1];
    int end = 0;
    while (last[end].plain != NULL)
        end++;
    last[end] = (struct cap){.plain = "more-languages", .columns = COLUMNS, .act = CAP_MORE};
    keyboard->choosing = true;
    keyboard->orders_n = 0;
}

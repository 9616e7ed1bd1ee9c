// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fingers become strokes. Each finger has its own press, so that nothing one does disturbs
// another.
#include "app/keyboard.h"

#include <math.h>
#include <string.h>

#include "app/finger.h"

#define HOLD_MS 350   // long press
#define DELETE_MS 400 // until delete repeats
#define REPEAT_MS 60
#define WORDS_MS 2000 // then it takes words
#define WORD_REPEAT_MS 240
#define LATCH_MS 300   // two taps on shift
#define CALLOUT_MS 80  // stays after the finger has gone
#define SLIP 6.0       // mm beyond a key that still types it
#define REACH 12.0     // mm from where it went down
#define CARET_STEP 6.0 // mm a character
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

static bool find_cap(const struct keyboard *keyboard, struct point at, int *row, int *i)
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

#define LANGUAGE_COLUMNS 3 // keys are so wide

static void show_languages(struct keyboard *keyboard)
{
    const int across = KEYBOARD_COLUMNS / LANGUAGE_COLUMNS, cells = across * KEYBOARD_ROWS - 1;
    size_t n;
    const struct layout_language *all = layouts_languages(keyboard->layouts, &n);
    if (keyboard->first >= n)
        keyboard->first = 0;
    memset(keyboard->languages, 0, sizeof keyboard->languages);
    g_string_chunk_clear(keyboard->names);
    for (int cell = 0; cell < cells; cell++) {
        size_t i = keyboard->first + (size_t)cell;
        char name[64];
        if (i >= n)
            break;
        g_snprintf(name, sizeof name, "language:%s", all[i].lang);
        keyboard->languages[cell / across][cell % across] =
            (struct cap){.plain = g_string_chunk_insert(keyboard->names, name),
                         .shifted = all[i].name,
                         .columns = LANGUAGE_COLUMNS,
                         .act = CAP_CHOOSE};
    }
    struct cap *last = keyboard->languages[KEYBOARD_ROWS - 1];
    int end = 0;
    while (last[end].plain != NULL)
        end++;
    last[end] =
        (struct cap){.plain = "more-languages", .columns = LANGUAGE_COLUMNS, .act = CAP_MORE};
    keyboard->choosing = true;
    keyboard->orders_n = 0;
}

// ---- what is typed ------------------------------------------------------------------------------

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

static void capital_of(const char *plain, const char *lang, char text[16])
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
        capital_of(cap->plain, keyboard_lang(keyboard), text);
}

static void type_text(struct keyboard *keyboard, const char *text)
{
    struct stroke stroke = {.type = STROKE_TEXT, .text = text};
    keyboard->orders_n = 0;
    keyboard->type(keyboard->context, &stroke);
}

// A letter that stands for several: its orders open above the keys.
static void type_letter(struct keyboard *keyboard, const char *text, const struct press *press)
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
static void choose_order(struct keyboard *keyboard, const char *sign)
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

static void type(struct keyboard *keyboard, enum stroke_type stroke_type)
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
static void use_shift(struct keyboard *keyboard)
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
        keyboard->first += KEYBOARD_ROWS * (KEYBOARD_COLUMNS / LANGUAGE_COLUMNS) - 1;
        show_languages(keyboard);
    } else {
        type(keyboard, STROKE_LANGUAGE);
    }
}

static void act(struct keyboard *keyboard, const struct press *press, int64_t now)
{
    const struct cap *cap = keyboard_cap(keyboard, press->row, press->i);
    char text[16];
    switch (cap->act) {
    case CAP_TEXT:
        keyboard_cap_text(keyboard, cap, text);
        type_letter(keyboard, text, press);
        use_shift(keyboard);
        break;
    case CAP_SPACE:
        type_text(keyboard, " ");
        break;
    case CAP_RETURN:
        type_text(keyboard, "\n");
        break;
    case CAP_BACKSPACE:
        type(keyboard, STROKE_BACKSPACE);
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
        type(keyboard, STROKE_HIDE);
        break;
    }
}

// ---- presses ------------------------------------------------------------------------------------

static struct press *press_at(const struct keyboard *keyboard, guint p)
{
    return &g_array_index(keyboard->presses, struct press, p);
}

static int find_press(const struct keyboard *keyboard, int64_t finger)
{
    for (guint p = 0; p < keyboard->presses->len; p++) {
        if (press_at(keyboard, p)->finger == finger && press_at(keyboard, p)->state != PRESS_OVER)
            return (int)p;
    }
    return -1;
}

// Which keys are shown.
struct shown {
    const struct keyboard_layout *layout;
    enum keyboard_page page;
    bool choosing;
    size_t first;
};

static struct shown shown_of(const struct keyboard *keyboard)
{
    return (struct shown){keyboard->layout, keyboard->page, keyboard->choosing, keyboard->first};
}

// The keys are others now: what fingers hold means nothing on them.
static void forget_presses(struct keyboard *keyboard, struct shown before)
{
    struct shown now = shown_of(keyboard);
    if (now.layout != before.layout || now.page != before.page || now.choosing != before.choosing ||
        now.first != before.first)
        g_array_set_size(keyboard->presses, 0);
}

// A strip whose finger has not slid yet: its own letter was meant, should its up have got lost.
static bool rests_on_letter(const struct press *press)
{
    return press->state == PRESS_STRIP && press->chosen == 0 &&
           hypot(press->at.x - press->from.x, press->at.y - press->from.y) <= SLIP;
}

// Fingers overlap in quick typing: letters come in the order the fingers went down.
static void act_pending(struct keyboard *keyboard, guint before, int64_t now)
{
    for (guint p = 0; p < before && p < keyboard->presses->len; p++) {
        struct press *press = press_at(keyboard, p);
        const struct cap *cap = keyboard_cap(keyboard, press->row, press->i);
        bool types = cap->act == CAP_TEXT || cap->act == CAP_SPACE;
        bool rests = press->state == PRESS_SLIDE && press->chosen == 0; // held, but moved nothing
        if (press->state == PRESS_ORDER) {
            press->state = PRESS_TYPED;
            choose_order(keyboard, press->signs[0]);
        } else if (types && (press->state == PRESS_DOWN || rests || rests_on_letter(press))) {
            press->state = PRESS_TYPED;
            act(keyboard, press, now);
        }
    }
}

void keyboard_settle(struct keyboard *keyboard, int64_t now)
{
    act_pending(keyboard, keyboard->presses->len, now);
}

static bool go_down(struct keyboard *keyboard, const struct touch *touch)
{
    struct press press = {.finger = touch->finger,
                          .from = touch->at,
                          .at = touch->at,
                          .since = touch->time,
                          .state = PRESS_DOWN};
    for (int k = 0; k < keyboard->orders_n; k++) {
        if (box_contains(keyboard_order_box(keyboard, k), touch->at)) {
            press.state = PRESS_ORDER;
            g_strlcpy(press.signs[0], keyboard->orders[k], sizeof press.signs[0]);
            g_array_append_val(keyboard->presses, press);
            return true;
        }
    }
    if (!box_contains(keyboard_box(keyboard), touch->at))
        return false;
    if (!find_cap(keyboard, touch->at, &press.row, &press.i))
        press.state = PRESS_AWAY; // the empty end of a short row
    if (press.state != PRESS_AWAY)
        g_array_append_val(keyboard->presses, press);
    return true;
}

static void go_on(struct keyboard *keyboard, struct press *press, struct point at)
{
    press->at = at;
    int row, i;
    double far = hypot(at.x - press->from.x, at.y - press->from.y);
    switch (press->state) {
    case PRESS_DOWN:
    case PRESS_AWAY:
        press->state = PRESS_AWAY;
        if (box_contains(box_grow(keyboard_cap_box(keyboard, press->row, press->i), SLIP), at)) {
            press->state = PRESS_DOWN;
        } else if (far <= REACH && find_cap(keyboard, at, &row, &i)) {
            press->row = row;
            press->i = i;
            press->state = PRESS_DOWN;
        }
        break;
    case PRESS_STRIP:
        for (int k = 0; k < press->signs_n; k++) {
            struct box box = keyboard_sign_box(keyboard, press, k);
            if (at.x >= box.x && at.x < box.x + box.w)
                press->chosen = k;
        }
        break;
    case PRESS_SLIDE: {
        int steps = (int)trunc((at.x - press->from.x) / CARET_STEP);
        struct stroke stroke = {.type = STROKE_MOVE, .steps = steps - press->steps};
        press->steps = steps;
        press->chosen = press->chosen != 0 || steps != 0;
        if (stroke.steps != 0)
            keyboard->type(keyboard->context, &stroke);
        break;
    }
    case PRESS_ORDER:
        for (int k = 0; k < keyboard->orders_n; k++) {
            if (box_contains(keyboard_order_box(keyboard, k), at))
                g_strlcpy(press->signs[0], keyboard->orders[k], sizeof press->signs[0]);
        }
        break;
    case PRESS_REPEAT:
    case PRESS_TYPED:
    case PRESS_OVER:
        break;
    }
}

static void go_up(struct keyboard *keyboard, guint p, int64_t now)
{
    struct press press = *press_at(keyboard, p);
    const struct cap *cap = keyboard_cap(keyboard, press.row, press.i);
    struct shown before = shown_of(keyboard);
    if (press.state == PRESS_SLIDE && press.chosen == 0)
        press.state = PRESS_DOWN; // a space after all
    if (press.state == PRESS_DOWN || press.state == PRESS_STRIP || press.state == PRESS_ORDER)
        act_pending(keyboard, p, now);
    if (press.state == PRESS_STRIP) {
        type_letter(keyboard, press.signs[press.chosen], &press);
        use_shift(keyboard);
    } else if (press.state == PRESS_ORDER) {
        choose_order(keyboard, press.signs[0]);
    }
    bool calls = press.state == PRESS_DOWN && cap->act == CAP_TEXT;
    if (calls) { // the call-out goes on saying what was typed
        keyboard_cap_text(keyboard, cap, press.signs[0]);
        press.state = PRESS_OVER;
        press.next = now + CALLOUT_MS;
        *press_at(keyboard, p) = press;
        act(keyboard, &press, now);
    } else {
        g_array_remove_index(keyboard->presses, p);
        if (press.state == PRESS_DOWN)
            act(keyboard, &press, now);
    }
    forget_presses(keyboard, before);
}

bool keyboard_touch(struct keyboard *keyboard, const struct touch *touch)
{
    if (touch->type == TOUCH_DOWN)
        return go_down(keyboard, touch);
    int p = find_press(keyboard, touch->finger);
    if (p < 0)
        return false;
    switch (touch->type) {
    case TOUCH_DOWN:
    case TOUCH_MOVE:
        go_on(keyboard, press_at(keyboard, (guint)p), touch->at);
        break;
    case TOUCH_UP:
        go_on(keyboard, press_at(keyboard, (guint)p), touch->at);
        go_up(keyboard, (guint)p, touch->time);
        break;
    case TOUCH_CANCEL:
        g_array_remove_index(keyboard->presses, (guint)p);
        break;
    }
    return true;
}

// ---- time ---------------------------------------------------------------------------------------

static void open_strip(struct keyboard *keyboard, struct press *press, const struct cap *cap)
{
    bool shifted = keyboard->page == PAGE_LETTERS && keyboard_is_shifted(keyboard);
    char **more = g_strsplit(cap->more, " ", -1);
    keyboard->orders_n = 0;
    keyboard_cap_text(keyboard, cap, press->signs[0]);
    press->signs_n = 1;
    for (int k = 0; more[k] != NULL && press->signs_n < PRESS_SIGNS; k++) {
        if (shifted)
            capital_of(more[k], keyboard_lang(keyboard), press->signs[press->signs_n++]);
        else
            g_strlcpy(press->signs[press->signs_n++], more[k], sizeof press->signs[0]);
    }
    g_strfreev(more);
    press->state = PRESS_STRIP;
    press->chosen = 0;
}

// When the press changes by itself, or -1.
static int64_t due_of(const struct keyboard *keyboard, const struct press *press)
{
    const struct cap *cap = keyboard_cap(keyboard, press->row, press->i);
    switch (press->state) {
    case PRESS_DOWN:
        if (cap->act == CAP_BACKSPACE)
            return press->since + DELETE_MS;
        return (cap->act == CAP_TEXT && cap->more != NULL) || cap->act == CAP_SPACE ||
                       cap->act == CAP_LANGUAGE
                   ? press->since + HOLD_MS
                   : -1;
    case PRESS_REPEAT:
    case PRESS_OVER:
        return press->next;
    default:
        return -1;
    }
}

static void ripen(struct keyboard *keyboard, struct press *press, int64_t now)
{
    const struct cap *cap = keyboard_cap(keyboard, press->row, press->i);
    if (press->state == PRESS_DOWN && cap->act == CAP_SPACE) {
        press->state = PRESS_SLIDE;
        press->from = press->at;
    } else if (press->state == PRESS_DOWN && cap->act == CAP_TEXT) {
        open_strip(keyboard, press, cap);
    } else if (press->state == PRESS_DOWN && cap->act == CAP_LANGUAGE) {
        keyboard->first = 0;
        show_languages(keyboard);
    } else {
        bool words = now - press->since >= WORDS_MS;
        press->state = PRESS_REPEAT;
        press->next = now + (words ? WORD_REPEAT_MS : REPEAT_MS);
        type(keyboard, words ? STROKE_BACKSPACE_WORD : STROKE_BACKSPACE);
    }
}

void keyboard_tick(struct keyboard *keyboard, int64_t now)
{
    struct shown before = shown_of(keyboard);
    for (guint p = keyboard->presses->len; p-- > 0;) {
        struct press *press = press_at(keyboard, p);
        int64_t due = due_of(keyboard, press);
        if (due < 0 || due > now)
            continue;
        if (press->state == PRESS_OVER)
            g_array_remove_index(keyboard->presses, p);
        else
            ripen(keyboard, press, now);
        if (keyboard->choosing != before.choosing)
            break; // the keys are others now
    }
    forget_presses(keyboard, before);
}

int keyboard_next_tick(const struct keyboard *keyboard, int64_t now)
{
    int64_t least = -1;
    for (guint p = 0; p < keyboard->presses->len; p++) {
        int64_t due = due_of(keyboard, press_at(keyboard, p));
        if (due >= 0 && (least < 0 || due < least))
            least = due;
    }
    return least < 0 ? -1 : (int)MAX(0, least - now);
}

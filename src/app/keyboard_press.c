// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fingers become strokes. Each finger has its own press, so that nothing one does disturbs
// another.
#include "app/keyboard_parts.h"

#include <math.h>
#include <string.h>

#include "app/finger.h"

#define HOLD_MS 350   // long press
#define DELETE_MS 400 // until delete repeats
#define REPEAT_MS 60
#define WORDS_MS 2000 // then it takes words
#define WORD_REPEAT_MS 240
#define CALLOUT_MS 80  // stays after the finger has gone
#define SLIP 6.0       // mm beyond a key that still types it
#define REACH 12.0     // mm from where it went down
#define CARET_STEP 6.0 // mm a character

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
            keyboard_choose_order(keyboard, press->signs[0]);
        } else if (types && (press->state == PRESS_DOWN || rests || rests_on_letter(press))) {
            press->state = PRESS_TYPED;
            keyboard_act(keyboard, press, now);
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
    if (!keyboard_find_cap(keyboard, touch->at, &press.row, &press.i))
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
        } else if (far <= REACH && keyboard_find_cap(keyboard, at, &row, &i)) {
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
        keyboard_type_letter(keyboard, press.signs[press.chosen], &press);
        keyboard_use_shift(keyboard);
    } else if (press.state == PRESS_ORDER) {
        keyboard_choose_order(keyboard, press.signs[0]);
    }
    bool calls = press.state == PRESS_DOWN && cap->act == CAP_TEXT;
    if (calls) { // the call-out goes on saying what was typed
        keyboard_cap_text(keyboard, cap, press.signs[0]);
        press.state = PRESS_OVER;
        press.next = now + CALLOUT_MS;
        *press_at(keyboard, p) = press;
        keyboard_act(keyboard, &press, now);
    } else {
        g_array_remove_index(keyboard->presses, p);
        if (press.state == PRESS_DOWN)
            keyboard_act(keyboard, &press, now);
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
            keyboard_capital(more[k], keyboard_lang(keyboard), press->signs[press->signs_n++]);
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
        keyboard_show_languages(keyboard, 0);
    } else {
        bool words = now - press->since >= WORDS_MS;
        press->state = PRESS_REPEAT;
        press->next = now + (words ? WORD_REPEAT_MS : REPEAT_MS);
        keyboard_send(keyboard, words ? STROKE_BACKSPACE_WORD : STROKE_BACKSPACE);
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

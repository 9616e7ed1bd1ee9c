// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/finger.h"

#include <math.h>
#include <string.h>

#define REPEAT_MS 50
#define REPEAT_REACH 3.0 // mm

struct finger {
    struct touch touch; // as last told
    struct point glass; // where it went down
    int64_t heard;      // of any event of this finger
    bool palm;          // ignored until it goes up
};

struct fingers {
    GArray *all; // struct finger
};

bool touch_is_tap(const struct touch *touch)
{
    return touch->type == TOUCH_UP && touch->travel <= FINGER_TAP_REACH;
}

const char *touch_after(const char *target, int seat, const char *name)
{
    char own[FINGER_TARGET];
    g_snprintf(own, sizeof own, "%s:seat%d", name, seat);
    if (!g_str_has_prefix(target, own))
        return NULL;
    const char *rest = target + strlen(own);
    return *rest == '\0' ? rest : *rest == ':' ? rest + 1 : NULL;
}

bool touch_is_on(const char *target, int seat, const char *name)
{
    char own[FINGER_TARGET];
    g_snprintf(own, sizeof own, "%s:seat%d", name, seat);
    return strcmp(target, own) == 0;
}

struct fingers *fingers_new(void)
{
    struct fingers *fingers = g_new0(struct fingers, 1);
    fingers->all = g_array_new(FALSE, TRUE, sizeof(struct finger));
    return fingers;
}

void fingers_free(struct fingers *fingers)
{
    if (fingers == NULL)
        return;
    g_array_free(fingers->all, TRUE);
    g_free(fingers);
}

static struct finger *finger_at(const struct fingers *fingers, guint i)
{
    return &g_array_index(fingers->all, struct finger, i);
}

static int find(const struct fingers *fingers, int64_t id)
{
    for (guint i = 0; i < fingers->all->len; i++) {
        if (finger_at(fingers, i)->touch.finger == id)
            return (int)i;
    }
    return -1;
}

static double distance(struct point a, struct point b)
{
    return hypot(a.x - b.x, a.y - b.y);
}

static void tell(struct finger *finger, enum touch_type type, int64_t time, GArray *touches)
{
    finger->touch.type = type;
    finger->touch.time = time;
    if (!finger->palm)
        g_array_append_val(touches, finger->touch);
}

static void end(struct fingers *fingers, guint i, enum touch_type type, int64_t time,
                GArray *touches)
{
    tell(finger_at(fingers, i), type, time, touches);
    g_array_remove_index(fingers->all, i);
}

// Others have gone on and this one was not heard of: the platform lost its up.
static void end_lost(struct fingers *fingers, const struct event *event, GArray *touches)
{
    for (guint i = fingers->all->len; i-- > 0;) {
        const struct finger *finger = finger_at(fingers, i);
        if (finger->touch.finger != event->finger && finger->touch.finger != FINGER_MOUSE &&
            event->time_ms - finger->heard > FINGER_LOST_MS)
            end(fingers, i, TOUCH_CANCEL, event->time_ms, touches);
    }
}

// Keys are pressed by several fingers at once, quickly and close together; nothing else is.
static bool is_key(const struct finger *finger)
{
    return g_str_has_prefix(finger->touch.target, "key:");
}

// Whether `other` may belong to the hand that `newest` belongs to: it came at the same moment, or
// rests since shortly before.
static bool is_same_hand(const struct finger *newest, const struct finger *other)
{
    if (other->touch.seat != newest->touch.seat ||
        distance(other->glass, newest->glass) > FINGER_PALM_REACH)
        return false;
    int64_t before = newest->touch.since - other->touch.since;
    bool rests = !is_key(other) && !is_key(newest) && other->touch.travel <= FINGER_DRAG_START;
    return before <= FINGER_PALM_MS || (rests && before <= FINGER_REST_MS);
}

// The newest finger and two others close by: a hand that comes to rest, all at once or slowly, or
// more of one that rests already. All of it is ignored.
static void end_palm(struct fingers *fingers, GArray *touches)
{
    struct finger *newest = finger_at(fingers, fingers->all->len - 1);
    guint near = 0;
    bool joins = false;
    for (guint i = 0; i + 1 < fingers->all->len; i++) {
        const struct finger *other = finger_at(fingers, i);
        near += is_same_hand(newest, other);
        joins =
            joins || (other->palm && !is_key(newest) && other->touch.seat == newest->touch.seat &&
                      distance(other->glass, newest->glass) <= FINGER_PALM_REACH);
    }
    if (near < 2 && !joins)
        return;
    for (guint i = 0; i + 1 < fingers->all->len && near >= 2; i++) {
        struct finger *other = finger_at(fingers, i);
        if (!is_same_hand(newest, other))
            continue;
        tell(other, TOUCH_CANCEL, newest->touch.since, touches);
        other->palm = true;
    }
    newest->palm = true;
}

// Touch displays say the same contact twice.
static bool is_repeat(const struct finger *finger, const struct event *event)
{
    return event->time_ms - finger->touch.since <= REPEAT_MS &&
           distance(finger->glass, (struct point){event->x, event->y}) <= REPEAT_REACH;
}

static void go_down(struct fingers *fingers, const struct event *event, const struct seat *seats,
                    size_t seats_n, finger_hit *hit, void *context, GArray *touches)
{
    struct point glass = {event->x, event->y};
    const struct seat *seat = seat_at(seats, seats_n, glass);
    struct point at = affine_apply(seat_from_glass(seat), glass);
    struct finger finger = {
        .touch = {.finger = event->finger,
                  .seat = seat->number,
                  .from = at,
                  .last = at,
                  .at = at,
                  .since = event->time_ms},
        .glass = glass,
        .heard = event->time_ms,
    };
    const char *name = hit(context, glass);
    g_strlcpy(finger.touch.target, name != NULL ? name : "", sizeof finger.touch.target);
    g_array_append_val(fingers->all, finger);
    end_palm(fingers, touches);
    tell(finger_at(fingers, fingers->all->len - 1), TOUCH_DOWN, event->time_ms, touches);
}

static void go_on(struct finger *finger, const struct event *event, const struct seat *seats,
                  size_t seats_n)
{
    struct touch *touch = &finger->touch;
    finger->heard = event->time_ms;
    touch->last = touch->at;
    for (size_t i = 0; i < seats_n; i++) {
        if (seats[i].number == touch->seat)
            touch->at =
                affine_apply(seat_from_glass(&seats[i]), (struct point){event->x, event->y});
    }
    touch->travel = fmax(touch->travel, distance(touch->from, touch->at));
}

void fingers_step(struct fingers *fingers, const struct event *event, const struct seat *seats,
                  size_t seats_n, finger_hit *hit, void *context, GArray *touches)
{
    end_lost(fingers, event, touches);
    int i = find(fingers, event->finger);
    switch (event->type) {
    case EVENT_DOWN:
        if (i >= 0 && is_repeat(finger_at(fingers, (guint)i), event))
            break;
        if (i >= 0) // its up got lost: what it pressed was pressed
            end(fingers, (guint)i, TOUCH_UP, event->time_ms, touches);
        go_down(fingers, event, seats, seats_n, hit, context, touches);
        break;
    case EVENT_MOVE:
        if (i < 0)
            break;
        go_on(finger_at(fingers, (guint)i), event, seats, seats_n);
        tell(finger_at(fingers, (guint)i), TOUCH_MOVE, event->time_ms, touches);
        break;
    case EVENT_UP:
        if (i < 0)
            break;
        go_on(finger_at(fingers, (guint)i), event, seats, seats_n);
        end(fingers, (guint)i, TOUCH_UP, event->time_ms, touches);
        break;
    case EVENT_CANCEL:
        if (i >= 0)
            end(fingers, (guint)i, TOUCH_CANCEL, event->time_ms, touches);
        break;
    default:
        break;
    }
}

void fingers_cancel(struct fingers *fingers, GArray *touches)
{
    while (fingers->all->len > 0) {
        const struct finger *finger = finger_at(fingers, 0);
        end(fingers, 0, TOUCH_CANCEL, finger->heard, touches);
    }
}

bool fingers_press(const struct fingers *fingers, const char *target)
{
    for (guint i = 0; i < fingers->all->len; i++) {
        const struct finger *finger = finger_at(fingers, i);
        if (!finger->palm && finger->touch.travel <= FINGER_TAP_REACH &&
            strcmp(finger->touch.target, target) == 0)
            return true;
    }
    return false;
}

size_t fingers_count(const struct fingers *fingers)
{
    return fingers->all->len;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/toast.h"

#include <assert.h>
#include <glib.h>

#include "app/widget.h"

static struct toast *toast_of(struct toasts *toasts, int seat)
{
    assert(seat >= 1 && seat <= SEATS_MOST);
    return &toasts->seat[seat - 1];
}

void toasts_hide(struct toasts *toasts, int seat)
{
    struct toast *toast = toast_of(toasts, seat);
    g_free(toast->text);
    g_free(toast->icon);
    g_free(toast->action);
    g_free(toast->label);
    *toast = (struct toast){.text = NULL};
}

void toasts_clear(struct toasts *toasts)
{
    for (int seat = 1; seat <= SEATS_MOST; seat++)
        toasts_hide(toasts, seat);
}

void toasts_show(struct toasts *toasts, int seat, const char *icon, const char *text,
                 const char *action, const char *label, const char *lang, bool warning, int64_t now)
{
    struct toast old = *toast_of(toasts, seat); // `text` may be the old one's
    *toast_of(toasts, seat) = (struct toast){
        .text = g_strdup(text),
        .icon = g_strdup(icon),
        .action = g_strdup(action),
        .label = g_strdup(label),
        .warning = warning,
        .until = now + (warning ? TOAST_WARNING_MS : TOAST_MS),
    };
    g_strlcpy(toast_of(toasts, seat)->lang, lang, sizeof old.lang);
    g_free(old.text);
    g_free(old.icon);
    g_free(old.action);
    g_free(old.label);
}

void toasts_tick(struct toasts *toasts, int64_t now)
{
    for (int seat = 1; seat <= SEATS_MOST; seat++) {
        if (toast_of(toasts, seat)->text != NULL && now >= toast_of(toasts, seat)->until)
            toasts_hide(toasts, seat);
    }
}

int toasts_next_tick(const struct toasts *toasts, int64_t now)
{
    int64_t least = -1;
    for (int i = 0; i < SEATS_MOST; i++) {
        const struct toast *toast = &toasts->seat[i];
        if (toast->text == NULL)
            continue;
        int64_t wait = MAX(0, toast->until - now);
        least = least < 0 ? wait : MIN(least, wait);
    }
    return (int)least;
}

#define HEIGHT 36.0
#define WARNING_HEIGHT 40.0
#define ACTION_WIDTH 86.0
#define ACTION_HEIGHT 28.0

void toasts_draw(const struct toasts *toasts, struct kit *kit, int seat, double width,
                 double bottom)
{
    assert(seat >= 1 && seat <= SEATS_MOST);
    const struct toast *toast = &toasts->seat[seat - 1];
    if (toast->text == NULL)
        return;
    uint32_t colour = toast->warning ? COLOUR_WARN : COLOUR_PAPER;
    struct kit_type type = {13, 700, colour, KIT_LEFT, toast->lang};
    double action = toast->action != NULL ? ACTION_WIDTH + 10 : 0;
    double room = width - 2 * KIT_MARGIN - 62 - action;
    double words = MIN(kit_text_width(kit, toast->text, type), room);
    double height = toast->warning ? WARNING_HEIGHT : HEIGHT;
    struct box box = {(width - words - 62 - action) / 2, bottom - height, words + 62 + action,
                      height};
    kit_mirror(kit, lang_is_rtl(toast->lang) ? width : 0);
    // What lies below must not be touched through it.
    kit_begin_target(kit, kit_name(kit, "toast:seat%d", seat), box, toast->text);
    if (toast->warning) {
        kit_hand_box(kit, box, 6, COLOUR_WARN_PALE, PEN_FINE * 1.2, "warning");
    } else {
        kit_fill(kit, box, height / 2, COLOUR_INK);
    }
    double y = box.y + height / 2;
    kit_icon(kit, toast->icon, box.x + 16, y - 9, 18, colour);
    kit_text_within(kit, toast->text, box.x + 42, y, words + 0.1, 8.5, type);
    kit_end(kit);
    if (toast->action == NULL) {
        kit_mirror(kit, 0);
        return;
    }
    struct box button = {box.x + box.w - ACTION_WIDTH - 4, y - ACTION_HEIGHT / 2, ACTION_WIDTH,
                         ACTION_HEIGHT};
    kit_begin_target(kit, toast->action, button, toast->label);
    kit_fill(kit, button, ACTION_HEIGHT / 2, COLOUR_PAPER);
    kit_text_within(kit, toast->label, button.x + button.w / 2, y, button.w - 12, KIT_TEXT_LEAST,
                    (struct kit_type){11, 600, COLOUR_INK, KIT_CENTRE, toast->lang});
    kit_end(kit);
    kit_mirror(kit, 0);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/code_sheet.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/stage.h"
#include "app/widget.h"

#define WIDTH 402.0
#define HEIGHT 566.0
#define KEY_W 110.0
#define KEY_H 68.0

void code_sheet_begin(struct code_sheet *sheet, bool sets)
{
    // What was tried wrong still counts.
    sheet->sets = sets;
    sheet->again = false;
    *sheet->typed = *sheet->first = '\0';
}

static bool rests(const struct code_sheet *sheet, int64_t now)
{
    return now < sheet->rests_until;
}

static enum code_answer check(struct code_sheet *sheet, struct stage *stage)
{
    if (passcode_fits(&stage->settings, sheet->typed)) {
        sheet->wrong = 0;
        return CODE_RIGHT;
    }
    sheet->again = true;
    if (++sheet->wrong >= CODE_TRIES) {
        sheet->wrong = 0;
        sheet->rests_until = stage->now + CODE_REST_MS;
    }
    return CODE_MORE;
}

static enum code_answer set(struct code_sheet *sheet, struct stage *stage)
{
    if (*sheet->first == '\0') { // once more, so that nobody locks themselves out
        strcpy(sheet->first, sheet->typed);
        sheet->again = false;
        return CODE_MORE;
    }
    if (strcmp(sheet->first, sheet->typed) != 0) {
        *sheet->first = '\0';
        sheet->again = true;
        return CODE_MORE;
    }
    passcode_set(&stage->settings, sheet->typed, &stage->world);
    settings_save(&stage->settings);
    return CODE_SET;
}

enum code_answer code_sheet_type(struct code_sheet *sheet, struct stage *stage, char digit)
{
    size_t n = strlen(sheet->typed);
    if (rests(sheet, stage->now))
        return CODE_MORE;
    if (digit == 'x') {
        if (n > 0)
            sheet->typed[n - 1] = '\0';
        return CODE_MORE;
    }
    sheet->again = false;
    sheet->typed[n++] = digit;
    sheet->typed[n] = '\0';
    if (n < PASSCODE_DIGITS)
        return CODE_MORE;
    enum code_answer answer = sheet->sets ? set(sheet, stage) : check(sheet, stage);
    *sheet->typed = '\0';
    if (answer == CODE_SET || answer == CODE_RIGHT)
        *sheet->first = '\0';
    return answer;
}

enum code_answer code_sheet_tap(struct code_sheet *sheet, struct stage *stage, const char *target)
{
    if (strcmp(target, "code:close") == 0)
        return CODE_CLOSE;
    if (strcmp(target, "code:back") == 0)
        return code_sheet_type(sheet, stage, 'x');
    if (strcmp(target, "code:none") == 0) {
        passcode_set(&stage->settings, NULL, &stage->world);
        settings_save(&stage->settings);
        return CODE_SET;
    }
    if (strlen(target) == 6 && g_ascii_isdigit(target[5]))
        return code_sheet_type(sheet, stage, target[5]);
    return CODE_MORE;
}

int code_sheet_next_tick(const struct code_sheet *sheet, int64_t now)
{
    return rests(sheet, now) ? (int)((sheet->rests_until - now - 1) % 1000) + 1 : -1;
}

// ---- drawing ------------------------------------------------------------------------------------

static const char *sentence(const struct code_sheet *sheet, const struct stage *stage,
                            struct kit *kit)
{
    if (rests(sheet, stage->now)) {
        int seconds = (int)((sheet->rests_until - stage->now + 999) / 1000);
        return kit_say(kit, kit_tr(kit, N_("Rests for %d seconds.")), seconds);
    }
    if (sheet->again)
        return kit_tr(kit, N_("Once more."));
    if (!sheet->sets)
        return kit_tr(kit, N_("The others go on writing."));
    return *sheet->first == '\0' ? kit_tr(kit, N_("Four digits that you remember."))
                                 : kit_tr(kit, N_("Type the same once more."));
}

static void draw_boxes(const struct code_sheet *sheet, struct kit *kit, double x, double y, double k)
{
    size_t n = strlen(sheet->typed);
    for (size_t i = 0; i < PASSCODE_DIGITS; i++) {
        struct box box = {x + (double)i * 75 * k, y, 62 * k, 66 * k};
        uint32_t fill = i == n ? colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.45) : COLOUR_PAPER;
        kit_hand_box(kit, box, 6, fill, PEN_FINE * 1.3, kit_name(kit, "digit:%zu", i));
        if (i < n)
            kit_disc(kit, box.x + box.w / 2, box.y + box.h / 2, 9 * k, COLOUR_INK);
        else if (i == n)
            kit_fill(kit, (struct box){box.x + box.w / 2 - 0.6, box.y + box.h * 0.25, 1.2, box.h / 2},
                     0, COLOUR_INK);
    }
}

static void draw_keys(const struct code_sheet *sheet, const struct stage *stage, struct kit *kit,
                      double x, double y, double k)
{
    enum widget_state state = rests(sheet, stage->now) ? WIDGET_OFF : WIDGET_REST;
    for (int i = 0; i < 12; i++) {
        struct box box = {x + i % 3 * (KEY_W + 8) * k, y + i / 3 * (KEY_H + 6) * k, KEY_W * k,
                          KEY_H * k};
        if (i == 9) {
            if (sheet->sets && passcode_is_set(&stage->settings))
                widget_button(kit, "code:none", box, kit_tr(kit, N_("No code")), "lock-open",
                              10 * k, WIDGET_REST);
        } else if (i == 11) {
            widget_button(kit, "code:back", box, kit_tr(kit, N_("Back")), "backspace", 10 * k,
                          state);
        } else {
            int digit = i == 10 ? 0 : i + 1;
            widget_button(kit, kit_name(kit, "code:%d", digit), box, kit_name(kit, "%d", digit),
                          NULL, 26 * k, state);
        }
    }
}

static struct box place(const struct stage *stage)
{
    double k = fmin(1, (stage->h - 16) / HEIGHT), w = WIDTH * k, h = HEIGHT * k;
    return (struct box){(stage->w - w) / 2, fmax(8, (stage->h - h) / 2 - 20), w, h};
}

double code_sheet_top(const struct stage *stage)
{
    return place(stage).y;
}

void code_sheet_draw(const struct code_sheet *sheet, const struct stage *stage, struct kit *kit)
{
    const struct box box = place(stage);
    double w = box.w, k = w / WIDTH;
    kit_target(kit, "code:sheet", box);
    kit_hand_box(kit, box, 10, COLOUR_PAPER, PEN_HEAVY, "code");
    kit_hand_icon(kit, "lock", box.x + 34 * k, box.y + 26 * k, 40 * k, COLOUR_WARM, PEN_MEDIUM,
                  "lock");
    double x = box.x + 92 * k, right = box.x + w - 54 * k;
    const char *title = sheet->sets ? kit_tr(kit, N_("Code for facilitators"))
                                    : kit_tr(kit, N_("For facilitators only"));
    kit_begin(kit, KIND_TITLE, NULL, title);
    kit_text_within(kit, title, x, box.y + 38 * k, right - x, 12,
                    (struct kit_type){26 * k, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
    kit_text_within(kit, sentence(sheet, stage, kit), x, box.y + 64 * k, box.x + w - 20 - x, 8.5,
                    (struct kit_type){13 * k, 500, COLOUR_GREY, KIT_LEFT, NULL});
    widget_bar_item(kit, "code:close", (struct box){box.x + w - 52, box.y + 6, 44, 40},
                    kit_tr(kit, N_("Close")), "x", WIDGET_REST);
    draw_boxes(sheet, kit, box.x + 57 * k, box.y + 94 * k, k);
    draw_keys(sheet, stage, kit, box.x + 28 * k, box.y + 182 * k, k);
    const char *const hints[] = {kit_tr(kit, N_("Closes after 2 minutes without a touch.")),
                                 kit_tr(kit, N_("Forgotten? Set it anew at the computer."))};
    const char *const icons[] = {"clock", "key"};
    for (int i = 0; i < 2; i++) {
        double y = box.y + (500 + 26 * i) * k;
        kit_icon(kit, icons[i], box.x + 30 * k, y - 7, 14, COLOUR_GREY);
        kit_text_within(kit, hints[i], box.x + 50 * k, y, w - 70 * k, KIT_TEXT_LEAST,
                        (struct kit_type){12.5 * k, 500, COLOUR_GREY, KIT_LEFT, NULL});
    }
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sheets over a board: what a narrow bar has no room for, why a card is hidden, what a card was
// before.
#include <math.h>
#include <string.h>

#include "app/board.h"
#include "app/phases.h"
#include "app/reason.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/day.h"
#include "base/tr.h"
#include "words/words.h"

#define PAST_LINE 22.0

static struct box begin_sheet(struct kit *kit, const struct board *board, double w, double h)
{
    struct box view = board_view(board);
    w = fmin(w, view.w - 16);
    h = fmin(h, view.h - 12);
    struct box box = {(view.w - w) / 2, view.y + view.h - h - 6, w, h};
    kit_target(kit, kit_name(kit, "sheet-close:seat%d", board->seat), view);
    kit_target(kit, kit_name(kit, "sheet-room:seat%d", board->seat), box);
    kit_hand_box(kit, box, 10, COLOUR_PAPER, PEN_MEDIUM, "sheet");
    return box;
}

static void draw_heading(struct kit *kit, const struct board *board, struct box box,
                         const char *text)
{
    kit_text_within(kit, text, box.x + 14, box.y + 20, box.w - 60, 12,
                    (struct kit_type){17, 800, COLOUR_INK, KIT_LEFT, NULL});
    widget_button(kit, kit_name(kit, "sheet-close:seat%d", board->seat),
                  (struct box){box.x + box.w - 36, box.y + 7, 28, 26}, "", "x", 11, WIDGET_REST);
}

static void draw_more(struct kit *kit, const struct board *board)
{
    const struct {
        const char *name, *label, *icon;
        bool on;
    } items[] = {
        {"search", N_("Search"), "search", true},
        {"bundling", N_("Bundle"), "stack-2", true},
        {"tables", N_("All tables"), "layout-grid", true},
        {"basket", N_("Paper basket"), "trash", board->away_n > 0},
        {"whole", N_("Whole wall"), "zoom-scan", !board_whole_is_seen(board)},
        {"redo", N_("Redo"), "arrow-forward-up", board->can_redo},
    };
    struct box box = begin_sheet(kit, board, 300, 2 * 46 + 12);
    double w = (box.w - 12) / 3;
    for (size_t i = 0; i < G_N_ELEMENTS(items); i++) {
        struct box item = {box.x + 6 + (double)(i % 3) * w, box.y + 6 + (double)(i / 3) * 46, w,
                           44};
        widget_bar_item(kit, kit_name(kit, "%s:seat%d", items[i].name, board->seat), item,
                        kit_tr(kit, items[i].label), items[i].icon,
                        items[i].on ? WIDGET_REST : WIDGET_OFF);
    }
}

static void draw_reasons(struct kit *kit, const struct board *board)
{
    struct box box = begin_sheet(kit, board, 420, 40 + 2 * 48 + 8);
    draw_heading(kit, board, box, kit_tr(kit, N_("Why is it hidden?")));
    double w = (box.w - 3 * 10) / 2;
    for (size_t i = 0; i < REASONS; i++) {
        struct box item = {box.x + 10 + (double)(i % 2) * (w + 10),
                           box.y + 40 + (double)(i / 2) * 48, w, 42};
        widget_button(kit, kit_name(kit, "reason:%d:seat%d", (int)i, board->seat), item,
                      kit_tr(kit, reason_at(i)), reason_icon(i), 11, WIDGET_REST);
    }
}

// ---- the history of a card ----------------------------------------------------------------------

// What a step means to people, or NULL: nothing they would ask for.
static const char *word_of(const char *field)
{
    static const struct {
        const char *field, *word;
    } words[] = {
        {"text", N_("Words")},       {"gloss", N_("In German")}, {"icon", N_("Picture")},
        {"ink", N_("Drawing")},      {"hidden", N_("Hidden")},   {"removed", N_("Paper basket")},
        {"parked", N_("Parked")},    {"bundle", N_("Bundle")},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (strcmp(words[i].field, field) == 0)
            return words[i].word;
    }
    return NULL;
}

static const char *what_of(struct kit *kit, const struct history_step *step)
{
    if (strcmp(step->field, "icon") == 0) {
        const char *word = words_icon_label(kit->stage->words, step->value, kit->lang);
        return word != NULL ? word : "–";
    }
    bool words = strcmp(step->field, "text") == 0 || strcmp(step->field, "gloss") == 0;
    if (words)
        return *step->value != '\0' ? step->value : "–";
    return kit_tr(kit, step->label);
}

// "5. Okt. 14:30", local.
static const char *time_of(struct kit *kit, int64_t wall_ms)
{
    GDateTime *time = g_date_time_new_from_unix_local(wall_ms / 1000);
    char *iso = g_date_time_format(time, "%Y-%m-%d");
    const char *day = kit_digits(kit, day_words(kit->arena, kit->tr, iso, DAY_SHORT));
    const char *text = kit_say(kit, "%s %02d:%02d", day, g_date_time_get_hour(time),
                               g_date_time_get_minute(time));
    g_free(iso);
    g_date_time_unref(time);
    return text;
}

static void draw_past(struct kit *kit, struct board *board)
{
    struct err err = stage_err(board->stage);
    size_t n;
    const struct history_step *steps = store_history(board->stage->store, kit->arena, ENTITY_CARD,
                                                     board->selected, &n, &err);
    size_t shown = 0;
    for (size_t i = 0; i < n; i++)
        shown += word_of(steps[i].field) != NULL;
    struct box box = begin_sheet(kit, board, 520, 46 + PAST_LINE * (double)MIN(shown, BOARD_PAST_LINES));
    draw_heading(kit, board, box, kit_tr(kit, N_("What it was")));
    if (board->older >= shown) // after the oldest come the newest again
        board->older = 0;
    if (shown > BOARD_PAST_LINES)
        widget_button(kit, kit_name(kit, "sheet-older:seat%d", board->seat),
                      (struct box){box.x + box.w - 130, box.y + 6, 88, 28},
                      kit_tr(kit, N_("More")), "chevron-down", 10, WIDGET_REST);
    double y = box.y + 50;
    size_t newer = 0;
    for (size_t i = n; i-- > 0 && y < box.y + box.h - 8;) { // newest first
        const char *word = word_of(steps[i].field);
        if (word == NULL || newer++ < board->older)
            continue;
        kit_text_within(kit, time_of(kit, steps[i].time), box.x + 14, y, 62, KIT_TEXT_LEAST,
                        (struct kit_type){9, 500, COLOUR_GREY, KIT_LEFT, NULL});
        kit_text_within(kit, kit_tr(kit, word), box.x + 76, y, 66, KIT_TEXT_LEAST,
                        (struct kit_type){9.5, 700, COLOUR_INK, KIT_LEFT, NULL});
        kit_text_within(kit, what_of(kit, &steps[i]), box.x + 146, y, box.w - 156, 9,
                        (struct kit_type){11, 500, COLOUR_INK, KIT_LEFT, NULL});
        y += PAST_LINE;
    }
}

// The rules of the phase, large.
static void draw_rules(struct kit *kit, const struct board *board)
{
    const double line = 26;
    struct phase_rule rules[PHASE_RULES];
    size_t n = phase_rules(kit, &board->phase, rules);
    struct box box = begin_sheet(kit, board, 340, 48 + line * (double)n);
    draw_heading(kit, board, box, phase_title(kit, &board->phase));
    double y = box.y + 52;
    for (size_t i = 0; i < n; i++, y += line) {
        kit_icon(kit, rules[i].icon, box.x + 16, y - 9, 18, COLOUR_INK);
        kit_text_within(kit, rules[i].text, box.x + 44, y, box.w - 56, 9,
                        (struct kit_type){14, 600, COLOUR_INK, KIT_LEFT, NULL});
    }
}

void board_draw_sheet(struct board *board, struct kit *kit)
{
    struct box view = board_view(board);
    kit_mirror(kit, lang_is_rtl(kit->lang) ? view.w : 0);
    switch (board->sheet) {
    case SHEET_MORE:
        draw_more(kit, board);
        break;
    case SHEET_REASONS:
        draw_reasons(kit, board);
        break;
    case SHEET_PAST:
        draw_past(kit, board);
        break;
    case SHEET_RULES:
        draw_rules(kit, board);
        break;
    case SHEET_NONE:
    case SHEET_BAY:
        break;
    }
    kit_mirror(kit, 0);
}

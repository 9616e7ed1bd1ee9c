// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Agreements by status (screen 09b): four lanes; a card is drawn into another one, or tapped.
#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/log.h"
#include "app/party_chip.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/tr.h"
#include "draw/colour.h"

#define LANES 4
#define CARD_H 114.0
#define PITCH 123.0
#define HEAD 42.0

static const char *const statuses[LANES] = {"open", "running", "done", "dropped"};

static struct box lane_box(const struct log *log, int lane)
{
    const struct stage *stage = log->screen.stage;
    double w = (stage->w - 2 * 15 - (LANES - 1) * LOG_GAP) / LANES;
    return (struct box){15 + (w + LOG_GAP) * lane, LOG_TOP + 14, w,
                        stage->h - LOG_TOP - LOG_BOTTOM - 24};
}

static bool is_shown(const struct log *log, const struct promise *promise)
{
    if (log->undated && *promise->agreement.until != '\0')
        return false;
    if (log->party == 0 || promise->agreement.party == log->party)
        return true;
    for (size_t i = 0; i < promise->with_n; i++)
        if (promise->with[i] == log->party)
            return true;
    return false;
}

static int lane_of(const struct promise *promise)
{
    for (int i = 0; i < LANES; i++)
        if (strcmp(promise->agreement.status, statuses[i]) == 0)
            return i;
    return 0;
}

static int lane_at(const struct log *log, struct point at)
{
    for (int i = 0; i < LANES; i++) {
        struct box box = lane_box(log, i);
        if (at.x >= box.x && at.x < box.x + box.w)
            return i;
    }
    return -1;
}

// What is due first stands first; what is closed, the newest first.
static gint compare(gconstpointer a, gconstpointer b)
{
    const struct promise *p = *(const struct promise *const *)a,
                         *q = *(const struct promise *const *)b;
    if (p->due == DUE_CLOSED) {
        int later = strcmp(q->agreement.done_on, p->agreement.done_on);
        return later != 0 ? later : q->number - p->number;
    }
    bool undated = *p->agreement.until == '\0', other = *q->agreement.until == '\0';
    int order = undated != other ? undated - other : strcmp(p->agreement.until, q->agreement.until);
    return order != 0 ? order : p->number - q->number;
}

static GPtrArray *cards_of(const struct log *log, int lane)
{
    GPtrArray *cards = g_ptr_array_new();
    for (size_t i = 0; i < log->promises_n; i++)
        if (lane_of(&log->promises[i]) == lane && is_shown(log, &log->promises[i]))
            g_ptr_array_add(cards, &log->promises[i]);
    g_ptr_array_sort(cards, compare);
    return cards;
}

static void draw_lane(struct log *log, struct kit *kit, int lane)
{
    struct box box = lane_box(log, lane);
    bool target = log->dragged != 0 && lane_at(log, log->drag_at) == lane;
    GPtrArray *cards = cards_of(log, lane);
    kit_fill(kit, box, 8, target ? colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.6) : COLOUR_BAR);
    kit_icon(kit, status_icon(statuses[lane]), box.x + 14, box.y + 12, 18, COLOUR_INK);
    kit_begin(kit, KIND_TABLE, kit_name(kit, "lane:%s", statuses[lane]),
              log_status(kit, statuses[lane]));
    kit_text_within(kit, log_status(kit, statuses[lane]), box.x + 38, box.y + 21, box.w - 76, 12,
                    (struct kit_type){18, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
    kit_text(kit, kit_name(kit, "%u", cards->len), box.x + box.w - 14, box.y + 21,
             (struct kit_type){16, 700, COLOUR_GREY, KIT_RIGHT, NULL});
    struct box view = {box.x, box.y + HEAD, box.w, box.h - HEAD - 4};
    double most = fmax(0, cards->len * PITCH - view.h);
    double pan = fmin(log->pan[LOG_AGREEMENTS], most);
    guint below = (guint)fmax(0, ceil((most - pan) / PITCH - 0.1));
    if (below > 0)
        view.h -= 20;
    kit_clip(kit, view);
    for (guint i = 0; i < cards->len; i++) {
        const struct promise *promise = g_ptr_array_index(cards, i);
        struct box card = {box.x + 10, view.y + 2 + PITCH * i - pan, box.w - 20, CARD_H};
        if (card.y + card.h < view.y || card.y > view.y + view.h)
            continue;
        if (promise->agreement.id == log->dragged) {
            kit_dashes(kit, card, 4, 0.8, 4, 3, COLOUR_EDGE);
            continue;
        }
        log_draw_card(log, kit, promise, card,
                      kit_name(kit, "agreement:%" G_GINT64_FORMAT, promise->agreement.id), false);
    }
    kit_unclip(kit);
    if (below > 0)
        kit_text(kit, kit_say(kit, kit_tr(kit, N_("%d more")), (int)below), box.x + box.w / 2,
                 box.y + box.h - 10, (struct kit_type){10, 600, COLOUR_GREY, KIT_CENTRE, NULL});
    g_ptr_array_free(cards, TRUE);
}

static void draw_bottom(const struct log *log, struct kit *kit)
{
    const struct stage *stage = log->screen.stage;
    double y = stage->h - LOG_BOTTOM, x = 12;
    const char *whose =
        log->party != 0
            ? party_name_within(kit, log_party_name(log, log->party), 76, KIT_TEXT_LEAST, 600)
            : kit_tr(kit, N_("All groups"));
    const struct {
        const char *hit, *label, *icon;
        enum widget_state state;
    } items[] = {
        {"whose", whose, "users-group", log->party != 0 ? WIDGET_ON : WIDGET_REST},
        {"undated", kit_tr(kit, N_("No date")), "calendar-question",
         log->undated ? WIDGET_ON : WIDGET_REST},
        {"export:ics", kit_tr(kit, N_("Calendar")), "calendar-down", WIDGET_REST},
        {"export:csv", kit_tr(kit, N_("Table")), "table", WIDGET_REST},
        {"undo:seat1", kit_tr(kit, N_("Undo")), "arrow-back-up",
         store_undo_label(stage->store, 0) == NULL ? WIDGET_OFF : WIDGET_REST},
    };
    widget_bar(kit, (struct box){0, y, stage->w, LOG_BOTTOM}, false);
    for (size_t i = 0; i < G_N_ELEMENTS(items); i++, x += 80)
        widget_bar_item(kit, items[i].hit, (struct box){x, y + 8, 78, 44}, items[i].label,
                        items[i].icon, items[i].state);
    double w = fmin(245, stage->w - x - 24);
    widget_primary(kit, "new-agreement", (struct box){stage->w - 15 - w, y + 8, w, 42},
                   kit_tr(kit, N_("New agreement")), "plus", 19, WIDGET_REST);
}

static void draw(struct log *log, struct kit *kit, struct box room)
{
    double most = 0;
    for (int lane = 0; lane < LANES; lane++) {
        GPtrArray *cards = cards_of(log, lane);
        most = fmax(most, cards->len * PITCH - lane_box(log, lane).h + HEAD + 4);
        g_ptr_array_free(cards, TRUE);
    }
    log->pan[LOG_AGREEMENTS] = fmin(log->pan[LOG_AGREEMENTS], fmax(0, most));
    kit_target(kit, "lanes", room);
    for (int lane = 0; lane < LANES; lane++)
        draw_lane(log, kit, lane);
    draw_bottom(log, kit);
    const struct promise *promise = log->dragged != 0 ? log_promise(log, log->dragged) : NULL;
    if (promise != NULL) {
        struct box box = {log->drag_at.x - log->drag_grip.x, log->drag_at.y - log->drag_grip.y,
                          lane_box(log, 0).w - 20, CARD_H};
        log_draw_card(log, kit, promise, box, NULL, true);
    }
}

// ---- acts ---------------------------------------------------------------------------------------

static bool said_agreement(void *context, const char *text)
{
    struct log *log = context;
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    const struct agreement_draft draft = {
        .workshop = log->workshop,
        .meeting = log->page == LOG_MEETINGS ? log->meeting : 0,
        .what = text,
        .party = log->page == LOG_AGREEMENTS ? log->party : 0,
    };
    int64_t id = 0;
    bool ok = exchange_agree(stage->store, &draft, log->today, 0, &id, &err);
    log_tell(log, ok, &err, "file-check", N_("Agreed"));
    if (ok)
        log->chosen = id; // who and until when is asked next
    return ok;
}

static void export(struct log *log, const char *ending)
{
    char *name =
        g_strdup_printf("%s.%s", stage_text(log->screen.stage, N_("agreements")), ending);
    log_save(log, name, strcmp(ending, "ics") == 0 ? log_write_calendar : log_write_agreements);
    g_free(name);
}

// All, then one party after the other.
static void next_party(struct log *log)
{
    size_t i = 0;
    while (i < log->parties_n && log->party != 0 && log->parties[i].id != log->party)
        i++;
    i = log->party == 0 ? 0 : i + 1;
    log->party = i < log->parties_n ? log->parties[i].id : 0;
}

static bool tap(struct log *log, const char *target)
{
    if (strcmp(target, "whose") == 0)
        next_party(log);
    else if (strcmp(target, "undated") == 0)
        log->undated = !log->undated;
    else if (strncmp(target, "export:", 7) == 0)
        export(log, target + 7);
    else if (strcmp(target, "new-agreement") == 0)
        log_ask(log, N_("What do you agree on?"), said_agreement);
    else if (strncmp(target, "agreement:", 10) == 0)
        log->chosen = log_row(target, "agreement:");
    else
        return false;
    return true;
}

static void take_up(struct log *log, const struct touch *touch)
{
    int64_t row = log_row(touch->target, "agreement:");
    const struct promise *promise = row != 0 ? log_promise(log, row) : NULL;
    // Sideways it is a card that is taken, up and down it is the lane.
    if (promise == NULL || fabs(touch->at.x - touch->from.x) < fabs(touch->at.y - touch->from.y))
        return;
    struct box lane = lane_box(log, lane_of(promise));
    log->dragged = row;
    log->drag_finger = touch->finger;
    log->drag_grip = (struct point){touch->from.x - lane.x - 10, CARD_H / 2};
}

static void touch_lanes(struct log *log, const struct touch *touch)
{
    if (log->dragged == 0) {
        if (touch->type == TOUCH_MOVE && touch->travel > FINGER_DRAG_START &&
            touch->travel < 3 * FINGER_PAN_START)
            take_up(log, touch);
        if (log->dragged == 0)
            return;
    }
    if (touch->finger != log->drag_finger)
        return;
    log->drag_at = touch->at;
    if (touch->type == TOUCH_MOVE)
        return;
    int64_t row = log->dragged;
    const struct promise *promise = log_promise(log, row);
    int lane = lane_at(log, touch->at);
    log->dragged = 0;
    if (touch->type == TOUCH_UP && promise != NULL && lane >= 0 && lane != lane_of(promise))
        log_report(log, row, statuses[lane], NULL, NULL);
}

const struct log_view log_lanes = {.name = "agreements",
                                   .icon = "file-check",
                                   .label = N_("All agreements"),
                                   .draw = draw,
                                   .tap = tap,
                                   .touch = touch_lanes};

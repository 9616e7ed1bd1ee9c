// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The exchange log (screens 09, 09b, 10, 24, 25b): who does what until when, between one meeting
// and the next. Its pages are in log_*.c.
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/log.h"
#include "app/log_search.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"

static const struct log_view *const views[LOG_PAGES] = {
    [LOG_TODAY] = &log_today,   [LOG_AGREEMENTS] = &log_lanes, [LOG_MEETINGS] = &log_meeting,
    [LOG_OFFERS] = &log_offers, [LOG_WHO] = &log_who,          [LOG_COURSE] = &log_course,
};

static struct log *self_of(struct screen *screen)
{
    return (struct log *)(void *)screen;
}

// ---- what the pages need ------------------------------------------------------------------------

void log_load(struct log *log)
{
    struct stage *stage = log->screen.stage;
    struct store *store = stage->store;
    struct err err = stage_err(stage);
    arena_reset(log->arena);
    log->today = log->then = stage_today(stage, log->arena);
    log->promises = exchange_promises(store, log->arena, log->today, &log->promises_n, &err);
    log->parties = store_parties(store, log->arena, 0, &log->parties_n, &err);
    log->has_next = exchange_next_gathering(store, log->arena, log->today, &log->next, &err);
    log->gatherings =
        exchange_gatherings(store, log->arena, log->today, 0, 0, &log->gatherings_n, &err);
    log->matches =
        exchange_matches(store, log->arena, stage->tr, log->today, &log->matches_n, &err);
    log->offers = store_offers(store, log->arena, &log->offers_n, &err);
    if (log->sought != NULL)
        log_search_load(log, &err);
    else if (views[log->page]->load != NULL)
        views[log->page]->load(log, &err);
    log->failed = err;
    if (err.code != ERR_NONE)
        stage_warn(stage, LOG_SEAT, &err);
}

const char *log_clock(struct log *log)
{
    const struct world *world = &log->screen.stage->world;
    GDateTime *now = g_date_time_new_from_unix_local(world->now_ms(world->context) / 1000);
    char *text = g_date_time_format(now, "%H:%M");
    const char *time = arena_strdup(log->arena, text);
    g_free(text);
    g_date_time_unref(now);
    return time;
}

void log_tell(struct log *log, bool ok, struct err *err, const char *icon, const char *text)
{
    struct stage *stage = log->screen.stage;
    if (ok)
        stage_say(stage, LOG_SEAT, icon, stage_text(stage, text), "undo:seat1",
                  stage_text(stage, N_("Undo")));
    else
        stage_warn(stage, LOG_SEAT, err);
    log_load(log);
}

void log_ask(struct log *log, const char *prompt, naming_said *said)
{
    naming_free(log->asking);
    struct stage *stage = log->screen.stage;
    log->asking = naming_new_line(stage, LOG_SEAT, stage_text(stage, prompt), "", said, log);
}

void log_turn(struct log *log, enum log_page page)
{
    log->page = page;
    log->chosen = log->postponing = log->handing = log->dragged = log->offer = 0;
    log->dating.what = DATING_NOTHING;
    log_load(log);
}

void log_turn_to_meeting(struct log *log, int64_t meeting)
{
    log->meeting = meeting;
    log->point = 0;
    log->pan[LOG_MEETINGS] = 0;
    log_turn(log, LOG_MEETINGS);
}

const struct promise *log_promise(const struct log *log, int64_t id)
{
    return exchange_promise(log->promises, log->promises_n, id);
}

int64_t log_row(const char *target, const char *prefix)
{
    size_t n = strlen(prefix);
    return strncmp(target, prefix, n) == 0 ? g_ascii_strtoll(target + n, NULL, 10) : 0;
}

bool log_report(struct log *log, int64_t agreement, const char *status, const char *until,
                const char *note)
{
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    const struct report report = {
        .agreement = agreement,
        .meeting = log->page == LOG_MEETINGS ? log->meeting : 0,
        .status = status,
        .until = until,
        .note = note,
        .day = log->today,
    };
    bool ok = exchange_report(stage->store, &report, &err);
    log_tell(log, ok, &err,
             status != NULL  ? status_icon(status)
             : until != NULL ? "calendar"
                             : "note",
             status != NULL  ? status_words(status)
             : until != NULL ? N_("Put off")
                             : N_("Noted"));
    return ok;
}

// ---- events -------------------------------------------------------------------------------------

static void go_back(struct log *log, bool redo)
{
    if (stage_go_back(log->screen.stage, LOG_SEAT, redo))
        log_load(log);
}

static void tap(struct log *log, const char *target)
{
    if (log_date_tap(log, target))
        return;
    if (g_str_has_prefix(target, "tab:")) {
        log_search_close(log);
        for (int i = 0; i < LOG_PAGES; i++)
            if (strcmp(target + 4, views[i]->name) == 0)
                log_turn(log, (enum log_page)i);
    } else if (strcmp(target, "back") == 0) {
        stage_back(log->screen.stage);
    } else if (strcmp(target, "undo:seat1") == 0) {
        go_back(log, false);
    } else if (!log_search_tap(log, target) && !log_sheet_tap(log, target) &&
               !log_offer_tap(log, target) && views[log->page]->tap != NULL) {
        views[log->page]->tap(log, target);
    }
}

static void touch(struct screen *screen, const struct touch *touch)
{
    struct log *log = self_of(screen);
    if (log->asking != NULL && naming_touch(log->asking, touch)) {
        naming_end(&log->asking);
        return;
    }
    const struct log_view *view = views[log->page];
    if (view->touch != NULL && log->chosen == 0 && log->sought == NULL &&
        log->dating.what == DATING_NOTHING)
        view->touch(log, touch);
    if (log->dragged == 0 && touch->type == TOUCH_MOVE && touch->travel > FINGER_PAN_START &&
        touch->from.y > LOG_TOP)
        log->pan[log->page] -= touch->at.y - touch->last.y;
    if (touch_is_tap(touch) && log->asking == NULL)
        tap(log, touch->target);
}

static void key(struct screen *screen, const struct event *event)
{
    struct log *log = self_of(screen);
    if (log->asking != NULL) {
        naming_key(log->asking, event);
        naming_end(&log->asking);
    } else if (event->type == EVENT_WHEEL) {
        log->pan[log->page] -= event->dy;
    } else if (event->type == EVENT_KEY && !log_date_key(log, event->key)) {
        if (event->key == KEY_UNDO || event->key == KEY_REDO)
            go_back(log, event->key == KEY_REDO);
        else if (event->key == KEY_ESCAPE && log->sought != NULL)
            log_search_leave(log);
        else if (event->key == KEY_ESCAPE && log->chosen != 0)
            log->chosen = log->postponing = log->handing = 0;
        else if (event->key == KEY_ESCAPE)
            stage_back(screen->stage);
        else if (event->key == KEY_LEFT || event->key == KEY_RIGHT)
            log_turn(log,
                     (enum log_page)((log->page + (event->key == KEY_RIGHT ? 1 : LOG_PAGES - 1)) %
                                     LOG_PAGES));
    }
}

static void tick(struct screen *screen)
{
    naming_tick(self_of(screen)->asking);
}

static int next_tick(const struct screen *screen, int64_t now)
{
    const struct log *log = (const struct log *)(const void *)screen;
    return naming_next_tick(log->asking, now);
}

// ---- drawing ------------------------------------------------------------------------------------

// Tabs as wide as their words, together no wider than `room`.
static void draw_tabs(const struct log *log, struct kit *kit, double x, double room)
{
    struct kit_type type = {11.5, 700, COLOUR_INK, KIT_LEFT, NULL};
    double sum = 0, widths[LOG_PAGES];
    for (int i = 0; i < LOG_PAGES; i++)
        sum += widths[i] = kit_text_width(kit, kit_tr(kit, views[i]->label), type) + 40;
    double scale = fmin(1, room / sum);
    for (int i = 0; i < LOG_PAGES; i++) {
        struct box box = {x, 10, widths[i] * scale, 38};
        const char *hit = kit_name(kit, "tab:%s", views[i]->name);
        bool on = log->page == (enum log_page)i && log->sought == NULL;
        bool with_icon = scale > 0.85;
        kit_begin_target(kit, hit, box, kit_tr(kit, views[i]->label));
        type.colour = on || kit_pressed(kit, hit) ? COLOUR_PAPER : COLOUR_INK;
        if (type.colour == COLOUR_PAPER)
            kit_fill(kit, box, 6, COLOUR_INK);
        if (with_icon)
            kit_icon(kit, views[i]->icon, box.x + 10, 22, 14, type.colour);
        double inner = with_icon ? 28 : 5;
        kit_text_within(kit, kit_tr(kit, views[i]->label), box.x + inner, 29, box.w - inner - 5,
                        KIT_TEXT_LEAST, type);
        kit_end(kit);
        x += box.w;
    }
}

static void draw_top(const struct log *log, struct kit *kit)
{
    double w = log->screen.stage->w;
    widget_bar(kit, (struct box){0, 0, w, LOG_TOP}, true);
    double left = LOG_MARGIN;
    if (w > 1000) {
        kit_begin(kit, KIND_TITLE, "log:title", kit_tr(kit, N_("Log")));
        left += kit_text(kit, kit_tr(kit, N_("Log")), LOG_MARGIN, 29,
                         (struct kit_type){24, 800, COLOUR_INK, KIT_LEFT, NULL}) +
                24;
        kit_end(kit);
    }
    double right = w - 12 - 2 * 62;
    draw_tabs(log, kit, left, right - left - 6);
    widget_bar_item(kit, "search", (struct box){right, 8, 60, 42}, kit_tr(kit, N_("Search")),
                    "search", log->sought != NULL ? WIDGET_ON : WIDGET_REST);
    widget_bar_item(kit, "back", (struct box){right + 62, 8, 60, 42}, kit_tr(kit, N_("Back")),
                    "arrow-left", WIDGET_REST);
}

static void draw(struct screen *screen, struct kit *kit)
{
    struct log *log = self_of(screen);
    const struct stage *stage = screen->stage;
    log->pan[log->page] = fmax(0, log->pan[log->page]);
    struct box room = {0, LOG_TOP, stage->w, stage->h - LOG_TOP};
    if (log->sought != NULL)
        log_search_draw(log, kit, room);
    else
        views[log->page]->draw(log, kit, room);
    draw_top(log, kit);
    if (log->chosen != 0)
        log_sheet_draw(log, kit);
    if (log->offer != 0)
        log_offer_draw(log, kit);
    if (log->dating.what != DATING_NOTHING)
        log_date_draw(log, kit);
    if (log->asking != NULL)
        naming_draw(log->asking, kit);
}

static double toast_bottom(const struct screen *screen, int seat)
{
    const struct log *log = (const struct log *)(const void *)screen;
    (void)seat;
    return naming_toast_bottom(log->asking, screen->stage->h - LOG_BOTTOM - 10);
}

static void enter(struct screen *screen)
{
    g_hash_table_remove_all(self_of(screen)->thoughts); // icons may have been chosen since
    struct log *log = self_of(screen);
    log_load(log);
    if (log->aim_row != 0)
        log_search_go(log, log->aim, log->aim_row);
    log->aim_row = 0;
}

static void destroy(struct screen *screen)
{
    struct log *log = self_of(screen);
    naming_free(log->asking);
    g_free(log->sought);
    g_hash_table_destroy(log->thoughts);
    arena_free(log->arena);
    g_free(log);
}

struct screen *screen_log_new(struct stage *stage, int64_t workshop)
{
    static const struct screen_class class = {
        .name = "log",
        .audience = AUDIENCE_FACILITATORS,
        .enter = enter,
        .touch = touch,
        .key = key,
        .tick = tick,
        .next_tick = next_tick,
        .draw = draw,
        .toast_bottom = toast_bottom,
        .free = destroy,
    };
    struct log *log = g_new0(struct log, 1);
    log->screen = (struct screen){&class, stage};
    log->arena = arena_new();
    log->workshop = workshop;
    log->thoughts =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, log_thought_free);
    return &log->screen;
}

struct screen *screen_log_new_at(struct stage *stage, int64_t workshop, enum entity entity,
                                 int64_t row)
{
    struct screen *screen = screen_log_new(stage, workshop);
    self_of(screen)->aim = entity;
    self_of(screen)->aim_row = row;
    return screen;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app.h"

#include <assert.h>
#include <glib.h>
#include <string.h>

#include "app/focus.h"
#include "app/kit.h"
#include "app/shapes.h"
#include "app/stage.h"
#include "base/arena.h"
#include "store/store.h"

#define EXAMINE_AFTER_MS 400 // a first screen is there by then

struct app {
    struct stage stage;
    struct frame { // one drawn scene and what it was drawn from
        struct scene *scene;
        struct arena *arena;
    } frames[2]; // the one shown and the one before, which stays readable for its reader
    int shown;
    bool stale;      // something has happened since it was drawn
    GArray *touches; // of the event at hand
    struct focus focus; // of a physical keyboard
};

bool app_speaks(const char *lang)
{
    static const char *const langs[] = {"de", "en", "ar", "fa", "ku", "uk", "ru", "tr", "fr", "ti",
                                        NULL};
    return g_strv_contains(langs, lang);
}

struct app *app_new(const struct app_options *options, struct err *err)
{
    struct app *app = g_new0(struct app, 1);
    app->stale = true;
    app->touches = g_array_new(FALSE, FALSE, sizeof(struct touch));
    for (size_t i = 0; i < G_N_ELEMENTS(app->frames); i++)
        app->frames[i].arena = arena_new();
    if (!stage_open(&app->stage, options, err))
        g_clear_pointer(&app, app_free);
    return app;
}

void app_free(struct app *app)
{
    if (app == NULL)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(app->frames); i++) {
        if (app->frames[i].scene != NULL)
            scene_free(app->frames[i].scene);
        arena_free(app->frames[i].arena);
    }
    stage_close(&app->stage);
    g_array_free(app->touches, TRUE);
    g_free(app);
}

// ---- events -------------------------------------------------------------------------------------

// A finger touches what its person sees: the scene drawn last, even when more has happened since.
static const char *hit_at(void *context, struct point glass)
{
    struct app *app = context;
    const struct scene *seen = app->frames[app->shown].scene;
    return scene_hit(seen != NULL ? seen : app_scene(app), glass, NULL);
}

// A seat that listens or rests does nothing else. Fingers that were down already come up.
static bool is_held(struct stage *stage, const struct touch *touch)
{
    bool tap = touch_is_tap(touch);
    if (plenary_announces(stage, touch->seat)) {
        if (tap && g_str_has_prefix(touch->target, "go:"))
            plenary_hush(stage, touch->seat);
        return touch->type == TOUCH_DOWN || tap;
    }
    if (!plenary_is_frozen(stage) || !stage_shown(stage)->class->by_seat)
        return false;
    return touch->type == TOUCH_DOWN || tap;
}

// The tap on a toast's own button hides the toast; the screen acts on it.
static void tell_touch(struct stage *stage, const struct touch *touch)
{
    struct screen *screen = stage_shown(stage);
    stage->seat_touched = touch->seat;
    stage->spoken = stage_tr(stage, touch->seat);
    if (facilitator_touch(stage, touch) || is_held(stage, touch))
        return;
    const struct toast *toast = &stage->toasts.seat[touch->seat - 1];
    bool done =
        touch_is_tap(touch) && toast->action != NULL && strcmp(touch->target, toast->action) == 0;
    if (done)
        toasts_hide(&stage->toasts, touch->seat);
    if (screen->class->touch != NULL)
        screen->class->touch(screen, touch);
}

static void step_fingers(struct app *app, const struct event *event)
{
    struct stage *stage = &app->stage;
    g_array_set_size(app->touches, 0);
    fingers_step(stage->fingers, event, stage->seats, stage->seats_n, hit_at, app, app->touches);
    for (guint i = 0; i < app->touches->len && stage->next == STAGE_STAY; i++)
        tell_touch(stage, &g_array_index(app->touches, struct touch, i));
    // A mouse that only passes by changes nothing.
    app->stale = app->stale || app->touches->len > 0;
}

static void tell_key(struct stage *stage, const struct event *event)
{
    struct screen *screen = stage_shown(stage);
    if (facilitator_key(stage, event))
        return;
    bool leaves = event->type == EVENT_KEY &&
                  (event->key == KEY_ENTER || event->key == KEY_ESCAPE);
    if (plenary_announces(stage, stage->seat_touched)) {
        if (leaves)
            plenary_hush(stage, stage->seat_touched);
        return;
    }
    if (plenary_is_frozen(stage) && screen->class->by_seat)
        return;
    if (screen->class->key != NULL)
        screen->class->key(screen, event);
}

// What the plenary tells is shown by every screen.
static void follow_plenary(struct app *app)
{
    struct stage *stage = &app->stage;
    if (!plenary_follow(stage))
        return;
    struct screen *screen = stage_shown(stage);
    if (screen->class->follow != NULL)
        screen->class->follow(screen);
    app->stale = true;
}

// Acts on what has the focus, as a finger would.
static void press_focus(struct app *app, const struct box *box, int64_t time)
{
    struct stage *stage = &app->stage;
    const struct seat *seat = stage_seat(stage, stage->seat_touched);
    struct point middle = {box->x + box->w / 2, box->y + box->h / 2};
    struct point at = affine_apply(seat_from_glass(seat), middle);
    struct touch touch = {.type = TOUCH_DOWN,
                          .finger = FINGER_MOUSE - 1,
                          .seat = seat->number,
                          .from = at,
                          .last = at,
                          .at = at,
                          .since = time,
                          .time = time};
    g_strlcpy(touch.target, app->focus.target, sizeof touch.target);
    tell_touch(stage, &touch);
    touch.type = TOUCH_UP;
    if (stage->next == STAGE_STAY)
        tell_touch(stage, &touch);
}

// The space bar acts on what has the focus, as Enter does. False: it is a space like others.
static bool press_by_space(struct app *app, const struct event *event)
{
    struct box box;
    if (strcmp(event->text, " ") != 0 || !focus_find(&app->focus, app_scene(app), &box))
        return false;
    press_focus(app, &box, event->time_ms);
    return true;
}

// Keys that move the focus or act on it. Where people write, arrows are the text's until Tab was
// pressed. False: the key is the screen's.
static bool step_focus(struct app *app, const struct event *event)
{
    static const enum focus_way ways[] = {[KEY_LEFT] = FOCUS_LEFT,
                                          [KEY_RIGHT] = FOCUS_RIGHT,
                                          [KEY_UP] = FOCUS_UP,
                                          [KEY_DOWN] = FOCUS_DOWN};
    struct stage *stage = &app->stage;
    struct screen *screen = stage_shown(stage);
    struct box box;
    bool free = screen->class->types != NULL && !screen->class->types(screen);
    bool arrow = event->key == KEY_LEFT || event->key == KEY_RIGHT || event->key == KEY_UP ||
                 event->key == KEY_DOWN;
    const struct scene *scene = app_scene(app);
    if (arrow && screen->class->moves != NULL && screen->class->moves(screen))
        return false;
    if (event->key == KEY_ENTER && focus_find(&app->focus, scene, &box)) {
        press_focus(app, &box, event->time_ms);
        return true;
    }
    if (event->key == KEY_ESCAPE && app->focus.on) {
        app->focus.on = false;
        return true;
    }
    if (event->key != KEY_TAB && !(arrow && (free || app->focus.on)))
        return false;
    enum focus_way way = arrow                                ? ways[event->key]
                         : (event->mods & MOD_SHIFT) != 0 ? FOCUS_PREVIOUS
                                                              : FOCUS_NEXT;
    const struct seat *seat = stage_seat(stage, stage->seat_touched);
    if (!focus_move(&app->focus, scene, stage->seats, stage->seats_n, seat, way) && arrow &&
        screen->class->key != NULL) { // more may be out of sight
        struct event wheel = *event;
        wheel.type = EVENT_WHEEL;
        wheel.dy = event->key == KEY_UP ? 60 : event->key == KEY_DOWN ? -60 : 0;
        screen->class->key(screen, &wheel);
    }
    return true;
}

// Once people see something, the rest of a large file is looked through.
static void examine(struct stage *stage)
{
    struct err err = stage_err(stage);
    if (stage->examined || stage->now < stage->examine_at)
        return;
    stage->examined = true;
    if (!store_examine(stage->store, &err))
        stage_warn(stage, 1, &err);
}

void app_step(struct app *app, const struct event *event)
{
    struct stage *stage = &app->stage;
    struct screen *screen = stage_shown(stage);
    stage->now = event->time_ms;
    if (!stage->examined && stage->examine_at == 0)
        stage->examine_at = stage->now + EXAMINE_AFTER_MS;
    switch (event->type) {
    case EVENT_DOWN:
    case EVENT_MOVE:
    case EVENT_UP:
    case EVENT_CANCEL:
        app->focus.on = app->focus.on && event->type != EVENT_DOWN;
        step_fingers(app, event);
        break;
    case EVENT_TEXT:
    case EVENT_COMPOSE:
    case EVENT_KEY:
    case EVENT_WHEEL:
        if (event->type == EVENT_TEXT && press_by_space(app, event)) {
            app->stale = true;
            break;
        }
        if (event->type == EVENT_TEXT)
            app->focus.on = false; // who types writes
        if (event->type == EVENT_KEY && step_focus(app, event)) {
            app->stale = true;
            break;
        }
        stage->spoken = stage_tr(stage, stage->seat_touched);
        tell_key(stage, event);
        app->stale = true;
        break;
    case EVENT_TICK:
        stage->spoken = NULL;
        examine(stage);
        toasts_tick(&stage->toasts, event->time_ms);
        facilitator_tick(stage);
        if (screen->class->tick != NULL)
            screen->class->tick(screen);
        app->stale = true;
        break;
    case EVENT_RESIZE:
        stage_arrange(stage, event->x, event->y);
        app->stale = true;
        break;
    case EVENT_QUIT:
        stage->quit = true;
        break;
    }
    if (event->type != EVENT_MOVE)
        follow_plenary(app);
    if (stage->next != STAGE_STAY)
        app->stale = true;
    stage_turn(stage);
}

bool app_wants_quit(const struct app *app)
{
    return app->stage.quit;
}

// Of two waits, -1: none.
static int sooner(int a, int b)
{
    return a < 0 ? b : b < 0 ? a : MIN(a, b);
}

bool app_has_copied(const struct app *app)
{
    return *sitting_copied(&app->stage, app->stage.seat_touched) != '\0';
}

bool app_caret(const struct app *app, struct box *box)
{
    *box = app->stage.caret;
    return !box_is_empty(*box);
}

int app_next_tick(const struct app *app, int64_t now_ms)
{
    const struct screen *screen = stage_shown(&app->stage);
    int toast = toasts_next_tick(&app->stage.toasts, now_ms);
    int wanted = screen->class->next_tick != NULL ? screen->class->next_tick(screen, now_ms) : -1;
    int all = sooner(plenary_next_tick(&app->stage, now_ms),
                     facilitator_next_tick(&app->stage, now_ms));
    for (int seat = 0; seat <= SEATS_MOST; seat++)
        all = sooner(all, drawer_next_tick(&app->stage.drawers[seat], now_ms));
    int rest = app->stage.examined ? -1 : (int)MAX(0, app->stage.examine_at - now_ms);
    return sooner(sooner(toast, wanted), sooner(all, rest));
}

// ---- the picture --------------------------------------------------------------------------------

static void draw_toasts(const struct stage *stage, struct kit *kit)
{
    const struct screen *screen = stage_shown(stage);
    for (size_t i = 0; i < stage->seats_n; i++) {
        const struct seat *seat = &stage->seats[i];
        double bottom = screen->class->toast_bottom != NULL
                            ? screen->class->toast_bottom(screen, seat->number)
                            : seat_height(seat) - 48 - 14;
        kit_sit(kit, seat);
        toasts_draw(&stage->toasts, kit, seat->number, seat_width(seat), bottom);
    }
    kit_sit(kit, NULL);
}

const struct scene *app_scene(struct app *app)
{
    struct stage *stage = &app->stage;
    if (!app->stale)
        return app->frames[app->shown].scene;
    app->shown = 1 - app->shown;
    app->stale = false;
    struct frame *frame = &app->frames[app->shown];
    arena_reset(frame->arena);
    if (frame->scene != NULL && (frame->scene->w != stage->w || frame->scene->h != stage->h))
        g_clear_pointer(&frame->scene, scene_free);
    if (frame->scene == NULL)
        frame->scene = scene_new(stage->w, stage->h);
    else
        scene_reset(frame->scene);
    struct kit kit;
    struct screen *screen = stage_shown(stage);
    cards_next_frame(stage->cards);
    shapes_next_frame(stage->shapes);
    kit_init(&kit, stage, frame->scene, frame->arena);
    kit.shapes = stage->shapes;
    stage->caret = BOX_EMPTY;
    kit_fill(&kit, (struct box){0, 0, stage->w, stage->h}, 0, COLOUR_WALL);
    screen->class->draw(screen, &kit);
    for (size_t i = 0; i < stage->seats_n; i++)
        drawer_draw_leaving(&stage->drawers[stage->seats[i].number], &kit);
    plenary_draw(stage, &kit);
    drawer_draw_leaving(&stage->drawers[0], &kit);
    facilitator_draw(stage, &kit);
    draw_toasts(stage, &kit);
    struct box box;
    if (focus_find(&app->focus, frame->scene, &box))
        focus_draw(&box, &kit);
    kit_clear(&kit);
    stage_free_retired(stage);
    assert(frame->scene->open_n == 0);
    return frame->scene;
}

void app_display(const struct app *app, double *w_mm, double *h_mm, int *lettering)
{
    const struct settings *settings = &app->stage.settings;
    *w_mm = settings->glass_w;
    *h_mm = settings->glass_h;
    *lettering = settings->lettering;
}

const char *app_screen_name(const struct app *app)
{
    return stage_shown(&app->stage)->class->name;
}

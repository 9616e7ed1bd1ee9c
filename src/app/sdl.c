// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window: SDL's events become ours, damaged parts of the scene become pixels. The only file
// that sees SDL.
#include "app/app.h"

#include <SDL.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/glass.h"
#include "app/gong.h"
#include "app/projector.h"
#include "app/settings.h"
#include "base/err.h"
#include "base/file.h"
#include "base/tr.h"
#include "draw/kept.h"
#include "draw/paint.h"
#include "draw/scene.h"

#define DAMAGE_MOST 32
#define WHEEL_MM 24.0   // one notch
#define EXPOSED_MS 1000 // a window system that does not say when a window is seen
#define ASLEEP_MS 1500  // SDL overlooks a signal to end that comes just before it falls asleep

struct window {
    struct app *app;
    SDL_Window *window;
    struct glass glass;
    double set_w, set_h;       // mm as people measured them, when they were followed last
    const struct scene *shown; // what the pixels show, NULL: nothing yet
    uint64_t shown_hash;
    struct kept *kept; // pictures of cards between frames
    const char *dump_path; // NULL: none
    struct err *err;       // of app_run
    bool mouse_down;
    bool exposed;    // the display shows it and passes fingers on
    Uint64 patience; // SDL ticks after which it counts as exposed anyway
    struct projector projector;
    SDL_AudioDeviceID audio; // 0: not opened, or there is none
    bool mute;               // there is no audio: it was tried
};

// ---- size ---------------------------------------------------------------------------------------

// What the display says about itself counts only when it is larger than the reference: small ones
// and virtual ones often say nonsense, and there the reference fits best.
static void ask_display(SDL_Window *window, double *w_mm, double *h_mm)
{
    float dpi_w = 0, dpi_h = 0;
    SDL_DisplayMode mode;
    int display = SDL_GetWindowDisplayIndex(window);
    if (display < 0 || SDL_GetDisplayDPI(display, NULL, &dpi_w, &dpi_h) != 0 ||
        SDL_GetDesktopDisplayMode(display, &mode) != 0 || dpi_w <= 0 || dpi_h <= 0)
        return;
    double w = mode.w / (double)dpi_w * 25.4, h = mode.h / (double)dpi_h * 25.4;
    int own_w, own_h;
    SDL_GetWindowSize(window, &own_w, &own_h);
    if (w > GLASS_W && h > GLASS_H) {
        *w_mm = w * own_w / mode.w;
        *h_mm = h * own_h / mode.h;
    }
}

// Reads the window's size again; true when it has changed.
static bool measure(struct window *window)
{
    struct glass *glass = &window->glass;
    const SDL_Surface *surface = SDL_GetWindowSurface(window->window);
    int w = glass->w, h = glass->h;
    if (surface != NULL) {
        glass->w = surface->w;
        glass->h = surface->h;
    }
    glass_measure(glass);
    return w != glass->w || h != glass->h;
}

// ---- events -------------------------------------------------------------------------------------

static void point_at(const struct window *window, struct event *event, double x_px, double y_px)
{
    event->x = x_px / window->glass.scale;
    event->y = y_px / window->glass.scale;
}

static bool from_finger(const struct window *window, const SDL_TouchFingerEvent *finger,
                        struct event *event)
{
    event->type = finger->type == SDL_FINGERDOWN ? EVENT_DOWN
                  : finger->type == SDL_FINGERUP ? EVENT_UP
                                                 : EVENT_MOVE;
    // Never the mouse's id; two touch devices may count alike.
    event->finger = (finger->fingerId & INT64_C(0xFFFFFFFF)) ^ ((finger->touchId & 0xFFFF) << 32);
    point_at(window, event, (double)finger->x * window->glass.w, (double)finger->y * window->glass.h);
    return event->finger != FINGER_MOUSE;
}

static bool from_mouse(struct window *window, const SDL_Event *sdl, struct event *event)
{
    event->finger = FINGER_MOUSE;
    if (sdl->type == SDL_MOUSEMOTION) {
        event->type = EVENT_MOVE;
        point_at(window, event, sdl->motion.x, sdl->motion.y);
        return window->mouse_down && sdl->motion.which != SDL_TOUCH_MOUSEID;
    }
    if (sdl->button.which == SDL_TOUCH_MOUSEID || sdl->button.button != SDL_BUTTON_LEFT)
        return false;
    window->mouse_down = sdl->type == SDL_MOUSEBUTTONDOWN;
    event->type = window->mouse_down ? EVENT_DOWN : EVENT_UP;
    point_at(window, event, sdl->button.x, sdl->button.y);
    return true;
}

static bool from_key(const SDL_KeyboardEvent *key, struct event *event)
{
    static const struct {
        SDL_Keycode code;
        bool ctrl;
        enum event_key key;
    } keys[] = {
        {SDLK_BACKSPACE, false, KEY_BACKSPACE},
        {SDLK_DELETE, false, KEY_DELETE},
        {SDLK_LEFT, false, KEY_LEFT},
        {SDLK_RIGHT, false, KEY_RIGHT},
        {SDLK_UP, false, KEY_UP},
        {SDLK_DOWN, false, KEY_DOWN},
        {SDLK_HOME, false, KEY_HOME},
        {SDLK_END, false, KEY_END},
        {SDLK_RETURN, false, KEY_ENTER},
        {SDLK_KP_ENTER, false, KEY_ENTER},
        {SDLK_ESCAPE, false, KEY_ESCAPE},
        {SDLK_TAB, false, KEY_TAB},
        {SDLK_z, true, KEY_UNDO},
        {SDLK_y, true, KEY_REDO},
        {SDLK_a, true, KEY_SELECT_ALL},
        {SDLK_c, true, KEY_COPY},
        {SDLK_x, true, KEY_CUT},
    };
    bool ctrl = (key->keysym.mod & (KMOD_CTRL | KMOD_GUI)) != 0;
    event->type = EVENT_KEY;
    event->mods = (ctrl ? MOD_CTRL : 0) | ((key->keysym.mod & KMOD_SHIFT) != 0 ? MOD_SHIFT : 0);
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (keys[i].code != key->keysym.sym || (keys[i].ctrl && !ctrl))
            continue;
        event->key = keys[i].key;
        if (event->key == KEY_UNDO && (event->mods & MOD_SHIFT) != 0)
            event->key = KEY_REDO;
        return true;
    }
    return false;
}

static void step_text(struct window *window, struct event *event, const char *text)
{
    if (!g_utf8_validate(text, -1, NULL))
        return;
    while (*text != '\0') {
        text = event_take_text(event, text);
        app_step(window->app, event);
    }
}

static void step_window(struct window *window, const SDL_WindowEvent *sdl, struct event *event)
{
    switch (sdl->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        if (measure(window)) {
            event->type = EVENT_RESIZE;
            event->x = window->glass.w / window->glass.scale;
            event->y = window->glass.h / window->glass.scale;
            app_step(window->app, event);
        }
        window->shown = NULL;
        break;
    case SDL_WINDOWEVENT_EXPOSED:
        window->exposed = true;
        window->shown = NULL;
        break;
    case SDL_WINDOWEVENT_LEAVE:
    case SDL_WINDOWEVENT_FOCUS_LOST:
        if (window->mouse_down && sdl->event == SDL_WINDOWEVENT_FOCUS_LOST) {
            window->mouse_down = false;
            event->type = EVENT_CANCEL;
            event->finger = FINGER_MOUSE;
            app_step(window->app, event);
        }
        break;
    default:
        break;
    }
}

static void step(struct window *window, const SDL_Event *sdl)
{
    struct event event = {.time_ms = (int64_t)SDL_GetTicks64()};
    switch (sdl->type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        if (from_finger(window, &sdl->tfinger, &event))
            app_step(window->app, &event);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
    case SDL_MOUSEMOTION:
        if (from_mouse(window, sdl, &event))
            app_step(window->app, &event);
        break;
    case SDL_MOUSEWHEEL:
        event.type = EVENT_WHEEL;
        event.dy = (double)sdl->wheel.preciseY * WHEEL_MM;
        app_step(window->app, &event);
        break;
    case SDL_TEXTEDITING:
        event.type = EVENT_COMPOSE;
        g_utf8_strncpy(event.text, sdl->edit.text, 15); // at most 4 bytes each
        app_step(window->app, &event);
        break;
    case SDL_TEXTINPUT:
        step_text(window, &event, sdl->text.text);
        break;
    case SDL_KEYDOWN:
        if (sdl->key.keysym.sym == SDLK_v && (sdl->key.keysym.mod & KMOD_CTRL) != 0 &&
            app_has_copied(window->app)) { // what one seat copies no other one pastes
            event.type = EVENT_KEY;
            event.key = KEY_PASTE;
            app_step(window->app, &event);
        } else if (sdl->key.keysym.sym == SDLK_v && (sdl->key.keysym.mod & KMOD_CTRL) != 0) {
            char *text = SDL_GetClipboardText();
            step_text(window, &event, text);
            SDL_free(text);
        } else if (from_key(&sdl->key, &event)) {
            app_step(window->app, &event);
        }
        break;
    case SDL_WINDOWEVENT:
        step_window(window, &sdl->window, &event);
        break;
    case SDL_QUIT:
        event.type = EVENT_QUIT;
        app_step(window->app, &event);
        break;
    default:
        break;
    }
}

// ---- pixels -------------------------------------------------------------------------------------

static SDL_Rect pixels_of(const struct window *window, struct box box)
{
    struct glass_pixels pixels = glass_pixels_of(&window->glass, box);
    return (SDL_Rect){pixels.x, pixels.y, pixels.w, pixels.h};
}

// A reader sees a whole scene. Where it cannot be written once, it is not tried again.
static void dump(struct window *window, const struct scene *scene)
{
    char *json = scene_dump(scene, window->glass.scale, true);
    if (!file_refresh(window->dump_path, json, strlen(json), window->err))
        window->dump_path = NULL;
    g_free(json);
}

static void show(struct window *window)
{
    const struct scene *scene = app_scene(window->app);
    SDL_Surface *surface = SDL_GetWindowSurface(window->window);
    if (scene == window->shown || surface == NULL)
        return;
    struct box boxes[DAMAGE_MOST] = {{0, 0, scene->w, scene->h}};
    size_t n = 1;
    if (window->shown != NULL && window->shown->w == scene->w && window->shown->h == scene->h)
        n = scene_damage(window->shown, scene, boxes, DAMAGE_MOST);
    SDL_Rect rects[DAMAGE_MOST];
    int rects_n = 0;
    struct box damage[DAMAGE_MOST];
    for (size_t i = 0; i < n; i++) {
        struct glass_pixels pixels = glass_pixels_of(&window->glass, boxes[i]);
        if (pixels.w <= 0 || pixels.h <= 0)
            continue;
        // Whole pixels, so that no edge of the damage is painted half.
        damage[rects_n] = glass_box_of(&window->glass, pixels);
        rects[rects_n++] = (SDL_Rect){pixels.x, pixels.y, pixels.w, pixels.h};
    }
    if (rects_n > 0) {
        if (SDL_MUSTLOCK(surface))
            SDL_LockSurface(surface);
        paint_pixels_kept(surface->pixels, surface->w, surface->h, surface->pitch, window->glass.scale,
                          scene, damage, (size_t)rects_n, COLOUR_WALL, window->kept);
        if (SDL_MUSTLOCK(surface))
            SDL_UnlockSurface(surface);
        SDL_UpdateWindowSurfaceRects(window->window, rects, rects_n);
    }
    struct box caret;
    if (app_caret(window->app, &caret)) { // where an input method shows its choices
        SDL_Rect rect = pixels_of(window, caret);
        SDL_SetTextInputRect(&rect);
    }
    window->shown = scene;
    uint64_t hash = scene_hash(scene);
    if (window->dump_path != NULL && hash != window->shown_hash)
        dump(window, scene);
    window->shown_hash = hash;
}

// The size that people set for this display counts at once.
static void follow_settings(struct window *window)
{
    double w, h;
    int lettering;
    app_display(window->app, &w, &h, &lettering);
    if (w == window->set_w && h == window->set_h && lettering == window->glass.lettering)
        return;
    if (w != window->set_w || h != window->set_h) {
        window->glass.told_w = window->set_w = w;
        window->glass.told_h = window->set_h = h;
    }
    window->glass.lettering = lettering;
    (void)measure(window);
    struct event event = {.type = EVENT_RESIZE,
                          .time_ms = (int64_t)SDL_GetTicks64(),
                          .x = window->glass.w / window->glass.scale,
                          .y = window->glass.h / window->glass.scale};
    app_step(window->app, &event);
    window->shown = NULL;
}

// Sleeps until something happens; then takes all that has happened before painting once. What is
// not on the display yet is neither painted nor dumped: nobody could touch it.
static void run(struct window *window)
{
    window->patience = SDL_GetTicks64() + EXPOSED_MS;
    while (!app_wants_quit(window->app)) {
        window->exposed = window->exposed || SDL_GetTicks64() >= window->patience;
        if (window->exposed)
            show(window);
        SDL_Event sdl;
        const Uint64 began = SDL_GetTicks64();
        const int wanted = app_next_tick(window->app, (int64_t)began);
        int wait = window->exposed ? wanted : EXPOSED_MS;
        bool came = SDL_WaitEventTimeout(&sdl, wait < 0 ? ASLEEP_MS : MIN(wait, ASLEEP_MS)) == 1;
        while (came) {
            step(window, &sdl);
            came = SDL_PollEvent(&sdl) == 1;
        }
        follow_settings(window);
        const Uint64 now = SDL_GetTicks64();
        if ((wanted >= 0 && now >= began + (Uint64)wanted) ||
            app_next_tick(window->app, (int64_t)now) == 0) {
            struct event tick = {.type = EVENT_TICK, .time_ms = (int64_t)now};
            app_step(window->app, &tick);
        }
    }
}

// ---- the outside --------------------------------------------------------------------------------

static bool open_path(void *context, const char *path)
{
    (void)context;
    char *url = g_filename_to_uri(path, NULL, NULL);
    bool opened = url != NULL && SDL_OpenURL(url) == 0;
    g_free(url);
    return opened;
}

// Without a loudspeaker the gong is seen only.
static void play(void *context, enum sound sound, double volume)
{
    struct window *window = context;
    (void)sound; // there is one
    if (window->mute)
        return;
    if (window->audio == 0) {
        const SDL_AudioSpec wanted = {
            .freq = GONG_RATE, .format = AUDIO_S16SYS, .channels = 1, .samples = 4096};
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) == 0)
            window->audio = SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0);
        window->mute = window->audio == 0;
        if (window->mute)
            return;
        SDL_PauseAudioDevice(window->audio, 0);
    }
    size_t size = (size_t)GONG_RATE * GONG_SECONDS * sizeof(int16_t);
    int16_t *samples = g_malloc(size);
    gong_fill(samples, volume);
    SDL_ClearQueuedAudio(window->audio);
    SDL_QueueAudio(window->audio, samples, (Uint32)size);
    g_free(samples);
}

static bool open_projector(void *context, const char *path)
{
    struct window *window = context;
    return SDL_GetNumVideoDisplays() > 1 && projector_start(&window->projector, path);
}

static bool open_window(struct window *window, const struct app_window_options *asked,
                        bool projector, struct err *err)
{
    // Fingers are fingers and the mouse is a mouse; X11 loses finger-ups while it captures.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_AUTO_CAPTURE, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return err_set(
            err, ERR_MISSING,
            N_("The window cannot be opened: %s. Start it on a display, or use a command."),
            SDL_GetError());
    int w = asked->w_px, h = asked->h_px;
    SDL_DisplayMode mode;
    if ((w <= 0 || h <= 0) && SDL_GetDesktopDisplayMode(0, &mode) == 0) {
        w = mode.w;
        h = mode.h;
    }
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    if (asked->fullscreen)
        flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    // The projector hangs at the second display, if there is one.
    bool second = projector && SDL_GetNumVideoDisplays() > 1;
    int at = second ? (int)SDL_WINDOWPOS_UNDEFINED_DISPLAY(1) : (int)SDL_WINDOWPOS_UNDEFINED;
    if (second)
        flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    window->window = SDL_CreateWindow("Erntebild", at, at, w, h, flags);
    if (window->window == NULL || SDL_GetWindowSurface(window->window) == NULL)
        return err_set(
            err, ERR_MISSING,
            N_("The window cannot be opened: %s. Start it on a display, or use a command."),
            SDL_GetError());
    SDL_SetWindowMinimumSize(window->window, 640, 400);
    SDL_StartTextInput();
    return true;
}

static void close_window(struct window *window)
{
    app_free(window->app);
    kept_free(window->kept);
    projector_end(&window->projector);
    if (window->audio != 0)
        SDL_CloseAudioDevice(window->audio);
    if (window->window != NULL)
        SDL_DestroyWindow(window->window);
    SDL_Quit();
}

int app_run(struct app_options options, struct app_window_options asked, struct err *err)
{
    if (asked.dump_scene != NULL && !file_may_replace(asked.dump_scene, err))
        return 1;
    struct settings settings = settings_load();
    struct window window = {
        .glass = {.told_w = asked.w_mm > 0 ? asked.w_mm : settings.glass_w,
                  .told_h = asked.h_mm > 0 ? asked.h_mm : settings.glass_h,
                  .lettering = settings.lettering},
        .set_w = settings.glass_w,
        .set_h = settings.glass_h,
        .dump_path = asked.dump_scene,
        .err = err,
    };
    if (!open_window(&window, &asked, options.projector, err)) {
        close_window(&window);
        return 1;
    }
    if (window.glass.told_w <= 0)
        ask_display(window.window, &window.glass.told_w, &window.glass.told_h);
    measure(&window);
    options.w_mm = window.glass.w / window.glass.scale;
    options.h_mm = window.glass.h / window.glass.scale;
    options.px_per_mm = window.glass.scale;
    if (options.open_path == NULL) {
        options.open_path = open_path;
        options.open_projector = open_projector;
        options.open_context = &window;
    }
    options.play = options.projector ? NULL : play;
    options.play_context = &window;
    window.app = app_new(&options, err);
    window.kept = kept_new();
    if (window.app != NULL)
        run(&window);
    int status = window.app != NULL && err->code == ERR_NONE ? 0 : 1;
    close_window(&window);
    return status;
}

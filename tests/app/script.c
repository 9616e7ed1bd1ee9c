// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "script.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "draw/scene.h"
#include "store/import.h"

const char script_workshop[] = "# Mini-Werkstatt\n"
                               "Datum: 2026-01-02\n"
                               "Ort: Magdeburg\n"
                               "## Sprache\n"
                               "Frage: Wie lernen alle schnell Deutsch?\n"
                               "- Sprachcafé in jedem Stadtteil (2)\n"
                               "- [ar] دورات لغة للأمهات (1)\n"
                               "## Wohnen\n"
                               "- Wohnpaten helfen beim Einzug\n";

static void must(bool done, const struct err *err)
{
    if (!done)
        fail_msg("%s", err->text);
}

// What an earlier script's people chose. The directory is that of the first one: glib asks once.
static void forget_settings(void)
{
    char *folder = g_build_filename(g_get_user_config_dir(), "erntebild", NULL);
    char *file = g_build_filename(folder, "settings.ini", NULL);
    g_remove(file);
    g_rmdir(folder);
    g_free(file);
    g_free(folder);
}

struct script script_new(const char *workshop)
{
    struct err err = {0};
    struct script script = {.now = 1000, .lang = "de", .w_mm = 1210, .h_mm = 680.6};
    script.here = g_new0(struct script *, 1);
    script.folder = g_dir_make_tmp("erntebild-XXXXXX", NULL);
    assert_non_null(script.folder);
    script.file = g_build_filename(script.folder, "netz.erntebild", NULL);
    script.exports = g_build_filename(script.folder, "bilder", NULL);
    g_setenv("XDG_CONFIG_HOME", script.folder, TRUE);
    forget_settings();
    struct store *store = store_open(script.file, STORE_MAKE, world_real(), &err);
    must(store != NULL, &err);
    if (workshop != NULL) {
        struct import_result result;
        must(store_import_text(store, "werkstatt.md", workshop, strlen(workshop), &result, &err),
             &err);
    }
    store_close(store);
    return script;
}

static void remove_folder(const char *path)
{
    GDir *dir = g_dir_open(path, 0, NULL);
    for (const char *name = dir != NULL ? g_dir_read_name(dir) : NULL; name != NULL;
         name = g_dir_read_name(dir)) {
        char *inner = g_build_filename(path, name, NULL);
        if (g_file_test(inner, G_FILE_TEST_IS_DIR))
            remove_folder(inner);
        else
            g_remove(inner);
        g_free(inner);
    }
    if (dir != NULL)
        g_dir_close(dir);
    g_rmdir(path);
}

void script_free(struct script *script)
{
    script_close(script);
    remove_folder(script->folder);
    forget_settings();
    g_rmdir(g_get_user_config_dir()); // when settings have made it again
    g_free(script->folder);
    g_free(script->file);
    g_free(script->exports);
    g_free(script->opened);
    g_free(script->here);
}

static bool open_path(void *context, const char *path)
{
    struct script *script = *(struct script **)context;
    g_free(script->opened);
    script->opened = g_strdup(path);
    return true;
}

static void play(void *context, enum sound sound, double volume)
{
    struct script *script = *(struct script **)context;
    script->gongs += sound == SOUND_GONG;
    script->volume = volume;
}

static int64_t wall_clock(void *context)
{
    const struct script *script = *(struct script **)context;
    struct world real = world_real();
    return script->wall != 0 ? script->wall + script->now : real.now_ms(real.context);
}

static uint64_t random_bits(void *context)
{
    struct world real = world_real();
    (void)context;
    return real.random(real.context);
}

// The app, which finds the script where it stands now.
static struct app *app_of(struct script *script)
{
    *script->here = script;
    return script->app;
}

void script_open(struct script *script)
{
    struct err err = {0};
    *script->here = script;
    const struct app_options options = {
        .file = script->file,
        .w_mm = script->w_mm,
        .h_mm = script->h_mm,
        .px_per_mm = 1.5868,
        .seats = script->seats,
        .today = script->today,
        .lang = script->lang,
        .export_dir = script->exports,
        .world = {.now_ms = wall_clock, .random = random_bits, .context = script->here},
        .play = play,
        .play_context = script->here,
        .open_path = open_path,
        .open_context = script->here,
    };
    script->app = app_new(&options, &err);
    must(script->app != NULL, &err);
}

void script_close(struct script *script)
{
    app_free(app_of(script));
    script->app = NULL;
}

void script_open_table(struct script *script)
{
    script_open(script);
    if (strcmp(app_screen_name(script->app), "hall") == 0)
        script_tap(script, "table:1");
    assert_string_equal(app_screen_name(script->app), "table");
}

void script_open_log(struct script *script, const char *today)
{
    script->today = today;
    script_open(script);
    script_tap(script, "log");
    assert_string_equal(app_screen_name(script->app), "log");
}

// ---- looking ------------------------------------------------------------------------------------

bool script_sees(struct script *script, const char *name)
{
    struct box box;
    return scene_find(app_scene(app_of(script)), name, &box);
}

struct search {
    const char *text;
    bool found;
};

static void compare(void *context, const struct scene_mark *mark, struct box box)
{
    struct search *search = context;
    (void)box;
    if (mark->text != NULL && strcmp(mark->text, search->text) == 0)
        search->found = true;
}

bool script_says(struct script *script, const char *text)
{
    struct search search = {.text = text};
    scene_each_mark(app_scene(app_of(script)), compare, &search);
    return search.found;
}

bool script_draws(struct script *script, const char *line)
{
    const struct scene *scene = app_scene(script->app);
    for (size_t i = 0; i < scene->items_n; i++) {
        if (scene->items[i].type == SCENE_TEXT && strcmp(scene->items[i].text.run->text, line) == 0)
            return true;
    }
    return false;
}

struct first {
    const char *prefix, *name;
};

static void begin_with(void *context, const struct scene_mark *mark, struct box box)
{
    struct first *first = context;
    (void)box;
    if (first->name == NULL && mark->hit != NULL && g_str_has_prefix(mark->hit, first->prefix))
        first->name = mark->hit;
}

const char *script_first(struct script *script, const char *prefix)
{
    struct first first = {.prefix = prefix};
    scene_each_mark(app_scene(app_of(script)), begin_with, &first);
    if (first.name == NULL)
        fail_msg("%s...: not on the screen %s", prefix, app_screen_name(app_of(script)));
    return first.name;
}

struct point script_find(struct script *script, const char *name)
{
    struct box box;
    if (!scene_find(app_scene(app_of(script)), name, &box))
        fail_msg("%s: not on the screen %s", name, app_screen_name(app_of(script)));
    return (struct point){box.x + box.w / 2, box.y + box.h / 2};
}

// ---- touching -----------------------------------------------------------------------------------

void script_event(struct script *script, enum event_type type, int64_t finger, double x, double y)
{
    script->now += 15;
    struct event event = {.type = type, .time_ms = script->now, .finger = finger, .x = x, .y = y};
    app_step(app_of(script), &event);
    app_scene(app_of(script)); // what can be drawn at any moment
}

void script_down(struct script *script, int64_t finger, const char *name)
{
    struct point at = script_find(script, name);
    script_event(script, EVENT_DOWN, finger, at.x, at.y);
}

void script_up(struct script *script, int64_t finger, const char *name)
{
    struct point at = script_find(script, name);
    script_event(script, EVENT_UP, finger, at.x, at.y);
}

void script_tap(struct script *script, const char *name)
{
    struct point at = script_find(script, name);
    script_event(script, EVENT_DOWN, FINGER_MOUSE, at.x, at.y);
    script_event(script, EVENT_UP, FINGER_MOUSE, at.x, at.y);
}

void script_type(struct script *script, int seat, const char *text)
{
    char name[64];
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar character = g_utf8_get_char(c), small = g_unichar_tolower(character);
        char key[8] = "";
        key[g_unichar_to_utf8(small, key)] = '\0';
        if (small != character) {
            g_snprintf(name, sizeof name, "key:seat%d:shift", seat);
            script_tap(script, name);
        }
        g_snprintf(name, sizeof name, "key:seat%d:%s", seat, character == ' ' ? "space" : key);
        script_tap(script, name);
    }
}

void script_text(struct script *script, const char *text)
{
    struct event event = {.type = EVENT_TEXT, .time_ms = script->now += 15};
    g_strlcpy(event.text, text, sizeof event.text);
    app_step(app_of(script), &event);
}

void script_key(struct script *script, enum event_key key)
{
    struct event event = {.type = EVENT_KEY, .time_ms = script->now += 15, .key = key};
    app_step(app_of(script), &event);
}

void script_wait(struct script *script, int ms)
{
    int64_t end = script->now + ms;
    for (;;) {
        int wait = app_next_tick(app_of(script), script->now);
        if (wait < 0 || script->now + wait > end)
            break;
        script->now += wait > 0 ? wait : 1;
        struct event event = {.type = EVENT_TICK, .time_ms = script->now};
        app_step(app_of(script), &event);
        app_scene(app_of(script));
    }
    script->now = end;
}

void script_sit(struct script *script)
{
    char name[32];
    for (int seat = 1; seat <= 6; seat++) {
        g_snprintf(name, sizeof name, "hello-ground:seat%d", seat);
        if (!script_sees(script, name))
            continue;
        g_snprintf(name, sizeof name, "new-card:seat%d", seat);
        script_tap(script, name);
        g_snprintf(name, sizeof name, "cancel:seat%d", seat);
        script_tap(script, name);
    }
}

// ---- reading the file ---------------------------------------------------------------------------

// A reader's cards in `arena`, of the newest workshop.
static struct card *read_cards(struct script *script, struct arena *arena, enum card_filter filter,
                               size_t *n)
{
    struct err err = {0};
    struct store *store = store_open(script->file, STORE_READ, world_real(), &err);
    must(store != NULL, &err);
    struct card *cards =
        store_cards(store, arena, store_find_workshop(store, NULL), 0, filter, n, &err);
    must(err.code == ERR_NONE, &err);
    store_close(store);
    return cards;
}

size_t script_cards(struct script *script, enum card_filter filter)
{
    size_t n;
    struct arena *arena = arena_new();
    read_cards(script, arena, filter, &n);
    arena_free(arena);
    return n;
}

bool script_card(struct script *script, const char *text, struct card *card)
{
    static struct arena *arena;
    size_t n;
    arena_free(arena);
    arena = arena_new();
    struct card *cards = read_cards(script, arena, CARDS_ALL_LIVE, &n);
    for (size_t i = 0; i < n; i++) {
        if (strcmp(cards[i].text, text) == 0) {
            *card = cards[i];
            return true;
        }
    }
    return false;
}

const char *script_card_name(struct script *script, const char *prefix, const char *text)
{
    static char names[4][40];
    static int next;
    char *name = names[next++ % 4];
    struct card card;
    if (!script_card(script, text, &card))
        fail_msg("no card says %s", text);
    g_snprintf(name, sizeof names[0], "%s:%" G_GINT64_FORMAT, prefix, card.id);
    return name;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "glass.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib/gstdio.h>
#include <json-c/json.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/import.h"
#include "store/store.h"

static const char workshop[] = "# Mini-Werkstatt\n"
                               "## Sprache\n"
                               "- Sprachcafé in jedem Stadtteil (2)\n"
                               "## Wohnen\n";

// ---- the program --------------------------------------------------------------------------------

void glass_run(struct glass *glass)
{
    GStrvBuilder *builder = g_strv_builder_new();
    g_strv_builder_add_many(builder, g_getenv("ERNTEBILD"), "app", glass->file, "--size",
                            "1920x1080", "--display-mm", "1210x680.6", "--language", "de",
                            "--dump-scene", glass->dump, glass->projector ? "--projector" : NULL,
                            NULL);
    char **arguments = g_strv_builder_end(builder);
    g_strv_builder_unref(builder);
    char **environment = g_get_environ();
    environment = g_environ_setenv(environment, "DISPLAY", glass->display.name, TRUE);
    environment = g_environ_setenv(environment, "SDL_VIDEODRIVER", "x11", TRUE);
    environment = g_environ_setenv(environment, "XDG_CONFIG_HOME", glass->folder, TRUE);
    environment = g_environ_unsetenv(environment, "WAYLAND_DISPLAY");
    GError *error = NULL;
    g_remove(glass->dump);
    if (!g_spawn_async(NULL, arguments, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                       &glass->app, &error))
        fail_msg("%s", error->message);
    g_strfreev(environment);
    g_strfreev(arguments);
}

int glass_end(struct glass *glass, int with)
{
    int status = 0;
    if (glass->app > 0) {
        kill(glass->app, with);
        waitpid(glass->app, &status, 0);
    }
    glass->app = 0;
    return status;
}

// What the program remembers about the display would be there for the next test, too.
static void forget_settings(const struct glass *glass)
{
    char *folder = g_build_filename(glass->folder, "erntebild", NULL);
    char *file = g_build_filename(folder, "settings.ini", NULL);
    g_remove(file);
    g_rmdir(folder);
    g_free(file);
    g_free(folder);
}

// ---- its screen ---------------------------------------------------------------------------------

// Whether the present screen has something with this hit name or text, and its middle in pixels.
bool glass_look(const struct glass *glass, const char *member, const char *value, double *x,
                 double *y)
{
    bool found = false;
    struct json_object *all = json_object_from_file(glass->dump), *items, *entry, *box;
    if (all != NULL && json_object_object_get_ex(all, "items", &items)) {
        for (size_t i = 0; i < json_object_array_length(items); i++) {
            struct json_object *item = json_object_array_get_idx(items, i);
            if (!json_object_object_get_ex(item, member, &entry) ||
                strcmp(json_object_get_string(entry), value) != 0 ||
                !json_object_object_get_ex(item, "box", &box))
                continue;
            double b[4];
            for (size_t k = 0; k < 4; k++)
                b[k] = json_object_get_double(json_object_array_get_idx(box, k));
            *x = b[0] + b[2] / 2;
            *y = b[1] + b[3] / 2;
            found = true;
        }
    }
    json_object_put(all);
    return found;
}

void glass_wait_for(const struct glass *glass, const char *member, const char *value, double *x,
                     double *y)
{
    for (int waited = 0; waited < PATIENCE_MS; waited += 10) {
        if (glass_look(glass, member, value, x, y))
            return;
        g_usleep(10000);
    }
    fail_msg("%s \"%s\" does not come", member, value);
}

void glass_wait_for_text(const struct glass *glass, const char *text)
{
    double x, y;
    glass_wait_for(glass, "text", text, &x, &y);
}

void glass_touch(struct glass *glass, uint32_t finger, enum finger_act act, const char *name)
{
    double x, y;
    glass_wait_for(glass, "hit", name, &x, &y);
    display_touch(&glass->display, finger, act, x, y);
}

void glass_tap(struct glass *glass, uint32_t finger, const char *name)
{
    glass_touch(glass, finger, FINGER_DOWN, name);
    glass_touch(glass, finger, FINGER_UP, name);
}

// ---- the file -----------------------------------------------------------------------------------

bool glass_has_card(const struct glass *glass, const char *text)
{
    struct err err = {0};
    struct arena *arena = arena_new();
    struct store *store = store_open(glass->file, STORE_READ, world_real(), &err);
    size_t n = 0;
    const struct card *cards = store == NULL
                                   ? NULL
                                   : store_cards(store, arena, store_find_workshop(store, NULL), 0,
                                                 CARDS_ALL_LIVE, &n, &err);
    bool found = false;
    for (size_t i = 0; i < n; i++)
        found = found || strcmp(cards[i].text, text) == 0;
    store_close(store);
    arena_free(arena);
    return found;
}

// ---- the table it stands on ---------------------------------------------------------------------

int glass_set_up(void **state)
{
    struct glass *glass = g_new0(struct glass, 1);
    struct err err = {0};
    struct import_result result;
    glass->folder = g_dir_make_tmp("erntebild-XXXXXX", NULL);
    glass->file = g_build_filename(glass->folder, "netz.erntebild", NULL);
    glass->dump = g_build_filename(glass->folder, "scene.json", NULL);
    glass->there = display_open(&glass->display, glass->folder);
    if (!glass->there)
        printf("# no X server with the dummy screen and inputtest: install xserver-xorg-core and "
               "xserver-xorg-video-dummy\n");
    struct store *store = store_open(glass->file, STORE_MAKE, world_real(), &err);
    if (store == NULL ||
        !store_import_text(store, "werkstatt.md", workshop, strlen(workshop), &result, &err))
        return 1;
    store_close(store);
    *state = glass;
    return 0;
}

int glass_tear_down(void **state)
{
    struct glass *glass = *state;
    glass_end(glass, SIGKILL);
    forget_settings(glass);
    display_close(&glass->display);
    GDir *dir = g_dir_open(glass->folder, 0, NULL);
    for (const char *name = dir != NULL ? g_dir_read_name(dir) : NULL; name != NULL;
         name = g_dir_read_name(dir)) {
        char *path = g_build_filename(glass->folder, name, NULL);
        g_remove(path);
        g_free(path);
    }
    if (dir != NULL)
        g_dir_close(dir);
    g_rmdir(glass->folder);
    g_free(glass->folder);
    g_free(glass->file);
    g_free(glass->dump);
    g_free(glass);
    return 0;
}

// A test that failed must not leave its window to the next one.
int glass_end_app(void **state)
{
    glass_end(*state, SIGKILL);
    forget_settings(*state);
    return 0;
}

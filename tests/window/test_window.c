// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real program in a real window on a touch display that is not there: fingers write cards, and
// what they meant is in the file.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <glib/gstdio.h>
#include <json-c/json.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "display.h"
#include "store/import.h"
#include "store/store.h"

#define PATIENCE_MS 8000

static const char workshop[] = "# Mini-Werkstatt\n"
                               "## Sprache\n"
                               "- Sprachcafé in jedem Stadtteil (2)\n"
                               "## Wohnen\n";

struct glass {
    char *folder, *file, *dump;
    struct display display;
    bool there; // a display could be opened
    GPid app;   // 0: not running
};

// ---- the program --------------------------------------------------------------------------------

static void run(struct glass *glass)
{
    GStrvBuilder *builder = g_strv_builder_new();
    g_strv_builder_add_many(builder, g_getenv("ERNTEBILD"), "app", glass->file, "--size",
                            "1920x1080", "--display-mm", "1210x680.6", "--language", "de",
                            "--dump-scene", glass->dump, NULL);
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

static int end(struct glass *glass, int with)
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
static bool look(const struct glass *glass, const char *member, const char *value, double *x,
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

static void wait_for(const struct glass *glass, const char *member, const char *value, double *x,
                     double *y)
{
    for (int waited = 0; waited < PATIENCE_MS; waited += 10) {
        if (look(glass, member, value, x, y))
            return;
        g_usleep(10000);
    }
    fail_msg("%s \"%s\" does not come", member, value);
}

static void wait_for_text(const struct glass *glass, const char *text)
{
    double x, y;
    wait_for(glass, "text", text, &x, &y);
}

static void touch(struct glass *glass, uint32_t finger, enum finger_act act, const char *name)
{
    double x, y;
    wait_for(glass, "hit", name, &x, &y);
    display_touch(&glass->display, finger, act, x, y);
}

static void tap(struct glass *glass, uint32_t finger, const char *name)
{
    touch(glass, finger, FINGER_DOWN, name);
    touch(glass, finger, FINGER_UP, name);
}

// Two thumbs in turn, the next one down before the last is up.
static void type(struct glass *glass, const char *text)
{
    char last[32] = "";
    uint32_t finger = 1;
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c)) {
        char name[32], key[8] = "";
        key[g_unichar_to_utf8(g_utf8_get_char(c), key)] = '\0';
        g_snprintf(name, sizeof name, "key:seat1:%s", *key == ' ' ? "space" : key);
        touch(glass, finger, FINGER_DOWN, name);
        if (*last != '\0')
            touch(glass, 3 - finger, FINGER_UP, last);
        g_strlcpy(last, name, sizeof last);
        finger = 3 - finger;
    }
    if (*last != '\0')
        touch(glass, 3 - finger, FINGER_UP, last);
}

// ---- the file -----------------------------------------------------------------------------------

static bool has_card(const struct glass *glass, const char *text)
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

// ---- tests --------------------------------------------------------------------------------------

static void fingers_write_a_card(void **state)
{
    struct glass *glass = *state;
    if (!glass->there)
        skip();
    run(glass);
    tap(glass, 5, "table:1");
    tap(glass, 5, "new-card:seat1");
    type(glass, "garten für alle");
    wait_for_text(glass, "garten für alle");
    assert_false(has_card(glass, "garten für alle"));
    tap(glass, 9, "commit:seat1");
    double x, y;
    wait_for(glass, "hit", "new-card:seat1", &x, &y);
    assert_true(has_card(glass, "garten für alle"));
    assert_int_equal(end(glass, SIGTERM), 0);
}

static void many_fingers_at_once(void **state)
{
    struct glass *glass = *state;
    if (!glass->there)
        skip();
    run(glass);
    tap(glass, 5, "table:1");
    // Two hands move two cards while a third finger lies on the board.
    double x, y, board_x, board_y;
    wait_for(glass, "hit", "board:seat1", &board_x, &board_y);
    wait_for(glass, "text", "Sprachcafé in jedem Stadtteil", &x, &y);
    display_touch(&glass->display, 11, FINGER_DOWN, board_x, board_y);
    display_touch(&glass->display, 12, FINGER_DOWN, x, y);
    for (int i = 1; i <= 8; i++)
        display_touch(&glass->display, 12, FINGER_MOVE, x + 30 * i, y + 50 * i);
    display_touch(&glass->display, 12, FINGER_UP, x + 240, y + 400);
    display_touch(&glass->display, 11, FINGER_UP, board_x, board_y);
    double now_x, now_y;
    for (int waited = 0; waited < PATIENCE_MS; waited += 10) {
        wait_for(glass, "text", "Sprachcafé in jedem Stadtteil", &now_x, &now_y);
        if (now_x > x + 200 && now_y > y + 350)
            break;
        g_usleep(10000);
    }
    assert_true(now_x > x + 200 && now_y > y + 350);
    assert_int_equal(end(glass, SIGTERM), 0);
}

static void killed_in_the_middle(void **state)
{
    struct glass *glass = *state;
    if (!glass->there)
        skip();
    run(glass);
    tap(glass, 5, "table:2");
    tap(glass, 5, "new-card:seat1");
    type(glass, "halb");
    wait_for_text(glass, "halb");
    end(glass, SIGKILL);
    run(glass);
    wait_for_text(glass, "halb");
    type(glass, "e sache");
    tap(glass, 5, "commit:seat1");
    double x, y;
    wait_for(glass, "hit", "new-card:seat1", &x, &y);
    assert_true(has_card(glass, "halbe sache"));
    assert_int_equal(end(glass, SIGTERM), 0);
}

// ---- six at once --------------------------------------------------------------------------------

struct spot {
    double x, y; // px
};

// Where everything that can be touched stands now: name -> struct spot.
static GHashTable *look_all(const struct glass *glass)
{
    GHashTable *spots = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    struct json_object *all = json_object_from_file(glass->dump), *items, *hit, *box;
    if (all != NULL && json_object_object_get_ex(all, "items", &items)) {
        for (size_t i = 0; i < json_object_array_length(items); i++) {
            struct json_object *item = json_object_array_get_idx(items, i);
            if (!json_object_object_get_ex(item, "hit", &hit) ||
                !json_object_object_get_ex(item, "box", &box))
                continue;
            double b[4];
            for (size_t k = 0; k < 4; k++)
                b[k] = json_object_get_double(json_object_array_get_idx(box, k));
            struct spot *spot = g_new(struct spot, 1);
            *spot = (struct spot){b[0] + b[2] / 2, b[1] + b[3] / 2};
            g_hash_table_insert(spots, g_strdup(json_object_get_string(hit)), spot);
        }
    }
    json_object_put(all);
    return spots;
}

static const struct {
    const char *lang, *key, *text; // key: one of its keyboard
} six[] = {
    {"ti", "ሀ", "ሀገረ ለመደ ነበረ"},       {"fa", "ژ", "باغ مشترک در محله"},
    {"tr", "ğ", "bir gün işyerinde"}, {"de", "ß", "sprachkurs im süden"},
    {"ar", "ض", "مترجم متطوع"},       {"uk", "ї", "їдальня для всіх"},
};

static void choose_language(struct glass *glass, int seat, const char *lang, const char *key)
{
    char name[64], chosen[64];
    double x, y;
    g_snprintf(name, sizeof name, "key:seat%d:language", seat);
    g_snprintf(chosen, sizeof chosen, "key:seat%d:language:%s", seat, lang);
    touch(glass, 30, FINGER_DOWN, name); // held until the list of languages opens
    g_snprintf(name, sizeof name, "key:seat%d:more-languages", seat);
    wait_for(glass, "hit", name, &x, &y);
    display_touch(&glass->display, 30, FINGER_UP, x, y);
    if (!look(glass, "hit", chosen, &x, &y)) // on the second page
        tap(glass, 31, name);
    tap(glass, 31, chosen);
    g_snprintf(name, sizeof name, "key:seat%d:%s", seat, key);
    wait_for(glass, "hit", name, &x, &y);
}

static void turn_composer(struct glass *glass, int seat, int quarters)
{
    char name[64];
    g_snprintf(name, sizeof name, "turn-composer:seat%d", seat);
    for (int i = 0; i < quarters; i++) {
        double x, y, now_x, now_y;
        wait_for(glass, "hit", name, &x, &y);
        tap(glass, 32, name);
        do
            wait_for(glass, "hit", name, &now_x, &now_y);
        while (now_x == x && now_y == y);
    }
}

// Where a letter's key is. In Ge'ez only letters that are their own keys.
static const struct spot *spot_of(GHashTable *spots, int seat, const char *c)
{
    char name[64], letter[8] = "";
    letter[g_unichar_to_utf8(g_utf8_get_char(c), letter)] = '\0';
    g_snprintf(name, sizeof name, "key:seat%d:%s", seat, *letter == ' ' ? "space" : letter);
    const struct spot *spot = g_hash_table_lookup(spots, name);
    if (spot == NULL)
        fail_msg("%s is not on the screen", name);
    return spot;
}

// Six people with two thumbs each, in turn a letter: twelve fingers on the glass, each one goes
// down before the same person's other one is up, shakes, and is sometimes said to go down twice.
static void type_at_six(struct glass *glass, GHashTable *spots)
{
    const char *at[6];
    const struct spot *held[6][2] = {{NULL}};
    for (int i = 0; i < 6; i++)
        at[i] = six[i].text;
    bool more = true;
    for (int turn = 0; more; turn++) {
        more = false;
        for (int k = 0; k < 6; k++) {
            int i = (k + turn) % 6, thumb = turn % 2;
            if (*at[i] != '\0') {
                const struct spot *spot = spot_of(spots, i + 1, at[i]);
                uint32_t finger = (uint32_t)(2 * i + thumb + 1);
                display_touch(&glass->display, finger, FINGER_DOWN, spot->x, spot->y);
                if (turn % 3 == 0)
                    display_touch(&glass->display, finger, FINGER_MOVE, spot->x + 3, spot->y - 2);
                held[i][thumb] = spot;
                at[i] = g_utf8_next_char(at[i]);
                more = true;
            }
            const struct spot *other = held[i][1 - thumb];
            if (other != NULL)
                display_touch(&glass->display, (uint32_t)(2 * i + 1 - thumb + 1), FINGER_UP,
                              other->x - 2, other->y + 1);
            held[i][1 - thumb] = NULL;
            more = more || held[i][thumb] != NULL;
        }
    }
}

static void six_people_write(void **state)
{
    struct glass *glass = *state;
    if (!glass->there)
        skip();
    run(glass);
    tap(glass, 5, "seats");
    tap(glass, 5, "seats:table:6");
    for (int i = 0; i < 6; i++) {
        char name[32];
        g_snprintf(name, sizeof name, "new-card:seat%d", i + 1);
        tap(glass, 5, name);
        choose_language(glass, i + 1, six[i].lang, six[i].key);
        turn_composer(glass, i + 1, i % 4); // some sit at corners
    }
    GHashTable *spots = look_all(glass);
    type_at_six(glass, spots);
    for (int i = 0; i < 6; i++) {
        char name[32];
        double x, y;
        wait_for_text(glass, six[i].text);
        g_snprintf(name, sizeof name, "commit:seat%d", i + 1);
        tap(glass, (uint32_t)(20 + i), name);
        g_snprintf(name, sizeof name, "new-card:seat%d", i + 1);
        wait_for(glass, "hit", name, &x, &y);
    }
    for (int i = 0; i < 6; i++)
        assert_true(has_card(glass, six[i].text));
    g_hash_table_destroy(spots);
    assert_int_equal(end(glass, SIGTERM), 0);
}

// Processor time the program has used, in clock ticks.
static long used(const struct glass *glass)
{
    char *path = g_strdup_printf("/proc/%d/stat", (int)glass->app), *stat = NULL;
    long user = 0, system = 0;
    if (g_file_get_contents(path, &stat, NULL, NULL))
        sscanf(strrchr(stat, ')') + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld",
               &user, &system);
    g_free(stat);
    g_free(path);
    return user + system;
}

static void rests(void **state)
{
    struct glass *glass = *state;
    if (!glass->there)
        skip();
    run(glass);
    double x, y;
    wait_for(glass, "hit", "harvest", &x, &y);
    // The first seconds may still hold something of the start; then nothing at all.
    long spent = 1;
    for (int i = 0; i < 6 && spent > 0; i++) {
        long before = used(glass);
        g_usleep(1000000);
        spent = used(glass) - before;
    }
    assert_int_equal(spent, 0);
    assert_int_equal(end(glass, SIGTERM), 0);
}

// ---- the table it stands on ---------------------------------------------------------------------

static int set_up(void **state)
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

static int tear_down(void **state)
{
    struct glass *glass = *state;
    end(glass, SIGKILL);
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
static int end_app(void **state)
{
    end(*state, SIGKILL);
    forget_settings(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(fingers_write_a_card, end_app),
        cmocka_unit_test_teardown(many_fingers_at_once, end_app),
        cmocka_unit_test_teardown(killed_in_the_middle, end_app),
        cmocka_unit_test_teardown(six_people_write, end_app),
        cmocka_unit_test_teardown(rests, end_app),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

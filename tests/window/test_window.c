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
#include <json-c/json.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "glass.h"

// Two thumbs in turn, the next one down before the last is up.
static void type(struct glass *glass, const char *text)
{
    char last[32] = "";
    uint32_t finger = 1;
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c)) {
        char name[32], key[8] = "";
        key[g_unichar_to_utf8(g_utf8_get_char(c), key)] = '\0';
        g_snprintf(name, sizeof name, "key:seat1:%s", *key == ' ' ? "space" : key);
        glass_touch(glass, finger, FINGER_DOWN, name);
        if (*last != '\0')
            glass_touch(glass, 3 - finger, FINGER_UP, last);
        g_strlcpy(last, name, sizeof last);
        finger = 3 - finger;
    }
    if (*last != '\0')
        glass_touch(glass, 3 - finger, FINGER_UP, last);
}

// ---- tests --------------------------------------------------------------------------------------

static void fingers_write_a_card(void **state)
{
    struct glass *glass = *state;
    if (!glass->there)
        skip();
    glass_run(glass);
    glass_tap(glass, 5, "table:1");
    glass_tap(glass, 5, "new-card:seat1");
    type(glass, "garten für alle");
    glass_wait_for_text(glass, "garten für alle");
    assert_false(glass_has_card(glass, "garten für alle"));
    glass_tap(glass, 9, "commit:seat1");
    double x, y;
    glass_wait_for(glass, "hit", "new-card:seat1", &x, &y);
    assert_true(glass_has_card(glass, "garten für alle"));
    assert_int_equal(glass_end(glass, SIGTERM), 0);
}

static void many_fingers_at_once(void **state)
{
    struct glass *glass = *state;
    if (!glass->there)
        skip();
    glass_run(glass);
    glass_tap(glass, 5, "table:1");
    // Two hands move two cards while a third finger lies on the board.
    double x, y, board_x, board_y;
    glass_wait_for(glass, "hit", "board:seat1", &board_x, &board_y);
    glass_wait_for(glass, "text", "Sprachcafé in jedem Stadtteil", &x, &y);
    display_touch(&glass->display, 11, FINGER_DOWN, board_x, board_y);
    display_touch(&glass->display, 12, FINGER_DOWN, x, y);
    for (int i = 1; i <= 8; i++)
        display_touch(&glass->display, 12, FINGER_MOVE, x + 30 * i, y + 50 * i);
    display_touch(&glass->display, 12, FINGER_UP, x + 240, y + 400);
    display_touch(&glass->display, 11, FINGER_UP, board_x, board_y);
    double now_x, now_y;
    for (int waited = 0; waited < PATIENCE_MS; waited += 10) {
        glass_wait_for(glass, "text", "Sprachcafé in jedem Stadtteil", &now_x, &now_y);
        if (now_x > x + 200 && now_y > y + 350)
            break;
        g_usleep(10000);
    }
    assert_true(now_x > x + 200 && now_y > y + 350);
    assert_int_equal(glass_end(glass, SIGTERM), 0);
}

static void killed_in_the_middle(void **state)
{
    struct glass *glass = *state;
    if (!glass->there)
        skip();
    glass_run(glass);
    glass_tap(glass, 5, "table:2");
    glass_tap(glass, 5, "new-card:seat1");
    type(glass, "halb");
    glass_wait_for_text(glass, "halb");
    glass_end(glass, SIGKILL);
    glass_run(glass);
    glass_wait_for_text(glass, "halb");
    type(glass, "e sache");
    glass_tap(glass, 5, "commit:seat1");
    double x, y;
    glass_wait_for(glass, "hit", "new-card:seat1", &x, &y);
    assert_true(glass_has_card(glass, "halbe sache"));
    assert_int_equal(glass_end(glass, SIGTERM), 0);
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
    glass_touch(glass, 30, FINGER_DOWN, name); // held until the list of languages opens
    g_snprintf(name, sizeof name, "key:seat%d:more-languages", seat);
    glass_wait_for(glass, "hit", name, &x, &y);
    display_touch(&glass->display, 30, FINGER_UP, x, y);
    if (!glass_look(glass, "hit", chosen, &x, &y)) // on the second page
        glass_tap(glass, 31, name);
    glass_tap(glass, 31, chosen);
    g_snprintf(name, sizeof name, "key:seat%d:%s", seat, key);
    glass_wait_for(glass, "hit", name, &x, &y);
}

static void turn_composer(struct glass *glass, int seat, int quarters)
{
    char name[64];
    g_snprintf(name, sizeof name, "turn-composer:seat%d", seat);
    for (int i = 0; i < quarters; i++) {
        double x, y, now_x, now_y;
        glass_wait_for(glass, "hit", name, &x, &y);
        glass_tap(glass, 32, name);
        do
            glass_wait_for(glass, "hit", name, &now_x, &now_y);
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
    glass_run(glass);
    glass_tap(glass, 5, "seats");
    glass_tap(glass, 5, "seats:table:6");
    for (int i = 0; i < 6; i++) {
        char name[32];
        g_snprintf(name, sizeof name, "new-card:seat%d", i + 1);
        glass_tap(glass, 5, name);
        choose_language(glass, i + 1, six[i].lang, six[i].key);
        turn_composer(glass, i + 1, i % 4); // some sit at corners
    }
    GHashTable *spots = look_all(glass);
    type_at_six(glass, spots);
    for (int i = 0; i < 6; i++) {
        char name[32];
        double x, y;
        glass_wait_for_text(glass, six[i].text);
        g_snprintf(name, sizeof name, "commit:seat%d", i + 1);
        glass_tap(glass, (uint32_t)(20 + i), name);
        g_snprintf(name, sizeof name, "new-card:seat%d", i + 1);
        glass_wait_for(glass, "hit", name, &x, &y);
    }
    for (int i = 0; i < 6; i++)
        assert_true(glass_has_card(glass, six[i].text));
    g_hash_table_destroy(spots);
    assert_int_equal(glass_end(glass, SIGTERM), 0);
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
    glass_run(glass);
    double x, y;
    glass_wait_for(glass, "hit", "harvest", &x, &y);
    // The first seconds may still hold something of the start; then nothing at all.
    long spent = 1;
    for (int i = 0; i < 6 && spent > 0; i++) {
        long before = used(glass);
        g_usleep(1000000);
        spent = used(glass) - before;
    }
    assert_int_equal(spent, 0);
    assert_int_equal(glass_end(glass, SIGTERM), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(fingers_write_a_card, glass_end_app),
        cmocka_unit_test_teardown(many_fingers_at_once, glass_end_app),
        cmocka_unit_test_teardown(killed_in_the_middle, glass_end_app),
        cmocka_unit_test_teardown(six_people_write, glass_end_app),
        cmocka_unit_test_teardown(rests, glass_end_app),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, glass_set_up, glass_tear_down);
}

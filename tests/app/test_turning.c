// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A composer that people turn: at every number of seats round the glass, by every quarter, what is
// drawn is felt where it stands, inside its seat's zone; keys write, and a line that a person draws
// from left to right goes from left to right on the card.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "app/seat.h"
#include "app/settings.h"
#include "draw/scene.h"
#include "draw/sketch.h"
#include "script.h"

#define GLASS_W 1210.0
#define GLASS_H 680.6
#define STROKE 40.0 // mm

static const char workshop[] = "# Werkstatt\n## Arbeit\n## Garten\n## Chor\n## Rad\n## Tanz\n## Fest\n";

static void tap(struct script *script, const char *what, int seat)
{
    char name[64];
    g_snprintf(name, sizeof name, "%s:seat%d", what, seat);
    script_tap(script, name);
}

static void tap_mode(struct script *script, int seat, int mode)
{
    char name[64];
    g_snprintf(name, sizeof name, "mode:seat%d:%d", seat, mode);
    script_tap(script, name);
}

static struct script open_around(int n)
{
    struct script script = script_new(workshop);
    struct settings settings = settings_load();
    settings.still = true;
    settings.around = true;
    settings.people = n;
    settings_save(&settings);
    script_open_table(&script);
    return script;
}

// ---- felt where it is drawn ---------------------------------------------------------------------

struct check {
    const struct scene *scene;
    const struct seat *seats;
    int keys, buttons;
};

static void check_target(void *context, const struct scene_mark *mark, struct box box)
{
    static const char *const own[] = {"key:", "mode:", "turn-composer:", "commit:", "cancel:"};
    struct check *check = context;
    bool is_own = false;
    for (size_t i = 0; mark->hit != NULL && i < G_N_ELEMENTS(own); i++)
        is_own = is_own || g_str_has_prefix(mark->hit, own[i]);
    const char *at = is_own ? strstr(mark->hit, ":seat") : NULL;
    if (at == NULL)
        return;
    const struct box *zone = &check->seats[at[5] - '1'].zone;
    const char *hit = scene_hit(check->scene, (struct point){box.x + box.w / 2, box.y + box.h / 2},
                                NULL);
    if (hit == NULL || strcmp(hit, mark->hit) != 0)
        fail_msg("%s feels as %s", mark->hit, hit);
    if (!box_contains(*zone, (struct point){box.x, box.y}) ||
        !box_contains(*zone, (struct point){box.x + box.w, box.y + box.h}))
        fail_msg("%s is outside its seat", mark->hit);
    if (fmin(box.w, box.h) < 15 - 0.01)
        fail_msg("%s is %.1f x %.1f", mark->hit, box.w, box.h);
    if (box.x < 5 || box.y < 5 || box.x + box.w > GLASS_W - 5 || box.y + box.h > GLASS_H - 5)
        fail_msg("%s is too near to the edge", mark->hit);
    check->keys += g_str_has_prefix(mark->hit, "key:");
    check->buttons++;
}

static void turned_composers_feel_where_they_draw(void **state)
{
    static const int counts[] = {1, 2, 3, 4, 6};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++) {
        int n = counts[i];
        struct seat seats[SEATS_MOST];
        struct script script = open_around(n);
        seats_arrange(seats, n, true, GLASS_W, GLASS_H);
        for (int seat = 1; seat <= n; seat++)
            tap(&script, "new-card", seat);
        for (int turns = 0; turns < 4; turns++) {
            for (int mode = 2; mode >= 0; mode--) {
                for (int seat = 1; seat <= n; seat++)
                    tap_mode(&script, seat, mode);
                struct check check = {.scene = app_scene(script.app), .seats = seats};
                scene_each_mark(check.scene, check_target, &check);
                if (mode != 1 && check.keys < 40 * n)
                    fail_msg("%d seats, turned %d: %d keys", n, turns, check.keys);
                assert_true(check.buttons >= check.keys + 5 * n); // nothing is written yet
            }
            for (int seat = 1; seat <= n; seat++)
                tap(&script, "turn-composer", seat);
        }
        script_free(&script);
    }
}

// ---- written and drawn --------------------------------------------------------------------------

// Each seat's composer is turned another way; all write what they mean.
static void keys_write_whatever_the_way(void **state)
{
    static const char *const words[] = {"brot", "salz", "milch", "honig", "apfel", "nuss"};
    (void)state;
    struct script script = open_around(6);
    struct card card;
    for (int seat = 1; seat <= 6; seat++) {
        tap(&script, "new-card", seat);
        for (int i = 0; i < seat % 4; i++)
            tap(&script, "turn-composer", seat);
        script_type(&script, seat, words[seat - 1]);
    }
    for (int seat = 1; seat <= 6; seat++) {
        tap(&script, "commit", seat);
        assert_true(script_card(&script, words[seat - 1], &card));
    }
    script_free(&script);
}

// From left to right as the person sees it who sits at `degrees`.
static void pull(struct script *script, int seat, int degrees)
{
    static const struct point right[] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    char name[32];
    g_snprintf(name, sizeof name, "sheet:seat%d", seat);
    struct point at = script_find(script, name), way = right[degrees / 90];
    at.x -= way.x * STROKE / 2;
    at.y -= way.y * STROKE / 2;
    script_event(script, EVENT_DOWN, 3, at.x, at.y);
    for (int i = 1; i <= 10; i++)
        script_event(script, EVENT_MOVE, 3, at.x + way.x * STROKE * i / 10,
                     at.y + way.y * STROKE * i / 10);
    script_event(script, EVENT_UP, 3, at.x + way.x * STROKE, at.y + way.y * STROKE);
}

static void lines_go_as_the_person_draws(void **state)
{
    (void)state;
    for (int n = 1; n <= 6; n += 5) {
        for (int turns = 0; turns < 4; turns++) {
            struct script script = open_around(n);
            struct seat seats[SEATS_MOST];
            seats_arrange(seats, n, true, GLASS_W, GLASS_H);
            tap(&script, "new-card", 1);
            for (int i = 0; i < turns; i++)
                tap(&script, "turn-composer", 1);
            tap_mode(&script, 1, 1);
            pull(&script, 1, (seats[0].degrees + 90 * turns) % 360);
            tap(&script, "commit", 1);
            struct card card;
            struct sketch sketch;
            assert_true(script_card(&script, "", &card));
            sketch_init(&sketch);
            assert_true(sketch_read(&sketch, card.ink));
            assert_int_equal(sketch.n, 1);
            const struct line *line = &sketch.strokes[0].line;
            double dx = line->p[line->n - 1].x - line->p[0].x;
            double dy = line->p[line->n - 1].y - line->p[0].y;
            if (dx < 10 || fabs(dy) > 0.5)
                fail_msg("%d seats, turned %d: the line goes %.1f, %.1f", n, turns, dx, dy);
            sketch_clear(&sketch);
            script_free(&script);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turned_composers_feel_where_they_draw),
        cmocka_unit_test(keys_write_whatever_the_way),
        cmocka_unit_test(lines_go_as_the_person_draws),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("turning", tests, NULL, NULL);
}

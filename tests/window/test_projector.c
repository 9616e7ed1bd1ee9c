// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The projector in a window of its own: it lands on the second display, fills it, and follows what the
// first window does; clocks run while nobody touches anything.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "glass.h"

// Whether a window stands exactly on the second display.
static bool is_filled(const struct glass *glass)
{
    char *tree = NULL;
    char *line = g_strdup_printf("xwininfo -display %s -root -tree", glass->display.name);
    bool filled = g_spawn_command_line_sync(line, &tree, NULL, NULL, NULL) && tree != NULL &&
                  strstr(tree, "1920x1080+1920+0") != NULL;
    g_free(tree);
    g_free(line);
    return filled;
}

static void wait_until_filled(const struct glass *glass, bool filled)
{
    for (int waited = 0; waited < PATIENCE_MS; waited += 50) {
        if (is_filled(glass) == filled)
            return;
        g_usleep(50000);
    }
    fail_msg("the second display is%s filled", filled ? " not" : " still");
}

// Two displays, or the test is left out.
static bool has_two(struct glass *glass)
{
    return glass->there && (glass->display.w > DISPLAY_W || display_extend(&glass->display));
}

// The projector as the test itself starts it, to see what it shows.
static struct glass open_projector(const struct glass *glass)
{
    struct glass projector = *glass;
    projector.dump = g_build_filename(glass->folder, "projector.json", NULL);
    projector.projector = true;
    glass_run(&projector);
    return projector;
}

static void close_projector(struct glass *projector)
{
    glass_end(projector, SIGTERM);
    g_free(projector->dump);
}

// A card that was just written there, and the phase's clock.
static void follows_and_counts(void **state)
{
    struct glass *glass = *state;
    double x, y;
    if (!has_two(glass))
        skip();
    glass_run(glass);
    glass_tap(glass, 5, "lead");
    glass_tap(glass, 5, "lead:projector:table");
    glass_tap(glass, 5, "lead:close");
    struct glass projector = open_projector(glass);
    glass_wait_for_text(&projector, "Sprachcafé in jedem Stadtteil");
    glass_tap(glass, 5, "table:2");
    glass_tap(glass, 5, "new-card:seat1");
    glass_tap(glass, 5, "key:seat1:a");
    glass_tap(glass, 5, "commit:seat1");
    glass_wait_for_text(&projector, "a"); // at the table where the last card was written
    close_projector(&projector);
    glass_wait_for(glass, "hit", "tables:seat1", &x, &y);
    glass_end(glass, SIGTERM);
}

static void clocks_run_by_themselves(void **state)
{
    struct glass *glass = *state;
    if (!glass->there)
        skip();
    glass_run(glass);
    glass_tap(glass, 5, "start");
    glass_tap(glass, 5, "template:short");
    glass_tap(glass, 5, "lead");
    glass_tap(glass, 5, "lead:clock:rest");
    glass_tap(glass, 5, "lead:close");
    glass_wait_for_text(glass, "24:57"); // nothing was touched since
    struct glass projector = open_projector(glass);
    glass_wait_for_text(&projector, "24:53");
    close_projector(&projector);
    glass_end(glass, SIGTERM);
}

static void fills_the_second_display(void **state)
{
    struct glass *glass = *state;
    char *look = g_find_program_in_path("xwininfo");
    bool can_look = look != NULL;
    g_free(look);
    if (!can_look || !has_two(glass))
        skip();
    glass_run(glass);
    glass_tap(glass, 5, "lead");
    assert_false(is_filled(glass));
    glass_tap(glass, 5, "lead:projector:hall");
    wait_until_filled(glass, true);
    glass_end(glass, SIGTERM); // and goes with the app
    wait_until_filled(glass, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(follows_and_counts, glass_end_app),
        cmocka_unit_test_teardown(clocks_run_by_themselves, glass_end_app),
        cmocka_unit_test_teardown(fills_the_second_display, glass_end_app),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("projector", tests, glass_set_up, glass_tear_down);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Themes: a walk over all screens, at which every text is measured against the ground it stands on,
// in both themes.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "app/theme.h"
#include "draw/lettering.h"
#include "grounds.h"
#include "script.h"

static const char notes[] =
    "# Zukunftswerkstatt Integration\n"
    "Datum: 2016-03-14\n"
    "Gruppen: Bündnis Süd (Süd), Bündnis Nord (Nord), Jugendamt\n"
    "## Spracherwerb\n"
    "Frage: Wie lernen alle schnell Deutsch?\n"
    "- Sprachcafé: reden statt büffeln (5)\n"
    "- Lernen mit Kind\n"
    "- [ar] دورات لغة للأمهات (3)\n"
    "## Arbeit\n"
    "- Praktikum\n"
    "## Vereinbarungen\n"
    "- Jugendamt: Liste der Ansprechpartner, bis 2016-04-30\n"
    "- Bündnis Süd: Raum für das Sprachcafé finden\n";

struct walk {
    struct script script;
    const struct theme *theme;
    size_t texts; // looked at
    int faults;
};

static void look(struct walk *walk, const char *after)
{
    size_t texts;
    const struct ground worst = grounds_worst(app_scene(walk->script.app), &texts);
    walk->texts += texts;
    if (worst.contrast >= walk->theme->contrast)
        return;
    print_message("# %s, after %s: \"%s\" %08x on %08x at %.0f, %.0f: %.1f\n",
                  app_screen_name(walk->script.app), after, worst.text->text, worst.colour,
                  worst.below, worst.at.x, worst.at.y, worst.contrast);
    walk->faults++;
}

// Opens the app and taps its way: each name is the beginning of what is tapped, or a text that a
// keyboard types ("=...").
static void go(struct walk *walk, int seats, const char *const *names)
{
    walk->script.seats = seats;
    script_open(&walk->script);
    look(walk, "start");
    for (; *names != NULL; names++) {
        if (**names == '=')
            script_text(&walk->script, *names + 1);
        else
            script_tap(&walk->script, script_first(&walk->script, *names));
        look(walk, *names);
    }
    script_wait(&walk->script, 1000);
    look(walk, "a second");
    script_close(&walk->script);
}

#define GO(seats, ...) go(&walk, seats, (const char *const[]){__VA_ARGS__, NULL})

static void walk_all(bool high)
{
    struct walk walk = {.script = script_new(notes), .theme = theme_of(high)};
    script_open(&walk.script);
    if (high) {
        script_tap(&walk.script, "lead");
        script_tap(&walk.script, "lead:settings");
        script_tap(&walk.script, "contrast:high");
    }
    script_close(&walk.script);
    GO(1, "lead", "lead:freeze", "lead:freeze", "lead:code", "code:1", "code:close");
    GO(1, "lead", "lead:settings", "forget", "=Erika", "commit:", "forget:no");
    GO(1, "dots", "dots-show", "dots-room");
    GO(1, "seats", "seats:wall:1", "table:1", "hello:seat1:en", "hello:seat1:de", "new-card:",
       "cancel:");
    GO(1, "start");
    GO(1, "new-table", "=Garten", "commit:", "lead", "lead:setup");
    GO(1, "table:1", "card:", "act:more", "actions:", "new-card:", "=Haus", "mode:seat1:1",
       "mode:seat1:2", "mode:seat1:0", "commit:");
    GO(1, "table:1", "bundling:", "card:");
    GO(1, "table:1", "search:", "=Sprach");
    GO(1, "table:1", "card:", "act:away", "basket:");
    GO(1, "harvest", "export");
    GO(1, "log", "tab:agreements", "tab:meetings", "tab:offers", "tab:who", "tab:course", "search",
       "=Sprach");
    GO(1, "lead", "lead:table:", "lead:clock:gong");
    GO(6, "table:1", "new-card:seat1", "=Haus", "commit:seat1", "new-card:seat6", "hello:seat3:fr");
    GO(1, "table:1", "card:", "act:agree");
    script_free(&walk.script);
    print_message("# %zu texts\n", walk.texts);
    assert_int_equal(walk.faults, 0);
    assert_true(walk.texts > 2000);
}

static void is_readable(void **state)
{
    (void)state;
    walk_all(false);
}

static void has_high_contrast(void **state)
{
    (void)state;
    walk_all(true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_readable),
        cmocka_unit_test(has_high_contrast),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

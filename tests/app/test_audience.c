// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whom a screen is for: whatever language the participants of a display speak, facilitators' screens
// show the same words in the same places, German unless English was chosen; the seats and the
// projector speak the participants'.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/settings.h"
#include "draw/scene.h"
#include "script.h"

#define NOON INT64_C(1458910800000) // a day in March 2016

static const char *const thirds[] = {"ar", "fa", "ku", "uk", "ru", "tr", "fr", "ti"};

static const char workshop[] = "# Netz\nDatum: 2016-03-14\nGruppen: Chor (Mitte), Amt\n"
                               "## Garten\n- Beete (2)\n- Wasser\n## Chor\n- Lieder\n"
                               "## Vereinbarungen\n- Amt: Raum finden, bis 2016-04-30\n  Aus: Wasser\n";

// ---- what a screen says -------------------------------------------------------------------------

// One line a text: what, in which language, where (mm).
static void write_texts(GString *all, struct script *script, const char *step)
{
    const struct scene *scene = app_scene(script->app);
    g_string_append_printf(all, "== %s: %s\n", app_screen_name(script->app), step);
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->type == SCENE_TEXT)
            g_string_append_printf(all, "%s | %s | %.0f %.0f\n", item->text.run->text,
                                   item->text.run->lang, item->box.x, item->box.y);
    }
}

struct step {
    const char *tap; // or NULL: what is seen is looked at; with a colon at its end: the first of these
    bool escape;     // and back again
};

// Every facilitators' screen, and most of what opens there.
static const struct step steps[] = {
    {NULL, false},           {"seats", true},         {"title", true},
    {"lead", false},         {"lead:code", false},    {"code:close", false},
    {"lead:close", false},   {"dots", false},         {"dots-more", false},
    {"dots-back", false},    {"log", false},          {"tab:who", false},
    {"picture:web", false},  {"back", false},         {"tab:course", false},
    {"tab:today", true},     {"harvest", true},       {"lead", false},
    {"lead:settings", true}, {"lead", false},         {"lead:setup", false},
    {"row:", false},         {"times", true},         {"begin", false},
    {"start", false},        {"template:future", false}, {"lead", false},
    {"lead:clock:rest", false}, {"lead:close", false},
};

static char *walk(const char *lang, const char *lead)
{
    GString *all = g_string_new(NULL);
    struct script script = script_new(workshop);
    struct settings settings = settings_load();
    settings.still = true;
    g_strlcpy(settings.lead_lang, lead, sizeof settings.lead_lang);
    settings_save(&settings);
    script.lang = lang;
    script.seats = 1;
    script.today = "2016-04-05";
    script.wall = NOON;
    script_open(&script);
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        const char *tap = steps[i].tap;
        if (tap != NULL)
            script_tap(&script, g_str_has_suffix(tap, ":") ? script_first(&script, tap) : tap);
        write_texts(all, &script, steps[i].tap != NULL ? steps[i].tap : "");
        if (steps[i].escape)
            script_key(&script, KEY_ESCAPE);
    }
    script_free(&script);
    return g_string_free(all, FALSE);
}

static void expect_same(const char *wanted, const char *seen, const char *lang)
{
    char **a = g_strsplit(wanted, "\n", -1), **b = g_strsplit(seen, "\n", -1);
    const char *step = "";
    for (size_t i = 0; a[i] != NULL && b[i] != NULL; i++) {
        step = g_str_has_prefix(a[i], "==") ? a[i] : step;
        if (strcmp(a[i], b[i]) != 0)
            fail_msg("%s, %s: \"%s\" is \"%s\"", lang, step, a[i], b[i]);
    }
    assert_int_equal(g_strv_length(a), g_strv_length(b));
    g_strfreev(a);
    g_strfreev(b);
}

static void facilitators_screens_are_wholly_theirs(void **state)
{
    static const char *const led[] = {"hall", "dots", "log",   "paper", "harvest",
                                      "settings", "setup", "start"};
    (void)state;
    char *german = walk("de", "");
    for (size_t i = 0; i < G_N_ELEMENTS(led); i++) {
        char *heading = g_strdup_printf("== %s:", led[i]);
        if (strstr(german, heading) == NULL)
            fail_msg("%s was not looked at", led[i]);
        g_free(heading);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(thirds); i++) {
        char *seen = walk(thirds[i], "");
        expect_same(german, seen, thirds[i]);
        g_free(seen);
    }
    char *english = walk("en", ""), *chosen = walk("ar", "en");
    expect_same(english, chosen, "ar, English chosen");
    assert_string_not_equal(german, english);
    g_free(english);
    g_free(chosen);
    g_free(german);
}

// ---- the two together ---------------------------------------------------------------------------

static void seats_speak_theirs_and_the_drawer_over_them_does_not(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script.lang = "fr";
    script.seats = 1;
    script_open(&script);
    assert_true(script_draws(&script, "Leitung"));
    script_tap(&script, "table:1");
    assert_true(script_draws(&script, "Nouvelle idée"));
    assert_false(script_draws(&script, "Neue Idee"));
    script_close(&script);
    script_open(&script);
    script_tap(&script, "lead");
    assert_true(script_draws(&script, "Alle anhalten"));
    script_free(&script);
}

// Facilitators take English; the seats stay French. On a German display they go along.
static void what_facilitators_choose_is_theirs(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script.lang = "fr";
    script.seats = 1;
    script_open(&script);
    script_tap(&script, "lang:en");
    assert_true(script_draws(&script, "Facilitator"));
    script_tap(&script, "table:1");
    assert_true(script_draws(&script, "Nouvelle idée"));
    script_close(&script);
    script.lang = NULL; // as remembered
    script_open(&script);
    assert_true(script_draws(&script, "Facilitator"));
    script_tap(&script, "table:1");
    assert_true(script_draws(&script, "Nouvelle idée"));
    script_free(&script);

    script = script_new(workshop);
    script.seats = 1;
    script_open(&script);
    script_tap(&script, "lang:en");
    script_tap(&script, "table:1");
    assert_true(script_draws(&script, "New idea"));
    script_free(&script);
}

// Names are typed on facilitators' keys; what they choose there is not the seat's choice.
static void their_keyboard_is_their_own(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script.lang = "ar";
    script.seats = 1;
    script_open(&script);
    script_tap(&script, "title");
    assert_true(script_sees(&script, "key:seat1:ü"));
    script_tap(&script, "key:seat1:language");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "table:1");
    script_tap(&script, "new-card:seat1");
    assert_true(script_sees(&script, "key:seat1:ض"));
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facilitators_screens_are_wholly_theirs),
        cmocka_unit_test(seats_speak_theirs_and_the_drawer_over_them_does_not),
        cmocka_unit_test(what_facilitators_choose_is_theirs),
        cmocka_unit_test(their_keyboard_is_their_own),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("audience", tests, NULL, NULL);
}

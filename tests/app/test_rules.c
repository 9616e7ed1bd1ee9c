// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules of a phase at each seat: all of them, in the seat's own language, from its people's side,
// and large when touched.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "app/phases.h"
#include "app/seat.h"
#include "app/settings.h"
#include "base/tr.h"
#include "draw/scene.h"
#include "script.h"

#define PHASES 5

static const char *const languages[] = {"de", "ar", "uk", "ti", "fr", "fa", "tr", "ku", "ru", "en"};
static const char *const kinds[PHASES] = {"preparation", "critique", "fantasy", "realisation",
                                          "follow-up"};

struct layout {
    int n;
    bool around;
};

static struct script open_hall(const struct layout *layout, size_t first)
{
    struct script script = script_new(NULL);
    struct settings settings = settings_load();
    settings.still = true;
    settings.people = layout->n;
    settings.around = layout->around;
    for (int i = 0; i < layout->n; i++)
        g_strlcpy(settings.seats[i].langs[0],
                  languages[(first + (size_t)i) % G_N_ELEMENTS(languages)],
                  sizeof settings.seats[i].langs[0]);
    settings_save(&settings);
    script_open(&script);
    script_tap(&script, "template:future");
    return script;
}

struct marks {
    char names[PHASES][64];
    int n;
};

static void collect(void *context, const struct scene_mark *mark, struct box box)
{
    struct marks *marks = context;
    (void)box;
    if (mark->hit != NULL && g_str_has_prefix(mark->hit, "phase:") && marks->n < PHASES)
        g_strlcpy(marks->names[marks->n++], mark->hit, sizeof marks->names[0]);
}

static void start_phase(struct script *script, int phase)
{
    struct marks marks = {.n = 0};
    if (script_sees(script, "title:seat1")) {
        script_tap(script, "title:seat1");
        script_tap(script, "hall:seat1");
    }
    scene_each_mark(app_scene(script->app), collect, &marks);
    assert_int_equal(marks.n, PHASES);
    script_tap(script, marks.names[phase]);
    script_wait(script, 9000); // until the announcement has gone
    script_tap(script, "table:1");
}

// Where a text stands in a zone, as its people see it; false: it does not.
static bool stands(const struct scene *scene, const struct seat *seat, const char *text, double *x)
{
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *item = &scene->items[i];
        struct point middle = {item->box.x + item->box.w / 2, item->box.y + item->box.h / 2};
        if (item->type != SCENE_TEXT || !box_contains(seat->zone, middle) ||
            strcmp(item->text.run->text, text) != 0)
            continue;
        *x = affine_apply(seat_from_glass(seat), middle).x;
        return true;
    }
    return false;
}

static void look(struct script *script, const struct seat *seat, const char *lang, int phase)
{
    const struct phase_model *model = phase_model(kinds[phase], 0);
    struct tr *tr = tr_open(lang);
    double x[PHASE_RULES];
    int n = 0;
    for (; n < PHASE_RULES && model->rules[n].text != NULL; n++) {
        const char *text = tr_text(tr, model->rules[n].text);
        if (!stands(app_scene(script->app), seat, text, &x[n]))
            fail_msg("seat %d, %s, %s: \"%s\" is missing", seat->number, lang, kinds[phase], text);
    }
    bool rtl = strcmp(lang, "ar") == 0 || strcmp(lang, "fa") == 0;
    assert_true(rtl ? x[0] > x[1] : x[0] < x[1]);
    tr_free(tr);
}

static void all_stand_at_each_seat_in_its_language(void **state)
{
    static const struct layout layouts[] = {{6, true}, {4, false}, {3, true}};
    (void)state;
    for (size_t l = 0; l < G_N_ELEMENTS(layouts); l++) {
        const struct layout *layout = &layouts[l];
        struct seat seats[SEATS_MOST];
        seats_arrange(seats, layout->n, layout->around, 1210, 680.6);
        for (size_t first = 0; first < G_N_ELEMENTS(languages); first += (size_t)layout->n) {
            struct script script = open_hall(layout, first);
            for (int phase = 0; phase < PHASES; phase++) {
                start_phase(&script, phase);
                for (int i = 0; i < layout->n; i++)
                    look(&script, &seats[i],
                         languages[(first + (size_t)i) % G_N_ELEMENTS(languages)], phase);
            }
            script_free(&script);
        }
    }
}

static void a_touch_shows_them_large(void **state)
{
    static const struct layout four = {4, false};
    (void)state;
    struct script script = open_hall(&four, 0);
    start_phase(&script, 1);
    assert_false(script_sees(&script, "sheet-room:seat2"));
    script_tap(&script, "rules:seat2");
    assert_true(script_sees(&script, "sheet-room:seat2"));
    assert_false(script_sees(&script, "sheet-room:seat1"));
    script_tap(&script, "rules:seat2");
    assert_false(script_sees(&script, "sheet-room:seat2"));
    script_free(&script);
}

// On small glass with a long name of the table there is no room for them: their number leads there.
static void in_a_narrow_bar_their_number_stands(void **state)
{
    static const struct layout one = {1, false};
    (void)state;
    struct script script = open_hall(&one, 0);
    start_phase(&script, 2);
    assert_false(script_sees(&script, "rules:seat1"));
    script_tap(&script, "title:seat1");
    script_text(&script, "Nachbarschaft und Zusammenleben im Stadtteil");
    script_key(&script, KEY_ENTER);
    script_close(&script);
    script.w_mm = 806.4;
    script.h_mm = 504;
    script_open_table(&script);
    assert_true(script_says(&script, "4 Regeln"));
    script_tap(&script, "rules:seat1");
    assert_true(script_sees(&script, "sheet-room:seat1"));
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_stand_at_each_seat_in_its_language),
        cmocka_unit_test(a_touch_shows_them_large),
        cmocka_unit_test(in_a_narrow_bar_their_number_stands),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What participants read, in the ten languages of the screen, where it stands: a walk over all that
// a seat shows, at which no text may be cut, smaller than 7.5 mm, wider than what it stands on,
// outside the glass, or count in another language's digits.
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

#include "app/kit.h"
#include "app/seat.h"
#include "app/settings.h"
#include "draw/scene.h"
#include "script.h"

static const char *const languages[] = {"de", "en", "ar", "fa", "ku", "uk", "ru", "tr", "fr", "ti"};

// What participants wrote themselves: short, and the same in all languages.
static const char workshop[] = "# Netz\n## Garten\n- Beete\n- Wasser\n## Chor\n- Lieder\n"
                               "## Rad\n- Luft\n## Tanz\n- Saal\n## Kochen\n- Suppe\n## Spiel\n- Ball\n";

struct walk {
    struct script script;
    const char *lang, *place; // what is looked at
    char step[64];
    int faults;
    GHashTable *told; // faults that were told: the same text in the same place is told once
};

static void fault(struct walk *walk, const char *what, const char *text)
{
    char *line = g_strdup_printf("%s, %s: \"%s\" %s", walk->lang, walk->place, text, what);
    if (g_hash_table_add(walk->told, line)) { // takes it over
        print_message("# %s (after %s)\n", line, walk->step);
        walk->faults++;
    }
}

// Ends with an ellipsis by intention: all of what the mark says stands there.
static bool is_whole(const struct scene *scene, const struct scene_item *item)
{
    for (int i = item->mark; i >= 0; i = scene->marks[i].parent) {
        if (g_strcmp0(scene->marks[i].text, item->text.run->text) == 0)
            return true;
    }
    return false;
}

// The own box of the target that the item belongs to; false: it belongs to none.
static bool target_of(const struct scene *scene, const struct scene_item *item, struct box *box)
{
    for (int i = item->mark; i >= 0; i = scene->marks[i].parent) {
        if (scene->marks[i].hit != NULL) {
            *box = scene->marks[i].box;
            return box->w > 0 && box->h > 0;
        }
    }
    return false;
}

// What is said in Arabic or Persian counts in their digits.
static bool has_others_digits(const struct walk *walk, const struct run *run)
{
    bool own = strcmp(walk->lang, "ar") == 0 || strcmp(walk->lang, "fa") == 0;
    return own && strcmp(run->lang, walk->lang) == 0 && strpbrk(run->text, "0123456789") != NULL;
}

static void look(struct walk *walk)
{
    const struct scene *scene = app_scene(walk->script.app);
    const struct box glass = {0, 0, scene->w, scene->h};
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->type != SCENE_TEXT)
            continue;
        const char *text = item->text.run->text;
        if (*text == '\0')
            continue;
        double size = hypot(item->text.m.xx, item->text.m.yx);
        if (g_str_has_suffix(text, "…") && !is_whole(scene, item))
            fault(walk, "is cut", text);
        if (has_others_digits(walk, item->text.run))
            fault(walk, "has digits of another language", text);
        if (size < KIT_TEXT_LEAST - 0.01)
            fault(walk, "is too small", text);
        struct box box = item->box, on;
        if (box.x < glass.x || box.y < glass.y || box.x + box.w > glass.x + glass.w ||
            box.y + box.h > glass.y + glass.h)
            fault(walk, "leaves the glass", text);
        if (target_of(scene, item, &on) &&
            (box.x < on.x - 1 || box.y < on.y - 1 || box.x + box.w > on.x + on.w + 1 ||
             box.y + box.h > on.y + on.h + 1)) {
            char *what = g_strdup_printf("is %.1f x %.1f mm, what it stands on %.1f x %.1f", box.w,
                                         box.h, on.w, on.h);
            fault(walk, what, text);
            g_free(what);
        }
    }
}

static void step(struct walk *walk, const char *name)
{
    g_strlcpy(walk->step, name, sizeof walk->step);
    script_tap(&walk->script, name);
    look(walk);
}

// What only some layouts have at this place: in narrow zones most stands in the sheet of "more".
static bool step_if_there(struct walk *walk, const char *name)
{
    if (!script_sees(&walk->script, name))
        return false;
    step(walk, name);
    return true;
}

static void step_first(struct walk *walk, const char *prefix)
{
    step(walk, script_first(&walk->script, prefix));
}

static void step_bar(struct walk *walk, const char *name)
{
    for (int i = 0; i < 2 && !script_sees(&walk->script, name); i++)
        step(walk, "more:seat1");
    step(walk, name);
}

static void write_text(struct walk *walk, const char *text)
{
    script_text(&walk->script, text);
    g_strlcpy(walk->step, text, sizeof walk->step);
    look(walk);
}

// Back to the bare board, whatever is open on it.
static void rest(struct walk *walk)
{
    static const char *const open[] = {"actions:seat1", "sheet-close:seat1", "cancel:seat1",
                                       "bundle-cancel:seat1"};
    for (size_t i = 0; i < G_N_ELEMENTS(open); i++) {
        for (int k = 0; k < 3 && script_sees(&walk->script, open[i]); k++) {
            script_key(&walk->script, KEY_ESCAPE);
            look(walk);
        }
    }
}

struct marks {
    const char *prefix;
    char names[8][64];
    int n;
};

static void collect(void *context, const struct scene_mark *mark, struct box box)
{
    struct marks *marks = context;
    (void)box;
    if (mark->hit != NULL && g_str_has_prefix(mark->hit, marks->prefix) && marks->n < 8)
        g_strlcpy(marks->names[marks->n++], mark->hit, sizeof marks->names[0]);
}

static void walk_card(struct walk *walk)
{
    step_first(walk, "card:");
    step(walk, "act:more:seat1");
    step(walk, "act:past:seat1");
    step(walk, "sheet-close:seat1");
    step_if_there(walk, "act:more:seat1");
    step(walk, "act:hide:seat1");
    step(walk, "reason:0:seat1");
    step(walk, "take-back:seat1");
    rest(walk);
    step_first(walk, "card:");
    step(walk, "act:park:seat1");
    step(walk, "take-back:seat1");
    rest(walk);
    step_first(walk, "card:");
    step(walk, "act:away:seat1");
    step_bar(walk, "basket:seat1");
    step_if_there(walk, "basket-back:seat1");
    rest(walk);
    step_first(walk, "card:");
    step_if_there(walk, "act:agree:seat1");
    step_if_there(walk, "pledge:seat1:month:1");
    step_if_there(walk, "cancel:seat1");
    rest(walk);
}

static void walk_board(struct walk *walk)
{
    step(walk, "title:seat1");
    rest(walk);
    step_bar(walk, "search:seat1");
    write_text(walk, "qq");
    step_if_there(walk, "find-clear:seat1");
    write_text(walk, "Bee");
    step_if_there(walk, "find-back:seat1");
    step_bar(walk, "dots:seat1");
    step_first(walk, "card:");
    step_bar(walk, "dots:seat1");
    rest(walk);
    step_bar(walk, "bundling:seat1");
    step_first(walk, "card:");
    step(walk, "bundle-new:seat1");
    step(walk, "commit:seat1");
    rest(walk);
    step_if_there(walk, "more:seat1");
    rest(walk);
}

static void walk_composer(struct walk *walk)
{
    step(walk, "new-card:seat1");
    step(walk, "mode:seat1:1");
    step(walk, "mode:seat1:2");
    write_text(walk, "qq");
    step(walk, "mode:seat1:0");
    write_text(walk, "Brot");
    step_if_there(walk, "key:seat1:123");
    step(walk, "commit:seat1");
    rest(walk);
}

// The phases of a future workshop: announced, their rules, a critique and its wish.
static void walk_method(struct walk *walk)
{
    script_tap(&walk->script, "start"); // the facilitator's
    step(walk, "template:future");
    for (int phase = 0; phase < 5; phase++) {
        struct marks marks = {.prefix = "phase:"};
        scene_each_mark(app_scene(walk->script.app), collect, &marks);
        assert_int_equal(marks.n, 5);
        step(walk, marks.names[phase]);
        step(walk, "go:seat1");
        step(walk, "table:1");
        if (phase == 1) {
            step(walk, "new-card:seat1");
            write_text(walk, "Brot");
            step(walk, "commit:seat1");
            rest(walk);
            step_first(walk, "card:");
            step(walk, "act:wish:seat1");
            step(walk, "wish:seat1:keep");
            rest(walk);
        }
        step_bar(walk, "tables:seat1");
    }
}

// A critique where several sit: heads that tell phase and clock, and the wish in a narrow zone.
static void walk_critique(struct walk *walk)
{
    step(walk, "title:seat1");
    script_tap(&walk->script, "hall:seat1");
    script_tap(&walk->script, "start");
    script_tap(&walk->script, "template:short");
    struct marks marks = {.prefix = "phase:"};
    scene_each_mark(app_scene(walk->script.app), collect, &marks);
    step(walk, marks.names[0]);
    step(walk, "go:seat1");
    if (script_sees(&walk->script, "table:1"))
        step(walk, "table:1");
    step(walk, "new-card:seat1");
    write_text(walk, "Brot");
    step(walk, "commit:seat1");
    rest(walk);
    step_first(walk, "card:");
    if (step_if_there(walk, "act:wish:seat1"))
        step(walk, "wish:seat1:keep");
}

// Dots that are shown, and what they say.
static void walk_ranking(struct walk *walk)
{
    script_tap(&walk->script, "dots");
    script_tap(&walk->script, "dots-show");
    script_tap(&walk->script, "dots-back");
    step(walk, "table:1");
    step(walk, "ranking:seat1");
    step(walk, "rank-back:seat1");
    step_bar(walk, "tables:seat1");
}

// The second round of a World Café: the next group is greeted, one idea before it.
static void walk_cafe(struct walk *walk)
{
    script_tap(&walk->script, "start");
    script_tap(&walk->script, "template:cafe");
    step(walk, "table:2");
    step(walk, "new-card:seat1");
    write_text(walk, "Brot");
    step(walk, "commit:seat1");
    script_tap(&walk->script, "lead");
    script_tap(&walk->script, "lead:clock:next");
    script_tap(&walk->script, "lead:close");
    g_strlcpy(walk->step, "welcome", sizeof walk->step);
    look(walk);
    step(walk, "go:seat1");
}

static const struct place {
    const char *name;
    double w_mm, h_mm;
    const char *seats; // the choice in the hall; NULL: one seat
} places[] = {
    {"one seat", 1210, 680.6, NULL},
    {"four at the wall", 1210, 680.6, "seats:wall:4"},
    {"six at a table", 1210, 680.6, "seats:table:6"},
    {"a small glass", 806.4, 504, NULL},
};

// In print only where there is least room: where several sit.
static void walk_all(bool print)
{
    struct walk walk = {.told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    for (size_t l = 0; l < G_N_ELEMENTS(languages); l++) {
        for (size_t p = 0; p < G_N_ELEMENTS(places); p++) {
            if (print && places[p].seats == NULL)
                continue;
            walk.lang = languages[l];
            walk.place = places[p].name;
            walk.script = script_new(workshop);
            walk.script.lang = languages[l];
            walk.script.w_mm = places[p].w_mm;
            walk.script.h_mm = places[p].h_mm;
            walk.script.seats = 1;
            struct settings settings = settings_load();
            settings.still = true; // what slides in is looked at in its place
            settings.print = print;
            settings_save(&settings);
            script_open(&walk.script);
            g_strlcpy(walk.step, "opening", sizeof walk.step);
            look(&walk);
            if (places[p].seats != NULL) {
                step(&walk, "seats");
                step(&walk, places[p].seats);
                script_sit(&walk.script);
            } else {
                step(&walk, "table:1");
            }
            walk_card(&walk);
            walk_board(&walk);
            walk_composer(&walk);
            if (places[p].seats == NULL) {
                step_bar(&walk, "tables:seat1");
                walk_ranking(&walk);
                walk_method(&walk);
                walk_cafe(&walk);
            } else {
                walk_critique(&walk);
            }
            script_free(&walk.script);
        }
    }
    g_hash_table_destroy(walk.told);
    assert_int_equal(walk.faults, 0);
}

static void nothing_is_cut(void **state)
{
    (void)state;
    walk_all(false);
}

static void nothing_is_cut_in_print(void **state)
{
    (void)state;
    walk_all(true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_cut),
        cmocka_unit_test(nothing_is_cut_in_print),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("languages", tests, NULL, NULL);
}

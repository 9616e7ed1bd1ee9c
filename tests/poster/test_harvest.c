// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Words and icons of a harvest: what facilitators decided wins, what says the same is called the same.

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

#include "base/err.h"
#include "poster/harvest.h"
#include "store/store.h"
#include "words/words.h"

struct room {
    char *folder, *path;
    struct store *store;
    struct words *words;
    int64_t workshop, table;
};

static void room_open(struct room *room)
{
    struct err err = {0};
    room->folder = g_dir_make_tmp("erntebild-harvest-XXXXXX", NULL);
    room->path = g_build_filename(room->folder, "a.erntebild", NULL);
    room->store = store_open(room->path, STORE_MAKE, world_real(), &err);
    room->words = words_open(&err);
    assert_non_null(room->words);
    struct change *change = store_begin(room->store, 0, "test");
    room->workshop = change_new_row(change);
    room->table = change_new_row(change);
    change_text(change, ENTITY_WORKSHOP, room->workshop, "title", "Werkstatt");
    change_int(change, ENTITY_TABLE, room->table, "workshop", room->workshop);
    change_int(change, ENTITY_TABLE, room->table, "number", 1);
    change_text(change, ENTITY_TABLE, room->table, "title", "Zusammen leben");
    assert_true(store_commit(change, &err));
}

static void room_close(struct room *room)
{
    words_close(room->words);
    store_close(room->store);
    GDir *dir = g_dir_open(room->folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        char *path = g_build_filename(room->folder, name, NULL);
        g_unlink(path);
        g_free(path);
    }
    g_dir_close(dir);
    g_rmdir(room->folder);
    g_free(room->path);
    g_free(room->folder);
}

static void write_card(struct room *room, const char *text, const char *lang)
{
    struct err err = {0};
    assert_true(
        store_add_card(room->store, room->table, NULL, text, lang, "", "", "", 0, 0, NULL, &err));
}

static struct harvest *load(struct room *room)
{
    struct err err = {0};
    struct harvest *harvest = harvest_load(room->store, room->words, room->workshop, &err);
    assert_non_null(harvest);
    return harvest;
}

static void test_choice_wins(void **state)
{
    (void)state;
    struct room room;
    struct err err = {0};
    room_open(&room);
    write_card(&room, "Die GWA soll bleiben", "de");
    assert_true(store_choose(room.store, "GWA", "building-lighthouse", &err));
    struct harvest *harvest = load(&room);
    assert_string_equal(harvest->tables[0].ideas[0].icon, "building-lighthouse");
    harvest_free(harvest);
    bool known = false;
    assert_true(store_forget_choice(room.store, "gwa", &known, &err));
    assert_true(known);
    harvest = load(&room);
    const char *icon = harvest->tables[0].ideas[0].icon;
    assert_true(icon == NULL || strcmp(icon, "building-lighthouse") != 0);
    harvest_free(harvest);
    room_close(&room);
}

static void test_same_keyword(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Ein Nachbarschaftsfest mit Musik im Sommer",
        "Im Sommer mit Musik feiern: ein Nachbarschaftsfest",
        "Nachbarschaftsfest im Hof",
    };
    struct room room;
    room_open(&room);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        write_card(&room, texts[i], "de");
    struct harvest *harvest = load(&room);
    const struct harvest_table *table = &harvest->tables[0];
    assert_int_equal(table->n, G_N_ELEMENTS(texts));
    assert_string_equal(table->ideas[0].keyword, table->ideas[1].keyword);
    for (size_t i = 0; i < table->n; i++) // in the person's own words
        assert_non_null(strstr(table->ideas[i].full, table->ideas[i].keyword));
    harvest_free(harvest);
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_choice_wins),
        cmocka_unit_test(test_same_keyword),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("harvest", tests, NULL, NULL);
}

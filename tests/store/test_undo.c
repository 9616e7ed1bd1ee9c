// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Undo of several seats at one table: each takes back its own acts, and never what others have
// changed since or built on; how much was taken back is told.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "fake.h"
#include "store/store.h"

enum { SEEDS = 5, STEPS = 40, CARDS = 4 };

static const char *const seats[] = {"seat1", "seat2", "seat3"};

struct room { // one table, at which all sit
    struct fake fake;
    struct store *store;
    int64_t table;
    struct err err;
};

static void must(bool ok, const struct err *err)
{
    if (!ok)
        fail_msg("%s", err->text);
}

static void room_open(struct room *room)
{
    char *path = fake_path(&room->fake, "a");
    room->store = store_open(path, STORE_MAKE, fake_world(&room->fake, 5), &room->err);
    must(room->store != NULL, &room->err);
    g_free(path);
}

static struct room *room_new(uint64_t seed)
{
    struct room *room = g_new0(struct room, 1);
    fake_init(&room->fake, seed);
    room_open(room);
    struct change *change = store_begin(room->store, 0, "Setup");
    int64_t workshop = change_new_row(change);
    room->table = change_new_row(change);
    change_text(change, ENTITY_WORKSHOP, workshop, "title", "Werkstatt");
    change_int(change, ENTITY_TABLE, room->table, "workshop", workshop);
    change_text(change, ENTITY_TABLE, room->table, "title", "Tisch");
    must(store_commit(change, &room->err), &room->err);
    return room;
}

static void room_free(struct room *room)
{
    store_close(room->store);
    fake_clear(&room->fake);
    g_free(room);
}

static int64_t write_card(struct room *room, const char *seat, const char *text)
{
    int64_t id;
    room->fake.now += 10;
    must(store_add_card(room->store, room->table, seat, text, "de", NULL, NULL, NULL, 0, 0, &id,
                        &room->err),
         &room->err);
    return id;
}

static void set_text(struct room *room, const char *seat, int64_t card, const char *text)
{
    room->fake.now += 10;
    struct change *change = store_begin(room->store, store_zone(room->table, seat), "Change");
    change_text(change, ENTITY_CARD, card, "text", text);
    must(store_commit(change, &room->err), &room->err);
}

static void set_int(struct room *room, const char *seat, enum entity entity, int64_t row,
                    const char *field, int64_t value)
{
    room->fake.now += 10;
    struct change *change = store_begin(room->store, store_zone(room->table, seat), "Change");
    change_int(change, entity, row, field, value);
    must(store_commit(change, &room->err), &room->err);
}

static enum undone undo(struct room *room, const char *seat)
{
    enum undone how;
    room->fake.now += 10;
    must(store_undo(room->store, store_zone(room->table, seat), &how, &room->err), &room->err);
    return how;
}

static enum undone redo(struct room *room, const char *seat)
{
    enum undone how;
    room->fake.now += 10;
    must(store_redo(room->store, store_zone(room->table, seat), &how, &room->err), &room->err);
    return how;
}

static bool can_undo(struct room *room, const char *seat)
{
    return store_undo_label(room->store, store_zone(room->table, seat)) != NULL;
}

// The card; its text is "" when it lies in the basket.
static struct card card_of(struct room *room, int64_t id)
{
    static char text[64];
    struct arena *arena = arena_new();
    struct card card = {.text = ""};
    size_t n;
    const struct card *cards =
        store_cards(room->store, arena, store_find_workshop(room->store, NULL), 0, CARDS_ALL_LIVE,
                    &n, &room->err);
    for (size_t i = 0; i < n; i++) {
        if (cards[i].id == id)
            card = cards[i];
    }
    g_strlcpy(text, card.text, sizeof text);
    card.text = text;
    arena_free(arena);
    return card;
}

static void each_seat_takes_back_its_own(void **state)
{
    (void)state;
    struct room *room = room_new(1);
    int64_t one = write_card(room, "seat1", "Eins"), two = write_card(room, "seat2", "Zwei");
    assert_int_equal(undo(room, "seat1"), UNDONE_ALL); // not the last act at the table
    assert_string_equal(card_of(room, one).text, "");
    assert_string_equal(card_of(room, two).text, "Zwei");
    assert_false(can_undo(room, "seat1"));
    assert_true(can_undo(room, "seat2"));
    assert_int_equal(redo(room, "seat1"), UNDONE_ALL);
    assert_string_equal(card_of(room, one).text, "Eins");
    store_close(room->store); // who comes back after a kill finds it so
    room_open(room);
    assert_int_equal(undo(room, "seat2"), UNDONE_ALL);
    assert_string_equal(card_of(room, two).text, "");
    assert_string_equal(card_of(room, one).text, "Eins");
    room_free(room);
}

static void what_others_changed_since_stays_and_is_told(void **state)
{
    (void)state;
    struct room *room = room_new(2);
    int64_t card = write_card(room, "seat1", "Eins");
    set_text(room, "seat1", card, "Zwei");
    room->fake.now += 10;
    struct change *change = store_begin(room->store, store_zone(room->table, "seat1"), "Change");
    change_text(change, ENTITY_CARD, card, "text", "Drei");
    change_int(change, ENTITY_CARD, card, "parked", 1);
    must(store_commit(change, &room->err), &room->err);
    set_text(room, "seat2", card, "Vier");
    assert_int_equal(undo(room, "seat1"), UNDONE_PARTLY);
    assert_false(card_of(room, card).parked);
    assert_int_equal(undo(room, "seat1"), UNDONE_NOTHING); // and the next goes on from there
    assert_int_equal(undo(room, "seat1"), UNDONE_NOTHING); // the card is no longer its alone
    assert_false(can_undo(room, "seat1"));
    assert_string_equal(card_of(room, card).text, "Vier");
    for (int i = 0; i < 3; i++)
        redo(room, "seat1");
    assert_string_equal(card_of(room, card).text, "Vier");
    assert_true(card_of(room, card).parked);
    room_free(room);
}

// What another seat did and took back again was never in the way.
static void what_others_took_back_is_as_it_was(void **state)
{
    (void)state;
    struct room *room = room_new(6);
    int64_t card = write_card(room, "seat1", "Eins");
    set_text(room, "seat1", card, "Zwei");
    set_text(room, "seat2", card, "Drei");
    assert_int_equal(undo(room, "seat2"), UNDONE_ALL);
    assert_int_equal(undo(room, "seat1"), UNDONE_ALL);
    assert_string_equal(card_of(room, card).text, "Eins");
    room_free(room);
}

static void what_others_built_on_stays(void **state)
{
    (void)state;
    struct room *room = room_new(3);
    int64_t card = write_card(room, "seat1", "Eins"), other = write_card(room, "seat2", "Zwei");
    bool taken;
    must(store_add_dot(room->store, card, "seat2", &room->err), &room->err);
    assert_int_equal(undo(room, "seat1"), UNDONE_NOTHING);
    assert_string_equal(card_of(room, card).text, "Eins");
    int64_t third = write_card(room, "seat1", "Drei");
    must(store_add_dot(room->store, third, "seat2", &room->err), &room->err);
    must(store_take_dot(room->store, third, "seat2", &taken, &room->err), &room->err);
    assert_int_equal(undo(room, "seat1"), UNDONE_ALL); // the dot has gone again
    assert_string_equal(card_of(room, third).text, "");

    third = write_card(room, "seat1", "Drei");
    room->fake.now += 10;
    struct change *change = store_begin(room->store, store_zone(room->table, "seat1"), "Bundle");
    int64_t bundle = change_new_row(change);
    change_int(change, ENTITY_BUNDLE, bundle, "table", room->table);
    change_int(change, ENTITY_CARD, third, "bundle", bundle);
    must(store_commit(change, &room->err), &room->err);
    set_int(room, "seat2", ENTITY_CARD, other, "bundle", bundle);
    assert_int_equal(undo(room, "seat1"), UNDONE_PARTLY); // the others keep the bundle
    assert_int_equal(card_of(room, third).bundle, 0);
    assert_int_equal(card_of(room, other).bundle, bundle);
    struct arena *arena = arena_new();
    size_t n;
    store_bundles(room->store, arena, room->table, &n, &room->err);
    assert_int_equal(n, 1);
    arena_free(arena);
    room_free(room);
}

// A card that came back by redo, and that somebody has written on since, is not laid away again.
static void redone_and_changed_stays(void **state)
{
    (void)state;
    struct room *room = room_new(4);
    int64_t card = write_card(room, "seat1", "Eins");
    undo(room, "seat1");
    redo(room, "seat1");
    set_text(room, "seat2", card, "Zwei");
    assert_int_equal(undo(room, "seat1"), UNDONE_NOTHING);
    assert_string_equal(card_of(room, card).text, "Zwei");
    room_free(room);
}

// The facilitator's table stays when people have written at it.
static void a_table_with_cards_stays(void **state)
{
    (void)state;
    struct room *room = room_new(5);
    int64_t card = write_card(room, "seat1", "Eins");
    enum undone how;
    must(store_undo(room->store, 0, &how, &room->err), &room->err);
    assert_int_equal(how, UNDONE_NOTHING);
    assert_string_equal(card_of(room, card).text, "Eins");
    room_free(room);
}

// Three seats write on the same cards at random; one of them takes back all it did: whatever another
// wrote last still stands.
static void nothing_of_others_is_lost(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct room *room = room_new(seed);
        int64_t cards[CARDS];
        char last[CARDS][24];
        size_t by[CARDS];
        for (size_t i = 0; i < CARDS; i++) {
            by[i] = i % G_N_ELEMENTS(seats);
            cards[i] = write_card(room, seats[by[i]], "Eins");
            g_strlcpy(last[i], "Eins", sizeof last[i]);
        }
        for (int i = 0; i < STEPS; i++) {
            size_t card = random_below(&room->fake.random, CARDS);
            by[card] = random_below(&room->fake.random, G_N_ELEMENTS(seats));
            g_snprintf(last[card], sizeof last[card], "%d von %zu", i, by[card]);
            set_text(room, seats[by[card]], cards[card], last[card]);
        }
        for (int i = 0; i < STEPS + CARDS && can_undo(room, seats[0]); i++)
            undo(room, seats[0]);
        assert_false(can_undo(room, seats[0]));
        for (size_t i = 0; i < CARDS; i++) {
            if (by[i] != 0 && strcmp(card_of(room, cards[i]).text, last[i]) != 0)
                fail_msg("seed %u: \"%s\" became \"%s\"", (unsigned)seed, last[i],
                         card_of(room, cards[i]).text);
        }
        size_t problems = 0;
        must(store_check(room->store, NULL, NULL, &problems, &room->err), &room->err);
        assert_int_equal(problems, 0);
        room_free(room);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_seat_takes_back_its_own),
        cmocka_unit_test(what_others_changed_since_stays_and_is_told),
        cmocka_unit_test(what_others_took_back_is_as_it_was),
        cmocka_unit_test(what_others_built_on_stays),
        cmocka_unit_test(redone_and_changed_stays),
        cmocka_unit_test(a_table_with_cards_stays),
        cmocka_unit_test(nothing_of_others_is_lost),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("undo", tests, NULL, NULL);
}

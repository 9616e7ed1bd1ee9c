// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Dots: nobody spends more than given, whatever is done, undone, laid away and merged.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "fake.h"
#include "store/store.h"

enum { DEVICES = 3, SEATS = 2, CARDS = 5, SEEDS = 4, STEPS = 70 };

static void must(bool ok, const struct err *err)
{
    if (!ok)
        fail_msg("%s", err->text);
}

static struct store *open_store(struct fake *fake, const char *name, uint64_t device)
{
    struct err err = {0};
    char *path = fake_path(fake, name);
    struct store *store = store_open(path, STORE_MAKE, fake_world(fake, device), &err);
    must(store != NULL, &err);
    g_free(path);
    return store;
}

static int64_t add_table(struct store *store, int64_t *workshop)
{
    struct err err = {0};
    struct change *change = store_begin(store, 0, "Setup");
    int64_t table = change_new_row(change);
    *workshop = change_new_row(change);
    change_text(change, ENTITY_WORKSHOP, *workshop, "title", "Werkstatt");
    change_int(change, ENTITY_TABLE, table, "workshop", *workshop);
    change_int(change, ENTITY_TABLE, table, "number", 1);
    must(store_commit(change, &err), &err);
    for (int i = 0; i < CARDS; i++)
        must(store_add_card(store, table, NULL, "Idee", "de", NULL, NULL, NULL, 0, 3, NULL, &err), &err);
    return table;
}

static void give(struct store *store, int64_t workshop, int dots, int people)
{
    struct err err = {0};
    struct change *change = store_begin(store, 0, "Dots");
    change_int(change, ENTITY_WORKSHOP, workshop, "dots", dots);
    change_int(change, ENTITY_WORKSHOP, workshop, "people", people);
    must(store_commit(change, &err), &err);
}

// Dots that count at the table, all voters together.
static int64_t counted(struct store *store, int64_t workshop, struct card *cards)
{
    struct arena *arena = arena_new();
    size_t n;
    struct card *all = store_cards(store, arena, workshop, 0, CARDS_ALL_LIVE, &n, NULL);
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(all[i].imported, 3);
        sum += all[i].votes - all[i].imported;
        if (cards != NULL)
            cards[i] = all[i];
    }
    arena_free(arena);
    return sum;
}

static void a_dot_too_many_is_refused(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 1);
    struct err err = {0};
    struct store *store = open_store(&fake, "d", 1);
    struct card cards[CARDS];
    int64_t workshop, table = add_table(store, &workshop);
    counted(store, workshop, cards);
    assert_int_equal(store_dots_most(store, table), DOTS_EACH);
    give(store, workshop, 2, 3);
    for (int i = 0; i < 6; i++)
        must(store_add_dot(store, cards[i % 2].id, "seat1", &err), &err);
    assert_false(store_add_dot(store, cards[0].id, "seat1", &err));
    assert_int_equal(err.code, ERR_INPUT);
    err_clear(&err);
    must(store_add_dot(store, cards[0].id, "seat2", &err), &err); // others have their own
    bool taken;
    must(store_take_dot(store, cards[1].id, "seat1", &taken, &err), &err);
    must(store_add_dot(store, cards[2].id, "seat1", &err), &err);
    assert_int_equal(counted(store, workshop, NULL), 7);
    int64_t given, voters;
    store_dots_at(store, table, &given, &voters);
    assert_int_equal(given, 7);
    assert_int_equal(voters, 2);
    struct arena *arena = arena_new();
    size_t n;
    const struct dots *own = store_dots_by(store, arena, table, "seat1", &n, &err);
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += own[i].n;
    assert_int_equal(n, 3);
    assert_int_equal(sum, 6);
    arena_free(arena);
    store_close(store);
    fake_clear(&fake);
}

static void act(struct fake *fake, struct store *store, int64_t workshop, int64_t table)
{
    struct err err = {0};
    struct card cards[CARDS];
    memset(cards, 0, sizeof cards);
    counted(store, workshop, cards);
    char voter[16];
    bool taken;
    g_snprintf(voter, sizeof voter, "seat%u", (unsigned)random_below(&fake->random, SEATS));
    int64_t card = cards[random_below(&fake->random, CARDS)].id;
    size_t kind = random_below(&fake->random, 10);
    if (card == 0 || kind == 0) {
        must(store_undo(store, store_zone(table, voter), NULL, &err), &err);
    } else if (kind == 1) {
        must(store_redo(store, store_zone(table, voter), NULL, &err), &err);
    } else if (kind == 2) {
        must(store_take_dot(store, card, voter, &taken, &err), &err);
    } else if (kind == 3) { // a card with its dots goes away, and comes back with an undo
        struct change *change = store_begin(store, table, "Away");
        change_int(change, ENTITY_CARD, card, "removed", 1);
        must(store_commit(change, &err), &err);
    } else {
        bool left = store_dots_of(store, table, voter) < store_dots_most(store, table);
        assert_int_equal(store_add_dot(store, card, voter, &err), left);
    }
}

static void nobody_spends_more_than_given(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct fake fake;
        fake_init(&fake, seed);
        struct err err = {0};
        struct store *stores[DEVICES];
        int64_t workshop, table = 0;
        size_t added;
        for (int i = 0; i < DEVICES; i++) {
            char name[8];
            g_snprintf(name, sizeof name, "d%d", i);
            stores[i] = open_store(&fake, name, (uint64_t)i + 1);
            if (i == 0) {
                table = add_table(stores[0], &workshop);
                give(stores[0], workshop, 4, 1);
            } else {
                must(store_merge(stores[i], stores[0], &added, &err), &err);
            }
        }
        for (int step = 0; step < STEPS; step++) {
            fake.now += 100;
            size_t at = random_below(&fake.random, DEVICES);
            act(&fake, stores[at], workshop, table);
            if (random_below(&fake.random, 8) == 0)
                must(store_merge(stores[random_below(&fake.random, DEVICES)], stores[at], &added,
                                 &err),
                     &err);
            int64_t sum = counted(stores[at], workshop, NULL);
            if (sum > (int64_t)DEVICES * SEATS * 4)
                fail_msg("seed %u step %d: %d dots count", (unsigned)seed, step, (int)sum);
        }
        for (int i = 0; i < DEVICES; i++)
            store_close(stores[i]);
        fake_clear(&fake);
    }
}

// Cards come back with their dots after others were given: the earliest count.
static void the_earliest_count(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 3);
    struct err err = {0};
    struct store *store = open_store(&fake, "d", 1);
    struct card cards[CARDS];
    int64_t workshop, table = add_table(store, &workshop);
    counted(store, workshop, cards);
    give(store, workshop, 3, 1);
    for (int i = 0; i < 3; i++)
        must(store_add_dot(store, cards[0].id, "seat1", &err), &err);
    struct change *change = store_begin(store, table, "Away");
    change_int(change, ENTITY_CARD, cards[0].id, "removed", 1);
    must(store_commit(change, &err), &err);
    for (int i = 0; i < 3; i++)
        must(store_add_dot(store, cards[1].id, "seat1", &err), &err);
    assert_int_equal(counted(store, workshop, NULL), 3);
    change = store_begin(store, table, "Back");
    change_int(change, ENTITY_CARD, cards[0].id, "removed", 0);
    must(store_commit(change, &err), &err);
    assert_int_equal(counted(store, workshop, cards), 3);
    assert_int_equal(cards[0].votes, 6);
    assert_int_equal(cards[1].votes, 3);
    store_close(store);
    fake_clear(&fake);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dot_too_many_is_refused),
        cmocka_unit_test(nobody_spends_more_than_given),
        cmocka_unit_test(the_earliest_count),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

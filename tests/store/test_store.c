// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The log and what is made from it: random changes on several devices, in any order of merging.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "fake.h"
#include "store/import.h"
#include "store/store.h"

enum { DEVICES = 4, SEEDS = 6, STEPS = 45 };

static struct store *open_store(struct fake *fake, const char *name, enum store_mode mode,
                                uint64_t device)
{
    char *path = fake_path(fake, name);
    struct err err = {0};
    struct store *store = store_open(path, mode, fake_world(fake, device), &err);
    if (store == NULL)
        fail_msg("%s", err.text);
    g_free(path);
    return store;
}

static uint64_t fingerprint(struct store *store)
{
    uint64_t hash;
    struct err err = {0};
    if (!store_fingerprint(store, &hash, &err))
        fail_msg("%s", err.text);
    return hash;
}

static void must(bool ok, const struct err *err)
{
    if (!ok)
        fail_msg("%s", err->text);
}

// A workshop with one table, the same rows in every store that is given the same ids.
static int64_t add_table(struct store *store)
{
    struct err err = {0};
    struct change *change = store_begin(store, 0, "Setup");
    int64_t workshop = change_new_row(change), table = change_new_row(change);
    change_text(change, ENTITY_WORKSHOP, workshop, "title", "Werkstatt");
    change_int(change, ENTITY_TABLE, table, "workshop", workshop);
    change_int(change, ENTITY_TABLE, table, "number", 1);
    change_text(change, ENTITY_TABLE, table, "title", "Tisch");
    must(store_commit(change, &err), &err);
    return table;
}

static struct card *cards_of(struct store *store, struct arena *arena, size_t *n,
                             enum card_filter filter)
{
    return store_cards(store, arena, store_find_workshop(store, NULL), 0, filter, n, NULL);
}

// One act of a person: a new card, a changed one, a dot, parking, undo, redo.
static void act(struct store *store, struct random *random, int64_t table)
{
    struct err err = {0};
    struct arena *arena = arena_new();
    size_t n;
    struct card *cards = cards_of(store, arena, &n, CARDS_ALL_LIVE);
    char text[32];
    g_snprintf(text, sizeof text, "Idee %u", (unsigned)random_below(random, 1000));
    size_t kind = random_below(random, 7);
    if (n == 0 || kind < 2) {
        must(store_add_card(store, table, NULL, text, "de", NULL, NULL, NULL, 0, 0, NULL, &err), &err);
    } else if (kind < 4) {
        struct change *change = store_begin(store, table, "Change");
        int64_t card = cards[random_below(random, n)].id;
        change_text(change, ENTITY_CARD, card, "text", text);
        if (kind == 3)
            change_real(change, ENTITY_CARD, card, "x", random_range(random, 0, 100));
        must(store_commit(change, &err), &err);
    } else if (kind == 4) {
        char voter[16]; // more than any has dots for
        g_snprintf(voter, sizeof voter, "seat%u", (unsigned)random_below(random, 1000));
        must(store_add_dot(store, cards[random_below(random, n)].id, voter, &err), &err);
    } else if (kind == 5) {
        must(store_undo(store, table, NULL, &err), &err);
    } else {
        must(store_redo(store, table, NULL, &err), &err);
    }
    arena_free(arena);
}

static void merge(struct store *to, struct store *from)
{
    struct err err = {0};
    size_t added;
    must(store_merge(to, from, &added, &err), &err);
}

static void merging_in_any_order_gives_the_same(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct fake fake;
        fake_init(&fake, seed);
        struct store *stores[DEVICES], *first = open_store(&fake, "d0", STORE_MAKE, 1);
        int64_t table = add_table(first);
        stores[0] = first;
        for (int i = 1; i < DEVICES; i++) {
            char name[8];
            g_snprintf(name, sizeof name, "d%d", i);
            stores[i] = open_store(&fake, name, STORE_MAKE, (uint64_t)i + 1);
            merge(stores[i], first);
        }
        for (int step = 0; step < STEPS; step++) {
            fake.now +=
                (int64_t)random_below(&fake.random, 5000) - 1000; // clocks run backwards too
            size_t at = random_below(&fake.random, DEVICES);
            act(stores[at], &fake.random, table);
            if (random_below(&fake.random, 10) == 0)
                merge(stores[random_below(&fake.random, DEVICES)], stores[at]);
        }
        // Everyone gets everything, in another order each, some of it twice.
        for (int round = 0; round < 2; round++)
            for (int i = 0; i < DEVICES; i++)
                for (int k = 0; k < DEVICES; k++)
                    if ((i + k) % DEVICES != i)
                        merge(stores[i], stores[(i + k) % DEVICES]);
        for (int i = 1; i < DEVICES; i++)
            if (fingerprint(stores[i]) != fingerprint(stores[0]))
                fail_msg("seed %u: device %d differs", (unsigned)seed, i);
        struct err err = {0};
        uint64_t before = fingerprint(stores[0]);
        must(store_rebuild(stores[0], &err), &err);
        if (fingerprint(stores[0]) != before)
            fail_msg("seed %u: the rebuilt projection differs", (unsigned)seed);
        size_t added;
        must(store_merge(stores[0], stores[1], &added, &err), &err);
        assert_int_equal(added, 0);
        for (int i = 0; i < DEVICES; i++)
            store_close(stores[i]);
        fake_clear(&fake);
    }
}

static void say(void *context, const char *sentence)
{
    (void)context;
    print_message("# %s\n", sentence);
}

static void undo_leads_back_step_by_step(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct fake fake;
        fake_init(&fake, seed * 77);
        struct err err = {0};
        struct store *store = open_store(&fake, "a", STORE_MAKE, 5);
        int64_t table = add_table(store);
        uint64_t states[STEPS + 1];
        int steps = 0;
        states[0] = fingerprint(store);
        for (int i = 0; i < STEPS / 3; i++) {
            fake.now += 100;
            struct arena *arena = arena_new();
            size_t n;
            struct card *cards = cards_of(store, arena, &n, CARDS_ALL_LIVE);
            if (n > 0 && random_below(&fake.random, 2) == 0) {
                struct change *change = store_begin(store, table, "Change");
                int64_t card = cards[random_below(&fake.random, n)].id;
                change_text(change, ENTITY_CARD, card, "text", i % 3 == 0 ? "Anders" : "Neu");
                change_int(change, ENTITY_CARD, card, "parked", i % 2);
                change_text(change, ENTITY_CARD, card, "icon", i % 5 == 0 ? NULL : "coffee");
                must(store_commit(change, &err), &err);
            } else {
                must(store_add_card(store, table, NULL, "Idee", "de", NULL, NULL, NULL, 0, 1, NULL, &err),
                     &err);
            }
            arena_free(arena);
            states[++steps] = fingerprint(store);
        }
        for (int i = steps - 1; i >= 0; i--) {
            assert_non_null(store_undo_label(store, table));
            must(store_undo(store, table, NULL, &err), &err);
            if (fingerprint(store) != states[i])
                fail_msg("seed %u: undo to step %d gives another state", (unsigned)seed, i);
        }
        assert_null(store_undo_label(store, table)); // the set-up belongs to the facilitator's zone
        for (int i = 1; i <= steps; i++) {
            assert_non_null(store_redo_label(store, table));
            must(store_redo(store, table, NULL, &err), &err);
            if (fingerprint(store) != states[i])
                fail_msg("seed %u: redo to step %d gives another state", (unsigned)seed, i);
        }
        assert_null(store_redo_label(store, table));
        size_t problems = 0;
        must(store_check(store, say, NULL, &problems, &err), &err);
        assert_int_equal(problems, 0);
        store_close(store);
        fake_clear(&fake);
    }
}

static void undo_is_the_zone_s_own(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 3);
    struct err err = {0};
    struct store *store = open_store(&fake, "a", STORE_MAKE, 5);
    int64_t table = add_table(store), other = table + 1, id, id2;
    must(store_add_card(store, table, NULL, "Eins", "de", NULL, NULL, NULL, 0, 0, &id, &err), &err);
    struct change *change = store_begin(store, other, "Elsewhere");
    change_int(change, ENTITY_CARD, id, "parked", 1);
    must(store_commit(change, &err), &err);
    must(store_add_card(store, table, NULL, "Zwei", "de", NULL, NULL, NULL, 0, 0, &id2, &err), &err);
    must(store_undo(store, other, NULL, &err), &err); // not the last act of all, the last of that zone
    struct arena *arena = arena_new();
    size_t n;
    struct card *cards = cards_of(store, arena, &n, CARDS_SHOWN);
    assert_int_equal(n, 2);
    assert_string_equal(cards[0].text, "Eins");
    assert_false(cards[0].parked);
    // A new act ends what could be redone.
    assert_non_null(store_redo_label(store, other));
    change = store_begin(store, other, "Another");
    change_int(change, ENTITY_CARD, id, "hidden", 1);
    must(store_commit(change, &err), &err);
    assert_null(store_redo_label(store, other));
    arena_free(arena);
    store_close(store);
    fake_clear(&fake);
}

static void undo_spares_what_others_changed_since(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 4);
    struct err err = {0};
    struct store *a = open_store(&fake, "a", STORE_MAKE, 5),
                 *b = open_store(&fake, "b", STORE_MAKE, 6);
    int64_t table = add_table(a), id;
    must(store_add_card(a, table, NULL, "Eins", "de", NULL, NULL, NULL, 0, 0, &id, &err), &err);
    fake.now += 10;
    struct change *change = store_begin(a, table, "Change");
    change_text(change, ENTITY_CARD, id, "text", "Zwei");
    change_int(change, ENTITY_CARD, id, "parked", 1);
    must(store_commit(change, &err), &err);
    merge(b, a);
    fake.now += 10;
    change = store_begin(b, table, "Theirs");
    change_text(change, ENTITY_CARD, id, "text", "Drei");
    must(store_commit(change, &err), &err);
    merge(a, b);
    must(store_undo(a, table, NULL, &err), &err);
    struct arena *arena = arena_new();
    size_t n;
    struct card *cards = cards_of(a, arena, &n, CARDS_ALL_LIVE);
    assert_string_equal(cards[0].text, "Drei");
    assert_false(cards[0].parked);
    arena_free(arena);
    store_close(a);
    store_close(b);
    fake_clear(&fake);
}

static void dots_are_counted_and_taken_back(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 6);
    struct err err = {0};
    struct store *store = open_store(&fake, "a", STORE_MAKE, 5);
    int64_t table = add_table(store), id;
    must(store_add_card(store, table, NULL, "Eins", "de", NULL, NULL, NULL, 0, 3, &id, &err), &err);
    must(store_add_dot(store, id, "seat1", &err), &err);
    must(store_add_dot(store, id, "seat1", &err), &err);
    must(store_add_dot(store, id, "seat2", &err), &err);
    assert_int_equal(store_dots_of(store, table, "seat1"), 2);
    bool taken;
    must(store_take_dot(store, id, "seat1", &taken, &err), &err);
    assert_true(taken);
    must(store_take_dot(store, id, "seat3", &taken, &err), &err);
    assert_false(taken);
    struct arena *arena = arena_new();
    size_t n;
    struct card *cards = cards_of(store, arena, &n, CARDS_SHOWN);
    assert_int_equal(cards[0].votes, 5);
    arena_free(arena);
    store_close(store);
    fake_clear(&fake);
}

static void a_clock_far_ahead_waits(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 7);
    struct err err = {0};
    struct store *ahead = open_store(&fake, "ahead", STORE_MAKE, 5),
                 *here = open_store(&fake, "here", STORE_MAKE, 6);
    int64_t today = fake.now, table = add_table(ahead), id;
    merge(here, ahead);
    fake.now = today + INT64_C(3) * 86400000;
    must(store_add_card(ahead, table, NULL, "Aus der Zukunft", "de", NULL, NULL, NULL, 0, 0, &id, &err),
         &err);
    fake.now = today;
    merge(here, ahead);
    struct arena *arena = arena_new();
    size_t n;
    cards_of(here, arena, &n, CARDS_ALL_LIVE);
    assert_int_equal(n, 0); // kept, not shown
    size_t problems = 0;
    must(store_check(here, say, NULL, &problems, &err), &err);
    assert_int_equal(problems, 1); // and said
    // Our own clock did not move: what we write now wins over what is older, and is today's.
    must(store_add_card(here, table, NULL, "Heute", "de", NULL, NULL, NULL, 0, 0, &id, &err), &err);
    struct card *cards = cards_of(here, arena, &n, CARDS_ALL_LIVE);
    assert_int_equal(n, 1);
    assert_true(cards[0].made < today + 86400000);
    store_close(here);
    fake.now = today + INT64_C(3) * 86400000; // its time has come
    here = open_store(&fake, "here", STORE_WRITE, 6);
    cards_of(here, arena, &n, CARDS_ALL_LIVE);
    assert_int_equal(n, 2);
    arena_free(arena);
    store_close(here);
    store_close(ahead);
    fake_clear(&fake);
}

static void a_copy_is_another_device(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 8);
    struct err err = {0};
    struct store *store = open_store(&fake, "a", STORE_MAKE, 0);
    int64_t table = add_table(store), id;
    store_close(store);
    char *a = fake_path(&fake, "a"), *b = fake_path(&fake, "b"), *bytes;
    gsize size;
    assert_true(g_file_get_contents(a, &bytes, &size, NULL) &&
                g_file_set_contents(b, bytes, (gssize)size, NULL));
    struct store *first = open_store(&fake, "a", STORE_WRITE, 0),
                 *second = open_store(&fake, "b", STORE_WRITE, 0);
    must(store_add_card(first, table, NULL, "Hier", "de", NULL, NULL, NULL, 0, 0, &id, &err), &err);
    must(store_add_card(second, table, NULL, "Dort", "de", NULL, NULL, NULL, 0, 0, &id, &err), &err);
    merge(first, second);
    struct arena *arena = arena_new();
    size_t n;
    cards_of(first, arena, &n, CARDS_ALL_LIVE);
    assert_int_equal(n, 2); // nothing taken for the other
    arena_free(arena);
    store_close(first);
    store_close(second);
    g_free(bytes);
    g_free(a);
    g_free(b);
    fake_clear(&fake);
}

static void drafts_survive_a_kill(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 9);
    struct store *store = open_store(&fake, "a", STORE_MAKE, 5);
    int64_t table = add_table(store);
    store_close(store);
    pid_t child = fork();
    if (child == 0) {
        struct store *own = open_store(&fake, "a", STORE_WRITE, 5);
        char text[64] = "";
        for (int i = 0; i < 20; i++) { // every keystroke
            text[i] = (char)('a' + i);
            const struct draft draft = {
                .table = table, .seat = 2, .text = text, .lang = "de", .icon = "coffee"};
            store_save_draft(own, &draft, NULL);
        }
        const struct draft other = {.table = table, .seat = 3, .text = "دورة", .lang = "ar"};
        store_save_draft(own, &other, NULL);
        raise(SIGKILL);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    store = open_store(&fake, "a", STORE_WRITE, 5);
    struct arena *arena = arena_new();
    struct draft *draft = store_draft(store, arena, 2);
    assert_non_null(draft);
    assert_string_equal(draft->text, "abcdefghijklmnopqrst");
    assert_string_equal(draft->icon, "coffee");
    assert_true(draft->table == table);
    assert_string_equal(store_draft(store, arena, 3)->text, "دورة");
    struct err err = {0};
    must(store_drop_draft(store, 2, &err), &err);
    assert_null(store_draft(store, arena, 2));
    must(store_drop_draft(store, 3, &err), &err);
    char *sidecar = fake_path(&fake, "a-drafts");
    assert_false(g_file_test(sidecar, G_FILE_TEST_EXISTS)); // one file at rest
    g_free(sidecar);
    arena_free(arena);
    store_close(store);
    fake_clear(&fake);
}

static void a_kill_while_committing_loses_nothing_said(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 10);
    struct store *store = open_store(&fake, "a", STORE_MAKE, 5);
    int64_t table = add_table(store);
    store_close(store);
    int said[2];
    assert_int_equal(pipe(said), 0);
    pid_t child = fork();
    if (child == 0) {
        struct store *own = open_store(&fake, "a", STORE_WRITE, 5);
        for (char n = 1;; n++) {
            if (!store_add_card(own, table, NULL, "Karte", "de", NULL, NULL, NULL, 0, 0, NULL, NULL) ||
                write(said[1], &n, 1) != 1)
                _exit(1);
        }
    }
    char n = 0;
    while (n < 12)
        assert_int_equal(read(said[0], &n, 1), 1);
    kill(child, SIGKILL);
    int status;
    waitpid(child, &status, 0);
    close(said[1]);
    while (read(said[0], &n, 1) == 1) // what it said before it died
        ;
    close(said[0]);
    store = open_store(&fake, "a", STORE_WRITE, 5);
    struct arena *arena = arena_new();
    size_t cards;
    cards_of(store, arena, &cards, CARDS_ALL_LIVE);
    assert_true(cards >= (size_t)n && cards <= (size_t)n + 1);
    size_t problems = 0;
    struct err err = {0};
    must(store_check(store, say, NULL, &problems, &err), &err);
    assert_int_equal(problems, 0);
    arena_free(arena);
    store_close(store);
    fake_clear(&fake);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merging_in_any_order_gives_the_same),
        cmocka_unit_test(undo_leads_back_step_by_step),
        cmocka_unit_test(undo_is_the_zone_s_own),
        cmocka_unit_test(undo_spares_what_others_changed_since),
        cmocka_unit_test(dots_are_counted_and_taken_back),
        cmocka_unit_test(a_clock_far_ahead_waits),
        cmocka_unit_test(a_copy_is_another_device),
        cmocka_unit_test(drafts_survive_a_kill),
        cmocka_unit_test(a_kill_while_committing_loses_nothing_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The exchange log on several machines: whatever is done in whatever order, merged copies are equal,
// and a forgotten name is nowhere, whichever way it tries to come back.

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
#include "exchange/meeting.h"
#include "exchange/retention.h"
#include "store/fake.h"
#include "store/forget.h"
#include "store/import.h"
#include "store/search.h"

enum { DEVICES = 3, SEEDS = 4, STEPS = 40 };

static const char notes[] =
    "# Werkstatt\nDatum: 2016-03-14\nGruppen: Amt, Bündnis (Nord), Hochschule\n## Tisch\n"
    "- Sprachcafé (5)\n- Paten-Pool (3)\n## Kernpunkte\n- Wissen, wer was macht\n"
    "## Vereinbarungen\n- Amt: Liste, bis 2016-04-30, mit Bündnis\n  Aus: Sprachcafé\n"
    "## Treffen\n- alle 6 Wochen donnerstags ab 2016-05-19 17:00, Runde, Rathaus\n"
    "## Angebote und Gesuche\n- Suche: Kurs\n  Art: Sprache\n  Gruppe: Amt\n"
    "- Biete: Kurs A2\n  Art: Sprache\n  Gruppe: Hochschule\n";

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

static void merge(struct store *to, struct store *from)
{
    struct err err = {0};
    size_t added;
    must(store_merge(to, from, &added, &err), &err);
}

static uint64_t fingerprint(struct store *store)
{
    struct err err = {0};
    uint64_t hash;
    must(store_fingerprint(store, &hash, &err), &err);
    return hash;
}

static void say(void *context, const char *sentence)
{
    (void)context;
    print_message("# %s\n", sentence);
}

static void check(struct store *store)
{
    struct err err = {0};
    size_t problems = 0;
    must(store_check(store, say, NULL, &problems, &err), &err);
    assert_int_equal(problems, 0);
}

static int64_t any_party(struct store *store, struct arena *arena, struct random *random)
{
    size_t n;
    struct party *parties = store_parties(store, arena, 0, &n, NULL);
    return parties[random_below(random, n)].id;
}

static void agree_something(struct store *store, struct arena *arena, struct random *random,
                            int64_t id)
{
    struct err err = {0};
    size_t cards_n;
    int64_t workshop = store_find_workshop(store, NULL);
    struct card *cards = store_cards(store, arena, workshop, 0, CARDS_ALL_LIVE, &cards_n, NULL);
    const int64_t with[] = {any_party(store, arena, random), any_party(store, arena, random)};
    const struct agreement_draft draft = {
        .id = id,
        .workshop = workshop,
        .party = random_below(random, 3) == 0 ? 0 : any_party(store, arena, random),
        .what = arena_printf(arena, "Vorhaben %u", (unsigned)random_below(random, 100)),
        .with = with,
        .with_n = with[0] == with[1] ? 1 : random_below(random, 3),
        .until = random_below(random, 2) == 0 ? "2016-06-01" : NULL,
        .cards = &cards[random_below(random, cards_n)].id,
        .cards_n = random_below(random, 2),
    };
    must(exchange_agree(store, &draft, "2016-04-01", 0, NULL, &err), &err);
}

// One act of a person at a meeting or between meetings.
static void act(struct store *store, struct random *random)
{
    struct err err = {0};
    struct arena *arena = arena_new();
    size_t agreements_n, gatherings_n, matches_n;
    int64_t meeting;
    struct agreement *agreements = store_agreements(store, arena, 0, &agreements_n, NULL);
    struct gathering *gatherings =
        exchange_gatherings(store, arena, "2016-05-01", 0, 0, &gatherings_n, NULL);
    const struct gathering *gathering = &gatherings[random_below(random, MIN(gatherings_n, 3))];
    const struct agreement *agreement =
        agreements_n > 0 ? &agreements[random_below(random, agreements_n)] : NULL;
    switch (random_below(random, 9)) {
    case 0:
        agree_something(store, arena, random, 0);
        break;
    case 1:
        agree_something(store, arena, random, agreement != NULL ? agreement->id : 0);
        break;
    case 2:
        if (agreement != NULL)
            must(exchange_report(store,
                                 &(struct report){.agreement = agreement->id,
                                                  .status = random_below(random, 2) == 0 ? "done"
                                                                                         : "running",
                                                  .note = "gesagt",
                                                  .day = "2016-05-19"},
                                 &err),
                 &err);
        break;
    case 3: // two machines may open the same date: it is one row
        must(exchange_open(store, gathering, &meeting, &err), &err);
        must(exchange_set_presence(store, meeting, any_party(store, arena, random), "here", &err),
             &err);
        break;
    case 4:
        must(random_below(random, 2) == 0
                 ? exchange_cancel(store, gathering, &err)
                 : exchange_move(store, gathering, "2016-05-20", "18:00", &err),
             &err);
        break;
    case 5:
        must(exchange_save_offer(store,
                                 &(struct offer){.request = random_below(random, 2) == 0,
                                                 .category = "language",
                                                 .text = "Sprache",
                                                 .party = any_party(store, arena, random)},
                                 "2016-04-01", NULL, &err),
             &err);
        break;
    case 6: {
        struct match *matches = exchange_matches(store, arena, NULL, "2016-05-01", &matches_n, NULL);
        if (matches_n > 0)
            must(random_below(random, 2) == 0
                     ? exchange_decide_match(store, &matches[0], "declined", &err)
                     : exchange_agree_match(store, NULL, &matches[0],
                                            store_find_workshop(store, NULL), 0, NULL, "2016-05-01",
                                            NULL, &err),
                 &err);
        break;
    }
    case 7:
        if (g_strcmp0(store_undo_label(store, 0), "Import") != 0) // what all stand on stays
            must(store_undo(store, 0, NULL, &err), &err);
        break;
    default:
        must(store_redo(store, 0, NULL, &err), &err);
    }
    arena_free(arena);
}

static void merged_copies_are_equal(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct fake fake;
        struct err err = {0};
        struct import_result result;
        struct store *stores[DEVICES];
        static const char *const names[DEVICES] = {"a", "b", "c"};
        fake_init(&fake, seed);
        for (int i = 0; i < DEVICES; i++)
            stores[i] = open_store(&fake, names[i], (uint64_t)i + 10);
        must(store_import_text(stores[0], "n.md", notes, strlen(notes), &result, &err), &err);
        for (int i = 1; i < DEVICES; i++)
            merge(stores[i], stores[0]);
        for (int step = 0; step < STEPS; step++) {
            fake.now += (int64_t)random_below(&fake.random, 3);
            act(stores[random_below(&fake.random, DEVICES)], &fake.random);
            if (random_below(&fake.random, 6) == 0) {
                size_t to = random_below(&fake.random, DEVICES);
                merge(stores[to], stores[(to + 1) % DEVICES]);
            }
        }
        for (int i = 0; i < DEVICES; i++)
            for (int k = 0; k < DEVICES; k++)
                if (i != k)
                    merge(stores[i], stores[k]);
        for (int i = 0; i < DEVICES; i++) {
            if (fingerprint(stores[i]) != fingerprint(stores[0]))
                fail_msg("seed %u: copies differ", (unsigned)seed);
            uint64_t before = fingerprint(stores[i]);
            must(store_rebuild(stores[i], &err), &err);
            assert_true(fingerprint(stores[i]) == before);
            check(stores[i]); // the search index too
        }
        for (int i = 0; i < DEVICES; i++)
            store_close(stores[i]);
        fake_clear(&fake);
    }
}

static bool file_holds(struct fake *fake, const char *name, const char *words)
{
    char *path = fake_path(fake, name), *bytes = NULL;
    gsize size = 0;
    bool holds = false;
    if (g_file_get_contents(path, &bytes, &size, NULL))
        holds = memmem(bytes, size, words, strlen(words)) != NULL;
    g_free(bytes);
    g_free(path);
    return holds;
}

static void write_names(struct store *store, const char *prefix)
{
    struct err err = {0};
    int64_t table = store_find_table(store, store_find_workshop(store, NULL), "Tisch");
    char *text = g_strdup_printf("%s: Erika Mustermann fragen, auch erika MUSTERMANNS Bruder", prefix);
    must(store_add_card(store, table, NULL, text, "de", NULL, NULL, NULL, 0, 0, NULL, &err), &err);
    g_free(text);
}

static void a_forgotten_name_is_nowhere(void **state)
{
    (void)state;
    struct fake fake;
    struct err err = {0};
    struct import_result result;
    size_t places, n;
    fake_init(&fake, 9);
    struct store *a = open_store(&fake, "a", 11), *b = open_store(&fake, "b", 12);
    must(store_import_text(a, "n.md", notes, strlen(notes), &result, &err), &err);
    write_names(a, "Erste");
    must(exchange_keep_person(a,
                              &(struct contact_person){.name = "Erika Mustermann",
                                                       .role = "Leitung",
                                                       .contact = "e.m@example.org"},
                              "2016-03-14", &err),
         &err);
    must(store_save_draft(a, &(struct draft){.text = "Erika Mustermann r", .seat = 1}, &err), &err);
    merge(b, a);
    write_names(b, "Zweite"); // typed elsewhere before the forgetting is known there
    char *log = store_log_json(b, &err);
    assert_non_null(strstr(log, "Mustermann"));
    must(store_forget(a, "erika mustermann", &places, &err), &err);
    assert_true(places >= 2);
    assert_false(file_holds(&fake, "a", "ustermann"));
    assert_false(file_holds(&fake, "a", "MUSTERMANN"));
    assert_false(file_holds(&fake, "a", "e.m@example.org"));
    assert_false(file_holds(&fake, "a-drafts", "ustermann"));
    merge(a, b); // brings the second card, not the name
    assert_false(file_holds(&fake, "a", "ustermann"));
    merge(b, a); // learns that it is to be forgotten
    assert_true(fingerprint(a) == fingerprint(b));
    struct arena *arena = arena_new();
    struct finding *found = store_search(b, arena, "Zweite fragen", 10, &n, NULL);
    assert_int_equal(n, 1);
    assert_string_equal(found[0].text, "Zweite: … fragen, auch … Bruder");
    store_search(b, arena, "mustermann", 10, &n, NULL);
    assert_int_equal(n, 0);
    store_persons(b, arena, &n, NULL);
    assert_int_equal(n, 0);
    check(a);
    check(b);
    // An old export knows the name still: importing it does not bring it back.
    must(store_import_text(a, "old.json", log, strlen(log), &result, &err), &err);
    assert_false(file_holds(&fake, "a", "ustermann"));
    assert_true(store_undo(a, 0, NULL, &err)); // nothing that undo does brings it back either
    assert_false(file_holds(&fake, "a", "ustermann"));
    assert_false(store_forget(a, "  ", &places, &err));
    assert_int_equal(err.code, ERR_INPUT);
    arena_free(arena);
    g_free(log);
    store_close(a);
    store_close(b);
    fake_clear(&fake);
}

static void a_copy_for_passing_on_holds_no_names(void **state)
{
    (void)state;
    struct fake fake;
    struct err err = {0};
    struct import_result result;
    size_t n;
    fake_init(&fake, 10);
    struct store *a = open_store(&fake, "a", 11);
    must(store_import_text(a, "n.md", notes, strlen(notes), &result, &err), &err);
    write_names(a, "Erste");
    must(exchange_keep_person(a, &(struct contact_person){.name = "Erika Mustermann"}, "2016-03-14",
                              &err),
         &err);
    struct arena *arena = arena_new();
    struct card *cards =
        store_cards(a, arena, store_find_workshop(a, NULL), 0, CARDS_ALL_LIVE, &n, &err);
    struct change *change = store_begin(a, 0, "Hide");
    change_int(change, ENTITY_CARD, cards[0].id, "hidden", 1);
    change_text(change, ENTITY_CARD, cards[1].id, "text", "Jetzt anders");
    must(store_commit(change, &err), &err);
    must(store_add_dot(a, cards[1].id, "seat-of-somebody", &err), &err);
    char *path = fake_path(&fake, "copy");
    must(store_copy_without_names(a, path, &err), &err);
    assert_false(store_copy_without_names(a, path, &err)); // never over something
    err_clear(&err);
    static const char *const gone[] = {"ustermann", "Sprachcaf", "Paten-Pool", "seat-of-somebody"};
    for (size_t i = 0; i < G_N_ELEMENTS(gone); i++)
        if (file_holds(&fake, "copy", gone[i]))
            fail_msg("the copy holds \"%s\"", gone[i]);
    assert_true(file_holds(&fake, "copy", "Jetzt anders"));
    struct store *copy = open_store(&fake, "copy", 0);
    store_agreements(copy, arena, 0, &n, &err);
    assert_int_equal(n, 1);
    check(copy);
    store_close(copy);
    arena_free(arena);
    g_free(path);
    store_close(a);
    fake_clear(&fake);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merged_copies_are_equal),
        cmocka_unit_test(a_forgotten_name_is_nowhere),
        cmocka_unit_test(a_copy_for_passing_on_holds_no_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

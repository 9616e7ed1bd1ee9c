// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that are not what they should be, places that cannot be written, sources that are wrong.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "fake.h"
#include "store/import.h"
#include "store/store.h"

static char *make_sample(struct fake *fake)
{
    char *path = fake_path(fake, "a.erntebild");
    struct err err = {0};
    struct store *store = store_open(path, STORE_MAKE, fake_world(fake, 5), &err);
    struct import_result result;
    static const char notes[] =
        "# Werkstatt\nDatum: 2026-03-14\n## Tisch\n- Eine Idee (3)\n- [ar] فكرة (2)\n";
    assert_non_null(store);
    assert_true(store_import_text(store, "notes.md", notes, strlen(notes), &result, &err));
    store_close(store);
    return path;
}

static enum err_code open_code(struct fake *fake, const char *path, enum store_mode mode,
                               char *text)
{
    struct err err = {0};
    struct store *store = store_open(path, mode, fake_world(fake, 5), &err);
    assert_true((store == NULL) == (err.code != ERR_NONE));
    store_close(store);
    if (text != NULL)
        g_strlcpy(text, err.text, sizeof err.text);
    return err.code;
}

static void write_bytes(const char *path, const char *bytes, gsize size)
{
    assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
}

static void wrong_files_are_refused_in_one_sentence(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 1);
    char *path = make_sample(&fake), *other = fake_path(&fake, "other"), *bytes, text[768];
    gsize size;
    assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    assert_int_equal(open_code(&fake, other, STORE_READ, text), ERR_NOT_FOUND);
    assert_non_null(strstr(text, "other"));
    assert_int_equal(open_code(&fake, fake.folder, STORE_WRITE, NULL), ERR_INPUT);
    write_bytes(other, "This is a letter, not a workshop.", 33);
    assert_int_equal(open_code(&fake, other, STORE_READ, text), ERR_FOREIGN);
    assert_int_equal(open_code(&fake, other, STORE_MAKE, NULL), ERR_FOREIGN);
    write_bytes(other, "", 0);
    assert_int_equal(open_code(&fake, other, STORE_READ, NULL), ERR_FOREIGN);
    // Another program's SQLite file: the same bytes with another application id (at 68).
    bytes[68] ^= 0x55;
    write_bytes(other, bytes, size);
    bytes[68] ^= 0x55;
    assert_int_equal(open_code(&fake, other, STORE_READ, NULL), ERR_FOREIGN);
    // Written by a newer version (user version at 60): only read.
    bytes[63] = 99;
    write_bytes(other, bytes, size);
    bytes[63] = 1;
    assert_int_equal(open_code(&fake, other, STORE_WRITE, text), ERR_NEWER);
    assert_int_equal(open_code(&fake, other, STORE_READ, NULL), ERR_NONE);
    // Cut off, and with a page overwritten.
    write_bytes(other, bytes, size / 2);
    assert_int_equal(open_code(&fake, other, STORE_READ, NULL), ERR_DAMAGED);
    memset(bytes + size / 2, 0xA5, 4096);
    write_bytes(other, bytes, size);
    assert_int_equal(open_code(&fake, other, STORE_WRITE, NULL), ERR_DAMAGED);
    g_free(bytes);
    g_free(other);
    g_free(path);
    fake_clear(&fake);
}

// What a kill leaves in the instant in which a new file is made: all of its pages, and a journal
// (https://www.sqlite.org/fileformat.html#the_rollback_journal) that says there were none before.
static void killed_while_it_was_made(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 3);
    char *path = make_sample(&fake), *journal = g_strconcat(path, "-journal", NULL);
    char header[512] = {(char)0xD9, (char)0xD5, 0x05, (char)0xF9, 0x20, (char)0xA1, 0x63, (char)0xD7};
    header[22] = 2;  // a sector of 512 bytes
    header[26] = 16; // pages of 4096
    write_bytes(journal, header, sizeof header);
    assert_int_equal(open_code(&fake, path, STORE_MAKE, NULL), ERR_NONE);
    assert_int_equal(open_code(&fake, path, STORE_READ, NULL), ERR_NONE);
    write_bytes(journal, header, sizeof header);
    assert_int_equal(open_code(&fake, path, STORE_READ, NULL), ERR_FOREIGN);
    g_free(journal);
    g_free(path);
    fake_clear(&fake);
}

static void damaged_files_never_crash(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 2);
    char *path = make_sample(&fake), *other = fake_path(&fake, "other"), *bytes;
    gsize size;
    assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    for (int run = 0; run < 60; run++) {
        char *copy = g_memdup2(bytes, size);
        for (int i = 0; i < 20; i++)
            copy[random_below(&fake.random, size)] = (char)random_next(&fake.random);
        write_bytes(other, copy, size);
        struct err err = {0};
        struct store *store = store_open(other, STORE_READ, fake_world(&fake, 5), &err);
        if (store != NULL) { // what could be opened can be read, or says why not
            struct arena *arena = arena_new();
            size_t n;
            store_cards(store, arena, store_find_workshop(store, NULL), 0, CARDS_ALL_LIVE, &n,
                        &err);
            arena_free(arena);
        }
        store_close(store);
        g_free(copy);
    }
    g_free(bytes);
    g_free(other);
    g_free(path);
    fake_clear(&fake);
}

static void one_writer_many_readers(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 3);
    struct err err = {0};
    char *path = make_sample(&fake);
    struct store *writer = store_open(path, STORE_WRITE, fake_world(&fake, 5), &err);
    pid_t child = fork();
    if (child == 0) {
        struct store *reader = store_open(path, STORE_READ, fake_world(&fake, 6), NULL);
        struct err own = {0};
        bool busy = store_open(path, STORE_WRITE, fake_world(&fake, 6), &own) == NULL &&
                    own.code == ERR_BUSY;
        _exit(reader != NULL && busy ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    assert_int_equal(WEXITSTATUS(status), 0);
    // A reader sees what is committed after it opened, and cannot write.
    struct store *reader = store_open(path, STORE_READ, fake_world(&fake, 6), &err);
    uint64_t before = store_revision(reader);
    int64_t table = store_find_table(writer, store_find_workshop(writer, NULL), "tisch"), id;
    assert_true(store_add_card(writer, table, NULL, "Neu", "de", NULL, NULL, NULL, 0, 0, &id, &err));
    assert_true(store_revision(reader) > before);
    struct arena *arena = arena_new();
    size_t n;
    store_cards(reader, arena, store_find_workshop(reader, NULL), 0, CARDS_SHOWN, &n, &err);
    assert_int_equal(n, 3);
    assert_false(store_add_card(reader, table, NULL, "Nein", "de", NULL, NULL, NULL, 0, 0, &id, &err));
    assert_int_equal(err.code, ERR_READ_ONLY);
    arena_free(arena);
    store_close(reader);
    store_close(writer);
    g_free(path);
    fake_clear(&fake);
}

static void a_full_disk_loses_nothing(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 4);
    char *path = make_sample(&fake);
    pid_t child = fork();
    if (child == 0) {
        struct err err = {0};
        struct store *store = store_open(path, STORE_WRITE, fake_world(&fake, 5), &err);
        int64_t table = store_find_table(store, store_find_workshop(store, NULL), "1");
        GStatBuf about;
        g_stat(path, &about);
        const struct rlimit limit = {(rlim_t)about.st_size, (rlim_t)about.st_size};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        char *big = g_strnfill(200000, 'x');
        bool refused = !store_add_card(store, table, NULL, big, "de", NULL, NULL, NULL, 0, 0, NULL, &err);
        // The open file still serves what it had.
        struct arena *arena = arena_new();
        size_t n;
        store_cards(store, arena, store_find_workshop(store, NULL), 0, CARDS_SHOWN, &n, NULL);
        _exit(refused && err.code == ERR_FULL && n == 2 ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_int_equal(open_code(&fake, path, STORE_WRITE, NULL), ERR_NONE);
    g_free(path);
    fake_clear(&fake);
}

// ---- importing
// ------------------------------------------------------------------------------------

static void sources_that_are_wrong_name_the_line(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *says;
    } table[] = {
        {"a.txt", "x", "a.txt"},
        {"a.md", "", "a.md"},
        {"a.md", "- Karte\n", "a.md:1"},
        {"a.md", "# W\n- Karte\n", "a.md:2"},
        {"a.md", "# W\nWetter: gut\n", "a.md:2"},
        {"a.md", "# W\nDatum: 31.13.2026\n", "a.md:2"},
        {"a.md", "# W\nDatum: 2026-02-30\n", "a.md:2"},
        {"a.md", "# W\n## T\n- gut\nirgendwas\n", "a.md:4"},
        {"a.md", "# W\n## T\n-\n", "a.md:3"},
        {"a.md", "# W\n##\n", "a.md:2"},
        {"a.md", "#\n", "a.md:1"},
        {"a.md", "# W\n## Treffen\n- morgen\n", "a.md:3"},
        {"a.md", "# W\n## Vereinbarungen\n- A: B, bis 2026-13-01\n", "a.md:3"},
        {"a.md", "# W\n## T\n- x\n## Zusammenhänge\n- 1 – 9: weit\n", "a.md"},
        {"a.md", "# W\n## T\n- x\n## Zusammenhänge\n- eins und zwei\n", "a.md:5"},
        {"a.md", "# W\n## T\n- gut\n- b\xff\n", "a.md:4"},
        {"a.csv", "", "a.csv"},
        {"a.csv", "table,votes\nT,3\n", "a.csv:1"},
        {"a.csv", "table,text\nT,\"offen\n", "a.csv:2"},
        {"a.csv", "table,text\nT,\"a\"b\n", "a.csv:2"},
        {"a.csv", "table,text\nT,a,b\n", "a.csv:2"},
        {"a.csv", "table,text,votes\nT,a,viele\n", "a.csv:2"},
        {"a.csv", "table,text,votes\nT,a,1\nT,b,-2\n", "a.csv:3"},
        {"a.csv", "table,text\nT,\xc3\x28\n", "a.csv:2"},
        {"a.json", "{\n \"x\": [1,\n}", "a.json:3"},
        {"a.json", "{\"x\": 1}", "a.json"},
        {"a.json", "{\"erntebild\": 99, \"changes\": []}", "a.json"},
        {"a.json", "{\"erntebild\": 1, \"changes\": [{}]}", "change 1"},
        {"a.json", "{\"erntebild\": 1, \"changes\": [7]}", "change 1"},
    };
    struct fake fake;
    fake_init(&fake, 5);
    char *path = fake_path(&fake, "a.erntebild");
    struct err err = {0};
    struct store *store = store_open(path, STORE_MAKE, fake_world(&fake, 5), &err);
    uint64_t before = 0, after = 0;
    assert_true(store_fingerprint(store, &before, &err));
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        struct import_result result;
        err_clear(&err);
        if (store_import_text(store, table[i].name, table[i].text, strlen(table[i].text), &result,
                              &err))
            fail_msg("case %zu was taken: %s", i, table[i].text);
        if (strstr(err.text, table[i].says) == NULL || strchr(err.text, '\n') != NULL)
            fail_msg("case %zu says: %s", i, err.text);
        assert_true(store_fingerprint(store, &after, NULL));
        assert_true(before == after); // nothing half-written
    }
    store_close(store);
    g_free(path);
    fake_clear(&fake);
}

static struct card *import_cards(struct fake *fake, struct store **store, const char *name,
                                 const char *text, struct arena *arena, size_t *n)
{
    char *path = fake_path(fake, name);
    char *file = g_strconcat(path, ".erntebild", NULL);
    struct err err = {0};
    struct import_result result;
    *store = store_open(file, STORE_MAKE, fake_world(fake, 5), &err);
    if (!store_import_text(*store, name, text, strlen(text), &result, &err))
        fail_msg("%s", err.text);
    g_free(file);
    g_free(path);
    return store_cards(*store, arena, result.workshop, 0, CARDS_SHOWN, n, &err);
}

static void a_scribe_s_notes_are_understood(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 6);
    struct arena *arena = arena_new();
    struct store *store;
    size_t n;
    struct card *cards =
        import_cards(&fake, &store, "a.md",
                     "\xEF\xBB\xBF# W\r\nDatum: 2026-03-14\r\nGruppen: A (Nord, Mitte), B\r\n"
                     "## Tisch (eins)\r\nFrage: Wie?\r\n"
                     "- [ar] فكرة {coffee} (7)\r\n  = Idee\r\n"
                     "* Kurs (für alle): jetzt (2) {book}\r\n"
                     "- Formel {x} (nie)\r\n"
                     "- lang\r\n  und weiter\r\n"
                     "## Vereinbarungen\r\n- A: Liste, bis 2026-04-30, mit B\r\n- lädt ein\r\n"
                     "## Treffen\r\n- 2026-05-05 17:30 Runde, Rathaus\r\n",
                     arena, &n);
    assert_int_equal(n, 4);
    assert_string_equal(cards[0].lang, "ar");
    assert_string_equal(cards[0].icon, "coffee");
    assert_string_equal(cards[0].gloss, "Idee");
    assert_int_equal(cards[0].votes, 7);
    assert_string_equal(cards[1].text, "Kurs (für alle): jetzt");
    assert_string_equal(cards[1].icon, "book");
    assert_int_equal(cards[1].votes, 2);
    assert_string_equal(cards[2].text, "Formel {x} (nie)");
    assert_string_equal(cards[3].text, "lang und weiter");
    struct agreement *agreements =
        store_agreements(store, arena, store_find_workshop(store, "w"), &n, NULL);
    assert_int_equal(n, 2);
    assert_string_equal(agreements[0].who, "A");
    assert_string_equal(agreements[0].what, "Liste");
    assert_string_equal(agreements[0].until, "2026-04-30");
    assert_string_equal(agreements[0].with, "B");
    assert_true(agreements[0].party == store_find_party(store, "a"));
    assert_string_equal(agreements[1].who, ""); // a missing owner is shown, not refused
    struct party *parties = store_parties(store, arena, store_find_workshop(store, NULL), &n, NULL);
    assert_int_equal(n, 2);
    assert_string_equal(parties[0].district, "Nord, Mitte");
    struct meeting *meetings =
        store_meetings(store, arena, store_find_workshop(store, NULL), &n, NULL);
    assert_string_equal(meetings[0].time, "17:30");
    assert_string_equal(meetings[0].place, "Rathaus");
    store_close(store);
    arena_free(arena);
    fake_clear(&fake);
}

// "Tisch 2: Garten" is table 2 called Garten; a number that is not the table's own belongs to its name.
static void a_table_s_number_is_no_part_of_its_name(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
    } sources[] = {
        {"a.md", "# W\n## Tisch 1: Arbeit\n- a\n## 2. Garten\n- b\n## Table 7: Rest\n- c\n## 4. \n- d\n"},
        {"a.csv", "table,text\nTisch 1: Arbeit,a\n2. Garten,b\nTisch 1: Arbeit,aa\nTable 7: Rest,c\n"
                  "4. ,d\n2. Garten,bb\n"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++) {
        struct fake fake;
        fake_init(&fake, 6);
        struct arena *arena = arena_new();
        struct store *store;
        size_t n;
        import_cards(&fake, &store, sources[i].name, sources[i].text, arena, &n);
        struct table *tables =
            store_tables(store, arena, store_find_workshop(store, NULL), &n, NULL);
        assert_int_equal(n, 4);
        assert_string_equal(tables[0].title, "Arbeit");
        assert_string_equal(tables[1].title, "Garten");
        assert_string_equal(tables[2].title, "Table 7: Rest");
        assert_string_equal(tables[3].title, "4.");
        store_close(store);
        arena_free(arena);
        fake_clear(&fake);
    }
}

static void csv_of_every_kind_is_understood(void **state)
{
    (void)state;
    static const char *const sources[] = {
        "table,text,votes\nT,\"Eins, zwei\",3\nT,\"sagt \"\"ja\"\"\",\n",
        "\xEF\xBB\xBFStimmen;Idee;Tisch\r\n3;Eins, zwei;T\r\n;\"sagt \"\"ja\"\"\";T\r\n",
        "TISCH\tText\tVotes\nT\tEins, zwei\t3\n\nT\t\"sagt \"\"ja\"\"\"\t0",
        "text,unbekannt,votes,table\n\"Eins, zwei\",x,3,T\n\"sagt \"\"ja\"\"\",y,,T\n",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++) {
        struct fake fake;
        fake_init(&fake, 7);
        struct arena *arena = arena_new();
        struct store *store;
        size_t n;
        struct card *cards = import_cards(&fake, &store, "meine.csv", sources[i], arena, &n);
        assert_int_equal(n, 2);
        assert_string_equal(cards[0].text, "Eins, zwei");
        assert_int_equal(cards[0].votes, 3);
        assert_string_equal(cards[1].text, "sagt \"ja\"");
        assert_true(store_find_workshop(store, "meine") != 0);
        store_close(store);
        arena_free(arena);
        fake_clear(&fake);
    }
}

static void importing_again_adds_only_what_is_new(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 8);
    struct arena *arena = arena_new();
    struct store *store;
    size_t n;
    // Two people wrote the same.
    import_cards(&fake, &store, "a.md", "# W\n## T\n- Gleich\n- Gleich\n- Anders\n", arena, &n);
    assert_int_equal(n, 3);
    struct import_result result;
    struct err err = {0};
    static const char again[] = "# W\n## T\n- Gleich\n- Gleich\n- Gleich\n- Neu\n";
    assert_true(store_import_text(store, "a.md", again, strlen(again), &result, &err));
    assert_int_equal(result.cards, 2);
    assert_int_equal(result.repeated, 2);
    assert_int_equal(result.tables, 0);
    store_close(store);
    arena_free(arena);
    fake_clear(&fake);
}

static void json_keeps_everything(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 9);
    struct err err = {0};
    char *path = make_sample(&fake), *copy = fake_path(&fake, "copy.erntebild");
    struct store *store = store_open(path, STORE_WRITE, fake_world(&fake, 5), &err);
    int64_t table = store_find_table(store, store_find_workshop(store, NULL), "1"), id;
    assert_true(store_add_card(store, table, NULL, "Mit \"Zeichen\" \\ und\nZeilen", "de", NULL, NULL,
                               "0,0 1.5,2", 0, 0, &id, &err));
    assert_true(store_undo(store, table, NULL, &err));
    assert_true(store_redo(store, table, NULL, &err));
    char *json = store_log_json(store, &err);
    struct store *other = store_open(copy, STORE_MAKE, fake_world(&fake, 7), &err);
    struct import_result result;
    assert_true(store_import_text(other, "log.json", json, strlen(json), &result, &err));
    uint64_t a = 0, b = 0;
    assert_true(store_fingerprint(store, &a, &err) && store_fingerprint(other, &b, &err));
    assert_true(a == b);
    char *again = store_log_json(other, &err);
    assert_string_equal(json, again);
    assert_true(store_import_text(other, "log.json", json, strlen(json), &result, &err));
    assert_int_equal(result.cards, 0);
    g_free(again);
    g_free(json);
    store_close(other);
    store_close(store);
    g_free(copy);
    g_free(path);
    fake_clear(&fake);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_files_are_refused_in_one_sentence),
        cmocka_unit_test(killed_while_it_was_made),
        cmocka_unit_test(damaged_files_never_crash),
        cmocka_unit_test(one_writer_many_readers),
        cmocka_unit_test(a_full_disk_loses_nothing),
        cmocka_unit_test(sources_that_are_wrong_name_the_line),
        cmocka_unit_test(a_scribe_s_notes_are_understood),
        cmocka_unit_test(a_table_s_number_is_no_part_of_its_name),
        cmocka_unit_test(csv_of_every_kind_is_understood),
        cmocka_unit_test(importing_again_adds_only_what_is_new),
        cmocka_unit_test(json_keeps_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

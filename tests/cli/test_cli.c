// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real binary, as a person calls it: exit status, sentences, files.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <glib/gstdio.h>
#include <json-c/json.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

struct outcome {
    int status;
    char *out, *err;
};

static char *folder; // made once for the whole program

static char *in_folder(const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static void limit_files(void *data)
{
    const struct rlimit limit = {*(const rlim_t *)data, *(const rlim_t *)data};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
}

// Runs the binary with `words` (space-separated; "%" stands for the folder) in English.
static struct outcome run_limited(const char *words, const rlim_t *file_limit)
{
    GPtrArray *argv = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(argv, g_strdup(g_getenv("ERNTEBILD")));
    char **parts = g_strsplit(words, " ", -1);
    for (char **part = parts; *part != NULL; part++) {
        char **pieces = g_strsplit(*part, "%", -1);
        g_ptr_array_add(argv, g_strjoinv(folder, pieces));
        g_strfreev(pieces);
    }
    g_strfreev(parts);
    g_ptr_array_add(argv, NULL);
    char **env = g_environ_setenv(g_get_environ(), "LC_ALL", "C.UTF-8", TRUE);
    struct outcome outcome = {0};
    int wait_status = 0;
    GError *error = NULL;
    if (!g_spawn_sync(NULL, (char **)argv->pdata, env, G_SPAWN_DEFAULT,
                      file_limit != NULL ? limit_files : NULL,
                      file_limit != NULL ? (gpointer)(guintptr)file_limit : NULL, &outcome.out,
                      &outcome.err, &wait_status, &error))
        fail_msg("%s", error->message);
    assert_true(WIFEXITED(wait_status)); // never a crash
    outcome.status = WEXITSTATUS(wait_status);
    g_strfreev(env);
    g_ptr_array_free(argv, TRUE);
    return outcome;
}

static struct outcome run(const char *words)
{
    return run_limited(words, NULL);
}

static void outcome_clear(struct outcome *outcome)
{
    g_free(outcome->out);
    g_free(outcome->err);
}

static void expect_done(const char *words)
{
    struct outcome outcome = run(words);
    if (outcome.status != 0)
        fail_msg("erntebild %s: exit %d, %s", words, outcome.status, outcome.err);
    outcome_clear(&outcome);
}

// Exit status, exactly one line on stderr, and all of `said` (separated by "|") in it.
static void expect_refusal(const char *words, int status, const char *said)
{
    struct outcome outcome = run(words);
    if (outcome.status != status)
        fail_msg("erntebild %s: exit %d instead of %d (%s)", words, outcome.status, status, outcome.err);
    char *newline = strchr(outcome.err, '\n');
    if (newline == NULL || newline[1] != '\0')
        fail_msg("erntebild %s: not one line: %s", words, outcome.err);
    char **parts = g_strsplit(said, "|", -1);
    for (char **part = parts; *part != NULL; part++)
        if (strstr(outcome.err, *part) == NULL)
            fail_msg("erntebild %s: \"%s\" does not say \"%s\"", words, outcome.err, *part);
    g_strfreev(parts);
    outcome_clear(&outcome);
}

static void write_text(const char *name, const char *text)
{
    char *path = in_folder(name);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    g_free(path);
}

static bool exists(const char *name)
{
    char *path = in_folder(name);
    bool there = g_file_test(path, G_FILE_TEST_EXISTS);
    g_free(path);
    return there;
}

static int set_up(void **state)
{
    (void)state;
    folder = g_dir_make_tmp("erntebild-cli-XXXXXX", NULL);
    char *sample = g_build_filename(g_getenv("ERNTEBILD_SOURCE"), "sessions/magdeburg-2016.md", NULL);
    char *words = g_strdup_printf("import %%/sample.erntebild %s", sample);
    expect_done(words);
    g_free(words);
    g_free(sample);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    GDir *dir = g_dir_open(folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL) {
        char *path = in_folder(name);
        g_unlink(path);
        g_free(path);
    }
    g_dir_close(dir);
    g_rmdir(folder);
    g_free(folder);
    return 0;
}

static void test_wrong_usage(void **state)
{
    (void)state;
    expect_refusal("poster", 2, "expected FILE");
    expect_refusal("poster %/sample.erntebild", 2, "-o");
    expect_refusal("poster %/sample.erntebild -o %/x.gif", 2, "x.gif");
    expect_refusal("poster %/sample.erntebild -o %/x.pdf --size a9", 2, "a9");
    expect_refusal("poster %/sample.erntebild -o %/x.pdf --unknown", 2, "--unknown");
    expect_refusal("add %/sample.erntebild Idee", 2, "--table");
    expect_refusal("import %/x.erntebild", 2, "SOURCE");
    struct outcome outcome = run("pster");
    assert_int_equal(outcome.status, 2);
    outcome_clear(&outcome);
    assert_false(exists("x.pdf"));
}

static void test_help(void **state)
{
    (void)state;
    static const char *const calls[] = {"--help", "poster --help", "add --help", "import --help",
                                        "words --help", "export --help", "merge --help",
                                        "check --help", "app --help", "--version"};
    for (size_t i = 0; i < G_N_ELEMENTS(calls); i++) {
        struct outcome outcome = run(calls[i]);
        assert_int_equal(outcome.status, 0);
        assert_true(strlen(outcome.out) > 10);
        outcome_clear(&outcome);
    }
}

static void test_bad_files(void **state)
{
    (void)state;
    expect_refusal("poster %/nowhere.erntebild -o %/x.pdf", 1, "nowhere.erntebild");
    write_text("foreign.erntebild", "this is a letter, not a database, and long enough to be one");
    expect_refusal("poster %/foreign.erntebild -o %/x.pdf", 1, "foreign.erntebild");
    expect_refusal("check %/foreign.erntebild", 1, "foreign.erntebild");
    expect_refusal("add %/foreign.erntebild --table 1 Idee", 1, "foreign.erntebild");

    char *sample = in_folder("sample.erntebild");
    char *bytes;
    gsize size;
    assert_true(g_file_get_contents(sample, &bytes, &size, NULL));
    char *damaged = in_folder("damaged.erntebild");
    memset(bytes + size / 2, 0xA5, size / 4);
    assert_true(g_file_set_contents(damaged, bytes, (gssize)size, NULL));
    expect_refusal("poster %/damaged.erntebild -o %/x.pdf", 1, "damaged.erntebild");
    expect_refusal("check %/damaged.erntebild", 1, "damaged.erntebild");
    assert_true(g_file_set_contents(damaged, bytes, (gssize)size / 3, NULL)); // cut off
    expect_refusal("poster %/damaged.erntebild -o %/x.pdf", 1, "damaged.erntebild");
    g_free(bytes);

    // user_version lies big-endian at offset 60 of an SQLite file.
    assert_true(g_file_get_contents(sample, &bytes, &size, NULL));
    bytes[60] = 0x7f;
    char *newer = in_folder("newer.erntebild");
    assert_true(g_file_set_contents(newer, bytes, (gssize)size, NULL));
    expect_refusal("add %/newer.erntebild --table 1 Idee", 1, "newer.erntebild");
    g_free(bytes);
    g_free(newer);
    g_free(damaged);
    g_free(sample);
    assert_false(exists("x.pdf"));
}

static void test_bad_sources(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *said;
    } cases[] = {
        {"quote.csv", "table,text\nA,\"offen\nB,zu\n", "quote.csv"},
        {"quote2.csv", "table,text\nA,gut\nB,\"zu\"x\n", "quote2.csv|3"},
        {"utf8.csv", "table,text\nA,gut\nB,\xff\xfe\n", "utf8.csv|3"},
        {"number.csv", "table,text,votes\nA,gut,drei\n", "number.csv|2"},
        {"cells.csv", "table,text\nA,gut,zu,viel\n", "cells.csv|2"},
        {"head.csv", "foo,bar\n1,2\n", "head.csv"},
        {"empty.csv", "", "empty.csv"},
        {"line.md", "# T\n## Tisch\n- gut\nwas ist das\n", "line.md|4"},
        {"notitle.md", "nichts hier\n", "notitle.md|1"},
        {"broken.json", "{\"a\": ", "broken.json"},
        {"letter.txt", "Liebe Leute", "letter.txt"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        write_text(cases[i].name, cases[i].text);
        char *words = g_strdup_printf("import %%/new.erntebild %%/%s", cases[i].name);
        expect_refusal(words, 1, cases[i].said);
        g_free(words);
        assert_false(exists("new.erntebild"));
    }
    assert_false(exists("x.pdf"));
}

static void test_unknown_names(void **state)
{
    (void)state;
    expect_refusal("add %/sample.erntebild --table Raumfahrt Idee", 1, "Raumfahrt|Spracherwerb");
    expect_refusal("add %/sample.erntebild --table 1 --party Niemand Idee", 1, "Niemand");
    expect_refusal("poster %/sample.erntebild --workshop Keine -o %/x.pdf", 1, "Keine");
    expect_refusal("poster %/sample.erntebild --style spirale -o %/x.pdf", 2, "spirale");
}

static void test_places_that_cannot_be_written(void **state)
{
    (void)state;
    expect_refusal("poster %/sample.erntebild -o %/no/such/folder/x.pdf", 1, "x.pdf");
    expect_refusal("poster %/sample.erntebild -o /proc/x.pdf", 1, "/proc/x.pdf");
    expect_refusal("export %/sample.erntebild -o /proc/x.csv", 1, "/proc/x.csv");
    expect_refusal("import /proc/new.erntebild %/sample.md", 1, "");
}

// A full disk: nothing half-written, the old picture stays.
static void test_full_disk(void **state)
{
    (void)state;
    expect_done("poster %/sample.erntebild -o %/kept.pdf");
    char *kept = in_folder("kept.pdf");
    char *before, *after;
    gsize before_size, after_size;
    assert_true(g_file_get_contents(kept, &before, &before_size, NULL));
    static const char *const calls[] = {
        "poster %/sample.erntebild -o %/kept.pdf",
        "poster %/sample.erntebild -o %/new.svg",
        "poster %/sample.erntebild -o %/new.png --dpi 30",
        "export %/sample.erntebild -o %/new.json",
    };
    const rlim_t limit = 4096;
    for (size_t i = 0; i < G_N_ELEMENTS(calls); i++) {
        struct outcome outcome = run_limited(calls[i], &limit);
        assert_int_equal(outcome.status, 1);
        assert_non_null(strstr(outcome.err, calls[i][0] == 'e' ? "new.json" : i == 0 ? "kept.pdf" : "new."));
        outcome_clear(&outcome);
    }
    assert_true(g_file_get_contents(kept, &after, &after_size, NULL));
    assert_int_equal(before_size, after_size);
    assert_memory_equal(before, after, before_size);
    GDir *dir = g_dir_open(folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL) {
        assert_null(strstr(name, ".part"));
        assert_false(g_str_has_prefix(name, "new."));
    }
    g_dir_close(dir);
    g_free(before);
    g_free(after);
    g_free(kept);
}

static void test_two_runs_give_the_same_bytes(void **state)
{
    (void)state;
    static const char *const kinds[] = {"pdf", "svg", "png"};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        char *contents[2];
        gsize sizes[2];
        for (int turn = 0; turn < 2; turn++) {
            char *words = g_strdup_printf("poster %%/sample.erntebild --dpi 40 -o %%/same%d.%s", turn, kinds[i]);
            expect_done(words);
            g_free(words);
            char *name = g_strdup_printf("same%d.%s", turn, kinds[i]);
            char *path = in_folder(name);
            assert_true(g_file_get_contents(path, &contents[turn], &sizes[turn], NULL));
            g_free(path);
            g_free(name);
        }
        assert_int_equal(sizes[0], sizes[1]);
        assert_memory_equal(contents[0], contents[1], sizes[0]);
        g_free(contents[0]);
        g_free(contents[1]);
    }
}

// Runs a program of the system; "%" stands for the folder.
static char *tool(const char *words)
{
    char **pieces = g_strsplit(words, "%", -1);
    char *line = g_strjoinv(folder, pieces);
    g_strfreev(pieces);
    char *out = NULL;
    int status = 0;
    GError *error = NULL;
    if (!g_spawn_command_line_sync(line, &out, NULL, &status, &error))
        fail_msg("%s", error->message);
    assert_int_equal(status, 0);
    g_free(line);
    return out;
}

static void test_pdf_text_and_fonts(void **state)
{
    (void)state;
    expect_done("poster %/sample.erntebild -o %/text.pdf");
    char *text = tool("pdftotext -raw %/text.pdf -");
    // Lines are broken on the page: compare without white space and hyphens.
    GString *flat = g_string_new(NULL);
    for (const char *p = text; *p != '\0'; p++)
        if (strchr(" \n\f\r-", *p) == NULL)
            g_string_append_c(flat, *p);
    static const char *const words[] = {"Zukunftswerkstatt", "Integration", "Praktikum", "Sprachcafé",
                                        "Begegnungscafé", "Nachbarschaftsfest", "Spracherwerb",
                                        "Willkommensmappe", "BündnisRunde", "PatenPool",
                                        "Kernpunkte", "OneOpenDoor"};
    for (size_t i = 0; i + 1 < G_N_ELEMENTS(words); i++)
        if (strstr(flat->str, words[i]) == NULL)
            fail_msg("pdftotext does not find %s", words[i]);
    g_string_free(flat, TRUE);
    g_free(text);

    char *fonts = tool("pdffonts %/text.pdf");
    char **lines = g_strsplit(fonts, "\n", -1);
    int n = 0;
    for (char **line = lines; *line != NULL; line++) {
        if (line - lines < 2 || **line == '\0')
            continue;
        n++;
        if (strstr(*line, "yes yes") == NULL)
            fail_msg("not embedded as a subset: %s", *line);
        if (strstr(*line, "Playpen") == NULL && strstr(*line, "Marhey") == NULL &&
            strstr(*line, "Ethiopic") == NULL)
            fail_msg("a fallback font: %s", *line);
    }
    assert_true(n >= 4);
    g_strfreev(lines);
    g_free(fonts);
}

static void test_dump_form(void **state)
{
    (void)state;
    expect_done("poster %/sample.erntebild --dump-scene %/dump.json --size a3");
    char *path = in_folder("dump.json");
    json_object *dump = json_object_from_file(path);
    assert_non_null(dump);
    json_object *page = json_object_object_get(dump, "page");
    assert_true(json_object_get_double(json_object_object_get(page, "w")) == 420);
    assert_true(json_object_get_double(json_object_object_get(page, "h")) == 297);
    json_object *items = json_object_object_get(dump, "items");
    size_t n = json_object_array_length(items), ideas = 0;
    for (size_t i = 0; i < n; i++) {
        json_object *item = json_object_array_get_idx(items, i);
        json_object *box = json_object_object_get(item, "box");
        assert_int_equal(json_object_array_length(box), 4);
        if (strcmp(json_object_get_string(json_object_object_get(item, "kind")), "keyword") == 0) {
            ideas++;
            assert_true(json_object_get_double(json_object_object_get(item, "size_pt")) > 6.9);
        }
    }
    assert_true(ideas >= 50);
    assert_true(json_object_is_type(json_object_object_get(dump, "appendix"), json_type_array));
    json_object_put(dump);
    g_free(path);
}

static void test_add_export_merge(void **state)
{
    (void)state;
    char *words = g_strdup_printf("import %%/a.erntebild %s/sessions/magdeburg-2016.md", g_getenv("ERNTEBILD_SOURCE"));
    expect_done(words);
    g_free(words);
    expect_done("export %/a.erntebild -o %/a.json");
    expect_done("import %/b.erntebild %/a.json");
    expect_done("add %/b.erntebild --table Spracherwerb --votes 4 Lesecafé");
    expect_done("add %/b.erntebild --table 3 --language ar مقهى");
    expect_done("merge %/a.erntebild %/b.erntebild");
    expect_done("merge %/a.erntebild %/b.erntebild"); // again: nothing new
    expect_done("export %/a.erntebild -o %/a.csv");
    char *path = in_folder("a.csv");
    char *csv;
    assert_true(g_file_get_contents(path, &csv, NULL, NULL));
    const char *first = strstr(csv, "Lesecafé");
    assert_non_null(first);
    assert_null(strstr(first + 1, "Lesecafé"));
    assert_non_null(strstr(csv, "مقهى"));
    g_free(csv);
    g_free(path);
    expect_done("check %/a.erntebild");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrong_usage),
        cmocka_unit_test(test_help),
        cmocka_unit_test(test_bad_files),
        cmocka_unit_test(test_bad_sources),
        cmocka_unit_test(test_unknown_names),
        cmocka_unit_test(test_places_that_cannot_be_written),
        cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_two_runs_give_the_same_bytes),
        cmocka_unit_test(test_pdf_text_and_fonts),
        cmocka_unit_test(test_dump_form),
        cmocka_unit_test(test_add_export_merge),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("cli", tests, set_up, tear_down);
}

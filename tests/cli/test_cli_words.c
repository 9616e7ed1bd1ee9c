// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// `erntebild words` as scripts and facilitators call it: JSON, choices of a network, pairs, bundles.

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
#include <string.h>
#include <sys/wait.h>

static char *folder, *file; // made once for the whole program

struct outcome {
    int status;
    char *out, *err;
};

// Runs the binary with what `arguments` says to a shell; FILE stands for the network's file.
static struct outcome run(const char *said, const char *arguments)
{
    char *input = g_build_filename(folder, "input", NULL);
    assert_true(g_file_set_contents(input, said, -1, NULL));
    char *line = g_strdup_printf("export LC_ALL=C.UTF-8 FILE='%s'; \"$ERNTEBILD\" %s <'%s'", file, arguments,
                                 input);
    char shell[] = "/bin/sh", option[] = "-c";
    char *argv[] = {shell, option, line, NULL};
    struct outcome outcome = {0};
    int wait_status = 0;
    assert_true(g_spawn_sync(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &outcome.out,
                             &outcome.err, &wait_status, NULL));
    outcome.status = WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1;
    g_free(line);
    g_free(input);
    return outcome;
}

static void clear(struct outcome *outcome)
{
    g_free(outcome->out);
    g_free(outcome->err);
}

static void expect(const char *said, const char *arguments, int status, const char *out,
                   const char *err)
{
    struct outcome outcome = run(said, arguments);
    if (outcome.status != status || !g_str_has_prefix(outcome.out, out) ||
        strstr(outcome.err, err) == NULL)
        fail_msg("%s: exit %d, out %s, err %s", arguments, outcome.status, outcome.out, outcome.err);
    clear(&outcome);
}

static struct json_object *member(struct json_object *object, const char *name)
{
    struct json_object *value;
    assert_true(json_object_object_get_ex(object, name, &value));
    return value;
}

static void test_json(void **state)
{
    (void)state;
    struct outcome outcome = run("  Wir wünschen uns ein Sprachcafé am Nachmittag\n", "words --json");
    assert_int_equal(outcome.status, 0);
    struct json_object *object = json_tokener_parse(outcome.out);
    const char *text = json_object_get_string(member(object, "text"));
    const char *keyword = json_object_get_string(member(object, "keyword"));
    assert_string_equal(json_object_get_string(member(object, "language")), "de");
    // The place counts characters of the text.
    struct json_object *place = member(object, "place");
    long start = json_object_get_int(member(place, "start"));
    long length = json_object_get_int(member(place, "length"));
    char *piece = g_utf8_substring(text, start, start + length);
    assert_string_equal(piece, keyword);
    struct json_object *icons = member(object, "icons");
    assert_in_range(json_object_array_length(icons), 1, 4);
    struct json_object *first = json_object_array_get_idx(icons, 0);
    assert_string_equal(json_object_get_string(member(first, "concept")), "language_cafe");
    assert_string_equal(json_object_get_string(member(first, "name")), "messages");
    assert_in_range((unsigned)(json_object_get_double(member(first, "score")) * 1000), 1, 1000);
    assert_string_equal(
        json_object_get_string(json_object_array_get_idx(member(first, "because"), 0)), "Sprachcafé");
    g_free(piece);
    json_object_put(object);
    clear(&outcome);
}

static void test_choices(void **state)
{
    (void)state;
    expect("", "words \"$FILE\" --remember GWA=building-lighthouse --choices", 0,
           "GWA\tbuilding-lighthouse\n", "");
    expect("Die GWA soll bleiben\n", "words \"$FILE\"", 0, "GWA\tbuilding-lighthouse (GWA)", "");
    // The same word again takes the earlier one's place.
    expect("", "words \"$FILE\" --remember gwa=anchor --choices", 0, "gwa\tanchor\n", "");
    expect("Die GWA soll bleiben\n", "words \"$FILE\"", 0, "GWA\tanchor (GWA)", "");
    expect("", "words \"$FILE\" --forget GWA", 0, "", "");
    expect("", "words \"$FILE\" --forget GWA", 1, "", "nothing is remembered");
    expect("", "words \"$FILE\" --remember GWA=no-such-icon", 1, "", "no icon called");
    expect("", "words \"$FILE\" --remember GWA", 2, "", "WORD=ICON");
    expect("", "words \"$FILE\" --remember =anchor", 1, "", "needs the word");
    expect("", "words --choices", 2, "", "name the file");
    expect("", "words \"$FILE.missing\" --choices", 1, "", "missing");
}

static void test_lines_together(void **state)
{
    (void)state;
    expect("Mehr Bäume am Marktplatz\nOffene Sporthalle\nmehr Bäume auf dem Marktplatz\n",
           "words --alike", 0, "", "");
    struct outcome outcome =
        run("Mehr Bäume am Marktplatz\nOffene Sporthalle\nmehr bäume am marktplatz\n", "words --alike");
    assert_non_null(strstr(outcome.out, "Mehr Bäume am Marktplatz\tmehr bäume am marktplatz"));
    assert_null(strstr(outcome.out, "Sporthalle"));
    clear(&outcome);
    expect("Mehr Bänke im Park\nBänke vor der Bücherei\nBänke an der Haltestelle\n",
           "words --bundle", 0, "Bänke", "");
    expect("\xff\n", "words", 1, "", "line 1");
}

int main(void)
{
    folder = g_dir_make_tmp("erntebild-words-XXXXXX", NULL);
    file = g_build_filename(folder, "network.erntebild", NULL);
    char *source = g_build_filename(folder, "source.md", NULL);
    g_file_set_contents(source, "# Werkstatt\n## Zusammen leben\n- Mehr Bänke\n", -1, NULL);
    char *import = g_strdup_printf("import \"$FILE\" '%s' >/dev/null", source);
    struct outcome outcome = run("", import);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_choices),
        cmocka_unit_test(test_lines_together),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    int failed = cmocka_run_group_tests_name("words command", tests, NULL, NULL);
    static const char *const names[] = {"input", "network.erntebild", "source.md"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        char *path = g_build_filename(folder, names[i], NULL);
        g_unlink(path);
        g_free(path);
    }
    g_rmdir(folder);
    clear(&outcome);
    g_free(import);
    g_free(source);
    g_free(file);
    g_free(folder);
    return failed;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// measure SOURCE_ROOT [--peers] [--file=WORKSHOP]... [--paper=SIZE]... [NAME...]
//
// What can be counted about the pictures of pictures.h in every composition, one line each; how far
// things move when one card is added; and, with --peers, what a spiral word cloud and a hand-drawn
// plot lose on the same words (tests/measure/peers, installed there by `npm ci` when asked for).
// NAMEs choose pictures; of workshops in files on these papers (default a1) the same is counted but
// the moving. Exit 1 when a picture overlaps, cuts or loses something.
#include <glib.h>
#include <glib/gstdio.h>
#include <json.h>
#include <stdio.h>
#include <stdlib.h>

#include "measures.h"
#include "pictures.h"

struct call {
    const char *source;
    gchar **names;
    gboolean peers;
    gchar **files, **papers;
};

static bool is_wanted(const struct call *call, const struct picture *picture)
{
    bool wanted = call->names == NULL;
    for (char **name = call->names; name != NULL && *name != NULL; name++)
        wanted = wanted || g_str_equal(*name, picture->name);
    return wanted;
}

// One card more at each table in turn: half of the other items move less than the median.
static void say_shift(struct pictures *open, const struct picture *picture, const char *style,
                      const struct poster *poster)
{
    double sum = 0, worst = 0, most_sum = 0;
    int n = 0;
    for (int table = 0;; table++) {
        struct print *more = pictures_print(open, picture, style, table);
        if (more == NULL)
            break;
        double median, most;
        measures_shift(poster, more->poster, &median, &most);
        sum += median;
        most_sum += most;
        worst = MAX(worst, median);
        n++;
        print_free(more);
    }
    if (n > 0)
        printf("   %5.2f %5.2f %5.2f", 100 * sum / n, 100 * worst, 100 * most_sum / n);
}

// Whether something that must not be is there. `moves`: one card more is tried, too.
static bool measure(struct pictures *open, const struct picture *picture, const char *style,
                    bool moves)
{
    struct print *print = pictures_print(open, picture, style, -1);
    if (print == NULL) {
        printf("%-18s not measured: its source is not here (ERNTEBILD_CORPUS)\n", picture->name);
        return false;
    }
    struct measures m;
    measures_take(&m, print->harvest, print->poster);
    printf("%-18s %-7s %5zu %4zu %4zu %4zu %5zu %4zu %4zu %4zu %5.1f %3zu %5.1f %5.1f %5.1f %5.1f %6.1f",
           picture->name, poster_style(print->poster), m.items, m.overlaps, m.cut, m.lost,
           m.shortened, m.crossings, m.struck, m.divided, m.smallest_pt, m.levels, 100 * m.ink, 100 * m.white,
           100 * m.colour, 100 * m.empty, m.contrast);
    if (moves)
        say_shift(open, picture, style, print->poster);
    printf("\n");
    fflush(stdout);
    print_free(print);
    return m.overlaps + m.cut + m.lost + m.crossings > 0;
}

static bool measure_file(struct pictures *open, const char *file, const char *paper)
{
    bool bad = false;
    char *name = g_path_get_basename(file), *shown = g_strdup_printf("%.12s %s", name, paper);
    const struct picture picture = {shown, 0, 0, file, paper, false};
    for (size_t k = 0; poster_style_name(k) != NULL; k++)
        bad = measure(open, &picture, poster_style_name(k), false) || bad;
    g_free(shown);
    g_free(name);
    return bad;
}

// ---- peers --------------------------------------------------------------------------------------

// The words and votes of a picture, for programs that know nothing else.
static bool write_words(const struct print *print, const char *name, double w, double h,
                        const char *path)
{
    struct json_object *root = json_object_new_object(), *words = json_object_new_array();
    for (size_t t = 0; t < print->harvest->tables_n; t++)
        for (size_t i = 0; i < print->harvest->tables[t].n; i++) {
            const struct harvest_idea *idea = &print->harvest->tables[t].ideas[i];
            struct json_object *word = json_object_new_object();
            json_object_object_add(word, "keyword", json_object_new_string(idea->keyword));
            json_object_object_add(word, "text", json_object_new_string(idea->full));
            json_object_object_add(word, "lang", json_object_new_string(idea->lang));
            json_object_object_add(word, "votes", json_object_new_int64(idea->votes));
            json_object_object_add(word, "table", json_object_new_int((int)t));
            json_object_array_add(words, word);
        }
    json_object_object_add(root, "name", json_object_new_string(name));
    json_object_object_add(root, "w", json_object_new_double(w));
    json_object_object_add(root, "h", json_object_new_double(h));
    json_object_object_add(root, "words", words);
    bool ok = json_object_to_file_ext(path, root, JSON_C_TO_STRING_PLAIN) == 0;
    json_object_put(root);
    return ok;
}

static void say_peers(struct pictures *open, const struct call *call)
{
    char *script = g_build_filename(call->source, "tests/measure/peers/peers.mjs", NULL);
    char *installed = g_build_filename(call->source, "tests/measure/peers/node_modules", NULL);
    char *words = g_build_filename(open->folder, "words.json", NULL);
    printf("\nthe same words elsewhere: lost = not placed, cut = leaves the page, over = boxes that overlap\n");
    if (!g_file_test(installed, G_FILE_TEST_IS_DIR))
        printf("not installed; (cd tests/measure/peers && npm ci) brings them\n");
    for (size_t i = 0; i < pictures_n && g_file_test(installed, G_FILE_TEST_IS_DIR); i++) {
        if (!is_wanted(call, &pictures[i]))
            continue;
        struct print *print = pictures_print(open, &pictures[i], NULL, -1);
        if (print == NULL)
            continue;
        const struct scene *page = poster_page(print->poster, 0);
        char *argv[] = {(char[]){"node"}, script, words, NULL};
        fflush(stdout);
        GError *error = NULL;
        if (!write_words(print, pictures[i].name, page->w, page->h, words) ||
            !g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN,
                          NULL, NULL, NULL, NULL, NULL, &error))
            printf("%s: %s\n", pictures[i].name, error != NULL ? error->message : "not written");
        g_clear_error(&error);
        print_free(print);
    }
    g_unlink(words);
    g_free(words);
    g_free(installed);
    g_free(script);
}

int main(int argc, char **argv)
{
    struct call call = {0};
    const GOptionEntry entries[] = {
        {"peers", 0, 0, G_OPTION_ARG_NONE, &call.peers, "Also what others lose", NULL},
        {"file", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &call.files, "Workshop to measure", "WORKSHOP"},
        {"paper", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call.papers, "Its papers", "SIZE"},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &call.names, NULL, NULL},
        G_OPTION_ENTRY_NULL,
    };
    GOptionContext *context = g_option_context_new("SOURCE_ROOT [NAME...]");
    g_option_context_add_main_entries(context, entries, NULL);
    GError *error = NULL;
    if (!g_option_context_parse(context, &argc, &argv, &error) || call.names == NULL) {
        fprintf(stderr, "%s\n", error != NULL ? error->message : "usage: measure SOURCE_ROOT [--peers] [NAME...]");
        return 2;
    }
    g_option_context_free(context);
    char **names = call.names;
    call.source = names[0];
    call.names = names[1] != NULL ? names + 1 : NULL;
    struct pictures open;
    pictures_open(&open, call.source);
    printf("per picture: items, overlaps, cut texts, lost cards, cards shortened (whole in the "
           "appendix), connectors\nthrough text, dark strokes under text, divided words, "
           "least lettering (pt), levels of size, ink, white, colour and largest\nempty rectangle "
           "(%% of the page), least contrast; one card more: median shift, worst median, 9 of 10 "
           "(%% of\nthe diagonal)\n\n"
           "%-18s %-7s %5s %4s %4s %4s %5s %4s %4s %4s %5s %3s %5s %5s %5s %5s %6s   %5s %5s %5s\n",
           "picture", "style", "items", "over", "cut", "lost", "short", "conn", "dark", "div", "pt", "lev",
           "ink", "white", "col", "empty", "contr", "shift", "worst", "9/10");
    bool bad = false;
    for (size_t i = 0; i < pictures_n && call.files == NULL; i++)
        for (size_t k = 0; is_wanted(&call, &pictures[i]) && poster_style_name(k) != NULL; k++)
            bad = measure(&open, &pictures[i], poster_style_name(k), true) || bad;
    const char *const usual[] = {"a1", NULL};
    const char *const *papers = call.papers != NULL ? (const char *const *)call.papers : usual;
    for (char **file = call.files; file != NULL && *file != NULL; file++)
        for (size_t i = 0; papers[i] != NULL; i++)
            bad = measure_file(&open, *file, papers[i]) || bad;
    if (call.peers)
        say_peers(&open, &call);
    pictures_close(&open);
    g_strfreev(names);
    g_strfreev(call.files);
    g_strfreev(call.papers);
    return bad ? 1 : 0;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <errno.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "cli/command.h"
#include "words/words.h"

// One JSON object, as DESIGN.md writes it: text, language, keyword, icons with score and reasons.
static void print_json(const char *text, const struct word_result *result)
{
    json_object *object = json_object_new_object();
    json_object_object_add(object, "text", json_object_new_string(text));
    json_object_object_add(object, "language", json_object_new_string(result->lang));
    json_object_object_add(object, "keyword", json_object_new_string(result->keyword));
    json_object *icons = json_object_new_array();
    for (size_t i = 0; i < result->icons_n; i++) {
        const struct word_icon *icon = &result->icons[i];
        json_object *entry = json_object_new_object();
        char score[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(score, sizeof score, "%.3f", icon->score);
        json_object_object_add(entry, "name", json_object_new_string(icon->name));
        json_object_object_add(entry, "concept", json_object_new_string(icon->concept));
        json_object_object_add(entry, "score", json_object_new_double_s(icon->score, score));
        json_object *because = json_object_new_array();
        for (int k = 0; k < WORDS_REASONS && icon->because[k] != NULL; k++)
            json_object_array_add(because, json_object_new_string(icon->because[k]));
        json_object_object_add(entry, "because", because);
        json_object_array_add(icons, entry);
    }
    json_object_object_add(object, "icons", icons);
    puts(json_object_to_json_string_ext(object, JSON_C_TO_STRING_PLAIN |
                                                    JSON_C_TO_STRING_NOSLASHESCAPE));
    json_object_put(object);
}

static void print_plain(const struct word_result *result)
{
    fputs(result->keyword, stdout);
    for (size_t i = 0; i < result->icons_n; i++) {
        printf("%s%s", i == 0 ? "\t" : ", ", result->icons[i].name);
        for (int k = 0; k < WORDS_REASONS && result->icons[i].because[k] != NULL; k++)
            printf("%s%s", k == 0 ? " (" : ", ", result->icons[i].because[k]);
        if (result->icons[i].because[0] != NULL)
            putchar(')');
    }
    putchar('\n');
}

static bool read_lines(struct cli *cli, GPtrArray *lines)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t got;
    bool ok = true;
    while (ok && (got = getline(&line, &room, stdin)) >= 0) {
        while (got > 0 && (line[got - 1] == '\n' || line[got - 1] == '\r'))
            line[--got] = '\0';
        if (g_utf8_validate(line, got, NULL))
            g_ptr_array_add(lines, g_strndup(line, (gsize)got));
        else
            ok = err_set(&cli->err, ERR_INPUT,
                         N_("standard input, line %u: not UTF-8 text. Convert it first."),
                         lines->len + 1);
    }
    free(line);
    return ok && (!ferror(stdin) || err_set_errno(&cli->err, errno, "stdin"));
}

int command_words(struct cli *cli, const struct command *command, int argc, char **argv)
{
    char *language = NULL;
    gboolean json = FALSE;
    const GOptionEntry entries[] = {
        {"language", 'l', 0, G_OPTION_ARG_STRING, &language, "Language of all lines (default: guessed)", "XX"},
        {"json", 'j', 0, G_OPTION_ARG_NONE, &json, "One JSON object a line", NULL},
        G_OPTION_ENTRY_NULL,
    };
    char **rest;
    int status = command_parse(cli, command, entries, argc, argv, 0, 0, &rest);
    if (status == EXIT_DONE) {
        GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
        struct words *words = words_open(&cli->err);
        if (words != NULL && read_lines(cli, lines)) {
            struct word_counts *counts = word_counts_new(words);
            for (guint i = 0; i < lines->len; i++)
                word_counts_add(counts, lines->pdata[i], language);
            struct arena *arena = arena_new();
            for (guint i = 0; i < lines->len; i++, arena_reset(arena)) {
                const struct word_result *result =
                    words_understand(words, lines->pdata[i], language, counts, arena);
                if (json)
                    print_json(lines->pdata[i], result);
                else
                    print_plain(result);
            }
            arena_free(arena);
            word_counts_free(counts);
        } else {
            status = EXIT_FAILED;
        }
        words_close(words);
        g_ptr_array_free(lines, TRUE);
    }
    g_free(language);
    g_strfreev(rest);
    return status;
}

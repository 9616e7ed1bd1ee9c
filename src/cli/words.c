// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <errno.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "poster/harvest.h"
#include "words/words.h"

struct words_call {
    struct cli *cli;
    struct words *words;
    char *language;
    gboolean json, alike, bundle;
    struct choices_call choices;
    struct arena *arena;
    struct word_text *texts; // the lines
    size_t n;
};

static void print_object(json_object *object)
{
    puts(json_object_to_json_string_ext(object, JSON_C_TO_STRING_PLAIN |
                                                    JSON_C_TO_STRING_NOSLASHESCAPE));
    json_object_put(object);
}

// Where the keyword stands in the text: characters from `start`, `length` of them; nothing when it is
// not one piece of it.
static json_object *place_of(const char *text, const struct word_result *result)
{
    const char *start = text + result->keyword_start;
    if (result->keyword_length == 0)
        return NULL;
    json_object *place = json_object_new_object();
    json_object_object_add(place, "start",
                           json_object_new_int64(g_utf8_pointer_to_offset(text, start)));
    json_object_object_add(
        place, "length",
        json_object_new_int64(g_utf8_strlen(start, (gssize)result->keyword_length)));
    return place;
}

// A score as people read it: three digits.
static json_object *score_of(double score)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(digits, sizeof digits, "%.3f", score);
    return json_object_new_double_s(score, digits);
}

// One JSON object: text, language, keyword and its place, icons with score and reasons.
static void print_json(const char *text, const struct word_result *result)
{
    json_object *object = json_object_new_object();
    json_object_object_add(object, "text", json_object_new_string(text));
    json_object_object_add(object, "language", json_object_new_string(result->lang));
    json_object_object_add(object, "keyword", json_object_new_string(result->keyword));
    json_object_object_add(object, "place", place_of(text, result));
    json_object *icons = json_object_new_array();
    for (size_t i = 0; i < result->icons_n; i++) {
        const struct word_icon *icon = &result->icons[i];
        json_object *entry = json_object_new_object();
        json_object_object_add(entry, "name", json_object_new_string(icon->name));
        json_object_object_add(entry, "concept", json_object_new_string(icon->concept));
        json_object_object_add(entry, "score", score_of(icon->score));
        json_object_object_add(entry, "sure", json_object_new_boolean(icon->sure));
        json_object *because = json_object_new_array();
        for (int k = 0; k < WORDS_REASONS && icon->because[k] != NULL; k++)
            json_object_array_add(because, json_object_new_string(icon->because[k]));
        json_object_object_add(entry, "because", because);
        json_object_array_add(icons, entry);
    }
    json_object_object_add(object, "icons", icons);
    print_object(object);
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

static bool read_lines(struct words_call *call)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t got;
    GArray *texts = g_array_new(FALSE, FALSE, sizeof(struct word_text));
    bool ok = true;
    while (ok && (got = getline(&line, &room, stdin)) >= 0) {
        while (got > 0 && (line[got - 1] == '\n' || line[got - 1] == '\r'))
            line[--got] = '\0';
        if (g_utf8_validate(line, got, NULL)) {
            const char *text = arena_strndup(call->arena, line, (size_t)got);
            const struct word_text one = {
                text, call->language != NULL ? call->language
                                             : words_guess_language(call->words, text)};
            g_array_append_val(texts, one);
        } else {
            ok = err_set(&call->cli->err, ERR_INPUT,
                         N_("standard input, line %u: not UTF-8 text. Convert it first."),
                         texts->len + 1);
        }
    }
    free(line);
    ok = ok && (!ferror(stdin) || err_set_errno(&call->cli->err, errno, "stdin"));
    call->n = texts->len;
    call->texts = arena_copy(call->arena, texts->data, texts->len * sizeof(struct word_text));
    g_array_free(texts, TRUE);
    return ok;
}

static struct word_counts *count_words(const struct words_call *call)
{
    struct word_counts *counts = word_counts_new(call->words);
    for (size_t i = 0; i < call->n; i++)
        word_counts_add(counts, call->texts[i].text, call->texts[i].lang);
    return counts;
}

// Keyword and icons of each line; lines that say the same agree on one keyword.
static void print_words(const struct words_call *call)
{
    struct word_counts *counts = count_words(call);
    struct word_result **results = ARENA_ARRAY(call->arena, struct word_result *, call->n + 1);
    for (size_t i = 0; i < call->n; i++)
        results[i] = words_understand(call->words, call->texts[i].text, call->texts[i].lang, counts,
                                      call->arena);
    words_agree(call->words, call->texts, results, call->n, call->arena);
    for (size_t i = 0; i < call->n; i++) {
        if (call->json)
            print_json(call->texts[i].text, results[i]);
        else
            print_plain(results[i]);
    }
    word_counts_free(counts);
}

static void print_alike(const struct words_call *call)
{
    size_t room = call->n * 4 + 16;
    struct word_pair *pairs = g_new(struct word_pair, room);
    size_t n = words_find_alike(call->words, call->texts, call->n, pairs, room);
    for (size_t i = 0; i < n && pairs[i].score >= WORDS_ALIKE; i++) {
        const char *a = call->texts[pairs[i].a].text, *b = call->texts[pairs[i].b].text;
        if (!call->json) {
            printf("%.2f\t%s\t%s\n", pairs[i].score, a, b);
            continue;
        }
        json_object *object = json_object_new_object();
        json_object_object_add(object, "score", score_of(pairs[i].score));
        json_object_object_add(object, "a", json_object_new_string(a));
        json_object_object_add(object, "b", json_object_new_string(b));
        print_object(object);
    }
    g_free(pairs);
}

static void print_bundle(const struct words_call *call)
{
    struct word_counts *counts = count_words(call);
    const char *name =
        words_name_bundle(call->words, call->texts, call->n, counts, call->arena);
    if (call->json) {
        json_object *object = json_object_new_object();
        json_object_object_add(object, "name", json_object_new_string(name));
        print_object(object);
    } else {
        puts(name);
    }
    word_counts_free(counts);
}

// The choices of FILE count, and may be what this call is about.
static bool open_choices(struct words_call *call, const char *path)
{
    bool write = choices_change(&call->choices);
    if (path == NULL)
        return !choices_asked(&call->choices) ||
               err_set(&call->cli->err, ERR_USAGE,
                       N_("erntebild words: name the file whose choices are meant."));
    struct store *store =
        store_open(path, write ? STORE_WRITE : STORE_READ, call->cli->world, &call->cli->err);
    bool ok = store != NULL && choices_run(&call->choices, call->cli, store) &&
              harvest_use_choices(store, call->words, &call->cli->err);
    store_close(store);
    return ok;
}

static bool answer(struct words_call *call, const char *path)
{
    call->words = words_open(&call->cli->err);
    if (call->words == NULL || !open_choices(call, path))
        return false;
    if (choices_asked(&call->choices))
        return true;
    if (!read_lines(call))
        return false;
    if (call->alike)
        print_alike(call);
    else if (call->bundle)
        print_bundle(call);
    else
        print_words(call);
    return true;
}

int command_words(struct cli *cli, const struct command *command, int argc, char **argv)
{
    struct words_call call = {.cli = cli, .arena = arena_new()};
    const GOptionEntry entries[] = {
        {"language", 'l', 0, G_OPTION_ARG_STRING, &call.language, "Language of all lines (default: guessed)", "XX"},
        {"json", 'j', 0, G_OPTION_ARG_NONE, &call.json, "One JSON object a line", NULL},
        {"alike", 'a', 0, G_OPTION_ARG_NONE, &call.alike, "Pairs of lines that may say the same", NULL},
        {"bundle", 'b', 0, G_OPTION_ARG_NONE, &call.bundle, "One name for all lines together", NULL},
        {"remember", 'r', 0, G_OPTION_ARG_STRING_ARRAY, &call.choices.remember, "In FILE this word means this icon; nothing after the =: none", "WORD=ICON"},
        {"forget", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call.choices.forget, "Takes back what FILE remembers of a word", "WORD"},
        {"choices", 'c', 0, G_OPTION_ARG_NONE, &call.choices.list, "What FILE remembers", NULL},
        G_OPTION_ENTRY_NULL,
    };
    char **rest;
    int status = command_parse(cli, command, entries, argc, argv, 0, 1, &rest);
    if (status == EXIT_DONE && !answer(&call, rest[0]))
        status = EXIT_FAILED;
    words_close(call.words);
    arena_free(call.arena);
    g_free(call.language);
    choices_call_clear(&call.choices);
    g_strfreev(rest);
    return status;
}

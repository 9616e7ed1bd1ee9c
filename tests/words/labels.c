// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void label_free(gpointer data)
{
    struct label *label = data;
    g_free(label->group);
    g_free(label->text);
    g_strfreev(label->icons);
    g_strfreev(label->keywords);
    g_free(label);
}

struct labels *labels_new(void)
{
    struct labels *labels = g_new0(struct labels, 1);
    labels->cards = g_ptr_array_new_with_free_func(label_free);
    labels->same = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    labels->texts = g_ptr_array_new_with_free_func(g_free);
    return labels;
}

void labels_free(struct labels *labels)
{
    g_ptr_array_free(labels->cards, TRUE);
    g_hash_table_destroy(labels->same);
    g_ptr_array_free(labels->texts, TRUE);
    g_free(labels);
}

static char **split(const char *list, const char *separator)
{
    char **parts = g_strsplit(list, separator, -1);
    for (char **part = parts; *part != NULL; part++)
        g_strstrip(*part);
    return parts;
}

static bool complain(const char *path, size_t line)
{
    fprintf(stderr, "%s:%zu: not a label\n", path, line);
    return false;
}

static bool read_lines(const char *path, bool (*add)(struct labels *, char **, void *),
                       struct labels *labels, void *more)
{
    char *text;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return complain(path, 0);
    char **lines = g_strsplit(text, "\n", -1);
    bool ok = true;
    for (size_t i = 0; ok && lines[i] != NULL; i++) {
        if (*lines[i] == '\0' || *lines[i] == '#')
            continue;
        char **fields = g_strsplit(lines[i], "\t", -1);
        ok = add(labels, fields, more) || complain(path, i + 1);
        g_strfreev(fields);
    }
    g_strfreev(lines);
    g_free(text);
    return ok;
}

static bool half_of(const char *name, enum label_half *half)
{
    static const char *const names[LABEL_HALVES] = {"build", "fit", "measure", "later"};
    for (int i = 0; i < LABEL_HALVES; i++)
        if (strcmp(names[i], name) == 0) {
            *half = (enum label_half)i;
            return true;
        }
    return false;
}

static struct label *add_card(struct labels *labels, enum label_half half, const char *group,
                              const char *lang, const char *text)
{
    struct label *label = g_new0(struct label, 1);
    label->half = half;
    label->group = g_strdup(group);
    g_strlcpy(label->lang, lang, sizeof label->lang);
    label->text = g_strdup(text);
    g_ptr_array_add(labels->cards, label);
    return label;
}

static bool add_own(struct labels *labels, char **fields, void *more)
{
    (void)more;
    guint n = g_strv_length(fields);
    if (n == 2 && strcmp(fields[0], "same") == 0) {
        char **icons = split(fields[1], ",");
        for (char **icon = icons; *icon != NULL; icon++)
            g_hash_table_insert(labels->same, g_strdup(*icon), g_strdup(icons[0]));
        g_strfreev(icons);
        return true;
    }
    enum label_half half;
    if (n != 5 || !half_of(fields[0], &half))
        return false;
    char *later = g_strconcat(fields[1], " later", NULL);
    struct label *label =
        add_card(labels, half, half == LABEL_LATER ? later : fields[1], fields[1], fields[2]);
    g_free(later);
    label->icons = split(fields[3], ",");
    label->keywords = split(fields[4], ";");
    return true;
}

bool labels_read(struct labels *labels, const char *path)
{
    return read_lines(path, add_own, labels, NULL);
}

// The second column of each row of a CSV with quotation marks, without the heading.
static GPtrArray *read_csv(const char *path)
{
    char *text;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return NULL;
    GPtrArray *cards = g_ptr_array_new_with_free_func(g_free);
    GString *field = g_string_new(NULL);
    size_t column = 0, row = 0;
    bool quoted = false;
    for (const char *p = text; *p != '\0'; p++) {
        if (quoted) {
            if (*p == '"' && p[1] == '"')
                g_string_append_c(field, *p++);
            else if (*p == '"')
                quoted = false;
            else
                g_string_append_c(field, *p);
        } else if (*p == '"') {
            quoted = true;
        } else if (*p == ',' || *p == '\n') {
            if (column == 1 && row > 0)
                g_ptr_array_add(cards, g_strdup(field->str));
            g_string_truncate(field, 0);
            row += *p == '\n';
            column = *p == '\n' ? 0 : column + 1;
        } else if (*p != '\r') {
            g_string_append_c(field, *p);
        }
    }
    g_string_free(field, TRUE);
    g_free(text);
    return cards;
}

struct corpus {
    const char *folder;
    char *file;       // the one that is open
    GPtrArray *cards; // its texts
};

static bool open_file(struct labels *labels, struct corpus *corpus, const char *file)
{
    if (corpus->file != NULL && strcmp(corpus->file, file) == 0)
        return true;
    char *path = g_build_filename(corpus->folder, file, NULL);
    GPtrArray *cards = read_csv(path);
    g_free(path);
    if (cards == NULL)
        return false;
    if (corpus->cards != NULL)
        g_ptr_array_free(corpus->cards, TRUE);
    g_free(corpus->file);
    corpus->file = g_strdup(file);
    corpus->cards = cards;
    for (guint i = 0; i < cards->len; i++)
        g_ptr_array_add(labels->texts, g_strdup(cards->pdata[i]));
    return true;
}

static bool add_corpus(struct labels *labels, char **fields, void *more)
{
    struct corpus *corpus = more;
    enum label_half half;
    if (g_strv_length(fields) != 5 || !half_of(fields[0], &half) ||
        !open_file(labels, corpus, fields[1]))
        return false;
    size_t row = strtoul(fields[2], NULL, 10);
    if (row < 1 || row > corpus->cards->len)
        return false;
    const char *text = corpus->cards->pdata[row - 1];
    bool german = g_str_has_prefix(fields[1], "klimarat");
    struct label *label =
        add_card(labels, half, german ? "de corpus" : "en corpus", german ? "de" : "en", text);
    label->icons = split(fields[3], ",");
    label->keywords = split(fields[4], ";");
    for (char **keyword = label->keywords; *keyword != NULL; keyword++) {
        char *plus = *keyword;
        long first = (long)strtoul(plus, &plus, 10), n = (long)strtoul(plus + 1, NULL, 10);
        if (first + n > g_utf8_strlen(text, -1))
            return false;
        g_free(*keyword);
        *keyword = g_utf8_substring(text, first, first + n);
    }
    return true;
}

bool labels_read_corpus(struct labels *labels, const char *path, const char *folder)
{
    struct corpus corpus = {.folder = folder};
    bool ok = read_lines(path, add_corpus, labels, &corpus);
    if (corpus.cards != NULL)
        g_ptr_array_free(corpus.cards, TRUE);
    g_free(corpus.file);
    return ok;
}

static const char *picture(const struct labels *labels, const char *icon)
{
    const char *first = g_hash_table_lookup(labels->same, icon);
    return first != NULL ? first : icon;
}

bool labels_accept_icon(const struct labels *labels, const struct label *card, const char *icon)
{
    for (char **one = card->icons; *one != NULL; one++)
        if (strcmp(picture(labels, *one), picture(labels, icon)) == 0)
            return true;
    return false;
}

bool labels_want_none(const struct label *card)
{
    return g_strv_contains((const char *const *)card->icons, "none");
}

static bool any_keyword(const struct label *card, const char *keyword, bool partly)
{
    char *fold = g_utf8_casefold(keyword, -1);
    bool found = false;
    for (char **one = card->keywords; *one != NULL && !found; one++) {
        char *other = g_utf8_casefold(*one, -1);
        found = strcmp(fold, other) == 0 ||
                (partly && *fold != '\0' && *other != '\0' &&
                 (strstr(fold, other) != NULL || strstr(other, fold) != NULL));
        g_free(other);
    }
    g_free(fold);
    return found;
}

// A card of one to three words is its own keyword: nothing else could be closer to what was said.
// Vietnamese writes syllables apart.
static bool is_short_card(const struct label *card, const char *keyword)
{
    size_t n = strlen(keyword), spaces = 0, most = strcmp(card->lang, "vi") == 0 ? 5 : 2;
    for (const char *p = card->text; *p != '\0'; p++)
        spaces += *p == ' ';
    return spaces <= most && n > 0 && strncmp(card->text, keyword, n) == 0 &&
           strlen(card->text) <= n + 1;
}

bool labels_accept_keyword(const struct label *card, const char *keyword)
{
    return any_keyword(card, keyword, false) || is_short_card(card, keyword);
}

bool labels_touch_keyword(const struct label *card, const char *keyword)
{
    return any_keyword(card, keyword, true) || is_short_card(card, keyword);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tr.h"

#include <glib.h>
#include <string.h>

#include "base/file.h"
#include "base/plural.h"

// The catalogue's header, in the byte order of the machine that wrote it (GNU MO format).
struct mo {
    guint32 magic, revision, n, originals, translations, hash_size, hash_offset;
};
struct mo_string {
    guint32 length, offset;
};

struct tr {
    char *lang;
    char *data; // NULL: answers with the ids
    size_t size;
    guint32 n;
    const struct mo_string *ids, *texts;
    const char *rule; // of plural forms, in the catalogue's header; NULL: one and many
};

// True when every string of the table lies inside the file and ends with a NUL.
static bool strings_fit(const struct tr *tr, const struct mo_string *strings)
{
    for (guint32 i = 0; i < tr->n; i++) {
        if (strings[i].offset >= tr->size || strings[i].length >= tr->size - strings[i].offset ||
            tr->data[strings[i].offset + strings[i].length] != '\0')
            return false;
    }
    return true;
}

// The header is the translation of "", which is sorted before all others.
static const char *plural_rule(const struct tr *tr)
{
    static const char mark[] = "plural=";
    if (tr->n == 0 || tr->ids[0].length > 0)
        return NULL;
    const char *line = strstr(tr->data + tr->texts[0].offset, "Plural-Forms:");
    const char *rule = line == NULL ? NULL : strstr(line, mark);
    // "nplurals=" before it is not the mark: there the letter s stands in between.
    return rule == NULL || rule > line + strcspn(line, "\n") ? NULL : rule + strlen(mark);
}

static bool catalogue_load(struct tr *tr)
{
    struct mo head;
    if (tr->data == NULL || tr->size < sizeof head)
        return false;
    memcpy(&head, tr->data, sizeof head);
    size_t table = (size_t)head.n * sizeof(struct mo_string);
    if (head.magic != 0x950412de || head.originals % 4 != 0 || head.translations % 4 != 0 ||
        head.originals > tr->size || table > tr->size - head.originals ||
        head.translations > tr->size || table > tr->size - head.translations)
        return false;
    tr->n = head.n;
    tr->ids = (const void *)(tr->data + head.originals);
    tr->texts = (const void *)(tr->data + head.translations);
    if (!strings_fit(tr, tr->ids) || !strings_fit(tr, tr->texts))
        return false;
    tr->rule = plural_rule(tr);
    return true;
}

struct tr *tr_open(const char *lang)
{
    struct tr *tr = g_new0(struct tr, 1);
    tr->lang = g_strdup(lang);
    if (strcmp(lang, "en") != 0 && strchr(lang, '/') == NULL) {
        char *name = g_strdup_printf("locale/%s.mo", lang);
        char *path = file_data(name);
        tr->data = file_read(path, &tr->size, NULL);
        g_free(path);
        g_free(name);
        if (!catalogue_load(tr)) {
            g_clear_pointer(&tr->data, g_free);
            tr->n = 0;
        }
    }
    return tr;
}

void tr_free(struct tr *tr)
{
    if (tr == NULL)
        return;
    g_free(tr->data);
    g_free(tr->lang);
    g_free(tr);
}

// The translation's bytes (all plural forms, NUL-separated), or NULL.
static const struct mo_string *lookup(const struct tr *tr, const char *id)
{
    if (tr == NULL || tr->data == NULL || *id == '\0')
        return NULL;
    guint32 low = 0, high = tr->n;
    while (low < high) {
        guint32 mid = low + (high - low) / 2;
        // Ids of plural messages are "one\0many": comparing up to the first NUL is enough.
        int order = strcmp(id, tr->data + tr->ids[mid].offset);
        if (order == 0)
            return tr->texts[mid].length > 0 ? &tr->texts[mid] : NULL;
        if (order < 0)
            high = mid;
        else
            low = mid + 1;
    }
    return NULL;
}

const char *tr_text(const struct tr *tr, const char *id)
{
    const struct mo_string *found = lookup(tr, id);
    return found == NULL ? id : tr->data + found->offset;
}

const char *tr_plural(const struct tr *tr, const char *one, const char *many, unsigned long n)
{
    const struct mo_string *found = lookup(tr, one);
    if (found == NULL)
        return n == 1 ? one : many;
    unsigned long form;
    if (tr->rule == NULL || !plural_form(tr->rule, n, &form))
        form = n != 1;
    const char *text = tr->data + found->offset, *end = text + found->length;
    for (; form > 0 && text + strlen(text) < end; form--)
        text += strlen(text) + 1;
    return text;
}

const char *tr_lang(const struct tr *tr)
{
    return tr == NULL ? "en" : tr->lang;
}

const char *tr_environment_lang(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *value = g_getenv(names[i]);
        if (value != NULL && *value != '\0')
            return g_str_has_prefix(value, "de") ? "de" : "en";
    }
    return "en";
}

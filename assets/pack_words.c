// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// pack_words CONCEPTS.tsv LANGUAGES.tsv NODE_MODULES OUT.bin [annotations]
//
// Joins our concepts and words of languages with the Unicode annotations of the concepts' emoji and
// writes the vocabulary. Fails when a named icon does not exist. With "annotations" none of our own
// terms go in: what the annotations can do alone, for comparison.
#include <glib.h>
#include <json-c/json.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "vocabulary_build.h"
#include "words/format.h"

struct concept_row {
    char **emoji;
    uint16_t concept, icon;
    uint16_t more[FORMAT_CONCEPT_ICONS]; // further ones
    size_t more_n;
    bool general;
};

struct name { // of an icon for people, where nothing better is found
    char *lang, *text;
    uint16_t icon;
};

struct pack {
    struct build *build;
    const char *modules;
    GArray *rows; // struct concept_row
    GHashTable *names;
    GArray *weak, *further; // struct name: of first icons by weak terms, of further icons
    bool annotations_only;
};

enum { GENERAL = 75 }; // weight of a term of a concept that says for whom, where or how

static bool icon_exists(const struct pack *pack, const char *name)
{
    char *path = g_strdup_printf("%s/@tabler/icons/icons/outline/%s.svg", pack->modules, name);
    bool there = g_file_test(path, G_FILE_TEST_IS_REGULAR);
    g_free(path);
    return there;
}

// "~" a word that only points there, "~~" one that merely supports, "=" only this very form.
static void add_own_term(struct pack *pack, const char *lang, const char *term,
                         const struct concept_row *row)
{
    unsigned weight = row->general ? GENERAL : 100;
    bool exact = false;
    for (; *term == '~' || *term == '='; term++) {
        if (*term == '=')
            exact = true;
        else
            weight = weight >= GENERAL ? 60 : 30;
    }
    if (*term != '\0')
        build_term(pack->build, lang, term, row->concept, weight, true, exact);
}

static void keep_name(GArray *names, const char *lang, const char *text, uint16_t icon)
{
    struct name name = {g_strdup(lang), g_strdup(text), icon};
    g_array_append_val(names, name);
}

static void clear_name(void *data)
{
    struct name *name = data;
    g_free(name->lang);
    g_free(name->text);
}

// Those icons get them that have no better name yet.
static void build_names(struct build *build, const GArray *names)
{
    for (guint i = 0; i < names->len; i++) {
        const struct name *name = &g_array_index(names, struct name, i);
        build_label(build, name->lang, name->icon, name->text);
    }
}

static void add_own_terms(struct pack *pack, const char *field, const struct concept_row *row)
{
    char *lang = g_strndup(field, strcspn(field, "="));
    char **terms = g_strsplit(field + strlen(lang) + 1, ";", -1);
    for (size_t i = 0; terms[i] != NULL; i++) {
        char *term = g_strstrip(terms[i]);
        const char *name = term + strspn(term, "~=");
        if (i == 0 && *term != '~')
            build_label(pack->build, lang, row->icon, name);
        else if (i == 0)
            keep_name(pack->weak, lang, name, row->icon);
        for (size_t k = 0; i == 0 && k < row->more_n; k++)
            keep_name(pack->further, lang, name, row->more[k]);
        add_own_term(pack, lang, term, row);
    }
    g_strfreev(terms);
    g_free(lang);
}

static bool is_language_field(const char *field)
{
    size_t n = strspn(field, "abcdefghijklmnopqrstuvwxyz");
    size_t script = field[n] == '-' ? strcspn(field + n, "=") : 0; // "sr-Latn"
    return (n == 2 || n == 3) && field[n + script] == '=';
}

static bool add_concept(struct pack *pack, char **fields, const char *path, size_t line,
                        struct err *err)
{
    if (g_strv_length(fields) < 4)
        return err_set(err, ERR_INPUT, "%s:%zu: a concept has a name, icons, emoji and terms.",
                       path, line);
    bool general = g_str_has_suffix(fields[0], "*");
    fields[0][strcspn(fields[0], "*")] = '\0';
    if (!g_hash_table_add(pack->names, g_strdup(fields[0])))
        return err_set(err, ERR_INPUT, "%s:%zu: the concept %s is there twice.", path, line,
                       fields[0]);
    char **names = g_strsplit(fields[1], ",", FORMAT_CONCEPT_ICONS);
    uint16_t icons[FORMAT_CONCEPT_ICONS];
    size_t icons_n = 0;
    bool ok = true;
    for (; ok && names[icons_n] != NULL; icons_n++) {
        ok = icon_exists(pack, names[icons_n]) ||
             err_set(err, ERR_INPUT, "%s:%zu: there is no icon named \"%s\".", path, line,
                     names[icons_n]);
        icons[icons_n] = build_icon(pack->build, names[icons_n]);
    }
    if (ok) {
        char *off = g_strdup_printf("%s-off", names[0]);
        uint16_t icon_off = icon_exists(pack, off) ? build_icon(pack->build, off) : FORMAT_NO_ICON;
        g_free(off);
        struct concept_row row = {
            .emoji = g_strsplit(fields[2], " ", -1), .icon = icons[0], .general = general};
        for (size_t i = 1; i < icons_n; i++)
            row.more[row.more_n++] = icons[i];
        row.concept = build_concept(pack->build, fields[0], icons, icons_n, icon_off);
        for (size_t i = 3; ok && fields[i] != NULL; i++) {
            ok = is_language_field(fields[i]) ||
                 err_set(err, ERR_INPUT, "%s:%zu: \"%.40s\" is not \"xx=term; term\".", path, line,
                         fields[i]);
            if (ok && !pack->annotations_only)
                add_own_terms(pack, fields[i], &row);
        }
        g_array_append_val(pack->rows, row);
    }
    g_strfreev(names);
    return ok;
}

static unsigned mark_kind(const char *name)
{
    static const struct {
        const char *name;
        unsigned kind;
    } kinds[] = {
        {"stop", MARK_STOP},
        {"bland", MARK_BLAND},
        {"link", MARK_STOP | MARK_LINK},
        {"no", MARK_STOP | MARK_NO},
        {"no-after", MARK_STOP | MARK_NO_AFTER},
        {"less", MARK_BLAND | MARK_NO | MARK_LESS},
        {"instead", MARK_STOP | MARK_INSTEAD},
        {"instead-after", MARK_STOP | MARK_INSTEAD_AFTER},
        {"yes", MARK_STOP | MARK_YES},
        {"word", MARK_WORD},
        {"label", MARK_LABEL},
        {"place", MARK_STOP | MARK_PLACE},
        {"whom", MARK_STOP | MARK_WHOM},
        {"loss", MARK_LOSS},
        {"modal", MARK_STOP | MARK_MODAL},
        {"act", MARK_ACT},
        {"subordinate", MARK_STOP | MARK_SUBORDINATE},
        {"head", MARK_HEAD},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kinds[i].name, name) == 0)
            return kinds[i].kind;
    return 0;
}

static bool add_marks(struct pack *pack, char **fields, const char *path, size_t line,
                      struct err *err)
{
    unsigned kind = g_strv_length(fields) == 3 ? mark_kind(fields[1]) : 0;
    if (kind == 0)
        return err_set(err, ERR_INPUT, "%s:%zu: not \"language, kind, words\".", path, line);
    char **words = g_strsplit(fields[2], ",", -1);
    for (size_t i = 0; words[i] != NULL; i++)
        if (*g_strstrip(words[i]) != '\0')
            build_mark(pack->build, fields[0], words[i], kind);
    g_strfreev(words);
    return true;
}

// Reads a table, without lines that are empty or begin with "#".
static bool read_rows(struct pack *pack, const char *path,
                      bool (*add)(struct pack *, char **, const char *, size_t, struct err *),
                      struct err *err)
{
    char *text = file_read(path, NULL, err);
    if (text == NULL)
        return false;
    char **lines = g_strsplit(text, "\n", -1);
    bool ok = true;
    for (size_t i = 0; ok && lines[i] != NULL; i++) {
        if (*lines[i] == '\0' || *lines[i] == '#')
            continue;
        char **fields = g_strsplit(lines[i], "\t", -1);
        ok = add(pack, fields, path, i + 1, err);
        g_strfreev(fields);
    }
    g_strfreev(lines);
    g_free(text);
    return ok;
}

static struct json_object *load_annotations(const struct pack *pack, const char *package,
                                            const char *folder, const char *lang)
{
    char *path =
        g_strdup_printf("%s/%s/%s/%s/annotations.json", pack->modules, package, folder, lang);
    struct json_object *root = json_object_from_file(path);
    g_free(path);
    return root;
}

static struct json_object *annotation(struct json_object *root, const char *folder,
                                      const char *emoji)
{
    struct json_object *object = root;
    return object != NULL && json_object_object_get_ex(object, folder, &object) &&
                   json_object_object_get_ex(object, "annotations", &object) &&
                   json_object_object_get_ex(object, emoji, &object)
               ? object
               : NULL;
}

static void add_annotated(struct pack *pack, const char *lang, struct json_object *found,
                          const char *field, const struct concept_row *row, unsigned weight)
{
    struct json_object *words;
    if (!json_object_object_get_ex(found, field, &words))
        return;
    for (size_t i = 0; i < json_object_array_length(words); i++) {
        const char *text = json_object_get_string(json_object_array_get_idx(words, i));
        build_term(pack->build, lang, text, row->concept, weight, false, false);
        if (strcmp(field, "tts") == 0)
            build_label(pack->build, lang, row->icon, text);
        for (size_t k = 0; strcmp(field, "tts") == 0 && k < row->more_n; k++)
            keep_name(pack->further, lang, text, row->more[k]);
    }
}

static void add_language(struct pack *pack, const char *lang)
{
    struct json_object *plain =
        load_annotations(pack, "cldr-annotations-full", "annotations", lang);
    struct json_object *derived =
        load_annotations(pack, "cldr-annotations-derived-full", "annotationsDerived", lang);
    // Where we have our own words the annotations only help out.
    bool ours = (strcmp(lang, "de") == 0 || strcmp(lang, "en") == 0) && !pack->annotations_only;
    // Where we have next to none they must do.
    enum { FEW = 100 };
    bool foreign = build_own_concepts(pack->build, lang) < FEW;
    for (guint i = 0; i < pack->rows->len; i++) {
        const struct concept_row *row = &g_array_index(pack->rows, struct concept_row, i);
        for (size_t k = 0; row->emoji[k] != NULL; k++) {
            struct json_object *found = annotation(plain, "annotations", row->emoji[k]);
            if (found == NULL)
                found = annotation(derived, "annotationsDerived", row->emoji[k]);
            if (found == NULL)
                continue;
            unsigned scale = (k == 0 ? 100 : 85) * (row->general ? GENERAL : 100) / 100;
            // Alone they get as much weight as our own terms, for a fair comparison.
            unsigned name = pack->annotations_only ? 100 : ours ? 62 : foreign ? 90 : 75;
            unsigned word = pack->annotations_only ? 80 : ours ? 36 : foreign ? 65 : 55;
            add_annotated(pack, lang, found, "tts", row, name * scale / 100);
            add_annotated(pack, lang, found, "default", row, word * scale / 100);
        }
    }
    json_object_put(plain);
    json_object_put(derived);
}

static gint compare_strings(gconstpointer a, gconstpointer b)
{
    const char *const *p = a, *const *q = b;
    return strcmp(*p, *q);
}

// Every language of the annotations; regional ones only where they are written differently.
static bool add_annotations(struct pack *pack, struct err *err)
{
    char *path = g_build_filename(pack->modules, "cldr-annotations-full", "annotations", NULL);
    GDir *folder = g_dir_open(path, 0, NULL);
    if (folder == NULL) {
        err_set(err, ERR_MISSING, "%s: not there. Run set-up, it brings the data packages.", path);
        g_free(path);
        return false;
    }
    GPtrArray *langs = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(folder)) != NULL;) {
        bool written_apart = strcmp(name, "zh-Hant") == 0 || strcmp(name, "sr-Latn") == 0 ||
                             strcmp(name, "pa-Arab") == 0;
        if (strcmp(name, "und") != 0 && (strchr(name, '-') == NULL || written_apart))
            g_ptr_array_add(langs, g_strdup(name));
    }
    g_ptr_array_sort(langs, compare_strings);
    for (guint i = 0; i < langs->len; i++)
        add_language(pack, langs->pdata[i]);
    g_ptr_array_free(langs, TRUE);
    g_dir_close(folder);
    g_free(path);
    return true;
}

int main(int argc, char **argv)
{
    if (argc != 5 && (argc != 6 || strcmp(argv[5], "annotations") != 0)) {
        fprintf(stderr, "usage: pack_words CONCEPTS.tsv LANGUAGES.tsv NODE_MODULES OUT.bin "
                        "[annotations]\n");
        return 2;
    }
    struct pack pack = {.build = build_new(), .modules = argv[3], .annotations_only = argc == 6};
    pack.rows = g_array_new(FALSE, TRUE, sizeof(struct concept_row));
    pack.names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    pack.weak = g_array_new(FALSE, FALSE, sizeof(struct name));
    pack.further = g_array_new(FALSE, FALSE, sizeof(struct name));
    g_array_set_clear_func(pack.weak, clear_name);
    g_array_set_clear_func(pack.further, clear_name);
    struct err err = {0};
    bool ok = read_rows(&pack, argv[1], add_concept, &err) &&
              read_rows(&pack, argv[2], add_marks, &err);
    build_names(pack.build, pack.weak);
    ok = ok && add_annotations(&pack, &err);
    build_names(pack.build, pack.further);
    ok = ok && build_write(pack.build, argv[4], &err);
    if (!ok)
        fprintf(stderr, "pack_words: %s\n", err.text);
    for (guint i = 0; i < pack.rows->len; i++)
        g_strfreev(g_array_index(pack.rows, struct concept_row, i).emoji);
    g_array_free(pack.rows, TRUE);
    g_hash_table_destroy(pack.names);
    g_array_free(pack.weak, TRUE);
    g_array_free(pack.further, TRUE);
    build_free(pack.build);
    return ok ? 0 : 1;
}

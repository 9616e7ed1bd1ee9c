// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vocabulary_build.h"

#include <assert.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "words/format.h"
#include "words/near.h"
#include "words/normal.h"
#include "words/scan.h"
#include "words/stem.h"

struct key {
    char *text;
    GArray *postings; // struct format_posting
    bool exact;
};

struct language {
    char *code;
    GHashTable *terms, *marks; // text: struct key
    GHashTable *labels;        // icon: char *
    GHashTable *breadth;       // concept: how many of our own terms lead to it
    GPtrArray *forms;          // struct form: words of our own as they are listed
};

// A word as a concept lists it. It wins over words of other concepts that merely share its stem.
struct form {
    char *text, *stem;
    struct format_posting posting;
};

struct build {
    struct stems *stems;
    GPtrArray *languages;   // struct language
    GPtrArray *icons;       // char *
    GHashTable *icon_index; // name: index + 1
    GArray *concepts;       // struct format_concept, the name an offset into strings
    GByteArray *strings;
    GHashTable *string_offsets;
};

static void key_free(gpointer data)
{
    struct key *key = data;
    g_free(key->text);
    g_array_free(key->postings, TRUE);
    g_free(key);
}

static void form_free(gpointer data)
{
    struct form *form = data;
    g_free(form->text);
    g_free(form->stem);
    g_free(form);
}

static void language_free(gpointer data)
{
    struct language *language = data;
    g_free(language->code);
    g_hash_table_destroy(language->terms);
    g_hash_table_destroy(language->marks);
    g_hash_table_destroy(language->labels);
    g_hash_table_destroy(language->breadth);
    g_ptr_array_free(language->forms, TRUE);
    g_free(language);
}

static uint32_t intern(struct build *build, const char *text)
{
    gpointer known = g_hash_table_lookup(build->string_offsets, text);
    if (known != NULL || *text == '\0')
        return GPOINTER_TO_UINT(known);
    uint32_t offset = build->strings->len;
    g_byte_array_append(build->strings, (const guint8 *)text, (guint)strlen(text) + 1);
    g_hash_table_insert(build->string_offsets, g_strdup(text), GUINT_TO_POINTER(offset));
    return offset;
}

struct build *build_new(void)
{
    struct build *build = g_new0(struct build, 1);
    build->stems = stems_new();
    build->languages = g_ptr_array_new_with_free_func(language_free);
    build->icons = g_ptr_array_new_with_free_func(g_free);
    build->icon_index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    build->concepts = g_array_new(FALSE, TRUE, sizeof(struct format_concept));
    build->strings = g_byte_array_new();
    g_byte_array_append(build->strings, (const guint8 *)"", 1);
    build->string_offsets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return build;
}

void build_free(struct build *build)
{
    if (build == NULL)
        return;
    stems_free(build->stems);
    g_ptr_array_free(build->languages, TRUE);
    g_ptr_array_free(build->icons, TRUE);
    g_hash_table_destroy(build->icon_index);
    g_array_free(build->concepts, TRUE);
    g_byte_array_free(build->strings, TRUE);
    g_hash_table_destroy(build->string_offsets);
    g_free(build);
}

static struct language *language_of(struct build *build, const char *code)
{
    for (guint i = 0; i < build->languages->len; i++) {
        struct language *language = build->languages->pdata[i];
        if (strcmp(language->code, code) == 0)
            return language;
    }
    struct language *language = g_new0(struct language, 1);
    language->code = g_strdup(code);
    language->terms = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, key_free);
    language->marks = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, key_free);
    language->labels = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    language->breadth = g_hash_table_new(NULL, NULL);
    language->forms = g_ptr_array_new_with_free_func(form_free);
    g_ptr_array_add(build->languages, language);
    return language;
}

uint16_t build_icon(struct build *build, const char *name)
{
    gpointer known = g_hash_table_lookup(build->icon_index, name);
    if (known != NULL)
        return (uint16_t)(GPOINTER_TO_UINT(known) - 1);
    g_ptr_array_add(build->icons, g_strdup(name));
    g_hash_table_insert(build->icon_index, g_strdup(name), GUINT_TO_POINTER(build->icons->len));
    return (uint16_t)(build->icons->len - 1);
}

uint16_t build_concept(struct build *build, const char *name, const uint16_t *icons, size_t icons_n,
                       uint16_t icon_off)
{
    struct format_concept concept = {.name = intern(build, name), .icon_off = icon_off};
    for (size_t i = 0; i < FORMAT_CONCEPT_ICONS; i++)
    concept.icons[i] = i < icons_n ? icons[i] : FORMAT_NO_ICON;
    g_array_append_val(build->concepts, concept);
    return (uint16_t)(build->concepts->len - 1);
}

static struct key *key_of(GHashTable *table, const char *text)
{
    struct key *key = g_hash_table_lookup(table, text);
    if (key != NULL)
        return key;
    key = g_new0(struct key, 1);
    key->text = g_strdup(text);
    key->postings = g_array_new(FALSE, TRUE, sizeof(struct format_posting));
    g_hash_table_insert(table, key->text, key);
    return key;
}

// The words of `text` in their comparable form, joined by spaces; `stems` may be NULL. Returns how
// many words.
static size_t join_words(struct stems *stems, const char *text, const char *lang, GString *out)
{
    const char *end = text + strlen(text);
    GString *normal = g_string_new(NULL);
    struct scan_word word;
    size_t n = 0;
    for (const char *at = text; scan_next(at, end, lang, &word); at = word.end) {
        g_string_truncate(normal, 0);
        normal_append(normal, word.start, (size_t)(word.end - word.start), lang);
        if (normal->len == 0)
            continue;
        if (n++ > 0)
            g_string_append_c(out, ' ');
        if (stems != NULL)
            stem_append(stems, out, normal->str, normal->len, lang);
        else
            g_string_append_len(out, normal->str, (gssize)normal->len);
    }
    g_string_free(normal, TRUE);
    return n;
}

// German writes nouns with a capital; infinitives serve as nouns too, unless they are given
// exactly.
static uint8_t capital_of(const char *lang, const char *text, size_t words, bool exact)
{
    if (strcmp(lang, "de") != 0 || words != 1 || g_ascii_isdigit(*text))
        return 0;
    if (g_unichar_islower(g_utf8_get_char(text)))
        return g_str_has_suffix(text, "n") && !exact ? 0 : POSTING_VERB;
    return g_str_has_suffix(text, "n") && !exact ? 0 : POSTING_NOUN;
}

static guint breadth_of(const struct language *language, uint32_t concept)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(language->breadth, GUINT_TO_POINTER(concept)));
}

size_t build_own_concepts(struct build *build, const char *lang)
{
    return g_hash_table_size(language_of(build, lang)->breadth);
}

static void add_form(struct language *language, const char *text, const char *stem,
                     const struct format_posting *posting)
{
    GString *normal = g_string_new(NULL);
    join_words(NULL, text, language->code, normal);
    struct form *form = g_new(struct form, 1);
    *form = (struct form){g_string_free(normal, FALSE), g_strdup(stem), *posting};
    g_ptr_array_add(language->forms, form);
}

void build_term(struct build *build, const char *lang, const char *text, uint16_t concept,
                unsigned weight, bool own, bool exact)
{
    enum { LONGEST_TERM = 6 };
    struct language *language = language_of(build, lang);
    GString *joined = g_string_new(exact ? "=" : NULL);
    size_t words = join_words(exact ? NULL : build->stems, text, lang, joined);
    if (words > 0 && words <= LONGEST_TERM) {
        struct key *key = key_of(language->terms, joined->str);
        struct format_posting posting = {.concept = concept, .weight = (uint8_t)weight};
        if (own) {
            posting.flags |= POSTING_OWN | capital_of(lang, text, words, exact);
            g_hash_table_insert(language->breadth, GUINT_TO_POINTER(concept),
                                GUINT_TO_POINTER(breadth_of(language, concept) + 1));
        }
        if (words == 1 && weight >= 50)
            posting.flags |= POSTING_PART;
        if (own && words == 1 && !exact)
            add_form(language, text, joined->str, &posting);
        for (guint i = 0; i < key->postings->len; i++) {
            struct format_posting *known = &g_array_index(key->postings, struct format_posting, i);
            if (known->concept != concept)
                continue;
            // A term in both forms is neither noun nor verb alone.
            enum { CAPITAL = POSTING_NOUN | POSTING_VERB };
            uint8_t capital = known->flags & posting.flags & CAPITAL;
            uint8_t flags = (known->flags | posting.flags) & (uint8_t)~CAPITAL;
            if (known->weight < weight)
                *known = posting;
            known->flags = flags | capital;
            g_string_free(joined, TRUE);
            return;
        }
        key->exact = exact;
        g_array_append_val(key->postings, posting);
    }
    g_string_free(joined, TRUE);
}

void build_mark(struct build *build, const char *lang, const char *text, unsigned kinds)
{
    GString *joined = g_string_new(NULL);
    join_words(NULL, text, lang, joined);
    struct key *key = key_of(language_of(build, lang)->marks, joined->str);
    g_string_free(joined, TRUE);
    if (key->postings->len == 0) {
        struct format_posting posting = {.weight = 1};
        g_array_append_val(key->postings, posting);
    }
    g_array_index(key->postings, struct format_posting, 0).concept |= kinds;
}

void build_label(struct build *build, const char *lang, uint16_t icon, const char *text)
{
    GHashTable *labels = language_of(build, lang)->labels;
    if (g_hash_table_lookup(labels, GUINT_TO_POINTER(icon)) == NULL)
        g_hash_table_insert(labels, GUINT_TO_POINTER(icon), g_strdup(text));
}

static gint compare_postings(gconstpointer a, gconstpointer b)
{
    const struct format_posting *p = a, *q = b;
    if (p->weight != q->weight)
        return p->weight > q->weight ? -1 : 1;
    return p->concept < q->concept ? -1 : p->concept > q->concept;
}

static struct format_posting *posting_at(const struct key *key, guint i)
{
    return &g_array_index(key->postings, struct format_posting, i);
}

// Of concepts that share a term it says most for the narrowest: "Fähre" is rather a ferry than a
// ship.
static void prefer_narrow(const struct language *language, struct key *key)
{
    enum { WIDER = 88 }; // percent
    const struct format_posting *best = posting_at(key, 0);
    for (guint i = 1; i < key->postings->len; i++) {
        const struct format_posting *other = posting_at(key, i);
        if (other->weight > best->weight ||
            (other->weight == best->weight && breadth_of(language, other->concept) <
                                                  breadth_of(language, best->concept)))
            best = other;
    }
    const uint32_t narrowest = best->concept;
    const uint8_t weight = best->weight;
    for (guint i = 0; i < key->postings->len; i++)
        if (posting_at(key, i)->weight == weight && posting_at(key, i)->concept != narrowest)
            posting_at(key, i)->weight = (uint8_t)(weight * WIDER / 100);
}

// Our own terms silence the annotations of the same word; a word of the annotations that many
// concepts share says little about each.
static void settle(const struct language *language, struct key *key)
{
    bool own = false;
    for (guint i = 0; i < key->postings->len; i++)
        own |= posting_at(key, i)->flags & POSTING_OWN;
    for (guint i = key->postings->len; own && i-- > 0;)
        if (!(posting_at(key, i)->flags & POSTING_OWN))
            g_array_remove_index(key->postings, i);
    for (guint i = 0; !own && i < key->postings->len; i++) {
        struct format_posting *posting = posting_at(key, i);
        double shared = posting->weight / sqrt(key->postings->len);
        posting->weight = (uint8_t)MAX(1, lround(shared));
    }
    if (own)
        prefer_narrow(language, key);
    g_array_sort(key->postings, compare_postings);
}

static gint compare_keys(gconstpointer a, gconstpointer b)
{
    const struct key *const *p = a, *const *q = b;
    return strcmp((*p)->text, (*q)->text);
}

struct sections {
    GByteArray *rows[SECTION_COUNT];
    uint32_t n[SECTION_COUNT];
};

static void add_row(struct sections *out, enum format_section section, const void *row, size_t size)
{
    g_byte_array_append(out->rows[section], row, (guint)size);
    out->n[section]++;
}

static struct format_table write_table(struct build *build, struct sections *out, GPtrArray *keys)
{
    struct format_table table = {
        .key = out->n[SECTION_KEYS], .keys_n = keys->len, .slot = out->n[SECTION_SLOTS]};
    uint32_t slots_n = 1;
    while (slots_n < keys->len * 2)
        slots_n *= 2;
    table.slots_mask = slots_n - 1;
    uint32_t *slots = g_new0(uint32_t, slots_n);
    for (guint i = 0; i < keys->len; i++) {
        struct key *key = keys->pdata[i];
        uint32_t at = format_hash(key->text, strlen(key->text));
        while (slots[at & table.slots_mask] != 0)
            at++;
        slots[at & table.slots_mask] = table.key + i + 1;
        struct format_key row = {intern(build, key->text), out->n[SECTION_POSTINGS]};
        add_row(out, SECTION_KEYS, &row, sizeof row);
        for (guint k = 0; k < key->postings->len; k++)
            add_row(out, SECTION_POSTINGS, &g_array_index(key->postings, struct format_posting, k),
                    sizeof(struct format_posting));
    }
    for (uint32_t i = 0; i < slots_n; i++)
        add_row(out, SECTION_SLOTS, &slots[i], sizeof slots[i]);
    g_free(slots);
    return table;
}

static GPtrArray *sorted_keys(GHashTable *table)
{
    GPtrArray *keys = g_ptr_array_new();
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, table);
    while (g_hash_table_iter_next(&iter, NULL, &value))
        g_ptr_array_add(keys, value);
    g_ptr_array_sort(keys, compare_keys);
    return keys;
}

static gint compare_near(gconstpointer a, gconstpointer b)
{
    const struct format_near *p = a, *q = b;
    if (p->hash != q->hash)
        return p->hash < q->hash ? -1 : 1;
    return p->key < q->key ? -1 : p->key > q->key;
}

static void write_near(struct sections *out, struct format_language *row, GPtrArray *keys)
{
    GArray *near = g_array_new(FALSE, FALSE, sizeof(struct format_near));
    for (guint i = 0; i < keys->len; i++) {
        struct key *key = keys->pdata[i];
        struct near_forms forms;
        if (key->exact || key->postings->len == 0 ||
            !(g_array_index(key->postings, struct format_posting, 0).flags & POSTING_OWN) ||
            !near_forms_of(&forms, key->text, strlen(key->text)))
            continue;
        for (size_t k = 0; k < forms.n; k++) {
            struct format_near form = {forms.hashes[k], row->terms.key + i};
            g_array_append_val(near, form);
        }
    }
    g_array_sort(near, compare_near);
    row->near = out->n[SECTION_NEAR];
    row->near_n = near->len;
    for (guint i = 0; i < near->len; i++)
        add_row(out, SECTION_NEAR, &g_array_index(near, struct format_near, i),
                sizeof(struct format_near));
    g_array_free(near, TRUE);
}

static char *listing(const char *text, uint32_t concept)
{
    return g_strdup_printf("%u:%s", concept, text);
}

static GHashTable *listings_of(const struct language *language)
{
    GHashTable *listings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < language->forms->len; i++) {
        const struct form *form = language->forms->pdata[i];
        g_hash_table_add(listings, listing(form->text, form->posting.concept));
    }
    return listings;
}

// "Miete" is the rent although "Mieter" has its stem: where concepts share a stem, a form that only some
// of them list gets an exact key, in which the others weigh less.
static void part_forms(struct language *language)
{
    enum { SHARED = 55 }; // percent
    GHashTable *listings = listings_of(language);
    for (guint i = 0; i < language->forms->len; i++) {
        const struct form *form = language->forms->pdata[i];
        const struct key *stem = g_hash_table_lookup(language->terms, form->stem);
        char *exact = g_strconcat("=", form->text, NULL);
        if (stem->postings->len > 1 && g_hash_table_lookup(language->terms, exact) == NULL) {
            struct key *key = key_of(language->terms, exact);
            key->exact = true;
            for (guint k = 0; k < stem->postings->len; k++) {
                struct format_posting posting =
                    g_array_index(stem->postings, struct format_posting, k);
                if (!(posting.flags & POSTING_OWN))
                    continue;
                char *listed = listing(form->text, posting.concept);
                if (!g_hash_table_contains(listings, listed))
                    posting.weight = (uint8_t)(posting.weight * SHARED / 100);
                g_free(listed);
                g_array_append_val(key->postings, posting);
            }
        }
        g_free(exact);
    }
    g_hash_table_destroy(listings);
}

static void write_language(struct build *build, struct sections *out, struct language *language)
{
    struct format_language row = {0};
    g_strlcpy(row.code, language->code, sizeof row.code);
    part_forms(language);
    GPtrArray *terms = sorted_keys(language->terms);
    for (guint i = 0; i < terms->len; i++)
        settle(language, terms->pdata[i]);
    row.terms = write_table(build, out, terms);
    write_near(out, &row, terms);
    g_ptr_array_free(terms, TRUE);
    GPtrArray *marks = sorted_keys(language->marks);
    row.marks = write_table(build, out, marks);
    g_ptr_array_free(marks, TRUE);
    add_row(out, SECTION_LANGUAGES, &row, sizeof row);
}

static void write_icons(struct build *build, struct sections *out)
{
    for (guint i = 0; i < build->icons->len; i++) {
        uint32_t name = intern(build, build->icons->pdata[i]);
        add_row(out, SECTION_ICONS, &name, sizeof name);
        for (guint k = 0; k < build->languages->len; k++) {
            struct language *language = build->languages->pdata[k];
            const char *label = g_hash_table_lookup(language->labels, GUINT_TO_POINTER(i));
            uint32_t text = label != NULL ? intern(build, label) : 0;
            add_row(out, SECTION_LABELS, &text, sizeof text);
        }
    }
}

static gint compare_languages(gconstpointer a, gconstpointer b)
{
    const struct language *const *p = a, *const *q = b;
    return strcmp((*p)->code, (*q)->code);
}

static bool write_sections(struct sections *out, const char *path, struct err *err)
{
    struct format_header header = {.version = FORMAT_VERSION, .order = FORMAT_ORDER};
    memcpy(header.magic, FORMAT_MAGIC, sizeof header.magic);
    GByteArray *file = g_byte_array_new();
    g_byte_array_append(file, (const guint8 *)&header, sizeof header);
    for (int i = 0; i < SECTION_COUNT; i++) {
        header.sections[i].offset = file->len;
        header.sections[i].n = out->n[i];
        g_byte_array_append(file, out->rows[i]->data, out->rows[i]->len);
        while (file->len % 8 != 0)
            g_byte_array_append(file, (const guint8 *)"", 1);
    }
    header.size = file->len;
    header.checksum = format_checksum(file->data + sizeof header, file->len - sizeof header);
    memcpy(file->data, &header, sizeof header);
    bool ok = file_write(path, file->data, file->len, err);
    g_byte_array_free(file, TRUE);
    return ok;
}

bool build_write(struct build *build, const char *path, struct err *err)
{
    struct sections out = {0};
    for (int i = 0; i < SECTION_COUNT; i++)
        out.rows[i] = g_byte_array_new();
    g_ptr_array_sort(build->languages, compare_languages);
    for (guint i = 0; i < build->languages->len; i++)
        write_language(build, &out, build->languages->pdata[i]);
    struct format_key end = {0, out.n[SECTION_POSTINGS]};
    add_row(&out, SECTION_KEYS, &end, sizeof end);
    for (guint i = 0; i < build->concepts->len; i++)
        add_row(&out, SECTION_CONCEPTS, &g_array_index(build->concepts, struct format_concept, i),
                sizeof(struct format_concept));
    write_icons(build, &out);
    g_byte_array_append(out.rows[SECTION_STRINGS], build->strings->data, build->strings->len);
    out.n[SECTION_STRINGS] = build->strings->len;
    bool ok = write_sections(&out, path, err);
    for (int i = 0; i < SECTION_COUNT; i++)
        g_byte_array_free(out.rows[i], TRUE);
    return ok;
}

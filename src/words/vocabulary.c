// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/vocabulary.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/tr.h"
#include "words/near.h"

static const size_t row_sizes[SECTION_COUNT] = {
    [SECTION_LANGUAGES] = sizeof(struct format_language),
    [SECTION_CONCEPTS] = sizeof(struct format_concept),
    [SECTION_ICONS] = sizeof(uint32_t),
    [SECTION_LABELS] = sizeof(uint32_t),
    [SECTION_KEYS] = sizeof(struct format_key),
    [SECTION_SLOTS] = sizeof(uint32_t),
    [SECTION_POSTINGS] = sizeof(struct format_posting),
    [SECTION_NEAR] = sizeof(struct format_near),
    [SECTION_STRINGS] = 1,
};

static bool header_is_sound(const void *map, size_t size)
{
    const struct format_header *header = map;
    if (size < sizeof *header || memcmp(header->magic, FORMAT_MAGIC, sizeof header->magic) != 0 ||
        header->version != FORMAT_VERSION || header->order != FORMAT_ORDER || header->size != size)
        return false;
    for (int i = 0; i < SECTION_COUNT; i++) {
        size_t offset = header->sections[i].offset;
        if (offset > size || header->sections[i].n > (size - offset) / row_sizes[i])
            return false;
    }
    const char *body = (const char *)map + sizeof *header;
    return format_checksum(body, size - sizeof *header) == header->checksum;
}

static const void *section(const struct vocabulary *vocabulary, enum format_section which)
{
    const struct format_header *header = vocabulary->map;
    return (const char *)vocabulary->map + header->sections[which].offset;
}

static struct vocabulary *vocabulary_on(void *map, size_t size)
{
    struct vocabulary *vocabulary = g_new0(struct vocabulary, 1);
    const struct format_header *header = map;
    vocabulary->map = map;
    vocabulary->size = size;
    vocabulary->languages = section(vocabulary, SECTION_LANGUAGES);
    vocabulary->languages_n = header->sections[SECTION_LANGUAGES].n;
    vocabulary->concepts = section(vocabulary, SECTION_CONCEPTS);
    vocabulary->concepts_n = header->sections[SECTION_CONCEPTS].n;
    vocabulary->icons = section(vocabulary, SECTION_ICONS);
    vocabulary->icons_n = header->sections[SECTION_ICONS].n;
    vocabulary->labels = section(vocabulary, SECTION_LABELS);
    vocabulary->keys = section(vocabulary, SECTION_KEYS);
    vocabulary->slots = section(vocabulary, SECTION_SLOTS);
    vocabulary->postings = section(vocabulary, SECTION_POSTINGS);
    vocabulary->near = section(vocabulary, SECTION_NEAR);
    vocabulary->strings = section(vocabulary, SECTION_STRINGS);
    return vocabulary;
}

struct vocabulary *vocabulary_open(const char *path, struct err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat about;
    if (fd < 0 || fstat(fd, &about) != 0) {
        if (fd >= 0)
            close(fd);
        err_set(err, ERR_MISSING,
                N_("%s: the vocabulary is not there. Install or build the program again."), path);
        return NULL;
    }
    size_t size = (size_t)about.st_size;
    void *map = size > 0 ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    close(fd);
    if (map == MAP_FAILED || !header_is_sound(map, size)) {
        if (map != MAP_FAILED)
            munmap(map, size);
        err_set(err, ERR_DAMAGED,
                N_("%s: the vocabulary is damaged or of another version. "
                   "Install or build the program again."),
                path);
        return NULL;
    }
    return vocabulary_on(map, size);
}

void vocabulary_close(struct vocabulary *vocabulary)
{
    if (vocabulary == NULL)
        return;
    munmap(vocabulary->map, vocabulary->size);
    g_free(vocabulary);
}

static const struct format_language *language_exact(const struct vocabulary *vocabulary,
                                                    const char *code, size_t length)
{
    for (size_t i = 0; i < vocabulary->languages_n; i++) {
        const struct format_language *language = &vocabulary->languages[i];
        if (strlen(language->code) == length && memcmp(language->code, code, length) == 0)
            return language;
    }
    return NULL;
}

const struct format_language *vocabulary_language(const struct vocabulary *vocabulary,
                                                  const char *code)
{
    const struct format_language *language = language_exact(vocabulary, code, strlen(code));
    return language != NULL ? language : language_exact(vocabulary, code, strcspn(code, "-_"));
}

struct postings vocabulary_postings(const struct vocabulary *vocabulary, uint32_t key)
{
    uint32_t first = vocabulary->keys[key].posting;
    return (struct postings){vocabulary->postings + first,
                             vocabulary->keys[key + 1].posting - first};
}

struct postings vocabulary_find(const struct vocabulary *vocabulary,
                                const struct format_table *table, const char *key, size_t length)
{
    if (table->keys_n == 0)
        return (struct postings){NULL, 0};
    uint32_t at = format_hash(key, length);
    for (;; at++) {
        uint32_t slot = vocabulary->slots[table->slot + (at & table->slots_mask)];
        if (slot == 0)
            return (struct postings){NULL, 0};
        const char *text = vocabulary->strings + vocabulary->keys[slot - 1].text;
        if (strncmp(text, key, length) == 0 && text[length] == '\0')
            return vocabulary_postings(vocabulary, slot - 1);
    }
}

unsigned vocabulary_mark(const struct vocabulary *vocabulary,
                         const struct format_language *language, const char *word, size_t length)
{
    struct postings found = vocabulary_find(vocabulary, &language->marks, word, length);
    return found.n > 0 ? found.items[0].concept : 0;
}

static size_t near_first(const struct vocabulary *vocabulary,
                         const struct format_language *language, uint32_t hash)
{
    size_t low = language->near, high = low + language->near_n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (vocabulary->near[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool vocabulary_near(const struct vocabulary *vocabulary, const struct format_language *language,
                     const char *stem, size_t length, bool changed, struct postings *found)
{
    struct near_forms forms;
    if (language->near_n == 0 || !near_forms_of(&forms, stem, length))
        return false;
    uint32_t best = UINT32_MAX;
    for (size_t i = 0; i < forms.n; i++) {
        uint32_t hash = forms.hashes[i];
        size_t end = (size_t)language->near + language->near_n;
        for (size_t at = near_first(vocabulary, language, hash);
             at < end && vocabulary->near[at].hash == hash; at++) {
            uint32_t key = vocabulary->near[at].key;
            if (key == best ||
                !near_is_one_edit(stem, length, vocabulary->strings + vocabulary->keys[key].text,
                                  changed))
                continue;
            if (best != UINT32_MAX) {
                struct postings one = vocabulary_postings(vocabulary, best);
                struct postings other = vocabulary_postings(vocabulary, key);
                if (one.items[0].concept != other.items[0].concept)
                    return false;
            }
            best = key;
        }
    }
    if (best == UINT32_MAX)
        return false;
    *found = vocabulary_postings(vocabulary, best);
    return true;
}

const char *vocabulary_string(const struct vocabulary *vocabulary, uint32_t offset)
{
    return vocabulary->strings + offset;
}

const char *vocabulary_icon(const struct vocabulary *vocabulary, size_t icon)
{
    assert(icon < vocabulary->icons_n);
    return vocabulary->strings + vocabulary->icons[icon];
}

uint32_t vocabulary_first_key(const struct vocabulary *vocabulary, const struct format_table *table,
                              const char *prefix)
{
    uint32_t low = table->key, high = low + table->keys_n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (strcmp(vocabulary->strings + vocabulary->keys[middle].text, prefix) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

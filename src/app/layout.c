// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout.h"

#include <stdlib.h>
#include <string.h>

#include "app/keymap.h"
#include "app/language.h"

struct layouts {
    layout_shows *shows;
    void *context;
    GHashTable *built; // language -> struct keyboard_layout, NULL: there is none
    GStringChunk *chunk;
    GPtrArray *installed; // struct keymap_language, NULL: not asked yet
    GArray *languages;    // struct layout_language, NULL: not asked yet
};

struct layouts *layouts_new(layout_shows *shows, void *context)
{
    struct layouts *layouts = g_new0(struct layouts, 1);
    layouts->shows = shows;
    layouts->context = context;
    layouts->built = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    layouts->chunk = g_string_chunk_new(4096);
    return layouts;
}

void layouts_free(struct layouts *layouts)
{
    if (layouts == NULL)
        return;
    g_hash_table_destroy(layouts->built);
    g_string_chunk_free(layouts->chunk);
    if (layouts->installed != NULL)
        g_ptr_array_unref(layouts->installed);
    if (layouts->languages != NULL)
        g_array_free(layouts->languages, TRUE);
    g_free(layouts);
}

static const struct layout_recipe *recipe_of(const char *lang)
{
    for (size_t i = 0; i < layout_recipes_n; i++) {
        if (strcmp(layout_recipes[i].lang, lang) == 0)
            return &layout_recipes[i];
    }
    return NULL;
}

static const GPtrArray *installed(struct layouts *layouts)
{
    if (layouts->installed == NULL)
        layouts->installed = keymap_languages();
    return layouts->installed;
}

// Where xkeyboard-config is not there, Latin letters can be written all the same.
static const struct layout_recipe bare = {
    "en",  "", "",
    "",    "", "q w e r t y u i o p|a s d f g h j k l '|z x c v b n m",
    "123", "", ", . ? ! – '",
    "“ ”"};

// In its own language where that is known, else in English.
static const char *name_of(struct layouts *layouts, const char *lang)
{
    const char *name = language_name(lang);
    for (guint i = 0; strcmp(name, lang) == 0 && i < installed(layouts)->len; i++) {
        const struct keymap_language *language = g_ptr_array_index(layouts->installed, i);
        if (strcmp(language->lang, lang) == 0)
            name = language->description;
    }
    return name;
}

static struct keyboard_layout *build(struct layouts *layouts, const char *lang)
{
    struct layout_recipe other = layout_recipe_other;
    const struct layout_recipe *recipe = recipe_of(lang);
    for (guint i = 0; recipe == NULL && i < installed(layouts)->len; i++) {
        const struct keymap_language *language = g_ptr_array_index(layouts->installed, i);
        if (strcmp(language->lang, lang) == 0) {
            other.layout = language->layout;
            other.variant = language->variant;
            recipe = &other;
        }
    }
    if (recipe == NULL)
        return NULL;
    struct keymap *keymap =
        *recipe->rows == '\0' ? keymap_open(recipe->layout, recipe->variant) : NULL;
    if (keymap == NULL && *recipe->rows == '\0') {
        if (strcmp(lang, "en") != 0)
            return NULL;
        recipe = &bare;
    }
    struct keyboard_layout *layout = g_new0(struct keyboard_layout, 1);
    layout->lang = g_string_chunk_insert_const(layouts->chunk, lang);
    layout->name = name_of(layouts, layout->lang);
    layout_fit(layout, recipe, keymap, layouts->chunk);
    keymap_close(keymap);
    return layout;
}

const struct keyboard_layout *layouts_find(struct layouts *layouts, const char *lang)
{
    char *code = g_strndup(lang, strcspn(lang, "-_"));
    gpointer found = NULL;
    if (!g_hash_table_lookup_extended(layouts->built, code, NULL, &found)) {
        found = build(layouts, code);
        g_hash_table_insert(layouts->built, g_strdup(code), found);
    }
    g_free(code);
    return found;
}

static int by_name(gconstpointer a, gconstpointer b)
{
    const struct layout_language *one = a, *other = b;
    return strcmp(one->name, other->name);
}

const struct layout_language *layouts_languages(struct layouts *layouts, size_t *n)
{
    if (layouts->languages == NULL) {
        GArray *all = g_array_new(FALSE, FALSE, sizeof(struct layout_language));
        for (size_t i = 0; i < layout_recipes_n; i++) {
            const char *lang = layout_recipes[i].lang;
            struct layout_language language = {lang, language_name(lang)};
            g_array_append_val(all, language);
        }
        for (guint i = 0; i < installed(layouts)->len; i++) {
            const struct keymap_language *other = g_ptr_array_index(layouts->installed, i);
            struct layout_language language = {other->lang, name_of(layouts, other->lang)};
            if (recipe_of(other->lang) == NULL && language.name != NULL &&
                layouts->shows(layouts->context, language.name))
                g_array_append_val(all, language);
        }
        // Those of our participants keep their order.
        struct layout_language *rest = (struct layout_language *)(void *)all->data;
        qsort(rest + layout_recipes_n, all->len - layout_recipes_n, sizeof rest[0], by_name);
        layouts->languages = all;
    }
    *n = layouts->languages->len;
    return (const struct layout_language *)(void *)layouts->languages->data;
}

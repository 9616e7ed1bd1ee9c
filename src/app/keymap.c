// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keymap.h"

#include <string.h>
#include <xkbcommon/xkbcommon.h>

#include "app/language.h"

struct keymap {
    struct xkb_context *context;
    struct xkb_keymap *map;
};

// Messages about files we did not write are of no use to anybody at the glass.
static struct xkb_context *quiet_context(void)
{
    struct xkb_context *context = xkb_context_new(XKB_CONTEXT_NO_FLAGS);
    if (context != NULL)
        xkb_context_set_log_level(context, XKB_LOG_LEVEL_CRITICAL);
    return context;
}

struct keymap *keymap_open(const char *layout, const char *variant)
{
    struct keymap *keymap = g_new0(struct keymap, 1);
    const struct xkb_rule_names names = {
        .rules = "evdev", .model = "pc105", .layout = layout, .variant = variant};
    keymap->context = quiet_context();
    if (keymap->context != NULL)
        keymap->map =
            xkb_keymap_new_from_names(keymap->context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS);
    if (keymap->map == NULL) {
        keymap_close(keymap);
        return NULL;
    }
    return keymap;
}

void keymap_close(struct keymap *keymap)
{
    if (keymap == NULL)
        return;
    xkb_keymap_unref(keymap->map);
    xkb_context_unref(keymap->context);
    g_free(keymap);
}

static gunichar combining_of(xkb_keysym_t symbol)
{
    static const struct {
        xkb_keysym_t dead;
        gunichar combining;
    } accents[] = {
        {XKB_KEY_dead_grave, 0x300},       {XKB_KEY_dead_acute, 0x301},
        {XKB_KEY_dead_circumflex, 0x302},  {XKB_KEY_dead_tilde, 0x303},
        {XKB_KEY_dead_macron, 0x304},      {XKB_KEY_dead_breve, 0x306},
        {XKB_KEY_dead_abovedot, 0x307},    {XKB_KEY_dead_diaeresis, 0x308},
        {XKB_KEY_dead_hook, 0x309},        {XKB_KEY_dead_abovering, 0x30A},
        {XKB_KEY_dead_doubleacute, 0x30B}, {XKB_KEY_dead_caron, 0x30C},
        {XKB_KEY_dead_horn, 0x31B},        {XKB_KEY_dead_belowdot, 0x323},
        {XKB_KEY_dead_belowcomma, 0x326},  {XKB_KEY_dead_cedilla, 0x327},
        {XKB_KEY_dead_ogonek, 0x328},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(accents); i++) {
        if (accents[i].dead == symbol)
            return accents[i].combining;
    }
    return 0;
}

gunichar keymap_key(const struct keymap *keymap, const char *key, int level)
{
    const xkb_keysym_t *symbols;
    xkb_keycode_t code = xkb_keymap_key_by_name(keymap->map, key);
    if (code == XKB_KEYCODE_INVALID ||
        xkb_keymap_key_get_syms_by_level(keymap->map, code, 0, (xkb_level_index_t)level,
                                         &symbols) != 1)
        return 0;
    gunichar character = xkb_keysym_to_utf32(symbols[0]);
    return character >= 0x20 && character != 0x7F ? character : combining_of(symbols[0]);
}

// ---- the registry -------------------------------------------------------------------------------
// rules/evdev.xml: <layout> with a <configItem> (name, description, languageList)
// and <variant>s with one each.

static void free_language(gpointer data)
{
    struct keymap_language *language = data;
    g_free(language->lang);
    g_free(language->layout);
    g_free(language->variant);
    g_free(language->description);
    g_free(language);
}

struct registry {
    GPtrArray *all;
    GHashTable *known; // language -> struct keymap_language of `all`
    GString *text;     // of the element at hand
    char *layout;      // the one at hand
    bool in_layout, in_variant;
    char *name, *description, *iso; // of the configItem at hand
};

static void begin_element(GMarkupParseContext *context, const char *element, const char **names,
                          const char **values, gpointer data, GError **error)
{
    struct registry *registry = data;
    (void)context, (void)names, (void)values, (void)error;
    g_string_truncate(registry->text, 0);
    if (strcmp(element, "layout") == 0)
        registry->in_layout = true;
    else if (strcmp(element, "variant") == 0)
        registry->in_variant = true;
}

static void take(char **into, const GString *text)
{
    if (*into == NULL)
        *into = g_strdup(text->str);
}

// A layout of its own says more about a language than a variant of another one.
static void end_item(struct registry *registry)
{
    if (!registry->in_variant) {
        g_free(registry->layout);
        registry->layout = g_strdup(registry->name);
    }
    const char *lang = registry->iso != NULL ? language_code(registry->iso) : NULL;
    struct keymap_language *known =
        lang != NULL ? g_hash_table_lookup(registry->known, lang) : NULL;
    bool better = known != NULL && *known->variant != '\0' && !registry->in_variant;
    if (registry->in_layout && lang != NULL && registry->layout != NULL &&
        (known == NULL || better)) {
        struct keymap_language *language = known;
        if (known == NULL) {
            language = g_new0(struct keymap_language, 1);
            language->lang = g_strdup(lang);
            g_hash_table_insert(registry->known, language->lang, language);
            g_ptr_array_add(registry->all, language);
        }
        g_free(language->layout);
        g_free(language->variant);
        g_free(language->description);
        language->layout = g_strdup(registry->layout);
        language->variant = g_strdup(registry->in_variant ? registry->name : "");
        language->description = g_strdup(registry->description);
    }
    g_clear_pointer(&registry->name, g_free);
    g_clear_pointer(&registry->description, g_free);
    g_clear_pointer(&registry->iso, g_free);
}

static void end_element(GMarkupParseContext *context, const char *element, gpointer data,
                        GError **error)
{
    struct registry *registry = data;
    (void)context, (void)error;
    if (strcmp(element, "name") == 0)
        take(&registry->name, registry->text);
    else if (strcmp(element, "description") == 0)
        take(&registry->description, registry->text);
    else if (strcmp(element, "iso639Id") == 0)
        take(&registry->iso, registry->text);
    else if (strcmp(element, "configItem") == 0)
        end_item(registry);
    else if (strcmp(element, "variant") == 0)
        registry->in_variant = false;
    else if (strcmp(element, "layout") == 0)
        registry->in_layout = false;
}

static void add_text(GMarkupParseContext *context, const char *text, gsize length, gpointer data,
                     GError **error)
{
    struct registry *registry = data;
    (void)context, (void)error;
    g_string_append_len(registry->text, text, (gssize)length);
}

static void read_registry(struct registry *registry, const char *path)
{
    static const GMarkupParser parser = {
        .start_element = begin_element, .end_element = end_element, .text = add_text};
    char *xml;
    gsize length;
    if (!g_file_get_contents(path, &xml, &length, NULL))
        return;
    GMarkupParseContext *context =
        g_markup_parse_context_new(&parser, G_MARKUP_DEFAULT_FLAGS, registry, NULL);
    // What stands before a mistake in the file counts.
    if (g_markup_parse_context_parse(context, xml, (gssize)length, NULL))
        (void)g_markup_parse_context_end_parse(context, NULL);
    g_markup_parse_context_free(context);
    g_free(xml);
}

GPtrArray *keymap_languages(void)
{
    struct registry registry = {
        .all = g_ptr_array_new_with_free_func(free_language),
        .known = g_hash_table_new(g_str_hash, g_str_equal),
        .text = g_string_new(NULL),
    };
    struct xkb_context *context = quiet_context();
    for (unsigned i = 0; context != NULL && i < xkb_context_num_include_paths(context); i++) {
        char *path =
            g_build_filename(xkb_context_include_path_get(context, i), "rules", "evdev.xml", NULL);
        read_registry(&registry, path);
        g_free(path);
    }
    xkb_context_unref(context);
    g_free(registry.layout);
    g_free(registry.name);
    g_free(registry.description);
    g_free(registry.iso);
    g_string_free(registry.text, TRUE);
    g_hash_table_destroy(registry.known);
    return registry.all;
}

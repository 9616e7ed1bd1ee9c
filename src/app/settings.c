// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <glib.h>
#include <string.h>

#define GROUP "display"
#define VOLUME 4 // until somebody chooses
#define LEAD_GROUP "facilitators"

static char *settings_path(void)
{
    return g_build_filename(g_get_user_config_dir(), "erntebild", "settings.ini", NULL);
}

static double millimetres(GKeyFile *file, const char *key)
{
    double value = g_key_file_get_double(file, GROUP, key, NULL);
    return value >= 100 && value <= 10000 ? value : 0;
}

static void load_text(GKeyFile *file, const char *key, char *text, size_t size)
{
    char *value = g_key_file_get_string(file, GROUP, key, NULL);
    g_strlcpy(text, value != NULL ? value : "", size);
    g_free(value);
}

static void load_langs(struct settings_seat *seat, GKeyFile *file, const char *group)
{
    gsize n = 0;
    char **langs = g_key_file_get_string_list(file, group, "languages", &n, NULL);
    seat->lang =
        CLAMP(g_key_file_get_integer(file, group, "language", NULL), 0, SETTINGS_LANGS - 1);
    for (gsize k = 0; k < n && k < SETTINGS_LANGS; k++)
        g_strlcpy(seat->langs[k], langs[k], sizeof seat->langs[k]);
    g_strfreev(langs);
    if (*seat->langs[seat->lang] == '\0')
        seat->lang = 0;
}

static void save_langs(const struct settings_seat *seat, GKeyFile *file, const char *group)
{
    const char *langs[SETTINGS_LANGS];
    gsize n = 0;
    for (; n < SETTINGS_LANGS && *seat->langs[n] != '\0'; n++)
        langs[n] = seat->langs[n];
    g_key_file_set_integer(file, group, "language", seat->lang);
    g_key_file_set_string_list(file, group, "languages", langs, n);
}

static void load_seats(struct settings *settings, GKeyFile *file)
{
    settings->people = CLAMP(g_key_file_get_integer(file, GROUP, "seats", NULL), 0, SETTINGS_SEATS);
    settings->around = g_key_file_get_boolean(file, GROUP, "lies", NULL);
    for (int i = 0; i < SETTINGS_SEATS; i++) {
        struct settings_seat *seat = &settings->seats[i];
        char group[16];
        g_snprintf(group, sizeof group, "seat %d", i + 1);
        seat->turns = g_key_file_get_integer(file, group, "turns", NULL) & 3;
        seat->greets = g_key_file_get_boolean(file, group, "greets", NULL);
        seat->table = g_key_file_get_int64(file, group, "table", NULL);
        load_langs(seat, file, group);
    }
    load_langs(&settings->lead, file, LEAD_GROUP);
}

static void save_seats(const struct settings *settings, GKeyFile *file)
{
    g_key_file_set_integer(file, GROUP, "seats", settings->people);
    g_key_file_set_boolean(file, GROUP, "lies", settings->around);
    for (int i = 0; i < SETTINGS_SEATS; i++) {
        const struct settings_seat *seat = &settings->seats[i];
        char group[16];
        g_snprintf(group, sizeof group, "seat %d", i + 1);
        g_key_file_set_integer(file, group, "turns", seat->turns);
        g_key_file_set_boolean(file, group, "greets", seat->greets);
        g_key_file_set_int64(file, group, "table", seat->table);
        save_langs(seat, file, group);
    }
    save_langs(&settings->lead, file, LEAD_GROUP);
}

static void load_offered(struct settings *settings, GKeyFile *file)
{
    gsize n = 0;
    char **langs = g_key_file_get_string_list(file, GROUP, "offered", &n, NULL);
    for (gsize i = 0; i < n && i < SETTINGS_OFFERED; i++)
        g_strlcpy(settings->offered[i], langs[i], sizeof settings->offered[i]);
    g_strfreev(langs);
}

static void save_offered(const struct settings *settings, GKeyFile *file)
{
    const char *langs[SETTINGS_OFFERED];
    gsize n = 0;
    for (; n < SETTINGS_OFFERED && *settings->offered[n] != '\0'; n++)
        langs[n] = settings->offered[n];
    g_key_file_set_string_list(file, GROUP, "offered", langs, n);
}

struct settings settings_load(void)
{
    struct settings settings = {.lang = "", .volume = VOLUME};
    char *path = settings_path();
    GKeyFile *file = g_key_file_new();
    if (g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, NULL)) {
        load_text(file, "language", settings.lang, sizeof settings.lang);
        load_text(file, "facilitation", settings.lead_lang, sizeof settings.lead_lang);
        settings.glass_w = millimetres(file, "width-mm");
        settings.glass_h = millimetres(file, "height-mm");
        settings.lettering =
            CLAMP(g_key_file_get_integer(file, GROUP, "lettering", NULL), -1, 1);
        settings.silent = g_key_file_get_boolean(file, GROUP, "silent", NULL);
        int volume = g_key_file_get_integer(file, GROUP, "volume", NULL); // 0: not there
        settings.volume = volume > 0 ? MIN(volume, SETTINGS_VOLUMES) : VOLUME;
        settings.print = g_key_file_get_boolean(file, GROUP, "print", NULL);
        settings.contrast = g_key_file_get_boolean(file, GROUP, "high-contrast", NULL);
        settings.still = g_key_file_get_boolean(file, GROUP, "less-motion", NULL);
        load_text(file, "code-salt", settings.code_salt, sizeof settings.code_salt);
        load_text(file, "code-digest", settings.code_digest, sizeof settings.code_digest);
        load_offered(&settings, file);
        load_seats(&settings, file);
    }
    g_key_file_free(file);
    g_free(path);
    return settings;
}

void settings_save(const struct settings *settings)
{
    char *path = settings_path();
    char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0700) == 0) {
        GKeyFile *file = g_key_file_new();
        // What this version does not know stays.
        (void)g_key_file_load_from_file(file, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
        g_key_file_set_string(file, GROUP, "language", settings->lang);
        g_key_file_set_string(file, GROUP, "facilitation", settings->lead_lang);
        if (settings->glass_w > 0 && settings->glass_h > 0) {
            g_key_file_set_double(file, GROUP, "width-mm", settings->glass_w);
            g_key_file_set_double(file, GROUP, "height-mm", settings->glass_h);
        }
        g_key_file_set_integer(file, GROUP, "lettering", settings->lettering);
        g_key_file_set_boolean(file, GROUP, "silent", settings->silent);
        g_key_file_set_integer(file, GROUP, "volume", settings->volume);
        g_key_file_set_boolean(file, GROUP, "print", settings->print);
        g_key_file_set_boolean(file, GROUP, "high-contrast", settings->contrast);
        g_key_file_set_boolean(file, GROUP, "less-motion", settings->still);
        g_key_file_set_string(file, GROUP, "code-salt", settings->code_salt);
        g_key_file_set_string(file, GROUP, "code-digest", settings->code_digest);
        save_offered(settings, file);
        save_seats(settings, file);
        (void)g_key_file_save_to_file(file, path, NULL);
        g_key_file_free(file);
    }
    g_free(folder);
    g_free(path);
}

const char *settings_lead_lang(const struct settings *settings)
{
    const char *chosen = *settings->lead_lang != '\0' ? settings->lead_lang : settings->lang;
    return strcmp(chosen, "en") == 0 ? "en" : "de";
}

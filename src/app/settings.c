// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <glib.h>
#include <string.h>

#define GROUP "display"

static char *settings_path(void)
{
    return g_build_filename(g_get_user_config_dir(), "erntebild", "settings.ini", NULL);
}

static double millimetres(GKeyFile *file, const char *key)
{
    double value = g_key_file_get_double(file, GROUP, key, NULL);
    return value >= 100 && value <= 10000 ? value : 0;
}

struct settings settings_load(void)
{
    struct settings settings = {.lang = ""};
    char *path = settings_path();
    GKeyFile *file = g_key_file_new();
    if (g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, NULL)) {
        char *lang = g_key_file_get_string(file, GROUP, "language", NULL);
        if (lang != NULL)
            g_strlcpy(settings.lang, lang, sizeof settings.lang);
        g_free(lang);
        settings.glass_w = millimetres(file, "width-mm");
        settings.glass_h = millimetres(file, "height-mm");
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
        if (settings->glass_w > 0 && settings->glass_h > 0) {
            g_key_file_set_double(file, GROUP, "width-mm", settings->glass_w);
            g_key_file_set_double(file, GROUP, "height-mm", settings->glass_h);
        }
        (void)g_key_file_save_to_file(file, path, NULL);
        g_key_file_free(file);
    }
    g_free(folder);
    g_free(path);
}

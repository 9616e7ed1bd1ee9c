// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture_files.h"

#include <glib/gstdio.h>
#include <string.h>

#include "draw/bitmap.h"

#define FILES_MOST 60

struct found {
    char *path;
    gint64 changed;
};

static bool is_picture(const char *name)
{
    size_t n = strlen(name);
    return n > 4 && *name != '.' &&
           (g_ascii_strcasecmp(name + n - 4, ".png") == 0 ||
            g_ascii_strcasecmp(name + n - 4, ".svg") == 0);
}

static bool is_there(const GArray *all, const char *path)
{
    for (guint i = 0; i < all->len; i++)
        if (strcmp(g_array_index(all, struct found, i).path, path) == 0)
            return true;
    return false;
}

static void look_in(GArray *all, const char *folder)
{
    GDir *dir = folder != NULL ? g_dir_open(folder, 0, NULL) : NULL;
    for (const char *name = dir != NULL ? g_dir_read_name(dir) : NULL; name != NULL;
         name = g_dir_read_name(dir)) {
        char *path = g_build_filename(folder, name, NULL);
        GStatBuf about;
        if (is_picture(name) && g_utf8_validate(path, -1, NULL) && g_stat(path, &about) == 0 &&
            S_ISREG(about.st_mode) && about.st_size <= BITMAP_MOST && !is_there(all, path)) {
            struct found found = {g_strdup(path), about.st_mtime};
            g_array_append_val(all, found);
        }
        g_free(path);
    }
    if (dir != NULL)
        g_dir_close(dir);
}

// Each stick is a folder there.
static void look_on_sticks(GArray *all, const char *where)
{
    char *own = g_build_filename(where, g_get_user_name(), NULL);
    GDir *dir = g_dir_open(own, 0, NULL);
    for (const char *name = dir != NULL ? g_dir_read_name(dir) : NULL; name != NULL;
         name = g_dir_read_name(dir)) {
        char *stick = g_build_filename(own, name, NULL);
        look_in(all, stick);
        g_free(stick);
    }
    if (dir != NULL)
        g_dir_close(dir);
    g_free(own);
}

static int newest_first(const void *a, const void *b)
{
    const struct found *x = a, *y = b;
    if (x->changed != y->changed)
        return x->changed > y->changed ? -1 : 1;
    return strcmp(x->path, y->path);
}

GPtrArray *picture_files(const char *file)
{
    static const GUserDirectory FOLDERS[] = {G_USER_DIRECTORY_PICTURES, G_USER_DIRECTORY_DOWNLOAD,
                                             G_USER_DIRECTORY_DESKTOP};
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct found));
    char *beside = g_path_get_dirname(file);
    look_in(all, beside);
    g_free(beside);
    for (size_t i = 0; i < G_N_ELEMENTS(FOLDERS); i++)
        look_in(all, g_get_user_special_dir(FOLDERS[i]));
    look_on_sticks(all, "/media");
    look_on_sticks(all, "/run/media");
    g_array_sort(all, newest_first);
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < all->len; i++) {
        char *path = g_array_index(all, struct found, i).path;
        if (paths->len < FILES_MOST)
            g_ptr_array_add(paths, path);
        else
            g_free(path);
    }
    g_array_free(all, TRUE);
    return paths;
}

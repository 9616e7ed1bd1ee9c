// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/trust.h"

#include <glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/random.h"

enum { LARGE = 8 << 20 }; // bytes; smaller ones are checked in a few hundredths of a second

// Everything about the file that changes when it does; NULL when it is small or not there. g_free it.
static char *state_of(const char *path)
{
    struct stat about;
    char *journal = g_strconcat(path, "-journal", NULL);
    bool hot = access(journal, F_OK) == 0; // a writer was killed
    g_free(journal);
    if (hot || stat(path, &about) != 0 || about.st_size < LARGE)
        return NULL;
    return g_strdup_printf("%llu %llu %lld %lld.%09ld %lld.%09ld\n",
                           (unsigned long long)about.st_dev, (unsigned long long)about.st_ino,
                           (long long)about.st_size, (long long)about.st_mtim.tv_sec,
                           about.st_mtim.tv_nsec, (long long)about.st_ctim.tv_sec,
                           about.st_ctim.tv_nsec);
}

// One small file for each large one, named by its path; g_free it.
static char *memory_of(const char *path)
{
    char *whole = g_canonicalize_filename(path, NULL);
    char *name = g_strdup_printf("checked-%016" G_GINT64_MODIFIER "x", hash_text(whole));
    char *memory = g_build_filename(g_get_user_cache_dir(), "erntebild", name, NULL);
    g_free(name);
    g_free(whole);
    return memory;
}

bool trust_is_worth_it(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && about.st_size >= LARGE;
}

bool trust_holds(const char *path)
{
    char *state = state_of(path), *known = NULL;
    if (state == NULL)
        return false;
    char *memory = memory_of(path);
    bool holds = g_file_get_contents(memory, &known, NULL, NULL) && strcmp(known, state) == 0;
    g_free(known);
    g_free(memory);
    g_free(state);
    return holds;
}

void trust_keep(const char *path)
{
    char *state = state_of(path);
    if (state == NULL)
        return;
    char *memory = memory_of(path), *folder = g_path_get_dirname(memory);
    if (g_mkdir_with_parents(folder, 0700) == 0)
        g_file_set_contents(memory, state, -1, NULL);
    g_free(folder);
    g_free(memory);
    g_free(state);
}

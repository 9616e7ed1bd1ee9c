// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A world that repeats, and a folder of its own for each test.
#ifndef ERNTEBILD_TESTS_STORE_FAKE_H
#define ERNTEBILD_TESTS_STORE_FAKE_H

#include <glib.h>
#include <glib/gstdio.h>

#include "base/random.h"
#include "base/world.h"

struct fake {
    struct random random;
    int64_t now;
    char *folder;
};

static inline int64_t fake_now(void *context)
{
    return ((struct fake *)context)->now;
}

static inline uint64_t fake_random(void *context)
{
    return random_next(&((struct fake *)context)->random);
}

static inline struct world fake_world(struct fake *fake, uint64_t device)
{
    return (struct world){fake_now, fake_random, fake, device};
}

static inline void fake_init(struct fake *fake, uint64_t seed)
{
    fake->random = random_seeded(seed);
    fake->now = INT64_C(1457946000000); // 14 March 2016
    fake->folder = g_dir_make_tmp("erntebild-store-XXXXXX", NULL);
}

// Path of `name` in the folder; g_free it.
static inline char *fake_path(const struct fake *fake, const char *name)
{
    return g_build_filename(fake->folder, name, NULL);
}

// Away with a folder of files; none is well, too.
static inline void fake_remove(const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        char *path = g_build_filename(folder, name, NULL);
        g_unlink(path);
        g_free(path);
    }
    if (dir != NULL)
        g_dir_close(dir);
    g_rmdir(folder);
}

static inline void fake_clear(struct fake *fake)
{
    fake_remove(fake->folder);
    g_free(fake->folder);
}

// What the program remembers of files goes to a folder of the test's own, until fake_forget.
static inline char *fake_remember(void)
{
    char *cache = g_dir_make_tmp("erntebild-cache-XXXXXX", NULL);
    g_setenv("XDG_CACHE_HOME", cache, TRUE);
    return cache;
}

static inline void fake_forget(char *cache)
{
    char *folder = g_build_filename(cache, "erntebild", NULL);
    fake_remove(folder);
    g_rmdir(cache);
    g_free(folder);
    g_free(cache);
}

#endif

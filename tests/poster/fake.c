// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake.h"

#define CHARACTER_EM 0.55

struct fake fake_new(struct arena *arena)
{
    return (struct fake){arena, g_hash_table_new(g_str_hash, g_str_equal)};
}

void fake_free(struct fake *fake)
{
    g_hash_table_destroy(fake->runs);
}

static const struct run *run_of(void *context, const char *text, int weight, const char *lang)
{
    struct fake *fake = context;
    struct run *run = g_hash_table_lookup(fake->runs, text);
    if (run != NULL)
        return run;
    run = ARENA_NEW(fake->arena, struct run);
    double w = CHARACTER_EM * (double)g_utf8_strlen(text, -1);
    *run = (struct run){
        .text = arena_strdup(fake->arena, text),
        .lang = lang,
        .family = "Fake",
        .weight = weight,
        .rtl = lang != NULL && lang_is_rtl(lang),
        .width = w,
        .ascent = 0.8,
        .descent = 0.24,
        .leading = 1,
        .factor = 1,
        .ink = {0, -0.75, w, 0.95},
    };
    g_hash_table_insert(fake->runs, arena_strdup(fake->arena, text), run);
    return run;
}

struct measure fake_measure(struct fake *fake)
{
    return (struct measure){.context = fake, .run = run_of};
}

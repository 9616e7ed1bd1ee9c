// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/world.h"

#include <glib.h>
#include <sys/random.h>

static int64_t system_now_ms(void *context)
{
    (void)context;
    return g_get_real_time() / 1000;
}

static uint64_t system_random(void *context)
{
    (void)context;
    uint64_t bits;
    if (getrandom(&bits, sizeof bits, 0) != (ssize_t)sizeof bits)
        g_error("getrandom failed");
    return bits;
}

struct world world_real(void)
{
    return (struct world){.now_ms = system_now_ms, .random = system_random};
}

int64_t world_new_id(const struct world *world)
{
    int64_t id;
    do
        id = (int64_t)(world->random(world->context) >> 1);
    while (id == 0);
    return id;
}

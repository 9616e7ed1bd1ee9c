// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <assert.h>
#include <string.h>

uint64_t hash_bytes(uint64_t seed, const void *data, size_t size)
{
    const unsigned char *byte = data;
    for (size_t i = 0; i < size; i++)
        seed = (seed ^ byte[i]) * UINT64_C(1099511628211);
    return seed;
}

uint64_t hash_text(const char *key)
{
    return hash_bytes(HASH_BASIS, key, strlen(key));
}

struct random random_of(const char *key)
{
    return (struct random){hash_text(key)};
}

struct random random_seeded(uint64_t seed)
{
    return (struct random){seed};
}

uint64_t random_next(struct random *random)
{
    uint64_t z = random->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

double random_unit(struct random *random)
{
    return (double)(random_next(random) >> 11) / 9007199254740992.0;
}

double random_range(struct random *random, double a, double b)
{
    return a + (b - a) * random_unit(random);
}

size_t random_below(struct random *random, size_t n)
{
    assert(n > 0);
    return (size_t)(random_unit(random) * (double)n) % n;
}

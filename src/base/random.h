// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Repeatable random numbers for ink and tests: FNV-1a of a key string seeds splitmix64
// (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators").
// One key per element, so that nothing else changes when an element is added.
#ifndef ERNTEBILD_BASE_RANDOM_H
#define ERNTEBILD_BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct random {
    uint64_t state;
};

uint64_t hash_bytes(uint64_t seed, const void *data, size_t size); // FNV-1a, chained by seed
uint64_t hash_text(const char *key);                               // FNV-1a with its offset basis
#define HASH_BASIS UINT64_C(1469598103934665603)

struct random random_of(const char *key);
struct random random_seeded(uint64_t seed);
uint64_t random_next(struct random *random);
double random_unit(struct random *random);                     // [0, 1)
double random_range(struct random *random, double a, double b); // [a, b)
size_t random_below(struct random *random, size_t n);          // 0 .. n-1, n > 0

#endif

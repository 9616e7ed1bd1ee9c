// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/format.h"

#include <string.h>

#include "base/random.h"

uint64_t format_checksum(const void *data, size_t size)
{
    const unsigned char *bytes = data;
    uint64_t sum = HASH_BASIS;
    for (size_t i = 0; i < size; i += 8) {
        uint64_t word = 0;
        memcpy(&word, bytes + i, size - i < 8 ? size - i : 8);
        sum = (sum ^ word) * UINT64_C(1099511628211);
        sum ^= sum >> 32;
    }
    return sum;
}

uint32_t format_hash(const char *text, size_t length)
{
    uint64_t hash = hash_bytes(HASH_BASIS, text, length);
    return (uint32_t)(hash ^ (hash >> 32));
}

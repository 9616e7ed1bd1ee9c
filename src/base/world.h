// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a program cannot know by itself: the time, randomness, which device this is.
// Passed in, so that tests repeat.
#ifndef ERNTEBILD_BASE_WORLD_H
#define ERNTEBILD_BASE_WORLD_H

#include <stdint.h>

struct world {
    int64_t (*now_ms)(void *context);     // wall clock, milliseconds since 1970 UTC
    uint64_t (*random)(void *context);    // 64 random bits
    void *context;
    uint64_t device;                      // this device's id, 0: the file's owner chooses one
};

struct world world_real(void); // the system's clock and getrandom(2)

// A positive random 63-bit id.
int64_t world_new_id(const struct world *world);

#endif

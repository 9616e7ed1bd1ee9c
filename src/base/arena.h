// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Memory for what dies together: one arena a query result, a harvest, a scene.
#ifndef ERNTEBILD_BASE_ARENA_H
#define ERNTEBILD_BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);  // NULL is legal
void arena_reset(struct arena *arena); // forgets everything, keeps one block

// Zeroed, aligned for any type; never NULL (out of memory aborts). Owned by the arena.
void *arena_alloc(struct arena *arena, size_t size);
char *arena_strdup(struct arena *arena, const char *text); // NULL stays NULL
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void *arena_copy(struct arena *arena, const void *data, size_t size);
size_t arena_size(const struct arena *arena); // bytes handed out

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, n) ((type *)arena_alloc((arena), (n) * sizeof(type)))

#endif

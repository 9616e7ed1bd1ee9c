// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/arena.h"

#include <glib.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

struct block {
    struct block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char data[];
};

struct arena {
    struct block *first; // the one that is filled
    size_t handed_out;
};

enum { BLOCK_SIZE = 32 * 1024 };

static struct block *block_new(size_t size, struct block *next)
{
    struct block *block = g_malloc(sizeof *block + size);
    block->next = next;
    block->size = size;
    block->used = 0;
    return block;
}

struct arena *arena_new(void)
{
    return g_new0(struct arena, 1);
}

static void free_blocks(struct block *block)
{
    while (block != NULL) {
        struct block *next = block->next;
        g_free(block);
        block = next;
    }
}

void arena_free(struct arena *arena)
{
    if (arena == NULL)
        return;
    free_blocks(arena->first);
    g_free(arena);
}

void arena_reset(struct arena *arena)
{
    if (arena->first != NULL) {
        free_blocks(arena->first->next);
        arena->first->next = NULL;
        arena->first->used = 0;
    }
    arena->handed_out = 0;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    g_assert(size <= SIZE_MAX / 2);
    size_t room = (size + align - 1) / align * align;
    struct block *block = arena->first;
    if (block == NULL || block->size - block->used < room) {
        if (room > BLOCK_SIZE / 4 && block != NULL) {
            // A large piece gets a block of its own behind the one that is being filled.
            struct block *own = block_new(room, block->next);
            block->next = own;
            block = own;
        } else {
            block = arena->first = block_new(MAX(room, (size_t)BLOCK_SIZE), block);
        }
    }
    void *piece = block->data + block->used;
    block->used += room;
    arena->handed_out += size;
    return memset(piece, 0, room);
}

void *arena_copy(struct arena *arena, const void *data, size_t size)
{
    void *copy = arena_alloc(arena, size);
    if (size > 0)
        memcpy(copy, data, size);
    return copy;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    memcpy(copy, text, length);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = g_strdup_vprintf(format, args);
    va_end(args);
    char *copy = arena_strdup(arena, text);
    g_free(text);
    return copy;
}

size_t arena_size(const struct arena *arena)
{
    return arena->handed_out;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cards.h"

#include <glib.h>
#include <string.h>

#include "app/kit.h"
#include "app/stage.h"
#include "base/arena.h"
#include "base/random.h"
#include "draw/colour.h"
#include "store/store.h"
#include "words/words.h"

#define KEPT 500 // drawings; more go when they were not asked for in the last two frames

struct kept {
    struct card_drawing drawing;
    struct scene *scene; // NULL: measured only
    unsigned frame;      // drawn last
};

struct cards {
    GHashTable *kept;    // hash of the face -> struct kept
    guint drawn;         // of them, not only measured
    GHashTable *icons;   // hash of text and language -> icon
    struct arena *arena; // of one drawing
    unsigned frame;
};

static void free_kept(gpointer data)
{
    struct kept *kept = data;
    if (kept->scene != NULL)
        scene_free(kept->scene);
    g_free(kept);
}

struct cards *cards_new(void)
{
    struct cards *cards = g_new0(struct cards, 1);
    cards->kept = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, free_kept);
    cards->icons = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    cards->arena = arena_new();
    return cards;
}

void cards_free(struct cards *cards)
{
    if (cards == NULL)
        return;
    g_hash_table_destroy(cards->kept);
    g_hash_table_destroy(cards->icons);
    arena_free(cards->arena);
    g_free(cards);
}

static gboolean is_stale(gpointer key, gpointer value, gpointer data)
{
    struct cards *cards = data;
    const struct kept *kept = value;
    (void)key;
    bool stale = kept->scene != NULL && cards->frame - kept->frame > 2;
    cards->drawn -= stale;
    return stale;
}

void cards_next_frame(struct cards *cards)
{
    cards->frame++;
    if (cards->drawn > KEPT)
        g_hash_table_foreach_remove(cards->kept, is_stale, cards);
}

static uint64_t hash_string(uint64_t hash, const char *text)
{
    return hash_bytes(hash, text, strlen(text) + 1);
}

static gint64 face_hash(const struct card_face *face)
{
    uint64_t hash = hash_bytes(HASH_BASIS, &face->id, sizeof face->id);
    hash = hash_string(hash, face->text);
    hash = hash_string(hash, face->lang);
    hash = hash_string(hash, face->gloss);
    hash = hash_string(hash, face->icon != NULL ? face->icon : "");
    hash = hash_string(hash, face->ink != NULL ? face->ink : "");
    hash = hash_string(hash, tr_lang(face->tr));
    hash = hash_bytes(hash, &face->shape, sizeof face->shape);
    hash = hash_bytes(hash, &face->accent, sizeof face->accent);
    hash = hash_bytes(hash, &face->votes, sizeof face->votes);
    hash = hash_bytes(hash, &face->votes_hidden, sizeof face->votes_hidden);
    hash = hash_bytes(hash, &face->width, sizeof face->width);
    hash = hash_bytes(hash, &face->fixed_height, sizeof face->fixed_height);
    hash = hash_bytes(hash, &face->least_size, sizeof face->least_size);
    return (gint64)hash_bytes(hash, &face->least_height, sizeof face->least_height);
}

static struct kept *find_kept(struct cards *cards, const struct card_face *face)
{
    gint64 key = face_hash(face);
    struct kept *kept = g_hash_table_lookup(cards->kept, &key);
    if (kept == NULL) {
        kept = g_new0(struct kept, 1);
        g_hash_table_insert(cards->kept, g_memdup2(&key, sizeof key), kept);
    }
    return kept;
}

const struct card_drawing *cards_measure(struct cards *cards, const struct stage *stage,
                                         const struct card_face *face)
{
    struct kept *kept = find_kept(cards, face);
    if (kept->drawing.h <= 0)
        kept->drawing = card_make(stage, face, NULL, cards->arena);
    return &kept->drawing;
}

const struct card_drawing *cards_draw(struct cards *cards, const struct stage *stage,
                                      const struct card_face *face)
{
    struct kept *kept = find_kept(cards, face);
    if (kept->scene == NULL) {
        kept->scene = scene_new(face->width, face->least_height);
        kept->drawing = card_make(stage, face, kept->scene, cards->arena);
        cards->drawn++;
    }
    kept->frame = cards->frame;
    return &kept->drawing;
}

const char *cards_icon(struct cards *cards, const struct stage *stage, const char *chosen,
                       const char *text, const char *lang)
{
    if (*chosen != '\0' || *text == '\0')
        return chosen;
    gint64 key = (gint64)hash_string(hash_string(HASH_BASIS, lang), text);
    const char *icon = g_hash_table_lookup(cards->icons, &key);
    if (icon == NULL) {
        arena_reset(cards->arena);
        const struct word_result *result =
            words_understand(stage->words, text, lang, NULL, cards->arena);
        const char *sure = words_sure_icon(result);
        icon = g_strdup(sure != NULL ? sure : "");
        g_hash_table_insert(cards->icons, g_memdup2(&key, sizeof key), (gpointer)(uintptr_t)icon);
    }
    return icon;
}

struct card_face cards_face(struct cards *cards, const struct stage *stage, const struct card *card,
                            const char *phase_kind, int colour)
{
    bool drawn = *card->ink != '\0';
    return (struct card_face){
        .id = card->id,
        .text = card->text,
        .lang = card->lang,
        .gloss = card->gloss,
        .icon = drawn ? "" : cards_icon(cards, stage, card->icon, card->text, card->lang),
        .ink = card->ink,
        .tr = stage_tr(stage, 0),
        .shape = card_shape_of(phase_kind),
        .accent = colour_accent(colour),
        .width = CARD_WIDTH,
        .least_height = CARD_HEIGHT,
        .fixed_height = true,
    };
}

void cards_put(struct cards *cards, const struct stage *stage, const struct card_face *face,
               struct kit *kit, double x, double y, double width)
{
    const struct card_drawing *drawing = cards_draw(cards, stage, face);
    double k = width / face->width, left = kit->mirror > 0 ? kit->mirror - x - width : x;
    struct affine m = affine_multiply(affine_translation(left, y), affine_scaling(k, k));
    scene_use(kit->scene, drawing->scene, affine_multiply(kit->m, m), 1);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shaping is the dearest part of a page of text: the hand's font looks at six letters before each
// one to vary their forms. Texts repeat words and are broken into lines again and again, so in
// small lettering only words are shaped. Between words the forms are not varied, and no pair of
// letter and space is kerned; large lettering is shaped as a whole.
#include "draw/phrase.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "draw/glyphs.h"

enum { WEIGHT_MOST = 500 };

// Characters that stand in the order of the text, whatever is beside them, in every font of ours.
static bool is_plain(gunichar c)
{
    return c < 0x250 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c < 0x2028);
}

bool phrase_has_words(const struct run *run)
{
    bool words = false;
    if (run->weight > WEIGHT_MOST || run->rtl)
        return false;
    for (const char *c = run->text; *c != '\0'; c = g_utf8_next_char(c)) {
        if (!is_plain(g_utf8_get_char(c)))
            return false;
        words |= *c == ' ';
    }
    return words && run->text[1] != '\0';
}

// The next word, or a space; a run that was made when it was first asked for.
static const struct run *next_part(const struct run *run, const char **at,
                                   const struct measure *measure, const char *lang)
{
    size_t n = **at == ' ' ? 1 : strcspn(*at, " ");
    char *text = g_strndup(*at, n);
    const struct run *part = measure->run(measure->context, text, run->weight, lang);
    g_free(text);
    *at += n;
    return part;
}

// Room for all that the parts have, in one span for each change of the face.
struct joint {
    struct run *run;
    int glyphs_n, clusters_n; // of all parts
    int most;                 // glyphs of the part that says the family
};

static struct glyph_span *begin_span(struct joint *joint, struct arena *arena,
                                     const struct glyph_span *like, const char *text)
{
    struct glyph_span *span = &joint->run->glyphs->spans[joint->run->glyphs->n++];
    *span = (struct glyph_span){
        .face = cairo_font_face_reference(like->face),
        .text = text,
        .glyphs = ARENA_ARRAY(arena, cairo_glyph_t, (size_t)joint->glyphs_n),
        .clusters = ARENA_ARRAY(arena, cairo_text_cluster_t, (size_t)joint->clusters_n),
        .edges = ARENA_ARRAY(arena, double, (size_t)joint->clusters_n + 1),
    };
    return span;
}

static void add_span(struct joint *joint, struct arena *arena, const struct glyph_span *part,
                     const char *text, double x)
{
    struct glyphs *glyphs = joint->run->glyphs;
    struct glyph_span *span = glyphs->n > 0 ? &glyphs->spans[glyphs->n - 1] : NULL;
    if (span == NULL || span->face != part->face)
        span = begin_span(joint, arena, part, text);
    for (int i = 0; i < part->glyphs_n; i++) {
        cairo_glyph_t glyph = part->glyphs[i];
        glyph.x += x;
        span->glyphs[span->glyphs_n++] = glyph;
    }
    for (int i = 0; i < part->clusters_n; i++) {
        span->edges[span->clusters_n] = part->edges[i] + x;
        span->clusters[span->clusters_n++] = part->clusters[i];
    }
    span->edges[span->clusters_n] = part->edges[part->clusters_n] + x;
    span->text_n += part->text_n;
    joint->glyphs_n -= part->glyphs_n;
    joint->clusters_n -= part->clusters_n;
}

static void add_part(struct joint *joint, struct arena *arena, const struct run *part,
                     const char *text)
{
    struct run *run = joint->run;
    int n = 0;
    for (int i = 0; i < part->glyphs->n; i++) {
        const struct glyph_span *span = &part->glyphs->spans[i];
        add_span(joint, arena, span, text + (span->text - part->text), run->width);
        n += span->glyphs_n;
    }
    if (n > joint->most)
        run->family = part->family;
    joint->most = MAX(joint->most, n);
    if (!box_is_empty(part->ink))
        run->ink = box_union(run->ink, (struct box){part->ink.x + run->width, part->ink.y,
                                                    part->ink.w, part->ink.h});
    run->missing += part->missing;
    run->width += part->width;
}

bool phrase_join(struct run *run, struct arena *arena, const struct measure *measure,
                 const char *lang)
{
    struct joint joint = {.run = run};
    int spans = 0;
    for (const char *at = run->text; *at != '\0';) {
        const struct run *part = next_part(run, &at, measure, lang);
        if (part->factor != run->factor || part->rtl)
            return false;
        for (int i = 0; i < part->glyphs->n; i++) {
            joint.glyphs_n += part->glyphs->spans[i].glyphs_n;
            joint.clusters_n += part->glyphs->spans[i].clusters_n;
        }
        spans += part->glyphs->n;
    }
    run->glyphs = ARENA_NEW(arena, struct glyphs);
    run->glyphs->size = run->factor;
    run->glyphs->spans = ARENA_ARRAY(arena, struct glyph_span, (size_t)spans);
    run->ink = BOX_EMPTY;
    run->width = 0;
    for (const char *at = run->text; *at != '\0';) {
        const char *text = at;
        add_part(&joint, arena, next_part(run, &at, measure, lang), text);
    }
    return true;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/lettering.h"

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "draw/glyphs.h"
#include "draw/phrase.h"
#include "draw/pieces.h"
#include "draw/script.h"

// The size at which everything is shaped, device units per em.
enum { REFERENCE_SIZE = 100 };
static const double EM = 1.0 / (REFERENCE_SIZE * PANGO_SCALE); // em a pango unit

struct lettering {
    struct arena *arena;
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    GHashTable *entries; // a set of struct entry
    struct pieces_cache *pieces;
    bool print; // not by hand
};

// A run and what was asked for; the key of the cache.
struct entry {
    struct run run;
    const char *text, *lang; // as asked
    int weight;
    guint hash;
};

static guint entry_hash(gconstpointer entry)
{
    return ((const struct entry *)entry)->hash;
}

static gboolean entry_equal(gconstpointer a, gconstpointer b)
{
    const struct entry *x = a, *y = b;
    return x->hash == y->hash && x->weight == y->weight && strcmp(x->text, y->text) == 0 &&
           g_strcmp0(x->lang, y->lang) == 0;
}

static void entry_clear(gpointer data)
{
    struct entry *entry = data;
    for (int i = 0; i < entry->run.glyphs->n; i++)
        cairo_font_face_destroy(entry->run.glyphs->spans[i].face);
}

// The first family that lettering relies on and `config` does not have, or NULL.
static const char *missing_family(FcConfig *config, struct arena *arena)
{
    GHashTable *there = g_hash_table_new(g_str_hash, g_str_equal);
    FcFontSet *set = FcConfigGetFonts(config, FcSetSystem);
    for (int i = 0; set != NULL && i < set->nfont; i++) {
        FcChar8 *family;
        for (int k = 0; FcPatternGetString(set->fonts[i], FC_FAMILY, k, &family) == FcResultMatch;
             k++)
            g_hash_table_add(there, family);
    }
    const char *missing = NULL;
    for (int i = 0; i < script_styles() && missing == NULL; i++) {
        char **families = g_strsplit(script_style(i)->families, ",", -1);
        for (int k = 0; families[k] != NULL && missing == NULL; k++)
            if (!g_hash_table_contains(there, families[k]))
                missing = arena_strdup(arena, families[k]);
        g_strfreev(families);
    }
    g_hash_table_destroy(there);
    return missing;
}

static bool load_fonts(struct lettering *lettering, struct err *err)
{
    char *path = file_data("fonts.conf");
    bool ok = g_file_test(path, G_FILE_TEST_IS_REGULAR);
    if (!ok)
        err_set(err, ERR_MISSING, "%s: this file is missing. Build or install Erntebild again.",
                path);
    ok = ok && ((FcConfigParseAndLoad(lettering->config, (const FcChar8 *)path, FcTrue) &&
                 FcConfigBuildFonts(lettering->config)) ||
                err_set(err, ERR_DAMAGED, "%s: cannot be read. Build or install Erntebild again.",
                        path));
    const char *family = ok ? missing_family(lettering->config, lettering->arena) : NULL;
    if (family != NULL)
        ok = err_set(err, ERR_MISSING,
                     "%s: the font \"%s\" is missing. Build or install Erntebild again.", path,
                     family);
    g_free(path);
    return ok;
}

static struct lettering *new_with(FcConfig *config)
{
    struct lettering *lettering = g_new0(struct lettering, 1);
    lettering->arena = arena_new();
    lettering->config = config;
    lettering->entries = g_hash_table_new_full(entry_hash, entry_equal, entry_clear, NULL);
    lettering->pieces = pieces_cache_new();
    return lettering;
}

static void open_context(struct lettering *lettering)
{
    lettering->context = pango_font_map_create_context(lettering->map);
    cairo_font_options_t *options = glyphs_font_options();
    pango_cairo_context_set_font_options(lettering->context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(lettering->context, FALSE);
}

struct lettering *lettering_new(struct err *err)
{
    struct lettering *lettering = new_with(FcConfigCreate());
    if (!load_fonts(lettering, err)) {
        lettering_free(lettering);
        return NULL;
    }
    // Pango and cairo ask for the current configuration in places: without this the system's would be
    // loaded beside ours.
    FcConfigSetCurrent(lettering->config);
    lettering->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(lettering->map), lettering->config);
    open_context(lettering);
    return lettering;
}

struct lettering *lettering_new_print(const struct lettering *hand)
{
    struct lettering *lettering = new_with(FcConfigReference(hand->config));
    lettering->print = true;
    lettering->map = g_object_ref(hand->map);
    open_context(lettering);
    return lettering;
}

void lettering_free(struct lettering *lettering)
{
    if (lettering == NULL)
        return;
    g_hash_table_destroy(lettering->entries);
    pieces_cache_free(lettering->pieces);
    g_clear_object(&lettering->context);
    g_clear_object(&lettering->map);
    FcConfigDestroy(lettering->config);
    arena_free(lettering->arena);
    g_free(lettering);
}

// NFC, one line, no soft hyphens: what a run shows of `text`. In `arena`.
static const char *shown_text(struct arena *arena, const char *text)
{
    char *nfc = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
    char *shown = arena_strdup(arena, nfc);
    g_free(nfc);
    char *to = shown;
    for (const char *from = shown; *from != '\0';) {
        if (strncmp(from, "\u00ad", 2) == 0) {
            from += 2;
            continue;
        }
        *to++ = (unsigned char)*from < 0x20 ? ' ' : *from;
        from++;
    }
    *to = '\0';
    return shown;
}

static bool is_rtl(const char *text, const char *lang)
{
    if (lang != NULL)
        return lang_is_rtl(lang);
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c))
        if (g_unichar_isalpha(g_utf8_get_char(c)))
            return script_is_rtl(g_unichar_get_script(g_utf8_get_char(c)));
    return false;
}

// The span of `item`, its glyphs at `x` (pango units) on the line.
static struct glyph_span make_span(struct arena *arena, const struct run *run, PangoItem *item,
                                   PangoGlyphString *string, int x)
{
    struct glyph_span span = {
        .face = cairo_font_face_reference(cairo_scaled_font_get_font_face(
            pango_cairo_font_get_scaled_font((PangoCairoFont *)item->analysis.font))),
        .text = run->text + item->offset,
        .text_n = item->length,
        .glyphs = ARENA_ARRAY(arena, cairo_glyph_t, (size_t)string->num_glyphs),
        .clusters = ARENA_ARRAY(arena, cairo_text_cluster_t, (size_t)item->num_chars),
        .flags = item->analysis.level % 2 ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0,
    };
    span.edges = ARENA_ARRAY(arena, double, (size_t)item->num_chars + 1);
    double em = EM * run->factor;
    // Of the glyphs left of glyph i: how many are shown, and where they end.
    int *shown = g_new(int, string->num_glyphs + 1);
    double *pen = g_new(double, string->num_glyphs + 1);
    for (int i = 0; i < string->num_glyphs; i++) {
        const PangoGlyphInfo *info = &string->glyphs[i];
        shown[i] = span.glyphs_n;
        pen[i] = x * em;
        if (info->glyph != PANGO_GLYPH_EMPTY) {
            // A character without a glyph shows the face's empty box.
            bool unknown = (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
            span.glyphs[span.glyphs_n++] = (cairo_glyph_t){
                .index = unknown ? 0 : info->glyph,
                .x = (x + info->geometry.x_offset) * em,
                .y = info->geometry.y_offset * em,
            };
        }
        x += info->geometry.width;
    }
    shown[string->num_glyphs] = span.glyphs_n;
    pen[string->num_glyphs] = x * em;

    PangoGlyphItem whole = {.item = item, .glyphs = string};
    PangoGlyphItemIter iter;
    bool backward = item->analysis.level % 2 != 0;
    for (gboolean more = pango_glyph_item_iter_init_start(&iter, &whole, run->text); more;
         more = pango_glyph_item_iter_next_cluster(&iter)) {
        // Backward spans count glyphs downwards: from start_glyph to the one above end_glyph.
        int left = backward ? iter.end_glyph + 1 : iter.start_glyph;
        int right = backward ? iter.start_glyph + 1 : iter.end_glyph;
        span.edges[span.clusters_n] = pen[backward ? right : left];
        span.clusters[span.clusters_n++] = (cairo_text_cluster_t){
            .num_bytes = iter.end_index - iter.start_index,
            .num_glyphs = shown[right] - shown[left],
        };
    }
    span.edges[span.clusters_n] = pen[backward ? 0 : string->num_glyphs];
    g_free(shown);
    g_free(pen);
    return span;
}

static int count_unknown(const PangoGlyphString *string)
{
    int unknown = 0;
    for (int i = 0; i < string->num_glyphs; i++)
        unknown += string->glyphs[i].glyph != PANGO_GLYPH_EMPTY &&
                   (string->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
    return unknown;
}

static GList *itemize(struct lettering *lettering, const struct run *run,
                      const struct script_style *style)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family_static(description, style->families);
    pango_font_description_set_weight(description,
                                      (PangoWeight)MAX(run->weight - style->lighter, 400));
    pango_font_description_set_absolute_size(description, REFERENCE_SIZE * PANGO_SCALE);
    pango_context_set_font_description(lettering->context, description);
    pango_font_description_free(description);
    pango_context_set_language(lettering->context, pango_language_from_string(run->lang));
    return pango_itemize_with_base_dir(lettering->context,
                                       run->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR,
                                       run->text, 0, (int)strlen(run->text), NULL, NULL);
}

static const char *family_of(PangoFont *font)
{
    PangoFontFace *face = pango_font_get_face(font);
    return g_intern_string(pango_font_family_get_name(pango_font_face_get_family(face)));
}

// Shapes run->text and fills in what follows from it.
static void shape(struct lettering *lettering, struct run *run, const struct script_style *style)
{
    GList *logical = itemize(lettering, run, style);
    GList *visual = pango_reorder_items(logical);
    run->glyphs = ARENA_NEW(lettering->arena, struct glyphs);
    run->glyphs->size = run->factor;
    run->glyphs->n = (int)g_list_length(logical);
    run->glyphs->spans = ARENA_ARRAY(lettering->arena, struct glyph_span, (size_t)run->glyphs->n);
    run->ink = BOX_EMPTY;
    int x = 0, most = -1;
    double em = EM * run->factor;
    for (GList *link = visual; link != NULL; link = link->next) {
        PangoItem *item = link->data;
        PangoGlyphString *string = pango_glyph_string_new();
        pango_shape_full(run->text + item->offset, item->length, run->text, -1, &item->analysis,
                         string);
        PangoRectangle ink;
        pango_glyph_string_extents(string, item->analysis.font, &ink, NULL);
        if (ink.width > 0 && ink.height > 0)
            run->ink = box_union(run->ink, (struct box){(x + ink.x) * em, ink.y * em,
                                                        ink.width * em, ink.height * em});
        run->missing += count_unknown(string);
        if (string->num_glyphs > most) {
            most = string->num_glyphs;
            run->family = family_of(item->analysis.font);
        }
        run->glyphs->spans[g_list_index(logical, item)] =
            make_span(lettering->arena, run, item, string, x);
        x += pango_glyph_string_get_width(string);
        pango_glyph_string_free(string);
    }
    run->width = x * em;
    g_list_free(visual);
    g_list_free_full(logical, (GDestroyNotify)pango_item_free);
}

const struct run *lettering_run(struct lettering *lettering, const char *text, int weight,
                                const char *lang)
{
    guint hash = g_str_hash(text) * 31 + (guint)weight + (lang != NULL ? g_str_hash(lang) : 0);
    struct entry asked = {.text = text, .lang = lang, .weight = weight, .hash = hash};
    struct entry *entry = g_hash_table_lookup(lettering->entries, &asked);
    if (entry != NULL)
        return &entry->run;
    entry = arena_copy(lettering->arena, &asked, sizeof asked);
    entry->text = arena_strdup(lettering->arena, text);
    entry->lang = arena_strdup(lettering->arena, lang);
    struct run *run = &entry->run;
    run->text = shown_text(lettering->arena, text);
    int script = script_style_of(run->text, lang);
    const struct script_style *style =
        lettering->print ? script_style_in_print(script) : script_style(script);
    run->lang = entry->lang != NULL ? entry->lang : style->lang;
    run->family = "Playpen Sans";
    run->weight = weight;
    run->rtl = is_rtl(run->text, lang);
    run->factor = style->factor;
    run->ascent = style->ascent * style->factor;
    run->descent = style->descent * style->factor;
    run->leading = style->leading * style->factor;
    const struct measure measure = lettering_measure(lettering);
    if (!phrase_has_words(run) || !phrase_join(run, lettering->arena, &measure, lang))
        shape(lettering, run, style);
    g_hash_table_add(lettering->entries, entry);
    return run;
}

static const struct run *measure_run(void *context, const char *text, int weight, const char *lang)
{
    return lettering_run(context, text, weight, lang);
}

struct measure lettering_measure(struct lettering *lettering)
{
    return (struct measure){
        .context = lettering, .run = measure_run, .cache = lettering->pieces};
}

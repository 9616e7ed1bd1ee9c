// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/tagged.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/err.h"
#include "base/tr.h"
#include "publish/pdf_ink.h"

struct completion {
    qpdf_data qpdf;
    const struct element *elements;
    size_t n, at; // at: the next element of the walk
    const struct pdf_ink *ink;
    size_t runs;  // of ink that found their places
    const char *lang, *packet;
    const char *artifact; // elements of this type are none
};

static void set_string(const struct completion *c, qpdf_oh dictionary, const char *key,
                       const char *value)
{
    if (value != NULL && *value != '\0')
        qpdf_oh_replace_key(c->qpdf, dictionary, key, qpdf_oh_new_unicode_string(c->qpdf, value));
}

// ---- structure ---------------------------------------------------------------------------------

static bool is_element(const struct completion *c, qpdf_oh object)
{
    return qpdf_oh_is_dictionary(c->qpdf, object) && qpdf_oh_has_key(c->qpdf, object, "/S");
}

static void walk_children(struct completion *c, qpdf_oh parent);

// The attributes of a table's head (ISO 32000-1, 14.8.5.7).
static void set_scope(const struct completion *c, qpdf_oh element, const char *scope)
{
    qpdf_oh attributes = qpdf_oh_new_dictionary(c->qpdf);
    qpdf_oh_replace_key(c->qpdf, attributes, "/O", qpdf_oh_new_name(c->qpdf, "/Table"));
    qpdf_oh_replace_key(c->qpdf, attributes, "/Scope", qpdf_oh_new_name(c->qpdf, scope));
    qpdf_oh_replace_key(c->qpdf, element, "/A", attributes);
}

// Elements were begun in the order of the tree, parents before children.
static void walk_element(struct completion *c, qpdf_oh element)
{
    const struct element *says = c->at < c->n ? &c->elements[c->at] : NULL;
    c->at++;
    if (says != NULL) {
        if (says->lang != NULL && strcmp(says->lang, c->lang) != 0)
            set_string(c, element, "/Lang", says->lang);
        set_string(c, element, "/Alt", says->alt);
        set_string(c, element, "/ActualText", says->text);
        if (says->scope != NULL)
            set_scope(c, element, says->scope);
    }
    walk_children(c, element);
}

// Takes artifacts out of the tree.
static void walk_children(struct completion *c, qpdf_oh parent)
{
    qpdf_oh children = qpdf_oh_get_key(c->qpdf, parent, "/K");
    if (is_element(c, children)) {
        bool artifact = c->at < c->n && c->elements[c->at].artifact;
        walk_element(c, children);
        if (artifact)
            qpdf_oh_remove_key(c->qpdf, parent, "/K");
        return;
    }
    if (!qpdf_oh_is_array(c->qpdf, children))
        return;
    qpdf_oh kept = qpdf_oh_new_array(c->qpdf);
    int n = qpdf_oh_get_array_n_items(c->qpdf, children);
    for (int i = 0; i < n; i++) {
        qpdf_oh child = qpdf_oh_get_array_item(c->qpdf, children, i);
        bool told = is_element(c, child);
        bool artifact = told && c->at < c->n && c->elements[c->at].artifact;
        if (told)
            walk_element(c, child);
        if (!artifact)
            qpdf_oh_append_item(c->qpdf, kept, child);
        qpdf_oh_release(c->qpdf, child);
    }
    qpdf_oh_replace_key(c->qpdf, parent, "/K", kept);
}

// One element of the type Document round all others.
static void wrap(const struct completion *c, qpdf_oh root)
{
    qpdf_oh document = qpdf_oh_new_dictionary(c->qpdf);
    qpdf_oh_replace_key(c->qpdf, document, "/Type", qpdf_oh_new_name(c->qpdf, "/StructElem"));
    qpdf_oh_replace_key(c->qpdf, document, "/S", qpdf_oh_new_name(c->qpdf, "/Document"));
    document = qpdf_make_indirect_object(c->qpdf, document);
    qpdf_oh children = qpdf_oh_get_key(c->qpdf, root, "/K");
    int n = qpdf_oh_is_array(c->qpdf, children) ? qpdf_oh_get_array_n_items(c->qpdf, children) : 0;
    for (int i = 0; i < n; i++)
        qpdf_oh_replace_key(c->qpdf, qpdf_oh_get_array_item(c->qpdf, children, i), "/P", document);
    qpdf_oh_replace_key(c->qpdf, document, "/K", children);
    qpdf_oh_replace_key(c->qpdf, document, "/P", root);
    qpdf_oh all = qpdf_oh_new_array(c->qpdf);
    qpdf_oh_append_item(c->qpdf, all, document);
    qpdf_oh_replace_key(c->qpdf, root, "/K", all);
}

// No content belongs to an artifact any more: the parent tree (ISO 32000-1, 14.7.4.4) forgets it.
static void forget_artifacts(const struct completion *c, qpdf_oh tree)
{
    qpdf_oh pairs = qpdf_oh_get_key(c->qpdf, tree, "/Nums");
    int n = qpdf_oh_is_array(c->qpdf, pairs) ? qpdf_oh_get_array_n_items(c->qpdf, pairs) : 0;
    for (int i = 1; i < n; i += 2) {
        qpdf_oh parents = qpdf_oh_get_array_item(c->qpdf, pairs, i);
        int m = qpdf_oh_is_array(c->qpdf, parents) ? qpdf_oh_get_array_n_items(c->qpdf, parents) : 0;
        for (int k = 0; k < m; k++) {
            qpdf_oh parent = qpdf_oh_get_array_item(c->qpdf, parents, k);
            if (is_element(c, parent) &&
                strcmp(qpdf_oh_get_name(c->qpdf, qpdf_oh_get_key(c->qpdf, parent, "/S")) + 1,
                       c->artifact) == 0)
                qpdf_oh_set_array_item(c->qpdf, parents, k, qpdf_oh_new_null(c->qpdf));
            qpdf_oh_release(c->qpdf, parent);
        }
    }
}

static void add_metadata(const struct completion *c, qpdf_oh catalog)
{
    qpdf_oh stream = qpdf_oh_new_stream(c->qpdf);
    qpdf_oh dictionary = qpdf_oh_get_dict(c->qpdf, stream);
    qpdf_oh_replace_key(c->qpdf, dictionary, "/Type", qpdf_oh_new_name(c->qpdf, "/Metadata"));
    qpdf_oh_replace_key(c->qpdf, dictionary, "/Subtype", qpdf_oh_new_name(c->qpdf, "/XML"));
    qpdf_oh_replace_stream_data(c->qpdf, stream, (const unsigned char *)c->packet,
                                strlen(c->packet), qpdf_oh_new_null(c->qpdf),
                                qpdf_oh_new_null(c->qpdf));
    qpdf_oh_replace_key(c->qpdf, catalog, "/Metadata", stream);
}

// Fonts that number their glyphs say so (ISO 14289-1, 7.21.3.2); cairo leaves it unsaid.
static void complete_fonts(const struct completion *c)
{
    qpdf_oh trailer = qpdf_get_trailer(c->qpdf);
    int n = qpdf_oh_get_int_value_as_int(c->qpdf, qpdf_oh_get_key(c->qpdf, trailer, "/Size"));
    for (int i = 1; i < n; i++) {
        qpdf_oh object = qpdf_get_object_by_id(c->qpdf, i, 0);
        if (qpdf_oh_is_dictionary(c->qpdf, object) &&
            qpdf_oh_is_name_and_equals(c->qpdf, qpdf_oh_get_key(c->qpdf, object, "/Subtype"),
                                       "/CIDFontType2"))
            qpdf_oh_replace_key(c->qpdf, object, "/CIDToGIDMap",
                                qpdf_oh_new_name(c->qpdf, "/Identity"));
        qpdf_oh_release(c->qpdf, object);
    }
}

static void complete_catalog(struct completion *c)
{
    qpdf_oh catalog = qpdf_get_root(c->qpdf);
    set_string(c, catalog, "/Lang", c->lang);
    add_metadata(c, catalog);
    qpdf_oh marks = qpdf_oh_new_dictionary(c->qpdf);
    qpdf_oh_replace_key(c->qpdf, marks, "/Marked", qpdf_oh_new_bool(c->qpdf, QPDF_TRUE));
    qpdf_oh_replace_key(c->qpdf, catalog, "/MarkInfo", marks);
    qpdf_oh shown = qpdf_oh_new_dictionary(c->qpdf);
    qpdf_oh_replace_key(c->qpdf, shown, "/DisplayDocTitle", qpdf_oh_new_bool(c->qpdf, QPDF_TRUE));
    qpdf_oh_replace_key(c->qpdf, catalog, "/ViewerPreferences", shown);
    qpdf_oh root = qpdf_oh_get_key(c->qpdf, catalog, "/StructTreeRoot");
    if (!qpdf_oh_is_dictionary(c->qpdf, root))
        return;
    walk_children(c, root);
    wrap(c, root);
    forget_artifacts(c, qpdf_oh_get_key(c->qpdf, root, "/ParentTree"));
}

// ---- content -----------------------------------------------------------------------------------

// "/Private << /MCID 12 >> BDC" becomes "/Artifact BMC".
static GByteArray *with_artifacts(const char *content, size_t size, const char *artifact)
{
    GByteArray *out = g_byte_array_sized_new((guint)size);
    char *opening = g_strdup_printf("/%s << /MCID ", artifact);
    static const char closing[] = ">> BDC", instead[] = "/Artifact BMC";
    const char *at = content, *end = content + size, *found;
    while ((found = memmem(at, (size_t)(end - at), opening, strlen(opening))) != NULL) {
        const char *close = memmem(found, (size_t)(end - found), closing, strlen(closing));
        if (close == NULL)
            break;
        g_byte_array_append(out, (const guint8 *)at, (guint)(found - at));
        g_byte_array_append(out, (const guint8 *)instead, sizeof instead - 1);
        at = close + strlen(closing);
    }
    g_byte_array_append(out, (const guint8 *)at, (guint)(end - at));
    g_free(opening);
    return out;
}

// The dictionary at `key`, a new one if there is none.
static qpdf_oh dictionary_at(const struct completion *c, qpdf_oh parent, const char *key)
{
    qpdf_oh dictionary = qpdf_oh_get_key(c->qpdf, parent, key);
    if (!qpdf_oh_is_dictionary(c->qpdf, dictionary)) {
        dictionary = qpdf_oh_new_dictionary(c->qpdf);
        qpdf_oh_replace_key(c->qpdf, parent, key, dictionary);
    }
    return dictionary;
}

// The graphics states that ink asks for (ISO 32000-1, 8.4.5).
static void add_states(const struct completion *c, qpdf_oh page)
{
    qpdf_oh states = dictionary_at(c, dictionary_at(c, page, "/Resources"), "/ExtGState");
    for (int alpha = 0; alpha < (int)G_N_ELEMENTS(c->ink->alphas); alpha++) {
        if (!c->ink->alphas[alpha])
            continue;
        char name[8];
        pdf_ink_state(alpha, name);
        char *key = g_strdup_printf("/%s", name);
        qpdf_oh state = qpdf_oh_new_dictionary(c->qpdf);
        qpdf_oh opaque = qpdf_oh_new_real_from_double(c->qpdf, alpha / 255.0, 3);
        qpdf_oh_replace_key(c->qpdf, state, "/CA", opaque);
        qpdf_oh_replace_key(c->qpdf, state, "/ca", opaque);
        qpdf_oh_replace_key(c->qpdf, states, key, state);
        g_free(key);
    }
}

static void complete_page(struct completion *c, size_t number)
{
    qpdf_oh page = qpdf_get_page_n(c->qpdf, number);
    qpdf_oh stream = qpdf_oh_get_key(c->qpdf, page, "/Contents");
    unsigned char *content = NULL;
    size_t size = 0;
    if (!qpdf_oh_is_stream(c->qpdf, stream) ||
        qpdf_oh_get_stream_data(c->qpdf, stream, qpdf_dl_generalized, NULL, &content, &size) >=
            QPDF_ERRORS)
        return;
    GByteArray *told = with_artifacts((const char *)content, size, c->artifact);
    free(content);
    GByteArray *changed = pdf_ink_put(c->ink, (const char *)told->data, told->len, &c->runs);
    g_byte_array_free(told, TRUE);
    add_states(c, page);
    uLongf packed_size = compressBound(changed->len);
    Bytef *packed = g_malloc(packed_size);
    // Level 1 costs a quarter of the time of the usual one and a fifth of the size.
    int status = compress2(packed, &packed_size, changed->data, changed->len, 1);
    g_assert(status == Z_OK);
    qpdf_oh_replace_stream_data(c->qpdf, stream, packed, packed_size,
                                qpdf_oh_new_name(c->qpdf, "/FlateDecode"),
                                qpdf_oh_new_null(c->qpdf));
    g_free(packed);
    g_byte_array_free(changed, TRUE);
}

// ---- the document ------------------------------------------------------------------------------

static bool complete(struct completion *c, GByteArray *pdf)
{
    if (qpdf_read_memory(c->qpdf, "pdf", (const char *)pdf->data, pdf->len, NULL) >= QPDF_ERRORS)
        return false;
    complete_catalog(c);
    complete_fonts(c);
    int pages = qpdf_get_num_pages(c->qpdf);
    for (int i = 0; i < pages; i++)
        complete_page(c, (size_t)i);
    if (c->runs != c->ink->ends->len)
        return false;
    if (qpdf_init_write_memory(c->qpdf) >= QPDF_ERRORS)
        return false;
    qpdf_set_deterministic_ID(c->qpdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(c->qpdf, qpdf_o_generate);
    if (qpdf_write(c->qpdf) >= QPDF_ERRORS || qpdf_has_error(c->qpdf))
        return false;
    g_byte_array_set_size(pdf, 0);
    g_byte_array_append(pdf, qpdf_get_buffer(c->qpdf), (guint)qpdf_get_buffer_length(c->qpdf));
    return true;
}

bool tagged_complete(GByteArray *pdf, const struct element *elements, size_t n,
                     const char *artifact, const struct pdf_ink *ink, const char *lang,
                     const char *packet, const char *shown, struct err *err)
{
    struct completion c = {.qpdf = qpdf_init(), .elements = elements, .n = n, .ink = ink,
                           .lang = lang, .packet = packet, .artifact = artifact};
    qpdf_set_suppress_warnings(c.qpdf, QPDF_TRUE);
    qpdf_silence_errors(c.qpdf);
    bool ok = complete(&c, pdf);
    if (!ok)
        err_set(err, ERR_IO, N_("%s: the PDF could not be completed. Try again or choose PNG."),
                shown);
    qpdf_cleanup(&c.qpdf);
    return ok;
}

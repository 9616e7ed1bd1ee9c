// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/structure.h"

#include <string.h>

#include "draw/scene.h"
#include "publish/tagged.h"

// cairo knows no artifacts: they are written as private elements and turned into artifacts
// afterwards.
#define TAG_ARTIFACT "Private"

void structure_init(struct structure *structure)
{
    *structure = (struct structure){.elements = g_array_new(FALSE, FALSE, sizeof(struct element))};
    pdf_ink_init(&structure->ink);
}

void structure_clear(struct structure *structure)
{
    g_array_free(structure->elements, TRUE);
    pdf_ink_clear(&structure->ink);
}

// NULL: not in the structure tree.
static const char *tag_name(enum scene_role role)
{
    static const char *const names[] = {
        [ROLE_H1] = "H1",     [ROLE_H2] = "H2", [ROLE_H3] = "H3", [ROLE_P] = "P",
        [ROLE_LI] = "LI",     [ROLE_LABEL] = "Lbl",               [ROLE_TABLE] = "Table",
        [ROLE_TR] = "TR",     [ROLE_TH] = "TH", [ROLE_TH_ROW] = "TH", [ROLE_TD] = "TD",
        [ROLE_FIGURE] = "Figure", [ROLE_ARTIFACT] = NULL,
    };
    return names[role];
}

static bool holds_others(const struct scene_mark *mark)
{
    return mark->role == ROLE_TABLE || mark->role == ROLE_TR ||
           ((mark->role == ROLE_LI || mark->role == ROLE_TD) && mark->text == NULL);
}

// ---- elements of the file -----------------------------------------------------------------------

static void element_begin(struct structure *structure, const char *name, struct element element)
{
    pdf_ink_close(&structure->ink);
    cairo_tag_begin(structure->cr, name, NULL);
    g_array_append_val(structure->elements, element);
}

static void element_end(struct structure *structure, const char *name)
{
    pdf_ink_close(&structure->ink);
    cairo_tag_end(structure->cr, name);
}

static void artifact_end(struct structure *structure)
{
    if (structure->has_artifact)
        element_end(structure, TAG_ARTIFACT);
    structure->has_artifact = false;
}

static void list_end(struct structure *structure)
{
    if (structure->list)
        element_end(structure, "L");
    structure->list = false;
}

// An item has its label, then a body with all the rest.
static void body_begin(struct structure *structure)
{
    if (!structure->body)
        element_begin(structure, "LBody", (struct element){0});
    structure->body = true;
}

static void item_begin(struct structure *structure, const struct scene_mark *mark)
{
    if (!structure->list)
        element_begin(structure, "L", (struct element){0});
    structure->list = structure->item = true;
    element_begin(structure, "LI", (struct element){.lang = mark->lang});
    if (mark->text != NULL) {
        element_begin(structure, "LBody", (struct element){.lang = mark->lang, .text = mark->text});
        structure->body = true;
    }
}

static void item_end(struct structure *structure)
{
    if (structure->body)
        element_end(structure, "LBody");
    element_end(structure, "LI");
    structure->item = structure->body = false;
}

// ---- marks of the scene -------------------------------------------------------------------------

// What the mark is where it stands: a heading within an item is one of its paragraphs.
static const char *name_here(const struct structure *structure, const struct scene_mark *mark)
{
    const bool heading =
        mark->role == ROLE_H1 || mark->role == ROLE_H2 || mark->role == ROLE_H3;
    return structure->item && heading ? "P" : tag_name(mark->role);
}

// Inside an element with content nothing more is told: it all belongs to it.
static void tag_begin(void *context, const struct scene *scene, int mark)
{
    struct structure *structure = context;
    const struct scene_mark *of = &scene->marks[mark];
    if (tag_name(of->role) == NULL || structure->open > 0) {
        structure->open += tag_name(of->role) != NULL;
        return;
    }
    artifact_end(structure);
    if (of->role == ROLE_LI) {
        item_begin(structure, of);
    } else {
        if (!structure->item)
            list_end(structure);
        else if (of->role != ROLE_LABEL)
            body_begin(structure);
        element_begin(structure, name_here(structure, of),
                      (struct element){
                          .lang = of->lang,
                          .alt = of->role == ROLE_FIGURE ? of->alt : NULL,
                          .text = of->role == ROLE_FIGURE ? NULL : of->text,
                          .scope = of->role == ROLE_TH       ? "/Column"
                                   : of->role == ROLE_TH_ROW ? "/Row"
                                                             : NULL,
                      });
    }
    if (!holds_others(of))
        structure->open++;
}

static void tag_end(void *context, const struct scene *scene, int mark)
{
    struct structure *structure = context;
    const struct scene_mark *of = &scene->marks[mark];
    if (tag_name(of->role) == NULL)
        return;
    if (structure->open > 0 && --structure->open > 0)
        return;
    artifact_end(structure);
    if (of->role == ROLE_LI)
        item_end(structure);
    else
        element_end(structure, name_here(structure, of));
}

// What is painted outside of all elements is an artifact: one up to the next element.
static bool tag_content(void *context, cairo_t *cr, const struct scene *scene, size_t item)
{
    struct structure *structure = context;
    enum scene_type type = scene->items[item].type;
    if (structure->open == 0 && !structure->has_artifact && type != SCENE_USE &&
        type != SCENE_UNCLIP) {
        element_begin(structure, TAG_ARTIFACT, (struct element){.artifact = true});
        structure->has_artifact = true;
    }
    return pdf_ink_take(&structure->ink, cr, scene, item);
}

struct paint_tags structure_tags(struct structure *structure)
{
    return (struct paint_tags){structure, tag_begin, tag_end, tag_content};
}

void structure_begin_page(struct structure *structure, cairo_t *cr)
{
    structure->cr = cr;
    structure->open = 0;
    structure->list = structure->item = structure->body = false;
}

void structure_end_page(struct structure *structure)
{
    artifact_end(structure);
    list_end(structure);
    pdf_ink_close(&structure->ink);
}

bool structure_complete(const struct structure *structure, GByteArray *pdf, const char *lang,
                        const char *packet, const char *shown, struct err *err)
{
    return tagged_complete(pdf, (const struct element *)(const void *)structure->elements->data,
                           structure->elements->len, TAG_ARTIFACT, &structure->ink, lang, packet,
                           shown, err);
}

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
}

void structure_clear(struct structure *structure)
{
    g_array_free(structure->elements, TRUE);
}

// NULL: not in the structure tree.
static const char *tag_name(enum scene_role role)
{
    switch (role) {
    case ROLE_H1:
        return "H1";
    case ROLE_H2:
        return "H2";
    case ROLE_H3:
        return "H3";
    case ROLE_P:
    case ROLE_LI:
        return "P";
    case ROLE_FIGURE:
        return "Figure";
    case ROLE_NONE:
    case ROLE_ARTIFACT:
        break;
    }
    return NULL;
}

static void artifact_begin(struct structure *structure)
{
    const struct element element = {.artifact = true};
    cairo_tag_begin(structure->cr, TAG_ARTIFACT, NULL);
    g_array_append_val(structure->elements, element);
    structure->has_artifact = true;
}

static void artifact_end(struct structure *structure)
{
    if (structure->has_artifact)
        cairo_tag_end(structure->cr, TAG_ARTIFACT);
    structure->has_artifact = false;
}

// Inside an element with content nothing more is told: it all belongs to it.
static void tag_begin(void *context, const struct scene *scene, int mark)
{
    struct structure *structure = context;
    const struct scene_mark *of = &scene->marks[mark];
    const char *name = tag_name(of->role);
    if (name == NULL || structure->open++ > 0)
        return;
    artifact_end(structure);
    const struct element element = {
        .lang = of->lang,
        .alt = of->role == ROLE_FIGURE ? of->alt : NULL,
        .text = of->role == ROLE_FIGURE ? NULL : of->text,
    };
    cairo_tag_begin(structure->cr, name, NULL);
    g_array_append_val(structure->elements, element);
}

static void tag_end(void *context, const struct scene *scene, int mark)
{
    struct structure *structure = context;
    const char *name = tag_name(scene->marks[mark].role);
    if (name == NULL || --structure->open > 0)
        return;
    cairo_tag_end(structure->cr, name);
    artifact_begin(structure);
}

struct paint_tags structure_tags(struct structure *structure)
{
    return (struct paint_tags){structure, tag_begin, tag_end};
}

void structure_begin_page(struct structure *structure, cairo_t *cr)
{
    structure->cr = cr;
    structure->open = 0;
    artifact_begin(structure);
}

void structure_end_page(struct structure *structure)
{
    artifact_end(structure);
}

bool structure_complete(const struct structure *structure, GByteArray *pdf, const char *lang,
                        const char *shown, struct err *err)
{
    return tagged_complete(pdf, (const struct element *)(const void *)structure->elements->data,
                           structure->elements->len, TAG_ARTIFACT, lang, shown, err);
}

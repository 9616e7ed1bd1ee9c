// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ink of a PDF's pages without cairo: fills, strokes and their clips, which are nearly all of a
// drawing's bytes, become operators (ISO 32000-1, 8.5) in integers of a sixteenth of a point. What
// follows each other without lettering or a tag's border between is a run; cairo paints a rectangle
// in its place, which the run replaces when the page's content is known. So cairo carries only what
// it is needed for: lettering, pictures of pixels and tags. Internal to publish/.
#ifndef ERNTEBILD_PUBLISH_PDF_INK_H
#define ERNTEBILD_PUBLISH_PDF_INK_H

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct scene;

struct pdf_ink {
    GByteArray *operators; // of all runs, one after the other
    GArray *ends;          // size_t: where each run ends in `operators`
    bool open;             // the last run may grow
    uint32_t colour;       // of the last run's last operator, without its alpha
    int alpha;             // of the same; -1: none yet
    int clips;             // that are open in the last run
    int plain;             // clips that are left to cairo and open
    bool alphas[256];      // which a run asks for
};

void pdf_ink_init(struct pdf_ink *ink);
void pdf_ink_clear(struct pdf_ink *ink);

// Takes item `i` of `scene` over, as it is seen under the current transform of `cr`, the page's; false:
// cairo must paint it. Ask for all items in their order, for borders of clips too.
bool pdf_ink_take(struct pdf_ink *ink, cairo_t *cr, const struct scene *scene, size_t i);
// Nothing more comes to the last run; before a tag's border.
void pdf_ink_close(struct pdf_ink *ink);

// `content`, which cairo wrote of a page, with the runs in their places; their number is added to
// *runs. Free the result.
GByteArray *pdf_ink_put(const struct pdf_ink *ink, const char *content, size_t size, size_t *runs);
// The name of the graphics state with this alpha, which the page's resources must have for all of
// ink->alphas.
void pdf_ink_state(int alpha, char name[static 8]);

#endif

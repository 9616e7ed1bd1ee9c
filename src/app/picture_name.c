// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture_name.h"

#include <string.h>

#include "app/stage.h"
#include "words/words.h"

#define STRUCK "-off"

static char *name_in(const struct stage *stage, const struct tr *tr, const char *icon,
                     const char *lang)
{
    const char *label = words_icon_label(stage->words, icon, lang);
    if (label != NULL || !g_str_has_suffix(icon, STRUCK))
        return g_strdup(label);
    char *whole = g_strndup(icon, strlen(icon) - strlen(STRUCK));
    label = words_icon_label(stage->words, whole, lang);
    g_free(whole);
    return label != NULL ? g_strdup_printf(tr_text(tr, N_("no %s")), label) : NULL;
}

char *picture_name(const struct stage *stage, int seat, const char *icon, const char *lang)
{
    const struct tr *tr = stage_tr(stage, seat);
    char *name = NULL;
    if (strcmp(tr_lang(tr), lang) == 0)
        name = name_in(stage, tr, icon, lang);
    else
        name = g_strdup(words_icon_label(stage->words, icon, lang));
    if (name == NULL) // another language's word is more than none
        name = name_in(stage, tr, icon, tr_lang(tr));
    return name != NULL ? name : g_strdup("");
}

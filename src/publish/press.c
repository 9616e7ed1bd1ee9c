// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/press.h"

#include <glib.h>

#include "base/tr.h"
#include "draw/icon.h"
#include "draw/lettering.h"
#include "draw/paragraph.h"
#include "poster/lift.h"
#include "words/words.h"

struct press *press_open(struct err *err)
{
    struct press *press = g_new0(struct press, 1);
    press->hyphens = hyphens_new();
    press->lettering = lettering_new(err);
    press->icons = press->lettering == NULL ? NULL : icons_open(err);
    press->words = press->icons == NULL ? NULL : words_open(err);
    if (press->words == NULL) {
        press_close(press);
        return NULL;
    }
    return press;
}

void press_close(struct press *press)
{
    if (press == NULL)
        return;
    words_close(press->words);
    icons_close(press->icons);
    lettering_free(press->lettering);
    hyphens_free(press->hyphens);
    g_free(press);
}

struct print *press_print(struct press *press, struct store *store, int64_t workshop,
                          const struct poster_options *options, struct err *err)
{
    struct print *print = g_new0(struct print, 1);
    print->harvest = harvest_load(store, press->words, workshop, err);
    if (print->harvest != NULL &&
        (options->party == NULL ||
         harvest_lift(print->harvest, store, workshop, options->party, err))) {
        print->tr = tr_open(print->harvest->lang);
        const struct poster_tools tools = {
            .measure = lettering_measure(press->lettering),
            .lettering = press->lettering,
            .hyphens = press->hyphens,
            .icons = press->icons,
            .tr = print->tr,
        };
        print->poster = poster_new(print->harvest, options, &tools, err);
    }
    if (print->poster == NULL) {
        print_free(print);
        return NULL;
    }
    print->publication = (struct publication){
        .title = print->harvest->title,
        .author = print->harvest->host,
        .subject = print->harvest->question,
        .lang = print->harvest->lang,
        .date = print->harvest->date,
    };
    return print;
}

void print_free(struct print *print)
{
    if (print == NULL)
        return;
    poster_free(print->poster);
    tr_free(print->tr);
    harvest_free(print->harvest);
    g_free(print);
}

bool print_save(const struct print *print, const char *path, double dpi, struct err *err)
{
    size_t n = poster_pages(print->poster);
    const struct scene **pages = g_new(const struct scene *, n);
    for (size_t i = 0; i < n; i++)
        pages[i] = poster_page(print->poster, i);
    bool ok = publish_scenes(path, pages, n, &print->publication, dpi, err);
    g_free(pages);
    return ok;
}

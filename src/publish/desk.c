// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/desk.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/tr.h"
#include "draw/lettering.h"
#include "publish/press.h"
#include "publish/publish.h"
#include "words/words.h"

enum { A3_W = 420, A3_H = 297 }; // mm

static const char *suggest(void *context, const char *text)
{
    struct desk *desk = context;
    struct word_result *result = words_understand(desk->press->words, text, desk->tools.lang, NULL,
                                                  desk->arena);
    return words_sure_icon(result);
}

struct desk *desk_open(struct press *press, struct store *store, const char *today, struct err *err)
{
    struct desk *desk = g_new0(struct desk, 1);
    struct err own = {0};
    struct network network;
    err = err != NULL ? err : &own;
    *desk = (struct desk){.press = press, .store = store, .today = today, .arena = arena_new()};
    desk->workshops = store_workshops(store, desk->arena, &desk->workshops_n, err);
    store_network(store, desk->arena, &network, err);
    const struct workshop *newest = desk->workshops_n > 0 ? desk->workshops : NULL;
    const char *lang = *network.lang != '\0' ? network.lang : newest != NULL ? newest->lang : "de";
    desk->title = *network.title != '\0' ? network.title : newest != NULL ? newest->title : "";
    desk->note = newest != NULL ? newest->note : "";
    desk->tr = tr_open(lang);
    desk->tools = (struct picture_tools){.measure = lettering_measure(press->lettering),
                                         .icons = press->icons,
                                         .tr = desk->tr,
                                         .lang = lang,
                                         .suggest = suggest,
                                         .context = desk};
    if (err->code != ERR_NONE) {
        desk_close(desk);
        return NULL;
    }
    return desk;
}

void desk_close(struct desk *desk)
{
    if (desk == NULL)
        return;
    tr_free(desk->tr);
    arena_free(desk->arena);
    g_free(desk);
}

bool desk_write(struct desk *desk, struct pages *pages, const char *title, const char *date,
                const char *path, double dpi, struct err *err)
{
    const struct publication publication = {
        .title = title, .author = desk->title, .lang = desk->tools.lang, .date = date};
    bool ok = publish_scenes(path, (const struct scene *const *)pages->pages, pages->n, &publication,
                             dpi, err);
    pages_free(pages);
    return ok;
}

// ---- papers -------------------------------------------------------------------------------------

static struct pages one_page(struct scene *scene)
{
    struct pages pages = {g_new(struct scene *, 1), 1};
    pages.pages[0] = scene;
    return pages;
}

static bool compose_minutes(struct desk *desk, int64_t meeting, struct pages *pages, struct err *err)
{
    struct minutes minutes;
    if (!exchange_minutes(desk->store, desk->arena, desk->tr, meeting, &minutes, err))
        return false;
    *pages = picture_minutes(&desk->tools, desk->arena, &minutes);
    return true;
}

static bool compose_web(struct desk *desk, int64_t nothing, struct pages *pages, struct err *err)
{
    struct web web;
    (void)nothing;
    if (!exchange_web(desk->store, desk->arena, desk->today, &web, err))
        return false;
    *pages = one_page(
        picture_web(&desk->tools, desk->arena, &web, desk->title, desk->note, A3_W, A3_H));
    return true;
}

static bool compose_timeline(struct desk *desk, int64_t card, struct pages *pages, struct err *err)
{
    enum { IDEAS_MOST = 9 };
    struct journey one;
    size_t n = 1;
    struct journey *journeys = &one;
    if (card != 0 && !exchange_journey(desk->store, desk->arena, desk->tr, card, 0, &one, err))
        return false;
    if (card == 0)
        journeys = exchange_journeys(desk->store, desk->arena, desk->tr, IDEAS_MOST, &n, err);
    if (n == 0 || journeys->n == 0)
        return err_set(err, ERR_NOT_FOUND, N_("%s: no agreement came from an idea yet."),
                       store_path(desk->store));
    *pages =
        picture_journeys(&desk->tools, desk->arena, journeys, n, desk->title, desk->note);
    return true;
}

static bool compose_review(struct desk *desk, int64_t year, struct pages *pages, struct err *err)
{
    struct review review;
    if (!exchange_review(desk->store, desk->arena, (int)year, desk->today, &review, err))
        return false;
    *pages = one_page(
        picture_review(&desk->tools, desk->arena, &review, desk->title, desk->note, A3_W, A3_H));
    return true;
}

bool protocol_compose(struct desk *desk, enum protocol what, int64_t row, struct pages *pages,
                      struct err *err)
{
    static bool (*const composers[])(struct desk *desk, int64_t row, struct pages *pages,
                                     struct err *err) = {
        [PROTOCOL_MINUTES] = compose_minutes,
        [PROTOCOL_WEB] = compose_web,
        [PROTOCOL_TIMELINE] = compose_timeline,
        [PROTOCOL_REVIEW] = compose_review,
    };
    *pages = (struct pages){0};
    return composers[what](desk, row, pages, err);
}

static bool write_markdown(struct desk *desk, int64_t meeting, const char *path, struct err *err)
{
    struct minutes minutes;
    if (!exchange_minutes(desk->store, desk->arena, desk->tr, meeting, &minutes, err))
        return false;
    char *text = minutes_markdown(&minutes, desk->tr);
    bool ok = file_write(path, text, strlen(text), err);
    g_free(text);
    return ok;
}

// What the document calls itself.
static const char *title_of(struct desk *desk, enum protocol what, int64_t row, const char *date)
{
    switch (what) {
    case PROTOCOL_MINUTES:
        return arena_printf(desk->arena, "%s %s", tr_text(desk->tr, N_("Minutes")), date);
    case PROTOCOL_WEB:
        return tr_text(desk->tr, N_("Who does what?"));
    case PROTOCOL_REVIEW:
        return arena_printf(desk->arena, tr_text(desk->tr, N_("Our year %d")), (int)row);
    case PROTOCOL_TIMELINE:
        break;
    }
    return desk->title;
}

bool protocol_publish(struct desk *desk, enum protocol what, int64_t row, const char *path,
                      double dpi, struct err *err)
{
    const char *dot = strrchr(path, '.'), *date = desk->today;
    if (what == PROTOCOL_MINUTES && dot != NULL && g_ascii_strcasecmp(dot, ".md") == 0)
        return write_markdown(desk, row, path, err);
    struct pages pages;
    struct meeting meeting = {.date = ""};
    if (!protocol_compose(desk, what, row, &pages, err))
        return false;
    if (what == PROTOCOL_MINUTES && store_meeting(desk->store, desk->arena, row, &meeting, err))
        date = meeting.date;
    return desk_write(desk, &pages, title_of(desk, what, row, date), date, path, dpi, err);
}

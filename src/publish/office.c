// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/office.h"

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
    struct office *office = context;
    struct word_result *result = words_understand(office->press->words, text, office->tools.lang, NULL,
                                                  office->arena);
    return words_sure_icon(result);
}

struct office *office_open(struct press *press, struct store *store, const char *today,
                           struct err *err)
{
    struct office *office = g_new0(struct office, 1);
    struct err own = {0};
    struct network network;
    err = err != NULL ? err : &own;
    *office = (struct office){.press = press, .store = store, .today = today, .arena = arena_new()};
    office->workshops = store_workshops(store, office->arena, &office->workshops_n, err);
    store_network(store, office->arena, &network, err);
    const struct workshop *newest = office->workshops_n > 0 ? office->workshops : NULL;
    const char *lang = *network.lang != '\0' ? network.lang : newest != NULL ? newest->lang : "de";
    office->title = *network.title != '\0' ? network.title : newest != NULL ? newest->title : "";
    office->note = newest != NULL ? newest->note : "";
    office->tr = tr_open(lang);
    office->tools = (struct picture_tools){.measure = lettering_measure(press->lettering),
                                           .icons = press->icons,
                                           .tr = office->tr,
                                           .lang = lang,
                                           .suggest = suggest,
                                           .context = office};
    if (err->code != ERR_NONE) {
        office_close(office);
        return NULL;
    }
    return office;
}

void office_close(struct office *office)
{
    if (office == NULL)
        return;
    tr_free(office->tr);
    arena_free(office->arena);
    g_free(office);
}

bool office_write(struct office *office, struct pages *pages, const char *title, const char *date,
                  const char *path, double dpi, struct err *err)
{
    const struct publication publication = {
        .title = title, .author = office->title, .lang = office->tools.lang, .date = date};
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

static bool compose_minutes(struct office *office, int64_t meeting, struct pages *pages,
                            struct err *err)
{
    struct minutes minutes;
    if (!exchange_minutes(office->store, office->arena, office->tr, meeting, &minutes, err))
        return false;
    *pages = picture_minutes(&office->tools, office->arena, &minutes);
    return true;
}

static bool compose_web(struct office *office, int64_t nothing, struct pages *pages, struct err *err)
{
    struct web web;
    (void)nothing;
    if (!exchange_web(office->store, office->arena, office->today, &web, err))
        return false;
    *pages = one_page(
        picture_web(&office->tools, office->arena, &web, office->title, office->note, A3_W, A3_H));
    return true;
}

static bool compose_timeline(struct office *office, int64_t card, struct pages *pages, struct err *err)
{
    enum { IDEAS_MOST = 9 };
    struct journey one;
    size_t n = 1;
    struct journey *journeys = &one;
    if (card != 0 && !exchange_journey(office->store, office->arena, office->tr, card, 0, &one, err))
        return false;
    if (card == 0)
        journeys = exchange_journeys(office->store, office->arena, office->tr, IDEAS_MOST, &n, err);
    if (n == 0 || journeys->n == 0)
        return err_set(err, ERR_NOT_FOUND, N_("%s: no agreement came from an idea yet."),
                       store_path(office->store));
    *pages =
        picture_journeys(&office->tools, office->arena, journeys, n, office->title, office->note);
    return true;
}

static bool compose_review(struct office *office, int64_t year, struct pages *pages, struct err *err)
{
    struct review review;
    if (!exchange_review(office->store, office->arena, (int)year, office->today, &review, err))
        return false;
    *pages = one_page(
        picture_review(&office->tools, office->arena, &review, office->title, office->note, A3_W,
                       A3_H));
    return true;
}

bool protocol_compose(struct office *office, enum protocol what, int64_t row, struct pages *pages,
                      struct err *err)
{
    static bool (*const composers[])(struct office *office, int64_t row, struct pages *pages,
                                     struct err *err) = {
        [PROTOCOL_MINUTES] = compose_minutes,
        [PROTOCOL_WEB] = compose_web,
        [PROTOCOL_TIMELINE] = compose_timeline,
        [PROTOCOL_REVIEW] = compose_review,
    };
    *pages = (struct pages){0};
    return composers[what](office, row, pages, err);
}

static bool write_markdown(struct office *office, int64_t meeting, const char *path, struct err *err)
{
    struct minutes minutes;
    if (!exchange_minutes(office->store, office->arena, office->tr, meeting, &minutes, err))
        return false;
    char *text = minutes_markdown(&minutes, office->tr);
    bool ok = file_write(path, text, strlen(text), err);
    g_free(text);
    return ok;
}

// What the document calls itself.
static const char *title_of(struct office *office, enum protocol what, int64_t row, const char *date)
{
    switch (what) {
    case PROTOCOL_MINUTES:
        return arena_printf(office->arena, "%s %s", tr_text(office->tr, N_("Minutes")), date);
    case PROTOCOL_WEB:
        return tr_text(office->tr, N_("Who does what?"));
    case PROTOCOL_REVIEW:
        return arena_printf(office->arena, tr_text(office->tr, N_("Our year %d")), (int)row);
    case PROTOCOL_TIMELINE:
        break;
    }
    return office->title;
}

bool protocol_publish(struct office *office, enum protocol what, int64_t row, const char *path,
                      double dpi, struct err *err)
{
    const char *dot = strrchr(path, '.'), *date = office->today;
    if (what == PROTOCOL_MINUTES && dot != NULL && g_ascii_strcasecmp(dot, ".md") == 0)
        return write_markdown(office, row, path, err);
    struct pages pages;
    struct meeting meeting = {.date = ""};
    if (!protocol_compose(office, what, row, &pages, err))
        return false;
    if (what == PROTOCOL_MINUTES && store_meeting(office->store, office->arena, row, &meeting, err))
        date = meeting.date;
    return office_write(office, &pages, title_of(office, what, row, date), date, path, dpi, err);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/lift.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "draw/scene.h"
#include "poster/page.h"
#include "store/store.h"

#define PALE_LINE 0.54   // how far lines and fills go towards paper
#define PALE_LETTER 0.34 // and letters, which stay legible: contrast 4.5 and more

// ---- what concerns a party ----------------------------------------------------------------------

// Whether `text` holds `name` as whole words, without regard to case.
static bool names(const char *text, const char *name)
{
    if (text == NULL || *name == '\0')
        return false;
    char *in = g_utf8_casefold(text, -1), *what = g_utf8_casefold(name, -1);
    bool found = false;
    for (const char *at = in; !found && (at = strstr(at, what)) != NULL; at = g_utf8_next_char(at)) {
        const char *end = at + strlen(what);
        gunichar before = at > in ? g_utf8_get_char(g_utf8_prev_char(at)) : ' ';
        gunichar after = *end != '\0' ? g_utf8_get_char(end) : ' ';
        found = !g_unichar_isalnum(before) && !g_unichar_isalnum(after);
    }
    g_free(in);
    g_free(what);
    return found;
}

static const struct party *party_of(const struct party *parties, size_t n, const char *name)
{
    char *wanted = g_utf8_casefold(name, -1);
    const struct party *exact = NULL, *part = NULL;
    size_t parts = 0;
    for (size_t i = 0; i < n; i++) {
        char *is = g_utf8_casefold(parties[i].name, -1);
        if (strcmp(is, wanted) == 0)
            exact = &parties[i];
        if (*wanted != '\0' && strstr(is, wanted) != NULL) {
            part = &parties[i];
            parts++;
        }
        g_free(is);
    }
    g_free(wanted);
    return exact != NULL ? exact : parts == 1 ? part : NULL;
}

static bool refuse(const struct party *parties, size_t n, const char *name, struct err *err)
{
    if (n == 0)
        return err_set(err, ERR_NOT_FOUND, N_("There is no party \"%s\": this workshop names none."),
                       name);
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(all, "%s%s", i > 0 ? ", " : "", parties[i].name);
    err_set(err, ERR_NOT_FOUND, N_("There is no party \"%s\". There are: %s."), name, all->str);
    g_string_free(all, TRUE);
    return false;
}

struct concern {
    const struct party *party;
    struct harvest *harvest;
    const struct card *cards;
    size_t cards_n;
};

static bool is_named(const struct concern *c, const char *text)
{
    return names(text, c->party->name) || names(text, c->party->district);
}

static bool wrote(const struct concern *c, int64_t card)
{
    for (size_t i = 0; i < c->cards_n; i++)
        if (c->cards[i].id == card)
            return c->cards[i].party == c->party->id;
    return false;
}

static void mark(const struct concern *c)
{
    struct harvest *harvest = c->harvest;
    for (size_t t = 0; t < harvest->tables_n; t++) {
        struct harvest_table *table = &harvest->tables[t];
        // A table about its district is all its own.
        bool own = names(table->title, c->party->district);
        for (size_t i = 0; i < table->n; i++) {
            struct harvest_idea *idea = &table->ideas[i];
            idea->lifted = own || wrote(c, idea->card) || is_named(c, idea->full) ||
                           is_named(c, idea->gloss);
        }
    }
    for (size_t i = 0; i < harvest->core_n; i++)
        harvest->core[i].lifted = is_named(c, harvest->core[i].text);
    for (size_t i = 0; i < harvest->agreements_n; i++) {
        struct harvest_agreement *agreement = &harvest->agreements[i];
        agreement->lifted = is_named(c, agreement->who) || is_named(c, agreement->with) ||
                            is_named(c, agreement->what);
    }
}

bool harvest_lift(struct harvest *harvest, struct store *store, int64_t workshop, const char *party,
                  struct err *err)
{
    size_t n, cards_n;
    struct party *parties = store_parties(store, harvest->arena, workshop, &n, err);
    struct card *cards =
        store_cards(store, harvest->arena, workshop, 0, CARDS_SHOWN, &cards_n, err);
    if (err->code != ERR_NONE)
        return false;
    const struct concern concern = {party_of(parties, n, party), harvest, cards, cards_n};
    if (concern.party == NULL)
        return refuse(parties, n, party, err);
    harvest->party = concern.party->name;
    harvest->contact = *concern.party->contact != '\0' ? concern.party->contact : NULL;
    mark(&concern);
    return true;
}

// ---- the picture --------------------------------------------------------------------------------

uint32_t lift_colour(void)
{
    return colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.5);
}

static bool is_lifted_id(const struct harvest *harvest, const char *id)
{
    for (size_t t = 0; t < harvest->tables_n; t++)
        for (size_t i = 0; i < harvest->tables[t].n; i++)
            if (harvest->tables[t].ideas[i].lifted &&
                g_str_equal(harvest->tables[t].ideas[i].id, id))
                return true;
    for (size_t i = 0; i < harvest->core_n; i++)
        if (harvest->core[i].lifted && g_str_equal(harvest->core[i].id, id))
            return true;
    for (size_t i = 0; i < harvest->agreements_n; i++)
        if (harvest->agreements[i].lifted && g_str_equal(harvest->agreements[i].id, id))
            return true;
    // The party itself, at its root.
    for (size_t i = 0; g_str_has_prefix(id, "party:") && i < harvest->parties_n; i++)
        if (g_strcmp0(harvest->parties[i], harvest->party) == 0)
            return g_ascii_strtoull(id + strlen("party:"), NULL, 10) == i + 1;
    return false;
}

static bool holds_lifted(struct page *page, const char *title)
{
    const struct harvest *harvest = page->harvest;
    for (size_t t = 0; t < harvest->tables_n; t++)
        for (size_t i = 0; i < harvest->tables[t].n; i++)
            if (harvest->tables[t].ideas[i].lifted &&
                g_strcmp0(page_table_title(page, &harvest->tables[t]), title) == 0)
                return true;
    return false;
}

static bool stays(struct page *page, int at)
{
    const struct scene *scene = page->scene;
    for (; at >= 0; at = scene->marks[at].parent) {
        const struct scene_mark *of = &scene->marks[at];
        if (of->kind == KIND_TITLE || (of->kind == KIND_FOOTER && of->table == NULL) ||
            (of->id != NULL && is_lifted_id(page->harvest, of->id)) ||
            (of->id != NULL && g_str_has_prefix(of->id, "title:")) ||
            (of->id != NULL && g_str_has_prefix(of->id, "table:") && holds_lifted(page, of->table)))
            return true;
    }
    return false;
}

// `context`: by mark, whether it stays as it is.
static uint32_t pale(void *context, const struct scene_item *item)
{
    const bool *stay = context;
    if (item->mark >= 0 && stay[item->mark])
        return item->colour;
    uint32_t opaque = item->colour | 0xff;
    uint32_t paled =
        colour_mix(opaque, COLOUR_PAPER, item->type == SCENE_TEXT ? PALE_LETTER : PALE_LINE);
    return (paled & 0xffffff00u) | (item->colour & 0xff);
}

void lift_draw(struct page *page)
{
    struct scene *scene = page->scene;
    bool *stay = g_new(bool, scene->marks_n + 1);
    for (size_t i = 0; i < scene->marks_n; i++)
        stay[i] = stays(page, (int)i);
    scene_recolour(scene, pale, stay);
    g_free(stay);
}

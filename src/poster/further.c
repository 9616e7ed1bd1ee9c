// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/further.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "poster/calendar.h"
#include "poster/furniture.h"
#include "poster/page.h"

static bool is_left(const struct scene *picture, const char *id)
{
    for (size_t i = 0; i < picture->appendix_n; i++)
        if (g_str_equal(picture->appendix[i], id))
            return true;
    return false;
}

// What, until when, with whom.
static const char *agreement_text(struct page *page, const struct harvest_agreement *agreement)
{
    const char *text = agreement->what;
    if (agreement->until != NULL)
        text = arena_printf(page->arena, "%s · %s", text,
                            arena_printf(page->arena, page_tr(page, N_("by %s")),
                                         calendar_date(page, agreement->until, CALENDAR_FULL)));
    if (agreement->with != NULL && *agreement->with != '\0')
        text = arena_printf(page->arena, "%s · %s", text,
                            arena_printf(page->arena, page_tr(page, N_("with %s")),
                                         furniture_isolate(page, agreement->with)));
    return text;
}

static void fill_opening(struct page *page, struct harvest_table *table)
{
    const struct harvest *harvest = page->harvest;
    const struct {
        const char *id, *text;
    } opening[] = {{FURTHER_TITLE, harvest->title}, {FURTHER_QUESTION, harvest->question}};
    table->title = page_tr(page, N_("Title and question"));
    table->ideas = ARENA_ARRAY(page->arena, struct harvest_idea, G_N_ELEMENTS(opening));
    for (size_t i = 0; i < G_N_ELEMENTS(opening); i++)
        if (is_left(page->scene, opening[i].id))
            table->ideas[table->n++] = (struct harvest_idea){
                .id = opening[i].id,
                .keyword = opening[i].text,
                .full = opening[i].text,
                .lang = furniture_lang(page, opening[i].text),
            };
}

static void fill_core(struct page *page, struct harvest_table *table)
{
    const struct harvest *harvest = page->harvest;
    table->title = page_tr(page, N_("Our core points"));
    table->ideas = ARENA_ARRAY(page->arena, struct harvest_idea, harvest->core_n + 1);
    for (size_t i = 0; i < harvest->core_n; i++) {
        const struct harvest_core *core = &harvest->core[i];
        if (is_left(page->scene, core->id))
            table->ideas[table->n++] = (struct harvest_idea){
                .id = core->id, .keyword = core->text, .full = core->text, .lang = core->lang};
    }
}

static void fill_agreements(struct page *page, struct harvest_table *table)
{
    const struct harvest *harvest = page->harvest;
    table->title = page_tr(page, N_("Agreements"));
    table->ideas = ARENA_ARRAY(page->arena, struct harvest_idea, harvest->agreements_n + 1);
    for (size_t i = 0; i < harvest->agreements_n; i++) {
        const struct harvest_agreement *agreement = &harvest->agreements[i];
        bool named = agreement->who != NULL && *agreement->who != '\0';
        const char *who = named ? agreement->who : page_tr(page, N_("Who?"));
        if (is_left(page->scene, agreement->id))
            table->ideas[table->n++] = (struct harvest_idea){
                .id = agreement->id,
                .keyword = who,
                .full = agreement_text(page, agreement),
                .lang = furniture_lang(page, agreement->what),
            };
    }
}

static const char *numbered_title(struct page *page, int number)
{
    const struct harvest *harvest = page->harvest;
    for (size_t i = 0; i < harvest->tables_n; i++)
        if (harvest->tables[i].number == number)
            return arena_printf(page->arena, "%d %s", number,
                                furniture_isolate(page, harvest->tables[i].title));
    return "";
}

const char *further_relation_id(struct arena *arena, const struct harvest_relation *relation)
{
    return arena_printf(arena, "relation:%d-%d", relation->a, relation->b);
}

static void fill_relations(struct page *page, struct harvest_table *table)
{
    const struct harvest *harvest = page->harvest;
    table->title = page_tr(page, N_("What belongs together"));
    table->ideas = ARENA_ARRAY(page->arena, struct harvest_idea, harvest->relations_n + 1);
    for (size_t i = 0; i < harvest->relations_n; i++) {
        const struct harvest_relation *relation = &harvest->relations[i];
        const char *id = further_relation_id(page->arena, relation);
        if (is_left(page->scene, id))
            table->ideas[table->n++] = (struct harvest_idea){
                .id = id,
                .keyword = relation->label,
                .full = arena_printf(page->arena, "%s – %s", numbered_title(page, relation->a),
                                     numbered_title(page, relation->b)),
                .lang = furniture_lang(page, relation->label),
            };
    }
}

void further_gather(struct page *page)
{
    static void (*const fill[])(struct page *, struct harvest_table *) = {
        fill_opening, fill_core, fill_agreements, fill_relations};
    struct harvest_table *tables =
        ARENA_ARRAY(page->arena, struct harvest_table, G_N_ELEMENTS(fill));
    page->further = tables;
    page->further_n = page->further_ideas = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(fill); i++) {
        struct harvest_table *table = &tables[page->further_n];
        *table = (struct harvest_table){0};
        fill[i](page, table);
        page->further_ideas += table->n;
        page->further_n += table->n > 0;
    }
}

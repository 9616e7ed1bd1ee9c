// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cover.h"

#include <glib.h>

#include "app/basket.h"
#include "app/finder.h"
#include "app/greeting.h"
#include "app/ranking.h"

void cover_clear(struct cover *cover)
{
    g_clear_pointer(&cover->finder, finder_free);
    g_clear_pointer(&cover->basket, basket_free);
    g_clear_pointer(&cover->ranking, ranking_free);
    g_clear_pointer(&cover->greeting, greeting_free);
}

bool cover_is_open(const struct cover *cover)
{
    return cover->finder != NULL || cover->basket != NULL || cover->ranking != NULL ||
           cover->greeting != NULL;
}

bool cover_is_done(const struct cover *cover)
{
    return (cover->finder != NULL && finder_is_done(cover->finder)) ||
           (cover->basket != NULL && basket_is_done(cover->basket)) ||
           (cover->ranking != NULL && ranking_is_done(cover->ranking)) ||
           (cover->greeting != NULL && greeting_is_done(cover->greeting));
}

int64_t cover_card(const struct cover *cover, int64_t *table)
{
    return cover->finder != NULL ? finder_card(cover->finder, table) : 0;
}

void cover_touch(struct cover *cover, const struct touch *touch)
{
    if (cover->finder != NULL)
        finder_touch(cover->finder, touch);
    else if (cover->basket != NULL)
        basket_touch(cover->basket, touch);
    else if (cover->ranking != NULL)
        ranking_touch(cover->ranking, touch);
    else
        greeting_touch(cover->greeting, touch);
}

void cover_key(struct cover *cover, const struct event *event)
{
    if (cover->finder != NULL)
        finder_key(cover->finder, event);
    else if (cover->basket != NULL)
        basket_key(cover->basket, event);
    else if (cover->ranking != NULL)
        ranking_key(cover->ranking, event);
    else
        greeting_key(cover->greeting, event);
}

bool cover_types(const struct cover *cover)
{
    return cover->finder != NULL;
}

void cover_tick(struct cover *cover)
{
    if (cover->finder != NULL)
        finder_tick(cover->finder);
}

int cover_next_tick(const struct cover *cover, int64_t now)
{
    return cover->finder != NULL ? finder_next_tick(cover->finder, now) : -1;
}

void cover_draw(struct cover *cover, struct kit *kit)
{
    if (cover->finder != NULL)
        finder_draw(cover->finder, kit);
    else if (cover->basket != NULL)
        basket_draw(cover->basket, kit);
    else if (cover->ranking != NULL)
        ranking_draw(cover->ranking, kit);
    else if (cover->greeting != NULL)
        greeting_draw(cover->greeting, kit);
}

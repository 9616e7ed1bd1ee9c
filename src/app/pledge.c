// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pledge.h"

#include <string.h>

#include "app/pledge_parts.h"
#include "app/stage.h"
#include "base/arena.h"
#include "base/day.h"
#include "exchange/agreement.h"

// Drafts of agreements are kept beside those of cards, as if each seat had a second one for them.
#define DRAFTS 100

const struct pledge_question pledge_steps[STEPS] = {
    {N_("What?"), N_("What?"), "hammer", ""},
    {N_("Who?"), N_("Who does it?"), "user", N_("a group that takes it in hand")},
    {N_("With?"), N_("With whom?"), "users", N_("as many as you like")},
    {N_("By when?"), N_("By when?"), "calendar", N_("tap, no typing")},
};

const char *pledge_today(const struct pledge *pledge, struct arena *arena)
{
    return stage_today(pledge->stage, arena);
}

bool pledge_is_with(const struct pledge *pledge, int64_t party)
{
    for (guint i = 0; i < pledge->with->len; i++) {
        if (g_array_index(pledge->with, int64_t, i) == party)
            return true;
    }
    return false;
}

// ---- the draft ----------------------------------------------------------------------------------

static int64_t row_of(const struct pledge *pledge)
{
    return pledge->origin.card != 0 ? pledge->origin.card : pledge->origin.core_point;
}

// Kept as words with `|` between them: "who:12|with:7|until:2016-04-30|open".
static void keep(struct pledge *pledge, bool open)
{
    struct stage *stage = pledge->stage;
    struct err err = stage_err(stage);
    GString *text = g_string_new(open ? "open" : "later");
    if (pledge->who != 0)
        g_string_append_printf(text, "|who:%" G_GINT64_FORMAT, pledge->who);
    for (guint i = 0; i < pledge->with->len; i++)
        g_string_append_printf(text, "|with:%" G_GINT64_FORMAT,
                               g_array_index(pledge->with, int64_t, i));
    if (*pledge->until != '\0')
        g_string_append_printf(text, "|until:%s", pledge->until);
    if (pledge->nobody)
        g_string_append(text, "|nobody");
    if (pledge->undated)
        g_string_append(text, "|undated");
    const struct draft draft = {.seat = DRAFTS + pledge->seat,
                                .table = pledge->origin.place,
                                .card = row_of(pledge),
                                .text = text->str,
                                .lang = "",
                                .icon = "",
                                .ink = ""};
    if (!store_save_draft(stage->store, &draft, &err) && !pledge->unkept) { // once is enough
        stage_warn(stage, pledge->seat, &err);
        pledge->unkept = true;
    }
    g_string_free(text, TRUE);
}

static void drop(struct pledge *pledge)
{
    struct err err = stage_err(pledge->stage);
    // One that stays behind would be offered again; the agreement is safe all the same.
    (void)store_drop_draft_of(pledge->stage->store, DRAFTS + pledge->seat, pledge->origin.place,
                              row_of(pledge), &err);
}

static bool knows(const struct pledge *pledge, int64_t party)
{
    for (size_t i = 0; i < pledge->n; i++)
        if (pledge->parties[i].id == party)
            return true;
    return false;
}

static void take_word(struct pledge *pledge, const char *word)
{
    const char *colon = strchr(word, ':'), *value = colon != NULL ? colon + 1 : "";
    int64_t party = g_ascii_strtoll(value, NULL, 10);
    if (g_str_has_prefix(word, "who:") && knows(pledge, party))
        pledge->who = party;
    else if (g_str_has_prefix(word, "with:") && knows(pledge, party) &&
             !pledge_is_with(pledge, party))
        g_array_append_val(pledge->with, party);
    else if (g_str_has_prefix(word, "until:") && day_of(value) != 0)
        g_strlcpy(pledge->until, value, sizeof pledge->until);
    else if (strcmp(word, "nobody") == 0)
        pledge->nobody = true;
    else if (strcmp(word, "undated") == 0)
        pledge->undated = true;
}

static void resume(struct pledge *pledge)
{
    struct arena *arena = arena_new();
    const struct draft *draft = store_draft_of(pledge->stage->store, arena, DRAFTS + pledge->seat,
                                               pledge->origin.place, row_of(pledge));
    char **words = g_strsplit(draft != NULL ? draft->text : "", "|", -1);
    for (char **word = words; *word != NULL; word++)
        take_word(pledge, *word);
    g_strfreev(words);
    arena_free(arena);
    keep(pledge, true);
}

static bool is_open(const struct draft *draft)
{
    return draft != NULL && g_str_has_prefix(draft->text, "open");
}

int64_t pledge_place_interrupted(struct stage *stage, int seat)
{
    struct arena *arena = arena_new();
    const struct draft *draft = store_draft(stage->store, arena, DRAFTS + seat);
    int64_t place = is_open(draft) ? draft->table : 0;
    arena_free(arena);
    return place;
}

int64_t pledge_interrupted(struct stage *stage, int seat, int64_t place)
{
    struct arena *arena = arena_new();
    const struct draft *draft =
        store_draft_of(stage->store, arena, DRAFTS + seat, place, STORE_ANY_CARD);
    int64_t row = is_open(draft) ? draft->card : 0;
    arena_free(arena);
    return row;
}

// ---- the sheet ----------------------------------------------------------------------------------

struct pledge *pledge_new(struct stage *stage, int seat, int64_t workshop,
                          const struct pledge_origin *origin)
{
    struct pledge *pledge = g_new0(struct pledge, 1);
    struct err err = stage_err(stage);
    pledge->stage = stage;
    pledge->seat = seat;
    pledge->workshop = workshop;
    pledge->arena = arena_new();
    pledge->origin = *origin;
    pledge->origin.text = arena_strdup(pledge->arena, origin->text);
    pledge->origin.lang = arena_strdup(pledge->arena, origin->lang);
    pledge->origin.icon = arena_strdup(pledge->arena, origin->icon);
    pledge->parties = store_parties(stage->store, pledge->arena, workshop, &pledge->n, &err);
    if (pledge->n == 0) // nobody has said who is here: all of the network
        pledge->parties = store_parties(stage->store, pledge->arena, 0, &pledge->n, &err);
    pledge->with = g_array_new(FALSE, FALSE, sizeof(int64_t));
    pledge->step = STEP_WHO;
    if (err.code != ERR_NONE)
        stage_warn(stage, seat, &err);
    resume(pledge);
    return pledge;
}

void pledge_free(struct pledge *pledge)
{
    if (pledge == NULL)
        return;
    g_array_free(pledge->with, TRUE);
    arena_free(pledge->arena);
    g_free(pledge);
}

bool pledge_is_done(const struct pledge *pledge)
{
    return pledge->done;
}

// ---- answers ------------------------------------------------------------------------------------

static void toggle_with(struct pledge *pledge, int64_t party)
{
    for (guint i = 0; i < pledge->with->len; i++) {
        if (g_array_index(pledge->with, int64_t, i) == party) {
            g_array_remove_index(pledge->with, i);
            return;
        }
    }
    if (party != pledge->who)
        g_array_append_val(pledge->with, party);
}

static void take_who(struct pledge *pledge, int64_t party)
{
    pledge->who = pledge->who == party ? 0 : party;
    pledge->nobody = false;
    if (pledge_is_with(pledge, pledge->who))
        toggle_with(pledge, pledge->who);
}

bool pledge_is_answered(const struct pledge *pledge, enum pledge_step step)
{
    switch (step) {
    case STEP_WHAT:
        return *pledge->origin.text != '\0';
    case STEP_WHO:
        return pledge->who != 0 || pledge->nobody;
    case STEP_WITH:
        return pledge->with->len > 0;
    default:
        return *pledge->until != '\0' || pledge->undated;
    }
}

static void agree(struct pledge *pledge)
{
    struct stage *stage = pledge->stage;
    struct err err = stage_err(stage);
    struct arena *arena = arena_new();
    const struct pledge_origin *origin = &pledge->origin;
    char *what = *pledge->origin.text != '\0'
                     ? g_strdup(pledge->origin.text)
                     : g_strdup(stage_text(stage, N_("As drawn on the card")));
    const struct agreement_draft draft = {
        .workshop = pledge->workshop,
        .party = pledge->who,
        .what = what,
        .with = (const int64_t *)(const void *)pledge->with->data,
        .with_n = pledge->with->len,
        .until = pledge->until,
        .icon = pledge->origin.icon,
        .cards = &origin->card,
        .cards_n = origin->card != 0,
        .core_points = &origin->core_point,
        .core_points_n = origin->core_point != 0,
    };
    // At a table it is the seat's act, on the harvest the facilitator's.
    int64_t zone = origin->place != pledge->workshop ? sitting_zone(origin->place, pledge->seat) : 0;
    pledge->done =
        exchange_agree(stage->store, &draft, pledge_today(pledge, arena), zone, NULL, &err);
    if (pledge->done) {
        drop(pledge);
        stage_say(stage, pledge->seat, "heart-handshake",
                  stage_text(stage, N_("Agreed. It is in the exchange log.")), NULL, NULL);
    } else {
        stage_warn(stage, pledge->seat, &err);
    }
    g_free(what);
    arena_free(arena);
}

// The answers wait until the card is taken up again.
static void put_off(struct pledge *pledge)
{
    bool said = pledge->who != 0 || pledge->nobody || pledge->with->len > 0 ||
                *pledge->until != '\0' || pledge->undated;
    if (said)
        keep(pledge, false);
    else
        drop(pledge);
    pledge->done = true;
}

// ---- events -------------------------------------------------------------------------------------

static void tap(struct pledge *pledge, const char *name)
{
    int64_t id = 0;
    const char *colon = strchr(name, ':');
    if (colon != NULL)
        id = g_ascii_strtoll(colon + 1, NULL, 10);
    if (g_str_has_prefix(name, "who:")) {
        take_who(pledge, id);
    } else if (g_str_has_prefix(name, "with:")) {
        toggle_with(pledge, id);
    } else if (strcmp(name, "nobody") == 0) {
        pledge->nobody = !pledge->nobody;
        pledge->who = 0;
    } else if (g_str_has_prefix(name, "date:")) {
        bool same = strcmp(pledge->until, colon + 1) == 0;
        g_strlcpy(pledge->until, same ? "" : colon + 1, sizeof pledge->until);
        pledge->undated = false;
    } else if (strcmp(name, "undated") == 0) {
        pledge->undated = !pledge->undated;
        *pledge->until = '\0';
    } else if (g_str_has_prefix(name, "month:")) {
        pledge->month = (int)CLAMP(pledge->month + id, 0, 36);
    } else if (g_str_has_prefix(name, "page:")) {
        pledge->pages[CLAMP(id, 0, STEPS - 1)]++;
    } else if (g_str_has_prefix(name, "step:")) {
        pledge->step = (enum pledge_step)CLAMP(id, 0, STEPS - 1);
    } else if (strcmp(name, "next") == 0) {
        pledge->step = (enum pledge_step)MIN(pledge->step + 1, STEPS - 1);
    } else if (strcmp(name, "later") == 0) {
        put_off(pledge);
    } else if (strcmp(name, "agree") == 0) {
        agree(pledge);
    }
}

void pledge_touch(struct pledge *pledge, const struct touch *touch)
{
    char own[24];
    g_snprintf(own, sizeof own, "pledge:seat%d:", pledge->seat);
    if (!touch_is_tap(touch) || !g_str_has_prefix(touch->target, own))
        return;
    tap(pledge, touch->target + strlen(own));
    if (!pledge->done)
        keep(pledge, true);
}

void pledge_key(struct pledge *pledge, const struct event *event)
{
    if (event->type == EVENT_KEY && event->key == KEY_ESCAPE)
        put_off(pledge);
    else if (event->type == EVENT_KEY && event->key == KEY_ENTER)
        agree(pledge);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/finder.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/entry.h"
#include "app/event.h"
#include "app/finder_parts.h"
#include "app/match.h"
#include "app/phases.h"
#include "app/seat_head.h"
#include "app/stage.h"
#include "base/arena.h"
#include "store/search.h"
#include "words/words.h"

#define QUERY_MOST 80        // bytes
#define MEANT_FROM 2         // characters of a query whose pictures are looked for too
#define WORDS_MOST 6
#define LOG_MOST 40 // of the exchange log

static const double field_sizes[] = {20, 17, 14, 12};

// ---- what there is ------------------------------------------------------------------------------

// The critique that a wish was turned from, or NULL.
static const struct card *origin_of(const struct finder *finder, const struct card *card)
{
    for (size_t i = 0; card->origin != 0 && i < finder->cards_n; i++) {
        if (finder->cards[i].id == card->origin)
            return &finder->cards[i];
    }
    return NULL;
}

// What a card says in all ways, folded; a wish is found by its critique too.
static char *haystack(struct finder *finder, const struct card *card)
{
    const struct card *origin = origin_of(finder, card);
    struct words *words = finder->stage->words;
    const char *label = *card->icon != '\0' ? words_icon_label(words, card->icon, "de") : NULL;
    const char *own =
        *card->icon != '\0'
            ? words_icon_label(words, card->icon, sitting_lang(finder->stage, finder->seat))
            : NULL;
    char *all = g_strjoin("\n", card->text, card->gloss, label != NULL ? label : "",
                          own != NULL ? own : "", origin != NULL ? origin->text : "",
                          origin != NULL ? origin->gloss : "", NULL);
    char *folded = match_fold(all);
    g_free(all);
    return folded;
}

static void load(struct finder *finder)
{
    struct stage *stage = finder->stage;
    struct err err = stage_err(stage);
    finder->tables = store_tables(stage->store, finder->arena, finder->workshop,
                                  &finder->tables_n, &err);
    finder->phases = store_phases(stage->store, finder->arena, finder->workshop,
                                  &finder->phases_n, &err);
    finder->cards = store_cards(stage->store, finder->arena, finder->workshop, 0, CARDS_ALL_LIVE,
                                &finder->cards_n, &err);
    size_t n;
    const struct workshop *workshops = store_workshops(stage->store, finder->arena, &n, &err);
    for (size_t i = 0; i < n; i++) {
        if (workshops[i].id == finder->workshop)
            finder->dots_shown = workshops[i].dots_shown;
    }
    for (size_t i = 0; i < finder->cards_n; i++)
        g_ptr_array_add(finder->haystacks, haystack(finder, &finder->cards[i]));
    if (err.code != ERR_NONE)
        stage_warn(stage, finder->seat, &err);
}

const struct table *finder_table_of(const struct finder *finder, const struct card *card)
{
    for (size_t i = 0; i < finder->tables_n; i++) {
        if (finder->tables[i].id == card->table)
            return &finder->tables[i];
    }
    return NULL;
}

const char *finder_kind_of(const struct finder *finder, const struct card *card)
{
    return phases_kind(finder->phases, finder->phases_n, card->phase, 0);
}

// ---- looking ------------------------------------------------------------------------------------

static bool is_wanted(const struct finder *finder, const struct card *card)
{
    if (card->hidden || (finder->only_table != 0 && card->table != finder->only_table) ||
        (finder->only_drawn && *card->ink == '\0'))
        return false;
    return *finder->only_kind == '\0' ||
           strcmp(finder_kind_of(finder, card), finder->only_kind) == 0;
}

// The line of the card that holds the first word.
static void point_out(const struct finder *finder, const struct card *card, const char *word,
                      struct hit *hit)
{
    const struct card *origin = origin_of(finder, card);
    hit->line = card->text;
    if (match_find(card->text, word, &hit->start, &hit->end))
        return;
    if (match_find(card->gloss, word, &hit->start, &hit->end))
        hit->line = card->gloss;
    else if (origin != NULL && match_find(origin->text, word, &hit->start, &hit->end))
        hit->line = origin->text;
    else
        hit->start = hit->end = 0; // its picture means it
}

static int by_nearness(const void *a, const void *b, void *data)
{
    const struct finder *finder = data;
    const struct hit *x = a, *y = b;
    const struct card *p = &finder->cards[x->card], *q = &finder->cards[y->card];
    if (p->parked != q->parked)
        return p->parked ? 1 : -1;
    bool own = p->table == finder->table;
    if (own != (q->table == finder->table))
        return own ? -1 : 1;
    if (x->meant != y->meant)
        return x->meant ? 1 : -1;
    return x->card < y->card ? -1 : x->card > y->card;
}

static bool is_meant(const struct card *card, const struct word_result *meant)
{
    for (size_t i = 0; meant != NULL && i < meant->icons_n; i++) {
        if (strcmp(meant->icons[i].name, card->icon) == 0)
            return true;
    }
    return false;
}

// What the exchange log has, after all cards. What is covered stays covered.
static void look_into_log(struct finder *finder, const char *word)
{
    struct stage *stage = finder->stage;
    struct err err = stage_err(stage);
    size_t n = 0;
    arena_reset(finder->log_arena);
    const struct finding *found = store_search(stage->store, finder->log_arena,
                                               finder->query.text->str, LOG_MOST, &n, &err);
    for (size_t i = 0; i < n; i++) {
        if (found[i].entity == ENTITY_CARD || found[i].entity == ENTITY_TABLE || found[i].hidden)
            continue;
        struct hit hit = {.line = found[i].text, .finding = &found[i]};
        if (!match_find(hit.line, word, &hit.start, &hit.end))
            hit.start = hit.end = 0;
        g_array_append_val(finder->hits, hit);
    }
    if (err.code != ERR_NONE)
        stage_warn(stage, finder->seat, &err);
}

void finder_look(struct finder *finder)
{
    char *folded = match_fold(finder->query.text->str);
    char **words = g_strsplit(folded, " ", WORDS_MOST);
    struct arena *arena = arena_new();
    const char *lang = keyboard_lang(&finder->keyboard);
    const struct word_result *meant =
        g_utf8_strlen(folded, -1) > MEANT_FROM
            ? words_understand(finder->stage->words, finder->query.text->str, lang, NULL, arena)
            : NULL;
    bool filtered = finder->only_drawn || *finder->only_kind != '\0' || finder->only_table != 0;
    bool asks = *g_strstrip(folded) != '\0';
    g_array_set_size(finder->hits, 0);
    for (size_t i = 0; (asks || filtered) && i < finder->cards_n; i++) {
        const struct card *card = &finder->cards[i];
        bool all = true;
        for (char **word = words; *word != NULL && all; word++)
            all = strstr(g_ptr_array_index(finder->haystacks, i), *word) != NULL;
        struct hit hit = {.card = i, .line = card->text, .meant = !all};
        if (!is_wanted(finder, card) || (!all && !is_meant(card, meant)))
            continue;
        if (words[0] != NULL && !hit.meant)
            point_out(finder, card, words[0], &hit);
        g_array_append_val(finder->hits, hit);
    }
    g_qsort_with_data(finder->hits->data, (gint)finder->hits->len, sizeof(struct hit),
                      by_nearness, finder);
    if (finder->in_log && asks && words[0] != NULL)
        look_into_log(finder, words[0]);
    // Words for what was meant, in the languages of the workshop's cards.
    finder->akin_n = 0;
    for (size_t i = 0; meant != NULL && i < meant->icons_n; i++) {
        static const char *const langs[] = {"de", "en", "ar", "uk", "tr", "fa", "ti"};
        for (size_t k = 0; k < (i == 0 ? G_N_ELEMENTS(langs) : 1); k++) {
            const char *label = words_icon_label(
                finder->stage->words, meant->icons[i].name,
                i == 0 ? langs[k] : sitting_lang(finder->stage, finder->seat));
            bool known = label == NULL;
            for (size_t j = 0; !known && j < finder->akin_n; j++)
                known = strcmp(finder->akin[j], label) == 0;
            if (!known && finder->akin_n < FINDER_AKIN)
                g_strlcpy(finder->akin[finder->akin_n++], label, sizeof finder->akin[0]);
        }
    }
    finder->scrolled = 0;
    arena_free(arena);
    g_strfreev(words);
    g_free(folded);
}

// ---- geometry -----------------------------------------------------------------------------------

struct finder_rooms finder_rooms(const struct finder *finder)
{
    const struct seat *seat = stage_seat(finder->stage, finder->seat);
    double w = seat_width(seat), h = seat_height(seat);
    struct finder_rooms rooms = {.wide = w >= 1000, .small = w < 640};
    double side = rooms.small ? 8 : 15, top = rooms.small ? 38 : 64;
    double corner = finder->stage->seats_n > 2 ? SEAT_TOKEN_CLEAR : 0; // the time lies there
    rooms.pitch = rooms.small || h < 400 ? KEYBOARD_PITCH_SMALL : KEYBOARD_PITCH;
    rooms.all = (struct box){0, 0, w, h};
    rooms.back = (struct box){side - 5 + corner, rooms.small ? 3 : 12, rooms.small ? 40 : 52,
                              rooms.small ? 32 : 40};
    double field = rooms.small ? 30 : 46, x = rooms.back.x + rooms.back.w + 8;
    double fw = rooms.wide ? 620 : w - x - side - corner;
    rooms.field = (struct box){x, (top - field) / 2, fw, field};
    double keys = KEYBOARD_ROWS * rooms.pitch + (rooms.small ? 14 : 28);
    rooms.drawer = (struct box){0, h - keys, w, keys};
    rooms.keys = (struct point){side + (rooms.wide ? 4 : fmax(0, (w - 2 * side -
                                            KEYBOARD_COLUMNS * rooms.pitch) / 2)),
                                h - keys + (rooms.small ? 6 : 14)};
    rooms.hits = (struct box){side, top + (rooms.small ? 4 : 12), w - 2 * side,
                              h - keys - top - (rooms.small ? 8 : 20)};
    rooms.columns = rooms.wide ? 2 : 1;
    rooms.hit_w = (rooms.hits.w - (rooms.columns - 1) * 16) / rooms.columns;
    rooms.hit_h = rooms.small ? 56 : 84;
    double keyboard = KEYBOARD_COLUMNS * rooms.pitch, chips = rooms.keys.x + keyboard + 20;
    rooms.chips = rooms.wide ? (struct box){chips, rooms.keys.y, w - side - chips,
                                            KEYBOARD_ROWS * rooms.pitch}
                             : BOX_EMPTY;
    // The keys keep their order, but change sides; all else is mirrored as it is drawn.
    if (lang_is_rtl(tr_lang(stage_tr(finder->stage, finder->seat))))
        rooms.keys.x = w - rooms.keys.x - keyboard;
    return rooms;
}

static double scroll_most(const struct finder *finder)
{
    struct finder_rooms rooms = finder_rooms(finder);
    int rows = ((int)finder->hits->len + rooms.columns - 1) / rooms.columns;
    return fmax(0, rows * (rooms.hit_h + FINDER_GAP) - FINDER_GAP - rooms.hits.h);
}

static void scroll(struct finder *finder, double by)
{
    finder->scrolled = CLAMP(finder->scrolled + by, 0, scroll_most(finder));
}

void finder_lay_out(struct finder *finder)
{
    struct finder_rooms rooms = finder_rooms(finder);
    struct box text = {rooms.field.x + rooms.field.h * 0.92, rooms.field.y + 3,
                       rooms.field.w - rooms.field.h * 1.92, rooms.field.h - 6};
    if (lang_is_rtl(tr_lang(stage_tr(finder->stage, finder->seat)))) // as all of it
        text.x = rooms.all.w - text.x - text.w;
    entry_compose(&finder->query, finder->stage->lettering, finder->stage->hyphens,
                  keyboard_lang(&finder->keyboard), text, field_sizes,
                  G_N_ELEMENTS(field_sizes));
    keyboard_place(&finder->keyboard, rooms.keys.x, rooms.keys.y, rooms.pitch, rooms.all.w);
}

// ---- events -------------------------------------------------------------------------------------

static void insert(struct finder *finder, const char *text)
{
    char *line = g_strdelimit(g_strdup(text), "\n", ' ');
    if (finder->query.text->len + strlen(line) <= QUERY_MOST)
        entry_insert(&finder->query, line);
    g_free(line);
}

static void type(void *context, const struct stroke *stroke)
{
    struct finder *finder = context;
    if (stroke->type == STROKE_TEXT)
        insert(finder, stroke->text);
    else if (stroke->type == STROKE_BACKSPACE)
        entry_backspace(&finder->query);
    else if (stroke->type == STROKE_BACKSPACE_WORD)
        entry_backspace_word(&finder->query);
    else if (stroke->type == STROKE_MOVE)
        entry_move(&finder->query, finder->query.rtl ? -stroke->steps : stroke->steps);
    else if (stroke->type == STROKE_HIDE)
        finder->done = true;
    finder_look(finder);
    finder_lay_out(finder);
}

static void go_to(struct finder *finder, int64_t card)
{
    for (size_t i = 0; i < finder->cards_n; i++) {
        if (finder->cards[i].id == card) {
            finder->found = card;
            finder->found_table = finder->cards[i].table;
            finder->done = true;
        }
    }
}

// `what`: "ENTITY:ROW". The log is the facilitators'.
static void go_to_log(struct finder *finder, const char *what)
{
    struct stage *stage = finder->stage;
    char *colon;
    enum entity entity = (enum entity)g_ascii_strtoll(what, &colon, 10);
    int64_t row = *colon == ':' ? g_ascii_strtoll(colon + 1, NULL, 10) : 0;
    if (row != 0 && facilitator_allows(stage))
        stage_show(stage, screen_log_new_at(stage, finder->workshop, entity, row));
}

static void tap(struct finder *finder, const char *target)
{
    const char *rest;
    if (touch_after(target, finder->seat, "find-back") != NULL) {
        finder->done = true;
    } else if (touch_after(target, finder->seat, "find-clear") != NULL) {
        entry_set(&finder->query, "");
    } else if ((rest = touch_after(target, finder->seat, "find-go")) != NULL) {
        go_to(finder, g_ascii_strtoll(rest, NULL, 10));
    } else if ((rest = touch_after(target, finder->seat, "find-log-go")) != NULL) {
        go_to_log(finder, rest);
    } else if ((rest = touch_after(target, finder->seat, "find-table")) != NULL) {
        int64_t table = g_ascii_strtoll(rest, NULL, 10);
        finder->only_table = finder->only_table == table ? 0 : table;
    } else if ((rest = touch_after(target, finder->seat, "find-kind")) != NULL) {
        bool again = strcmp(finder->only_kind, rest) == 0;
        g_strlcpy(finder->only_kind, again ? "" : rest, sizeof finder->only_kind);
    } else if (touch_after(target, finder->seat, "find-all") != NULL) {
        finder->only_table = 0;
        finder->only_kind[0] = '\0';
        finder->only_drawn = false;
        finder->in_log = true;
    } else if (touch_after(target, finder->seat, "find-log") != NULL) {
        finder->in_log = !finder->in_log;
    } else if (touch_after(target, finder->seat, "find-drawn") != NULL) {
        finder->only_drawn = !finder->only_drawn;
    } else if ((rest = touch_after(target, finder->seat, "find-akin")) != NULL) {
        entry_set(&finder->query, rest);
    } else {
        return;
    }
    finder_look(finder);
    finder_lay_out(finder);
}

void finder_touch(struct finder *finder, const struct touch *touch)
{
    bool hits = touch_after(touch->target, finder->seat, "find-hits") != NULL ||
                touch_after(touch->target, finder->seat, "find-log-go") != NULL ||
                touch_after(touch->target, finder->seat, "find-go") != NULL;
    if (touch_after(touch->target, finder->seat, "key") != NULL ||
        touch_after(touch->target, finder->seat, "find-keys") != NULL)
        keyboard_touch(&finder->keyboard, touch);
    else if (touch_after(touch->target, finder->seat, "find-field") != NULL)
        entry_put_caret(&finder->query, finder->stage->lettering, touch->at);
    else if (hits && touch->type == TOUCH_MOVE && touch->travel > FINGER_TAP_REACH)
        scroll(finder, touch->last.y - touch->at.y);
    else if (touch_is_tap(touch))
        tap(finder, touch->target);
}

void finder_key(struct finder *finder, const struct event *event)
{
    struct entry *query = &finder->query;
    bool look = event->type == EVENT_TEXT;
    if (event->type == EVENT_TEXT) {
        insert(finder, event->text);
    } else if (event->type == EVENT_WHEEL) {
        scroll(finder, -event->dy);
    } else if (event->type == EVENT_KEY) {
        switch (event->key) {
        case KEY_BACKSPACE:
            entry_backspace(query);
            look = true;
            break;
        case KEY_DELETE:
            entry_delete(query);
            look = true;
            break;
        case KEY_LEFT:
        case KEY_RIGHT:
            entry_move(query, (event->key == KEY_RIGHT) != query->rtl ? 1 : -1);
            break;
        case KEY_ENTER:
            if (finder->hits->len > 0 && g_array_index(finder->hits, struct hit, 0).finding == NULL)
                go_to(finder,
                      finder->cards[g_array_index(finder->hits, struct hit, 0).card].id);
            break;
        case KEY_ESCAPE:
            finder->done = true;
            break;
        default:
            break;
        }
    }
    if (look)
        finder_look(finder);
    finder_lay_out(finder);
}

void finder_tick(struct finder *finder)
{
    keyboard_tick(&finder->keyboard, finder->stage->now);
}

int finder_next_tick(const struct finder *finder, int64_t now)
{
    return keyboard_next_tick(&finder->keyboard, now);
}

bool finder_is_done(const struct finder *finder)
{
    return finder->done;
}

int64_t finder_card(const struct finder *finder, int64_t *table)
{
    *table = finder->found_table;
    return finder->found;
}

struct finder *finder_new(struct stage *stage, int seat, int64_t workshop, int64_t table)
{
    struct finder *finder = g_new0(struct finder, 1);
    finder->stage = stage;
    finder->seat = seat;
    finder->workshop = workshop;
    finder->table = table;
    finder->arena = arena_new();
    finder->log_arena = arena_new();
    finder->haystacks = g_ptr_array_new_with_free_func(g_free);
    finder->hits = g_array_new(FALSE, FALSE, sizeof(struct hit));
    entry_init(&finder->query);
    keyboard_init(&finder->keyboard, stage->layouts, seat, type, finder);
    keyboard_set_lang(&finder->keyboard, sitting_lang(stage, seat));
    load(finder);
    finder_lay_out(finder);
    return finder;
}

void finder_free(struct finder *finder)
{
    if (finder == NULL)
        return;
    entry_clear(&finder->query);
    keyboard_clear(&finder->keyboard);
    g_ptr_array_free(finder->haystacks, TRUE);
    g_array_free(finder->hits, TRUE);
    arena_free(finder->arena);
    arena_free(finder->log_arena);
    g_free(finder);
}

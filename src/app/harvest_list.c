// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/harvest_list.h"

#include <math.h>
#include <string.h>

#include "app/preview.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "publish/press.h"
#include "store/exchange.h"
#include "words/words.h"

#define ROW 78.0
#define ROW_MORE 44.0 // of the selected row
#define NO_FINGER INT64_MIN

void harvest_list_init(struct harvest_list *list, struct stage *stage, int64_t workshop)
{
    *list = (struct harvest_list){
        .stage = stage, .workshop = workshop, .arena = arena_new(), .panning = NO_FINGER};
}

void harvest_list_clear(struct harvest_list *list)
{
    arena_free(list->arena);
}

// ---- what it shows ------------------------------------------------------------------------------

struct sources {          // what a row is put together from, found by card
    GHashTable *items;    // -> struct harvest_item
    GHashTable *ideas;    // -> struct harvest_idea, of the poster
    GHashTable *left_out; // ids of those in the appendix only
};

static struct sources sources_of(const struct harvest_item *items, size_t n,
                                 const struct print *print)
{
    struct sources sources = {g_hash_table_new(g_int64_hash, g_int64_equal),
                              g_hash_table_new(g_int64_hash, g_int64_equal),
                              g_hash_table_new(g_str_hash, g_str_equal)};
    for (size_t i = 0; i < n; i++)
        g_hash_table_insert(sources.items, (gpointer)(uintptr_t)&items[i].card,
                            (gpointer)(uintptr_t)&items[i]);
    if (print == NULL)
        return sources;
    const struct harvest *harvest = print->harvest;
    for (size_t t = 0; t < harvest->tables_n; t++) {
        for (size_t i = 0; i < harvest->tables[t].n; i++) {
            struct harvest_idea *idea = &harvest->tables[t].ideas[i];
            g_hash_table_insert(sources.ideas, &idea->card, idea);
        }
    }
    const struct scene *picture = poster_page(print->poster, 0);
    for (size_t i = 0; i < picture->appendix_n; i++)
        g_hash_table_add(sources.left_out, (gpointer)(uintptr_t)picture->appendix[i]);
    return sources;
}

static void sources_clear(struct sources *sources)
{
    g_hash_table_destroy(sources->items);
    g_hash_table_destroy(sources->ideas);
    g_hash_table_destroy(sources->left_out);
}

static int by_votes(const void *a, const void *b)
{
    const struct harvest_row *x = a, *y = b;
    if (x->votes != y->votes)
        return x->votes > y->votes ? -1 : 1;
    return x->number != y->number ? x->number - y->number : x->card < y->card ? -1 : 1;
}

static const char *without_soft_hyphens(const char *text, struct arena *arena)
{
    char **pieces = g_strsplit(text, "\u00ad", -1);
    char *joined = g_strjoinv("", pieces);
    const char *copy = arena_strdup(arena, joined);
    g_free(joined);
    g_strfreev(pieces);
    return copy;
}

static struct harvest_row row_of(struct harvest_list *list, const struct card *card, int number,
                                 const struct sources *sources)
{
    struct harvest_row row = {.card = card->id,
                              .number = number,
                              .keyword = "",
                              .text = card->text,
                              .lang = card->lang,
                              .votes = card->votes,
                              .icon = *card->icon != '\0' ? card->icon : NULL};
    const struct harvest_item *item = g_hash_table_lookup(sources->items, &card->id);
    if (item != NULL) {
        row.out = item->out;
        row.core = item->core;
        row.weight = item->weight;
        row.into = item->into;
    }
    const struct harvest_idea *idea = g_hash_table_lookup(sources->ideas, &card->id);
    if (idea != NULL) { // the poster may be made anew before the list: copies
        row.keyword = without_soft_hyphens(idea->keyword, list->arena);
        row.text = without_soft_hyphens(idea->text, list->arena);
        row.lang = arena_strdup(list->arena, idea->lang);
        row.icon = arena_strdup(list->arena, idea->icon);
        row.seen = !g_hash_table_contains(sources->left_out, idea->id);
    } else if (*card->text != '\0') {
        const struct word_result *result =
            words_understand(list->stage->words, card->text, card->lang, NULL, list->arena);
        row.keyword = without_soft_hyphens(result->keyword, list->arena);
        if (row.icon == NULL)
            row.icon = words_sure_icon(result);
    }
    if (*row.keyword == '\0') {
        row.keyword = row.text;
        row.text = "";
    }
    return row;
}

void harvest_list_load(struct harvest_list *list, const struct preview *preview)
{
    struct stage *stage = list->stage;
    struct err err = stage_err(stage);
    size_t cards_n, tables_n, items_n;
    arena_reset(list->arena);
    const struct card *cards =
        store_cards(stage->store, list->arena, list->workshop, 0, CARDS_SHOWN, &cards_n, &err);
    const struct table *tables =
        store_tables(stage->store, list->arena, list->workshop, &tables_n, &err);
    const struct harvest_item *items =
        store_harvest_items(stage->store, list->arena, list->workshop, &items_n, &err);
    list->rows = ARENA_ARRAY(list->arena, struct harvest_row, cards_n + 1);
    list->n = 0;
    list->cards_n = cards_n;
    list->seen_n = 0;
    struct sources sources = sources_of(items, items_n, preview->print);
    for (size_t i = 0; i < cards_n; i++) {
        int number = 0;
        for (size_t t = 0; t < tables_n; t++)
            number = tables[t].id == cards[i].table ? tables[t].number : number;
        struct harvest_row row = row_of(list, &cards[i], number, &sources);
        list->seen_n += row.seen;
        if (list->filter == 0 || list->filter == number)
            list->rows[list->n++] = row;
    }
    sources_clear(&sources);
    if (list->n > 0)
        qsort(list->rows, list->n, sizeof *list->rows, by_votes);
    if (err.code != ERR_NONE)
        stage_warn(stage, 1, &err);
}

// ---- geometry -----------------------------------------------------------------------------------

static double row_height(const struct harvest_list *list, size_t i)
{
    return ROW + (list->rows[i].card == list->selected ? ROW_MORE : 0);
}

static double content_height(const struct harvest_list *list)
{
    double h = 8;
    for (size_t i = 0; i < list->n; i++)
        h += row_height(list, i);
    return h;
}

static void stay_in_reach(struct harvest_list *list)
{
    double most = fmax(0, content_height(list) - list->room.h);
    list->pan = CLAMP(list->pan, 0, most);
}

// Moves as little as it takes to see all of the selected row.
static void show_selected(struct harvest_list *list)
{
    double y = 0;
    for (size_t i = 0; i < list->n; i++) {
        double h = row_height(list, i);
        if (list->rows[i].card == list->selected)
            list->pan = CLAMP(list->pan, y + h - list->room.h, y);
        y += h;
    }
    stay_in_reach(list);
}

void harvest_list_select(struct harvest_list *list, int64_t card)
{
    list->selected = card;
    list->joining = 0;
    show_selected(list);
}

void harvest_list_wheel(struct harvest_list *list, double dy)
{
    list->pan -= dy;
    stay_in_reach(list);
}

void harvest_list_set_filter(struct harvest_list *list, int number)
{
    list->filter = number;
    list->pan = 0;
    list->selected = 0;
}

// ---- touches ------------------------------------------------------------------------------------

static struct harvest_row *find_row(struct harvest_list *list, int64_t card)
{
    for (size_t i = 0; i < list->n; i++) {
        if (list->rows[i].card == card)
            return &list->rows[i];
    }
    return NULL;
}

static bool curate(struct harvest_list *list, int64_t card, const char *label, const char *field,
                   int64_t value)
{
    struct stage *stage = list->stage;
    struct err err = stage_err(stage);
    struct change *change = store_begin(stage->store, 0, label);
    change_int(change, ENTITY_HARVEST_ITEM, card, field, value);
    if (store_commit(change, &err))
        return true;
    stage_warn(stage, 1, &err);
    return false;
}

// The next of the pictures that the card's words suggest.
static bool next_picture(struct harvest_list *list, const struct harvest_row *row)
{
    struct stage *stage = list->stage;
    struct err err = stage_err(stage);
    struct arena *arena = arena_new();
    struct card card = {.text = ""};
    const struct word_result *result = NULL;
    if (store_card(stage->store, arena, row->card, &card, &err) && *card.text != '\0')
        result = words_understand(stage->words, card.text, card.lang, NULL, arena);
    size_t i = 0, n = result != NULL ? result->icons_n : 0;
    while (i < n && g_strcmp0(row->icon, result->icons[i].name) != 0)
        i++;
    bool done = false;
    if (n > 1 || (n == 1 && i == n)) {
        const char *next = result->icons[i < n ? (i + 1) % n : 0].name;
        struct change *change = store_begin(stage->store, 0, N_("Picture changed"));
        change_text(change, ENTITY_HARVEST_ITEM, row->card, "icon", next);
        done = store_commit(change, &err);
        char *always = g_strdup_printf("harvest:always:%" G_GINT64_FORMAT, row->card);
        if (done)
            stage_say(stage, 1, next, stage_text(stage, N_("Picture changed")), always,
                      stage_text(stage, N_("Always so")));
        g_free(always);
    }
    if (err.code != ERR_NONE)
        stage_warn(stage, 1, &err);
    arena_free(arena);
    return done;
}

// From now on the words of the row's keyword mean its picture, on all cards of the network.
static bool always(struct harvest_list *list, const struct harvest_row *row)
{
    struct stage *stage = list->stage;
    struct err err = stage_err(stage);
    if (row->icon == NULL || *row->keyword == '\0')
        return false;
    if (!store_choose(stage->store, row->keyword, row->icon, &err)) {
        stage_warn(stage, 1, &err);
        return false;
    }
    char *text =
        g_strdup_printf(stage_text(stage, N_("\"%s\" always has this picture now")), row->keyword);
    stage_say(stage, 1, row->icon, text, NULL, NULL);
    g_free(text);
    return true;
}

static bool join(struct harvest_list *list, int64_t card)
{
    int64_t joining = list->joining;
    list->joining = 0;
    if (joining == card)
        return false;
    struct stage *stage = list->stage;
    struct err err = stage_err(stage);
    struct change *change = store_begin(stage->store, 0, N_("Joined"));
    change_int(change, ENTITY_HARVEST_ITEM, joining, "joined", card);
    // The one that stands for both stands for itself.
    change_int(change, ENTITY_HARVEST_ITEM, card, "joined", 0);
    list->selected = card;
    if (!store_commit(change, &err)) {
        stage_warn(stage, 1, &err);
        return false;
    }
    stage_say(stage, 1, "link", stage_text(stage, N_("Joined")), "undo:seat1",
              stage_text(stage, N_("Undo")));
    return true;
}

static bool hide(struct harvest_list *list, int64_t card)
{
    struct stage *stage = list->stage;
    struct err err = stage_err(stage);
    struct change *change = store_begin(stage->store, 0, N_("Card covered"));
    change_int(change, ENTITY_CARD, card, "hidden", 1);
    if (!store_commit(change, &err)) {
        stage_warn(stage, 1, &err);
        return false;
    }
    list->selected = 0;
    stage_say(stage, 1, "eye-off", stage_text(stage, N_("Card covered")), "undo:seat1",
              stage_text(stage, N_("Undo")));
    return true;
}

// `target` is "harvest:NAME:CARD".
static bool tap(struct harvest_list *list, const char *target)
{
    char **parts = g_strsplit(target, ":", 3);
    const char *act = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";
    int64_t card = *act != '\0' && parts[2] != NULL ? g_ascii_strtoll(parts[2], NULL, 10) : 0;
    struct harvest_row *row = find_row(list, card);
    bool changed = false;
    if (row == NULL) {
        // the list has changed under the finger
    } else if (strcmp(act, "row") == 0 && list->joining != 0) {
        changed = join(list, card);
    } else if (strcmp(act, "row") == 0) {
        list->selected = list->selected == card ? 0 : card;
        show_selected(list);
    } else if (strcmp(act, "core") == 0) {
        changed = curate(list, card, row->core ? N_("Core point taken back") : N_("Core point"),
                         "core", !row->core);
        row->core = changed ? !row->core : row->core;
    } else if (strcmp(act, "take") == 0) {
        changed = curate(list, card,
                         row->out ? N_("Taken into the picture") : N_("Left out of the picture"),
                         "out", !row->out);
        row->out = changed ? !row->out : row->out;
    } else if (strcmp(act, "picture") == 0) {
        changed = next_picture(list, row);
    } else if (strcmp(act, "always") == 0) {
        changed = always(list, row);
    } else if (strcmp(act, "reword") == 0) {
        list->rewording = card;
    } else if (strcmp(act, "join") == 0) {
        list->joining = list->joining == card ? 0 : card;
    } else if (strcmp(act, "part") == 0) {
        changed = curate(list, card, N_("Parted again"), "joined", 0);
    } else if (strcmp(act, "hide") == 0) {
        changed = hide(list, card);
    } else if (strcmp(act, "smaller") == 0 || strcmp(act, "larger") == 0) {
        bool larger = *act == 'l';
        int weight = CLAMP(row->weight + (larger ? 1 : -1), -2, 2);
        changed = weight != row->weight &&
                  curate(list, card, larger ? N_("Larger") : N_("Smaller"), "weight", weight);
        row->weight = changed ? weight : row->weight;
    }
    g_strfreev(parts);
    return changed;
}

bool harvest_list_touch(struct harvest_list *list, const struct touch *touch)
{
    if (!g_str_has_prefix(touch->target, "harvest:"))
        return false;
    if (touch->type == TOUCH_DOWN && list->panning == NO_FINGER) {
        list->panning = touch->finger;
        list->pan_from = list->pan;
        list->pans = false;
    }
    bool own = list->panning == touch->finger;
    if (own && touch->travel > FINGER_PAN_START)
        list->pans = true;
    if (own && list->pans && touch->type != TOUCH_CANCEL) {
        list->pan = list->pan_from - (touch->at.y - touch->from.y);
        stay_in_reach(list);
    }
    if (own && (touch->type == TOUCH_UP || touch->type == TOUCH_CANCEL))
        list->panning = NO_FINGER;
    return touch_is_tap(touch) && !(own && list->pans) && tap(list, touch->target);
}

// ---- drawing ------------------------------------------------------------------------------------

// The part of a target that is seen; false when it is too little to touch.
static bool seen_part(const struct harvest_list *list, struct box box, struct box *seen)
{
    *seen = box_intersection(box, list->room);
    return !box_is_empty(*seen) && seen->h >= fmin(box.h, KIT_TARGET_LEAST);
}

static void draw_item(struct kit *kit, const struct harvest_list *list, const char *act,
                      const struct harvest_row *row, struct box box, const char *label,
                      const char *icon, bool on)
{
    struct box seen;
    if (!seen_part(list, box, &seen))
        return;
    bool whole = seen.h > box.h - 0.01; // one that is cut is seen but not touched
    widget_bar_item(kit,
                    whole ? kit_name(kit, "harvest:%s:%" G_GINT64_FORMAT, act, row->card) : NULL,
                    box, label, icon, on ? WIDGET_ON : WIDGET_REST);
}

static void draw_words(struct kit *kit, const struct harvest_list *list,
                       const struct harvest_row *row, struct box box)
{
    struct box face = {box.x + 6, box.y + 4, 288, 70}, seen;
    const char *hit = kit_name(kit, "harvest:row:%" G_GINT64_FORMAT, row->card);
    bool touched = seen_part(list, face, &seen);
    uint32_t accent = colour_accent(row->number);
    if (touched)
        kit_begin_target(kit, hit, seen, row->keyword);
    struct box tile = {box.x + 6, box.y + 9, 54, 58};
    kit_fill(kit, tile, 6, COLOUR_PAPER);
    kit_frame(kit, tile, 6, KIT_HAIRLINE, COLOUR_LINE);
    if (row->icon != NULL)
        kit_hand_icon(kit, row->icon, tile.x + 8, tile.y + 9, 38, accent, PEN_FINE * 1.3, hit);
    widget_number(kit, tile.x + tile.w, tile.y + 4, 8.5, row->number);
    double x = box.x + 74;
    bool two = *row->text != '\0';
    struct kit_type type = {16.5, 800, row->out ? COLOUR_OFF : COLOUR_INK, KIT_LEFT, row->lang};
    kit_text_within(kit, row->keyword, x, box.y + (two ? 19 : 38), 218, 12, type);
    if (two)
        kit_paragraph(kit, row->text, x, box.y + 32, 172, 2, 8.5,
                      (struct kit_type){9.5, 500, COLOUR_GREY, KIT_LEFT, row->lang});
    widget_dot(kit, box.x + 258, box.y + 46, 4.6, accent, row->votes > 0, hit);
    kit_text(kit, kit_name(kit, "%d", (int)row->votes), box.x + 266, box.y + 46,
             (struct kit_type){12, 800, COLOUR_INK, KIT_LEFT, "en"});
    if (touched)
        kit_end(kit);
}

static void draw_row(struct kit *kit, const struct harvest_list *list,
                     const struct harvest_row *row, struct box box)
{
    bool selected = row->card == list->selected;
    if (selected)
        kit_hand_box(kit, (struct box){box.x, box.y + 1, box.w, box.h - 3}, 7,
                     colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.62), PEN_MEDIUM, "row");
    draw_words(kit, list, row, box);
    draw_item(kit, list, "core", row, (struct box){box.x + 294, box.y + 9, 66, 58},
              kit_tr(kit, N_("Core point")), "star", row->core);
    if (row->into != 0)
        draw_item(kit, list, "part", row, (struct box){box.x + 364, box.y + 9, 72, 58},
                  kit_tr(kit, N_("Part")), "unlink", false);
    else
        draw_item(kit, list, "take", row, (struct box){box.x + 364, box.y + 9, 72, 58},
                  row->out ? kit_tr(kit, N_("Add")) : kit_tr(kit, N_("In the picture")),
                  row->out ? "plus" : "check", false);
    if (!selected)
        return;
    if (list->joining == row->card) {
        kit_text_within(kit, kit_tr(kit, N_("Tap the idea that says the same.")), box.x + 74,
                        box.y + 95, 300, 9, (struct kit_type){12, 600, COLOUR_INK, KIT_LEFT, NULL});
        draw_item(kit, list, "join", row, (struct box){box.x + 372, box.y + 74, 66, 42},
                  kit_tr(kit, N_("Leave it")), "x", false);
        return;
    }
    const struct {
        const char *act, *label, *icon;
        bool on;
    } acts[] = {
        {"smaller", kit_tr(kit, N_("Smaller")), "minus", row->weight < 0},
        {"larger", kit_tr(kit, N_("Larger")), "plus", row->weight > 0},
        {"reword", kit_tr(kit, N_("Change")), "pencil", false},
        {"picture", kit_tr(kit, N_("Picture")), "photo", false},
        {"join", kit_tr(kit, N_("Join")), "link", false},
        {"hide", kit_tr(kit, N_("Hide")), "eye-off", false},
    };
    double w = (box.w - 12) / (double)G_N_ELEMENTS(acts);
    for (size_t i = 0; i < G_N_ELEMENTS(acts); i++)
        draw_item(kit, list, acts[i].act, row,
                  (struct box){box.x + 6 + w * (double)i, box.y + 74, w - 2, 42}, acts[i].label,
                  acts[i].icon, acts[i].on);
}

void harvest_list_draw(struct harvest_list *list, struct kit *kit, struct box room)
{
    list->room = room;
    stay_in_reach(list);
    kit_target(kit, "harvest:list", room);
    if (list->n == 0) {
        kit_paragraph(kit, kit_tr(kit, N_("Nothing is collected here yet.")), room.x + room.w / 2,
                      room.y + 60, room.w - 40, 3, 12,
                      (struct kit_type){17, 700, COLOUR_GREY, KIT_CENTRE, NULL});
        return;
    }
    kit_clip(kit, room);
    double y = room.y - list->pan;
    for (size_t i = 0; i < list->n && y < room.y + room.h; i++) {
        const struct harvest_row *row = &list->rows[i];
        struct box box = {room.x, y, room.w, row_height(list, i)};
        y += box.h;
        if (y <= room.y)
            continue;
        bool selected = row->card == list->selected;
        bool below = i > 0 && list->rows[i - 1].card != list->selected;
        if (!selected && below)
            kit_rule(kit, room.x + 8, box.y - 1, room.x + room.w - 6, box.y - 1, COLOUR_LINE);
        draw_row(kit, list, row, box);
    }
    kit_unclip(kit);
}

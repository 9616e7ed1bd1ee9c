// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/network.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/day.h"
#include "exchange/offer.h"

enum { SHORTEST_STEM = 5 }; // letters that a word and a topic's title must share

// Everything that the web is made of, read once.
struct loom {
    struct arena *arena;
    struct party *parties;
    size_t parties_n;
    struct promise *promises;
    size_t promises_n;
    struct offer *offers;
    size_t offers_n;
    struct contribution *contributions;
    size_t contributions_n;
    GArray *topics;           // struct topic
    GPtrArray *titles;        // folded, one a topic
    GHashTable *topic_of;     // table id -> index + 1
    struct link *grid;        // parties x topics
    const char *today;
};

static const char *folded(struct loom *l, const char *text)
{
    char *fold = g_utf8_casefold(text, -1);
    const char *kept = arena_strdup(l->arena, fold);
    g_free(fold);
    return kept;
}

static void read_topics(struct loom *l, struct store *store, struct err *err)
{
    size_t workshops_n;
    struct workshop *workshops = store_workshops(store, l->arena, &workshops_n, err);
    for (size_t w = workshops_n; w-- > 0;) { // oldest first
        size_t n;
        struct table *tables = store_tables(store, l->arena, workshops[w].id, &n, err);
        for (size_t i = 0; i < n; i++) {
            const char *title = folded(l, tables[i].title);
            guint at = 0;
            while (at < l->titles->len && strcmp(l->titles->pdata[at], title) != 0)
                at++;
            if (at == l->titles->len) {
                struct topic topic = {.title = tables[i].title,
                                      .icon = tables[i].icon,
                                      .colour = tables[i].number - 1};
                g_array_append_val(l->topics, topic);
                g_ptr_array_add(l->titles, arena_strdup(l->arena, title));
            }
            int64_t *key = arena_copy(l->arena, &tables[i].id, sizeof *key);
            g_hash_table_insert(l->topic_of, key, GUINT_TO_POINTER(at + 1));
        }
    }
}

// The topic whose title has a word that begins like one of `text`; -1: none.
static int topic_by_words(struct loom *l, const char *text)
{
    const char *fold = folded(l, text);
    int found = -1;
    for (const char *p = fold; *p != '\0' && found < 0;) {
        const char *end = p;
        while (*end != '\0' && g_unichar_isalpha(g_utf8_get_char(end)))
            end = g_utf8_next_char(end);
        if (g_utf8_strlen(p, end - p) >= SHORTEST_STEM) {
            const char *stem =
                arena_strndup(l->arena, p,
                              (size_t)(g_utf8_offset_to_pointer(p, SHORTEST_STEM) - p));
            for (guint i = 0; i < l->titles->len && found < 0; i++)
                if (strstr(l->titles->pdata[i], stem) != NULL)
                    found = (int)i;
        }
        p = *end != '\0' ? g_utf8_next_char(end) : end;
    }
    return found;
}

// Words that titles of topics have for a category, German and English.
static const struct {
    const char *category, *stems[5];
} stems[] = {
    {"sponsorship", {"paten", "sponsor", "mentor", "ehrenamt"}},
    {"language", {"sprach", "deutsch", "langu"}},
    {"company", {"alltag", "behörd", "begleit", "everyday", "office"}},
    {"work", {"arbeit", "beruf", "ausbild", "work", "job"}},
    {"communication", {"kommunik", "vernetz", "communic", "network"}},
    {"room", {"stadtteil", "raum", "räum", "district", "room"}},
};

static int topic_by_category(struct loom *l, const char *category)
{
    for (size_t c = 0; c < G_N_ELEMENTS(stems); c++)
        for (size_t s = 0; strcmp(stems[c].category, category) == 0 &&
                           s < G_N_ELEMENTS(stems[c].stems) && stems[c].stems[s] != NULL;
             s++)
            for (guint i = 0; i < l->titles->len; i++)
                if (strstr(l->titles->pdata[i], stems[c].stems[s]) != NULL)
                    return (int)i;
    return -1;
}

static int topic_of_promise(struct loom *l, const struct promise *promise)
{
    for (size_t i = 0; i < promise->sources_n; i++)
        for (guint t = 0; t < l->titles->len && *promise->sources[i].table != '\0'; t++)
            if (strcmp(l->titles->pdata[t], folded(l, promise->sources[i].table)) == 0)
                return (int)t;
    int topic = topic_by_category(l, promise->agreement.category);
    return topic >= 0 ? topic : topic_by_words(l, promise->agreement.what);
}

static int party_of(const struct loom *l, int64_t id)
{
    for (size_t i = 0; i < l->parties_n; i++)
        if (l->parties[i].id == id)
            return (int)i;
    return -1;
}

static struct link *link_of(struct loom *l, int party, int topic)
{
    return &l->grid[(size_t)party * l->topics->len + (size_t)topic];
}

static void read_all(struct loom *l, struct store *store, struct err *err)
{
    l->parties = store_parties(store, l->arena, 0, &l->parties_n, err);
    l->promises = exchange_promises(store, l->arena, l->today, &l->promises_n, err);
    l->offers = store_offers(store, l->arena, &l->offers_n, err);
    l->contributions = store_contributions(store, l->arena, &l->contributions_n, err);
    read_topics(l, store, err);
    l->grid = ARENA_ARRAY(l->arena, struct link, l->parties_n * l->topics->len + 1);
}

static struct loom loom_open(struct store *store, struct arena *arena, const char *today,
                             struct err *err)
{
    struct loom l = {
        .arena = arena,
        .topics = g_array_new(FALSE, FALSE, sizeof(struct topic)),
        .titles = g_ptr_array_new(),
        .topic_of = g_hash_table_new(g_int64_hash, g_int64_equal),
        .today = today,
    };
    read_all(&l, store, err);
    return l;
}

static void loom_close(struct loom *l)
{
    g_array_free(l->topics, TRUE);
    g_ptr_array_free(l->titles, TRUE);
    g_hash_table_destroy(l->topic_of);
}

static void count_promise(struct involvement *who, const struct promise *promise)
{
    if (strcmp(promise->agreement.status, "dropped") == 0)
        return;
    if (promise->due == DUE_CLOSED)
        who->done++;
    else
        who->open++;
    who->overdue += promise->due == DUE_OVERDUE;
}

static void weave_promise(struct loom *l, struct involvement *who, const struct promise *promise)
{
    int topic = topic_of_promise(l, promise);
    bool live = strcmp(promise->agreement.status, "dropped") != 0;
    if (topic >= 0 && live)
        g_array_index(l->topics, struct topic, topic).agreements++;
    for (size_t i = 0; i <= promise->with_n; i++) {
        int party = party_of(l, i == 0 ? promise->agreement.party : promise->with[i - 1]);
        if (party < 0)
            continue;
        count_promise(&who[party], promise);
        if (topic >= 0 && live)
            link_of(l, party, topic)->agreements++;
    }
}

static void weave(struct loom *l, struct involvement *who)
{
    for (size_t i = 0; i < l->promises_n; i++)
        weave_promise(l, who, &l->promises[i]);
    for (size_t i = 0; i < l->offers_n; i++) {
        int party = party_of(l, l->offers[i].party);
        if (party < 0 || !offer_is_open(&l->offers[i], l->today))
            continue;
        who[party].offers += !l->offers[i].request;
        who[party].requests += l->offers[i].request;
        int topic = topic_by_category(l, l->offers[i].category);
        if (topic >= 0 && !l->offers[i].request)
            link_of(l, party, topic)->offers++;
    }
    for (size_t i = 0; i < l->contributions_n; i++) {
        int party = party_of(l, l->contributions[i].party);
        guint topic = GPOINTER_TO_UINT(
            g_hash_table_lookup(l->topic_of, &l->contributions[i].table));
        if (topic > 0)
            g_array_index(l->topics, struct topic, topic - 1).cards += l->contributions[i].cards;
        if (party < 0)
            continue;
        who[party].cards += l->contributions[i].cards;
        if (topic > 0)
            link_of(l, party, (int)topic - 1)->cards += l->contributions[i].cards;
    }
}

// What somebody promised says more than what somebody offers or wished for.
static int strength(const struct link *link)
{
    return link->agreements * 4 + link->offers * 2 + link->cards;
}

struct ranked {
    const char *title;
    int strength;
};

static int stronger(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    return (x->strength < y->strength) - (x->strength > y->strength);
}

static struct involvement *involvements(struct loom *l)
{
    struct involvement *who = ARENA_ARRAY(l->arena, struct involvement, l->parties_n + 1);
    struct ranked *ranked = ARENA_ARRAY(l->arena, struct ranked, l->topics->len + 1);
    for (size_t i = 0; i < l->parties_n; i++)
        who[i] = (struct involvement){.party = l->parties[i].id,
                                      .name = l->parties[i].name,
                                      .kind = l->parties[i].kind,
                                      .district = l->parties[i].district,
                                      .contact = l->parties[i].contact};
    weave(l, who);
    for (size_t i = 0; i < l->parties_n; i++) {
        size_t n = 0;
        for (guint t = 0; t < l->topics->len; t++) {
            int value = strength(link_of(l, (int)i, (int)t));
            if (value > 0)
                ranked[n++] =
                    (struct ranked){g_array_index(l->topics, struct topic, t).title, value};
        }
        qsort(ranked, n, sizeof *ranked, stronger);
        who[i].topics = ARENA_ARRAY(l->arena, const char *, n + 1);
        for (size_t t = 0; t < n; t++)
            who[i].topics[who[i].topics_n++] = ranked[t].title;
    }
    return who;
}

struct involvement *exchange_who(struct store *store, struct arena *arena, const char *today,
                                 size_t *n, struct err *err)
{
    struct loom l = loom_open(store, arena, today, err);
    struct involvement *who = involvements(&l);
    *n = l.parties_n;
    loom_close(&l);
    return *n > 0 ? who : NULL;
}

// ---- the web ------------------------------------------------------------------------------------

static void read_districts(struct loom *l, const char *districts, struct web *out)
{
    char **names = g_strsplit(districts, ",", -1);
    out->districts_without = ARENA_ARRAY(l->arena, const char *, g_strv_length(names) + 1);
    for (char **name = names; *name != NULL; name++) {
        const char *wanted = folded(l, g_strstrip(*name));
        bool held = *wanted == '\0';
        for (size_t i = 0; i < l->parties_n && !held; i++)
            held = strcmp(folded(l, l->parties[i].district), wanted) == 0;
        if (!held)
            out->districts_without[out->districts_without_n++] = arena_strdup(l->arena, *name);
    }
    g_strfreev(names);
}

bool exchange_web(struct store *store, struct arena *arena, const char *today, struct web *out,
                  struct err *err)
{
    struct err own = {0};
    err = err != NULL ? err : &own;
    struct network network;
    struct loom l = loom_open(store, arena, today, err);
    *out = (struct web){.parties = involvements(&l), .parties_n = l.parties_n};
    out->topics_n = l.topics->len;
    out->topics = arena_copy(arena, l.topics->data, out->topics_n * sizeof(struct topic));
    out->links = ARENA_ARRAY(arena, struct link, l.parties_n * out->topics_n + 1);
    for (size_t p = 0; p < l.parties_n; p++)
        for (size_t t = 0; t < out->topics_n; t++) {
            struct link link = *link_of(&l, (int)p, (int)t);
            if (strength(&link) == 0)
                continue;
            link.party = p;
            link.topic = t;
            link.weight = link.agreements >= 3 ? 3 : link.agreements == 2 ? 2 : 1;
            out->topics[t].parties += link.agreements > 0 || link.offers > 0;
            out->links[out->links_n++] = link;
        }
    store_network(store, arena, &network, err);
    read_districts(&l, network.districts, out);
    loom_close(&l);
    return err->code == ERR_NONE;
}

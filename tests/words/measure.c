// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// measure MEASURE.tsv CORPUS.tsv build|fit|measure... [--misses] [--scores] [--annotations DATA]
// [FOLDER]
//
// How often icons and keywords are those that people would expect, per language and for German and
// English together. An icon is shown when it is sure enough (words_sure_icon), three are offered to
// choose from. Beside plain baselines of the same run: keywords by the longest word (one with a
// capital first) and by the most frequent noun of the group's cards; icons by a vocabulary (in the
// directory DATA) that was made from the Unicode annotations alone. Cards of the corpus count when
// FOLDER or ERNTEBILD_CORPUS names it. --misses prints what was missed, of `build` lines only;
// --scores how often the first icon is right by its score, from which the threshold in words.c was
// taken. ERNTEBILD_EXTRACTOR may name a command with another extractor (see extractor.h and
// rake.js).
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "extractor.h"
#include "labels.h"
#include "words/words.h"

struct score {
    const char *name;
    int cards, first, three, wrong, none; // icons
    int plain_three, plain_wrong;         // of the annotations alone
    int keywords, exact, partial, longest, frequent, other, other_partial;
};

enum { SCORES = 20 };

struct measure {
    struct labels *labels;
    struct words *words, *plain; // plain may be NULL
    struct word_counts *corpus;  // NULL without one
    struct arena *arena;
    GHashTable *frequency; // "group:word": cards that hold it
    char **others;         // of another extractor, in the order of the cards; NULL: none
    bool counted[LABEL_HALVES];
    bool misses, scores;
    int right[SCORES], wrong[SCORES]; // first icons by score
};

static char **words_of(const char *text)
{
    return g_strsplit_set(text, " ,.:;!?()\"/", -1);
}

static bool is_noun(const struct label *card, const char *word)
{
    if (g_utf8_strlen(word, -1) < 4)
        return false;
    return strcmp(card->lang, "de") != 0 || g_unichar_isupper(g_utf8_get_char(word));
}

static void count_words(struct measure *m, const struct label *card)
{
    char **words = words_of(card->text);
    for (char **word = words; *word != NULL; word++) {
        char *key = g_strconcat(card->group, ":", *word, NULL);
        int n = GPOINTER_TO_INT(g_hash_table_lookup(m->frequency, key)) + 1;
        g_hash_table_insert(m->frequency, key, GINT_TO_POINTER(n));
    }
    g_strfreev(words);
}

// The word with the highest value by `frequent` or by length; owned by the caller.
static char *plain_keyword(const struct measure *m, const struct label *card, bool frequent)
{
    char **words = words_of(card->text), *best = g_strdup("");
    long most = 0;
    for (char **word = words; *word != NULL; word++) {
        if (frequent && !is_noun(card, *word))
            continue;
        char *key = g_strconcat(card->group, ":", *word, NULL);
        long value = frequent ? GPOINTER_TO_INT(g_hash_table_lookup(m->frequency, key))
                              : g_utf8_strlen(*word, -1) +
                                    (g_unichar_isupper(g_utf8_get_char(*word)) ? 100 : 0);
        g_free(key);
        if (value > most) {
            most = value;
            g_free(best);
            best = g_strdup(*word);
        }
    }
    g_strfreev(words);
    return best;
}

struct outcome {
    bool shown, first; // surely; the right one, or rightly none
    bool hit, three;   // the first one offered is right, one of the first three
};

static struct outcome judge_icons(const struct measure *m, const struct label *card,
                                  const struct word_result *result)
{
    struct outcome outcome = {.shown = words_sure_icon(result) != NULL};
    for (size_t i = 0; i < result->icons_n && i < 3; i++) {
        bool hit = labels_accept_icon(m->labels, card, result->icons[i].name);
        outcome.hit |= i == 0 && hit;
        outcome.three |= hit;
    }
    outcome.first = outcome.shown && outcome.hit;
    if (!outcome.shown && labels_want_none(card))
        outcome.first = outcome.three = true;
    return outcome;
}

static void print_miss(const struct label *card, const struct word_result *result)
{
    printf("# %s: %.90s -> %s |", card->group, card->text, result->keyword);
    for (size_t i = 0; i < result->icons_n && i < 3; i++)
        printf(" %s(%s:%s %.2f)", result->icons[i].name, result->icons[i].concept,
               result->icons[i].because[0], result->icons[i].score);
    char *icons = g_strjoinv(",", card->icons), *keywords = g_strjoinv(";", card->keywords);
    printf(" | wanted %s | %s\n", icons, keywords);
    g_free(icons);
    g_free(keywords);
}

static void measure_card(struct measure *m, guint index, struct score *score)
{
    const struct label *card = m->labels->cards->pdata[index];
    bool of_corpus = strstr(card->group, "corpus") != NULL;
    const struct word_counts *counts = of_corpus ? m->corpus : NULL;
    const struct word_result *result =
        words_understand(m->words, card->text, card->lang, counts, m->arena);
    struct outcome icons = judge_icons(m, card, result);
    score->cards++;
    score->first += icons.first;
    score->three += icons.three;
    score->wrong += icons.shown && !icons.first;
    score->none += !icons.shown;
    if (icons.shown) {
        size_t step = MIN((size_t)(result->icons[0].score * SCORES), (size_t)SCORES - 1);
        (icons.first ? m->right : m->wrong)[step]++;
    }
    bool exact = true;
    if (card->keywords[0] != NULL) {
        exact = labels_accept_keyword(card, result->keyword);
        score->keywords++;
        score->exact += exact;
        score->partial += labels_touch_keyword(card, result->keyword);
        char *longest = plain_keyword(m, card, false), *frequent = plain_keyword(m, card, true);
        score->longest += labels_accept_keyword(card, longest);
        score->frequent += labels_accept_keyword(card, frequent);
        g_free(longest);
        g_free(frequent);
        if (m->others != NULL) {
            score->other += labels_accept_keyword(card, m->others[index]);
            score->other_partial += labels_touch_keyword(card, m->others[index]);
        }
    }
    if (m->plain != NULL) {
        struct outcome plain = judge_icons(
            m, card, words_understand(m->plain, card->text, card->lang, NULL, m->arena));
        score->plain_three += plain.three;
        score->plain_wrong += plain.shown && !plain.first;
    }
    if (m->misses && card->half == LABEL_BUILD &&
        (!icons.three || (icons.shown && !icons.first) || !exact))
        print_miss(card, result);
    arena_reset(m->arena);
}

static double share(int part, int all)
{
    return all > 0 ? 100.0 * part / all : 0;
}

static void print_score(const struct score *s, bool plain, bool other)
{
    printf("# %-10s%6d %6.1f %6.1f %6.1f %6.1f ", s->name, s->cards, share(s->first, s->cards),
           share(s->three, s->cards), share(s->wrong, s->cards), share(s->none, s->cards));
    if (plain)
        printf("%7.1f %6.1f ", share(s->plain_three, s->cards), share(s->plain_wrong, s->cards));
    printf("%7.1f %7.1f %8.1f %8.1f", share(s->exact, s->keywords), share(s->partial, s->keywords),
           share(s->longest, s->keywords), share(s->frequent, s->keywords));
    if (other)
        printf(" %7.1f %7.1f", share(s->other, s->keywords), share(s->other_partial, s->keywords));
    putchar('\n');
}

static void add(struct score *to, const struct score *from)
{
    int *into = &to->cards;
    const int *out = &from->cards;
    for (size_t i = 0; i < (sizeof *to - offsetof(struct score, cards)) / sizeof *into; i++)
        into[i] += out[i];
}

static struct score *score_of(GArray *scores, const char *name)
{
    for (guint i = 0; i < scores->len; i++)
        if (strcmp(g_array_index(scores, struct score, i).name, name) == 0)
            return &g_array_index(scores, struct score, i);
    struct score score = {.name = name};
    g_array_append_val(scores, score);
    return &g_array_index(scores, struct score, scores->len - 1);
}

static bool is_german_english(const char *group)
{
    return (g_str_has_prefix(group, "de") || g_str_has_prefix(group, "en")) &&
           (group[2] == '\0' || g_str_has_suffix(group, " later"));
}

static int check(int number, const char *what, double value, double goal)
{
    printf("%sok %d - %s: %.1f %%, at least %.1f\n", value >= goal ? "" : "not ", number, what,
           value, goal);
    return value < goal;
}

static int report(struct measure *m)
{
    GArray *scores = g_array_new(FALSE, FALSE, sizeof(struct score));
    for (guint i = 0; i < m->labels->cards->len; i++)
        count_words(m, m->labels->cards->pdata[i]);
    for (guint i = 0; i < m->labels->cards->len; i++) {
        const struct label *card = m->labels->cards->pdata[i];
        if (m->counted[card->half])
            measure_card(m, i, score_of(scores, card->group));
    }
    struct score ours = {.name = "de+en"}, first = {.name = "- first"}, later = {.name = "- later"},
                 others = {.name = "others"}, all = {.name = "all"}, corpus = {.name = "corpus"};
    printf(
        "#              icon, %%: shown: one of  wrong        %s keyword, %%:      longest  most "
        "fre-%s\n",
        m->plain != NULL ? "annotations: " : "", m->others != NULL ? "  other extractor" : "");
    printf(
        "#            cards  right  three  shown   none %s  exact partial     word quent noun%s\n",
        m->plain != NULL ? "  three  wrong" : "", m->others != NULL ? " exact partial" : "");
    for (guint i = 0; i < scores->len; i++) {
        const struct score *s = &g_array_index(scores, struct score, i);
        print_score(s, m->plain != NULL, m->others != NULL);
        if (strstr(s->name, "corpus") != NULL) {
            add(&corpus, s);
            continue;
        }
        add(is_german_english(s->name) ? &ours : &others, s);
        if (is_german_english(s->name))
            add(g_str_has_suffix(s->name, " later") ? &later : &first, s);
        add(&all, s);
    }
    const struct score *sums[] = {&ours, &first, &later, &others, &all, &corpus};
    for (size_t i = 0; i < G_N_ELEMENTS(sums); i++)
        if (sums[i]->cards > 0)
            print_score(sums[i], m->plain != NULL, m->others != NULL);
    for (int i = 0; m->scores && i < SCORES; i++)
        printf("# first icon with %.2f: %3d right, %3d wrong\n", (double)i / SCORES, m->right[i],
               m->wrong[i]);
    int failed = check(1, "icon among the first three offered, German and English",
                       share(ours.three, ours.cards), 92);
    failed += check(2, "icon among the first three offered, other languages",
                    share(others.three, others.cards), 85);
    failed += check(3, "no wrong icon shown, German and English",
                    100 - share(ours.wrong, ours.cards), 92);
    failed += check(4, "no wrong icon shown, other languages",
                    100 - share(others.wrong, others.cards), 92);
    failed += check(5, "keyword accepted", share(all.exact, all.keywords), 85);
    if (corpus.cards > 0) {
        failed += check(6, "no wrong icon shown, cards of the corpus",
                        100 - share(corpus.wrong, corpus.cards), 92);
        failed += check(7, "keyword accepted, cards of the corpus",
                        share(corpus.exact, corpus.keywords), 82);
    }
    g_array_free(scores, TRUE);
    return failed;
}

static struct words *open_in(const char *data)
{
    struct err err = {0};
    char *before = g_strdup(g_getenv("ERNTEBILD_DATA"));
    if (data != NULL)
        g_setenv("ERNTEBILD_DATA", data, TRUE);
    struct words *words = words_open(&err);
    if (data != NULL && before != NULL)
        g_setenv("ERNTEBILD_DATA", before, TRUE);
    g_free(before);
    if (words == NULL)
        printf("Bail out! %s\n", err.text);
    return words;
}

int main(int argc, char **argv)
{
    struct measure m = {.labels = labels_new(), .arena = arena_new()};
    const char *folder = g_getenv("ERNTEBILD_CORPUS"), *data = NULL;
    for (int i = 3; i < argc; i++) {
        if (strcmp(argv[i], "--misses") == 0)
            m.misses = true;
        else if (strcmp(argv[i], "--scores") == 0)
            m.scores = true;
        else if (strcmp(argv[i], "--annotations") == 0 && i + 1 < argc)
            data = argv[++i];
        else if (strcmp(argv[i], "build") == 0)
            m.counted[LABEL_BUILD] = true;
        else if (strcmp(argv[i], "fit") == 0)
            m.counted[LABEL_FIT] = true;
        else if (strcmp(argv[i], "measure") == 0)
            m.counted[LABEL_MEASURE] = m.counted[LABEL_LATER] = true;
        else
            folder = argv[i];
    }
    if (argc < 3 || !labels_read(m.labels, argv[1]) ||
        (folder != NULL && !labels_read_corpus(m.labels, argv[2], folder)) ||
        (m.words = open_in(NULL)) == NULL)
        return 1;
    m.plain = data != NULL ? open_in(data) : NULL;
    printf("1..%d\n", folder != NULL ? 7 : 5);
    if (folder == NULL)
        printf("# cards of the corpus left out: ERNTEBILD_CORPUS does not name their folder\n");
    const char *command = g_getenv("ERNTEBILD_EXTRACTOR");
    if (command != NULL)
        m.others = extractor_run(command, m.labels->cards);
    else
        printf("# no other extractor to compare with: see tests/words/rake.js\n");
    m.frequency = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    m.corpus = word_counts_new(m.words);
    for (guint i = 0; i < m.labels->texts->len; i++)
        word_counts_add(m.corpus, m.labels->texts->pdata[i], NULL);
    int failed = report(&m);
    word_counts_free(m.corpus);
    g_hash_table_destroy(m.frequency);
    g_strfreev(m.others);
    words_close(m.plain);
    words_close(m.words);
    labels_free(m.labels);
    arena_free(m.arena);
    return failed > 0;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// fit-surety MEASURE.tsv CORPUS.tsv FOLDER
//
// Fits the weights of words/surety.c to the `build` and `fit` lines: a logistic regression by
// Newton's method with a little ridge (le Cessie, van Houwelingen 1992). `fit` lines, at which
// nobody looked while concepts and rules were written, count three times: only they are as hard as
// what will come. Then prints what each border of sureness would show.
#include <glib.h>
#include <math.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "labels.h"
#include "words/counts.h"
#include "words/interior.h"
#include "words/surety.h"
#include "words/words.h"

enum { N = SURETY_TRAITS, ROUNDS = 40 };
static const double fit_share = 3, ridge = 0.5;

struct sample {
    double traits[N];
    bool right;
    double share;
    enum { KIND_BUILD, KIND_FIT, KIND_OTHERS, KIND_CORPUS, KINDS } kind;
};

static bool is_german_english(const struct label *card)
{
    return strcmp(card->lang, "de") == 0 || strcmp(card->lang, "en") == 0;
}

// false when no icon is offered.
static bool take(struct words *words, const struct labels *labels, const struct label *card,
                 const struct word_counts *corpus, struct sample *sample)
{
    struct arena *arena = arena_new();
    bool of_corpus = strstr(card->group, "corpus") != NULL;
    const struct word_counts *counts = of_corpus ? corpus : NULL;
    const struct word_result *result =
        words_understand(words, card->text, card->lang, counts, arena);
    bool any = result->icons_n > 0;
    if (any) {
        struct card *read = words_read(words, card->text, card->lang, arena);
        size_t skip = counts_prefix(counts, read);
        struct concepts concepts;
        concepts_weigh(words->lexicon, read, MAX(skip, counts_label(counts, read)), &concepts,
                       arena);
        struct keyword keyword = keyword_choose(read, skip, counts);
        surety_read(read, &concepts, &keyword, sample->traits);
        sample->right = labels_accept_icon(labels, card, result->icons[0].name);
        sample->share = card->half == LABEL_FIT ? fit_share : 1;
        sample->kind = of_corpus                 ? KIND_CORPUS
                       : card->half == LABEL_FIT ? KIND_FIT
                       : is_german_english(card) ? KIND_BUILD
                                                 : KIND_OTHERS;
    }
    arena_free(arena);
    return any;
}

static double chance(const double weights[N], const struct sample *sample)
{
    double odds = 0;
    for (int i = 0; i < N; i++)
        odds += weights[i] * sample->traits[i];
    return 1 / (1 + exp(-odds));
}

// Gauss, with the greatest pivot; the matrix is positive definite by the ridge.
static void solve(double matrix[N][N], double right[N])
{
    for (int k = 0; k < N; k++) {
        int pivot = k;
        for (int i = k + 1; i < N; i++)
            if (fabs(matrix[i][k]) > fabs(matrix[pivot][k]))
                pivot = i;
        for (int j = 0; j < N; j++) {
            double swap = matrix[k][j];
            matrix[k][j] = matrix[pivot][j];
            matrix[pivot][j] = swap;
        }
        double swap = right[k];
        right[k] = right[pivot];
        right[pivot] = swap;
        for (int i = 0; i < N; i++) {
            double factor = i == k ? 0 : matrix[i][k] / matrix[k][k];
            for (int j = k; j < N; j++)
                matrix[i][j] -= factor * matrix[k][j];
            right[i] -= factor * right[k];
        }
    }
    for (int k = 0; k < N; k++)
        right[k] /= matrix[k][k];
}

static void fit(const GArray *samples, double weights[N])
{
    for (int round = 0; round < ROUNDS; round++) {
        double hessian[N][N] = {{0}}, gradient[N] = {0};
        for (guint s = 0; s < samples->len; s++) {
            const struct sample *sample = &g_array_index(samples, struct sample, s);
            double p = chance(weights, sample);
            for (int i = 0; i < N; i++) {
                gradient[i] += sample->share * (sample->right - p) * sample->traits[i];
                for (int j = 0; j < N; j++)
                    hessian[i][j] +=
                        sample->share * p * (1 - p) * sample->traits[i] * sample->traits[j];
            }
        }
        for (int i = 1; i < N; i++) { // the intercept is free
            gradient[i] -= ridge * weights[i];
            hessian[i][i] += ridge;
        }
        solve(hessian, gradient);
        for (int i = 0; i < N; i++)
            weights[i] += gradient[i];
    }
}

// Of the `fit` lines: how well the weights tell right from wrong, to compare traits by.
static double likelihood(const GArray *samples, const double weights[N])
{
    double sum = 0;
    int n = 0;
    for (guint s = 0; s < samples->len; s++) {
        const struct sample *sample = &g_array_index(samples, struct sample, s);
        if (sample->kind != KIND_FIT)
            continue;
        double p = chance(weights, sample);
        sum += log(sample->right ? p : 1 - p);
        n++;
    }
    return n > 0 ? sum / n : 0;
}

static void print_borders(const GArray *samples, const double weights[N])
{
    printf("shown from    build de+en    fit de+en      others       corpus  (right, wrong)\n");
    for (int border = 60; border <= 94; border += 2) {
        int right[KINDS] = {0}, wrong[KINDS] = {0};
        for (guint s = 0; s < samples->len; s++) {
            const struct sample *sample = &g_array_index(samples, struct sample, s);
            if (chance(weights, sample) >= border / 100.0)
                (sample->right ? right : wrong)[sample->kind]++;
        }
        printf("   0.%d    ", border);
        for (int kind = 0; kind < KINDS; kind++)
            printf("   %4d %4d ", right[kind], wrong[kind]);
        putchar('\n');
    }
}

int main(int argc, char **argv)
{
    struct err err = {0};
    struct labels *labels = labels_new();
    struct words *words = words_open(&err);
    if (argc != 4 || words == NULL || !labels_read(labels, argv[1]) ||
        !labels_read_corpus(labels, argv[2], argv[3])) {
        fprintf(stderr, "usage: fit-surety MEASURE.tsv CORPUS.tsv FOLDER %s\n", err.text);
        return 1;
    }
    struct word_counts *corpus = word_counts_new(words);
    for (guint i = 0; i < labels->texts->len; i++)
        word_counts_add(corpus, labels->texts->pdata[i], NULL);
    GArray *samples = g_array_new(FALSE, FALSE, sizeof(struct sample));
    for (guint i = 0; i < labels->cards->len; i++) {
        const struct label *card = labels->cards->pdata[i];
        struct sample sample;
        if ((card->half == LABEL_BUILD || card->half == LABEL_FIT) &&
            take(words, labels, card, corpus, &sample))
            g_array_append_val(samples, sample);
    }
    double weights[N] = {0};
    fit(samples, weights);
    printf("%u lines, weights", samples->len);
    for (int i = 0; i < N; i++)
        printf(" %.2f", weights[i]);
    printf("\nlog-likelihood of a fit line %.4f\n", likelihood(samples, weights));
    print_borders(samples, weights);
    g_array_free(samples, TRUE);
    word_counts_free(corpus);
    words_close(words);
    labels_free(labels);
    return 0;
}

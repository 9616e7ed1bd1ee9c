// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Benchmark: composing 60 cards, and the sample in its ten languages, again, as the harvest screen does
// after every act, in every composition: from the file to the finished scene, everything loaded.
// Asked: under 100 ms.
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/err.h"
#include "pictures.h"

enum { RUNS = 9 };

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double cpu_ms(void)
{
    return (double)clock() * 1000 / CLOCKS_PER_SEC;
}

static void say(const char *name, double *ms)
{
    qsort(ms, RUNS, sizeof *ms, by_size);
    printf("%-26s min %6.1f ms  median %6.1f ms of one core (asked: 100 ms)\n", name, ms[0],
           ms[RUNS / 2]);
}

static void measure(struct pictures *open, const struct picture *picture, const char *style)
{
    double first[RUNS], again[RUNS];
    for (int i = 0; i < RUNS; i++) {
        struct print *print = pictures_print(open, picture, style, -1);
        const struct poster_options options = {.w_mm = 841, .h_mm = 594, .style = style};
        const struct poster_tools tools = {
            .measure = lettering_measure(open->press->lettering),
            .lettering = open->press->lettering,
            .hyphens = open->press->hyphens,
            .icons = open->press->icons,
            .tr = print->tr,
        };
        struct err err = {0};
        double before = cpu_ms();
        struct poster *poster = poster_new(print->harvest, &options, &tools, &err);
        first[i] = cpu_ms() - before;
        poster_free(poster);
        print_free(print);
        before = cpu_ms();
        print_free(pictures_print(open, picture, style, -1));
        again[i] = cpu_ms() - before;
    }
    char *name = g_strdup_printf("%s, %s", picture->name, style);
    say(name, first);
    g_free(name);
    say("  with import and words", again);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: bench_compose SOURCE_ROOT\n");
        return 2;
    }
    static const struct picture PICTURES[] = {{"60 cards", 60, 6, NULL, "a1", false},
                                              {"sample", 0, 0, "sample", "a1", false}};
    struct pictures open;
    pictures_open(&open, argv[1]);
    for (size_t i = 0; i < G_N_ELEMENTS(PICTURES); i++)
        for (size_t k = 0; poster_style_name(k) != NULL; k++)
            measure(&open, &PICTURES[i], poster_style_name(k));
    pictures_close(&open);
    return 0;
}

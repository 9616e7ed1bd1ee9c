// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Benchmark: the whole process, from the file to the picture. Prints for each case the minimum and
// median wall time, the least time of one core and the peak memory, beside the bound that is asked for.
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/random.h"

enum { RUNS = 5 };

struct figure {
    double seconds[RUNS];
    double core; // least seconds of one core, whatever else runs
    long peak_kb;
};

static void die(const char *what)
{
    fprintf(stderr, "bench: %s\n", what);
    exit(1);
}

// Runs `argv` once with its output thrown away; seconds and peak memory of the whole process.
static double measure(char *const argv[], long *peak_kb, double *core)
{
    gint64 before = g_get_monotonic_time();
    fflush(stdout); // or the child would say it again
    pid_t child = fork();
    if (child == 0) {
        if (freopen("/dev/null", "w", stdout) == NULL)
            _exit(127);
        execv(argv[0], argv);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) != 0)
        die(argv[1]);
    *peak_kb = usage.ru_maxrss;
    *core = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
            (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    return (double)(g_get_monotonic_time() - before) / 1e6;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void report(const char *name, char *const argv[], double bound_s, long bound_mb)
{
    struct figure figure = {.core = 1e9};
    long peak;
    double core;
    measure(argv, &peak, &core); // warms the caches of the file system and of the fonts
    for (int i = 0; i < RUNS; i++) {
        figure.seconds[i] = measure(argv, &peak, &core);
        figure.core = MIN(figure.core, core);
        figure.peak_kb = MAX(figure.peak_kb, peak);
    }
    qsort(figure.seconds, RUNS, sizeof figure.seconds[0], by_size);
    printf("%-28s min %6.3f s  median %6.3f s  core %6.3f s  (asked: %4.1f s)   peak %4ld MB (asked: %ld MB)\n",
           name, figure.seconds[0], figure.seconds[RUNS / 2], figure.core, bound_s, figure.peak_kb / 1024, bound_mb);
}

// `n` invented cards at `tables` tables, as a CSV.
static void write_cards(const char *path, int n, int tables)
{
    static const char *const first[] = {"Sprach", "Nachbarschafts", "Fahrrad", "Eltern", "Garten", "Kultur",
                                        "Lern", "Ausbildungs", "Gesundheits", "Wohn"};
    static const char *const second[] = {"café", "treff", "werkstatt", "paten", "fest", "lotsen", "börse",
                                         "runde", "karte", "kurs"};
    static const char *const rest[] = {"jeden Mittwoch im Stadtteil", "mit Kinderbetreuung am Vormittag",
                                       "für alle, die neu in der Stadt sind", "ohne Anmeldung und ohne Kosten",
                                       "zusammen mit Vereinen und Schulen"};
    struct random random = random_of("bench");
    GString *csv = g_string_new("table,text,votes\n");
    for (int i = 0; i < n; i++)
        g_string_append_printf(csv, "Thementisch %d,\"%s%s: %s (%d)\",%zu\n", i % tables + 1,
                               first[random_below(&random, 10)], second[random_below(&random, 10)],
                               rest[random_below(&random, 5)], i, random_below(&random, 13));
    if (!g_file_set_contents(path, csv->str, -1, NULL))
        die("cannot write the cards");
    g_string_free(csv, TRUE);
}

int main(int argc, char **argv)
{
    if (argc != 3)
        die("usage: bench_poster ERNTEBILD SOURCE_ROOT");
    char *folder = g_dir_make_tmp("erntebild-bench-XXXXXX", NULL);
    char *sample = g_build_filename(argv[2], "sessions/magdeburg-2016.md", NULL);
    char *sample_file = g_build_filename(folder, "sample.erntebild", NULL);
    char *csv = g_build_filename(folder, "cards.csv", NULL);
    char *cards_file = g_build_filename(folder, "cards.erntebild", NULL);
    char *pdf = g_build_filename(folder, "out.pdf", NULL), *png = g_build_filename(folder, "out.png", NULL);
    char *svg = g_build_filename(folder, "out.svg", NULL);
    write_cards(csv, 400, 6);
    long peak;
    double core;
    measure((char *[]){argv[1], (char[]){"import"}, sample_file, sample, NULL}, &peak, &core);
    measure((char *[]){argv[1], (char[]){"import"}, cards_file, csv, NULL}, &peak, &core);
    char poster[] = "poster", o[] = "-o", size[] = "--size", a0[] = "a0", dpi[] = "--dpi", dots[] = "300";
    report("sample, A1 PDF", (char *[]){argv[1], poster, sample_file, o, pdf, NULL}, 1.0, 200);
    report("400 cards, A1 PDF", (char *[]){argv[1], poster, cards_file, o, pdf, NULL}, 1.5, 200);
    report("400 cards, A0 PDF", (char *[]){argv[1], poster, cards_file, o, pdf, size, a0, NULL}, 0.7, 200);
    report("sample, A1 SVG", (char *[]){argv[1], poster, sample_file, o, svg, NULL}, 1.5, 200);
    report("sample, A1 PNG 150 dpi", (char *[]){argv[1], poster, sample_file, o, png, NULL}, 3.0, 200);
    report("sample, A1 PNG 300 dpi", (char *[]){argv[1], poster, sample_file, o, png, dpi, dots, NULL}, 9.0, 400);
    // What a peer needs to make the same pixels of our SVG (Debian's librsvg2-bin).
    char *rsvg = g_find_program_in_path("rsvg-convert"), d[] = "-d", p[] = "-p";
    if (rsvg != NULL)
        report("  rsvg-convert of our SVG", (char *[]){rsvg, d, dots, p, dots, o, png, svg, NULL}, 9.0, 400);
    else
        printf("  rsvg-convert is not here to compare with\n");
    g_free(rsvg);
    char *const made[] = {sample_file, csv, cards_file, pdf, png, svg};
    for (size_t i = 0; i < G_N_ELEMENTS(made); i++)
        g_unlink(made[i]);
    const char *left;
    GDir *dir = g_dir_open(folder, 0, NULL);
    while ((left = g_dir_read_name(dir)) != NULL) {
        char *path = g_build_filename(folder, left, NULL);
        g_unlink(path);
        g_free(path);
    }
    g_dir_close(dir);
    g_rmdir(folder);
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Benchmark: a network of twenty years (200 meetings, 5,000 agreements, 50,000 cards): opening it until
// the first screen has what it shows, and searching everything. Prints median and maximum beside the
// bound that is asked for.
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/random.h"
#include "exchange/meeting.h"
#include "store/import.h"
#include "store/search.h"

enum { YEARS = 20, TABLES = 10, CARDS = 250, AGREEMENTS = 250, MEETINGS = 10, RUNS = 9 };

static const char *const words[] = {
    "Sprachcafé",   "Nachbarschaft", "Werkstatt",  "Garten",    "Paten",      "Begleitung",
    "Termin",       "Formular",      "Ausbildung", "Kurs",      "Treffpunkt", "Fest",
    "Sporthalle",   "Kinder",        "Bibliothek", "Fahrrad",   "Wohnung",    "Beratung",
    "Stadtteil",    "gemeinsam",     "jede Woche", "für alle",  "am Abend",   "Überblick",
    "Übersetzen",   "Ansprechpartner", "Bündnis",  "Müttercafé", "Amtslotsen", "Fragebogen",
};

static void die(const char *what)
{
    fprintf(stderr, "bench: %s\n", what);
    exit(1);
}

static void add_words(GString *out, struct random *random, int n)
{
    for (int i = 0; i < n; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? " " : "",
                               words[random_below(random, G_N_ELEMENTS(words))]);
}

// One year as a scribe's notes.
static char *year_notes(int year, struct random *random)
{
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, "# Werkstatt %d\nDatum: %d-03-14\nGruppen: ", year, year);
    for (int i = 0; i < 12; i++)
        g_string_append_printf(out, "%sBündnis %d (Stadtteil %d)", i > 0 ? ", " : "", i, i % 6);
    for (int t = 0; t < TABLES; t++) {
        g_string_append_printf(out, "\n## Tisch %d", t + 1);
        for (int i = 0; i < CARDS; i++) {
            g_string_append_printf(out, "\n- %d.%d.%d ", year, t, i);
            add_words(out, random, 6);
            g_string_append_printf(out, " (%d)", (int)random_below(random, 12));
        }
    }
    g_string_append(out, "\n## Treffen");
    for (int i = 0; i < MEETINGS; i++)
        g_string_append_printf(out, "\n- %d-%02d-%02d 17:00 Runde %d, Rathaus\n  Stand: gehalten", year,
                               i + 3, 20, i);
    g_string_append(out, "\n## Vereinbarungen");
    for (int i = 0; i < AGREEMENTS; i++) {
        g_string_append_printf(out, "\n- Bündnis %d: %d.%d ", i % 12, year, i);
        add_words(out, random, 5);
        g_string_append_printf(out, ", bis %d-%02d-15, mit Bündnis %d", year, i % 9 + 4, (i + 1) % 12);
        if (i % 4 != 0)
            g_string_append_printf(out, "\n  Stand: erledigt %d-10-01: fertig geworden", year);
    }
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}

static void make(const char *path)
{
    struct err err = {0};
    struct random random = random_of("twenty years");
    struct store *store = store_open(path, STORE_MAKE, world_real(), &err);
    for (int year = 2006; store != NULL && year < 2006 + YEARS; year++) {
        struct import_result result;
        char *notes = year_notes(year, &random);
        if (!store_import_text(store, "year.md", notes, strlen(notes), &result, &err))
            die(err.text);
        g_free(notes);
    }
    if (store == NULL)
        die(err.text);
    store_close(store);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void report(const char *what, double *ms, size_t n, double bound)
{
    qsort(ms, n, sizeof *ms, by_size);
    printf("%-34s median %7.1f ms  max %7.1f ms  (bound %.0f ms)%s\n", what, ms[n / 2], ms[n - 1], bound,
           ms[n / 2] > bound ? "  TOO SLOW" : "");
}

// What "today" of the log shows: the next meeting, what is due, what fits.
static void first_screen(struct store *store, struct arena *arena)
{
    size_t n;
    struct gathering next;
    exchange_next_gathering(store, arena, "2025-10-01", &next, NULL);
    exchange_promises(store, arena, "2025-10-01", &n, NULL);
    if (n != (size_t)YEARS * AGREEMENTS)
        die("the file is not whole");
    exchange_matches(store, arena, NULL, "2025-10-01", &n, NULL);
    store_parties(store, arena, 0, &n, NULL);
}

// A copy that this machine does not know, as from a stick; the caller g_frees its path.
static char *copy_of(const char *path, int run)
{
    char *copy = g_strdup_printf("%s.%d", path, run), *bytes = NULL;
    gsize size = 0;
    if (!g_file_get_contents(path, &bytes, &size, NULL) ||
        !g_file_set_contents(copy, bytes, (gssize)size, NULL))
        die("no copy could be made");
    g_free(bytes);
    sync(); // the stick has long written it
    return copy;
}

int main(void)
{
    static const char *const wanted[] = {"sprachcafé", "kurs", "Buendnis", "fragebogen abend", "lotse",
                                         "2019.3.77",  "zu",   "garten müttercafé", "gibtesnicht"};
    char *folder = g_dir_make_tmp("erntebild-bench-XXXXXX", NULL),
         *path = g_build_filename(folder, "years.erntebild", NULL);
    make(path);
    GStatBuf about;
    g_stat(path, &about);
    printf("%d workshops, %d cards, %d agreements, %d meetings: %.1f MB\n", YEARS,
           YEARS * TABLES * CARDS, YEARS * AGREEMENTS, YEARS * MEETINGS, (double)about.st_size / 1e6);
    double open_ms[RUNS], search_ms[RUNS * G_N_ELEMENTS(wanted)];
    for (int mode = 0; mode < 3; mode++) {
        for (int run = 0; run < RUNS; run++) {
            struct err err = {0};
            struct arena *arena = arena_new();
            char *copy = mode == 2 ? copy_of(path, run) : NULL;
            gint64 start = g_get_monotonic_time();
            struct store *store =
                mode == 2
                    ? store_open_first(copy, STORE_WRITE, world_real(), &err)
                    : store_open(path, mode == 0 ? STORE_WRITE : STORE_READ, world_real(), &err);
            if (store == NULL)
                die(err.text);
            first_screen(store, arena);
            open_ms[run] = (double)(g_get_monotonic_time() - start) / 1e3;
            for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
                size_t n;
                start = g_get_monotonic_time();
                store_search(store, arena, wanted[i], 50, &n, NULL);
                search_ms[(size_t)run * G_N_ELEMENTS(wanted) + i] =
                    (double)(g_get_monotonic_time() - start) / 1e3;
                if (run == 0 && mode == 0)
                    printf("  %-20s %3zu found, %5.1f ms\n", wanted[i], n, search_ms[i]);
            }
            arena_free(arena);
            store_close(store);
            if (copy != NULL)
                g_unlink(copy);
            g_free(copy);
        }
        report(mode == 0   ? "open to the first screen, writing"
               : mode == 1 ? "open to the first screen, reading"
                           : "open to the first screen, a new copy",
               open_ms, RUNS, 300);
        report("search", search_ms, G_N_ELEMENTS(search_ms), 50);
    }
    g_unlink(path);
    g_rmdir(folder);
    g_free(path);
    g_free(folder);
    return 0;
}

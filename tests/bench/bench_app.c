// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Benchmark: the app's own work from an event to the ready frame, 1920 x 1080 in software, without
// a window: what app_step, the scene, the comparison with the last one and painting cost. Prints
// the median and the 95th percentile of each case beside the bound that is asked for, and the time
// from the start of a process to its first frame.
#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/app.h"
#include "base/err.h"
#include "draw/colour.h"
#include "draw/kept.h"
#include "draw/paint.h"
#include "draw/scene.h"
#include "store/import.h"
#include "store/store.h"

#define W_PX 1920
#define H_PX 1080
#define W_MM 1210.0
#define SCALE (W_PX / W_MM)
#define H_MM (H_PX / SCALE)
#define DAMAGE_MOST 32
#define STARTS 7

struct glass {
    struct app *app;
    unsigned char *pixels;
    const struct scene *shown;
    struct kept *kept;
    int64_t now;
    bool measuring;
    GArray *all, *own; // double: ms to the ready frame; without painting
};

static void die(const char *what)
{
    fprintf(stderr, "bench: %s\n", what);
    exit(1);
}

// Processor time of this process, ms: what others on the machine do does not count.
static double work(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

// ---- the glass ----------------------------------------------------------------------------------

static void show(struct glass *glass)
{
    const struct scene *scene = app_scene(glass->app);
    struct box boxes[DAMAGE_MOST] = {{0, 0, scene->w, scene->h}};
    size_t n = glass->shown == NULL ? 1 : scene_damage(glass->shown, scene, boxes, DAMAGE_MOST);
    double before = work();
    if (scene != glass->shown && n > 0)
        paint_pixels_kept(glass->pixels, W_PX, H_PX, W_PX * 4, SCALE, scene, boxes, n, COLOUR_WALL,
                    glass->kept);
    glass->shown = scene;
    double painting = work() - before;
    if (glass->measuring)
        g_array_append_val(glass->own, painting); // made the difference by `step`
}

static void step(struct glass *glass, struct event event)
{
    event.time_ms = glass->now += 8;
    double before = work();
    app_step(glass->app, &event);
    show(glass);
    if (!glass->measuring)
        return;
    double all = work() - before;
    double *own = &g_array_index(glass->own, double, glass->own->len - 1);
    *own = all - *own;
    g_array_append_val(glass->all, all);
}

static void point(struct glass *glass, enum event_type type, int64_t finger, double x, double y)
{
    step(glass, (struct event){.type = type, .finger = finger, .x = x, .y = y});
}

static bool find(struct glass *glass, const char *name, struct point *middle)
{
    struct box box;
    if (!scene_find(app_scene(glass->app), name, &box))
        return false;
    *middle = (struct point){box.x + box.w / 2, box.y + box.h / 2};
    return true;
}

static void tap(struct glass *glass, const char *name)
{
    struct point at;
    if (!find(glass, name, &at))
        die(name);
    point(glass, EVENT_DOWN, 1, at.x, at.y);
    point(glass, EVENT_UP, 1, at.x, at.y);
}

static void rest(struct glass *glass, int ms)
{
    for (int64_t end = glass->now + ms; glass->now < end; glass->now += 20) {
        if (app_next_tick(glass->app, glass->now) == 0)
            step(glass, (struct event){.type = EVENT_TICK});
    }
}

// ---- cases --------------------------------------------------------------------------------------

static const char thought[] = "sprachcafe mit kinderbetreuung am vormittag im bus";

static void press(struct glass *glass, int seat, char letter)
{
    char name[32], key[2] = {letter, '\0'};
    g_snprintf(name, sizeof name, "key:seat%d:%s", seat, letter == ' ' ? "space" : key);
    struct point at;
    if (!find(glass, name, &at))
        die(name);
    point(glass, EVENT_DOWN, 10 + seat, at.x, at.y);
    point(glass, EVENT_UP, 10 + seat, at.x, at.y);
}

static void one_types(struct glass *glass)
{
    tap(glass, "table:1");
    tap(glass, "new-card:seat1");
    glass->measuring = true;
    for (const char *c = thought; *c != '\0'; c++)
        press(glass, 1, *c);
}

static void six_type(struct glass *glass)
{
    tap(glass, "seats");
    tap(glass, "seats:table:6");
    for (int seat = 1; seat <= 6; seat++) {
        char name[32];
        g_snprintf(name, sizeof name, "new-card:seat%d", seat);
        tap(glass, name);
    }
    rest(glass, 200);
    glass->measuring = true;
    for (const char *c = thought; *c != '\0'; c++) {
        for (int seat = 1; seat <= 6; seat++)
            press(glass, seat, *c);
    }
}

// Two fingers apart on the empty edge of the wall, from one distance to another.
static void pinch(struct glass *glass, double from, double to)
{
    point(glass, EVENT_DOWN, 1, 4, 50 + (600 - from) / 2);
    point(glass, EVENT_DOWN, 2, 4, 50 + (600 + from) / 2);
    point(glass, EVENT_MOVE, 1, 4, 50 + (600 - to) / 2);
    point(glass, EVENT_MOVE, 2, 4, 50 + (600 + to) / 2);
    point(glass, EVENT_UP, 1, 4, 50 + (600 - to) / 2);
    point(glass, EVENT_UP, 2, 4, 50 + (600 + to) / 2);
}

// A card follows a finger across the wall.
static void drags(struct glass *glass)
{
    tap(glass, "table:1");
    struct point at = {0, 0}; // of some card
    for (double x = 60; x < 400 && at.x == 0; x += 20) {
        const char *hit = scene_hit(app_scene(glass->app), (struct point){x, 90}, NULL);
        if (hit != NULL && g_str_has_prefix(hit, "card:"))
            at = (struct point){x, 90};
    }
    if (at.x == 0)
        die("no card to drag");
    point(glass, EVENT_DOWN, 1, at.x, at.y);
    point(glass, EVENT_MOVE, 1, at.x, at.y + 20);
    glass->measuring = true;
    for (int i = 0; i < 200; i++)
        point(glass, EVENT_MOVE, 1, at.x + 3 * i, at.y + 20 + 150 * sin(i * 0.05));
    glass->measuring = false;
    point(glass, EVENT_UP, 1, at.x + 600, at.y + 100);
}

// The wall follows a finger up and down.
static void pans(struct glass *glass)
{
    tap(glass, "table:1");
    point(glass, EVENT_DOWN, 1, 9, 400);
    point(glass, EVENT_MOVE, 1, 9, 380);
    for (int i = 0; i < 150; i++) {
        glass->measuring = i > 2;
        point(glass, EVENT_MOVE, 1, 9, 380 - 4 * i % 330 - i);
    }
    glass->measuring = false;
    point(glass, EVENT_UP, 1, 9, 100);
}

// The same while the whole wall is seen.
static void pans_afar(struct glass *glass)
{
    tap(glass, "table:1");
    tap(glass, "whole:seat1");
    pinch(glass, 300, 360);
    glass->measuring = true;
    for (int i = 0; i < 100; i++)
        pinch(glass, 300 + i, 301 + i);
    glass->measuring = false;
}

// ---- running ------------------------------------------------------------------------------------

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double percentile(GArray *values, double share)
{
    g_array_sort(values, by_size);
    return g_array_index(values, double, (guint)((double)(values->len - 1) * share));
}

static struct glass open_glass(const char *file)
{
    struct err err = {0};
    const struct app_options options = {.file = file,
                                        .w_mm = W_MM,
                                        .h_mm = H_MM,
                                        .px_per_mm = SCALE,
                                        .lang = "de",
                                        .world = world_real()};
    struct glass glass = {.app = app_new(&options, &err), .now = 1000};
    if (glass.app == NULL)
        die(err.text);
    glass.pixels = g_malloc0((gsize)W_PX * H_PX * 4);
    glass.kept = kept_new();
    glass.all = g_array_new(FALSE, FALSE, sizeof(double));
    glass.own = g_array_new(FALSE, FALSE, sizeof(double));
    show(&glass);
    return glass;
}

static void close_glass(struct glass *glass)
{
    app_free(glass->app);
    g_free(glass->pixels);
    kept_free(glass->kept);
    g_array_free(glass->all, TRUE);
    g_array_free(glass->own, TRUE);
}

static void make_file(const char *path, const char *source)
{
    struct err err = {0};
    struct import_result result;
    char *text;
    gsize n;
    if (!g_file_get_contents(source, &text, &n, NULL))
        die(source);
    struct store *store = store_open(path, STORE_MAKE, world_real(), &err);
    if (store == NULL || !store_import_text(store, source, text, n, &result, &err))
        die(err.text);
    store_close(store);
    g_free(text);
}

// A table of `n` cards, as a scribe writes it.
static char *many_cards(const char *folder, int n)
{
    static const char *const what[] = {"Sprachcafé", "Garten", "Fahrrad-Werkstatt", "Chor",
                                       "Patenschaft", "Elternabend", "Kleiderkammer"};
    static const char *const where[] = {"im Stadtteil", "am Abend mit Kinderbetreuung",
                                        "in der Schule", "jeden Mittwoch für alle"};
    GString *text = g_string_new("# Viele\nDatum: 2026-01-02\n## Alles\n");
    for (int i = 0; i < n; i++)
        g_string_append_printf(text, "- %s %d %s\n", what[i % 7], i, where[i % 4]);
    char *path = g_strdup_printf("%s/many-%d.md", folder, n);
    if (!g_file_set_contents(path, text->str, (gssize)text->len, NULL))
        die(path);
    g_string_free(text, TRUE);
    return path;
}

// Each case begins with the sample as it comes.
static void run(const char *name, const char *file, const char *sample,
                void (*act)(struct glass *glass))
{
    char *drafts = g_strconcat(file, "-drafts", NULL);
    g_unlink(file);
    g_unlink(drafts);
    g_free(drafts);
    make_file(file, sample);
    struct glass glass = open_glass(file);
    act(&glass);
    printf("%-28s median %6.2f ms  95 %% %6.2f ms (asked: 16)   without painting 95 %% %6.2f ms "
           "(asked: 4)\n",
           name, percentile(glass.all, 0.5), percentile(glass.all, 0.95),
           percentile(glass.own, 0.95));
    close_glass(&glass);
}

// A process of its own: from exec to the first painted frame.
static void run_start(char *self, char *file)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(double));
    for (int i = 0; i < STARTS; i++) {
        char start[] = "--start", *const argv[] = {self, start, file, NULL};
        gint64 before = g_get_monotonic_time();
        fflush(stdout);
        pid_t child = fork();
        if (child == 0) {
            execv(self, argv);
            _exit(127);
        }
        int status;
        if (waitpid(child, &status, 0) != child || status != 0)
            die("the start failed");
        double ms = (double)(g_get_monotonic_time() - before) / 1000;
        g_array_append_val(all, ms);
    }
    printf("%-28s median %6.0f ms  most %6.0f ms (asked: 400)\n", "start to first frame",
           percentile(all, 0.5), percentile(all, 1));
    g_array_free(all, TRUE);
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--start") == 0) {
        open_glass(argv[2]);
        _exit(0);
    }
    if (argc != 2)
        die("usage: bench_app SOURCE_ROOT");
    char *folder = g_dir_make_tmp("erntebild-bench-XXXXXX", NULL);
    char *file = g_build_filename(folder, "sample.erntebild", NULL);
    char *sample = g_build_filename(argv[1], "sessions/magdeburg-2016.md", NULL);
    g_setenv("XDG_CONFIG_HOME", folder, TRUE);
    make_file(file, sample);
    run_start(argv[0], file);
    run("one types", file, sample, one_types);
    run("card drag", file, sample, drags);
    char *some = many_cards(folder, 400), *many = many_cards(folder, 10000);
    run("pan over 400 cards", file, some, pans);
    run("pan over 10,000 cards", file, many, pans);
    run("zoom over 10,000 cards", file, many, pans_afar);
    run("six type", file, sample, six_type); // the last: the seats are remembered
    g_free(some);
    g_free(many);
    char rm[] = "rm", rf[] = "-rf", *remove[] = {rm, rf, folder, NULL};
    g_spawn_sync(NULL, remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
    g_free(sample);
    g_free(file);
    g_free(folder);
    return 0;
}

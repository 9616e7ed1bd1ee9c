// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/tr.h"
#include "cli/command.h"
#include "draw/paint.h"
#include "draw/scene.h"
#include "publish/film.h"
#include "publish/press.h"

struct poster_call {
    char *output, *workshop, *size, *style, *party, *palette, *dump;
    gboolean portrait, verbose;
    double dpi, making, frames;
};

// A word about long work, on a terminal only.
static void say(const struct cli *cli, const char *id)
{
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "%s\n", tr_text(cli->tr, id));
}

// A poster with empty boxes is still a poster, but nobody should find out in the hall.
static void warn_of_glyphs(const struct cli *cli, const struct poster *poster, const char *path)
{
    for (size_t i = 0; i < poster_pages(poster); i++) {
        const char *first;
        if (scene_missing_glyphs(poster_page(poster, i), &first) == 0)
            continue;
        fprintf(stderr,
                tr_text(cli->tr, N_("%s: the fonts at hand cannot write all of \"%s\"; it shows empty "
                                    "boxes. erntebild check names all such cards.\n")),
                path, first);
        return;
    }
}

// Another composition than expected is no failure, but is said.
static void warn_of_composition(const struct cli *cli, const struct poster *poster, const char *path)
{
    if (poster_wanted(poster) != NULL)
        fprintf(stderr,
                tr_text(cli->tr, N_("%s: the composition \"%s\" has no room on this paper; the poster is "
                                    "composed as \"%s\".\n")),
                path, poster_wanted(poster), poster_style(poster));
}

static bool make_poster(struct cli *cli, const struct poster_call *call, const char *path)
{
    struct poster_options options = {.style = call->style, .party = call->party, .palette = call->palette};
    if (!poster_page_size(call->size != NULL ? call->size : "a1", call->portrait, &options.w_mm,
                          &options.h_mm, &cli->err))
        return false;
    struct store *store = store_open(path, STORE_READ, cli->world, &cli->err);
    int64_t workshop = store == NULL ? 0 : command_workshop(cli, store, call->workshop);
    struct press *press = workshop == 0 ? NULL : press_open(&cli->err);
    if (press != NULL)
        say(cli, N_("Composing ..."));
    struct print *print =
        press == NULL ? NULL : press_print(press, store, workshop, &options, &cli->err);
    bool ok = print != NULL;
    if (ok && call->verbose)
        printf("%s\n", poster_report(print->poster));
    if (ok && call->output != NULL) {
        say(cli, N_("Writing ..."));
        double dpi = isnan(call->dpi) ? 0 : call->dpi;
        const struct film_options film = {call->making, call->frames, dpi};
        ok = call->making > 0 ? film_save(press, print, call->output, &film, &cli->err)
                              : print_save(print, call->output, dpi, &cli->err);
    }
    if (ok && call->dump != NULL) {
        char *dump = scene_dump(poster_page(print->poster, 0), 1, false);
        ok = file_write(call->dump, dump, strlen(dump), &cli->err);
        g_free(dump);
    }
    if (ok) {
        warn_of_composition(cli, print->poster, path);
        warn_of_glyphs(cli, print->poster, path);
    }
    print_free(print);
    press_close(press);
    store_close(store);
    return ok;
}

int command_poster(struct cli *cli, const struct command *command, int argc, char **argv)
{
    struct poster_call call = {.dpi = NAN}; // not asked for
    char *styles = poster_styles("|");
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &call.output, "Picture to write", "OUT.pdf|.png|.svg"},
        {"workshop", 'w', 0, G_OPTION_ARG_STRING, &call.workshop, "Default: the newest", "W"},
        {"size", 's', 0, G_OPTION_ARG_STRING, &call.size, "Paper (default a1); WxH in millimetres", "a4..a0|WxH"},
        {"portrait", 'p', 0, G_OPTION_ARG_NONE, &call.portrait, "Upright page", NULL},
        {"style", 0, 0, G_OPTION_ARG_STRING, &call.style, "Composition (default: what suits the data)", styles},
        {"palette", 0, 0, G_OPTION_ARG_STRING, &call.palette, "Colours: standard, safe, print, contrast",
         "P"},
        {"for", 0, 0, G_OPTION_ARG_STRING, &call.party, "What concerns this party, lifted out", "PARTY"},
        {"dpi", 0, 0, G_OPTION_ARG_DOUBLE, &call.dpi, "Resolution of a PNG (default 150)", "N"},
        {"making-of", 0, 0, G_OPTION_ARG_DOUBLE, &call.making,
         "How it is drawn, as OUT.html or OUT-%03d.png, in that many seconds", "SECONDS"},
        {"frames", 0, 0, G_OPTION_ARG_DOUBLE, &call.frames, "Frames a second of OUT-%03d.png (default 12)", "N"},
        {"dump-scene", 0, 0, G_OPTION_ARG_FILENAME, &call.dump, "What stands where, as JSON", "OUT.json"},
        {"verbose", 'v', 0, G_OPTION_ARG_NONE, &call.verbose, "Say what was chosen", NULL},
        G_OPTION_ENTRY_NULL,
    };
    char **rest;
    int status = command_parse(cli, command, entries, argc, argv, 1, 1, &rest);
    if (status == EXIT_DONE) {
        if (call.output == NULL && call.dump == NULL)
            err_set(&cli->err, ERR_USAGE, N_("erntebild poster: name the picture with -o OUT.pdf, .png or .svg."));
        else if (!isnan(call.dpi) && !(call.dpi >= 1 && call.dpi <= 2400))
            err_set(&cli->err, ERR_USAGE, N_("erntebild poster: --dpi is between 1 and 2400."));
        else if (call.making != 0 && !(call.making >= 1 && call.making <= 3600))
            err_set(&cli->err, ERR_USAGE, N_("erntebild poster: --making-of takes 1 to 3600 seconds."));
        else if (call.frames != 0 && !(call.frames >= 1 && call.frames <= 120))
            err_set(&cli->err, ERR_USAGE, N_("erntebild poster: --frames is between 1 and 120 a second."));
        if (cli->err.code != ERR_NONE || !make_poster(cli, &call, rest[0]))
            status = EXIT_FAILED;
    }
    g_free(styles);
    g_free(call.output);
    g_free(call.workshop);
    g_free(call.size);
    g_free(call.style);
    g_free(call.party);
    g_free(call.palette);
    g_free(call.dump);
    g_strfreev(rest);
    return status;
}

int command_export(struct cli *cli, const struct command *command, int argc, char **argv)
{
    char *output = NULL, *workshop_title = NULL;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "List to write", "OUT.csv|.json|.md|.ics"},
        {"workshop", 'w', 0, G_OPTION_ARG_STRING, &workshop_title, "Default: all", "W"},
        G_OPTION_ENTRY_NULL,
    };
    char **rest;
    int status = command_parse(cli, command, entries, argc, argv, 1, 1, &rest);
    if (status == EXIT_DONE) {
        bool ok = output != NULL ||
                  err_set(&cli->err, ERR_USAGE, N_("erntebild export: name the list with -o OUT.csv, .json, .md or .ics."));
        struct store *store = ok ? store_open(rest[0], STORE_READ, cli->world, &cli->err) : NULL;
        int64_t workshop = 0;
        if (store != NULL && workshop_title != NULL)
            ok = (workshop = command_workshop(cli, store, workshop_title)) != 0;
        if (store == NULL || !ok || !publish_list(output, store, workshop, &cli->err))
            status = EXIT_FAILED;
        store_close(store);
    }
    g_free(output);
    g_free(workshop_title);
    g_strfreev(rest);
    return status;
}

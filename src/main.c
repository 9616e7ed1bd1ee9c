// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Splits the command line: a command's name leads to cli/, anything else opens the app. The only
// place that ends the process.
#include <glib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "base/tr.h"
#include "cli/cli.h"

// "1920x1080" or "1210x680.6"; decimal point whatever the locale.
static bool parse_size(const char *text, double *w, double *h)
{
    char *end;
    *w = g_ascii_strtod(text, &end);
    if (end == text || (*end != 'x' && *end != 'X'))
        return false;
    const char *second = end + 1;
    *h = g_ascii_strtod(second, &end);
    return end != second && *end == '\0' && *w > 0 && *h > 0 && *w <= 100000 && *h <= 100000;
}

struct app_call {
    char *size, *display, *dump, *language, *export_dir, *today;
    int seats;
    gboolean projector, forget_code;
    gboolean fullscreen, version, help;
    char **files;
};

static int usage(const char *sentence)
{
    fprintf(stderr, "%s\n", sentence);
    return 2;
}

static int run_app(const struct app_call *call)
{
    double w_px = 0, h_px = 0, w_mm = 0, h_mm = 0;
    if (call->size != NULL && !parse_size(call->size, &w_px, &h_px))
        return usage("erntebild app: --size is WIDTHxHEIGHT in pixels, such as 1920x1080.");
    if (call->display != NULL && !parse_size(call->display, &w_mm, &h_mm))
        return usage("erntebild app: --display-mm is WIDTHxHEIGHT in millimetres, such as 1210x680.6.");
    if (call->files != NULL && g_strv_length(call->files) > 1)
        return usage("erntebild app: name one file.");
    if (call->seats < 0 || call->seats > 6)
        return usage("erntebild app: --seats is 1 to 6.");
    if (call->language != NULL && !app_speaks(call->language))
        return usage("erntebild app: --language is one of de, en, ar, fa, ku, uk, ru, tr, fr, ti. What only "
                     "facilitators see is in de and en.");
    struct arena *arena = arena_new();
    const char *today = call->today != NULL ? day_read(arena, call->today, NULL) : NULL;
    if (call->today != NULL && today == NULL) {
        arena_free(arena);
        return usage("erntebild app: --today is a date, such as 2016-12-20.");
    }
    const struct app_options options = {
        .file = call->files != NULL ? call->files[0] : NULL,
        .seats = call->seats,
        .projector = call->projector,
        .forget_code = call->forget_code,
        .lang = call->language,
        .export_dir = call->export_dir,
        .today = today,
        .world = world_real(),
    };
    const struct app_window_options window = {
        .w_px = (int)w_px,
        .h_px = (int)h_px,
        .w_mm = w_mm,
        .h_mm = h_mm,
        .fullscreen = call->fullscreen,
        .dump_scene = call->dump,
    };
    struct tr *tr = tr_open(call->language != NULL ? call->language : tr_environment_lang());
    struct err err = {.tr = tr};
    int status = app_run(options, window, &err);
    if (err.code != ERR_NONE)
        fprintf(stderr, "%s\n", err.text);
    tr_free(tr);
    arena_free(arena);
    return status;
}

static int parse_app(int argc, char **argv)
{
    struct app_call call = {0};
    const GOptionEntry entries[] = {
        {"size", 0, 0, G_OPTION_ARG_STRING, &call.size, "Window in pixels", "WxH"},
        {"display-mm", 0, 0, G_OPTION_ARG_STRING, &call.display, "Size of the glass", "WxH"},
        {"fullscreen", 0, 0, G_OPTION_ARG_NONE, &call.fullscreen, "Whole display", NULL},
        {"seats", 0, 0, G_OPTION_ARG_INT, &call.seats, "People round the table: 1, 2, 3, 4 or 6", "N"},
        {"projector", 0, 0, G_OPTION_ARG_NONE, &call.projector, "Only show what the plenary sees, beside another process", NULL},
        {"forget-code", 0, 0, G_OPTION_ARG_NONE, &call.forget_code, "Forget the facilitator's code of this display", NULL},
        {"language", 0, 0, G_OPTION_ARG_STRING, &call.language, "What participants read: de en ar fa ku uk ru tr fr ti; facilitators' screens are German, or English when that was chosen", "XX"},
        {"export-dir", 0, 0, G_OPTION_ARG_FILENAME, &call.export_dir, "Where pictures go", "DIR"},
        {"today", 0, 0, G_OPTION_ARG_STRING, &call.today, "What dates are counted from (default: today)", "DATE"},
        {"dump-scene", 0, 0, G_OPTION_ARG_FILENAME, &call.dump, "What stands where, rewritten when the screen changes", "OUT.json"},
        {"version", 0, 0, G_OPTION_ARG_NONE, &call.version, "Version and parts", NULL},
        {"help", 'h', 0, G_OPTION_ARG_NONE, &call.help, "This help", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &call.files, NULL, "[FILE]"},
        G_OPTION_ENTRY_NULL,
    };
    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_add_main_entries(context, entries, NULL);
    g_option_context_set_help_enabled(context, FALSE);
    GError *error = NULL;
    int status;
    if (!g_option_context_parse(context, &argc, &argv, &error)) {
        fprintf(stderr, "erntebild app: %s\n", error->message);
        status = 2;
        g_error_free(error);
    } else if (call.help) {
        status = cli_help();
        g_set_prgname("erntebild [app]");
        char *help = g_option_context_get_help(context, TRUE, NULL);
        printf("\n%s", help);
        g_free(help);
    } else if (call.version) {
        status = cli_version();
    } else {
        status = run_app(&call);
    }
    g_option_context_free(context);
    g_free(call.size);
    g_free(call.display);
    g_free(call.dump);
    g_free(call.language);
    g_free(call.today);
    g_free(call.export_dir);
    g_strfreev(call.files);
    return status;
}

int main(int argc, char **argv)
{
    setlocale(LC_CTYPE, "C.UTF-8"); // words on the command line are UTF-8, whatever the locale
    if (argc > 1 && cli_knows(argv[1]))
        return cli_run(argc - 1, argv + 1);
    if (argc > 1 && strcmp(argv[1], "app") == 0)
        return parse_app(argc - 1, argv + 1);
    // A word that is neither a command nor a file that could be opened is a mistyped command.
    if (argc > 1 && argv[1][0] != '-' && strpbrk(argv[1], "./") == NULL)
        return cli_unknown(argv[1]);
    return parse_app(argc, argv);
}

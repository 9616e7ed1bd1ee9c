// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The stage's life: how it is set up and what is shown first.
#include "app/stage.h"

#include <glib.h>

#include "app/glass.h"
#include "app/layout.h"
#include "app/pledge.h"
#include "app/shapes.h"
#include "app/theme.h"
#include "base/arena.h"
#include "draw/icon.h"
#include "draw/lettering.h"
#include "draw/paragraph.h"
#include "poster/harvest.h"
#include "store/store.h"
#include "words/words.h"

static char *default_file(void)
{
    return g_build_filename(g_get_user_data_dir(), "erntebild", "netzwerk.erntebild", NULL);
}

// A file that can only be read is shown, and `why` says so; otherwise `why` stays clear.
static struct store *open_file(const struct app_options *options, struct err *why, struct err *err)
{
    char *path = options->file != NULL ? g_strdup(options->file) : default_file();
    if (options->file == NULL && !options->projector) {
        char *folder = g_path_get_dirname(path);
        // When it cannot be made, opening the file says so.
        (void)g_mkdir_with_parents(folder, 0700);
        g_free(folder);
    }
    enum store_mode mode = options->projector ? STORE_READ : STORE_MAKE;
    struct store *store = store_open_first(path, mode, options->world, err);
    if (store == NULL && (err->code == ERR_READ_ONLY || err->code == ERR_NEWER)) {
        struct err again = {.tr = err->tr};
        store = store_open_first(path, STORE_READ, options->world, &again);
        if (store != NULL) {
            *why = *err;
            err_clear(err);
        }
    }
    g_free(path);
    return store;
}

// Whether the lettering has all signs of a language's name, and so most likely its script.
static bool can_show(void *context, const char *text)
{
    const struct stage *stage = context;
    return lettering_run(stage->lettering, text, 600, NULL)->missing == 0;
}

static bool open_tools(struct stage *stage, struct err *err)
{
    stage->words = words_open(err);
    stage->hand = stage->words != NULL ? lettering_new(err) : NULL;
    if (stage->hand != NULL)
        stage_choose_lettering(stage);
    stage->icons = stage->hand != NULL ? icons_open(err) : NULL;
    stage->hyphens = hyphens_new();
    stage->layouts = layouts_new(can_show, stage);
    stage->cards = cards_new();
    stage->shapes = shapes_new(stage->theme->palette);
    return stage->icons != NULL;
}

static struct stage prepare(const struct app_options *options)
{
    struct stage stage = {
        .settings = settings_load(),
        .world = options->world,
        .today = options->today,
        .px_per_mm = options->px_per_mm > 0 ? options->px_per_mm : 1920 / GLASS_W,
        .people = options->seats,
        .seat_touched = 1,
        .fingers = fingers_new(),
        .screens = g_ptr_array_new(),
        .retired = g_array_new(FALSE, FALSE, sizeof(struct retired)),
        .export_dir = options->export_dir,
        .open_path = options->open_path,
        .open_context = options->open_context,
        .open_projector = options->open_projector,
        .reads = options->projector,
        .play = options->play,
        .play_context = options->play_context,
    };
    if (stage.people <= 0)
        stage.people = stage.settings.people > 0 ? stage.settings.people : 1;
    if (options->lang != NULL) {
        g_strlcpy(stage.settings.lang, options->lang, sizeof stage.settings.lang);
        if (strcmp(options->lang, "de") == 0 || strcmp(options->lang, "en") == 0)
            stage.settings.lead_lang[0] = '\0'; // facilitators' too
    }
    const char *lang = stage.settings.lang;
    if (options->forget_code) {
        passcode_set(&stage.settings, NULL, &stage.world);
        settings_save(&stage.settings);
    }
    stage.common = tr_open(*lang != '\0' ? lang : "de");
    stage.tr = tr_open(settings_lead_lang(&stage.settings));
    stage.theme = theme_of(stage.settings.contrast);
    plenary_init(&stage.plenary);
    for (int seat = 1; seat <= SEATS_MOST; seat++)
        sitting_open(&stage, seat);
    stage_arrange(&stage, options->w_mm > 0 ? options->w_mm : GLASS_W,
                  options->h_mm > 0 ? options->h_mm : GLASS_H);
    return stage;
}

// Where people were: a card half written leads back to its table, then the newest workshop's hall,
// then the start.
static bool show_first(struct stage *stage, struct err *err)
{
    struct arena *arena = arena_new();
    size_t n = 0;
    const struct workshop *workshops = store_workshops(stage->store, arena, &n, err);
    if (err->code != ERR_NONE) {
        arena_free(arena);
        return false;
    }
    if (stage->reads) {
        stage_show(stage, screen_projector_new(stage, n > 0 ? workshops[0].id : 0));
        stage_turn(stage);
        arena_free(arena);
        return true;
    }
    struct screen *first =
        n > 0 ? screen_hall_new(stage, workshops[0].id) : screen_start_new(stage);
    stage_show(stage, first);
    stage_turn(stage);
    int64_t place = 0; // where a card or an agreement was being written
    for (int seat = 1; seat <= stage->people && place == 0; seat++) {
        const struct draft *draft = store_draft(stage->store, arena, seat);
        place = draft != NULL ? draft->table : pledge_place_interrupted(stage, seat);
    }
    for (size_t i = 0; place != 0 && i < n; i++) {
        if (workshops[i].id == place)
            stage_show(stage, screen_harvest_new(stage, place));
        size_t tables_n = 0;
        const struct table *tables =
            store_tables(stage->store, arena, workshops[i].id, &tables_n, err);
        for (size_t t = 0; t < tables_n; t++) {
            if (tables[t].id == place)
                stage_show(stage, screen_table_new(stage, workshops[i].id, place));
        }
    }
    stage_turn(stage);
    arena_free(arena);
    return err->code == ERR_NONE;
}

bool stage_open(struct stage *stage, const struct app_options *options, struct err *err)
{
    *stage = prepare(options);
    for (int seat = 0; seat <= SEATS_MOST; seat++)
        drawer_init(&stage->drawers[seat], stage, seat);
    struct err own = {.tr = stage->tr};
    struct err *said = err != NULL ? err : &own;
    if (said->tr == NULL)
        said->tr = stage->tr;
    struct err why = {.code = ERR_NONE};
    bool opened = open_tools(stage, said) &&
                  (stage->store = open_file(options, &why, said)) != NULL &&
                  harvest_use_choices(stage->store, stage->words, said) && show_first(stage, said);
    stage->examined = !opened || store_is_examined(stage->store);
    if (said->tr == stage->tr)
        said->tr = NULL; // goes with the stage
    if (opened && why.code != ERR_NONE)
        stage_warn(stage, stage->seats[0].number, &why);
    return opened;
}

void stage_close(struct stage *stage)
{
    while (stage->screens->len > 0) {
        struct screen *screen = stage_shown(stage);
        if (screen->class->leave != NULL)
            screen->class->leave(screen);
        g_ptr_array_remove_index(stage->screens, stage->screens->len - 1);
        screen->class->free(screen);
    }
    for (int seat = 0; seat <= SEATS_MOST; seat++)
        drawer_clear(&stage->drawers[seat]);
    stage_free_retired(stage);
    g_ptr_array_free(stage->screens, TRUE);
    g_array_free(stage->retired, TRUE);
    toasts_clear(&stage->toasts);
    plenary_clear(&stage->plenary);
    fingers_free(stage->fingers);
    cards_free(stage->cards);
    shapes_free(stage->shapes);
    hyphens_free(stage->hyphens);
    layouts_free(stage->layouts);
    for (size_t i = 0; i < SEATS_MOST; i++)
        sitting_clear(&stage->sittings[i]);
    icons_close(stage->icons);
    lettering_free(stage->print);
    lettering_free(stage->hand);
    words_close(stage->words);
    store_close(stage->store);
    tr_free(stage->tr);
    tr_free(stage->common);
}

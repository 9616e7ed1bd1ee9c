// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handout.h"

#include <errno.h>
#include <string.h>

#include "app/preview.h"
#include "app/stage.h"
#include "publish/press.h"

#define NAME_MOST 80      // bytes of a title in a file name
#define PAINT_FIRST_MS 40 // so that the screen says what is going on before it is

const char *handout_extension(enum handout_format format)
{
    static const char *const extensions[] = {"pdf", "png", "svg"};
    return extensions[format];
}

char *handout_folder(const struct stage *stage)
{
    if (stage->export_dir != NULL)
        return g_strdup(stage->export_dir);
    const char *documents = g_get_user_special_dir(G_USER_DIRECTORY_DOCUMENTS);
    return g_build_filename(documents != NULL ? documents : g_get_home_dir(), "Erntebild", NULL);
}

struct handout *handout_new(struct stage *stage, struct preview *preview)
{
    struct handout *handout = g_new0(struct handout, 1);
    handout->stage = stage;
    handout->preview = preview;
    handout->taken[HANDOUT_PDF] = true;
    handout->folder = handout_folder(stage);
    handout->saved = g_ptr_array_new_with_free_func(g_free);
    return handout;
}

void handout_free(struct handout *handout)
{
    if (handout == NULL)
        return;
    g_ptr_array_free(handout->saved, TRUE);
    g_free(handout->folder);
    g_free(handout->problem);
    g_free(handout);
}

// ---- saving -------------------------------------------------------------------------------------

// A title as every file system takes it.
static char *file_name(const char *title)
{
    GString *name = g_string_new(NULL);
    for (const char *c = title; *c != '\0' && name->len < NAME_MOST; c = g_utf8_next_char(c)) {
        gunichar character = g_utf8_get_char(c);
        bool strange =
            character < ' ' || (character < 128 && strchr("/\\:*?\"<>|", (int)character));
        if (strange || (name->len == 0 && character == '.'))
            g_string_append_c(name, ' ');
        else
            g_string_append_unichar(name, character);
    }
    if (*g_strstrip(name->str) == '\0')
        g_string_assign(name, "Erntebild");
    return g_string_free(name, FALSE);
}

// A path where nothing is yet: what was saved earlier and perhaps worked on stays.
static char *free_path(const struct handout *handout, enum handout_format format)
{
    const struct preview *preview = handout->preview;
    const char *title = preview->print->publication.title, *date = preview->print->publication.date;
    char *name = file_name(title != NULL ? title : "");
    char *size = g_ascii_strup(preview_sizes[preview->size], -1);
    char *path = NULL;
    for (int i = 1; path == NULL; i++) {
        char number[16] = "";
        if (i > 1)
            g_snprintf(number, sizeof number, " (%d)", i);
        char *file =
            g_strdup_printf("%s%s%s %s%s.%s", name, date != NULL ? " " : "",
                            date != NULL ? date : "", size, number, handout_extension(format));
        path = g_build_filename(handout->folder, file, NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS))
            g_clear_pointer(&path, g_free);
        g_free(file);
    }
    g_free(size);
    g_free(name);
    return path;
}

static bool save_all(struct handout *handout, struct err *err)
{
    if (g_mkdir_with_parents(handout->folder, 0755) != 0)
        return err_set_errno(err, errno, handout->folder);
    for (int i = 0; i < HANDOUT_FORMATS; i++) {
        if (!handout->taken[i])
            continue;
        char *path = free_path(handout, (enum handout_format)i);
        if (!print_save(handout->preview->print, path, 0, err)) {
            g_free(path);
            return false;
        }
        g_ptr_array_add(handout->saved, path);
    }
    return true;
}

static void save(struct handout *handout)
{
    struct err err = stage_err(handout->stage);
    preview_renew(handout->preview); // another format may have been chosen just now
    g_ptr_array_set_size(handout->saved, 0);
    g_clear_pointer(&handout->problem, g_free);
    if (handout->preview->print == NULL)
        handout->problem = g_strdup(handout->preview->err.text);
    else if (!save_all(handout, &err))
        handout->problem = g_strdup(err.text);
    handout->due = 0;
}

static void open_path(struct handout *handout, const char *path)
{
    struct stage *stage = handout->stage;
    if (stage->open_path == NULL || !stage->open_path(stage->open_context, path))
        stage_say(stage, 1, "info-circle",
                  stage_text(stage, N_("No program opened it. The file is in the folder.")), NULL,
                  NULL);
}

// ---- events -------------------------------------------------------------------------------------

// The old result would speak of another choice.
static void forget_result(struct handout *handout)
{
    g_ptr_array_set_size(handout->saved, 0);
    g_clear_pointer(&handout->problem, g_free);
}

static void tap(struct handout *handout, const char *target)
{
    struct preview *preview = handout->preview;
    for (int i = 0; i < HANDOUT_FORMATS; i++) {
        if (g_str_has_prefix(target, "format:") &&
            strcmp(target + 7, handout_extension((enum handout_format)i)) == 0) {
            handout->taken[i] = !handout->taken[i];
            forget_result(handout);
        }
    }
    for (int i = 0; i < PREVIEW_SIZES; i++) {
        if (g_str_has_prefix(target, "size:") && strcmp(target + 5, preview_sizes[i]) == 0) {
            preview_set_format(preview, i, preview->portrait);
            forget_result(handout);
        }
    }
    if (strcmp(target, "orient") == 0) {
        preview_set_format(preview, preview->size, !preview->portrait);
        forget_result(handout);
    } else if (strcmp(target, "close") == 0 || strcmp(target, "veil") == 0) {
        handout->done = true;
    } else if (strcmp(target, "save") == 0 && handout->due == 0) {
        forget_result(handout);
        handout->due = handout->stage->now + PAINT_FIRST_MS;
    } else if (strcmp(target, "open-folder") == 0) {
        open_path(handout, handout->folder);
    } else if (g_str_has_prefix(target, "open:")) {
        guint64 i = g_ascii_strtoull(target + 5, NULL, 10);
        if (i < handout->saved->len)
            open_path(handout, g_ptr_array_index(handout->saved, i));
    }
}

void handout_touch(struct handout *handout, const struct touch *touch)
{
    if (touch_is_tap(touch))
        tap(handout, touch->target);
}

void handout_tick(struct handout *handout)
{
    if (handout->due > 0 && handout->stage->now >= handout->due)
        save(handout);
}

int handout_next_tick(const struct handout *handout, int64_t now)
{
    return handout->due > 0 ? (int)MAX(0, handout->due - now) : -1;
}

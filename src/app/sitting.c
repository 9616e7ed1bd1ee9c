// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sitting.h"

#include <string.h>

#include "app/stage.h"
#include "draw/lettering.h"
#include "store/store.h"

static struct settings_seat *kept_of(struct stage *stage, int seat)
{
    return stage_is_led(stage) ? &stage->settings.lead
                               : &stage->settings.seats[CLAMP(seat, 1, SETTINGS_SEATS) - 1];
}

void sitting_clear(struct sitting *sitting)
{
    tr_free(sitting->tr);
    g_free(sitting->copied);
    *sitting = (struct sitting){0};
}

const char *sitting_lang(const struct stage *stage, int seat)
{
    const struct settings *settings = &stage->settings;
    const struct settings_seat *kept = stage_is_led(stage)
                                           ? &settings->lead
                                           : &settings->seats[CLAMP(seat, 1, SETTINGS_SEATS) - 1];
    return *kept->langs[kept->lang] != '\0' ? kept->langs[kept->lang] : tr_lang(stage_tr(stage, 0));
}

bool sitting_is_rtl(const struct stage *stage, int seat)
{
    return !stage_is_led(stage) && lang_is_rtl(sitting_lang(stage, seat));
}

// Before its people choose, a seat has the screen's language and the other one of German and
// English.
static int begin(struct stage *stage, struct settings_seat *kept)
{
    if (*kept->langs[0] == '\0') {
        const char *screen = tr_lang(stage_tr(stage, 0));
        g_strlcpy(kept->langs[0], screen, sizeof kept->langs[0]);
        g_strlcpy(kept->langs[1], strcmp(screen, "de") == 0 ? "en" : "de", sizeof kept->langs[1]);
    }
    int n = 0;
    while (n < SETTINGS_LANGS && *kept->langs[n] != '\0')
        n++;
    return n;
}

void sitting_take_lang(struct stage *stage, int seat, const char *lang)
{
    struct settings_seat *kept = kept_of(stage, seat);
    int n = begin(stage, kept), i = 0;
    if (lang == NULL) {
        kept->lang = (kept->lang + 1) % n;
    } else {
        while (i < n && strcmp(kept->langs[i], lang) != 0)
            i++;
        if (i == SETTINGS_LANGS)
            i = (kept->lang + 1) % SETTINGS_LANGS; // the next in turn was used longest ago
        g_strlcpy(kept->langs[i], lang, sizeof kept->langs[i]);
        kept->lang = i;
    }
    if (!stage_is_led(stage))
        sitting_open(stage, seat);
    stage->spoken = stage_tr(stage, seat);
    settings_save(&stage->settings);
}

void sitting_open(struct stage *stage, int seat)
{
    struct sitting *sitting = &stage->sittings[seat - 1];
    const struct settings_seat *kept = &stage->settings.seats[seat - 1];
    const char *lang = kept->langs[kept->lang];
    g_clear_pointer(&sitting->tr, tr_free);
    if (*lang == '\0')
        return;
    sitting->tr = tr_open(lang);
    // A language whose catalogue lacks the screens' words gives the ids back.
    static const char probe[] = N_("Done");
    if (strcmp(lang, "en") != 0 && tr_text(sitting->tr, probe) == probe)
        g_clear_pointer(&sitting->tr, tr_free);
}

const struct tr *sitting_tr(const struct stage *stage, int seat)
{
    const struct tr *own = stage->sittings[CLAMP(seat, 1, SEATS_MOST) - 1].tr;
    return own != NULL ? own : stage->common;
}

void sitting_name(char *name, size_t size, int seat)
{
    g_snprintf(name, size, "seat%d", seat);
}

int64_t sitting_zone(int64_t table, int seat)
{
    char name[16];
    sitting_name(name, sizeof name, seat);
    return store_zone(table, name);
}

bool sitting_go_back(struct stage *stage, int seat, int64_t zone, bool redo)
{
    struct err err = stage_err(stage);
    struct store *store = stage->store;
    enum undone how;
    char *label = g_strdup(redo ? store_redo_label(store, zone) : store_undo_label(store, zone));
    if (label == NULL)
        return false;
    bool done = redo ? store_redo(store, zone, &how, &err) : store_undo(store, zone, &how, &err);
    if (!done)
        stage_warn(stage, seat, &err);
    else if (how == UNDONE_NOTHING)
        stage_say(stage, seat, "info-circle",
                  stage_text(stage, N_("Someone has changed it since. It stays.")), NULL, NULL);
    else if (how == UNDONE_PARTLY)
        stage_say(stage, seat, "info-circle",
                  stage_text(stage, N_("Done, but what others changed since stays.")), NULL, NULL);
    else
        stage_say(stage, seat, redo ? "arrow-forward-up" : "arrow-back-up",
                  stage_text(stage, label), NULL, NULL);
    g_free(label);
    return true;
}

const char *sitting_copied(const struct stage *stage, int seat)
{
    const char *copied = stage->sittings[seat - 1].copied;
    return copied != NULL ? copied : "";
}

void sitting_copy(struct stage *stage, int seat, const char *text)
{
    g_free(stage->sittings[seat - 1].copied);
    stage->sittings[seat - 1].copied = g_strdup(text);
}

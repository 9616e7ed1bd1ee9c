// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The stage: what all screens share: the open file, words and icons, lettering, translations, seats
// and fingers, the stack of screens, toasts.
#ifndef ERNTEBILD_APP_STAGE_H
#define ERNTEBILD_APP_STAGE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "app/cards.h"
#include "app/drawer.h"
#include "app/facilitator.h"
#include "app/finger.h"
#include "app/plenary.h"
#include "app/screen.h"
#include "app/seat.h"
#include "app/settings.h"
#include "app/sitting.h"
#include "app/toast.h"
#include "base/err.h"
#include "base/tr.h"
#include "base/world.h"

struct arena;
struct change;
struct hyphens;
struct icons;
struct layouts;
struct lettering;
struct shapes;
struct theme;
struct store;
struct words;

struct retired {
    void *data;
    GDestroyNotify destroy;
};

struct stage {
    struct store *store;
    struct words *words;
    struct lettering *lettering;    // of the screen: one of the next two
    struct lettering *hand, *print; // of what is printed, and for eyes that this tires (NULL: not yet)
    struct icons *icons;
    struct hyphens *hyphens;
    struct tr *tr;           // facilitators' words (settings_lead_lang)
    struct tr *common;       // participants' words where no seat has its own
    const struct tr *spoken; // of whom the event at hand comes from
    struct layouts *layouts; // keyboards
    struct settings settings;
    const struct theme *theme;
    struct cards *cards;   // drawn cards, shared by all boards
    struct shapes *shapes; // other things drawn by hand
    struct world world;
    const char *today; // NULL: the clock's

    double w, h; // glass, mm
    double px_per_mm;
    int64_t now; // monotonic ms of the event at hand
    int people;  // that seats are asked for
    struct sitting sittings[SEATS_MOST];
    struct seat seats[SEATS_MOST];
    size_t seats_n;
    int seat_touched; // where a physical keyboard types
    struct box caret; // there, glass mm; empty: nobody writes
    struct fingers *fingers;
    struct toasts toasts;
    struct drawer drawers[SEATS_MOST + 1]; // of the seats by their number; 0: of the glass
    struct plenary plenary; // of the workshop that is open
    struct facilitator facilitator;
    bool examined;          // all of the file was looked through
    int64_t examine_at;     // monotonic ms when that begins, 0: not yet known
    bool reads;             // another process writes the file: this one follows it

    GPtrArray *screens; // the last one is shown; owned
    enum { STAGE_STAY, STAGE_SHOW, STAGE_SHOW_ALONE, STAGE_BACK } next; // after the event at hand
    struct screen *coming;                                              // owned until then, or NULL
    bool quit;
    GArray *retired; // struct retired

    const char *export_dir;                             // or NULL: the documents folder
    bool (*open_path)(void *context, const char *path); // or NULL
    void *open_context;
    bool (*open_projector)(void *context, const char *path); // or NULL
    void (*play)(void *context, enum sound sound, double volume); // or NULL: silent
    void *play_context;
};

// Opens everything and shows the first screen. After false, too, stage_close.
bool stage_open(struct stage *stage, const struct app_options *options, struct err *err);
// Once no drawn scene is left: they hold what this frees.
void stage_close(struct stage *stage);

// Is heard unless the settings are silent.
void stage_sound(const struct stage *stage, enum sound sound);

// Shows `screen` (owned by the stage from now on) on top of the present one, once the present call
// into a screen has returned.
void stage_show(struct stage *stage, struct screen *screen);
// Instead of all that are open: the way back leads from `screen` to nowhere.
void stage_show_alone(struct stage *stage, struct screen *screen);
// Closes the shown screen; the first one stays.
void stage_back(struct stage *stage);
bool stage_can_go_back(const struct stage *stage);

// What the person reads who touches or types at the moment. `id` is an English message id.
const char *stage_text(const struct stage *stage, const char *id) __attribute__((format_arg(2)));
// A new error in that language.
struct err stage_err(const struct stage *stage);
// The day that dates are counted from, ISO 8601, in the arena.
const char *stage_today(const struct stage *stage, struct arena *arena);
// The words of the shown screen: on a facilitators' screen theirs, else the seat's own (0: of no seat in
// particular).
const struct tr *stage_tr(const struct stage *stage, int seat);
bool stage_is_led(const struct stage *stage); // a facilitators' screen is shown
// What facilitators read, "de" or "en"; the screen's language goes along, unless it is a third one.
// Remembered.
void stage_set_language(struct stage *stage, const char *lang);

// The theme of this display; remembered.
void stage_set_contrast(struct stage *stage, bool high);

// Whether the screen is lettered in print instead of by hand; remembered.
void stage_set_typeface(struct stage *stage, bool print);
void stage_choose_lettering(struct stage *stage); // as the settings say

// Whether a language is offered at the seats; offering it or no longer. Remembered.
bool stage_offers(const struct stage *stage, const char *lang);
void stage_offer(struct stage *stage, const char *lang);
// Every seat greets whoever comes next, in the languages that are offered.
void stage_greet(struct stage *stage);

// One sentence for 4 seconds at `seat`; `text` is copied. `action` (may be NULL) is the hit name
// that a button labelled `label` bears: the screen gets its tap as any other.
void stage_say(struct stage *stage, int seat, const char *icon, const char *text,
               const char *action, const char *label);
// What went wrong, as a warning that stays 8 seconds. `err` must be set.
void stage_warn(struct stage *stage, int seat, const struct err *err);

// Commits a change; what goes wrong is told to `seat`. The change is used up.
bool stage_commit(struct stage *stage, int seat, struct change *change);
// Undoes or redoes the facilitator's last change (zone 0) and says so at `seat`. False: there was none.
bool stage_go_back(struct stage *stage, int seat, bool redo);

// Frees `data` once no finger can touch what was drawn with it any more: the drawn scene may hold
// other scenes that are out of date. For posters and kept drawings.
void stage_retire(struct stage *stage, void *data, GDestroyNotify destroy);
// A new scene is drawn: what was retired is freed.
void stage_free_retired(struct stage *stage);

// The seats of the shown screen on a glass of this size.
void stage_arrange(struct stage *stage, double w, double h);
// People turn a seat by a quarter, clockwise. Remembered.
void stage_turn_seat(struct stage *stage, int number);
// So many seats, unturned, their tables not chosen yet. Remembered.
void stage_seat_people(struct stage *stage, int people, bool around);
// Does what stage_show and its sisters asked for. For the app, between events.
void stage_turn(struct stage *stage);
struct screen *stage_shown(const struct stage *stage);

const struct seat *stage_seat(const struct stage *stage, int number); // falls back to the first

#endif

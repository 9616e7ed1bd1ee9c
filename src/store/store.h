// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The file: one network of parties, workshops and agreements as an append-only change log, with
// projections made from it. See DESIGN in ARCHITECTURE.md: the log is the truth; a row is made by
// its first op and never deleted; a field's value is the op with the greatest (clock, device);
// merging is inserting changes that one lacks.
#ifndef ERNTEBILD_STORE_STORE_H
#define ERNTEBILD_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/world.h"

struct arena;
struct err;
struct store;

enum store_mode {
    STORE_WRITE, // must exist; one writing process a file (ERR_BUSY otherwise)
    STORE_MAKE,  // made when missing
    STORE_READ,  // read-only; does not take the lock and follows the writer
};

// Opens `path`. Foreign, damaged and newer files are refused with a sentence; a newer file can
// still be opened with STORE_READ. NULL on failure.
struct store *store_open(const char *path, enum store_mode mode, struct world world,
                         struct err *err);
// The same for who shows a first screen soon: of a large file that this machine does not know yet, only
// the change log is checked. store_examine checks the rest; until then whatever is found damaged is
// refused as it is met.
struct store *store_open_first(const char *path, enum store_mode mode, struct world world,
                               struct err *err);
bool store_is_examined(const struct store *store);
// Checks all of the file. When it is damaged, it is only read from now on, and false with the sentence.
bool store_examine(struct store *store, struct err *err);
void store_close(struct store *store); // NULL is legal
const char *store_path(const struct store *store);
bool store_is_newer(const struct store *store); // written by a newer version: only read

// ---- Entities and fields -------------------------------------------------------------------

enum entity {
    ENTITY_NETWORK = 1,
    ENTITY_PARTY,
    ENTITY_WORKSHOP,
    ENTITY_PHASE,
    ENTITY_TABLE,
    ENTITY_CARD,
    ENTITY_BUNDLE,
    ENTITY_DOT,
    ENTITY_HARVEST_ITEM, // curation of one card for the poster
    ENTITY_CORE_POINT,
    ENTITY_AGREEMENT,
    ENTITY_MEETING,
    ENTITY_RELATION,   // a labelled link between two tables
    ENTITY_ATTENDANCE, // a party at a workshop
    ENTITY_NOTE,       // what was said of an agreement, an offer or a topic, on a day
    ENTITY_CHOICE,     // what a word means for this network: its icon
    ENTITY_SERIES,     // meetings that recur
    ENTITY_OFFER,      // an offer or a request
    ENTITY_PAIRING,    // what was decided about one request and one offer
    ENTITY_INVOLVED,   // a party that helps with an agreement
    ENTITY_SOURCE,     // a card or core point that an agreement came from
    ENTITY_PRESENCE,   // a party at a meeting: invited, coming, here, absent
    ENTITY_PERSON,     // optional, kept apart, forgettable (store/forget.h)
    ENTITY_FORGOTTEN,  // that a name was forgotten, without the name
    ENTITY_PLACEMENT,  // where people put a card or a table on the poster (store/placement.h)
};

#define NETWORK_ROW 1 // the network's only row, the same in every file

// The table of fields (entity, name, type) is in store/schema.c: it makes the projection, the
// import and the export. Every entity has `removed` (int): 1 lays it into the paper basket.

// One change: one act of a person. Zone is where undo finds it: 0 is the facilitator's, each seat has
// its own at each table (store_zone). Label is an English message id that undo shows. Free with
// store_commit or store_abandon.
struct change;
struct change *store_begin(struct store *store, int64_t zone, const char *label);
// A new row's id, for the ops that make it.
int64_t change_new_row(struct change *change);
// NULL text is the empty value. Fields that do not exist are a bug (assert).
void change_text(struct change *change, enum entity entity, int64_t row, const char *field,
                 const char *value);
void change_int(struct change *change, enum entity entity, int64_t row, const char *field,
                int64_t value);
void change_real(struct change *change, enum entity entity, int64_t row, const char *field,
                 double value);
// On the disk when it returns true. A change without ops commits nothing.
bool store_commit(struct change *change, struct err *err);
void store_abandon(struct change *change);

// The zone of a seat ("seat1") at a table; NULL: what was done there from no seat.
int64_t store_zone(int64_t table, const char *seat);

// Undo and redo of the zone's last own change on this device. What others have changed since, or built
// on, stays as it is: *how (may be NULL) tells how much was taken back. The next undo goes on from
// there either way.
enum undone { UNDONE_ALL, UNDONE_PARTLY, UNDONE_NOTHING };
bool store_undo(struct store *store, int64_t zone, enum undone *how, struct err *err);
bool store_redo(struct store *store, int64_t zone, enum undone *how, struct err *err);
// The label of what would be undone / redone, or NULL; borrowed until the next call.
const char *store_undo_label(struct store *store, int64_t zone);
const char *store_redo_label(struct store *store, int64_t zone);

// Counts committed changes (own and followed): a screen that shows revision n is stale when it
// grew.
uint64_t store_revision(struct store *store);

// ---- What is in it -------------------------------------------------------------------------
// Query results live in the caller's arena. Text fields are never NULL ("" when empty) unless said.

struct network {
    int64_t id;
    const char *title, *lang;
    const char *districts; // of the city, comma-separated: shows which have no contact; "" unknown
    int retention_months;  // persons older than this are to be forgotten, 0: not set; exchange/retention.h
};

struct party {
    int64_t id;
    const char *name, *kind, *district, *contact;
};

struct workshop {
    int64_t id;
    const char *title, *subtitle; // "Zukunftswerkstatt Integration"; subtitle may be ""
    const char *date;             // ISO 8601, or ""
    const char *place, *host, *question, *lang; // lang "": that of most cards
    const char *languages;                      // offered, comma-separated
    const char *motif;                          // of the poster's scene
    const char *palette, *style, *footer;       // of the poster, "": not chosen, none
    const char *note;                           // said on every output ("invented examples")
    int64_t phase;                              // the current one, 0: none
    int dots, people; // each person may give `dots` at a table, `people` share those of a seat
    bool dots_shown;  // to everyone
    bool frozen;           // all seats rest
    int64_t gathered;      // table that all seats show, 0: each its own
    const char *projector; // what it shows: "" picture hall table clock dark
};

struct phase {
    int64_t id, workshop;
    int position, minutes;
    const char *kind; // preparation critique fantasy realisation follow-up
    const char *title, *rules;
    bool standard; // title and rules are those of its kind, said in any language
    int round;     // of a World Café, 1-based; 0: none
    int64_t started, ends, left; // wall ms, ms: see app/clock.h
};

struct table {
    int64_t id, workshop;
    int number; // 1-based, as shown
    int colour; // 1-based: of the accents (draw/colour.h)
    const char *title, *question, *icon;
    const char *questions; // in other languages: "ar: ...", one a line
    const char *open;      // what the host passes on to the next group as a question
};

struct card {
    int64_t id, table, bundle, party, phase;
    int64_t origin; // the critique that this wish was turned from, 0
    bool settled;   // a critique that stays as it is
    const char *text, *lang; // lang "" : not known
    const char *gloss;       // rendering in the workshop's language
    const char *icon;        // chosen by a person, "" : suggested
    const char *ink; // drawn strokes, "" : none (store/ink in DESIGN: "x,y x,y;x,y ...", mm)
    int64_t votes;    // imported votes plus dots
    int64_t imported; // of them
    bool parked, hidden, removed;
    const char *hidden_reason;
    double x, y, scale, angle; // place on the board, mm, degrees; scale 0: not placed yet
    int64_t z;                 // the greater lies on the smaller
    int64_t made;              // clock of its first op, ms
};

struct bundle {
    int64_t id, table;
    const char *name;
    double x, y;
};

struct core_point {
    int64_t id, workshop;
    const char *text, *icon;
    const char *tables; // numbers of the tables it came from: "2,5,6"
    int position;
};

struct agreement {
    int64_t id, workshop, party; // party 0: who is free text or open
    // who: the party's name, or free text; with: names of the parties that help (ENTITY_INVOLVED)
    // and free text, comma-separated; until ISO 8601 or ""
    const char *who, *what, *with, *until;
    const char *status;   // open running done dropped
    const char *category; // sponsorship language company work communication room other, or ""
    const char *icon;
    const char *made_on; // ISO 8601: said, or that of its meeting or workshop; "" unknown
    const char *done_on; // when it was done or dropped, "" before
    int64_t meeting;     // where it was made, 0: at the workshop or between meetings
    int64_t offer, request; // the match it came from, 0
    int position;
};

// One date. Of a series it is there when something is known of it: notes, attendance, another day.
struct meeting {
    int64_t id, workshop, series; // series 0: a single meeting
    const char *occurrence;       // the series' own day that this one stands for, "" single
    const char *title, *date;     // date ISO 8601, or ""
    const char *time, *end;       // "17:00", or ""
    const char *place;
    int64_t host;      // party, 0
    const char *state; // planned running held cancelled
};

struct relation {
    int64_t id, workshop, table_a, table_b;
    const char *label;
};

// What was said on a day, of one agreement, offer or card, or of a heading of its own.
struct note {
    int64_t id, agreement, meeting, offer, card; // 0: none
    const char *date, *text;                     // date ISO 8601
    const char *heading;                         // a topic's words; "" : what it belongs to says it
    const char *status;                          // that the agreement got with it, or ""
    const char *until;                           // the new date it got with it, or ""
    const char *icon;
};

struct choice {
    int64_t id;
    const char *term, *icon; // icon "": the term shows none
};

// One op of a row's life.
struct history_step {
    int64_t time; // ms since 1970 UTC
    const char *field, *value, *label;
};

// Curation of one card for the poster. Empty and 0 mean "as the card says".
struct harvest_item {
    int64_t card;
    const char *keyword, *icon;
    int weight; // -2 .. 2 levels
    bool out;   // not in the picture
    bool core;  // lifted out as a core point
    int64_t into; // card that says the same and stands for both, 0: none
};

bool store_network(struct store *store, struct arena *arena, struct network *out, struct err *err);
// Arrays in the arena; n is set; NULL with n == 0 when there is nothing, NULL with err set on
// failure.
struct workshop *store_workshops(struct store *store, struct arena *arena, size_t *n,
                                 struct err *err); // newest date first
// Pictures of a workshop as base64 of a PNG, "" : none; both in the arena.
bool store_pictures(struct store *store, struct arena *arena, int64_t workshop, const char **logo,
                    const char **picture, struct err *err);
struct party *store_parties(struct store *store, struct arena *arena, int64_t workshop, size_t *n,
                            struct err *err); // workshop 0: all of the network
struct phase *store_phases(struct store *store, struct arena *arena, int64_t workshop, size_t *n,
                           struct err *err);
struct table *store_tables(struct store *store, struct arena *arena, int64_t workshop, size_t *n,
                           struct err *err); // by number
enum card_filter { CARDS_SHOWN, CARDS_PARKED, CARDS_ALL_LIVE, CARDS_REMOVED };
// table 0: all tables of the workshop. By table, then in the order they came.
struct card *store_cards(struct store *store, struct arena *arena, int64_t workshop, int64_t table,
                         enum card_filter filter, size_t *n, struct err *err);
struct bundle *store_bundles(struct store *store, struct arena *arena, int64_t table, size_t *n,
                             struct err *err);
struct core_point *store_core_points(struct store *store, struct arena *arena, int64_t workshop,
                                     size_t *n, struct err *err);
// workshop 0: of the whole network, in the order they were made; else in the workshop's order.
struct agreement *store_agreements(struct store *store, struct arena *arena, int64_t workshop,
                                   size_t *n, struct err *err);
struct meeting *store_meetings(struct store *store, struct arena *arena, int64_t workshop,
                               size_t *n, struct err *err);
struct relation *store_relations(struct store *store, struct arena *arena, int64_t workshop,
                                 size_t *n, struct err *err);
// agreement 0: of all agreements, by agreement. Oldest first.
struct note *store_notes(struct store *store, struct arena *arena, int64_t agreement, size_t *n,
                         struct err *err);
struct choice *store_choices(struct store *store, struct arena *arena, size_t *n,
                             struct err *err); // newest first
// All that was ever set on a row, oldest first.
struct history_step *store_history(struct store *store, struct arena *arena, enum entity entity,
                                   int64_t row, size_t *n, struct err *err);
struct harvest_item *store_harvest_items(struct store *store, struct arena *arena, int64_t workshop,
                                         size_t *n, struct err *err);

// ---- Acts that several rooms need ------------------------------------------------------------

// A new card at `table`, of the phase its workshop is in, written at `seat` (store_zone). Text and ink
// must not both be empty; text is NFC and trimmed. `id` may be NULL.
bool store_add_card(struct store *store, int64_t table, const char *seat, const char *text,
                    const char *lang, const char *gloss, const char *icon, const char *ink, int64_t party,
                    int64_t votes, int64_t *id, struct err *err);
// Dots. A voter is a seat of this device, whose undo finds its dots; `store_dots_most` is what the workshop gives one at each
// table. A dot more is refused (ERR_INPUT); should a merge bring one, the earliest count.
#define DOTS_EACH 6
int64_t store_dots_most(struct store *store, int64_t table);
bool store_add_dot(struct store *store, int64_t card, const char *voter, struct err *err);
// Takes back this voter's last dot on the card; true with *taken false when there is none.
bool store_take_dot(struct store *store, int64_t card, const char *voter, bool *taken,
                    struct err *err);
int64_t store_dots_of(struct store *store, int64_t table, const char *voter); // given so far
struct dots {
    int64_t card, n;
};
// How many of the voter's dots each card of the table has; cards without one are left out.
struct dots *store_dots_by(struct store *store, struct arena *arena, int64_t table,
                           const char *voter, size_t *n, struct err *err);
// Given at a table by all, and how many gave; what each of them gave is not told.
void store_dots_at(struct store *store, int64_t table, int64_t *given, int64_t *voters);
// "For us, TERM means ICON": takes the place of an earlier choice of the term. `icon` "" or NULL:
// none is shown.
bool store_choose(struct store *store, const char *term, const char *icon, struct err *err);
// True with *known false when there was no such choice.
bool store_forget_choice(struct store *store, const char *term, bool *known, struct err *err);
// Finds by exact title or number ("3"), folding case (by glib). 0 when there is none.
int64_t store_find_table(struct store *store, int64_t workshop, const char *name);
int64_t store_find_party(struct store *store, const char *name);
// By title, or "" / NULL: the newest. 0 when there is none.
int64_t store_find_workshop(struct store *store, const char *title);

// ---- Drafts ----------------------------------------------------------------------------------
// A half-typed card, kept on every keystroke in a sidecar `FILE-drafts` beside the file, without
// sync: it survives the process being killed.

struct draft {
    int64_t table, card; // card 0: a new one
    int seat;
    const char *text, *lang, *icon, *ink;
};
// A seat may have laid several aside: one for each card, and a new one for each table. Saving one
// replaces the seat's earlier draft of the same table and card.
bool store_save_draft(struct store *store, const struct draft *draft, struct err *err);
// The seat's newest one, wherever it is.
bool store_drop_draft(struct store *store, int seat, struct err *err);
// The seat's newest draft in the arena, or NULL.
struct draft *store_draft(struct store *store, struct arena *arena, int seat);
// The newest of one table and card (0: the new one).
#define STORE_ANY_CARD (-1)
bool store_drop_draft_of(struct store *store, int seat, int64_t table, int64_t card,
                         struct err *err);
struct draft *store_draft_of(struct store *store, struct arena *arena, int seat, int64_t table,
                             int64_t card);

// ---- The log ---------------------------------------------------------------------------------

// Makes every projection again from the log. The result equals the incremental one.
bool store_rebuild(struct store *store, struct err *err);
// The whole log as JSON (store/log_json.c); importing it again gives the same file. g_free it. NULL
// on failure.
char *store_log_json(struct store *store, struct err *err);
// Inserts the changes of `other` that `store` lacks; *added counts them.
bool store_merge(struct store *store, struct store *other, size_t *added, struct err *err);
// Integrity of the file and projection against log. Problems go to `say`, one sentence each.
// False only when the check itself could not run; *problems counts.
bool store_check(struct store *store, void (*say)(void *context, const char *sentence),
                 void *context, size_t *problems, struct err *err);
// Hash over all projected fields, the same for equal content (tests, merge check).
bool store_fingerprint(struct store *store, uint64_t *out, struct err *err);

#endif

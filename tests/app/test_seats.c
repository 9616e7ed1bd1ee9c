// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Several people at one glass: zones, turning, own tables and languages, and six who type at once.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/seat.h"
#include "base/random.h"
#include "draw/scene.h"
#include "script.h"

#define GLASS_W 1210.0
#define GLASS_H 680.6

static const char workshop[] = "# Werkstatt\n"
                               "## Arbeit\n- Praktikum vor Ort\n"
                               "## Nachbarschaft\n- Gemeinschaftsgarten\n"
                               "## Sprache\n- Sprachcafé\n"
                               "## Ehrenamt\n"
                               "## Alltag\n"
                               "## Vernetzung\n";

// ---- zones --------------------------------------------------------------------------------------

static void zones_are_those_of_the_design(void **state)
{
    static const struct {
        int n;
        bool around;
        double zones[6][5]; // x, y, w, h, degrees
    } known[] = {
        {2, false, {{0, 0, 605, 680.6, 0}, {605, 0, 605, 680.6, 0}}},
        {2, true, {{0, 0, 1210, 340.3, 180}, {0, 340.3, 1210, 340.3, 0}}},
        {3,
         false,
         {{0, 0, 403.3, 680.6, 0}, {403.3, 0, 403.3, 680.6, 0}, {806.7, 0, 403.3, 680.6, 0}}},
        {3, true, {{0, 0, 340, 680.6, 90}, {340, 0, 530, 680.6, 0}, {870, 0, 340, 680.6, 270}}},
        {4,
         false,
         {{0, 0, 302.5, 680.6, 0},
          {302.5, 0, 302.5, 680.6, 0},
          {605, 0, 302.5, 680.6, 0},
          {907.5, 0, 302.5, 680.6, 0}}},
        {4,
         true,
         {{0, 0, 605, 340.3, 180},
          {605, 0, 605, 340.3, 180},
          {0, 340.3, 605, 340.3, 0},
          {605, 340.3, 605, 340.3, 0}}},
        {6,
         true,
         {{0, 0, 403.3, 340.3, 180},
          {403.3, 0, 403.3, 340.3, 180},
          {806.7, 0, 403.3, 340.3, 180},
          {0, 340.3, 403.3, 340.3, 0},
          {403.3, 340.3, 403.3, 340.3, 0},
          {806.7, 340.3, 403.3, 340.3, 0}}},
    };
    struct seat seats[SEATS_MOST];
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        size_t n = seats_arrange(seats, known[i].n, known[i].around, GLASS_W, GLASS_H);
        assert_int_equal(n, known[i].n);
        for (size_t k = 0; k < n; k++) {
            const double *zone = known[i].zones[k];
            assert_true(fabs(seats[k].zone.x - zone[0]) < 1);
            assert_true(fabs(seats[k].zone.y - zone[1]) < 1);
            assert_true(fabs(seats[k].zone.w - zone[2]) < 1);
            assert_true(fabs(seats[k].zone.h - zone[3]) < 1);
            assert_int_equal(seats[k].degrees, zone[4]);
        }
    }
    struct point points[SEATS_MOST];
    assert_int_equal(seats_crossings(seats, 6, points, SEATS_MOST), 2);
    assert_true(fabs(points[0].x - 403.3) < 0.5 && fabs(points[0].y - 340.3) < 0.5);
    assert_int_equal(seats_arrange(seats, 6, false, GLASS_W, GLASS_H), 6);
    assert_true(fabs(seats[3].zone.y - 340.3) < 0.5 && seats[0].degrees == 0);
    assert_int_equal(seats_arrange(seats, 6, false, 1900, 1000), 6);
    assert_true(fabs(seats[5].zone.x - 1900 * 5 / 6.0) < 0.5);
    assert_int_equal(seats_arrange(seats, 6, true, 806, 504), 1); // too small
    assert_int_equal(seats_arrange(seats, 5, true, GLASS_W, GLASS_H), 6);
}

struct check {
    const struct scene *scene;
    const struct seat *seats;
    size_t seats_n;
    int keys;
};

// A key is felt where it is drawn, inside its seat's zone, large enough, away from the edge.
static void check_key(void *context, const struct scene_mark *mark, struct box box)
{
    struct check *check = context;
    int number;
    if (mark->hit == NULL || sscanf(mark->hit, "key:seat%d:", &number) != 1)
        return;
    struct point middle = {box.x + box.w / 2, box.y + box.h / 2};
    const char *hit = scene_hit(check->scene, middle, NULL);
    if (hit == NULL || strcmp(hit, mark->hit) != 0)
        fail_msg("%s feels as %s", mark->hit, hit);
    const struct box *zone = &check->seats[number - 1].zone;
    if (!box_contains(*zone, (struct point){box.x, box.y}) ||
        !box_contains(*zone, (struct point){box.x + box.w, box.y + box.h}))
        fail_msg("%s is outside its seat", mark->hit);
    if (fmin(box.w, box.h) < 15 - 0.01)
        fail_msg("%s is %.1f x %.1f", mark->hit, box.w, box.h);
    if (box.x < 5 || box.y < 5 || box.x + box.w > GLASS_W - 5 || box.y + box.h > GLASS_H - 5)
        fail_msg("%s is too near to the edge", mark->hit);
    check->keys++;
}

static void seat_name(char name[64], const char *what, int seat)
{
    g_snprintf(name, 64, "%s:seat%d", what, seat);
}

static void open_seats(struct script *script, int n, bool around)
{
    char name[64];
    script_open(script);
    script_tap(script, "seats");
    g_snprintf(name, sizeof name, "seats:%s:%d", around ? "table" : "wall", n);
    script_tap(script, name);
    if (n == 1)
        script_tap(script, "table:1");
    assert_string_equal(app_screen_name(script->app), "table");
    script_sit(script);
}

static void seats_feel_where_they_draw(void **state)
{
    static const int counts[] = {1, 2, 3, 4, 6};
    (void)state;
    for (size_t i = 0; i < 2 * G_N_ELEMENTS(counts); i++) {
        int n = counts[i / 2];
        bool around = i % 2 == 1;
        struct script script = script_new(workshop);
        struct seat seats[SEATS_MOST];
        char name[64];
        open_seats(&script, n, around);
        seats_arrange(seats, n, around, GLASS_W, GLASS_H);
        for (int seat = 1; seat <= n; seat++) {
            seat_name(name, "new-card", seat);
            script_tap(&script, name);
        }
        for (int turns = 0; turns < (around && n > 1 ? 4 : 1); turns++) {
            for (int seat = 1; seat <= n && turns > 0; seat++) {
                seat_name(name, "turn", seat);
                script_tap(&script, name);
            }
            struct check check = {app_scene(script.app), seats, (size_t)n, 0};
            scene_each_mark(check.scene, check_key, &check);
            if (check.keys < 40 * n)
                fail_msg("%d seats, around %d, turned %d: %d keys", n, around, turns, check.keys);
        }
        script_free(&script);
    }
}

static void chosen_in_two_taps_and_remembered(void **state)
{
    struct script script = script_new(workshop);
    (void)state;
    open_seats(&script, 6, true);
    assert_true(script_sees(&script, "new-card:seat6"));
    script_tap(&script, "turn:seat5");
    struct point turned = script_find(&script, "new-card:seat5");
    script_close(&script);
    script_open(&script);
    script_tap(&script, "table:2");
    struct point again = script_find(&script, "new-card:seat5");
    assert_true(fabs(turned.x - again.x) < 1e-6 && fabs(turned.y - again.y) < 1e-6);
    script_close(&script);
    open_seats(&script, 4, false);
    assert_false(script_sees(&script, "new-card:seat5"));
    script_free(&script);
}

static void every_seat_has_its_table(void **state)
{
    struct script script = script_new(workshop);
    struct card card;
    (void)state;
    open_seats(&script, 3, true);
    assert_true(script_says(&script, "Praktikum vor Ort"));
    assert_true(script_says(&script, "Gemeinschaftsgarten"));
    assert_true(script_says(&script, "Sprachcafé"));
    script_tap(&script, "title:seat2");
    script_tap(&script, "table:seat2:5");
    assert_false(script_says(&script, "Gemeinschaftsgarten"));
    script_tap(&script, "new-card:seat2");
    script_type(&script, 2, "wegweiser");
    script_tap(&script, "commit:seat2");
    script_tap(&script, "new-card:seat1");
    script_type(&script, 1, "lehre");
    script_tap(&script, "commit:seat1");
    script_tap(&script, "undo:seat2"); // its own, though another seat came later
    assert_false(script_card(&script, "wegweiser", &card));
    assert_true(script_card(&script, "lehre", &card));
    script_tap(&script, "title:seat1"); // from there all go to the hall
    script_tap(&script, "hall:seat1");
    assert_string_equal(app_screen_name(script.app), "hall");
    script_tap(&script, "table:5"); // and find their tables again
    assert_false(script_says(&script, "Gemeinschaftsgarten"));
    script_free(&script);
}

// ---- six people ---------------------------------------------------------------------------------

struct person {
    int seat;
    const char *lang, *text;
    const char *at; // what is to be typed next
    bool order;     // its vowel or tone is still to be chosen
    struct thumb {
        int64_t finger;
        bool down;
        struct point at;
    } thumbs[2];
    int next; // thumb
};

static const struct person six[] = {
    {.seat = 1, .lang = "ti", .text = "ሰላም ንኹሉ ትምህርቲ ንመሃር"},
    {.seat = 2, .lang = "fa", .text = "باغ مشترک در محله پژواک"},
    {.seat = 3, .lang = "tr", .text = "bir gün işyerinde çalışmak"},
    {.seat = 4, .lang = "de", .text = "sprachkurs im bus? ja, süß!"},
    {.seat = 5, .lang = "ar", .text = "مترجم متطوع في المستشفى"},
    {.seat = 6, .lang = "vi", .text = "cà phê tiếng đức mỗi tuần"},
};

static void choose_language(struct script *script, int seat, const char *lang)
{
    char name[64];
    g_snprintf(name, sizeof name, "key:seat%d:language", seat);
    script_down(script, 90, name);
    script_wait(script, 500);
    g_snprintf(name, sizeof name, "key:seat%d:language:%s", seat, lang);
    for (int page = 0; page < 12 && !script_sees(script, name); page++) {
        char more[64];
        g_snprintf(more, sizeof more, "key:seat%d:more-languages", seat);
        script_tap(script, more);
    }
    script_event(script, EVENT_CANCEL, 90, 0, 0);
    script_tap(script, name);
}

static void sit_down(struct script *script, struct person *people)
{
    char name[64];
    memcpy(people, six, sizeof six);
    open_seats(script, 6, true);
    for (int i = 0; i < 6; i++) {
        people[i].at = people[i].text;
        people[i].thumbs[0].finger = 2 * i + 1;
        people[i].thumbs[1].finger = 2 * i + 2;
        seat_name(name, "new-card", people[i].seat);
        script_tap(script, name);
        choose_language(script, people[i].seat, people[i].lang);
    }
}

// The key for what comes next.
static void next_key(struct script *script, const struct person *person, char name[64])
{
    char letter[8] = "";
    letter[g_unichar_to_utf8(g_utf8_get_char(person->at), letter)] = '\0';
    if (person->order) {
        g_snprintf(name, 64, "key:seat%d:order:%s", person->seat, letter);
        return;
    }
    g_snprintf(name, 64, "key:seat%d:%s", person->seat, *letter == ' ' ? "space" : letter);
    if (script_sees(script, name))
        return;
    gunichar base = g_utf8_get_char(letter);
    if (base >= 0x1200 && base < 0x1360) {
        base &= ~(gunichar)7;
    } else { // without its last accent
        char *apart = g_utf8_normalize(letter, -1, G_NORMALIZE_NFD);
        gunichar parts[4] = {0};
        int n = 0;
        for (const char *c = apart; *c != '\0' && n < 3; c = g_utf8_next_char(c))
            parts[n++] = g_utf8_get_char(c);
        // Marks below come first in canonical order; the tone is the one that is left.
        for (int drop = n - 1; drop > 0; drop--) {
            GString *rest = g_string_new(NULL);
            for (int k = 0; k < n; k++)
                if (k != drop)
                    g_string_append_unichar(rest, parts[k]);
            char *one = g_utf8_normalize(rest->str, -1, G_NORMALIZE_NFC);
            g_snprintf(name, 64, "key:seat%d:%s", person->seat, one);
            bool found = script_sees(script, name);
            g_free(one);
            g_string_free(rest, TRUE);
            if (found)
                break;
        }
        g_free(apart);
        return;
    }
    letter[g_unichar_to_utf8(base, letter)] = '\0';
    g_snprintf(name, 64, "key:seat%d:%s", person->seat, letter);
}

static void send(struct script *script, enum event_type type, const struct thumb *thumb, double x,
                 double y)
{
    script->now += 2;
    int due = app_next_tick(script->app, script->now);
    if (due == 0) {
        struct event tick = {.type = EVENT_TICK, .time_ms = script->now};
        app_step(script->app, &tick);
    }
    struct event event = {
        .type = type, .time_ms = script->now, .finger = thumb->finger, .x = x, .y = y};
    app_step(script->app, &event);
}

static void lift(struct script *script, struct random *random, struct thumb *thumb, bool may_lose)
{
    if (!thumb->down)
        return;
    for (size_t i = random_below(random, 3); i > 0; i--)
        send(script, EVENT_MOVE, thumb, thumb->at.x + (double)random_below(random, 40) / 10 - 2,
             thumb->at.y + (double)random_below(random, 40) / 10 - 2);
    if (!may_lose || random_below(random, 12) != 0)
        send(script, EVENT_UP, thumb, thumb->at.x + (double)random_below(random, 30) / 10 - 1.5,
             thumb->at.y + (double)random_below(random, 30) / 10 - 1.5);
    thumb->down = false; // or the glass has lost its up
}

// One letter more: the next thumb goes down, then the other one up, as quick typists do.
static void press_next(struct script *script, struct random *random, struct person *person)
{
    char name[64], letter[8] = "";
    letter[g_unichar_to_utf8(g_utf8_get_char(person->at), letter)] = '\0';
    next_key(script, person, name);
    bool first = !person->order;
    if (person->order) { // the strip opens when the finger has left the letter
        lift(script, random, &person->thumbs[0], false);
        lift(script, random, &person->thumbs[1], false);
    }
    struct thumb *thumb = &person->thumbs[person->next], *other = &person->thumbs[1 - person->next];
    lift(script, random, thumb, true);
    thumb->at = script_find(script, name);
    send(script, EVENT_DOWN, thumb, thumb->at.x, thumb->at.y);
    if (random_below(random, 10) == 0) // said twice
        send(script, EVENT_DOWN, thumb, thumb->at.x + 0.4, thumb->at.y - 0.3);
    thumb->down = true;
    bool more = first && !g_str_has_suffix(name, letter) && *letter != ' ';
    if (random_below(random, 3) != 0 && !more)
        lift(script, random, other, true);
    person->next = 1 - person->next;
    person->order = more;
    if (!more)
        person->at = g_utf8_next_char(person->at);
}

static bool all_typed(const struct person *people)
{
    for (int i = 0; i < 6; i++)
        if (*people[i].at != '\0')
            return false;
    return true;
}

static void type_all(struct script *script, struct random *random, struct person *people)
{
    while (!all_typed(people)) {
        struct person *person = &people[random_below(random, 6)];
        if (*person->at != '\0')
            press_next(script, random, person);
    }
    for (int i = 0; i < 6; i++) {
        lift(script, random, &people[i].thumbs[0], false);
        lift(script, random, &people[i].thumbs[1], false);
    }
}

static void six_people_type_at_once(void **state)
{
    (void)state;
    for (int run = 0; run < 2; run++) {
        char seed[16];
        g_snprintf(seed, sizeof seed, "six-%d", run);
        printf("# seed %s\n", seed);
        struct random random = random_of(seed);
        struct script script = script_new(workshop);
        struct person people[6];
        struct card card;
        char name[64];
        sit_down(&script, people);
        type_all(&script, &random, people);
        for (int i = 0; i < 6; i++) {
            seat_name(name, "commit", people[i].seat);
            script_down(&script, 40 + i, name);
        }
        for (int i = 6; i-- > 0;) {
            seat_name(name, "commit", people[i].seat);
            script_up(&script, 40 + i, name);
        }
        for (int i = 0; i < 6; i++) {
            if (!script_card(&script, people[i].text, &card))
                fail_msg("%s, seat %d: not \"%s\"", seed, people[i].seat, people[i].text);
        }
        assert_int_equal(script_cards(&script, CARDS_ALL_LIVE), 9);
        script_free(&script);
    }
}

// Forty contacts at once: nine resting on letters at each of four seats, four on boards. Whatever
// order they lift in, letters come in the order the fingers went down, and each seat has its own.
static void forty_fingers_at_once(void **state)
{
    struct random random = random_of("forty");
    struct script script = script_new(workshop);
    struct card card;
    struct thumb fingers[40];
    size_t n = 0;
    char name[64];
    (void)state;
    open_seats(&script, 6, true);
    for (int seat = 3; seat <= 6; seat++) { // the boards of the first two stay open
        seat_name(name, "new-card", seat);
        script_tap(&script, name);
    }
    for (int k = 0; k < 4; k++) {
        struct point board = script_find(&script, k % 2 == 0 ? "board:seat1" : "board:seat2");
        fingers[n] =
            (struct thumb){.finger = (int64_t)n + 1, .at = {board.x + 70 * (k / 2), board.y}};
        script_event(&script, EVENT_DOWN, fingers[n].finger, fingers[n].at.x, fingers[n].at.y);
        n++;
        script.now += 50;
    }
    for (int i = 0; i < 9; i++) { // nine fingers at each of four seats
        for (int seat = 3; seat <= 6; seat++) {
            g_snprintf(name, sizeof name, "key:seat%d:%c", seat, "qwertzuio"[i]);
            fingers[n] = (struct thumb){.finger = (int64_t)n + 1, .at = script_find(&script, name)};
            script_event(&script, EVENT_DOWN, fingers[n].finger, fingers[n].at.x, fingers[n].at.y);
            n++;
        }
    }
    assert_int_equal(n, 40);
    while (n > 0) {
        size_t i = random_below(&random, n);
        script_event(&script, EVENT_UP, fingers[i].finger, fingers[i].at.x, fingers[i].at.y);
        fingers[i] = fingers[--n];
    }
    for (int seat = 3; seat <= 6; seat++) {
        seat_name(name, "commit", seat);
        script_tap(&script, name);
    }
    assert_int_equal(script_cards(&script, CARDS_ALL_LIVE), 3 + 4);
    assert_true(script_card(&script, "qwertzuio", &card));
    script_free(&script);
}

// Another process writes at all six and is killed in the middle of it; at every seat all is there
// up to the last key.
static void killed_while_six_type(void **state)
{
    struct script script = script_new(workshop);
    struct person people[6];
    struct card card;
    int pipe_of[2];
    (void)state;
    assert_int_equal(pipe(pipe_of), 0);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        struct random random = random_of("killed");
        sit_down(&script, people);
        for (int round = 0; round < 60; round++) { // never done
            struct person *person = &people[random_below(&random, 6)];
            if (g_utf8_strlen(person->at, -1) > 3)
                press_next(&script, &random, person);
        }
        for (int i = 0; i < 6; i++) {
            lift(&script, &random, &people[i].thumbs[0], false);
            lift(&script, &random, &people[i].thumbs[1], false);
        }
        for (int i = 0; i < 6; i++) {
            // A consonant whose vowel was not chosen yet stands there, too.
            ssize_t n = people[i].order ? -(people[i].at - people[i].text) - 1
                                        : people[i].at - people[i].text;
            if (write(pipe_of[1], &n, sizeof n) != sizeof n)
                _exit(1);
        }
        kill(getpid(), SIGKILL);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    script_open(&script);
    assert_string_equal(app_screen_name(script.app), "table");
    for (int i = 0; i < 6; i++) {
        ssize_t n;
        char name[64];
        assert_int_equal(read(pipe_of[0], &n, sizeof n), sizeof n);
        bool open = n < 0;
        char *text = g_strndup(six[i].text, (gsize)(open ? -n - 1 : n));
        seat_name(name, "commit", six[i].seat);
        assert_true(script_sees(&script, name));
        if (!open) {
            script_tap(&script, name);
            g_strchomp(text);
            if (!script_card(&script, text, &card))
                fail_msg("seat %d: \"%s\" is not there", six[i].seat, text);
        }
        g_free(text);
    }
    close(pipe_of[0]);
    close(pipe_of[1]);
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zones_are_those_of_the_design),
        cmocka_unit_test(seats_feel_where_they_draw),
        cmocka_unit_test(chosen_in_two_taps_and_remembered),
        cmocka_unit_test(every_seat_has_its_table),
        cmocka_unit_test(six_people_type_at_once),
        cmocka_unit_test(forty_fingers_at_once),
        cmocka_unit_test(killed_while_six_type),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sections of a scribe's Markdown that belong to the exchange log: groups, agreements, meetings,
// offers and requests. Declared in import_md.h.
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "base/tr.h"
#include "store/import_md.h"
#include "store/rhythm.h"

// "Name (district)"
static struct note_party party_of(struct reader *r, const char *name)
{
    struct note_party party = {name, "", "", NULL};
    const char *open = strrchr(name, '(');
    size_t length = strlen(name);
    if (open != NULL && open > name && name[length - 1] == ')') {
        party.district =
            md_strip(r, arena_strndup(r->arena, open + 1, (size_t)(name + length - 1 - open - 1)));
        party.name = md_strip(r, arena_strndup(r->arena, name, (size_t)(open - name)));
    }
    return party;
}

// "Name (district), Name, ..."; a comma inside parentheses does not separate.
void md_read_parties(struct reader *r, const char *list)
{
    int depth = 0;
    const char *start = list;
    for (const char *p = list;; p++) {
        depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
        if (*p != '\0' && (*p != ',' || depth > 0))
            continue;
        struct note_party party =
            party_of(r, md_strip(r, arena_strndup(r->arena, start, (size_t)(p - start))));
        if (*party.name != '\0')
            g_array_append_val(r->workshop->parties, party);
        if (*p == '\0')
            return;
        start = p + 1;
    }
}

// "Name (district): contact" of a section of its own.
bool md_read_party(struct reader *r, const char *text)
{
    const char *colon = strstr(text, ": ");
    struct note_party party = party_of(
        r, colon == NULL ? text : md_strip(r, arena_strndup(r->arena, text, (size_t)(colon - text))));
    party.contact = colon == NULL ? "" : md_strip(r, colon + 2);
    if (*party.name == '\0')
        return md_complain_plainly(r, N_("this group has no name. Write: name (district): contact."));
    g_array_append_val(r->workshop->parties, party);
    r->tail = &g_array_index(r->workshop->parties, struct note_party, r->workshop->parties->len - 1)
                   .details;
    return true;
}

// What follows the first of `words` ("bis", "until", ...) after a comma; -1 when there is none.
static const char *after_word(const char *text, const char *const *words, const char **start)
{
    const char *best = NULL;
    for (; *words != NULL; words++) {
        char *needle = g_strdup_printf(", %s ", *words);
        const char *found = g_strrstr(text, needle);
        if (found != NULL && (best == NULL || found > *start)) {
            *start = found;
            best = found + strlen(needle);
        }
        g_free(needle);
    }
    return best;
}

// Two numbers with a sign of dates between them: "2016-13", "31.2.".
static bool looks_like_a_date(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    return digits > 0 && (text[digits] == '-' || text[digits] == '.') &&
           g_ascii_isdigit(text[digits + 1]);
}

bool md_read_agreement(struct reader *r, const char *text)
{
    static const char *const until_words[] = {"bis", "bis zum", "until", "by", NULL};
    static const char *const with_words[] = {"mit", "with", NULL};
    struct note_agreement agreement = {"", "", "", "", "", NULL};
    agreement.icon = md_take_icon(r, &text);
    const char *start = NULL, *with = after_word(text, with_words, &start);
    // "mit" may belong to the sentence: as a party it stands after the date, or last.
    for (int pass = 0; pass < 2; pass++) {
        const char *at = NULL, *until = after_word(text, until_words, &at);
        size_t length = 0;
        if (until != NULL && *agreement.until == '\0') {
            const char *date = day_read(r->arena, until, &length);
            if (date != NULL && (until[length] == '\0' || until[length] == ',')) {
                agreement.until = date;
                text = md_strip(
                    r, arena_printf(r->arena, "%.*s%s", (int)(at - text), text, until + length));
            } else if (looks_like_a_date(until)) {
                return md_complain(r, N_("\"%s\" is no date. Write it like 2016-03-14."),
                                   arena_strndup(r->arena, until, strcspn(until, " ,")));
            }
        }
        start = NULL;
        with = after_word(text, with_words, &start);
        if (with != NULL && *agreement.with == '\0') {
            agreement.with = md_strip(r, with);
            text = md_strip(r, arena_strndup(r->arena, text, (size_t)(start - text)));
        }
    }
    const char *colon = strstr(text, ": ");
    if (colon != NULL) {
        agreement.who = md_strip(r, arena_strndup(r->arena, text, (size_t)(colon - text)));
        agreement.what = md_strip(r, colon + 1);
    } else {
        agreement.what = text;
    }
    if (*agreement.what == '\0')
        return md_complain_plainly(
            r, N_("this agreement is empty. Write: who: what, bis 2016-04-30, mit whom."));
    GArray *all = r->workshop->agreements;
    g_array_append_val(all, agreement);
    r->tail = &g_array_index(all, struct note_agreement, all->len - 1).details;
    return true;
}

// "alle 6 Wochen donnerstags ab 2016-05-12 17:00, ..." -> the rule, and where its first day stands.
static bool read_rule(struct reader *r, const char **text, const char **rule)
{
    const char *from = strstr(*text, " ab ");
    from = from != NULL ? from : strstr(*text, " from ");
    if (from == NULL)
        return md_complain(r, N_("\"%s\" is no date. Write it like 2016-03-14."), *text);
    const char *words = arena_strndup(r->arena, *text, (size_t)(from - *text));
    const char *day = md_strip(r, strchr(from + 1, ' '));
    struct err own = {.tr = r->err != NULL ? r->err->tr : NULL};
    size_t length;
    const char *start = day_read(r->arena, day, &length);
    *rule = rhythm_read(r->arena, words, start != NULL ? start : day, &own);
    if (*rule == NULL)
        return err_set(r->err, ERR_INPUT, "%s:%d: %s", r->notes->name, r->line, own.text);
    *text = day;
    return true;
}

bool md_read_meeting(struct reader *r, const char *text)
{
    struct note_meeting meeting = {"", "", "", "", "", NULL};
    if (!g_ascii_isdigit(*text) && !read_rule(r, &text, &meeting.rule))
        return false;
    size_t length = 0;
    meeting.date = day_read(r->arena, text, &length);
    if (meeting.date == NULL)
        return md_complain(r, N_("\"%s\" is no date. Write it like 2016-03-14."),
                           arena_strndup(r->arena, text, strcspn(text, " ,")));
    const char *rest = md_strip(r, text + length);
    int hour, minute, end = 0;
    if (sscanf(rest, "%2d:%2d%n", &hour, &minute, &end) == 2 && end >= 4 && hour < 24 &&
        minute < 60) {
        meeting.time = arena_strndup(r->arena, rest, (size_t)end);
        rest = md_strip(r, rest + end);
    }
    rest = md_strip(r, *rest == ',' ? rest + 1 : rest);
    const char *comma = strstr(rest, ", ");
    meeting.title = comma == NULL ? rest : arena_strndup(r->arena, rest, (size_t)(comma - rest));
    meeting.place = comma == NULL ? "" : md_strip(r, comma + 1);
    GArray *all = r->workshop->meetings;
    g_array_append_val(all, meeting);
    r->tail = &g_array_index(all, struct note_meeting, all->len - 1).details;
    return true;
}

// "Biete: Deutschkurs A2 {message-language}"
bool md_read_offer(struct reader *r, const char *text)
{
    const char *value, *key = md_key(r, text, &value);
    bool request = key != NULL && (strcmp(key, "suche") == 0 || strcmp(key, "request") == 0 ||
                                   strcmp(key, "wir suchen") == 0);
    bool offers = key != NULL && (strcmp(key, "biete") == 0 || strcmp(key, "offer") == 0 ||
                                  strcmp(key, "wir bieten") == 0);
    if (!request && !offers)
        return md_complain(r, N_("\"%s\" is neither sought nor offered. Begin with Suche: or Biete:."),
                        text);
    struct note_offer offer = {request, "", "", NULL};
    offer.icon = md_take_icon(r, &value);
    offer.text = value;
    GArray *all = r->workshop->offers;
    g_array_append_val(all, offer);
    r->tail = &g_array_index(all, struct note_offer, all->len - 1).details;
    return true;
}

// More about the line above: "Key: value".
bool md_read_detail(struct reader *r, const char *text)
{
    const char *value, *key = md_key(r, text, &value);
    if (key == NULL)
        return md_complain(r, N_("\"%s\" says nothing about the line above. Write it as Key: value."),
                        text);
    struct note_detail *detail = ARENA_NEW(r->arena, struct note_detail);
    *detail = (struct note_detail){key, value, r->line, NULL};
    *r->tail = detail;
    r->tail = &detail->next;
    return true;
}

// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib.h>
#include <string.h>

#include "base/random.h"
#include "words/interior.h"
#include "words/normal.h"
#include "words/scan.h"
#include "words/words.h"

enum { TELLING = 11, LATIN = 0 }; // row of the Latin script

// Letters that tell languages of one script apart, and those that only few of them write.
static const struct {
    GUnicodeScript script;
    const char *lang; // when nothing else speaks
    struct {
        const char *lang, *letters;
    } telling[TELLING];
} scripts[] = {
    {G_UNICODE_SCRIPT_LATIN,
     "",
     {{"de", "äß"},
      {"vi", "ăơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"},
      {"tr", "ğış"},
      {"pl", "ąęłńśźż"},
      {"ro", "ășțţ"},
      {"es", "ñ¿¡"},
      {"fr", "èœ"},
      {"ku", "êîû"},
      {"pt", "ãõ"},
      {"it", "ìò"},
      {"sq", "ë"}}},
    {G_UNICODE_SCRIPT_ARABIC,
     "ar",
     {{"ckb", "ێۆڕڵەڤ"}, {"ur", "ٹڈڑںے"}, {"ps", "ځڅډړښږټې"}, {"fa", "پچژگکی"}, {"ar", "ةىأإؤكي"}}},
    {G_UNICODE_SCRIPT_CYRILLIC,
     "ru",
     {{"uk", "іїєґ"}, {"ru", "ыэъё"}, {"sr", "ђјљњћџ"}, {"be", "ў"}, {"mk", "ѓќѕ"}}},
    {G_UNICODE_SCRIPT_ETHIOPIC, "ti", {{"ti", "ኣዓቐቕዀሕሓ"}}},
    {G_UNICODE_SCRIPT_HEBREW, "he", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_GREEK, "el", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_DEVANAGARI, "hi", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_BENGALI, "bn", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_GURMUKHI, "pa", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_TAMIL, "ta", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_THAI, "th", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_GEORGIAN, "ka", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_ARMENIAN, "hy", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_HANGUL, "ko", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_HIRAGANA, "ja", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_KATAKANA, "ja", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_HAN, "zh", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_KHMER, "km", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_LAO, "lo", {{NULL, NULL}}},
    {G_UNICODE_SCRIPT_MYANMAR, "my", {{NULL, NULL}}},
};

enum { LOOKED_AT = 400 };

// Languages that are told apart by their stop words.
static const struct {
    const char *lang;
    GUnicodeScript script;
} voters[] = {
    {"de", G_UNICODE_SCRIPT_LATIN},    {"en", G_UNICODE_SCRIPT_LATIN},
    {"fr", G_UNICODE_SCRIPT_LATIN},    {"es", G_UNICODE_SCRIPT_LATIN},
    {"tr", G_UNICODE_SCRIPT_LATIN},    {"pl", G_UNICODE_SCRIPT_LATIN},
    {"ro", G_UNICODE_SCRIPT_LATIN},    {"vi", G_UNICODE_SCRIPT_LATIN},
    {"ku", G_UNICODE_SCRIPT_LATIN},    {"it", G_UNICODE_SCRIPT_LATIN},
    {"pt", G_UNICODE_SCRIPT_LATIN},    {"nl", G_UNICODE_SCRIPT_LATIN},
    {"sq", G_UNICODE_SCRIPT_LATIN},    {"so", G_UNICODE_SCRIPT_LATIN},
    {"ru", G_UNICODE_SCRIPT_CYRILLIC}, {"uk", G_UNICODE_SCRIPT_CYRILLIC},
    {"ar", G_UNICODE_SCRIPT_ARABIC},   {"fa", G_UNICODE_SCRIPT_ARABIC},
    {"ckb", G_UNICODE_SCRIPT_ARABIC},  {"ti", G_UNICODE_SCRIPT_ETHIOPIC},
    {"am", G_UNICODE_SCRIPT_ETHIOPIC},
};

static size_t script_of(const char *text, const char *end)
{
    unsigned seen[G_N_ELEMENTS(scripts)] = {0};
    for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
        if ((unsigned char)*p < 0x80) {
            seen[LATIN] += g_ascii_isalpha(*p);
            continue;
        }
        GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(p));
        for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
            seen[i] += scripts[i].script == script;
    }
    size_t best = 0;
    for (size_t i = 1; i < G_N_ELEMENTS(scripts); i++)
        if (seen[i] > seen[best])
            best = i;
    // Japanese mixes Kana and Han.
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (seen[i] > 0 && scripts[i].lang != NULL && strcmp(scripts[i].lang, "ja") == 0)
            best = i;
    return seen[best] > 0 ? best : G_N_ELEMENTS(scripts);
}

static unsigned telling_letters(const char *letters, const char *text, const char *end)
{
    unsigned n = 0;
    for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
        if ((unsigned char)*p >= 0x80)
            n += g_utf8_strchr(letters, -1, g_unichar_tolower(g_utf8_get_char(p))) != NULL;
    }
    return n;
}

struct ballot {
    unsigned votes[G_N_ELEMENTS(voters)];
};

// What one word says for each of the voters. Terms are looked up only when they are asked for.
struct voice {
    unsigned char stop[G_N_ELEMENTS(voters)], term[G_N_ELEMENTS(voters)];
    bool terms;
};

enum { SAYS_MUCH = 3, SAYS_SOME = 2, SAYS_LITTLE = 1, REMEMBERED = 50000 };

static void listen(const struct words *words, size_t voter, const struct scan_word *word,
                   bool terms, struct voice *voice)
{
    const struct format_language *language = words->voters[voter];
    if (language == NULL)
        return;
    GString *normal = g_string_new(NULL);
    normal_append(normal, word->start, (size_t)(word->end - word->start), voters[voter].lang);
    unsigned marks = lexicon_mark(words->lexicon, language, normal->str, normal->len);
    if (marks & MARK_STOP)
        voice->stop[voter] = normal->len > 1 ? SAYS_MUCH : SAYS_LITTLE;
    else if (marks != 0)
        voice->stop[voter] = SAYS_SOME;
    else if (terms && lexicon_knows(words->lexicon, language, normal->str, normal->len))
        voice->term[voter] = SAYS_MUCH;
    g_string_free(normal, TRUE);
}

static const struct voice *voice_of(const struct words *words, GUnicodeScript script,
                                    const struct scan_word *word, bool terms)
{
    const guint64 key = hash_bytes(hash_bytes(HASH_BASIS, &script, sizeof script), word->start,
                                   (size_t)(word->end - word->start));
    struct voice *voice = g_hash_table_lookup(words->voices, &key);
    if (voice == NULL) {
        if (g_hash_table_size(words->voices) >= REMEMBERED)
            g_hash_table_remove_all(words->voices);
        voice = g_new0(struct voice, 1);
        g_hash_table_insert(words->voices, g_memdup2(&key, sizeof key), voice);
    } else if (!terms || voice->terms) {
        return voice;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(voters); i++)
        if (voters[i].script == script)
            listen(words, i, word, terms, voice);
    voice->terms = terms;
    return voice;
}

// Adds up what the words of a text say: their stop words, or words of ours. Words are parted as
// `lang` parts them, and count for the voters that part them so.
static void vote(const struct words *words, GUnicodeScript script, const char *lang,
                 const char *text, const char *end, bool terms, struct ballot *ballot)
{
    unsigned sum[G_N_ELEMENTS(voters)] = {0};
    struct scan_word word;
    for (const char *at = text; scan_next(at, end, lang, &word); at = word.end) {
        const struct voice *voice = voice_of(words, script, &word, terms);
        for (size_t i = 0; i < G_N_ELEMENTS(voters); i++)
            sum[i] += terms ? voice->stop[i] + voice->term[i] : voice->stop[i];
    }
    for (size_t i = 0; i < G_N_ELEMENTS(voters); i++)
        if (scan_elides(voters[i].lang) == scan_elides(lang))
            ballot->votes[i] += sum[i];
}

static unsigned letters_for(size_t script, const char *lang, const char *text, const char *end)
{
    for (size_t k = 0; k < TELLING && scripts[script].telling[k].lang != NULL; k++)
        if (strcmp(scripts[script].telling[k].lang, lang) == 0)
            return 2 * telling_letters(scripts[script].telling[k].letters, text, end);
    return 0;
}

struct election {
    const char *best;
    unsigned votes, second; // of the best, of the one after it
};

static void stand(struct election *election, const char *lang, unsigned votes)
{
    if (votes > election->votes) {
        election->second = election->votes;
        election->votes = votes;
        election->best = lang;
    } else if (votes > election->second) {
        election->second = votes;
    }
}

static struct election elect(const struct words *words, size_t script, const char *text,
                             const char *end, bool terms)
{
    const GUnicodeScript own = scripts[script].script;
    struct election election = {.best = scripts[script].lang};
    struct ballot ballot = {{0}};
    vote(words, own, "", text, end, terms, &ballot);
    if (own == G_UNICODE_SCRIPT_LATIN)
        vote(words, own, "fr", text, end, terms, &ballot);
    bool stood[TELLING] = {false};
    for (size_t i = 0; i < G_N_ELEMENTS(voters); i++) {
        if (voters[i].script != own)
            continue;
        stand(&election, voters[i].lang,
              ballot.votes[i] + letters_for(script, voters[i].lang, text, end));
        for (size_t k = 0; k < TELLING && scripts[script].telling[k].lang != NULL; k++)
            stood[k] |= strcmp(scripts[script].telling[k].lang, voters[i].lang) == 0;
    }
    // Languages without stop words here show by their letters.
    for (size_t k = 0; k < TELLING && scripts[script].telling[k].lang != NULL; k++)
        if (!stood[k])
            stand(&election, scripts[script].telling[k].lang,
                  letters_for(script, scripts[script].telling[k].lang, text, end));
    return election;
}

static const char *guess(struct words *words, const char *text)
{
    if (words->voters == NULL) {
        words->voters = g_new0(const struct format_language *, G_N_ELEMENTS(voters));
        for (size_t i = 0; i < G_N_ELEMENTS(voters); i++)
            words->voters[i] = lexicon_language(words->lexicon, voters[i].lang);
    }
    enum { CLEAR = 6, AHEAD = 4 }; // votes: two stop words, and more than one before the next
    const char *end = text;
    for (int i = 0; i < LOOKED_AT && *end != '\0'; i++)
        end = g_utf8_next_char(end);
    size_t script = script_of(text, end);
    if (script == G_N_ELEMENTS(scripts))
        return "";
    struct election first = elect(words, script, text, end, false);
    if (first.votes >= CLEAR && first.votes >= first.second + AHEAD)
        return first.best;
    return elect(words, script, text, end, true).best;
}

// A card is counted, understood and compared: its language is guessed once.
const char *words_guess_language(struct words *words, const char *text)
{
    const guint64 key = hash_bytes(HASH_BASIS, text, strlen(text));
    const char *lang = g_hash_table_lookup(words->guesses, &key);
    if (lang != NULL)
        return lang;
    if (g_hash_table_size(words->guesses) >= REMEMBERED)
        g_hash_table_remove_all(words->guesses);
    lang = guess(words, text);
    g_hash_table_insert(words->guesses, g_memdup2(&key, sizeof key), (gpointer)(uintptr_t)lang);
    return lang;
}

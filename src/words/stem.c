// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/stem.h"

#include <libstemmer.h>
#include <string.h>

static const struct {
    char lang[4];
    const char *algorithm;
} snowball[] = {
    {"ar", "arabic"},     {"hy", "armenian"},   {"eu", "basque"},    {"ca", "catalan"},
    {"da", "danish"},     {"nl", "dutch"},      {"en", "english"},   {"fi", "finnish"},
    {"fr", "french"},     {"de", "german"},     {"el", "greek"},     {"hi", "hindi"},
    {"hu", "hungarian"},  {"id", "indonesian"}, {"ga", "irish"},     {"it", "italian"},
    {"lt", "lithuanian"}, {"ne", "nepali"},     {"no", "norwegian"}, {"nb", "norwegian"},
    {"pt", "portuguese"}, {"ro", "romanian"},   {"ru", "russian"},   {"sr", "serbian"},
    {"es", "spanish"},    {"sv", "swedish"},    {"ta", "tamil"},     {"tr", "turkish"},
    {"yi", "yiddish"},
};

// Light stemming where Snowball is silent: the longest ending that leaves `keep` characters; again
// and again where endings follow one another.
// Sources of the choice: Persian, Taghva, Beckley, Sadeh 2005, "A stemming algorithm for the Farsi
// language"; Kurdish, Salavati, Sheykh Esmaili, Akhlaghian 2013, "Stemming for Kurdish information
// retrieval"; Polish, the case endings as in Savoy's light stemmers (UniNE); Ukrainian and the
// other Slavic languages likewise; Tigrinya, Osman, Mikami 2012, "Stemming Tigrinya words for
// information retrieval" (its plural and possessive endings). Written as they compare after
// normal_append.
static const struct {
    char lang[4];
    size_t keep, passes;
    const char *endings; // separated by spaces, longest first
} light[] = {
    {"fa", 3, 4, "هايشان هايمان هايتان هايي هايم هايت هايش هاي ترين ها ان ات تر ي م ت ش ه"},
    {"ckb", 3, 4, "هكانيان هكانمان هكاني هكان يهكان يهكه هكهي هكه ان يك ي ه"},
    {"ku", 3, 4, "yekan yekê ekan eyên iyên anên eke yên ên an yê yî ya ek ê a î e"},
    {"uk", 3, 1,
     "остями ості ість істю остей еннями аннями еннях аннях енням анням ення ання енні анні ями "
     "ами "
     "іми ові еві ого ому ими ою ею ях ах ям ам ів їв ій ий ої их им ом ем єм ти ть ла ло ли а я и "
     "і ї у ю о е є ь й"},
    {"be", 3, 1, "ямі амі ага аму ымі ою ях ах ям ам аў ы і а я у ю о е ь й"},
    {"bg", 3, 1, "ията ията ите ият ове ата ята ето ъта ът та то те ия и а я о е"},
    {"pl", 3, 1,
     "ościach ościami ości ość ością aniach aniami aniem aniu ania anie eniach eniami eniem eniu "
     "enia enie iami "
     "ami "
     "iach ach owej owych owym owy owa owe ego emu ymi imi iem em om ie ów ych ich ym im ej ą ę a "
     "e "
     "i o u y"},
    {"cs", 3, 1,
     "ování ením ami emi ých ích ého ému ými ách ech ům ům ou ím ém ým ů a e ě i í o u y á é ý"},
    {"sk", 3, 1, "ovanie ením ami ých ích ého ému ými ách och om ou ím ým ov a e i í o u y á é ý"},
    {"hr", 3, 1, "ovima ama ima ima ova eva oga omu om em im ih oj a e i o u"},
    {"bs", 3, 1, "ovima ama ima ova eva oga omu om em im ih oj a e i o u"},
    {"sq", 3, 1, "ëve eve ave ive in un it ut et ës ja je ta të at e a i u"},
    {"so", 3, 1, "yaasha yaal ooyin ada aha iyo ka ta da ga ha a"},
    {"ti", 3, 1, "ታትኩም ታትና ታትካ ታት ኦም ኤን ነት ና ካ ኩም ን"},
    {"am", 3, 1, "ዎችን ዎች ችን ው ን"},
};

struct stems {
    struct sb_stemmer *stemmers[G_N_ELEMENTS(snowball)];
};

struct stems *stems_new(void)
{
    return g_new0(struct stems, 1);
}

void stems_free(struct stems *stems)
{
    if (stems == NULL)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(snowball); i++)
        if (stems->stemmers[i] != NULL)
            sb_stemmer_delete(stems->stemmers[i]);
    g_free(stems);
}

static size_t light_length(size_t rule, const char *word, size_t length)
{
    size_t characters = (size_t)g_utf8_strlen(word, (gssize)length);
    for (const char *ending = light[rule].endings; *ending != '\0';) {
        size_t n = strcspn(ending, " ");
        size_t gone = (size_t)g_utf8_strlen(ending, (gssize)n);
        if (n < length && characters >= gone + light[rule].keep &&
            memcmp(word + length - n, ending, n) == 0)
            return length - n;
        ending += n;
        ending += strspn(ending, " ");
    }
    return length;
}

// Snowball's German leaves some forms apart: Lehrerin, Nachbarinnen; Verkehrsmitteln.
static size_t without_ending(const char *word, size_t length)
{
    if (length > 6 && memcmp(word + length - 3, "eln", 3) == 0)
        return length - 1;
    if (length > 8 && memcmp(word + length - 5, "innen", 5) == 0)
        return length - 5;
    if (length > 7 && memcmp(word + length - 4, "erin", 4) == 0)
        return length - 2;
    return length;
}

// Stems again until nothing changes: one pass takes "Kurse" to "kurs" and "Kurs" to "kur".
static void append_stable(struct sb_stemmer *stemmer, GString *out, const char *word, size_t length)
{
    enum { PASSES = 3 };
    gsize start = out->len;
    g_string_append_len(out, word, (gssize)length);
    for (int pass = 0; pass < PASSES; pass++) {
        gsize before = out->len - start;
        const sb_symbol *stem =
            sb_stemmer_stem(stemmer, (const sb_symbol *)out->str + start, (int)before);
        gsize n = (gsize)sb_stemmer_length(stemmer);
        if (n == before && memcmp(stem, out->str + start, n) == 0)
            break;
        g_string_truncate(out, start);
        g_string_append_len(out, (const char *)stem, (gssize)n);
    }
}

void stem_append(struct stems *stems, GString *out, const char *word, size_t length,
                 const char *lang)
{
    for (size_t i = 0; i < G_N_ELEMENTS(snowball); i++) {
        if (strcmp(snowball[i].lang, lang) != 0)
            continue;
        if (stems->stemmers[i] == NULL)
            stems->stemmers[i] = sb_stemmer_new(snowball[i].algorithm, "UTF_8");
        if (stems->stemmers[i] == NULL || length > 200)
            break;
        if (strcmp(lang, "de") == 0)
            length = without_ending(word, length);
        append_stable(stems->stemmers[i], out, word, length);
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(light); i++)
        for (size_t pass = 0; strcmp(light[i].lang, lang) == 0 && pass < light[i].passes; pass++)
            length = light_length(i, word, length);
    g_string_append_len(out, word, (gssize)length);
}

size_t stem_clitic(const char *word, size_t length, const char *lang)
{
    static const char *const arabic[] = {"وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال",
                                         "وب",   "ول",  "و",   "ب",   "ل",   "ف",   "ك"};
    static const char *const tigrinya[] = {"ብዘይ", "እንተ", "ን", "ብ", "ከ", "ዝ", "ናይ", "እና", "ም"};
    const char *const *particles = arabic;
    size_t n = G_N_ELEMENTS(arabic);
    if (strcmp(lang, "ti") == 0) {
        particles = tigrinya;
        n = G_N_ELEMENTS(tigrinya);
    } else if (strcmp(lang, "ar") != 0) {
        return 0;
    }
    for (size_t i = 0; i < n; i++)
        if (g_str_has_prefix(word, particles[i]) &&
            g_utf8_strlen(word + strlen(particles[i]), (gssize)(length - strlen(particles[i]))) >=
                3)
            return strlen(particles[i]);
    return 0;
}

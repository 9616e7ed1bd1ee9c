// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Hyphenation by Liang's algorithm (1983, "Word Hy-phen-a-tion by Com-put-er") with the pattern
// files of libhyphen, which the system brings, one a language. The library itself takes three
// seconds to load the 78,000 German patterns; this table takes some thousandths.
//
// A pattern is letters with digits between them. At each place in ".word." the longest beginning of
// any pattern that ends there counts; if it is a whole pattern, its digits are laid upon the word,
// and the greatest stay. An odd one means that the word may be divided there (the files are written
// for this reading, where a longer pattern hides the shorter ones that end with it):
//
//      .  f  o  r  t  s  c  h  r  i  t  t  .
//         f  o  r  t 1 s  c  h  r  i  t  t       counts
//            o  r  t  s 1                        hidden by "forts", which begins the one above
#include "draw/paragraph.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"

static const char FOLDER[] = "/usr/share/hyphen";

// Letters that stay together at the start and end of a word, and the least a word must have.
enum { LEFT = 3, RIGHT = 3, SHORTEST = 7 };

// All beginnings of patterns as a tree of letters. Node 0 is the root.
struct node {
    guint32 child, next; // first child, next sibling; 0: none
    guint32 pattern;     // where in the file the pattern that ends here starts, 0: none
    char letter;
};

struct level {
    const char *text; // the file
    GArray *nodes;    // of struct node; NULL: no patterns
};

struct dictionary {
    char *text;     // the file
    char *encoding; // its first line
    bool utf8;
    struct level compounds; // divides compounds into words
    struct level words;     // divides those
    GHashTable *softened;   // word -> with soft hyphens; all asked for: a poster is composed often
};

struct hyphens {
    GHashTable *dictionaries; // language as asked -> struct dictionary, or NULL when there is none
};

static void dictionary_free(gpointer data)
{
    struct dictionary *dictionary = data;
    if (dictionary == NULL)
        return;
    g_free(dictionary->text);
    g_free(dictionary->encoding);
    g_hash_table_destroy(dictionary->softened);
    if (dictionary->compounds.nodes != NULL)
        g_array_free(dictionary->compounds.nodes, TRUE);
    if (dictionary->words.nodes != NULL)
        g_array_free(dictionary->words.nodes, TRUE);
    g_free(dictionary);
}

struct hyphens *hyphens_new(void)
{
    struct hyphens *hyphens = g_new(struct hyphens, 1);
    hyphens->dictionaries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, dictionary_free);
    return hyphens;
}

void hyphens_free(struct hyphens *hyphens)
{
    if (hyphens == NULL)
        return;
    g_hash_table_destroy(hyphens->dictionaries);
    g_free(hyphens);
}

// Patterns end at a control character or, when they change the spelling, at '/'.
static bool in_pattern(char c)
{
    return (unsigned char)c > ' ' && c != '/';
}

static struct node *node_at(const struct level *level, guint32 i)
{
    return &g_array_index(level->nodes, struct node, i);
}

// The child of `node` with `letter`, or 0.
static guint32 find_child(const struct level *level, guint32 node, char letter)
{
    guint32 child = node_at(level, node)->child;
    while (child != 0 && node_at(level, child)->letter != letter)
        child = node_at(level, child)->next;
    return child;
}

// Adds the pattern at byte `at` of the file.
static void add_pattern(struct level *level, guint32 at)
{
    guint32 node = 0;
    const char *c = level->text + at;
    for (; in_pattern(*c); c++) {
        if (g_ascii_isdigit(*c))
            continue;
        guint32 child = find_child(level, node, *c);
        if (child == 0) {
            // New children come first: in a sorted file they are the ones looked for next.
            child = level->nodes->len;
            const struct node fresh = {.letter = *c, .next = node_at(level, node)->child};
            g_array_append_val(level->nodes, fresh);
            node_at(level, node)->child = child;
        }
        node = child;
    }
    if (*c != '/')
        node_at(level, node)->pattern = at;
}

// Loads the patterns on the lines of `text` from `from` to `to`.
static void load_level(struct level *level, const char *text, size_t from, size_t to)
{
    level->text = text;
    level->nodes = g_array_sized_new(FALSE, FALSE, sizeof(struct node), (guint)(to - from) / 4 + 1);
    const struct node root = {0};
    g_array_append_val(level->nodes, root);
    while (from < to) {
        const char *line = text + from;
        bool keyword = g_ascii_isupper(line[0]) && g_ascii_isupper(line[1]);
        if (in_pattern(*line) && *line != '%' && *line != '#' && !keyword)
            add_pattern(level, (guint32)from);
        const char *end = memchr(line, '\n', to - from); // not the whole rest, as strcspn may read
        from = end != NULL ? (size_t)(end - text) + 1 : to;
    }
}

static struct dictionary *load_dictionary(const char *path)
{
    size_t size;
    char *text = file_read(path, &size, NULL);
    if (text == NULL || strlen(text) != size || size > G_MAXINT32) {
        g_free(text);
        return NULL;
    }
    struct dictionary *dictionary = g_new0(struct dictionary, 1);
    dictionary->softened = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    dictionary->text = text;
    dictionary->encoding = g_strndup(text, strcspn(text, "\r\n"));
    dictionary->utf8 = g_ascii_strcasecmp(dictionary->encoding, "UTF-8") == 0;
    size_t first = MIN(strcspn(text, "\n") + 1, size);
    const char *next_level = strstr(text, "\nNEXTLEVEL");
    if (next_level != NULL) {
        size_t border = (size_t)(next_level - text) + 1;
        load_level(&dictionary->compounds, text, first, border);
        first = border;
    }
    load_level(&dictionary->words, text, first, size);
    return dictionary;
}

// Dictionaries are named by language and region: hyph_de_AT.dic, hyph_en_US.dic, hyph_fr.dic.
static struct dictionary *open_dictionary(const char *lang)
{
    size_t n = strcspn(lang, "-_");
    char *language = g_ascii_strdown(lang, (gssize)n);
    char *region = g_ascii_strup(lang[n] != '\0' ? lang + n + 1 : language, -1);
    if (strcmp(language, "en") == 0 && lang[n] == '\0') {
        g_free(region);
        region = g_strdup("US");
    }
    char *paths[] = {
        g_strdup_printf("%s/hyph_%s_%s.dic", FOLDER, language, region),
        g_strdup_printf("%s/hyph_%s.dic", FOLDER, language),
    };
    struct dictionary *dictionary = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        if (dictionary == NULL && g_file_test(paths[i], G_FILE_TEST_IS_REGULAR))
            dictionary = load_dictionary(paths[i]);
        g_free(paths[i]);
    }
    g_free(language);
    g_free(region);
    return dictionary;
}

static struct dictionary *dictionary_of(struct hyphens *hyphens, const char *lang)
{
    gpointer dictionary;
    if (g_hash_table_lookup_extended(hyphens->dictionaries, lang, NULL, &dictionary))
        return dictionary;
    dictionary = open_dictionary(lang);
    g_hash_table_insert(hyphens->dictionaries, g_strdup(lang), dictionary);
    return dictionary;
}

// `word` in small letters, one for one, in the dictionary's encoding; NULL when it cannot be
// written so. g_free it.
static char *encode_word(const struct dictionary *dictionary, const char *word, size_t n)
{
    GString *small = g_string_new(NULL);
    for (const char *c = word; c < word + n; c = g_utf8_next_char(c))
        g_string_append_unichar(small, g_unichar_tolower(g_utf8_get_char(c)));
    char *utf8 = g_string_free(small, FALSE);
    if (dictionary->utf8)
        return utf8;
    char *encoded = g_convert(utf8, -1, dictionary->encoding, "UTF-8", NULL, NULL, NULL);
    g_free(utf8);
    return encoded;
}

// Raises the marks before each letter of `pattern` and behind its last to its digits.
static void apply_pattern(const char *pattern, char *marks)
{
    for (const char *c = pattern; in_pattern(*c); c++) {
        if (g_ascii_isdigit(*c))
            *marks = MAX(*marks, *c);
        else
            marks++;
    }
}

// The marks of `word` (n bytes): an odd digit at i means a division before byte i. g_free them.
static char *mark_word(const struct level *level, const char *word, size_t n)
{
    char *letters = g_strdup_printf(".%.*s.", (int)n, word);
    size_t length = n + 2;
    char *marks = g_malloc0(length + 1);
    bool *taken = g_new0(bool, length); // something longer ends at this letter
    for (size_t start = 0; start < length && level->nodes != NULL; start++) {
        guint32 node = 0;
        for (size_t i = start; i < length; i++) {
            node = find_child(level, node, letters[i]);
            if (node == 0)
                break;
            if (!taken[i] && node_at(level, node)->pattern != 0)
                apply_pattern(level->text + node_at(level, node)->pattern, marks + start);
            taken[i] = true;
        }
    }
    g_free(taken);
    g_free(letters);
    memmove(marks, marks + 1, n);
    return marks;
}

static int count_letters(const struct dictionary *dictionary, const char *from, const char *to)
{
    int n = 0;
    for (; from < to; from++)
        n += !dictionary->utf8 || (*from & 0xC0) != 0x80;
    return n;
}

// Sets divisions[i] where the part of `word` from `from` to `to` may be divided before byte i, at
// least LEFT and RIGHT letters from its ends. The parts of a compound are divided further.
static void divide(const struct dictionary *dictionary, const struct level *level, const char *word,
                   size_t from, size_t to, bool *divisions)
{
    char *marks = mark_word(level, word + from, to - from);
    size_t part = from;
    for (size_t i = from + 1; i <= to; i++) {
        if (i < to && (marks[i - from] & 1) == 0)
            continue;
        if (i < to && count_letters(dictionary, word + from, word + i) >= LEFT &&
            count_letters(dictionary, word + i, word + to) >= RIGHT)
            divisions[i] = true;
        if (level == &dictionary->compounds)
            divide(dictionary, &dictionary->words, word, part, i, divisions);
        part = i;
    }
    g_free(marks);
}

// `word` (n bytes, letters only) with soft hyphens; g_free it.
static char *divided_word(const struct dictionary *dictionary, const char *word, size_t n)
{
    char *letters = encode_word(dictionary, word, n);
    if (letters == NULL)
        return g_strndup(word, n);
    GString *soft = g_string_new(NULL);
    size_t length = strlen(letters);
    bool *divisions = g_new0(bool, length + 1);
    divide(dictionary, &dictionary->compounds, letters, 0, length, divisions);
    const char *letter = letters;
    for (const char *c = word; c < word + n;) {
        if (divisions[letter - letters])
            g_string_append(soft, "\u00ad");
        const char *next = g_utf8_next_char(c);
        g_string_append_len(soft, c, next - c);
        c = next;
        letter = dictionary->utf8 ? g_utf8_next_char(letter) : letter + 1;
    }
    g_free(divisions);
    g_free(letters);
    return g_string_free(soft, FALSE);
}

// Appends `word` (n bytes, letters only) to `soft` with soft hyphens.
static void soften_word(const struct dictionary *dictionary, const char *word, size_t n,
                        GString *soft)
{
    if (g_utf8_strlen(word, (gssize)n) < SHORTEST) {
        g_string_append_len(soft, word, (gssize)n);
        return;
    }
    char *key = g_strndup(word, n);
    const char *divided = g_hash_table_lookup(dictionary->softened, key);
    if (divided != NULL) {
        g_free(key);
    } else {
        char *made = divided_word(dictionary, word, n);
        g_hash_table_insert(dictionary->softened, key, made);
        divided = made;
    }
    g_string_append(soft, divided);
}

const char *hyphens_soften(struct hyphens *hyphens, const char *text, const char *lang,
                           struct arena *arena)
{
    const struct dictionary *dictionary = lang != NULL && *lang != '\0' ? dictionary_of(hyphens, lang) : NULL;
    if (dictionary == NULL)
        return arena_strdup(arena, text);
    GString *soft = g_string_new(NULL);
    for (const char *c = text; *c != '\0';) {
        const char *end = c;
        while (*end != '\0' && g_unichar_isalpha(g_utf8_get_char(end)))
            end = g_utf8_next_char(end);
        // Who wrote soft hyphens into a word knows better.
        bool divided = strncmp(end, "\u00ad", 2) == 0 ||
                       (c - text >= 2 && strncmp(c - 2, "\u00ad", 2) == 0);
        if (end > c && !divided)
            soften_word(dictionary, c, (size_t)(end - c), soft);
        else if (end > c)
            g_string_append_len(soft, c, end - c);
        for (c = end; *c != '\0' && !g_unichar_isalpha(g_utf8_get_char(c));) {
            const char *next = g_utf8_next_char(c);
            g_string_append_len(soft, c, next - c);
            c = next;
        }
    }
    const char *copy = arena_strndup(arena, soft->str, soft->len);
    g_string_free(soft, TRUE);
    return copy;
}

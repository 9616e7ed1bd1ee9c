// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/random.h"
#include "base/world.h"
#include "store/import.h"
#include "store/store.h"

const struct picture pictures[] = {
    {"sample", 0, 0, "sample", "a1", false},
    {"sample, upright", 0, 0, "sample", "a1", true},
    {"sample, A4", 0, 0, "sample", "a4", false},
    {"sample, A0", 0, 0, "sample", "a0", false},
    {"6 cards", 6, 3, NULL, "a1", false},
    {"12 cards", 12, 4, NULL, "a1", false},
    {"45 cards", 45, 6, NULL, "a1", false},
    {"45 cards, upright", 45, 6, NULL, "a1", true},
    {"120 cards", 120, 6, NULL, "a1", false},
    {"200 cards", 200, 8, NULL, "a1", false},
    {"400 cards, A0", 400, 8, NULL, "a0", false},
    {"real ideas", 0, 0, "corpus", "a1", false},
    {"Arabic alone", 0, 0, "arabic", "a1", false},
    {"2 tables", 24, 2, NULL, "a1", false},
    {"12 tables", 60, 12, NULL, "a1", false},
};
const size_t pictures_n = G_N_ELEMENTS(pictures);

static const char arabic[] = //
    "# ورشة المستقبل للاندماج\nSprache: ar\nDatum: 2026-03-14\nOrt: دار البلدية\n"
    "Gruppen: لجنة الحي (الوسط), مكتب الشباب, مجلس الاندماج\n"
    "## تعلم اللغة\n- دورة لغة للأمهات مع رعاية الأطفال (7)\n- مقهى اللغة كل أربعاء (5)\n"
    "- كلمات وصور للطبيب والسوق (2)\n- كتب سهلة في مكتبة الحي (1)\n"
    "## الحي\n- خريطة الحي بلغات كثيرة (6)\n- حديقة للجميع (3)\n- عيد للجيران كل صيف (2)\n"
    "- ملعب مفتوح يوم الجمعة (1)\n"
    "## العمل\n- تدريب قصير في ورشات الحي (8)\n- مساعدة في الاعتراف بالشهادات (5)\n"
    "- مرافق في المكاتب الحكومية (4)\n- رعاية الأطفال أثناء العمل (1)\n"
    "## الجيران\n- عائلات ترافق العائلات الجديدة (6)\n- نطبخ معا كل شهر (4)\n- مساعدة عند الانتقال (2)\n"
    "## Kernpunkte\n- نعرف من يفعل ماذا\n- نلتقي بانتظام\n"
    "## Vereinbarungen\n- مكتب الشباب: قائمة بجهات الاتصال, bis 2026-04-30\n"
    "- لجنة الحي: تدعو الجميع, bis 2026-05-15\n"
    "## Treffen\n- 2026-09-22 17:00 اللقاء القادم, دار البلدية\n";

static void die(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(1);
}

// The German cards of the measuring set, then the others.
static void read_cards(struct pictures *open, const char *path)
{
    struct err err = {0};
    char *text = file_read(path, NULL, &err);
    if (text == NULL)
        die(err.text);
    char **lines = g_strsplit(text, "\n", -1);
    GPtrArray *german = g_ptr_array_new(), *other = g_ptr_array_new();
    for (char **line = lines; *line != NULL; line++) {
        char **field = g_strsplit(*line, "\t", -1);
        bool is_card = g_strv_length(field) >= 4 &&
                       (g_str_equal(field[0], "build") || g_str_equal(field[0], "measure"));
        if (is_card)
            g_ptr_array_add(g_str_equal(field[1], "de") ? german : other,
                            g_strdup_printf("[%s] %s", field[1], field[2]));
        g_strfreev(field);
    }
    open->german = german->len;
    open->cards_n = german->len + other->len;
    g_ptr_array_extend_and_steal(german, other);
    g_ptr_array_add(german, NULL);
    open->cards = (char **)g_ptr_array_free(german, FALSE);
    g_strfreev(lines);
    g_free(text);
}

void pictures_open(struct pictures *open, const char *source_root)
{
    struct err err = {0};
    char *sample = g_build_filename(source_root, "sessions/magdeburg-2016.md", NULL);
    char *cards = g_build_filename(source_root, "tests/words/measure.tsv", NULL);
    *open = (struct pictures){
        .sample = file_read(sample, NULL, &err),
        .press = press_open(&err),
        .folder = g_dir_make_tmp("erntebild-measure-XXXXXX", NULL),
    };
    if (open->sample == NULL || open->press == NULL || open->folder == NULL)
        die(err.text);
    read_cards(open, cards);
    const char *corpus = g_getenv("ERNTEBILD_CORPUS");
    open->corpus = corpus != NULL ? g_strdup(corpus)
                                  : g_build_filename(source_root, "../shared/corpus", NULL);
    if (!g_file_test(open->corpus, G_FILE_TEST_IS_DIR))
        g_clear_pointer(&open->corpus, g_free);
    g_free(sample);
    g_free(cards);
}

void pictures_close(struct pictures *open)
{
    press_close(open->press);
    g_rmdir(open->folder);
    g_free(open->folder);
    g_free(open->sample);
    g_free(open->corpus);
    g_strfreev(open->cards);
}

// ---- workshops as a scribe would type them -----------------------------------------------------

// Three cards of four in German as long as there are any; votes fall off as they do (Pareto).
static char *invent(const struct pictures *open, int cards, int tables)
{
    static const char *const themes[] = {
        "Sprache lernen",  "Wohnen",          "Arbeit & Ausbildung", "Gesundheit",
        "Nachbarschaft",   "Kinder & Schule", "Mobilität",           "Kultur & Sport",
        "Ämter verstehen", "Grün & Klima",    "Sicherheit",          "Ehrenamt"};
    struct random random = random_of(arabic);
    GString *text = g_string_new("# Zukunftswerkstatt Nachbarschaft\nDatum: 2026-03-14\n"
                                 "Ort: Rathaus, Großer Saal\nVeranstalter: Stadt und Quartiersbüro\n"
                                 "Frage: Wie wollen wir hier in zehn Jahren leben?\nSprache: de\n"
                                 "Gruppen: Bürgerverein Nord (Nord), Bürgerverein Süd (Süd), "
                                 "Jugendamt, Stadtbibliothek\n");
    size_t german = 0, other = open->german;
    for (int t = 0; t < tables; t++) {
        g_string_append_printf(text, "## %s\n", themes[t]);
        int n = cards / tables + (t < cards % tables ? 1 : 0);
        for (int i = 0; i < n; i++) {
            bool is_german = random_unit(&random) < 0.75;
            size_t at = is_german && german < open->german ? german++
                        : other < open->cards_n            ? other++
                                                           : german++ % open->german;
            double votes = pow(1 - random_unit(&random), -0.9) - 0.5;
            g_string_append_printf(text, "- %s (%d)\n", open->cards[at], (int)fmin(votes, 14));
        }
    }
    g_string_append_printf(
        text,
        "## Kernpunkte\n- Ressourcen besser vernetzen (aus 1)\n- Wissen, wer was macht\n"
        "## Vereinbarungen\n- Jugendamt: Liste der Ansprechpartner, bis 2026-04-30\n"
        "- Bürgerverein Nord: lädt alle Nachbarn ein, bis 2026-05-15, mit Stadtbibliothek\n"
        "## Treffen\n- 2026-09-22 17:00 Nächstes Treffen, Rathaus\n%s",
        tables > 2 ? "## Zusammenhänge\n- 1 – 2: gehört zusammen\n- 1 – 3: ein Weg\n" : "");
    return g_string_free(text, FALSE);
}

// After the last card of table `more`.
static char *add_card(char *text, int more)
{
    char *at = text;
    for (int i = 0; at != NULL && i <= more; i++) {
        at = strstr(at, "\n## ");
        if (at != NULL)
            at++;
    }
    bool is_table = at != NULL && !g_str_has_prefix(at, "## Kernpunkte");
    char *end = is_table ? strstr(at, "\n## ") : NULL;
    char *result = end == NULL ? NULL
                               : g_strdup_printf("%.*s\n- [de] Ein Briefkasten für Ideen am Rathaus (1)%s",
                                                 (int)(end - text), text, end);
    g_free(text);
    return result;
}

// ---- printing -----------------------------------------------------------------------------------

static int64_t now(void *context)
{
    (void)context;
    return INT64_C(1773500400000); // 14 March 2026
}

static uint64_t next_random(void *context)
{
    return random_next(context);
}

static bool fill(struct pictures *open, const struct picture *picture, int more,
                 struct store *store, struct err *err)
{
    struct import_result result;
    if (picture->source != NULL && g_str_equal(picture->source, "corpus")) {
        static const char *const files[] = {"klimarat-wohnen.csv"};
        bool ok = open->corpus != NULL && more < 0;
        for (size_t i = 0; ok && i < G_N_ELEMENTS(files); i++) {
            char *path = g_build_filename(open->corpus, files[i], NULL);
            ok = store_import(store, path, &result, err);
            g_free(path);
        }
        return ok;
    }
    char *text = NULL;
    if (picture->source == NULL)
        text = invent(open, picture->cards, picture->tables);
    else if (g_str_equal(picture->source, "sample"))
        text = g_strdup(open->sample);
    else if (g_str_equal(picture->source, "arabic"))
        text = g_strdup(arabic);
    else
        text = file_read(picture->source, NULL, err);
    if (more >= 0 && text != NULL)
        text = add_card(text, more);
    bool ok = text != NULL &&
              store_import_text(store, "picture.md", text, strlen(text), &result, err);
    g_free(text);
    return ok;
}

struct print *pictures_print(struct pictures *open, const struct picture *picture,
                             const char *style, int more)
{
    struct err err = {0};
    struct random random = random_of(picture->name);
    const struct world world = {now, next_random, &random, 1};
    char *path = g_build_filename(open->folder, "picture.erntebild", NULL);
    struct poster_options options = {.style = style};
    if (!poster_page_size(picture->paper, picture->portrait, &options.w_mm, &options.h_mm, &err))
        die(err.text);
    struct store *store = store_open(path, STORE_MAKE, world, &err);
    if (store == NULL)
        die(err.text);
    struct print *print = NULL;
    if (fill(open, picture, more, store, &err))
        print = press_print(open->press, store, store_find_workshop(store, NULL), &options, &err);
    if (err.code != ERR_NONE)
        die(err.text);
    store_close(store);
    g_unlink(path);
    g_free(path);
    return print;
}

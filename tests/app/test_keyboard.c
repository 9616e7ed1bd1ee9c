// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keyboards: every letter of every participant's language can be typed, keys are large enough and
// away from the edge of the glass.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "app/keyboard_parts.h"
#include "app/layout.h"

// Small letters of the alphabets, as the languages' own schools count them.
static const struct {
    const char *lang, *letters;
} alphabets[] = {
    {"de", "abcdefghijklmnopqrstuvwxyzäöüß"},
    {"en", "abcdefghijklmnopqrstuvwxyz"},
    {"ar", "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى"},
    {"fa", "اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءئؤأ"},
    {"ku", "abcçdeêfghiîjklmnopqrsştuûvwxyz"},
    {"ckb", "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ"},
    {"uk", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ"},
    {"ru", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"},
    {"tr", "abcçdefgğhıijklmnoöprsştuüvyzâîû"},
    {"fr", "abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ"},
    {"es", "abcdefghijklmnñopqrstuvwxyzáéíóúü"},
    {"ro", "aăâbcdefghiîjklmnopqrsștțuvwxyz"},
    {"pl", "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"},
    {"bg", "абвгдежзийклмнопрстуфхцчшщъьюяѝ"},
    {"vi",
     "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"},
    {"ti", "ሀሁሂሃሄህሆለሉሊላሌልሎሏሐሑሒሓሔሕሖመሙሚማሜምሞሟሰሱሲሳሴስሶሷረሩሪራሬርሮሯሸሹሺሻሼሽሾሿቀቁቂቃቄቅቆቈቊቋቌቍቐቑቒቓቔቕቖቘቚቛቜቝ"
           "በቡቢባቤብቦቧተቱቲታቴትቶቷቸቹቺቻቼችቾቿነኑኒናኔንኖኗኘኙኚኛኜኝኞኟአኡኢኣኤእኦከኩኪካኬክኮኰኲኳኴኵኸኹኺኻኼኽኾዀዂዃዄዅወዉዊዋዌውዎ"
           "ዐዑዒዓዔዕዖዘዙዚዛዜዝዞዟዠዡዢዣዤዥዦዧየዩዪያዬይዮደዱዲዳዴድዶዷጀጁጂጃጄጅጆጇገጉጊጋጌግጎጐጒጓጔጕጠጡጢጣጤጥጦጧጨጩጪጫጬጭጮጯ"
           "ጸጹጺጻጼጽጾጿፀፁፂፃፄፅፆፈፉፊፋፌፍፎፏፐፑፒፓፔፕፖፗቨቩቪቫቬቭቮቯ"},
    {"am",
     "ሀሁሂሃሄህሆለሉሊላሌልሎሏመሙሚማሜምሞሟሠሡሢሣሤሥሦሧረሩሪራሬርሮሯሰሱሲሳሴስሶሷሸሹሺሻሼሽሾሿቀቁቂቃቄቅቆቈቋቍበቡቢባቤብቦቧተቱቲታቴትቶቷቸቹቺቻቼችቾቿ"
     "ኀኁኂኃኄኅኆኈኋነኑኒናኔንኖኗኘኙኚኛኜኝኞኟአኡኢኣኤእኦኧከኩኪካኬክኮኰኳኸኹኺኻኼኽኾወዉዊዋዌውዎዐዑዒዓዔዕዖዘዙዚዛዜዝዞዟዠዡዢዣዤዥዦዧ"
     "የዩዪያዬይዮደዱዲዳዴድዶዷጀጁጂጃጄጅጆጇገጉጊጋጌግጎጐጓጠጡጢጣጤጥጦጧጨጩጪጫጬጭጮጯጰጱጲጳጴጵጶጷጸጹጺጻጼጽጾጿፀፁፂፃፄፅፆፈፉፊፋፌፍፎፏፐፑፒፓፔፕፖፗቨቩቪቫቬቭ"
     "ቮ"},
};

static bool shows(void *context, const char *text)
{
    (void)context, (void)text;
    return true;
}

static bool lists(const char *list, const char *letter)
{
    char **all = list != NULL ? g_strsplit(list, " ", -1) : NULL;
    bool found = all != NULL && g_strv_contains((const char *const *)all, letter);
    g_strfreev(all);
    return found;
}

// By a tap, a long press, or what opens after either.
static bool can_type(const struct keyboard_layout *layout, const char *letter)
{
    for (int row = 0; row < KEYBOARD_ROWS; row++) {
        const struct cap *caps = layout->pages[PAGE_LETTERS][row];
        for (int i = 0; caps[i].plain != NULL; i++) {
            if (caps[i].act != CAP_TEXT)
                continue;
            if (strcmp(caps[i].plain, letter) == 0 || lists(caps[i].more, letter))
                return true;
            char *signs =
                g_strdup_printf("%s %s", caps[i].plain, caps[i].more != NULL ? caps[i].more : "");
            char **all = g_strsplit(g_strstrip(signs), " ", -1);
            bool found = false;
            for (int k = 0; all[k] != NULL && !found; k++) {
                char *orders = layout_orders(all[k], layout->lang);
                found = lists(orders, letter);
                g_free(orders);
            }
            g_strfreev(all);
            g_free(signs);
            if (found)
                return true;
        }
    }
    return false;
}

static void every_letter_can_be_typed(void **state)
{
    struct layouts *layouts = layouts_new(shows, NULL);
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(alphabets); i++) {
        const struct keyboard_layout *layout = layouts_find(layouts, alphabets[i].lang);
        assert_non_null(layout);
        for (const char *c = alphabets[i].letters; *c != '\0'; c = g_utf8_next_char(c)) {
            char letter[8] = "";
            letter[g_unichar_to_utf8(g_utf8_get_char(c), letter)] = '\0';
            if (!can_type(layout, letter))
                fail_msg("%s: no way to type %s", layout->lang, letter);
        }
    }
    layouts_free(layouts);
}

static double columns_of(const struct cap *caps)
{
    double all = 0;
    for (int i = 0; caps[i].plain != NULL; i++)
        all += caps[i].columns > 0 ? caps[i].columns : 1;
    return all;
}

// Every language that is installed: twelve columns, delete, space, no key twice, no strip too long.
static void every_layout_fits(void **state)
{
    struct layouts *layouts = layouts_new(shows, NULL);
    size_t n, built = 0;
    const struct layout_language *all = layouts_languages(layouts, &n);
    (void)state;
    assert_true(n >= G_N_ELEMENTS(alphabets) + 40);
    for (size_t i = 0; i < n; i++) {
        const struct keyboard_layout *layout = layouts_find(layouts, all[i].lang);
        if (layout == NULL)
            continue;
        built++;
        for (int page = 0; page < PAGES; page++) {
            GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
            for (int row = 0; row < KEYBOARD_ROWS; row++) {
                const struct cap *caps = layout->pages[page][row];
                if (columns_of(caps) > KEYBOARD_COLUMNS || columns_of(caps) < 1)
                    fail_msg("%s: row %d has %g columns", all[i].lang, row, columns_of(caps));
                for (int k = 0; caps[k].plain != NULL; k++) {
                    if (!g_hash_table_add(seen, g_strdup(caps[k].plain)))
                        fail_msg("%s: %s has two keys", all[i].lang, caps[k].plain);
                    if (caps[k].more != NULL) {
                        char **signs = g_strsplit(caps[k].more, " ", -1);
                        assert_true(g_strv_length(signs) < PRESS_SIGNS);
                        g_strfreev(signs);
                    }
                }
            }
            assert_true(g_hash_table_contains(seen, "backspace"));
            assert_true(g_hash_table_contains(seen, "space"));
            assert_true(g_hash_table_contains(seen, "language"));
            GList *keys = g_hash_table_get_keys(seen);
            g_list_free_full(keys, g_free);
            g_hash_table_destroy(seen);
        }
    }
    assert_true(built >= n - 3);
    layouts_free(layouts);
}

// Keys of 15 mm at least, 5 mm or more from the edge, for every pitch a seat may have.
static void keys_are_large_enough(void **state)
{
    static const double pitches[] = {KEYBOARD_PITCH_LEAST, KEYBOARD_PITCH_SMALL, KEYBOARD_PITCH};
    struct layouts *layouts = layouts_new(shows, NULL);
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(alphabets); i++) {
        struct keyboard keyboard;
        keyboard_init(&keyboard, layouts, 1, NULL, NULL);
        assert_true(keyboard_set_lang(&keyboard, alphabets[i].lang));
        for (size_t p = 0; p < G_N_ELEMENTS(pitches); p++) {
            keyboard_place(&keyboard, 7, 7, pitches[p], 600);
            for (int row = 0; row < KEYBOARD_ROWS; row++) {
                for (int k = 0; keyboard_cap(&keyboard, row, k) != NULL; k++) {
                    struct box box = keyboard_cap_box(&keyboard, row, k);
                    assert_true(box.w >= 15 - 0.01 && box.h >= 15 - 0.01);
                    assert_true(box.x >= 7 && box.y >= 7);
                    assert_true(box.x + box.w <= 7 + KEYBOARD_COLUMNS * pitches[p]);
                }
            }
        }
        keyboard_clear(&keyboard);
    }
    layouts_free(layouts);
}

static const char *row_text(const struct keyboard_layout *layout, int row)
{
    static char text[256];
    *text = '\0';
    const struct cap *caps = layout->pages[PAGE_LETTERS][row];
    for (int i = 0; caps[i].plain != NULL; i++) {
        if (i > 0)
            g_strlcat(text, " ", sizeof text);
        g_strlcat(text, caps[i].plain, sizeof text);
    }
    return text;
}

// Keys stand where people know them, and where they stood yesterday.
static void letters_stand_where_people_know_them(void **state)
{
    static const struct {
        const char *lang, *rows[3];
    } known[] = {
        {"de",
         {"q w e r t z u i o p ü backspace", "a s d f g h j k l ö ä return",
          "shift y x c v b n m ß , . ?"}},
        {"tr",
         {"q w e r t y u ı o p ğ ü", "a s d f g h j k l ş i ,",
          "shift z x c v b n m ö ç . backspace"}},
        {"uk",
         {"й ц у к е н г ш щ з х ї", "ф і в а п р о л д ж є ґ",
          "shift я ч с м и т ь б ю ʼ backspace"}},
        {"ar",
         {"ض ص ث ق ف غ ع ه خ ح ج د", "ش س ي ب ل ا ت ن م ك ط ذ", "ئ ء ؤ ر لا ى ة و ز ظ backspace"}},
        {"ti",
         {"ሀ ለ ሐ መ ሰ ረ ሸ ቀ ቐ በ ተ ቸ", "ነ ኘ አ ከ ኸ ወ ዐ ዘ ዠ የ ደ ጀ", "ገ ጠ ጨ ጸ ፀ ፈ ፐ ቨ ፣ ። backspace"}},
    };
    struct layouts *layouts = layouts_new(shows, NULL);
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        for (int row = 0; row < 3; row++)
            assert_string_equal(row_text(layouts_find(layouts, known[i].lang), row),
                                known[i].rows[row]);
    }
    assert_null(layouts_find(layouts, "tlh"));
    layouts_free(layouts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_letter_can_be_typed),
        cmocka_unit_test(every_layout_fits),
        cmocka_unit_test(keys_are_large_enough),
        cmocka_unit_test(letters_stand_where_people_know_them),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

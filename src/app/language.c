// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <glib.h>
#include <string.h>

const char *language_name(const char *lang)
{
    // clang-format off
    static const struct {
        const char *lang, *name;
    } names[] = {
        {"af", "Afrikaans"}, {"am", "አማርኛ"}, {"ar", "العربية"}, {"az", "Azərbaycanca"},
        {"be", "Беларуская"}, {"bg", "Български"}, {"bm", "Bamanankan"}, {"bn", "বাংলা"},
        {"br", "Brezhoneg"}, {"bs", "Bosanski"}, {"ca", "Català"}, {"ckb", "کوردی"},
        {"cs", "Čeština"}, {"cy", "Cymraeg"}, {"da", "Dansk"}, {"de", "Deutsch"},
        {"el", "Ελληνικά"}, {"en", "English"}, {"eo", "Esperanto"}, {"es", "Español"},
        {"et", "Eesti"}, {"eu", "Euskara"}, {"fa", "فارسی"}, {"fi", "Suomi"}, {"fo", "Føroyskt"},
        {"fr", "Français"}, {"ga", "Gaeilge"}, {"gd", "Gàidhlig"}, {"gl", "Galego"},
        {"gu", "ગુજરાતી"}, {"ha", "Hausa"}, {"he", "עברית"}, {"hi", "हिन्दी"}, {"hr", "Hrvatski"},
        {"hu", "Magyar"}, {"hy", "Հայերեն"}, {"id", "Indonesia"}, {"ig", "Igbo"},
        {"is", "Íslenska"}, {"it", "Italiano"}, {"ja", "日本語"}, {"ka", "ქართული"},
        {"kk", "Қазақша"}, {"km", "ខ្មែរ"}, {"kn", "ಕನ್ನಡ"}, {"ko", "한국어"}, {"ku", "Kurdî"},
        {"ky", "Кыргызча"}, {"lo", "ລາວ"}, {"lt", "Lietuvių"}, {"lv", "Latviešu"},
        {"mi", "Māori"}, {"mk", "Македонски"}, {"ml", "മലയാളം"}, {"mn", "Монгол"},
        {"mr", "मराठी"}, {"ms", "Melayu"}, {"mt", "Malti"}, {"my", "မြန်မာ"}, {"ne", "नेपाली"},
        {"nl", "Nederlands"}, {"no", "Norsk"}, {"pa", "ਪੰਜਾਬੀ"}, {"pl", "Polski"}, {"ps", "پښتو"},
        {"pt", "Português"}, {"ro", "Română"}, {"ru", "Русский"}, {"si", "සිංහල"},
        {"sk", "Slovenčina"}, {"sl", "Slovenščina"}, {"so", "Soomaali"}, {"sq", "Shqip"},
        {"sr", "Српски"}, {"sv", "Svenska"}, {"sw", "Kiswahili"}, {"ta", "தமிழ்"},
        {"te", "తెలుగు"}, {"tg", "Тоҷикӣ"}, {"th", "ไทย"}, {"ti", "ትግርኛ"}, {"tk", "Türkmençe"},
        {"tr", "Türkçe"}, {"tt", "Татарча"}, {"ug", "ئۇيغۇرچە"}, {"uk", "Українська"},
        {"ur", "اردو"}, {"uz", "Oʻzbekcha"}, {"vi", "Tiếng Việt"}, {"wo", "Wolof"},
        {"yi", "ייִדיש"}, {"yo", "Yorùbá"}, {"zh", "中文"}, {"zu", "Zulu"},
    };
    // clang-format on
    size_t n = strcspn(lang, "-_");
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strlen(names[i].lang) == n && strncmp(names[i].lang, lang, n) == 0)
            return names[i].name;
    }
    return lang;
}

const char *language_code(const char *iso)
{
    // clang-format off
    static const struct {
        const char *iso, *code;
    } codes[] = {
        {"afr", "af"}, {"amh", "am"}, {"ara", "ar"}, {"aze", "az"}, {"bel", "be"}, {"bul", "bg"},
        {"bam", "bm"}, {"ben", "bn"}, {"bre", "br"}, {"bos", "bs"}, {"cat", "ca"}, {"ces", "cs"},
        {"cze", "cs"}, {"cym", "cy"}, {"dan", "da"}, {"deu", "de"}, {"ger", "de"}, {"ell", "el"},
        {"gre", "el"}, {"eng", "en"}, {"epo", "eo"}, {"spa", "es"}, {"est", "et"}, {"eus", "eu"},
        {"fas", "fa"}, {"per", "fa"}, {"pes", "fa"}, {"fin", "fi"}, {"fao", "fo"}, {"fra", "fr"},
        {"fre", "fr"}, {"gle", "ga"}, {"gla", "gd"}, {"glg", "gl"}, {"guj", "gu"}, {"hau", "ha"},
        {"heb", "he"}, {"hin", "hi"}, {"hrv", "hr"}, {"hun", "hu"}, {"hye", "hy"}, {"ind", "id"},
        {"ibo", "ig"}, {"isl", "is"}, {"ice", "is"}, {"ita", "it"}, {"jpn", "ja"}, {"kat", "ka"},
        {"kaz", "kk"}, {"khm", "km"}, {"kan", "kn"}, {"kor", "ko"}, {"kur", "ku"}, {"kir", "ky"},
        {"lao", "lo"}, {"lit", "lt"}, {"lav", "lv"}, {"mri", "mi"}, {"mkd", "mk"}, {"mal", "ml"},
        {"mon", "mn"}, {"mar", "mr"}, {"msa", "ms"}, {"mlt", "mt"}, {"mya", "my"}, {"bur", "my"},
        {"nep", "ne"}, {"nld", "nl"}, {"dut", "nl"}, {"nor", "no"}, {"pan", "pa"}, {"pol", "pl"},
        {"pus", "ps"}, {"por", "pt"}, {"ron", "ro"}, {"rum", "ro"}, {"rus", "ru"}, {"sin", "si"},
        {"slk", "sk"}, {"slv", "sl"}, {"som", "so"}, {"sqi", "sq"}, {"alb", "sq"}, {"srp", "sr"},
        {"swe", "sv"}, {"swa", "sw"}, {"tam", "ta"}, {"tel", "te"}, {"tgk", "tg"}, {"tha", "th"},
        {"tir", "ti"}, {"tuk", "tk"}, {"tur", "tr"}, {"tat", "tt"}, {"uig", "ug"}, {"ukr", "uk"},
        {"urd", "ur"}, {"uzb", "uz"}, {"vie", "vi"}, {"wol", "wo"}, {"yid", "yi"}, {"yor", "yo"},
        {"zho", "zh"}, {"chi", "zh"}, {"zul", "zu"},
    };
    // clang-format on
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
        if (strcmp(codes[i].iso, iso) == 0)
            return codes[i].code;
    }
    return iso;
}

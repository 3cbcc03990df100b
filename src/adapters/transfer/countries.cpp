// Country names of foreign files, looked up in ICU's English names, with the few spellings that ICU words otherwise.
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "adapters/transfer/values.hpp"

namespace commis::transfer {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> other_spellings{{
    {"EIRE", "IE"},
    {"UK", "GB"},
    {"USA", "US"},
    {"RSA", "ZA"},
    {"Czech Republic", "CZ"},
    {"Hong Kong", "HK"},
    {"Korea", "KR"},
    {"Turkey", "TR"},
    {"Macao", "MO"},
    {"United States of America", "US"},
}};

std::map<std::string, std::string, std::less<>> make_table() {
    std::map<std::string, std::string, std::less<>> table;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
        icu::UnicodeString shown;
        std::string name;
        icu::Locale("", *code).getDisplayCountry(icu::Locale::getEnglish(), shown).toUTF8String(name);
        table.emplace(name, *code);
        table.emplace(*code, *code);
    }
    for (const auto& [name, code] : other_spellings) table.emplace(name, code);
    return table;
}

}  // namespace

std::string country_code(std::string_view name) {
    static const auto table = make_table();
    const auto at = table.find(name);
    return at == table.end() ? std::string{} : at->second;
}

}  // namespace commis::transfer

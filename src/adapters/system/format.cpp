// ICU formats the decimal text of an amount as decimal; its only floating-point type here is the date, which is exact
// to the millisecond for any year we meet.
#include "adapters/system/format.hpp"

#include <date/tz.h>
#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <chrono>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

namespace commis::system {
namespace {

// English dates and numbers as read outside America: day before month, 24 hours. A tag may name Switzerland, where
// German and French write their figures otherwise.
icu::Locale locale_of(std::string_view language) {
    if (language == "fr-CH") return icu::Locale{"fr", "CH"};
    if (language == "de-CH") return icu::Locale{"de", "CH"};
    if (language.starts_with("fr")) return icu::Locale{"fr", "FR"};
    if (language.starts_with("da")) return icu::Locale{"da", "DK"};
    if (language.starts_with("de")) return icu::Locale{"de", "DE"};
    return icu::Locale{"en", "GB"};
}

void require(UErrorCode status, const char* what) {
    if (U_FAILURE(status) != 0) throw std::runtime_error{std::string{what} + ": " + u_errorName(status)};
}

std::string to_utf8(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

const char* date_pattern(std::string_view language) {
    if (language.starts_with("da") || language.starts_with("de")) return "d. MMMM y";
    return "d MMMM y";
}

enum class Exactness : std::uint8_t { day, minute, second };

const char* time_pattern(std::string_view language, Exactness exactness) {
    const bool is_second = exactness == Exactness::second;
    if (exactness == Exactness::day) return "";
    if (language.starts_with("fr")) return is_second ? " 'à' HH:mm:ss" : " 'à' HH:mm";
    if (language.starts_with("da")) return is_second ? " 'kl.' HH.mm.ss" : " 'kl.' HH.mm";
    if (language.starts_with("de")) return is_second ? ", HH:mm:ss 'Uhr'" : ", HH:mm 'Uhr'";
    return is_second ? ", HH:mm:ss" : ", HH:mm";
}

// Making a formatter reads the language's data, which costs more than a list row may; so each thread keeps those it
// made: at most one a language and currency, or a language and way to write a moment.
const icu::number::LocalizedNumberFormatter& money_formatter(const domain::Currency& currency,
                                                             std::string_view language) {
    thread_local std::map<std::string, icu::number::LocalizedNumberFormatter> kept;
    const icu::Locale locale = locale_of(language);
    const std::string code{currency.code()};
    const std::string key = locale.getName() + code;
    const auto known = kept.find(key);
    if (known != kept.end()) return known->second;
    UErrorCode status = U_ZERO_ERROR;
    const icu::CurrencyUnit unit{icu::StringPiece{code}, status};
    require(status, "money format");
    const auto precision = icu::number::Precision::fixedFraction(currency.exponent());
    auto made = icu::number::NumberFormatter::withLocale(locale).unit(unit).precision(precision);
    return kept.emplace(key, std::move(made)).first->second;
}

const icu::SimpleDateFormat& moment_formatter(std::string_view language, Exactness exactness) {
    thread_local std::map<std::string, std::unique_ptr<icu::SimpleDateFormat>> kept;
    const icu::Locale locale = locale_of(language);
    const std::string pattern = std::string{date_pattern(language)} + time_pattern(language, exactness);
    auto& formatter = kept[locale.getName() + pattern];
    if (!formatter) {
        UErrorCode status = U_ZERO_ERROR;
        auto made = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString::fromUTF8(pattern), locale, status);
        require(status, "date format");
        made->adoptTimeZone(icu::TimeZone::createTimeZone("UTC"));
        formatter = std::move(made);
    }
    return *formatter;
}

const icu::number::LocalizedNumberFormatter& percent_formatter(std::string_view language) {
    thread_local std::map<std::string, icu::number::LocalizedNumberFormatter> kept;
    const icu::Locale locale = locale_of(language);
    const auto known = kept.find(locale.getName());
    if (known != kept.end()) return known->second;
    auto made = icu::number::NumberFormatter::withLocale(locale)
                    .unit(icu::MeasureUnit::getPercent())
                    .precision(icu::number::Precision::maxFraction(4));
    return kept.emplace(locale.getName(), std::move(made)).first->second;
}

// An unknown zone shows UTC and says so, rather than failing a mail over a setting.
std::string format_moment(std::int64_t at_ms, std::string_view zone, std::string_view language, Exactness exactness) {
    const auto moment = std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{at_ms}};
    std::chrono::milliseconds local{at_ms};
    std::string mark;
    try {
        const auto info = date::locate_zone(zone)->get_info(moment);
        local += info.offset;
        if (exactness == Exactness::second) mark = " " + info.abbrev;
    } catch (const std::runtime_error&) {
        if (exactness != Exactness::day) mark = " UTC";
    }
    icu::UnicodeString text;
    moment_formatter(language, exactness).format(static_cast<UDate>(local.count()), text);
    return to_utf8(text) + mark;
}

}  // namespace

std::string LanguageFormatter::money(const domain::Money& money, std::string_view language) const {
    UErrorCode status = U_ZERO_ERROR;
    const auto formatted = money_formatter(money.currency, language).formatDecimal(domain::to_decimal(money), status);
    auto text = to_utf8(formatted.toString(status));
    require(status, "money format");
    return text;
}

std::string LanguageFormatter::date(std::int64_t at_ms, std::string_view zone, std::string_view language) const {
    return format_moment(at_ms, zone, language, Exactness::day);
}

std::string LanguageFormatter::date_time(std::int64_t at_ms, std::string_view zone, std::string_view language) const {
    return format_moment(at_ms, zone, language, Exactness::minute);
}

std::string LanguageFormatter::exact_time(std::int64_t at_ms, std::string_view zone, std::string_view language) const {
    return format_moment(at_ms, zone, language, Exactness::second);
}

std::string LanguageFormatter::country(std::string_view code, std::string_view language) const {
    const icu::Locale place{"", std::string{code}.c_str()};
    icu::UnicodeString name;
    place.getDisplayCountry(locale_of(language), name);
    return name.isEmpty() ? std::string{code} : to_utf8(name);
}

std::string LanguageFormatter::percent(std::string_view decimal, std::string_view language) const {
    UErrorCode status = U_ZERO_ERROR;
    const auto formatted = percent_formatter(language).formatDecimal(
        icu::StringPiece{decimal.data(), static_cast<int>(decimal.size())}, status);
    auto text = to_utf8(formatted.toString(status));
    require(status, "percent format");
    return text;
}

}  // namespace commis::system

// Amounts and moments in the four languages. Non-breaking spaces are shown as '_' in the expectations.
#include "adapters/system/format.hpp"

#include <gtest/gtest.h>

#include <string>

namespace commis::system {
namespace {

std::string visible(std::string text) {
    for (const std::string_view space : {"\u00a0", "\u202f"}) {
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space)) {
            text.replace(at, space.size(), "_");
        }
    }
    return text;
}

std::string shown(std::int64_t amount_minor, std::string_view currency, std::string_view language) {
    const domain::Money money{amount_minor, domain::Currency::find(currency).value()};
    return visible(LanguageFormatter{}.money(money, language));
}

TEST(LanguageFormatter, shows_amounts_as_each_language_writes_them) {
    EXPECT_EQ(shown(123450, "EUR", "en"), "€1,234.50");
    EXPECT_EQ(shown(123450, "EUR", "fr"), "1_234,50_€");
    EXPECT_EQ(shown(123450, "EUR", "de"), "1.234,50_€");
    EXPECT_EQ(shown(123450, "DKK", "da"), "1.234,50_kr.");
    EXPECT_EQ(shown(4980, "CHF", "de"), "49,80_CHF");
    EXPECT_EQ(shown(123450, "CHF", "de-CH"), "CHF_1’234.50");
    EXPECT_EQ(shown(123450, "CHF", "fr-CH"), "1_234.50_CHF");
    EXPECT_EQ(shown(-5, "EUR", "en"), "-€0.05");
}

TEST(LanguageFormatter, keeps_each_currencys_digits_and_every_digit_of_an_amount) {
    EXPECT_EQ(shown(1235, "JPY", "en"), "JP¥1,235");
    EXPECT_EQ(shown(1235, "KWD", "en"), "KWD_1.235");
    EXPECT_EQ(shown(domain::amount_limit_minor, "EUR", "en"), "€90,071,992,547,409.91");
}

TEST(LanguageFormatter, shows_moments_in_the_shops_zone) {
    const LanguageFormatter format;
    const std::int64_t at_ms = 1'764'716'400'000;  // 2025-12-02T23:00:00Z: already the third in Copenhagen.
    EXPECT_EQ(format.date(at_ms, "Europe/Copenhagen", "en"), "3 December 2025");
    EXPECT_EQ(format.date(at_ms, "Europe/Copenhagen", "fr"), "3 décembre 2025");
    EXPECT_EQ(format.date(at_ms, "Europe/Copenhagen", "da"), "3. december 2025");
    EXPECT_EQ(format.date(at_ms, "Europe/Zurich", "de"), "3. Dezember 2025");
    EXPECT_EQ(format.date(at_ms, "America/New_York", "en"), "2 December 2025");
    EXPECT_EQ(format.date_time(at_ms, "Europe/Zurich", "de"), "3. Dezember 2025, 00:00 Uhr");
    EXPECT_EQ(format.date_time(at_ms, "Europe/Paris", "fr"), "3 décembre 2025 à 00:00");
    EXPECT_EQ(format.date_time(at_ms, "Europe/Copenhagen", "da"), "3. december 2025 kl. 00.00");
    EXPECT_EQ(format.date_time(at_ms, "Nowhere/Land", "en"), "2 December 2025, 23:00 UTC");
    EXPECT_EQ(format.exact_time(at_ms + 9'999, "Europe/Zurich", "de"), "3. Dezember 2025, 00:00:09 Uhr CET");
    EXPECT_EQ(format.exact_time(at_ms, "Europe/Copenhagen", "da"), "3. december 2025 kl. 00.00.00 CET");
    EXPECT_EQ(format.exact_time(at_ms, "Europe/Paris", "fr"), "3 décembre 2025 à 00:00:00 CET");
    EXPECT_EQ(format.exact_time(at_ms, "UTC", "en"), "2 December 2025, 23:00:00 UTC");
    EXPECT_EQ(format.exact_time(at_ms, "Nowhere/Land", "en"), "2 December 2025, 23:00:00 UTC");
}

TEST(LanguageFormatter, names_countries_and_rates) {
    const LanguageFormatter format;
    EXPECT_EQ(format.country("DE", "en"), "Germany");
    EXPECT_EQ(format.country("DE", "fr"), "Allemagne");
    EXPECT_EQ(format.country("DE", "da"), "Tyskland");
    EXPECT_EQ(format.country("", "da"), "");
    EXPECT_EQ(format.country("QZ", "en"), "QZ");
    EXPECT_EQ(visible(format.percent("8.1", "en")), "8.1%");
    EXPECT_EQ(visible(format.percent("8.1", "de")), "8,1_%");
    EXPECT_EQ(visible(format.percent("20", "fr")), "20_%");
}

}  // namespace
}  // namespace commis::system

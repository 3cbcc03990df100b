// What must hold between the settings of a shop, and how numbers are written and raised.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "domain/number_range.hpp"
#include "domain/settings_rules.hpp"

namespace commis::domain {
namespace {

State state(const char* id, Stage stage, bool initial_only = false) {
    State made;
    made.id = id;
    made.stage = stage;
    made.initial_only = initial_only;
    return made;
}

Profile plain() {
    Profile profile;
    profile.states = {state("a", Stage::new_, true), state("b", Stage::processing), state("c", Stage::cancelled)};
    PaymentMethod cheque;
    cheque.id = "cheque";
    cheque.dunning = {{5, "remind", true}, {9, "remind", false}, {21, "delete", false}};
    profile.methods = {cheque};
    return profile;
}

std::vector<std::string> codes(const Profile& profile) {
    std::vector<std::string> found;
    for (const FieldError& error : check_settings(profile)) found.push_back(error.field + " " + error.code);
    return found;
}

using Codes = std::vector<std::string>;

TEST(SettingsRules, HoldForAPlainShop) { EXPECT_EQ(codes(plain()), Codes{}); }

TEST(SettingsRules, O_03_OrdersStartInTheFirstStateAndCancelledOnesHaveOne) {
    Profile profile = plain();
    std::swap(profile.states[0], profile.states[1]);
    profile.states.pop_back();
    EXPECT_EQ(codes(profile),
              (Codes{"/settings/states/0/stage first_not_new", "/settings/states/1/initial_only initial_only_not_first",
                     "/settings/states no_cancelled_state"}));
}

TEST(SettingsRules, X_13_DaysOfAScheduleRiseAndRemovalIsItsEnd) {
    Profile profile = plain();
    profile.methods[0].dunning = {{9, "delete", false}, {9, "remind", false}};
    EXPECT_EQ(codes(profile), (Codes{"/settings/payment_methods/cheque/dunning/1/day days_not_rising",
                                     "/settings/payment_methods/cheque/dunning/0/action delete_not_last"}));
}

TEST(SettingsRules, RemovedStatesAreThoseThatAreNotThereAnyMore) {
    Profile after = plain();
    after.states.erase(after.states.begin());
    after.states.push_back(state("d", Stage::shipped));
    EXPECT_EQ(removed_states(plain(), after), (std::vector<std::string>{"a"}));
    EXPECT_TRUE(removed_states(plain(), plain()).empty());
}

TEST(NumberRange, D_15_StartsAnywhereAndIsWrittenWithPrefixAndZeros) {
    EXPECT_EQ(written_number({"invoice", "INV-", 1, 5}, 42, 2026), "INV-00042");
    EXPECT_EQ(written_number({"order", "", 1, 0}, 10'001, 2026), "10001");
    EXPECT_EQ(written_number({"order", "W.", 1, 2}, 10'001, 2026), "W.10001");
    const auto changed = change_range({"order", "", 10'001, 0}, {"W-", 500'000, 8, {}});
    ASSERT_TRUE(changed);
    EXPECT_EQ(*changed, (NumberRange{"order", "W-", 500'000, 8}));
}

TEST(NumberRange, D_16_OnlyGoesUp) {
    const NumberRange range{"order", "", 10'001, 0};
    EXPECT_EQ(*change_range(range, {}), range);
    EXPECT_EQ(*change_range(range, {std::nullopt, 10'001, std::nullopt, std::nullopt}), range);
    const auto below = change_range(range, {std::nullopt, 10'000, std::nullopt, std::nullopt});
    ASSERT_FALSE(below);
    EXPECT_EQ(below.error().refusal, Refusal::number_range_only_up);
    EXPECT_EQ(below.error().detail, "10001");
}

TEST(NumberRange, D_15_TheYearStandsInThePrefixAndMayStartTheNumbersAgain) {
    NumberRange range{.series = "invoice", .prefix = "{year}-", .next_number = 40, .width = 4, .restarts_yearly = true};
    EXPECT_EQ(take_next(range, 2026).text, "2026-0040") << "it may start anywhere";
    EXPECT_EQ(take_next(range, 2026).text, "2026-0041");
    const TakenNumber first = take_next(range, 2027);
    EXPECT_EQ(first, (TakenNumber{"2027-0001", 1, 2027}));
    EXPECT_EQ(take_next(range, 2026), (TakenNumber{"2027-0002", 2, 2027})) << "clocks may go back, ranges never";
    EXPECT_EQ(range.next_number, 3);
    NumberRange through{.series = "order", .prefix = "{yy}/", .next_number = 9};
    EXPECT_EQ(take_next(through, 2026).text, "26/9");
    EXPECT_EQ(take_next(through, 2030).text, "30/10") << "goes on through the years unless it is told otherwise";
}

TEST(NumberRange, D15_a_new_year_is_entered_once_and_never_backwards) {
    NumberRange range{
        .series = "invoice", .prefix = "{year}-", .next_number = 40, .restarts_yearly = true, .year = 2026};
    enter_year(range, 2026);
    EXPECT_EQ(range.next_number, 40);
    enter_year(range, 2027);
    EXPECT_EQ(range.next_number, 1);
    range.next_number = 5;
    enter_year(range, 2027);
    enter_year(range, 2026);
    EXPECT_EQ(range.next_number, 5) << "what somebody set for this year stays";
    NumberRange consecutive{.series = "invoice", .prefix = "", .next_number = 40, .year = 2026};
    enter_year(consecutive, 2027);
    EXPECT_EQ(consecutive.next_number, 40) << "it does not restart";
}

TEST(NumberRange, AYearlyStartNeedsTheYearInThePrefix) {
    const auto code = [](const NumberRangeChange& wanted) {
        const auto changed = change_range({"invoice", "INV-", 7, 5}, wanted);
        return changed ? std::string("taken")
                       : changed.error().fields.front().field + " " + changed.error().fields.front().code;
    };
    EXPECT_EQ(code({{}, {}, {}, true}), "/restarts_yearly year_required");
    EXPECT_EQ(code({"R-{year}-", {}, {}, true}), "taken");
    EXPECT_EQ(code({"R-", {}, {}, true}), "/prefix year_required");
    EXPECT_EQ(code({"R-{year}", {}, {}, {}}), "/prefix prefix_ends_in_digit");
    EXPECT_EQ(code({"R-{month}-", {}, {}, {}}), "/prefix invalid_prefix");
}

TEST(NumberRange, RefusesWhatDoesNotFit) {
    const auto refused = [](const NumberRangeChange& wanted) {
        const auto changed = change_range({"order", "", 1, 0}, wanted);
        if (changed) return std::string("taken");
        if (changed.error().fields.empty()) return std::string(code_of(changed.error().refusal));
        return changed.error().fields.front().field + " " + changed.error().fields.front().code;
    };
    EXPECT_EQ(refused({"", {}, {}, {}}), "taken");
    EXPECT_EQ(refused({"RE/2026-", {}, {}, {}}), "taken");
    EXPECT_EQ(refused({"RE2026", {}, {}, {}}), "/prefix prefix_ends_in_digit");
    EXPECT_EQ(refused({"RÉ-", {}, {}, {}}), "/prefix invalid_prefix");
    EXPECT_EQ(refused({"a prefix", {}, {}, {}}), "/prefix invalid_prefix");
    EXPECT_EQ(refused({std::string(21, 'A'), {}, {}, {}}), "/prefix too_long");
    EXPECT_EQ(refused({{}, 0, {}, {}}), "/next_number out_of_range");
    EXPECT_EQ(refused({{}, next_number_max + 1, {}, {}}), "/next_number out_of_range");
    EXPECT_EQ(refused({{}, {}, -1, {}}), "/width out_of_range");
    EXPECT_EQ(refused({{}, {}, 13, {}}), "/width out_of_range");
}

// Whatever is changed in between, no number is written twice.
TEST(NumberRange, A_15_NeverWritesOneNumberTwice) {
    std::mt19937 random(7);
    const std::vector<std::string> prefixes{"", "A", "A-", "1A", "11-", "A1A", "."};
    NumberRange range{"order", "", 1, 0};
    std::set<std::string> written;
    for (int i = 0; i < 5'000; ++i) {
        const auto pick = [&](std::uint32_t below) { return static_cast<std::int64_t>(random() % below); };
        if (pick(3) == 0) {
            const auto changed = change_range(
                range, {prefixes[static_cast<std::size_t>(pick(7))], range.next_number + pick(12) - 2, pick(6), {}});
            if (changed) range = *changed;
        }
        ASSERT_TRUE(written.insert(written_number(range, range.next_number++, 2026)).second);
    }
}

}  // namespace
}  // namespace commis::domain

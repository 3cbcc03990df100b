// Random histories against a second book: totals re-derive, nothing is over-refunded, stock is conserved, the matrices
// hold, and the timeline replays to the same order. 10,000 in memory and 500 on each engine; COMMIS_HISTORIES asks for
// another number of the first.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <memory>

#include "histories/history.hpp"

namespace rc {
template <>
struct Arbitrary<commis::test::Step> {
    static Gen<commis::test::Step> arbitrary() {
        return gen::build<commis::test::Step>(gen::set(&commis::test::Step::kind, gen::inRange<std::uint8_t>(0, 240)),
                                              gen::set(&commis::test::Step::a, gen::inRange<std::uint8_t>(0, 240)),
                                              gen::set(&commis::test::Step::b, gen::inRange<std::uint8_t>(0, 240)),
                                              gen::set(&commis::test::Step::c, gen::inRange<std::uint8_t>(0, 240)));
    }
};
}  // namespace rc

namespace commis::test {
namespace {

int wanted_histories() {
    const char* wanted = std::getenv("COMMIS_HISTORIES");
    return wanted == nullptr ? 10'000 : std::atoi(wanted);
}

void run_histories(StorageKind kind, int count) {
    if (!TestStorage::is_available(kind)) GTEST_SKIP() << "COMMIS_TEST_POSTGRES names no server";
    // A fresh world now and then: in memory, sums over all orders of a shop grow with it.
    constexpr int histories_per_world = 40;
    auto histories = std::make_unique<Histories>(kind);
    std::int64_t taken = 0;
    int lived = 0;
    std::string gap;
    const auto close = [&] {
        taken += histories->taken();
        if (gap.empty()) gap = histories->check_numbers();
    };
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    params.maxSuccess = count;
    params.maxSize = 60;
    const auto result = rc::detail::checkTestable(
        [&](const std::vector<Step>& steps) {
            if (kind == StorageKind::fake && ++lived % histories_per_world == 0) {
                close();
                histories = std::make_unique<Histories>(kind);
            }
            const std::string fault = histories->run(steps);
            RC_ASSERT(fault == "");
        },
        rc::detail::TestMetadata{}, params);
    EXPECT_TRUE(result.is<rc::detail::SuccessResult>()) << [&] {
        std::ostringstream text;
        rc::detail::printResultMessage(result, text);
        return text.str();
    }();
    close();
    EXPECT_EQ(gap, "");
    testing::Test::RecordProperty("steps_taken", std::to_string(taken));
    EXPECT_GT(taken, 3 * count) << "most steps were refused: the histories say little";
}

TEST(Histories, hold_in_memory) { run_histories(StorageKind::fake, wanted_histories()); }
TEST(Histories, hold_on_sqlite) { run_histories(StorageKind::sqlite, 500); }
TEST(Histories, hold_on_postgres) { run_histories(StorageKind::postgres, 500); }

}  // namespace
}  // namespace commis::test

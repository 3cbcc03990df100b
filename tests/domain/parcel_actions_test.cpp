// When a label may be bought, and in which order reasons are told.
#include "domain/parcel_actions.hpp"

#include <gtest/gtest.h>

namespace commis::domain {
namespace {

std::optional<Refusal> reason(const ParcelSubject& subject, Rights rights = Rights::all()) {
    const auto answers = parcel_actions(subject, rights);
    EXPECT_EQ(answers.size(), 1U);
    EXPECT_EQ(id_of(answers.front().action), "buy-label");
    EXPECT_EQ(answers.front().allowed, !answers.front().reason);
    return answers.front().reason;
}

TEST(ParcelActions, a_label_is_bought_for_a_parcel_that_is_here_where_the_carrier_serves) {
    Shipment parcel{.id = "p"};
    EXPECT_EQ(reason({parcel, false, true, true}), std::nullopt);
    EXPECT_EQ(reason({parcel, false, true, false}), Refusal::country_not_served);
    EXPECT_EQ(reason({parcel, false, false, false}), Refusal::no_label_service);
    EXPECT_EQ(reason({parcel, true, true, true}), Refusal::removed);
    EXPECT_EQ(reason({parcel, false, true, true}, rights_of(Role::viewer)), Refusal::forbidden);
    parcel.handed_over_at_ms = 5;
    EXPECT_EQ(reason({parcel, false, false, false}), Refusal::parcel_left) << "before all that is about carriers";
    parcel.handed_over_at_ms.reset();
    parcel.delivered_at_ms = 5;
    EXPECT_EQ(reason({parcel, false, true, true}), Refusal::parcel_left);
    parcel.delivered_at_ms.reset();
    parcel.label_printed_at_ms = 5;
    EXPECT_EQ(reason({parcel, false, true, true}), std::nullopt) << "printed elsewhere is no hindrance";
}

}  // namespace
}  // namespace commis::domain

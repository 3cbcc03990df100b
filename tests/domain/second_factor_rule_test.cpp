// Of whom a second factor is demanded, and from when on: every role, and whoever works in several shops.
#include "domain/second_factor_rule.hpp"

#include <gtest/gtest.h>

namespace commis::domain {
namespace {

TEST(SecondFactorRule, binds_the_roles_it_names_and_an_administrator_as_an_owner) {
    for (const RoleRow& named : role_rows()) {
        const SecondFactorRule rule{{named.role}, 0};
        for (const RoleRow& row : role_rows()) {
            const bool is_named = row.role == named.role && row.role != Role::admin;
            const bool is_owner_above = row.role == Role::admin && named.role == Role::owner;
            EXPECT_EQ(rule.binds(row.role), is_named || is_owner_above) << named.id << " " << row.id;
            EXPECT_FALSE(SecondFactorRule{}.binds(row.role)) << row.id;
        }
    }
}

TEST(SecondFactorRule, the_earliest_shop_that_demands_it_decides) {
    const SecondFactorRule of_owners{{Role::owner}, 50};
    const SecondFactorRule of_both{{Role::owner, Role::packer}, 90};
    const auto due = [](std::vector<SecondFactorDemand> demands) { return second_factor_due_ms(demands); };
    EXPECT_EQ(due({}), std::nullopt);
    EXPECT_EQ(due({{Role::packer, of_owners}}), std::nullopt);
    EXPECT_EQ(due({{Role::packer, of_owners}, {Role::packer, of_both}}), 90);
    EXPECT_EQ(due({{Role::owner, of_both}, {Role::owner, of_owners}}), 50);
    EXPECT_EQ(due({{Role::admin, of_both}, {Role::admin, of_owners}}), 50);
}

}  // namespace
}  // namespace commis::domain

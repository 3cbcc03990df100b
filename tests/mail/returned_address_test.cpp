// A shop that wants it does not write to an address whose mail came back, says so beforehand and on record, and writes
// again once the address is said to be right or another one takes its place.
#include <gtest/gtest.h>

#include "features/orders/run.hpp"
#include "mail/mail_table.hpp"

namespace commis::tests {
namespace {

using domain::MailKind;
using domain::Suppression;

class ReturnedAddress : public MailTable {
protected:
    void SetUp() override {
        open_shop("neutral", "en");
        shop_.skips_returned = true;
        order_ = place(basket("bank-transfer"));
        run();
        come_back("buyer@example.org", domain::BounceCause::address_unknown);
    }

    void come_back(const std::string& email, domain::BounceCause cause) {
        ports::Bounce bounce;
        bounce.shop_id = shop_.id;
        bounce.id = ids_.next();
        bounce.mail_id = mails_of(order_).front().id;
        bounce.order_id = order_.id;
        bounce.email = email;
        bounce.cause = cause;
        bounce.report_key = bounce.id;
        bounce.reported_at_ms = clock_.at_ms;
        write([&](ports::UnitOfWork& work) { work.outbox().add_bounce(bounce); });
    }

    Suppression fate_of_message() {
        act(order_, "send-mail", R"({"subject": "Hello", "body": "About your address."})");
        return mails_of(order_).front().reason;
    }

    domain::Order order_;
};

TEST_F(ReturnedAddress, is_kept_on_record_and_its_note_stays_in_the_house) {
    act(order_, "mark-paid", R"({"notify": true, "note": "Thank you."})");
    const auto rows = mails_of(order_);
    EXPECT_EQ(rows.front().kind, MailKind::payment_changed);
    EXPECT_EQ(rows.front().status, ports::MailStatus::suppressed);
    EXPECT_EQ(rows.front().reason, Suppression::address_returned);
    EXPECT_EQ(std::ranges::count(rows, MailKind::payment_changed, &ports::MailRow::kind), 1) << "and no copy of it";
    storage_.read([&](ports::Snapshot& snapshot) {
        const auto event = snapshot.orders().find_event(shop_.id, order_.id, rows.front().event_sequence);
        EXPECT_EQ(event->note, "Thank you.");
        EXPECT_TRUE(event->note_is_internal);
    });
}

TEST_F(ReturnedAddress, leaves_other_addresses_and_the_staff_alone) {
    const auto other = place(basket("bank-transfer"));
    for (const auto& row : mails_of(other)) {
        const bool is_buyers = row.recipient == "buyer@example.org";
        EXPECT_EQ(row.reason, is_buyers ? Suppression::address_returned : Suppression::none) << row.recipient;
    }
    act(order_, "resend-confirmation", R"({"to": "new@example.org"})");
    EXPECT_EQ(mails_of(order_).front().reason, Suppression::none);
}

TEST_F(ReturnedAddress, is_written_to_again_once_somebody_says_it_is_right) {
    EXPECT_EQ(fate_of_message(), Suppression::address_returned);
    write([&](ports::UnitOfWork& work) {
        EXPECT_TRUE(work.outbox().lift_bounces(shop_.id, "BUYER@example.org", "Ada", clock_.at_ms));
        EXPECT_FALSE(work.outbox().lift_bounces(shop_.id, "buyer@example.org", "Ada", clock_.at_ms))
            << "nothing is left";
    });
    EXPECT_EQ(fate_of_message(), Suppression::none);
    come_back("buyer@example.org", domain::BounceCause::domain_unknown);
    EXPECT_EQ(fate_of_message(), Suppression::address_returned) << "it came back once more";
}

TEST_F(ReturnedAddress, is_one_only_when_the_address_itself_is_the_fault_and_the_shop_wants_it) {
    write([&](ports::UnitOfWork& work) { work.outbox().lift_bounces(shop_.id, "buyer@example.org", "Ada", 1); });
    come_back("buyer@example.org", domain::BounceCause::content_refused);
    EXPECT_EQ(fate_of_message(), Suppression::none);
    come_back("buyer@example.org", domain::BounceCause::address_disabled);
    EXPECT_EQ(fate_of_message(), Suppression::address_returned);
    shop_.skips_returned = false;
    EXPECT_EQ(fate_of_message(), Suppression::none);
}

}  // namespace
}  // namespace commis::tests

// A removed order stands in the register alone: nothing else shows it, its number stays taken, and its people can be
// erased.
#include <fmt/core.h>

#include <algorithm>

#include "contract/storage_fixture.hpp"
#include "domain/decisions/add_note.hpp"
#include "domain/decisions/erase.hpp"
#include "domain/decisions/remove.hpp"

namespace commis::test {
namespace {

using domain::Order;

class OrderRemovalTest : public StorageTest {
protected:
    void SetUp() override {
        StorageTest::SetUp();
        if (IsSkipped()) return;
        domain::PlaceOrder command = sample.command();
        command.external_id = "web-1";
        command.promo_code = "NOEL";
        command.note = "Ring twice";
        order = sample.add(storage(), command);
        kept = sample.add(storage(), sample.command());
    }

    Order remove(const Order& before, std::int64_t at_ms = 500) const {
        return apply(before, [&](Order& o) { o.removed = domain::Removal{at_ms, "Åse Ø", "never paid"}; });
    }
    [[nodiscard]] ports::OrderFilter filter() const {
        ports::OrderFilter made;
        made.shop_ids = {sample.shop.id};
        return made;
    }
    // How many orders each way of looking for some shows: they must agree.
    [[nodiscard]] std::size_t shown(const ports::OrderFilter& wanted) const {
        const auto page = read([&](auto& snapshot) { return snapshot.orders().list(page_of(wanted)); });
        const auto count = read([&](auto& snapshot) { return snapshot.orders().count(wanted); });
        const auto scan = read([&](auto& snapshot) { return snapshot.orders().scan(wanted, std::nullopt, 100); });
        EXPECT_EQ(count.count, static_cast<std::int64_t>(page.rows.size()));
        EXPECT_EQ(scan.size(), page.rows.size());
        return page.rows.size();
    }
    [[nodiscard]] std::vector<ports::OrderFilter> every_filter() const {
        std::vector<ports::OrderFilter> filters(14, filter());
        filters[1].q = "web-1";
        filters[2].q = "zoe";
        filters[3].q = order.number;
        filters[4].states = {order.state};
        filters[5].summaries = {sample.projection(order).summary};
        filters[6].payment_statuses = {sample.projection(order).payment_status};
        filters[7].stages = {domain::Stage::new_};
        filters[8].payment_methods = {"bank-transfer"};
        filters[9].promo_codes = {"NOEL"};
        filters[10].skus = {"MUG-1"};
        filters[11].customers = {"zoe@example.org"};
        filters[12].seen = false;
        filters[13].queues = {sample.projection(order).queue};
        return filters;
    }
    [[nodiscard]] std::vector<ports::RemovedRow> removed(const std::optional<ports::OrderCursor>& after = std::nullopt,
                                                         std::int32_t limit = 10) const {
        return read([&](auto& snapshot) { return snapshot.orders().removed(sample.shop.id, after, limit); });
    }

    Order order;
    Order kept;
};

TEST_P(OrderRemovalTest, NothingShowsARemovedOrder) {
    std::vector<std::size_t> before;
    for (const auto& wanted : every_filter()) before.push_back(shown(wanted));
    EXPECT_EQ(before[0], 2U);
    EXPECT_EQ(before[1], 1U);
    const Order gone = remove(order);
    for (const auto& wanted : every_filter()) {
        const auto rows = read([&](auto& snapshot) { return snapshot.orders().list(page_of(wanted)); }).rows;
        EXPECT_EQ(std::ranges::count(rows, order.id, &ports::OrderRow::id), 0);
        static_cast<void>(shown(wanted));
    }
    EXPECT_EQ(shown(filter()), 1U);
    EXPECT_EQ(find(order.id), gone);
    // Brought back, everything shows it again.
    const Order back = apply(gone, [](Order& o) { o.removed.reset(); });
    EXPECT_EQ(find(order.id), back);
    std::vector<std::size_t> after;
    for (const auto& wanted : every_filter()) after.push_back(shown(wanted));
    EXPECT_EQ(after, before);
}

TEST_P(OrderRemovalTest, ItsNumberAndExternalIdStayTaken) {
    const Order gone = remove(order);
    write([&](ports::UnitOfWork& work) {
        EXPECT_EQ(work.orders().find_external(sample.shop.id, "web", "web-1"), order.id);
        EXPECT_EQ(work.orders().lock(sample.shop.id, order.id), gone);
    });
    domain::PlaceOrder command = sample.command();
    command.external_id = "web-1";
    EXPECT_THROW(sample.add(storage(), command), ports::AlreadyExists);
    domain::Decision twin = sample.place(sample.command());
    twin.order.number = order.number;
    EXPECT_THROW(write([&](ports::UnitOfWork& work) {
                     work.orders().insert(twin, sample.projection(twin.order), SampleShop::new_id);
                 }),
                 ports::AlreadyExists);
}

TEST_P(OrderRemovalTest, TheRegisterGoesBackInPages) {
    std::vector<std::string> expected{remove(kept, 900).id, remove(order, 900).id};
    std::ranges::sort(expected, std::greater());
    for (int number = 0; number < 5; ++number) {
        expected.push_back(remove(sample.add(storage(), sample.command()), 800 - number).id);
    }
    std::vector<std::string> found;
    std::optional<ports::OrderCursor> after;
    for (;;) {
        const auto rows = removed(after, 3);
        if (rows.empty()) break;
        for (const auto& row : rows) found.push_back(row.id);
        after = ports::OrderCursor{"", rows.back().removal.at_ms, sample.shop.id, rows.back().id};
    }
    EXPECT_EQ(found, expected);
    EXPECT_TRUE(read([&](auto& s) { return s.orders().removed(sample.shop.id + 1, std::nullopt, 10); }).empty());
}

TEST_P(OrderRemovalTest, TheRegisterSaysWhatMightStillBringMoney) {
    const auto payment = [](std::string id, std::string reference, domain::AttemptStatus status) {
        return domain::Payment{std::move(id), "card", "stripe", "", std::move(reference), 100, status, {}, "", {}, 1};
    };
    const Order paying = apply(order, [&](Order& o) {
        using enum domain::AttemptStatus;
        o.ledger.payments = {payment("p1", "pi_1", initiated),  payment("p2", "pi_2", failed),
                             payment("p3", "pi_3", authorized), payment("p4", "", pending),
                             payment("p5", "pi_5", unknown),    payment("p6", "pi_6", captured)};
    });
    const Order gone = remove(paying);
    remove(kept, 400);
    const auto rows = removed();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].id, order.id);
    EXPECT_EQ(rows[0].number, order.number);
    EXPECT_EQ(rows[0].external_id, "web-1");
    EXPECT_EQ(rows[0].channel, "web");
    EXPECT_EQ(rows[0].currency, "EUR");
    EXPECT_EQ(rows[0].total_minor, sample.projection(order).total_minor);
    EXPECT_EQ(rows[0].placed_at_ms, order.placed_at_ms);
    EXPECT_EQ(rows[0].removal, *gone.removed);
    EXPECT_EQ(rows[0].payment_references, (std::vector<std::string>{"pi_1", "pi_3", "pi_5"}));
    EXPECT_TRUE(rows[1].payment_references.empty());
}

TEST_P(OrderRemovalTest, ErasingLeavesNobody) {
    const auto noted = domain::add_note(order, {.text = "Zoé called"}, sample.context());
    sample.save(storage(), order, *noted);
    write([&](ports::UnitOfWork& work) {
        work.orders().save_draft(sample.shop.id, order.id, {R"({"note":"Zoé"})", "Åse", 5});
        for (const auto& mail : work.outbox().claim(sample.shop.id, SampleShop::start_ms, 1000, 1)) {
            work.outbox().record(sample.shop.id, mail.id,
                                 {ports::MailStatus::sent, "250 <zoe@example.org>", "For Zoé", 0, "To: Zoé"}, 7);
        }
    });
    const Order gone = remove(noted->order);
    const auto erased = domain::erase_removed(gone, sample.context());
    ASSERT_TRUE(erased && erased->erases_people);
    sample.save(storage(), gone, *erased);
    const auto found = find(order.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, erased->order);
    EXPECT_TRUE(domain::is_without_people(*found));
    EXPECT_EQ(read([&](auto& s) { return s.orders().find_draft(sample.shop.id, order.id); }).has_value(), false);
    const auto timeline = read([&](auto& s) { return s.orders().timeline(sample.shop.id, order.id, {}, 50); });
    EXPECT_EQ(timeline.front().event.type, domain::EventType::people_erased);
    for (const auto& entry : timeline) {
        EXPECT_EQ(entry.event.note, "");
        for (const auto& mail : entry.mails) {
            EXPECT_EQ(mail.recipient.find('@'), std::string::npos);
            EXPECT_EQ(mail.subject, "");
            EXPECT_EQ(mail.last_reply, "");
            EXPECT_NE(mail.status, ports::MailStatus::queued);
        }
    }
    EXPECT_EQ(read([&](auto& s) { return s.orders().count_open_mails(sample.shop.id, order.id); }), 0);
    EXPECT_EQ(read([&](auto& s) { return s.orders().count_open_mails(sample.shop.id, kept.id); }) > 0, true);
    // The past has nobody either, and who is brought back stays unknown.
    EXPECT_TRUE(
        domain::is_without_people(*read([&](auto& s) { return s.orders().find_at(sample.shop.id, order.id, 1); })));
    apply(erased->order, [](Order& o) { o.removed.reset(); });
    ports::OrderFilter searched = filter();
    searched.q = "zoe";
    EXPECT_EQ(shown(searched), 1U);
    searched.q = order.number;
    EXPECT_EQ(shown(searched), 1U);
}

TEST_P(OrderRemovalTest, MailsToSeveralPeopleAreErasedOneByOne) {
    domain::Decision told = decide(order, [](Order&) {});
    for (const char* address : {"a@example.org", "b@example.org", "c@example.org"}) {
        told.mails.push_back({domain::MailKind::free_message, address, {}, 5, told.order.event_count});
    }
    sample.save(storage(), order, told);
    const Order gone = remove(told.order);
    const auto erased = domain::erase_removed(gone, sample.context());
    sample.save(storage(), gone, *erased);
    const auto mails = read([&](auto& s) { return s.outbox().list({sample.shop.id, order.id, {}, "", 50}); });
    EXPECT_GE(mails.size(), 5U);
    for (const auto& mail : mails) EXPECT_EQ(mail.recipient.find('@'), std::string::npos);
}

COMMIS_ON_EVERY_STORAGE(OrderRemovalTest);

}  // namespace
}  // namespace commis::test

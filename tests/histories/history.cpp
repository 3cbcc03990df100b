#include "histories/history.hpp"

#include <algorithm>
#include <array>

#include "domain/decisions/cancel.hpp"
#include "domain/decisions/change_state.hpp"
#include "domain/decisions/documents.hpp"
#include "domain/decisions/mark_paid.hpp"
#include "domain/decisions/refund.hpp"
#include "domain/decisions/reopen.hpp"
#include "domain/decisions/revise.hpp"
#include "domain/decisions/ship.hpp"
#include "features/orders/place.hpp"
#include "histories/history_shops.hpp"

namespace commis::test {
namespace {

using domain::Order;
using Named = std::vector<std::pair<std::size_t, std::int64_t>>;

// Facts alone: people, moments of change and versions are not part of what an event left behind.
Order without_frame(Order order) {
    order.updated_at_ms = 0;
    order.seen = false;
    return order;
}

}  // namespace

// One order's life.
class History {
public:
    History(Histories& all, std::size_t shop) : all_(all), shop_(all.shops_[shop]), kind_(shop_kinds[shop]) {
        profile_ = services().profiles.of(shop_);
    }

    std::string live(const std::vector<Step>& steps) {
        if (auto fault = place(steps.front()); !fault.empty()) return fault;
        for (std::size_t at = 1; at < steps.size(); ++at) {
            if (auto fault = act(steps[at]); !fault.empty()) return "step " + std::to_string(at) + ": " + fault;
        }
        return look_back();
    }

private:
    const Services& services() const { return all_.site_.services(); }

    std::map<std::string, std::int64_t> stock() const {
        std::map<std::string, std::int64_t> levels;
        services().storage.read([&](ports::Snapshot& snapshot) {
            for (const auto& level : snapshot.articles().stock_levels(shop_.id, {"SKU-0", "SKU-1", "SKU-2"})) {
                levels[level.sku] = level.on_hand.value_or(0);
            }
        });
        return levels;
    }

    std::string place(const Step& step) {
        before_ = stock();
        const auto command = command_from(step, kind_);
        std::optional<domain::Decision> decision;
        services().storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            auto placed = orders::place(work, services(), shop_, caller_, command);
            if (placed) decision = std::move(*placed);
        });
        if (!decision) return "placing was refused";
        order_ = decision->order;
        oracle_.emplace(order_, *profile_);
        return settle(*decision);
    }

    Order load() const {
        std::optional<Order> order;
        services().storage.read(
            [&](ports::Snapshot& snapshot) { order = snapshot.orders().find(shop_.id, order_.id); });
        return *order;
    }

    domain::Result<domain::Decision> decide(const orders::Decide& decide) {
        domain::Result<domain::Decision> result = domain::refuse(domain::Refusal::not_found);
        services().storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            result = orders::run(work, services(), {shop_, order_.id, order_.version}, caller_, decide);
        });
        return result;
    }

    // After a step that was taken: what is stored is what was decided, and the oracle agrees.
    std::string settle(const domain::Decision& decision) {
        const Order stored = load();
        if (without_frame(stored) != without_frame(decision.order)) return "the storage holds another order";
        order_ = stored;
        copies_.push_back(stored);
        all_.taken_ += 1;
        for (const domain::Document& document : order_.documents) {
            if (document.draft != document.number.empty()) return "a draft has a number, or a document none";
            if (document.draft) continue;
            auto& numbers = all_.numbers_[kind_.handle + std::string(domain::id_of(document.kind))];
            const auto [taken, is_new] = numbers.emplace(document.number, document.id);
            if (!is_new && taken->second != document.id) return "the number " + document.number + " came twice";
        }
        if (auto fault = oracle_->compare(order_, *profile_); !fault.empty()) return fault;
        for (const auto& [sku, level] : stock()) {
            const auto moved = oracle_->stock_moved.find(sku);
            const std::int64_t expected = before_[sku] + (moved == oracle_->stock_moved.end() ? 0 : moved->second);
            if (level != expected)
                return "stock of " + sku + " is " + std::to_string(level) + ", not " + std::to_string(expected);
        }
        return oracle_->compare_actions(order_, *profile_);
    }

    // Runs one command; `expected` says whether the facts allow it and moves the oracle when they do.
    template <class Expected>
    std::string command(domain::Action action, const orders::Decide& decided, const Expected& expected) {
        const domain::Standing standing = domain::standing_of(order_, *profile_, services().clock.now_ms());
        const bool is_offered = domain::ask(action, standing).allowed;
        Oracle next = *oracle_;
        const bool should = is_offered && expected(next);
        const Order before = order_;
        const auto result = decide(decided);
        if (result.has_value() != should) {
            return std::string(domain::id_of(action)) + (should ? " was refused: " : " was taken") +
                   (should ? std::string(domain::code_of(result.error().refusal)) : std::string());
        }
        if (!result) return load() == before ? std::string() : "a refused command changed the order";
        if (action != domain::Action::change_state) moved_from_.reset();
        oracle_ = std::move(next);
        return settle(*result);
    }

    Named some_lines(const Step& step, bool up_to_all) const {
        Named named;
        for (std::size_t at = 0; at < order_.lines.size() && at < 3; ++at) {
            const std::int64_t quantity = (step.b >> (2 * at)) & 3U;
            if (quantity > 0) named.emplace_back(at, up_to_all ? quantity : std::min<std::int64_t>(quantity, 2));
        }
        return named;
    }

    std::vector<domain::LineChoice> choices(const Named& named) const {
        std::vector<domain::LineChoice> lines;
        for (const auto& [at, quantity] : named) lines.push_back({order_.lines[at].id, quantity});
        return lines;
    }

    std::string pay(const Step& step) {
        std::optional<std::int64_t> amount;
        if (step.a % 3 != 0) amount = 1 + (oracle_->due() * (step.b % 10)) / 8;
        domain::MarkPaid wanted;
        wanted.amount_minor = amount;
        return command(
            domain::Action::mark_paid,
            [&](const Order& o, const domain::Context& c) { return domain::mark_paid(o, wanted, c); },
            [&](Oracle& oracle) { return oracle.pay(amount); });
    }

    std::string cancel(const Step& step) {
        const Named named = step.a % 5 == 0 ? Named{} : some_lines(step, true);
        const bool shipping = step.c % 7 == 0;
        domain::Cancel wanted{.choice = {choices(named), {}, shipping}, .restock = step.c % 2 == 0};
        const bool is_noop = named.empty() && shipping && order_.shipping.cancelled;
        return command(
            domain::Action::cancel,
            [&](const Order& o, const domain::Context& c) { return domain::cancel(o, wanted, c); },
            [&](Oracle& oracle) { return !is_noop && oracle.cancel(named, shipping, *wanted.restock); });
    }

    std::string refund(const Step& step) {
        OracleRefund asked;
        if (step.a % 4 != 0) asked.lines = some_lines(step, true);
        asked.shipping = step.c % 5 == 0;
        if (step.a % 3 == 0) asked.amount = 1 + oracle_->refundable() * (step.c % 10) / 8;
        asked.restock = step.c % 2 == 0;
        asked.reopens_due = step.a % 7 == 0;
        domain::RefundOrder wanted{.choice = {choices(asked.lines), {}, asked.shipping}};
        wanted.amount_minor = asked.amount;
        wanted.restock = asked.restock;
        wanted.reopens_due = asked.reopens_due;
        // Shipping alone of which nothing is owed back gives nothing.
        const bool is_empty = asked.lines.empty() && asked.shipping && !asked.amount &&
                              (order_.shipping.cancelled ? oracle_->owed_back() == 0 || oracle_->shipping_total == 0
                                                         : oracle_->shipping_total == 0);
        return command(
            domain::Action::refund,
            [&](const Order& o, const domain::Context& c) { return domain::refund(o, wanted, c); },
            [&](Oracle& oracle) { return !is_empty && oracle.refund(asked); });
    }

    std::string mark_refunded(const Step& step) {
        std::optional<std::int64_t> amount;
        if (step.a % 2 == 0) amount = 1 + (oracle_->promised + oracle_->refundable()) * (step.b % 9) / 8;
        return command(
            domain::Action::mark_refunded,
            [&](const Order& o, const domain::Context& c) {
                return domain::mark_refunded(o, {.amount_minor = amount}, c);
            },
            [&](Oracle& oracle) { return oracle.mark_refunded(amount); });
    }

    std::string ship(const Step& step) {
        const Named named = step.a % 3 == 0 ? Named{} : some_lines(step, false);
        return command(
            domain::Action::ship,
            [&](const Order& o, const domain::Context& c) { return domain::ship(o, {.lines = choices(named)}, c); },
            [&](Oracle& oracle) { return oracle.ship(named); });
    }

    std::string take_back(const Step& step) {
        const std::size_t at = step.a % order_.lines.size();
        const std::int64_t quantity = 1 + step.b % 2;
        const bool restock = step.c % 2 == 0;
        return command(
            domain::Action::return_,
            [&](const Order& o, const domain::Context& c) {
                return domain::take_back(o, {.lines = {{o.lines[at].id, quantity}}, .restock = restock, .note = ""}, c);
            },
            [&](Oracle& oracle) { return oracle.take_back(at, quantity, restock); });
    }

    std::string reopen() {
        const bool has_ticket = std::ranges::any_of(order_.lines, [](const domain::Line& line) {
            return line.kind == domain::LineKind::ticket && line.cancelled > 0;
        });
        return command(
            domain::Action::reopen, [&](const Order& o, const domain::Context& c) { return domain::reopen(o, "", c); },
            [&](Oracle& oracle) {
                if (has_ticket) return false;
                oracle.reopen();
                return true;
            });
    }

    // To the shop's shipped state and back, so that parcels by state and their undoing come up often.
    std::string change_state(const Step& step) {
        const auto& states = profile_->states;
        const domain::State& target = states[step.a % states.size()];
        const auto choices = domain::state_choices(order_, *profile_);
        const auto choice =
            std::ranges::find_if(choices, [&](const auto& each) { return each.state->id == target.id; });
        const bool has_reason = choice->reason.has_value();
        const Oracle before = *oracle_;
        const std::string from = order_.state;
        const std::int64_t version = order_.version;
        const domain::Standing standing = domain::standing_of(order_, *profile_);
        const bool revives = standing.stage == domain::Stage::cancelled && standing.units.cancelled > 0;
        auto fault = command(
            domain::Action::change_state,
            [&](const Order& o, const domain::Context& c) {
                return domain::change_state(o, {target.id, "", {}, {}}, c);
            },
            [&](Oracle& oracle) {
                if (has_reason) return false;
                if (target.stage == domain::Stage::cancelled)
                    return oracle.cancel({}, false, profile_->restock_default);
                if (revives) oracle.reopen();
                if (target.stage == domain::Stage::shipped) oracle.ship({});
                return true;
            });
        if (fault.empty() && order_.version != version && order_.undoable &&
            order_.undoable->sequence == order_.event_count) {
            moved_from_.emplace(before, from);
        }
        return fault;
    }

    std::string undo() {
        const bool can = order_.undoable && order_.undoable->sequence == order_.event_count &&
                         services().clock.now_ms() < order_.undoable->until_ms;
        const auto from = moved_from_;
        auto fault = command(
            domain::Action::undo, [&](const Order& o, const domain::Context& c) { return domain::undo(o, c); },
            [&](Oracle& oracle) {
                if (can && from) oracle = from->first;
                return can;
            });
        if (fault.empty() && can && from && order_.state != from->second) return "undo led to another state";
        return fault;
    }

    std::string invoice() {
        return command(
            domain::Action::invoice,
            [&](const Order& o, const domain::Context& c) { return domain::invoice(o, {}, c); },
            [&](Oracle&) { return true; });
    }

    std::string revise(const Step& step) {
        domain::Revise wanted;
        for (std::size_t at = 0; at < order_.lines.size(); ++at) {
            const domain::Line& line = order_.lines[at];
            if (line.active() == 0) continue;
            const std::int64_t least = std::max(1, line.shipped - line.gone_shipped);
            domain::PlaceLine content{.sku = line.sku, .name = line.name, .kind = line.kind, .attendees = {}};
            content.quantity = std::max<std::int64_t>(least, line.active() + (step.b + static_cast<int>(at)) % 3 - 1);
            content.unit_price_minor = line.unit_price_minor + (step.c % 3 == 0 ? 7 : 0);
            content.tax_rate = line.tax_rate.to_string();
            wanted.lines.push_back({line.id, content});
        }
        if (wanted.lines.empty() || step.a % 4 == 0) {
            wanted.lines.push_back(
                {"", {.sku = "SKU-0", .name = "More", .quantity = 1, .unit_price_minor = 500, .attendees = {}}});
        }
        wanted.discount_minor = 0;
        std::string lost;
        auto fault = command(
            domain::Action::revise,
            [&](const Order& o, const domain::Context& c) { return domain::revise(o, wanted, c); },
            [&](Oracle& oracle) {
                // The content is the engine's; what must hold still is not.
                const auto preview = preview_of(wanted);
                if (preview) lost = oracle.revise(*preview);
                return preview.has_value();
            });
        return lost.empty() ? fault : lost;
    }

    std::optional<Order> preview_of(const domain::Revise& wanted) {
        std::optional<Order> after;
        services().storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            const auto result =
                orders::run(work, services(), {shop_, order_.id, {}, domain::EntryPoint::button, true}, caller_,
                            [&](const Order& o, const domain::Context& c) { return domain::revise(o, wanted, c); });
            if (result) after = result->order;
        });
        return after;
    }

    std::string act(const Step& step) {
        switch (step.kind % 16) {
            case 0:
            case 1:
            case 2:
                return pay(step);
            case 3:
            case 4:
                return cancel(step);
            case 5:
            case 6:
            case 7:
                return refund(step);
            case 8:
                return mark_refunded(step);
            case 9:
            case 10:
                return ship(step);
            case 11:
                return take_back(step);
            case 12:
                return step.a % 2 == 0 ? reopen() : undo();
            case 13:
                return change_state(step);
            case 14:
                return step.a % 4 == 0 ? invoice() : undo();
            default:
                if (step.a % 3 == 0) all_.site_.clock.at_ms += step.b * 1'000;
                return revise(step);
        }
    }

    // The timeline replays to the same order: as it was after every step.
    std::string look_back() const {
        std::string fault;
        services().storage.read([&](ports::Snapshot& snapshot) {
            for (const Order& copy : copies_) {
                const auto then = snapshot.orders().find_at(shop_.id, copy.id, copy.event_count);
                const bool same = then && without_frame(*then) == without_frame(copy);
                if (!same) fault = "looking back at event " + std::to_string(copy.event_count) + " shows another order";
            }
        });
        return fault;
    }

    Histories& all_;
    const domain::Shop& shop_;
    const ShopKind& kind_;
    std::shared_ptr<const domain::Profile> profile_;
    const Caller caller_ = Caller::system("history");
    Order order_;
    std::optional<Oracle> oracle_;
    std::optional<std::pair<Oracle, std::string>> moved_from_;  // Before a change of state that can be undone.
    std::vector<Order> copies_;
    mutable std::map<std::string, std::int64_t> before_;
};

std::string Histories::run(const std::vector<Step>& steps) {
    if (steps.empty()) return {};
    return History(*this, steps.front().kind % shops_.size()).live(steps);
}

}  // namespace commis::test

// The writing side of orders in memory.
#include <algorithm>
#include <set>

#include "adapters/fake/documents.hpp"
#include "adapters/fake/orders.hpp"

namespace commis::fake {
namespace {

bool is_same_mail(const ports::MailRow& row, const domain::Order& order, const domain::MailIntent& mail) {
    return row.shop_id == order.shop_id && row.order_id == order.id && row.event_sequence == mail.event_sequence &&
           row.kind == mail.kind && row.recipient == mail.recipient;
}

// Numbers and external ids are each one order's own.
void require_unique(const Data& data, const domain::Order& order) {
    for (const auto& [key, stored] : data.orders) {
        const domain::Order& other = stored->order;
        if (other.shop_id != order.shop_id || other.id == order.id) continue;
        if (!order.number.empty() && other.number == order.number) throw ports::AlreadyExists("orders (number)");
        const bool is_same_source = other.channel == order.channel && other.external_id == order.external_id;
        if (!order.external_id.empty() && is_same_source) throw ports::AlreadyExists("orders (external_id)");
    }
}

void keep_former_codes(Data& data, const domain::Order& before, const domain::Order& after) {
    for (const domain::Line& line : after.lines) {
        const domain::Line* was = before.find_line(line.id);
        for (const domain::TicketUnit& unit : line.units) {
            if (was == nullptr) continue;
            const auto former = std::ranges::find(was->units, unit.id, &domain::TicketUnit::id);
            if (former == was->units.end() || former->code == unit.code || former->code.empty()) continue;
            data.former_codes.emplace(Key{after.shop_id, former->code}, ports::CodePlace{after.id, unit.id, true});
        }
    }
}

}  // namespace

std::optional<domain::Order> OrderStore::lock(std::int64_t shop_id, std::string_view order_id) {
    return OrderReader(data_).find(shop_id, order_id);
}

std::optional<std::string> OrderStore::find_external(std::int64_t shop_id, std::string_view channel,
                                                     std::string_view external_id) {
    for (const auto& [key, stored] : data_.orders) {
        const domain::Order& order = stored->order;
        if (order.shop_id != shop_id || order.external_id.empty()) continue;
        if (order.channel == channel && order.external_id == external_id) return order.id;
    }
    return std::nullopt;
}

void OrderStore::insert(const domain::Decision& decision, const domain::Projection& projection,
                        const domain::NewId& new_id) {
    const domain::Order& order = decision.order;
    const Key key{order.shop_id, order.id};
    if (data_.orders.contains(key)) throw ports::AlreadyExists("orders (order_id)");
    require_unique(data_, order);
    data_.orders[key] = std::make_shared<StoredOrder>(StoredOrder{order, projection});
    data_.past[key][order.event_count] = data_.orders[key];
    add_happenings(decision, new_id);
}

void OrderStore::save(const domain::Order& before, const domain::Decision& decision,
                      const domain::Projection& projection, const domain::NewId& new_id) {
    const domain::Order& order = decision.order;
    if (order.version == before.version && decision.events.empty()) return;
    const auto found = data_.orders.find({order.shop_id, order.id});
    if (found == data_.orders.end() || found->second->order.version != before.version) throw ports::StaleOrder();
    require_unique(data_, order);
    keep_former_codes(data_, found->second->order, order);
    StoredOrder stored{order, projection};
    stored.order.seen = found->second->order.seen;
    found->second = std::make_shared<StoredOrder>(std::move(stored));
    data_.past[found->first][order.event_count] = found->second;
    withdraw_mails(decision);
    if (decision.erases_people) erase_words(before);
    add_happenings(decision, new_id);
}

void OrderStore::add_happenings(const domain::Decision& decision, const domain::NewId& new_id) {
    const domain::Order& order = decision.order;
    auto& events = data_.events[{order.shop_id, order.id}];
    events.insert(events.end(), decision.events.begin(), decision.events.end());
    for (const domain::MailIntent& mail : decision.mails) {
        const auto is_same = [&](const auto& each) { return is_same_mail(each.second.row, order, mail); };
        if (std::ranges::any_of(data_.mails, is_same)) continue;
        StoredMail stored;
        stored.is_open = mail.suppressed == domain::Suppression::none;
        stored.next_at_ms = mail.due_at_ms;
        ports::MailRow& row = stored.row;
        row.shop_id = order.shop_id;
        row.id = new_id();
        row.order_id = order.id;
        row.order_number = order.number;
        row.event_sequence = mail.event_sequence;
        row.kind = mail.kind;
        row.recipient = mail.recipient;
        row.language = order.language;
        row.status = stored.is_open ? ports::MailStatus::queued : ports::MailStatus::suppressed;
        row.reason = mail.suppressed;
        row.due_at_ms = mail.due_at_ms;
        row.created_at_ms = order.updated_at_ms;
        row.is_copy = mail.is_copy;
        row.repeats = mail.repeats;
        data_.mails.emplace(Key{row.shop_id, row.id}, std::move(stored));
    }
    move_stock(decision);
}

void OrderStore::move_stock(const domain::Decision& decision) {
    for (const domain::StockMove& move : decision.stock_moves) {
        for (auto& [key, article] : data_.articles) {
            const bool is_meant = key.first == decision.order.shop_id && article.sku == move.sku && article.stock;
            if (!is_meant) continue;
            *article.stock += move.quantity;
            article.version += 1;
            article.updated_at_ms = decision.order.updated_at_ms;
        }
    }
}

void OrderStore::withdraw_mails(const domain::Decision& decision) {
    for (auto& [key, mail] : data_.mails) {
        const bool is_of_order = key.first == decision.order.shop_id && mail.row.order_id == decision.order.id;
        if (!is_of_order || mail.row.status != ports::MailStatus::queued) continue;
        const auto& withdrawn = decision.withdrawn_events;
        if (std::ranges::find(withdrawn, mail.row.event_sequence) == withdrawn.end()) continue;
        mail.row.status = ports::MailStatus::suppressed;
        mail.row.reason = domain::Suppression::undone;
        mail.is_open = false;
    }
}

void OrderStore::erase_words(const domain::Order& order) {
    const Key order_key{order.shop_id, order.id};
    for (domain::Event& event : data_.events[order_key]) {
        event.note.clear();
        event.reason.clear();
        if (event.actor.kind == domain::ActorKind::buyer) event.actor.name.clear();
    }
    for (auto& [key, move] : data_.moves) {
        if (key.first == order.shop_id && move.order_id == order.id) move.buyer.clear();
    }
    std::erase_if(data_.blocked, [&](const auto& each) {
        return each.first.first == order.shop_id && each.second.order_id == order.id;
    });
    data_.drafts.erase(order_key);
    std::erase_if(data_.downloads, [&](const auto& each) {
        return each.first.first == order.shop_id && each.second.order_id == order.id;
    });
    erase_papers(data_, order.shop_id, order.id);
    std::erase_if(data_.labels, [&](const auto& each) {
        return each.second.shop_id == order.shop_id && each.second.order_id == order.id;
    });
    std::erase_if(data_.bounces, [&](const auto& each) {
        return each.first.first == order.shop_id && each.second.order_id == order.id;
    });
    std::set<std::pair<std::int64_t, domain::MailKind>> nameless;
    for (auto& [key, mail] : data_.mails) {
        if (key.first != order.shop_id || mail.row.order_id != order.id) continue;
        mail.bytes.clear();
        if (mail.row.recipient.empty()) continue;
        // One mail of an event has nobody's address, others have their own id: each stays another mail.
        const bool is_first = nameless.emplace(mail.row.event_sequence, mail.row.kind).second;
        mail.row.recipient = is_first ? "" : mail.row.id;
        mail.row.subject.clear();
        mail.row.last_reply.clear();
        mail.is_open = false;
        if (mail.row.status == ports::MailStatus::sending) mail.row.status = ports::MailStatus::unknown;
        if (mail.row.status != ports::MailStatus::queued) continue;
        mail.row.status = ports::MailStatus::suppressed;
        mail.row.reason = domain::Suppression::no_address;
    }
}

void OrderStore::save_draft(std::int64_t shop_id, std::string_view order_id, const ports::RevisionDraft& draft) {
    data_.drafts[{shop_id, std::string(order_id)}] = draft;
}

void OrderStore::delete_draft(std::int64_t shop_id, std::string_view order_id) {
    data_.drafts.erase({shop_id, std::string(order_id)});
}

void OrderStore::save_projection(std::int64_t shop_id, std::string_view order_id,
                                 const domain::Projection& projection) {
    auto& stored = data_.orders.at({shop_id, std::string(order_id)});
    stored = std::make_shared<StoredOrder>(StoredOrder{stored->order, projection});
}

domain::TakenNumber OrderStore::take_number(std::int64_t shop_id, std::string_view series, std::int64_t year) {
    const auto found = data_.ranges.find({shop_id, std::string(series)});
    if (found == data_.ranges.end()) throw std::runtime_error("the shop has no number range " + std::string(series));
    return domain::take_next(found->second, year);
}

void OrderStore::create_range(std::int64_t shop_id, std::string_view series, std::string_view prefix, std::int64_t next,
                              std::int64_t width) {
    domain::NumberRange range{std::string(series), std::string(prefix), next, width};
    const bool is_new = data_.ranges.emplace(Key{shop_id, series}, std::move(range)).second;
    if (!is_new) throw ports::AlreadyExists("number_ranges (series)");
}

void OrderStore::mark_seen(std::int64_t shop_id, std::string_view order_id) {
    const auto found = data_.orders.find({shop_id, std::string(order_id)});
    if (found == data_.orders.end()) return;
    StoredOrder stored = *found->second;
    stored.order.seen = true;
    found->second = std::make_shared<StoredOrder>(std::move(stored));
}

}  // namespace commis::fake

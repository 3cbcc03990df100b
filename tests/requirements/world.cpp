#include "requirements/world.hpp"

#include <algorithm>
#include <stdexcept>

#include "adapters/system/assets.hpp"
#include "features/orders/place.hpp"
#include "features/shops/shops.hpp"
#include "json/parse.hpp"

namespace commis::domain::requirements {
namespace {

std::optional<std::string> embedded_text(std::string_view path) {
    const assets::Asset* asset = assets::find(path);
    if (asset == nullptr) return std::nullopt;
    return std::string(asset->raw);
}

orders::ParsedAction parsed(Action action, const std::string& body) {
    auto made = orders::find_action_command(action)->parse(*json::parse(body));
    if (!made) throw std::runtime_error("the body of a test was refused at " + made.error().front().field);
    return *made;
}

}  // namespace

World::World(std::string_view profile_id, test::StorageKind kind)
    : storage_(kind),
      renderer_(embedded_text),
      services{*storage_, profiles_, words_, formatter_, renderer_, clock, ids_, secrets_, notices_, codes_} {
    shops::ShopChange wanted;
    wanted.handle = "maison";
    wanted.name = "Maison";
    wanted.profile_id = std::string(profile_id);
    wanted.currency = "EUR";
    wanted.language = "en";
    wanted.timezone = "Europe/Paris";
    wanted.sandbox = true;
    wanted.mail_sender_address = "shop@example.org";
    wanted.operator_addresses = std::vector<std::string>{"desk@example.org"};
    write([&](ports::UnitOfWork& work) { shop = shops::create(work, services, caller, wanted).value(); });
}

Order World::place(PlaceOrder command) {
    Order placed;
    write([&](ports::UnitOfWork& work) {
        const auto decision = orders::place(work, services, shop, caller, command);
        if (!decision) throw std::runtime_error("the order was refused: " + sample::outcome(decision));
        placed = decision->order;
    });
    return placed;
}

Order World::order(const std::string& id) {
    std::optional<Order> found;
    storage_->read([&](ports::Snapshot& snapshot) { found = snapshot.orders().find(shop.id, id); });
    return found.value();
}

std::string World::act(const std::string& id, const orders::Decide& decide) {
    std::string outcome;
    write([&](ports::UnitOfWork& work) {
        outcome = sample::outcome(orders::run(work, services, {shop, id, {}}, caller, decide));
    });
    return outcome;
}

orders::BulkPreview World::preview(Action action, const std::string& body, const std::vector<std::string>& ids) {
    return orders::preview_bulk(services, shop, caller, parsed(action, body), ids);
}

std::string World::bulk(Action action, const std::string& body, const std::string& id) {
    std::string outcome;
    write([&](ports::UnitOfWork& work) {
        outcome = sample::outcome(orders::run_bulk_item(work, services, shop, caller, parsed(action, body), id));
    });
    return outcome;
}

ports::OrderFilter World::filter() const {
    ports::OrderFilter all;
    all.shop_ids = {shop.id};
    return all;
}

std::vector<std::string> World::find(const ports::OrderFilter& filter) {
    std::vector<std::string> numbers;
    for (const std::string& id : orders::orders_of(services, filter)) numbers.push_back(order(id).number);
    return numbers;
}

std::vector<ports::MailRow> World::mails(const std::string& order_id) {
    std::vector<ports::MailRow> rows;
    storage_->read([&](ports::Snapshot& snapshot) {
        ports::MailFilter wanted;
        wanted.shop_id = shop.id;
        wanted.order_id = order_id;
        rows = snapshot.outbox().list(wanted);
    });
    return rows;
}

std::vector<ports::TimelineEntry> World::timeline(const std::string& order_id) {
    std::vector<ports::TimelineEntry> entries;
    storage_->read(
        [&](ports::Snapshot& snapshot) { entries = snapshot.orders().timeline(shop.id, order_id, std::nullopt, 100); });
    std::ranges::reverse(entries);
    return entries;
}

std::vector<ports::RemovedRow> World::removed() {
    std::vector<ports::RemovedRow> rows;
    storage_->read([&](ports::Snapshot& snapshot) { rows = snapshot.orders().removed(shop.id, std::nullopt, 50); });
    return rows;
}

std::vector<std::string> World::tick(bool dry_run) {
    std::vector<std::string> lines;
    for (const orders::DueLine& line : orders::run_timers(services, dry_run).done) {
        lines.push_back(line.number + " " + std::string(id_of(line.due)));
    }
    return lines;
}

void World::stock(const std::string& sku, std::int64_t on_hand) {
    Article article;
    article.shop_id = shop.id;
    article.id = ids_.next();
    article.sku = sku;
    article.name = sku;
    article.stock = on_hand;
    write([&](ports::UnitOfWork& work) { work.articles().insert(article); });
}

ports::StockLevel World::stock_of(const std::string& sku) {
    ports::StockLevel level;
    storage_->read(
        [&](ports::Snapshot& snapshot) { level = snapshot.articles().stock_levels(shop.id, {sku}).front(); });
    return level;
}

std::vector<FieldError> World::set(std::string_view patch_json) {
    shops::ShopChange wanted;
    wanted.settings_patch_json = std::string(patch_json);
    std::vector<FieldError> refused;
    write([&](ports::UnitOfWork& work) {
        const auto changed = shops::update(work, services, caller, shop.id, wanted);
        if (changed) {
            shop = *changed;
        } else {
            refused = changed.error().fields;
        }
    });
    return refused;
}

void World::switch_profile(std::string_view profile_id) {
    shops::ShopChange wanted;
    wanted.profile_id = std::string(profile_id);
    write([&](ports::UnitOfWork& work) { shop = shops::update(work, services, caller, shop.id, wanted).value(); });
}

}  // namespace commis::domain::requirements

#include "adapters/fake/openings.hpp"

#include <algorithm>
#include <ranges>

#include "adapters/sql/text_keys.hpp"

namespace commis::fake {
namespace {

template <class Wanted>
std::vector<ports::ArticleFile> files_where(const Data& data, std::int64_t shop_id, const Wanted& wanted) {
    std::vector<ports::ArticleFile> found;
    for (const auto& [key, file] : data.article_files) {
        if (key.first == shop_id && wanted(file)) found.push_back(file);
    }
    std::ranges::sort(found, {}, [](const ports::ArticleFile& file) { return std::pair(file.name, file.id); });
    return found;
}

// The tickets of a shop until `is_it` is true.
template <class Is>
std::optional<ports::CodePlace> find_ticket(const Data& data, std::int64_t shop_id, const Is& is_it) {
    for (const auto& [key, stored] : data.orders) {
        if (key.first != shop_id) continue;
        for (const domain::Line& line : stored->order.lines) {
            const auto unit = std::ranges::find_if(line.units, is_it);
            if (unit != line.units.end()) return ports::CodePlace{key.second, unit->id};
        }
    }
    return std::nullopt;
}

}  // namespace

bool OpeningReader::has_files(std::int64_t shop_id, const std::vector<std::string>& skus) {
    return std::ranges::any_of(skus, [&](const std::string& sku) { return !files_of(shop_id, sku).empty(); });
}

std::vector<ports::ArticleFile> OpeningReader::files_of(std::int64_t shop_id, std::string_view sku) {
    return files_where(data_, shop_id, [&](const ports::ArticleFile& file) { return file.sku == sku; });
}

std::vector<ports::ArticleFile> OpeningReader::files_of_article(std::int64_t shop_id, std::string_view article_id) {
    return files_where(data_, shop_id, [&](const ports::ArticleFile& file) { return file.article_id == article_id; });
}

std::vector<ports::ArticleFile> OpeningReader::files_after(std::int64_t shop_id, std::string_view article_id,
                                                           std::string_view file_id, std::int32_t limit) {
    const auto place = [](const ports::ArticleFile& file) { return std::pair(file.article_id, file.id); };
    const std::pair after{std::string(article_id), std::string(file_id)};
    auto found = files_where(data_, shop_id, [&](const ports::ArticleFile& file) { return place(file) > after; });
    std::ranges::sort(found, {}, place);
    if (found.size() > static_cast<std::size_t>(limit)) found.resize(static_cast<std::size_t>(limit));
    return found;
}

std::vector<ports::Download> OpeningReader::downloads(std::int64_t shop_id, std::string_view order_id,
                                                      std::int32_t limit) {
    std::vector<ports::Download> found;
    for (const auto& [key, download] : std::views::reverse(data_.downloads)) {
        const bool is_of_order = key.first == shop_id && download.order_id == order_id;
        if (is_of_order && found.size() < static_cast<std::size_t>(limit)) found.push_back(download);
    }
    return found;
}

std::vector<ports::BlockedAddress> OpeningReader::blocked(std::int64_t shop_id, std::string_view after,
                                                          std::int32_t limit) {
    std::vector<ports::BlockedAddress> found;
    for (const auto& [key, address] : data_.blocked) {
        const bool is_behind = key.first == shop_id && key.second > sql::case_key(after);
        if (is_behind && found.size() < static_cast<std::size_t>(limit)) found.push_back(address);
    }
    return found;
}

std::vector<std::string> OpeningReader::blocked_among(std::int64_t shop_id, const std::vector<std::string>& emails) {
    std::vector<std::string> blocked;
    for (const std::string& email : emails) {
        if (data_.blocked.contains({shop_id, sql::case_key(email)})) blocked.push_back(email);
    }
    return blocked;
}

std::optional<ports::CodePlace> OpeningReader::find_code(std::int64_t shop_id, std::string_view code) {
    if (code.empty()) return std::nullopt;
    auto place = find_ticket(data_, shop_id, [&](const domain::TicketUnit& unit) { return unit.code == code; });
    if (place) return place;
    const auto former = data_.former_codes.find({shop_id, std::string(code)});
    if (former == data_.former_codes.end()) return std::nullopt;
    return former->second;
}

std::optional<std::string> OpeningReader::find_unit_order(std::int64_t shop_id, std::string_view unit_id) {
    const auto place = find_ticket(data_, shop_id, [&](const domain::TicketUnit& unit) { return unit.id == unit_id; });
    if (!place) return std::nullopt;
    return place->order_id;
}

std::vector<std::string> OpeningReader::orders_with_tickets(std::int64_t shop_id, std::string_view after,
                                                            std::int64_t not_before_ms, std::int32_t limit) {
    const auto is_over = [&](const domain::Line& line) {
        return std::ranges::any_of(data_.articles, [&](const auto& each) {
            const domain::Article& article = each.second;
            return article.shop_id == shop_id && article.sku == line.sku && article.starts_at_ms &&
                   *article.starts_at_ms < not_before_ms;
        });
    };
    const auto is_wanted = [&](const domain::Line& line) { return !line.units.empty() && !is_over(line); };
    std::vector<std::string> order_ids;
    for (const auto& [key, stored] : data_.orders) {
        if (key.first != shop_id || key.second <= after || order_ids.size() >= static_cast<std::size_t>(limit))
            continue;
        if (std::ranges::any_of(stored->order.lines, is_wanted)) order_ids.push_back(key.second);
    }
    return order_ids;
}

std::optional<ports::SlipPlace> OpeningReader::find_slip(std::int64_t shop_id, std::string_view slip) {
    for (const auto& [key, stored] : data_.orders) {
        if (key.first != shop_id || slip.empty()) continue;
        const auto& requests = stored->order.requests;
        const auto request = std::ranges::find(requests, slip, &domain::BuyerRequest::slip);
        if (request != requests.end()) return ports::SlipPlace{key.second, request->id};
    }
    return std::nullopt;
}

void OpeningStore::add_file(const ports::ArticleFile& file) { data_.article_files[{file.shop_id, file.id}] = file; }

bool OpeningStore::delete_file(std::int64_t shop_id, std::string_view article_id, std::string_view file_id) {
    const auto found = data_.article_files.find({shop_id, std::string(file_id)});
    if (found == data_.article_files.end() || found->second.article_id != article_id) return false;
    data_.article_files.erase(found);
    return true;
}

void OpeningStore::save_download(const ports::Download& download) {
    const auto [found, is_new] = data_.downloads.emplace(Key{download.shop_id, download.id}, download);
    if (!is_new) found->second.latest_at_ms = download.latest_at_ms;
}

void OpeningStore::block(const ports::BlockedAddress& address) {
    data_.blocked.emplace(Key{address.shop_id, sql::case_key(address.email)}, address);
}

bool OpeningStore::unblock(std::int64_t shop_id, std::string_view email) {
    return data_.blocked.erase({shop_id, sql::case_key(email)}) == 1;
}

}  // namespace commis::fake

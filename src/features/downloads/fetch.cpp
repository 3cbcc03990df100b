#include "features/downloads/fetch.hpp"

#include <algorithm>
#include <array>

#include "domain/decisions/access.hpp"
#include "domain/downloads.hpp"
#include "features/base36.hpp"
#include "features/orders/run.hpp"

namespace commis::downloads {
namespace {

constexpr std::string_view purpose = "download";
constexpr std::int64_t goes_on_ms = 86'400'000;
constexpr std::int64_t noted_every_ms = 60'000;
constexpr std::size_t agent_bytes_max = 200;
constexpr std::size_t token_bytes_max = 200;
constexpr std::size_t token_parts = 6;

struct Token {
    std::int64_t shop_id = 0;
    std::string order_id{};
    Link link{};
    std::string_view proven{};  // All but the proof.
    std::string_view mac{};
};

std::optional<Token> read_token(std::string_view text) {
    if (text.size() > token_bytes_max || std::ranges::count(text, '.') != token_parts - 1) return std::nullopt;
    std::array<std::string_view, token_parts> parts;
    std::string_view rest = text;
    for (std::string_view& part : parts) {
        part = rest.substr(0, rest.find('.'));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    }
    const auto shop_id = from_36(parts[0]);
    const auto expires_s = from_36(parts[4]);
    constexpr std::int64_t latest_s = 253'402'300'799;  // The end of the year 9999.
    if (!shop_id || !expires_s || *expires_s > latest_s) return std::nullopt;
    return Token{*shop_id,
                 std::string(parts[1]),
                 {std::string(parts[2]), std::string(parts[3]), *expires_s * 1'000},
                 text.substr(0, text.size() - parts[5].size() - 1),
                 parts[5]};
}

std::string signed_text(std::string_view proven, const domain::Order& order) {
    return std::string(proven) + '.' + std::to_string(order.link_generation);
}

std::string printable(std::string_view agent) {
    std::string kept;
    for (const char sign : agent.substr(0, agent_bytes_max)) {
        if (sign >= ' ' && sign <= '~') kept += sign;
    }
    return kept;
}

// The fetch that this request goes on with.
const ports::Download* find_begun(const std::vector<ports::Download>& log, const Link& link, const Request& request,
                                  std::int64_t now_ms) {
    if (!request.is_middle) return nullptr;
    const auto at = std::ranges::find_if(log, [&](const ports::Download& download) {
        return download.line_id == link.line_id && download.file_id == link.file_id &&
               download.address == request.address && download.latest_at_ms > now_ms - goes_on_ms;
    });
    return at == log.end() ? nullptr : &*at;
}

std::optional<Outcome> find_order(const Services& services, const Token& token) {
    std::optional<Outcome> outcome;
    services.storage.read([&](ports::Snapshot& snapshot) {
        outcome.reset();
        auto order = snapshot.orders().find(token.shop_id, token.order_id);
        if (!order || !services.secrets.is_mac(purpose, signed_text(token.proven, *order), token.mac)) return;
        auto shop = snapshot.shops().find(token.shop_id);
        if (shop) outcome = Outcome{std::move(*shop), std::move(*order)};
    });
    return outcome;
}

std::optional<ports::ArticleFile> find_file(ports::Snapshot& snapshot, std::int64_t shop_id, const domain::Line& line,
                                            const std::string& file_id) {
    auto files = snapshot.openings().files_of(shop_id, line.sku);
    const auto at = std::ranges::find(files, file_id, &ports::ArticleFile::id);
    if (line.sku.empty() || at == files.end()) return std::nullopt;
    return std::move(*at);
}

// What one request finds: the file and its log, and whether it may be had.
struct Found {
    std::optional<ports::ArticleFile> file{};
    std::optional<ports::Download> begun{};
    std::optional<domain::Refusal> reason{};
};

Found look(const Services& services, ports::Snapshot& snapshot, const domain::Order& order,
           const domain::Profile& profile, const Link& link, const Request& request) {
    Found found;
    const domain::Line* line = order.find_line(link.line_id);
    if (line != nullptr) found.file = find_file(snapshot, order.shop_id, *line, link.file_id);
    if (line == nullptr || !found.file) {
        found.reason = domain::Refusal::no_download;
        return found;
    }
    const std::int64_t now_ms = services.clock.now_ms();
    const auto log = snapshot.openings().downloads(order.shop_id, order.id, downloads_read_max);
    const bool is_same = request.begun.empty() || request.begun == found.file->digest;
    const ports::Download* begun = is_same ? find_begun(log, link, request, now_ms) : nullptr;
    if (begun != nullptr) found.begun = *begun;
    const bool goes_on = found.begun.has_value();
    found.reason =
        domain::download_right(order, *line, profile, begun_of(log, *line, link.file_id), now_ms, goes_on).reason;
    return found;
}

void note(ports::UnitOfWork& work, const Services& services, const domain::Order& order, const Found& found,
          const Link& link, const Request& request) {
    const std::int64_t now_ms = services.clock.now_ms();
    if (found.begun) {
        // A player that asks for a thousand pieces needs no thousand rows.
        if (now_ms < found.begun->latest_at_ms + noted_every_ms) return;
        ports::Download later = *found.begun;
        later.latest_at_ms = now_ms;
        work.openings().save_download(later);
        return;
    }
    work.openings().save_download({.shop_id = order.shop_id,
                                   .order_id = order.id,
                                   .id = services.ids.next(),
                                   .line_id = link.line_id,
                                   .file_id = link.file_id,
                                   .file_name = found.file->name,
                                   .begun_at_ms = now_ms,
                                   .latest_at_ms = now_ms,
                                   .address = request.address,
                                   .agent = printable(request.agent)});
}

// With the order locked: two requests at once can't both be the last one allowed.
void take(const Services& services, Outcome& outcome, const Link& link, const Request& request) {
    domain::Decision decision;
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        outcome.file.reset();
        outcome.reason.reset();
        Found found;
        const orders::Target target{outcome.shop, outcome.order.id, std::nullopt};
        auto decided = orders::run(
            work, services, target, Caller::buyer(),
            [&](const domain::Order& order, const domain::Context& context) -> domain::Result<domain::Decision> {
                found = look(services, work.reads(), order, context.profile, link, request);
                if (found.reason) return domain::refuse(*found.reason);
                return domain::begin_download(order, link.line_id, context);
            });
        if (!decided) {
            outcome.reason = decided.error().refusal;
            return;
        }
        note(work, services, decided->order, found, link, request);
        outcome.file = std::move(found.file);
        decision = std::move(*decided);
    });
    orders::announce(services, decision);
}

}  // namespace

std::string url_of(const Services& services, const domain::Order& order, const Link& link) {
    const std::string proven = in_36(order.shop_id) + '.' + order.id + '.' + link.line_id + '.' + link.file_id + '.' +
                               in_36(link.expires_at_ms / 1'000);
    return services.public_url + "/d/" + proven + '.' + services.secrets.mac(purpose, signed_text(proven, order));
}

std::int64_t begun_of(const std::vector<ports::Download>& log, const domain::Line& line, std::string_view file_id) {
    return std::ranges::count_if(log, [&](const ports::Download& download) {
        return download.line_id == line.id && download.file_id == file_id &&
               download.begun_at_ms >= line.granted_at_ms.value_or(0);
    });
}

std::optional<Outcome> fetch(const Services& services, std::string_view token, const Request& request) {
    const auto read = read_token(token);
    if (!read) return std::nullopt;
    auto outcome = find_order(services, *read);
    if (!outcome) return std::nullopt;
    if (services.clock.now_ms() >= read->link.expires_at_ms) {
        outcome->is_expired = true;
        return outcome;
    }
    if (!request.is_look) {
        take(services, *outcome, read->link, request);
        return outcome;
    }
    const auto profile = services.profiles.of(outcome->shop);
    services.storage.read([&](ports::Snapshot& snapshot) {
        Found found = look(services, snapshot, outcome->order, *profile, read->link, request);
        outcome->reason = found.reason;
        if (!found.reason) outcome->file = std::move(found.file);
    });
    return outcome;
}

}  // namespace commis::downloads

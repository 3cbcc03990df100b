#include "features/downloads/offers.hpp"

#include "domain/downloads.hpp"
#include "features/downloads/fetch.hpp"

namespace commis::downloads {

std::vector<Offer> offers(const Services& services, ports::Snapshot& snapshot, const domain::Shop& shop,
                          const domain::Order& order, std::int64_t link_ms) {
    std::vector<Offer> offers;
    const auto profile = services.profiles.of(shop);
    const std::int64_t now_ms = services.clock.now_ms();
    std::optional<std::vector<ports::Download>> log;
    for (const domain::Line& line : order.lines) {
        if (line.kind != domain::LineKind::digital || line.sku.empty()) continue;
        for (const ports::ArticleFile& file : snapshot.openings().files_of(shop.id, line.sku)) {
            if (!log) log = snapshot.openings().downloads(shop.id, order.id, downloads_read_max);
            const auto right = domain::download_right(order, line, *profile, begun_of(*log, line, file.id), now_ms);
            Offer& offer = offers.emplace_back(Offer{.line_id = line.id,
                                                     .line_name = line.name,
                                                     .file_id = file.id,
                                                     .name = file.name,
                                                     .size_bytes = file.size_bytes,
                                                     .left = right.left,
                                                     .until_ms = right.until_ms,
                                                     .reason = right.reason});
            if (offer.reason) continue;
            offer.url = url_of(services, order, {line.id, file.id, now_ms + link_ms});
        }
    }
    return offers;
}

std::vector<Offer> offers(const Services& services, const domain::Shop& shop, const domain::Order& order,
                          std::int64_t link_ms) {
    std::vector<Offer> found;
    services.storage.read([&](ports::Snapshot& snapshot) { found = offers(services, snapshot, shop, order, link_ms); });
    return found;
}

}  // namespace commis::downloads

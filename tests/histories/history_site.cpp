#include "histories/history_site.hpp"

#include <stdexcept>

#include "features/shops/shops.hpp"

namespace commis::test {

HistorySite::HistorySite(StorageKind kind)
    : storage_(kind), services_{*storage_, profiles_, words_,   formatter_, renderer_,
                                clock,     ids_,      secrets_, notices_,   codes_} {}

domain::Shop HistorySite::make_shop(const std::string& handle, const std::string& profile,
                                    const std::string& currency) {
    shops::ShopChange wanted;
    wanted.handle = handle;
    wanted.name = handle;
    wanted.profile_id = profile;
    wanted.currency = currency;
    wanted.language = "en";
    wanted.timezone = "Europe/Zurich";
    wanted.operator_addresses = std::vector<std::string>{"desk@example.org"};
    domain::Shop shop;
    services_.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        const auto made = shops::create(work, services_, Caller::system("history"), wanted);
        if (!made) throw std::runtime_error("the history's shop was refused");
        shop = *made;
    });
    return shop;
}

}  // namespace commis::test

// The stream of hints: "this order is now at version 4". A client fetches what it wants to know.
#include <algorithm>

#include "http/routes.hpp"

namespace commis::http {
namespace {

Response stream(const Call& call, std::vector<std::string> topics) {
    Response response;
    response.events = call.site.events.subscribe([topics = std::move(topics)](std::string_view topic) {
        return std::ranges::find(topics, topic) != topics.end();
    });
    if (!response.events) return problem_retry(503, "too_many_streams", "Too many event streams are open.", 15);
    return response;
}

Response shop_events(Call& call) { return stream(call, {call.shop.handle}); }

Response all_events(Call& call) {
    std::vector<std::string> topics;
    call.site.services.storage.read([&](ports::Snapshot& snapshot) {
        for (const domain::Shop& shop : snapshot.shops().list()) {
            if (call.caller.rights_in(shop.id).has(domain::Right::read)) topics.push_back(shop.handle);
        }
    });
    return stream(call, std::move(topics));
}

}  // namespace

void add_event_routes(Router& router, const Site& site) {
    add_shop_route(router, site, "GET", "/events", domain::Right::read, shop_events);
    add_signed_in_route(router, site, "GET", "/events", all_events);
}

}  // namespace commis::http

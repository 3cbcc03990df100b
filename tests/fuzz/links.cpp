// Fuzz target: what strangers send as the token of a link, of a session or of a program opens nothing that this program
// did not write. There are an order with each kind of link, a session and a token; the text is tried at every door.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "adapters/system/clock.hpp"
#include "adapters/system/sodium.hpp"
#include "features/access/access.hpp"
#include "features/buyer/link.hpp"
#include "features/downloads/fetch.hpp"
#include "features/payments/link_page.hpp"
#include "http/message.hpp"
#include "support/sample_shop.hpp"

#include "demand.hpp"
#include "world.hpp"

namespace {

using namespace commis;

struct FixedClock final : ports::Clock {
    std::int64_t start_of_day(std::int64_t at_ms, std::int32_t days, std::string_view zone) const override {
        return system::start_of_day(at_ms, days, zone);
    }
    std::int32_t day_of(std::int64_t at_ms, std::string_view zone) const override {
        return system::day_of(at_ms, zone);
    }
    std::int64_t now_ms() const override { return test::SampleShop::start_ms; }
    bool knows_zone(std::string_view) const override { return true; }
};

struct World : fuzz::World<FixedClock> {
    World() {
        maison.store(storage);
        order = maison.add(storage, maison.command());
        storage.write(ports::Priority::interactive, [this](ports::UnitOfWork& work) {
            ports::Token token;
            token.id = "01K7000000000000000000000T";
            token.shop_id = maison.shop.id;
            token.token_hash = secrets.digest(program_token);
            token.role = domain::Role::viewer;
            work.access().insert_token(token);
        });
    }

    test::SampleShop maison;
    domain::Order order;
    const std::string program_token = "a-token-of-a-program";
};

// What is true of a text is true of it inside the header that carries it.
std::string as_cookie(const std::string& text) {
    http::Request request;
    request.headers.add("Cookie", "theme=dark; commis=" + text);
    return std::string(request.cookie("commis").value_or(""));
}

void try_doors(World& world, const std::string& text) {
    const std::string own = buyer::token_of(world.services, world.order);
    const auto found = buyer::find(world.services, text);
    demand(found.has_value() == (text == own));
    if (found) demand(found->order.id == world.order.id);
    demand(!payments::find_link(world.services, text));
    const auto file = downloads::fetch(world.services, text, {"192.0.2.1", text, true, false, text});
    const std::string line = world.order.lines.front().id;
    const std::string link = downloads::url_of(world.services, world.order, {line, "F", 0});
    demand(!file || text == link.substr(link.rfind('/') + 1) || file->order.id == world.order.id);
    world.storage.read([&](ports::Snapshot& snapshot) {
        const auto caller = access::caller_of_token(snapshot.access(), world.services, text);
        demand(caller.has_value() == (text == world.program_token));
        demand(!access::caller_of_session(snapshot.access(), world.services, as_cookie(text)));
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    system::require_sodium();
    static World world;
    const std::string text(reinterpret_cast<const char*>(data), size);
    try_doors(world, text);
    // Its own tokens with the text in them, before them and behind them.
    const std::string own = buyer::token_of(world.services, world.order);
    const std::string line = world.order.lines.front().id;
    const std::string url = downloads::url_of(world.services, world.order, {line, "F", 253'402'300'799'000});
    for (const std::string& good : {own, url.substr(url.rfind('/') + 1)}) {
        try_doors(world, text + good);
        try_doors(world, good + text);
        const std::size_t at = size == 0 ? 0 : data[0] % good.size();
        try_doors(world, good.substr(0, at) + text + good.substr(at));
    }
    return 0;
}

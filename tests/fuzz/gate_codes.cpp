// Fuzz target: what a gate's camera or hand brings in is a code of twelve signs or nothing, and a signature is the
// shop's or nothing. The first line is what was scanned, the rest the gate's name.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "adapters/system/clock.hpp"
#include "adapters/system/sodium.hpp"
#include "domain/decisions/tickets.hpp"
#include "features/tickets/check_in.hpp"
#include "features/tickets/code.hpp"
#include "json/utf8.hpp"

#include "demand.hpp"
#include "world.hpp"

namespace {

using namespace commis;

struct World : fuzz::World<system::SystemClock> {
    World() {
        shop.id = 7;
        shop.handle = "atelier";
    }
    domain::Shop shop;
};

void check(const World& world, const std::optional<tickets::ReadCode>& read, std::string_view text) {
    if (!read) return;
    demand(read->code.size() == domain::ticket_code_length);
    demand(read->code.find_first_not_of(domain::ticket_code_signs) == std::string::npos);
    demand(read->is_signed == (text.find('.') != std::string_view::npos));
    // What was read is found again as people read it, and as the gate scans it.
    const auto shown = tickets::read_code(world.services, world.shop, tickets::shown_code(read->code));
    demand(shown && shown->code == read->code && !shown->is_signed);
    const auto scanned =
        tickets::read_code(world.services, world.shop, tickets::barcode_of(world.services, world.shop, read->code));
    demand(scanned && scanned->code == read->code && scanned->is_signed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    system::require_sodium();
    static const World world;
    const std::string_view all(reinterpret_cast<const char*>(data), size);
    const auto end = std::min(all.find('\n'), all.size());
    const std::string text(all.substr(0, end));
    const std::string gate(all.substr(std::min(end + 1, all.size())));
    check(world, tickets::read_code(world.services, world.shop, text), text);
    const std::string signed_code = tickets::barcode_of(world.services, world.shop, "7Q2M9XKD3FTA");
    const auto changed = tickets::read_code(world.services, world.shop, signed_code + text);
    // Blanks around a code are forgiven, nothing else.
    demand(!changed || text.find_first_not_of(" \t\r\n") == std::string::npos);
    constexpr std::int64_t now_ms = 1'760'000'000'000;
    for (const std::int64_t at_ms : {now_ms, std::int64_t{0}, static_cast<std::int64_t>(size) * now_ms}) {
        for (const auto& error : tickets::check({text, gate, at_ms}, now_ms)) {
            demand(error.field.starts_with('/') && !error.code.empty());
        }
    }
    return 0;
}

// Fuzz target: whatever JSON is sent as an order, an action on one, a shop's settings, a bulk action or the layout of a
// table becomes a command, or is refused with a pointer to each misfit. The first byte picks the body.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "domain/table_guess.hpp"
#include "features/orders/actions.hpp"
#include "http/bulk_body.hpp"
#include "http/json_body.hpp"
#include "http/order_body.hpp"
#include "http/shop_body.hpp"
#include "http/table_json.hpp"
#include "json/utf8.hpp"

#include "demand.hpp"

namespace {

using namespace commis;

void demand_told(const http::Response& response) {
    demand(response.status == 400 || response.status == 415 || response.status == 422 || response.status == 413);
}

void try_action(const orders::ActionCommand& command, std::string_view text) {
    const auto body = json::parse(text);
    if (!body) return;
    const auto parsed = command.parse(*body);
    if (parsed) {
        demand(parsed->decide != nullptr);
        return;
    }
    demand(!parsed.error().empty());
    for (const json::FieldError& error : parsed.error()) {
        demand(error.field.empty() || error.field.starts_with('/'));
        demand(!error.code.empty() && json::is_valid_utf8(error.field));
    }
}

template <class Read>
void try_body(const http::Request& request, const Read& read) {
    if (const auto body = read(request); !body) demand_told(body.error());
}

http::Request request_with(std::string_view text) {
    http::Request request;
    request.method = "POST";
    request.headers.add("Content-Type", "application/json");
    request.body = text;
    return request;
}

void try_mapping(const http::Request& request) {
    const auto body = http::json_body<http::TableMappingBody>(request);
    if (!body) return demand_told(body.error());
    const domain::TableMapping mapping = http::mapping_from(*body);
    for (const auto& error : domain::check_mapping(mapping)) demand(!error.code.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto actions = orders::action_commands();
    constexpr std::size_t others = 6;
    const std::size_t choice = data[0] % (actions.size() + others);
    if (choice >= others) {
        try_action(actions[choice - others], text);
        return 0;
    }
    const http::Request request = request_with(text);
    if (choice == 0) try_body(request, http::read_place_body);
    if (choice == 1) try_body(request, http::read_shop_create);
    if (choice == 2) try_body(request, http::read_shop_patch);
    if (choice == 3) try_body(request, http::read_bulk_body);
    if (choice == 4) try_mapping(request);
    if (choice == 5) try_body(request, [](const auto& asked) { return http::read_edit_body(asked, domain::Order{}); });
    return 0;
}

// {"dry_run"?}
#include "features/orders/place_draft.hpp"

#include "domain/decisions/place.hpp"
#include "json/read.hpp"

namespace commis::orders {
namespace {

struct PlaceDraftBody {
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(PlaceDraftBody, (), (dry_run))

}  // namespace

std::expected<ParsedAction, std::vector<json::FieldError>> parse_place_draft(const json::Value& body) {
    auto read = json::read<PlaceDraftBody>(body);
    if (!read) return std::unexpected(std::move(read.error()));
    ParsedAction parsed;
    parsed.dry_run = read->dry_run.value_or(false);
    parsed.decide = [](const domain::Order& order, const domain::Context& context) {
        return domain::place_draft(order, context);
    };
    return parsed;
}

}  // namespace commis::orders

// What the bodies of actions have in common, and the way from a body to a decision to be made.
#pragma once

#include "domain/decisions/units.hpp"
#include "features/orders/actions.hpp"
#include "json/read.hpp"

namespace commis::orders {

using Text = std::optional<std::string>;
using ParseResult = std::expected<ParsedAction, std::vector<json::FieldError>>;

struct ChosenLineBody {
    std::string line;
    std::int64_t quantity = 0;
    std::optional<bool> restock;
};
BOOST_DESCRIBE_STRUCT(ChosenLineBody, (), (line, quantity, restock))

struct TrackingBody {
    Text carrier, number, url;
};
BOOST_DESCRIBE_STRUCT(TrackingBody, (), (carrier, number, url))

inline std::optional<domain::Tracking> tracking_from(const std::optional<TrackingBody>& body) {
    if (!body) return std::nullopt;
    return domain::Tracking{body->carrier.value_or(""), body->number.value_or(""), body->url.value_or("")};
}

inline std::vector<domain::LineChoice> lines_from(const std::optional<std::vector<ChosenLineBody>>& bodies) {
    std::vector<domain::LineChoice> lines;
    if (!bodies) return lines;
    for (const ChosenLineBody& body : *bodies) lines.push_back({body.line, body.quantity, body.restock});
    return lines;
}

inline domain::Telling telling_from(const Text& note, std::optional<bool> notify) {
    return {note.value_or(""), notify};
}

// Reads a described body and hands it to `decide_from`, which makes the decision of it.
template <class Body, class DecideFrom>
ParseResult parse_body(const json::Value& value, const DecideFrom& decide_from) {
    auto body = json::read<Body>(value);
    if (!body) return std::unexpected(std::move(body.error()));
    ParsedAction parsed;
    parsed.dry_run = body->dry_run.value_or(false);
    parsed.decide = decide_from(*body);
    return parsed;
}

}  // namespace commis::orders

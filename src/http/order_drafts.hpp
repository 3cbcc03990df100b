// Revisions that are kept beside their order until somebody confirms or discards them (O-16).
#pragma once

#include "features/orders/actions.hpp"
#include "http/call.hpp"
#include "json/parse.hpp"

namespace commis::http {

// Does the body of `revise` ask to be kept instead of done?
bool asks_for_draft(const json::Value& body);

enum class DraftAnswer { order, draft };

// Keeps the body beside the order of the path. Refuses what confirming it would refuse now.
Response keep_draft(Call& call, const json::Value& body, const orders::ParsedAction& revision, DraftAnswer answer);

}  // namespace commis::http

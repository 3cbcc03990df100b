// The carriers whose labels can be bought.
#pragma once

#include <memory>

#include "adapters/gateways/rest_client.hpp"
#include "ports/label_service.hpp"

namespace commis::labels {

// `labels`: where labels are made; `tokens`: where leave to ask is given.
std::unique_ptr<ports::LabelService> make_swiss_post(gateways::RestSettings labels, gateways::RestSettings tokens);

}  // namespace commis::labels

// What a gate takes along for when there is no network: every ticket by the fingerprint of its code, and how it stands.
#pragma once

#include <string>

#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::tickets {

struct GateList {
    std::string json{};       // `CheckInList` of openapi/commis.yaml; the signature is over these very bytes.
    std::string signature{};  // Ed25519 with the shop's key, URL-safe base64.
};

// Read in one snapshot. Tickets whose event began more than two days ago are left out; no code can be read from it.
GateList gate_list(const Services& services, const domain::Shop& shop);

}  // namespace commis::tickets

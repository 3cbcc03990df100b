// The profile a shop works by: the shipped one with the shop's own changes over it.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/profile.hpp"
#include "domain/refusal.hpp"
#include "domain/shop.hpp"

namespace commis::ports {

struct Profiles {
    virtual ~Profiles() = default;
    // Never null for a shop that was stored; cached by shop and version. Thread-safe.
    virtual std::shared_ptr<const domain::Profile> of(const domain::Shop& shop) = 0;
    // The shipped profile, or null.
    virtual std::shared_ptr<const domain::Profile> shipped(std::string_view profile_id) = 0;
    virtual std::vector<std::string> ids() const = 0;  // In the order of profiles.md, `neutral` first.
    // The settings a shop has now, as one JSON object: the profile's values with its changes.
    virtual std::string settings_json(const domain::Shop& shop) = 0;
    // Checks a merge patch over what the shop has; the merged changes to store, or the fields refused (pointers
    // below /settings).
    virtual std::expected<std::string, std::vector<domain::FieldError>> merge(const domain::Shop& shop,
                                                                              std::string_view patch_json) = 0;
};

}  // namespace commis::ports

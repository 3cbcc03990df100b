// The six shipped profiles, read from the program's own files, with each shop's changes laid over them.
#pragma once

#include <boost/json/object.hpp>
#include <map>
#include <mutex>

#include "ports/profiles.hpp"

namespace commis::system {

// A shop's changes are a document of what differs from its profile. A patch is merged into that document (RFC 7396):
// null takes a change back, so the profile's own value speaks again. Lists are replaced whole; an entry of `states`
// that repeats a shipped state's id need only name what differs, and the list's order is the shop's.
class ProfileCatalogue final : public ports::Profiles {
public:
    // Reads the embedded profiles; a file that does not fit is a fault of the build and throws.
    ProfileCatalogue();

    std::shared_ptr<const domain::Profile> of(const domain::Shop& shop) override;
    std::shared_ptr<const domain::Profile> shipped(std::string_view profile_id) override;
    std::vector<std::string> ids() const override;
    std::string settings_json(const domain::Shop& shop) override;
    std::expected<std::string, std::vector<domain::FieldError>> merge(const domain::Shop& shop,
                                                                      std::string_view patch_json) override;

private:
    struct Shipped {
        boost::json::object settings;
        std::shared_ptr<const domain::Profile> profile;
    };
    struct Cached {
        std::int64_t version = 0;
        std::string profile_id;
        std::string changes;
        std::shared_ptr<const domain::Profile> profile;
    };

    const Shipped& shipped_of(const domain::Shop& shop) const;

    std::map<std::string, Shipped, std::less<>> shipped_;
    std::mutex mutex_;
    std::map<std::int64_t, Cached> cache_;  // By shop id.
};

}  // namespace commis::system

// The keys for DKIM signatures: one file a domain and selector in a folder of the data, readable by the program alone.
// A newer key of a domain takes over from an older one; the older record stays published until its mails have arrived.
#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace commis::smtp {

struct DkimKey {
    std::string domain;  // In ASCII and small letters.
    std::string selector;
    std::string private_key;  // PEM.
    std::string public_key;   // Base64, as the record holds it.

    std::string record_name() const { return selector + "._domainkey." + domain; }
    std::string record_value() const { return "v=DKIM1; k=rsa; p=" + public_key; }
};

class DkimKeys {
public:
    explicit DkimKeys(std::filesystem::path folder) : folder_{std::move(folder)} {}

    // The newest key of a domain. A file that is no key, or that others may read, is passed over.
    std::optional<DkimKey> find(std::string_view domain) const;

    // A fresh RSA key of 2048 bits in a file that only the owner may read. A fault says "exists", "bad_domain",
    // "bad_selector" or "unwritable".
    std::expected<DkimKey, std::string> make(const std::string& domain, const std::string& selector) const;

private:
    std::filesystem::path folder_;
};

}  // namespace commis::smtp

// Sealing of credentials that must be read again (a payment account's key): stored encrypted, with a key that lies
// outside the database. A backup of the database alone opens nothing.
#pragma once

#include <array>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace commis::system {

class Sealer {
public:
    // The key as text: 32 bytes in URL-safe base64 or 64 hexadecimal digits, as COMMIS_SECRET_KEY holds it.
    static std::optional<Sealer> from_key(std::string_view text);

    // The key in this file; makes one with mode 0600 where there is none. The error is a sentence for the operator.
    static std::expected<Sealer, std::string> from_file(const std::filesystem::path& path);

    std::string seal(std::string_view text) const;
    // Nothing when the text was sealed with another key or has been changed.
    std::optional<std::string> open(std::string_view sealed) const;

    // Another key for each purpose, of which none tells anything of the others or of this one.
    std::array<unsigned char, 32> key_for(std::string_view purpose) const;

    ~Sealer();
    Sealer(const Sealer&) = default;
    Sealer& operator=(const Sealer&) = default;

private:
    Sealer() = default;

    std::array<unsigned char, 32> key_{};
};

}  // namespace commis::system

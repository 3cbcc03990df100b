// Labels as carriers sell them: one carrier's service a port. It is asked outside of any unit of work, because it is
// waited for, and once a question, because what it answers costs money. docs/labels.md says how one is added.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/order.hpp"
#include "domain/refusal.hpp"

namespace commis::ports {

// What a shop agreed with the carrier; the secret is open here and nowhere else, and is never logged.
struct LabelCredentials {
    std::string client_id{};
    std::string secret{};
    std::string licence{};
};

// A parcel from the shop to somebody. Addresses are as people wrote them, with a name in each.
struct LabelWish {
    domain::Address sender{};
    domain::Address recipient{};
    std::string id{};         // Made for this question alone.
    std::string reference{};  // Printed where there is room: the order's number.
    std::string product{};    // One of `products`.
    std::string size{};       // One of `sizes`.
    std::string language{};   // Of the carrier's words: en, fr, da, de.
    std::optional<std::int64_t> weight_grams{};
};

struct Label {
    std::string bytes{};
    std::string tracking_number{};
    std::vector<std::string> warnings{};  // In the carrier's words.
    bool is_shortened = false;            // Not all of an address had room on it.
};

enum class LabelFault : std::uint8_t {
    refused,              // It said no, in the words that go with it; nothing was bought.
    credentials_refused,  // It does not know the client, or not for this licence; nothing was bought.
    unavailable,          // It was not reached, or could do nothing; nothing was bought.
    unclear,              // It was asked, and nobody knows what came of it.
};

struct LabelRefusal {
    LabelFault fault = LabelFault::unclear;
    std::string words{};
};

// One carrier. From any thread.
struct LabelService {
    virtual ~LabelService() = default;
    virtual std::string_view carrier() const = 0;              // "swiss-post", as in carriers/carriers.json.
    virtual std::vector<std::string> products() const = 0;     // The usual one first.
    virtual std::vector<std::string> sizes() const = 0;        // The usual one first.
    virtual bool is_licence(std::string_view text) const = 0;  // As far as its form tells.
    virtual bool serves(std::string_view country) const = 0;   // ISO 3166-1 alpha-2: takes in and delivers there.
    // What an address lacks: the member's name ("postal_code") and "required" or "invalid_value".
    virtual std::vector<domain::FieldError> missing(const domain::Address& address) const = 0;
    // Whether it knows the client: `credentials_refused` or `unavailable`.
    virtual std::expected<void, LabelRefusal> check(const LabelCredentials& credentials) = 0;
    virtual std::expected<Label, LabelRefusal> buy(const LabelCredentials& credentials, const LabelWish& wish) = 0;
};

}  // namespace commis::ports

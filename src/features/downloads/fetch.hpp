// The addresses that files are fetched by, and the fetch itself. An address is signed and ends by itself; what it opens
// is asked of the facts at every request, so it is dead the moment access goes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/order.hpp"
#include "domain/refusal.hpp"
#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::downloads {

// Of an order's log; more than anybody fetches in earnest.
inline constexpr std::int32_t downloads_read_max = 100'000;

struct Link {
    std::string line_id{};
    std::string file_id{};
    std::int64_t expires_at_ms = 0;  // To the second.
};

// "{public url}/d/{shop}.{order}.{line}.{file}.{expires}.{mac}", the numbers to the base of 36. Renewing the link of
// the buyer's page ends those given before.
std::string url_of(const Services& services, const domain::Order& order, const Link& link);

// Fetches of a file of this line since access was granted.
std::int64_t begun_of(const std::vector<ports::Download>& log, const domain::Line& line, std::string_view file_id);

struct Request {
    std::string address{};   // Of who asks.
    std::string agent{};     // As its program calls itself; at most 200 bytes of printable ASCII are kept.
    bool is_look = false;    // HEAD: nothing is counted.
    bool is_middle = false;  // Asks for bytes behind the first: goes on with what this address began within a day …
    std::string begun{};     // … of this file, by its digest, where it says so; another one is sent whole.
};

struct Outcome {
    domain::Shop shop{};
    domain::Order order{};
    bool is_expired = false;                   // The address ended by itself.
    std::optional<domain::Refusal> reason{};   // The file is not to be had, or not any more.
    std::optional<ports::ArticleFile> file{};  // Present when neither is set.
};

// Checks, counts and logs one request, and marks the line as used at the first. Nothing for an address that this
// program did not write.
std::optional<Outcome> fetch(const Services& services, std::string_view token, const Request& request);

}  // namespace commis::downloads

// Every bound of the server in one place; the defaults suit one shop machine and tests make them small.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace commis::http {

struct Limits {
    std::size_t connections = 1000;          // One more is answered 503 with Retry-After.
    std::size_t header_bytes = 16 * 1024;    // 431 above.
    std::size_t header_fields = 100;         // 431 above.
    std::uint64_t body_bytes = 1024 * 1024;  // 413 above, unless the route says otherwise.
    std::size_t workers = 32;                // Threads in which handlers run and may block.
    std::size_t event_streams = 400;         // Open server-sent event streams; 503 above.
    std::size_t events_queued = 256;         // Events one stream may be behind before it is cut to reconnect.

    std::chrono::milliseconds handshake{10'000};
    std::chrono::milliseconds idle{60'000};    // Between requests of one connection; closed without a word.
    std::chrono::milliseconds header{10'000};  // From the first byte of a request to its empty line; 408 after.
    std::chrono::milliseconds body{20'000};    // For the body, plus one second a `body_bytes_per_second`; 408.
    std::uint64_t body_bytes_per_second = 16 * 1024;
    std::chrono::milliseconds write{30'000};  // For each piece of at most `write_piece_bytes`.
    std::size_t write_piece_bytes = 256 * 1024;
    std::chrono::milliseconds heartbeat{15'000};       // Between comments on a silent event stream.
    std::chrono::milliseconds stream_life{1'800'000};  // Then it is asked for anew, with credentials of then.
    std::chrono::milliseconds linger{2'000};           // How long a refused client may fall silent before the close.
    std::chrono::milliseconds drain{10'000};           // How long a stop waits for accepted requests.
    std::chrono::milliseconds watch_interval{100};     // How often deadlines are looked at.
};

}  // namespace commis::http

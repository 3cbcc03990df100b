// A plain blocking HTTP client over one socket for the server's tests: sends exactly the bytes it is given.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "http/server.hpp"

typedef struct ssl_st SSL;

namespace commis::http::tests {

struct Answer {
    int status = 0;
    std::map<std::string, std::string> headers;  // Names in lower case.
    std::string body;

    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string{} : found->second;
    }
};

class Client {
public:
    enum class Security { plain, tls, tls_1_1 };

    // Throws std::runtime_error when it cannot connect or shake hands.
    explicit Client(std::uint16_t port, Security security = Security::plain);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // False when the server has closed already.
    bool send(std::string_view bytes);
    void close_sending();
    // Reads one answer; nothing when the connection ends first. Throws after five seconds of silence.
    std::optional<Answer> receive(bool is_head = false);
    // send, then receive.
    Answer ask(std::string_view bytes, bool is_head = false);
    // Reads until at least this many bytes or the end are there, and gives what is unread.
    std::string receive_bytes(std::size_t count);
    // Whether the server has closed, having sent nothing more.
    bool is_closed_by_server();

private:
    bool fill();
    std::optional<std::string> take_until(std::string_view mark);
    std::string take(std::size_t count);
    std::string take_chunks();

    int socket_ = -1;
    SSL* tls_ = nullptr;
    std::string unread_;
    bool is_at_end_ = false;
};

// A started server on a free loopback port.
struct RunningServer {
    RunningServer(ServerOptions options, Router router) : server(std::move(options), std::move(router)) {
        server.start();
    }
    std::uint16_t port() const { return server.port(); }

    Server server;
};

// Limits small enough for tests to see them bite.
Limits short_limits();

std::string get(std::string_view target, std::string_view more_headers = {});
std::string post(std::string_view target, std::string_view body, std::string_view more_headers = {});

}  // namespace commis::http::tests

// The HTTP server: sockets, timeouts, TLS and threads behind one router. Nothing of the networking library shows here.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "http/limits.hpp"
#include "http/router.hpp"
#include "http/trusted_proxies.hpp"

namespace commis::http {

struct TlsFiles {
    std::string certificate_file;  // PEM, with the chain.
    std::string key_file;
};

// One answered request, without anything personal. `route` is empty when no pattern matched.
struct AccessRecord {
    std::string method;
    std::string route;
    int status = 0;
    std::int64_t duration_us = 0;
    std::uint64_t bytes_out = 0;
    std::string request_id;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  // 0 takes a free one; see Server::port.
    Limits limits;
    std::optional<TlsFiles> tls;
    std::string spool_folder = "/tmp";    // Where large bodies wait for their handler.
    TrustedProxies trusted_proxies = {};  // They may tell the client's address and scheme.
    // Browsers reach this server by https, whoever carries the last step: they are told to come no other way.
    bool is_https = false;
    std::function<void(const AccessRecord&)> on_access = {};  // Must not block.
    // A handler threw: the client got a 500 with the request's id and nothing else.
    std::function<void(const std::string& request_id, const std::string& route, const std::string& what)> on_fault = {};
};

class Server {
public:
    // Takes the router for its whole life. Throws std::runtime_error for bad TLS files.
    Server(ServerOptions options, Router router);
    // Stops first, if still running.
    ~Server();

    // Binds, listens and returns at once; throws std::system_error when the address is taken.
    void start();
    // Closes the door, lets accepted requests finish (at most Limits::drain), then closes what is left.
    void stop();

    std::uint16_t port() const;
    std::size_t connection_count() const;

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace commis::http

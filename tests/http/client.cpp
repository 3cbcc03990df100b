// The tests' HTTP client.
#include "http/client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>

namespace commis::http::tests {

namespace {

SSL* shake_hands(int socket, Client::Security security) {
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    if (security == Client::Security::tls_1_1) SSL_CTX_set_max_proto_version(context, TLS1_1_VERSION);
    SSL* tls = SSL_new(context);
    SSL_CTX_free(context);
    SSL_set_fd(tls, socket);
    if (SSL_connect(tls) == 1) return tls;
    SSL_free(tls);
    ::close(socket);
    throw std::runtime_error("no TLS handshake");
}

}  // namespace

Client::Client(std::uint16_t port, Security security) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{.tv_sec = 5, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        throw std::runtime_error("cannot connect");
    }
    if (security != Security::plain) tls_ = shake_hands(socket_, security);
}

Client::~Client() {
    if (tls_ != nullptr) SSL_free(tls_);
    ::close(socket_);
}

bool Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = tls_ != nullptr ? SSL_write(tls_, bytes.data(), static_cast<int>(bytes.size()))
                                          : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Client::close_sending() { ::shutdown(socket_, SHUT_WR); }

bool Client::fill() {
    std::array<char, 16384> space{};
    const auto received = tls_ != nullptr ? SSL_read(tls_, space.data(), static_cast<int>(space.size()))
                                          : ::recv(socket_, space.data(), space.size(), 0);
    if (received < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) throw std::runtime_error("the server is silent");
    is_at_end_ = received <= 0;
    if (received > 0) unread_.append(space.data(), static_cast<std::size_t>(received));
    return !is_at_end_;
}

std::optional<std::string> Client::take_until(std::string_view mark) {
    while (unread_.find(mark) == std::string::npos) {
        if (!fill()) return std::nullopt;
    }
    return take(unread_.find(mark) + mark.size());
}

std::string Client::take(std::size_t count) {
    while (unread_.size() < count && fill()) {
    }
    std::string taken = unread_.substr(0, count);
    unread_.erase(0, count);
    return taken;
}

std::string Client::take_chunks() {
    std::string body;
    while (const auto line = take_until("\r\n")) {
        const std::size_t size = std::stoul(*line, nullptr, 16);
        const std::string chunk = take(size + 2);
        if (size == 0) return body;
        body += chunk.substr(0, size);
    }
    return body + "(cut)";
}

std::optional<Answer> Client::receive(bool is_head) {
    const auto head = take_until("\r\n\r\n");
    if (!head) return std::nullopt;
    Answer answer;
    answer.status = std::stoi(head->substr(9, 3));
    for (std::size_t at = head->find("\r\n") + 2; at + 2 < head->size();) {
        const std::size_t end = head->find("\r\n", at);
        const std::size_t colon = head->find(": ", at);
        std::string name = head->substr(at, colon - at);
        for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        answer.headers[name] = head->substr(colon + 2, end - colon - 2);
        at = end + 2;
    }
    if (is_head || answer.status == 204 || answer.status == 304 || answer.status == 100) return answer;
    if (answer.header("transfer-encoding") == "chunked") {
        answer.body = take_chunks();
    } else if (answer.headers.contains("content-length")) {
        answer.body = take(std::stoul(answer.header("content-length")));
    } else {
        while (fill()) {
        }
        answer.body = std::exchange(unread_, {});
    }
    return answer;
}

Answer Client::ask(std::string_view bytes, bool is_head) {
    send(bytes);
    auto answer = receive(is_head);
    if (!answer) throw std::runtime_error("the server closed without an answer");
    return *answer;
}

std::string Client::receive_bytes(std::size_t count) {
    while (unread_.size() < count && fill()) {
    }
    return std::exchange(unread_, {});
}

bool Client::is_closed_by_server() { return unread_.empty() && !fill(); }

Limits short_limits() {
    Limits limits;
    limits.workers = 4;
    limits.header = std::chrono::milliseconds(300);
    limits.body = std::chrono::milliseconds(300);
    limits.idle = std::chrono::milliseconds(500);
    limits.linger = std::chrono::milliseconds(2000);
    limits.drain = std::chrono::milliseconds(3000);
    limits.watch_interval = std::chrono::milliseconds(20);
    limits.heartbeat = std::chrono::milliseconds(100);
    return limits;
}

std::string get(std::string_view target, std::string_view more_headers) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" + std::string(more_headers) + "\r\n";
}

std::string post(std::string_view target, std::string_view body, std::string_view more_headers) {
    return "POST " + std::string(target) + " HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + std::string(more_headers) + "\r\n" + std::string(body);
}

}  // namespace commis::http::tests

// Plain sockets: the faults that matter are below what a library would let happen.
#include "gateways/scripted_server.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <stdexcept>

namespace commis::tests {
namespace {

std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(), [](char sign) {
        return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
    });
    return text;
}

HeardRequest parse_head(const std::string& head) {
    HeardRequest request;
    const auto first_end = head.find("\r\n");
    const std::string first = head.substr(0, first_end);
    const auto blank = first.find(' ');
    request.method = first.substr(0, blank);
    request.target = first.substr(blank + 1, first.rfind(' ') - blank - 1);
    for (auto at = first_end + 2; at < head.size();) {
        const auto end = std::min(head.find("\r\n", at), head.size());
        const std::string line = head.substr(at, end - at);
        const auto colon = line.find(": ");
        if (colon != std::string::npos) request.headers[lowered(line.substr(0, colon))] = line.substr(colon + 2);
        at = end + 2;
    }
    return request;
}

// Nothing when the other side left.
bool read_request(int connection, HeardRequest& request) {
    std::string bytes;
    char piece[4096];
    auto head_end = std::string::npos;
    std::size_t wanted = 0;
    while (head_end == std::string::npos || bytes.size() < wanted) {
        const auto count = ::recv(connection, piece, sizeof piece, 0);
        if (count <= 0) return false;
        bytes.append(piece, static_cast<std::size_t>(count));
        if (bytes.front() < 'A' || bytes.front() > 'Z') return false;  // Somebody who wants TLS.
        if (head_end != std::string::npos) continue;
        head_end = bytes.find("\r\n\r\n");
        if (head_end == std::string::npos) continue;
        request = parse_head(bytes.substr(0, head_end));
        const auto length = request.headers.find("content-length");
        wanted = head_end + 4 + (length == request.headers.end() ? 0 : std::stoul(length->second));
    }
    request.body = bytes.substr(head_end + 4);
    return true;
}

std::string text_of(const ScriptedReply& reply) {
    std::string text = "HTTP/1.1 " + std::to_string(reply.status) + " Said\r\n";
    for (const std::string& header : reply.headers) text += header + "\r\n";
    if (reply.status == 204) return text + "\r\n";
    text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(reply.body.size()) + "\r\n\r\n";
    return text + reply.body;
}

}  // namespace

ScriptedServer::ScriptedServer(Script script) : script_(std::move(script)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 64) != 0) {
        throw std::runtime_error("no free port on loopback");
    }
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

ScriptedServer::~ScriptedServer() {
    stopping_.store(true);
    thread_.join();
    ::close(listener_);
}

std::vector<HeardRequest> ScriptedServer::heard() const {
    const std::lock_guard lock(mutex_);
    return heard_;
}

std::size_t ScriptedServer::count(const std::string& method, const std::string& target) const {
    const auto all = heard();
    return static_cast<std::size_t>(std::ranges::count_if(all, [&](const HeardRequest& each) {
        return each.method == method && each.target.substr(0, each.target.find('?')) == target;
    }));
}

void ScriptedServer::serve() {
    while (!stopping_.load()) {
        pollfd watched{listener_, POLLIN, 0};
        if (::poll(&watched, 1, 20) <= 0) continue;
        const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) continue;
        answer(connection);
        ::close(connection);
    }
}

void ScriptedServer::answer(int connection) {
    HeardRequest request;
    if (!read_request(connection, request)) return;
    {
        const std::lock_guard lock(mutex_);
        heard_.push_back(request);
    }
    const ScriptedReply reply = [&] {
        const auto lock = hold();
        return script_(request);
    }();
    if (reply.delay_ms > 0) std::this_thread::sleep_for(std::chrono::milliseconds(reply.delay_ms));
    std::string text = text_of(reply);
    if (reply.delivery == Delivery::cut_before) return;
    if (reply.delivery == Delivery::cut_within) text.erase(text.find("\r\n\r\n") + 4 + reply.body.size() / 2);
    if (reply.delivery == Delivery::doubled) text += text;
    ::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
}

bool NodeServer::has_modules() {
    return std::filesystem::exists(COMMIS_SOURCE_DIR "/tests/gateways/node_modules/.package-lock.json");
}

NodeServer::NodeServer(const std::string& script, const std::vector<std::string>& arguments) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    std::vector<std::string> words{"node", COMMIS_SOURCE_DIR "/tests/gateways/servers/" + script};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    const int failed = ::posix_spawnp(&process_, "node", &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    output_ = ends[0];
    if (failed != 0) throw std::runtime_error("node does not start");
    char sign = 0;
    while (::read(output_, &sign, 1) == 1 && sign != '\n') url_ += sign;
    if (!url_.starts_with("http://")) throw std::runtime_error(script + " did not start: " + url_);
}

NodeServer::~NodeServer() {
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
    ::close(output_);
}

}  // namespace commis::tests

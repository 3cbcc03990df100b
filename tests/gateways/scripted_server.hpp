// A payment service that answers as a test tells it to, and badly if it is told so: late, cut, twice. It remembers what
// it was asked.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace commis::tests {

struct HeardRequest {
    std::string method{};
    std::string target{};
    std::map<std::string, std::string> headers{};  // Names in small letters.
    std::string body{};
};

enum class Delivery : std::uint8_t { whole, cut_before, cut_within, doubled };

struct ScriptedReply {
    int status = 200;
    std::string body = "{}";
    std::vector<std::string> headers{};  // "Retry-After: 7".
    Delivery delivery = Delivery::whole;
    int delay_ms = 0;
};

class ScriptedServer {
public:
    using Script = std::function<ScriptedReply(const HeardRequest&)>;

    explicit ScriptedServer(Script script);
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    std::vector<HeardRequest> heard() const;
    std::size_t count(const std::string& method, const std::string& target) const;

    // The script answers under this lock; a test takes it for what it shares with its script.
    std::unique_lock<std::mutex> hold() const { return std::unique_lock(script_mutex_); }

private:
    void serve();
    void answer(int connection);

    Script script_;
    mutable std::mutex script_mutex_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> stopping_{false};
    mutable std::mutex mutex_;
    std::vector<HeardRequest> heard_;
    std::thread thread_;
};

// A server of the folder "servers", started with Node: it prints its address and runs until this is gone. `is_there`
// is false where its modules are not installed.
class NodeServer {
public:
    NodeServer(const std::string& script, const std::vector<std::string>& arguments);
    ~NodeServer();
    NodeServer(const NodeServer&) = delete;
    NodeServer& operator=(const NodeServer&) = delete;

    static bool has_modules();
    const std::string& url() const { return url_; }

private:
    int process_ = -1;
    int output_ = -1;
    std::string url_;
};

}  // namespace commis::tests

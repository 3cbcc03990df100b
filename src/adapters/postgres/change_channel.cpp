// One thread and one connection both ways. Hints are sent together: NOTIFY takes a lock of the whole server when its
// transaction commits, so one for each order would make every shop wait for every other.
#include "adapters/postgres/change_channel.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <system_error>
#include <utility>

#include "adapters/sql/engine/fault.hpp"

namespace commis::postgres {
namespace {

constexpr std::string_view missed = "!";
constexpr std::size_t payload_max = 7'900;  // PostgreSQL takes a little under 8,000 bytes.
constexpr int look_again_ms = 15'000;       // A connection that died without a word is noticed by then.
constexpr int gather_ms = 5;                // Hints of a busy moment leave together.
constexpr std::chrono::milliseconds reconnect_after{500};
constexpr sql::Statement notify{"changes_notify", "SELECT pg_notify('commis_changes', $1)"};

struct FreeNotification {
    void operator()(PGnotify* notification) const noexcept { PQfreemem(notification); }
};

// As many lines as a payload takes.
std::vector<std::string> payloads_of(const std::vector<std::string>& texts) {
    std::vector<std::string> payloads;
    for (const std::string& text : texts) {
        if (payloads.empty() || payloads.back().size() + text.size() + 1 > payload_max) payloads.emplace_back();
        if (!payloads.back().empty()) payloads.back() += '\n';
        payloads.back() += text;
    }
    return payloads;
}

}  // namespace

ChangeChannel::ChangeChannel(Settings settings, Hooks hooks)
    : settings_(std::move(settings)), hooks_(std::move(hooks)), wake_descriptor_(::eventfd(0, EFD_CLOEXEC)) {
    if (wake_descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
    thread_ = std::thread([this] { run(); });
}

ChangeChannel::~ChangeChannel() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    stopped_.notify_all();
    wake();
    thread_.join();
    ::close(wake_descriptor_);
}

void ChangeChannel::tell(std::string text) {
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() >= waiting_max) {
            waiting_.clear();
            has_dropped_ = true;
        }
        waiting_.push_back(std::move(text));
        if (waiting_.size() > 1) return;  // Whoever was first has woken the thread.
    }
    wake();
}

void ChangeChannel::wake() const {
    const std::uint64_t one = 1;
    // It cannot fail before 2^64 wake-ups that nobody saw.
    [[maybe_unused]] const auto size = ::write(wake_descriptor_, &one, sizeof one);
}

bool ChangeChannel::is_stopping() {
    const std::lock_guard lock(mutex_);
    return is_stopping_;
}

void ChangeChannel::run() {
    bool is_connected = true;  // So that the first failure is told.
    while (!is_stopping()) {
        try {
            run_connected(is_connected);
        } catch (const std::exception& fault) {
            if (std::exchange(is_connected, false) && hooks_.on_fault) hooks_.on_fault(fault.what());
        }
        std::unique_lock lock(mutex_);
        stopped_.wait_for(lock, reconnect_after, [this] { return is_stopping_; });
    }
}

void ChangeChannel::run_connected(bool& is_connected) {
    Connection connection(settings_);
    connection.control("LISTEN commis_changes");
    is_connected = true;
    // What was told while nobody here listened.
    hooks_.on_missed();
    while (!is_stopping()) {
        say(connection);
        hear(connection);
        wait_for_news(connection);
    }
}

void ChangeChannel::wait_for_news(Connection& connection) {
    std::array<pollfd, 2> sources{pollfd{PQsocket(connection.handle()), POLLIN, 0},
                                  pollfd{wake_descriptor_, POLLIN, 0}};
    const int ready = ::poll(sources.data(), sources.size(), look_again_ms);
    if (ready == 0) connection.control("SELECT 1");
    if ((sources[1].revents & POLLIN) == 0) return;
    std::uint64_t count = 0;
    [[maybe_unused]] const auto size = ::read(wake_descriptor_, &count, sizeof count);
    if (!is_stopping()) ::poll(nullptr, 0, gather_ms);
}

void ChangeChannel::say(Connection& connection) {
    std::vector<std::string> texts;
    bool has_dropped = false;
    {
        const std::lock_guard lock(mutex_);
        texts.swap(waiting_);
        has_dropped = std::exchange(has_dropped_, false);
    }
    if (has_dropped) texts.assign(1, std::string(missed));
    try {
        for (const std::string& payload : payloads_of(texts)) connection.execute(notify, {payload});
    } catch (...) {
        const std::lock_guard lock(mutex_);
        has_dropped_ = true;
        throw;
    }
}

void ChangeChannel::hear(Connection& connection) {
    PGconn* handle = connection.handle();
    if (PQconsumeInput(handle) == 0) {
        throw sql::Fault(sql::FaultKind::gone, "08006", std::string("listen: ") + PQerrorMessage(handle));
    }
    while (const std::unique_ptr<PGnotify, FreeNotification> heard{PQnotifies(handle)}) {
        if (heard->be_pid == PQbackendPID(handle)) continue;
        std::string_view rest = heard->extra;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            const std::string_view text = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (text == missed) {
                hooks_.on_missed();
            } else {
                hooks_.on_told(text);
            }
        }
    }
}

}  // namespace commis::postgres

// One channel a question, polled until it is answered or its time is over.
#include "adapters/dns/resolver.hpp"

#include <ares.h>
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <poll.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace commis::dns {
namespace {

using ports::DnsAnswer;
using ports::DnsStatus;
using Read = std::function<int(const unsigned char* bytes, int length, std::vector<std::string>& records)>;

constexpr auto time_limit = std::chrono::seconds{8};
constexpr std::size_t record_limit = 50;

struct Reply {
    const Read& read;
    DnsAnswer answer;
    bool is_done = false;
};

struct FreeReply {
    void operator()(void* reply) const { ares_free_data(reply); }
};

DnsAnswer answer_for(int status) {
    if (status == ARES_ENODATA || status == ARES_ENOTFOUND) return {DnsStatus::nothing, {}, {}};
    return {DnsStatus::failed, {}, ares_strerror(status)};
}

void take(void* state, int status, int, unsigned char* bytes, int length) {
    auto& reply = *static_cast<Reply*>(state);
    reply.is_done = true;
    if (status == ARES_SUCCESS) {
        status = reply.read(bytes, length, reply.answer.records);
        if (reply.answer.records.size() > record_limit) reply.answer.records.resize(record_limit);
    }
    if (status == ARES_SUCCESS) {
        reply.answer.status = reply.answer.records.empty() ? DnsStatus::nothing : DnsStatus::found;
    } else {
        reply.answer = answer_for(status);
    }
}

class Channel {
public:
    explicit Channel(const std::string& servers) {
        static std::once_flag once;
        std::call_once(once, [] { ares_library_init(ARES_LIB_INIT_ALL); });
        ares_options options{};
        options.timeout = 2'000;
        options.tries = 2;
        if (ares_init_options(&channel_, &options, ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES) != ARES_SUCCESS) {
            throw std::runtime_error{"c-ares has no memory for a channel"};
        }
        if (!servers.empty() && ares_set_servers_ports_csv(channel_, servers.c_str()) != ARES_SUCCESS) {
            ares_destroy(channel_);
            throw std::runtime_error{"not an address of a name server: " + servers};
        }
    }
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;
    ~Channel() { ares_destroy(channel_); }

    DnsAnswer ask(const std::string& name, int type, const Read& read) {
        Reply reply{read, {}, false};
        ares_query(channel_, name.c_str(), ns_c_in, type, &take, &reply);
        const auto deadline = std::chrono::steady_clock::now() + time_limit;
        while (!reply.is_done && std::chrono::steady_clock::now() < deadline) poll_once();
        if (!reply.is_done) ares_cancel(channel_);
        return reply.answer;
    }

private:
    void poll_once() {
        ares_socket_t sockets[ARES_GETSOCK_MAXNUM];
        const int wanted = ares_getsock(channel_, sockets, ARES_GETSOCK_MAXNUM);
        pollfd waits[ARES_GETSOCK_MAXNUM];
        nfds_t count = 0;
        for (int at = 0; at < ARES_GETSOCK_MAXNUM; ++at) {
            const bool reads = ARES_GETSOCK_READABLE(wanted, at);
            const bool writes = ARES_GETSOCK_WRITABLE(wanted, at);
            if (!reads && !writes) continue;
            waits[count++] = {sockets[at], static_cast<short>((reads ? POLLIN : 0) | (writes ? POLLOUT : 0)), 0};
        }
        ::poll(waits, count, 100);
        if (count == 0) ares_process_fd(channel_, ARES_SOCKET_BAD, ARES_SOCKET_BAD);
        for (nfds_t at = 0; at < count; ++at) {
            const bool reads = (waits[at].revents & (POLLIN | POLLERR | POLLHUP)) != 0;
            const bool writes = (waits[at].revents & POLLOUT) != 0;
            ares_process_fd(channel_, reads ? waits[at].fd : ARES_SOCKET_BAD, writes ? waits[at].fd : ARES_SOCKET_BAD);
        }
    }

    ares_channel channel_ = nullptr;
};

int read_txt(const unsigned char* bytes, int length, std::vector<std::string>& records) {
    ares_txt_ext* first = nullptr;
    const int status = ares_parse_txt_reply_ext(bytes, length, &first);
    const std::unique_ptr<ares_txt_ext, FreeReply> held{first};
    for (const ares_txt_ext* part = first; part != nullptr; part = part->next) {
        const std::string text{reinterpret_cast<const char*>(part->txt), part->length};
        if (part->record_start != 0 || records.empty()) {
            records.push_back(text);
        } else {
            records.back() += text;
        }
    }
    return status;
}

int read_mx(const unsigned char* bytes, int length, std::vector<std::string>& records) {
    ares_mx_reply* first = nullptr;
    const int status = ares_parse_mx_reply(bytes, length, &first);
    const std::unique_ptr<ares_mx_reply, FreeReply> held{first};
    std::vector<std::pair<int, std::string>> hosts;
    for (const ares_mx_reply* each = first; each != nullptr; each = each->next) {
        hosts.emplace_back(each->priority, each->host);
    }
    std::ranges::sort(hosts);
    for (const auto& [priority, host] : hosts) {
        records.push_back(std::to_string(priority) + " " + (host.empty() ? "." : host));
    }
    return status;
}

int read_ipv4(const unsigned char* bytes, int length, std::vector<std::string>& records) {
    ares_addrttl found[16];
    int count = 16;
    hostent* host = nullptr;
    const int status = ares_parse_a_reply(bytes, length, &host, found, &count);
    if (host != nullptr) ares_free_hostent(host);
    for (int at = 0; status == ARES_SUCCESS && at < count; ++at) {
        char text[INET_ADDRSTRLEN];
        if (inet_ntop(AF_INET, &found[at].ipaddr, text, sizeof text) != nullptr) records.emplace_back(text);
    }
    return status;
}

int read_ipv6(const unsigned char* bytes, int length, std::vector<std::string>& records) {
    ares_addr6ttl found[16];
    int count = 16;
    hostent* host = nullptr;
    const int status = ares_parse_aaaa_reply(bytes, length, &host, found, &count);
    if (host != nullptr) ares_free_hostent(host);
    for (int at = 0; status == ARES_SUCCESS && at < count; ++at) {
        char text[INET6_ADDRSTRLEN];
        if (inet_ntop(AF_INET6, &found[at].ip6addr, text, sizeof text) != nullptr) records.emplace_back(text);
    }
    return status;
}

}  // namespace

DnsAnswer AresResolver::txt(const std::string& name) { return Channel{servers_}.ask(name, ns_t_txt, read_txt); }

DnsAnswer AresResolver::mx(const std::string& name) { return Channel{servers_}.ask(name, ns_t_mx, read_mx); }

DnsAnswer AresResolver::addresses(const std::string& name) {
    Channel channel{servers_};
    auto answer = channel.ask(name, ns_t_a, read_ipv4);
    auto more = channel.ask(name, ns_t_aaaa, read_ipv6);
    if (more.status != DnsStatus::found) return answer;
    if (answer.status != DnsStatus::found) return more;
    answer.records.insert(answer.records.end(), more.records.begin(), more.records.end());
    return answer;
}

}  // namespace commis::dns

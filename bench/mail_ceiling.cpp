// The ceiling of mail: the very messages that the program sent, read back from its data, handed to the same server by a
// bare libcurl loop. One easy handle and so one kept connection; nothing is rendered, claimed or written down.
#include <curl/curl.h>
#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <cstring>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace commis::bench {
namespace {

struct CloseDatabase {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct EndTransfer {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Message {
    std::string recipient;
    std::string bytes;
};

std::string text_at(sqlite3_stmt* statement, int column) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    return text == nullptr ? "" : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
}

std::vector<Message> load(const std::string& path) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    const std::unique_ptr<sqlite3, CloseDatabase> handle(raw);
    if (code != SQLITE_OK) throw std::runtime_error(path + ": " + sqlite3_errmsg(raw));
    sqlite3_stmt* prepared = nullptr;
    const auto* text = "SELECT m.recipient, b.bytes FROM mails m JOIN mail_bytes b USING (shop_id, mail_id)";
    if (sqlite3_prepare_v2(raw, text, -1, &prepared, nullptr) != SQLITE_OK) throw std::runtime_error(text);
    const std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement(prepared);
    std::vector<Message> messages;
    while (sqlite3_step(prepared) == SQLITE_ROW) messages.push_back({text_at(prepared, 0), text_at(prepared, 1)});
    return messages;
}

std::size_t read_bytes(char* into, std::size_t size, std::size_t count, void* left) {
    auto& text = *static_cast<std::string_view*>(left);
    const std::size_t taken = std::min(size * count, text.size());
    std::memcpy(into, text.data(), taken);
    text.remove_prefix(taken);
    return taken;
}

// Prints mails a second and how many connections that took.
int measure(const std::string& path, const std::string& url, const std::string& from) {
    const auto messages = load(path);
    if (messages.empty()) throw std::runtime_error("no mail was sent from " + path);
    const std::unique_ptr<CURL, EndTransfer> handle(curl_easy_init());
    curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_READFUNCTION, &read_bytes);
    long connections = 0;
    const auto began = std::chrono::steady_clock::now();
    for (const Message& message : messages) {
        std::string_view left = message.bytes;
        const std::unique_ptr<curl_slist, FreeList> recipient(curl_slist_append(nullptr, message.recipient.c_str()));
        curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, recipient.get());
        curl_easy_setopt(handle.get(), CURLOPT_READDATA, &left);
        const auto code = curl_easy_perform(handle.get());
        if (code != CURLE_OK) throw std::runtime_error(curl_easy_strerror(code));
        long opened = 0;
        curl_easy_getinfo(handle.get(), CURLINFO_NUM_CONNECTS, &opened);
        connections += opened;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    std::cout << static_cast<std::int64_t>(static_cast<double>(messages.size()) / took.count()) << ' ' << connections
              << '\n';
    return 0;
}

}  // namespace
}  // namespace commis::bench

int main(int count, char** words) {
    try {
        if (count == 4) return commis::bench::measure(words[1], words[2], words[3]);
        std::cerr << "usage: commis_bench_mail_ceiling DATABASE SMTP_URL FROM\n";
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << '\n';
    }
    return 1;
}

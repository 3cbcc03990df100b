#include "adapters/smtp/dkim_sign.hpp"

#include <cstddef>

// The library's header is C and knows no bool of C++.
#define _Bool bool
extern "C" {
#include <opendkim/dkim.h>
}
#undef _Bool

#include <array>
#include <memory>
#include <stdexcept>

namespace commis::smtp {
namespace {

struct CloseLibrary {
    void operator()(DKIM_LIB* library) const { dkim_close(library); }
};
struct FreeSignature {
    void operator()(DKIM* signature) const { dkim_free(signature); }
};

unsigned char* bytes_of(const char* text) { return reinterpret_cast<unsigned char*>(const_cast<char*>(text)); }

void demand(DKIM_STAT status) {
    if (status != DKIM_STAT_OK) throw std::runtime_error{std::string{"dkim: "} + dkim_getresultstr(status)};
}

// What a reader sees or answers to. Headers that are not there are passed over.
std::array<const char*, 14> signed_headers{"from",
                                           "to",
                                           "reply-to",
                                           "subject",
                                           "date",
                                           "message-id",
                                           "mime-version",
                                           "content-type",
                                           "content-transfer-encoding",
                                           "content-language",
                                           "auto-submitted",
                                           "list-unsubscribe",
                                           "list-unsubscribe-post",
                                           nullptr};
std::array<const char*, 7> sealed_headers{"from", "to", "reply-to", "subject", "date", "content-type", nullptr};

std::unique_ptr<DKIM_LIB, CloseLibrary> open_library() {
    std::unique_ptr<DKIM_LIB, CloseLibrary> library{dkim_init(nullptr, nullptr)};
    if (!library) throw std::runtime_error{"dkim: no memory"};
    demand(
        dkim_options(library.get(), DKIM_OP_SETOPT, DKIM_OPTS_SIGNHDRS, signed_headers.data(), sizeof(const char**)));
    demand(dkim_options(library.get(), DKIM_OP_SETOPT, DKIM_OPTS_OVERSIGNHDRS, sealed_headers.data(),
                        sizeof(const char**)));
    return library;
}

// The header's fields one by one, folded lines together.
void feed_header(DKIM* signature, std::string_view header) {
    while (!header.empty()) {
        std::size_t end = header.find("\r\n");
        while (end != std::string_view::npos && end + 2 < header.size() &&
               (header[end + 2] == ' ' || header[end + 2] == '\t')) {
            end = header.find("\r\n", end + 2);
        }
        const auto field = header.substr(0, end);
        demand(dkim_header(signature, bytes_of(std::string{field}.c_str()), field.size()));
        header.remove_prefix(end == std::string_view::npos ? header.size() : end + 2);
    }
}

}  // namespace

std::string dkim_signed(std::string_view bytes, const DkimKey& key, std::string_view mail_id) {
    const auto library = open_library();
    const std::string id{mail_id};
    DKIM_STAT status = DKIM_STAT_OK;
    const std::unique_ptr<DKIM, FreeSignature> signature{dkim_sign(
        library.get(), bytes_of(id.c_str()), nullptr, bytes_of(key.private_key.c_str()), bytes_of(key.selector.c_str()),
        bytes_of(key.domain.c_str()), DKIM_CANON_RELAXED, DKIM_CANON_RELAXED, DKIM_SIGN_RSASHA256, -1, &status)};
    if (!signature) demand(status == DKIM_STAT_OK ? DKIM_STAT_NORESOURCE : status);
    const auto blank = bytes.find("\r\n\r\n");
    if (blank == std::string_view::npos) throw std::runtime_error{"dkim: a message without a body"};
    feed_header(signature.get(), bytes.substr(0, blank + 2));
    demand(dkim_eoh(signature.get()));
    const std::string body{bytes.substr(blank + 4)};
    demand(dkim_body(signature.get(), bytes_of(body.c_str()), body.size()));
    demand(dkim_eom(signature.get(), nullptr));
    unsigned char* value = nullptr;
    std::size_t length = 0;
    constexpr std::string_view name = "DKIM-Signature: ";
    demand(dkim_getsighdr_d(signature.get(), name.size(), &value, &length));
    // The library folds with a bare line feed.
    std::string header{name};
    for (const char sign : std::string_view{reinterpret_cast<const char*>(value), length}) {
        if (sign == '\n' && !header.ends_with('\r')) header += '\r';
        header += sign;
    }
    return header + "\r\n" + std::string{bytes};
}

}  // namespace commis::smtp

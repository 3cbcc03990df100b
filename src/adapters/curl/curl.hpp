// What everyone who speaks through libcurl shares: its start, and short words for how a transfer failed.
#pragma once

#include <curl/curl.h>

#include <mutex>
#include <string>

namespace commis::curl {

inline void start_library() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

// A stable code: "not_resolved", "connection_failed", "timed_out", "tls_failed", "cut".
inline std::string fault_of_code(CURLcode code) {
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
            return "not_resolved";
        case CURLE_OPERATION_TIMEDOUT:
            return "timed_out";
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_SSL_CIPHER:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
            return "tls_failed";
        case CURLE_GOT_NOTHING:
        case CURLE_RECV_ERROR:
        case CURLE_SEND_ERROR:
        case CURLE_PARTIAL_FILE:
            return "cut";
        default:
            return "connection_failed";
    }
}

}  // namespace commis::curl

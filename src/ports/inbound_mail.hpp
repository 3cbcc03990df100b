// A message that arrived at the shop's address for returned mail, read: what it is, and what it reports.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/bounce.hpp"

namespace commis::ports {

// `report`: a mail server writes about a mail of ours. The others are told apart so that nobody wonders why nothing
// happened: a holiday answer, or a person's letter.
enum class InboundKind : std::uint8_t { report, auto_reply, ordinary };

struct DeliveryReport {
    domain::BounceVerdict verdict = domain::BounceVerdict::permanent;
    domain::BounceCause cause = domain::BounceCause::other;
    std::string recipient;  // As we wrote it where the report says so; may be empty.
    std::string status;     // "5.1.1"; empty when none was told.
    std::string words;      // The server's, one line, valid UTF-8, at most 500 bytes.
};

struct InboundMail {
    InboundKind kind = InboundKind::ordinary;
    std::string message_id;               // Its own, without angle brackets; may be empty.
    std::vector<std::string> about;       // Message-IDs of the mails it may be about, most certain first.
    std::vector<DeliveryReport> reports;  // One a recipient; empty unless it is a report.
};

inline std::string_view id_of(InboundKind kind) {
    switch (kind) {
        case InboundKind::report:
            return "report";
        case InboundKind::auto_reply:
            return "auto_reply";
        case InboundKind::ordinary:
            return "ordinary";
    }
    return "";
}

}  // namespace commis::ports

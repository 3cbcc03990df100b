// Fuzz target: whatever arrives at the address for returned mail is read without harm, and what is said of it is one
// bounded line of valid UTF-8 about an address by our rule.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "adapters/smtp/inbound.hpp"
#include "domain/email_address.hpp"
#include "json/utf8.hpp"

#include "demand.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commis;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto mail = smtp::read_inbound_mail(bytes);
    demand((mail.kind == ports::InboundKind::report) == !mail.reports.empty());
    for (const auto& report : mail.reports) {
        demand(report.recipient.empty() || domain::is_email_address(report.recipient));
        demand(report.words.size() <= 500 && json::is_valid_utf8(report.words));
        demand(report.words.find_first_of("\r\n") == std::string_view::npos);
        demand(report.status.size() <= 9);
    }
    for (const auto& message : smtp::split_mbox(bytes)) demand(message.size() <= size);
    return 0;
}

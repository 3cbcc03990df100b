// An international domain has an ASCII form that every server takes; an international local part has none.
#include <unicode/idna.h>

#include <algorithm>
#include <memory>

#include "adapters/smtp/compose.hpp"
#include "domain/email_address.hpp"

namespace commis::smtp {
namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char sign) { return static_cast<unsigned char>(sign) < 0x80; });
}

std::expected<std::string, ComposeFault> ascii_domain(const std::string& domain) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::IDNA> names{
        icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI, status)};
    std::string ascii;
    icu::StringByteSink<std::string> sink{&ascii};
    icu::IDNAInfo info;
    if (U_SUCCESS(status)) names->nameToASCII_UTF8(domain, sink, info, status);
    if (U_FAILURE(status) || info.hasErrors()) {
        return std::unexpected{ComposeFault{"invalid_address", "the domain has no ASCII form"}};
    }
    return ascii;
}

}  // namespace

std::expected<std::string, ComposeFault> wire_address(std::string_view address, bool internationalized) {
    const auto parsed = domain::parse_email_address(address);
    if (!parsed) {
        return std::unexpected{ComposeFault{"invalid_address", std::string{domain::code_of(parsed.error())}}};
    }
    if (parsed->is_ascii() || (internationalized && !is_ascii(parsed->local_part))) return parsed->text();
    if (!is_ascii(parsed->local_part)) {
        return std::unexpected{ComposeFault{"internationalized_not_offered", "the server takes ASCII addresses only"}};
    }
    const auto domain = ascii_domain(parsed->domain);
    if (!domain) return std::unexpected{domain.error()};
    return parsed->local_part + "@" + *domain;
}

std::string domain_of(std::string_view address) {
    std::string domain{address.substr(std::min(address.find('@') + 1, address.size()))};
    std::ranges::transform(domain, domain.begin(), [](char sign) {
        return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign | 0x20) : sign;
    });
    return domain;
}

}  // namespace commis::smtp

#include "adapters/pdf/archive.hpp"

#include "adapters/pdf/archive_parts.hpp"
#include "json/time.hpp"

namespace commis::pdf {

std::string created_text(std::int64_t at_ms) { return json::format_time_ms(at_ms - at_ms % 1'000); }

std::string archived(const std::string& pdf, const ArchiveFacts& facts, const ports::AttachedInvoice* attached) {
    ArchiveParts parts{xmp_packet(facts, attached), facts.language, producer_name, "", ""};
    if (attached != nullptr) {
        parts.file_name = attached->name;
        parts.file_bytes = attached->xml;
    }
    return with_parts(pdf, parts);
}

}  // namespace commis::pdf

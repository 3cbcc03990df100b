// Makes an archive document of a plain one (PDF/A-3b, ISO 19005-3): what it is as XMP, which colours it means, and the
// e-invoice inside it as Factur-X asks.
#pragma once

#include <cstdint>
#include <string>

#include "ports/document_drawer.hpp"

namespace commis::pdf {

struct ArchiveFacts {
    std::string title{};
    std::string author{};
    std::string language{};
    std::int64_t created_at_ms = 0;
};

inline constexpr const char* producer_name = "Commis";

// In whole seconds, as all of the document tells it.
std::string created_text(std::int64_t at_ms);

std::string archived(const std::string& pdf, const ArchiveFacts& facts, const ports::AttachedInvoice* attached);

// The document's description of itself.
std::string xmp_packet(const ArchiveFacts& facts, const ports::AttachedInvoice* attached);

}  // namespace commis::pdf

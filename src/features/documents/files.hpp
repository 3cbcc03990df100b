// Documents as files: drawn the first time somebody wants one, and from then on the bytes that were kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/refusal.hpp"
#include "features/documents/make_paper.hpp"
#include "ports/document_drawer.hpp"
#include "ports/einvoice.hpp"

namespace commis::documents {

// The pictures of a shop, by their digest.
ports::FindPicture pictures_of(const Services& services, std::int64_t shop_id);

struct NamedFile {
    std::string name{};  // After the document's number: "INV-00042.pdf".
    std::string bytes{};
};

// Of an issued document; invoices and credit notes with their e-invoice inside where they can have one. Refuses
// `document_not_found`, and `content_erased` where its people were erased before anybody drew it.
domain::Result<NamedFile> pdf_of(const Services& services, std::int64_t shop_id, std::string_view document_id);

// The e-invoice of an issued document. Refuses `einvoice_incomplete` and names what is missing.
domain::Result<NamedFile> einvoice_of(const Services& services, std::int64_t shop_id, std::string_view document_id,
                                      ports::EInvoiceForm form);

// A number as a file's name: letters, digits and a few signs, whatever the prefix holds.
std::string file_name(std::string_view number, std::string_view ending);

// What was issued, read back.
domain::Result<domain::Paper> issued_paper(ports::Snapshot& snapshot, std::int64_t shop_id,
                                           std::string_view document_id);

}  // namespace commis::documents

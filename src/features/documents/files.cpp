// Look for the file, draw it, keep it; drawing holds no transaction open.
#include "features/documents/files.hpp"

#include <stdexcept>

#include "features/documents/paper_json.hpp"

namespace commis::documents {
namespace {

constexpr std::string_view pdf_form = "pdf";

struct Known {
    std::optional<ports::IssuedDocument> issued{};
    std::optional<ports::DocumentFile> file{};
};

Known look_up(const Services& services, std::int64_t shop_id, std::string_view document_id, std::string_view form) {
    Known known;
    services.storage.read([&](ports::Snapshot& snapshot) {
        known.issued = snapshot.documents().find(shop_id, document_id);
        if (known.issued) known.file = snapshot.documents().file(shop_id, document_id, form);
    });
    return known;
}

domain::Result<domain::Paper> paper_of(const std::optional<ports::IssuedDocument>& issued) {
    if (!issued) return domain::refuse(domain::Refusal::document_not_found);
    if (issued->content.empty()) return domain::refuse(domain::Refusal::content_erased);
    return paper_from(issued->content);
}

std::string keep(const Services& services, std::int64_t shop_id, std::string_view document_id, std::string_view form,
                 std::string bytes) {
    ports::DocumentFile kept{std::move(bytes), {}, services.clock.now_ms()};
    kept.digest = services.secrets.digest(kept.bytes);
    // Whoever was first is kept.
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        kept = work.documents().keep(shop_id, document_id, form, kept);
    });
    return std::move(kept.bytes);
}

std::string draw(const Services& services, std::int64_t shop_id, const domain::Paper& paper) {
    if (services.drawer == nullptr) throw std::logic_error("nothing here draws documents");
    const auto pictures = pictures_of(services, shop_id);
    if (services.einvoices != nullptr) {
        if (auto xml = services.einvoices->write(paper, ports::EInvoiceForm::cii)) {
            const ports::AttachedInvoice attached{"factur-x.xml", std::move(*xml), "EN 16931", "1.0"};
            return services.drawer->draw(paper, pictures, &attached);
        }
    }
    return services.drawer->draw(paper, pictures);
}

}  // namespace

ports::FindPicture pictures_of(const Services& services, std::int64_t shop_id) {
    return [&services, shop_id](std::string_view digest) {
        std::string png;
        services.storage.read(
            [&](ports::Snapshot& snapshot) { png = snapshot.documents().picture(shop_id, digest).value_or(""); });
        return png;
    };
}

std::string file_name(std::string_view number, std::string_view ending) {
    std::string name;
    for (const char sign : number) {
        const bool is_plain = (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z') ||
                              (sign >= 'a' && sign <= 'z') || sign == '-' || sign == '_' || sign == '.';
        name += is_plain ? sign : '-';
    }
    return name + std::string(ending);
}

domain::Result<NamedFile> pdf_of(const Services& services, std::int64_t shop_id, std::string_view document_id) {
    Known known = look_up(services, shop_id, document_id, pdf_form);
    if (known.file) return NamedFile{file_name(known.issued->number.text, ".pdf"), std::move(known.file->bytes)};
    const auto paper = paper_of(known.issued);
    if (!paper) return std::unexpected(paper.error());
    return NamedFile{file_name(paper->number, ".pdf"),
                     keep(services, shop_id, document_id, pdf_form, draw(services, shop_id, *paper))};
}

domain::Result<NamedFile> einvoice_of(const Services& services, std::int64_t shop_id, std::string_view document_id,
                                      ports::EInvoiceForm form) {
    Known known = look_up(services, shop_id, document_id, ports::id_of(form));
    if (known.file) return NamedFile{file_name(known.issued->number.text, ".xml"), std::move(known.file->bytes)};
    const auto paper = paper_of(known.issued);
    if (!paper) return std::unexpected(paper.error());
    if (services.einvoices == nullptr) throw std::logic_error("nothing here writes e-invoices");
    auto xml = services.einvoices->write(*paper, form);
    if (xml) {
        return NamedFile{file_name(paper->number, ".xml"),
                         keep(services, shop_id, document_id, ports::id_of(form), std::move(*xml))};
    }
    domain::Error error{domain::Refusal::einvoice_incomplete, {}, {}};
    for (const std::string& code : xml.error()) {
        error.fields.push_back({"/" + code, code, services.words.text(paper->language, "einvoice_missing." + code)});
    }
    return std::unexpected(std::move(error));
}

domain::Result<domain::Paper> issued_paper(ports::Snapshot& snapshot, std::int64_t shop_id,
                                           std::string_view document_id) {
    return paper_of(snapshot.documents().find(shop_id, document_id));
}

}  // namespace commis::documents

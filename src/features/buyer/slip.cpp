// A paper with the parts that are expected, each with the buyer's reason.
#include "features/buyer/slip.hpp"

#include <stdexcept>

#include "features/documents/make_paper.hpp"

namespace commis::buyer {
namespace {

domain::Paper slip_paper(const Reader& reader, const domain::BuyerRequest& request) {
    domain::Document document{.kind = domain::DocumentKind::delivery_note,
                              .number = request.slip,
                              .issued_at_ms = request.answered_at_ms.value_or(request.asked_at_ms)};
    std::vector<std::string> reasons;
    for (const domain::RequestPart& part : request.parts) {
        if (part.expected() < 1) continue;
        document.parts.push_back({.line_id = part.line_id, .quantity = part.expected()});
        const bool is_told = part.reason != domain::ReturnReason::none;
        reasons.push_back(is_told ? reader.text("return_reason." + std::string(domain::id_of(part.reason))) : "");
    }
    auto paper = documents::make_paper({reader.services, reader.shop, *reader.profile, reader.order}, document);
    paper.language = reader.language;
    paper.slip = request.slip;
    for (std::size_t i = 0; i < paper.lines.size(); ++i) {
        paper.lines[i].details.clear();
        if (!reasons[i].empty()) paper.lines[i].details.push_back(reasons[i]);
    }
    return paper;
}

}  // namespace

domain::Result<documents::NamedFile> return_slip(const Reader& reader, std::string_view request_id) {
    const domain::BuyerRequest* request = reader.order.find_request(request_id);
    const bool is_expected =
        request != nullptr && request->status == domain::RequestStatus::approved && !request->slip.empty();
    if (!is_expected) return domain::refuse(domain::Refusal::nothing_is_expected);
    if (reader.services.drawer == nullptr) throw std::logic_error("nothing here draws documents");
    const auto pictures = documents::pictures_of(reader.services, reader.shop.id);
    return documents::NamedFile{documents::file_name(request->slip, ".pdf"),
                                reader.services.drawer->draw(slip_paper(reader, *request), pictures)};
}

}  // namespace commis::buyer

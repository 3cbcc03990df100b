// Number, content, digest, row.
#include "features/documents/issue.hpp"

#include <fmt/core.h>

#include "features/documents/paper_json.hpp"
#include "json/time.hpp"

namespace commis::documents {

std::string chain_text(const ports::IssuedDocument& issued) {
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", issued.previous_digest,
                       domain::id_of(issued.kind), issued.position, issued.number.text, issued.number.value,
                       issued.number.year, issued.order_id, issued.order_number, issued.document_id,
                       json::format_time_ms(issued.issued_at_ms), issued.currency.code(),
                       fmt::format("{} {}", issued.amount_minor, issued.tax_minor), issued.content_digest);
}

void number_documents(ports::UnitOfWork& work, const Services& services, const domain::Shop& shop,
                      const domain::Profile& profile, domain::Order& order) {
    for (domain::Document& document : order.documents) {
        if (document.draft || !document.number.empty()) continue;
        ports::IssuedDocument issued;
        issued.number = work.orders().take_number(shop.id, domain::id_of(document.kind),
                                                  year_of(services, shop, document.issued_at_ms));
        document.number = issued.number.text;
        // The series is held from here on: its number was taken.
        const auto [position, digest] = work.documents().chain_end(shop.id, document.kind);
        issued.shop_id = shop.id;
        issued.kind = document.kind;
        issued.position = position + 1;
        issued.order_id = order.id;
        issued.order_number = order.number;
        issued.document_id = document.id;
        issued.issued_at_ms = document.issued_at_ms;
        issued.currency = order.currency;
        issued.amount_minor = document.amount_minor;
        issued.tax_minor = document.tax_minor;
        issued.content = to_json(make_paper({services, shop, profile, order}, document));
        issued.content_digest = services.secrets.digest(issued.content);
        issued.previous_digest = digest;
        issued.digest = services.secrets.digest(chain_text(issued));
        work.documents().add(issued);
    }
}

}  // namespace commis::documents

#include "features/people_json.hpp"

namespace commis {

void write_address(json::Writer& writer, const domain::Address& address) {
    writer.object().member("name", address.name).member("company", address.company);
    writer.member("line1", address.line1).member("line2", address.line2);
    writer.member("postal_code", address.postal_code).member("city", address.city);
    writer.member("region", address.region).member("country", address.country).end();
}

void write_address(json::Writer& writer, const std::optional<domain::Address>& address) {
    address ? write_address(writer, *address) : static_cast<void>(writer.null());
}

void write_buyer(json::Writer& writer, const domain::Buyer& buyer) {
    writer.object().member("name", buyer.name).member("email", buyer.email).member("phone", buyer.phone);
    writer.member("company", buyer.company).member("vat_id", buyer.vat_id).member("reference", buyer.reference).end();
}

}  // namespace commis

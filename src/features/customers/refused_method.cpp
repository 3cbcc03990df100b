// Payment on invoice and its like: not for everybody.
#include <algorithm>

#include "features/customers/customers.hpp"

namespace commis::customers {
namespace {

// A method that is switched off is refused to everybody, which the domain says better.
bool is_per_customer(const domain::Profile& profile, std::string_view method_id) {
    const domain::PaymentMethod* method = profile.find_method(method_id);
    return method != nullptr && method->on && method->per_customer;
}

}  // namespace

std::optional<domain::Error> refused_method(ports::UnitOfWork& work, const domain::Profile& profile,
                                            std::int64_t shop_id, const domain::PlaceOrder& command) {
    const bool asks = command.payments.empty()
                          ? is_per_customer(profile, command.payment_method)
                          : std::ranges::any_of(command.payments, [&](const domain::PlacePayment& payment) {
                                return is_per_customer(profile, payment.method);
                            });
    if (!asks || command.imported) return std::nullopt;
    const auto customer = work.reads().customers().find_email(shop_id, command.buyer.email);
    if (customer && customer->invoice_allowed) return std::nullopt;
    return domain::Error{domain::Refusal::payment_method_not_offered, {}, {}};
}

}  // namespace commis::customers

#include "features/mails/told_status.hpp"

#include <algorithm>
#include <array>

namespace commis::mails {

using domain::PaymentStatus;

bool is_told(PaymentStatus status) {
    static constexpr std::array told{PaymentStatus::paid,         PaymentStatus::partially_paid,
                                     PaymentStatus::authorized,   PaymentStatus::refunded,
                                     PaymentStatus::not_required, PaymentStatus::partially_refunded};
    return std::ranges::find(told, status) != told.end();
}

std::string status_label(PaymentStatus status, const domain::Profile& profile, std::string_view language,
                         const ports::Words& words) {
    const std::string id{domain::id_of(status)};
    const auto own = profile.payment_labels.find(id);
    if (own != profile.payment_labels.end()) return own->second.in(language);
    return words.text(language, "payment_status." + id);
}

}  // namespace commis::mails

// Lists of {id, label}.
#include "http/vocabulary.hpp"

#include <array>

#include "domain/next_step.hpp"
#include "domain/standing.hpp"

namespace commis::http {
namespace {

void write_label(json::Writer& writer, std::string_view id, std::string_view label) {
    writer.object().member("id", id).member("label", label).end();
}

std::string labelled(const Services& services, const std::string& language, const std::string& group,
                     std::string_view id, const std::map<std::string, domain::Words>* own) {
    if (own != nullptr) {
        if (const auto at = own->find(std::string(id)); at != own->end()) return at->second.in(language);
    }
    return services.words.text(language, group + "." + std::string(id));
}

// "4 of 5" has no numbers here: the word that stands for any of them.
std::string summary_label(const Services& services, const std::string& language, domain::SummaryStatus status,
                          const domain::Profile* profile) {
    const std::string_view id = domain::id_of(status);
    if (status == domain::SummaryStatus::partial) return services.words.text(language, "summary_filter.partial");
    return labelled(services, language, "summary", id, profile != nullptr ? &profile->summary_labels : nullptr);
}

void write_methods(json::Writer& writer, const Services& services, const std::string& language,
                   const domain::Profile* profile) {
    static constexpr std::array<std::string_view, 10> shared{
        "card",       "paypal",  "twint",          "cheque",           "bank-transfer",
        "prepayment", "invoice", "cash-on-pickup", "cash-on-delivery", "free"};
    writer.key("payment_methods").array();
    if (profile != nullptr) {
        for (const domain::PaymentMethod& method : profile->methods) {
            write_label(writer, method.id, method.label.in(language));
        }
    } else {
        for (const std::string_view id : shared) {
            write_label(writer, id, services.words.text(language, "method." + std::string(id)));
        }
    }
    writer.end();
}

}  // namespace

std::string_view kind_id(domain::MethodKind kind) {
    static constexpr std::array<std::string_view, 4> ids{"gateway", "offline", "on_delivery", "free"};
    return ids[static_cast<std::size_t>(kind)];
}

void write_vocabulary(json::Writer& writer, const Services& services, const std::string& language,
                      const domain::Profile* profile) {
    writer.key("vocabulary").object().key("payment_statuses").array();
    for (int i = 0; i < domain::payment_status_count; ++i) {
        const std::string_view id = domain::id_of(static_cast<domain::PaymentStatus>(i));
        const auto* own = profile != nullptr ? &profile->payment_labels : nullptr;
        write_label(writer, id, labelled(services, language, "payment_status", id, own));
    }
    writer.end().key("summaries").array();
    for (int i = 0; i < domain::summary_status_count; ++i) {
        const auto status = static_cast<domain::SummaryStatus>(i);
        write_label(writer, domain::id_of(status), summary_label(services, language, status, profile));
    }
    writer.end().key("stages").array();
    for (int i = 0; i <= static_cast<int>(domain::Stage::cancelled); ++i) {
        const std::string_view id = domain::id_of(static_cast<domain::Stage>(i));
        write_label(writer, id, services.words.text(language, "stage." + std::string(id)));
    }
    writer.end().key("queues").array();
    for (int i = 1; i < domain::queue_count; ++i) {
        const std::string_view id = domain::id_of(static_cast<domain::Queue>(i));
        write_label(writer, id, services.words.text(language, "queue." + std::string(id)));
    }
    writer.end();
    write_methods(writer, services, language, profile);
    writer.key("kinds").array();
    using enum domain::LineKind;
    for (const domain::LineKind kind : {goods, digital, ticket, service, fee}) {
        const std::string_view id = domain::id_of(kind);
        write_label(writer, id, services.words.text(language, "line_kind." + std::string(id)));
    }
    writer.end().end();
}

}  // namespace commis::http

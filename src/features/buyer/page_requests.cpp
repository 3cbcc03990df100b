// What was asked for and what became of it; what may be asked for now.
#include <algorithm>
#include <array>
#include <ranges>

#include "domain/buyer_rights.hpp"
#include "features/buyer/page_parts.hpp"

namespace commis::buyer {
namespace {

using domain::BuyerRequest;
using domain::RequestKind;
using domain::RequestStatus;
using ports::MailModel;

// What the status means to who asked: an approved cancellation is done, an approved return is to be sent.
std::string status_words(const Reader& reader, const BuyerRequest& request) {
    const std::string id(domain::id_of(request.status));
    const bool was_answered = request.answered_at_ms.has_value();
    if (request.status == RequestStatus::closed && !was_answered) return reader.word("request_ended");
    return reader.word("request_" + id);
}

// Pressing first: what the law gives, what stops the parcel, what sends it back.
constexpr std::array kinds{RequestKind::withdrawal, RequestKind::cancellation, RequestKind::return_};

}  // namespace

void add_requests(MailModel& model, const Reader& reader) {
    reader.say(model, {"slip", "receipt"});
    for (const BuyerRequest& request : reader.order.requests | std::views::reverse) {
        MailModel row = entry({{"kind", reader.text("request_kind." + std::string(domain::id_of(request.kind)))},
                               {"date", reader.date_time(request.asked_at_ms)},
                               {"status", status_words(reader, request)},
                               {"path", reader.path("/requests/" + request.id)}});
        for (const domain::RequestPart& part : request.parts) {
            row.lists["parts"].push_back(
                entry({{"text", reader.part_text(part.line_id, part.unit_id, part.quantity)}}));
        }
        const bool comes_back = request.status == RequestStatus::approved && !request.slip.empty();
        if (comes_back) row.texts["slip_path"] = reader.path("/returns/" + request.id + ".pdf");
        model.lists["requests"].push_back(std::move(row));
    }
}

void add_rights(MailModel& model, const Reader& reader) {
    const std::int64_t now_ms = reader.services.clock.now_ms();
    for (const RequestKind kind : kinds) {
        const std::string id(domain::id_of(kind));
        const auto right = domain::buyer_right(kind, reader.order, *reader.profile, now_ms);
        MailModel row = entry({{"words", reader.word("ask_" + id)}});
        if (right.reason) {
            row.texts["reason"] = reader.refusal(*right.reason);
        } else {
            row.texts["path"] = reader.path("/ask/" + id);
            if (right.until_ms) row.texts["until"] = reader.word("until", {{"date", reader.date(*right.until_ms)}});
        }
        model.lists["rights"].push_back(std::move(row));
    }
}

}  // namespace commis::buyer

// The request as the order has it now: a mail that waits tells what is true when it leaves.
#include "features/mails/request_model.hpp"

#include "domain/decisions/tickets.hpp"
#include "domain/event_value.hpp"
#include "domain/first_told.hpp"

namespace commis::mails {
namespace {

using domain::BuyerRequest;
using domain::RequestKind;
using domain::RequestPart;
using ports::MailModel;

std::string value_of(const domain::Event& event, std::string_view name) {
    const std::string* value = domain::find_value(event, name);
    return value == nullptr ? "" : *value;
}

class RequestTeller {
public:
    RequestTeller(MailModel& model, const MailFacts& facts, const BuyerRequest& request, const ports::Words& words)
        : model_{model}, facts_{facts}, request_{request}, words_{words} {}

    void tell() {
        model_.texts["request_kind"] =
            words_.text(facts_.language, "request_kind." + std::string(domain::id_of(request_.kind)));
        model_.flags.insert("is_" + std::string(domain::id_of(request_.kind)));
        const bool is_asked = facts_.event->type == domain::EventType::request_registered;
        if (is_asked && !facts_.event->note.empty()) model_.texts["request_note"] = facts_.event->note;
        if (value_of(*facts_.event, "answer") == "approved") model_.flags.insert("is_approved");
        for (const RequestPart& part : request_.parts) add_part(part);
        const bool comes_back = request_.status == domain::RequestStatus::approved && !request_.slip.empty();
        if (comes_back && !facts_.buyer_url.empty()) {
            model_.links["slip_url"] = facts_.buyer_url + "/returns/" + request_.id + ".pdf";
        }
    }

private:
    // Nothing where the quantity is none.
    void add(const char* list, const RequestPart& part, std::int32_t quantity) {
        if (quantity > 0) model_.lists[list].push_back(row_of(part, quantity));
    }

    MailModel row_of(const RequestPart& part, std::int32_t quantity) const {
        MailModel row;
        const domain::Line* line = facts_.order.find_line(part.line_id);
        row.texts["quantity"] = std::to_string(quantity);
        if (line != nullptr) row.texts["name"] = line->name;
        if (line != nullptr) row.texts["sku"] = line->sku;
        const domain::TicketUnit* unit = domain::find_ticket(facts_.order, part.unit_id);
        if (unit != nullptr) {
            row.texts["attendee"] = domain::first_told({unit->attendee.name, unit->attendee.email});
        }
        if (part.reason != domain::ReturnReason::none) {
            row.texts["reason"] =
                words_.text(facts_.language, "return_reason." + std::string(domain::id_of(part.reason)));
        }
        if (part.wants_exchange) row.flags.insert("wants_exchange");
        return row;
    }

    void add_part(const RequestPart& part) {
        add("request_lines", part, part.quantity);
        const bool is_answered = request_.answered_at_ms.has_value();
        const bool is_expected = request_.status == domain::RequestStatus::approved;
        if (is_answered && facts_.event->type == domain::EventType::request_answered) {
            add("cancelled_lines", part, part.cancelled);
            if (is_expected) add("expected_lines", part, part.expected());
        }
        if (facts_.event->type == domain::EventType::return_received) add_verdict(part);
    }

    void add_verdict(const RequestPart& part) {
        MailModel row = row_of(part, part.expected());
        const auto count = [&](const char* name, std::int32_t found) {
            if (found > 0) row.texts[name] = std::to_string(found);
        };
        count("as_new", part.as_new);
        count("damaged", part.damaged);
        count("wrong", part.wrong);
        count("missing", part.missing);
        model_.lists["verdict_lines"].push_back(std::move(row));
        add("exchange_lines", part, part.exchanged);
        add("refund_lines", part, part.received() - part.exchanged);
    }

    MailModel& model_;
    const MailFacts& facts_;
    const BuyerRequest& request_;
    const ports::Words& words_;
};

}  // namespace

void add_request(MailModel& model, const MailFacts& facts, const ports::Words& words, const ports::Formatter& format,
                 const std::string& locale) {
    if (facts.event == nullptr) return;
    const BuyerRequest* request = facts.order.find_request(value_of(*facts.event, "request"));
    if (request == nullptr) return;
    model.texts["request_time"] = format.exact_time(request->asked_at_ms, facts.shop.timezone, locale);
    RequestTeller(model, facts, *request, words).tell();
}

}  // namespace commis::mails

// The bodies of actions on documents.
#include "domain/decisions/documents.hpp"
#include "domain/decisions/slips.hpp"
#include "features/orders/action_body.hpp"
#include "features/orders/parse.hpp"

namespace commis::orders {
namespace {

struct InvoiceBody {
    std::optional<bool> draft, send, dry_run;
};
BOOST_DESCRIBE_STRUCT(InvoiceBody, (), (draft, send, dry_run))

struct CreditBody {
    std::optional<std::vector<ChosenLineBody>> lines;
    std::optional<std::vector<std::string>> units;
    std::optional<bool> shipping;
    Text note;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(CreditBody, (), (lines, units, shipping, note, dry_run))

struct CorrectInvoiceBody {
    Text note;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(CorrectInvoiceBody, (), (note, dry_run))

struct DeliveryNoteBody {
    Text shipment;
    std::optional<bool> return_slip, dry_run;
};
BOOST_DESCRIBE_STRUCT(DeliveryNoteBody, (), (shipment, return_slip, dry_run))

struct ReceiptBody {
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(ReceiptBody, (), (dry_run))

struct SendDocumentBody {
    Text document, to, note;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(SendDocumentBody, (), (document, to, note, dry_run))

}  // namespace

Parsed parse_invoice(const json::Value& body) {
    return parse_body<InvoiceBody>(body, [](const InvoiceBody& read) -> Decide {
        const domain::IssueInvoice command{read.draft.value_or(false), read.send.value_or(false)};
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::invoice(order, command, context);
        };
    });
}

Parsed parse_credit(const json::Value& body) {
    return parse_body<CreditBody>(body, [](const CreditBody& read) -> Decide {
        domain::Credit command;
        command.choice = {lines_from(read.lines), read.units.value_or(std::vector<std::string>{}),
                          read.shipping.value_or(false)};
        command.note = read.note.value_or("");
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::credit_invoice(order, command, context);
        };
    });
}

Parsed parse_correct_invoice(const json::Value& body) {
    return parse_body<CorrectInvoiceBody>(body, [](const CorrectInvoiceBody& read) -> Decide {
        const domain::CorrectInvoice command{read.note.value_or("")};
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::correct_invoice(order, command, context);
        };
    });
}

Parsed parse_delivery_note(const json::Value& body) {
    return parse_body<DeliveryNoteBody>(body, [](const DeliveryNoteBody& read) -> Decide {
        const domain::DeliveryNote command{read.shipment.value_or(""), read.return_slip};
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::delivery_note(order, command, context);
        };
    });
}

Parsed parse_view_receipt(const json::Value& body) {
    return parse_body<ReceiptBody>(body, [](const ReceiptBody&) -> Decide { return domain::receipt; });
}

Parsed parse_send_document(const json::Value& body) {
    return parse_body<SendDocumentBody>(body, [](const SendDocumentBody& read) -> Decide {
        const domain::SendDocument command{read.document.value_or(""), read.to.value_or(""), read.note.value_or("")};
        return [command](const domain::Order& order, const domain::Context& context) {
            return domain::send_document(order, command, context);
        };
    });
}

}  // namespace commis::orders

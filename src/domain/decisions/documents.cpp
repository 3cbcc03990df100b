// Which paper, about how much, and when.
#include "domain/decisions/documents.hpp"

#include <algorithm>

#include "domain/document_parts.hpp"
#include "domain/email_address.hpp"

namespace commis::domain {
namespace {

void record_issued(Decision& decision, const Context& context, const Document& document) {
    record(decision, context, EventType::document_issued,
           {{"document", document.id},
            {"kind", document.draft ? "draft" : std::string(id_of(document.kind))},
            {"amount", std::to_string(document.amount_minor)},
            {"currency", std::string(decision.order.currency.code())}});
}

// The newest invoice that still asks for something.
const Document* standing_invoice(const Order& order) {
    for (auto at = order.documents.rbegin(); at != order.documents.rend(); ++at) {
        if (at->kind == DocumentKind::invoice && !at->draft) return &*at;
    }
    return nullptr;
}

InvoiceAt wanted_moment(const Order& order, const Profile& profile) {
    const PaymentMethod* method = profile.find_method(order.payment_method);
    if (method != nullptr && method->invoice_at) return *method->invoice_at;
    const bool is_online = method != nullptr && method->kind == MethodKind::gateway;
    const bool is_digital = std::ranges::all_of(
        order.lines, [](const Line& line) { return line.kind == LineKind::digital || line.kind == LineKind::fee; });
    if (profile.invoice_digital_at_payment && is_online && is_digital) return InvoiceAt::payment;
    return profile.invoice_at;
}

Document with_parts(Document document, std::vector<DocumentPart> parts) {
    document.amount_minor = amount_of(parts);
    document.tax_minor = tax_of(parts);
    document.parts = std::move(parts);
    return document;
}

Document invoice_of(const Order& order) { return with_parts({.kind = DocumentKind::invoice}, parts_to_invoice(order)); }

Document draft_of(const Order& order) {
    Document document = invoice_of(order);
    document.draft = true;
    return document;
}

bool is_draft_invoice(const Document& document) { return document.draft && document.kind == DocumentKind::invoice; }

// The order as if the named units, which stay, left now.
Order without(Order order, const std::vector<Pick>& picks, bool shipping) {
    for (const Pick& pick : picks) {
        Line& line = order.lines[pick.line];
        const std::int32_t quantity = std::min(pick.quantity, line.active());
        take_active(line, quantity, pick.units, UnitStatus::cancelled, Leaving::unshipped_first);
    }
    order.shipping.cancelled |= shipping;
    return order;
}

void credit_parts_of(Decision& decision, const Context& context, const std::vector<DocumentPart>& wanted,
                     std::int64_t amount_minor) {
    const Document* invoice = standing_invoice(decision.order);
    if (invoice == nullptr) return;
    auto parts = credit_parts(standing_by_rate(decision.order, *invoice), wanted, amount_minor);
    if (parts.empty()) return;
    issue(decision, context,
          with_parts({.kind = DocumentKind::credit_note, .refers_to = invoice->id}, std::move(parts)));
}

}  // namespace

void issue(Decision& decision, const Context& context, Document document) {
    document.id = context.new_id();
    document.issued_at_ms = context.now_ms;
    decision.order.documents.push_back(std::move(document));
    record_issued(decision, context, decision.order.documents.back());
}

void issue_invoice(Decision& decision, const Context& context) {
    auto& documents = decision.order.documents;
    std::erase_if(documents, is_draft_invoice);
    decision.order.invoice_due_at_ms.reset();
    issue(decision, context, invoice_of(decision.order));
}

void refresh_drafts(Order& order) {
    for (Document& document : order.documents) {
        if (!is_draft_invoice(document)) continue;
        const Document now = invoice_of(order);
        document.amount_minor = now.amount_minor;
        document.tax_minor = now.tax_minor;
        document.parts = now.parts;
    }
}

void draft_invoice(Decision& decision, const Context& context) {
    Order& order = decision.order;
    const bool is_pro_forma =
        context.profile.pro_forma_until_payment && wanted_moment(order, context.profile) == InvoiceAt::payment;
    if (order.imported || (!context.profile.draft_invoice_at_order && !is_pro_forma)) return;
    Document document = draft_of(order);
    document.id = context.new_id();
    document.issued_at_ms = context.now_ms;
    order.documents.push_back(std::move(document));
}

void invoice_automatically(Decision& decision, const Context& context, InvoiceAt moment) {
    Order& order = decision.order;
    if (order.draft || order.imported || order.is_invoiced()) return;
    if (wanted_moment(order, context.profile) != moment) return;
    if (content_totals(order).total_minor == content_totals(order).cancelled_minor) return;
    if (moment == InvoiceAt::dispatch) {
        order.invoice_due_at_ms = context.now_ms + context.profile.hold_period_ms;
    } else {
        issue_invoice(decision, context);
        send_if_wanted(decision, context);
    }
}

void send_if_wanted(Decision& decision, const Context& context) {
    if (!context.profile.sends_invoice) return;
    tell_buyer(decision, MailKind::document_sent, Suppression::none, context.now_ms);
}

void credit(Decision& decision, const Context& context, const Order& before, std::int64_t amount_minor) {
    credit_parts_of(decision, context, parts_left(before, decision.order), amount_minor);
}

Result<Decision> invoice(const Order& order, const IssueInvoice& command, const Context& context) {
    if (const auto error = refused(Action::invoice, order, context)) return std::unexpected(*error);
    Decision decision = begin(order, context);
    if (command.draft) {
        if (std::ranges::any_of(order.documents, is_draft_invoice)) return refuse(Refusal::already_drafted);
        issue(decision, context, draft_of(order));
    } else {
        issue_invoice(decision, context);
        if (command.send) tell_buyer(decision, MailKind::document_sent, Suppression::none, context.now_ms);
    }
    return decision;
}

Result<Decision> credit_invoice(const Order& order, const Credit& command, const Context& context) {
    if (const auto error = refused(Action::credit, order, context)) return std::unexpected(*error);
    auto errors = check_choice(order, command.choice);
    check_text(errors, "/note", command.note, note_length_max);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    const auto picks = picks_of(order, command.choice, false);
    for (const Pick& pick : picks) {
        if (pick.quantity > order.lines[pick.line].active()) return refuse(Refusal::quantity_exceeds_units);
    }
    Decision decision = begin(order, context);
    if (command.choice.is_empty()) {
        credit_parts_of(decision, context, {}, order.invoiced_minor());
    } else {
        const auto wanted = parts_left(order, without(order, picks, command.choice.shipping));
        if (amount_of(wanted) > order.invoiced_minor()) return refuse(Refusal::nothing_to_credit);
        credit_parts_of(decision, context, wanted, 0);
    }
    if (decision.events.empty()) return refuse(Refusal::nothing_to_credit);
    decision.events.back().note = command.note;
    return decision;
}

Result<Decision> correct_invoice(const Order& order, const CorrectInvoice& command, const Context& context) {
    if (const auto error = refused(Action::correct_invoice, order, context)) return std::unexpected(*error);
    std::vector<FieldError> errors;
    check_text(errors, "/note", command.note, note_length_max);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    // Position by position, so that the credit note mirrors its invoice where nothing was credited before.
    const Document& standing = *standing_invoice(order);
    credit_parts_of(decision, context, standing.parts, 0);
    issue_invoice(decision, context);
    decision.events.back().note = command.note;
    return decision;
}

Result<Decision> send_document(const Order& order, const SendDocument& command, const Context& context) {
    if (const auto error = refused(Action::send_document, order, context)) return std::unexpected(*error);
    const Document* wanted = nullptr;
    for (const Document& document : order.documents) {
        const bool is_it = command.document_id.empty() ? is_bill(document.kind) : document.id == command.document_id;
        if (is_it && !document.draft) wanted = &document;
    }
    std::vector<FieldError> errors;
    if (wanted == nullptr) {
        errors.push_back({"/document", "unknown_document", "the order has no such issued document"});
    }
    if (!command.to.empty() && !is_email_address(command.to)) {
        errors.push_back({"/to", "invalid_email", "this is no e-mail address"});
    }
    check_text(errors, "/note", command.note, note_length_max);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    record(decision, context, EventType::mail_requested,
           {{"kind", std::string(id_of(MailKind::document_sent))}, {"document", wanted->id}}, command.note);
    tell(decision, MailKind::document_sent, command.to, context);
    return decision;
}

}  // namespace commis::domain

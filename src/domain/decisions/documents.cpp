// Which paper, about how much, and when.
#include "domain/decisions/documents.hpp"

#include <algorithm>

#include "domain/rounding.hpp"

namespace commis::domain {
namespace {

// The tax inside what is owed: that of the content less what left with its units.
std::int64_t tax_owed(const Order& order) {
    std::int64_t tax_minor = order.shipping.cancelled ? 0 : order.shipping.tax_minor;
    for (const Line& line : order.lines) {
        tax_minor += line.tax_minor;
        if (line.units.empty()) tax_minor -= share_of_units(line.tax_minor, 0, line.gone(), line.quantity);
        for (const TicketUnit& unit : line.units) {
            if (unit.status != UnitStatus::active) tax_minor -= unit.tax_minor;
        }
    }
    return tax_minor;
}

void record_issued(Decision& decision, const Context& context, const Document& document) {
    record(decision, context, EventType::document_issued,
           {{"document", document.id},
            {"kind", std::string(id_of(document.kind))},
            {"amount", std::to_string(document.amount_minor)},
            {"currency", std::string(decision.order.currency.code())}});
}

void issue(Decision& decision, const Context& context, Document document) {
    document.id = context.new_id();
    document.issued_at_ms = context.now_ms;
    decision.order.documents.push_back(std::move(document));
    record_issued(decision, context, decision.order.documents.back());
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

Document invoice_of(const Order& order) {
    const ContentTotals totals = content_totals(order);
    Document document{.kind = DocumentKind::invoice};
    document.amount_minor = totals.total_minor - totals.cancelled_minor;
    document.tax_minor = tax_owed(order);
    return document;
}

// A credit of units that stay: their value as if they left now.
Taken value_of(Order order, const std::vector<Pick>& picks) {
    Taken sum;
    for (const Pick& pick : picks) {
        Line& line = order.lines[pick.line];
        const std::int32_t quantity = std::min(pick.quantity, line.active());
        sum += take_active(line, quantity, pick.units, UnitStatus::cancelled, Leaving::unshipped_first);
    }
    return sum;
}

}  // namespace

void issue_invoice(Decision& decision, const Context& context) {
    auto& documents = decision.order.documents;
    std::erase_if(documents, [](const Document& each) { return each.draft && each.kind == DocumentKind::invoice; });
    decision.order.invoice_due_at_ms.reset();
    issue(decision, context, invoice_of(decision.order));
}

void refresh_drafts(Order& order) {
    for (Document& document : order.documents) {
        if (!document.draft || document.kind != DocumentKind::invoice) continue;
        const Document now = invoice_of(order);
        document.amount_minor = now.amount_minor;
        document.tax_minor = now.tax_minor;
    }
}

void draft_invoice(Decision& decision, const Context& context) {
    Order& order = decision.order;
    const bool is_pro_forma =
        context.profile.pro_forma_until_payment && wanted_moment(order, context.profile) == InvoiceAt::payment;
    if (order.imported || (!context.profile.draft_invoice_at_order && !is_pro_forma)) return;
    Document document = invoice_of(order);
    document.draft = true;
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
    }
}

void credit(Decision& decision, const Context& context, std::int64_t amount_minor, std::int64_t tax_minor,
            std::vector<LinePart> parts) {
    const Document* invoice = standing_invoice(decision.order);
    if (invoice == nullptr || amount_minor <= 0) return;
    const std::int64_t left_minor = decision.order.invoiced_minor();
    if (left_minor <= 0) return;
    Document document{.kind = DocumentKind::credit_note, .refers_to = invoice->id};
    document.amount_minor = std::min(amount_minor, left_minor);
    // A credit cut to what still stands carries that part of the tax.
    document.tax_minor = document.amount_minor == amount_minor
                             ? tax_minor
                             : scale_half_away(tax_minor, document.amount_minor, amount_minor);
    document.parts = std::move(parts);
    issue(decision, context, std::move(document));
}

Result<Decision> invoice(const Order& order, const Context& context) {
    if (const auto error = refused(Action::invoice, order, context)) return std::unexpected(*error);
    Decision decision = begin(order, context);
    issue_invoice(decision, context);
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
    const Document& standing = *standing_invoice(order);
    Taken sum = value_of(order, picks);
    if (command.choice.shipping) sum += {order.shipping.total_minor, order.shipping.tax_minor, 0, 0};
    std::vector<LinePart> parts;
    for (const Pick& pick : picks) parts.push_back({order.lines[pick.line].id, pick.quantity});
    if (command.choice.is_empty()) {
        sum.value_minor = order.invoiced_minor();
        sum.tax_minor = standing.amount_minor == 0
                            ? 0
                            : scale_half_away(standing.tax_minor, sum.value_minor, standing.amount_minor);
    }
    if (sum.value_minor > order.invoiced_minor()) return refuse(Refusal::nothing_to_credit);
    credit(decision, context, sum.value_minor, sum.tax_minor, std::move(parts));
    if (decision.events.empty()) return refuse(Refusal::nothing_to_credit);
    decision.events.back().note = command.note;
    return decision;
}

}  // namespace commis::domain

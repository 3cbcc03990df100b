// Amounts, rates and dates are finished texts in the mail's language. `…_url` and `shop_url` are links made by us.
#include "adapters/smtp/mail_events.hpp"

#include <initializer_list>

namespace commis::smtp {
namespace {

using Names = std::initializer_list<std::string_view>;

TemplateNames leaf(Names names) { return {{names.begin(), names.end()}, {}, {}}; }

void add(TemplateNames& into, Names names) { into.values.insert(names.begin(), names.end()); }

void add_flags(TemplateNames& into, Names names) {
    add(into, names);
    into.flags.insert(names.begin(), names.end());
}

// Of every mail.
TemplateNames shop_names() {
    return leaf({"shop_name", "shop_address", "shop_email", "shop_phone", "shop_url", "shop_registration",
                 "shop_vat_id", "shop_color", "language"});
}

// Of every mail about an order.
TemplateNames order_names() {
    auto names = shop_names();
    add(names, {"order_number", "order_date", "order_time", "external_id", "channel", "buyer_name", "buyer_email",
                "total", "amount_due", "amount_paid", "currency", "payment_method", "payment_status", "state", "note",
                "buyer_url", "amount_owed_back"});
    return names;
}

// Of the mails that repeat the whole order.
TemplateNames placed_names() {
    auto names = order_names();
    add(names, {"subtotal", "more_lines", "discount", "promo_code", "shipping_name", "shipping_total", "tax_total",
                "billing_address", "shipping_address", "buyer_note", "buyer_phone", "buyer_company", "buyer_vat_id",
                "payment_instructions", "payment_reference", "payment_qr", "desk_url"});
    add_flags(names, {"tax_included", "pickup", "transfer_wanted"});
    auto line = leaf({"quantity", "name", "sku", "unit_price", "total", "discount"});
    line.lists["attendees"] = leaf({"name", "email"});
    names.lists["lines"] = line;
    names.lists["tax_lines"] = leaf({"rate", "amount"});
    names.lists["bank_accounts"] = leaf({"holder", "iban", "bic", "bank"});
    return names;
}

TemplateNames payment_names() {
    auto names = order_names();
    add(names, {"payment_amount"});
    add_flags(names, {"paid"});
    return names;
}

TemplateNames sent_names() {
    auto names = order_names();
    add(names, {"tracking_carrier", "tracking_number", "tracking_url", "shipping_address"});
    names.lists["parcel_lines"] = leaf({"quantity", "name", "sku"});
    return names;
}

TemplateNames cancelled_names() {
    auto names = order_names();
    add_flags(names, {"partly"});
    names.lists["cancelled_lines"] = leaf({"quantity", "name", "sku"});
    return names;
}

TemplateNames refund_names() {
    auto names = order_names();
    add(names, {"refund_amount"});
    add_flags(names, {"by_gateway"});
    names.lists["refunded_lines"] = leaf({"quantity", "name", "sku"});
    return names;
}

// Of the mails that ask for money.
TemplateNames owed_names() {
    auto names = order_names();
    add(names, {"payment_instructions", "payment_reference", "payment_qr", "payment_url"});
    add_flags(names, {"transfer_wanted"});
    names.lists["bank_accounts"] = leaf({"holder", "iban", "bic", "bank"});
    return names;
}

TemplateNames reminder_names() {
    auto names = owed_names();
    add(names, {"reminder_level", "pay_by"});
    return names;
}

// The order as it stands after a change: what is still wanted, and what it costs now.
TemplateNames revised_names() {
    auto names = owed_names();
    add(names, {"new_total", "more_lines", "shipping_name", "shipping_total"});
    names.lists["lines"] = leaf({"quantity", "name", "sku", "unit_price", "total"});
    return names;
}

TemplateNames message_names() {
    auto names = order_names();
    add(names, {"subject", "message"});
    return names;
}

// To who goes: what they get into, with what.
TemplateNames ticket_names() {
    auto names = order_names();
    add(names, {"holder_name"});
    names.lists["tickets"] = leaf({"event", "when", "venue", "attendee", "code"});
    return names;
}

TemplateNames document_names() {
    auto names = owed_names();
    add(names, {"document_kind", "document_number", "document_amount"});
    return names;
}

// Of the mails about what a buyer asks for.
TemplateNames request_names() {
    auto names = order_names();
    add(names, {"request_kind", "request_time", "request_note", "desk_url"});
    add_flags(names, {"is_withdrawal", "is_cancellation", "is_return"});
    auto line = leaf({"quantity", "name", "sku", "attendee", "reason"});
    add_flags(line, {"wants_exchange"});
    names.lists["request_lines"] = line;
    return names;
}

TemplateNames answer_names() {
    auto names = request_names();
    add(names, {"slip_url"});
    add_flags(names, {"is_approved"});
    names.lists["cancelled_lines"] = leaf({"quantity", "name", "sku", "attendee"});
    names.lists["expected_lines"] = leaf({"quantity", "name", "sku"});
    return names;
}

// What came back, line by line, and what follows from it.
TemplateNames returned_names() {
    auto names = request_names();
    names.lists["verdict_lines"] = leaf({"quantity", "name", "sku", "as_new", "damaged", "wrong", "missing"});
    names.lists["refund_lines"] = leaf({"quantity", "name", "sku"});
    names.lists["exchange_lines"] = leaf({"quantity", "name", "sku"});
    return names;
}

TemplateNames download_names() {
    auto names = order_names();
    names.lists["downloads"] = leaf({"name", "size", "left", "until", "download_url"});
    return names;
}

}  // namespace

const TemplateNames* find_mail_names(std::string_view event) {
    static const std::map<std::string, TemplateNames, std::less<>> events{
        {"order_placed", placed_names()},
        {"order_placed_operator", placed_names()},
        {"payment_changed", payment_names()},
        {"state_changed", order_names()},
        {"order_sent", sent_names()},
        {"order_cancelled", cancelled_names()},
        {"free_message", message_names()},
        {"refund_made", refund_names()},
        {"refund_promised", refund_names()},
        {"payment_reminder", reminder_names()},
        {"order_removed", order_names()},
        {"order_revised", revised_names()},
        {"payment_link", owed_names()},
        {"document_sent", document_names()},
        {"withdrawal_received", request_names()},
        {"request_received", request_names()},
        {"request_operator", request_names()},
        {"request_answered", answer_names()},
        {"return_received", returned_names()},
        {"tickets", ticket_names()},
        {"downloads", download_names()},
    };
    const auto found = events.find(event);
    return found == events.end() ? nullptr : &found->second;
}

const TemplateNames& footer_names() {
    static const TemplateNames names = shop_names();
    return names;
}

}  // namespace commis::smtp

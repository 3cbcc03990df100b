// A full model, with every name of every event, and the renderer over the shipped templates.
#pragma once

#include <optional>
#include <string>

#include "adapters/smtp/renderer.hpp"
#include "support/shared_data.hpp"

namespace commis::tests {

inline smtp::TemplateRenderer shipped_renderer() {
    return smtp::TemplateRenderer{[](std::string_view path) -> std::optional<std::string> {
        const auto file = std::filesystem::path{COMMIS_SOURCE_DIR} / path;
        if (!std::filesystem::exists(file)) return std::nullopt;
        return read_text(file);
    }};
}

inline ports::MailModel entry(std::map<std::string, std::string> texts) { return {std::move(texts), {}, {}, {}, {}}; }

// What a buyer asks for, and what came back.
inline void add_request(ports::MailModel& model) {
    model.texts["request_kind"] = "Return";
    model.texts["request_time"] = "3 December 2025, 14:05:09 CET";
    model.texts["request_note"] = "One is too dark. # not a heading";
    model.links["slip_url"] = "https://shop.example/o/abc/returns/1.pdf";
    auto asked = entry({{"quantity", "2"}, {"name", "Aurora lamp"}, {"sku", "AL-40"}, {"reason", "Too small"}});
    asked.flags.insert("wants_exchange");
    auto ticket_back = entry({{"quantity", "1"}, {"name", "Winter concert"}, {"attendee", "A. One"}});
    model.lists["request_lines"] = {asked, ticket_back};
    model.lists["expected_lines"] = model.lists["parcel_lines"];
    model.lists["refund_lines"] = model.lists["parcel_lines"];
    model.lists["exchange_lines"] = model.lists["parcel_lines"];
    model.lists["verdict_lines"] = {entry({{"quantity", "4"},
                                           {"name", "Aurora lamp"},
                                           {"as_new", "1"},
                                           {"damaged", "1"},
                                           {"wrong", "1"},
                                           {"missing", "1"}})};
}

inline ports::MailModel sample_seat() {
    return entry({{"event", "Winter concert"},
                  {"when", "12 February 2026, 19:30"},
                  {"venue", "Salle des fêtes, Lyon"},
                  {"attendee", "Zoé Lefèvre"},
                  {"code", "7Q2M 9XKD 3FTA"}});
}

inline ports::MailModel sample_ticket_line() {
    auto ticket = entry(
        {{"quantity", "1"}, {"name", "Winter concert"}, {"sku", "T-1"}, {"unit_price", "€20.00"}, {"total", "€20.00"}});
    ticket.lists["attendees"] = {entry({{"name", "A. One"}, {"email", "a@example.org"}})};
    return ticket;
}

inline ports::MailModel sample_model() {
    ports::MailModel model;
    model.texts = {
        {"shop_name", "Nordlys & Co"},
        {"shop_address", "Havnegade 12\n8000 Aarhus C\nDanmark"},
        {"shop_email", "hello@nordlys.example"},
        {"shop_phone", "+45 86 00 00 00"},
        {"shop_color", "#0f766e"},
        {"order_number", "N-1042"},
        {"order_date", "3 December 2025"},
        {"order_time", "3 December 2025, 14:05"},
        {"external_id", "web-77"},
        {"channel", "web"},
        {"buyer_name", "Zoé Lefèvre"},
        {"buyer_email", "zoe@example.org"},
        {"buyer_phone", "+33 1 23 45 67 89"},
        {"buyer_company", "Atelier Lefèvre"},
        {"buyer_vat_id", "FR40303265045"},
        {"total", "€113.70"},
        {"subtotal", "€118.80"},
        {"discount", "€10.00"},
        {"promo_code", "WINTER_10"},
        {"shipping_name", "PostNord"},
        {"shipping_total", "€4.90"},
        {"tax_total", "€22.74"},
        {"billing_address", "Zoé Lefèvre\n12 rue de l'Église\n75011 Paris\nFrance"},
        {"shipping_address", "Zoé Lefèvre\nc/o Atelier *Nord*\n69001 Lyon\nFrance"},
        {"buyer_note", "Please ring twice. # not a heading"},
        {"payment_method", "Prepayment"},
        {"payment_status", "Pending"},
        {"payment_reference", "N-1042"},
        {"amount_due", "€63.70"},
        {"amount_paid", "€50.00"},
        {"amount_owed_back", "€12.00"},
        {"currency", "EUR"},
        {"state", "Being packed"},
        {"tracking_carrier", "PostNord"},
        {"tracking_number", "00370730254912345678"},
        {"subject", "About your order"},
        {"refund_amount", "€49.40"},
        {"new_total", "€64.30"},
        {"reminder_level", "2"},
        {"pay_by", "10 December 2025"},
        {"holder_name", "Zoé Lefèvre"},
    };
    model.links = {{"desk_url", "https://shop.example/desk/orders/01J9?tab=all&x=1"},
                   {"tracking_url", "https://track.example/p_a_r/00370730254912345678"},
                   {"buyer_url", "https://shop.example/o/abc"}};
    model.notes = {{"note", "The *blue* one follows [on Friday](https://nordlys.example/friday).\n\n- one\n- two"},
                   {"payment_instructions", "We ship as soon as your transfer has arrived."},
                   {"message", "We found your **umbrella**.\nShall we keep it?"}};
    model.flags = {"tax_included", "transfer_wanted", "by_gateway", "is_return", "is_approved"};
    const auto ticket = sample_ticket_line();
    model.lists["tickets"] = {sample_seat()};
    model.lists["lines"] = {entry({{"quantity", "2"},
                                   {"name", "Aurora lamp 40×40 (brass)"},
                                   {"sku", "AL-40"},
                                   {"unit_price", "€49.40"},
                                   {"total", "€98.80"}}),
                            ticket};
    model.lists["tax_lines"] = {entry({{"rate", "25 %"}, {"amount", "€22.74"}})};
    model.lists["bank_accounts"] = {entry(
        {{"holder", "Nordlys & Co"}, {"iban", "DK50 0040 0440 1162 43"}, {"bic", "NDEADKKK"}, {"bank", "Nordea"}})};
    model.lists["parcel_lines"] = {entry({{"quantity", "2"}, {"name", "Aurora lamp"}, {"sku", "AL-40"}})};
    model.lists["cancelled_lines"] = model.lists["parcel_lines"];
    model.lists["refunded_lines"] = model.lists["parcel_lines"];
    add_request(model);
    model.pictures["payment_qr"] = {"\x89PNG", "QR code for the payment"};
    return model;
}

}  // namespace commis::tests

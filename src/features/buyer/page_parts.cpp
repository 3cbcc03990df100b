// Payment, lines, parcels, documents, tickets, downloads.
#include "features/buyer/page_parts.hpp"

#include <algorithm>
#include <ranges>

#include "domain/carrier.hpp"
#include "domain/decisions/payment_link.hpp"
#include "domain/first_told.hpp"
#include "domain/openings.hpp"
#include "features/downloads/size_text.hpp"
#include "features/mails/told_status.hpp"

namespace commis::buyer {
namespace {

using domain::Line;
using ports::MailModel;

// What became of the units, where it is not what was ordered.
std::vector<std::string> remarks(const Reader& reader, const Line& line) {
    std::vector<std::string> found;
    const auto add = [&](std::string_view name, std::int32_t count) {
        if (count > 0) found.push_back(reader.word(name, {{"count", std::to_string(count)}}));
    };
    add("units_cancelled", line.cancelled);
    add("units_refunded", line.refunded);
    add("units_returned", line.returned);
    if (line.to_ship() > 0) add("units_sent", line.shipped);
    return found;
}

void add_total(MailModel& model, std::string label, std::string amount, bool is_strong = false) {
    MailModel row = entry({{"label", std::move(label)}, {"amount", std::move(amount)}});
    if (is_strong) row.flags.insert("strong");
    model.lists["totals"].push_back(std::move(row));
}

void add_totals(MailModel& model, const Reader& reader) {
    const domain::Order& order = reader.order;
    const auto totals = domain::content_totals(order);
    if (order.shipping.total_minor > 0 || !order.shipping.name.empty()) {
        const std::string& name = order.shipping.name;
        add_total(model, name.empty() ? reader.word("shipping") : name, reader.money(order.shipping.total_minor));
    }
    const bool is_changed = totals.cancelled_minor > 0;
    add_total(model, reader.word("total"), reader.money(totals.total_minor), !is_changed);
    if (is_changed) {
        add_total(model, reader.word("not_owed"), reader.money(-totals.cancelled_minor));
        add_total(model, reader.word("new_total"), reader.money(totals.total_minor - totals.cancelled_minor), true);
    }
    if (totals.discount_minor > 0) {
        model.texts["discount"] = reader.word("discount", {{"amount", reader.money(totals.discount_minor)}});
    }
    if (totals.tax_minor > 0) {
        model.texts["tax"] = reader.word("tax", {{"amount", reader.money(totals.tax_minor)}});
    }
}

}  // namespace

std::optional<domain::PaymentDetails> transfer_details(const Reader& reader, const domain::Standing& standing) {
    const std::int64_t due_minor = standing.figures().due();
    if (due_minor == 0) return std::nullopt;
    auto details = domain::payment_details(reader.shop, reader.order, due_minor);
    if (!details) return std::nullopt;
    return std::move(*details);
}

std::string payment_path(const domain::Order& order) {
    // The newest: another account may have been connected since the one before was made.
    const auto payments = order.ledger.payments | std::views::reverse;
    const auto link = std::ranges::find_if(payments, domain::is_open_link);
    return link == payments.end() ? "" : "/pay/" + link->link_token;
}

void add_payment(MailModel& model, const Reader& reader, const domain::Standing& standing) {
    const auto& figures = standing.figures();
    const auto status = domain::worded_payment_status(standing, *reader.profile);
    if (mails::is_told(status)) {
        model.texts["payment_status"] =
            mails::status_label(status, *reader.profile, reader.language, reader.services.words);
    }
    const auto* method = reader.profile->find_method(reader.order.payment_method);
    const auto add = [&](std::string_view name, std::int64_t amount_minor) {
        if (amount_minor == 0) return;
        model.lists["money"].push_back(entry({{"label", reader.word(name)}, {"amount", reader.money(amount_minor)}}));
    };
    if (method != nullptr) model.texts["payment_method"] = method->label.in(reader.language);
    add("paid", figures.captured_minor);
    add("refunded", figures.refunded_minor);
    add("due", figures.due());
    add("owed_back", figures.owed_back());
    reader.say(model, {"method", "payment_status", "holder", "reference", "amount", "qr"});
    if (figures.due() == 0) return;
    if (auto path = payment_path(reader.order); !path.empty()) {
        model.texts["pay_path"] = std::move(path);
        model.texts["pay_label"] =
            reader.services.words.text(reader.language, "pay.button", {{"amount", reader.money(figures.due())}});
    }
    if (method != nullptr) model.notes["payment_instructions"] = method->instructions.in(reader.language);
    const auto details = transfer_details(reader, standing);
    if (!details) return;
    MailModel transfer = entry({{"holder", details->holder},
                                {"iban", domain::grouped(details->iban)},
                                {"bic", details->bic},
                                {"reference_text", details->reference},
                                {"amount_text", reader.money(details->amount_minor)}});
    if (details->standard != domain::QrStandard::none) transfer.texts["code_path"] = reader.path("/payment.svg");
    model.lists["transfer"].push_back(std::move(transfer));
}

void add_lines(MailModel& model, const Reader& reader) {
    for (const Line& line : reader.order.lines) {
        MailModel row = entry({{"quantity", std::to_string(line.quantity)},
                               {"name", line.name},
                               {"amount", reader.money(line.total_minor)}});
        for (std::string& words : remarks(reader, line)) row.lists["remarks"].push_back(entry({{"text", words}}));
        model.lists["lines"].push_back(std::move(row));
    }
    add_totals(model, reader);
}

void add_shipments(MailModel& model, const Reader& reader) {
    reader.say(model, {"track"});
    for (const domain::Shipment& shipment : reader.order.shipments) {
        if (!shipment.handed_over_at_ms && !shipment.delivered_at_ms) continue;
        const bool is_there = shipment.delivered_at_ms.has_value();
        const std::int64_t at_ms = is_there ? *shipment.delivered_at_ms : *shipment.handed_over_at_ms;
        const bool is_collected = is_there && reader.order.shipping.pickup;
        const char* name = is_collected ? "collected_on" : is_there ? "delivered_on" : "sent_on";
        MailModel row = entry({{"when", reader.word(name, {{"date", reader.date(at_ms)}})},
                               {"carrier", shipment.tracking.carrier},
                               {"number", shipment.tracking.number}});
        const std::string url = domain::tracking_url(shipment.tracking, reader.services.carriers);
        if (!url.empty()) row.links["tracking_url"] = url;
        for (const domain::LinePart& part : shipment.parts) {
            row.lists["parts"].push_back(entry({{"text", reader.part_text(part.line_id, "", part.quantity)}}));
        }
        model.lists["shipments"].push_back(std::move(row));
    }
}

void add_documents(MailModel& model, const Reader& reader) {
    for (const domain::Document& document : reader.order.documents) {
        if (document.draft) continue;
        const std::string kind = reader.text("document_kind." + std::string(domain::id_of(document.kind)));
        MailModel row = entry({{"name", kind + " " + document.number},
                               {"date", reader.date(document.issued_at_ms)},
                               {"path", reader.path("/documents/" + document.id + ".pdf")}});
        if (document.amount_minor > 0) row.texts["amount"] = reader.money(document.amount_minor);
        model.lists["documents"].push_back(std::move(row));
    }
}

void add_tickets(MailModel& model, const Reader& reader) {
    const domain::Standing order = domain::standing_of(reader.order, *reader.profile);
    for (const Line& line : reader.order.lines) {
        for (const domain::TicketUnit& unit : line.units) {
            const auto standing = domain::unit_standing(order, unit, *reader.profile);
            const auto closed = domain::closed_by(domain::Door::check_in, standing);
            const std::string who = domain::first_told({unit.attendee.name, unit.attendee.email});
            MailModel row = entry({{"event", line.name}, {"who", who}});
            if (unit.admitted_at_ms) {
                row.texts["status"] = reader.word("admitted", {{"date", reader.date_time(*unit.admitted_at_ms)}});
            } else {
                row.texts["status"] = closed ? reader.refusal(*closed) : reader.word("valid");
            }
            if (!closed) row.flags.insert("is_open");
            if (!domain::closed_by(domain::Door::ticket, standing)) {
                row.texts["path"] = reader.path("/tickets/" + unit.id + ".pdf");
                row.texts["path_label"] = reader.word("ticket_file");
            }
            model.lists["tickets"].push_back(std::move(row));
        }
    }
}

void add_downloads(MailModel& model, const Reader& reader, const std::vector<downloads::Offer>& downloads) {
    for (const downloads::Offer& download : downloads) {
        MailModel row = entry({{"line", download.line_name},
                               {"name", download.name},
                               {"size", downloads::size_text(download.size_bytes, reader.language)},
                               {"path", download.url}});
        if (download.reason) row.texts["reason"] = reader.refusal(*download.reason);
        if (download.left && !download.reason) {
            row.texts["left"] = reader.word("downloads_left", {{"count", std::to_string(*download.left)}});
        }
        if (download.until_ms && !download.reason) {
            row.texts["until"] = reader.word("until", {{"date", reader.date(*download.until_ms)}});
        }
        model.lists["downloads"].push_back(std::move(row));
    }
}

}  // namespace commis::buyer

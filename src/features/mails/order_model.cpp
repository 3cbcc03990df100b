// Lines, shipping and total are shown with tax and discounts in them, so that they add up before the reader's eyes;
// tax and discount are then told as parts of them.
#include "features/mails/order_model.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <ranges>
#include <sstream>

#include "domain/decisions/payment_link.hpp"
#include "domain/language.hpp"
#include "domain/payment_details.hpp"
#include "domain/standing.hpp"
#include "features/mails/download_entries.hpp"
#include "features/mails/request_model.hpp"
#include "features/mails/told_status.hpp"

namespace commis::mails {
namespace {

using domain::Line;
using domain::LineKind;
using domain::MailKind;
using domain::PaymentStatus;
using ports::MailModel;

// Longer lists help nobody in a mail; the order's page has them whole.
constexpr std::size_t lines_told = 300;
constexpr std::size_t attendees_told = 300;

void add_part(std::string& text, std::string_view part, std::string_view separator) {
    if (part.empty()) return;
    if (!text.empty()) text += separator;
    text += part;
}

class ModelMaker {
public:
    ModelMaker(const MailFacts& facts, const ports::Words& words, const ports::Formatter& format)
        : facts_{facts},
          order_{facts.order},
          words_{words},
          format_{format},
          standing_{domain::standing_of(facts.order, facts.profile)},
          locale_{domain::locale_of(facts.language, facts.shop.legal_address.country)} {}

    MailModel make() {
        add_shop();
        add_order();
        add_buyer();
        add_figures();
        add_payment();
        add_event();
        add_lines();
        add_tax();
        add_shipping();
        add_shipment();
        add_cancelled();
        add_request(model_, facts_, words_, format_, locale_);
        model_.lists["downloads"] = download_entries(facts_, format_, locale_);
        return std::move(model_);
    }

private:
    void put(const std::string& name, std::string text) {
        if (!text.empty()) model_.texts[name] = std::move(text);
    }

    std::string money(std::int64_t amount_minor) const {
        return format_.money({amount_minor, order_.currency}, locale_);
    }

    void put_positive(const std::string& name, std::int64_t amount_minor) {
        if (amount_minor > 0) put(name, money(amount_minor));
    }

    // The address's own recipient, or else the given one.
    std::string address_text(const domain::Address& address, std::string_view name, std::string_view company) const {
        const bool is_own = !address.name.empty() || !address.company.empty();
        std::string text{is_own ? address.name : name};
        add_part(text, is_own ? address.company : company, "\n");
        add_part(text, address.line1, "\n");
        add_part(text, address.line2, "\n");
        std::string city = address.postal_code;
        add_part(city, address.city, " ");
        add_part(text, city, "\n");
        add_part(text, address.region, "\n");
        add_part(text, format_.country(address.country, locale_), "\n");
        return text;
    }

    static bool is_known(const domain::Address& address) { return address != domain::Address{}; }

    void add_shop() {
        const auto& shop = facts_.shop;
        put("shop_name", shop.name);
        const std::string legal = shop.legal_name == shop.name ? "" : shop.legal_name;
        if (is_known(shop.legal_address) || !legal.empty()) {
            put("shop_address", address_text(shop.legal_address, legal, ""));
        }
        const bool has_sender = !shop.mail_sender_address.empty();
        put("shop_email", has_sender                        ? shop.mail_sender_address
                          : shop.operator_addresses.empty() ? ""
                                                            : shop.operator_addresses.front());
        put("shop_phone", shop.mail_look.phone);
        put("shop_registration", shop.registration);
        // The Swiss number names itself: CHE-123.456.789 MWST.
        if (!shop.vat_id.empty()) {
            const bool is_swiss = shop.legal_address.country == "CH";
            put("shop_vat_id",
                is_swiss ? shop.vat_id : words_.text(facts_.language, "mail_vat_id", {{"id", shop.vat_id}}));
        }
        put("shop_color", shop.mail_look.color);
        if (!shop.mail_look.website.empty()) model_.links["shop_url"] = shop.mail_look.website;
        if (!shop.mail_look.logo_url.empty()) model_.links["logo_url"] = shop.mail_look.logo_url;
    }

    void add_order() {
        put("order_number", order_.number);
        put("order_date", format_.date(order_.placed_at_ms, facts_.shop.timezone, locale_));
        put("order_time", format_.date_time(order_.placed_at_ms, facts_.shop.timezone, locale_));
        put("external_id", order_.external_id);
        put("channel", order_.channel);
        put("promo_code", order_.promo_code);
        put("buyer_note", order_.note);
        put("currency", std::string{order_.currency.code()});
        put("payment_reference", order_.number);
        put("state", state_label(order_.state));
        if (domain::is_to_operator(facts_.kind) && !facts_.public_url.empty()) {
            model_.links["desk_url"] = facts_.public_url + "/shops/" + facts_.shop.handle + "/orders/" + order_.id;
        }
        // Tickets go to who goes, and the page is the buyer's alone.
        const bool is_buyers = !domain::is_to_operator(facts_.kind) && facts_.kind != MailKind::tickets;
        if (is_buyers && !order_.removed) model_.links["buyer_url"] = facts_.buyer_url;
    }

    void add_buyer() {
        put("buyer_name", order_.buyer.name);
        put("buyer_email", order_.buyer.email);
        put("buyer_phone", order_.buyer.phone);
        put("buyer_company", order_.buyer.company);
        put("buyer_vat_id", order_.buyer.vat_id);
        if (is_known(order_.billing_address)) {
            put("billing_address", address_text(order_.billing_address, order_.buyer.name, order_.buyer.company));
        }
    }

    void add_figures() {
        const auto totals = domain::content_totals(order_);
        const auto& figures = standing_.figures();
        put("total", money(totals.total_minor));
        put("new_total", money(figures.total_minor - figures.cancelled_minor));
        put("subtotal", money(totals.lines_minor));
        put_positive("discount", totals.discount_minor);
        put_positive("tax_total", totals.tax_minor);
        put_positive("amount_due", figures.due());
        put_positive("amount_paid", figures.held());
        put_positive("amount_owed_back", figures.owed_back());
    }

    std::string state_label(const std::string& id) const {
        const auto* state = facts_.profile.find_state(id);
        return state == nullptr ? id : state->label.in(facts_.language);
    }

    void add_payment() {
        const auto* method = facts_.profile.find_method(order_.payment_method);
        const std::string key = "method." + order_.payment_method;
        put("payment_method", method != nullptr ? method->label.in(facts_.language)
                              : words_.has(key) ? words_.text(facts_.language, key)
                                                : order_.payment_method);
        const auto status = domain::worded_payment_status(standing_, facts_.profile);
        if (facts_.kind != MailKind::order_placed || is_told(status)) {
            put("payment_status", status_label(status, facts_.profile, facts_.language, words_));
        }
        if (status == PaymentStatus::paid) model_.flags.insert("paid");
        if (standing_.figures().due() == 0) return;
        add_link();
        if (method == nullptr) return;
        if (const auto& words = method->instructions.in(facts_.language); !words.empty()) {
            model_.notes["payment_instructions"] = words;
        }
        const auto details = domain::payment_details(facts_.shop, order_, standing_.figures().due());
        if (!details) return;
        model_.flags.insert("transfer_wanted");
        put("payment_reference", details->reference);
        add_code(*details);
        model_.lists["bank_accounts"].push_back(
            {{{"iban", domain::grouped(details->iban)}, {"bic", details->bic}, {"holder", details->holder}},
             {},
             {},
             {},
             {}});
    }

    void add_link() {
        // The newest: another account may have been connected since the one before was made.
        const auto payments = order_.ledger.payments | std::views::reverse;
        const auto link = std::ranges::find_if(payments, domain::is_open_link);
        if (link == payments.end() || facts_.public_url.empty()) return;
        model_.links["payment_url"] = facts_.public_url + "/pay/" + link->link_token;
    }

    // In the mails that ask a buyer for money.
    void add_code(const domain::PaymentDetails& details) {
        using enum MailKind;
        const bool asks =
            facts_.kind == order_placed || facts_.kind == payment_reminder || facts_.kind == order_revised;
        if (!asks || facts_.codes == nullptr || details.standard == domain::QrStandard::none) return;
        const bool is_swiss = details.standard == domain::QrStandard::swiss;
        const auto mark = is_swiss ? ports::CodeMark::swiss_cross : ports::CodeMark::none;
        model_.pictures["payment_qr"] = {facts_.codes->png(details.payload, mark),
                                         words_.text(facts_.language, "mail_payment_qr")};
    }

    // The order may have moved on while a mail was held; the mail tells what its event was about.
    void add_event() {
        if (facts_.event == nullptr) return;
        // What a buyer wrote is no Markdown of the house: `request_note` tells it as it stands.
        const bool is_change = facts_.kind != MailKind::order_placed &&
                               facts_.kind != MailKind::order_placed_operator &&
                               facts_.event->type != domain::EventType::request_registered;
        const bool is_message = facts_.kind == MailKind::free_message;
        if (is_change && !facts_.event->note.empty()) {
            model_.notes[is_message ? "message" : "note"] = facts_.event->note;
        }
        // Elsewhere the reason is for colleagues and stays in the house.
        if (is_message) put("subject", facts_.event->reason);
        for (const auto& [name, value] : facts_.event->data) {
            if (name == "document") add_document(value);
            if (facts_.event->type == domain::EventType::state_changed && name == "to")
                put("state", state_label(value));
            if (facts_.event->type == domain::EventType::refund_made) add_refund(name, value);
            if (facts_.event->type == domain::EventType::reminder_sent) add_reminder(name, value);
            if (facts_.event->type == domain::EventType::payment_recorded && name == "amount") {
                put_positive("payment_amount", number_in(value));
            }
        }
    }

    // The one that goes with the mail.
    void add_document(const std::string& id) {
        const auto document = std::ranges::find(order_.documents, id, &domain::Document::id);
        if (document == order_.documents.end()) return;
        put("document_kind",
            words_.text(facts_.language, "document_kind." + std::string{domain::id_of(document->kind)}));
        put("document_number", document->number);
        put_positive("document_amount", document->amount_minor);
    }

    static std::int64_t number_in(std::string_view text) {
        std::int64_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }

    // The first reminder needs no number.
    void add_reminder(const std::string& name, const std::string& value) {
        if (name == "level" && number_in(value) > 1) put("reminder_level", value);
        if (name == "pay_by") put("pay_by", format_.date(number_in(value), facts_.shop.timezone, locale_));
    }

    void add_refund(const std::string& name, const std::string& value) {
        if (name == "amount") put_positive("refund_amount", number_in(value));
        if (name == "execution" && value == "gateway") model_.flags.insert("by_gateway");
        if (name == "lines") add_parts("refunded_lines", value);
    }

    // Lines and how many of each, "id:2 id:1", as an event keeps them.
    void add_parts(const std::string& list, const std::string& value) {
        if (order_.lines.size() > lines_told) return;
        std::istringstream parts(value);
        for (std::string part; parts >> part;) {
            const auto colon = std::min(part.rfind(':'), part.size());
            const auto line = std::ranges::find(order_.lines, part.substr(0, colon), &Line::id);
            if (line == order_.lines.end() || colon == part.size()) continue;
            model_.lists[list].push_back(line_model(*line, number_in(part.substr(colon + 1))));
        }
    }

    MailModel line_model(const Line& line, std::int64_t quantity) const {
        MailModel entry;
        entry.texts = {{"quantity", std::to_string(quantity)}, {"name", line.name}, {"sku", line.sku}};
        return entry;
    }

    void add_lines() {
        if (order_.lines.size() > lines_told) put("more_lines", std::to_string(order_.lines.size() - lines_told));
        std::size_t attendees = 0;
        for (const auto& line : order_.lines) {
            auto& told = model_.lists["lines"];
            if (told.size() == lines_told) break;
            // A change tells what is wanted from now on; a confirmation repeats what was ordered.
            const bool is_revision = facts_.kind == MailKind::order_revised;
            if (is_revision && line.kind != LineKind::fee && line.active() == 0) continue;
            auto entry = line_model(line, is_revision ? line.active() : line.quantity);
            entry.texts["unit_price"] = money(line.unit_price_minor);
            entry.texts["total"] = money(line.total_minor - (is_revision ? line.left_minor : 0));
            for (const auto& unit : line.units) {
                if (unit.attendee.name.empty() && unit.attendee.email.empty()) continue;
                if (++attendees > attendees_told) break;
                MailModel attendee;
                const bool is_named = !unit.attendee.name.empty();
                attendee.texts["name"] = is_named ? unit.attendee.name : unit.attendee.email;
                if (is_named) attendee.texts["email"] = unit.attendee.email;
                entry.lists["attendees"].push_back(std::move(attendee));
            }
            told.push_back(std::move(entry));
        }
    }

    void add_tax() {
        std::map<domain::TaxRate, std::int64_t> taxes;
        for (const auto& line : order_.lines) taxes[line.tax_rate] += line.tax_minor;
        taxes[order_.shipping.tax_rate] += order_.shipping.tax_minor;
        model_.flags.insert("tax_included");
        for (const auto& [rate, tax_minor] : taxes) {
            if (tax_minor == 0) continue;
            MailModel entry;
            entry.texts = {{"rate", format_.percent(rate.to_string(), locale_)}, {"amount", money(tax_minor)}};
            model_.lists["tax_lines"].push_back(std::move(entry));
        }
    }

    void add_shipping() {
        if (order_.shipping.total_minor > 0 || !order_.shipping.name.empty()) {
            put("shipping_total", money(order_.shipping.total_minor));
            put("shipping_name", order_.shipping.name);
        }
        const bool has_goods =
            std::ranges::any_of(order_.lines, [](const Line& line) { return line.kind == LineKind::goods; });
        if (!has_goods) return;
        if (order_.shipping.pickup || order_.payment_method == "cash-on-pickup") {
            model_.flags.insert("pickup");
            return;
        }
        // Without a way of sending, nothing goes anywhere: handed out at the counter, or settled between the two.
        const bool is_sent = !order_.shipping.method.empty() || !order_.shipping.name.empty();
        if (!is_sent && !order_.shipping_address) return;
        const auto& address = order_.shipping_address.value_or(order_.billing_address);
        if (is_known(address)) put("shipping_address", address_text(address, order_.buyer.name, order_.buyer.company));
    }

    void add_shipment() {
        if (order_.shipments.empty()) return;
        const auto& shipment = order_.shipments.back();
        put("tracking_carrier", shipment.tracking.carrier);
        put("tracking_number", shipment.tracking.number);
        const std::string url = domain::tracking_url(shipment.tracking, facts_.carriers);
        if (!url.empty()) model_.links["tracking_url"] = url;
        if (shipment.parts.size() > lines_told) return;
        for (const auto& part : shipment.parts) {
            const auto line = std::ranges::find(order_.lines, part.line_id, &Line::id);
            if (line != order_.lines.end()) model_.lists["parcel_lines"].push_back(line_model(*line, part.quantity));
        }
    }

    // Of an order that goes on, what this cancellation took away; of one that is over, all that was cancelled.
    void add_cancelled() {
        const bool is_partly = standing_.units.cancelled > 0 && standing_.units.active > 0;
        if (is_partly) model_.flags.insert("partly");
        const bool is_told = facts_.event != nullptr && facts_.event->type == domain::EventType::units_cancelled;
        if (is_partly && is_told) {
            for (const auto& [name, value] : facts_.event->data) {
                if (name == "lines") add_parts("cancelled_lines", value);
            }
            return;
        }
        if (order_.lines.size() > lines_told) return;
        for (const auto& line : order_.lines) {
            if (line.cancelled > 0) model_.lists["cancelled_lines"].push_back(line_model(line, line.cancelled));
        }
    }

    const MailFacts& facts_;
    const domain::Order& order_;
    const ports::Words& words_;
    const ports::Formatter& format_;
    const domain::Standing standing_;
    const std::string locale_;  // Figures and dates of a Swiss shop are written the Swiss way.
    MailModel model_;
};

}  // namespace

std::string language_of(MailKind kind, const domain::Order& order, const domain::Shop& shop) {
    if (domain::is_to_operator(kind) || order.language.empty()) return shop.language;
    return order.language;
}

MailModel order_model(const MailFacts& facts, const ports::Words& words, const ports::Formatter& format) {
    return ModelMaker{facts, words, format}.make();
}

}  // namespace commis::mails

// The books: the journal, its files, sums of a time and of a day, and which accounts things stand on.
#include <algorithm>

#include "domain/bank_days.hpp"
#include "features/accounting/books_json.hpp"
#include "features/accounting/journal.hpp"
#include "features/accounting/totals.hpp"
#include "http/command.hpp"
#include "http/json_body.hpp"
#include "http/order_calls.hpp"
#include "http/order_facts_json.hpp"
#include "http/order_words.hpp"
#include "http/routes.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using accounting::CurrencyTotals;
using accounting::JournalCursor;
using accounting::MoneySums;
using accounting::Period;
using json::Writer;

std::optional<std::string> text_of(const Request& request, std::string_view name) {
    const auto value = request.query_value(name);
    return value ? std::optional(std::string(*value)) : std::nullopt;
}

domain::Result<Period> period_of(const Call& call) {
    return accounting::read_period(call.site.services, call.shop, text_of(call.request, "from"),
                                   text_of(call.request, "to"));
}

Response bad_parameter(std::string field, std::string code, std::string detail) {
    return problem(422, "bad_field", "Some parameters are unknown or wrong.",
                   {{std::move(field), std::move(code), std::move(detail)}});
}

void write_period(Writer& writer, const Call& call, const Period& period) {
    writer.member("from", domain::day_text(period.from)).member("to", domain::day_text(period.to));
    writer.member("timezone", call.shop.timezone);
}

void write_currency_of(Writer& writer, std::string_view code) {
    const auto currency = domain::Currency::find(code);
    writer.member("currency", code).member("currency_exponent", currency ? currency->exponent() : 2);
}

// The fact behind the page: money, or a document.
constexpr std::string_view money_fact = "m";
constexpr std::string_view document_fact = "d";

void write_posting(Writer& writer, const ports::BookedPosting& booked) {
    const domain::Posting& posting = booked.posting;
    const bool is_taxed = posting.role == domain::AccountRole::sales || posting.role == domain::AccountRole::tax;
    writer.object().member("role", id_of(posting.role)).member("account", booked.account.number);
    writer.member("account_name", booked.account_name).member("is_default", booked.account.is_default);
    write_text_or_null(writer, "category", is_taxed ? std::string(id_of(posting.category)) : std::string());
    write_text_or_null(writer, "tax_rate", is_taxed ? posting.rate.to_string() : std::string());
    writer.member("debit", std::max<std::int64_t>(posting.amount_minor, 0));
    writer.member("credit", std::max<std::int64_t>(-posting.amount_minor, 0)).end();
}

void write_entry(Writer& writer, const Call& call, const ports::BookedEntry& booked) {
    const domain::JournalEntry& entry = booked.entry;
    writer.object().member("id", entry.id).member("kind", id_of(entry.kind));
    writer.member("kind_label",
                  call.site.services.words.text(call.language, "journal." + std::string(id_of(entry.kind))));
    writer.member("journal", booked.book_code).member("booked_at", json::format_time_ms(entry.booked_at_ms));
    writer.member("booked_on", domain::day_text(booked.booked_on));
    writer.member("value_on", domain::day_text(booked.value_on));
    write_text_or_null(writer, "document", entry.document_id);
    write_text_or_null(writer, "document_number", entry.document_number);
    write_text_or_null(writer, "order", entry.order_id);
    write_text_or_null(writer, "order_number", entry.order_number);
    write_text_or_null(writer, "buyer", entry.buyer);
    write_text_or_null(writer, "reference", entry.reference);
    writer.member("text", booked.text);
    write_currency_of(writer, entry.currency.code());
    writer.key("postings").array();
    for (const ports::BookedPosting& posting : booked.postings) write_posting(writer, posting);
    writer.end().end();
}

// Rates that stand on the accounts for all others.
void write_unmapped(Writer& writer, const Call& call, const accounting::Bookkeeper& keeper,
                    const std::vector<ports::BookedEntry>& entries) {
    std::vector<std::pair<domain::TaxCategory, domain::TaxRate>> rates;
    for (const ports::BookedEntry& entry : entries) {
        for (const ports::BookedPosting& booked : entry.postings) {
            const std::pair rate{booked.posting.category, booked.posting.rate};
            if (booked.account.is_default && std::ranges::find(rates, rate) == rates.end()) rates.push_back(rate);
        }
    }
    writer.key("unmapped").array();
    for (const auto& [category, rate] : rates) {
        writer.object().member("category", id_of(category)).member("rate", rate.to_string());
        writer.member("label", keeper.rate_name(category, rate, call.language)).end();
    }
    writer.end();
}

Response show_journal(Call& call) {
    const auto limit = read_limit(call.request);
    if (!limit) return limit.error();
    const auto period = period_of(call);
    if (!period) return refusal_response(call, period.error());
    const auto cursor = read_cursor(call.request);
    if (!cursor) return cursor.error();
    std::optional<JournalCursor> after;
    if (*cursor) after = {(*cursor)->key_number, (*cursor)->key_text == money_fact, (*cursor)->order_id};
    const Services& services = call.site.services;
    const auto profile = services.profiles.of(call.shop);
    accounting::JournalPage page;
    services.storage.read([&](ports::Snapshot& snapshot) {
        page = accounting::read_journal(snapshot, call.shop, *profile, *period, after, *limit);
    });
    const accounting::Bookkeeper keeper(services, call.shop);
    std::vector<ports::BookedEntry> entries;
    for (const domain::JournalEntry& entry : page.entries) entries.push_back(keeper.book(entry, call.language));
    std::string body;
    Writer writer(body);
    writer.object();
    write_period(writer, call, *period);
    writer.key("items").array();
    for (const ports::BookedEntry& entry : entries) write_entry(writer, call, entry);
    writer.end().key("next_cursor");
    if (page.next) {
        const std::string fact(page.next->is_move ? money_fact : document_fact);
        writer.value(encode_cursor({fact, page.next->at_ms, call.shop.id, page.next->id}));
    } else {
        writer.null();
    }
    write_unmapped(writer, call, keeper, entries);
    writer.end();
    return json_response(200, std::move(body));
}

// What an open download holds between two pieces.
struct Download {
    std::string text{};
    std::unique_ptr<accounting::JournalExport> journal{};
};

Response export_journal(Call& call) {
    const auto period = period_of(call);
    if (!period) return refusal_response(call, period.error());
    const auto format = accounting::find_format(call.request.query_value("format").value_or("csv"));
    if (!format) return bad_parameter("format", "unknown_value", "One of csv, datev, fec.");
    const domain::Books books = accounting::books_of(call.shop);
    if (const auto refused = accounting::refused_format(call.shop, books, *format, *period)) {
        return refusal_response(call, *refused);
    }
    auto download = std::make_shared<Download>();
    download->journal = std::make_unique<accounting::JournalExport>(
        call.site.services, call.shop, *format, *period, call.site.make_journal,
        [text = &download->text](std::string_view part) { text->append(part); });
    const bool is_fec = *format == ports::JournalFormat::fec;
    const bool is_datev = *format == ports::JournalFormat::datev;
    Response response = text_response(200,
                                      is_fec     ? "text/plain; charset=utf-8"
                                      : is_datev ? "text/csv; charset=windows-1252"
                                                 : "text/csv; charset=utf-8",
                                      "");
    const std::string name = accounting::file_name(call.shop, books, *format, *period);
    response.headers.set("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.stream = [download](std::string& chunk) {
        const bool has_more = download->journal->next();
        chunk = std::move(download->text);
        download->text.clear();
        return has_more;
    };
    return response;
}

void write_money(Writer& writer, const MoneySums& sums) {
    writer.member("count", sums.count).member("in", sums.in_minor).member("back", sums.back_minor);
    writer.member("fees", sums.fee_minor).member("net", sums.net_minor());
}

// Sums of the channels, gathered by one of their members.
template <class Key>
void write_gathered(Writer& writer, const CurrencyTotals& totals, std::string_view name, const Key& key_of,
                    const std::function<std::string(const std::string&)>& label_of) {
    std::vector<std::pair<std::string, MoneySums>> rows;
    for (const accounting::ChannelSums& channel : totals.channels) {
        const std::string key = key_of(channel);
        auto at = std::ranges::find(rows, key, &std::pair<std::string, MoneySums>::first);
        if (at == rows.end()) at = rows.insert(at, {key, MoneySums{}});
        at->second.count += channel.sums.count;
        at->second.in_minor += channel.sums.in_minor;
        at->second.back_minor += channel.sums.back_minor;
        at->second.fee_minor += channel.sums.fee_minor;
    }
    writer.key(name).array();
    for (const auto& [key, sums] : rows) {
        writer.object().member("key", key).member("label", label_of(key));
        write_money(writer, sums);
        writer.end();
    }
    writer.end();
}

void write_totals(Writer& writer, const Call& call, const OrderView& view, const CurrencyTotals& totals) {
    writer.object();
    write_currency_of(writer, totals.currency);
    writer.key("invoiced").object().member("count", totals.invoices).member("amount", totals.invoiced_minor);
    writer.member("tax", totals.invoiced_tax_minor).end();
    writer.key("credited").object().member("count", totals.credit_notes).member("amount", totals.credited_minor);
    writer.member("tax", totals.credited_tax_minor).end();
    writer.key("money").object();
    write_money(writer, totals.money);
    writer.end();
    const auto as_it_is = [](const std::string& key) { return key; };
    write_gathered(
        writer, totals, "methods", [](const auto& channel) { return channel.method; },
        [&](const std::string& key) { return method_label(view, key); });
    write_gathered(
        writer, totals, "services", [](const auto& channel) { return channel.provider; }, as_it_is);
    write_gathered(
        writer, totals, "places", [](const auto& channel) { return std::string(id_of(channel.place)); },
        [&](const std::string& key) { return call.site.services.words.text(call.language, "journal_account." + key); });
    writer.key("payouts").object().member("count", totals.payouts.count).member("amount", totals.payouts.amount_minor);
    writer.member("fees", totals.payouts.fee_minor).end().end();
}

// Which files there are of this time, and what keeps the others from being written.
void write_formats(Writer& writer, const Call& call, const Period& period) {
    const domain::Books books = accounting::books_of(call.shop);
    writer.key("formats").array();
    for (int number = 0; number < accounting::journal_format_count; ++number) {
        const auto format = static_cast<ports::JournalFormat>(number);
        const auto refused = accounting::refused_format(call.shop, books, format, period);
        const std::string reason = refused ? refused->fields.front().code : std::string();
        writer.object().member("format", accounting::id_of(format));
        write_text_or_null(writer, "reason", reason);
        const auto& words = call.site.services.words;
        write_text_or_null(writer, "reason_text",
                           reason.empty() ? reason : words.text(call.language, "journal_format." + reason));
        writer.end();
    }
    writer.end();
}

Response totals_response(Call& call, const Period& period) {
    const Services& services = call.site.services;
    std::vector<CurrencyTotals> totals;
    services.storage.read(
        [&](ports::Snapshot& snapshot) { totals = accounting::count_totals(snapshot, services, call.shop, period); });
    const auto profile = services.profiles.of(call.shop);
    const auto view = view_of(call, *profile);
    std::string body;
    Writer writer(body);
    writer.object();
    write_period(writer, call, period);
    writer.key("totals").array();
    for (const CurrencyTotals& each : totals) write_totals(writer, call, view, each);
    writer.end();
    write_formats(writer, call, period);
    writer.end();
    return json_response(200, std::move(body));
}

Response show_totals(Call& call) {
    const auto period = period_of(call);
    if (!period) return refusal_response(call, period.error());
    return totals_response(call, *period);
}

Response show_day(Call& call) {
    const Services& services = call.site.services;
    const std::int32_t today = services.clock.day_of(services.clock.now_ms(), call.shop.timezone);
    std::optional<std::int32_t> day = today;
    if (const auto text = call.request.query_value("day")) day = domain::parse_day(*text);
    if (!day) return bad_parameter("day", "invalid_date", "A day of the calendar such as 2026-11-22.");
    return totals_response(call, accounting::period_of(services, call.shop, *day, *day));
}

std::string settings_body(const Call& call, const domain::Shop& shop) {
    std::string body;
    Writer writer(body);
    writer.object();
    accounting::write_books(writer, accounting::books_of(shop));
    writer.key("presets").array();
    for (const std::string_view id : domain::book_presets()) {
        writer.object().member("id", id).member(
            "label", call.site.services.words.text(call.language, "journal_preset." + std::string(id)));
        writer.end();
    }
    writer.end().end();
    return body;
}

Response show_settings(Call& call) { return json_response(200, settings_body(call, call.shop)); }

Response change_settings(Call& call) {
    const auto body = json_body<accounting::BooksChange>(call.request);
    if (!body) return body.error();
    return run_command(call, [&](ports::UnitOfWork& work) {
        auto shop = work.shops().lock(call.shop.id);
        if (!shop) return refusal_response(call, {domain::Refusal::not_found, "", {}});
        auto books = accounting::changed(accounting::books_of(*shop), *body);
        if (!books) return refusal_response(call, books.error());
        shop->books_json = accounting::to_json(*books);
        shop->version += 1;
        shop->updated_at_ms = call.site.services.clock.now_ms();
        work.shops().save(*shop);
        return json_response(200, settings_body(call, *shop));
    });
}

}  // namespace

void add_accounting_routes(Router& router, const Site& site) {
    using domain::Right;
    add_shop_route(router, site, "GET", "/accounting/journal", Right::documents, show_journal);
    add_shop_route(router, site, "GET", "/accounting/export", Right::documents, export_journal,
                   {.leaves_a_trace = true});
    add_shop_route(router, site, "GET", "/accounting/totals", Right::documents, show_totals);
    add_shop_route(router, site, "GET", "/accounting/day", Right::documents, show_day);
    add_shop_route(router, site, "GET", "/accounting/settings", Right::documents, show_settings);
    add_shop_route(router, site, "PATCH", "/accounting/settings", Right::settings, change_settings);
}

}  // namespace commis::http

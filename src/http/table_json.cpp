// The first lines of a table are shown twice: as they stand in the file, and as they would be read.
#include "http/table_json.hpp"

#include <algorithm>

#include "http/command.hpp"
#include "http/order_facts_json.hpp"
#include "http/problem.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;

constexpr std::size_t shown_entries = 8;

void write_errors(Writer& writer, const std::vector<domain::FieldError>& errors) {
    writer.key("errors").array();
    for (const domain::FieldError& error : errors) {
        writer.object().member("field", error.field).member("code", error.code).member("detail", error.detail).end();
    }
    writer.end();
}

void write_entry(Writer& writer, const domain::BankEntry& entry) {
    writer.object();
    write_text_or_null(writer, "booked_on", entry.booked_on);
    write_text_or_null(writer, "valued_on", entry.valued_on);
    writer.member("amount", entry.amount.amount_minor).member("currency", entry.amount.currency.code());
    writer.member("currency_exponent", entry.amount.currency.exponent());
    writer.member("direction", entry.is_credit ? "in" : "out").member("text", entry.text);
    writer.member("name", entry.counterparty.name);
    write_text_or_null(writer, "reference", entry.reference);
    writer.end();
}

// A payment of a payout in the same shape: its order's number stands where a payer does.
void write_item(Writer& writer, const domain::PayoutReport& report, const domain::PayoutItem& item) {
    writer.object().member("booked_on", json::format_time_ms(report.arrives_at_ms).substr(0, 10));
    writer.key("valued_on").null();
    const std::int64_t gross_minor = item.gross_minor;
    writer.member("amount", gross_minor < 0 ? -gross_minor : gross_minor).member("currency", report.currency.code());
    writer.member("currency_exponent", report.currency.exponent()).member("direction", gross_minor < 0 ? "out" : "in");
    writer.member("text", domain::id_of(item.kind)).member("name", item.text);
    write_text_or_null(writer, "reference", item.reference);
    writer.member("fee", item.fee_minor).member("net", item.net_minor).end();
}

void write_items(Writer& writer, const domain::PayoutTable& read) {
    writer.key("entries").array();
    std::size_t left = shown_entries;
    for (const domain::PayoutReport& report : read.reports) {
        for (const domain::PayoutItem& item : report.items) {
            if (left == 0) break;
            --left;
            write_item(writer, report, item);
        }
    }
    writer.end();
}

void write_entries(Writer& writer, const domain::BankTable& read) {
    writer.key("entries").array();
    std::size_t left = shown_entries;
    for (const domain::BankStatement& statement : read.statements) {
        for (const domain::BankEntry& entry : domain::entries_of(statement)) {
            if (left == 0) break;
            --left;
            write_entry(writer, entry);
        }
    }
    writer.end();
}

}  // namespace

domain::TableMapping mapping_from(const TableMappingBody& body) {
    domain::TableMapping mapping;
    mapping.kind = body.kind;
    mapping.account = body.account;
    mapping.name = body.name;
    mapping.format.delimiter = body.delimiter.size() == 1 ? body.delimiter.front() : '?';
    mapping.format.encoding = body.encoding;
    mapping.format.skip_rows = body.skip_rows;
    mapping.has_header = body.headed;
    mapping.dates = body.dates;
    mapping.decimal = body.decimal.size() == 1 ? body.decimal.front() : '?';
    mapping.currency = body.currency;
    for (const TableColumnBody& each : body.columns) mapping.columns.push_back({each.field, each.column});
    mapping.header = body.header;
    return mapping;
}

void write_mapping(Writer& writer, const domain::TableMapping& mapping) {
    writer.member("kind", domain::id_of(mapping.kind)).member("account", mapping.account);
    writer.member("name", mapping.name).member("delimiter", std::string(1, mapping.format.delimiter));
    writer.member("encoding", domain::id_of(mapping.format.encoding)).member("skip_rows", mapping.format.skip_rows);
    writer.member("headed", mapping.has_header).member("dates", domain::id_of(mapping.dates));
    writer.member("decimal", std::string(1, mapping.decimal)).member("currency", mapping.currency);
    writer.key("columns").array();
    for (const domain::TableColumn& each : mapping.columns) {
        writer.object().member("field", domain::id_of(each.field)).member("column", each.column).end();
    }
    writer.end().key("header").array();
    for (const std::string& name : mapping.header) writer.value(name);
    writer.end();
}

void write_table_faults(Writer& writer, const std::vector<domain::TableFault>& faults) {
    writer.key("faults").array();
    for (std::size_t at = 0; at < std::min(faults.size(), shown_entries); ++at) {
        const domain::TableFault& fault = faults[at];
        writer.object().member("row", fault.row).member("field", domain::id_of(fault.field));
        writer.member("column", fault.column).member("code", fault.code).member("cell", fault.cell).end();
    }
    writer.end();
}

void write_layout(Writer& writer, const bank::Layout& layout) {
    writer.key("rows").array();
    for (const domain::TableRow& row : layout.rows) {
        writer.object().member("number", row.number).key("cells").array();
        for (const std::string& cell : row.cells) writer.value(cell);
        writer.end().end();
    }
    writer.end().key("mapping").object();
    write_mapping(writer, layout.mapping);
    writer.end();
    write_errors(writer, layout.errors);
    const bool is_payout = layout.mapping.kind == domain::TableKind::payout;
    is_payout ? write_items(writer, layout.payouts) : write_entries(writer, layout.read);
    write_table_faults(writer, is_payout ? layout.payouts.faults : layout.read.faults);
    writer.member("left_out", is_payout ? layout.payouts.left_out : layout.read.left_out).key("accounts").array();
    for (const std::string& account : layout.accounts) writer.value(account);
    writer.end();
}

Response table_unread(const Call& call, const bank::Unread& unread) {
    std::string more;
    Writer writer(more);
    if (unread.layout) {
        writer.object();
        write_layout(writer, *unread.layout);
        writer.end();
        const std::string& sentence = call.site.services.words.text(call.language, "refusal.bank_mapping_required");
        return problem(422, "bank_mapping_required", sentence, {}, {{"layout", std::move(more)}});
    }
    const ports::BankFileFailure& failure = unread.failure;
    if (unread.faults.empty()) {
        return refusal_response(
            call, {domain::Refusal::bank_file_unreadable, failure.detail, {{"", failure.code, failure.detail}}});
    }
    writer.object();
    write_table_faults(writer, unread.faults);
    writer.end();
    const std::string& sentence = call.site.services.words.text(call.language, "refusal.bank_file_unreadable");
    return problem(422, "bank_file_unreadable", sentence, {{"", failure.code, failure.detail}},
                   {{"table", std::move(more)}});
}

}  // namespace commis::http

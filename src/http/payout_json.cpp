#include "http/payout_json.hpp"

#include "domain/payout_table.hpp"
#include "features/payouts/payouts.hpp"
#include "http/order_facts_json.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;
using ports::PayoutLine;
using ports::PayoutRecord;

void write_members(Writer& writer, const Call& call, const PayoutRecord& record) {
    const domain::PayoutReport& report = record.report;
    writer.member("id", record.id).member("provider", report.provider).member("account", report.account);
    writer.member("reference", report.reference).member("status", domain::id_of(report.status));
    writer.member("amount", report.amount_minor).member("currency", report.currency.code());
    writer.member("currency_exponent", report.currency.exponent()).member("arrives_on", payout_day(record));
    write_text_or_null(writer, "fault", report.fault);
    writer.member("items", record.items).member("unmatched", record.unmatched).member("gross", record.gross_minor);
    writer.member("fee", record.fee_minor).member("net", record.net_minor);
    // What the items don't explain; nothing to say where the report names none.
    writer.member("difference", record.items == 0 ? 0 : report.amount_minor - record.net_minor);
    const bool has_arrived = record.settled_at_ms.has_value();
    const auto standing = domain::standing_of(report, has_arrived, call.site.services.clock.now_ms());
    const payouts::Offer offer = payouts::offer_of(record);
    writer.member("arrived", has_arrived).member("standing", domain::id_of(standing));
    writer.member("can_arrive", offer.arrive).member("can_await", offer.await);
    write_text_or_null(writer, "bank_entry", record.bank_entry_id);
    write_time_or_null(writer, "settled_at", record.settled_at_ms);
    write_text_or_null(writer, "settled_by", record.settled_by);
    writer.member("told_by", record.told_by).member("created_at", json::format_time_ms(record.created_at_ms));
}

void write_line(Writer& writer, const PayoutLine& line) {
    const domain::PayoutItem& item = line.item;
    writer.object().member("kind", domain::id_of(item.kind)).member("reference", item.reference);
    writer.member("payment_reference", item.payment_reference).member("text", item.text);
    writer.member("gross", item.gross_minor).member("fee", item.fee_minor).member("net", item.net_minor);
    write_time_or_null(writer, "at", item.at_ms);
    writer.key("order");
    if (line.order_id.empty()) {
        writer.null().end();
        return;
    }
    writer.object().member("id", line.order_id).member("number", line.order_number).end().end();
}

void write_entry(Writer& writer, const ports::BankRecord& record) {
    writer.object().member("id", record.id).member("amount", record.entry.amount.amount_minor);
    write_text_or_null(writer, "booked_on", record.entry.booked_on);
    writer.member("text", record.entry.text).member("name", record.entry.counterparty.name);
    writer.member("account", record.entry.account).end();
}

}  // namespace

std::string payout_day(const PayoutRecord& record) {
    return json::format_time_ms(record.report.arrives_at_ms).substr(0, 10);
}

void write_payout(Writer& writer, const Call& call, const PayoutRecord& record) {
    writer.object();
    write_members(writer, call, record);
    writer.end();
}

void write_payout_whole(Writer& writer, const Call& call, ports::Snapshot& snapshot, const PayoutRecord& record) {
    writer.object();
    write_members(writer, call, record);
    writer.key("lines").array();
    for (const PayoutLine& line : snapshot.payouts().lines(call.shop.id, record.id)) write_line(writer, line);
    writer.end().key("arrived_in");
    const auto entry =
        record.bank_entry_id.empty() ? std::nullopt : snapshot.bank().find(call.shop.id, record.bank_entry_id);
    if (entry) {
        write_entry(writer, *entry);
    } else {
        writer.null();
    }
    writer.key("may_be").array();
    for (const ports::BankRecord& each : payouts::entries_for(snapshot, call.site.services, call.shop, record)) {
        write_entry(writer, each);
    }
    writer.end().end();
}

}  // namespace commis::http

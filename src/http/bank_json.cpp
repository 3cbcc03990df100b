#include "http/bank_json.hpp"

#include "features/bank/payout_arrival.hpp"
#include "features/bank/proposals.hpp"
#include "features/bank/settle.hpp"
#include "http/order_facts_json.hpp"
#include "http/payout_json.hpp"
#include "json/time.hpp"

namespace commis::http {
namespace {

using json::Writer;
using ports::BankRecord;
using ports::BankStatus;

void write_reasons(Writer& writer, const std::vector<domain::MatchReason>& reasons) {
    writer.key("reasons").array();
    for (const domain::MatchReason reason : reasons) writer.value(domain::id_of(reason));
    writer.end();
}

// What it may pay: for a settled entry, what it paid.
void write_match(Writer& writer, const BankRecord& record, const domain::BankMatch& match) {
    writer.member("match", domain::id_of(match.verdict)).key("orders").array();
    for (const domain::MatchedOrder& order : match.orders) {
        writer.object().member("id", order.order_id).member("number", order.number);
        writer.member("amount", order.amount_minor).key("due");
        record.status == BankStatus::open ? writer.value(order.due_minor) : writer.null();
        write_reasons(writer, order.reasons);
        writer.end();
    }
    writer.end();
    write_reasons(writer, match.reasons);
}

domain::BankMatch settled_match(const BankRecord& record) {
    domain::BankMatch match;
    if (record.status != BankStatus::booked && record.status != BankStatus::returned) return match;
    match.verdict = record.is_automatic ? domain::MatchVerdict::exact : domain::MatchVerdict::proposed;
    for (const ports::BankShare& share : record.shares) {
        match.orders.push_back({share.order_id, share.number, 0, share.amount_minor, {}});
    }
    return match;
}

void write_facts(Writer& writer, const domain::BankEntry& entry) {
    writer.member("amount", entry.amount.amount_minor).member("currency", entry.amount.currency.code());
    writer.member("currency_exponent", entry.amount.currency.exponent());
    writer.member("direction", entry.is_credit ? "in" : "out").member("is_return", entry.is_return);
    write_text_or_null(writer, "return_reason", entry.return_reason);
    writer.member("text", entry.text).member("account", entry.account);
    write_text_or_null(writer, "booked_on", entry.booked_on);
    write_text_or_null(writer, "valued_on", entry.valued_on);
    writer.key("counterparty").object().member("name", entry.counterparty.name);
    writer.member("account", entry.counterparty.account).end();
    write_text_or_null(writer, "reference", entry.reference);
    write_text_or_null(writer, "end_to_end_id", entry.end_to_end_id);
    write_text_or_null(writer, "bank_reference", entry.bank_reference);
}

// In the order of the records.
std::vector<domain::BankMatch> matches_of(const Call& call, ports::Snapshot& snapshot,
                                          const std::vector<BankRecord>& records) {
    std::vector<const domain::BankEntry*> open;
    for (const BankRecord& record : records) {
        if (record.status == BankStatus::open) open.push_back(&record.entry);
    }
    auto proposed = bank::match_all(snapshot, call.site.services, call.shop, open);
    std::vector<domain::BankMatch> matches;
    std::size_t next = 0;
    for (const BankRecord& record : records) {
        const bool is_open = record.status == BankStatus::open;
        matches.push_back(is_open ? std::move(proposed[next++]) : settled_match(record));
    }
    return matches;
}

// The payout that it is; of an open one those that it may be.
bool write_payouts(Writer& writer, const Call& call, ports::Snapshot& snapshot, const BankRecord& record,
                   const domain::BankMatch& match) {
    std::vector<ports::PayoutRecord> payouts;
    if (record.status == BankStatus::open) {
        payouts = bank::arrival_of(snapshot, call.site.services, call.shop, record, match).payouts;
    } else if (!record.payout_id.empty()) {
        auto payout = snapshot.payouts().find(call.shop.id, record.payout_id);
        if (payout) payouts.push_back(std::move(*payout));
    }
    writer.key("payouts").array();
    for (const ports::PayoutRecord& payout : payouts) {
        writer.object().member("id", payout.id).member("provider", payout.report.provider);
        writer.member("reference", payout.report.reference).member("arrives_on", payout_day(payout));
        writer.member("items", payout.items).end();
    }
    writer.end();
    return record.status == BankStatus::open && !payouts.empty();
}

void write_one(Writer& writer, const Call& call, ports::Snapshot& snapshot, const BankRecord& record,
               const domain::BankMatch& match, std::optional<bool> known) {
    writer.object().member("id", record.id);
    write_facts(writer, record.entry);
    write_match(writer, record, match);
    // What a return takes back: settled, or the one transfer that it must be.
    std::string returns = record.returns_id;
    if (record.status == BankStatus::open && record.entry.is_return) {
        const auto originals = bank::returned_transfers(snapshot, call.shop, record.entry);
        if (originals.size() == 1) returns = originals.front().id;
    }
    write_text_or_null(writer, "returns", returns);
    const bool may_be_payout = write_payouts(writer, call, snapshot, record, match);
    writer.member("can_book_payout", may_be_payout);
    const bank::Offer offer = bank::offer_of(record, match, !returns.empty());
    writer.member("can_accept", offer.accept).member("can_split", offer.split);
    writer.member("can_dismiss", offer.dismiss).member("can_reopen", offer.reopen);
    writer.member("status", ports::id_of(record.status)).member("automatic", record.is_automatic);
    write_time_or_null(writer, "settled_at", record.settled_at_ms);
    write_text_or_null(writer, "settled_by", record.settled_by);
    write_text_or_null(writer, "note", record.note);
    if (known) writer.member("known", *known);
    writer.member("created_at", json::format_time_ms(record.created_at_ms)).end();
}

}  // namespace

void write_bank_entry(Writer& writer, const Call& call, ports::Snapshot& snapshot, const BankRecord& record) {
    write_one(writer, call, snapshot, record, matches_of(call, snapshot, {record}).front(), std::nullopt);
}

void write_bank_entries(Writer& writer, const Call& call, ports::Snapshot& snapshot,
                        const std::vector<BankRecord>& records, const std::vector<bool>& known) {
    const auto matches = matches_of(call, snapshot, records);
    for (std::size_t at = 0; at < records.size(); ++at) {
        const auto is_known = known.empty() ? std::nullopt : std::optional<bool>(known[at]);
        write_one(writer, call, snapshot, records[at], matches[at], is_known);
    }
}

}  // namespace commis::http

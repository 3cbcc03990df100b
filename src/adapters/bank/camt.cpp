// One walk through Document / BkToCstmr… / Stmt or Ntfctn / Ntry / NtryDtls / TxDtls. The versions differ in where an
// amount, a name or a status stands, so each is looked for in both places.
#include "adapters/bank/camt.hpp"

#include <array>

#include "adapters/bank/dates.hpp"
#include "adapters/bank/xml_document.hpp"

namespace commis::bank {
namespace {

using domain::BankBooking;
using domain::BankDetail;
using domain::BankStatement;
using Node = pugi::xml_node;

// Ends the reading with what is wrong; caught where the reading began.
struct Refused {
    ports::BankFileFailure failure;
};

[[noreturn]] void refuse(std::string code, std::string detail) { throw Refused{{std::move(code), std::move(detail)}}; }

std::string first_of(const Node& parent, std::initializer_list<std::string_view> paths) {
    for (const std::string_view path : paths) {
        std::string words = words_at(parent, path);
        if (!words.empty()) return words;
    }
    return {};
}

// XML allows "+5.00", "5." and ".5"; money is read exactly or not at all.
domain::Money money_of(const Node& node) {
    const std::string code = node.attribute("Ccy").value();
    const auto currency = domain::Currency::find(code);
    if (!currency) refuse("unknown_currency", "the currency " + code);
    const std::string written = words_of(node);
    std::string digits = written;
    if (digits.starts_with('+')) digits.erase(0, 1);
    if (digits.starts_with('.')) digits.insert(0, "0");
    if (digits.ends_with('.')) digits.pop_back();
    const auto amount_minor = domain::parse_decimal(digits, *currency);
    if (!amount_minor || *amount_minor < 0) refuse("bad_amount", "the amount " + written + " " + code);
    return {*amount_minor, *currency};
}

std::string date_at(const Node& parent, std::string_view name) {
    const Node node = child(parent, name);
    std::string written = first_of(node, {"Dt", "DtTm"});
    if (written.empty()) return {};
    written.resize(std::min<std::size_t>(written.size(), 10));
    if (!is_date(written)) refuse("bad_date", "the date " + written);
    return written;
}

std::string account_of(const Node& node) {
    return domain::compact_account(first_of(node, {"Id/IBAN", "Id/Othr/Id", "Id/PrtryAcct/Id"}));
}

// "NOTPROVIDED" and the like say that there is no reference.
std::string reference_at(const Node& parent, std::string_view path) {
    std::string reference = words_at(parent, path);
    constexpr std::array<std::string_view, 4> none{"NOTPROVIDED", "NONREF", "NOT PROVIDED", "NOTAVAILABLE"};
    for (const std::string_view word : none) {
        if (reference == word) return {};
    }
    return reference;
}

domain::BankParty party_of(const Node& parties, const std::string& role) {
    const Node node = child(parties, role);
    return {first_of(node, {"Nm", "Pty/Nm"}), account_of(child(parties, role + "Acct"))};
}

void read_words(const Node& remittance, BankDetail& detail) {
    each_child(remittance, "Ustrd", [&](const Node& node) {
        std::string words = words_of(node);
        if (!words.empty()) detail.texts.push_back(std::move(words));
    });
    each_child(remittance, "Strd", [&](const Node& node) {
        domain::StructuredText line{words_at(node, "CdtrRefInf/Ref"), words_at(node, "AddtlRmtInf")};
        if (line.reference.empty() && line.words.empty()) line.words = words_at(node, "RfrdDocInf/Nb");
        if (!line.reference.empty() || !line.words.empty()) detail.structured.push_back(std::move(line));
    });
}

BankDetail read_detail(const Node& node) {
    BankDetail detail;
    Node amount = child(node, "Amt");
    if (!amount) amount = at(node, "AmtDtls/TxAmt/Amt");
    if (amount) detail.amount = money_of(amount);
    const Node references = child(node, "Refs");
    detail.end_to_end_id = reference_at(references, "EndToEndId");
    detail.bank_reference = reference_at(references, "AcctSvcrRef");
    detail.transaction_id = first_of(references, {"TxId", "UETR"});
    detail.batch_id = reference_at(references, "PmtInfId");
    const Node parties = child(node, "RltdPties");
    detail.debtor = party_of(parties, "Dbtr");
    detail.creditor = party_of(parties, "Cdtr");
    detail.ultimate_debtor = first_of(parties, {"UltmtDbtr/Nm", "UltmtDbtr/Pty/Nm"});
    detail.ultimate_creditor = first_of(parties, {"UltmtCdtr/Nm", "UltmtCdtr/Pty/Nm"});
    read_words(child(node, "RmtInf"), detail);
    detail.return_reason = first_of(node, {"RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry"});
    if (detail.return_reason.empty() && child(node, "RtrInf")) detail.return_reason = "NARR";
    detail.more_words = words_at(node, "AddtlTxInf");
    return detail;
}

BankBooking read_booking(const Node& node) {
    BankBooking booking;
    booking.amount = money_of(child(node, "Amt"));
    const std::string direction = words_at(node, "CdtDbtInd");
    if (direction != "CRDT" && direction != "DBIT") refuse("bad_direction", "an entry that is neither CRDT nor DBIT");
    booking.is_credit = direction == "CRDT";
    booking.is_reversal = words_at(node, "RvslInd") == "true" || words_at(node, "RvslInd") == "1";
    booking.status = first_of(node, {"Sts/Cd", "Sts"});
    booking.booked_on = date_at(node, "BookgDt");
    booking.valued_on = date_at(node, "ValDt");
    booking.bank_reference = reference_at(node, "AcctSvcrRef");
    booking.entry_reference = reference_at(node, "NtryRef");
    booking.more_words = words_at(node, "AddtlNtryInf");
    each_child(node, "NtryDtls", [&](const Node& details) {
        const std::string batch = words_at(details, "Btch/PmtInfId");
        if (!batch.empty()) booking.batch_id = batch;
        each_child(details, "TxDtls", [&](const Node& each) { booking.details.push_back(read_detail(each)); });
    });
    return booking;
}

BankStatement read_statement(const Node& node) {
    BankStatement statement;
    statement.id = words_at(node, "Id");
    statement.account = account_of(child(node, "Acct"));
    each_child(node, "Ntry", [&](const Node& entry) { statement.bookings.push_back(read_booking(entry)); });
    return statement;
}

// "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08": which message, which version.
void require_known_message(const Node& root) {
    std::string_view space;
    for (const pugi::xml_attribute& attribute : root.attributes()) {
        const std::string_view value = attribute.value();
        const std::string_view name = attribute.name();
        if (name.starts_with("xmlns") && value.find(":xsd:camt.") != std::string_view::npos) space = value;
    }
    const auto begin = space.rfind("camt.");
    const std::string message(begin == std::string_view::npos ? std::string_view() : space.substr(begin));
    const bool is_known = message.starts_with("camt.053.001.") || message.starts_with("camt.054.001.");
    if (local_name(root) != "Document" || !is_known) {
        refuse("not_a_statement", message.empty() ? "no camt.053 or camt.054" : message);
    }
    const std::string version = message.substr(message.rfind('.') + 1);
    if (version < "02" || version > "08" || version.size() != 2) refuse("unknown_version", message);
}

}  // namespace

ports::BankFile read_camt(std::string_view bytes) {
    pugi::xml_document document;
    if (auto loaded = load_xml(document, bytes); !loaded) return std::unexpected(std::move(loaded.error()));
    std::vector<BankStatement> statements;
    try {
        const Node root = document.document_element();
        require_known_message(root);
        for (const auto& [message, part] : std::array<std::pair<std::string_view, std::string_view>, 2>{
                 {{"BkToCstmrStmt", "Stmt"}, {"BkToCstmrDbtCdtNtfctn", "Ntfctn"}}}) {
            each_child(child(root, message), part,
                       [&](const Node& node) { statements.push_back(read_statement(node)); });
        }
        if (statements.empty()) refuse("not_a_statement", "the message holds no statement");
    } catch (const Refused& refused) {
        return std::unexpected(refused.failure);
    }
    return statements;
}

}  // namespace commis::bank

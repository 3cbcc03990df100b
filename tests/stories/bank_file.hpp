// Bank statements and notifications as tests make them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace commis::test {

inline const std::string our_account = "CH5800791123000889012";

inline std::string decimal(std::int64_t minor) {
    const std::string cents = std::to_string(minor % 100);
    return std::to_string(minor / 100) + "." + (cents.size() == 1 ? "0" : "") + cents;
}

struct Transfer {
    std::int64_t amount_minor = 0;
    std::string words;
    std::string reference{};
    std::string end_to_end_id{};
    std::string bank_reference{};
    std::string payer{};
    bool is_return = false;
};

inline std::string details_of(const Transfer& transfer, const std::string& currency, bool has_amount) {
    std::string text = "<TxDtls><Refs><EndToEndId>" +
                       (transfer.end_to_end_id.empty() ? "NOTPROVIDED" : transfer.end_to_end_id) +
                       "</EndToEndId></Refs>";
    if (has_amount) text += "<Amt Ccy=\"" + currency + "\">" + decimal(transfer.amount_minor) + "</Amt>";
    if (!transfer.payer.empty())
        text += "<RltdPties><Dbtr><Pty><Nm>" + transfer.payer + "</Nm></Pty></Dbtr></RltdPties>";
    text += "<RmtInf>";
    if (!transfer.words.empty()) text += "<Ustrd>" + transfer.words + "</Ustrd>";
    if (!transfer.reference.empty())
        text += "<Strd><CdtrRefInf><Ref>" + transfer.reference + "</Ref></CdtrRefInf></Strd>";
    text += "</RmtInf>";
    if (transfer.is_return) text += "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>";
    return text + "</TxDtls>";
}

inline std::string line(const std::vector<Transfer>& transfers, const std::string& currency, bool has_details = true) {
    std::int64_t sum_minor = 0;
    std::string details;
    for (const Transfer& each : transfers) {
        sum_minor += each.amount_minor;
        details += details_of(each, currency, transfers.size() > 1);
    }
    const Transfer& first = transfers.front();
    std::string text = "<Ntry><Amt Ccy=\"" + currency + "\">" + decimal(sum_minor) + "</Amt><CdtDbtInd>" +
                       (first.is_return ? "DBIT" : "CRDT") + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>" +
                       "<BookgDt><Dt>2026-11-20</Dt></BookgDt><ValDt><Dt>2026-11-20</Dt></ValDt>";
    if (!first.bank_reference.empty()) text += "<AcctSvcrRef>" + first.bank_reference + "</AcctSvcrRef>";
    return text + (has_details ? "<NtryDtls>" + details + "</NtryDtls>" : "") + "</Ntry>";
}

inline std::string file(const std::string& lines, const std::string& account = our_account,
                        bool is_notification = false) {
    const std::string kind = is_notification ? "camt.054" : "camt.053";
    const std::string message = is_notification ? "BkToCstmrDbtCdtNtfctn" : "BkToCstmrStmt";
    const std::string part = is_notification ? "Ntfctn" : "Stmt";
    return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:" + kind + ".001.08\"><" + message + "><" + part +
           "><Id>1</Id><Acct><Id><IBAN>" + account + "</IBAN></Id></Acct>" + lines + "</" + part + "></" + message +
           "></Document>";
}

}  // namespace commis::test

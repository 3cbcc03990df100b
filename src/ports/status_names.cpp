// The stable names of mail, job, bank and notice statuses, and of the forms of e-invoices.
#include <algorithm>
#include <array>

#include "ports/bank_store.hpp"
#include "ports/books_store.hpp"
#include "ports/einvoice.hpp"
#include "ports/gateway_store.hpp"
#include "ports/job_store.hpp"
#include "ports/outbox.hpp"

namespace commis::ports {
namespace {

constexpr std::array<std::string_view, mail_status_count> mail_ids{"queued", "sending", "sent",   "suppressed",
                                                                   "failed", "unknown", "bounced"};
constexpr std::array<std::string_view, job_status_count> job_ids{"queued", "running", "done", "failed", "cancelled"};
constexpr std::array<std::string_view, job_item_status_count> item_ids{"waiting", "done", "refused"};
constexpr std::array<std::string_view, bank_status_count> bank_ids{"open", "booked", "returned", "dismissed",
                                                                   "outgoing"};

constexpr std::array<std::string_view, transfer_status_count> transfer_ids{"waiting", "done", "failed"};

constexpr std::array<std::string_view, 5> notice_ids{"waiting", "unproven", "done", "kept", "refused"};
constexpr std::array<std::string_view, einvoice_form_count> form_ids{"cii", "xrechnung", "peppol"};

}  // namespace

std::string_view id_of(EInvoiceForm form) { return form_ids[static_cast<std::size_t>(form)]; }
std::string_view id_of(NoticeStatus status) { return notice_ids[static_cast<std::size_t>(status)]; }
std::string_view id_of(TransferStatus status) { return transfer_ids[static_cast<std::size_t>(status)]; }
std::string_view id_of(MailStatus status) { return mail_ids[static_cast<std::size_t>(status)]; }
std::string_view id_of(JobStatus status) { return job_ids[static_cast<std::size_t>(status)]; }

std::string_view id_of(JobItemStatus status) { return item_ids[static_cast<std::size_t>(status)]; }

std::optional<MailStatus> find_mail_status(std::string_view id) {
    const auto at = std::ranges::find(mail_ids, id);
    if (at == mail_ids.end()) return std::nullopt;
    return static_cast<MailStatus>(at - mail_ids.begin());
}

std::optional<JobStatus> find_job_status(std::string_view id) {
    const auto at = std::ranges::find(job_ids, id);
    if (at == job_ids.end()) return std::nullopt;
    return static_cast<JobStatus>(at - job_ids.begin());
}

std::optional<JobItemStatus> find_job_item_status(std::string_view id) {
    const auto at = std::ranges::find(item_ids, id);
    if (at == item_ids.end()) return std::nullopt;
    return static_cast<JobItemStatus>(at - item_ids.begin());
}

std::string_view id_of(BankStatus status) { return bank_ids[static_cast<std::size_t>(status)]; }

std::optional<BankStatus> find_bank_status(std::string_view id) {
    const auto at = std::ranges::find(bank_ids, id);
    if (at == bank_ids.end()) return std::nullopt;
    return static_cast<BankStatus>(at - bank_ids.begin());
}

}  // namespace commis::ports

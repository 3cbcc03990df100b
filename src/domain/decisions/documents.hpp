// Issuing invoices and credit notes: the amounts and the lock now; the number is taken when the decision is saved, as
// late as possible, so that a refused command leaves no gap (domain.md, "Numbers").
#pragma once

#include "domain/decisions/decision.hpp"
#include "domain/decisions/units.hpp"

namespace commis::domain {

// Issues the invoice of what is owed, with its event.
void issue_invoice(Decision& decision, const Context& context);

// What accounting or an unpaid buyer gets before the invoice: a draft or pro-forma without number, where the shop wants
// one (C-09; W, matrix 1). The invoice takes its place.
void draft_invoice(Decision& decision, const Context& context);

// Drafts follow the content: they are not papers yet.
void refresh_drafts(Order& order);

// Where the shop sends its invoices by itself, the one just issued goes to the buyer (O-26, D-19).
void send_if_wanted(Decision& decision, const Context& context);

// Issues the invoice when the shop wants it at this moment and none stands. One that goes with a dispatch waits
// for the end of the hold period, because documents are never undone.
void invoice_automatically(Decision& decision, const Context& context, InvoiceAt moment);

// Takes back part of the standing invoice, no more than it still asks for: what left the order since `before`, and an
// amount beside it. Nothing happens without an invoice.
void credit(Decision& decision, const Context& context, const Order& before, std::int64_t amount_minor = 0);

// `invoice`: the invoice, mailed to the buyer if wanted; or a draft of it, which has no number and locks nothing.
struct IssueInvoice {
    bool draft = false;
    bool send = false;
};
Result<Decision> invoice(const Order& order, const IssueInvoice& command, const Context& context);

// `credit`: the value of the named units, or all that still stands. Units leave nothing here: it is the paper only.
struct Credit {
    Choice choice;
    std::string note;
};
Result<Decision> credit_invoice(const Order& order, const Credit& command, const Context& context);

// `correct-invoice`: the invoice that stands is taken back, and a new one says what is true now; one step.
struct CorrectInvoice {
    std::string note;
};
Result<Decision> correct_invoice(const Order& order, const CorrectInvoice& command, const Context& context);

// `send-document`: an issued document by mail (D-19), to the buyer or to another address. Without an id, the newest
// invoice or credit note.
struct SendDocument {
    std::string document_id{};
    std::string to{};
    std::string note{};
};
Result<Decision> send_document(const Order& order, const SendDocument& command, const Context& context);

// Appends a document with its id, moment and event.
void issue(Decision& decision, const Context& context, Document document);

}  // namespace commis::domain

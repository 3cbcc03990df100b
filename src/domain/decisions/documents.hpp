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

// Issues the invoice when the shop wants it at this moment and none stands. One that goes with a dispatch waits
// for the end of the hold period, because documents are never undone.
void invoice_automatically(Decision& decision, const Context& context, InvoiceAt moment);

// Takes back part of the standing invoice, no more than it still asks for. Nothing happens without an invoice.
void credit(Decision& decision, const Context& context, std::int64_t amount_minor, std::int64_t tax_minor,
            std::vector<LinePart> parts);

// `invoice`: {} — refuses as the action table says.
Result<Decision> invoice(const Order& order, const Context& context);

// `credit`: the value of the named units, or all that still stands. Units leave nothing here: it is the paper only.
struct Credit {
    Choice choice;
    std::string note;
};
Result<Decision> credit_invoice(const Order& order, const Credit& command, const Context& context);

}  // namespace commis::domain

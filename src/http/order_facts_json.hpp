// The parts of an order's answer that are facts: its lines and tickets, the ledger, the parcels, the papers.
#pragma once

#include "http/order_json.hpp"

namespace commis::http {

// Each writes its members into the open object.
void write_lines(json::Writer& writer, const OrderView& view, const domain::Order& order,
                 const domain::Standing& standing, bool with_actions);
// The members of one ticket, into the open object.
void write_unit(json::Writer& writer, const OrderView& view, const domain::TicketUnit& unit,
                const domain::Standing& standing, bool with_actions);
// One refund, one chargeback: a whole object.
void write_refund(json::Writer& writer, const OrderView& view, const domain::Ledger& ledger,
                  const domain::Refund& refund);
void write_chargeback(json::Writer& writer, const OrderView& view, const domain::Ledger& ledger,
                      const domain::LedgerEntry& entry);
void write_ledger(json::Writer& writer, const OrderView& view, const domain::Ledger& ledger);
void write_shipments(json::Writer& writer, const OrderView& view, const domain::Order& order);
void write_requests(json::Writer& writer, const OrderView& view, const domain::Order& order);
void write_documents(json::Writer& writer, const OrderView& view, const domain::Order& order);

// The members of one parcel, into the open object.
void write_shipment(json::Writer& writer, const OrderView& view, const domain::Order& order,
                    const domain::Shipment& shipment);

// The members of one paper, into the open object. A preview has no number yet.
void write_document(json::Writer& writer, const OrderView& view, const domain::Document& document);

void write_time_or_null(json::Writer& writer, std::string_view name, const std::optional<std::int64_t>& at_ms);
void write_text_or_null(json::Writer& writer, std::string_view name, const std::string& text);

}  // namespace commis::http

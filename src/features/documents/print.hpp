// Many documents as one file (O-38): what is printed of each order, and what a job remembers of who asked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/paper.hpp"
#include "domain/refusal.hpp"
#include "features/caller.hpp"
#include "features/services.hpp"
#include "ports/job_store.hpp"

namespace commis::documents {

// `pick_list` and `supplier_list` are one sheet over all that is named.
enum class PrintKind : std::uint8_t {
    order_form,
    invoice,
    credit_note,
    delivery_note,
    receipt,
    pick_list,
    supplier_list,
};
std::string_view id_of(PrintKind kind);
std::optional<PrintKind> find_print_kind(std::string_view id);
// Delivery notes and receipts are issued on the way where an order has none.
domain::Right right_for(PrintKind kind);
constexpr bool is_sheet(PrintKind kind) { return kind == PrintKind::pick_list || kind == PrintKind::supplier_list; }

struct PrintTask {
    PrintKind kind = PrintKind::order_form;
    std::optional<bool> return_slip{};
    std::string language{};  // Of sheets: whoever fetches the goods reads it.
    Caller caller{};
};

ports::Job make_print_job(const Services& services, const domain::Shop& shop, const PrintTask& task);
// Throws std::runtime_error for a job that this program did not write.
PrintTask read_print_job(const ports::Job& job);

// Where the file of a job lies, below the data folder.
std::string print_path(std::string_view job_id);

// The papers of one order, in the order in which they were issued. Refuses where it has none of the kind, or may not
// have it.
domain::Result<std::vector<domain::Paper>> papers_of(const Services& services, const domain::Shop& shop,
                                                     const PrintTask& task, const std::string& order_id);

}  // namespace commis::documents

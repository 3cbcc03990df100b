// Lists on paper: what to fetch from the shelves and what to order from suppliers (C-20).
#pragma once

#include "domain/shop.hpp"
#include "features/articles/stock.hpp"
#include "features/services.hpp"
#include "ports/document_drawer.hpp"

namespace commis::documents {

ports::ListSheet pick_sheet(const Services& services, const domain::Shop& shop, const articles::PickList& list,
                            std::string_view language);
// Grouped by supplier; articles without one come first.
ports::ListSheet supplier_sheet(const Services& services, const domain::Shop& shop, const articles::SupplierList& list,
                                std::string_view language);

}  // namespace commis::documents

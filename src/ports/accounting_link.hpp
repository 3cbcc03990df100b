// An accounting system that takes issued documents over directly (C-09, C-33).
#pragma once

#include <expected>
#include <string>

#include "domain/order.hpp"

namespace commis::ports {

struct AccountingDocument {
    std::string shop{};  // Its handle.
    std::string id{};    // The key under which the system takes a document once, however often it is handed over.
    domain::DocumentKind kind = domain::DocumentKind::invoice;
    std::string number{};
    std::string content{};  // The paper (domain/paper.hpp) as JSON.
    std::string pdf{};      // Empty where nothing is drawn.
};

struct AccountingLink {
    virtual ~AccountingLink() = default;
    // Where the document can be seen there, or why it was not taken. Handing the same over again changes nothing.
    virtual std::expected<std::string, std::string> hand_over(const AccountingDocument& document) = 0;
};

}  // namespace commis::ports

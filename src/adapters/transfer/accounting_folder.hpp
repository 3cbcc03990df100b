// A folder that an accounting program watches: the documents of each shop by their numbers, as JSON and as PDF. Files
// appear whole or not at all, and handing a document over again writes the same file.
#pragma once

#include <filesystem>

#include "ports/accounting_link.hpp"

namespace commis::transfer {

class AccountingFolder final : public ports::AccountingLink {
public:
    explicit AccountingFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
    // The link is the file's name below the folder: "maison/invoice-F-100.json".
    std::expected<std::string, std::string> hand_over(const ports::AccountingDocument& document) override;

private:
    std::filesystem::path folder_;
};

}  // namespace commis::transfer

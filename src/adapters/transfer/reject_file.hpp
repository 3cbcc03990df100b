// The file of refused rows: row, column, code, reason and the row as it came, as CSV.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

#include "ports/order_source.hpp"

namespace commis::transfer {

// Made with the first refused row, so that a clean import leaves no empty file.
class RejectFile : public ports::RejectSink {
public:
    explicit RejectFile(std::string path) : path_(std::move(path)) {}

    // Throws when the file can't be written: an import that loses rejects must stop.
    void reject(const ports::RejectedRow& row) override;
    std::int64_t count() const { return count_; }
    const std::string& path() const { return path_; }

private:
    std::string path_;
    std::ofstream file_;
    std::int64_t count_ = 0;
};

// One row of it, with the line end; and the header.
std::string reject_text(const ports::RejectedRow& row);
inline constexpr std::string_view reject_header = "row,column,code,reason,text\r\n";

}  // namespace commis::transfer

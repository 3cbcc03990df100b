// Writing refused rows, safe to open in a spreadsheet.
#include "adapters/transfer/reject_file.hpp"

#include <stdexcept>

#include "adapters/transfer/csv_cells.hpp"

namespace commis::transfer {

std::string reject_text(const ports::RejectedRow& row) {
    std::string line = std::to_string(row.row);
    for (const std::string& cell : {row.column, row.code, row.reason, row.text}) {
        line += ',';
        append_cell(line, guarded(cell));
    }
    return line + "\r\n";
}

void RejectFile::reject(const ports::RejectedRow& row) {
    if (!file_.is_open()) {
        file_.open(path_, std::ios::binary | std::ios::trunc);
        file_ << reject_header;
    }
    file_ << reject_text(row);
    file_.flush();
    if (!file_) throw std::runtime_error{"can't write " + path_};
    ++count_;
}

}  // namespace commis::transfer

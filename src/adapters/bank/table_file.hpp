// Tables of banks and acquirers: CSV in the encodings that banks still use, as rows of clean cells.
#pragma once

#include "ports/table_file.hpp"

namespace commis::bank {

domain::TableFormat guess_table_format(std::string_view bytes);
ports::TableRows read_table_rows(std::string_view bytes, const domain::TableFormat& format);
ports::TableRows read_first_table_rows(std::string_view bytes, const domain::TableFormat& format);

// All three together.
ports::TableFiles table_files();

}  // namespace commis::bank

// The slip of a return that was agreed on: drawn when asked for, numbered and kept nowhere.
#pragma once

#include <string_view>

#include "features/buyer/reader.hpp"
#include "features/documents/files.hpp"

namespace commis::buyer {

// Refuses `nothing_is_expected` unless the request waits for goods.
domain::Result<documents::NamedFile> return_slip(const Reader& reader, std::string_view request_id);

}  // namespace commis::buyer

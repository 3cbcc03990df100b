#include "adapters/bank/dates.hpp"

#include "json/time.hpp"

namespace commis::bank {

bool is_date(std::string_view text) { return text.size() == 10 && json::parse_date_ms(text).has_value(); }

}  // namespace commis::bank

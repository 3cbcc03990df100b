// Fuzz target: whatever bytes arrive as a JSON body are refused with a code, or come back the same after writing.
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/read.hpp"
#include "json/time.hpp"
#include "json/utf8.hpp"
#include "json/write.hpp"

#include "demand.hpp"

namespace commis::json {

enum class FuzzKind { goods, ticket };
BOOST_DESCRIBE_ENUM(FuzzKind, goods, ticket)

struct FuzzLine {
    std::string name;
    std::int64_t quantity = 0;
    std::int32_t discount = 0;
    std::optional<FuzzKind> kind;
    std::optional<std::vector<FuzzLine>> lines;
    std::optional<std::map<std::string, bool>> flags;
    std::optional<Instant> at;
    Patch<std::string> note;

    static constexpr auto defaulted_members = names("name", "quantity", "discount");
};
BOOST_DESCRIBE_STRUCT(FuzzLine, (), (name, quantity, discount, kind, lines, flags, at, note))

}  // namespace commis::json

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commis::json;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto at_ms = parse_time_ms(text)) demand(parse_time_ms(format_time_ms(*at_ms)) == at_ms);
    std::string quoted;
    append_quoted(quoted, text);
    const auto back = parse(quoted);
    demand(back.has_value());
    if (is_valid_utf8(text)) demand(std::string_view(back->as_string()) == text);

    const auto document = parse(text);
    if (!document) {
        demand(!document.error().code.empty() && !document.error().detail.empty());
        return 0;
    }
    const auto line = read<FuzzLine>(*document);
    if (!line) {
        demand(!line.error().empty());
        return 0;
    }
    const std::string written = write(*line);
    const auto again = read<FuzzLine>(parse(written).value());
    demand(again.has_value() && write(*again) == written);
    return 0;
}

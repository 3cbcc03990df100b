// Fuzz target: whatever is sent as another program's orders is read or refused without harm, and every item says which
// rows it came from. The first byte picks the format.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "adapters/transfer/open.hpp"

#include "demand.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commis;
    if (size == 0) return 0;
    const auto formats = transfer::formats();
    const std::string_view format = formats[data[0] % formats.size()];
    // Northwind's tables are files.
    if (format == "northwind") return 0;
    std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const transfer::SourceSettings settings{"", *domain::Currency::find("EUR"), "Europe/Paris"};
    auto source = transfer::open_text(format, std::move(text), settings);
    if (!source) {
        demand(!source.error().code.empty());
        return 0;
    }
    // No file holds more items than bytes.
    for (std::size_t items = 0; items <= size; ++items) {
        const auto item = (*source)->next();
        if (!item) return 0;
        if (const auto* failure = std::get_if<ports::SourceFailure>(&*item)) {
            demand(!failure->code.empty());
            return 0;
        }
        const auto check = [](const auto& each) {
            if constexpr (requires { each.rows; }) demand(!each.rows.empty());
        };
        std::visit(check, *item);
    }
    std::abort();
}

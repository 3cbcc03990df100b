#include "adapters/sql/id_list.hpp"

#include "adapters/sql/engine/text_cache.hpp"

namespace commis::sql {

std::size_t list_length(std::size_t values) {
    for (const std::size_t length : {std::size_t{1}, std::size_t{10}, std::size_t{50}}) {
        if (values <= length) return length;
    }
    return list_length_max;
}

std::vector<Param> list_params(std::int64_t shop_id, std::span<const std::string> values) {
    std::vector<Param> params{shop_id};
    for (const std::string& value : values) params.emplace_back(value);
    params.resize(list_length(values.size()) + 1, params.back());
    return params;
}

Statement with_list(const Statement& head, std::string_view condition, std::size_t length, std::string_view tail) {
    static TextCache texts;
    const auto build = [&] {
        std::string text(head.text);
        text += condition;
        for (std::size_t index = 0; index < length; ++index) {
            text += index == 0 ? "($" : ", $";
            text += std::to_string(index + 2);
        }
        text += ')';
        text += tail;
        return text;
    };
    return {head.name, texts.text(head.text, length, build)};
}

}  // namespace commis::sql

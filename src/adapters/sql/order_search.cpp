#include "adapters/sql/order_search.hpp"

#include <algorithm>

#include "adapters/sql/text_keys.hpp"

namespace commis::sql {
namespace {

// A search number: 20 bits for the shop, 32 for the second, 11 to tell apart what was placed in that second.
constexpr int shop_shift = 43;
constexpr int second_shift = 11;
constexpr std::uint64_t shop_mask = 0xFFFFF;
constexpr std::int64_t shop_span_mask = (std::int64_t{1} << shop_shift) - 1;
constexpr std::int64_t second_max = 0xFFFFFFFF;
constexpr std::size_t words_max = 8;
constexpr std::size_t trigram_letters = 3;
constexpr std::int64_t short_rows_max = 10'000;

// SplitMix64's last step: spreads any number over all bits.
std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 30U;
    value *= 0xBF58476D1CE4E5B9U;
    value ^= value >> 27U;
    value *= 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
    return hash;
}

std::int64_t first_number(std::int64_t shop_id) {
    return static_cast<std::int64_t>((mix(static_cast<std::uint64_t>(shop_id)) & shop_mask) << shop_shift);
}

// The numbers to try for an order, one after the other. Orders of one second share 2,048 numbers; when the one that
// fits is taken, a wider span is tried: a file may bring very many orders that name the day only, and then some stand a
// few seconds later among the hits.
class NumberChoice {
public:
    explicit NumberChoice(const domain::Order& order)
        : first_(first_number(order.shop_id)),
          base_(std::clamp<std::int64_t>(order.placed_at_ms / 1000, 0, second_max) << second_shift),
          chance_(hash_of(order.id)) {}

    std::int64_t next() {
        chance_ = mix(chance_ + 1);
        const auto offset = static_cast<std::int64_t>(chance_ & ((std::uint64_t{1} << width_) - 1));
        width_ = std::min(width_ + 1, width_max);
        return first_ + ((base_ + offset) & shop_span_mask);
    }

private:
    static constexpr int width_max = 40;
    std::int64_t first_;
    std::int64_t base_;
    std::uint64_t chance_;
    int width_ = second_shift;
};

void append(std::string& text, std::string_view part) {
    if (part.empty()) return;
    text += '\n';
    text += part;
}

// People type telephone numbers with and without spaces.
std::string digits_of(std::string_view phone) {
    std::string digits;
    std::ranges::copy_if(phone, std::back_inserter(digits), [](char letter) { return letter >= '0' && letter <= '9'; });
    return digits.size() == phone.size() ? std::string() : digits;
}

// What is searched, before it is folded.
std::string words_of(const domain::Order& order) {
    std::string text = order.number;
    append(text, order.external_id);
    append(text, order.buyer.name);
    append(text, order.buyer.email);
    append(text, order.buyer.company);
    append(text, order.buyer.phone);
    append(text, digits_of(order.buyer.phone));
    append(text, order.billing_address.city);
    if (order.shipping_address) append(text, order.shipping_address->city);
    return text;
}

std::string search_text(const domain::Order& order) { return fold(words_of(order)); }

std::size_t letters_of(std::string_view word) {
    return static_cast<std::size_t>(
        std::ranges::count_if(word, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::pair<std::int64_t, std::int64_t> search_range(std::int64_t shop_id) {
    const std::int64_t first = first_number(shop_id);
    return {first, first + shop_span_mask};
}

void insert_search(Session& session, const domain::Order& order) {
    const std::string text = search_text(order);
    NumberChoice choice(order);
    std::int64_t number = choice.next();
    while (session.execute(search_sql::insert, {order.shop_id, order.id, number, text}) == 0) number = choice.next();
    if (session.kind() == EngineKind::sqlite) session.execute(search_sql::index_insert, {number, text});
}

void update_search(Session& session, const domain::Order& before, const domain::Order& after) {
    if (before.removed && !after.removed) insert_search(session, after);
    if (before.removed) return;
    // Few actions change a word, and folding takes its time.
    if (!after.removed && words_of(after) == words_of(before)) return;
    const std::string text = after.removed ? std::string() : search_text(after);
    if (text == search_text(before)) return;
    std::int64_t number = 0;
    std::string stored;
    {
        // The index forgets a row only when it is told the text that it was given.
        Rows rows = session.query(search_sql::find, {after.shop_id, after.id});
        if (!rows.next()) return;
        number = rows.integer(0);
        stored = rows.text(1);
    }
    if (after.removed) {
        session.send(search_sql::remove, {after.shop_id, after.id});
    } else {
        session.send(search_sql::update, {after.shop_id, after.id, text});
    }
    if (session.kind() != EngineKind::sqlite) return;
    session.execute(search_sql::index_delete, {number, stored});
    if (!after.removed) session.execute(search_sql::index_insert, {number, text});
}

SearchTerms search_terms(std::string_view typed) {
    SearchTerms terms;
    const std::string folded = fold(typed);
    std::string_view rest = folded;
    for (std::size_t count = 0; count < words_max;) {
        const auto begin = rest.find_first_not_of(" \t\r\n");
        if (begin == std::string_view::npos) break;
        rest.remove_prefix(begin);
        const std::string_view word = rest.substr(0, rest.find_first_of(" \t\r\n"));
        rest.remove_prefix(word.size());
        (letters_of(word) >= trigram_letters ? terms.indexed : terms.short_ones).emplace_back(word);
        ++count;
    }
    return terms;
}

std::int64_t oldest_for_short(Session& session, std::int64_t shop_id) {
    const auto [first, last] = search_range(shop_id);
    Rows rows = session.kind() == EngineKind::sqlite
                    ? session.query(search_sql::count_back_numbers, {first, last, short_rows_max})
                    : session.query(search_sql::count_back, {shop_id, first, last, short_rows_max});
    return rows.next() ? rows.integer(0) : first;
}

std::string fts_expression(const std::vector<std::string>& words) {
    std::string expression;
    for (const std::string& word : words) {
        if (!expression.empty()) expression += " AND ";
        expression += '"';
        for (const char letter : word) {
            if (letter == '"') expression += '"';
            expression += letter;
        }
        expression += '"';
    }
    return expression;
}

std::string like_pattern(std::string_view word) {
    std::string pattern = "%";
    for (const char letter : word) {
        if (letter == '%' || letter == '_' || letter == '\\') pattern += '\\';
        pattern += letter;
    }
    pattern += '%';
    return pattern;
}

}  // namespace commis::sql

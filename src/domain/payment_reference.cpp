// Check digits of QRR (modulo 10, recursive) and of SCOR (modulo 97, ISO 7064).
#include "domain/payment_reference.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace commis::domain {
namespace {

constexpr std::size_t qrr_digits = 26;      // Beside the check digit.
constexpr std::size_t scor_signs_max = 21;  // Beside "RF" and two check digits.
constexpr std::size_t scor_head = 4;

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }
bool is_capital(char sign) { return sign >= 'A' && sign <= 'Z'; }
char capital(char sign) { return sign >= 'a' && sign <= 'z' ? static_cast<char>(sign - 'a' + 'A') : sign; }

std::string without_blanks(std::string_view text) {
    std::string compact;
    for (const char sign : text) {
        if (sign != ' ') compact += capital(sign);
    }
    return compact;
}

char qrr_check_digit(std::string_view digits) {
    constexpr std::array<int, 10> row{0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
    int carry = 0;
    for (const char digit : digits) carry = row[static_cast<std::size_t>((carry + (digit - '0')) % 10)];
    return static_cast<char>('0' + (10 - carry) % 10);
}

// The remainder by 97 of the text read as a number, a letter standing for 10 to 35.
int remainder_97(std::string_view text) {
    int remainder = 0;
    for (const char sign : text) {
        const int value = is_digit(sign) ? sign - '0' : sign - 'A' + 10;
        remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder;
}

std::string digits_of(std::string_view number) {
    std::string digits;
    std::ranges::copy_if(number, std::back_inserter(digits), is_digit);
    return digits;
}

std::string letters_and_digits_of(std::string_view number) {
    std::string kept;
    for (const char sign : number) {
        if (is_digit(sign) || is_capital(capital(sign))) kept += capital(sign);
    }
    return kept;
}

// Copies: gcc 12 sees the move of a short text as one beyond its end.
std::optional<PaymentReference> reference_of(ReferenceKind kind, std::string_view text) {
    std::optional<PaymentReference> reference(std::in_place);
    reference->kind = kind;
    reference->text = text;
    return reference;
}

}  // namespace

std::string_view id_of(ReferenceKind kind) { return kind == ReferenceKind::qrr ? "qrr" : "scor"; }

std::optional<PaymentReference> read_payment_reference(std::string_view text) {
    std::string compact = without_blanks(text);
    if (compact.size() == qrr_digits + 1 && std::ranges::all_of(compact, is_digit)) {
        const std::string_view digits(compact.data(), qrr_digits);
        if (digits.find_first_not_of('0') == std::string_view::npos) return std::nullopt;
        if (qrr_check_digit(digits) != compact.back()) return std::nullopt;
        return reference_of(ReferenceKind::qrr, compact);
    }
    const bool has_length = compact.size() > scor_head && compact.size() <= scor_head + scor_signs_max;
    if (!has_length || !compact.starts_with("RF") || !is_digit(compact[2]) || !is_digit(compact[3]))
        return std::nullopt;
    if (!std::ranges::all_of(compact, [](char sign) { return is_digit(sign) || is_capital(sign); }))
        return std::nullopt;
    if (remainder_97(compact.substr(scor_head) + compact.substr(0, scor_head)) != 1) return std::nullopt;
    return reference_of(ReferenceKind::scor, compact);
}

std::optional<PaymentReference> make_qrr(std::string_view number) {
    std::string digits = digits_of(number);
    if (digits.size() > qrr_digits || digits.find_first_not_of('0') == std::string::npos) return std::nullopt;
    digits.insert(0, qrr_digits - digits.size(), '0');
    digits += qrr_check_digit(digits);
    return reference_of(ReferenceKind::qrr, digits);
}

std::optional<PaymentReference> make_scor(std::string_view number) {
    const std::string held = letters_and_digits_of(number);
    if (held.empty() || held.size() > scor_signs_max) return std::nullopt;
    const int check = 98 - remainder_97(held + "RF00");
    return reference_of(ReferenceKind::scor,
                        std::string("RF") + (check < 10 ? "0" : "") + std::to_string(check) + held);
}

std::string held_number(const PaymentReference& reference) {
    if (reference.kind == ReferenceKind::scor) return reference.text.substr(scor_head);
    return number_digits(std::string_view(reference.text).substr(0, qrr_digits));
}

bool holds_number(const PaymentReference& reference, std::string_view number) {
    return reference == (reference.kind == ReferenceKind::qrr ? make_qrr(number) : make_scor(number));
}

std::string printed(const PaymentReference& reference) {
    const bool is_qrr = reference.kind == ReferenceKind::qrr;
    const std::size_t group = is_qrr ? 5 : 4;
    const std::size_t first = is_qrr ? 2 : 0;  // Two digits stand alone before the groups.
    std::string text;
    for (std::size_t at = 0; at < reference.text.size(); ++at) {
        if (at > 0 && at >= first && (at - first) % group == 0) text += ' ';
        text += reference.text[at];
    }
    return text;
}

std::string number_digits(std::string_view number) {
    std::string digits = digits_of(number);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

bool is_qr_iban(std::string_view iban) {
    const std::string compact = without_blanks(iban);
    if (compact.size() != 21 || !(compact.starts_with("CH") || compact.starts_with("LI"))) return false;
    const std::string institution = compact.substr(4, 5);
    return institution >= "30000" && institution <= "31999" && std::ranges::all_of(institution, is_digit);
}

}  // namespace commis::domain

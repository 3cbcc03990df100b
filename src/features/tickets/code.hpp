// What the barcode of a ticket says: its code, and a signature by which a gate without a network knows that the shop
// wrote it. The code alone, typed by hand, is as good where the shop's list can be asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/shop.hpp"
#include "features/services.hpp"

namespace commis::tickets {

// The purpose of the shop's key pair: of the signatures on tickets and of the list that a gate takes along.
std::string key_purpose(std::int64_t shop_id);

// What is signed: "atelier:7Q2M9XKD3FTA", the shop's handle and the code.
std::string signed_text(const domain::Shop& shop, std::string_view code);

// "7Q2M9XKD3FTA.{signature}".
std::string barcode_of(const Services& services, const domain::Shop& shop, std::string_view code);

// "7Q2M 9XKD 3FTA", as people read and type it.
std::string shown_code(std::string_view code);

struct ReadCode {
    std::string code{};  // As it is stored: twelve signs.
    bool is_signed = false;
};
// What was scanned or typed. Small letters, blanks and dashes are forgiven, and so are letters that stand for figures
// (O, I, L). Nothing for what can be no code, and for a signature that is not the shop's.
std::optional<ReadCode> read_code(const Services& services, const domain::Shop& shop, std::string_view text);

}  // namespace commis::tickets

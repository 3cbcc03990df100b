// Draws QR codes as pictures: for the screen, paper and mail.
#pragma once

#include <string>
#include <string_view>

namespace commis::ports {

// What stands in the middle of the code, over it.
enum class CodeMark : unsigned char { none, swiss_cross };

struct CodeDrawer {
    virtual ~CodeDrawer() = default;
    // The text as UTF-8 at error level M, with a quiet margin, black on white. Empty when it is too long for any code
    // (some 2,300 bytes). The same text gives the same picture.
    virtual std::string svg(std::string_view text, CodeMark mark) const = 0;
    virtual std::string png(std::string_view text, CodeMark mark) const = 0;
};

}  // namespace commis::ports

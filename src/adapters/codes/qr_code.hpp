// QR codes with libqrencode, drawn as SVG paths and with libpng.
#pragma once

#include "ports/code_drawer.hpp"

namespace commis::codes {

class QrCodeDrawer final : public ports::CodeDrawer {
public:
    std::string svg(std::string_view text, ports::CodeMark mark) const override;
    std::string png(std::string_view text, ports::CodeMark mark) const override;
};

}  // namespace commis::codes

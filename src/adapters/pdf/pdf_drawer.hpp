// Documents as PDF: cairo and pango draw, qpdf makes them fit for the archive.
#pragma once

#include <memory>

#include "adapters/pdf/pages.hpp"
#include "adapters/pdf/typesetter.hpp"
#include "ports/document_drawer.hpp"

namespace commis::pdf {

// Safe for several threads at once.
class PdfDrawer final : public ports::DocumentDrawer {
public:
    PdfDrawer(const ports::Words& words, const ports::Formatter& format) : language_{words, format} {}

    std::string draw(const domain::Paper& paper, const ports::FindPicture& pictures,
                     const ports::AttachedInvoice* attached = nullptr) const override;
    std::string draw(const ports::ListSheet& sheet, const ports::FindPicture& pictures) const override;
    std::string draw(const ports::TicketSheet& sheet, const ports::FindPicture& pictures) const override;
    bool can_show(const std::string& png) const override;
    // Plain PDF in one pass: archives and e-invoices take single documents.
    std::unique_ptr<ports::DocumentBatch> batch(const std::string& path,
                                                const ports::FindPicture& pictures) const override;

private:
    Language language_;
    mutable TypeCases cases_;
};

}  // namespace commis::pdf

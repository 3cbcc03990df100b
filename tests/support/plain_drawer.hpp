// Draws documents as a few bytes that name them: for tests in which a page must be there and nobody looks at it.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "ports/document_drawer.hpp"

namespace commis::test {

struct PlainDrawer : ports::DocumentDrawer {
    std::string draw(const domain::Paper& paper, const ports::FindPicture&,
                     const ports::AttachedInvoice*) const override {
        return "%PDF-1.7 " + std::string(domain::id_of(paper.kind)) + " " + paper.number;
    }
    std::string draw(const ports::ListSheet& sheet, const ports::FindPicture&) const override {
        return "%PDF-1.7 " + sheet.title;
    }
    std::string draw(const ports::TicketSheet& sheet, const ports::FindPicture&) const override {
        std::string words = "%PDF-1.7";
        for (const ports::TicketSheet::Ticket& ticket : sheet.tickets) words += " " + ticket.code + ticket.stamp;
        return words;
    }
    bool can_show(const std::string&) const override { return true; }
    std::unique_ptr<ports::DocumentBatch> batch(const std::string&, const ports::FindPicture&) const override {
        throw std::logic_error("nothing is printed here");
    }
};

}  // namespace commis::test

// Draws documents on pages. The same content gives the same bytes, whenever and wherever it is drawn with the same
// fonts.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/paper.hpp"

namespace commis::ports {

// A sheet that is no document of an order: what to fetch from the shelves, what to order from suppliers.
struct ListSheet {
    struct Column {
        std::string title{};
        bool is_number = false;
        int share = 1;  // Of the width, beside the other columns' shares.
    };
    struct Row {
        std::vector<std::string> cells{};
        std::string barcode{};  // Drawn at the end of the row; empty: none.
    };
    struct Group {
        std::string title{};  // Empty: the rows stand without one.
        std::vector<Row> rows{};
    };
    std::string title{};
    std::string subtitle{};
    std::string language{};
    std::int64_t made_at_ms = 0;
    std::vector<Column> columns{};
    std::vector<Group> groups{};
    domain::PaperLook look{};
};

// Tickets of one order, a page each; what is empty is not drawn. Texts are finished.
struct TicketSheet {
    struct Ticket {
        std::string event{};
        std::string when{};
        std::string venue{};
        std::string attendee{};
        std::string order_number{};
        std::string code{};     // As it is typed.
        std::string barcode{};  // What the QR code says.
        std::string stamp{};    // Why it opens nothing any more, across the page.
    };
    std::string language{};
    std::string seller{};
    std::int64_t made_at_ms = 0;
    std::vector<Ticket> tickets{};
    domain::PaperLook look{};
};

// A file that goes inside the document: the e-invoice.
struct AttachedInvoice {
    std::string name{};  // "factur-x.xml".
    std::string xml{};
    std::string profile{};  // As the standard's metadata calls it: "EN 16931".
    std::string version{};  // "1.0".
};

// Finds the picture with this digest: PNG; empty when there is none.
using FindPicture = std::function<std::string(std::string_view digest)>;

// Many papers in one file, page after page, written to the disk as they come.
struct DocumentBatch {
    virtual ~DocumentBatch() = default;
    virtual void add(const domain::Paper& paper) = 0;
    virtual void add(const ListSheet& sheet) = 0;
    // Ends the file. Without it, none is left. Throws when the disk did not take it.
    virtual void finish() = 0;
};

struct DocumentDrawer {
    virtual ~DocumentDrawer() = default;
    // PDF/A-3b, with the e-invoice inside where there is one (then valid as Factur-X / ZUGFeRD).
    virtual std::string draw(const domain::Paper& paper, const FindPicture& pictures,
                             const AttachedInvoice* attached = nullptr) const = 0;
    virtual std::string draw(const ListSheet& sheet, const FindPicture& pictures) const = 0;
    virtual std::string draw(const TicketSheet& sheet, const FindPicture& pictures) const = 0;
    // A PNG that can be drawn.
    virtual bool can_show(const std::string& png) const = 0;
    virtual std::unique_ptr<DocumentBatch> batch(const std::string& path, const FindPicture& pictures) const = 0;
};

}  // namespace commis::ports

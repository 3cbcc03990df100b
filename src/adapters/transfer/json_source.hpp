// The part that the JSON sources share: one document, one order; faults become rejects.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "adapters/transfer/json_documents.hpp"
#include "adapters/transfer/json_fields.hpp"
#include "ports/order_source.hpp"

namespace commis::transfer {

class JsonSource : public ports::OrderSource {
public:
    std::optional<ports::SourceItem> next() final;
    std::string_view channel() const final { return channel_; }
    // Field errors of the command keep their own pointers: the documents have no columns.
    std::string column_of(std::string_view field) const final { return std::string(field); }

protected:
    JsonSource(std::unique_ptr<Bytes> bytes, std::string channel)
        : documents_(std::move(bytes)), channel_(std::move(channel)) {}

    // Fills in the order; what is wrong is told through `fields`.
    virtual void convert(const JsonFields& fields, ports::ImportedOrder& imported) const = 0;

private:
    JsonDocuments documents_;
    std::string channel_;
};

}  // namespace commis::transfer

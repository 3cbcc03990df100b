// The bytes of a file, whether it is packed with gzip or not, block by block.
#pragma once

#include <cstddef>
#include <expected>
#include <memory>
#include <span>
#include <string>

#include "ports/order_source.hpp"

namespace commis::transfer {

struct Bytes {
    virtual ~Bytes() = default;
    // How many bytes were read; 0 at the end.
    virtual std::expected<std::size_t, ports::SourceFailure> read(std::span<char> block) = 0;
};

std::expected<std::unique_ptr<Bytes>, ports::SourceFailure> open_file(const std::string& path);

// Bytes in memory, for small inputs and tests.
std::unique_ptr<Bytes> text_bytes(std::string text);

}  // namespace commis::transfer

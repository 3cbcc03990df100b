// Reading through zlib, which passes plain files on unchanged.
#include "adapters/transfer/bytes.hpp"

#include <zlib.h>

#include <algorithm>
#include <utility>

namespace commis::transfer {
namespace {

class FileBytes : public Bytes {
public:
    explicit FileBytes(gzFile file) : file_(file) { gzbuffer(file_, 256 * 1024); }
    ~FileBytes() override { gzclose(file_); }
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;

    std::expected<std::size_t, ports::SourceFailure> read(std::span<char> block) override {
        const int count = gzread(file_, block.data(), static_cast<unsigned>(block.size()));
        int fault = Z_OK;
        const char* words = gzerror(file_, &fault);
        // A packed file that ends too early reads as a short block with this fault.
        if (count < 0 || (fault != Z_OK && fault != Z_STREAM_END)) {
            return std::unexpected(ports::SourceFailure{"damaged_file", words != nullptr ? words : "can't be read"});
        }
        return static_cast<std::size_t>(count);
    }

private:
    gzFile file_;
};

class TextBytes : public Bytes {
public:
    explicit TextBytes(std::string text) : text_(std::move(text)) {}

    std::expected<std::size_t, ports::SourceFailure> read(std::span<char> block) override {
        const std::size_t count = std::min(block.size(), text_.size() - at_);
        std::copy_n(text_.data() + at_, count, block.data());
        at_ += count;
        return count;
    }

private:
    std::string text_;
    std::size_t at_ = 0;
};

}  // namespace

std::expected<std::unique_ptr<Bytes>, ports::SourceFailure> open_file(const std::string& path) {
    gzFile file = gzopen(path.c_str(), "rb");
    if (file == nullptr) return std::unexpected(ports::SourceFailure{"file_not_found", "can't open " + path});
    return std::make_unique<FileBytes>(file);
}

std::unique_ptr<Bytes> text_bytes(std::string text) { return std::make_unique<TextBytes>(std::move(text)); }

}  // namespace commis::transfer

// Bodies too large for memory wait for their handler in a file that nobody else may read.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "http/message.hpp"

namespace commis::http {

TemporaryFile::TemporaryFile(const std::string& folder) : path_(folder + "/commis-upload-XXXXXX") {
    descriptor_ = ::mkostemp(path_.data(), O_CLOEXEC);  // Mode 0600 by definition.
    if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "cannot make " + path_);
}

TemporaryFile::~TemporaryFile() {
    ::close(descriptor_);
    ::unlink(path_.c_str());
}

void TemporaryFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw std::system_error(errno, std::generic_category(), "cannot write " + path_);
        size_bytes_ += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace commis::http

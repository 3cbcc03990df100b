// flock on a file of the folder.
#include "cli/data_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <stdexcept>

namespace commis::cli {

DataLock::DataLock(const std::filesystem::path& folder) {
    const std::string path = folder / "serve.lock";
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor_ < 0) throw std::runtime_error("cannot write to the data folder " + folder.string());
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor_);
        throw std::runtime_error("another server is running on the data folder " + folder.string());
    }
}

DataLock::~DataLock() { ::close(descriptor_); }

}  // namespace commis::cli

// flock on a file of the folder.
#include "cli/data_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <stdexcept>
#include <thread>

namespace commis::cli {

namespace {

// Whoever is first keeps the others out for a moment.
bool is_let_in(int descriptor) {
    for (int tried = 0; tried < 50; ++tried) {
        if (::flock(descriptor, LOCK_SH | LOCK_NB) == 0) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
}

}  // namespace

DataLock::DataLock(const std::filesystem::path& folder, bool may_be_shared) : may_be_shared_(may_be_shared) {
    const std::string path = folder / "serve.lock";
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor_ < 0) {
        throw std::runtime_error("cannot write to the data folder " + folder.string() + ": " + std::strerror(errno));
    }
    was_first_ = ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0;
    if (was_first_ || (may_be_shared && is_let_in(descriptor_))) return;
    ::close(descriptor_);
    throw DataLockTaken("another server is running on the data folder " + folder.string());
}

void DataLock::let_others_in() {
    if (may_be_shared_ && was_first_) ::flock(descriptor_, LOCK_SH);
}

DataLock::~DataLock() { ::close(descriptor_); }

}  // namespace commis::cli

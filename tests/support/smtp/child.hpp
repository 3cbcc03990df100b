// Starts a program for a test, reads its output line by line, and ends it (and only it) when the test is done.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace commis::tests {

class Child {
public:
    explicit Child(std::vector<std::string> arguments) {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error{"no pipe"};
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        std::vector<char*> words;
        for (auto& argument : arguments) words.push_back(argument.data());
        words.push_back(nullptr);
        const int failed = ::posix_spawnp(&process_, words[0], &actions, nullptr, words.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        output_ = ends[0];
        if (failed != 0) throw std::runtime_error{"can't start " + arguments.front()};
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (!exit_code_) {
            ::kill(process_, SIGTERM);
            ::waitpid(process_, nullptr, 0);
        }
        ::close(output_);
    }

    // The next line, or nothing when none comes in time or the program has ended.
    std::optional<std::string> line(std::chrono::milliseconds patience = std::chrono::seconds{20}) {
        const auto deadline = std::chrono::steady_clock::now() + patience;
        while (true) {
            if (const auto end = read_.find('\n'); end != std::string::npos) {
                auto text = read_.substr(0, end);
                read_.erase(0, end + 1);
                return text;
            }
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
            pollfd watched{output_, POLLIN, 0};
            if (left.count() <= 0 || ::poll(&watched, 1, static_cast<int>(left.count())) <= 0) return std::nullopt;
            char buffer[65536];
            const auto count = ::read(output_, buffer, sizeof buffer);
            if (count <= 0) return std::nullopt;
            read_.append(buffer, static_cast<std::size_t>(count));
        }
    }

    // The exit code once it has ended.
    std::optional<int> exit_code() {
        int status = 0;
        if (!exit_code_ && ::waitpid(process_, &status, WNOHANG) == process_) {
            exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
        }
        return exit_code_;
    }

private:
    pid_t process_ = -1;
    int output_ = -1;
    std::string read_;
    std::optional<int> exit_code_;
};

}  // namespace commis::tests

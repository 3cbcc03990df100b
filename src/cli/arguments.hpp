// The command line: every command, its options and its help.
#pragma once

namespace commis::cli {

// Parses, runs and answers the exit code: 0 done, 1 refused or failed, 2 a command line that can't be read.
int run(int count, char** texts);

}  // namespace commis::cli

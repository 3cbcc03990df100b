// The program's door: reads the command line and runs one command.
#include "cli/arguments.hpp"

int main(int count, char** texts) { return commis::cli::run(count, texts); }

// Tells a service manager (systemd, by its notify protocol) that the program is ready or about to end; nothing where
// none asked to be told.
#pragma once

namespace commis::cli {

void tell_ready();
void tell_stopping();

}  // namespace commis::cli

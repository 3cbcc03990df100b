// gmime wants to be started once before anything else of it is called.
#pragma once

namespace commis::smtp {

void start_gmime();

}  // namespace commis::smtp

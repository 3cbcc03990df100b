# Shared by the scripts beside it: goes to the project's root and gives say, fail and job_count.
# Sourced, never run.
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '==> %s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# One compiler a core, but never more than one for each GB of memory: the HTTP server alone takes 0.7 GB to compile.
job_count() {
    local cores memory_gb
    cores=$(nproc)
    memory_gb=$(awk '/MemAvailable/ { print int($2 / 1048576) }' /proc/meminfo)
    if ((memory_gb < 1)); then memory_gb=1; fi
    echo $((cores < memory_gb ? cores : memory_gb))
}

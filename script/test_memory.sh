# A folder in memory for what tests write and throw away, as no test asks whether a file survives a power cut and each
# waits for the disk otherwise. Sourced by script/test: use_memory points TMPDIR at one where there is room for it,
# leave_memory removes it. disk_folder is where TMPDIR was, for the suites that are about disks.
disk_folder=${TMPDIR:-/tmp}
memory_folder=""
memory_needed_kb=4000000

use_memory() {
    local free_kb available_kb
    free_kb=$(df --output=avail /dev/shm 2> /dev/null | tail -n 1) || free_kb=0
    available_kb=$(awk '/MemAvailable/ { print $2 }' /proc/meminfo)
    if ((free_kb < memory_needed_kb || available_kb < 2 * memory_needed_kb)); then return 0; fi
    memory_folder=$(mktemp -d /dev/shm/commis-test.XXXXXX)
    # Tests make programs, too, and servers that run as others read there.
    printf '#!/bin/sh\n' > "$memory_folder/runs"
    chmod 755 "$memory_folder/runs"
    if ! "$memory_folder/runs" 2> /dev/null; then
        leave_memory
        return 0
    fi
    chmod 1777 "$memory_folder"
    export TMPDIR=$memory_folder
}

leave_memory() {
    [[ -n $memory_folder ]] || return 0
    rm -rf "$memory_folder"
    memory_folder=""
}

# Compiler settings shared by every target: language level, warnings, cache, linker, precompiled header.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# clang-tidy and editors read the compile commands; gcc 12 has no modules to scan for.
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Debug CACHE STRING "Debug or Release" FORCE)
endif()
# Assertions stay on in Release: a wrong figure is worse than a stopped program.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # Paths are hashed relative to the tree, so that every build folder and clone shares one cache; the sloppiness
    # is what ccache demands before it caches anything that uses a precompiled header.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE_PROGRAM}")
endif()

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()

add_library(commis_options INTERFACE)
target_include_directories(commis_options INTERFACE "${CMAKE_SOURCE_DIR}/src")
# _LARGEFILE64_SOURCE comes with one of the libraries; a precompiled header fits only when everyone defines it.
target_compile_definitions(commis_options INTERFACE _GLIBCXX_ASSERTIONS _LARGEFILE64_SOURCE)
target_compile_options(commis_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -pthread -fstack-protector-strong
    "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
target_link_options(commis_options INTERFACE -pthread)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # gcc 12 warns falsely at -O2 about "text" + string (its bug 105651) and about an optional's value behind its check;
    # ccache needs the preprocess flag for the precompiled header.
    target_compile_options(commis_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized -fpch-preprocess)
else()
    # The cache needs a precompiled header that does not carry the time of its making.
    target_compile_options(commis_options INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
    # std::stable_sort of libstdc++ 12 asks for a buffer in a way that C++20 deprecates.
    target_compile_options(commis_options INTERFACE -Wno-deprecated-declarations)
endif()
if(COMMIS_SANITIZE)
    target_compile_options(commis_options INTERFACE "-fsanitize=${COMMIS_SANITIZE}" -fno-omit-frame-pointer)
    target_link_options(commis_options INTERFACE "-fsanitize=${COMMIS_SANITIZE}")
    if(COMMIS_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # TSan does not model atomic_thread_fence, which Asio uses; run-time suppressions name the places.
        target_compile_options(commis_options INTERFACE -Wno-tsan)
    endif()
endif()
if(COMMIS_FUZZ)
    target_compile_options(commis_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
# The embedded files are assembled with everybody's flags, of which clang's assembler has little use.
target_compile_options(commis_options INTERFACE $<$<COMPILE_LANG_AND_ID:ASM,Clang>:-Wno-unused-command-line-argument>)
